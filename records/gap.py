"""Gaps: where the records hold nothing, or not all, because nothing was in reach. No data is not quiet."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import model_validator

from records.incident import Record
from records.vocabulary import EventType

GapExtent = Literal["all", "some"]


class Gap(Record):
    """A span of days, both included, in which data are known to be missing.

    ``date_end`` None: nothing was looked at since. ``event_types``: what is missing (empty: of any type). ``extent``:
    whether everything of these types is missing (``all``), or only some of it, or of its figures.
    """

    date_start: date
    date_end: date | None = None
    event_types: tuple[EventType, ...] = ()
    extent: GapExtent = "some"
    what: str
    why: str

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.date_end is not None and self.date_end < self.date_start:
            raise ValueError("a gap ends before it begins")
        return self
