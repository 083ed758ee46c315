"""The bars and spans of the time bar: how many records of each type fall into each hour, day, week, month or year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from layers.snapshot import Mask, Snapshot, instant_us
from records.vocabulary import EVENT_TYPES

BinUnit = Literal["hour", "day", "week", "month", "year"]

MAX_BINS: dict[BinUnit, int] = {"hour": 120, "day": 92, "week": 130, "month": 240, "year": 10_000}
"""A unit is used for spans of at most so many of it; the first that holds the span is taken."""
MAX_SPANS = 400
"""More wide dates than these are not sent: the longest are, and the others are counted."""
_LENGTH_DAYS: dict[BinUnit, float] = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.25}
_DAY_US = 86_400_000_000


@dataclass(frozen=True, slots=True)
class Axis:
    """The stretch of time that the bar shows (instants in microseconds), and the unit of its bars, None for what fits.

    A unit that would need more bars than :data:`MAX_BINS` is not taken.
    """

    first_us: int
    last_us: int
    unit: BinUnit | None = None


@dataclass(frozen=True, slots=True)
class Histogram:
    """Records by type over time. ``starts`` are the instants at which the bins begin, ``end`` ends the last one.

    Instants are milliseconds since 1970 (UTC); weeks begin on Monday. ``everything``, ``filtered`` and ``selection``:
    event type → count per bin, of all records, of those that pass the filter but for its dates, and of those that
    pass it. Dates wider than a bin are :class:`WideDate`s and in no bin; ``undated`` records of the selection are in
    none either. A date that lies across two bins counts in that of its middle. ``whole``: first and last instant of
    the bins of all records, however small the stretch that is shown; ``spans_left_out``: wide dates that are too many
    to be told one by one.
    """

    unit: BinUnit
    starts: tuple[int, ...]
    end: int
    everything: dict[str, tuple[int, ...]]
    filtered: dict[str, tuple[int, ...]]
    selection: dict[str, tuple[int, ...]]
    undated: int
    whole: tuple[int, int] = (0, 0)
    spans_left_out: int = 0


@dataclass(frozen=True, slots=True)
class WideDate:
    """A record whose date is wider than a bin: a span in the time bar, never a dot.

    ``filtered``: it passes the filter but for its dates; ``selected``: it passes the filter.
    """

    id: str
    event_type: str
    t0: int
    t1: int
    filtered: bool
    selected: bool


def timeline(
    snapshot: Snapshot, filtered: Mask, selection: Mask, axis: Axis | None = None
) -> tuple[Histogram, tuple[WideDate, ...]]:
    """The histogram and the wide dates; bins are the same for every filter, so that bars do not jump.

    ``axis``: the stretch to be shown, by default that of all records, in days at the finest.
    """
    undated = int((selection & ~snapshot.has_date).sum())
    if not snapshot.has_date.any():
        return Histogram("day", (), 0, {}, {}, {}, undated), ()
    ends = int(snapshot.first_us[snapshot.has_date].min()), int(snapshot.last_us[snapshot.has_date].max())
    whole_unit = _unit(*ends, finest="day")
    whole = _edges(whole_unit, *ends)
    unit, edges = (whole_unit, whole) if axis is None else _on_axis(axis, (int(whole[0]), int(whole[-1]) - 1))
    wide = _wide(snapshot, unit)
    middle = snapshot.first_us + (snapshot.last_us - snapshot.first_us) // 2
    dated = snapshot.has_date & ~wide & (middle >= edges[0]) & (middle < edges[-1])
    bins = np.clip(np.searchsorted(edges, middle, side="right") - 1, 0, len(edges) - 2)
    spans = wide & (snapshot.first_us < edges[-1]) & (snapshot.last_us >= edges[0])
    told = _longest(snapshot, spans, filtered)
    histogram = Histogram(
        unit=unit,
        starts=tuple(int(edge) // 1000 for edge in edges[:-1]),
        end=int(edges[-1]) // 1000,
        everything=_by_type(snapshot, bins, dated, len(edges) - 1),
        filtered=_by_type(snapshot, bins, dated & filtered, len(edges) - 1),
        selection=_by_type(snapshot, bins, dated & selection, len(edges) - 1),
        undated=undated,
        whole=(int(whole[0]) // 1000, int(whole[-1]) // 1000),
        spans_left_out=max(0, int((spans & filtered).sum()) - MAX_SPANS),
    )
    return histogram, tuple(_wide_date(snapshot, row, filtered, selection) for row in told)


def _longest(snapshot: Snapshot, spans: Mask, filtered: Mask) -> list[int]:
    """The rows of the spans in order of date; where they are too many the longest that pass the filter."""
    rows = np.nonzero(spans)[0]
    if len(rows) > MAX_SPANS:
        rows = np.nonzero(spans & filtered)[0]
        length = snapshot.last_us[rows] - snapshot.first_us[rows]
        rows = np.sort(rows[np.argsort(-length, kind="stable")[:MAX_SPANS]])
    return [int(row) for row in rows]


def _on_axis(axis: Axis, whole: tuple[int, int]) -> tuple[BinUnit, NDArray[np.int64]]:
    """The unit and the bins of a stretch, which lies within that of all records."""
    first = min(max(axis.first_us, whole[0]), whole[1])
    last = max(min(axis.last_us, whole[1]), first)
    unit = axis.unit or _unit(first, last)
    if (last - first) / _DAY_US / _LENGTH_DAYS[unit] > MAX_BINS[unit] + 1:
        unit = _unit(first, last)
    return unit, _edges(unit, first, last)


def _unit(first_us: int, last_us: int, *, finest: BinUnit = "hour") -> BinUnit:
    """The finest unit of which the stretch between two instants, both included, has not too many."""
    days = (last_us - first_us) / _DAY_US + (1 if finest == "day" else 0)
    units = list(MAX_BINS)
    for unit in units[units.index(finest) :]:
        if days / _LENGTH_DAYS[unit] <= MAX_BINS[unit]:
            return unit
    return "year"


def _edges(unit: BinUnit, first_us: int, last_us: int) -> NDArray[np.int64]:
    """The instants between bins, from the start of the first record's to the end of the last one's."""
    hour = _moment(first_us).replace(minute=0, second=0, microsecond=0)
    day = hour.replace(hour=0)
    start = {
        "hour": hour,
        "day": day,
        "week": day - timedelta(days=day.weekday()),
        "month": day.replace(day=1),
        "year": day.replace(month=1, day=1),
    }[unit]
    edges = [start]
    while instant_us(edges[-1]) <= last_us:
        edges.append(_next(unit, edges[-1]))
    return np.array([instant_us(edge) for edge in edges], np.int64)


def _next(unit: BinUnit, moment: datetime) -> datetime:
    match unit:
        case "hour":
            return moment + timedelta(hours=1)
        case "day":
            return moment + timedelta(days=1)
        case "week":
            return moment + timedelta(days=7)
        case "month":
            return (moment.replace(day=1) + timedelta(days=32)).replace(day=1)
        case "year":
            return moment.replace(year=moment.year + 1)


def _moment(us: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=us)


def _wide(snapshot: Snapshot, unit: BinUnit) -> Mask:
    longest = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 31.0, "year": 366.0}[unit]
    return np.asarray(snapshot.has_date & (snapshot.last_us - snapshot.first_us >= longest * _DAY_US))


def _by_type(snapshot: Snapshot, bins: NDArray[np.int64], which: Mask, length: int) -> dict[str, tuple[int, ...]]:
    counts: dict[str, tuple[int, ...]] = {}
    for code, name in enumerate(EVENT_TYPES):
        rows = which & (snapshot.event_type == code)
        if rows.any():
            counts[name] = tuple(int(n) for n in np.bincount(bins[rows], minlength=length))
    return counts


def _wide_date(snapshot: Snapshot, row: int, filtered: Mask, selection: Mask) -> WideDate:
    return WideDate(
        id=snapshot.ids[row],
        event_type=EVENT_TYPES[snapshot.event_type[row]],
        t0=int(snapshot.first_us[row]) // 1000,
        t1=int(snapshot.last_us[row]) // 1000,
        filtered=bool(filtered[row]),
        selected=bool(selection[row]),
    )
