"""Tables in Markdown as rows: as people type them, and as programs make them out of web pages.

A row may run over several lines until it has as many cells as the header; what stands about a table is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from records.errors import RecordsError
from records.readers import advice, how_read, refusals
from records.readers.headers import named
from records.readers.row import Reject, Row
from records.readers.source_file import SourceFile, damaged, mended

_RULE = re.compile(r"^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+\|?\s*$")
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
LINES_PER_ROW = 200


def has_table(opening: str) -> bool:
    """Whether a text holds the rule below a table's header."""
    return any(_RULE.match(line) for line in opening.splitlines())


class MarkdownRows:
    """The rows of the tables of a Markdown file that have the same header as its first one."""

    container = "md"
    line_word = "line"

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.notes = [how_read.NOTE_KIND(kind="Markdown", encoding=file.encoding_shown)]
        header, rule = self._header()
        self._header_cells = header
        self._width = max(len(header), len(_cells(rule)))
        names = named(header)
        self.headers = (*names, *(f"column {number}" for number in range(len(names) + 1, self._width + 1)))

    def __iter__(self) -> Iterator[Row | Reject]:
        """The rows in order; one that breaks off is refused."""
        before, inside = "", False
        start, parts = 0, list[str]()
        with self.file.text() as text:
            for number, line in enumerate(text, start=1):
                if _RULE.match(line):
                    inside = _cells(before) == self._header_cells
                elif inside and (parts or _BAR.search(line)):
                    start = start if parts else number
                    parts.append(line)
                    if not line.strip() or len(parts) > LINES_PER_ROW:
                        yield self._broken(start, parts)
                        parts = []
                    elif len(_cells("".join(parts))) >= self._width:
                        yield self._row(start, "".join(parts))
                        parts = []
                inside = inside and bool(line.strip())
                before = line
        if parts:
            yield self._broken(start, parts)

    def _header(self) -> tuple[list[str], str]:
        before = ""
        with self.file.text() as text:
            for line in text:
                if _RULE.match(line) and before.strip():
                    return _cells(before), line
                before = line
        raise RecordsError(refusals.NO_HEADER(), where=self.file.name, next=advice.PUT_HEADER())

    def _row(self, line: int, text: str) -> Row | Reject:
        cells = _cells(text)
        if len(cells) > self._width:
            said = (refusals.TOO_MANY_CELLS(count=len(cells), width=self._width), advice.WRITE_BAR())
            return Reject(self.file.name, line, said, [mended(cell) for cell in cells])
        if damaged(text):
            said = (refusals.NOT_IN_ENCODING(encoding=self.file.encoding), advice.SAVE_AS_UTF8_OR_ENCODING())
            return Reject(self.file.name, line, said, [mended(cell) for cell in cells])
        return Row(line, dict(zip(self.headers, cells, strict=True)))

    def _broken(self, line: int, parts: list[str]) -> Reject:
        said = (refusals.TOO_FEW_CELLS(width=self._width), advice.PART_WITH_BARS())
        return Reject(self.file.name, line, said, mended("".join(parts)))


def _cells(text: str) -> list[str]:
    """The cells of a row, without the bars at its two ends; ``<br>`` is a line's end, an escaped bar a bar."""
    inner = text.strip()
    inner = inner.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|") and text.lstrip().startswith("|"):
        inner = inner[:-1]
    return [_BREAK.sub("\n", cell).replace("\\|", "|").strip() for cell in _BAR.split(inner)]
