"""The rail: filters and legend in one. Its heads are questions that a reader has; every type is in it.

The layers stand at its foot, two in a row, and stay in sight while the filters above them scroll.

The browser keeps the numbers (elements with ``data-count``) and the pressed state of the buttons.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.page.marks import mark
from dashboard.words import Words
from layers.style import TYPES_IN_ORDER
from records.vocabulary import NOT_AT_SEA, EventType

CLAIM_ROWS: tuple[tuple[str, str], ...] = (
    ("confirmed", "confirmed,corroborated"),
    ("claimed", "claimed"),
    ("retracted", "retracted"),
)
PLACE_ROWS: tuple[tuple[str, str], ...] = (
    ("exact", "sign stated"),
    ("near", "sign near"),
    ("area", "sign area"),
    ("region", "sign tally"),
)
LAYER_ROWS: tuple[tuple[str, str], ...] = (
    ("routes", "sign route"),
    ("migration", "sign migration"),
    ("regions", "sign region"),
)


def rail(words: Words, types_present: Iterable[EventType], layer_rows: Sequence[Component] = ()) -> html.Div:
    """The rail for a store that holds these types; ``layer_rows`` are those of the registry's layers."""
    return html.Div(
        [
            html.Div(
                [
                    html.H2(words("filter"), className="rail-title"),
                    html.Button(words("done"), id="rail-done", type="button", className="quiet"),
                ],
                className="rail-top",
            ),
            html.Div(
                [
                    _section("what", words, _type_rows(words, set(types_present))),
                    _section("who", words, _claim_rows(words)),
                    _section("where", words, _place_rows(words), _near_only(words)),
                ],
                className="rail-filters",
            ),
            html.Button(words("rail.clear"), id="clear", type="button", className="quiet", hidden=True),
            _section("layers", words, [html.Div([*_layer_rows(words), *layer_rows], className="rail-layers")]),
        ],
        id="rail",
        className="panel",
        role="region",
        tabIndex=-1,
        **{"aria-label": words("rail.label")},
    )


def _section(name: str, words: Words, rows: list[Component], *beside: Component) -> html.Div:
    heading = f"rail-{name}"
    head = html.Div([html.H2(words(f"rail.{name}"), id=heading), *beside], className="rail-head")
    return html.Div(
        [head, *rows],
        className="rail-section",
        role="group",
        **{"aria-labelledby": heading},
    )


def layer_name(name: str, full: str, words: Words) -> tuple[Component, ...]:
    """The name of a layer in its row: a short one, where the words have one, for eyes, the full one for all others."""
    short = words.entries.get(f"layer.short.{name}")
    if short is None:
        return (html.Span(full, className="row-name"),)
    return (
        html.Span(short, className="row-name", title=full, **{"aria-hidden": "true"}),
        html.Span(full, className="unseen"),
    )


def _row(facet: str, value: str, name: str, sign: Component, words: Words, *, only: bool = True) -> html.Div:
    """A row that shows or hides what it names; ``only`` adds the button that hides all others."""
    named = layer_name(value, name, words) if facet == "layer" else (html.Span(name, className="row-name"),)
    button = html.Button(
        [
            sign,
            *named,
            html.Span(className="row-count", **{"data-count": f"{facet}:{value}"}),
        ],
        type="button",
        className="row",
        **{"data-facet": facet, "data-value": value, "aria-pressed": "true"},
    )
    alone = html.Button(
        words("rail.only"),
        type="button",
        className="only",
        **{"data-only": facet, "data-value": value, "aria-label": words("rail.only_of", name=name)},
    )
    return html.Div([button, alone] if only else [button], className="row-line")


def _near_only(words: Words) -> html.Button:
    return html.Button(
        words("rail.near_only"),
        type="button",
        className="chip switch",
        **{
            "data-switch": "near",
            "data-value": "near",
            "aria-pressed": "false",
            "aria-label": words("rail.near_only.label"),
        },
    )


def _switch(facet: str, value: str, name: str, sign: Component) -> html.Div:
    """A row that narrows to what it names when pressed."""
    return html.Div(
        html.Button(
            [
                sign,
                html.Span(name, className="row-name"),
                html.Span(className="row-count", **{"data-count": f"{facet}:{value}"}),
            ],
            type="button",
            className="row switch",
            **{"data-switch": facet, "data-value": value, "aria-pressed": "false"},
        ),
        className="row-line",
    )


def _type_rows(words: Words, present: set[EventType]) -> list[Component]:
    shown = [kind for kind in TYPES_IN_ORDER if kind in present and kind not in NOT_AT_SEA]
    rows: list[Component] = [_row("type", kind, words.named("type", kind), mark(kind), words) for kind in shown]
    if present & NOT_AT_SEA:
        aside = ",".join(kind for kind in TYPES_IN_ORDER if kind in NOT_AT_SEA)
        rows.append(_row("type", aside, words("rail.aside"), mark("statement", form="ring"), words))
    return rows


def _claim_rows(words: Words) -> list[Component]:
    signs = {
        "confirmed": mark("other"),
        "claimed": mark("other", form="ring"),
        "retracted": mark("other", form="ring", struck=True),
    }
    return [
        *(_row("claim", value, words(f"rail.{name}"), signs[name], words) for name, value in CLAIM_ROWS),
        _switch("disputed", "facts", words("rail.disputed_facts"), mark("other", form="ring", core=True)),
        _switch("disputed", "legality", words("rail.disputed_legality"), _sign("sign narrow")),
    ]


def _place_rows(words: Words) -> list[Component]:
    return [
        *(_row("precision", name, words(f"rail.{name}"), _sign(sign), words) for name, sign in PLACE_ROWS),
        html.Div(
            html.Button(
                [
                    _sign("sign none"),
                    html.Span(words("rail.unplaced"), className="row-name"),
                    html.Span(className="row-count more", **{"data-count": "unplaced:"}),
                ],
                id="unplaced",
                type="button",
                className="row",
                title=words("rail.unplaced.hint"),
            ),
            className="row-line",
        ),
    ]


def _layer_rows(words: Words) -> list[Component]:
    rows = [_row("layer", name, words(f"layer.{name}"), _sign(sign), words, only=False) for name, sign in LAYER_ROWS]
    for row in rows[:2]:
        row.title = words("layer.routes.hint")
    undrawn = html.Button(
        [
            _sign("sign none"),
            html.Span(words("layer.undrawn"), className="row-name"),
            html.Span(className="row-count more", **{"data-count": "layer:undrawn"}),
        ],
        type="button",
        className="row",
        title=words("layer.undrawn.hint"),
        **{"data-select": "route:"},
    )
    return [*rows[:2], html.Div(undrawn, className="row-line wide", hidden=True), *rows[2:]]


def _sign(names: str) -> html.Span:
    return html.Span(className=names, **{"aria-hidden": "true"})
