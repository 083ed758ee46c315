"""All records of a store as columns, read once: what filters, views and tallies are computed from.

Instants are whole microseconds since 1970 in UTC; codes are indices into the vocabulary's tuples.
"""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo.place import Place
from layers.antimeridian import bounds_of, boxes, overlap
from layers.drawn import area_of
from layers.region import Outlines, named_seas, region_of
from records.dates import Moment, first_instant, format_moment, last_instant
from records.filter import GEO_PRECISIONS, Box, Filter, searched_text
from records.incident import Incident
from records.store import Store
from records.totals import BOAT_STRIKE, Counted
from records.vocabulary import CLAIM_STATUSES, EVENT_TYPES

Mask = NDArray[np.bool_]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
DISPUTED_CODES: tuple[str | None, ...] = (None, "facts", "legality", "both")
CRITERIA = ("type", "claim", "disputed", "precision", "flag", "text", "at_sea", "dates", "area")
"""The questions of a filter, each of which can be left out of account (:meth:`Snapshot.masks`)."""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The columns of a store's records, in order of date. Row *i* of each column belongs to record ``ids[i]``.

    ``bounds``: west, south, east, north of the place's region or stated point, NaN without a place.
    ``has_date`` False: no date is known, ``first_us`` and ``last_us`` are 0. Counts are −1 where not stated.
    ``geometries``: each distinct region once; ``geometry`` is the row's index into it.
    """

    ids: tuple[str, ...]
    titles: tuple[str, ...]
    starts: tuple[str | None, ...]
    ends: tuple[str | None, ...]
    date_precisions: tuple[str | None, ...]
    places: tuple[Place | None, ...]
    location_texts: tuple[str, ...]
    texts: tuple[str, ...]
    flags: tuple[tuple[str, ...], ...]
    event_type: NDArray[np.int8]
    claim_status: NDArray[np.int8]
    disputed_on: NDArray[np.int8]
    geo_precision: NDArray[np.int8]
    at_sea: Mask
    boat_strike: Mask
    has_date: Mask
    first_us: NDArray[np.int64]
    last_us: NDArray[np.int64]
    tolls: NDArray[np.int64]
    bounds: NDArray[np.float64]
    geometry: NDArray[np.int64]
    geometries: NDArray[Any]
    outlines: Outlines
    built: dict[str, Any] = field(default_factory=dict, repr=False)
    """What was computed from these columns once and is kept with them (tallies, marks)."""

    def __len__(self) -> int:
        """The number of records."""
        return len(self.ids)

    @classmethod
    def of(cls, store: Store, *, outlines: Outlines | None = None, fresh: bool = False) -> Snapshot:
        """The snapshot of a store, read on first use and kept with the store; ``fresh`` reads it anew.

        ``outlines`` answers ``region_id``s; by default the named seas of ``geo``.
        """
        if fresh or (kept := _KEPT.get(store)) is None:
            kept = cls.from_incidents(tuple(store.incidents()), outlines or named_seas())
            _KEPT[store] = kept
        return kept

    @classmethod
    def from_incidents(cls, incidents: Sequence[Incident], outlines: Outlines) -> Snapshot:
        """The columns of records that are given in order of date."""
        spans = [_span(incident) for incident in incidents]
        index, geometries = _distinct_geometries(incidents, outlines)
        areas = np.array([bounds_of(area) for area in geometries], float).reshape(-1, 4)
        bounds = np.full((len(incidents), 4), np.nan)
        bounds[index >= 0] = areas[index[index >= 0]]
        return cls(
            ids=tuple(incident.id for incident in incidents),
            titles=tuple(incident.title for incident in incidents),
            starts=tuple(_iso(incident.date_start) for incident in incidents),
            ends=tuple(_iso(incident.date_end) for incident in incidents),
            date_precisions=tuple(incident.date_precision for incident in incidents),
            places=tuple(incident.place for incident in incidents),
            location_texts=tuple(incident.location_text for incident in incidents),
            texts=tuple(searched_text(incident) for incident in incidents),
            flags=tuple(incident.flags for incident in incidents),
            event_type=_codes([incident.event_type for incident in incidents], EVENT_TYPES),
            claim_status=_codes([incident.claim_status for incident in incidents], CLAIM_STATUSES),
            disputed_on=_codes([incident.disputed_on for incident in incidents], DISPUTED_CODES),
            geo_precision=_codes([_precision(incident.place) for incident in incidents], GEO_PRECISIONS),
            at_sea=np.array([incident.at_sea for incident in incidents], bool),
            boat_strike=np.array([incident.sub_event_type == BOAT_STRIKE for incident in incidents], bool),
            has_date=np.array([span is not None for span in spans], bool),
            first_us=np.array([0 if span is None else span[0] for span in spans], np.int64),
            last_us=np.array([0 if span is None else span[1] for span in spans], np.int64),
            tolls=np.array([_toll(incident) for incident in incidents], np.int64).reshape(-1, 4),
            bounds=bounds,
            geometry=index,
            geometries=geometries,
            outlines=outlines,
        )

    @property
    def toll_of(self) -> Counted:
        """What totals count: boat strikes where the store holds any, else its incidents at sea."""
        return "strikes" if self.boat_strike.any() else "incidents"

    @property
    def counted(self) -> Mask:
        """The records that count in totals (:func:`records.totals.counts`)."""
        if self.toll_of == "strikes":
            return self.boat_strike
        return np.asarray(self.at_sea & (self.claim_status != CLAIM_STATUSES.index("retracted")))

    def select(self, wanted: Filter) -> Mask:
        """Which records pass a filter, box and drawn area included."""
        return combined(self.masks(wanted), len(self))

    def masks(self, wanted: Filter) -> dict[str, Mask]:
        """For each question that the filter asks, which records pass it; a question not asked is not a key."""
        asked = {
            "type": bool(wanted.type),
            "claim": bool(wanted.claim),
            "disputed": wanted.disputed is not None,
            "precision": bool(wanted.precision),
            "flag": bool(wanted.flag),
            "text": bool(wanted.looked_for),
            "at_sea": wanted.at_sea,
            "dates": wanted.since is not None or wanted.until is not None,
            "area": wanted.bbox is not None or wanted.within is not None,
        }
        return {name: self._mask(name, wanted) for name in CRITERIA if asked[name]}

    def in_box(self, box: Box) -> Mask:
        """Which records' region or stated point meets a box (west > east crosses 180°); unplaced ones never do."""
        return self._meeting(overlap(self.bounds, box), boxes(box))

    def in_area(self, area: BaseGeometry | None) -> Mask:
        """Which records' region or stated point meets an area within ±180°; all with a place where it is None."""
        if area is None:
            return np.asarray(self.geometry >= 0)
        if area.is_empty:
            return np.zeros(len(self), bool)
        return self._meeting(overlap(self.bounds, bounds_of(area)), area)

    def _meeting(self, near: Mask, area: BaseGeometry) -> Mask:
        """Of the records ``near`` an area those that meet it; each distinct region is asked once."""
        shapely.prepare(area)
        met = np.zeros(len(self.geometries), bool)
        asked = np.unique(self.geometry[near])
        met[asked] = shapely.intersects(self.geometries[asked], area)
        near[near] = met[self.geometry[near]]
        return near

    def _mask(self, name: str, wanted: Filter) -> Mask:
        match name:
            case "type":
                return np.isin(self.event_type, [EVENT_TYPES.index(value) for value in wanted.type])
            case "claim":
                return np.isin(self.claim_status, [CLAIM_STATUSES.index(value) for value in wanted.claim])
            case "precision":
                return np.isin(self.geo_precision, [GEO_PRECISIONS.index(value) for value in wanted.precision])
            case "disputed":
                return np.isin(self.disputed_on, _disputed_codes(wanted.disputed or "any"))
            case "flag":
                return np.array([not set(wanted.flag).isdisjoint(flags) for flags in self.flags], bool)
            case "text":
                words = wanted.looked_for
                return np.array([all(word in text for word in words) for text in self.texts], bool)
            case "at_sea":
                return self.at_sea
            case "dates":
                return self._in_dates(wanted.since, wanted.until)
            case _:
                return self.in_area(area_of(wanted))

    def _in_dates(self, since: Moment | None, until: Moment | None) -> Mask:
        within = self.has_date.copy()
        if until is not None:
            within &= self.first_us <= instant_us(last_instant(until))
        if since is not None:
            within &= self.last_us >= instant_us(first_instant(since))
        return within


