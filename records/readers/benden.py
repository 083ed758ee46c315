"""Pirate attacks 1993–2020 ("Crime at Sea", Benden, Feldmann and others): CSV with ``NA`` for what is missing.

``time`` is ``20:05`` (zone unknown, so the day stays the day) or ``21:45 UTC``; three sources are mixed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from records.readers.layout import Layout
from records.readers.row import Row, text_of

_SOURCES = {
    "imb": "ICC International Maritime Bureau (IMB)",
    "mappingpiracy": "Mapping Piracy",
    "nga": "National Geospatial-Intelligence Agency (ASAM)",
}


def _adapt(row: Row) -> Row:
    cells = {name: "" if text_of(cell) == "NA" else cell for name, cell in row.cells.items()}
    if time := text_of(cells.get("time")):
        cells["time"] = time if re.search(r"UTC|Z$", time) else f"{time} (zone not stated)"
    return replace(row, cells=cells)


def _more(row: Row) -> Mapping[str, Any]:
    vessel = " ".join(part for name in ("vessel_type", "vessel_name") if (part := text_of(row.cells.get(name))))
    place, status = text_of(row.cells.get("location_description")), text_of(row.cells.get("vessel_status"))
    kind = text_of(row.cells.get("attack_type"))
    publisher = text_of(row.cells.get("data_source"))
    return {
        "title": ", ".join(part for part in (kind, vessel, place) if part),
        "actors": [{"name": vessel, "role": "target"}] if vessel else [],
        "notes": f"vessel status: {status}" if status else "",
        "sources": [
            {"publisher": _SOURCES.get(publisher, publisher), "title": "Crime at Sea: pirate attacks 1993–2020"}
        ],
    }


BENDEN = Layout(
    name="benden",
    marks=("attack_type", "eez_country", "shore_distance", "attack_description"),
    columns={
        "date": "date",
        "time": "time",
        "lon": "longitude",
        "lat": "latitude",
        "event_type": "attack_type",
        "location_text": "location_description",
        "summary": "attack_description",
    },
    only_own_columns=True,
    adapt=_adapt,
    more=_more,
    event_types={"attempted": "attack", "detained": "seizure", "suspicious": "suspicious_approach"},
)
