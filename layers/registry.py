"""The layers that can be exported: a file each, an entry each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from layers.errors import LayersError
from layers.incidents import GeometryChoice, geometry_of
from layers.routes import documented_in, draw
from layers.selection import Feature, Selection
from layers.uncertainty import region_of
from records.flat import COLUMNS, ColumnKind, flatten

Features = Callable[[Selection, GeometryChoice], Iterator[Feature]]


@dataclass(frozen=True, slots=True)
class LayerEntry:
    """One layer: its name, what it shows in one line, the columns of its features, and how they are made."""

    name: str
    help: str
    columns: dict[str, ColumnKind]
    features: Features


def _incidents(selection: Selection, geometry: GeometryChoice) -> Iterator[Feature]:
    for incident in selection.incidents():
        yield Feature(incident.id, geometry_of(incident, geometry, selection.outlines), flatten(incident))


def _uncertainty(selection: Selection, geometry: GeometryChoice) -> Iterator[Feature]:
    for incident in selection.incidents():
        if incident.place is not None:
            row = flatten(incident)
            region = region_of(incident.place, selection.outlines)
            yield Feature(incident.id, region, {name: row[name] for name in UNCERTAINTY_COLUMNS})


def _routes(selection: Selection, geometry: GeometryChoice) -> Iterator[Feature]:
    for route in selection.routes():
        drawn = draw(route)
        value = route.model_dump(mode="json")
        value["documented_in_window"] = int(documented_in(route, selection.filter))
        properties = {name: value[name] for name in ROUTE_COLUMNS}
        yield Feature(route.id, drawn.corridor if geometry == "region" else drawn.line, properties)


UNCERTAINTY_COLUMNS: dict[str, ColumnKind] = {
    name: COLUMNS[name]
    for name in (
        "id",
        "event_type",
        "title",
        "date_start",
        "date_end",
        "location_text",
        "lon",
        "lat",
        "coordinate_uncertainty_m",
        "geo_precision",
        "location_method",
        "location_steps",
        "region_id",
        "claim_status",
    )
}
ROUTE_COLUMNS: dict[str, ColumnKind] = {
    "id": "text",
    "name": "text",
    "kind": "text",
    "corridor": "text",
    "from_text": "text",
    "via_text": "text",
    "to_text": "text",
    "mode": "text",
    "commodity": "text",
    "period": "text",
    "period_start": "text",
    "period_end": "text",
    "documented_in_window": "whole",
    "share_text": "text",
    "confidence": "text",
    "summary": "text",
    "sources": "json",
    "waypoints": "json",
    "not_drawn_reason": "json",
}

LAYERS: tuple[LayerEntry, ...] = (
    LayerEntry("incidents", "the records, a point only where a source states coordinates", COLUMNS, _incidents),
    LayerEntry(
        "uncertainty", "the region that holds each placed record 9 times in 10", UNCERTAINTY_COLUMNS, _uncertainty
    ),
    LayerEntry("routes", "trafficking and migration routes as lines, or as corridors", ROUTE_COLUMNS, _routes),
)


def layer_named(name: str) -> LayerEntry:
    """The layer of a name; :class:`LayersError` that lists the names where there is none."""
    for entry in LAYERS:
        if entry.name == name:
            return entry
    raise LayersError(f"there is no layer '{name}'", next=f"one of {', '.join(entry.name for entry in LAYERS)}")
