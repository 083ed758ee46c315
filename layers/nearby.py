"""What lies about an incident or a point: seas, port, coast, country, routes, and what else happened here.

Distances between two incidents are honest: their places are regions, so there is a nearest and a farthest distance
between the two, and a probability that they lie within a distance of each other. That it is the same event, or has to
do with it, is not said.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.coast import nearest_shore, on_sphere, owner_codes
from geo.disputed import CONTESTED_ISLETS
from geo.geodesy import EARTH_RADIUS_M, M_PER_NMI
from geo.place import Place
from geo.ports import nearest_ports, port
from geo.positions import Floats
from geo.seas import countries, seas, seas_at
from layers.along import positions_in, routes_about
from layers.antimeridian import bounds_of, overlap
from layers.region import region_of
from layers.snapshot import Snapshot, instant_us, place_key
from records.dates import Moment, first_instant, last_instant
from records.route import Route
from records.store import Store

WITHIN_NMI = 50.0
DAYS = 30.0
LEAST_PROBABILITY = 0.05
"""What lies within the distance with less probability than this is counted, and not listed."""
MOST_COMPARED = 5_000
"""Records whose regions are compared with the place at most."""
_LOOKED_FROM = 200
"""Positions of a region from which the nearest port, coast and sea are looked for, about."""
_EDGE_STEP_DEG = 0.1
_MOST_EDGE_POINTS = 4_000
_DAY_US = 86_400_000_000
_DEGREE_NMI = 60.0
Span = tuple[int, int]
"""First and last instant, in microseconds since 1970."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Of what is asked: a place, its dates (None: of any time), and how far and how long about it.

    ``itself``: the id of the record that is asked about, which is not among what is found.
    """

    place: Place
    within_nmi: float = WITHIN_NMI
    days: float = DAYS
    start: Moment | None = None
    end: Moment | None = None
    itself: str = ""

    @property
    def span(self) -> Span | None:
        """The first and last instant."""
        first, last = self.start or self.end, self.end or self.start
        if first is None or last is None:
            return None
        return instant_us(first_instant(first)), instant_us(last_instant(last))


@dataclass(frozen=True, slots=True)
class NearIncident:
    """A record about the place: how near and how far its region is from the other's, and how probably within reach.

    ``days_apart``: between the two dates at the least, negative for an earlier record; None where one has no date.
    ``same_place``: both are told by the same place, so that it is listed however large that is.
    """

    row: int
    id: str
    title: str
    nearest_nmi: float
    farthest_nmi: float
    probability: float
    days_apart: float | None
    same_place: bool = False


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest port or coast: its name and country, and how probable it is that it, of all, is the nearest.

    ``low_m``, ``high_m``: its distance from where the true position may be, the 5th and 95th percentile.
    """

    name: str
    country: str
    probability: float
    low_m: float
    high_m: float

    def to_json(self) -> dict[str, Any]:
        """As a JSON object; nautical miles first."""
        return {
            "name": self.name,
            "country": self.country,
            "probability": round(self.probability, 3),
            "distance_nmi": [round(metres / M_PER_NMI, 1) for metres in (self.low_m, self.high_m)],
            "distance_km": [round(metres / 1000, 1) for metres in (self.low_m, self.high_m)],
        }


@dataclass(frozen=True, slots=True)
class Nearby:
    """What lies about a place. ``seas``: those that hold it with 90 % probability, the smallest first.

    ``port``'s country is ISO 3166-1 alpha-2, that of ``coast`` alpha-3. ``incidents``: the most probable first;
    ``less_probable``: how many more may lie within reach, with a probability too small to list; ``undated``: how many
    have no date and so were left out of a question about time; ``not_compared``: how many were too many to look at.
    """

    asked: Asked
    seas: tuple[str, ...]
    port: Nearest
    coast: Nearest
    routes: tuple[tuple[Route, float], ...]
    incidents: tuple[NearIncident, ...]
    less_probable: int = 0
    undated: int = 0
    not_compared: int = 0

    def to_json(self) -> dict[str, Any]:
        """As a JSON object; nautical miles first."""
        place = self.asked.place
        return {
            "lon": place.lon,
            "lat": place.lat,
            "radius_m": place.radius_m,
            "within_nmi": self.asked.within_nmi,
            "days": self.asked.days if self.asked.span is not None else None,
            "seas": list(self.seas),
            "port": self.port.to_json(),
            "coast": self.coast.to_json(),
            "routes": {
                "count": len(self.routes),
                "items": [
                    {"id": route.id, "name": route.name, "kind": route.kind, "probability": round(share, 3)}
                    for route, share in self.routes
                ],
            },
            "incidents": {
                "count": len(self.incidents),
                "less_probable": self.less_probable,
                "undated": self.undated,
                "not_compared": self.not_compared,
                "items": [_told(one) for one in self.incidents],
            },
        }


