"""The layer of naive pins: what a map without uncertainty would have drawn. It is there to be compared, and misleads.

Each placed record is a point in the middle of its region, as if that were where it happened. The tip says how far
away the truth may be, and how many records the same point stands for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from shapely.geometry import Point

from geo.message import Message
from layers import wording
from layers.density import counts
from layers.layer import Feature, GeometryChoice, LayerEntry
from layers.paint import Paint, PaintClass
from layers.selection import Selection
from records.flat import ColumnKind
from records.incident import Incident


def features(selection: Selection, geometry: GeometryChoice) -> Iterator[Feature]:
    """Each event with a place as a bare point, whatever the choice of geometry."""
    shared = Counter(_spot(incident) for incident in selection.incidents() if counts(selection, incident))
    for incident in selection.incidents():
        if (place := incident.place) is None or not counts(selection, incident):
            continue
        properties: dict[str, Any] = {
            "id": incident.id,
            "incident_id": incident.id,
            "title": incident.title,
            "coordinate_uncertainty_m": place.radius_m,
            "records_on_spot": shared[_spot(incident)],
        }
        yield Feature(incident.id, Point(place.lon, place.lat), properties)


def _spot(incident: Incident) -> tuple[float, float] | None:
    return None if incident.place is None else (round(incident.place.lon, 4), round(incident.place.lat, 4))


def tip(properties: Mapping[str, Any]) -> tuple[Message | str, ...]:
    """What a pin hides."""
    lines: list[Message | str] = [str(properties["title"])]
    lines.append(wording.PINS_AWAY(distance_km=f"{properties['coordinate_uncertainty_m'] / 1000:,.0f}"))
    if properties["records_on_spot"] > 1:
        lines.append(wording.PINS_SHARED(records=properties["records_on_spot"]))
    return tuple(lines)


COLUMNS: dict[str, ColumnKind] = {
    "id": "text",
    "incident_id": "text",
    "title": "text",
    "coordinate_uncertainty_m": "number",
    "records_on_spot": "whole",
}

LAYER = LayerEntry(
    "pins",
    "misleading: every record as a bare point, as maps without uncertainty draw it",
    wording.LAYER_PINS,
    COLUMNS,
    features,
    Paint("point", (PaintClass(wording.LAYER_PINS, "#b3261e", "#f08a80"),), opacity=1.0, size_px=10.0),
    geometry_type="Point",
    region_type="Point",
    note=wording.PINS_NOTE,
    on_page=True,
    tip=tip,
    marks="hidden",
)
