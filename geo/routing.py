"""Ways over the sea: the shortest that crosses no land, by canals where they save a way.

A way is found on a net of cells (large in open water, 0.05° near coasts; Dijkstra's algorithm over geodesic
lengths), then pulled straight: points are left out wherever the geodesic between their neighbours is free of land
(Natural Earth, 1:10 million). The line as drawn, point by point, is what is tested.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiLineString

from geo.coast import land_polygons, on_land, on_sphere
from geo.errors import GeoError
from geo.geodesy import GEOD, M_PER_NMI, cut_line, distance_m, haversine_m
from geo.shapes import load_arrays
from geo.waterways import WATERWAYS, Waterway

Point = tuple[float, float]
Floats = NDArray[np.float64]

_DRAWN_STEP_M = 40_000.0
_LONGEST_STUB_M = 150_000.0
_NEAR_NODES = 40
_COAST_CHUNK = 24
_ICE_FACTOR = 4.0
"""What a mile counts for in waters that are ice for much of the year, so that no route leads through the Arctic."""


class NoRouteError(GeoError):
    """No way over the sea joins two points."""

    def __init__(self, origin: Point, destination: Point, why: str) -> None:
        self.origin = _said(origin)
        self.destination = _said(destination)
        super().__init__(
            f"no way over the sea from {self.origin} to {self.destination}: {why}",
            next="choose points at a coast of the same sea",
        )


@dataclass(frozen=True, slots=True)
class SeaLeg:
    """The way from one point to the next: its line (cut at the antimeridian), length and the waterways it takes."""

    line: LineString | MultiLineString
    distance_nmi: float
    waterways: tuple[str, ...]
    stubs: tuple[LineString, ...]
    """Short pieces that join an end on land, or in a creek, to the nearest open water; they may cross land."""


@dataclass(frozen=True, slots=True)
class SeaRoute:
    """A way over the sea through points in order."""

    line: LineString | MultiLineString
    distance_nmi: float
    legs: tuple[SeaLeg, ...]


def sea_route(points: Sequence[Point]) -> SeaRoute:
    """The shortest way over the sea through points (lon, lat) in order.

    An end on land is joined to the nearest water by a stub of at most 150 km. Raises NoRouteError where there is no
    way, and GeoError for fewer than two points or what is no position.
    """
    if len(points) < 2:
        raise GeoError("a route needs two points or more", next="give its ends as (lon, lat)")
    for lon, lat in points:
        if not (np.isfinite([lon, lat]).all() and abs(lon) <= 180 and abs(lat) <= 90):
            raise GeoError(f"no position: lon {lon}, lat {lat}", next="give degrees, longitude first")
    legs = tuple(_leg(start, end) for start, end in pairwise(points))
    parts = [part for leg in legs for part in shapely.get_parts(leg.line)]
    return SeaRoute(_joined(parts), sum(leg.distance_nmi for leg in legs), legs)


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


def _leg(start: Point, end: Point) -> SeaLeg:
    net = _net()
    if distance_m(*start, *end) < 1.0:
        return SeaLeg(LineString([start, end]), 0.0, (), ())
    first, last = net.moored(start), net.moored(end)
    if first is None or last is None:
        where = start if first is None else end
        raise NoRouteError(start, end, f"{_said(where)} is more than 80 nmi from the sea")
    drawn = geodesic(start, end)
    if not first.on_stub and not last.on_stub and _is_free(drawn):
        return SeaLeg(cut_line(drawn), distance_m(*start, *end) / M_PER_NMI, (), ())
    nodes = net.path(first, last)
    if nodes is None:
        raise NoRouteError(start, end, "they lie in waters that are not joined")
    return _drawn(start, end, first, last, _stretches(nodes, net))


def _drawn(start: Point, end: Point, first: Mooring, last: Mooring, stretches: list[_Stretch]) -> SeaLeg:
    """The leg of a way that is given as stretches of open water and waterways between them."""
    lines: list[Floats] = []
    metres = 0.0
    for number, stretch in enumerate(stretches):
        points = stretch.points
        if not stretch.waterway:
            if number == 0 and not first.on_stub:
                points = np.vstack(([start], points))
            if number == len(stretches) - 1 and not last.on_stub:
                points = np.vstack((points, [end]))
            points = _pulled_straight(points)
        lines.append(_along(points))
        metres += _length_m(points)
    stubs = []
    if first.on_stub:
        stubs.append(LineString([start, tuple(lines[0][0])]))
        lines.insert(0, np.array([start, lines[0][0]]))
    if last.on_stub:
        stubs.append(LineString([tuple(lines[-1][-1]), end]))
        lines.append(np.array([lines[-1][-1], end]))
    metres += sum(_length_m(shapely.get_coordinates(stub)) for stub in stubs)
    whole = np.vstack(lines)
    keep = np.append(True, (np.abs(np.diff(whole, axis=0)) > 1e-9).any(axis=1))
    passed = tuple(stretch.waterway for stretch in stretches if stretch.waterway)
    return SeaLeg(cut_line(whole[keep]), metres / M_PER_NMI, passed, tuple(stubs))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Points of a way in order, in open water or along a waterway."""

    points: Floats
    waterway: str = ""


