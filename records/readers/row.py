"""A row of a table on its way to a record: its cells as they stood, where it stood, and why it may be refused."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

from shapely.geometry.base import BaseGeometry

from geo.message import Message
from records.errors import RecordsError

GeometrySource = Mapping[str, Any] | BaseGeometry


class RowError(RecordsError):
    """One row cannot become a record; the others can."""

    @classmethod
    def of(cls, faults: Sequence[Message], *, next: Message) -> RowError:
        """The error of a row with one fault or several."""
        error = cls(" – ".join(map(str, faults)), next=next)
        error.said = (*faults, next)
        return error


class NotOfKindError(RecordsError):
    """A file is not of the kind that was asked for, or a column that was named is not there."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``line`` in the file (the number of the row or feature where a file has no lines), its cells.

    ``feature_id`` is the id that a feature carries beside its properties; ``geometry`` a GeoJSON geometry or a
    shape in (lon, lat), WGS 84.
    """

    line: int
    cells: Mapping[str, Any]
    geometry: GeometrySource | None = None
    feature_id: str = ""

    def whole(self) -> dict[str, Any]:
        """All that stood in it, for a person who is to correct it; a geometry of a binary file as WKT."""
        whole: dict[str, Any] = {"id": self.feature_id} if self.feature_id else {}
        whole |= dict(self.cells)
        if self.geometry is not None:
            shape = self.geometry
            whole["geometry"] = shape.wkt if isinstance(shape, BaseGeometry) else dict(shape)
        return whole


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that was refused: where it stands, what is wrong and what to do next, and what stood in it."""

    file: str
    line: int
    said: tuple[Message, ...]
    row: Any = None

    @property
    def reason(self) -> str:
        """What was said, as one line in English."""
        return " – ".join(map(str, self.said))

    def to_json(self) -> dict[str, Any]:
        """As a JSON object with ``file``, ``line``, ``reason`` and ``row``."""
        return {"file": self.file, "line": self.line, "reason": self.reason, "row": plain(self.row)}


class Rows(Protocol):
    """A file as rows that can be gone through more than once. ``notes`` say how it was read."""

    container: str
    headers: tuple[str, ...]
    notes: list[Message]
    line_word: str

    def __iter__(self) -> Iterator[Row | Reject]:
        """The rows in order, with those that cannot be read as rows."""
        ...


def text_of(cell: Any) -> str:
    """A cell as text: numbers as they were written, days in ISO 8601, lists and objects as JSON, None as nothing."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    if isinstance(cell, float):
        return repr(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, Mapping | list | tuple):
        return json.dumps(plain(cell), ensure_ascii=False)
    return str(cell)


def plain(value: Any) -> Any:
    """A value as JSON knows it: exact decimals as numbers, NaN and infinity as null, days as text."""
    if isinstance(value, Decimal):
        return plain(float(value))
    if isinstance(value, float):
        return value if value == value and abs(value) != float("inf") else None
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | bool):
        return value
    return str(value)


@dataclass(frozen=True, slots=True)
class Options:
    """What a person said about how to read; None and empty leave it to be found out.

    ``day_first``: whether ``03/04/2024`` is in April. ``source``: the first part of ids. ``mapping``: columns, values
    and constants of a mapping file.
    """

    format: str = ""
    source: str = ""
    day_first: bool | None = None
    delimiter: str = ""
    encoding: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    event_types: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
