"""A language: all its words in one place, and how to tell which one a report is written in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from records.reading.hedges import HedgeWords
from records.reading.numbers import NumberWords
from records.reading.pattern import Pattern
from records.reading.quantities import QuantityWords
from records.reading.sayings import SayingWords
from records.reading.sentences import plain
from records.reading.tolls import TollWords
from records.reading.when import CalendarWords
from records.reading.where import LocationWords
from records.reading.who import PartyWords

LOOKED_AT = 20_000
"""How many characters of a report are looked at to tell its language."""


@dataclass(frozen=True)
class Language:
    """The words of a language (ISO 639-1 ``code``). ``marks`` are short words that hardly any other language has.

    ``separate``: words that keep a story apart from the one told before. ``continues``: how a sentence begins that
    goes on about the same event. ``vessels``: vessels of any kind; ``strikes``: how many strikes (``n``); ``one``:
    what makes a vessel a single one; ``plural``: how a vessel's name in the plural ends; ``ordinals``: "second",
    "another". ``partner`` and ``by``: what stands before one who helped, and one who did it. ``happened``: words of
    taking place; ``after``: what begins a clause about something before. ``pronoun``: words by which a speaker means
    themselves. ``claimed``: words by which somebody says that it was they; ``next_verb``: what begins another deed in
    the same sentence; ``team``: words after a force of which only a team is on board. ``aside``: a
    part of a sentence that tells why something was done.
    """

    code: str
    marks: frozenset[str]
    numbers: NumberWords
    calendar: CalendarWords
    parties: PartyWords
    tolls: TollWords
    quantities: QuantityWords
    locations: LocationWords
    sayings: SayingWords
    hedges: HedgeWords
    patterns: tuple[Pattern, ...]
    continues: str
    separate: str
    vessels: str
    strikes: str
    partner: str
    by: str
    happened: str
    pronoun: str
    one: str
    plural: str
    ordinals: str
    claimed: str
    next_verb: str
    team: str
    aside: str
    after: str


def language_of(text: str, languages: tuple[Language, ...], stated: str = "") -> Language:
    """The language of a report: the stated one if it is known, else the one whose short words are most."""
    for language in languages:
        if stated.lower().startswith(language.code):
            return language
    words = Counter(plain(text[:LOOKED_AT]).lower().split())
    return max(languages, key=lambda language: sum(words[mark] for mark in language.marks))
