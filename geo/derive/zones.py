"""Zones of each country as areas and lines: worked out on a grid by the rule of ``geo.zones``, then drawn smooth.

On each node of the grid stands how much nearer a country's coast is than all others' (``lead_m``, negative in its own
waters; beside an agreed line the distance to that line instead), and how far it is. What lies below zero of the first
and below 12, 24 and 200 nmi of the second are its zones; their edges are contours, straight between nodes.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import contourpy
import numpy as np
import shapely
from numpy.typing import NDArray
from scipy import ndimage
from scipy.spatial import cKDTree
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from geo import shapes
from geo.boundaries import AGREED_LINES
from geo.coast import on_sphere
from geo.derive.packages import DATA, as_array
from geo.geodesy import EARTH_RADIUS_M, GEOD, M_PER_NMI, cut_polygon
from geo.zone_coasts import CONTIGUOUS_NMI, EEZ_NMI, TERRITORIAL_NMI, beside_line_deg, coasts

STEP_DEG = 0.05
AREA_TOLERANCE_DEG = 0.004
LINE_TOLERANCE_DEG = 0.004
QUANTUM_DEG = 1e-3
LEAST_AREA_DEG2 = 4e-4
LEAST_LINE_DEG = 0.05
LIMITS_NMI = {"territorial_sea": TERRITORIAL_NMI, "contiguous_zone": CONTIGUOUS_NMI, "eez": EEZ_NMI}
_ROWS, _COLUMNS = round(180 / STEP_DEG) + 1, round(360 / STEP_DEG)
_REACH_CHORD = (EEZ_NMI * M_PER_NMI + 40_000.0) / EARTH_RADIUS_M
_SMALL_CHORD = TERRITORIAL_NMI * M_PER_NMI / EARTH_RADIUS_M
_FAR_M = 1e6
_RIM = 4
_DEGREE_M = 111_195.0
_ON_LINE_DEG = 0.05
_GAP_DEG = 0.2

Floats = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the grid (longitudes may run beyond 180) with a country's fields; far beyond zero where not needed."""

    lons: Floats
    lats: Floats
    distance_m: Floats
    lead_m: Floats

    def below(self, level: Floats) -> BaseGeometry:
        """The polygons where a field lies below zero."""
        contours = contourpy.contour_generator(self.lons, self.lats, level, fill_type=contourpy.FillType.OuterOffset)
        found = [
            shapely.Polygon(*_rings(points, offsets))
            for points, offsets in zip(*contours.filled(-1e9, 0.0), strict=True)
        ]
        return shapely.union_all(shapely.make_valid(as_array(found))) if found else shapely.Polygon()

    def zero_lines(self, level: Floats) -> BaseGeometry:
        """The lines along which a field is zero."""
        contours: Any = contourpy.contour_generator(self.lons, self.lats, level).lines(0.0)
        return shapely.MultiLineString([line for line in contours if len(line) > 1])


def _rings(points: Floats, offsets: NDArray[Any]) -> tuple[Floats, list[Floats]]:
    rings = [points[start:end] for start, end in itertools.pairwise(offsets)]
    return rings[0], rings[1:]


def _nearest_owner() -> NDArray[np.int64]:
    """For each node the country of the nearest coast within reach, -1 elsewhere."""
    shores = coasts()
    owners = np.full((_ROWS, _COLUMNS), -1, np.int64)
    lons: Floats = np.arange(_COLUMNS) * STEP_DEG - 180.0
    for row in range(_ROWS):
        spots = on_sphere(lons, np.full(_COLUMNS, row * STEP_DEG - 90.0))
        chords, near = shores.tree.query(spots, distance_upper_bound=_REACH_CHORD)
        small_chords, small = shores.small_tree.query(spots, distance_upper_bound=_SMALL_CHORD)
        found = np.isfinite(chords)
        owners[row, found] = shores.owners[near[found]]
        nearer = small_chords < chords
        owners[row, nearer] = shores.small_owners[small[nearer]]
    return owners


