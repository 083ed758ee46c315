"""Numbers as people write them: "11", "eleven", "a dozen", "at least 20", "between 3 and 5", "some 1,200".

A language gives its words (:class:`NumberWords`); this file makes one expression of them, to be set into the
expressions of tolls, quantities and distances, and reads what was matched as a range. Words that name no number
("several", "dozens") are none here: what is not stated stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


def expression(source: str) -> re.Pattern[str]:
    """Compile an expression in which a blank stands for any run of blanks, and a blank with ``?`` for any or none."""
    return re.compile(source.replace(" ?", r"\s*").replace(" ", r"\s+"))


def any_of(words: str) -> str:
    """``a|b c`` as a group that is not captured."""
    return f"(?:{words})"


@dataclass(frozen=True, slots=True)
class Range:
    """A number or a range; an end is None where the words leave it open ("at least a dozen")."""

    low: float | None
    high: float | None

    def times(self, factor: float) -> Range:
        """The range in another unit."""
        return Range(None if self.low is None else self.low * factor, None if self.high is None else self.high * factor)

    @property
    def stated(self) -> float | None:
        """The figure as it was written (the lower one of two)."""
        return self.low if self.low is not None else self.high


@dataclass(frozen=True)
class NumberWords:
    """How a language writes numbers. All words are in small letters; ``|`` separates alternatives.

    ``open_above``: "at least", "more than" (the stated figure is kept as the lower end); ``open_below``: "up to";
    ``filler``: words before a number that do not change it ("about", "all", "the"); ``between`` and ``joiner``
    make ranges; ``joint`` joins the parts of one number ("thirty-one", "treinta y uno").
    """

    small: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    whole: Mapping[str, int]
    open_above: str
    open_below: str
    filler: str
    between: str
    joiner: str
    joint: str
    thousands: str = ","
    decimal: str = "."

    @cached_property
    def _bare(self) -> str:
        small, tens, scale, whole = (_choice(words) for words in (self.small, self.tens, self.scales, self.whole))
        unit = rf"(?:{tens}(?:{self.joint}{small})?|{small})"
        spelled = rf"{unit}(?: {scale}(?:(?: and| y)? {unit})?)?"
        mark, point = re.escape(self.thousands), re.escape(self.decimal)
        digits = rf"(?:\d{{1,3}}(?:{mark}\d{{3}})+|\d{{1,9}})(?:{point}\d{{1,3}})?"
        return rf"(?:{digits}(?: (?:{scale}|million|billion|millones|bn)\b)?|{whole}|{spelled})"

    @cached_property
    def number(self) -> str:
        """The expression of one number, without groups."""
        return rf"(?:{_NOT_WITHIN}{self._bare}{_NOT_BEFORE})"

    @cached_property
    def amount(self) -> str:
        """The expression of a number or range with the words that qualify it, without groups."""
        words = f"{self.open_above}|{self.open_below}|{self.filler}"
        first, second = f"{_NOT_WITHIN}{self._bare}", f"{self._bare}{_NOT_BEFORE}"
        pair = rf"{first}(?: (?:{self.joiner}) | ?[-–] ?){second}|(?:{self.between}) {first} (?:and|y) {second}"
        return rf"(?:(?:\b(?:{words})\s+){{0,3}}(?:{pair}|{self.number}))"

    def read(self, words: str) -> Range:
        """The range that matched words state; both ends None where they hold no number."""
        found = [value for text in self._numbers.findall(words) if (value := self.value(text)) is not None]
        if not found:
            return Range(None, None)
        if len(found) > 1:
            return Range(min(found), max(found))
        if self._above.search(words):
            return Range(found[0], None)
        return Range(None, found[0]) if self._below.search(words) else Range(found[0], found[0])

    def value(self, words: str) -> float | None:
        """One number in digits or words."""
        text = " ".join(words.split())
        if text in self.whole:
            return self.whole[text]
        head, _, scale = text.partition(" ") if text[:1].isdigit() else (text, "", "")
        if head[:1].isdigit():
            figure = float(head.replace(self.thousands, "").replace(self.decimal, "."))
            return figure * _FACTORS.get(scale, self.scales.get(scale, 1))
        return self._spelled(text)

    def _spelled(self, text: str) -> float | None:
        total = part = 0
        for word in re.split(r"[\s-]+", text):
            if word in self.scales:
                total, part = total + max(part, 1) * self.scales[word], 0
            elif (value := self.small.get(word, self.tens.get(word))) is not None:
                part += value
            elif word not in {"and", "y"}:
                return None
        return total + part

    @cached_property
    def _numbers(self) -> re.Pattern[str]:
        return expression(rf"(?<!\w){self._bare}(?!\w)")

    @cached_property
    def _above(self) -> re.Pattern[str]:
        return expression(rf"\b(?:{self.open_above})\b")

    @cached_property
    def _below(self) -> re.Pattern[str]:
        return expression(rf"\b(?:{self.open_below})\b")


_FACTORS = {"million": 10**6, "billion": 10**9, "millones": 10**6, "bn": 10**9}
# No part of a name, a sum of money, a date or a longer number.
_NOT_WITHIN = r"(?<![\w$€£.,/:-])"
_NOT_BEFORE = r"(?![\w/]|[.,:]\d|-\w|%)"


def _choice(words: Mapping[str, int]) -> str:
    """An expression of the words, the longest first."""
    return any_of("|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True)))
