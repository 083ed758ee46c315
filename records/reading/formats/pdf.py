"""PDF: the text layer of the pages."""

from __future__ import annotations

import io
import logging
import re

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from records.errors import RecordsError
from records.reading.formats.extract import Extract

MOST_PAGES = 2_000
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])")
# What pypdf raises on damaged files beside its own errors.
_DAMAGED = (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OSError)

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def is_pdf(head: bytes) -> bool:
    """Whether the first bytes are those of a PDF."""
    return b"%PDF-" in head[:1024]


def extract(data: bytes, name: str) -> Extract:
    """Read the words of a PDF. Raises :class:`RecordsError` where it is damaged, locked or a mere picture."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise RecordsError("the PDF is locked with a password", where=name, next="save it without, or as .txt")
        pages = len(reader.pages)
        if pages > MOST_PAGES:
            raise RecordsError(
                f"the PDF has {pages} pages, more than {MOST_PAGES}", where=name, next="give a part of it"
            )
        text = "\n".join(page.extract_text() for page in reader.pages)
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except _DAMAGED as reason:
        raise RecordsError("the PDF is damaged", where=name, next="save the words as .txt") from reason
    if not text.strip():
        raise RecordsError(
            "the PDF holds no text, only pictures",
            where=name,
            next="run text recognition on it, or save the words as .txt",
        )
    return Extract(_HYPHEN.sub("", text), title=title)
