"""The geometry of a row: GeoJSON, WKT or a shape, checked, and the place it stands for.

A point is a stated position; any other shape is a region, and the place is its middle with the radius that holds it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.errors import GEOSException
from shapely.geometry import MultiPolygon, Point, Polygon, shape
from shapely.geometry.base import BaseGeometry

from geo.geodesy import distance_m
from geo.place import Place, precision_of
from records.readers import advice, refusals
from records.readers.positions import Stated, from_columns
from records.readers.row import GeometrySource, RowError, text_of
from records.readers.wording import OUTLINE_GIVEN

TYPES = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection")
_REACH = 360.0
_NOISE_DEG = 1e-3


def geometry_in_text(text: str) -> GeometrySource | None:
    """The geometry that a cell holds as WKT or GeoJSON, None where it holds none; a point in WKT is no case of this."""
    start = text.lstrip()[:20].upper()
    if start.startswith("{"):
        try:
            value = json.loads(text)
        except ValueError:
            return None
        return value if isinstance(value, dict) and value.get("type") in TYPES else None
    if not start.startswith(("POLYGON", "MULTIPOLYGON", "LINESTRING", "MULTILINESTRING", "MULTIPOINT", "GEOMETRYC")):
        return None
    try:
        found: BaseGeometry = shapely.from_wkt(text.strip())
    except GEOSException as reason:
        said = str(reason).partition(": ")[2].split(" <")[0] or str(reason)
        raise RowError(refusals.NO_WKT(reason=said), next=advice.CORRECT_RING()) from reason
    return found


def stated_point(source: GeometrySource) -> Stated | None:
    """The position where a geometry is a point (or holds but one); None for other shapes.

    Raises :class:`RowError` for a position that cannot be.
    """
    value = shapely.geometry.mapping(source) if isinstance(source, BaseGeometry) else source
    kind, coordinates = value.get("type"), value.get("coordinates")
    if kind == "MultiPoint" and isinstance(coordinates, Sequence) and len(coordinates) == 1:
        kind, coordinates = "Point", coordinates[0]
    if kind != "Point":
        return None
    if not isinstance(coordinates, Sequence) or isinstance(coordinates, str):
        raise RowError(refusals.POINT_WITHOUT_COORDINATES(), next=advice.GIVE_LON_LAT())
    if len(coordinates) < 2:
        if not coordinates:
            return None
        raise RowError(refusals.POINT_TOO_SHORT(), next=advice.GIVE_LON_LAT())
    return from_columns(text_of(coordinates[1]), text_of(coordinates[0]))


def region_place(source: GeometrySource) -> Place | None:
    """The place of a shape that is no point; None where the shape is empty. Raises :class:`RowError`."""
    found = source if isinstance(source, BaseGeometry) else _from_geojson(source)
    found = shapely.force_2d(found)
    if found.is_empty:
        return None
    found = _within_reach(found)
    west, south, east, north = found.bounds
    if not (-90 <= south <= north <= 90 and -_REACH <= west <= east <= _REACH):
        raise RowError(refusals.LEAVES_WORLD(), next=advice.CORRECT_COORDINATES())
    polygon = _polygon(found)
    centre = _middle(_unbroken(polygon if polygon is not None else found))
    rings = shapely.get_coordinates(found)
    radius_m = max(distance_m(centre.x, centre.y, float(lon), float(lat)) for lon, lat in rings[:: _step(len(rings))])
    radius_m = max(radius_m, 100.0)
    return Place(
        lon=_home(centre.x),
        lat=centre.y,
        radius_m=round(radius_m, 1),
        geo_precision=precision_of(radius_m),
        location_method="outline",
        location_steps=(OUTLINE_GIVEN(kind=found.geom_type),),
        region=polygon,
    )


def _within_reach(found: BaseGeometry) -> BaseGeometry:
    """Without what stands out by the rounding of a program (latitude -90.0000001)."""
    _, south, _, north = found.bounds
    if not (-90 - _NOISE_DEG <= south < -90 or 90 < north <= 90 + _NOISE_DEG):
        return found
    return shapely.transform(found, lambda points: np.column_stack((points[:, 0], np.clip(points[:, 1], -90, 90))))


def _step(count: int) -> int:
    return max(1, count // 5_000)


def _unbroken(found: BaseGeometry) -> BaseGeometry:
    """A shape that lies on both sides of the antimeridian, its western part moved beside the eastern one."""
    west, _, east, _ = found.bounds
    if east - west <= 180:
        return found
    beside = shapely.transform(found, lambda points: np.column_stack((points[:, 0] % 360, points[:, 1])))
    return shapely.union_all(shapely.get_parts(beside))


def _middle(shape_: BaseGeometry) -> Point:
    centre = shape_.centroid
    return (
        centre
        if shape_.geom_type.endswith(("Point", "String")) or shape_.contains(centre)
        else shape_.representative_point()
    )


def _polygon(found: BaseGeometry) -> Polygon | MultiPolygon | None:
    if not isinstance(found, Polygon | MultiPolygon):
        return None
    valid = found if found.is_valid else shapely.make_valid(found, method="structure")
    if isinstance(valid, Polygon | MultiPolygon) and not valid.is_empty:
        return shapely.orient_polygons(valid)
    raise RowError(refusals.NO_AREA(), next=advice.GIVE_RING())


def _home(lon: float) -> float:
    return (lon + 180.0) % 360.0 - 180.0 if abs(lon) > 180 else lon


def _from_geojson(value: Mapping[str, Any]) -> BaseGeometry:
    kind = value.get("type")
    if kind not in TYPES:
        unknown = refusals.NO_KNOWN_GEOMETRY(kind=text_of(kind)) if text_of(kind) else refusals.NO_GEOMETRY_TYPE()
        raise RowError(unknown, next=advice.ONE_OF(known=", ".join(TYPES)))
    if kind == "GeometryCollection":
        members = value.get("geometries")
        if not isinstance(members, list) or not all(isinstance(each, Mapping) for each in members):
            raise RowError(refusals.NO_GEOMETRIES(), next=advice.GIVE_GEOMETRIES())
        return shapely.GeometryCollection([_from_geojson(each) for each in members])
    coordinates = _numbers(value.get("coordinates"))
    if kind in ("Polygon", "MultiPolygon"):
        for polygon in [coordinates] if kind == "Polygon" else coordinates:
            _check_rings(polygon)
    try:
        return shape({"type": kind, "coordinates": coordinates})
    except (GEOSException, ValueError, TypeError, IndexError, AttributeError) as reason:
        raise RowError(refusals.GEOMETRY_NOT_MADE(reason=str(reason)), next=advice.CORRECT_COORDINATES()) from reason


def _numbers(value: Any) -> Any:
    """Coordinates as floats; raises :class:`RowError` where one is no finite number."""
    if isinstance(value, list | tuple):
        return [_numbers(each) for each in value]
    if isinstance(value, bool) or value is None or isinstance(value, str | Mapping):
        raise RowError(refusals.COORDINATE_NO_NUMBER(value=text_of(value) or "null"), next=advice.GIVE_DEGREES())
    number = float(value)
    if number != number or abs(number) == float("inf"):
        raise RowError(refusals.COORDINATE_NOT_FINITE(), next=advice.GIVE_DEGREES())
    return number


def _check_rings(polygon: Any) -> None:
    if not isinstance(polygon, list):
        raise RowError(refusals.NO_RINGS(), next=advice.GIVE_RINGS())
    for number, ring in enumerate(polygon, start=1):
        if not isinstance(ring, list) or len(ring) < 4:
            raise RowError(refusals.RING_TOO_SHORT(number=number), next=advice.RING_ENDS_AT_START())
        if ring[0] != ring[-1]:
            raise RowError(refusals.RING_NOT_CLOSED(number=number), next=advice.CLOSE_RING())
