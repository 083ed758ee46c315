"""Periods of time: a record belongs to those that its dates reach into, by the share of its days in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from records.dates import first_instant, last_instant
from records.incident import Incident

PeriodChoice = Literal["none", "month", "year"]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A month or a year in UTC, both days included."""

    start: date
    end: date

    @property
    def name(self) -> str:
        """``2025-09`` or ``2025``."""
        whole_year = (self.start.month, self.end.month) == (1, 12)
        return f"{self.start.year:04d}" if whole_year else f"{self.start.year:04d}-{self.start.month:02d}"


def parts_of(incident: Incident, choice: PeriodChoice) -> list[tuple[Period | None, float]]:
    """The periods that a record reaches into, with the share of its days in each; they sum to 1.

    None stands for all time, and for records without a date.
    """
    start, end = incident.date_start or incident.date_end, incident.date_end or incident.date_start
    if choice == "none" or start is None or end is None:
        return [(None, 1.0)]
    first, last = first_instant(start).date(), last_instant(end).date()
    days = (last - first).days + 1
    return [
        (period, ((min(last, period.end) - max(first, period.start)).days + 1) / days)
        for period in _periods(first, last, choice)
    ]


def _periods(first: date, last: date, choice: PeriodChoice) -> Iterator[Period]:
    start = first.replace(day=1) if choice == "month" else first.replace(month=1, day=1)
    while start <= last:
        following = (start + timedelta(days=32 if choice == "month" else 366)).replace(day=1)
        if choice == "year":
            following = date(start.year + 1, 1, 1) if start.year < date.max.year else date.max
        yield Period(start, following - timedelta(days=1))
        start = following