def nearby(asked: Asked, store: Store, snapshot: Snapshot) -> Nearby:
    """Look about a place among a store's records and routes; ``snapshot`` is the store's."""
    lons, lats = positions_in(asked.place, snapshot.outlines)
    few = slice(None, None, max(1, len(lons) // _LOOKED_FROM))
    found = _incidents(asked, snapshot)
    return Nearby(
        asked,
        seas_about(lons[few], lats[few]),
        port_about(lons[few], lats[few]),
        coast_about(lons[few], lats[few]),
        tuple(routes_about(lons, lats, store)),
        tuple(found.incidents),
        found.less_probable,
        found.undated,
        found.not_compared,
    )


def point_place(lon: float, lat: float, radius_m: float = 0.0) -> Place:
    """A point that somebody asks about, as a place."""
    return Place(lon, lat, radius_m, "exact", "coordinates")


def seas_about(lons: Floats, lats: Floats) -> tuple[str, ...]:
    """The names of the seas that hold 9 in 10 of some positions, the smallest first."""
    held: Counter[str] = Counter()
    for lon, lat in zip(lons.tolist(), lats.tolist(), strict=True):
        held.update(sea.id for sea in seas_at(lon, lat))
    holding = [seas()[id] for id, count in held.items() if count >= 0.9 * len(lons)]
    return tuple(sea.name for sea in sorted(holding, key=lambda sea: sea.geometry.area))


def port_about(lons: Floats, lats: Floats) -> Nearest:
    """The port that is the nearest to most of some positions."""
    numbers, metres = nearest_ports(lons, lats)
    found, counts = np.unique(numbers, return_counts=True)
    best = port(int(found[counts.argmax()]))
    return _nearest(best.name, best.country, counts, metres)


def coast_about(lons: Floats, lats: Floats) -> Nearest:
    """The country whose coast, islets included, is the nearest to most of some positions."""
    shore = nearest_shore(lons, lats)
    found, counts = np.unique(shore.owners, return_counts=True)
    code = str(owner_codes()[0][found[counts.argmax()]])
    country = countries().get(code)
    name = code or CONTESTED_ISLETS.english
    return _nearest(name if country is None else country.name, code, counts, shore.distance_m)


def _nearest(name: str, country: str, counts: NDArray[np.int64], metres: Floats) -> Nearest:
    low, high = np.percentile(metres, [5, 95]).tolist()
    return Nearest(name, country, float(counts.max() / counts.sum()), low, high)


@dataclass(frozen=True, slots=True)
class _Extent:
    """A region as points on the sphere: along its ``edge``, and ``inside`` with equal weight; trees of both."""

    area: BaseGeometry
    edge: NDArray[np.float64]
    edge_tree: Any = field(repr=False)
    inside_tree: Any = field(repr=False)

    @classmethod
    def of(cls, place: Place, snapshot: Snapshot) -> _Extent:
        from scipy.spatial import cKDTree

        area = region_of(place, snapshot.outlines)
        edge = shapely.get_coordinates(shapely.segmentize(area, _EDGE_STEP_DEG))
        edge = edge[:: max(1, len(edge) // _MOST_EDGE_POINTS)]
        spots = on_sphere(edge[:, 0], edge[:, 1])
        lons, lats = positions_in(place, snapshot.outlines)
        return cls(area, spots, cKDTree(spots), cKDTree(on_sphere(lons, lats)))

    def nearest_m(self, other: _Extent) -> float:
        """The least distance between two regions; nothing where they meet."""
        if shapely.intersects(self.area, other.area):
            return 0.0
        few, many = (self, other) if len(self.edge) <= len(other.edge) else (other, self)
        return _metres(float(many.edge_tree.query(few.edge)[0].min()))

    def farthest_m(self, other: _Extent) -> float:
        """The greatest distance between two regions: from edge to edge."""
        one, two = (each.edge[:: max(1, len(each.edge) // 200)] for each in (self, other))
        return _metres(float(np.sqrt(np.maximum(0.0, 2 - 2 * (one @ two.T).min()))))

    def share_within(self, other: _Extent, metres: float) -> float:
        """The share of pairs of positions that lie within a distance of each other."""
        pairs = self.inside_tree.count_neighbors(other.inside_tree, _chord(metres))
        return float(pairs / (self.inside_tree.n * other.inside_tree.n))


def _metres(chord: float) -> float:
    return float(2 * np.arcsin(min(chord / 2, 1.0)) * EARTH_RADIUS_M)


def _chord(metres: float) -> float:
    return float(2 * np.sin(min(metres / EARTH_RADIUS_M, np.pi) / 2))


def _extent(row: int, snapshot: Snapshot) -> _Extent:
    """The extent of a record's place, made once for all that share the place."""
    kept: dict[int, _Extent] = snapshot.built.setdefault("extents", {})
    key, place = int(snapshot.geometry[row]), snapshot.places[row]
    assert place is not None
    if key not in kept:
        kept[key] = _Extent.of(place, snapshot)
    return kept[key]


@dataclass(slots=True)
class _Found:
    """What a search among the records has found, and how many it left out and why."""

    incidents: list[NearIncident] = field(default_factory=list)
    less_probable: int = 0
    undated: int = 0
    not_compared: int = 0


def _incidents(asked: Asked, snapshot: Snapshot) -> _Found:
    """The records at sea about a place."""
    found = _Found()
    here = _Extent.of(asked.place, snapshot)
    near = _roughly_near(here.area, asked.within_nmi, snapshot) & snapshot.at_sea
    days = None if asked.span is None else _days_apart(asked.span, snapshot)
    if days is not None:
        found.undated = int((near & ~snapshot.has_date).sum())
        near &= snapshot.has_date & (np.abs(days) <= asked.days)
    rows = [row for row in np.flatnonzero(near).tolist() if snapshot.ids[row] != asked.itself]
    found.not_compared = max(0, len(rows) - MOST_COMPARED)
    key = place_key(asked.place)
    for row in rows[:MOST_COMPARED]:
        place = snapshot.places[row]
        same_place = place is not None and place_key(place) == key
        one = _compared(here, row, asked, snapshot)
        if one is None:
            continue
        if one.probability < LEAST_PROBABILITY and not same_place:
            found.less_probable += 1
            continue
        apart = None if days is None else round(float(days[row]), 2)
        found.incidents.append(replace(one, days_apart=apart, same_place=same_place))
    found.incidents.sort(key=lambda one: (-one.probability, one.farthest_nmi, one.id))
    return found


def _compared(here: _Extent, row: int, asked: Asked, snapshot: Snapshot) -> NearIncident | None:
    """How a record stands to the place; None where it cannot lie within reach."""
    there, within_m = _extent(row, snapshot), asked.within_nmi * M_PER_NMI
    nearest_m = here.nearest_m(there)
    if nearest_m > within_m:
        return None
    return NearIncident(
        row,
        snapshot.ids[row],
        snapshot.titles[row],
        nearest_m / M_PER_NMI,
        here.farthest_m(there) / M_PER_NMI,
        here.share_within(there, within_m),
        None,
    )


def _roughly_near(area: BaseGeometry, within_nmi: float, snapshot: Snapshot) -> NDArray[np.bool_]:
    """The records whose box comes within a distance of a region's box, or nearly."""
    west, south, east, north = bounds_of(area)
    up = within_nmi / _DEGREE_NMI * 1.01
    south, north = max(south - up, -90.0), min(north + up, 90.0)
    widest = max(abs(south), abs(north))
    aside = 360.0 if widest > 89 else up / float(np.cos(np.radians(widest)))
    across = (east - west) % 360.0 if west > east else east - west
    if across + 2 * aside >= 360:
        return overlap(snapshot.bounds, (-180.0, south, 180.0, north))
    return overlap(snapshot.bounds, (_turned(west - aside), south, _turned(east + aside), north))


def _turned(lon: float) -> float:
    return (lon + 180.0) % 360.0 - 180.0


def _days_apart(span: Span, snapshot: Snapshot) -> Floats:
    """Days between a span and each record's dates at the least, 0 where they touch, negative for earlier records."""
    first, last = span
    after = np.maximum(snapshot.first_us - last, 0)
    before = np.maximum(first - snapshot.last_us, 0)
    return np.asarray((after - before) / _DAY_US, float)


def _told(one: NearIncident) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "nearest_nmi": round(one.nearest_nmi, 1),
        "farthest_nmi": round(one.farthest_nmi, 1),
        "probability": round(one.probability, 3),
        "days_apart": one.days_apart,
        "same_place": one.same_place,
    }