def _stretches(nodes: list[int], net: Net) -> list[_Stretch]:
    """A way as open water and waterways in turn; a waterway is passed from end to end."""
    found: list[_Stretch] = []
    open_water = [nodes[0]]
    for here, there in pairwise(nodes):
        waterway = net.waterway_between(here, there)
        if waterway is None:
            open_water.append(there)
            continue
        found.append(_Stretch(net.points[open_water]))
        line = np.array(waterway.points)
        found.append(_Stretch(line if here < there else line[::-1], waterway.name))
        open_water = [there]
    found.append(_Stretch(net.points[open_water]))
    return [stretch for stretch in found if len(stretch.points) > 1 or stretch is found[0] or stretch is found[-1]]


def _pulled_straight(points: Floats) -> Floats:
    """A way with every point left out that the geodesic between two others makes needless; three times over."""
    for _ in range(3):
        points = _shortened(_shortened(points)[::-1])[::-1]
        finer = _along(points)
        tighter = _shortened(finer)
        if _length_m(tighter) >= _length_m(points) - 100.0:
            break
        points = tighter
    return points


def _shortened(points: Floats) -> Floats:
    """From each point on to the farthest in sight."""
    kept = [0]
    last = len(points) - 1
    while kept[-1] < last:
        here = kept[-1]
        reach, step = here + 1, 1
        while reach < last:
            ahead = min(last, reach + step)
            if not _in_sight(points[here], points[ahead]):
                break
            reach, step = ahead, step * 2
        beyond = min(last, reach + step)
        while beyond - reach > 1:
            middle = (reach + beyond) // 2
            if _in_sight(points[here], points[middle]):
                reach = middle
            else:
                beyond = middle
        kept.append(reach)
    return points[kept]


def _in_sight(start: Floats, end: Floats) -> bool:
    return _is_free(geodesic((start[0], start[1]), (end[0], end[1])))


