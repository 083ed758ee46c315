"""What had been said of the records by a day, what changed since, and what carries no date (``/page/asof``)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse

from dashboard.page.claims import claimed_text
from dashboard.served import Served, served_by
from dashboard.words import Words, words_of
from dashboard.words.quantities import published_text
from records.asof import AsOf, as_of, published, toll_known
from records.case.claims import LATER_COUNT, NAMED_IN_WORDS, REPORTS_DIFFER
from records.dates import first_instant
from records.errors import RecordsError
from records.filter import Filter
from records.incident import Claim, Incident, Source
from records.totals import Counted, counts

router = APIRouter(prefix="/page", include_in_schema=False)

MOST_RECORDS = 3_000
"""Records whose claims are compared one by one; of more the page says that they are too many."""
LISTED = 60
"""Records named in each part; the rest is counted."""
CLAIMANTS = {LATER_COUNT: "claims.later", REPORTS_DIFFER: "claims.differ", NAMED_IN_WORDS: "claims.parties"}


@router.get("/asof")
def asof(request: Request, day: date | None = None, lang: str = "en") -> JSONResponse:
    """The records of a filter as of a day.

    Without one: of the end of its window, or 90 days before the last source, or today where none has a date.
    """
    try:
        wanted = Filter.from_query(request.query_params)
    except RecordsError as reason:
        raise HTTPException(400, str(reason)) from reason
    return JSONResponse(asof_of(served_by(request), wanted, day, words_of(lang)))


def asof_of(served: Served, wanted: Filter, day: date | None, words: Words) -> dict[str, Any]:
    """All that the view needs: counts, the toll known by then, and what was said since or carries no date."""
    rows = np.nonzero(served.snapshot.select(wanted))[0]
    if len(rows) > MOST_RECORDS:
        return {"day": None, "total": len(rows), "too_many": True}
    found = (served.store.incident(served.snapshot.ids[row]) for row in rows)
    records = [record for record in found if record is not None]
    asked = day or _usual_day(wanted, [published(source) for record in records for source in record.sources])
    told = as_of(records, asked)
    what = served.snapshot.toll_of
    tolls = [toll for one in told.known if counts(one.record, what) and (toll := toll_known(one)) is not None]
    everyone = (*told.known, *told.later, *told.undated)
    undated = [*told.undated, *(one for one in (*told.known, *told.later) if one.undated_claims)]
    return {
        "day": asked.isoformat(),
        "total": len(records),
        "too_many": False,
        "counted": what,
        "known": len(told.known),
        "killed": (sum(low for low, _ in tolls), sum(high for _, high in tolls)),
        "killed_undated": sum(1 for one in everyone if _begun(one.record, asked, what) and _toll_without_day(one)),
        "published": _published(served, asked),
        "counts": {"changed": len(told.changed), "later": len(told.later), "undated": len(told.undated)},
        "parts": {
            "changed": _part([(one, _later(one, words)) for one in told.changed]),
            "undated": _part([(one, _undated(one, words)) for one in undated]),
            "later": _part([(one, [published_text(str(one.known_since), words)]) for one in told.later]),
        },
    }


def _begun(record: Incident, day: date, what: Counted) -> bool:
    """Whether an event that totals count had, or may have, happened by the end of a day."""
    return counts(record, what) and (record.date_start is None or first_instant(record.date_start).date() <= day)


def _toll_without_day(one: AsOf) -> bool:
    return any(claim.field == "killed" and claim.value_min is not None for claim in one.undated_claims)


def _published(served: Served, day: date) -> dict[str, Any] | None:
    """The last total of the killed that others had published by a day."""
    by_then = [one for one in served.store.published_totals() if one.stated_on <= day and one.killed is not None]
    if not by_then:
        return None
    last = by_then[-1]
    return {"killed": last.killed, "publisher": last.publisher, "day": last.stated_on.isoformat()}


def _usual_day(wanted: Filter, days: list[date | None]) -> date:
    if wanted.until is not None:
        return date(wanted.until.year, wanted.until.month, wanted.until.day)
    dated = [day for day in days if day is not None]
    return max(dated) - timedelta(days=90) if dated else datetime.now(UTC).date()


def _part(told: list[tuple[AsOf, list[str]]]) -> dict[str, Any]:
    rows = [{"id": one.record.id, "title": one.record.title, "said": said} for one, said in told[:LISTED]]
    return {"count": len(told), "rows": rows}


def _later(one: AsOf, words: Words) -> list[str]:
    said = [(claim.stated_on, _claim(claim, one.record, words)) for claim in one.later_claims]
    said += [(published(source), _source(source, words)) for source in one.later_sources]
    return [words("asof.since", day=published_text(str(day), words), said=text) if day else text for day, text in said]


def _undated(one: AsOf, words: Words) -> list[str]:
    """The claims without a date, those who say the same together; of a record without any claim, its sources."""
    together: dict[tuple[str, str, float | None, float | None], list[Claim]] = {}
    for claim in one.undated_claims:
        together.setdefault((claim.field, claim.value, claim.value_min, claim.value_max), []).append(claim)
    said = [
        _claim(
            claims[0].model_copy(update={"claimant": ", ".join(each.claimant for each in claims)}), one.record, words
        )
        for claims in together.values()
    ]
    return said or [_source(source, words) for source in one.undated_sources]


def _claim(claim: Claim, record: Incident, words: Words) -> str:
    known = claim.claimant in CLAIMANTS
    claimant = words(CLAIMANTS[claim.claimant]) if known else words.parties(claim.claimant)
    field = words.entries.get(f"claims.field.{claim.field}") or words.named("disputed", claim.field)
    value = claimed_text(claim, record, words)
    prose = bool(claim.value) and claim.value_min is None and claim.value_max is None
    return words("asof.claim_said" if prose else "asof.claim", claimant=claimant, field=field, value=value).strip()


def _source(source: Source, words: Words) -> str:
    return words("asof.source", publisher=source.publisher or source.title)
