"""The foot of the sheet: how a record was corrected, how it is cited, its id and its permanent link."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.words import Words
from dashboard.words.quantities import published_text
from records.changes import Change, Correction, corrections
from records.incident import Incident

Children = list[Component | str]
LONGEST_VALUE = 120
ROOMS = {
    "event_type": "type",
    "claim_status": "claim.short",
    "disputed_on": "disputed",
    "geo_precision": "precision.short",
}
"""Fields whose values are words of the vocabulary → where the page's words for them stand."""


def record_foot(record: Incident, history: Iterable[Incident], words: Words) -> Children:
    """Versions, where the record was corrected; how to cite it; its id and link."""
    return [*_versions(corrections(history), words), _cite(record, words), _link(record, words)]


def _versions(told: tuple[Correction, ...], words: Words) -> Children:
    if not told:
        return []
    summary = html.Summary([html.Span(words("versions.title")), html.Span(str(len(told) + 1), className="count")])
    items = [html.Li(_correction(one, words)) for one in reversed(told)]
    return [html.Details([summary, html.Ol(items, className="versions", reversed=True)], className="nearby")]


def _correction(one: Correction, words: Words) -> Children:
    version = one.version
    when = published_text(str(version.written), words) if version.written is not None else ""
    head = ", ".join(part for part in (when, version.author, version.note) if part)
    name = words("versions.version", number=version.number)
    said: Children = [html.Span(f"{name} · {head}" if head else name)]
    rows = [html.Li(_change(change, words)) for change in one.changes]
    return [*said, html.Ul(rows)] if rows else said


def _change(change: Change, words: Words) -> str:
    before, after = (_value(change.field, value, words) for value in (change.before, change.after))
    return words("versions.change", field=words.named("field", change.field), before=before, after=after)


def _value(field: str, value: Any, words: Words) -> str:
    if value in (None, "", []):
        return words("sheet.not_stated")
    if field in ROOMS and isinstance(value, str):
        return words.named(ROOMS[field], value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"


def _cite(record: Incident, words: Words) -> Component:
    """Folded; the browser asks for the text when it is opened, for it holds the page's own address."""
    return html.Details(
        [
            html.Summary(html.Span(words("cite.title"))),
            html.P(id="cite-text", className="cite-text", tabIndex=0),
            html.Div(
                [
                    html.Button(words("cite.copy"), type="button", className="button", id="cite-copy"),
                    html.A("BibTeX", href="", className="button", **{"data-cite": "bibtex"}),
                    html.A("CSL-JSON", href="", className="button", **{"data-cite": "csl"}),
                ],
                className="cite-buttons",
            ),
        ],
        id="cite",
        className="nearby",
        **{"data-id": record.id},
    )


def _link(record: Incident, words: Words) -> Component:
    return html.P(
        [
            html.Span(f"{words('sheet.id')} "),
            html.Code(record.id),
            html.A(words("sheet.link"), href="", id="permalink", **{"data-permalink": record.id}),
        ],
        className="foot",
    )
