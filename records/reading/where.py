"""The words that say where: "about 120 nautical miles southeast of Aden", "in the southern Caribbean".

A small reader of word classes walks from each preposition, distance or direction over the words that may belong
to a place, and keeps the longest run that names one. What a place it is, is for :func:`geo.locate` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from geo.coordinates import WrittenPosition, find_coordinates
from records.reading.numbers import expression
from records.reading.sentences import Sentence
from records.reading.who import Party

Class = Literal[
    "start",
    "to",
    "inner",
    "quiet",
    "number",
    "unit",
    "direction",
    "water",
    "feature",
    "name",
    "position",
    "comma",
    "none",
]


@dataclass(frozen=True)
class LocationWords:
    """Classes of words of places, as expressions over one word in small letters.

    ``start``: prepositions that open a place; ``to``: those that say where something goes; ``inner``: those that only
    stand inside ("of", "from"); ``quiet``: articles and words that may stand between; ``unit`` and ``direction``;
    ``water``: words that mean water or coast; ``feature``: other kinds of place (port, island); ``sea``: words that
    make a name the name of a sea (capital letter); ``not_names``: capitalised words that are no places;
    ``speech``: words before a place where somebody only spoke; ``adjectives``: of nations; ``beside``: a place told
    by another thing ("near a US vessel"); ``trailing``: words of direction that follow a name and belong to it.
    """

    start: str
    to: str
    inner: str
    quiet: str
    unit: str
    direction: str
    water: str
    feature: str
    sea: str
    bare_seas: str
    not_names: str
    speech: str
    adjectives: str
    joins: str
    beside: str
    trailing: str = r"(?!)"


@dataclass(frozen=True, slots=True)
class LocationFound:
    """Words of a place: their span in the sentence and how much they say (``weight``, more is better)."""

    start: int
    end: int
    words: str
    weight: float
    speech: bool = False
    towards: bool = False
    sea: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    kind: Class


_WORD = re.compile(r"\d[\d.,]*|[^\W\d_][\w'.-]*[\w]|[^\W_]|[(),;:]")
_MEASURE = re.compile(r"\(\s*[\d.,]+[^()]{1,30}\)")
_HEADING = re.compile(r"^\s*([A-ZÀ-Þ][A-ZÀ-Þ' ,()-]{3,50}):\s")
_SHORT_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
LONGEST_PLACE = 32
"""Most words that one place may have."""


class LocationFinder:
    """Finds the places that sentences name."""

    def __init__(self, words: LocationWords, numbers: str) -> None:
        self.words = words
        self._number_words = expression(numbers)

    def find(self, sentence: Sentence, parties: tuple[Party, ...]) -> tuple[LocationFound, ...]:
        """All places in a sentence, in order, none within another."""
        positions, _ = find_coordinates(sentence.plain)
        words = list(self._words(sentence, parties, positions))
        found: list[LocationFound] = []
        place = 0
        while place < len(words):
            run = self._run(words, place)
            if run and (location := self._location(sentence, words, place, run)):
                found.append(location)
                place = run
            else:
                place += 1
        found.extend(self._bare(sentence, found, parties))
        found.extend(self._heading(sentence, found))
        return tuple(sorted(found, key=lambda item: item.start))

    def beside(self, sentence: Sentence) -> tuple[int, int] | None:
        """Words that tell the place by another thing ("near a U.S. vessel"), or None."""
        match = self._beside.search(sentence.low)
        return match.span("words") if match else None

    def _words(
        self, sentence: Sentence, parties: tuple[Party, ...], positions: tuple[WrittenPosition, ...]
    ) -> Iterator[_Word]:
        taken = [(party.start, party.end) for party in parties if party.kind not in {"state", "vessel", "crew"}]
        skip = sentence.body
        for match in _WORD.finditer(sentence.plain):
            if match.start() < skip:
                continue
            position = next((at for at in positions if at.start <= match.start() < at.end), None)
            if position:
                skip = position.end
                yield _Word(position.start, position.end, sentence.plain[position.start : position.end], "position")
                continue
            beside = _MEASURE.match(sentence.plain, match.start()) if match.group() == "(" else None
            if beside:
                skip = beside.end()
                continue
            within = any(start <= match.start() < end for start, end in taken)
            yield _Word(match.start(), match.end(), match.group(), "none" if within else self._class(match.group()))

    def _class(self, text: str) -> Class:
        low = text.lower().rstrip(".")
        if text == ",":
            return "comma"
        if _SHORT_NUMBER.fullmatch(low) or self._number_words.fullmatch(low):
            return "number"
        for kind, words in self._classes:
            if words.fullmatch(low):
                return kind
        named = text[0].isupper() and not self._not_names.fullmatch(low.removesuffix("'s"))
        return "name" if named else "none"

    def _run(self, words: list[_Word], first: int) -> int | None:
        """The end of the longest run of words that names a place from here on, or None."""
        if not self._opens(words, first):
            return None
        last = None
        between = False
        named = ""
        for place in range(first, min(len(words), first + LONGEST_PLACE)):
            word, before = words[place], words[place - 1] if place > first else None
            between = between or word.text.lower() in {"between", "entre"}
            if not self._goes_on(words, place, first, between, last == place):
                break
            whole = word.kind in {"water", "position"} or (
                word.kind == "name" and not self._only_adjective(word, before)
            )
            if whole or (word.kind == "feature" and named):
                last = place + 1
            if self._trails(word, before):
                last = place + 1
            if word.kind in {"name", "position"}:
                named = word.text
            if before is not None and word.kind == "to":
                break
        return last

    def _trails(self, word: _Word, before: _Word | None) -> bool:
        """Whether a word of direction belongs to the name before it ("Pacífico oriental")."""
        trails = before is not None and before.kind == "name" and self._trailing.fullmatch(word.text.lower())
        return bool(trails)

    def _opens(self, words: list[_Word], place: int) -> bool:
        kind = words[place].kind
        following = words[place + 1].kind if place + 1 < len(words) else "none"
        if kind in {"start", "to", "position"}:
            return True
        if kind == "number":
            return following == "unit"
        return kind == "direction" and following in {"inner", "direction"}

    def _goes_on(self, words: list[_Word], place: int, first: int, between: bool, complete: bool) -> bool:
        """Whether a word may belong to the run that began at ``first``."""
        word = words[place]
        following = words[place + 1] if place + 1 < len(words) else None
        if word.kind == "none":
            return (between or not complete) and word.text.lower() in self._join_words and place > first
        if word.kind == "comma":
            return (
                complete
                and following is not None
                and following.kind in {"name", "start", "number", "direction", "position", "inner", "quiet"}
            )
        if word.kind == "to":
            return place == first
        if word.kind == "number":
            return (following is not None and following.kind in {"unit", "inner", "number", "quiet"}) or (
                complete and words[place - 1].kind == "name"
            )
        return True

    def _location(self, sentence: Sentence, words: list[_Word], first: int, end: int) -> LocationFound | None:
        run = words[first:end]
        names = [word for word in run if word.kind == "name"]
        kinds = {word.kind for word in run}
        if names and all(self._is_adjective(word) for word in names) and not kinds & {"water", "position", "feature"}:
            return None
        if names and self._is_adjective(names[-1]) and run[-1] is names[-1] and len(names) == 1:
            return None
        if not names and not kinds & {"water", "position"}:
            return None
        start = run[0].start if run[0].kind not in {"start", "to"} else run[1].start if len(run) > 1 else run[0].end
        if run[0].text.lower() in self._kept:
            start = run[0].start
        shown = sentence.plain[start : run[-1].end]
        before = sentence.low[max(0, run[0].start - 60) : run[0].start]
        sea = "water" in kinds or bool(self._sea.search(shown))
        return LocationFound(
            start,
            run[-1].end,
            shown,
            self._weight(kinds, bool(names), sea, run),
            self._speech.search(before) is not None,
            run[0].kind == "to",
            sea,
        )

    def _weight(self, kinds: set[Class], named: bool, sea: bool, run: list[_Word]) -> float:
        if "position" in kinds:
            return 6.0
        if not named:
            return 1.0
        weight = 1.5 + (1.5 if sea else 0) + (2.2 if "unit" in kinds else 0.7 if "direction" in kinds else 0)
        return weight + (0.7 if run[0].text.lower() in self._kept else 0) + (0.3 if "feature" in kinds else 0)

    def _is_adjective(self, word: _Word) -> bool:
        return self._adjectives.fullmatch(word.text.lower().removesuffix("'s")) is not None

    def _only_adjective(self, word: _Word, before: _Word | None) -> bool:
        """Whether a name is an adjective that begins something else ("southwest of Aden, the British firm")."""
        return before is not None and before.kind == "quiet" and self._is_adjective(word)

    def _bare(
        self, sentence: Sentence, found: list[LocationFound], parties: tuple[Party, ...]
    ) -> Iterator[LocationFound]:
        """Names of seas that stand without a preposition ("a Caribbean boat strike")."""
        taken = [(item.start, item.end) for item in found]
        taken += [(party.start, party.end) for party in parties if party.kind in {"force", "office", "ship", "group"}]
        for match in self._bare_seas.finditer(sentence.plain, sentence.body):
            if all(match.end() <= start or match.start() >= end for start, end in taken):
                yield LocationFound(match.start(), match.end(), match.group(), 1.4, sea=True)

    def _heading(self, sentence: Sentence, found: list[LocationFound]) -> Iterator[LocationFound]:
        """Headings of the older lists of incidents: "GULF OF ADEN: …"."""
        match = _HEADING.match(sentence.plain)
        if match and not any(item.start < match.end(1) for item in found):
            yield LocationFound(match.start(1), match.end(1), match.group(1), 1.2)

    @cached_property
    def _classes(self) -> tuple[tuple[Class, re.Pattern[str]], ...]:
        words = self.words
        listed: tuple[tuple[Class, str], ...] = (
            ("unit", words.unit),
            ("direction", words.direction),
            ("start", words.start),
            ("to", words.to),
            ("inner", words.inner),
            ("quiet", words.quiet),
            ("water", words.water),
            ("feature", words.feature),
        )
        return tuple((kind, expression(source)) for kind, source in listed)

    @cached_property
    def _trailing(self) -> re.Pattern[str]:
        return expression(self.words.trailing)

    @cached_property
    def _kept(self) -> frozenset[str]:
        """Prepositions that are part of the words of a place, for they move it."""
        return frozenset(["off", "near", "between", "close", "outside", "frente", "cerca", "entre", "beyond"])

    @cached_property
    def _join_words(self) -> frozenset[str]:
        return frozenset(self.words.joins.split("|"))

    @cached_property
    def _not_names(self) -> re.Pattern[str]:
        return expression(self.words.not_names)

    @cached_property
    def _speech(self) -> re.Pattern[str]:
        return expression(self.words.speech)

    @cached_property
    def _adjectives(self) -> re.Pattern[str]:
        return expression(self.words.adjectives)

    @cached_property
    def _sea(self) -> re.Pattern[str]:
        return expression(self.words.sea)

    @cached_property
    def _bare_seas(self) -> re.Pattern[str]:
        return expression(self.words.bare_seas)

    @cached_property
    def _beside(self) -> re.Pattern[str]:
        return expression(self.words.beside)
