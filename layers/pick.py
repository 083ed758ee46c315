"""One record of a view whose records are too many to be marks, and the way from one to the next in order of date."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from layers.incidents import Mark, mark_of
from layers.land import land_in
from layers.snapshot import Snapshot
from layers.tally import tallies_of
from layers.view import FeatureCollection, divided, regions_of
from records.filter import Filter


@dataclass(frozen=True, slots=True)
class Pick:
    """A record as a view draws it: its mark, and its region where it has one that no named outline is.

    Both are empty where the record does not pass the filter, whose dates do not matter here: a mark says of which dates
    it is.
    """

    id: str
    marks: tuple[Mark, ...]
    regions: FeatureCollection


def picked(snapshot: Snapshot, wanted: Filter, id: str) -> Pick:
    """The mark of one record among those that pass a filter without regard to its dates."""
    row = _rows(snapshot).get(id)
    undated = wanted.model_copy(update={"since": None, "until": None})
    selection = snapshot.select(undated)
    if row is None or not selection[row]:
        return Pick(id, (), {"type": "FeatureCollection", "features": []})
    on_map, _ = divided(snapshot, undated, selection)
    tallies = tallies_of(snapshot, land_in)
    shown = bool(on_map[row])
    regions = regions_of(snapshot, [row] if shown else [], tallies)
    return Pick(id, (mark_of(snapshot, row, tallies, on_map=shown),), regions)


def walked(snapshot: Snapshot, wanted: Filter, id: str, by: int) -> str:
    """The record that lies so many steps from another, in order of date, among those of a filter that are on the map.

    The ends are where the way ends. From a record that is not among them it goes on from its date; from none it begins
    at the first, or backwards at the last. Empty where nothing is on the map.
    """
    on_map, _ = divided(snapshot, wanted, snapshot.select(wanted))
    rows = np.nonzero(on_map)[0]
    if not len(rows):
        return ""
    row = _rows(snapshot).get(id)
    if row is None:
        at = by - 1 if by > 0 else len(rows) + by
    else:
        at = int(np.searchsorted(rows, row)) + by
        if by > 0 and not on_map[row]:
            at -= 1
    found: str = snapshot.ids[rows[min(max(at, 0), len(rows) - 1)]]
    return found


def _rows(snapshot: Snapshot) -> dict[str, int]:
    """The row of each record."""
    if "row_of_id" not in snapshot.built:
        snapshot.built["row_of_id"] = {id: row for row, id in enumerate(snapshot.ids)}
    found: dict[str, int] = snapshot.built["row_of_id"]
    return found
