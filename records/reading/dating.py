"""When an event happened: which of the dates in its sentences is its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from geo.message import Message
from records.dates import Span, first_instant, last_instant
from records.reading import wording
from records.reading.event import Event, Portion
from records.reading.findings import Findings
from records.reading.numbers import expression
from records.reading.scan import Scan, Scanned
from records.reading.when import DateFound

Dated = tuple[Scanned, DateFound]


def date_events(scan: Scan, found: Sequence[Event], drafts: Sequence[Findings]) -> None:
    """Date every event: first those that state a date, then those that count from another event."""
    happened = expression(scan.language.happened)
    for event, findings in zip(found, drafts, strict=True):
        if event.announced:
            findings.values["date_note"] = _announced(scan)
        elif chosen := _stated(scan, event, happened):
            _take(findings, *chosen)
    for event, findings in zip(found, drafts, strict=True):
        counted = any(relation.offset is not None for _, relation in event.dates())
        if not event.announced and "date_start" not in findings.values and not counted:
            _told(scan, event, findings)
    relations = _Relations(scan, found, drafts)
    for place, (event, findings) in enumerate(zip(found, drafts, strict=True)):
        if not event.announced and not {"date_start", "date_end"} & set(findings.values):
            relations.apply(event, findings, place)
    for event, findings in zip(found, drafts, strict=True):
        if not event.announced and not {"date_start", "date_end"} & set(findings.values):
            _leave_open(scan, event, findings)


def _announced(scan: Scan) -> Message:
    published = scan.clock.published
    if published is None:
        return wording.DATE_ANNOUNCED_OPEN()
    return wording.DATE_ANNOUNCED(day=wording.written_day(published))


def _take(findings: Findings, scanned: Scanned, found: DateFound) -> None:
    if found.span is None:
        return
    span = found.span
    values = {
        "date_start": span.start,
        "date_end": span.end,
        "date_precision": span.precision,
        "date_kind": span.kind,
    }
    findings.take(values, scanned, found.start, found.end)
    if found.note:
        findings.values["date_note"] = found.note
    _flag(findings, found.flags)


def _flag(findings: Findings, flags: Iterable[str]) -> None:
    known = findings.values.get("flags", ())
    findings.values["flags"] = (*known, *(flag for flag in flags if flag not in known))


def _stated(scan: Scan, event: Event, happened: re.Pattern[str]) -> Dated | None:
    """The date nearest to the words that tell the event, else one of a sentence that says when it happened."""
    own = [
        (part, found)
        for part, found in event.dates()
        if _is_own(scan, event, part.scanned, found) and not _of_before(scan, event, part.scanned, found)
    ]
    if own:
        part, found = min(own, key=lambda item: _distance(scan, event, *item))
        found = _joined(part.scanned, found, [other for at, other in own if at.scanned is part.scanned])
        return part.scanned, _before_told(scan, part.scanned, found)
    for scanned in _around(event, happened):
        dates = [found for found in scanned.dates if _is_own(scan, event, scanned, found)]
        if dates:
            return scanned, dates[0]
    return None


def _is_own(scan: Scan, event: Event, scanned: Scanned, found: DateFound) -> bool:
    """Whether a date may be the event's own: not that of the speaking, of a total, or of the begin of a campaign."""
    if found.span is None or found.offset is not None:
        return False
    if found.background and event.event_type != "missing":
        return False
    if scanned.total is not None and found.start >= scanned.total.start:
        return False
    return not scan.sayings.dates_speech(scanned.sentence, found.start, found.end)


def _of_before(scan: Scan, event: Event, scanned: Scanned, found: DateFound) -> bool:
    """Whether a date tells when something before it was: "is shadowed after cables were cut on Sunday"."""
    near = [mention for mention in event.mentions_in(scanned) if mention.end <= found.start]
    if not near:
        return False
    last = max(near, key=lambda mention: mention.end)
    return re.search(scan.language.after, scanned.sentence.low[last.end : found.start]) is not None


