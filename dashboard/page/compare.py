"""Two sources, two periods or two areas side by side, with the difference named (``/page/compare``)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse

from dashboard.served import Served, served_by
from dashboard.words import Words, words_of
from dashboard.words.quantities import day_text
from layers.compare import (
    FIGURES,
    By,
    Compared,
    Difference,
    Held,
    Part,
    Period,
    compare,
    disagreements,
    in_area,
    in_period,
    of_source,
    publishers,
)
from records.dates import first_instant
from records.errors import RecordsError
from records.filter import Filter
from records.incident import Incident
from records.totals import Range

router = APIRouter(prefix="/page", include_in_schema=False)

MOST_RECORDS = 5_000
"""Records that are compared one by one; of more the page says that they are too many."""
MOST_OFFERED = 60
LISTED = 40
LONGEST_SAID = 80
"""Letters of a wrong value that are said back."""


@router.get("/compare")
def compare_parts(request: Request, by: By = "period", a: str = "", b: str = "", lang: str = "en") -> JSONResponse:
    """The two parts of a filter's records; without ``a`` and ``b`` the two that are offered first.

    400 for a filter or a part that cannot be read.
    """
    try:
        wanted = Filter.from_query(
            {name: value for name, value in request.query_params.items() if name not in ("a", "b")}
        )
    except RecordsError as reason:
        raise HTTPException(400, str(reason)) from reason
    return JSONResponse(compared_of(served_by(request), wanted, by, (a, b), words_of(lang)))


def compared_of(served: Served, wanted: Filter, by: By, asked: tuple[str, str], words: Words) -> dict[str, Any]:
    """All that the view needs; dates of the filter do not narrow what periods are compared."""
    if by == "period":
        wanted = wanted.model_copy(update={"since": None, "until": None})
    rows = np.nonzero(served.snapshot.select(wanted))[0]
    if len(rows) > MOST_RECORDS:
        return {"by": by, "too_many": True, "total": len(rows)}
    found = (served.store.incident(served.snapshot.ids[row]) for row in rows)
    records = [record for record in found if record is not None]
    offered = _offered(by, records, served, words)
    chosen = _chosen(by, asked, offered)
    if chosen is None:
        return {"by": by, "too_many": False, "total": len(records), "offered": offered, "parts": []}
    first, second = (_rule(by, one, served, words) for one in chosen)
    shown = (first[0], second[0])
    if by == "period":  # in sentences a period is told by its place
        first, second = (
            (words(f"compare.{n}_period"), rule)
            for n, (_, rule) in zip(("first", "second"), (first, second), strict=True)
        )
    periods = None if by != "period" else (_period(chosen[0], words), _period(chosen[1], words))
    told = compare(records, first, second, periods=periods, what=served.snapshot.toll_of)
    differ = disagreements(records, *chosen) if by == "source" else ()
    return {
        "by": by,
        "a": chosen[0],
        "b": chosen[1],
        "too_many": False,
        "total": len(records),
        "offered": offered,
        "parts": [_part(part, name, told.parts, words, served) for part, name in zip(told.parts, shown, strict=True)],
        "counted": served.snapshot.toll_of,
        "said": _said(told, words, served),
        "disagreements": {
            "count": len(differ),
            "rows": [
                {
                    "id": one.id,
                    "title": one.title,
                    "said": words(
                        "compare.disagree",
                        field=words.entries.get(f"claims.field.{one.field}", one.field.replace("_", " ")),
                        a=f"{chosen[0]} {one.first}",
                        b=f"{chosen[1]} {one.second}",
                    ),
                }
                for one in differ[:LISTED]
            ],
        },
    }


def _offered(by: By, records: list[Incident], served: Served, words: Words) -> list[dict[str, Any]]:
    """What can be chosen: its value, its name, and how many records name it."""
    if by == "source":
        cited = list(publishers(records).items())[:MOST_OFFERED]
        return [{"value": name, "name": name, "count": count} for name, count in cited]
    if by == "area":
        named: dict[str, int] = {}
        for record in records:
            if record.place is not None and record.place.region is None and record.place.region_id:
                named[record.place.region_id] = named.get(record.place.region_id, 0) + 1
        told = sorted(named.items(), key=lambda one: (-one[1], one[0]))[:MOST_OFFERED]
        outlines = {id: served.snapshot.outlines(id) for id, _ in told}
        return [
            {"value": id, "name": _capital(words.place(outline.name)), "count": count}
            for id, count in told
            if (outline := outlines[id]) is not None
        ]
    return [{"value": one, "name": _period_name(one, words), "count": None} for one in _halves(records)]


def _halves(records: list[Incident]) -> list[str]:
    """Two periods to begin with: the two halves of the days that the records span."""
    starts = [record.date_start or record.date_end for record in records]
    days = sorted(first_instant(start).date() for start in starts if start is not None)
    if not days:
        return []
    middle = days[0] + timedelta(days=(days[-1] - days[0]).days // 2)
    return [f"{days[0]}/{middle}", f"{middle + timedelta(days=1)}/{max(days[-1], middle + timedelta(days=1))}"]


def _chosen(by: By, asked: tuple[str, str], offered: list[dict[str, Any]]) -> tuple[str, str] | None:
    """The two that were asked for, the first that are offered in the place of none; None where there are not two."""
    values = [one["value"] for one in offered]
    first = asked[0] or next((value for value in values if value != asked[1]), "")
    second = asked[1] or next((value for value in values if value != first), "")
    return (first, second) if first and second else None


def _rule(by: By, value: str, served: Served, words: Words) -> tuple[str, Held]:
    if by == "source":
        _must_be_cited(value, served, words)
        return value, of_source(value)
    if by == "period":
        return _period_name(value, words), in_period(_period(value, words))
    outline = served.snapshot.outlines(value)
    if outline is None:
        raise HTTPException(400, words("compare.wrong.area", value=_shortened(value)))
    return _capital(words.place(outline.name)), in_area(value, served.snapshot.outlines)


def _must_be_cited(publisher: str, served: Served, words: Words) -> None:
    """Of a name that no record of the store cites, "0 records" would be no finding."""
    if len(served.snapshot) > MOST_RECORDS:
        return  # all of them would have to be read
    everything = served.selection(Filter()).incidents()
    if not any(source.publisher == publisher for record in everything for source in record.sources):
        raise HTTPException(400, words("compare.wrong.source", value=_shortened(publisher)))


def _period(value: str, words: Words) -> Period:
    first, _, last = value.partition("/")
    try:
        period = Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError as reason:
        raise HTTPException(400, words("compare.wrong.period", value=_shortened(value))) from reason
    if period.first > period.last:
        raise HTTPException(400, words("compare.wrong.order", value=value))
    return period


def _period_name(value: str, words: Words) -> str:
    period = _period(value, words)
    return f"{day_text(period.first, words)} – {day_text(period.last, words)}"


def _part(part: Part, name: str, both: tuple[Part, Part], words: Words, served: Served) -> dict[str, Any]:
    """A part as the browser draws it; the types stand in one order in both."""
    per_month = None
    if part.period is not None:
        low, high = part.figures["records"]
        per_month = [round(low / part.period.days * 30, 1), round(high / part.period.days * 30, 1)]
    most = {kind: max(one.types.get(kind, (0, 0))[1] for one in both) for one in both for kind in one.types}
    types = [(kind, part.types.get(kind, (0, 0))) for kind in sorted(most, key=lambda kind: (-most[kind], kind))]
    return {
        "name": name,
        "figures": [{"name": words(_named(f"compare.{one}", served)), "range": part.figures[one]} for one in FIGURES],
        "per_month": per_month,
        "days": part.period and part.period.days,
        "ends": part.period and [part.period.first.isoformat(), part.period.last.isoformat()],
        "beyond": words("compare.beyond", count=part.beyond) if part.beyond else "",
        "types": [{"type": kind, "name": words.named("type", kind), "range": found} for kind, found in types],
        "months": [[month.isoformat(), *found] for month, found in part.months.items()],
    }


def _said(told: Compared, words: Words, served: Served) -> list[str]:
    """The differences in words, the clear ones first; then how many records are in both."""
    first, second = told.parts
    clear = [_difference(one, first, second, words, served) for one in told.differences if one.clear]
    overlapping = [one for one in told.differences if not one.clear and any(first.figures[one.figure])]
    said = clear or [words("compare.none_clear")]
    if clear and overlapping:
        names = ", ".join(words(_named(f"compare.{one.figure}", served)).lower() for one in overlapping)
        said.append(words("compare.overlap", names=names))
    if told.in_both:
        said.append(words("compare.in_both", count=told.in_both))
    return said


def _difference(one: Difference, first: Part, second: Part, words: Words, served: Served) -> str:
    more, less = (second, first) if one.by[0] > 0 else (first, second)
    by = one.by if one.by[0] > 0 else (-one.by[1], -one.by[0])
    figure = words(_named(f"compare.more.{one.figure}", served), by=_range(by))
    ranges = {"a": _range(more.figures[one.figure]), "b": _range(less.figures[one.figure])}
    return words("compare.more", name=_capital(more.name), other=less.name, by=_range(by), figure=figure, **ranges)


def _named(key: str, served: Served) -> str:
    """The key of a figure's words: strikes are called incidents where these are what totals count."""
    return f"{key}.incidents" if key.endswith("strikes") and served.snapshot.toll_of == "incidents" else key


def _range(found: Range) -> str:
    low, high = found
    return str(low) if low == high else f"{low}–{high}"


def _shortened(value: str) -> str:
    return value if len(value) <= LONGEST_SAID else f"{value[:LONGEST_SAID]}…"


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
