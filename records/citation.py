"""How a record is cited: as a line of text, as BibTeX, and as CSL-JSON (the Citation Style Language's items).

The record itself is cited as a data set's entry with the address that shows it; its sources are cited as the pages
that they are. Nothing is cited that the record does not hold: an author is named only where a publisher is.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from geo.message import Message, Wording
from records.incident import Incident, Source

PUBLISHER = "Leadline"
CITED = Wording(
    "cited",
    "{publisher}, “{title}”, in: {collection}, record {id}, version {version}, {url} (accessed {day}).",
)
CITED_SOURCES = Wording("cited_sources", "Sources: {sources}.")
WORDINGS = (CITED, CITED_SOURCES)
"""All of them, so that translations can be checked for completeness."""
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A record to be cited: the collection that it stands in, its permanent address, and the day it was looked at."""

    record: Incident
    collection: str
    url: str
    accessed: date

    @property
    def version(self) -> int:
        """The number of the record's version; 1 where it was never corrected."""
        return self.record.versions[-1].number if self.record.versions else 1

    def said(self) -> tuple[Message, ...]:
        """The citation as messages: the record, then its sources where it has any."""
        record = CITED(
            publisher=PUBLISHER,
            title=self._title,
            collection=self.collection,
            id=self.record.id,
            version=self.version,
            url=self.url,
            day=self.accessed.isoformat(),
        )
        named = [_source_text(source) for source in self.record.sources]
        return (record, CITED_SOURCES(sources="; ".join(named))) if named else (record,)

    def text(self) -> str:
        """The citation as one line, with the sources after it."""
        return " ".join(map(str, self.said()))

    def csl(self) -> list[dict[str, Any]]:
        """CSL-JSON items: the record first, then each source."""
        return [self._csl_record(), *(_csl_source(self.record, n, one) for n, one in enumerate(self.record.sources, 1))]

    def csl_text(self) -> str:
        """CSL-JSON as text."""
        return json.dumps(self.csl(), ensure_ascii=False, indent=2) + "\n"

    def bibtex(self) -> str:
        """BibTeX entries: the record first, then each source."""
        return "\n".join(_bibtex(item) for item in self.csl())

    @property
    def _title(self) -> str:
        return self.record.title or f"{self.record.event_type.replace('_', ' ')}, {self.record.date_edtf or 'no date'}"

    def _csl_record(self) -> dict[str, Any]:
        item: dict[str, Any] = {
            "id": _key(self.record.id),
            "type": "dataset",
            "title": self._title,
            "container-title": self.collection,
            "publisher": PUBLISHER,
            "number": self.record.id,
            "version": str(self.version),
            "URL": self.url,
            "accessed": _parts(self.accessed.isoformat()),
        }
        if self.record.date_edtf:
            item["event-date"] = {"raw": self.record.date_edtf}
        return item


def _source_text(source: Source) -> str:
    titled = source.title and source.title.casefold() != source.publisher.casefold()
    parts = [source.publisher, f"“{source.title}”" if titled else "", source.published]
    if source.link and source.url:
        parts.append(source.url)
    return ", ".join(part for part in parts if part)


def _csl_source(record: Incident, number: int, source: Source) -> dict[str, Any]:
    item: dict[str, Any] = {"id": f"{_key(record.id)}-source-{number}", "type": "webpage"}
    told = {"title": source.title, "publisher": source.publisher, "language": source.language}
    item |= {name: value for name, value in told.items() if value}
    if source.link and source.url:
        item["URL"] = source.url
    if source.archived_url:
        item["archive_location"] = source.archived_url
    for name, day in (("issued", source.published), ("accessed", source.accessed)):
        if day:
            item[name] = _parts(day)
    return item


def _parts(day: str) -> dict[str, Any]:
    """A date as CSL writes it; one that is not written as ISO 8601 stays as it is."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", day)
    if not found:
        return {"raw": day}
    return {"date-parts": [[int(part) for part in found.groups() if part]]}


def _key(id: str) -> str:
    """An id as a BibTeX key: letters, digits, and hyphens."""
    return "leadline-" + re.sub(r"[^A-Za-z0-9]+", "-", id).strip("-")


def _bibtex(item: dict[str, Any]) -> str:
    """An entry of a CSL item; text is data, so what TeX would take for a command is written as its sign."""
    day = (item.get("issued") or {}).get("date-parts", [[]])[0]
    fields = {
        "title": _tex(item.get("title", "")),
        "organization": _tex(item.get("publisher", "")),
        "howpublished": _tex(item.get("container-title", "")),
        "year": str(day[0]) if day else "",
        "number": _tex(item.get("number", "")),
        "version": item.get("version", ""),
        "url": _url(item.get("URL", "")),
        "urldate": _iso(item.get("accessed")),
        "date": _iso(item.get("issued")),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{item['id']},", *lines, "}", ""])


def _iso(told: dict[str, Any] | None) -> str:
    parts = (told or {}).get("date-parts", [[]])[0]
    return "-".join(f"{part:02d}" for part in parts)


def _tex(text: str) -> str:
    return " ".join("".join(_TEX.get(sign, sign) for sign in text).split())


def _url(text: str) -> str:
    """An address as BibTeX's ``url`` takes it: no braces, no breaks."""
    return re.sub(r"[{}\\\s]", lambda found: f"%{ord(found.group()):02X}", text)
