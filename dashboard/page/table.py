"""The table: the records of the page as rows, in a drawer over the map."""

from __future__ import annotations

from typing import Any

import dash_ag_grid as dag
from dash import html

from dashboard.page.marks import mark_of
from dashboard.served import Served
from dashboard.state import TableScope
from dashboard.words import Words
from dashboard.words.quantities import date_text, range_text
from layers.incidents import Mark
from layers.style import FAMILY_OF_TYPE
from layers.view import view
from records.dates import format_moment
from records.filter import Filter
from records.incident import Incident

Row = dict[str, str | int | None]

MAX_ROWS = 3_000
SCOPES: tuple[TableScope, ...] = ("shown", "unplaced", "aside")


def drawer(words: Words) -> html.Div:
    """The drawer with its tabs; the grid is filled when it opens."""
    return html.Div(
        [
            html.Div(
                [
                    html.Div(
                        [
                            html.Button(
                                [words(f"table.{scope}"), html.Span(className="count", **{"data-count": f"{scope}:"})],
                                type="button",
                                role="tab",
                                id=f"tab-{scope}",
                                className="tab",
                                **{"data-scope": scope, "aria-selected": "false", "aria-controls": "table"},
                            )
                            for scope in SCOPES
                        ],
                        role="tablist",
                        className="tabs",
                        **{"aria-label": words("table.label")},
                    ),
                    html.Span(id="table-note"),
                    html.Button(words("close"), id="table-close", type="button", className="quiet"),
                ],
                className="drawer-head",
            ),
            html.Div(_grid(words), className="grid-box"),
        ],
        id="drawer",
        className="panel",
        role="region",
        hidden=True,
        **{"aria-label": words("table.label")},
    )


def _grid(words: Words) -> dag.AgGrid:
    return dag.AgGrid(
        id="table",
        rowData=[],
        getRowId="params.data.id",
        columnDefs=_columns(words),
        defaultColDef={"sortable": True, "resizable": True, "suppressHeaderMenuButton": True},
        dashGridOptions={
            "rowHeight": 32,
            "headerHeight": 32,
            "rowSelection": {"mode": "singleRow", "checkboxes": False, "enableClickSelection": True},
            "animateRows": False,
            "localeText": {"noRowsToShow": words("table.empty")},
            "tooltipShowDelay": 500,
        },
        style={"height": "100%", "width": "100%"},
    )


def _columns(words: Words) -> list[dict[str, Any]]:
    """The columns; what is sorted is a value, what is shown is a text of the same row."""

    def column(field: str, shown: str | None = None, **more: Any) -> dict[str, Any]:
        text = {"valueFormatter": {"function": f"params.data.{shown}"}} if shown else {}
        return {"field": field, "headerName": words(f"table.{field}"), **text, **more}

    return [
        column("date", "date_text", width=150, sort="asc"),
        column("what", width=158, cellClass={"function": "'typed ' + params.data.mark"}),
        column("title", flex=3, minWidth=180, tooltipField="title"),
        column("where", flex=2, minWidth=130, tooltipField="where"),
        column("sure", width=96),
        column("killed", "killed_text", width=80, type="rightAligned"),
        column("status", flex=1, minWidth=120, tooltipField="status"),
        column("publisher", flex=1, minWidth=110),
    ]


def rows_of(served: Served, wanted: Filter, scope: str, words: Words) -> tuple[list[Row], int]:
    """The rows of a tab for a filter, in order of date, and how many there would be without the limit."""
    answer = view(served.snapshot, wanted.model_copy(update={"at_sea": False}) if scope == "aside" else wanted)
    chosen = [mark.id for mark in answer.marks if _in_scope(mark, scope)]
    records = (served.store.incident(id) for id in chosen[:MAX_ROWS])
    return [_row(record, words) for record in records if record is not None], len(chosen)


def _in_scope(mark: Mark, scope: str) -> bool:
    if scope == "shown":
        return mark.on_map
    if scope == "aside":
        return not mark.at_sea
    return mark.place_kind == "none" and mark.at_sea


def _row(record: Incident, words: Words) -> Row:
    precision = "unknown" if record.place is None else record.place.geo_precision
    status = [words(f"claim.short.{record.claim_status}")]
    if record.disputed_on:
        status.append(words(f"disputed.{record.disputed_on}"))
    return {
        "id": record.id,
        "date": None if record.date_start is None else format_moment(record.date_start),
        "date_text": date_text(record, words),
        "what": words.named("type", record.event_type),
        "mark": f"{mark_of(record).className.removeprefix('mark ')} type-{FAMILY_OF_TYPE[record.event_type]}",
        "title": record.title,
        "where": record.location_text,
        "sure": words(f"precision.short.{precision}"),
        "killed": record.killed_max if record.killed_max is not None else record.killed_min,
        "killed_text": range_text(record.killed_min, record.killed_max),
        "status": ", ".join(status),
        "publisher": record.sources[0].publisher if record.sources else "",
    }
