"""The layer of maritime zones: the lines along which they end, or their areas; a user's own polygons in their place.

Lines are those of :mod:`geo.zone_outlines`: where a country's territorial sea, contiguous zone and exclusive economic
zone end by distance, and the boundaries between neighbours, each once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from shapely.geometry import MultiLineString, MultiPolygon
from shapely.geometry.base import BaseGeometry

from geo.geodesy import GEOD, M_PER_NMI
from geo.message import Message
from geo.seas import countries
from geo.zone_outlines import ZoneLimit, zone_areas, zone_limits
from geo.zone_polygons import ZonePolygons
from layers import wording
from layers.antimeridian import boxes
from layers.drawn import area_of
from layers.layer import Feature, GeometryChoice, LayerEntry
from layers.paint import Paint, PaintClass
from layers.selection import Selection
from records.flat import ColumnKind

SOURCE = "worked out by distance from the coast of Natural Earth at 1:10 million (public domain); approximate"
OWN_SOURCE = "the user's file {name}"
NEAR_ZOOM = 4.5
"""On a map farther out than this, the lines at 12 and 24 nmi would cling to the coast and are left out."""
PIXELS_OF_WORLD = 512
LIMIT_NMI = {"territorial_sea": 12, "contiguous_zone": 24, "eez": 200}

COLUMNS: dict[str, ColumnKind] = {
    "id": "text",
    "country": "text",
    "name": "text",
    "zone": "text",
    "basis": "text",
    "other": "text",
    "other_name": "text",
    "limit_nmi": "whole",
    "area_km2": "number",
    "length_nmi": "number",
    "source": "text",
}

_QUIET_LIGHT, _QUIET_DARK = "#6d8796", "#7f9aa8"
PAINT = Paint(
    "line",
    (
        PaintClass(
            wording.ZONE_TERRITORIAL, _QUIET_LIGHT, _QUIET_DARK, values=("territorial_sea", "internal"), dash=(1.0, 2.5)
        ),
        PaintClass(wording.ZONE_CONTIGUOUS, _QUIET_LIGHT, _QUIET_DARK, values=("contiguous_zone",), dash=(4.0, 4.0)),
        PaintClass(wording.ZONE_EEZ, _QUIET_LIGHT, _QUIET_DARK, values=("eez",)),
    ),
    scale="categories",
    column="zone",
    opacity=0.0,
    width_px=0.9,
)


def features(selection: Selection, geometry: GeometryChoice) -> Iterator[Feature]:
    """The lines of all zones that meet the filter's box and area, or with *region* the areas; own polygons if given."""
    own = selection.beside.zones
    if own is not None:
        found = _own(own, areas=geometry == "region")
    else:
        found = _areas() if geometry == "region" else _lines(selection.zoom)
    screen = None if selection.screen_box is None else boxes(selection.screen_box)
    for area in (area_of(selection.filter), screen):
        if area is not None:
            found = _meeting(found, area)
    yield from found


def _meeting(found: Iterator[Feature], area: BaseGeometry) -> Iterator[Feature]:
    return (each for each in found if each.geometry is not None and shapely.intersects(each.geometry, area))


def _lines(zoom: float | None) -> Iterator[Feature]:
    for limit, line in zip(zone_limits(), _simplified(zoom), strict=True):
        if zoom is None or zoom >= NEAR_ZOOM or limit.zone == "eez":
            yield Feature(_id_of(limit), line, _told(limit))


@lru_cache(maxsize=24)
def _simplified(zoom: float | None) -> tuple[BaseGeometry, ...]:
    """The lines as a zoom shows them, to half a pixel; whole for a file."""
    lines = np.array([limit.geometry for limit in zone_limits()], dtype=object)
    if zoom is not None:
        lines = shapely.simplify(lines, 360 / PIXELS_OF_WORLD / 2**zoom / 2)
    return tuple(lines.tolist())


def _id_of(limit: ZoneLimit) -> str:
    return ".".join(part for part in (limit.country, limit.other, limit.zone, limit.basis) if part)


def _told(limit: ZoneLimit) -> dict[str, Any]:
    by_distance = limit.basis == "distance"
    return {
        "id": _id_of(limit),
        "country": limit.country,
        "name": country_name(limit.country),
        "zone": limit.zone,
        "basis": limit.basis,
        "other": limit.other,
        "other_name": country_name(limit.other),
        "limit_nmi": LIMIT_NMI[limit.zone] if by_distance else None,
        "area_km2": None,
        "length_nmi": round(_length_nmi(limit.geometry), 1),
        "source": SOURCE,
    }


@lru_cache(maxsize=4096)
def _length_nmi(line: BaseGeometry) -> float:
    return float(GEOD.geometry_length(line)) / M_PER_NMI


def _areas() -> Iterator[Feature]:
    for area in zone_areas():
        told = {
            "id": f"{area.country}.{area.zone}",
            "country": area.country,
            "name": country_name(area.country),
            "zone": area.zone,
            "basis": "distance",
            "other": "",
            "other_name": "",
            "limit_nmi": LIMIT_NMI[area.zone],
            "area_km2": area.area_km2,
            "length_nmi": None,
            "source": SOURCE,
        }
        yield Feature(str(told["id"]), area.geometry, told)


def _own(own: ZonePolygons, *, areas: bool) -> Iterator[Feature]:
    """A user's polygons, each feature of the file one; they say whose, and are taken for exclusive economic zones."""
    rows = np.arange(len(own.countries)) if own.rows is None else own.rows
    for row in np.unique(rows):
        at = np.flatnonzero(rows == row)
        polygons = MultiPolygon(own.tree.geometries[at].tolist())
        country = str(own.countries[at[0]])
        rings = [ring for part in polygons.geoms for ring in (part.exterior, *part.interiors)]
        drawn = polygons if areas else MultiLineString([ring.coords for ring in rings])
        told = {
            "id": f"{country}.{row}",
            "country": country,
            "name": country_name(country),
            "zone": "eez",
            "basis": "own",
            "other": "",
            "other_name": "",
            "limit_nmi": None,
            "area_km2": round(sum(abs(GEOD.geometry_area_perimeter(part)[0]) for part in polygons.geoms) / 1e6),
            "length_nmi": None,
            "source": OWN_SOURCE.format(name=own.name),
        }
        yield Feature(str(told["id"]), drawn, told)


def country_name(alpha3: str) -> str:
    """The English name of a country or territory; its code where it has none, empty for none."""
    found = countries().get(alpha3)
    return alpha3 if found is None else found.name


def tip(properties: Mapping[str, Any]) -> tuple[Message | str, ...]:
    """Whose line it is, and what it rests on."""
    name, other = str(properties["name"]), str(properties["other_name"])
    if other:
        basis = wording.ZONE_AGREED if properties["basis"] == "agreed" else wording.ZONE_MEDIAN
        return wording.ZONE_BETWEEN(name=name, other=other), basis()
    if properties["basis"] == "own":
        return wording.ZONE_OF(name=name), wording.ZONE_OWN()
    return wording.ZONE_OF(name=name), wording.ZONE_DISTANCE(nmi=properties["limit_nmi"])


LAYER = LayerEntry(
    "zones",
    "limits of territorial seas, contiguous zones and EEZs; areas with --geometry region",
    wording.LAYER_ZONES,
    COLUMNS,
    features,
    PAINT,
    geometry_type="MultiLineString",
    note=wording.ZONES_NOTE,
    on_page=True,
    tip=tip,
    follows_screen=True,
)
