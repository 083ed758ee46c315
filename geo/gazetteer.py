"""Names of the sea and its shores: towns, ports, islands, capes, anchorages, seas, regions and countries.

The names lie in one compressed file. A text is searched in one pass for the longest names; every thing that a
name may mean is returned, for a choice needs more evidence than a name.
"""

from __future__ import annotations

import csv
import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from geo.errors import GeoError
from geo.shapes import load_arrays, unpack_strings
from geo.spelling import Token, normalise, tokenise

__all__ = ["Entry", "Gazetteer", "Match", "gazetteer", "normalise", "tokenise"]

COMMON = 1
"""A common word that also is some small town: matched only where asked for."""
COMMON_AND_KNOWN = 2
"""A common word that also is a well-known place ("Mobile", "Nice"): matched, and marked."""
LOOKUP_ONLY = 3
"""A code of a country or a name of two letters: found by :meth:`Gazetteer.lookup`, never in running text."""
CODE_MARK = "#"
"""Before the keys of country codes, which no name shares."""
LONGEST_NAME = 6
"""Words of the longest name that is matched."""
_LONGEST_FUZZY_DISTANCE = 2
_USER_RADIUS_M = 10_000.0
_NO_NAME = -1
_MOST_STARTS = 50_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A named thing. ``lon``, ``lat``: degrees, WGS 84; ``radius_m``: of the circle about the point that holds it.

    ``kind``: town, port, anchorage, airport, island, archipelago, cape, peninsula, bay, strait, channel, river,
    river_mouth, terminal, oil_field, reef_bank, light, coast_region, traffic_lane, region (first level), country,
    demonym (a country's adjective), or a sea's own kind (sea, gulf, ocean …) where ``source`` is ``seas``.
    ``countries``: ISO 3166-1 alpha-2; ``admin1``: id of the first-level region; ``region_id``: the outline that
    :func:`geo.outline` draws, or empty; ``population``: people of a town, 0 where unknown.
    """

    id: str
    name: str
    kind: str
    lon: float
    lat: float
    radius_m: float
    countries: tuple[str, ...] = ()
    admin1: str = ""
    population: int = 0
    source: str = "user"
    region_id: str = ""

    @property
    def country(self) -> str:
        """The first country (ISO 3166-1 alpha-2), or empty."""
        return self.countries[0] if self.countries else ""

    @property
    def is_sea(self) -> bool:
        """Whether this is a sea with an outline."""
        return self.source == "seas"


@dataclass(frozen=True, slots=True)
class Match:
    """A name in a text: the tokens ``first`` to ``last`` (excluded), its key, and whether it is a common word too.

    ``little_known``: a common word that is no well-known place; only found where common words are asked for.
    """

    first: int
    last: int
    key: str
    common: bool = False
    little_known: bool = False


@dataclass(frozen=True, slots=True)
class _Start:
    """A word that may begin a name: its flag as a name of its own, and the words that may follow it."""

    flag: int
    after: dict[str, int]


@dataclass(frozen=True)
class Gazetteer:
    """All names, found by key. ``own``: a user's entries by key, which stand before the built-in ones."""

    columns: dict[str, NDArray[Any]]
    own: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {key: number for number, key in enumerate(self._keys)}

    @cached_property
    def _keys(self) -> list[str]:
        """All keys, sorted."""
        return unpack_strings(self.columns["keys"])

    @cached_property
    def _lengths(self) -> dict[str, int]:
        """Each word that begins a name, with the words of the longest name that it begins."""
        words = unpack_strings(self.columns["first_words"])
        lengths = dict(zip(words, self.columns["first_lengths"].tolist(), strict=True))
        for key in self.own:
            first, *rest = key.split(" ")
            lengths[first] = max(lengths.get(first, 0), 1 + len(rest))
        return lengths

    @cached_property
    def _starts(self) -> dict[str, _Start]:
        """What is known of words seen so far: texts use few words, and a small table stays in the processor's cache."""
        return {}

    def _start(self, word: str) -> _Start:
        number = self._numbers.get(word)
        flag = 0 if word in self.own else _NO_NAME if number is None else self._flags[number]
        if flag == COMMON and word not in self._lengths and not any(e.kind == "region" for e in self.entries(word)):
            flag = _NO_NAME
        start = _Start(_NO_NAME if flag == LOOKUP_ONLY else flag, self._after(word))
        if len(self._starts) >= _MOST_STARTS:
            self._starts.clear()
        self._starts[word] = start
        return start

    def _after(self, first: str) -> dict[str, int]:
        """Each word that follows a name's first word, with the words of the longest name that both begin."""
        found: dict[str, int] = {}
        if self._lengths.get(first, 0) > 1:
            start, end = bisect_left(self._keys, f"{first} "), bisect_left(self._keys, f"{first}!")
            for key in (*self._keys[start:end], *(own for own in self.own if own.startswith(f"{first} "))):
                words = key.split(" ")
                found[words[1]] = max(found.get(words[1], 0), len(words))
        return found

    @cached_property
    def _flags(self) -> bytes:
        return self.columns["flags"].tobytes()

    @cached_property
    def _lists(self) -> dict[str, list[str]]:
        lists: dict[str, list[str]] = json.loads(unpack_strings(self.columns["lists"])[0])
        return lists

    @property
    def lists(self) -> dict[str, list[str]]:
        """The words that the columns ``kind``, ``source``, ``country``, ``admin1`` and ``region_id`` number."""
        return self._lists

    @cached_property
    def _titles(self) -> list[str]:
        return unpack_strings(self.columns["titles"])

    @cached_property
    def _ids(self) -> list[str]:
        return unpack_strings(self.columns["ids"])

    @cached_property
    def _entries(self) -> dict[int, Entry]:
        return {}

    def __len__(self) -> int:
        return len(self.columns["lon"]) + sum(len(entries) for entries in self.own.values())

    def find(
        self, tokens: Sequence[Token], *, common: bool = False, generic: frozenset[str] = frozenset()
    ) -> list[Match]:
        """The longest names in a tokenised text (:func:`tokenise`), left to right, none inside another.

        No name runs over a token that ``breaks``. Common words are left out but for well-known places, which are
        marked; ``common=True`` lets all of them in. A name of ``generic`` words alone gives way to one that begins in
        it and runs past it ("la isla Puná" is Isla Puná, not La Isla).
        """
        found = []
        at, count, starts = 0, len(tokens), self._starts
        while at < count:
            key = tokens[at].key
            match = self._match_at(tokens, at, starts.get(key) or self._start(key), common)
            if match is None:
                at += 1
                continue
            if match.last - at > 1 and key in generic and tokens[match.last - 1].key in generic:
                match = self._past(tokens, match, common) or match
            found.append(match)
            at = match.last
        return found

    def _match_at(self, tokens: Sequence[Token], at: int, start: _Start, common: bool) -> Match | None:
        if start.after and at + 1 < len(tokens) and not tokens[at + 1].breaks:
            longest = start.after.get(tokens[at + 1].key)
            match = self._longest(tokens, at, longest, common) if longest else None
            if match is not None:
                return match
        flag = start.flag
        if flag == _NO_NAME or (flag == COMMON and not common):
            return None
        return Match(at, at + 1, tokens[at].key, flag != 0, flag == COMMON)

    def _past(self, tokens: Sequence[Token], match: Match, common: bool) -> Match | None:
        """A name that begins inside another one and ends after it."""
        for at in range(match.first + 1, match.last):
            other = self._match_at(tokens, at, self._start(tokens[at].key), common)
            if other is not None and other.last > match.last:
                return other
        return None

    def _longest(self, tokens: Sequence[Token], at: int, longest: int, common: bool) -> Match | None:
        """The longest name of two words or more."""
        keys = [tokens[at].key]
        for token in tokens[at + 1 : at + min(longest, LONGEST_NAME)]:
            if token.breaks:
                break
            keys.append(f"{keys[-1]} {token.key}")
        numbers, flags, own = self._numbers, self._flags, self.own
        for words in range(len(keys), 1, -1):
            key = keys[words - 1]
            if own and key in own:
                return Match(at, at + words, key)
            number = numbers.get(key)
            if number is not None:
                flag = flags[number]
                if flag != LOOKUP_ONLY and (flag != COMMON or common):
                    return Match(at, at + words, key, flag != 0, flag == COMMON)
        return None

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All things of a name (any spelling: it is normalised), a user's own first; codes of countries too."""
        key = normalise(name)
        return self.entries(key) + self.entries(f"{CODE_MARK}{key}")

    def entries(self, key: str) -> tuple[Entry, ...]:
        """All things of a normalised name."""
        found = self._by_key.get(key)
        if found is None:
            number = self._numbers.get(key)
            built_in = () if number is None else tuple(self._entry(target) for target in self._targets(number))
            if len(self._by_key) >= _MOST_STARTS:
                self._by_key.clear()
            found = self._by_key[key] = self.own.get(key, ()) + built_in
        return found

    @cached_property
    def _by_key(self) -> dict[str, tuple[Entry, ...]]:
        return {}

    def _targets(self, number: int) -> list[int]:
        ends = self.columns["ends"]
        start = int(ends[number - 1]) if number else 0
        targets: list[int] = self.columns["targets"][start : int(ends[number])].tolist()
        return targets

    def entry(self, number: int) -> Entry:
        """The entry of a row of ``columns``."""
        return self._entry(number)

    def _entry(self, number: int) -> Entry:
        entry = self._entries.get(number)
        if entry is None:
            entry = self._entries[number] = self._read(number)
        return entry

    def _read(self, number: int) -> Entry:
        columns, lists = self.columns, self._lists
        countries = lists["countries"][columns["country"][number]]
        return Entry(
            id=self._ids[number],
            name=self._titles[number],
            kind=lists["kinds"][columns["kind"][number]],
            lon=round(float(columns["lon"][number]), 5),
            lat=round(float(columns["lat"][number]), 5),
            radius_m=float(columns["radius_m"][number]),
            countries=tuple(countries.split(";")) if countries else (),
            admin1=lists["admin1s"][columns["admin1"][number]],
            population=int(columns["population"][number]),
            source=lists["sources"][columns["source"][number]],
            region_id=lists["region_ids"][columns["region_id"][number]],
        )

    def fuzzy(self, name: str, limit: int = 5) -> list[tuple[str, int]]:
        """Keys within a bounded edit distance of a name, nearest first, with the distance.

        One slip (letter left out, put in, changed or swapped) in a name of five letters or more, two in nine or
        more; the first letter must be right. Milliseconds, not microseconds: for what :meth:`find` left over.
        """
        key = normalise(name)
        slips = 0 if len(key) < 5 else 1 if len(key) < 9 else _LONGEST_FUZZY_DISTANCE
        if not slips:
            return []
        found = process.extract(
            key,
            self._by_initial(key[0], len(key), slips),
            scorer=OSA.distance,
            processor=None,
            score_cutoff=slips,
            limit=limit,
        )
        return [(close, int(distance)) for close, distance, _ in found if distance]

    def _by_initial(self, initial: str, length: int, slips: int) -> list[str]:
        about = (initial, length, slips)
        found = self._about.get(about)
        if found is None:
            initials = self._initials.get(initial, {})
            found = [key for size in range(length - slips, length + slips + 1) for key in initials.get(size, ())]
            self._about[about] = found
        return found

    @cached_property
    def _about(self) -> dict[tuple[str, int, int], list[str]]:
        return {}

    @cached_property
    def _initials(self) -> dict[str, dict[int, list[str]]]:
        """Keys that may be misspelled, by first letter and length."""
        sorted_keys: dict[str, dict[int, list[str]]] = {}
        for key, number in self._numbers.items():
            if self._flags[number] == 0 and len(key) > 3:
                sorted_keys.setdefault(key[0], {}).setdefault(len(key), []).append(key)
        return sorted_keys

    def with_names(self, own: dict[str, tuple[Entry, ...]]) -> Gazetteer:
        """The same gazetteer with a user's entries (:func:`read_names`) before its own."""
        return Gazetteer(self.columns, {**self.own, **own})


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The built-in names, loaded once."""
    return Gazetteer(load_arrays(Path(str(files("geo") / "data" / "gazetteer.npz"))))


def read_names(path: Path) -> dict[str, tuple[Entry, ...]]:
    """A user's own names by key, from a CSV file.

    Columns: ``name, lon, lat`` and, if wanted, ``names`` (with ;), ``kind``, ``radius_m``, ``country`` (ISO 3166-1
    alpha-2, with ;). Raises GeoError with file and line where a row cannot be read.
    """
    found: dict[str, tuple[Entry, ...]] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if missing := {"name", "lon", "lat"} - set(rows.fieldnames or ()):
                raise GeoError(f"no column {', '.join(sorted(missing))}", where=path.name, next="name it in the header")
            for entry, keys in _user_rows(rows, path):
                for key in keys:
                    found[key] = (*found.get(key, ()), entry)
    except (OSError, UnicodeDecodeError) as error:
        raise GeoError("the names cannot be read", where=path.name, next="give a CSV file in UTF-8") from error
    return found


def _user_rows(rows: csv.DictReader[str], path: Path) -> Iterator[tuple[Entry, list[str]]]:
    for row in rows:
        where = f"{path.name}:{rows.line_num}"
        try:
            lon, lat = float(row["lon"]), float(row["lat"])
            radius_m = float(row.get("radius_m") or _USER_RADIUS_M)
        except (TypeError, ValueError) as error:
            raise GeoError("lon, lat and radius_m must be numbers", where=where, next="correct the row") from error
        if not (np.isfinite([lon, lat, radius_m]).all() and abs(lon) <= 180 and abs(lat) <= 90 and radius_m > 0):
            raise GeoError(
                f"no position: lon {lon}, lat {lat}, radius_m {radius_m}", where=where, next="correct the row"
            )
        name = (row["name"] or "").strip()
        keys = [key for text in (name, *(row.get("names") or "").split(";")) if (key := normalise(text))]
        if not keys:
            raise GeoError("the name is empty", where=where, next="correct the row")
        countries = tuple(code.strip().upper() for code in (row.get("country") or "").split(";") if code.strip())
        kind = (row.get("kind") or "").strip() or "place"
        yield Entry(f"user.{keys[0].replace(' ', '_')}", name, kind, lon, lat, radius_m, countries), keys
