"""The sheet of a route: its words as documented, its source, and why its corridor is as wide as it is."""

from __future__ import annotations

from dash import html

from dashboard.page.details import Children, fact, sources
from dashboard.words import Words
from records.route import Route


def route_details(route: Route, words: Words) -> Children:
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
            rows += fact(words(f"route.{key}"), said.replace(";", "; "))
    if route.legs:
        rows += fact(words("route.width"), words("route.width.said"))
    if route.not_drawn_reason is not None:
        rows += fact(words("sheet.not_placed"), words.said(route.not_drawn_reason))
    return [
        html.Div(
            [html.Span(className=f"sign {'migration' if route.kind == 'migration' else 'route'}"), _kind(route, words)],
            className="kicker",
        ),
        html.H2(route.name),
        html.P(route.summary, className="summary"),
        html.Dl(rows, className="facts"),
        *sources(route.sources, words),
    ]


def _kind(route: Route, words: Words) -> html.Span:
    return html.Span(words("layer.migration" if route.kind == "migration" else "layer.routes"))
