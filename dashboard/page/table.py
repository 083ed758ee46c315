"""The table: the records of the page as rows, in a drawer over the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

import dash_ag_grid as dag
import numpy as np
from dash import html

from dashboard.page.marks import mark_of
from dashboard.served import Served
from dashboard.state import TableScope
from dashboard.words import Words
from dashboard.words.quantities import date_text, range_text
from layers.snapshot import Mask, Snapshot
from layers.style import FAMILY_OF_TYPE
from layers.view import selected
from records.dates import format_moment
from records.filter import Filter
from records.incident import Incident
from records.vocabulary import CLAIM_STATUSES, EVENT_TYPES

Row = dict[str, str | int | None]
SortColumn = Literal["date", "what", "title", "where", "sure", "killed", "status"]
"""What the table can be sorted by: what the snapshot holds of every record."""

SORTED: tuple[SortColumn, ...] = get_args(SortColumn)
PAGE_ROWS = 200
"""Rows that the grid asks for at a time."""
MOST_ROWS = 1_000
"""Rows of one answer."""
GRID_SCRIPT = "/_dash-component-suites/dash_ag_grid/dash_ag_grid.min.js"
SCOPES: tuple[TableScope, ...] = ("shown", "unplaced", "aside")


def leave_grid_for_later() -> None:
    """Have Dash serve the grid's script without asking every first visit for it: assets/js/table.js does."""
    for resource in dag._js_dist:
        if resource["relative_package_path"] == GRID_SCRIPT.rsplit("/", 1)[-1]:
            resource["dynamic"] = True


def drawer(words: Words) -> html.Div:
    """The drawer with its tabs; its grid (two megabytes of script) is fetched when the drawer is first opened."""
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
                                **{"data-scope": scope, "aria-selected": "false", "aria-controls": "grid-box"},
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
            html.Div(id="grid-box", className="grid-box"),
        ],
        id="drawer",
        className="panel",
        role="region",
        hidden=True,
        **{"aria-label": words("table.label")},
    )


def grid(words: Words) -> dag.AgGrid:
    """The grid of a drawer that was opened; the browser gives it its rows."""
    return dag.AgGrid(
        id="table",
        rowModelType="infinite",  # by pages from /page/rows, through a source of the page's own (assets/js/table.js)
        getRowId="params.data.id",
        columnDefs=_columns(words),
        defaultColDef={
            "sortable": True,
            "sortingOrder": ["asc", "desc"],
            "resizable": True,
            "suppressHeaderMenuButton": True,
        },
        dashGridOptions={
            "cacheBlockSize": PAGE_ROWS,
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
        text = {"valueFormatter": {"function": f"params.data ? params.data.{shown} : ''"}} if shown else {}
        return {"field": field, "headerName": words(f"table.{field}"), **text, **more}

    # Titles and words of places stand in the language of the records: assets/js/table.js marks them with it.
    written = {"cellRenderer": "Written"} if words.tongue() else {}
    return [
        column("date", "date_text", width=150, sort="asc"),
        column("what", width=158, cellClass={"function": "params.data ? 'typed ' + params.data.mark : ''"}),
        column("title", flex=3, minWidth=120, tooltipField="title", **written),
        column("where", flex=2, minWidth=130, tooltipField="where", **written),
        column("sure", width=96),
        column("killed", "killed_text", width=80, type="rightAligned"),
        column("status", flex=1, minWidth=120, tooltipField="status"),
        column("publisher", flex=1, minWidth=110, sortable=False),
    ]


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a tab's rows is wanted: from ``start`` up to, without, ``end``, in the order of a column.

    ``seek``: a record's id whose row is looked for.
    """

    scope: TableScope = "shown"
    start: int = 0
    end: int = PAGE_ROWS
    sort: SortColumn = "date"
    descending: bool = False
    seek: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """A part of a tab's rows, how many rows the whole tab has, and the place of the one that was looked for."""

    rows: list[Row]
    count: int
    found: int | None


def rows_of(served: Served, wanted: Filter, part: Part, words: Words) -> Rows:
    """The rows of a part of a tab for a filter; records of equal value follow one another in order of date."""
    snapshot = served.snapshot
    on_map, kept_off = selected(snapshot, wanted)
    if part.scope == "aside":
        chosen = snapshot.select(wanted.model_copy(update={"at_sea": False})) & ~snapshot.at_sea
    else:
        chosen = on_map if part.scope == "shown" else snapshot.select(wanted) & snapshot.at_sea & ~on_map & ~kept_off
    order = _ordered(snapshot, chosen, part, words)
    wanted_rows = order[part.start : min(part.end, part.start + MOST_ROWS)]
    records = (served.store.incident(snapshot.ids[row]) for row in wanted_rows)
    found = next((at for at, row in enumerate(order) if snapshot.ids[row] == part.seek), None) if part.seek else None
    return Rows([_row(record, words) for record in records if record is not None], len(order), found)


def _ordered(snapshot: Snapshot, chosen: Mask, part: Part, words: Words) -> list[int]:
    """The chosen rows of the snapshot (which is in order of date) in the order of a column; unknown values last."""
    rows = [int(row) for row in np.nonzero(chosen)[0]]
    if part.sort == "date":
        known = [row for row in rows if snapshot.has_date[row]]
        return (known[::-1] if part.descending else known) + [row for row in rows if not snapshot.has_date[row]]
    if part.sort == "killed":
        known = [row for row in rows if snapshot.tolls[row, 1] >= 0]
        known.sort(key=lambda row: int(snapshot.tolls[row, 1]), reverse=part.descending)
        return known + [row for row in rows if snapshot.tolls[row, 1] < 0]
    texts = _texts(snapshot, part.sort, rows, words)
    by_row = dict(zip(rows, texts, strict=True))
    return sorted(rows, key=by_row.__getitem__, reverse=part.descending)


def _texts(snapshot: Snapshot, column: SortColumn, rows: Sequence[int], words: Words) -> list[str]:
    """What a column of words is sorted by, in folded case."""
    if column == "title":
        return [snapshot.titles[row].casefold() for row in rows]
    if column == "where":
        return [snapshot.location_texts[row].casefold() for row in rows]
    if column == "what":
        named = [words.named("type", kind) for kind in EVENT_TYPES]
        return [named[snapshot.event_type[row]].casefold() for row in rows]
    if column == "status":
        said = [words(f"claim.short.{claim}") for claim in CLAIM_STATUSES]
        return [said[snapshot.claim_status[row]].casefold() for row in rows]
    # From the surest to the least sure, as the vocabulary has them.
    return [f"{snapshot.geo_precision[row]:02}" for row in rows]


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
        "killed_text": range_text(record.killed_min, record.killed_max, words),
        "status": ", ".join(status),
        "publisher": record.sources[0].publisher if record.sources else "",
    }
