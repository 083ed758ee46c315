"""Who says what in the built-in case: claims made from each row's actors, tolls, dispute and dated sources.

Nothing is added to what a row says. A toll that is one number is claimed by whoever announced the event, or by the
publisher of its first source where nobody did. Where people lost at sea were later presumed dead, the announcement
gave the fewest dead and the most survivors, and later counts the other ends. Any other range stands in reports of
which the row does not say which gave which end: it is one claim, of these reports together, without a source of its
own. An objection is claimed by the parties with the role ``disputed_by``. A claim is dated by the source that carries
it, where that source has a day, else not at all.
"""

from __future__ import annotations

from datetime import date

from records.dates import parse_moment
from records.errors import RecordsError
from records.incident import Claim, Incident, Source

TOLLS = ("killed", "injured", "survivors", "missing")
LATER_COUNT = "later counts, with people presumed dead"
REPORTS_DIFFER = "reports, which differ"
NAMED_IN_WORDS = "parties named in its words"
"""Who objects where the row names them in its dispute alone."""
OBJECTIONS = ("facts", "legality", "both")
"""The fields of claims that object to others."""


def claims_of(record: Incident) -> tuple[Claim, ...]:
    """The claims of one row: its tolls, quantity and targets by who gives them, then its objections."""
    return (*_tolls(record), *_quantity(record), *_targets(record), *_objections(record))


def announcer(record: Incident) -> str:
    """Whoever announced an event, else the publisher of its first source."""
    names = [actor.name for actor in record.actors if actor.role == "announced_by"]
    if names:
        return ", ".join(names)
    return record.sources[0].publisher if record.sources else "not stated"


def _tolls(record: Incident) -> list[Claim]:
    found: list[Claim] = []
    for toll in TOLLS:
        low, high = getattr(record, f"{toll}_min"), getattr(record, f"{toll}_max")
        if low is None and high is None:
            continue
        if low is None or high is None or low == high:
            found.append(_announced(record, toll, low, high))
        elif record.killed_max_reason == "presumed" and toll in ("killed", "survivors"):
            first, later = (low, high) if toll == "killed" else (high, low)
            found.append(_announced(record, toll, first, first))
            found.append(Claim(claimant=LATER_COUNT, field=toll, value_min=later, value_max=later))
        else:
            found.append(Claim(claimant=REPORTS_DIFFER, field=toll, value_min=low, value_max=high))
    return found


def _announced(
    record: Incident, field: str, low: float | None = None, high: float | None = None, value: str = ""
) -> Claim:
    source = record.sources[0] if record.sources else None
    return Claim(
        claimant=announcer(record),
        field=field,
        value=value,
        value_min=low,
        value_max=high,
        stated_on=_day(source),
        source=None if source is None else 0,
    )


def _quantity(record: Incident) -> list[Claim]:
    if record.quantity is None:
        return []
    value = f"{record.quantity_unit} {record.substance}".strip()
    return [_announced(record, "quantity", record.quantity, record.quantity, value)]


def _targets(record: Incident) -> list[Claim]:
    """Whom the event is said to have hit, where that is only alleged."""
    names = [actor.name for actor in record.actors if actor.role == "target" and actor.alleged]
    return [_announced(record, "target", value=", ".join(names))] if names else []


def _objections(record: Incident) -> list[Claim]:
    if not record.disputed_on:
        return []
    parties = [actor.name for actor in record.actors if actor.role == "disputed_by"]
    return [
        Claim(claimant=name, field=record.disputed_on, value=record.dispute) for name in parties or [NAMED_IN_WORDS]
    ]


def _day(source: Source | None) -> date | None:
    """The day of a source; None where only a month or a year, or nothing, is known of it."""
    if source is None or not source.published:
        return None
    try:
        moment = parse_moment(source.published)
    except RecordsError:
        return None
    return moment if isinstance(moment, date) else None
