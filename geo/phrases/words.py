"""What a language's words mean in the grammar of position: the table that each language fills in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PositionWords:
    """The words of one language that say where a thing lies relative to a name.

    All words are keys of :func:`geo.spelling.word_key`. ``compass``: a word → points of the compass as letters
    (``n``, ``ne``, ``nne``); ``compass_letters``: the same for bare letters, which count only beside a distance or
    before "of". ``units``: a unit → metres. ``numbers``: a number in words → its value. ``features``: a noun that
    introduces or follows a name ("port of X", "X roads") → what it says about the place. ``flag_after``: words that
    make a name a ship's flag; ``ship_after``: that make a country's name one; ``people_after``: that make it an
    adjective of people or forces ("Nigerian navy").
    """

    compass: Mapping[str, str]
    compass_letters: Mapping[str, str]
    units: Mapping[str, float]
    numbers: Mapping[str, float]
    articles: frozenset[str]
    of: frozenset[str]
    off: frozenset[str]
    near: frozenset[str]
    at: frozenset[str]
    within: frozenset[str]
    outside: frozenset[str]
    between: frozenset[str]
    joined: frozenset[str]
    toward: frozenset[str]
    leaving: frozenset[str]
    motion: frozenset[str]
    features: Mapping[str, str]
    flag_after: frozenset[str]
    ship_after: frozenset[str]
    people_after: frozenset[str]
    said: frozenset[str]
    ships: frozenset[str]


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


def meanings(table: Mapping[str, str]) -> dict[str, str]:
    """Turn ``{meaning: "word word"}`` about: each word with its meaning."""
    return {word: meaning for meaning, text in table.items() for word in text.split()}


def sizes(table: Mapping[float, str]) -> dict[str, float]:
    """Turn ``{metres: "unit, unit"}`` about: each unit, of one word or two, with its size."""
    return {unit.strip(): size for size, text in table.items() for unit in text.split(",")}
