"""The layer of encounters: where two vessels of the user's tracks stayed close to each other for long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from shapely.geometry import Point

from geo.coast import distance_to_coast_m
from geo.geodesy import M_PER_NMI
from geo.message import Message
from layers import wording
from layers.drawn import area_of
from layers.layer import Feature, GeometryChoice, LayerEntry
from layers.paint import Paint, PaintClass
from layers.selection import Selection
from layers.tracks import moment, offered, span_of
from records.encounter import Encounter
from records.flat import ColumnKind

COLUMNS: dict[str, ColumnKind] = {
    "id": "text",
    "mmsi_a": "text",
    "mmsi_b": "text",
    "name_a": "text",
    "name_b": "text",
    "start": "text",
    "end": "text",
    "minutes": "whole",
    "distance_min_nmi": "number",
    "shore_distance_nmi": "number",
    "lon": "number",
    "lat": "number",
}

PAINT = Paint(
    "point", (PaintClass(wording.LAYER_ENCOUNTERS, "#b03a78", "#e88fbd"),), opacity=0.85, width_px=1.0, size_px=10.0
)


def features(selection: Selection, geometry: GeometryChoice) -> Iterator[Feature]:
    """Each encounter that the filter's dates touch, in the filter's box, at the point where the two were nearest."""
    if selection.beside.tracks is None:
        return
    since, until = span_of(selection.filter)
    area = area_of(selection.filter)
    found = [met for met in selection.beside.tracks.encounters() if met.start_s <= until and met.end_s >= since]
    found = [met for met in found if area is None or area.intersects(Point(met.lon, met.lat))]
    for met, shore_m in zip(found, _shores(found), strict=True):
        told = _told(met, shore_m)
        yield Feature(told["id"], Point(round(met.lon, 6), round(met.lat, 6)), told)


def _shores(found: Sequence[Encounter]) -> list[float]:
    if not found:
        return []
    lons, lats = np.array([met.lon for met in found]), np.array([met.lat for met in found])
    return [float(metres) for metres in distance_to_coast_m(lons, lats)]


def _told(met: Encounter, shore_m: float) -> dict[str, Any]:
    start = moment(met.start_s)
    return {
        "id": f"{met.mmsi_a}-{met.mmsi_b}-{start}",
        "mmsi_a": met.mmsi_a,
        "mmsi_b": met.mmsi_b,
        "name_a": met.name_a,
        "name_b": met.name_b,
        "start": start,
        "end": moment(met.end_s),
        "minutes": round(met.minutes),
        "distance_min_nmi": round(met.distance_min_nmi, 3),
        "shore_distance_nmi": round(shore_m / M_PER_NMI, 1),
        "lon": round(met.lon, 6),
        "lat": round(met.lat, 6),
    }


def tip(properties: Mapping[str, Any]) -> tuple[Message | str, ...]:
    """The two vessels, how long and how near."""
    one, other = (str(properties[f"name_{end}"] or properties[f"mmsi_{end}"]) for end in "ab")
    lasted = wording.ENCOUNTER_LASTED(
        minutes=properties["minutes"], distance=f"{properties['distance_min_nmi']:g}", date=properties["start"][:10]
    )
    return f"{one} – {other}", lasted


LAYER = LayerEntry(
    "encounters",
    "where two tracks stay close for long",
    wording.LAYER_ENCOUNTERS,
    COLUMNS,
    features,
    PAINT,
    geometry_type="Point",
    region_type="Point",
    note=wording.ENCOUNTERS_NOTE,
    on_page=True,
    offered=offered,
    tip=tip,
)
