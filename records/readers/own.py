"""Files that this project wrote: their records come back as they were, under the ids they had."""

from __future__ import annotations

from collections.abc import Iterable

from records.errors import RecordsError
from records.flat import COLUMNS, from_cells, is_own, unflatten, unguard
from records.incident import Incident
from records.readers.row import Row, RowError, plain

NAME = "leadline"


def fits(headers: Iterable[str]) -> bool:
    """Whether headers or property names are those of an own file."""
    return is_own(headers)


def record_of(row: Row, container: str) -> Incident:
    """The record of a row of an own file; raises :class:`RowError`."""
    try:
        if container in ("geojson", "json", "jsonl"):
            return unflatten({name: plain(cell) for name, cell in row.cells.items()})
        cells = {name: cell for name, cell in row.cells.items() if name in COLUMNS}
        if container == "csv":
            cells = {name: unguard(cell) if isinstance(cell, str) else cell for name, cell in cells.items()}
        return from_cells(cells)
    except RecordsError as reason:
        raise RowError(reason.what, next="correct the row") from reason
