"""The built-in case's own words in other languages: gaps, differences, summaries, disputes, notes, parties.

The tables are written in English, and exports stay as the tables are. ``words_es.json`` beside them holds the Spanish
of each text, so that whoever changes one in English sees what is to be said anew (a test compares the two). Titles of
records, quotes and titles of sources are not here: they stay in the language in which they were written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache

from records.case import facts

LANGUAGES = ("es",)
"""Languages, besides English, in which the case's own words are told."""

NOT_STATED = "not stated"
"""What the table of routes says where no source names an end."""


@cache
def own_words(language: str) -> Mapping[str, str]:
    """English text → the same in another language; empty for a language that is not held."""
    if language not in LANGUAGES:
        return {}
    told: dict[str, str] = json.loads((facts.FOLDER / f"words_{language}.json").read_text(encoding="utf-8"))
    return told


def own_texts() -> Iterator[str]:
    """Every text of the tables that has to be told in each language, some of them more than once."""
    for gap in facts.gaps():
        yield from (gap.what, gap.why)
    for total in facts.published_totals():
        yield from (text for text in (total.scope, total.difference) if text)
    for record in facts.incidents():
        texts = (record.summary, record.dispute, record.notes, record.quantity_unit, record.substance)
        yield from (text for text in texts if text)
    for route in facts.routes():
        texts = (route.summary, route.mode.replace("_", " "), route.commodity, route.share_text, route.confidence)
        yield from (text for text in texts if text)
        if not route.period.isdigit():
            yield route.period
        yield from (text for text in (route.from_text, route.to_text) if text == NOT_STATED)
