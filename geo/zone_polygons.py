"""A user's own polygons of maritime zones (as those of Marine Regions, whose licence forbids shipping them)."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray
from pyproj.exceptions import CRSError
from shapely.geometry.base import BaseGeometry

from geo.errors import GeoError
from geo.geodesy import cut_polygon

COUNTRY_FIELDS = ("iso_sov1", "iso_ter1", "sov_a3", "iso_a3", "iso3", "adm0_a3", "country", "eez_country")
"""Fields that may hold a polygon's country as ISO 3166-1 alpha-3, the first that a file has; case does not matter."""
STATE_IT = "say it: --polygons-crs EPSG:4326, or what else it is"
MOST_NAMED = 12
_CODE = re.compile(r"[A-Z]{3}\Z")
_WGS84 = pyproj.CRS.from_epsg(4326)
_FARTHEST_LON = 540.0
_ROUND = 359.999
"""A step of so many degrees runs from the one edge of the world to the other."""
_POLAR_LAT = 60.0
"""A ring that is closed by such a step poleward of this holds the pole, also where it could be drawn without it."""
_PIECES_ACROSS = 200
"""Long straight edges of another reference system are bent in so many pieces to the width of the file."""


@dataclass(frozen=True, slots=True, eq=False)
class ZonePolygons:
    """Polygons (lon, lat, prepared) in ``tree``, and the country (ISO 3166-1 alpha-3) of each.

    ``rows``: the number of the file's feature that each is a part of. ``notes``: what was done to the file's
    geometries, for people. ``name``: the file's.
    """

    tree: shapely.STRtree
    countries: NDArray[np.str_]
    notes: tuple[str, ...] = ()
    rows: NDArray[np.int64] | None = None
    name: str = ""


def read_zone_polygons(path: Path, country_field: str = "", crs: str = "") -> ZonePolygons:
    """Read polygons from a GeoPackage, GeoJSON, Shapefile or what else GDAL reads.

    ``crs``: the reference system of a file that does not say its own. Another one is turned into WGS 84, broken
    polygons are mended, what crosses the antimeridian is cut there; ``notes`` say so. Raises GeoError for a file that
    cannot be read, has no reference system, no polygons, or no field with the country.
    """
    import pyogrio
    import pyogrio.raw
    from pyogrio.errors import DataLayerError, DataSourceError

    try:
        layers = pyogrio.list_layers(path)
        layer = next((name for name, kind in layers if "Polygon" in str(kind)), layers[0][0] if len(layers) else None)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Non closed ring", RuntimeWarning)  # told with its feature, below
            meta, _, packed, columns = pyogrio.raw.read(path, layer=layer)
    except (DataSourceError, DataLayerError, OSError) as error:
        raise GeoError(
            "the zones cannot be read", where=path.name, next="give a GeoPackage, GeoJSON or Shapefile"
        ) from error
    if packed is None or not len(packed):
        raise GeoError("the file holds no polygons", where=path.name, next="give a layer of polygons")
    notes: list[str] = []
    geometries = _in_wgs84(_unpacked(packed, path), meta["crs"] or "", crs, path, notes)
    parts, rows = _drawn(geometries, notes)
    if not len(parts):
        raise GeoError("the file holds no polygons", where=path.name, next="give a layer of polygons")
    codes = _codes(columns[_country_field(list(meta["fields"]), country_field, path)])
    known = codes[rows] != ""
    if not known.all():
        notes.append(f"{len(np.unique(rows[~known])):,} polygons have no ISO 3166-1 alpha-3 code and were left out")
    if not known.any():
        raise GeoError(
            "no polygon has an ISO 3166-1 alpha-3 code",
            where=path.name,
            next="name the field that holds them: --polygons-field NAME",
        )
    tree = shapely.STRtree(parts[known])
    shapely.prepare(tree.geometries)
    return ZonePolygons(tree, codes[rows[known]], tuple(notes), rows[known], path.name)


