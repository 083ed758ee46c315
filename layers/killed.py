"""The layer of killed: how many people killed are expected in each cell, at least and at most.

Its events and records are those that totals count, those that state no toll among them: boat strikes where the store
holds any, else its incidents at sea.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from geo.message import Message, Wording
from layers import wording
from layers.density import LAYER as DENSITY
from layers.density import PAINT as DENSITY_PAINT
from layers.density import counts, feature_of, grids_of, resolution_of, rows_seen, short, steps
from layers.layer import Feature, GeometryChoice
from layers.selection import Selection
from records.incident import Incident
from records.totals import counts as in_totals


def features(selection: Selection, geometry: GeometryChoice) -> Iterator[Feature]:
    """The cells into which counted records reach whose toll is stated, those with most killed first."""
    for grid in grids_of(selection, resolution_of(selection.zoom), _counted):
        seen = rows_seen(grid, selection)
        rows = seen[grid.killed_max[seen] > 0]
        yield from (
            feature_of(grid, row) for row in rows[np.argsort(-grid.killed_per_area[rows], kind="stable")].tolist()
        )


def _counted(selection: Selection, incident: Incident) -> bool:
    return in_totals(incident, selection.toll_of) and counts(selection, incident)


def _note(selection: Selection) -> Wording:
    """What is counted, by its name."""
    return wording.KILLED_NOTE if selection.toll_of == "strikes" else wording.KILLED_NOTE_INCIDENTS


def tip(properties: Mapping[str, Any]) -> tuple[Message | str, ...]:
    """What a cell says: the killed that are expected, their density, and the records that state none."""
    low, high = short(properties["killed_min"]), short(properties["killed_max"])
    lines = [
        wording.KILLED_EXPECTED(killed=low if low == high else f"{low}–{high}"),
        wording.DENSITY_PER_AREA(density=short(properties["killed_max_per_10000_km2"])),
    ]
    if properties["tolls_not_stated"] > 0:
        lines.append(wording.KILLED_NOT_STATED(events=short(properties["tolls_not_stated"])))
    return tuple(lines)


PAINT = replace(
    DENSITY_PAINT,
    classes=steps(
        wording.DENSITY_STEPS,
        ("#eaded8", "#dfc6bb", "#d0a897", "#bb8571", "#9d5f4d", "#7a3b2c"),
        ("#33241f", "#4c2f27", "#693f33", "#8b5546", "#b07461", "#d9a08d"),
    ),
    column="killed_max_per_10000_km2",
    heading=wording.KILLED_HEADING,
)

LAYER = replace(
    DENSITY,
    name="killed",
    help="expected killed in hexagons, at least and at most, of what totals count",
    title=wording.LAYER_KILLED,
    features=features,
    paint=PAINT,
    note_of=_note,
    tip=tip,
)
