"""As of a day: what had been said of an event by then, what was said later, and what carries no date.

A claim is known from the day it was stated, a record from the first dated of its claims and sources. Nothing is
guessed: what has no day is listed apart, and a source of which only the month or year is known counts from the last
day of it, for before that it may not have been there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from records.dates import last_instant, parse_span
from records.errors import RecordsError
from records.incident import Claim, Incident, Source
from records.totals import Range


@dataclass(frozen=True, slots=True)
class AsOf:
    """One record as of a day: its claims and sources known by then, those of later, and those without a day.

    ``known_since``: the day from which anything at all is known to have been said, None where nothing is dated.
    """

    record: Incident
    known_since: date | None
    claims: tuple[Claim, ...]
    later_claims: tuple[Claim, ...]
    undated_claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    later_sources: tuple[Source, ...]
    undated_sources: tuple[Source, ...]

    @property
    def changed(self) -> bool:
        """Whether something was said after the day."""
        return bool(self.later_claims or self.later_sources)


@dataclass(frozen=True, slots=True)
class Known:
    """Records as of a day: those known by then, those that became known later, and those that nothing dates."""

    day: date
    known: tuple[AsOf, ...]
    later: tuple[AsOf, ...]
    undated: tuple[AsOf, ...]

    @property
    def changed(self) -> tuple[AsOf, ...]:
        """Of the known, those of which more was said since."""
        return tuple(one for one in self.known if one.changed)


def toll_known(one: AsOf, field: str = "killed") -> Range | None:
    """The range of what claims known by the day give for a toll; None where none of them does."""
    ends = [
        (claim.value_min, claim.value_max if claim.value_max is not None else claim.value_min)
        for claim in one.claims
        if claim.field == field and claim.value_min is not None
    ]
    if not ends:
        return None
    return int(min(low for low, _ in ends)), int(max(high for _, high in ends if high is not None))


def as_of(records: Iterable[Incident], day: date) -> Known:
    """What had been said of records by the end of a day."""
    known, later, undated = [], [], []
    for record in records:
        one = record_as_of(record, day)
        if one.known_since is None:
            undated.append(one)
        elif one.known_since <= day:
            known.append(one)
        else:
            later.append(one)
    return Known(day, tuple(known), tuple(later), tuple(undated))


def record_as_of(record: Incident, day: date) -> AsOf:
    """One record as of the end of a day."""
    claims = [(claim, _claimed(claim, record)) for claim in record.claims]
    sources = [(source, published(source)) for source in record.sources]
    dates = [said for _, said in (*claims, *sources) if said is not None]
    return AsOf(
        record=record,
        known_since=min(dates, default=None),
        claims=tuple(claim for claim, said in claims if said is not None and said <= day),
        later_claims=tuple(claim for claim, said in claims if said is not None and said > day),
        undated_claims=tuple(claim for claim, said in claims if said is None),
        sources=tuple(source for source, said in sources if said is not None and said <= day),
        later_sources=tuple(source for source, said in sources if said is not None and said > day),
        undated_sources=tuple(source for source, said in sources if said is None),
    )


def published(source: Source) -> date | None:
    """The day by which a source was there: its own, or the last of its month or year; None where none is known."""
    if not source.published:
        return None
    try:
        return last_instant(parse_span(source.published).end).date()
    except RecordsError:
        return None


def _claimed(claim: Claim, record: Incident) -> date | None:
    if claim.stated_on is not None:
        return last_instant(claim.stated_on).date()
    if claim.source is not None and claim.source < len(record.sources):
        return published(record.sources[claim.source])
    return None