class _Field:
    """Distances in metres from the coasts of some countries; islands of small effect count within 12 nmi alone."""

    def __init__(self, owners: list[int], *, others: bool = False) -> None:
        shores = coasts()
        chosen, small = (np.isin(held, owners) ^ others for held in (shores.owners, shores.small_owners))
        self._owned = shores.owners[chosen]
        self._tree = cKDTree(shores.tree.data[chosen], balanced_tree=False, compact_nodes=False)
        self._small = cKDTree(shores.small_tree.data[small]) if small.any() else None
        self._small_owned = shores.small_owners[small]

    def of(self, spots: Floats) -> tuple[Floats, NDArray[np.int64]]:
        """Metres to the nearest coast, and whose it is (-1 where none is within reach)."""
        chords, near = self._tree.query(spots, distance_upper_bound=2 * _REACH_CHORD)
        owned = np.append(self._owned, -1)[near]
        if self._small is not None:
            small_chords, small = self._small.query(spots, distance_upper_bound=_SMALL_CHORD)
            nearer = small_chords < chords
            chords = np.minimum(chords, small_chords)
            owned[nearer] = self._small_owned[small[nearer]]
        metres = 2 * EARTH_RADIUS_M * np.arcsin(np.clip(chords / 2, 0.0, 1.0))
        return np.where(np.isfinite(chords), metres, _FAR_M), owned


def _fields(code: int, lons: Floats, lats: Floats) -> tuple[Floats, Floats]:
    """Distance of nodes from a country's coast, and its lead over all other countries."""
    shores = coasts()
    spots = on_sphere(lons, lats)
    own_m = _Field([code]).of(spots)[0]
    lead = own_m - _Field([code], others=True).of(spots)[0]
    name = str(shores.codes[code])
    for line in AGREED_LINES:
        if name not in (line.left, line.right):
            continue
        offset = beside_line_deg(line, lons, lats) * _DEGREE_M * (1.0 if name == line.left else -1.0)
        beside = np.flatnonzero(offset)
        if not len(beside):
            continue
        partner = _number(line.right if name == line.left else line.left)
        partner_m = _Field([partner]).of(spots[beside])[0]
        third_m = _Field([code, partner], others=True).of(spots[beside])[0]
        lead[beside] = np.maximum(-offset[beside], np.minimum(own_m[beside], partner_m) - third_m)
    return own_m, lead


def _number(alpha3: str) -> int:
    return int(np.flatnonzero(coasts().codes == alpha3)[0])


def _windows(code: int, nearest: NDArray[np.int64]) -> Iterator[Window]:
    """The parts of the grid that hold a country's waters and their rim."""
    name = str(coasts().codes[code])
    partners = [
        _number(other)
        for line in AGREED_LINES
        for other in (line.left, line.right)
        if name in (line.left, line.right) and other != name
    ]
    wanted = nearest == code
    if partners:
        wanted |= np.isin(nearest, partners) & ndimage.binary_dilation(wanted, iterations=60)
    wanted = _dilated(wanted)
    turned = _turned_by(wanted)
    rolled = np.roll(wanted, -turned, axis=1)
    labels, _ = ndimage.label(rolled, structure=np.ones((3, 3)))
    rows, columns = np.nonzero(rolled)
    lons: Floats = (columns + turned) * STEP_DEG - 180.0
    lats: Floats = rows * STEP_DEG - 90.0
    own_m, lead = _fields(code, lons, lats)
    distance_grid, lead_grid = np.full(rolled.shape, _FAR_M), np.full(rolled.shape, _FAR_M)
    distance_grid[rows, columns], lead_grid[rows, columns] = own_m, lead
    for part, (down, right) in enumerate(ndimage.find_objects(labels), start=1):
        inside = labels[down, right] == part
        if min(inside.shape) < 2 or not (lead_grid[down, right][inside] < 0).any():
            continue
        yield Window(
            (np.arange(right.start, right.stop) + turned) * STEP_DEG - 180.0,
            np.arange(down.start, down.stop) * STEP_DEG - 90.0,
            np.where(inside, distance_grid[down, right], _FAR_M),
            np.where(inside, lead_grid[down, right], _FAR_M),
        )


def _dilated(cells: NDArray[np.bool_]) -> NDArray[np.bool_]:
    wide = np.concatenate((cells[:, -_RIM:], cells, cells[:, :_RIM]), axis=1)
    grown: NDArray[np.bool_] = ndimage.binary_dilation(wide, np.ones((3, 3)), iterations=_RIM)[:, _RIM:-_RIM]
    return grown


