"""The layer of routes: a hairline along the sea, in a corridor as wide as its ends are uncertain.

The corridor's half width runs from the radius of one end to that of the other. A leg at sea is drawn over water
alone; legs over land and through the air are as wide but not cut.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon, mapping
from shapely.geometry.base import BaseGeometry

from geo.geodesy import GEOD
from layers.antimeridian import bounds_of, cut
from layers.land import land_in
from layers.layer import Feature, GeometryChoice, LayerEntry
from layers.selection import Selection
from records.dates import first_instant, last_instant
from records.filter import Filter
from records.flat import ColumnKind
from records.route import Leg, Route
from records.store import Store

CORRIDOR_VERTICES = 24
LINE_TOLERANCE_DEG = 0.01
CORRIDOR_TOLERANCE_DEG = 0.02
STEP_DEG = 1.0
"""Longest piece of a line over which the corridor's width is taken to change evenly."""

FeatureCollection = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DrawnRoute:
    """A route with its lines (one per leg) and the one corridor about them all; None where nothing could be placed."""

    route: Route
    line: BaseGeometry | None
    corridor: BaseGeometry | None


@dataclass(frozen=True, slots=True)
class RouteDrawing:
    """Routes as GeoJSON for a map: ``lines`` a feature per leg, ``corridors`` one per route.

    Properties of both: ``route`` (its id), ``name``, ``kind``, ``t0`` and ``t1`` (milliseconds, when it was
    documented, None where not told); of lines also ``medium``, ``mode``, ``commodity``, ``distance_nmi``.
    """

    lines: FeatureCollection
    corridors: FeatureCollection


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
    for drawn in routes:
        shared = _shared(drawn.route)
        for number, leg in enumerate(drawn.route.legs):
            told: dict[str, Any] = {"medium": leg.medium, "mode": drawn.route.mode, "commodity": drawn.route.commodity}
            told["distance_nmi"] = round(leg.distance_nmi)
            line = shapely.simplify(leg.line, LINE_TOLERANCE_DEG)
            lines.append(_feature(f"{drawn.route.id}#{number}", line, {**shared, **told}))
        if drawn.corridor is not None:
            corridors.append(_feature(drawn.route.id, drawn.corridor, shared))
    return RouteDrawing(_collection(lines), _collection(corridors))


def draw(route: Route) -> DrawnRoute:
    """The geometry of a route: all its legs' lines together, and their corridors joined."""
    if not route.legs:
        return DrawnRoute(route, None, None)
    lines = [part for leg in route.legs for part in _parts(leg.line)]
    corridor = shapely.union_all([corridor_of(leg) for leg in route.legs])
    line = lines[0] if len(lines) == 1 else MultiLineString(lines)
    return DrawnRoute(route, line, shapely.simplify(corridor, CORRIDOR_TOLERANCE_DEG))


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
    return corridor


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

LAYER = LayerEntry("routes", "trafficking and migration routes as lines, or as corridors", COLUMNS, features)
