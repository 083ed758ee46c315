"""The layer of uncertainty: for each placed record the region that holds its true position 9 times in 10."""

from __future__ import annotations

from collections.abc import Iterator

from layers import wording
from layers.layer import Feature, GeometryChoice, LayerEntry
from layers.paint import by_event_type
from layers.region import region_of
from layers.selection import Selection
from records.flat import COLUMNS as ALL_COLUMNS
from records.flat import flatten

COLUMNS = {
    name: ALL_COLUMNS[name]
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


def features(selection: Selection, geometry: GeometryChoice) -> Iterator[Feature]:
    """Each placed record's region, whatever the choice of geometry: the region is what this layer shows."""
    for incident in selection.incidents():
        if incident.place is not None:
            row = flatten(incident)
            region = region_of(incident.place, selection.outlines)
            yield Feature(incident.id, region, {name: row[name] for name in COLUMNS})


LAYER = LayerEntry(
    "uncertainty",
    "the region that holds each placed record 9 times in 10",
    wording.LAYER_UNCERTAINTY,
    COLUMNS,
    features,
    by_event_type("fill", wording.TYPE_NAMES, opacity=0.1, width_px=1.5),
)
