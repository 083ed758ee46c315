"""Square bins of a map: what is drawn where records are too many to be drawn one by one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from layers.mercator import MAX_LAT, lat_of, lon_of, world_px
from layers.snapshot import Mask, Snapshot
from layers.tally import Tallies, is_wide
from records.vocabulary import EVENT_TYPES

BIN_PX = 24.0
"""Side of a bin on the screen at the zoom asked for (the next lower quarter of a zoom, so that bins stay put)."""


@dataclass(frozen=True, slots=True)
class Bin:
    """A square of the map with the number of records whose own point lies in it, and its most frequent type.

    Records that stand in the tally of a sea or of a vast region are in no bin: their tally shows their number.
    """

    west: float
    south: float
    east: float
    north: float
    count: int
    event_type: str


def bins_of(snapshot: Snapshot, which: Mask, tallies: Tallies, zoom: float) -> tuple[Bin, ...]:
    """The bins of records by the points of their places, the fullest first."""
    wide = np.array([is_wide(tally) for tally in tallies.tallies] + [False])
    rows = np.nonzero(which & ~wide[np.asarray(tallies.tally_of, int)])[0]
    points = np.array([_point(snapshot, int(row)) for row in rows], float).reshape(-1, 2)
    side = BIN_PX / world_px(np.floor(zoom * 4) / 4)
    lat = np.radians(np.clip(points[:, 1], -MAX_LAT, MAX_LAT))
    x = (points[:, 0] + 180) / 360
    y = 0.5 - np.log(np.tan(np.pi / 4 + lat / 2)) / (2 * np.pi)
    cells = np.column_stack([np.floor(x / side), np.floor(y / side)]).astype(np.int64)
    unique, index = np.unique(cells, axis=0, return_inverse=True)
    types = np.zeros((len(unique), len(EVENT_TYPES)), np.int64)
    np.add.at(types, (index.ravel(), snapshot.event_type[rows]), 1)
    order = np.argsort(-types.sum(1), kind="stable")
    return tuple(_bin(unique[n], side, types[n]) for n in order)


def _point(snapshot: Snapshot, row: int) -> tuple[float, float]:
    place = snapshot.places[row]
    return (np.nan, np.nan) if place is None else (place.lon, place.lat)


def _bin(cell: np.ndarray, side: float, types: np.ndarray) -> Bin:
    west, east = lon_of(np.array([cell[0], cell[0] + 1]) * side)
    north, south = lat_of(np.array([cell[1], cell[1] + 1]) * side)
    return Bin(
        west=round(float(west), 5),
        south=round(float(south), 5),
        east=round(float(east), 5),
        north=round(float(north), 5),
        count=int(types.sum()),
        event_type=EVENT_TYPES[int(np.argmax(types))],
    )
