"""Files that GDAL reads (GeoPackage, Shapefile, KML, GPX, FlatGeobuf) as rows, brought to longitude and latitude."""

from __future__ import annotations

import shutil
import tempfile
import warnings
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import shapely
from shapely.errors import GEOSException
from shapely.geometry.base import BaseGeometry

from geo.message import Message
from records.errors import RecordsError
from records.readers import advice, how_read, refusals
from records.readers.row import NotOfKindError, Reject, Row
from records.readers.source_file import SourceFile

CHUNK = 10_000
_HIDDEN = ("layer_styles", "leadline_history", "leadline_ledger", "qgis_projects")
_BESIDE = frozenset({"regions", "routes"})
"""Layers of an own file that hold no records."""
OPEN_RING = "Non closed ring detected"
"""The beginning of what GDAL says of such a file, without saying where."""
KINDS = {
    ".geojson": "geojson",
    ".json": "geojson",
    ".gpkg": "gpkg",
    ".shp": "shp",
    ".kml": "kml",
    ".kmz": "kmz",
    ".gpx": "gpx",
    ".fgb": "fgb",
    ".gml": "gml",
}


class VectorRows:
    """The features of a file's layers, one layer after the other; ``line`` counts features."""

    line_word = "feature"

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.notes: list[Message] = []
        self.container = KINDS.get(file.path.suffix.lower(), "") or _kind_of(file)
        self._source = self._opened()
        with self._heard():
            self._layers = self._chosen()
        names = [name for layer in self._layers for name in self._info(layer)["fields"]]
        self.headers = tuple(dict.fromkeys(str(name) for name in names))
        layers = ", ".join(_shown(layer) for layer in self._layers)
        self.notes.append(how_read.NOTE_LAYERS(kind=self.container.upper(), layers=layers))

    def __iter__(self) -> Iterator[Row | Reject]:
        """The features in order; those whose geometry cannot be read are refused."""
        number = 0
        for layer in self._layers:
            info = self._info(layer)
            convert = self._conversion(info["crs"], layer)
            for start in range(0, max(int(info["features"]), 1), CHUNK):
                for cells, wkb in self._features(layer, start):
                    number += 1
                    yield self._row(number, cells, wkb, convert)

    def _opened(self) -> str:
        """What GDAL opens: the file, what an archive holds, or a copy of a Shapefile whose index is made anew."""
        path = self.file.path
        if path.suffix.lower() == ".zip":
            return f"/vsizip/{path}"
        if self.container != "shp" or _beside(path, ".shx") is not None:
            return str(path)
        if _beside(path, ".dbf") is None:
            raise RecordsError(refusals.SHAPEFILE_PARTS(), where=self.file.name, next=advice.KEEP_TOGETHER())
        room = Path(tempfile.mkdtemp(prefix="leadline-"))
        weakref.finalize(self, shutil.rmtree, room, ignore_errors=True)
        for ending in (".shp", ".dbf", ".prj", ".cpg"):
            if (part := _beside(path, ending)) is not None:
                shutil.copyfile(part, room / f"copy{ending}")
        _index_anew(room / "copy.shp")
        self.notes.append(how_read.NOTE_INDEX())
        return str(room / "copy.shp")

    def _chosen(self) -> list[str]:
        import pyogrio
        from pyogrio.errors import DataLayerError, DataSourceError

        try:
            found = [str(name) for name, _ in pyogrio.list_layers(self._source)]
        except (DataSourceError, DataLayerError) as reason:
            raise RecordsError(
                refusals.NOT_READ_AS(kind=self.container.upper()),
                where=self.file.name,
                next=advice.CHECK_WHOLE_OR_SAVE(),
            ) from reason
        layers = [name for name in found if name not in _HIDDEN]
        if "incidents" in layers:
            layers = [name for name in layers if name not in _BESIDE]
        if self.container == "gpx":
            layers = [name for name in layers if not name.endswith("_points") and self._info(name)["features"]]
        if not layers:
            raise NotOfKindError(refusals.NO_LAYER(), where=self.file.name, next=advice.CHECK_WHOLE())
        return layers

    def _info(self, layer: str) -> Mapping[str, Any]:
        import pyogrio

        with self._heard():
            info: Mapping[str, Any] = pyogrio.read_info(self._source, layer=layer, force_feature_count=True)
        return info

    @contextmanager
    def _heard(self) -> Iterator[None]:
        """What GDAL warns of becomes a note: it is about the file, not about this program."""
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            yield
        for warning in caught:
            if OPEN_RING in str(warning.message):  # its feature is refused, with words of our own
                continue
            note = Message.of(" ".join(str(warning.message).split()))
            if note not in self.notes:
                self.notes.append(note)

    def _features(self, layer: str, start: int) -> Iterator[tuple[dict[str, Any], bytes | None]]:
        import pyogrio.raw
        from pyogrio.errors import DataSourceError, FeatureError

        try:
            with self._heard():
                meta, _, geometries, columns = pyogrio.raw.read(
                    self._source, layer=layer, skip_features=start, max_features=CHUNK, datetime_as_string=True
                )
        except (DataSourceError, FeatureError, UnicodeDecodeError) as reason:
            raise RecordsError(
                refusals.LAYER_NOT_READ(layer=layer, reason=str(reason)),
                where=self.file.name,
                next=advice.NAME_ENCODING(),
            ) from reason
        names = [str(name) for name in meta["fields"]]
        count = len(columns[0]) if columns else 0 if geometries is None else len(geometries)
        for index in range(count):
            cells = {name: _cell(column[index]) for name, column in zip(names, columns, strict=True)}
            yield cells, None if geometries is None else geometries[index]

    def _conversion(self, crs: str | None, layer: str) -> Any:
        """A transformer to longitude and latitude, None where none is needed or the system is not known."""
        if not crs:
            note = how_read.NOTE_NO_CRS(layer=_shown(layer))
            if note not in self.notes:
                self.notes.append(note)
            return None
        from pyproj import CRS, Transformer
        from pyproj.exceptions import CRSError

        try:
            system = CRS.from_user_input(crs)
        except CRSError as reason:
            raise RecordsError(
                refusals.LAYER_CRS_UNKNOWN(layer=layer), where=self.file.name, next=advice.SAVE_IN_WGS84()
            ) from reason
        if system.equals(CRS.from_epsg(4326), ignore_axis_order=True):
            return None
        return Transformer.from_crs(system, 4326, always_xy=True)

    def _row(self, number: int, cells: dict[str, Any], wkb: bytes | None, convert: Any) -> Row | Reject:
        if wkb is None:
            return Row(number, cells)
        try:
            geometry: BaseGeometry = shapely.force_2d(shapely.from_wkb(wkb))
        except GEOSException as reason:
            return Reject(self.file.name, number, _not_read(reason), cells)
        if convert is not None:
            geometry = shapely.transform(geometry, convert.transform, interleaved=False)
        return Row(number, cells, geometry)


