"""Ways made smooth without touching land: pulled straight at a distance from coasts, relaxed, and rounded.

All is done on unit vectors, so neither the antimeridian nor a pole is anything special.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString

from geo.coast import distance_to_coast_m, on_sphere
from geo.geodesy import EARTH_RADIUS_M, haversine_m
from geo.net import Floats, crossings
from geo.taut import geodesic, is_free, shortened

WIDE_BERTH_M = 60_000.0
"""How far a straight piece keeps off the coast where the way that it straightens does."""
BERTH_M = 20_000.0
"""How far a relaxed way keeps off the coast where it did before."""
STEPS_M = (240_000.0, 30_000.0)
"""Lengths of the pieces that a way is relaxed in: long ones first, that find where ways part, then short ones."""
_ROUNDS = 60
_PULL = 0.5
_PROBE_M = 15_000.0
_SHARP_DEG = 6.0
_FILLETS_M = (240_000.0, 160_000.0, 100_000.0, 60_000.0)
_CURVE_POINTS = 12


def pulled_with_berth(points: Floats) -> Floats:
    """A way (lon, lat) without needless points, whose straight pieces keep off the coast as far as it did, or 60 km."""
    berth = distance_to_coast_m(points[:, 0], points[:, 1])

    def roomy(among: Floats, here: int, there: int) -> bool:
        line = geodesic(tuple(among[here]), tuple(among[there]), _PROBE_M)
        if not is_free(line):
            return False
        least = min(WIDE_BERTH_M, float(berth[here : there + 1].min()) * 0.999)
        return bool((distance_to_coast_m(line[:, 0], line[:, 1]) >= least).all())

    return shortened(points, roomy)


@dataclass(slots=True)
class Band:
    """An elastic network: ``spots`` (unit vectors), edges between them with weights, and which spots are held."""

    spots: Floats
    edges: NDArray[np.int64]
    weights: Floats
    held: NDArray[np.bool_]
    _room: Floats = field(init=False)
    """At least so many metres each spot is from the coast."""
    _least: Floats = field(init=False)
    _look: float = field(init=False, default=0.0)
    """Farther from the coast than this, neither a spot nor an edge from it can meet land."""

    def relax(self, step_m: float) -> None:
        """Let every free spot move toward the weighted middle of its neighbours, as far as land allows.

        ``step_m``: the length of the longest edge.
        """
        self._look = step_m + 2 * BERTH_M
        self._room = distance_to_coast_m(*lon_lat(self.spots).T)
        self._least = np.minimum(self._room * 0.999, BERTH_M)
        groups = [self._group(group) for group in _apart(len(self.spots), self.edges, ~self.held)]
        for _ in range(_ROUNDS):
            for group in groups:
                self._move(group)

    def _group(self, spots: NDArray[np.int64]) -> _Group:
        """Some spots, no two of them neighbours, with their neighbours: ragged, as rows of one list."""
        rank = np.full(len(self.spots), -1)
        rank[spots] = np.arange(len(spots))
        both = np.vstack((self.edges, self.edges[:, ::-1]))
        weights = np.concatenate((self.weights, self.weights))
        mine = np.flatnonzero(rank[both[:, 0]] >= 0)
        order = mine[np.argsort(rank[both[mine, 0]], kind="stable")]
        return _Group(spots, rank[both[order, 0]], both[order, 1], weights[order])

    def _move(self, group: _Group) -> None:
        pull = np.zeros((len(group.spots), 3))
        np.add.at(pull, group.row, self.spots[group.neighbour] * group.weight[:, None])
        pull /= np.bincount(group.row, group.weight, len(group.spots))[:, None]
        before = self.spots[group.spots]
        after = _unit(before + _PULL * (pull - before))
        self._room[group.spots] -= np.linalg.norm(after - before, axis=1) * EARTH_RADIUS_M
        close = np.flatnonzero(self._room[group.spots] < self._look)
        wrong = np.zeros(len(group.spots), bool)
        if len(close):
            spots = group.spots[close]
            self._room[spots] = distance_to_coast_m(*lon_lat(after[close]).T)
            wrong[close] = self._room[spots] < self._least[spots]
            edges = np.flatnonzero(np.isin(group.row, close))
            met = crossings(lon_lat(after[group.row[edges]]), lon_lat(self.spots[group.neighbour[edges]]))
            wrong[group.row[edges][met]] = True
        self.spots[group.spots[~wrong]] = after[~wrong]


@dataclass(frozen=True, slots=True)
class _Group:
    """Spots that move at once, and each edge of theirs: the row of its spot, its neighbour and its weight."""

    spots: NDArray[np.int64]
    row: NDArray[np.int64]
    neighbour: NDArray[np.int64]
    weight: Floats


def _apart(count: int, edges: NDArray[np.int64], free: NDArray[np.bool_]) -> list[NDArray[np.int64]]:
    """The free spots in groups in which no two are neighbours, so that each can move while its neighbours stay."""
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for here, there in edges.tolist():
        neighbours[here].append(there)
        neighbours[there].append(here)
    colour = np.full(count, -1)
    for spot in np.flatnonzero(free).tolist():
        taken = {int(colour[other]) for other in neighbours[spot]}
        colour[spot] = next(number for number in range(len(neighbours[spot]) + 1) if number not in taken)
    return [np.flatnonzero(colour == number) for number in range(int(colour.max(initial=-1)) + 1)]


def rounded(points: Floats) -> Floats:
    """A line (lon, lat) whose sharp corners are curves: the widest that meet no coast; its ends stay."""
    spots = on_sphere(points[:, 0], points[:, 1])
    for corner in _corners(spots)[::-1]:
        for reach_m in _FILLETS_M:
            curve, first, last = _fillet(spots, corner, reach_m)
            if last - first > 1 and is_free(lon_lat(curve)):
                spots = np.vstack((spots[:first], curve, spots[last + 1 :]))
                break
    return lon_lat(spots)


def _corners(spots: Floats) -> list[int]:
    """The numbers of the spots where a line turns sharply, those that turn most among their neighbours."""
    steps = _unit(np.diff(spots, axis=0))
    turn = np.degrees(np.arccos(np.clip((steps[:-1] * steps[1:]).sum(axis=1), -1.0, 1.0)))
    return [int(at) + 1 for at in np.flatnonzero(turn > _SHARP_DEG)]


def _fillet(spots: Floats, corner: int, reach_m: float) -> tuple[Floats, int, int]:
    """A curve that cuts a corner, and the numbers of the spots that it joins; at most halfway to the line's ends."""
    steps = np.linalg.norm(np.diff(spots, axis=0), axis=1) * EARTH_RADIUS_M
    before, after = np.cumsum(steps[:corner][::-1]), np.cumsum(steps[corner:])
    reach = min(reach_m, 0.6 * float(before[-1]), 0.6 * float(after[-1]))
    first = corner - int(np.searchsorted(before, reach, side="right"))
    last = corner + int(np.searchsorted(after, reach, side="right"))
    share = np.linspace(0.0, 1.0, _CURVE_POINTS)[:, None]
    bend = (1 - share) ** 2 * spots[first] + 2 * share * (1 - share) * spots[corner] + share**2 * spots[last]
    return _unit(bend), first, last


