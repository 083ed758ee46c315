"""What lies about a record or a point, asked by the command line, over HTTP and by the page."""

from __future__ import annotations

import math
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse

from dashboard.errors import WrongUseError
from dashboard.served import served_by
from geo.errors import LeadlineError
from layers.nearby import DAYS, WITHIN_NMI, Asked, nearby, point_place
from records.dates import parse_span
from records.store import Store

router = APIRouter()
MOST_NMI = 5_000.0


@dataclass(frozen=True, slots=True)
class Question:
    """As it was asked: a record's ``id``, or ``lon`` and ``lat`` with a radius and, where time matters, a date."""

    id: str = ""
    lon: float | None = None
    lat: float | None = None
    radius_m: float = 0.0
    on: str = ""
    within_nmi: float = WITHIN_NMI
    days: float = DAYS


def asked_of(question: Question, store: Store) -> Asked:
    """What a question asks of a store; raises :class:`WrongUseError` where that is nothing that can be answered."""
    if not 0 < question.within_nmi <= MOST_NMI or not 0 <= question.days < math.inf:
        raise WrongUseError(
            f"the distance is above 0 and at most {MOST_NMI:,.0f} nautical miles, days are none or more", where="nearby"
        )
    if question.id:
        if question.lon is not None or question.lat is not None:
            raise WrongUseError("give a position or an id, not both", where="nearby")
        return _about_record(question, store)
    if question.lon is None or question.lat is None:
        raise WrongUseError(
            "a position or a record's id is needed", where="nearby", next="try: leadline nearby case -71.5 12.5"
        )
    if not (-180 <= question.lon <= 180 and -90 <= question.lat <= 90 and 0 <= question.radius_m < math.inf):
        raise WrongUseError("no such position", where="nearby", next="give longitude and latitude in degrees")
    span = parse_span(question.on) if question.on else None
    return Asked(
        point_place(question.lon, question.lat, question.radius_m),
        question.within_nmi,
        question.days,
        None if span is None else span.start,
        None if span is None else span.end,
    )


def _about_record(question: Question, store: Store) -> Asked:
    record = store.incident(question.id)
    if record is None:
        raise WrongUseError(f"there is no record '{question.id}'", where=store.address, next="see the ids in an export")
    if record.place is None:
        why = f": {record.not_located_reason}" if record.not_located_reason else ""
        raise WrongUseError(f"the record has no place{why}", where=question.id, next="ask about a position instead")
    return Asked(record.place, question.within_nmi, question.days, record.date_start, record.date_end, record.id)


@router.get("/nearby")
def nearby_of(
    request: Request,
    id: str = "",
    lon: float | None = None,
    lat: float | None = None,
    radius_m: float = 0.0,
    on: str = "",
    within_nmi: float = WITHIN_NMI,
    days: float = DAYS,
) -> JSONResponse:
    """What lies about a record (``id``) or a point (``lon``, ``lat``, ``radius_m``, ``on`` a date), as JSON."""
    served = served_by(request)
    try:
        asked = asked_of(Question(id, lon, lat, radius_m, on, within_nmi, days), served.store)
    except LeadlineError as reason:
        raise HTTPException(400, str(reason)) from reason
    return JSONResponse(nearby(asked, served.store, served.snapshot).to_json())
