"""Quantities: how much was seized or given, apart from distances, speeds, shares and tolls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from records.reading.numbers import NumberWords, Range, expression


@dataclass(frozen=True)
class QuantityWords:
    """How a language writes quantities.

    ``units``: expression of a unit → its short name. ``goods``: expression of what is counted → its name.
    ``things``: things counted without a unit (rifles). ``money``: expressions with ``n`` and the currency in
    ``unit`` (looked up in ``currencies``).
    """

    units: Mapping[str, str]
    goods: Mapping[str, str]
    of: str
    things: str
    things_name: str
    money: tuple[str, ...]
    currencies: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of something: range, unit (kg, tonnes, lb, USD, packages …), substance, span in the sentence."""

    count: Range
    unit: str
    substance: str
    start: int
    end: int

    @property
    def weighed(self) -> bool:
        """Whether it is a weight or volume and no mere count of packages."""
        return self.unit in {"kg", "tonnes", "tons", "lb", "g", "litres", "gallons", "barrels"}


@dataclass(frozen=True)
class QuantityFinder:
    """Finds goods by weight or number, and sums of money."""

    words: QuantityWords
    numbers: NumberWords

    def goods(self, low: str) -> tuple[Quantity, ...]:
        """Goods with their amount, in order."""
        found = [self._goods(match) for match in self._weighed.finditer(low)]
        found += [
            Quantity(
                self.numbers.read(match["n"]), " ".join(match["thing"].split()), self.words.things_name, *match.span()
            )
            for match in self._things.finditer(low)
        ]
        return tuple(sorted((item for item in found if item.count.stated is not None), key=lambda item: item.start))

    def substances(self, low: str) -> tuple[tuple[str, int, int], ...]:
        """The goods that a sentence names, each once, with the span of its first naming."""
        seen: dict[str, tuple[str, int, int]] = {}
        for match in self._named.finditer(low):
            name = self._good(match.group())
            seen.setdefault(name, (name, match.start(), match.end()))
        return tuple(seen.values())

    def money(self, low: str) -> tuple[Quantity, ...]:
        """Sums of money, in order."""
        found: dict[int, Quantity] = {}
        for words in self._money:
            for match in words.finditer(low):
                unit = self.words.currencies[match["unit"].strip()]
                count = self.numbers.read(match["n"])
                if count.stated is not None:
                    found.setdefault(match.end(), Quantity(count, unit, "", *match.span()))
        return tuple(sorted(found.values(), key=lambda item: item.start))

    def _goods(self, match: re.Match[str]) -> Quantity:
        substance = self._good(match["good"]) if match["good"] else ""
        return Quantity(self.numbers.read(match["n"]), self._unit(match["unit"]), substance, *match.span())

    def _unit(self, words: str) -> str:
        return next(name for found, name in self._units if found.fullmatch(words))

    def _good(self, words: str) -> str:
        return next((name for found, name in self._kinds if found.fullmatch(words)), words)

    @cached_property
    def _units(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((expression(source), name) for source, name in self.words.units.items())

    @cached_property
    def _kinds(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((expression(source), name) for source, name in self.words.goods.items())

    @cached_property
    def _weighed(self) -> re.Pattern[str]:
        units, goods = "|".join(self.words.units), "|".join(self.words.goods)
        beside = r"(?: \([^)]{1,40}\))?"
        return expression(
            rf"(?P<n>{self.numbers.amount})[ -]?(?P<unit>{units})\b{beside}"
            rf"(?: (?:{self.words.of}))?(?:(?: [\w'-]+){{0,3}}? (?P<good>{goods})\b)?".replace("[ -]?", r"[\s-]?")
        )

    @cached_property
    def _things(self) -> re.Pattern[str]:
        return expression(rf"(?P<n>{self.numbers.amount}) (?:[\w'-]+ ){{0,2}}?(?P<thing>{self.words.things})\b")

    @cached_property
    def _named(self) -> re.Pattern[str]:
        return expression(rf"\b(?:{'|'.join(self.words.goods)})\b")

    @cached_property
    def _money(self) -> tuple[re.Pattern[str], ...]:
        return tuple(expression(source.replace("AMOUNT", self.numbers.amount)) for source in self.words.money)


def largest(found: Iterable[Quantity]) -> Quantity | None:
    """What stands for the whole: a weight before a count of packages; of two weights of one unit the larger."""
    ordered = sorted(found, key=lambda item: (not item.weighed, not item.substance))
    return ordered[0] if ordered else None