def _unpacked(packed: NDArray[Any], path: Path) -> NDArray[Any]:
    """The geometries of a file; raises GeoError that names the first feature that is none."""
    found: NDArray[Any] = shapely.from_wkb(packed, on_invalid="ignore")
    wrong = [row for row in np.nonzero(shapely.is_missing(found))[0] if packed[row] is not None]
    if wrong:
        more = f" (and {len(wrong) - 1:,} more)" if len(wrong) > 1 else ""
        raise GeoError(
            f"a polygon cannot be read{more}: its ring is not closed, or has too few corners",
            where=f"{path.name}, feature {wrong[0] + 1}",
            next="repeat the first corner of the ring as its last",
        )
    return found


def _country_field(fields: list[str], wanted: str, path: Path) -> int:
    low = [field.lower() for field in fields]
    for name in (wanted.lower(),) if wanted else COUNTRY_FIELDS:
        if name in low:
            return low.index(name)
    known = wanted or ", ".join(COUNTRY_FIELDS)
    raise GeoError(
        f"no field with the country ({known}); it has {_listed(fields)}",
        where=path.name,
        next="name the field that holds ISO 3166-1 alpha-3 codes: --polygons-field NAME",
    )


def _listed(fields: list[str]) -> str:
    more = f" and {len(fields) - MOST_NAMED} more" if len(fields) > MOST_NAMED else ""
    return f"{', '.join(fields[:MOST_NAMED]) or 'none'}{more}"


def _codes(values: NDArray[Any]) -> NDArray[np.str_]:
    """Codes in capitals; a country's English name is as good, anything else is none."""
    from geo.seas import countries

    by_name = {outline.name.casefold(): code for code, outline in countries().items()}
    found: list[str] = []
    for value in values:
        word = str(value or "").strip()
        code = word.upper() if _CODE.match(word.upper()) else by_name.get(word.casefold(), "")
        found.append(code)
    return np.array(found, dtype="<U3")


def _in_wgs84(geometries: NDArray[Any], said: str, stated: str, path: Path, notes: list[str]) -> NDArray[Any]:
    """The geometries in lon, lat on WGS 84."""
    degrees = _in_degrees(geometries)
    # GeoJSON that names no system is taken to be in degrees; a file that is not says nothing of its system.
    silent = not said or (not degrees and path.suffix.lower() in (".geojson", ".json") and _is_wgs84(said))
    if silent and not stated:
        raise GeoError(
            "the file does not say which reference system its coordinates are in", where=path.name, next=STATE_IT
        )
    if stated and not silent:
        notes.append(f"it says its own reference system: {stated} was not needed")
    try:
        system = pyproj.CRS.from_user_input(stated if silent else said)
    except CRSError as reason:
        raise GeoError(f"there is no reference system '{stated[:60]}'", where=path.name, next=STATE_IT) from reason
    if _is_wgs84(system):
        if not degrees:
            raise GeoError("its coordinates are no degrees", where=path.name, next=STATE_IT)
        return geometries
    notes.append(f"coordinates were turned from {system.name} into WGS 84")
    turned = pyproj.Transformer.from_crs(system, _WGS84, always_xy=True)
    west, south, east, north = shapely.total_bounds(geometries)
    bent = shapely.segmentize(geometries, max(east - west, north - south, 1e-9) / _PIECES_ACROSS)
    moved: NDArray[Any] = shapely.transform(bent, lambda xy: np.column_stack(turned.transform(xy[:, 0], xy[:, 1])))
    if not _in_degrees(moved):
        raise GeoError(f"its coordinates do not lie on the earth in {system.name}", where=path.name, next=STATE_IT)
    return moved


def _is_wgs84(system: pyproj.CRS | str) -> bool:
    found = pyproj.CRS.from_user_input(system)
    return bool(found.equals(_WGS84, ignore_axis_order=True) or found.to_authority() == ("OGC", "CRS84"))


def _in_degrees(geometries: NDArray[Any]) -> bool:
    """Whether all coordinates may be degrees; longitudes may run beyond 180."""
    points = shapely.get_coordinates(geometries)
    return bool(len(points) == 0 or (np.abs(points) <= (_FARTHEST_LON, 90.001)).all())


