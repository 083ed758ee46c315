"""Dates in words: "2 September", "late on Thursday", "days ago", "last week", counted from the publication.

A language lists its expressions (:class:`CalendarWords`); each names the rule here that reads it. A date that
cannot be told says why: relative words without a day of publication, or words that name no day ("recently").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from geo.message import Message
from records.dates import Span, month_span, year_span
from records.errors import RecordsError
from records.reading import wording
from records.reading.numbers import NumberWords, expression
from records.report import Report

_ONE = frozenset({"a", "an", "un", "una"})
"""Articles that count as one: "a week ago"."""
VAGUE_LEAST, VAGUE_MOST = 2, 7
"""What "days ago" and "days after" mean without a number: 2 to 7 of the unit."""


@dataclass(frozen=True)
class CalendarWords:
    """How a language writes dates: expressions over small letters in order of preference, with their rule.

    Groups: ``day``, ``day_2``, ``month``, ``year``, ``part`` (early, mid, late), ``weekday``, ``last``, ``next``,
    ``n``, ``unit``, ``word``. ``months`` by their first three letters, ``weekdays`` by their first three (Monday 0),
    ``units`` in days, ``words`` as the days (from, to) counted from the publication. ``clock``: a time of day in UTC;
    ``background``: words that say from when or until when something goes on.
    """

    rules: tuple[tuple[str, str], ...]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, int]
    words: Mapping[str, tuple[int, int]]
    parts: Mapping[str, int]
    clock: str
    background: str


def zone(name: str) -> ZoneInfo:
    """A time zone by its IANA name. Raises :class:`RecordsError` where there is none of the name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as reason:
        raise RecordsError(f"'{name}' is no time zone", next="use an IANA name, such as America/Caracas") from reason


@dataclass(frozen=True, slots=True)
class Clock:
    """What dates count from: the day of publication in the report's time zone, if it is known."""

    published: date | None
    numbers: NumberWords
    calendar: CalendarWords

    @classmethod
    def of(cls, report: Report, numbers: NumberWords, calendar: CalendarWords) -> Clock:
        """The clock of a report. Raises :class:`RecordsError` for a time zone that does not exist."""
        published = report.published
        if isinstance(published, datetime):
            published = published.astimezone(zone(report.timezone)).date()
        return cls(published, numbers, calendar)


@dataclass(frozen=True, slots=True)
class DateFound:
    """One date in a sentence: where it stands (offsets in the sentence), what it says, and why it may be open.

    ``offset`` is set where it counts from another event: the days (from, to) to add, negative for "before".
    """

    start: int
    end: int
    words: str
    rule: str
    span: Span | None = None
    note: Message | None = None
    flags: tuple[str, ...] = ()
    offset: tuple[int, int] | None = None
    background: bool = False
    """Whether it only says from when or until when something goes on ("since September")."""

    @property
    def stated(self) -> bool:
        """Whether it is a date by itself, and not one that counts from another."""
        return self.offset is None


Rule = Callable[["re.Match[str]", Clock], DateFound]


