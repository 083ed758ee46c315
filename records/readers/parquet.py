"""Parquet and GeoParquet (1.0, 1.1) as rows, batch by batch, brought to longitude and latitude."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.errors import GEOSException
from shapely.geometry.base import BaseGeometry

from geo.message import Message
from records.errors import RecordsError
from records.readers import advice, how_read, refusals
from records.readers.row import Reject, Row
from records.readers.source_file import SourceFile

if TYPE_CHECKING:
    import pyarrow.parquet as pq

BATCH = 10_000
Convert = Callable[[BaseGeometry], BaseGeometry]


class ParquetRows:
    """The rows of a Parquet file; the geometry is that of GeoParquet's primary column where the file has one.

    Raises :class:`RecordsError` for a file that is damaged, or whose geometry is not written as WKB.
    """

    line_word = "row"
    container = "parquet"

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self._table = _opened(file)
        self._geo = self._geo_metadata()
        self._column = str(self._geo.get("primary_column", "")) if self._geo else ""
        about = (self._geo.get("columns") or {}).get(self._column, {})
        if self._column and about.get("encoding") != "WKB":
            raise RecordsError(
                refusals.GEOMETRY_ENCODING(encoding=str(about.get("encoding"))),
                where=file.name,
                next=advice.SAVE_WITH_WKB(),
            )
        self.has_geometry = bool(self._column)
        self._turned: tuple[Message, ...] = ()
        self._convert = self._conversion(about)
        beside = {name for one in (self._geo.get("columns") or {}).values() for name in _covering(one)} | {self._column}
        self.headers = tuple(name for name in self._table.schema_arrow.names if name not in beside)
        kind = "GeoParquet" if self._column else "Parquet"
        self.notes = [how_read.NOTE_ROWS(kind=kind, rows=f"{self._table.metadata.num_rows:,}"), *self._turned]

    def __iter__(self) -> Iterator[Row | Reject]:
        """The rows in order; those whose geometry cannot be read are refused."""
        number = 0
        wanted = [*self.headers, *([self._column] if self._column else [])]
        for batch in self._table.iter_batches(batch_size=BATCH, columns=wanted):
            for cells in batch.to_pylist():
                number += 1
                wkb = cells.pop(self._column, None) if self._column else None
                yield self._row(number, {name: _cell(value) for name, value in cells.items()}, wkb)

    def _row(self, number: int, cells: dict[str, Any], wkb: bytes | None) -> Row | Reject:
        if wkb is None:
            return Row(number, cells)
        try:
            return Row(number, cells, self._convert(shapely.force_2d(shapely.from_wkb(wkb))))
        except GEOSException as reason:
            return Reject(self.file.name, number, (refusals.GEOMETRY_NOT_READ(reason=str(reason).strip()),), cells)

    def _geo_metadata(self) -> dict[str, Any]:
        told = (self._table.schema_arrow.metadata or {}).get(b"geo")
        if told is None:
            return {}
        try:
            found = json.loads(told)
        except ValueError as reason:
            raise RecordsError(refusals.GEO_METADATA(), where=self.file.name, next=advice.WRITE_ANEW()) from reason
        return found if isinstance(found, dict) else {}

    def _conversion(self, about: dict[str, Any]) -> Convert:
        """How a geometry comes to longitude and latitude: without a word of it the standard means OGC:CRS84."""
        from pyproj import CRS, Transformer
        from pyproj.exceptions import CRSError

        told = about.get("crs")
        if told is None:
            return lambda geometry: geometry
        try:
            system = CRS.from_user_input(json.dumps(told) if isinstance(told, dict) else told)
        except CRSError as reason:
            raise RecordsError(refusals.CRS_UNKNOWN(), where=self.file.name, next=advice.SAVE_IN_WGS84()) from reason
        if system.equals(CRS.from_epsg(4326), ignore_axis_order=True) or system.to_authority() == ("OGC", "CRS84"):
            return lambda geometry: geometry
        self._turned = (how_read.NOTE_TURNED(system=str(system.name)),)
        transformer: Any = Transformer.from_crs(system, 4326, always_xy=True)

        def converted(geometry: BaseGeometry) -> BaseGeometry:
            return shapely.transform(geometry, transformer.transform, interleaved=False)

        return converted


def _opened(file: SourceFile) -> pq.ParquetFile:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return pq.ParquetFile(file.path)
    except (pa.ArrowException, OSError) as reason:
        raise RecordsError(refusals.NO_PARQUET(), where=file.name, next=advice.CHECK_WHOLE()) from reason


def _covering(about: dict[str, Any]) -> list[str]:
    """The columns that hold the boxes of a geometry column (GeoParquet 1.1), which are no facts."""
    box = (about.get("covering") or {}).get("bbox") or {}
    return [str(path[0]) for path in box.values() if isinstance(path, list) and path]


def _cell(value: Any) -> Any:
    """A value of Arrow as a cell: NaN is a missing number, lists and objects are JSON as in our own tables."""
    if isinstance(value, float) and np.isnan(value):
        return None
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