def simplified(points: Floats, tolerance_deg: float) -> Floats:
    """A line (lon, lat) without points that hardly bend it: as few as keep it off the coast."""
    turned = np.column_stack((np.unwrap(points[:, 0], period=360.0), points[:, 1]))
    for share in (1.0, 0.3, 0.1, 0.03):
        simple = shapely.get_coordinates(LineString(turned).simplify(tolerance_deg * share))
        simple[:, 0] = (simple[:, 0] + 180.0) % 360.0 - 180.0
        if is_free(simple):
            return simple
    return points


def lon_lat(spots: Floats) -> Floats:
    """Unit vectors as points (lon, lat)."""
    return np.column_stack(
        (
            np.degrees(np.arctan2(spots[:, 1], spots[:, 0])),
            np.degrees(np.arctan2(spots[:, 2], np.hypot(spots[:, 0], spots[:, 1]))),
        )
    )


def _unit(spots: Floats) -> Floats:
    unit: Floats = spots / np.linalg.norm(spots, axis=1)[:, None]
    return unit


def resampled(points: Floats, step_m: float) -> Floats:
    """A line (lon, lat) with a point at least every step, each on the straight line on the map between two."""
    ends = points[:-1] + np.column_stack(((np.diff(points[:, 0]) + 180.0) % 360.0 - 180.0, np.diff(points[:, 1])))
    counts = np.maximum(1, np.ceil(haversine_m(*points[:-1].T, *points[1:].T) / step_m)).astype(int)
    pieces = [
        start + (end - start) * np.arange(count)[:, None] / count
        for start, end, count in zip(points[:-1], ends, counts, strict=True)
    ]
    line: Floats = np.vstack([*pieces, points[-1:]])
    line[:, 0] = (line[:, 0] + 180.0) % 360.0 - 180.0
    return line