class DateFinder:
    """Finds the dates of sentences; made once for a report."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        amount = clock.numbers.number
        self._rules = [(name, _compiled(source.replace("NUMBER", amount))) for name, source in clock.calendar.rules]
        self._time = _compiled(clock.calendar.clock)
        self._background = _compiled(rf"\b(?:{clock.calendar.background}) ?$")
        self._begins_background = _compiled(rf"(?:{clock.calendar.background}) ")

    def find(self, words: str) -> tuple[DateFound, ...]:
        """All dates of a sentence, in order; of two that overlap the more precise rule wins."""
        found: list[DateFound] = []
        for name, rule in self._rules:
            for match in rule.finditer(words):
                if all(match.end() <= other.start or match.start() >= other.end for other in found):
                    found.append(self._read(name, match))
        found = [replace(item, background=self._is_background(words, item)) for item in found]
        found.sort(key=lambda item: item.start)
        return tuple(self._timed(words, _without_repeats(found)))

    def _is_background(self, words: str, item: DateFound) -> bool:
        before = words[max(0, item.start - 10) : item.start]
        return bool(self._begins_background.match(item.words) or self._background.search(before))

    def _read(self, name: str, match: re.Match[str]) -> DateFound:
        try:
            return replace(RULES[name](match, self.clock), rule=name)
        except (ValueError, OverflowError):
            note = wording.DATE_IMPOSSIBLE(words=match.group().strip())
            return _found(match, note=note, flags=("date_unreadable",), rule=name)

    def _timed(self, words: str, dates: list[DateFound]) -> Iterable[DateFound]:
        """Give the time of day, where one is stated in UTC, to the one day of the sentence."""
        days = [item for item in dates if item.span and item.span.start == item.span.end]
        time = self._time.search(words) if len(days) == 1 else None
        for item in dates:
            yield _at(item, time) if time and item is days[0] else item


def _at(item: DateFound, time: re.Match[str]) -> DateFound:
    hour, minute = int(time["hour"]), int(time["minute"] or 0)
    if item.span is None or isinstance(item.span.start, datetime) or hour > 23 or minute > 59:
        return item
    moment = datetime(item.span.start.year, item.span.start.month, item.span.start.day, hour, minute, tzinfo=UTC)
    return replace(item, span=Span(moment, moment, "minute"))


def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(expression(source).pattern, re.IGNORECASE)


def _without_repeats(found: list[DateFound]) -> list[DateFound]:
    """A weekday beside a full date adds nothing: "Monday, September 1"."""
    kept: list[DateFound] = []
    for item in found:
        last = kept[-1] if kept else None
        if last and item.start - last.end <= 3 and {last.rule, item.rule} & {"weekday"} and last.rule != item.rule:
            other = item if last.rule == "weekday" else last
            if other.rule in {"day_month", "iso"}:
                kept[-1] = replace(other, start=last.start, end=item.end)
                continue
        kept.append(item)
    return kept


def _found(
    match: re.Match[str],
    span: Span | None = None,
    note: Message | None = None,
    flags: tuple[str, ...] = (),
    offset: tuple[int, int] | None = None,
    rule: str = "",
) -> DateFound:
    start, end = match.span()
    if match.string[end - 1] == "." and match.string[max(0, end - 5) : end - 1].isalpha():
        end -= 1  # the full stop of the sentence and not that of a short form
    return DateFound(start, end, match.string[start:end], rule, span, note, flags, offset)


def _counted(
    match: re.Match[str], clock: Clock, span: Callable[[date], Span], flags: tuple[str, ...] = ()
) -> DateFound:
    """A date that counts from the publication, or the reason why it cannot."""
    words = " ".join(match.group().split())
    if clock.published is None:
        return _found(match, note=wording.DATE_NEEDS_PUBLISHED(words=words))
    note = wording.DATE_COUNTED(words=words, published=wording.written_day(clock.published))
    return _found(match, span(clock.published), note, flags)


def _group(match: re.Match[str], name: str) -> str | None:
    return match[name] if name in match.re.groupindex else None


def _month(match: re.Match[str], clock: Clock) -> int:
    return clock.calendar.months[match["month"][:3].lower()]


def _iso(match: re.Match[str], clock: Clock) -> DateFound:
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    return _found(match, Span(day, day, "day"))


def _slashes(match: re.Match[str], clock: Clock) -> DateFound:
    """Day and month in figures: kept apart only where one of them cannot be a month."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if first > 12 or second > 12 or first == second:
        month, day = (second, first) if first > 12 else (first, second)
        found = date(year, month, day)
        return _found(match, Span(found, found, "day"))
    ends = sorted((date(year, first, second), date(year, second, first)))
    return _found(
        match, None, wording.DATE_VAGUE(words=f"{match.group()} ({ends[0]} / {ends[1]})"), ("date_ambiguous",)
    )


def _day_month(match: re.Match[str], clock: Clock) -> DateFound:
    month, day, year = _month(match, clock), int(match["day"]), _group(match, "year")
    last = int(_group(match, "day_2") or day)
    kind = "throughout" if _group(match, "lasted") else "within"

    def span(of: int) -> Span:
        return Span(date(of, month, day), date(of, month, last), "day", kind)  # type: ignore[arg-type]

    if short := _group(match, "short"):
        year = str(_past_century(int(short), clock))
    if year:
        return _found(match, span(int(year)))
    return _counted(match, clock, lambda published: span(_year_before(published, month, day)))


def _past_century(short: int, clock: Clock) -> int:
    """A year of two digits lies in the past."""
    latest = clock.published.year if clock.published else datetime.now(UTC).year
    return 2000 + short if 2000 + short <= latest else 1900 + short


def _year_before(published: date, month: int, day: int) -> int:
    """The year of the last such day up to and including the publication."""
    return published.year - ((month, day) > (published.month, published.day))


def _month_only(match: re.Match[str], clock: Clock) -> DateFound:
    month, year = _month(match, clock), _group(match, "year")
    part = clock.calendar.parts.get((_group(match, "part") or "").lower())
    if year:
        return _found(match, _part_of(month_span(int(year), month), part))
    return _counted(
        match, clock, lambda published: _part_of(month_span(_year_before(published, month, 1), month), part)
    )


def _part_of(month: Span, part: int | None) -> Span:
    """Early, mid or late in a month: its first, second or last ten days."""
    if part is None:
        return month
    first, last = month.start, month.end
    starts = (first, first.replace(day=11), first.replace(day=21))
    ends = (first.replace(day=10), first.replace(day=20), last)
    return Span(starts[part], ends[part], "week")


def _weekday(match: re.Match[str], clock: Clock) -> DateFound:
    if _group(match, "next"):
        return _found(match, note=wording.DATE_ANNOUNCED_OPEN(), offset=None)
    wanted = clock.calendar.weekdays[match["weekday"][:3].lower()]
    same = clock.published is not None and clock.published.weekday() == wanted
    doubtful = bool(_group(match, "last")) and same

    def span(published: date) -> Span:
        day = published - timedelta(days=(published.weekday() - wanted) % 7 + (7 if doubtful else 0))
        return Span(day, day, "day")

    return _counted(match, clock, span, ("date_weekday_ambiguous",) if doubtful else ())


