"""From the stops of a route to the points that its way is drawn through.

An end that only names a country or a region of the world lies on the part of its coast that faces the way. A via that
only names a wide area is no point to steer for: it counts as passed where the way crosses it, and only where the way
would miss it is it steered for, where that costs least.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo.geodesy import cut_line, distance_m, geodesic_line, haversine_m
from geo.heartland import heartland_of
from geo.net import Floats, Position, costs_from, net, way_between
from geo.place import AREA_RADIUS_M, Place
from geo.seaboard import Front, cheapest, facing, region_of, seaboard_of, waters_of
from records.itinerary import Itinerary, Stop

DETOUR_FACTOR = 1.15
"""How much longer a way may be through a point of a wide via than through the best one."""
_SAME_COAST = 0.5
"""Share of its radius within which an end takes the point that another route has at the same coast."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point that a way is drawn through, with the 90 % radius of where it really is; on land where ``inland``."""

    text: str
    lon: float
    lat: float
    radius_m: float
    inland: bool = False

    @property
    def point(self) -> Position:
        """Lon, lat in degrees."""
        return self.lon, self.lat


Stations = list[list[Anchor]]
"""Anchors in order: alternatives of where a route begins, its vias, alternatives of where it ends, what follows."""


@dataclass(slots=True)
class Landings:
    """Points that were chosen along coasts, so that routes from one country begin together where they can."""

    known: dict[tuple[int, ...], list[Front]] = field(default_factory=dict)

    def shared(self, nodes: NDArray[np.int64], front: Front) -> Front:
        """The front, or its like at a point that was chosen before along the same coast."""
        key = (int(nodes[0]), int(nodes[-1]), len(nodes))
        for other in self.known.setdefault(key, []):
            if haversine_m(front.lon, front.lat, other.lon, other.lat) <= _SAME_COAST * front.radius_m:
                return Front(other.lon, other.lat, front.radius_m)
        self.known[key].append(front)
        return front


def over_sea(stops: Itinerary, avoiding: Sequence[str], landings: Landings) -> Stations:
    """The anchors of a way over the sea; none where no end can be reached."""
    return _Pilot(net().lengths_without(avoiding), landings).stations(stops)


def over_land_or_air(stops: Itinerary) -> Stations:
    """The anchors of a way over land or through the air: the middles of countries, and points elsewhere."""
    origins, destinations = [_ashore(stop) for stop in stops.origins], [_ashore(stop) for stop in stops.destinations]
    vias = [_ashore(stop) for stop in stops.vias]
    if not destinations and vias:
        destinations = [vias.pop()]
    if not origins and vias:
        origins = [vias.pop(0)]
    if not origins or not destinations:
        return []
    passed: list[Anchor] = []
    for at, via in enumerate(vias):
        wide = via.radius_m > AREA_RADIUS_M and heartland_of(stops.vias[at].place) is None
        later = next((other for other in vias[at + 1 :] if other.radius_m <= AREA_RADIUS_M), destinations[0])
        straight = geodesic_line((passed or origins)[-1].point, later.point)
        if not wide or not straight.intersects(region_of(stops.vias[at].place)):
            passed.append(via)
    return [origins, *([via] for via in passed), destinations, *([_ashore(stop)] for stop in stops.onward)]


def _ashore(stop: Stop) -> Anchor:
    front = heartland_of(stop.place)
    if front is None:
        return Anchor(stop.text, stop.place.lon, stop.place.lat, stop.place.radius_m, inland=True)
    return Anchor(stop.text, front.lon, front.lat, front.radius_m, inland=True)


