"""First-level regions (states, provinces) along the coasts, from Natural Earth."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo import shapes
from geo.derive.countries import countries
from geo.derive.entry import RawEntry
from geo.derive.extent import circle_about
from geo.derive.land import coast_distance_m
from geo.derive.packages import DATA, as_array, first_level_regions, text
from geo.geodesy import GEOD
from geo.spelling import normalise

COAST_KM = 30.0
"""Regions farther than this from the sea are left out."""
FARTHEST_PART_KM = 1_200.0
"""Parts of a region farther than this from its largest are left out."""
SIMPLIFY_DEG = 0.005
_TOO_FINE = frozenset({"GBR", "SVN", "LVA", "MLT", "MKD", "UGA", "SMR", "HKG"})
"""Countries whose first level is as fine as parishes: their names would be mistaken for towns."""


@dataclass(frozen=True, slots=True)
class Region:
    """A first-level region: ``id`` as ``region.IDN.aceh``."""

    id: str
    name: str
    names: tuple[str, ...]
    alpha3: str
    alpha2: str
    geometry: BaseGeometry


@cache
def regions() -> tuple[Region, ...]:
    """The regions within 30 km of the sea."""
    table = first_level_regions()
    alpha2 = {country.alpha3: country.alpha2 for country in countries()}
    rows: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in range(len(table.geometries)):
        code, name = text(table.columns["adm0_a3"][row]), text(table.columns["name"][row])
        code = {"SOL": "SOM", "CYN": "CYP", "SDS": "SSD", "PSX": "PSE", "SAH": "ESH"}.get(code, code)
        if name and code in alpha2 and code not in _TOO_FINE:
            rows[code, name].append(row)
    found = []
    for (code, name), members in sorted(rows.items()):
        geometry = _near_its_heart(shapely.union_all(shapely.make_valid(table.geometries[members])))
        if coast_distance_m(shapely.get_coordinates(geometry)[::7]).min() > COAST_KM * 1000:
            continue
        raw = [text(table.columns[field][members[0]]) for field in ("name", "woe_name", "gn_name", "woe_label")]
        names = tuple(dict.fromkeys(_plain(part) for part in (*raw[:3], raw[3].split(",")[0]) if part))
        slug = normalise(name).replace(" ", "_")
        found.append(Region(f"region.{code}.{slug}", name, names, code, alpha2[code], geometry))
    return tuple(_unique(found))


def _near_its_heart(geometry: BaseGeometry) -> BaseGeometry:
    """A region without its islands an ocean away (Easter Island is Valparaíso's): who names it does not mean them."""
    parts = shapely.get_parts(geometry)
    heart = parts[int(np.argmax(shapely.area(parts)))].centroid
    lon, lat = shapely.get_coordinates(shapely.centroid(parts)).T
    _, _, away_m = GEOD.inv(np.full(len(parts), heart.x), np.full(len(parts), heart.y), lon, lat)
    return shapely.union_all(parts[np.asarray(away_m) < FARTHEST_PART_KM * 1000])


def _plain(name: str) -> str:
    return name.split("(")[0].strip()


def _unique(found: list[Region]) -> list[Region]:
    ids = sorted(region.id for region in found)
    twice = [first for first, second in pairwise(ids) if first == second]
    if twice:
        raise ValueError(f"region ids are not unique: {twice[:5]}")
    return found


def entries() -> list[RawEntry]:
    """Each region by its names."""
    found = []
    for region in regions():
        lon, lat, radius_m = circle_about(region.geometry)
        entry = RawEntry(region.id, region.name, "region", lon, lat, radius_m, "natural_earth", region.names)
        entry.countries = (region.alpha2,) if region.alpha2 else ()
        entry.region_id = region.id
        found.append(entry)
    return found


def write() -> None:
    """Write the polygons with their ids and names."""
    rows = regions()
    polygons = shapely.make_valid(shapely.simplify(as_array([row.geometry for row in rows]), SIMPLIFY_DEG))
    kept = as_array([shapely.multipolygons(_polygons(geometry)) for geometry in polygons])
    shapes.save(
        DATA / "regions.npz",
        kept,
        id=np.array([row.id for row in rows]),
        name=shapes.pack_strings([row.name for row in rows]),
    )


def _polygons(geometry: BaseGeometry) -> list[BaseGeometry]:
    return [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]
