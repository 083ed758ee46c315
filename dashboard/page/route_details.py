"""The sheet of a route: its words as documented, its source, how wide its corridor is and why, and what lies in it."""

from __future__ import annotations

from collections.abc import Callable

from dash import html
from dash.development.base_component import Component

from dashboard.page.details import Children, fact, sources
from dashboard.page.marks import mark_of
from dashboard.served import Served
from dashboard.words import Words
from dashboard.words.quantities import date_text, distance_text, percent_text
from geo.message import Message
from layers.along import Along, incidents_along, routes_along
from records.incident import Incident
from records.route import Route

Told = tuple[str, str, Incident | None]
"""What a row of a list selects, its name, and the record whose mark and date it shows."""
MOST_LISTED = 12
LARGEST_STORE = 20_000
"""Records beyond which no list of those along a route is made: each would have to be compared with it."""


def route_details(route: Route, served: Served, words: Words) -> Children:
    """The body of the sheet for a route."""
    rows: Children = []
    for key, said in (
        ("from", route.from_text),
        ("via", route.via_text),
        ("to", route.to_text),
        ("mode", route.mode.replace("_", " ")),
        ("commodity", route.commodity),
        ("period", route.period),
        ("share", route.share_text),
        ("confidence", route.confidence),
    ):
        if said:
            shown = said.replace(";", "; ") if words.own(said) == said else words.own(said)
            rows += fact(words(f"route.{key}"), html.Span(shown, **words.tongue(said)))
    rows += _width(route, words)
    for name, reason in undrawn(route):
        rows += fact(words("route.undrawn"), f"{words.place(words.own(name))}: " if name else "", words.said(reason))
    return [
        html.Div(
            [html.Span(className=f"sign {'migration' if route.kind == 'migration' else 'route'}"), _kind(route, words)],
            className="kicker",
        ),
        html.H2(route.name, **words.tongue()),
        html.P(words.own(route.summary), className="summary", **words.tongue(route.summary)),
        html.Dl(rows, className="facts"),
        *_incidents(route, served, words),
        *sources(route.sources, words),
    ]


def undrawn(route: Route) -> list[tuple[str, Message]]:
    """What of a route is not drawn, by its words (empty for the whole of it), with the reason."""
    if route.not_drawn_reason is not None:
        return [("", route.not_drawn_reason)]
    return [
        (point.text, reason)
        for point in route.waypoints
        if (reason := point.not_joined_reason or (point.not_located_reason if point.role != "via" else None))
    ]


def undrawn_routes(served: Served, words: Words) -> Children:
    """The body of the sheet that lists the routes that are not drawn, or not all of them."""
    rows: Children = [
        html.Li([_select(f"route:{route.id}", route.name, words), *(_reason(name, reason, words))])
        for route in served.store.routes()
        for name, reason in undrawn(route)
    ]
    return [html.H2(words("route.undrawn.title")), html.Ul(rows, className="listed reasons")]


def _reason(name: str, reason: Message, words: Words) -> Children:
    named = words.place(words.own(name))
    return [html.Span(f"{f'{named}: ' if name else ''}{words.said(reason)}", className="listed-note")]


def routes_of(record: Incident, served: Served, words: Words) -> Children:
    """The routes that a record's place fits, with the probability that it lies in their corridors."""
    found = routes_along(record, served.store, served.snapshot.outlines)
    return _listed(
        words("sheet.routes"), found, words, lambda along: (f"route:{along.route.id}", along.route.name, None)
    )


def _incidents(route: Route, served: Served, words: Words) -> Children:
    if not route.legs:
        return []
    if len(served.snapshot.ids) > LARGEST_STORE:
        return [html.H3(words("route.incidents")), html.P(words("route.incidents.many"), className="listed-note")]
    found = incidents_along(route, served.store, served.snapshot.outlines)
    return _listed(
        words("route.incidents"),
        found,
        words,
        lambda along: (along.incident.id, along.incident.title, along.incident),
    )


def _listed(title: str, found: list[Along], words: Words, told: Callable[[Along], Told]) -> Children:
    """What lies along, the most probable first; where it is more than is listed, how many."""
    if not found:
        return []
    rows: Children = []
    for along in found[:MOST_LISTED]:
        id, name, record = told(along)
        sign = [] if record is None else [mark_of(record)]
        note = percent_text(along.probability, words)
        note += "" if record is None else f" · {date_text(record, words)}"
        rows.append(html.Li([*sign, _select(id, name, words), html.Span(note, className="listed-note")]))
    more = len(found) - len(rows)
    if more:
        rows.append(html.Li(words("along.more", count=more), className="listed-note"))
    note = html.P(words("along.note"), className="listed-note")
    return [html.H3(title), html.Ul(rows, className="listed"), note]


def _select(id: str, name: str, words: Words) -> Component:
    return html.Button(name, type="button", className="listed-name", **{"data-select": id}, **words.tongue())


def _width(route: Route, words: Words) -> Children:
    """How well each end of the legs is known: what the corridor's width is made of."""
    ends: dict[str, float] = {}
    for leg in route.legs:
        for text, radius_m, branches in (
            (leg.origin, leg.radius_start_m, leg.branches_at_start),
            (leg.destination, leg.radius_end_m, leg.branches_at_end),
        ):
            if not branches:
                ends.setdefault(text, radius_m)
    if not ends:
        return []
    said = "; ".join(f"{text} ± {distance_text(radius_m, words)}" for text, radius_m in ends.items())
    return fact(words("route.width"), said, html.P(words("route.width.said"), className="listed-note"))


def _kind(route: Route, words: Words) -> html.Span:
    return html.Span(words("layer.migration" if route.kind == "migration" else "layer.routes"))