@dataclass(slots=True)
class _Pilot:
    """Finds the anchors of one way over the sea."""

    lengths: Any
    landings: Landings

    def stations(self, stops: Itinerary) -> Stations:
        """All anchors of a route in order; empty where an end is missing."""
        origins, vias, destinations = list(stops.origins), list(stops.vias), list(stops.destinations)
        if not destinations and vias:
            destinations = [vias.pop()]
        if not origins and vias:
            origins = [vias.pop(0)]
        calls = [via for via in vias if not _is_sea(via.place)]
        ahead = self._nodes(destinations[0]) if destinations else np.zeros(0, np.int64)
        for call in calls[::-1]:
            ahead = self._near(self._nodes(call), ahead)
        starts = [anchor for stop in origins if (anchor := self._end(stop, ahead, calls[0] if calls else None))]
        behind = _moored(starts)
        for call in calls:
            behind = self._near(self._nodes(call), behind)
        ends = [anchor for stop in destinations if (anchor := self._end(stop, behind, calls[-1] if calls else None))]
        if not starts or not ends:
            return []
        passed = self._steered(starts, vias, ends[0])
        following: Stations = []
        for stop in stops.onward:  # by other vessels: their canals are open
            last = (following or [ends])[-1]
            anchor = replace(self, lengths=net().lengths)._end(stop, _moored(last), None)
            if anchor is not None:
                following.append([anchor])
        return [starts, *([via] for via in passed), ends, *following]

    def _nodes(self, stop: Stop) -> NDArray[np.int64]:
        """The nodes of the net that a stop may be reached at."""
        nodes = seaboard_of(stop.place)
        return _moored([_point(stop)]) if nodes is None else nodes

    def _near(self, nodes: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.int64]:
        """Those of some nodes that face others, so that a coast on two oceans is called at on the right one."""
        if len(nodes) < 2 or not len(others):
            return nodes
        found = facing(nodes, others, self.lengths)
        return nodes[:0] if found is None else found.nodes

    def _end(self, stop: Stop, toward: NDArray[np.int64], call: Stop | None) -> Anchor | None:
        """An end: its point, or the middle of its coast that faces the way; None where nothing joins them."""
        nodes = seaboard_of(stop.place)
        if nodes is None or not len(toward):
            return _point(stop)
        if call is not None and seaboard_of(call.place) is None:
            away = haversine_m(call.place.lon, call.place.lat, *net().points[nodes].T) > call.place.radius_m
            nodes = nodes[away] if away.any() else nodes
        apart = np.setdiff1d(nodes, toward)
        nodes = apart if len(apart) else nodes
        found = facing(nodes, toward, self.lengths)
        if found is None:
            return None
        front = self.landings.shared(nodes, found.front())
        return Anchor(stop.text, front.lon, front.lat, front.radius_m)

    def _steered(self, starts: Sequence[Anchor], vias: Sequence[Stop], end: Anchor) -> list[Anchor]:
        """The vias to steer for: exact enough ones, and wide ones that the way would miss otherwise."""
        chosen: list[Anchor] = []
        for position, via in enumerate(vias):
            if _is_narrow(via.place):
                chosen.append(_point(via))
                continue
            before = chosen[-1] if chosen else starts[0]
            after = next((_point(later) for later in vias[position + 1 :] if _is_narrow(later.place)), end)
            if not before.inland and self._crosses(before, after, region_of(via.place)):
                continue
            anchor = self._detour(via, before, after)
            if anchor is not None:
                chosen.append(anchor)
        return chosen

    def _crosses(self, before: Anchor, after: Anchor, region: BaseGeometry) -> bool:
        """Whether the shortest way between two anchors meets a region."""
        first, last = _moored([before]), _moored([after])
        if not len(last):
            return False
        found = way_between(self.lengths, int(first[0]), int(last[0]), distance_m(*before.point, *after.point))
        if found is None:
            return False
        line = net().points[found[0]]
        way = cut_line(line) if len(line) > 1 else Point(before.point)
        return bool(way.intersects(region))

    def _detour(self, via: Stop, before: Anchor, after: Anchor) -> Anchor | None:
        """Where a way passes a wide via at little cost; None where it cannot."""
        nodes = seaboard_of(via.place)
        nodes = waters_of(via.place) if nodes is None else nodes
        if not len(nodes):
            return None
        costs = np.zeros(len(net().points))
        for anchor in (before, after):
            if len(moored := _moored([anchor])):
                costs = costs + costs_from(self.lengths, moored)
        found = cheapest(nodes, costs, DETOUR_FACTOR)
        if found is None:
            return None
        front = found.front()
        return Anchor(via.text, front.lon, front.lat, front.radius_m)


def _is_sea(place: Place) -> bool:
    return place.location_method == "sea"


def _is_narrow(place: Place) -> bool:
    """Whether a via is a point to steer for."""
    return place.radius_m <= AREA_RADIUS_M and seaboard_of(place) is None


def _point(stop: Stop) -> Anchor:
    """A stop as the point of water that is nearest to it; as it is, and inland, where none is near."""
    place = stop.place
    mooring = net().moored((place.lon, place.lat))
    if mooring is None:
        return Anchor(stop.text, place.lon, place.lat, place.radius_m, inland=True)
    lon, lat = net().points[mooring.nearest] if mooring.on_stub else (place.lon, place.lat)
    return Anchor(stop.text, float(lon), float(lat), place.radius_m)


def _moored(anchors: Sequence[Anchor]) -> NDArray[np.int64]:
    """The nodes nearest to some anchors in water."""
    points: Floats = np.array([anchor.point for anchor in anchors if not anchor.inland]).reshape(-1, 2)
    return net().nearest(points)[0] if len(points) else np.zeros(0, np.int64)
