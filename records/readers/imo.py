"""Marine casualties of the IMO's Global Integrated Shipping Information System (GISIS): CSV export.

Positions are ``052812N 0095500W`` (degrees, minutes, seconds without marks), one blank where missing; dates are
American with two figures of the year, and 0:00 means that the time is not known; figures may be ``[Primary Annex 2
not designated]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from records.readers.counts import UnreadableNumberError, read_range
from records.readers.layout import Layout
from records.readers.row import Row, text_of

_DEAD = ("DeadMissingCrew2", "DeadMissingPassengers2", "DeadMissingOthers3")
_INJURED = ("SeriouslyInjuredCrew2", "SeriouslyInjuredPassengers2", "SeriouslyInjuredOthers2")


def _adapt(row: Row) -> Row:
    """Cells without the export's word for nothing."""
    return replace(
        row, cells={name: "" if text_of(cell).startswith("[Primary") else cell for name, cell in row.cells.items()}
    )


def _sum(row: Row, names: tuple[str, ...]) -> int | None:
    """The sum of the stated figures, None where none is stated."""
    counts = []
    for name in names:
        try:
            counts.append(read_range(text_of(row.cells.get(name)))[0])
        except UnreadableNumberError:
            counts.append(None)
    stated = [count for count in counts if count is not None]
    return sum(stated) if stated else None


def _more(row: Row) -> Mapping[str, Any]:
    ships, event = text_of(row.cells.get("ShipsInvolved")), text_of(row.cells.get("InitialEvent"))
    dead_or_missing, injured = _sum(row, _DEAD), _sum(row, _INJURED)
    return {
        "event_type": "missing" if event.casefold().startswith("missing") else "other",
        "sub_event_type": event or text_of(row.cells.get("TypeOfCasualty")),
        "title": ", ".join(part for part in (event, ships) if part),
        "actors": [{"name": ships, "role": "target"}] if ships else [],
        "killed_max": dead_or_missing,
        "injured_min": injured,
        "injured_max": injured,
        "notes": f"dead or missing: {dead_or_missing}" if dead_or_missing else "",
        "sources": [
            {"publisher": IMO.publisher, "title": f"GISIS marine casualty {text_of(row.cells.get('Reference'))}"}
        ],
    }


IMO = Layout(
    name="imo",
    marks=("Reference", "ShipsInvolved", "IncidentDateTime", "TypeOfCasualty"),
    columns={
        "id": "Reference",
        "date": "IncidentDateTime",
        "position": "Coordinates",
        "location_text": "Location",
        "summary": "SummaryOfEvents",
    },
    only_own_columns=True,
    adapt=_adapt,
    more=_more,
    publisher="International Maritime Organization (GISIS)",
    day_first=False,
    midnight_is_day=True,
)