_KEPT: weakref.WeakKeyDictionary[Store, Snapshot] = weakref.WeakKeyDictionary()


def combined(masks: dict[str, Mask], length: int, *, without: Sequence[str] = ()) -> Mask:
    """The records that pass all questions but those ``without`` which is asked."""
    passed = np.ones(length, bool)
    for name, mask in masks.items():
        if name not in without:
            passed &= mask
    return passed


def instant_us(moment: datetime) -> int:
    """Whole microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def _span(incident: Incident) -> tuple[int, int] | None:
    start, end = incident.date_start, incident.date_end
    start, end = (end if start is None else start), (start if end is None else end)
    if start is None or end is None:
        return None
    return instant_us(first_instant(start)), instant_us(last_instant(end))


def _iso(moment: Moment | None) -> str | None:
    return None if moment is None else format_moment(moment)


def _codes(values: Sequence[str | None], words: Sequence[str | None]) -> NDArray[np.int8]:
    code = {word: index for index, word in enumerate(words)}
    return np.array([code[value] for value in values], np.int8)


def _precision(place: Place | None) -> str:
    return "unknown" if place is None else place.geo_precision


def _disputed_codes(wanted: str) -> list[int]:
    match wanted:
        case "none":
            return [0]
        case "any":
            return [1, 2, 3]
        case _:
            return [DISPUTED_CODES.index(wanted), DISPUTED_CODES.index("both")]


def _toll(incident: Incident) -> tuple[int, int, int, int]:
    """Killed and strikes, least and most; a missing end is taken from the other, −1 where neither is stated."""
    return (
        *_range(incident.killed_min, incident.killed_max),
        *_range(incident.strikes_min, incident.strikes_max),
    )


def _range(low: int | None, high: int | None) -> tuple[int, int]:
    low, high = (high if low is None else low), (low if high is None else high)
    return (-1 if low is None else low), (-1 if high is None else high)


def _distinct_geometries(incidents: Sequence[Incident], outlines: Outlines) -> tuple[NDArray[np.int64], NDArray[Any]]:
    """Each record's index into the distinct geometries, and these; −1 without a place."""
    index = np.full(len(incidents), -1, np.int64)
    seen: dict[tuple[Any, ...], int] = {}
    found: list[BaseGeometry] = []
    for row, incident in enumerate(incidents):
        if (place := incident.place) is None:
            continue
        key = place_key(place)
        if key not in seen:
            seen[key] = len(found)
            found.append(Point(place.lon, place.lat) if place.stated else region_of(place, outlines))
        index[row] = seen[key]
    geometries = np.empty(len(found), object)
    geometries[:] = found
    return index, geometries


def place_key(place: Place) -> tuple[Any, ...]:
    """What two records must have in common to share a place."""
    if place.stated:
        return ("stated", round(place.lon, 6), round(place.lat, 6))
    if place.region_id is not None and place.region is None:
        return ("named", place.region_id)
    own = None if place.region is None else place.region.wkb
    return ("own", round(place.lon, 6), round(place.lat, 6), round(place.radius_m), own)
