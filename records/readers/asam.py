"""Anti-shipping activity messages (ASAM) of the US National Geospatial-Intelligence Agency: CSV export and web API.

The CSV's rows end in a comma, so that there is a nameless ninth column; a position is two lines in one cell; a
reference may come twice with different text. In the API's JSON latitude and longitude are numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from records.readers.layout import Layout
from records.readers.row import Row, text_of

_COUNTS = frozenset({"n/a", "na", "none", "other", ""})


def _adapt(row: Row) -> Row:
    """The position as it was written, not the API's numbers with their noise, wherever there is one."""
    if text_of(row.cells.get("position")):
        return replace(row, cells={**row.cells, "latitude": "", "longitude": ""})
    return row


def _more(row: Row) -> Mapping[str, Any]:
    """Who was the target and who is said to have done it; the place in words that begins the description."""
    victim, hostility = text_of(row.cells.get("victim")), text_of(row.cells.get("hostility"))
    reference = text_of(row.cells.get("reference"))
    actors = [{"name": victim, "role": "target"}] if victim.casefold() not in _COUNTS else []
    region, mark, _ = text_of(row.cells.get("description")).partition(":")
    source = {"publisher": ASAM.publisher, "title": f"ASAM {reference}" if reference else "ASAM"}
    return {
        "actors": actors,
        "sub_event_type": hostility if hostility.casefold() not in _COUNTS else "",
        "location_text": " ".join(region.split()) if mark and len(region) <= 60 and region.isupper() else "",
        "sources": [source],
    }


ASAM = Layout(
    name="asam",
    marks=("reference", "hostility", "victim", "navArea"),
    columns={
        "id": "reference",
        "date": "date",
        "position": "position",
        "lat": "latitude",
        "lon": "longitude",
        "event_type": "hostility",
        "summary": "description",
    },
    only_own_columns=True,
    adapt=_adapt,
    more=_more,
    event_types={
        "naval engagement": "confrontation",
        "drug smuggling": "other",
        "mother ship activity": "suspicious_approach",
        "kidnapping": "hijack",
    },
    publisher="National Geospatial-Intelligence Agency (ASAM)",
)
