"""The facts of the built-in case as they stand in its tables: rows in, records without places out.

The tables are the project's own compilation; every row cites at least one page. An empty cell is *not stated*.
A row none of whose sources may be linked is never graded above *claimed*.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from records.case.claims import claims_of
from records.errors import RecordsError
from records.gap import Gap
from records.incident import Incident
from records.route import Route
from records.totals import PublishedTotal

FOLDER = Path(__file__).parent

COUNTS = tuple(
    f"{name}_{end}" for name in ("killed", "injured", "survivors", "missing", "strikes") for end in ("min", "max")
)
SOURCE_COLUMNS = ("publisher", "title", "url", "link", "published")


def incidents() -> Iterator[Incident]:
    """Every record of the case, without its place, in the order of the table."""
    for line, row in _rows("incidents.csv"):
        try:
            record = Incident.model_validate(_incident(row))
        except ValidationError as reason:
            raise RecordsError(str(reason.errors()[0]["msg"]), where=f"incidents.csv line {line}") from reason
        yield record.model_copy(update={"claims": claims_of(record)})


def routes() -> Iterator[Route]:
    """Every route of the case in words, without lines, in the order of the table."""
    for line, row in _rows("routes.csv"):
        try:
            yield Route.model_validate(_route(row))
        except ValidationError as reason:
            raise RecordsError(str(reason.errors()[0]["msg"]), where=f"routes.csv line {line}") from reason


def published_totals() -> tuple[PublishedTotal, ...]:
    """The totals that others published, in order of date, each with the reason where our sum differs."""
    reasons = {(row["date"], row["publisher"]): row["explanation"] for _, row in _rows("differences.csv")}
    return tuple(
        PublishedTotal(
            stated_on=date.fromisoformat(row["date"]),
            strikes=_whole(row["strikes"]),
            vessels=_whole(row["vessels"]),
            killed=_whole(row["killed"]),
            scope=row["scope"],
            publisher=row["publisher"],
            url=row["url"],
            link=row["link"] == "yes" and bool(row["url"]),
            difference=reasons.get((row["date"], row["publisher"]), ""),
        )
        for _, row in _rows("published_totals.csv")
    )


def gaps() -> tuple[Gap, ...]:
    """Where the case is known to hold nothing, or not all, in the order of the table."""
    found = []
    for line, row in _rows("gaps.csv"):
        given = {**row, "date_end": row["date_end"] or None, "event_types": tuple(row["event_types"].split())}
        try:
            found.append(Gap.model_validate(given))
        except ValidationError as reason:
            raise RecordsError(str(reason.errors()[0]["msg"]), where=f"gaps.csv line {line}") from reason
    return tuple(found)


def _rows(name: str) -> Iterator[tuple[int, dict[str, str]]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from enumerate(csv.DictReader(file), start=2)


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _incident(row: dict[str, str]) -> dict[str, Any]:
    sources = [found for number in (1, 2) if (found := _source(row, f"source_{number}_"))]
    linked = any(source["link"] for source in sources)
    return {
        **{name: row[name] for name in _PLAIN},
        **{name: _whole(row[name]) for name in (*COUNTS, "vessels")},
        "source_id": row["id"],
        "date_precision": row["date_precision"] or None,
        "killed_max_reason": row["killed_max_reason"] or None,
        "quantity": float(row["quantity"]) if row["quantity"] else None,
        "claim_status": row["claim_status"] if linked or row["claim_status"] == "retracted" else "claimed",
        "disputed_on": "both" if ";" in row["disputed_on"] else row["disputed_on"] or None,
        "actors": [_actor(part) for part in row["actors"].split(";") if part],
        "sources": sources,
    }


_PLAIN = (
    *("id", "event_type", "sub_event_type", "date_start", "date_end", "date_kind", "location_text", "title"),
    *("summary", "quantity_unit", "substance", "dispute", "notes"),
)


def _actor(text: str) -> dict[str, Any]:
    name, role, alleged = text.rsplit("|", 2)
    return {"name": name.strip(), "role": role, "alleged": alleged == "yes"}


def _source(row: dict[str, str], prefix: str) -> dict[str, Any] | None:
    found: dict[str, Any] = {column: row[prefix + column] for column in SOURCE_COLUMNS}
    if not found["publisher"]:
        return None
    link = found["link"] == "yes" and bool(found["url"])
    return {**found, "link": link, "language": foreign_sources().get(found["title"], "en")}


@cache
def foreign_sources() -> dict[str, str]:
    """Title of a source → the language in which it is written, of those that are not in English."""
    return {row["title"]: row["language"] for _, row in _rows("foreign_sources.csv")}


def _route(row: dict[str, str]) -> dict[str, Any]:
    source = _source(row, "source_")
    start, end = period_of(row["period"])
    plain = {name: value for name, value in row.items() if not name.startswith("source_")}
    return {**plain, "period_start": start, "period_end": end, "sources": [source] if source else []}


def period_of(text: str) -> tuple[date | None, date | None]:
    """First and last day of ``2023``, ``2016 to 2025`` or ``2010s``; (None, None) where no year stands."""
    years = [int(year) for year in re.findall(r"\d{4}", text)]
    if not years:
        return None, None
    last = years[-1] + 9 if text.strip().endswith("s") else years[-1]
    return date(years[0], 1, 1), date(last, 12, 31)