def _before_told(scan: Scan, scanned: Scanned, found: DateFound) -> DateFound:
    """A weekday that would lie after the day of the telling ("said on Tuesday … on Friday") is a week earlier."""
    told = [
        other.span
        for other in scanned.dates
        if other.span and scan.sayings.dates_speech(scanned.sentence, other.start, other.end)
    ]
    span = found.span
    if found.rule != "weekday" or span is None or not told or isinstance(span.start, datetime):
        return found
    if all(last_instant(other.end) >= first_instant(span.start) for other in told):
        return found
    week = timedelta(days=7)
    return replace(found, span=replace(span, start=span.start - week, end=span.end - week))


def _is_after(scan: Scan, event: Event, scanned: Scanned, found: DateFound) -> bool:
    """Whether a date is that of something later: "appeared in court on Monday after drugs were seized in 2023"."""
    near = [mention for mention in event.mentions_in(scanned) if mention.start >= found.end]
    if not near or len(near) < len(event.mentions_in(scanned)):
        return False
    first = min(near, key=lambda mention: mention.start)
    return re.search(scan.language.after, scanned.sentence.low[found.end : first.start]) is not None


def _distance(scan: Scan, event: Event, part: Portion, found: DateFound) -> tuple[int, int, int, int]:
    """Sentences that tell the event come first, then dates near the trigger; a bare year comes last."""
    near = event.mentions_in(part.scanned)
    later = _is_after(scan, event, part.scanned, found)
    weak = all(mention.weak for mention in near)
    coarse = found.rule in {"year", "this_year", "last_year", "this_month", "this_week", "last_month"}
    return int(later), int(coarse), int(weak), min((abs(mention.start - found.start) for mention in near), default=9999)


def _joined(scanned: Scanned, found: DateFound, others: list[DateFound]) -> DateFound:
    """Two days of one event are a span: "on Monday and Tuesday"."""
    for other in others:
        first, second = sorted((found, other), key=lambda item: item.start)
        between = scanned.sentence.low[first.end : second.start].split()
        if other is found or between not in (["and"], ["y"], ["to"], ["a"], ["and", "on"], ["y", "el"]):
            continue
        if first.span and second.span and first_instant(first.span.start) < last_instant(second.span.end):
            span = Span(first.span.start, second.span.end, "day", "throughout")
            return replace(first, span=span, end=second.end, words=f"{first.words} {second.words}")
    return found


def _around(event: Event, happened: re.Pattern[str]) -> Iterable[Scanned]:
    for part in event.portions:
        if not part.own and happened.search(part.scanned.sentence.low):
            yield part.scanned
    if event.lead is not None:
        yield event.lead


class _Relations:
    """Dates that count from another event, or from the publication: "days after", "two days later"."""

    def __init__(self, scan: Scan, found: Sequence[Event], drafts: Sequence[Findings]) -> None:
        self._published = scan.clock.published
        self._drafts = drafts
        self._by_sentence: dict[int, list[tuple[Event, Findings]]] = {}
        for event, findings in zip(found, drafts, strict=True):
            for index in {part.scanned.sentence.index for part in event.portions if part.own}:
                self._by_sentence.setdefault(index, []).append((event, findings))

    def apply(self, event: Event, findings: Findings, place: int) -> None:
        """Date one event by the first relation in its sentences that can be counted."""
        for part, relation in event.dates():
            if relation.offset is None:
                continue
            span, note = self._count(event, part, relation, place)
            if note is None and relation.rule == "earlier":
                self._bound(findings, part, relation, place)
                return
            if note is None:
                continue
            if span is None:
                findings.values["date_note"] = note
                findings.support(part.scanned, relation.start, relation.end, "date_note")
            else:
                _take(findings, part.scanned, replace(relation, span=span, note=note))
            return

    def _bound(self, findings: Findings, part: Portion, relation: DateFound, place: int) -> None:
        """The last day that "two days earlier" allows, where of the event before only the last day is known."""
        last = next(
            (each.values["date_end"] for each in reversed(self._drafts[:place]) if "date_end" in each.values), None
        )
        if last is not None and relation.offset is not None:
            end = last_instant(last).date()
            findings.take(
                {"date_end": end + timedelta(days=relation.offset[1])}, part.scanned, relation.start, relation.end
            )
            findings.values["date_note"] = wording.DATE_COUNTED_EVENT_BY(
                words=relation.words, day=wording.written_day(end)
            )

    def _count(
        self, event: Event, part: Portion, relation: DateFound, place: int
    ) -> tuple[Span | None, Message | None]:
        """The span that a relation gives, and what it was counted from; nothing where it counts from nothing known."""
        first, last = relation.offset or (0, 0)
        later = relation.rule == "after" and not _follows(part, relation, event)
        anchor = self._anchor(event, part, relation, place)
        if anchor is not None:
            note = _counted_from(relation.words, *anchor)
        elif relation.rule == "after" and not later:
            if self._published is None:
                return None, wording.DATE_NEEDS_PUBLISHED(words=relation.words)
            anchor = self._published, self._published
            note = wording.DATE_COUNTED(words=relation.words, published=wording.written_day(self._published))
        else:
            return None, None
        first, last = (-last, -first) if later else (first, last)
        start, end = anchor[0] + timedelta(days=first), anchor[1] + timedelta(days=last)
        return Span(start, end, "day" if (end - start).days <= 1 else "week"), note

    def _anchor(self, event: Event, part: Portion, relation: DateFound, place: int) -> tuple[date, date] | None:
        """The days that a relation counts from, where they are those of a date or event that the report tells."""
        if relation.rule == "earlier":
            return _beside(part, relation) or _before(self._drafts, place)
        if relation.rule in {"later", "next_day"}:
            return _before(self._drafts, place)
        for other, findings in self._by_sentence.get(part.scanned.sentence.index, []):
            if other is not event and "date_start" in findings.values:
                return _days(findings)
        return None


