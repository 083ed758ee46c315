"""Reports from files: bytes to a :class:`~records.report.Report`, or one clear error."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from records.dates import Moment
from records.errors import RecordsError
from records.reading import refusals
from records.reading.formats import FORMATS, Extract, Format
from records.report import Report

LARGEST_BYTES = 50_000_000
"""Larger inputs are refused: no report in prose is that long."""
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Given:
    """What is said about a report beside its file; it goes before what the file says itself."""

    published: Moment | None = None
    timezone: str = "UTC"
    publisher: str = ""
    title: str = ""
    url: str = ""
    language: str = ""


def report_from_file(path: Path | str, given: Given | None = None) -> Report:
    """Read a report in prose (``.txt .md .html .eml .pdf``, or ``-`` for standard input).

    Raises :class:`RecordsError` where it is missing, not readable, empty, binary, damaged or larger than 50 MB.
    """
    given = given or Given()
    if str(path) == STANDARD_INPUT:
        return report_from_bytes(_read(sys.stdin.buffer, "standard input"), "standard input", given)
    path = Path(path)
    try:
        if path.is_dir():
            raise RecordsError(refusals.IS_FOLDER(), where=str(path), next=refusals.NAME_FILES())
        with path.open("rb") as file:
            data = _read(file, str(path))
    except FileNotFoundError as reason:
        raise RecordsError(refusals.REPORT_MISSING(), where=str(path), next=refusals.CHECK_ITS_NAME()) from reason
    except (OSError, ValueError) as reason:
        said = reason.strerror if isinstance(reason, OSError) and reason.strerror else str(reason)
        raise RecordsError(
            refusals.REPORT_NOT_READ(reason=said), where=str(path), next=refusals.CHECK_FILE()
        ) from reason
    return report_from_bytes(data, str(path), given, ending=path.suffix.lower())


def report_from_bytes(data: bytes, name: str, given: Given | None = None, *, ending: str = "") -> Report:
    """Read a report from bytes; without a known ending its format is told from its first bytes."""
    given = given or Given()
    if len(data) > LARGEST_BYTES:
        raise RecordsError(refusals.LARGER_THAN(most=LARGEST_BYTES // 1000000), where=name, next=refusals.GIVE_A_PART())
    if not data.strip():
        raise RecordsError(refusals.IS_EMPTY(), where=name, next=refusals.GIVE_REPORT())
    extract = _format(data, ending).extract(data, name)
    if not extract.text.strip() or not any(letter.isalpha() for letter in extract.text):
        raise RecordsError(refusals.NO_WORDS(), where=name, next=refusals.GIVE_REPORT())
    return _report(extract, name, given)


def _read(file: BinaryIO, name: str) -> bytes:
    data = file.read(LARGEST_BYTES + 1)
    if len(data) > LARGEST_BYTES:
        raise RecordsError(refusals.LARGER_THAN(most=LARGEST_BYTES // 1000000), where=name, next=refusals.GIVE_A_PART())
    return data


def _format(data: bytes, ending: str) -> Format:
    """The format by what the bytes are, else by the ending: a page saved as .txt is still a page."""
    for known in FORMATS:
        if known.recognised is not None and known.recognised(data):
            return known
    for known in FORMATS:
        if ending in known.endings and known.name in {"markdown", "text", "html", "pdf", "email"}:
            return known
    return FORMATS[-1]


def _report(extract: Extract, name: str, given: Given) -> Report:
    return Report(
        text=extract.text,
        name=Path(name).name if name != "standard input" else name,
        title=given.title or extract.title,
        publisher=given.publisher or extract.publisher,
        url=given.url or extract.url,
        published=given.published if given.published is not None else extract.published,
        language=given.language or extract.language,
        timezone=given.timezone,
    )
