"""The ground of the map page: land in two grades, borders, and names of countries and seas."""

from __future__ import annotations

import gzip
import json
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiLineString, MultiPolygon, mapping
from shapely.geometry.base import BaseGeometry

from geo.derive.countries import Country, countries
from geo.derive.land import coarse_land, land
from geo.derive.packages import DATA, natural_earth
from geo.derive.seas import Sea, clipped, seas
from geo.spelling import normalise

_SPANISH = ("mar", "golfo", "estrecho", "oceano", "bahia", "canal", "paso", "rada", "ensenada", "archipielago")
_LABELLED_KINDS = frozenset({"ocean", "sea", "gulf", "bay", "strait", "channel", "bight", "passage", "sound"})
_OF_A_COUNTRY_RANK = 2


def write() -> None:
    """Write the four files."""
    _write("basemap_land", _land(coarse_land(), 0.01, 2))
    fine = json.dumps(_collection(_land(land(), 0.01, 3)), separators=(",", ":"))
    (DATA / "basemap_land_fine.geojson.gz").write_bytes(gzip.compress(fine.encode(), 9, mtime=0))
    _write("basemap_countries", _borders())
    _write("basemap_labels", [*map(_country_label, countries()), *_sea_labels()])


def _land(polygons: NDArray[Any], tolerance_deg: float, decimals: int) -> list[dict[str, Any]]:
    simple = shapely.set_precision(shapely.simplify(polygons, tolerance_deg), 10.0**-decimals)
    parts = shapely.get_parts(simple)
    kept = parts[shapely.area(parts) > 2 * tolerance_deg**2]
    return [_feature(shapely.orient_polygons(MultiPolygon(list(kept))), decimals)]


def _borders() -> list[dict[str, Any]]:
    lines = shapely.simplify(natural_earth("cultural/ne_50m_admin_0_boundary_lines_land").geometries, 0.01)
    return [_feature(MultiLineString(list(shapely.get_parts(lines))), 2)]


def _country_label(country: Country) -> dict[str, Any]:
    lon, lat = country.label
    about = {"name_en": country.name, "name_es": country.name_es or country.name, "kind": "country"}
    return _feature(shapely.Point(lon, lat), 2, about, max(0, country.rank - _OF_A_COUNTRY_RANK))


def _sea_labels() -> list[dict[str, Any]]:
    found = []
    for sea, water in zip(seas(), clipped(), strict=True):
        if sea.informal or sea.kind not in _LABELLED_KINDS:
            continue
        widest = max(shapely.get_parts(water), key=lambda part: part.area)
        centre = shapely.maximum_inscribed_circle(widest, tolerance=max(0.01, widest.area**0.5 / 100)).coords[0]
        width_deg = 2 * shapely.maximum_inscribed_circle(widest, tolerance=max(0.01, widest.area**0.5 / 100)).length
        about = {"name_en": sea.name, "name_es": _spanish(sea), "kind": "sea", "id": sea.id}
        found.append(_feature(shapely.Point(centre), 2, about, _rank(width_deg)))
    return found


def _rank(width_deg: float) -> int:
    """The zoom at which a water of a width is about 90 pixels wide on a map of 512-pixel tiles."""
    return int(np.clip(np.ceil(np.log2(90 / 512 * 360 / width_deg)), 0, 9))


def _spanish(sea: Sea) -> str:
    for name in sea.names:
        first = normalise(name).split(" ")[0]
        if first in _SPANISH and not (first == "canal" and "canal" in sea.name.lower() and name == sea.name):
            return name
    return sea.name


def _feature(
    geometry: BaseGeometry, decimals: int, about: dict[str, Any] | None = None, rank: int | None = None
) -> dict[str, Any]:
    properties: dict[str, Any] = dict(about or {})
    if rank is not None:
        properties |= {"rank": rank, "min_zoom": rank}
    return {"type": "Feature", "properties": properties, "geometry": _rounded(mapping(geometry), decimals)}


def _rounded(value: Any, decimals: int) -> Any:
    if isinstance(value, float):
        return round(value, decimals)
    if isinstance(value, dict):
        return {key: _rounded(part, decimals) for key, part in value.items()}
    return [_rounded(part, decimals) for part in value] if isinstance(value, list | tuple) else value


def _collection(features: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": features}


def _write(name: str, features: list[dict[str, Any]]) -> None:
    text = json.dumps(_collection(features), separators=(",", ":"), ensure_ascii=False)
    (DATA / f"{name}.geojson").write_text(text + "\n", encoding="utf-8")