def _turned_by(cells: NDArray[np.bool_]) -> int:
    """The column at which to begin so that the widest gap lies at the edge."""
    used = np.flatnonzero(cells.any(axis=0))
    gaps = np.diff(np.append(used, used[0] + _COLUMNS))
    return int(used[(int(gaps.argmax()) + 1) % len(used)])


@dataclass(frozen=True, slots=True)
class Area:
    """One zone of one country, land cut off."""

    country: str
    zone: str
    geometry: BaseGeometry


@dataclass(frozen=True, slots=True)
class Limit:
    """One kind of line: where a zone ends by distance, or the boundary between two countries."""

    country: str
    other: str
    zone: str
    basis: str
    geometry: BaseGeometry


def _areas(country: str, windows: list[Window]) -> list[Area]:
    """The zones of a country, each without the nearer ones."""
    areas: list[Area] = []
    nearer: BaseGeometry = shapely.Polygon()
    for zone, nmi in LIMITS_NMI.items():
        reach_m = nmi * M_PER_NMI
        parts = [window.below(np.maximum(window.lead_m, window.distance_m - reach_m)) for window in windows]
        whole = shapely.union_all([cut_polygon(part) for part in parts if not part.is_empty])
        whole = shapely.make_valid(shapely.simplify(whole, AREA_TOLERANCE_DEG))
        held = _polygons(_wet(whole.difference(nearer)))
        nearer = shapely.union_all([nearer, whole])
        if not held.is_empty:
            areas.append(Area(country, zone, held))
    return areas


def _polygons(geometry: BaseGeometry) -> BaseGeometry:
    parts = shapely.get_parts(shapely.set_precision(geometry, QUANTUM_DEG))
    kept = [part for part in parts if part.geom_type == "Polygon" and part.area > LEAST_AREA_DEG2]
    return shapely.MultiPolygon(kept)


def _wet(geometry: BaseGeometry) -> BaseGeometry:
    """What of a geometry is no land, by the coarse land: the file stays small."""
    land = _coarse_land()
    near = land.geometries[land.query(geometry, predicate="intersects")]
    return geometry.difference(shapely.union_all(near)) if len(near) else geometry


@cache
def _coarse_land() -> shapely.STRtree:
    return shapely.STRtree(shapely.make_valid(shapes.load(DATA / "land_coarse.npz")[0]))


def _limits(code: int, windows: list[Window]) -> list[Limit]:
    """The lines of a country; a boundary with another stands with the one that comes first in the alphabet."""
    country = str(coasts().codes[code])
    limits: list[Limit] = []
    for zone, nmi in LIMITS_NMI.items():
        ends = [
            window.zero_lines(window.distance_m - nmi * M_PER_NMI).intersection(window.below(window.lead_m))
            for window in windows
        ]
        limits.extend(_limit(country, "", zone, "distance", ends))
    others = _Field([code], others=True)
    between: dict[tuple[str, str], list[BaseGeometry]] = {}
    for window in windows:
        lines = window.zero_lines(window.lead_m).intersection(window.below(window.distance_m - EEZ_NMI * M_PER_NMI))
        for line in _lines(lines):
            for other, basis, piece in _by_neighbour(country, line, others):
                if country < other:
                    between.setdefault((other, basis), []).append(piece)
    for (other, basis), pieces in between.items():
        limits.extend(_limit(country, other, "eez", basis, pieces))
    return limits


def _limit(country: str, other: str, zone: str, basis: str, lines: list[BaseGeometry]) -> list[Limit]:
    parts = [part for line in lines for part in _lines(_home(line))]
    joined = shapely.line_merge(shapely.union_all(_lines(_wet(shapely.union_all(parts)))))
    drawn = shapely.simplify(joined, LINE_TOLERANCE_DEG)
    kept = [part for part in _lines(drawn) if part.length > LEAST_LINE_DEG]
    return [Limit(country, other, zone, basis, shapely.MultiLineString(kept))] if kept else []