def geodesic(start: Point, end: Point) -> Floats:
    """Points (lon, lat) along the geodesic, one at least every 40 km."""
    between = int(distance_m(*start, *end) // _DRAWN_STEP_M)
    inner = GEOD.npts(*start, *end, between) if between else []
    return np.array([start, *inner, end])


def _along(points: Floats) -> Floats:
    """A way drawn: geodesics between its points."""
    pieces = [geodesic(tuple(here), tuple(there)) for here, there in pairwise(points)]
    return np.vstack([points[:1], *(piece[1:] for piece in pieces)])


def _is_free(points: Floats) -> bool:
    return not crossings(points[:-1], points[1:]).any()


def _length_m(points: Floats) -> float:
    if len(points) < 2:
        return 0.0
    return float(np.sum(GEOD.inv(points[:-1, 0], points[:-1, 1], points[1:, 0], points[1:, 1])[2]))


def _joined(parts: list[Any]) -> LineString | MultiLineString:
    """Lines that follow on one another as one, cut only at the antimeridian."""
    runs: list[list[tuple[float, ...]]] = []
    for part in parts:
        points = list(part.coords)
        if runs and abs(runs[-1][-1][0] - points[0][0]) < 1e-9 and abs(runs[-1][-1][1] - points[0][1]) < 1e-9:
            runs[-1].extend(points[1:])
        else:
            runs.append(points)
    return LineString(runs[0]) if len(runs) == 1 else MultiLineString(runs)


@dataclass(frozen=True, slots=True)
class Mooring:
    """How a point joins the net: its nodes in sight with the metres to them, or one node at the end of a stub."""

    nodes: NDArray[np.int64]
    metres: Floats
    on_stub: bool


@dataclass(frozen=True, slots=True)
class Net:
    """The cells of the sea and what joins them. ``lengths``: sparse, weighted metres between nodes."""

    points: Floats
    lengths: Any
    tree: Any
    waterways: dict[tuple[int, int], Waterway]

    def waterway_between(self, here: int, there: int) -> Waterway | None:
        """The waterway whose ends two nodes are."""
        return self.waterways.get((min(here, there), max(here, there)))

    def moored(self, point: Point) -> Mooring | None:
        """How a point joins the net; None where the sea is too far."""
        lon, lat = point
        _, near = self.tree.query(on_sphere(np.array([lon]), np.array([lat]))[0], k=_NEAR_NODES)
        ends = self.points[near]
        metres = haversine_m(lon, lat, ends[:, 0], ends[:, 1])
        starts = np.repeat(np.array([[lon, lat]]), len(near), axis=0)
        seen = ~crossings(starts, ends) & ~on_land(lon, lat)[0]
        if seen.any():
            return Mooring(near[seen], metres[seen], on_stub=False)
        if metres[0] > _LONGEST_STUB_M:
            return None
        return Mooring(near[:1], metres[:1], on_stub=True)

    def path(self, first: Mooring, last: Mooring) -> list[int] | None:
        """The nodes of the shortest way between two moorings."""
        from scipy.sparse.csgraph import dijkstra

        start = int(first.nodes[int(np.argmin(first.metres))])
        costs, before = dijkstra(self.lengths, directed=False, indices=start, return_predecessors=True)
        total = costs[last.nodes] + last.metres
        if not np.isfinite(total).any():
            return None
        node = int(last.nodes[int(np.argmin(total))])
        nodes = [node]
        while before[node] >= 0:
            node = int(before[node])
            nodes.append(node)
        return nodes[::-1]


@cache
def _net() -> Net:
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
    passages: dict[tuple[int, int], Waterway] = {}
    joins: list[tuple[int, int, float]] = []
    nodes = points
    for waterway in WATERWAYS:
        number = len(nodes)
        line = np.array(waterway.points)
        nodes = np.vstack((nodes, line[[0, -1]]))
        passages[number, number + 1] = waterway
        joins.append((number, number + 1, _length_m(line) + waterway.extra_nmi * M_PER_NMI))
        for end in (number, number + 1)[: 1 if waterway.ends_inland else 2]:
            joins.extend(_moorings_of_end(end, nodes[end], points, tree))
    rows, columns, lengths = (np.array(column) for column in zip(*joins, strict=True))
    size = (len(nodes), len(nodes))
    all_starts, all_ends = np.concatenate((starts, rows.astype(int))), np.concatenate((ends, columns.astype(int)))
    net = coo_array((np.concatenate((metres, lengths)), (all_starts, all_ends)), size).tocsr()
    return Net(nodes, net, cKDTree(on_sphere(nodes[:, 0], nodes[:, 1])), passages)


def _moorings_of_end(end: int, spot: Floats, points: Floats, tree: Any) -> list[tuple[int, int, float]]:
    """What joins the end of a waterway to the net: nodes in sight, all within 60 km."""
    _, near = tree.query(on_sphere(spot[:1], spot[1:])[0], k=_NEAR_NODES)
    there = points[near]
    metres = haversine_m(spot[0], spot[1], there[:, 0], there[:, 1])
    seen = ~crossings(np.repeat(spot[None], len(near), axis=0), there) & (metres < 60_000.0)
    if not seen.any():
        raise GeoError(f"the waterway's end at {_said((spot[0], spot[1]))} lies in no water of the net")
    return [(end, int(node), float(far)) for node, far in zip(near[seen], metres[seen], strict=True)]


def _ice(points: Floats) -> Floats:
    """How much a mile counts for at points: more in the Arctic beyond the Barents Sea, and near Antarctica."""
    lon, lat = points[:, 0], points[:, 1]
    arctic = (lat > 74.0) | ((lat > 67.5) & ((lon > 58.0) | (lon < -60.0)))
    factor: Floats = np.where(arctic | (lat < -60.0), _ICE_FACTOR, 1.0)
    return factor


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


def _said(point: Point) -> str:
    lon, lat = point
    return f"{abs(lat):.2f}°{'N' if lat >= 0 else 'S'} {abs(lon):.2f}°{'E' if lon >= 0 else 'W'}"
