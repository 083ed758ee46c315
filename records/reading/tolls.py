"""How many were killed, injured, missing or survived – and which figures are none of these.

A language lists expressions with the number in ``n`` (:class:`TollWords`). Running totals of a campaign are found
first, and their figures are never read as the toll of one event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from records.reading.numbers import NumberWords, Range, expression

TollField = Literal["killed", "injured", "survivors", "missing"]


@dataclass(frozen=True)
class TollWords:
    """How a language tells tolls. In expressions ``AMOUNT`` stands for a number or range, ``PEOPLE`` for people.

    ``none``: words that state zero for the fields they name. ``presumed``: words that make the dead presumed.
    ``unless``: words before a toll (same clause) that make it unsaid ("whether", "denied that"). ``totals``: words
    that make every figure of the sentence (or of what follows ``bringing``) a running total. ``single``: articles that
    count as one; ``again``: a second figure that leaves out what it counts ("killing two on Monday, four on Tuesday").
    """

    people: str
    single: str
    again: str
    counted: tuple[tuple[TollField, str], ...]
    none: tuple[tuple[tuple[TollField, ...], str], ...]
    presumed: str
    unless: str
    revised: str
    totals: str
    bringing: str
    total: tuple[str, ...]
    strikes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Toll:
    """One figure: what it counts, the range, its span in the sentence, where the number stands (``at``)."""

    field: TollField
    count: Range
    start: int
    end: int
    at: int = 0
    presumed: bool = False
    revised: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """A running total: dead and strikes of a campaign, and where the words begin and end in the sentence."""

    start: int
    end: int
    killed: Range | None = None
    strikes: Range | None = None


@dataclass(frozen=True)
class TollFinder:
    """Finds tolls and running totals in sentences (small letters)."""

    words: TollWords
    numbers: NumberWords

    def find(self, low: str, until: int | None = None) -> tuple[Toll, ...]:
        """The tolls of a sentence, up to an offset, in order; of two that overlap the first listed wins."""
        found: list[Toll] = []
        text = low if until is None else low[:until]
        for fields, words in self._none:
            for match in words.finditer(text):
                if self._said(text, match.start()):
                    found.extend(Toll(name, Range(0, 0), match.start(), match.end()) for name in fields)
        for name, words in self._counted:
            for match in words.finditer(text):
                toll = self._toll(text, name, match)
                if toll and all(match.start("n") >= other.end or match.end("n") <= other.start for other in found):
                    found.append(toll)
                    found.extend(self._again(text, toll))
        return tuple(sorted(found, key=lambda toll: toll.start))

    def _toll(self, text: str, name: TollField, match: re.Match[str]) -> Toll | None:
        count = self._count(match)
        if (count.low is None and count.high is None) or not _whole(count) or not self._said(text, match.start()):
            return None
        presumed = name == "killed" and self._presumed.search(match.group()) is not None
        revised = self._revised.search(text) is not None
        return Toll(name, count, match.start(), match.end(), match.start("n"), presumed, revised)

    def _count(self, match: re.Match[str]) -> Range:
        """The number, or for "a man and a child" how many are named one by one."""
        if not self._single.fullmatch(match["n"]):
            return self.numbers.read(match["n"])
        named = len(self._single.findall(match.group()))
        return Range(named, named)

    def _again(self, text: str, toll: Toll) -> Iterator[Toll]:
        """The figures that follow and leave out what they count."""
        for match in self._follows.finditer(text, toll.end, toll.end + 120):
            count = self.numbers.read(match["n"])
            if _whole(count) and count.stated is not None:
                yield replace(toll, count=count, start=match.start("n"), end=match.end(), at=match.start("n"))

    def _said(self, text: str, start: int) -> bool:
        return self._unless.search(text[max(0, start - 90) : start]) is None

    def total(self, low: str) -> Total | None:
        """The running total of a sentence, or None."""
        bringing = self._bringing.search(low)
        if bringing is None and self._totals.search(low) is None:
            return None
        start = bringing.start() if bringing else 0
        part = low[start:]
        killed, strikes = self._first(self._total, part), self._first(self._strikes, part)
        if bringing is None and killed is None:
            killed = next((toll.count for toll in self.find(low) if toll.field == "killed"), None)
        if killed is None and bringing is not None:
            return None
        return Total(start, len(low), killed, strikes)

    def _first(self, expressions: tuple[re.Pattern[str], ...], text: str) -> Range | None:
        for words in expressions:
            if (match := words.search(text)) and _whole(count := self.numbers.read(match["n"])):
                return count
        return None

    def _compiled(self, source: str) -> re.Pattern[str]:
        return expression(source.replace("AMOUNT", self.numbers.amount).replace("PEOPLE", self.words.people))

    @cached_property
    def _counted(self) -> tuple[tuple[TollField, re.Pattern[str]], ...]:
        return tuple((name, self._compiled(source)) for name, source in self.words.counted)

    @cached_property
    def _single(self) -> re.Pattern[str]:
        return expression(rf"\b(?:{self.words.single})\b")

    @cached_property
    def _follows(self) -> re.Pattern[str]:
        return self._compiled(self.words.again)

    @cached_property
    def _none(self) -> tuple[tuple[tuple[TollField, ...], re.Pattern[str]], ...]:
        return tuple((fields, self._compiled(source)) for fields, source in self.words.none)

    @cached_property
    def _total(self) -> tuple[re.Pattern[str], ...]:
        return tuple(self._compiled(source) for source in self.words.total)

    @cached_property
    def _strikes(self) -> tuple[re.Pattern[str], ...]:
        return tuple(self._compiled(source) for source in self.words.strikes)

    @cached_property
    def _presumed(self) -> re.Pattern[str]:
        return expression(self.words.presumed)

    @cached_property
    def _revised(self) -> re.Pattern[str]:
        return expression(self.words.revised)

    @cached_property
    def _unless(self) -> re.Pattern[str]:
        return expression(rf"(?:{self.words.unless})(?: [\w'-]+){{0,6}}\W*$")

    @cached_property
    def _totals(self) -> re.Pattern[str]:
        return self._compiled(self.words.totals)

    @cached_property
    def _bringing(self) -> re.Pattern[str]:
        return self._compiled(self.words.bringing)


def _whole(count: Range) -> bool:
    """People are whole, and no more than a city of them."""
    return all(end is None or (end == int(end) and 0 <= end < 1_000_000) for end in (count.low, count.high))
