"""Incidents of UK Maritime Trade Operations (UKMTO): lists as tables, and the shape of its web API.

A summary or advisory stands in the list like an incident and is a statement. The place is a distance from a town,
in a column or in the text; positions in such lists were guessed from that town by others and are not used. In the API
0, 0 means no position, ``..`` no name, and the text is HTML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from typing import Any

from records.readers.layout import Layout
from records.readers.row import Row, text_of

_TAG = re.compile(r"<[^>]{0,200}>")
_OFFSET = re.compile(r"\b\d+(?:\.\d+)? ?NM \w[\w ]{1,20}? of [^.;]{3,60}", re.IGNORECASE)
_NO_PLACE = frozenset({"", "na", "n/a", "none", "null"})


def _adapt(row: Row) -> Row:
    place = text_of(row.cells.get("location"))
    if place.casefold() in _NO_PLACE:
        told = _OFFSET.search(text_of(row.cells.get("details")))
        place = told[0] if told else ""
    return replace(row, cells={**row.cells, "location": place})


def _more(row: Row) -> Mapping[str, Any]:
    number = text_of(row.cells.get("incident_id"))
    offset = text_of(row.cells.get("location"))
    return {"location_text": offset, "sources": [{"publisher": UKMTO.publisher, "title": f"UKMTO {number}"}]}


def _adapt_api(row: Row) -> Row:
    cells = dict(row.cells)
    if all(text_of(cells.get(name)) in ("0", "0.0") for name in ("locationLatitude", "locationLongitude")):
        cells["locationLatitude"] = cells["locationLongitude"] = ""
    cells["otherDetails"] = " ".join(unescape(_TAG.sub(" ", text_of(cells.get("otherDetails")))).split())
    cells["place"] = text_of(cells.get("place")) or text_of(cells.get("region"))
    return replace(row, cells=cells)


def _more_api(row: Row) -> Mapping[str, Any]:
    name, kind = text_of(row.cells.get("vesselName")).strip("."), text_of(row.cells.get("vesselType"))
    vessel = " ".join(part for part in (kind, name) if part)
    number, issuer = text_of(row.cells.get("incidentNumber")), text_of(row.cells.get("incidentIssuer")) or "UKMTO"
    return {
        "actors": [{"name": vessel, "role": "target"}] if vessel else [],
        "sources": [{"publisher": UKMTO.publisher, "title": f"{issuer} {number}"}],
    }


UKMTO = Layout(
    name="ukmto",
    marks=("incident_id", "details", "event_type", "recency_weight"),
    columns={
        "id": "incident_id",
        "date": "date",
        "title": "title",
        "summary": "details",
        "location_text": "location",
        "event_type": "event_type",
    },
    only_own_columns=True,
    adapt=_adapt,
    more=_more,
    event_types={"advisory": "statement", "irregular activity": "other"},
    publisher="UK Maritime Trade Operations (UKMTO)",
)

UKMTO_API = replace(
    UKMTO,
    marks=("incidentNumber", "incidentTypeName", "locationLatitude", "otherDetails"),
    columns={
        "id": "sitecoreId",
        "date": "utcDateOfIncident",
        "lat": "locationLatitude",
        "lon": "locationLongitude",
        "location_text": "place",
        "summary": "otherDetails",
        "event_type": "incidentTypeName",
    },
    adapt=_adapt_api,
    more=_more_api,
    midnight_is_day=True,
)
