"""CSV after RFC 4180 in UTF-8 with a byte order mark: lists and objects as JSON, the geometry as WKT.

Text that a spreadsheet would run as a formula gets a leading apostrophe, which goes again when the file is read.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from layers.writers.export import Export
from layers.writers.geojson import DECIMALS, written
from records.flat import guard

GEOMETRY = "WKT"
"""The column of the geometry, the last one; GDAL and QGIS know it by this name."""


def chunks(export: Export) -> Iterator[bytes]:
    """A table with a header, a row a feature."""
    names = [*export.layer.columns, GEOMETRY]
    yield "\ufeff".encode() + _row(names)
    for feature in export.features():
        cells = [_cell(feature.properties.get(name)) for name in export.layer.columns]
        yield _row([*cells, _wkt(feature.geometry)])


def _row(cells: list[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None or value == []:
        return ""
    if isinstance(value, str):
        return guard(value)
    if isinstance(value, list | dict | tuple):
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    return repr(value)


def _wkt(geometry: BaseGeometry | None) -> str:
    if geometry is None or geometry.is_empty:
        return ""
    return str(shapely.to_wkt(written(geometry), rounding_precision=DECIMALS, trim=True))
