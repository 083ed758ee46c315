"""The layer of incidents: each record as a mark, and as a feature whose geometry makes no false pin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from layers import wording
from layers.layer import Feature, GeometryChoice, LayerEntry
from layers.paint import by_event_type
from layers.region import Outlines, region_of
from layers.selection import Selection
from layers.snapshot import DISPUTED_CODES, Snapshot
from layers.tally import Tallies, is_wide
from layers.waters import COLUMNS as WATERS_COLUMNS
from layers.waters import NO_WATERS, waters_of_each
from records.filter import GEO_PRECISIONS
from records.flat import COLUMNS as RECORD_COLUMNS
from records.flat import ColumnKind, flatten
from records.incident import Incident
from records.vocabulary import CLAIM_STATUSES, EVENT_TYPES

MarkForm = Literal["filled", "ring"]
PlaceKind = Literal["stated", "own_region", "tally", "none"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One record as it is drawn: colour by ``event_type``, form by who vouches for it.

    ``form``: filled = confirmed or corroborated, ring = claimed by one side. ``core``: its facts are disputed by a
    named party. ``struck``: retracted. ``lon``, ``lat``: the position of its own; None for a record that stands in
    a tally (then ``tally`` is an index into ``View.tallies`` and ``slot`` one into that tally's ids and slots) and
    for one without a place. ``on_map``: False for records without a place and, unless their type was asked for, for
    statements, designations and aid. ``point_lon``, ``point_lat``: the point of the place whatever is known of it, for
    the switch that shows what naive pins would have shown. ``t0``, ``t1``: first and last instant in milliseconds
    since 1970 (UTC), None where no date is known.
    """

    id: str
    event_type: str
    form: MarkForm
    core: bool
    struck: bool
    title: str
    date_start: str | None
    date_end: str | None
    date_precision: str | None
    t0: int | None
    t1: int | None
    place_kind: PlaceKind
    geo_precision: str
    claim_status: str
    on_map: bool
    at_sea: bool
    lon: float | None = None
    lat: float | None = None
    region_id: str | None = None
    tally: int | None = None
    slot: int | None = None
    point_lon: float | None = None
    point_lat: float | None = None


def form_of(claim_status: str) -> MarkForm:
    """The form of a mark: filled where more than one side vouches."""
    return "filled" if claim_status in ("corroborated", "confirmed") else "ring"


def place_kind(snapshot: Snapshot, row: int, tallies: Tallies) -> PlaceKind:
    """How a record's place is drawn; one that shares an unnamed place is still its own region or stated."""
    place = snapshot.places[row]
    if place is None:
        return "none"
    if place.stated:
        return "stated"
    wide = (index := tallies.tally_of[row]) >= 0 and is_wide(tallies.tallies[index])
    return "tally" if wide else "own_region"


def mark_of(snapshot: Snapshot, row: int, tallies: Tallies, *, on_map: bool) -> Mark:
    """The mark of one record."""
    place = snapshot.places[row]
    claim = CLAIM_STATUSES[snapshot.claim_status[row]]
    in_tally = tallies.tally_of[row] >= 0
    own = place if place is not None and not in_tally else None
    dated = bool(snapshot.has_date[row])
    return Mark(
        id=snapshot.ids[row],
        event_type=EVENT_TYPES[snapshot.event_type[row]],
        form=form_of(claim),
        core=DISPUTED_CODES[snapshot.disputed_on[row]] in ("facts", "both"),
        struck=claim == "retracted",
        title=snapshot.titles[row],
        date_start=snapshot.starts[row],
        date_end=snapshot.ends[row],
        date_precision=snapshot.date_precisions[row],
        t0=int(snapshot.first_us[row]) // 1000 if dated else None,
        t1=int(snapshot.last_us[row]) // 1000 if dated else None,
        place_kind=place_kind(snapshot, row, tallies),
        geo_precision=GEO_PRECISIONS[snapshot.geo_precision[row]],
        claim_status=claim,
        on_map=on_map,
        at_sea=bool(snapshot.at_sea[row]),
        lon=None if own is None else round(own.lon, 6),
        lat=None if own is None else round(own.lat, 6),
        region_id=None if place is None else place.region_id,
        tally=tallies.tally_of[row] if in_tally else None,
        slot=tallies.slot_of[row] if in_tally else None,
        point_lon=None if place is None else round(place.lon, 4),
        point_lat=None if place is None else round(place.lat, 4),
    )


def geometry_of(incident: Incident, choice: GeometryChoice, outlines: Outlines) -> BaseGeometry | None:
    """The geometry of a record in an export; None where no place is known.

    ``auto`` gives a point only where a source states coordinates and the 90 % region elsewhere; ``point`` and
    ``region`` force one kind.
    """
    place = incident.place
    if place is None:
        return None
    if choice == "point" or (choice == "auto" and place.stated):
        return Point(place.lon, place.lat)
    return region_of(place, outlines)


COLUMNS: dict[str, ColumnKind] = {**RECORD_COLUMNS, **WATERS_COLUMNS}
"""All columns of a record, and whose waters it may lie in (``waters_basis`` says whether the record says so itself)."""


def features(selection: Selection, geometry: GeometryChoice) -> Iterator[Feature]:
    """Each record that passes, with all its columns."""
    for incident, waters in waters_of_each(selection.incidents(), selection.outlines, selection.beside.zones):
        told = flatten(incident) | (NO_WATERS if waters is None else waters.to_columns())
        yield Feature(incident.id, geometry_of(incident, geometry, selection.outlines), told)


LAYER = LayerEntry(
    "incidents",
    "the records, a point only where a source states coordinates",
    wording.LAYER_INCIDENTS,
    COLUMNS,
    features,
    by_event_type("point", wording.TYPE_NAMES, opacity=0.1, width_px=1.5),
    geometry_type="Point",
)