def _drawn(geometries: NDArray[Any], notes: list[str]) -> tuple[NDArray[Any], NDArray[np.int64]]:
    """The polygons, whole and within the world, and the number of the feature that each is of."""
    parts, rows = shapely.get_parts(geometries, return_index=True)
    polygonal = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    found: list[BaseGeometry] = []
    numbers: list[int] = []
    mended: set[int] = set()
    crossing: set[int] = set()
    for part, row in zip(parts[polygonal], rows[polygonal], strict=True):
        whole = unwound(part)
        if not shapely.is_valid(whole):
            mended.add(int(row))
            whole = shapely.make_valid(whole)
        if whole is not part and not whole.equals(part) and row not in mended:
            crossing.add(int(row))
        if whole.bounds[0] < -180 or whole.bounds[2] > 180:
            crossing.add(int(row))
            whole = cut_polygon(whole)
        pieces = [piece for piece in shapely.get_parts(whole) if piece.geom_type == "Polygon" and not piece.is_empty]
        found.extend(pieces)
        numbers.extend([int(row)] * len(pieces))
    if mended:
        notes.append(f"{len(mended):,} broken polygons were mended")
    if crossing:
        notes.append(f"{len(crossing):,} polygons that cross the 180th meridian or hold a pole were cut there")
    array = np.empty(len(found), dtype=object)
    array[:] = found
    return array, np.array(numbers, np.int64)


def unwound(polygon: BaseGeometry) -> BaseGeometry:
    """A polygon none of whose edges runs the long way round; one about a pole is led along that pole.

    A step of more than 180° crosses the antimeridian, unless it runs from the one edge of the world to the other.
    """
    rings = [shapely.get_coordinates(ring) for ring in shapely.get_rings(polygon)]
    if not any(_crosses(ring) for ring in rings):
        return polygon
    led = [_led(ring) if _crosses(ring) else ring for ring in rings]
    middle = (led[0][:, 0].min() + led[0][:, 0].max()) / 2
    holes = [ring + np.array([360.0 * np.round((middle - ring[:, 0].mean()) / 360.0), 0.0]) for ring in led[1:]]
    if all(len(ring) == len(before) for ring, before in zip(led[1:], rings[1:], strict=True)):
        return shapely.Polygon(led[0], holes)
    # A hole about the pole shares the pole's edge with its shell, and may begin at another longitude.
    shifts = [np.array([turn, 0.0]) for turn in (-360.0, 0.0, 360.0)]
    turns = [shapely.Polygon(hole + shift) for hole in holes for shift in shifts]
    return shapely.Polygon(led[0]).difference(shapely.union_all(turns))


def _crosses(ring: NDArray[Any]) -> bool:
    """Whether a ring is to be led on beyond 180°, or about a pole."""
    steps = np.abs(np.diff(ring[:, 0]))
    if ((steps > 180) & (steps < _ROUND)).any():
        return True
    edges = np.abs(ring[:-1, 1])[(steps >= _ROUND) & (np.abs(ring[:-1, 1]) < 89.999)]
    if not len(edges):  # one along a pole is drawn as it is meant
        return False
    drawn = bool(shapely.Polygon(ring).is_valid)
    lons = np.unwrap(ring[:, 0], period=360.0)
    if abs(lons[-1] - lons[0]) > 180:  # it goes round the world once, and is closed along a parallel
        return not drawn or bool(edges.max() >= _POLAR_LAT)
    return not drawn and float(np.ptp(lons)) > 0


def _led(ring: NDArray[Any]) -> NDArray[Any]:
    lons = np.unwrap(ring[:, 0], period=360.0)
    if abs(lons[-1] - lons[0]) < 180:
        return np.column_stack((lons, ring[:, 1]))
    pole = np.copysign(90.0, ring[:, 1].mean())
    return np.array([*zip(lons, ring[:, 1], strict=True), (lons[-1], pole), (lons[0], pole), (lons[0], ring[0, 1])])
