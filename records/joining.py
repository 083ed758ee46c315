"""Join a route's words into lines: each end and via located, then joined along the sea, over land or by air.

A via that only names a wide sea is no point to steer for: it counts as passed where the way crosses its outline,
and only otherwise draws the way to itself. Alternatives branch: every origin leads to the first via, and the last
via to every destination.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

import geo
from geo.geodesy import M_PER_NMI, distance_m, geodesic_line, haversine_m
from geo.message import Message, Wording
from geo.place import AREA_RADIUS_M, NotLocated, Place
from geo.routing import NoRouteError, sea_route
from records.route import Leg, LegMedium, Route, Waypoint

NO_ORIGIN = Wording("route_no_origin", "no place was found for where it begins: '{text}'")
NO_DESTINATION = Wording("route_no_destination", "no place was found for where it ends: '{text}'")
NO_WAY = Wording("route_no_way", "no way was found from '{origin}' to '{destination}'")
SAME_PLACE = Wording("route_same_place", "'{origin}' and '{destination}' are one place: there is no way to draw")

COAST_STEP_DEG = 0.1
COAST_SHARE = 0.9

MEDIA: dict[str, LegMedium] = {"air": "air", "land_leg": "land"}
"""The medium of a route by its ``mode``; every other mode goes by sea."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point that the way is drawn through, with the 90 % radius of where it really is."""

    text: str
    lon: float
    lat: float
    radius_m: float

    @property
    def point(self) -> tuple[float, float]:
        """Lon, lat in degrees."""
        return self.lon, self.lat


def join(route: Route) -> Route:
    """Return the route with its words located and its legs drawn, or with the reason why it cannot be drawn."""
    origins = _located(route.from_text.split(";"), "from")
    vias = _located(route.via_text.split(";"), "via")
    destinations = _located(route.to_text.split(";"), "to")
    waypoints = (*origins, *vias, *destinations)
    starts, ends = _anchors(origins), _anchors(destinations)
    if not starts:
        return _undrawn(route, waypoints, NO_ORIGIN(text=route.from_text))
    if not ends:
        return _undrawn(route, waypoints, NO_DESTINATION(text=route.to_text))
    medium = MEDIA.get(route.mode, "sea")
    try:
        legs = _legs(starts, _steered(starts[0], vias, ends[0], medium), ends, medium)
    except NoRouteError as reason:
        return _undrawn(route, waypoints, NO_WAY(origin=reason.origin, destination=reason.destination))
    if not legs:
        same = SAME_PLACE(origin=route.from_text, destination=route.to_text)
        return _undrawn(route, waypoints, same)
    return route.model_copy(update={"waypoints": waypoints, "legs": legs, "not_drawn_reason": None})


def _undrawn(route: Route, waypoints: tuple[Waypoint, ...], reason: Message) -> Route:
    return route.model_copy(update={"waypoints": waypoints, "legs": (), "not_drawn_reason": reason})


def _located(texts: Sequence[str], role: str) -> tuple[Waypoint, ...]:
    return tuple(_waypoint(text.strip(), role) for text in texts if text.strip())


def _waypoint(text: str, role: str) -> Waypoint:
    found = geo.locate(text)
    if isinstance(found, NotLocated):
        return Waypoint(text=text, role=role, not_located_reason=found.reason)
    return Waypoint(text=text, role=role, place=found)


def _anchors(waypoints: Sequence[Waypoint]) -> list[Anchor]:
    return [_anchor(point.text, point.place) for point in waypoints if point.place is not None]


def _anchor(text: str, place: Place) -> Anchor:
    return Anchor(text, place.lon, place.lat, _coast_radius_m(place) or place.radius_m)


def _coast_radius_m(place: Place) -> float | None:
    """Return the radius that holds nine tenths of a country's coast, where a route begins or ends at the country."""
    kind, _, code = (place.region_id or "").partition(".")
    if kind not in {"waters_off", "coast", "country"}:
        return None
    coast = geo.outline(f"coast.{code}")
    if coast is None:
        return None
    points = shapely.get_coordinates(shapely.segmentize(coast.geometry.boundary, COAST_STEP_DEG))
    away = haversine_m(place.lon, place.lat, points[:, 0], points[:, 1])
    return float(np.quantile(away, COAST_SHARE))


def _steered(start: Anchor, vias: Sequence[Waypoint], end: Anchor, medium: LegMedium) -> list[Anchor]:
    """Return the vias to steer for: exact enough ones, and wide ones that the way would miss otherwise."""
    placed = [via for via in vias if via.place is not None]
    narrow = {id(via) for via in placed if via.place and via.place.radius_m <= AREA_RADIUS_M}
    chosen: list[Anchor] = []
    for position, via in enumerate(placed):
        if via.place is None:
            continue
        anchor = _anchor(via.text, via.place)
        if id(via) not in narrow:
            following = [
                _anchor(later.text, later.place)
                for later in placed[position + 1 :]
                if later.place and id(later) in narrow
            ]
            before, after = (chosen[-1] if chosen else start), (following[0] if following else end)
            if _way(before, after, medium).intersects(_region(via.place)):
                continue
        chosen.append(anchor)
    return chosen


def _region(place: Place) -> BaseGeometry:
    if place.region is not None:
        return place.region
    if place.region_id is not None:
        outline = geo.outline(place.region_id)
        if outline is not None:
            return outline.geometry
    return geo.circle(place.lon, place.lat, place.radius_m)


def _way(origin: Anchor, destination: Anchor, medium: LegMedium) -> BaseGeometry:
    if origin.point == destination.point:
        return Point(origin.point)
    if medium == "sea":
        return sea_route([origin.point, destination.point]).line
    return geodesic_line(origin.point, destination.point)


def _legs(
    starts: Sequence[Anchor], vias: Sequence[Anchor], ends: Sequence[Anchor], medium: LegMedium
) -> tuple[Leg, ...]:
    """Return the branching legs: origins to the first via, via to via, the last via to the destinations."""
    stations = [list(starts), *([via] for via in vias), list(ends)]
    return tuple(
        leg
        for here, there in pairwise(stations)
        for origin in here
        for destination in there
        if origin.point != destination.point
        for leg in [_leg(origin, destination, medium)]
    )


def _leg(origin: Anchor, destination: Anchor, medium: LegMedium) -> Leg:
    line: BaseGeometry
    if medium == "sea":
        way = sea_route([origin.point, destination.point])
        line, distance_nmi = way.line, way.distance_nmi
        canals = tuple(dict.fromkeys(name for leg in way.legs for name in leg.waterways))
    else:
        line, distance_nmi, canals = _way(origin, destination, medium), _nmi(origin, destination), ()
    return Leg(
        origin=origin.text,
        destination=destination.text,
        medium=medium,
        line=line,
        distance_nmi=round(distance_nmi, 1),
        radius_start_m=round(origin.radius_m),
        radius_end_m=round(destination.radius_m),
        canals=canals,
    )


def _nmi(origin: Anchor, destination: Anchor) -> float:
    return distance_m(*origin.point, *destination.point) / M_PER_NMI
