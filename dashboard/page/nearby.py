"""The part of the sheet that tells what is near a record: seas, port, coast, and what else happened here."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.page.details import Children, fact
from dashboard.page.marks import mark_of
from dashboard.served import Served
from dashboard.words import Words
from dashboard.words.quantities import date_text, number_text, percent_text
from geo.disputed import CONTESTED_ISLETS
from geo.geodesy import M_PER_NMI
from layers.nearby import Asked, Nearby, Nearest, NearIncident, nearby
from records.incident import Incident

MOST_LISTED = 12
MOST_SEAS = 3


def nearby_section(record: Incident, served: Served, words: Words) -> Children:
    """What is near a record, folded until somebody asks; nothing for a record without a place."""
    if record.place is None:
        return []
    asked = Asked(record.place, start=record.date_start, end=record.date_end, itself=record.id)
    found = nearby(asked, served.store, served.snapshot)
    count = len(found.incidents)
    summary = html.Summary([html.Span(words("nearby.title")), html.Span(str(count), className="count")])
    return [
        html.Details(
            [
                summary,
                html.Dl(
                    [
                        *fact(
                            words("nearby.in"),
                            ", ".join(map(words.place, found.seas[:MOST_SEAS])) or words("nearby.no_sea"),
                        ),
                        *fact(words("nearby.port"), _nearest(found.port, found.port.name, words)),
                        *fact(words("nearby.coast"), _nearest(found.coast, _coast(found.coast, words), words)),
                    ],
                    className="facts",
                ),
                *_incidents(found, served, words),
            ],
            className="nearby",
        )
    ]


def _incidents(found: Nearby, served: Served, words: Words) -> Children:
    asked = found.asked
    within = number_text(asked.within_nmi, words)
    limits = {"nmi": within, "days": number_text(asked.days, words)}
    title = words("nearby.incidents" if asked.span is not None else "nearby.incidents.any_time", **limits)
    rows: Children = [_row(one, served, words) for one in found.incidents[:MOST_LISTED]]
    more = len(found.incidents) - len(rows)
    for count, key in ((more, "along.more"), (found.less_probable, "nearby.less"), (found.undated, "nearby.undated")):
        if count > 0:
            rows.append(html.Li(words(key, count=count), className="listed-note"))
    if not found.incidents:
        rows.insert(0, html.Li(words("nearby.none"), className="listed-note"))
    note = html.P(words("nearby.note", nmi=within), className="listed-note")
    return [html.H3(title), html.Ul(rows, className="listed"), *([note] if found.incidents else [])]


def _row(one: NearIncident, served: Served, words: Words) -> Component:
    record = served.store.incident(one.id)
    sign: Children = [] if record is None else [mark_of(record)]
    said = [
        percent_text(one.probability, words),
        _apart(one, words),
        "" if record is None else date_text(record, words),
    ]
    tongue = words.tongue() if one.title else {}
    name = html.Button(one.title or one.id, type="button", className="listed-name", **{"data-select": one.id}, **tongue)
    return html.Li([*sign, name, html.Span(" · ".join(part for part in said if part), className="listed-note")])


def _apart(one: NearIncident, words: Words) -> str:
    if one.same_place:
        return words("nearby.same_place")
    return f"{_range(one.nearest_nmi, one.farthest_nmi, words)} {words('unit.nmi')}"


def _coast(one: Nearest, words: Words) -> str:
    return words.place(one.name) if one.country else words.said(CONTESTED_ISLETS())


def _nearest(one: Nearest, name: str, words: Words) -> str:
    nmi = f"{_range(one.low_m / M_PER_NMI, one.high_m / M_PER_NMI, words)} {words('unit.nmi')}"
    km = f"{_range(one.low_m / 1000, one.high_m / 1000, words)} {words('unit.km')}"
    if one.probability >= 0.995:
        return f"{name}, {nmi} ({km})"
    return words("nearby.others", name=name, share=percent_text(one.probability, words), distance=f"{nmi} ({km})")


def _range(low: float, high: float, words: Words) -> str:
    digits = 0 if high >= 10 else 1
    least, most = (number_text(round(value, digits), words) for value in (low, high))
    return least if least == most else f"{least}–{most}"
