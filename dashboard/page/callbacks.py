"""What Dash itself is asked for: the sheet of a selection, and the rows of the table."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State

from dashboard.page.details import Children, details, lost
from dashboard.page.route_details import route_details, routes_of, undrawn_routes
from dashboard.page.table import MAX_ROWS, Row, rows_of
from dashboard.served import Served
from dashboard.words import Words, words_of
from records.filter import Filter

ROUTE_PREFIX = "route:"


def register(app: Dash, served: Served) -> None:
    """Join the page's callbacks to an app."""

    @app.callback(
        Output("sheet-body", "children"), Input("selected", "data"), State("page", "lang"), prevent_initial_call=True
    )
    def _sheet(selected: str | None, language: str) -> Children:
        return sheet_body(served, selected or "", words_of(language))

    @app.callback(
        Output("table", "rowData"),
        Output("table-note", "children"),
        Input("table-asked", "data"),
        State("page", "lang"),
        prevent_initial_call=True,
    )
    def _table(asked: dict[str, Any] | None, language: str) -> tuple[list[Row], str]:
        return table_body(served, asked or {}, words_of(language))


def sheet_body(served: Served, selected: str, words: Words) -> Children:
    """The body of the sheet for what is selected: a record's id, ``route:`` and a route's, or alone those not drawn."""
    if not selected:
        return []
    if selected == ROUTE_PREFIX:
        return undrawn_routes(served, words)
    if selected.startswith(ROUTE_PREFIX):
        id = selected.removeprefix(ROUTE_PREFIX)
        found = next((route for route in served.store.routes() if route.id == id), None)
        return lost(id, words) if found is None else route_details(found, served, words)
    record = served.store.incident(selected)
    if record is None:
        return lost(selected, words)
    return details(record, served.snapshot.outlines, words, routes_of(record, served, words))


def table_body(served: Served, asked: dict[str, Any], words: Words) -> tuple[list[Row], str]:
    """The rows of one tab (``scope``) for a filter's query, and a note where there are more than are shown."""
    wanted = Filter.from_query({key: str(value) for key, value in asked.get("filter", {}).items()})
    rows, total = rows_of(served, wanted, asked.get("scope", "shown"), words)
    note = words("table.more", shown=MAX_ROWS, all=total) if total > len(rows) else ""
    return rows, note
