"""Plain text in UTF-8, UTF-16 or CP1252."""

from __future__ import annotations

import codecs
import re

from records.errors import RecordsError
from records.reading import refusals
from records.reading.formats.extract import Extract

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
LOOKED_AT = 65_536
MOST_CONTROLS = 0.02
"""A larger share of control characters is no text."""


def extract(data: bytes, name: str) -> Extract:
    """Read plain text."""
    return Extract(decode(data, name))


def decode(data: bytes, name: str, stated: str = "") -> str:
    """Bytes to text: by their byte order mark, the stated encoding, as UTF-8, or as CP1252.

    Raises :class:`RecordsError` for bytes that are no text or not of one encoding.
    """
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), stated or _guessed(data, name))
    try:
        text = data.decode(encoding)
    except LookupError as reason:
        raise RecordsError(
            refusals.ENCODING_UNKNOWN(encoding=encoding), where=name, next=refusals.SAVE_AS_UTF8()
        ) from reason
    except UnicodeDecodeError as reason:
        raise RecordsError(
            refusals.BYTE_NO_TEXT(number=reason.start + 1, encoding=encoding.upper()),
            where=name,
            next=refusals.SAVE_AS_UTF8(),
        ) from reason
    if len(_CONTROL.findall(text[:LOOKED_AT])) > MOST_CONTROLS * min(len(text), LOOKED_AT):
        raise RecordsError(refusals.BINARY_DATA(), where=name, next=refusals.GIVE_REPORT_FILE())
    return text


def _guessed(data: bytes, name: str) -> str:
    head = data[:LOOKED_AT]
    zeros = head.count(0)
    if zeros > 0.2 * len(head):
        at_odd = head[1::2].count(0)
        if at_odd > 0.8 * zeros or at_odd < 0.2 * zeros:
            return "utf-16-le" if at_odd > 0.8 * zeros else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as reason:
        if _MULTIBYTE.search(data[: reason.start]):
            # Letters in UTF-8 came before: the file is UTF-8 and damaged, and reading it otherwise would garble it.
            raise RecordsError(
                refusals.BYTE_NO_UTF8(number=reason.start + 1), where=name, next=refusals.SAVE_AS_UTF8()
            ) from reason
        return "cp1252"
    return "utf-8"
