"""The layer of heat: the density in small cells, those of one step joined to a band without outlines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.message import Message
from layers import wording
from layers.cells import polygon_of
from layers.density import LAYER as DENSITY
from layers.density import PAINT as DENSITY_PAINT
from layers.density import STEPS, Grid, grids_of, period_columns, resolution_of, rows_seen, short
from layers.layer import Feature, GeometryChoice
from layers.selection import Selection
from records.flat import ColumnKind

_FINEST = 4
BOUNDS = (0.0, *STEPS)
"""The first band is below the first step: it is written to files, so that all bands hold all events, and not drawn."""


def features(selection: Selection, geometry: GeometryChoice) -> Iterator[Feature]:
    """For each period and step the area in which so many events are expected, as one feature.

    What lies below the first step has a geometry in files alone.
    """
    for grid in grids_of(selection, min(resolution_of(selection.zoom) + 1, _FINEST)):
        seen = rows_seen(grid, selection)
        step = np.searchsorted(BOUNDS, grid.per_area, side="right") - 1
        for index in np.unique(step[seen])[::-1].tolist():
            rows = seen[step[seen] == index]
            drawn = index > 0 or selection.zoom is None
            yield _band(grid, index, rows, shapely.union_all(_outlines(grid, rows)) if drawn else None)


def _outlines(grid: Grid, rows: NDArray[np.int64]) -> list[BaseGeometry]:
    return [polygon_of(cell) for cell in grid.cells[rows].tolist()]


def _band(grid: Grid, step: int, rows: NDArray[np.int64], area: BaseGeometry | None) -> Feature:
    id = f"step-{step}" if grid.period is None else f"step-{step}:{grid.period.name}"
    properties: dict[str, Any] = {
        "id": id,
        "least_per_10000_km2": BOUNDS[step],
        "below_per_10000_km2": BOUNDS[step + 1] if step + 1 < len(BOUNDS) else None,
        "events": round(float(grid.events[rows].sum()), 6),
        "area_km2": round(float(grid.area_km2[rows].sum()), 3),
        "cells": len(rows),
        **period_columns(grid.period),
    }
    return Feature(id, area, properties)


def tip(properties: Mapping[str, Any]) -> tuple[Message | str, ...]:
    """What a band says: its step, and the events expected in all of it."""
    least, below = properties["least_per_10000_km2"], properties["below_per_10000_km2"]
    return (
        wording.HEAT_FROM(least=short(least)) if below is None else wording.HEAT_STEP(least=least, below=below),
        wording.HEAT_EVENTS(events=short(properties["events"])),
    )


COLUMNS: dict[str, ColumnKind] = {
    "id": "text",
    "least_per_10000_km2": "number",
    "below_per_10000_km2": "number",
    "events": "number",
    "area_km2": "number",
    "cells": "whole",
    "period_start": "text",
    "period_end": "text",
}

LAYER = replace(
    DENSITY,
    name="heat",
    help="expected events as bands of density, without outlines",
    title=wording.LAYER_HEAT,
    columns=COLUMNS,
    features=features,
    paint=replace(DENSITY_PAINT, column="least_per_10000_km2", width_px=0.0),
    tip=tip,
)
