"""JSON as a stream of values with their lines: a list of any length is read element by element.

Tolerates what one sees: a comma after the last element. Numbers with decimals come as :class:`~decimal.Decimal`,
just as they were written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TextIO

from records.errors import RecordsError

_DECODER = json.JSONDecoder(parse_float=Decimal)
_CHUNK = 1 << 20
_BLANKS = " \t\r\n\ufeff"


class BrokenJsonError(RecordsError):
    """A text is no JSON from some line on."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what, next="correct the line, or write the file anew")
        self.line = line


class JsonStream:
    """A cursor over a JSON text that holds only what it needs."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._buffer = ""
        self._at = 0
        self._ended = False
        self.line = 1
        self.trailing_commas: list[int] = []

    def peek(self) -> str:
        """The next character that is no blank, without passing it; empty at the end."""
        while True:
            while self._at < len(self._buffer):
                character = self._buffer[self._at]
                if character not in _BLANKS:
                    return character
                self.line += character == "\n"
                self._at += 1
            if not self._more():
                return ""

    def take(self, expected: str) -> None:
        """Pass one character; raises :class:`BrokenJsonError` where another stands there."""
        found = self.peek()
        if found != expected:
            shown = f"'{found}'" if found else "the end of the file"
            raise BrokenJsonError(f"'{expected}' was expected, not {shown}", self.line)
        self._at += 1

    def value(self) -> Any:
        """The next value, passed; raises :class:`BrokenJsonError`."""
        self.peek()
        wanted = _CHUNK
        while True:
            try:
                value, end = _DECODER.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError as reason:
                if self._more(wanted):
                    wanted *= 2
                    continue
                line = self.line + self._buffer.count("\n", self._at, reason.pos)
                raise BrokenJsonError(f"no valid JSON ({reason.msg})", line) from reason
            except RecursionError as reason:
                raise BrokenJsonError("the JSON is nested too deeply", self.line) from reason
            if end == len(self._buffer) and self._more(wanted):
                wanted *= 2
                continue
            self.line += self._buffer.count("\n", self._at, end)
            self._at = end
            return value

    def elements(self) -> Iterator[tuple[int, Any]]:
        """The elements of the list that stands next, each with its line."""
        self.take("[")
        while self.peek() != "]":
            line = self.line
            yield line, self.value()
            if self.peek() == ",":
                before = self.line
                self.take(",")
                if self.peek() == "]":
                    self.trailing_commas.append(before)
            elif self.peek() != "]":
                self.take("]")
        self.take("]")

    def names(self) -> Iterator[str]:
        """The names in the object that stands next; the caller passes each value before it asks for the next name."""
        self.take("{")
        while self.peek() != "}":
            key = self.value()
            if not isinstance(key, str):
                raise BrokenJsonError("a key of an object is no text", self.line)
            self.take(":")
            yield key
            if self.peek() == ",":
                before = self.line
                self.take(",")
                if self.peek() == "}":
                    self.trailing_commas.append(before)
            elif self.peek() != "}":
                self.take("}")
        self.take("}")

    def _more(self, size: int = _CHUNK) -> bool:
        if self._ended:
            return False
        piece = self._text.read(size)
        self._ended = not piece
        self._buffer = self._buffer[self._at :] + piece
        self._at = 0
        return bool(piece)
