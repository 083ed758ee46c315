"""A user's own polygons of maritime zones (as those of Marine Regions, whose licence forbids shipping them)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from geo.errors import GeoError

COUNTRY_FIELDS = ("iso_sov1", "iso_ter1", "sov_a3", "iso_a3", "iso3", "adm0_a3", "country", "eez_country")
"""Fields that may hold a polygon's country as ISO 3166-1 alpha-3, the first that a file has; case does not matter."""


@dataclass(frozen=True, slots=True)
class ZonePolygons:
    """Polygons (lon, lat, prepared) in ``tree``, and the country (ISO 3166-1 alpha-3) of each.

    ``notes``: what was done to the file's geometries, for people.
    """

    tree: shapely.STRtree
    countries: NDArray[np.str_]
    notes: tuple[str, ...] = ()


def read_zone_polygons(path: Path, country_field: str = "") -> ZonePolygons:
    """Read polygons from a GeoPackage, GeoJSON, Shapefile or what else GDAL reads.

    Another reference system is turned into WGS 84, broken polygons are mended; ``notes`` say so. Raises GeoError for a
    file that cannot be read, has no reference system, no polygons, or no field with the country.
    """
    import pyogrio.errors
    import pyogrio.raw

    try:
        meta, _, packed, columns = pyogrio.raw.read(path)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, OSError) as error:
        raise GeoError("the zones cannot be read", where=path.name, next="give a file of polygons") from error
    if packed is None or not len(packed):
        raise GeoError("the file holds no polygons", where=path.name, next="give a layer of polygons")
    field = _country_field(list(meta["fields"]), country_field, path)
    geometries: NDArray[Any] = shapely.from_wkb(packed)
    notes: list[str] = []
    geometries = _in_wgs84(geometries, meta["crs"], path, notes)
    broken = ~shapely.is_valid(geometries)
    if broken.any():
        notes.append(f"{int(broken.sum())} broken polygons were mended")
        geometries[broken] = shapely.make_valid(geometries[broken])
    parts, row = shapely.get_parts(geometries, return_index=True)
    polygonal = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    if not polygonal.any():
        raise GeoError("the file holds no polygons", where=path.name, next="give a layer of polygons")
    countries = np.array([str(value or "")[:3].upper() for value in columns[field]])[row[polygonal]]
    tree = shapely.STRtree(parts[polygonal])
    shapely.prepare(tree.geometries)
    return ZonePolygons(tree, countries, tuple(notes))


def _country_field(fields: list[str], wanted: str, path: Path) -> int:
    low = [field.lower() for field in fields]
    for name in (wanted.lower(),) if wanted else COUNTRY_FIELDS:
        if name in low:
            return low.index(name)
    known = wanted or ", ".join(COUNTRY_FIELDS)
    raise GeoError(
        f"no field with the country ({known}); it has {', '.join(fields) or 'none'}",
        where=path.name,
        next="name the field that holds ISO 3166-1 alpha-3 codes",
    )


def _in_wgs84(geometries: NDArray[Any], crs: str | None, path: Path, notes: list[str]) -> NDArray[Any]:
    """The geometries in lon, lat on WGS 84."""
    if not crs:
        raise GeoError(
            "the file does not say which reference system its coordinates are in",
            where=path.name,
            next="write it into the file (as ogr2ogr -a_srs EPSG:4326 does)",
        )
    system = pyproj.CRS.from_user_input(crs)
    if system == pyproj.CRS.from_epsg(4326) or system == pyproj.CRS.from_user_input("OGC:CRS84"):
        return geometries
    turned = pyproj.Transformer.from_crs(system, 4326, always_xy=True)
    notes.append(f"coordinates were turned from {system.name} into WGS 84")
    moved: NDArray[Any] = shapely.transform(
        geometries, lambda xy: np.column_stack(turned.transform(xy[:, 0], xy[:, 1]))
    )
    return moved