def _ago(match: re.Match[str], clock: Clock) -> DateFound:
    first, last = _gap(match, clock)
    if last > 366 * 5 or (_group(match, "n") is None and clock.calendar.units[_unit(match, clock)] >= 28):
        return _found(match, note=wording.DATE_VAGUE(words=match.group()))

    def span(published: date) -> Span:
        start, end = published - timedelta(days=last), published - timedelta(days=first)
        return Span(start, end, "day" if start == end else "week")

    return _counted(match, clock, span)


def _unit(match: re.Match[str], clock: Clock) -> str:
    return next(unit for unit in clock.calendar.units if match["unit"].lower().startswith(unit))


def _gap(match: re.Match[str], clock: Clock) -> tuple[int, int]:
    """How many days lie between, at least and at most."""
    days = clock.calendar.units[_unit(match, clock)]
    named = (_group(match, "n") or "").lower()
    number = 1 if named in _ONE else clock.numbers.value(named) if named else None
    if days == 0:
        return 0, 1
    if number is None:
        return VAGUE_LEAST * days, VAGUE_MOST * days
    exact = round(number * days)
    slack = 0 if days == 1 else days // 2 if days >= 28 else 1
    return max(exact - slack, 0), exact + slack


def _words(match: re.Match[str], clock: Clock) -> DateFound:
    first, last = clock.calendar.words[" ".join(match["word"].lower().split())]

    def span(published: date) -> Span:
        start, end = published + timedelta(days=first), published + timedelta(days=last)
        return Span(start, end, "day" if (end - start).days <= 1 else "week")

    return _counted(match, clock, span)


def _last_week(match: re.Match[str], clock: Clock) -> DateFound:
    def span(published: date) -> Span:
        monday = published - timedelta(days=published.weekday() + 7)
        return Span(monday, monday + timedelta(days=6), "week")

    return _counted(match, clock, span)


def _this_week(match: re.Match[str], clock: Clock) -> DateFound:
    return _counted(match, clock, lambda day: Span(day - timedelta(days=day.weekday()), day, "week"))


def _weekend(match: re.Match[str], clock: Clock) -> DateFound:
    def span(published: date) -> Span:
        saturday = published - timedelta(days=(published.weekday() - 5) % 7)
        return Span(saturday, min(saturday + timedelta(days=1), published), "day")

    return _counted(match, clock, span)


def _last_month(match: re.Match[str], clock: Clock) -> DateFound:
    def span(published: date) -> Span:
        before = published.replace(day=1) - timedelta(days=1)
        return month_span(before.year, before.month)

    return _counted(match, clock, span)


def _this_month(match: re.Match[str], clock: Clock) -> DateFound:
    return _counted(match, clock, lambda day: replace(month_span(day.year, day.month), end=day))


def _last_year(match: re.Match[str], clock: Clock) -> DateFound:
    return _counted(match, clock, lambda published: year_span(published.year - 1))


def _this_year(match: re.Match[str], clock: Clock) -> DateFound:
    return _counted(match, clock, lambda day: replace(year_span(day.year), end=day))


def _year(match: re.Match[str], clock: Clock) -> DateFound:
    return _found(match, year_span(int(match["year"])))


def _vague(match: re.Match[str], clock: Clock) -> DateFound:
    return _found(match, note=wording.DATE_VAGUE(words=match.group()))


def _future(match: re.Match[str], clock: Clock) -> DateFound:
    return _found(match, note=wording.DATE_VAGUE(words=match.group()))


def _after(match: re.Match[str], clock: Clock) -> DateFound:
    """What comes next in the sentence lies so many days earlier: "days after the strike"."""
    first, last = _gap(match, clock)
    return _found(match, offset=(-last, -first))


def _before(match: re.Match[str], clock: Clock) -> DateFound:
    return _found(match, offset=_gap(match, clock))


def _earlier(match: re.Match[str], clock: Clock) -> DateFound:
    """What counts back from another date of the sentence: "said on Tuesday that … a day earlier"."""
    first, last = _gap(match, clock) if _group(match, "unit") else (1, 1)
    return _found(match, offset=(-last, -first))


def _later(match: re.Match[str], clock: Clock) -> DateFound:
    """What counts from the event told before: "the same day", "two days later"."""
    return _found(match, offset=_gap(match, clock) if _group(match, "unit") else (0, 0))


def _next_day(match: re.Match[str], clock: Clock) -> DateFound:
    return _found(match, offset=(1, 1))


RULES: Mapping[str, Rule] = {
    "iso": _iso,
    "slashes": _slashes,
    "day_month": _day_month,
    "month_only": _month_only,
    "weekday": _weekday,
    "ago": _ago,
    "words": _words,
    "last_week": _last_week,
    "this_week": _this_week,
    "weekend": _weekend,
    "last_month": _last_month,
    "this_month": _this_month,
    "last_year": _last_year,
    "this_year": _this_year,
    "year": _year,
    "vague": _vague,
    "future": _future,
    "after": _after,
    "before": _before,
    "earlier": _earlier,
    "later": _later,
    "next_day": _next_day,
}
"""The rules that a language's expressions name."""
