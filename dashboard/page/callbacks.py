"""What Dash itself is asked for: the sheet of a selection."""

from __future__ import annotations

from dash import Dash, Input, Output, State
from dash.development.base_component import Component

from dashboard.page.details import Children, details, lost
from dashboard.page.nearby import nearby_section
from dashboard.page.route_details import route_details, routes_of, undrawn_routes
from dashboard.page.table import grid
from dashboard.served import Served
from dashboard.words import Words, words_of

ROUTE_PREFIX = "route:"


def register(app: Dash, served: Served) -> None:
    """Join the page's callback to an app."""

    @app.callback(
        Output("sheet-answer", "children"),
        Input("selected", "data"),
        State("language", "data"),
        prevent_initial_call=True,
    )
    def _sheet(selected: str | None, language: str) -> Children:
        return sheet_body(served, selected or "", words_of(language))

    @app.callback(
        Output("grid-answer", "children"),
        Input("table-wanted", "data"),
        State("language", "data"),
        prevent_initial_call=True,
    )
    def _grid(wanted: bool | None, language: str) -> Component | None:
        return grid(words_of(language).about(served.language)) if wanted else None


def warm_sheet(served: Served) -> None:
    """Load what the first sheet looks up (coasts, ports, seas, zones, corridors) by writing that of a record."""
    snapshot = served.snapshot
    placed = (id for id, place in zip(snapshot.ids, snapshot.places, strict=True) if place is not None)
    sheet_body(served, next(placed, ""), words_of("en"))


def sheet_body(served: Served, selected: str, words: Words) -> Children:
    """The body of the sheet for what is selected: a record's id, ``route:`` and a route's, or alone those not drawn."""
    if not selected:
        return []
    words = words.about(served.language)
    if selected == ROUTE_PREFIX:
        return undrawn_routes(served, words)
    if selected.startswith(ROUTE_PREFIX):
        id = selected.removeprefix(ROUTE_PREFIX)
        found = next((route for route in served.store.routes() if route.id == id), None)
        return lost(id, words) if found is None else route_details(found, served, words)
    record = served.store.incident(selected)
    if record is None:
        return lost(selected, words)
    routes = routes_of(record, served, words)
    beside = [*routes, *nearby_section(record, served, words)]
    own = served.store.address == "case"
    history = served.store.history(record.id)
    return details(record, served.snapshot.outlines, words, beside, own=own, zones=served.beside.zones, history=history)
