"""Parties: who is named in a sentence – forces, offices, persons, gangs, pirates, ships, aircraft, crews.

A language lists expressions by kind (:class:`PartyWords`). Of two that overlap the longer wins. Bare surnames are
given the full name that the report used ("Marco Rubio" … "Rubio").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from records.reading.numbers import expression
from records.reading.pattern import PartyKind
from records.reading.sentences import Sentence


@dataclass(frozen=True)
class PartyWords:
    """How a language names parties.

    ``kinds``: expressions over small letters. ``names``: expressions over the words as written (capitals tell a
    name); a group ``name`` is the name itself, ``name_2`` and ``name_3`` others. ``article`` is taken off the front
    of a name. ``alleged``: words that make a part a mere allegation. ``not_names``: words that are no name.
    ``none_of``: words before a party that leave nobody of it. ``he``: pronouns of one who spoke before.
    """

    kinds: tuple[tuple[PartyKind, str], ...]
    names: tuple[tuple[PartyKind, str], ...]
    article: str
    alleged: str
    not_names: str
    none_of: str
    he: str


@dataclass(frozen=True, slots=True)
class Party:
    """A party named in a sentence: its kind, its name without article, and its span (offsets in the sentence)."""

    kind: PartyKind
    name: str
    start: int
    end: int
    alleged: bool = False
    named: bool = False


@dataclass(frozen=True)
class PartyFinder:
    """Finds the parties of sentences; made once for a report, for it knows the report's full names."""

    words: PartyWords
    surnames: dict[str, str] = field(default_factory=dict)

    def learn(self, report: Iterable[Sentence]) -> None:
        """Take note of the full names in a report, so that bare surnames can be told."""
        for sentence in report:
            for kind, found in self._names:
                if kind == "person":
                    for match in found.finditer(sentence.plain):
                        self._learn(_name(match))

    def _learn(self, name: str) -> None:
        parts = name.split()
        if parts and (len(parts) > 1 or parts[0] not in self.surnames):
            self.surnames.setdefault(parts[-1], name)
            if len(parts) > 1 and len(self.surnames[parts[-1]].split()) == 1:
                self.surnames[parts[-1]] = name

    def find(self, sentence: Sentence) -> tuple[Party, ...]:
        """All parties of a sentence, in order, none within another."""
        found: list[Party] = []
        for kind, words in self._names:
            for match in words.finditer(sentence.plain):
                if "name_2" in match.re.groupindex:
                    named = [each for each in ("name_3", "name_2", "name") if match.groupdict().get(each)]
                    found += [Party(kind, match[each], *match.span(each), named=True) for each in named]
                else:
                    found.append(self._party(sentence, kind, match, _name(match)))
        for kind, words in self._kinds:
            for match in words.finditer(sentence.low):
                found.append(self._party(sentence, kind, match, sentence.plain[slice(*match.span())]))
        found.extend(self._by_surname(sentence))
        found = [party for party in found if party.start >= sentence.body and self._is_named(party)]
        found = [party for party in found if not self._none_of.search(sentence.low[: party.start])]
        return tuple(_longest(found))

    def without_article(self, name: str) -> str:
        """A name without the article before it."""
        article = self._article.match(name.lower())
        return name[article.end() :] if article else name

    def _is_named(self, party: Party) -> bool:
        if party.kind in {"ship", "group", "person"}:
            return bool(party.name) and not self._not_names.fullmatch(party.name.lower())
        return bool(party.name)

    def _by_surname(self, sentence: Sentence) -> Iterable[Party]:
        for match in _CAPITALISED.finditer(sentence.plain):
            if name := self.surnames.get(match.group()):
                yield Party("person", name, match.start(), match.end(), named=True)

    def _party(self, sentence: Sentence, kind: PartyKind, match: re.Match[str], name: str) -> Party:
        if kind == "person":
            name = self.surnames.get(name.split()[-1], name) if name else name
        # The number of people or boats may begin with an article ("a dozen men"): it is taken off with the number.
        counted = (
            kind in {"suspects", "pirates", "crew", "vessel", "warship", "aircraft"}
            and "name" not in match.re.groupindex
        )
        article = None if counted else self._article.match(name.lower())
        before = sentence.low[max(0, match.start() - 40) : match.start()]
        alleged = self._alleged.search(match.group().lower()) or self._alleged_before.search(before)
        shown = " ".join(name[article.end() if article else 0 :].split())
        named = kind in {"ship", "warship", "person"} and "name" in match.re.groupindex
        return Party(kind, shown, match.start(), match.end(), alleged is not None, named)

    @cached_property
    def _names(self) -> tuple[tuple[PartyKind, re.Pattern[str]], ...]:
        return tuple((kind, expression(source)) for kind, source in self.words.names)

    @cached_property
    def _kinds(self) -> tuple[tuple[PartyKind, re.Pattern[str]], ...]:
        return tuple((kind, expression(source)) for kind, source in self.words.kinds)

    @cached_property
    def _article(self) -> re.Pattern[str]:
        return expression(rf"(?:{self.words.article}) ")

    @cached_property
    def _alleged(self) -> re.Pattern[str]:
        return expression(self.words.alleged)

    @cached_property
    def _alleged_before(self) -> re.Pattern[str]:
        return expression(rf"(?:{self.words.alleged})(?: [\w'-]+)?\W*$")

    @cached_property
    def _none_of(self) -> re.Pattern[str]:
        return expression(rf"\b(?:{self.words.none_of}) $")

    @cached_property
    def _not_names(self) -> re.Pattern[str]:
        return expression(self.words.not_names)


_CAPITALISED = re.compile(r"(?<!\w)[A-ZÀ-Þ][\w'-]*[\w](?!\w)")


def _name(match: re.Match[str]) -> str:
    return (match["name"] if "name" in match.re.groupindex else match.group()).strip(" \"'").removesuffix("'s")


def _longest(found: list[Party]) -> Iterable[Party]:
    """Parties in order; where two overlap, the one with a name of its own, then the longer, then the first listed."""
    found.sort(key=lambda party: (not party.named, party.start - party.end))
    taken: list[Party] = []
    for party in found:
        if all(party.end <= other.start or party.start >= other.end for other in taken):
            taken.append(party)
    return sorted(taken, key=lambda party: party.start)
