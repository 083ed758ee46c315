"""Running totals: what the records add up to by a day, against what others published by then.

Where a store holds strikes on boats (``sub_event_type`` *boat_strike*) only their announcements count: searches for the
missing repeat people of a strike, and offloads and running totals overlap single events, so they are never added up.
Another store has its incidents at sea counted, each as one (see :data:`Counted`). Sums are ranges. Where the day of a
record is not certain it counts from its first possible day for the upper end and from its last possible day for the
lower one, so that the true sum lies in the range on every day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from records.dates import first_instant, last_instant
from records.incident import Incident

BOAT_STRIKE = "boat_strike"
"""The ``sub_event_type`` that alone counts in a store that holds any."""

Counted = Literal["strikes", "incidents"]
"""What a store's totals count: announcements of strikes on boats, or incidents at sea that were not retracted."""

Figure = Literal["strikes", "vessels", "killed"]
FIGURES: tuple[Figure, ...] = get_args(Figure)

Range = tuple[int, int]
"""Lower and upper end, both included."""


@dataclass(frozen=True, slots=True)
class PublishedTotal:
    """A running total as a publisher printed it (None where it leaves a figure out).

    ``scope``: what is counted, after the source. ``difference``: why our sum differs, empty where it does not.
    """

    stated_on: date
    strikes: int | None
    vessels: int | None
    killed: int | None
    scope: str
    publisher: str
    url: str
    link: bool
    difference: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    """What records add up to, each figure as a range; ``records`` of them, ``no_toll`` without any toll stated."""

    strikes: Range = (0, 0)
    vessels: Range = (0, 0)
    killed: Range = (0, 0)
    records: int = 0
    no_toll: int = 0

    def figure(self, name: Figure) -> Range:
        """One figure by its name."""
        found: Range = getattr(self, name)
        return found


@dataclass(frozen=True, slots=True)
class Step:
    """The sums from this day on, until the next step."""

    day: date
    strikes: Range
    vessels: Range
    killed: Range


@dataclass(frozen=True, slots=True)
class Running:
    """The sums of records over time: a step for each day that changes one, the whole, and what has no date."""

    steps: tuple[Step, ...]
    whole: Sum
    undated: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """A published total, our sum up to its day, and which of its figures lie outside our range."""

    total: PublishedTotal
    ours: Sum
    outside: tuple[Figure, ...]


def counts(record: Incident, what: Counted = "strikes") -> bool:
    """Whether a record counts in totals of this kind."""
    if what == "strikes":
        return record.sub_event_type == BOAT_STRIKE
    return record.at_sea and record.claim_status != "retracted"


def figures_of(record: Incident) -> dict[Figure, Range]:
    """What one record adds: an announcement is at least one strike on one boat; a toll not stated adds nothing.

    ``strikes`` of a record that is no strike are incidents: one.
    """
    return {
        "strikes": _range(record.strikes_min, record.strikes_max, 1),
        "vessels": _range(record.vessels, record.vessels, 1),
        "killed": _range(record.killed_min, record.killed_max, 0),
    }


def sum_of(records: Iterable[Incident], what: Counted = "strikes") -> Sum:
    """The sum of those records that count, whatever their dates."""
    counted = [record for record in records if counts(record, what)]
    added = [figures_of(record) for record in counted]
    ranges = {name: (sum(one[name][0] for one in added), sum(one[name][1] for one in added)) for name in FIGURES}
    unstated = sum(record.killed_min is None and record.killed_max is None for record in counted)
    return Sum(**ranges, records=len(counted), no_toll=unstated)


def sum_up_to(records: Iterable[Incident], day: date) -> Sum:
    """The sum of all that may have happened up to and including a day (UTC).

    This is what a total published on that day is held against: what fits that day or the next was known when the
    total was printed.
    """
    return sum_of(record for record in records if (days := _days(record)) is not None and days[0] <= day)


def running(records: Iterable[Incident], what: Counted = "strikes") -> Running:
    """The sums over time, each day's range holding whatever the uncertain dates allow."""
    counted = [record for record in records if counts(record, what)]
    changes: dict[date, dict[Figure, list[int]]] = {}
    undated = 0
    for record in counted:
        days = _days(record)
        if days is None:
            undated += 1
            continue
        first, last = days
        for name, (low, high) in figures_of(record).items():
            _change(changes, last, name)[0] += low
            _change(changes, first, name)[1] += high
    return Running(_steps(changes), sum_of(counted, what), undated)


def compared(records: Iterable[Incident], totals: Sequence[PublishedTotal]) -> tuple[Comparison, ...]:
    """Each published total beside our sum up to its day."""
    counted = [record for record in records if counts(record)]
    return tuple(_compared(total, sum_up_to(counted, total.stated_on)) for total in totals)


def _compared(total: PublishedTotal, ours: Sum) -> Comparison:
    outside = []
    for name in FIGURES:
        stated: int | None = getattr(total, name)
        low, high = ours.figure(name)
        if stated is not None and not low <= stated <= high:
            outside.append(name)
    return Comparison(total, ours, tuple(outside))


def _range(low: int | None, high: int | None, unstated: int) -> Range:
    if low is None and high is None:
        return unstated, unstated
    least = low if low is not None else 0
    return least, high if high is not None else least


def _days(record: Incident) -> tuple[date, date] | None:
    """The first and the last day on which a record may lie, None where neither is known."""
    start = record.date_start if record.date_start is not None else record.date_end
    end = record.date_end if record.date_end is not None else record.date_start
    if start is None or end is None:
        return None
    return first_instant(start).date(), last_instant(end).date()


def _change(changes: dict[date, dict[Figure, list[int]]], day: date, name: Figure) -> list[int]:
    return changes.setdefault(day, {}).setdefault(name, [0, 0])


def _steps(changes: dict[date, dict[Figure, list[int]]]) -> tuple[Step, ...]:
    reached: dict[Figure, Range] = dict.fromkeys(FIGURES, (0, 0))
    steps = []
    for day in sorted(changes):
        for name, (low, high) in changes[day].items():
            reached[name] = (reached[name][0] + low, reached[name][1] + high)
        steps.append(Step(day, **reached))
    return tuple(steps)
