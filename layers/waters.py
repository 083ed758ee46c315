"""Whose waters an incident lies in: probabilities per country and zone, for its region may straddle a line.

An incident's position is spread over its region (:mod:`geo.positions`), and each of the positions is asked
(:mod:`geo.zones`). What a record says of its own waters goes before that. Incidents of one place are answered once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

import numpy as np

from geo.disputed import DisputedWaters, disputed_at
from geo.place import Place
from geo.zone_polygons import ZonePolygons
from geo.zones import Spread, Waters, spread_of, zones_of_spreads
from layers.region import Outlines
from layers.snapshot import place_key
from records.flat import ColumnKind
from records.incident import Incident, WaterShare

WatersBasis = Literal["stated", "distance", "polygons"]
"""Where an answer comes from: the record, the rule of distance, or a user's own polygons."""

COLUMNS: dict[str, ColumnKind] = {
    "waters": "json",
    "waters_basis": "text",
    "nearest_coast": "text",
    "shore_distance_km_min": "number",
    "shore_distance_km_max": "number",
}
NO_WATERS: dict[str, Any] = {"waters": [], **{name: None for name in COLUMNS if name != "waters"}}
"""Their values where nothing is known."""
SAMPLES = 100
"""Positions that stand for a circle, and half of those for an outline of its own: they tell shares to one per cent."""
POINT_RADIUS_M = 1_000.0
"""Within this radius, the error of the coast itself, a position is taken for a point."""
_AT_ONCE = 500
_WHOLE = 10_000
_KEPT_MOST = 20_000


@dataclass(frozen=True, slots=True)
class IncidentWaters:
    """Whose waters an incident may lie in, the most probable first; the probabilities sum to 1.

    ``nearest_coast``: ISO 3166-1 alpha-3 of the country or territory of the coast nearest to its point.
    ``shore_distance_m``: the nearest and the farthest coast within its region; both empty where it has no place.
    ``disputed``: contested waters that its region meets, each with its share.
    """

    shares: tuple[WaterShare, ...]
    basis: WatersBasis
    nearest_coast: str = ""
    shore_distance_m: tuple[float, float] | None = None
    disputed: tuple[tuple[DisputedWaters, float], ...] = ()

    def probability(self, country: str, zone: str = "") -> float:
        """The probability of a country's waters, of a zone of it, or with an empty ``country`` of a zone alone."""
        return sum(
            share.probability
            for share in self.shares
            if (not country or share.country == country) and (not zone or share.zone == zone)
        )

    def to_columns(self) -> dict[str, Any]:
        """As the values of :data:`COLUMNS`."""
        low, high = self.shore_distance_m or (None, None)
        return {
            "waters": [share.model_dump(mode="json") for share in self.shares],
            "waters_basis": self.basis,
            "nearest_coast": self.nearest_coast or None,
            "shore_distance_km_min": None if low is None else round(low / 1000, 1),
            "shore_distance_km_max": None if high is None else round(high / 1000, 1),
        }


@dataclass(frozen=True, slots=True)
class _OfPlace:
    waters: Waters
    disputed: tuple[tuple[DisputedWaters, float], ...]


_Key = tuple[Any, ...]
_KEPT: dict[_Key, _OfPlace] = {}


def waters_of(incident: Incident, outlines: Outlines, own: ZonePolygons | None = None) -> IncidentWaters | None:
    """Whose waters an incident lies in; None where neither it says so nor a place is known.

    ``own``: a user's own polygons, which go before the rule.
    """
    return next(iter(waters_of_each((incident,), outlines, own)))[1]


def waters_of_each(
    incidents: Iterable[Incident], outlines: Outlines, own: ZonePolygons | None = None
) -> Iterator[tuple[Incident, IncidentWaters | None]]:
    """Each incident with the waters that it lies in; many are asked for at once."""
    waiting = iter(incidents)
    while some := tuple(islice(waiting, _AT_ONCE)):
        keys = [None if incident.place is None else _key(incident.place, outlines, own) for incident in some]
        found = _answers({key: incident.place for key, incident in zip(keys, some, strict=True) if key}, outlines, own)
        for key, incident in zip(keys, some, strict=True):
            yield incident, _told(incident, found[key] if key else None, own)


def _key(place: Place, outlines: Outlines, own: ZonePolygons | None) -> _Key:
    return (outlines, own, round(place.radius_m), *place_key(place))


def _answers(places: dict[_Key, Place | None], outlines: Outlines, own: ZonePolygons | None) -> dict[_Key, _OfPlace]:
    """The answers of places, from those that are kept or worked out together."""
    found = {key: _KEPT[key] for key in places if key in _KEPT}
    missing = {key: _spread(place, outlines) for key, place in places.items() if key not in found and place}
    answers = zones_of_spreads(list(missing.values()), own)
    for (key, spread), waters in zip(missing.items(), answers, strict=True):
        found[key] = _OfPlace(waters, disputed_at(spread.lons, spread.lats))
    while missing and len(_KEPT) > _KEPT_MOST:
        _KEPT.pop(next(iter(_KEPT)), None)
    _KEPT.update((key, found[key]) for key in missing)
    return found


def _spread(place: Place, outlines: Outlines) -> Spread:
    if place.region is not None and not place.stated:
        return spread_of(place.lon, place.lat, region=place.region, samples=SAMPLES)
    if place.region_id is not None and not place.stated and (named := outlines(place.region_id)) is not None:
        return spread_of(place.lon, place.lat, region=named.geometry)
    radius_m = place.radius_m if place.radius_m > POINT_RADIUS_M else None
    return spread_of(place.lon, place.lat, radius_m, samples=SAMPLES)


def _told(incident: Incident, found: _OfPlace | None, own: ZonePolygons | None) -> IncidentWaters | None:
    shares = tuple(sorted(incident.waters, key=lambda share: -share.probability))
    if found is None:
        return IncidentWaters(shares, "stated") if shares else None
    basis: WatersBasis = "stated" if shares else "distance" if own is None else "polygons"
    return IncidentWaters(
        shares or _rounded(found.waters),
        basis,
        found.waters.nearest_coast.country,
        found.waters.shore_distance_range_m,
        found.disputed,
    )


def _rounded(waters: Waters) -> tuple[WaterShare, ...]:
    """The shares in ten-thousandths; what rounding down leaves over goes to the largest rests, so that the sum is 1."""
    exact = np.array([share.probability for share in waters.waters]) * _WHOLE
    parts = np.floor(exact + 1e-6).astype(int)
    parts[np.argsort(parts - exact, kind="stable")[: _WHOLE - parts.sum()]] += 1
    return tuple(
        WaterShare(country=share.country, zone=share.zone, probability=part / _WHOLE)
        for share, part in zip(waters.waters, parts.tolist(), strict=True)
        if part
    )
