"""Delimited text (CSV, TSV and their kin) as rows: delimiter and header are recognised, damage stays in its row.

Read as a stream, so that size is no matter.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from geo.message import Message
from records.errors import RecordsError
from records.readers import advice, how_read, refusals
from records.readers.headers import header_score, named
from records.readers.row import NotOfKindError, Reject, Row
from records.readers.source_file import SourceFile, damaged, mended

DELIMITERS = (",", ";", "\t", "|")
DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", " ": "blank"}
CELL_LIMIT = 50_000_000
LINES_PER_CELL = 2_000
"""A quote that is still open after so many lines was never closed."""
LOOK_AHEAD = 25


@dataclass(frozen=True, slots=True)
class _Fault:
    line: int
    reason: Message
    text: str


class DelimitedRows:
    """The rows of a delimited file; ``delimiter`` overrules what is recognised."""

    container = "csv"
    line_word = "line"

    def __init__(self, file: SourceFile, delimiter: str = "") -> None:
        csv.field_size_limit(CELL_LIMIT)
        self.file = file
        self.notes: list[Message] = []
        self.delimiter = _spelled(delimiter, file.name) if delimiter else self._recognised()
        self.header_line, self._header_cells = self._header()
        self.headers = named(self._header_cells)
        shown = DELIMITER_NAMES.get(self.delimiter, self.delimiter)
        self.notes.append(how_read.NOTE_DELIMITED(encoding=file.encoding_shown, delimiter=shown))

    def __iter__(self) -> Iterator[Row | Reject]:
        """The rows below the header; blank lines are left out."""
        width = len(self.headers)
        for line, cells in self._records():
            if line <= self.header_line:
                continue
            if isinstance(cells, _Fault):
                yield Reject(self.file.name, line, (cells.reason, advice.CLOSE_QUOTE()), mended(cells.text))
                continue
            if not any(cells):
                continue
            if cells == self._header_cells:
                yield Reject(self.file.name, line, (refusals.HEADER_AGAIN(), advice.LEAVE_IT_OUT()), cells)
                continue
            if len(cells) > width and any(cells[width:]):
                said = (refusals.TOO_MANY_CELLS(count=len(cells), width=width), advice.QUOTE_CELLS())
                yield Reject(self.file.name, line, said, [mended(cell) for cell in cells])
                continue
            if any(damaged(cell) for cell in cells):
                said = (refusals.NOT_IN_ENCODING(encoding=self.file.encoding), advice.SAVE_AS_UTF8_OR_ENCODING())
                yield Reject(self.file.name, line, said, [mended(cell) for cell in cells])
                continue
            filled = dict.fromkeys(self.headers, "") | dict(zip(self.headers, cells, strict=False))
            yield Row(line, filled)

    def _recognised(self) -> str:
        first_line = self.file.opening.splitlines()[0] if self.file.opening else ""
        if first_line.lower().startswith("sep=") and len(first_line) == 5:
            return first_line[4]  # a line that Excel writes and reads
        return max(DELIMITERS, key=lambda mark: _fit(self._sample(mark)))

    def _sample(self, delimiter: str) -> list[list[str]]:
        records = (cells for _, cells in self._records(delimiter) if not isinstance(cells, _Fault) and any(cells))
        return list(islice(records, LOOK_AHEAD))

    def _header(self) -> tuple[int, list[str]]:
        """The line and cells of the header: the first record, or one below it that knows more columns."""
        records = [
            (line, cells)
            for line, cells in islice(self._records(), LOOK_AHEAD)
            if not isinstance(cells, _Fault) and any(cells) and not _names_delimiter(cells)
        ]
        if not records:
            raise RecordsError(refusals.NO_ROW(), where=self.file.name, next=advice.CHECK_DELIMITER())
        first_score = header_score(records[0][1])
        best = max(records, key=lambda record: header_score(record[1]))
        return best if header_score(best[1]) > max(1, first_score) and first_score == 0 else records[0]

    def _records(self, delimiter: str = "") -> Iterator[tuple[int, list[str] | _Fault]]:
        mark = delimiter or self.delimiter
        with self.file.text() as text:
            lines = _Lines(text)
            while (line := lines.next()) is not None:
                start = lines.number
                yield start, _record(line, start, lines, mark)


class _Lines:
    """Lines of a text with their numbers, some of which can be given back."""

    def __init__(self, text: Iterator[str]) -> None:
        self._text = text
        self._back: list[str] = []
        self.number = 0

    def next(self) -> str | None:
        line = self._back.pop() if self._back else next(self._text, None)
        if line is not None:
            self.number += 1
            if self.number == 1:
                line = line.removeprefix("\ufeff")
        return line

    def give_back(self, lines: list[str]) -> None:
        self._back.extend(reversed(lines))
        self.number -= len(lines)


def _record(line: str, start: int, lines: _Lines, delimiter: str) -> list[str] | _Fault:
    """One record, over several lines where a quote stays open; a quote that is never closed costs its line only."""
    group = [line]
    if '"' not in line:
        return _parsed(group, delimiter)
    while _is_open(group, delimiter):
        following = lines.next()
        while following is not None and '"' not in following and len(group) < LINES_PER_CELL:
            group.append(following)
            following = lines.next()
        if following is None or len(group) >= LINES_PER_CELL:
            lines.give_back(group[1:] if following is None else [*group[1:], following])
            return _Fault(start, refusals.OPEN_QUOTE(), line)
        group.append(following)
    return _parsed(group, delimiter)


def _is_open(group: list[str], delimiter: str) -> bool:
    try:
        for _ in csv.reader(group, delimiter=delimiter, strict=True):
            pass
    except csv.Error as reason:
        return "unexpected end" in str(reason)
    return False


def _parsed(group: list[str], delimiter: str) -> list[str]:
    return next(csv.reader(group, delimiter=delimiter), [])


def _fit(sample: list[list[str]]) -> tuple[int, float, int]:
    """How well a delimiter fits: whether known columns come out, how even the rows are, how wide."""
    if not sample:
        return 0, 0.0, 0
    widths = Counter(len(cells) for cells in sample)
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    known = max(header_score(cells) for cells in sample)
    return (known, count / len(sample), width) if width > 1 else (min(known, 1), 0.0, 0)


def _spelled(delimiter: str, name: str) -> str:
    spelled = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "bar": "|", "pipe": "|"}
    mark = spelled.get(delimiter.lower(), delimiter)
    if len(mark) != 1 or mark in '\r\n"':
        raise NotOfKindError(refusals.NO_DELIMITER(text=delimiter), where=name, next=advice.NAME_DELIMITER())
    return mark


def _names_delimiter(cells: list[str]) -> bool:
    return cells[0].lower().startswith("sep=") and not any(cells[1:])
