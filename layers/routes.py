"""The layer of routes: a hairline along the sea, in a corridor as wide as its ends are uncertain.

The corridor's half width runs from the radius of one end to that of the other. A leg at sea is drawn over water
alone, and over none that land parts from its line; legs over land and through the air are as wide but not cut.

At rest only the corridors of legs whose ends are known are drawn, all of a kind as one even *band*; where an end is
only a country or a sea, its line is told to be unsure near it, and its corridor is for who asks (decision 6).
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, get_args

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon, mapping
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from geo.geodesy import GEOD, M_PER_NMI
from geo.place import AREA_RADIUS_M
from layers import wording
from layers.antimeridian import bounds_of, cut
from layers.land import land_in
from layers.layer import Feature, GeometryChoice, LayerEntry
from layers.paint import Paint, PaintClass
from layers.selection import Selection
from layers.style import DARK, LIGHT
from records.dates import first_instant, last_instant
from records.filter import Filter
from records.flat import ColumnKind
from records.route import Leg, Route, RouteKind
from records.store import Store

CORRIDOR_VERTICES = 24
LINE_TOLERANCE_DEG = 0.01
CORRIDOR_TOLERANCE_DEG = 0.02
BAND_TOLERANCE_DEG = 0.03
MOST_UNSURE = 0.4
"""Largest share of a leg that is told to be unsure at one of its ends."""
ROUTE_KINDS: tuple[RouteKind, ...] = get_args(RouteKind)
STEP_DEG = 1.0
"""Longest piece of a line over which the corridor's width is taken to change evenly."""

FeatureCollection = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DrawnRoute:
    """A route with its lines (one per leg; None where nothing could be placed) and its corridors.

    ``corridors``: that of its legs at sea together (``sea``), and of those over land and through the air (``over``).
    """

    route: Route
    line: BaseGeometry | None
    corridors: dict[str, BaseGeometry]

    @property
    def corridor(self) -> BaseGeometry | None:
        """All corridors as one; None where nothing could be placed."""
        return shapely.union_all(list(self.corridors.values())) if self.corridors else None


@dataclass(frozen=True, slots=True)
class RouteDrawing:
    """Routes as GeoJSON for a map: ``lines``, ``corridors`` and ``bands``.

    Lines are one to three features a leg: ``sure`` is false for the piece near an end that is only a country or a
    sea. Corridors are up to two a route, by ``medium`` sea or over (land and air). Bands are one a kind. Properties of
    lines and corridors: ``route`` (its id), ``name``, ``kind``, ``medium``, ``t0`` and ``t1`` (milliseconds, when it
    was documented, None where not told); of lines also ``mode``, ``commodity``, ``distance_nmi``.
    """

    lines: FeatureCollection
    corridors: FeatureCollection
    bands: FeatureCollection


_KEPT: weakref.WeakKeyDictionary[Store, RouteDrawing] = weakref.WeakKeyDictionary()


def drawing_of(store: Store) -> RouteDrawing:
    """The drawing of a store's routes, made on first use and kept with the store."""
    if (kept := _KEPT.get(store)) is None:
        kept = drawing(draw(route) for route in store.routes())
        _KEPT[store] = kept
    return kept


def drawing(routes: Iterable[DrawnRoute]) -> RouteDrawing:
    """Drawn routes as GeoJSON; routes without a placed end are left to the list."""
    lines, corridors = [], []
    narrow: dict[RouteKind, list[BaseGeometry]] = {kind: [] for kind in ROUTE_KINDS}
    for drawn in routes:
        route, shared = drawn.route, _shared(drawn.route)
        for number, leg in enumerate(route.legs):
            told: dict[str, Any] = {"medium": leg.medium, "mode": route.mode, "commodity": route.commodity}
            told["distance_nmi"] = round(leg.distance_nmi)
            for piece, (line, sure) in enumerate(sure_pieces(leg)):
                simple = shapely.simplify(line, LINE_TOLERANCE_DEG)
                lines.append(_feature(f"{route.id}#{number}.{piece}", simple, {**shared, **told, "sure": sure}))
        for medium, legs in drawn.corridors.items():
            corridors.append(_feature(f"{route.id}#{medium}", legs, {**shared, "medium": medium}))
        narrow[route.kind].extend(corridor_of(leg) for leg in route.legs if is_known(leg))
    bands = [
        _feature(kind, shapely.simplify(shapely.union_all(parts), BAND_TOLERANCE_DEG), {"kind": kind})
        for kind, parts in narrow.items()
        if parts
    ]
    return RouteDrawing(_collection(lines), _collection(corridors), _collection(bands))