def _counted_from(words: str, first: date, last: date) -> Message:
    if first == last:
        return wording.DATE_COUNTED_EVENT(words=words, day=wording.written_day(first))
    days = {"first": wording.written_day(first), "last": wording.written_day(last)}
    return wording.DATE_COUNTED_EVENT_BETWEEN(words=words, **days)


def _follows(part: Portion, relation: DateFound, event: Event) -> bool:
    """Whether the event's own words come right after the relation ("days after forces struck a boat")."""
    starts = [mention.start for mention in event.mentions_in(part.scanned)]
    return any(start > relation.start for start in starts) and not any(
        relation.end < start < min(other for other in starts if other > relation.start) for start in starts
    )


def _beside(part: Portion, relation: DateFound) -> tuple[date, date] | None:
    """The days of the nearest other date of the sentence."""
    dates = [found for found in part.scanned.dates if found.span is not None]
    if not dates:
        return None
    nearest = min(dates, key=lambda found: abs(found.start - relation.start)).span
    return (first_instant(nearest.start).date(), last_instant(nearest.end).date()) if nearest else None


def _before(drafts: Sequence[Findings], place: int) -> tuple[date, date] | None:
    for findings in reversed(drafts[:place]):
        if "date_start" in findings.values:
            return _days(findings)
    return None


def _days(findings: Findings) -> tuple[date, date]:
    start, end = findings.values["date_start"], findings.values["date_end"]
    return first_instant(start).date(), last_instant(end).date()


def _told(scan: Scan, event: Event, findings: Findings) -> bool:
    """Where only the day of the telling is known: no later than that day."""
    told = ((part.scanned, found) for part in event.portions if part.own for found in part.scanned.dates)
    for scanned, found in told:
        if found.span and scan.sayings.dates_speech(scanned.sentence, found.start, found.end):
            last = found.span.end
            findings.take({"date_end": last}, scanned, found.start, found.end)
            findings.values["date_note"] = wording.DATE_TOLD(words=found.words, day=wording.written_day(last))
            _flag(findings, found.flags)
            return True
    return False


def _leave_open(scan: Scan, event: Event, findings: Findings) -> None:
    """Say why the date stays open."""
    if _told(scan, event, findings):
        return
    vague = [(part.scanned, found) for part, found in event.dates() if found.span is None and found.note]
    vague += [(event.lead, found) for found in event.lead.dates if found.note and not found.span] if event.lead else []
    if vague:
        scanned, found = min(vague, key=lambda item: item[1].rule in {"vague", "future"})
        findings.values.setdefault("date_note", found.note)
        findings.support(scanned, found.start, found.end, "date_note")
        _flag(findings, found.flags)
    findings.values.setdefault("date_note", wording.DATE_NOT_SAID())
