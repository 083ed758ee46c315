"""Dates as they are told: first and last moment, with a precision, in UTC.

The model is EDTF's (ISO 8601-2): *within* is one moment somewhere inside (``[a..b]``), *throughout* means that
it lasted (``a/b``). The precision says how it was told and never overrides the two ends.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from records.errors import RecordsError
from records.vocabulary import DateKind, DatePrecision

Moment = date | datetime
"""A day (``date``) or a moment (aware ``datetime``, UTC). A ``datetime`` is a ``date`` in Python: ask for it first."""

_DAY = re.compile(r"^(-?\d{4})-(\d{2})-(\d{2})$")
_MONTH = re.compile(r"^(-?\d{4})-(\d{2})$")
_YEAR = re.compile(r"^(-?\d{4})$")
_WEEK = re.compile(r"^(\d{4})-?W(\d{2})$")
_DAY_OTHERWISE = re.compile(r"^\d{8}$|^\d{4}-?W\d{2}-?\d$")
"""A day in ISO 8601 without hyphens, or as a day of a week."""


def parse_moment(value: str | Moment) -> Moment:
    """Read ``2024-05-01`` as a day and ``2024-05-01T17:30:00Z`` as a moment in UTC.

    No zone stated means UTC. 24:00 is the end of its day. Raises :class:`RecordsError` for anything else.
    """
    if isinstance(value, datetime):
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return value
    text = value.strip()
    try:
        if _DAY.match(text) or _DAY_OTHERWISE.match(text):
            return date.fromisoformat(text)
        if _WEEK.match(text):
            raise ValueError("a week is no day")
        ends_day = re.sub(r"([T ])24:00(:00)?", r"\g<1>00:00:00", text)
        moment = datetime.fromisoformat(ends_day)
    except ValueError as reason:
        raise RecordsError(f"'{text}' is no date", next="write 2024-05-01 or 2024-05-01T17:30:00Z") from reason
    moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment + timedelta(days=1) if ends_day != text else moment


def format_moment(value: Moment) -> str:
    """A day as ``2024-05-01``, a moment as ``2024-05-01T17:30:00Z`` (seconds are written, fractions only if any)."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat()


def first_instant(value: Moment) -> datetime:
    """The first instant of a day or moment, UTC."""
    return value if isinstance(value, datetime) else datetime.combine(value, time.min, tzinfo=UTC)


def last_instant(value: Moment) -> datetime:
    """The last instant of a day (its last microsecond) or the moment itself, UTC."""
    return value if isinstance(value, datetime) else datetime.combine(value, time.max, tzinfo=UTC)


def overlaps(start: Moment | None, end: Moment | None, since: Moment | None, until: Moment | None) -> bool:
    """Whether ``start`` to ``end`` may lie inside ``since`` to ``until``; days count whole, None is open.

    A span without any date lies inside only where no limit is set.
    """
    if since is None and until is None:
        return True
    if start is None and end is None:
        return False
    first = first_instant(start if start is not None else end)  # type: ignore[arg-type]
    last = last_instant(end if end is not None else start)  # type: ignore[arg-type]
    return (until is None or first <= last_instant(until)) and (since is None or last >= first_instant(since))


@dataclass(frozen=True, slots=True)
class Span:
    """When something happened: first and last moment that may hold it (both included), and how it was told."""

    start: Moment
    end: Moment
    precision: DatePrecision
    kind: DateKind = "within"

    @property
    def edtf(self) -> str:
        """The span in EDTF: ``2024-05-01``, ``2024-05``, ``[a..b]`` or ``a/b``."""
        return edtf(self.start, self.end, self.precision, self.kind)


def week_span(year: int, week: int) -> Span:
    """A whole week of ISO 8601, Monday to Sunday, told as one; ``ValueError`` where the year has no such week."""
    monday = date.fromisocalendar(year, week, 1)
    return Span(monday, monday + timedelta(days=6), "week")


def month_span(year: int, month: int) -> Span:
    """A whole month, told as one."""
    last = calendar.monthrange(year, month)[1]
    return Span(date(year, month, 1), date(year, month, last), "month")


def year_span(year: int) -> Span:
    """A whole year, told as one."""
    return Span(date(year, 1, 1), date(year, 12, 31), "year")


def parse_span(text: str) -> Span:
    """Read EDTF as far as records use it: a day, week, month, year, moment, ``a/b`` or ``[a..b]``.

    Raises :class:`RecordsError` where the text is none of these or the end lies before the start.
    """
    text = text.strip()
    if text.startswith("[") and text.endswith("]") and ".." in text:
        first, last = text[1:-1].split("..", 1)
        return _joined(first, last, "within")
    if "/" in text:
        first, last = text.split("/", 1)
        return _joined(first, last, "throughout")
    if found := _MONTH.match(text):
        try:
            return month_span(int(found[1]), int(found[2]))
        except (ValueError, calendar.IllegalMonthError) as reason:
            raise RecordsError(f"'{text}' is no month", next="write 2024-05") from reason
    if found := _WEEK.match(text):
        try:
            return week_span(int(found[1]), int(found[2]))
        except ValueError as reason:
            raise RecordsError(f"'{text}' is no week", next="write 2024-W18") from reason
    if found := _YEAR.match(text):
        return year_span(int(found[1]))
    moment = parse_moment(text)
    return Span(moment, moment, "minute" if isinstance(moment, datetime) else "day")


def _joined(first: str, last: str, kind: DateKind) -> Span:
    start, end = parse_span(first), parse_span(last)
    if first_instant(start.start) > last_instant(end.end):
        raise RecordsError(f"'{last.strip()}' lies before '{first.strip()}'", next="swap the two ends")
    return Span(start.start, end.end, start.precision, kind)


def edtf(start: Moment | None, end: Moment | None, precision: DatePrecision | None, kind: DateKind) -> str:
    """First and last moment in EDTF; empty where neither is known."""
    if start is None and end is None:
        return ""
    if start is None or end is None:
        known = format_moment(start if start is not None else end)  # type: ignore[arg-type]
        opened = f"{known}..", f"..{known}"
        return f"[{opened[0] if end is None else opened[1]}]"
    if start == end:
        return format_moment(start)
    for span, shown in _whole(start):
        if (span.start, span.end, span.precision) == (start, end, precision):
            return shown
    if kind == "throughout":
        return f"{format_moment(start)}/{format_moment(end)}"
    return f"[{format_moment(start)}..{format_moment(end)}]"


def _whole(start: Moment) -> tuple[tuple[Span, str], tuple[Span, str]]:
    return (
        (month_span(start.year, start.month), f"{start.year:04d}-{start.month:02d}"),
        (year_span(start.year), f"{start.year:04d}"),
    )