def is_known(leg: Leg) -> bool:
    """Whether a leg goes by sea, and both its ends are known well enough for its corridor to be drawn at rest."""
    return leg.medium == "sea" and max(leg.radius_start_m, leg.radius_end_m) <= AREA_RADIUS_M


def sure_pieces(leg: Leg) -> list[tuple[BaseGeometry, bool]]:
    """A leg's line in pieces, each with whether it is sure: the pieces near ends that are only areas are not."""
    total_m = leg.distance_nmi * M_PER_NMI or 1.0
    first = 0.0 if leg.branches_at_start or leg.radius_start_m <= AREA_RADIUS_M else leg.radius_start_m / total_m
    last = 0.0 if leg.branches_at_end or leg.radius_end_m <= AREA_RADIUS_M else leg.radius_end_m / total_m
    cuts = [0.0, min(first, MOST_UNSURE), 1.0 - min(last, MOST_UNSURE), 1.0]
    pieces: list[tuple[BaseGeometry, bool]] = []
    for (start, end), sure in zip(pairwise(cuts), (False, True, False), strict=True):
        if end - start > 1e-9:
            pieces.append((_portion(leg.line, start, end), sure))
    return pieces


def _portion(line: BaseGeometry, start: float, end: float) -> BaseGeometry:
    """What lies between two shares of a line's length on the map, its parts taken one after another."""
    parts: list[LineString] = []
    passed, total = 0.0, line.length
    for part in _parts(line):
        low, high = (min(max(share * total - passed, 0.0), part.length) for share in (start, end))
        if high > low:
            parts.extend(_parts(substring(part, low, high)))
        passed += part.length
    return parts[0] if len(parts) == 1 else MultiLineString(parts)


def draw(route: Route) -> DrawnRoute:
    """The geometry of a route: all its legs' lines together, and their corridors joined."""
    if not route.legs:
        return DrawnRoute(route, None, {})
    lines = [part for leg in route.legs for part in _parts(leg.line)]
    by_medium: dict[str, list[BaseGeometry]] = {}
    for leg in route.legs:
        by_medium.setdefault("sea" if leg.medium == "sea" else "over", []).append(corridor_of(leg))
    corridors = {
        medium: shapely.simplify(shapely.union_all(parts), CORRIDOR_TOLERANCE_DEG)
        for medium, parts in by_medium.items()
    }
    return DrawnRoute(route, lines[0] if len(lines) == 1 else MultiLineString(lines), corridors)


def corridor_of(leg: Leg) -> BaseGeometry:
    """The corridor of a leg: all circles along its line, whose radius runs from that of the one end to the other's."""
    smooth = shapely.simplify(leg.line, CORRIDOR_TOLERANCE_DEG)
    parts = [shapely.segmentize(part, STEP_DEG) for part in _parts(smooth)]
    total = sum(GEOD.geometry_length(part) for part in parts) or 1.0
    pieces, passed = [], 0.0
    for part in parts:
        lon, lat = np.asarray(part.coords)[:, :2].T
        along = passed + np.concatenate([[0.0], np.cumsum(GEOD.line_lengths(lon, lat))])[: len(lon)]
        passed = float(along[-1])
        radii = leg.radius_start_m + (leg.radius_end_m - leg.radius_start_m) * along / total
        pieces.append(_swept(lon, lat, np.maximum(radii, 1.0)))
    corridor = cut(shapely.union_all(pieces))
    if leg.medium == "sea" and (land := land_in(bounds_of(corridor))):
        corridor = shapely.difference(
            corridor, MultiPolygon([part for shape in land for part in shapely.get_parts(shape)])
        )
        corridor = _along_side(corridor, leg.line)
    return corridor


def _along_side(corridor: BaseGeometry, line: BaseGeometry) -> BaseGeometry:
    """The parts of a corridor that its line lies in: none beyond an isthmus."""
    parts = shapely.get_parts(corridor)
    met = parts[shapely.intersects(parts, line)]
    return shapely.union_all(met) if len(met) else corridor


