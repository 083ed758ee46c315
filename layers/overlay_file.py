"""A user's own layer, read from a file of any kind that GDAL knows, brought to longitude and latitude, and mended.

Nothing is drawn where it is not: a file that does not say which reference system its coordinates are in is refused
unless the user says it, and so are coordinates that cannot be degrees.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError
from shapely.geometry.base import BaseGeometry

from geo.message import Message
from geo.zone_polygons import unwound
from layers.antimeridian import cut
from layers.errors import LayersError
from records.readers.how_read import NOTE_TURNED
from records.readers.parquet import ParquetRows
from records.readers.row import Reject, Row
from records.readers.source_file import SourceFile
from records.readers.vector import VectorRows

NAME_FIELDS = ("name", "title", "label", "nombre", "nom", "name_en", "geoname", "id")
"""Fields that may hold what a feature is called, the first that it has a text in."""
STATE_IT = "say it with --overlay-crs, such as --overlay-crs EPSG:4326"
MOST_TOLD = 5
"""Features that could not be read are told one by one up to so many."""
_WGS84 = CRS.from_epsg(4326)
_FARTHEST_LON = 540.0


@dataclass(frozen=True, slots=True)
class OverlayFeature:
    """One thing of the user's layer: its number in the file, name, geometry (lon, lat) and properties as they stood."""

    number: int
    name: str
    geometry: BaseGeometry | None
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Overlay:
    """A user's own layer: the file's name, its features, and what was done to them, in words."""

    name: str
    features: tuple[OverlayFeature, ...]
    notes: tuple[str, ...] = ()


def read_overlay(path: Path, crs: str = "") -> Overlay:
    """Read a file of geometries: GeoJSON, GeoPackage, Shapefile, KML, FlatGeobuf, GeoParquet, GPX, TopoJSON.

    ``crs``: the reference system of a file that does not say its own, as ``EPSG:25830``. Raises :class:`LayersError`
    where it says none and none is given, where coordinates are no degrees, and
    :class:`records.errors.RecordsError` where the file cannot be read.
    """
    file = SourceFile.open(path)
    rows: VectorRows | ParquetRows
    rows = ParquetRows(file) if file.signature == "parquet" else _Rows(file, crs)
    making = _Making(Counter(), [])
    features = tuple(making.features(rows, file.name))
    notes = [*map(str, rows.notes), *making.notes(), *_unread(making.unread)]
    if not features:
        notes.append("it holds no features")
    return Overlay(path.name, features, tuple(dict.fromkeys(notes)))


class _Rows(VectorRows):
    """The features of a file whose reference system must be known."""

    def __init__(self, file: SourceFile, crs: str) -> None:
        self.stated = crs
        self.flattened = 0
        super().__init__(file)

    def _conversion(self, crs: str | None, layer: str) -> Any:
        # GeoJSON is in degrees by its standard; a file that is not says nothing of its system.
        silent = not crs or (self.container == "geojson" and not self._in_degrees(layer))
        if self.stated and silent:
            crs = self.stated
        elif self.stated:
            self.notes.append(Message.of(f"it says its own reference system: {self.stated} was not needed"))
        if not crs:
            raise LayersError(
                "the file does not say which reference system its coordinates are in",
                where=self.file.name,
                next=STATE_IT,
            )
        try:
            system = CRS.from_user_input(crs)
        except CRSError as reason:
            raise LayersError(
                f"there is no reference system '{crs[:60]}'", where=self.file.name, next=STATE_IT
            ) from reason
        if system.equals(_WGS84, ignore_axis_order=True) or system.to_authority() == ("OGC", "CRS84"):
            if not self._in_degrees(layer):
                raise LayersError("its coordinates are no degrees", where=self.file.name, next=STATE_IT)
            return None
        self.notes.append(NOTE_TURNED(system=str(system.name)))
        return Transformer.from_crs(system, _WGS84, always_xy=True)

    def _in_degrees(self, layer: str) -> bool:
        """Whether a layer's coordinates may be degrees."""
        import pyogrio

        with self._heard():
            bounds = pyogrio.read_info(self._source, layer=layer, force_total_bounds=True)["total_bounds"]
        if bounds is None or not np.isfinite(bounds).all():
            return True
        west, south, east, north = bounds
        return bool(west >= -_FARTHEST_LON and east <= _FARTHEST_LON and south >= -90.001 and north <= 90.001)

    def _row(self, number: int, cells: dict[str, Any], wkb: bytes | None, convert: Any) -> Row | Reject:
        # The flags of the header of extended and of ISO well-known binary: whether there is a height.
        if wkb is not None and len(wkb) > 4:
            kind = int.from_bytes(wkb[1:5], "little" if wkb[0] else "big")
            self.flattened += bool(kind & 0x80000000) or (kind & 0xFFFF) // 1000 in (1, 3)
        return super()._row(number, cells, wkb, convert)