def _not_read(reason: GEOSException) -> tuple[Message, ...]:
    """What is wrong with a geometry that GEOS does not take, and what to do next."""
    said = str(reason).strip()
    if "closed linestring" in said:
        return refusals.RING_OPEN(), advice.CLOSE_RING()
    return refusals.GEOMETRY_NOT_READ(reason=said), advice.RING_AND_LINE()


def _kind_of(file: SourceFile) -> str:
    """The kind of a file whose name does not tell it."""
    if file.signature in ("fgb", "shp"):
        return file.signature
    if file.signature:
        return "gpkg"
    root = file.opening[:2_000].lower()
    return next((kind for kind in ("kml", "gpx", "gml") if f"<{kind}" in root), "gml" if "<" in root[:1] else "geojson")


def _index_anew(path: Path) -> None:
    """Let GDAL write the .shx of a Shapefile; one that is damaged gets none, and is told when it is read."""
    import pyogrio
    from pyogrio.errors import DataSourceError

    pyogrio.set_gdal_config_options({"SHAPE_RESTORE_SHX": True})
    try:
        pyogrio.list_layers(str(path))
    except DataSourceError:
        pass
    finally:
        pyogrio.set_gdal_config_options({"SHAPE_RESTORE_SHX": None})


def _beside(path: Path, ending: str) -> Path | None:
    """The file of the same name with another ending, in small or large letters."""
    return next((each for each in (path.with_suffix(ending), path.with_suffix(ending.upper())) if each.exists()), None)


def _shown(layer: str) -> str:
    return " ".join(layer.split())


def _cell(value: Any) -> Any:
    """A value of GDAL as Python's own; NaN is how it says that a number is missing."""
    item = value.item() if hasattr(value, "item") else value
    if isinstance(item, float) and item != item:
        return None
    if isinstance(item, datetime):
        return item if item.tzinfo else item.replace(tzinfo=UTC)
    return item if item is None or isinstance(item, str | int | float | bool) else str(item)