def documented_in(route: Route, wanted: Filter) -> bool:
    """Whether a route was documented inside a filter's dates: outside them it fades. Without a period it stays."""
    if route.period_start is None or route.period_end is None:
        return True
    if wanted.until is not None and first_instant(route.period_start) > last_instant(wanted.until):
        return False
    return wanted.since is None or last_instant(route.period_end) >= first_instant(wanted.since)


def features(selection: Selection, geometry: GeometryChoice) -> Iterator[Feature]:
    """Each route as its line, or with the geometry *region* as its corridor; null where it could not be drawn."""
    for route in selection.routes():
        drawn = draw(route)
        value = route.model_dump(mode="json")
        value["documented_in_window"] = int(documented_in(route, selection.filter))
        told = {name: value[name] for name in COLUMNS}
        yield Feature(route.id, drawn.corridor if geometry == "region" else drawn.line, told)


def _swept(lon: np.ndarray, lat: np.ndarray, radii: np.ndarray) -> BaseGeometry:
    """The area that a circle of changing radius sweeps along a line."""
    azimuths = np.linspace(0, 360, CORRIDOR_VERTICES, endpoint=False)
    shape = (len(lon), CORRIDOR_VERTICES)
    centres = np.broadcast_to(lon[:, None], shape)
    lons, lats, _ = GEOD.fwd(
        centres.copy(),
        np.broadcast_to(lat[:, None], shape).copy(),
        np.broadcast_to(azimuths, shape).copy(),
        np.broadcast_to(radii[:, None], shape).copy(),
    )
    lons = centres + (np.asarray(lons) - centres + 180) % 360 - 180
    circles = np.stack([lons, np.asarray(lats)], axis=-1)
    if len(circles) == 1:
        return Polygon(circles[0])
    pairs = np.concatenate([circles[:-1], circles[1:]], axis=1)
    return shapely.union_all(shapely.convex_hull(shapely.multipoints(pairs)))


def _parts(line: BaseGeometry) -> list[LineString]:
    return [part for part in shapely.get_parts(line) if isinstance(part, LineString) and not part.is_empty]


def _shared(route: Route) -> dict[str, Any]:
    start, end = route.period_start, route.period_end
    return {
        "route": route.id,
        "name": route.name,
        "kind": route.kind,
        "t0": None if start is None else round(first_instant(start).timestamp() * 1000),
        "t1": None if end is None else round(last_instant(end).timestamp() * 1000),
    }


def _feature(id: str, geometry: BaseGeometry, properties: dict[str, Any]) -> dict[str, Any]:
    """A feature for a map in Mercator, where a long straight piece would leave the way: hence its short pieces."""
    rounded = shapely.transform(shapely.segmentize(geometry, STEP_DEG), lambda points: np.round(points, 4))
    return {"type": "Feature", "id": id, "properties": {"id": id, **properties}, "geometry": mapping(rounded)}


def _collection(features: list[dict[str, Any]]) -> FeatureCollection:
    return {"type": "FeatureCollection", "features": features}


COLUMNS: dict[str, ColumnKind] = {
    "id": "text",
    "name": "text",
    "kind": "text",
    "corridor": "text",
    "from_text": "text",
    "via_text": "text",
    "to_text": "text",
    "mode": "text",
    "commodity": "text",
    "period": "text",
    "period_start": "text",
    "period_end": "text",
    "documented_in_window": "whole",
    "share_text": "text",
    "confidence": "text",
    "summary": "text",
    "sources": "json",
    "waypoints": "json",
    "not_drawn_reason": "json",
}

PAINT = Paint(
    "line",
    (
        PaintClass(wording.ROUTE_MIGRATION, LIGHT.migration, DARK.migration, values=("migration",)),
        PaintClass(wording.ROUTE_TRAFFICKING, LIGHT.route, DARK.route, values=("trafficking",)),
    ),
    scale="categories",
    column="kind",
    width_px=1.2,
)

LAYER = LayerEntry(
    "routes",
    "trafficking and migration routes as lines, or as corridors",
    wording.LAYER_ROUTES,
    COLUMNS,
    features,
    PAINT,
    geometry_type="MultiLineString",
)
