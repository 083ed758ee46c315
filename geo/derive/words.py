"""Words of everyday English and Spanish that are no names of towns, from open word frequencies."""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib.resources import files

from geo.derive.packages import TABLES
from geo.spelling import normalise

FREQUENT = {"en": 7_000, "es": 3_000, "fr": 2_000}
"""How many of the most frequent words of each language are taken as common."""
WELL_KNOWN_POPULATION = 200_000
"""A town of this size keeps its name though the word is common (Nice, Reading, Mobile)."""

AT_SEA = frozenset(normalise(word) for word in (TABLES / "at_sea.txt").read_text(encoding="utf-8").split())
"""Words of reports that never are a town, however large it is (Anchorage)."""
_VERY_FREQUENT = 1_500


@cache
def common_words() -> frozenset[str]:
    """Keys of words that a report uses as words."""
    found = set(AT_SEA)
    for language, count in FREQUENT.items():
        found.update(_frequent(language)[:count])
    return frozenset(found)


@cache
def very_common_words() -> frozenset[str]:
    """Keys of words so frequent in English that a name made of them alone is more likely a phrase ("One Mile")."""
    return AT_SEA | frozenset(_frequent("en")[:_VERY_FREQUENT])


@cache
def _frequent(language: str) -> tuple[str, ...]:
    """Keys of a language's words, the most frequent first."""
    packed = files("spellchecker").joinpath(f"resources/{language}.json.gz").read_bytes()
    frequency: dict[str, int] = json.loads(gzip.decompress(packed))
    return tuple(normalise(word) for word in sorted(frequency, key=lambda word: (-frequency[word], word)))
