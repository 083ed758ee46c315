"""The net of the sea that ways are found on: cells, what joins them, and the waterways between them.

Cells are large in open water and 0.05° near coasts (``geo/derive/ocean.py``). Lengths are spherical metres; miles
through waters that are ice for much of the year count sixfold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.coast import land_polygons, on_land, on_sphere
from geo.errors import GeoError
from geo.geodesy import GEOD, M_PER_NMI, haversine_m
from geo.shapes import load_arrays
from geo.waterways import WATERWAYS, Waterway

Position = tuple[float, float]
Floats = NDArray[np.float64]

LONGEST_STUB_M = 150_000.0
_NEAR_NODES = 40
_COAST_CHUNK = 24
_REACH_OF_WATERWAY_M = 60_000.0
_ICE_FACTOR = 6.0
"""What a mile counts for in waters that are ice for much of the year, so that no route leads through the Arctic."""


@dataclass(frozen=True, slots=True)
class Mooring:
    """How a point joins the net: its nodes in sight with the metres to them, or one node at the end of a stub."""

    nodes: NDArray[np.int64]
    metres: Floats
    on_stub: bool

    @property
    def nearest(self) -> int:
        """The nearest node."""
        return int(self.nodes[int(np.argmin(self.metres))])


@dataclass(frozen=True, slots=True)
class Net:
    """The cells of the sea and what joins them.

    ``points``: middles of the cells (lon, lat), then the ends of the waterways. ``lengths``: a symmetric sparse
    matrix of weighted metres between nodes. ``waterways``: by the pair of their end nodes, the lower number first.
    """

    points: Floats
    lengths: Any
    tree: Any
    waterways: dict[tuple[int, int], Waterway]

    def waterway_between(self, here: int, there: int) -> Waterway | None:
        """The waterway whose ends two nodes are."""
        return self.waterways.get((min(here, there), max(here, there)))

    def is_end_of_waterway(self, node: int) -> bool:
        """Whether a node is the end of a waterway: these come after all cells."""
        return len(self.points) - 2 * len(self.waterways) <= node < len(self.points)

    def moored(self, point: Position) -> Mooring | None:
        """How a point joins the net; None where the sea is too far."""
        lon, lat = point
        _, near = self.tree.query(on_sphere(np.array([lon]), np.array([lat]))[0], k=_NEAR_NODES)
        ends = self.points[near]
        metres = haversine_m(lon, lat, ends[:, 0], ends[:, 1])
        starts = np.repeat(np.array([[lon, lat]]), len(near), axis=0)
        seen = ~crossings(starts, ends) & ~on_land(lon, lat)[0]
        if seen.any():
            return Mooring(near[seen], metres[seen], on_stub=False)
        if metres[0] > LONGEST_STUB_M:
            return None
        return Mooring(near[:1], metres[:1], on_stub=True)

    def nearest(self, points: Floats) -> tuple[NDArray[np.int64], Floats]:
        """The nearest node of each point, and the metres to it."""
        _, nodes = self.tree.query(on_sphere(points[:, 0], points[:, 1]))
        near = self.points[nodes]
        return nodes, haversine_m(points[:, 0], points[:, 1], near[:, 0], near[:, 1])

    def edges_of(self, waterway_id: str) -> tuple[int, int]:
        """The pair of nodes at the ends of a waterway; GeoError where no waterway has that id."""
        for ends, waterway in self.waterways.items():
            if waterway.id == waterway_id:
                return ends
        raise GeoError(f"no waterway has the id {waterway_id!r}", next="see geo/waterways.py")

    def entry(self, here: int, there: int) -> int:
        """Where the length between two joined nodes stands among the data of ``lengths``."""
        first, last = self.lengths.indptr[here], self.lengths.indptr[here + 1]
        return int(first + np.searchsorted(self.lengths.indices[first:last], there))

    def lengths_without(self, avoiding: Sequence[str]) -> Any:
        """The lengths with some waterways (ids) closed."""
        if not avoiding:
            return self.lengths
        lengths = self.lengths.copy()
        for waterway in avoiding:
            here, there = self.edges_of(waterway)
            lengths.data[[self.entry(here, there), self.entry(there, here)]] = np.inf
        return lengths

    def path(self, first: Mooring, last: Mooring, avoiding: Sequence[str] = ()) -> list[int] | None:
        """The nodes of the shortest way between two moorings."""
        from scipy.sparse.csgraph import dijkstra

        lengths = self.lengths_without(avoiding)
        costs, before = dijkstra(lengths, directed=True, indices=first.nearest, return_predecessors=True)
        total = costs[last.nodes] + last.metres
        if not np.isfinite(total).any():
            return None
        return traced(before, int(last.nodes[int(np.argmin(total))]))


def way_between(lengths: Any, start: int, end: int, apart_m: float) -> tuple[list[int], float] | None:
    """The nodes of the shortest way between two nodes that lie ``apart_m`` apart, and its cost; None without one.

    The search is bounded, and widened only where the way is a long way round.
    """
    from scipy.sparse.csgraph import dijkstra

    for limit in (1.5 * apart_m + 3e5, 4.0 * apart_m + 1e6, np.inf):
        costs, before = dijkstra(lengths, directed=True, indices=start, return_predecessors=True, limit=limit)
        if np.isfinite(costs[end]):
            return traced(before, end), float(costs[end])
    return None


def way_round(start: Position, end: Position, avoiding: Sequence[str]) -> float:
    """How many times as long the shortest way between two points is without some waterways; infinite without one."""
    sea = net()
    nodes, _ = sea.nearest(np.array([start, end]))
    apart_m = float(haversine_m(*start, *end))
    free = way_between(sea.lengths, int(nodes[0]), int(nodes[1]), apart_m)
    bound = way_between(sea.lengths_without(avoiding), int(nodes[0]), int(nodes[1]), apart_m)
    return np.inf if free is None or bound is None else bound[1] / max(free[1], 1.0)


def costs_from(lengths: Any, nodes: NDArray[np.int64], limit_m: float = np.inf) -> Floats:
    """The cost of the shortest way to every node from the nearest of some; infinite beyond the limit."""
    from scipy.sparse.csgraph import dijkstra

    costs: Floats = dijkstra(lengths, directed=True, indices=nodes, min_only=True, limit=limit_m)
    return costs


def traced(before: NDArray[np.int64], node: int) -> list[int]:
    """The nodes of a way, from its start to a node."""
    nodes = [node]
    while before[node] >= 0:
        node = int(before[node])
        nodes.append(node)
    return nodes[::-1]


@cache
def net() -> Net:
    """The net of all seas."""
    from scipy.sparse import coo_array
    from scipy.spatial import cKDTree

    arrays = load_arrays(Path(str(files("geo") / "data" / "ocean.npz")))
    step = float(arrays["step_deg"])
    points = np.column_stack([np.cumsum(arrays[axis], dtype="i8") * step for axis in ("lon", "lat")])
    starts = np.repeat(np.arange(len(points)), arrays["counts"])
    ends = starts + np.cumsum(arrays["ends"], dtype="i8")
    metres = haversine_m(points[starts, 0], points[starts, 1], points[ends, 0], points[ends, 1])
    metres = metres * np.maximum(_ice(points[starts]), _ice(points[ends]))
    tree = cKDTree(on_sphere(points[:, 0], points[:, 1]))
    nodes, waterways, joins = _with_waterways(points, tree)
    rows, columns, lengths = (np.array(column) for column in zip(*joins, strict=True))
    first = np.concatenate((starts, rows.astype(int), ends, columns.astype(int)))
    second = np.concatenate((ends, columns.astype(int), starts, rows.astype(int)))
    data = np.concatenate((metres, lengths, metres, lengths))
    matrix = coo_array((data, (first, second)), (len(nodes), len(nodes))).tocsr()
    matrix.sort_indices()
    return Net(nodes, matrix, cKDTree(on_sphere(nodes[:, 0], nodes[:, 1])), waterways)


def _with_waterways(
    points: Floats, tree: Any
) -> tuple[Floats, dict[tuple[int, int], Waterway], list[tuple[int, int, float]]]:
    """The nodes with the ends of the waterways after them, the waterways by these, and what joins them."""
    waterways: dict[tuple[int, int], Waterway] = {}
    joins: list[tuple[int, int, float]] = []
    nodes = points
    for waterway in WATERWAYS:
        number = len(nodes)
        line = np.array(waterway.points)
        nodes = np.vstack((nodes, line[[0, -1]]))
        waterways[number, number + 1] = waterway
        metres = float(np.sum(GEOD.inv(*line[:-1].T, *line[1:].T)[2]))
        joins.append((number, number + 1, metres + waterway.extra_nmi * M_PER_NMI))
        for end in (number, number + 1)[: 1 if waterway.ends_inland else 2]:
            joins.extend(_moorings_of_end(end, nodes[end], points, tree))
    return nodes, waterways, joins


def _moorings_of_end(end: int, spot: Floats, points: Floats, tree: Any) -> list[tuple[int, int, float]]:
    """What joins the end of a waterway to the net: nodes in sight, all within 60 km."""
    _, near = tree.query(on_sphere(spot[:1], spot[1:])[0], k=_NEAR_NODES)
    there = points[near]
    metres = haversine_m(spot[0], spot[1], there[:, 0], there[:, 1])
    seen = ~crossings(np.repeat(spot[None], len(near), axis=0), there) & (metres < _REACH_OF_WATERWAY_M)
    if not seen.any():
        raise GeoError(f"the waterway's end at {spot[1]:.2f}, {spot[0]:.2f} (lat, lon) lies in no water of the net")
    return [(end, int(node), float(far)) for node, far in zip(near[seen], metres[seen], strict=True)]


def _ice(points: Floats) -> Floats:
    """How much a mile counts for at points: more in the Arctic beyond the Barents Sea, and near Antarctica."""
    lon, lat = points[:, 0], points[:, 1]
    arctic = (lat > 74.0) | ((lat > 67.5) & ((lon > 58.0) | (lon < -60.0)))
    factor: Floats = np.where(arctic | (lat < -60.0), _ICE_FACTOR, 1.0)
    return factor


def crossings(starts: Floats, ends: Floats) -> NDArray[np.bool_]:
    """Which straight lines on the map, from points (lon, lat) to points at most half a globe away, meet a coast."""
    starts, ends = np.asarray(starts, float), np.asarray(ends, float).copy()
    ends[:, 0] = starts[:, 0] + (ends[:, 0] - starts[:, 0] + 180.0) % 360.0 - 180.0
    met = np.zeros(len(starts), bool)
    tree = _coast_tree()
    lines = shapely.linestrings(np.stack((starts, ends), axis=1))
    met[tree.query(lines, predicate="intersects")[0]] = True
    beyond = np.flatnonzero(np.abs(ends[:, 0]) > 180.0)
    if len(beyond):
        shift = np.array([[-360.0, 0.0]]) * np.sign(ends[beyond, :1])
        again = shapely.linestrings(np.stack((starts[beyond] + shift, ends[beyond] + shift), axis=1))
        met[beyond[tree.query(again, predicate="intersects")[0]]] = True
    return met


@cache
def _coast_tree() -> shapely.STRtree:
    """The coast in short pieces, so that a query meets few points."""
    rings, at = shapely.get_coordinates(shapely.get_rings(land_polygons()), return_index=True)
    pieces: list[Any] = []
    starts = np.flatnonzero(np.append(True, at[1:] != at[:-1]))
    for start, end in zip(starts, np.append(starts[1:], len(rings)), strict=True):
        pieces.extend(
            shapely.linestrings(rings[first : min(end, first + _COAST_CHUNK + 1)])
            for first in range(start, end - 1, _COAST_CHUNK)
        )
    return shapely.STRtree(pieces)
