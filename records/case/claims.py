"""Who says what in the built-in case: claims made from each row's actors, tolls, dispute and dated sources.

Nothing is added to what a row says. The first official count (``killed_min``) is claimed by whoever announced the
event; a larger ``killed_max`` is what later counts or other reports give; an objection is claimed by the parties with
the role ``disputed_by``. A claim is dated by the source that carries it, where that source has a day, else not at all.
"""

from __future__ import annotations

from datetime import date

from records.dates import parse_moment
from records.errors import RecordsError
from records.incident import Claim, Incident, Source

TOLLS = ("killed", "injured", "survivors", "missing")
LATER_COUNT = {
    "presumed": "later counts, with people presumed dead",
    "differing": "other reports",
    None: "later counts",
}
"""Who claims the upper end of a toll, by ``killed_max_reason``."""


def claims_of(record: Incident) -> tuple[Claim, ...]:
    """The claims of one row: its tolls by who gives them, then its objections by who makes them."""
    return (*_tolls(record), *_objections(record))


def _tolls(record: Incident) -> list[Claim]:
    found: list[Claim] = []
    for toll in TOLLS:
        low, high = getattr(record, f"{toll}_min"), getattr(record, f"{toll}_max")
        if low is None and high is None:
            continue
        first = low if low is not None else high
        found.append(_count(record, announcer(record), toll, first, 0))
        if high is not None and high != first:
            reason = record.killed_max_reason if toll == "killed" else None
            found.append(_count(record, LATER_COUNT[reason], toll, high, len(record.sources) - 1))
    return found


def _count(record: Incident, claimant: str, toll: str, number: int, carrier: int) -> Claim:
    source = record.sources[carrier] if record.sources else None
    return Claim(
        claimant=claimant,
        field=toll,
        value_min=number,
        value_max=number,
        stated_on=_day(source),
        source=None if source is None else carrier,
    )


def _objections(record: Incident) -> list[Claim]:
    if not record.disputed_on:
        return []
    return [
        Claim(claimant=actor.name, field=record.disputed_on, value=record.dispute)
        for actor in record.actors
        if actor.role == "disputed_by"
    ]


def announcer(record: Incident) -> str:
    """Whoever announced an event, else whoever acted in it, else the publisher of its first source."""
    for role in ("announced_by", "actor"):
        names = [actor.name for actor in record.actors if actor.role == role]
        if names:
            return ", ".join(names)
    return record.sources[0].publisher if record.sources else "not stated"


def _day(source: Source | None) -> date | None:
    """The day of a source; None where only a month or a year, or nothing, is known of it."""
    if source is None or not source.published:
        return None
    try:
        moment = parse_moment(source.published)
    except RecordsError:
        return None
    return moment if isinstance(moment, date) else None
