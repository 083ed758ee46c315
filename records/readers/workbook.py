"""Excel workbooks (.xlsx) as rows: every sheet with a header that is known; merged cells repeat their value."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zipfile import BadZipFile

from geo.message import Message
from records.errors import RecordsError
from records.readers import advice, how_read, refusals
from records.readers.headers import header_score, named, recognise
from records.readers.row import Reject, Row
from records.readers.source_file import SourceFile

_LOOK_AHEAD = 25
_DAYS_TO_1904 = 1462
"""From the day that most workbooks count from to that of old Macintoshes."""
_DAMAGE = (
    *(BadZipFile, zlib.error, OSError, EOFError, SyntaxError, RuntimeError),
    *(LookupError, ValueError, TypeError, AttributeError),
)
"""What a damaged workbook makes its reader raise; ``SyntaxError`` is that of XML, ``RuntimeError`` a password."""
_TOTALS = frozenset({"total", "totals", "sum", "grand total", "suma", "somme"})


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    header_row: int
    headers: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    shift: int = 0

    def dated(self, cells: dict[str, Any]) -> dict[str, Any]:
        """A row whose serial numbers of days are those of other workbooks."""
        if not self.shift:
            return cells
        known = recognise(self.headers)
        for header in (known.get(name, "") for name in ("date", "date_start", "date_end")):
            if isinstance(cells.get(header), int | float):
                cells[header] += self.shift
        return cells


class WorkbookRows:
    """The rows of a workbook's sheets, one after the other; rows of totals are left out and said."""

    container = "xlsx"
    line_word = "row"

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.notes: list[Message] = []
        sheets = [sheet for name, rows, shift in _read(file) if (sheet := _with_header(name, rows, shift)) is not None]
        best = max((header_score(sheet.headers) for sheet in sheets), default=0)
        self._sheets = [sheet for sheet in sheets if header_score(sheet.headers) == best and best > 0]
        if not self._sheets:
            raise RecordsError(
                refusals.NO_SHEET(),
                where=file.name,
                next=advice.NAME_COLUMNS(),
            )
        self.headers = tuple(dict.fromkeys(name for sheet in self._sheets for name in sheet.headers))
        read = ", ".join(f"'{sheet.name}'" for sheet in self._sheets)
        self.notes.append(how_read.NOTE_SHEETS(sheets=read))
        left = [sheet.name for sheet in sheets if sheet not in self._sheets]
        if left:
            self.notes.append(how_read.NOTE_SHEETS_LEFT(sheets=", ".join(left)))

    def __iter__(self) -> Iterator[Row | Reject]:
        """The rows below each sheet's header."""
        for sheet in self._sheets:
            for number, cells in enumerate(sheet.rows[sheet.header_row + 1 :], start=sheet.header_row + 2):
                filled = dict(zip(sheet.headers, cells, strict=False))
                stated = [cell for cell in filled.values() if cell not in (None, "")]
                if stated and str(stated[0]).strip().casefold() in _TOTALS:
                    self._note(how_read.NOTE_TOTALS(row=number, sheet=sheet.name))
                elif stated:
                    yield Row(number, sheet.dated(filled))

    def _note(self, note: Message) -> None:
        if note not in self.notes:
            self.notes.append(note)


def _read(file: SourceFile) -> Iterator[tuple[str, list[tuple[Any, ...]], int]]:
    """Each sheet's name, its rows, and how many days its serials lie behind those of other workbooks."""
    import warnings

    import openpyxl

    try:
        with warnings.catch_warnings():
            # It warns of parts that hold no cells (drawings, extensions), which nobody misses here.
            warnings.simplefilter("ignore")
            with file.path.open("rb") as content:  # a workbook by what it holds: its name may end in anything
                book = openpyxl.load_workbook(content, data_only=True)
    except _DAMAGE as reason:
        raise RecordsError(
            refusals.WORKBOOK_NOT_READ(reason=str(reason)), where=file.name, next=advice.SAVE_WORKBOOK()
        ) from reason
    try:
        shift = _DAYS_TO_1904 if book.epoch.year == 1904 else 0
        for sheet in book.worksheets:
            yield sheet.title, _cells(sheet), shift
    finally:
        book.close()


def _cells(sheet: Any) -> list[tuple[Any, ...]]:
    rows = [[_value(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    for area in sheet.merged_cells.ranges:
        if area.max_row == area.min_row and area.min_row <= _LOOK_AHEAD:
            continue  # a heading across columns
        for row in range(area.min_row - 1, min(area.max_row, len(rows))):
            for column in range(area.min_col - 1, area.max_col):
                rows[row][column] = rows[area.min_row - 1][area.min_col - 1]
    return [tuple(row) for row in rows]


def _value(cell: Any) -> Any:
    """A midnight is how Excel keeps a day."""
    if isinstance(cell, datetime):
        return cell.date() if (cell.hour, cell.minute, cell.second, cell.microsecond) == (0, 0, 0, 0) else cell
    return cell if cell is None or isinstance(cell, str | int | float | bool | date) else str(cell)


def _with_header(name: str, rows: list[tuple[Any, ...]], shift: int) -> _Sheet | None:
    """The row among the first ones that names the most columns."""
    scored = [
        (header_score([str(cell) for cell in row if cell is not None]), -number)
        for number, row in enumerate(rows[:_LOOK_AHEAD])
    ]
    if not scored or max(scored)[0] == 0:
        return None
    header_row = -max(scored)[1]
    headers = named([("" if cell is None else str(cell)) for cell in rows[header_row]])
    return _Sheet(name, header_row, headers, tuple(rows), shift)
