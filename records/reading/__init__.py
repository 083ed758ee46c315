"""Reading reports in prose: from words to drafts, each value with the words that support it.

The walk: text → sentences → mentions of events (patterns) → events (what tells of one thing is one) → dates, places,
parties and numbers of each → drafts. Rules over expressions and small word lists, no models: what a draft says can
be traced to a line of a pattern file.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from geo.place import NotLocated, Place
from records.incident import Draft, Record
from records.reading.language import language_of
from records.reading.placing import Locate, Placer
from records.report import Report

LOCATING_CONTEXT = 20_000
"""How many characters of a report are given along with the words of a place: it keeps long texts linear."""


class Reading(Record):
    """A report and the drafts that were read from it."""

    report: Report
    drafts: tuple[Draft, ...]

    def to_json(self) -> dict[str, Any]:
        """As the JSON object that ``leadline read --json`` prints."""
        return {
            "report": self.report.model_dump(mode="json"),
            "drafts": [draft.to_json() for draft in self.drafts],
        }


def read(report: Report, *, context: Sequence[str] = (), locate: Locate | None = None) -> Reading:
    """Read a report into drafts.

    ``context`` are names of seas or places that come with the report and are used where it names none. ``locate``
    turns words into a place; left out, it is :func:`geo.locate` with the report as its context.
    """
    from records.reading.drafts import drafts
    from records.reading.scan import Scan
    from records.reading.words import LANGUAGES

    language = language_of(report.text, LANGUAGES, report.language)
    scan = Scan(report.model_copy(update={"language": report.language or language.code}), language)
    placer = Placer(scan, locate or _in_context(report, context), tuple(context))
    return Reading(report=scan.report, drafts=drafts(scan, placer))


def _in_context(report: Report, context: Sequence[str]) -> Locate:
    from geo import Context, locate

    around = Context(report_text="\n".join([*context, report.text[:LOCATING_CONTEXT]]))

    def in_report(words: str) -> Place | NotLocated:
        return locate(words, around)

    return in_report
