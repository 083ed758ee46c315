"""Which incidents lie along which routes: the probability that an incident's true position is in a route's corridor.

An incident's position is spread over its region (:mod:`geo.positions`); the share of it that the corridor holds is the
probability. It says that the place fits, not that the incident belongs to the route.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import shapely
from shapely.geometry.base import BaseGeometry

from geo.place import Place
from geo.positions import Floats, positions_of
from layers.region import Outlines
from layers.routes import draw
from records.incident import Incident
from records.route import Route
from records.store import Store
from records.vocabulary import NOT_AT_SEA

LEAST_PROBABILITY = 0.05
"""What is less probable than this is not told."""


@dataclass(frozen=True, slots=True)
class Along:
    """An incident and a route in whose corridor it may lie."""

    incident: Incident
    route: Route
    probability: float


def incidents_along(route: Route, store: Store, outlines: Outlines) -> list[Along]:
    """The incidents at sea that may lie in a route's corridor, the most probable first."""
    corridor = _corridors(store).get(route.id)
    return (
        []
        if corridor is None
        else _sorted(_along(incident, route, corridor, outlines) for incident in store.incidents())
    )


def routes_along(incident: Incident, store: Store, outlines: Outlines) -> list[Along]:
    """The routes in whose corridors an incident may lie, the most probable first; none for what is not at sea."""
    corridors = _corridors(store)
    return _sorted(
        _along(incident, route, corridors[route.id], outlines) for route in store.routes() if route.id in corridors
    )


def routes_about(lons: Floats, lats: Floats, store: Store) -> list[tuple[Route, float]]:
    """The routes in whose corridors some of these positions lie, each with the share that does, the largest first."""
    corridors = _corridors(store)
    shares = [
        (route, float(shapely.contains_xy(corridors[route.id], lons, lats).mean()))
        for route in store.routes()
        if route.id in corridors
    ]
    told = [(route, share) for route, share in shares if share >= LEAST_PROBABILITY]
    return sorted(told, key=lambda one: (-one[1], one[0].id))


def _sorted(found: Iterable[Along | None]) -> list[Along]:
    told = [along for along in found if along is not None and along.probability >= LEAST_PROBABILITY]
    return sorted(told, key=lambda along: (-along.probability, along.incident.id, along.route.id))


def _along(incident: Incident, route: Route, corridor: BaseGeometry, outlines: Outlines) -> Along | None:
    if incident.place is None or incident.event_type in NOT_AT_SEA:
        return None
    lon, lat = positions_in(incident.place, outlines)
    west, south, east, north = corridor.bounds
    if lon.max() < west or lon.min() > east or lat.max() < south or lat.min() > north:
        return None
    return Along(incident, route, float(shapely.contains_xy(corridor, lon, lat).mean()))


def positions_in(place: Place, outlines: Outlines) -> tuple[Floats, Floats]:
    """Positions (lon, lat) of equal weight that stand for where the true one may lie."""
    if place.region is None and place.region_id is not None:
        return _positions_in_outline(place.region_id, outlines) or _circle(place)
    return _circle(place) if place.region is None else positions_of(place.lon, place.lat, None, place.region)


def _circle(place: Place) -> tuple[Floats, Floats]:
    return positions_of(place.lon, place.lat, place.radius_m, None)


@lru_cache(maxsize=512)
def _positions_in_outline(region_id: str, outlines: Outlines) -> tuple[Floats, Floats] | None:
    """Positions in a named outline, kept, for many incidents share one; None where there is no such outline."""
    named = outlines(region_id)
    return None if named is None else positions_of(0.0, 0.0, None, named.geometry)


_KEPT: weakref.WeakKeyDictionary[Store, dict[str, BaseGeometry]] = weakref.WeakKeyDictionary()


def _corridors(store: Store) -> dict[str, BaseGeometry]:
    """The corridors of a store's routes by id, made on first use and kept with the store."""
    if (kept := _KEPT.get(store)) is None:
        drawn = [draw(route) for route in store.routes()]
        kept = {each.route.id: each.corridor for each in drawn if each.corridor is not None}
        for corridor in kept.values():
            shapely.prepare(corridor)
        _KEPT[store] = kept
    return kept
