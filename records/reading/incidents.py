"""Drafts kept as records of a store."""

from __future__ import annotations

import hashlib

from records.dates import format_moment
from records.incident import Facts, Incident, Source
from records.reading import Reading

SOURCE = "read"
"""The first part of the ids of records that were read from reports."""


def incidents_of(reading: Reading) -> tuple[Incident, ...]:
    """The drafts of a reading as records: one source, the report, with the quotes of each.

    The same draft of the same report always has the same id, so that reading it twice adds nothing.
    """
    report = reading.report
    text = hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()
    found = []
    seen: dict[str, int] = {}
    for draft in reading.drafts:
        where = ",".join(f"{quote.start}-{quote.end}" for quote in draft.quotes)
        key = hashlib.sha256(f"{text}:{draft.event_type}:{draft.title}:{where}".encode()).hexdigest()[:16]
        seen[key] = seen.get(key, 0) + 1
        source_id = key if seen[key] == 1 else f"{key}-{seen[key]}"
        source = Source(
            publisher=report.publisher,
            title=report.title or report.name,
            url=report.url,
            published="" if report.published is None else format_moment(report.published),
            language=report.language,
            quotes=draft.quotes,
        )
        facts = {name: getattr(draft, name) for name in Facts.model_fields}
        claims = tuple(claim.model_copy(update={"source": 0}) for claim in draft.claims)
        facts.update(claims=claims, notes=_notes(draft.notes, str(draft.date_note) if draft.date_note else ""))
        found.append(Incident(**facts, id=f"{SOURCE}:{source_id}", source_id=source_id, sources=(source,)))
    return tuple(found)


def _notes(*parts: str) -> str:
    return "; ".join(part for part in parts if part)
