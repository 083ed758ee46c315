"""PDF: the text layer of the pages."""

from __future__ import annotations

import io
import logging
import re

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from records.errors import RecordsError
from records.reading import refusals
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
            raise RecordsError(refusals.PDF_LOCKED(), where=name, next=refusals.SAVE_WITHOUT())
        pages = len(reader.pages)
        if pages > MOST_PAGES:
            raise RecordsError(
                refusals.PDF_TOO_LONG(pages=pages, most=MOST_PAGES), where=name, next=refusals.GIVE_A_PART()
            )
        text = "\n".join(page.extract_text() for page in reader.pages)
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except _DAMAGED as reason:
        raise RecordsError(refusals.PDF_DAMAGED(), where=name, next=refusals.SAVE_WORDS()) from reason
    if not text.strip():
        raise RecordsError(
            refusals.PDF_PICTURES(),
            where=name,
            next=refusals.RECOGNISE_TEXT(),
        )
    return Extract(_HYPHEN.sub("", text), title=title)
