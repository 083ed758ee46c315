"""The panel of running totals: what the records add up to over time, against what others published.

The browser draws the chart (``assets/js/totals.js``) from what ``/page/totals`` answers; the same numbers stand in a
table for those who rather read, or hear, them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import numpy as np
from dash import html
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse

from dashboard.served import Served, served_by
from dashboard.words import ENGLISH, Words, words_of
from records.errors import RecordsError
from records.filter import Filter
from records.gap import Gap
from records.incident import Incident
from records.toll import NARROWINGS, Choice, Narrowing, chosen, matrix
from records.totals import FIGURES, Comparison, Counted, Figure, compared, running, sum_of

router = APIRouter(prefix="/page", include_in_schema=False)

PANELS = ("totals", "toll", "asof", "compare")
"""The views of the panel: over time, by who claims it, what had been said by a day, and two parts side by side."""
SHOWN: tuple[Figure, ...] = ("killed", "strikes", "vessels")
"""The figures in the order of the switch."""


def totals_panel(words: Words, what: Counted) -> html.Div:
    """The empty panel; its chart comes when it opens, and its title names what is counted."""
    title = words("totals.title" if what == "strikes" else "totals.title.incidents")
    return html.Div(
        [
            html.Div(
                [
                    html.H2(title, id="totals-title"),
                    html.Div([_view(panel, words) for panel in PANELS], className="switch views", role="group"),
                    html.Span(className="grow"),
                    html.Button(
                        words("totals.table"),
                        id="totals-as-table",
                        type="button",
                        className="chip",
                        **{"aria-pressed": "false"},
                    ),
                    html.Button(words("close"), id="totals-close", type="button", className="quiet"),
                ],
                className="totals-head",
            ),
            html.Div(
                [
                    html.Div(
                        [_switch(figure, words) for figure in SHOWN],
                        id="totals-figures",
                        className="switch",
                        role="group",
                    ),
                    html.Label(words("totals.day"), id="totals-asof", hidden=True),
                    html.Div(
                        [html.Span(words("totals.count")), *(_narrowing(name, words) for name in NARROWINGS)],
                        id="totals-narrowings",
                        className="switch",
                        role="group",
                        **{"aria-label": words("totals.count")},
                    ),
                ],
                className="totals-head",
            ),
            html.P(id="totals-sentence", role="status", **{"aria-live": "polite"}),
            html.Div(id="totals-chart"),
            html.Div(
                id="totals-table", hidden=True, tabIndex=0, role="region", **{"aria-label": words("totals.table")}
            ),
            html.Div(id="totals-said", tabIndex=0, role="group", **{"aria-label": words("totals.said")}),
        ],
        id="totals",
        className="panel",
        role="region",
        hidden=True,
        tabIndex=-1,
        **{"aria-label": title},
    )


def _switch(figure: Figure, words: Words) -> html.Button:
    return html.Button(
        words(f"totals.figure.{figure}"),
        type="button",
        className="tab",
        **{"data-figure": figure, "aria-pressed": "false"},
    )


def _view(panel: str, words: Words) -> html.Button:
    return html.Button(
        words(f"totals.view.{panel}"),
        type="button",
        className="tab",
        **{"data-panel": panel, "aria-pressed": "false"},
    )


def _narrowing(name: Narrowing, words: Words) -> html.Button:
    return html.Button(
        words(f"totals.count.{name}"),
        type="button",
        className="chip",
        title=words(f"totals.count.{name}.hint"),
        **{"data-narrowing": name, "aria-pressed": "false"},
    )


def totals_button(words: Words) -> html.Button:
    """The door to the panel."""
    return html.Button(
        words("totals"),
        id="totals-open",
        type="button",
        className="chip",
        title=words("totals.hint"),
        **{"aria-expanded": "false", "aria-controls": "totals"},
    )


@router.get("/totals")
def totals(request: Request, count: str = "", lang: str = "en") -> JSONResponse:
    """The running sums of a filter, those of its time window alone, and published totals against all records."""
    return JSONResponse(totals_of(served_by(request), _filter(request), choice_of_address(count), words_of(lang)))


@router.get("/toll")
def toll(request: Request, count: str = "", lang: str = "en") -> JSONResponse:
    """The toll of a filter by who claims it and how well it is vouched for; ``count``: how the sum is narrowed."""
    return JSONResponse(toll_of(served_by(request), _filter(request), choice_of_address(count), words_of(lang)))


def _filter(request: Request) -> Filter:
    try:
        return Filter.from_query(request.query_params)
    except RecordsError as reason:
        raise HTTPException(400, str(reason)) from reason


def choice_of_address(text: str) -> Choice:
    """The choice that an address carries: words parted by commas."""
    names = [name for name in text.split(",") if name]
    known: list[Narrowing] = [name for name in NARROWINGS if name in names]
    if unknown := [name for name in names if name not in NARROWINGS]:
        raise HTTPException(400, f"count: '{unknown[0]}' is none of {', '.join(NARROWINGS)}")
    return Choice.of(known)


def toll_of(served: Served, wanted: Filter, choice: Choice, words: Words = ENGLISH) -> dict[str, Any]:
    """The matrix of a filter and a choice: rows are claimants, columns grades; ``named``: claimant → what to show."""
    what = served.snapshot.toll_of
    found = matrix(counted(served, wanted), choice, what=what)
    named = {name: words.parties(name) for name in found.claimants}
    return {**asdict(found), "claimants": found.claimants, "named": named, "counted": what}


def totals_of(served: Served, wanted: Filter, choice: Choice | None = None, words: Words = ENGLISH) -> dict[str, Any]:
    """All that the chart and its table need.

    A running total runs from the first record: the steps do not regard the filter's dates, ``window`` does. Published
    totals are of everything, and are held against all records of the store, whatever the filter and the choice of what
    is counted (``whole`` says whether these leave anything out).
    """
    choice = choice or Choice()
    undated = wanted.model_copy(update={"since": None, "until": None})
    records = list(chosen(counted(served, undated), choice))
    what = served.snapshot.toll_of
    sums = running(records, what)
    comparisons = compared(counted(served, Filter()), served.store.published_totals())
    return {
        "days": [step.day.isoformat() for step in sums.steps],
        **{name: [getattr(step, name) for step in sums.steps] for name in FIGURES},
        "all": asdict(sums.whole),
        "window": asdict(sum_of(chosen(counted(served, wanted), choice), what)),
        "undated": sums.undated,
        "counted": what,
        "whole": not choice.first_counts and len(records) == int(served.snapshot.counted.sum()),
        "published": [_published(one, words) for one in comparisons],
        "gaps": gaps_json(
            (gap for gap in served.store.gaps() if not gap.event_types or "strike" in gap.event_types), words
        ),
    }


def gaps_json(gaps: Iterable[Gap], words: Words) -> list[dict[str, Any]]:
    """Gaps as the browser draws them, those of the built-in case in the reader's language."""
    return [gap.model_dump(mode="json") | {"what": words.own(gap.what), "why": words.own(gap.why)} for gap in gaps]


def counted(served: Served, wanted: Filter) -> list[Incident]:
    """The records of a filter that count in totals; only these are read from the store."""
    rows = np.nonzero(served.snapshot.select(wanted) & served.snapshot.counted)[0]
    found = (served.store.incident(served.snapshot.ids[row]) for row in rows)
    return [record for record in found if record is not None]


def _published(one: Comparison, words: Words) -> dict[str, Any]:
    total = one.total
    return {
        "day": total.stated_on.isoformat(),
        **{name: getattr(total, name) for name in FIGURES},
        "scope": words.own(total.scope),
        "publisher": total.publisher,
        "url": total.url if total.link and total.url.startswith(("https://", "http://")) else None,
        "ours": {name: one.ours.figure(name) for name in FIGURES},
        "outside": one.outside,
        "difference": words.own(total.difference),
    }