def _home(line: BaseGeometry) -> BaseGeometry:
    """A line whose longitudes may run beyond 180, cut there and brought home."""
    world = shapely.box(-180, -90, 180, 90)
    turned = [translate(line, by_deg) for by_deg in (-360.0, 0.0, 360.0)]
    return shapely.union_all([part.intersection(world) for part in turned])


def _lines(geometry: BaseGeometry) -> list[Any]:
    return [part for part in shapely.get_parts(geometry) if part.geom_type == "LineString" and not part.is_empty]


def _by_neighbour(country: str, line: BaseGeometry, others: _Field) -> Iterator[tuple[str, str, BaseGeometry]]:
    """A boundary in pieces, each with the country on its other side, and whether it is agreed or the middle."""
    points = shapely.get_coordinates(line)
    _, owners = others.of(on_sphere(points[:, 0], points[:, 1]))
    names = np.append(coasts().codes, "")[owners]
    # On an agreed line the nearest coast may be a third country's: the line knows better.
    agreed = np.zeros(len(points), bool)
    for held in AGREED_LINES:
        if country in (held.left, held.right):
            on = shapely.distance(shapely.points(points), shapely.linestrings(held.points)) < _ON_LINE_DEG
            names[on], agreed[on] = held.right if country == held.left else held.left, True
    ends = np.flatnonzero((names[1:] != names[:-1]) | np.diff(agreed)) + 1
    for start, end in itertools.pairwise((0, *ends, len(points))):
        piece = points[max(0, start - 1) : end]
        if len(piece) > 1 and names[start]:
            yield str(names[start]), "agreed" if agreed[start] else "median", shapely.LineString(piece)


def _met(limits: list[Limit]) -> list[Limit]:
    """The limits with small gaps closed where three waters meet, which the grid leaves between their lines."""
    outer = [number for number, limit in enumerate(limits) if limit.zone == "eez"]
    parts = [(number, part) for number in outer for part in _lines(limits[number].geometry)]
    tree = shapely.STRtree([part for _, part in parts])
    closed: dict[int, list[Any]] = {}
    for own, (number, part) in enumerate(parts):
        points = list(part.coords)
        ends: list[tuple[int, Any]] = []
        tips = () if part.is_closed else ((shapely.Point(points[0]), 0), (shapely.Point(points[-1]), len(points)))
        for end, at in tips:
            near = tree.query(end.buffer(_GAP_DEG), predicate="intersects")
            others = [tree.geometries[other] for other in near if other != own]
            gap = min((shapely.shortest_line(end, other) for other in others), key=shapely.length, default=None)
            if gap is not None and 0 < gap.length < _GAP_DEG:
                ends.append((at, gap.coords[-1]))
        for at, point in reversed(ends):
            points.insert(at, point)
        closed.setdefault(number, []).append(shapely.LineString(points))
    return [
        replace(limit, geometry=shapely.MultiLineString(closed[number])) if number in closed else limit
        for number, limit in enumerate(limits)
    ]


def area_km2(geometry: BaseGeometry) -> float:
    """Area on the ellipsoid."""
    return float(sum(abs(GEOD.geometry_area_perimeter(part)[0]) for part in shapely.get_parts(geometry)) / 1e6)


def write() -> None:
    """Write ``zone_areas.npz`` and ``zone_limits.npz``."""
    nearest = _nearest_owner()
    areas: list[Area] = []
    limits: list[Limit] = []
    for code in np.unique(nearest[nearest >= 0]):
        windows = list(_windows(int(code), nearest))
        areas.extend(_areas(str(coasts().codes[code]), windows))
        limits.extend(_limits(int(code), windows))
    limits = _met(limits)
    shapes.save(
        DATA / "zone_areas.npz",
        as_array([area.geometry for area in areas]),
        QUANTUM_DEG,
        country=np.array([area.country for area in areas]),
        zone=np.array([area.zone for area in areas]),
        area_km2=np.array([round(area_km2(area.geometry)) for area in areas]),
    )
    shapes.save(
        DATA / "zone_limits.npz",
        as_array([limit.geometry for limit in limits]),
        QUANTUM_DEG,
        **{
            name: np.array([getattr(limit, name) for limit in limits]) for name in ("country", "other", "zone", "basis")
        },
    )
