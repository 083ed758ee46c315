"""Files that this project wrote: their records come back as they were, under the ids they had."""

from __future__ import annotations

import re
from collections.abc import Iterable

from geo.place import Place
from records.errors import RecordsError
from records.flat import COLUMNS, WATERS_BASIS, from_cells, is_own, unguard
from records.incident import Incident
from records.readers import advice, refusals
from records.readers.outlines import stated_point
from records.readers.row import GeometrySource, Row, RowError, plain

NAME = "leadline"
_SLASHES = re.compile(r"^(\d{4})/(\d\d)/(\d\d)")
_READ = frozenset({*COLUMNS, WATERS_BASIS})
_ROUNDED_DEG = 1e-6
"""More than what is lost where a file rounds its coordinates."""


def fits(headers: Iterable[str]) -> bool:
    """Whether headers or property names are those of an own file."""
    return is_own(headers)


def record_of(row: Row, container: str) -> Incident:
    """The record of a row of an own file; raises :class:`RowError`, also where its point was moved by hand."""
    try:
        incident = _read(row, container)
    except RecordsError as reason:
        raise RowError(reason.said[0], next=advice.CORRECT_ROW()) from reason
    if row.geometry is not None and incident.place is not None and _moved(row.geometry, incident.place):
        raise RowError(refusals.POINT_ELSEWHERE(), next=advice.CORRECT_LON_LAT())
    return incident


def _read(row: Row, container: str) -> Incident:
    """Programs between us may have turned lists into text, nothing into null, and days into GDAL's 2024/05/01."""
    cells = {name: plain(cell) for name, cell in row.cells.items() if name in _READ}
    cells["id"] = cells.get("id") or row.feature_id
    for name in ("date_start", "date_end"):
        if isinstance(cells.get(name), str):
            cells[name] = _SLASHES.sub(r"\1-\2-\3", cells[name])
    if container == "csv":
        cells = {name: unguard(cell) if isinstance(cell, str) else cell for name, cell in cells.items()}
    return from_cells(cells)


def _moved(source: GeometrySource, place: Place) -> bool:
    """Whether a geometry is a point that lies elsewhere; of other shapes the columns alone tell."""
    stated = stated_point(source)
    if stated is None:
        return False
    aside = abs(stated.lon - place.lon) % 360
    return min(aside, 360 - aside) > _ROUNDED_DEG or abs(stated.lat - place.lat) > _ROUNDED_DEG
