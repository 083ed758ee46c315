"""A file as it came: whether it can be read, what kind it is, and in which encoding its text stands."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TextIO

from geo.message import Message
from records.errors import RecordsError
from records.readers import advice, refusals
from records.readers.row import NotOfKindError

HEAD = 65_536
_MISFITS = re.compile("[\udc80-\udcff]")
_NO_TEXT = re.compile("[\x00\udc80-\udcff]")
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1a\x1b\x1e")
"""Bytes that hardly stand in text; a share of them tells a binary file."""
_CONTROL_CHARACTERS = re.compile("[\x00-\x08\x0e-\x19\x1c\x1d\x1f]")
BINARY_SHARE = 0.02
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
CHUNK = 1 << 20

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"SQLite format 3\x00", "sqlite"),
    (b"PK\x03\x04", "zip"),
    (b"fgb\x03", "fgb"),
    (b"PAR1", "parquet"),
    (b"\x00\x00\x27\x0a", "shp"),
)
_NO_TABLES: tuple[tuple[bytes, Message, Message], ...] = (
    (b"%PDF", refusals.IS_PDF(), advice.READ_OR_CSV()),
    (b"\x89PNG", refusals.IS_PICTURE(kind="PNG"), advice.GIVE_TABLE_SHOWN()),
    (b"\xff\xd8\xff", refusals.IS_PICTURE(kind="JPEG"), advice.GIVE_TABLE_SHOWN()),
    (b"GIF8", refusals.IS_PICTURE(kind="GIF"), advice.GIVE_TABLE_SHOWN()),
    (b"\xd0\xcf\x11\xe0", refusals.IS_OLD_WORKBOOK(), advice.SAVE_AS_XLSX()),
    (b"\x1f\x8b", refusals.IS_COMPRESSED(kind="gzip"), advice.UNPACK_FIRST()),
    (b"7z\xbc\xaf", refusals.IS_COMPRESSED(kind="7z"), advice.UNPACK_FIRST()),
    (b"BZh", refusals.IS_COMPRESSED(kind="bzip2"), advice.UNPACK_FIRST()),
    (b"Rar!", refusals.IS_COMPRESSED(kind="RAR"), advice.UNPACK_FIRST()),
)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True)
class SourceFile:
    """A file that exists, can be read and is not empty; ``name`` is what a person calls it."""

    path: Path
    name: str
    wanted_encoding: str = ""

    @classmethod
    def open(cls, path: Path, name: str = "", encoding: str = "") -> SourceFile:
        """Look at a file; raises :class:`RecordsError` where it is missing, unreadable, empty or no table."""
        name = name or str(path)
        file = cls(path, name, encoding)
        if path.is_dir():
            raise RecordsError(refusals.FOLDER(), where=name, next=advice.NAME_FILES_IN_IT())
        try:
            head = file.head
        except FileNotFoundError as reason:
            raise RecordsError(refusals.NO_SUCH_FILE(), where=name, next=advice.CHECK_NAME()) from reason
        except OSError as reason:
            raise RecordsError(
                refusals.FILE_NOT_READ(reason=str(reason.strerror)), where=name, next=advice.CHECK_PERMISSIONS()
            ) from reason
        if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
            raise RecordsError(refusals.EMPTY_FILE(), where=name, next=advice.CHECK_SAVED())
        for signature, what, then in _NO_TABLES:
            if head.startswith(signature):
                raise RecordsError(what, where=name, next=then)
        if encoding:
            _known_encoding(encoding, name)
        return file

    @cached_property
    def head(self) -> bytes:
        """The first bytes."""
        with self.path.open("rb") as file:
            return file.read(HEAD)

    @cached_property
    def signature(self) -> str:
        """What the first bytes tell: ``sqlite``, ``zip``, ``fgb``, ``parquet``, ``shp``, or nothing for text."""
        return next((kind for start, kind in _SIGNATURES if self.head.startswith(start)), "")

    @cached_property
    def encoding(self) -> str:
        """The encoding of its text: as asked for, by its mark, UTF-8 where all of it is, else CP1252.

        Raises :class:`RecordsError` where the file is no text.
        """
        if self.wanted_encoding:
            return self.wanted_encoding
        for mark, name in _MARKS:
            if self.head.startswith(mark):
                return name
        controls = len(self.head) - len(self.head.translate(None, _CONTROLS))
        if controls > 4 and controls > BINARY_SHARE * len(self.head):
            return self._without_mark()
        wrong, right = self._utf8_faults()
        # Text in CP1252 hardly ever looks like UTF-8 by chance: wrong bytes among right ones are damage, and their
        # rows are refused.
        return "utf-8" if wrong == 0 or right >= wrong else "cp1252"

    def _without_mark(self) -> str:
        even, odd = self.head[0::2].count(0), self.head[1::2].count(0)
        half = len(self.head) // 2
        found = ""
        if odd > 0.4 * half and even < 0.1 * half:
            found = "utf-16-le"
        if even > 0.4 * half and odd < 0.1 * half:
            found = "utf-16-be"
        if found and not _CONTROL_CHARACTERS.search(self.head.decode(found, "replace")):
            return found
        raise RecordsError(refusals.BINARY(), where=self.name, next=advice.SAVE_AS_TABLE())

    def _utf8_faults(self) -> tuple[int, int]:
        """How many bytes are no UTF-8, and how many characters beyond ASCII are."""
        decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        wrong = right = 0
        with self.path.open("rb") as file:
            while chunk := file.read(CHUNK):
                if chunk.isascii():
                    continue
                text = decoder.decode(chunk)
                misfits = len(_MISFITS.findall(text))
                wrong += misfits
                right += len(_BEYOND_ASCII.findall(text)) - misfits
        return wrong, right

    @property
    def encoding_shown(self) -> str:
        """The encoding as people write it."""
        return self.encoding.upper().replace("UTF-8-SIG", "UTF-8 (BOM)")

    @contextmanager
    def text(self) -> Iterator[TextIO]:
        """Its text, line ends kept; bytes that do not fit the encoding come as lone surrogates."""
        errors = "surrogateescape" if "16" not in self.encoding and "32" not in self.encoding else "replace"
        with self.path.open("rb") as raw, io.TextIOWrapper(raw, self.encoding, errors, newline="") as text:
            try:
                yield text
            except UnicodeError as reason:
                raise RecordsError(
                    refusals.TEXT_NOT_IN(encoding=self.encoding, reason=str(reason)),
                    where=self.name,
                    next=advice.NAME_ENCODING(),
                ) from reason

    @cached_property
    def opening(self) -> str:
        """The first characters of its text, without blanks before them."""
        with self.text() as text:
            return text.read(HEAD).lstrip("\ufeff \t\r\n")


def damaged(text: str) -> bool:
    """Whether text holds bytes that did not fit its encoding, or NUL, which no text holds."""
    return (not text.isascii() or "\x00" in text) and _NO_TEXT.search(text) is not None


def mended(text: str) -> str:
    """Text whose misfit bytes are shown as the replacement character, so that it can be written."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _known_encoding(encoding: str, name: str) -> None:
    try:
        "".encode(encoding)
    except (LookupError, UnicodeError) as reason:
        raise NotOfKindError(
            refusals.NO_ENCODING(encoding=encoding), where=name, next=advice.NAME_ENCODING_SUCH_AS()
        ) from reason
