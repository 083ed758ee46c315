"""Joins all names to one file: entries, and a sorted list of keys that point at them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

import numpy as np
import shapely

from geo import shapes
from geo.derive import airports, countries, places, ports, regions, sea_names, seas
from geo.derive.entry import RawEntry
from geo.derive.packages import DATA, as_array
from geo.derive.variants import variants
from geo.derive.words import AT_SEA, WELL_KNOWN_POPULATION, common_words, very_common_words
from geo.gazetteer import CODE_MARK, COMMON, COMMON_AND_KNOWN, LOOKUP_ONLY
from geo.spelling import normalise

_LONGEST = 6
_OFTEN_WORDS = frozenset({"town", "port", "anchorage", "airport", "region"})
"""Kinds whose names are taken from registries unread, so that common words are among them."""
_TOWN_OF_SIZE = 50_000
_NEVER = frozenset(
    {"", "the", "of", "and", "island", "islands", "port", "bay", "sea", "gulf", "cape", "river", "coast"}
)


def write() -> None:
    """Write ``gazetteer.npz``."""
    found = _all_entries()
    _fill_admin1(found)
    keys = _keys(found)
    names = sorted(keys)
    targets = [sorted(keys[name]) for name in names]
    flags = [_flag(name, [found[target] for target in row]) for name, row in zip(names, targets, strict=True)]
    starts: dict[str, int] = defaultdict(int)
    for name, flag in zip(names, flags, strict=True):
        words = name.split(" ")
        if flag in {0, COMMON_AND_KNOWN}:
            starts[words[0]] = max(starts[words[0]], len(words))
    kinds, sources, areas = (
        sorted({getattr(entry, field) for entry in found}) for field in ("kind", "source", "admin1")
    )
    codes = sorted({";".join(entry.countries) for entry in found})
    region_ids = sorted({entry.region_id for entry in found})
    columns = {
        "kind": np.array([kinds.index(entry.kind) for entry in found], "u1"),
        "source": np.array([sources.index(entry.source) for entry in found], "u1"),
        "country": np.array(_places(codes, [";".join(entry.countries) for entry in found]), "u2"),
        "admin1": np.array(_places(areas, [entry.admin1 for entry in found]), "u2"),
        "region_id": np.array(_places(region_ids, [entry.region_id for entry in found]), "u2"),
    }
    words_lists = {"kinds": kinds, "sources": sources, "countries": codes, "admin1s": areas, "region_ids": region_ids}
    np.savez_compressed(
        DATA / "gazetteer.npz",
        allow_pickle=False,
        **columns,
        lists=shapes.pack_strings([json.dumps(words_lists)]),
        lon=np.array([entry.lon for entry in found], "f4"),
        lat=np.array([entry.lat for entry in found], "f4"),
        radius_m=np.array([entry.radius_m for entry in found], "f4"),
        population=np.array([entry.population for entry in found], "u4"),
        ids=shapes.pack_strings([entry.id for entry in found]),
        titles=shapes.pack_strings([entry.name.replace("\n", " ") for entry in found]),
        keys=shapes.pack_strings(names),
        flags=np.array(flags, "u1"),
        ends=np.cumsum([len(row) for row in targets]).astype("u4"),
        targets=np.array([target for row in targets for target in row], "u4"),
        first_words=shapes.pack_strings(list(starts)),
        first_lengths=np.array(list(starts.values()), "u1"),
    )


def _all_entries() -> list[RawEntry]:
    parts = (seas, countries, regions, sea_names, ports, places, airports)
    return [entry for part in parts for entry in part.entries()]


def _places(values: list[str], wanted: Iterable[str]) -> list[int]:
    at = {value: place for place, value in enumerate(values)}
    return [at[value] for value in wanted]


def _fill_admin1(found: list[RawEntry]) -> None:
    """Give each point of a coast its first-level region: the one that holds it, or the nearest within 0.3 degrees."""
    rows = regions.regions()
    tree = shapely.STRtree(shapely.simplify(as_array([row.geometry for row in rows]), 0.01))
    wanted = [entry for entry in found if not entry.region_id]
    points = shapely.points([(entry.lon, entry.lat) for entry in wanted])
    at, area = tree.query_nearest(points, max_distance=0.3, all_matches=False)
    for number, row in zip(at, area, strict=True):
        if not wanted[number].countries or rows[row].alpha2 in wanted[number].countries:
            wanted[number].admin1 = rows[row].id


def _keys(found: list[RawEntry]) -> dict[str, set[int]]:
    """Each key with the numbers of the entries that it may mean; a variant never joins another thing's own name."""
    own: dict[str, set[int]] = defaultdict(set)
    other: dict[str, set[int]] = defaultdict(set)
    for number, entry in enumerate(found):
        for spelling in (entry.name, *entry.spellings) if entry.kind != "demonym" else entry.spellings:
            key = normalise(spelling)
            if key in _NEVER or key.count(" ") >= _LONGEST or len(key) < 2:
                continue
            if key.startswith("the "):
                key = key[4:]
            own[key].add(number)
            if entry.kind != "town" or entry.population > 5_000:
                for variant in variants(key):
                    other[variant].add(number)
        for code in _codes(entry):
            own[f"{CODE_MARK}{code}"].add(number)
    for key, numbers in other.items():
        if key not in own and key.count(" ") < _LONGEST:
            own[key] = numbers
    return own


def _codes(entry: RawEntry) -> tuple[str, ...]:
    if entry.kind != "country":
        return ()
    return tuple(code.lower() for code in (entry.region_id.removeprefix("country."), *entry.countries))


def _flag(key: str, targets: list[RawEntry]) -> int:
    """How a key may be matched in running text."""
    kinds = {entry.kind for entry in targets}
    if len(key) < 3 or key.startswith(CODE_MARK):
        return COMMON_AND_KNOWN if key == "us" else 0 if key == "uk" else LOOKUP_ONLY
    people = max(entry.population for entry in targets)
    if not _is_common(key, people):
        return 0
    if not kinds <= _OFTEN_WORDS:
        return COMMON_AND_KNOWN if kinds & _OFTEN_WORDS else 0
    return COMMON_AND_KNOWN if people >= WELL_KNOWN_POPULATION and key not in AT_SEA else COMMON


def _is_common(key: str, people: int) -> bool:
    """Whether a key reads as words: one common word, or several very common ones that name no town of size."""
    words = key.split(" ")
    if len(words) == 1:
        return key in common_words()
    return people < _TOWN_OF_SIZE and all(word in very_common_words() or word.isdigit() for word in words)