@dataclass(slots=True)
class _Making:
    """Features on their way, and what had to be done to them."""

    done: Counter[str]
    unread: list[Reject]

    def features(self, rows: VectorRows | ParquetRows, name: str) -> Iterator[OverlayFeature]:
        for number, row in enumerate(rows, start=1):
            if isinstance(row, Reject):
                self.unread.append(row)
                yield OverlayFeature(number, "", None, dict(row.row or {}))
                continue
            geometry = row.geometry if isinstance(row.geometry, BaseGeometry) else None
            yield OverlayFeature(number, _name(row.cells), self._drawn(geometry), dict(row.cells))
        self.done["flattened"] += getattr(rows, "flattened", 0)
        if self.done["astray"] and self.done["astray"] == self.done["placed"]:
            raise LayersError("no geometry lies on the earth in its reference system", where=name, next=STATE_IT)

    def _drawn(self, geometry: BaseGeometry | None) -> BaseGeometry | None:
        """A geometry as it is drawn; None where there is none, or none on the earth."""
        if geometry is None or geometry.is_empty:
            self.done["empty"] += 1
            return None
        self.done["placed"] += 1
        west, south, east, north = geometry.bounds
        if not (abs(west) <= _FARTHEST_LON and abs(east) <= _FARTHEST_LON and south >= -90.001 and north <= 90.001):
            self.done["astray"] += 1
            return None
        whole = self._unwound(geometry)
        if not shapely.is_valid(whole) and shapely.get_dimensions(whole) == 2:
            self.done["mended"] += 1
            whole = _of_dimension(shapely.make_valid(whole), 2)
        if whole.bounds[0] < -180 or whole.bounds[2] > 180:
            self.done["cut"] += 1
            whole = cut(whole)
        return whole if not whole.is_empty else None

    def _unwound(self, geometry: BaseGeometry) -> BaseGeometry:
        """A geometry whose lines do not run the long way round: a step of more than 180° crosses the antimeridian."""
        west, _, east, _ = geometry.bounds
        if east - west <= 180 or shapely.get_dimensions(geometry) == 0:
            return geometry
        parts = [_part_unwound(part) for part in shapely.get_parts(geometry)]
        if not any(changed for _, changed in parts):
            return geometry
        self.done["long"] += 1
        return shapely.union_all([part for part, _ in parts]) if len(parts) > 1 else parts[0][0]

    def notes(self) -> Iterator[str]:
        """What was done, in words."""
        for key, said in (
            ("mended", "broken polygons mended"),
            ("flattened", "shapes whose heights are left out"),
            ("long", "shapes with a step of more than 180°, taken to cross the 180th meridian"),
            ("cut", "shapes cut at the 180th meridian"),
            ("empty", "features without a geometry, listed and not drawn"),
            ("astray", "shapes that do not lie on the earth, listed and not drawn"),
        ):
            if self.done[key]:
                yield f"{said}: {self.done[key]:,}"


def _unread(rejects: list[Reject]) -> Iterator[str]:
    """Which features could not be read and why, the first of them one by one."""
    for reject in rejects[:MOST_TOLD]:
        yield f"feature {reject.line}, listed and not drawn: {reject.reason}"
    if len(rejects) > MOST_TOLD:
        yield f"geometries that could not be read, listed and not drawn: {len(rejects):,} in all"


def _part_unwound(part: BaseGeometry) -> tuple[BaseGeometry, bool]:
    """A line or polygon whose longitudes run on beyond 180°, and whether that changed it.

    A step from the one edge of the world to the other is one along the edge, as that of the whole world's box; a ring
    about a pole is led along that pole.
    """
    if part.geom_type == "Polygon":
        whole = unwound(part)
        return whole, whole is not part
    points = shapely.get_coordinates(part)
    steps = np.abs(np.diff(points[:, 0]))
    if not ((steps > 180) & (steps < 359.999)).any():
        return part, False
    return shapely.LineString(np.column_stack((np.unwrap(points[:, 0], period=360.0), points[:, 1]))), True


def _of_dimension(geometry: BaseGeometry, dimension: int) -> BaseGeometry:
    """The parts of a mended geometry that are of its own kind: no line is left where two edges met."""
    parts = [part for part in shapely.get_parts(geometry) if shapely.get_dimensions(part) == dimension]
    return shapely.union_all(parts) if parts else geometry


def _name(cells: Mapping[str, Any]) -> str:
    spelled = {str(key).casefold(): value for key, value in cells.items()}
    found = next((value for name in NAME_FIELDS if (value := spelled.get(name)) not in (None, "")), "")
    return " ".join(str(found).split())
