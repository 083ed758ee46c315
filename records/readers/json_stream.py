"""JSON as a stream of values with their lines: a list of any length is read element by element.

Tolerates what one sees: a comma after the last element of a list or an object. Numbers with decimals come as
:class:`~decimal.Decimal`, just as they were written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TextIO

from geo.message import Message
from records.errors import RecordsError
from records.readers import advice, refusals

_DECODER = json.JSONDecoder(parse_float=Decimal)
_CHUNK = 1 << 20
_BLANKS = " \t\r\n\ufeff"
MENDED = 1_000
"""Commas too many in one value that are passed over; more of them tell another kind of text."""


def decode(text: str, at: int = 0) -> tuple[Any, int, list[int]]:
    """A value, where it ends, and where commas too many stood in it, which are passed over.

    Raises ``json.JSONDecodeError`` for other faults, ``RecursionError`` for what is nested too deeply.
    """
    commas: list[int] = []
    while True:
        try:
            return *_DECODER.raw_decode(text, at), commas
        except json.JSONDecodeError as reason:
            comma = _comma_too_many(text, reason.pos, at)
            if comma is None or len(commas) == MENDED:
                raise
            commas.append(comma)
            text = f"{text[:comma]} {text[comma + 1 :]}"


def decode_line(text: str) -> tuple[Any, int]:
    """The one value of a text, and how many commas too many were passed over. Raises as :func:`decode`."""
    value, end, commas = decode(text, len(text) - len(text.lstrip(_BLANKS)))
    if text[end:].strip(_BLANKS):
        raise json.JSONDecodeError("Extra data", text, end)
    return value, len(commas)


def _comma_too_many(text: str, fault: int, start: int) -> int | None:
    """Where a comma stands before the bracket at which the decoder stopped; it never stops inside a string for that."""
    comma, bracket = fault, fault
    if text[fault : fault + 1] == ",":
        bracket = len(text) - len(text[fault + 1 :].lstrip(_BLANKS))
    else:
        comma = start + len(text[start:fault].rstrip(_BLANKS)) - 1
    before = text[start : max(comma, start)].rstrip(_BLANKS)[-1:]
    mended = text[comma : comma + 1] == "," and text[bracket : bracket + 1] in ("}", "]")
    return comma if mended and before not in ("", "[", "{", ",", ":") else None


class BrokenJsonError(RecordsError):
    """A text is no JSON from some line on."""

    def __init__(self, what: Message, line: int) -> None:
        super().__init__(what, next=advice.CORRECT_LINE_OR_FILE())
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
            other = refusals.CHARACTER_EXPECTED(expected=expected, found=found)
            raise BrokenJsonError(other if found else refusals.FILE_ENDS(expected=expected), self.line)
        self._at += 1

    def value(self) -> Any:
        """The next value, passed; raises :class:`BrokenJsonError`."""
        self.peek()
        wanted = _CHUNK
        while True:
            try:
                value, end, commas = decode(self._buffer, self._at)
            except json.JSONDecodeError as reason:
                if self._more(wanted):
                    wanted *= 2
                    continue
                line = self.line + self._buffer.count("\n", self._at, reason.pos)
                raise BrokenJsonError(refusals.NO_JSON(reason=reason.msg), line) from reason
            except RecursionError as reason:
                raise BrokenJsonError(refusals.JSON_TOO_DEEP(), self.line) from reason
            if end == len(self._buffer) and self._more(wanted):
                wanted *= 2
                continue
            self.trailing_commas += [self.line + self._buffer.count("\n", self._at, comma) for comma in commas]
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
                raise BrokenJsonError(refusals.KEY_NO_TEXT(), self.line)
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
