"""A report that was brought to the page: its text, its drafts, and the records that a person makes of them."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Annotated, Any
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dashboard.intake_rooms import IntakeError, Kind, Room
from records.errors import RecordsError
from records.incident import Draft, Incident, MomentField, Quote
from records.readers import Options, open_reading
from records.readers.routes import open_routes
from records.reading import Reading, read
from records.reading.files import Given as GivenToFile
from records.reading.files import report_from_bytes
from records.reading.formats import FORMATS
from records.reading.incidents import SOURCE, incidents_of
from records.report import Report

LONGEST_REPORT = 400_000
"""Code points of a report that is read for the page; longer ones are for the command line."""
MOST_DRAFTS = 2_000
ENDINGS = frozenset(ending for form in FORMATS for ending in form.endings if ending)
"""The endings of reports in prose; everything else is looked at as a table first."""
_ID = re.compile(r"^[0-9a-f]{16}(-\d+)?$")
EDITED = "edited by a person: "


class Given(BaseModel):
    """What a person says about a report; empty means that the report's own word counts."""

    model_config = ConfigDict(extra="forbid")

    published: MomentField = None
    timezone: str = "UTC"
    publisher: str = ""
    title: str = ""
    url: str = ""
    language: str = ""
    context: str = ""


class AcceptedDraft(BaseModel):
    """A draft as a person left it: under the id that it was shown with, and which fields the person changed."""

    model_config = ConfigDict(extra="forbid")

    id: str
    draft: dict[str, Any]
    edited: list[str] = []


class Accepted(BaseModel):
    """Drafts of one report that a person accepted; ``store``: into the store that is served."""

    model_config = ConfigDict(extra="forbid")

    report: Report
    drafts: Annotated[list[AcceptedDraft], Field(max_length=MOST_DRAFTS)]
    store: bool = False


def kind_of(room: Room) -> Kind:
    """Whether a file is a report or a table: by its ending where that tells, else by whether it reads as a table."""
    if room.ending in ENDINGS:
        return "report"
    try:
        if open_routes(room.file, Options(), name=room.name) is None:
            open_reading(room.file, Options(), name=room.name)
    except RecordsError:
        if room.ending:
            return "table"  # so that its reader says what is wrong with it
        return "report"
    return "table"


def read_report(room: Room) -> dict[str, Any]:
    """Open the report of a room and keep it there; answers what it says of itself."""
    report = report_from_bytes(room.file.read_bytes(), room.name, ending=room.ending)
    if len(report.text) > LONGEST_REPORT:
        raise IntakeError("add.error.too_long", 413, count=f"{len(report.text):,}", most=f"{LONGEST_REPORT:,}")
    room.report = report
    told = report.model_dump(mode="json", exclude={"text"})
    return {**told, "words": len(report.text.split()), "opening": report.text[:300]}


def read_again(room: Room, given: Given) -> Reading:
    """Read the report of a room into drafts, with what a person said of it."""
    if room.report is None:
        raise IntakeError("add.error.gone", 404)
    if given.timezone not in available_timezones():
        raise IntakeError("add.error.wrong", 422, what=f"'{given.timezone}'")
    said = GivenToFile(
        given.published, given.timezone, given.publisher.strip(), given.title.strip(), given.url.strip(), given.language
    )
    said_fields = {each.name: getattr(said, each.name) for each in fields(said)}
    report = room.report.model_copy(update={name: value for name, value in said_fields.items() if value})
    context = tuple(name.strip() for name in given.context.split(";") if name.strip())
    return read(report, context=context)


def records_of(accepted: Accepted) -> tuple[Incident, ...]:
    """Accepted drafts as records, under the ids that they were shown with.

    What a person changed is not what the report says: its words no longer stand for those fields, and the record says
    that they were edited. Raises :class:`IntakeError` where a quote is not in the report.
    """
    drafts = tuple(_checked(each, accepted.report) for each in accepted.drafts)
    made = incidents_of(Reading(report=accepted.report, drafts=drafts))
    return tuple(_under_its_id(record, each.id) for record, each in zip(made, accepted.drafts, strict=True))


def _checked(accepted: AcceptedDraft, report: Report) -> Draft:
    draft, edited = _draft(accepted.draft), set(accepted.edited) & set(Draft.model_fields)
    for quote in draft.quotes:
        if report.text[quote.start : quote.end] != quote.text:
            raise IntakeError("add.error.wrong", 422, what=f"quotes {quote.start}–{quote.end}")
    if not edited:
        return draft
    note = EDITED + ", ".join(sorted(edited))
    quotes = tuple(_without(quote, edited) for quote in draft.quotes)
    notes = "; ".join(part for part in (draft.notes, note) if part)
    return draft.model_copy(update={"quotes": quotes, "notes": notes})


def _draft(value: dict[str, Any]) -> Draft:
    try:
        return Draft.from_json(value)
    except ValidationError as reason:
        first = reason.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        said = first["msg"].removeprefix("Value error, ")
        raise IntakeError("add.error.wrong", 422, what=f"{where}: {said}" if where else said) from reason


def _without(quote: Quote, edited: set[str]) -> Quote:
    return quote.model_copy(update={"supports": tuple(name for name in quote.supports if name not in edited)})


def _under_its_id(record: Incident, id: str) -> Incident:
    source, _, source_id = id.partition(":")
    if source != SOURCE or not _ID.match(source_id):
        return record
    return record.model_copy(update={"id": id, "source_id": source_id})
