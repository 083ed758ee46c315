"""JSON as rows: GeoJSON, JSON lines, GeoJSON lines and lists of objects under any name. Read as a stream."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Mapping
from itertools import islice
from typing import Any, TextIO

from geo.message import Message
from records.errors import RecordsError
from records.readers import advice, how_read, refusals
from records.readers.json_stream import BrokenJsonError, JsonStream, decode_line
from records.readers.outlines import TYPES
from records.readers.row import Reject, Row, text_of
from records.readers.source_file import SourceFile, damaged, mended

_LOOK_AHEAD = 200
_GLOBAL_CRS = ("CRS84", "4326", "4979", "WGS84")


class JsonRows:
    """The objects of a JSON file. ``container`` is ``geojson``, ``jsonl`` or ``json``; ``list_name`` names the list."""

    line_word = "line"

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.notes: list[Message] = []
        self.list_name = ""
        self.crs = ""
        self._lines = self._is_lines()
        first = list(islice(self, _LOOK_AHEAD))
        rows = [row for row in first if isinstance(row, Row)]
        if not rows and not (self.list_name == "features" and not first):
            reason = next((row.reason for row in first if isinstance(row, Reject)), str(refusals.HOLDS_NO_OBJECT()))
            line = next((row.line for row in first if isinstance(row, Reject)), 1)
            raise RecordsError(
                refusals.NO_RECORD(reason=str(reason)), where=f"{file.name} line {line}", next=advice.GIVE_OBJECTS()
            )
        features = self._saw_features or self.list_name == "features"
        self.container = "geojson" if features else "jsonl" if self._lines else "json"
        self.headers = tuple(dict.fromkeys(name for row in rows for name in row.cells))
        shown = file.encoding_shown
        lines = how_read.NOTE_JSON_LINES(encoding=shown)
        self.notes.append(lines if self._lines else how_read.NOTE_KIND(kind="JSON", encoding=shown))

    _saw_features = False

    def __iter__(self) -> Iterator[Row | Reject]:
        """The objects in order; text that is no JSON is refused with its line."""
        with self.file.text() as text:
            yield from (self._from_lines(text) if self._lines else self._from_document(text))

    def _is_lines(self) -> bool:
        """Whether each line is an object of its own: the first one ends on its line, and another follows."""
        opening = self.file.opening.lstrip("\x1e")
        if not opening.startswith("{"):
            return False
        first, _, rest = opening.partition("\n")
        try:
            whole, _ = decode_line(first)
        except (ValueError, RecursionError):
            return not first.rstrip().endswith((",", "[", "{")) and rest.lstrip("\x1e \t\r\n").startswith("{")
        following = rest.lstrip("\x1e \t\r\n")
        return following.startswith("{") or (not following and not _holds_list(whole))

    def _from_lines(self, text: TextIO) -> Iterator[Row | Reject]:
        for number, line in enumerate(text, start=1):
            content = line.strip("\x1e\ufeff \t\r\n")
            if not content:
                continue
            try:
                value, commas = decode_line(content)
            except (ValueError, RecursionError) as reason:
                cannot = str(refusals.CANNOT_BE_READ())
                fault = reason.msg if isinstance(reason, json.JSONDecodeError) else cannot
                said = (refusals.NO_JSON(reason=fault), advice.CORRECT_LINE())
                yield Reject(self.file.name, number, said, mended(content[:2000]))
                continue
            self._note_commas([number] * commas)
            yield self._row(number, value)

    def _from_document(self, text: TextIO) -> Iterator[Row | Reject]:
        stream = JsonStream(text)
        try:
            yield from self._document(stream)
        except BrokenJsonError as reason:
            what, *then = reason.said
            yield Reject(self.file.name, reason.line, (what, refusals.REST_NOT_READ(), *then))
        self._note_commas(stream.trailing_commas)

    def _note_commas(self, lines: list[int]) -> None:
        """Say where the first comma too many was passed over."""
        if lines and not any(note.code == how_read.NOTE_COMMA.code for note in self.notes):
            self.notes.append(how_read.NOTE_COMMA(line=lines[0]))

    def _document(self, stream: JsonStream) -> Iterator[Row | Reject]:
        start = stream.peek()
        if start == "[":
            yield from self._listed(stream)
            return
        if start != "{":
            raise BrokenJsonError(refusals.OBJECT_EXPECTED(), stream.line)
        line, found = stream.line, False
        alone: dict[str, Any] = {}
        for key in stream.names():
            if stream.peek() == "[" and not found and (key == "features" or "type" not in alone):
                if key == "features":
                    self.list_name = key
                found = yield from self._objects_under(key, stream, alone)
            else:
                alone[key] = stream.value()
            if key == "crs":
                self.crs = _crs_of(alone.get(key))
        if not found:
            yield self._row(line, alone)

    def _objects_under(
        self, key: str, stream: JsonStream, alone: dict[str, Any]
    ) -> Generator[Row | Reject, None, bool]:
        """The objects of a list; what it returns says whether there were any (else the list is kept in ``alone``)."""
        held: list[Any] = []
        found = key == "features"
        for line, value in stream.elements():
            if isinstance(value, Mapping) or found:
                found = True
                self.list_name = key
                yield self._row(line, value)
            else:
                held.append(value)
        if not found:
            alone[key] = held
        return found

    def _listed(self, stream: JsonStream) -> Iterator[Row | Reject]:
        for line, value in stream.elements():
            yield self._row(line, value)

    def _row(self, line: int, value: Any) -> Row | Reject:
        if not isinstance(value, Mapping):
            return Reject(self.file.name, line, (refusals.NO_OBJECT(), advice.GIVE_OBJECT()), value)
        if any(isinstance(cell, str) and damaged(cell) for cell in value.values()):
            said = (refusals.NOT_IN_ENCODING(encoding=self.file.encoding), advice.SAVE_FILE_AS_UTF8())
            return Reject(self.file.name, line, said)
        if value.get("type") in TYPES and ("coordinates" in value or "geometries" in value):
            self._saw_features = True
            return Row(line, {}, value)
        if value.get("type") != "Feature":
            return Row(line, value)
        self._saw_features = True
        properties = value.get("properties")
        if properties is not None and not isinstance(properties, Mapping):
            return Reject(self.file.name, line, (refusals.PROPERTIES_NO_OBJECT(), advice.GIVE_AN_OBJECT()), value)
        return Row(line, properties or {}, value.get("geometry"), text_of(value.get("id")))


def _crs_of(member: Any) -> str:
    """The name in GeoJSON's old ``crs`` member, empty where it is longitude and latitude in WGS 84."""
    name = text_of(member.get("properties", {}).get("name")) if isinstance(member, Mapping) else ""
    return "" if not name or any(known in name for known in _GLOBAL_CRS) else name


def _holds_list(value: Mapping[str, Any]) -> bool:
    """Whether an object on one line is a whole document: a collection, or a list of objects under some name."""
    if value.get("type") == "Feature":
        return False
    lists = (item for item in value.values() if isinstance(item, list))
    return value.get("type") == "FeatureCollection" or any(item and isinstance(item[0], Mapping) for item in lists)
