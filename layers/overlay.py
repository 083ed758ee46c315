"""The layer of a user's own layers, drawn beside the records as they are; every text of theirs is data."""

from __future__ import annotations

from collections.abc import Iterator

from layers import wording
from layers.drawn import area_of
from layers.layer import Feature, GeometryChoice, LayerEntry
from layers.paint import Paint, PaintClass
from layers.selection import Selection
from records.flat import ColumnKind
from records.readers.row import plain

COLUMNS: dict[str, ColumnKind] = {"id": "text", "file": "text", "number": "whole", "name": "text", "properties": "json"}

PAINT = Paint(
    "fill", (PaintClass(wording.LAYER_OVERLAY, "#7a4a86", "#c9a3d3"),), opacity=0.12, width_px=1.4, size_px=8.0
)


def features(selection: Selection, geometry: GeometryChoice) -> Iterator[Feature]:
    """Every feature of the user's layers that meets the filter's box; a filter's other questions are about records."""
    area = area_of(selection.filter)
    for overlay in selection.beside.overlays:
        for one in overlay.features:
            if area is not None and (one.geometry is None or not one.geometry.intersects(area)):
                continue
            id = f"{overlay.name}#{one.number}"
            told = {"id": id, "file": overlay.name, "number": one.number, "name": one.name}
            yield Feature(id, one.geometry, {**told, "properties": plain(one.properties)})


def offered(selection: Selection) -> bool:
    """Whether the user laid a layer beside the store."""
    return bool(selection.beside.overlays)


LAYER = LayerEntry(
    "overlay",
    "your own layers, given with --overlay",
    wording.LAYER_OVERLAY,
    COLUMNS,
    features,
    PAINT,
    geometry_type="Unknown",
    region_type="Unknown",
    note=wording.OVERLAY_NOTE,
    on_page=True,
    offered=offered,
)
