"""What a correction changed: the fields in which two versions of a record differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from records.flat import flatten
from records.incident import Incident, Version

UNTOLD = frozenset({"id", "source_id", "versions", "date_edtf", "region", "location_steps", "alternatives"})
"""Columns that follow from others, or tell how and not what."""


@dataclass(frozen=True, slots=True)
class Change:
    """A field that was changed, with its value before and after as JSON would hold it; None is *not stated*."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Correction:
    """A version and what it changed in the one before it."""

    version: Version
    changes: tuple[Change, ...]


def changes(before: Incident, after: Incident) -> tuple[Change, ...]:
    """The fields in which two versions differ, in the order of a record's columns."""
    old, new = flatten(before), flatten(after)
    return tuple(
        Change(name, old[name], new[name]) for name in new if name not in UNTOLD and not _same(old[name], new[name])
    )


def corrections(history: Iterable[Incident]) -> tuple[Correction, ...]:
    """The corrections of a record from its versions, the oldest first; none where it was never corrected."""
    told = []
    for number, (before, after) in enumerate(pairwise(history), start=2):
        version = after.versions[-1] if after.versions else Version(number=number)
        told.append(Correction(version, changes(before, after)))
    return tuple(told)


def _same(old: Any, new: Any) -> bool:
    """Zero is a value: 0 and *not stated* differ, while an empty text or list is as good as none."""
    return old == new or (old in ("", [], None) and new in ("", [], None))
