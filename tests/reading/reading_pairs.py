"""Pairs of a report and what must be read from it.

``pairs/NAME.txt`` begins with ``published: DATE`` and further fields of a report, a blank line, then the report.
``pairs/NAME.json`` lists the drafts that must come, in order and no others: each with the fields that matter. A field
``quotes`` maps a field to words that must be among those that support it; ``actors`` are ``"name | role"`` or
``"name | role | alleged"`` and must all be there; ``null`` means not stated.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from records.incident import Draft
from records.report import Report

FOLDER = Path(__file__).parent / "pairs"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))


@dataclass(frozen=True)
class Pair:
    """A report and its expected drafts."""

    report: Report
    expected: list[dict[str, Any]]


def pair(name: str) -> Pair:
    """The pair of a name."""
    head, _, text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    expected = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return Pair(Report(text=text, name=name, **fields), expected)


def differences(draft: Draft, expected: dict[str, Any]) -> list[str]:
    """Where a draft differs from what is expected of it."""
    shown = draft.to_json()
    found = []
    for field, value in expected.items():
        if field == "actors":
            found += _missing_actors(draft, value)
        elif field == "quotes":
            found += _missing_quotes(draft, value)
        elif field == "date_note":
            code = draft.date_note.code if draft.date_note else None
            found += [] if code == value else [f"date_note is {code}, not {value}"]
        elif field == "place":
            found += _place(shown["place"], value)
        elif shown[field] != value:
            found.append(f"{field} is {shown[field]!r}, not {value!r}")
    return found


def _missing_actors(draft: Draft, expected: list[str]) -> list[str]:
    have = {f"{actor.name} | {actor.role}{' | alleged' if actor.alleged else ''}" for actor in draft.actors}
    return [f"no actor {actor!r} among {sorted(have)}" for actor in expected if actor not in have]


def _missing_quotes(draft: Draft, expected: dict[str, str]) -> list[str]:
    return [
        f"{field} is not supported by {words!r}"
        for field, words in expected.items()
        if not any(field in quote.supports and words in quote.text for quote in draft.quotes)
    ]


def _place(place: dict[str, Any] | None, expected: dict[str, Any] | None) -> list[str]:
    if place is None or expected is None:
        return [] if place is expected else [f"place is {place}, not {expected}"]
    return [f"place.{key} is {place[key]!r}, not {value!r}" for key, value in expected.items() if place[key] != value]
