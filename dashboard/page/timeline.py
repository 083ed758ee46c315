"""The time bar: play, the sentence that explains the numbers, and the place where the browser draws the histogram."""

from __future__ import annotations

from dash import html

from dashboard.page.totals import totals_button
from dashboard.words import Words

UNITS = ("hour", "day", "month", "year")
"""The units of bars that a reader may ask for; the browser hides those that make no sense for the records."""


def timeline(words: Words) -> html.Div:
    """The bar at the foot of the page."""
    return html.Div(
        [
            html.Div(
                [
                    _step(words, "step-back", "‹", "time.step_back"),
                    html.Button(
                        html.Span(className="play-sign", **{"aria-hidden": "true"}),
                        id="play",
                        type="button",
                        title=words("time.play"),
                        **{"aria-label": words("time.play"), "aria-pressed": "false"},
                    ),
                    _step(words, "step-on", "›", "time.step_on"),
                    html.Strong(id="range"),
                    html.Span(id="sentence"),
                    html.Span(className="grow"),
                    html.Span(id="unit"),
                    totals_button(words),
                    html.Button(id="play-mode", type="button", className="chip"),
                    html.Button(
                        "1×",
                        id="speed",
                        type="button",
                        className="chip",
                        title=words("time.speed"),
                        **{"aria-label": words("time.speed_of", speed="1")},
                    ),
                    _units(words),
                    html.Button(words("time.all"), id="time-all", type="button", className="chip"),
                    html.Button(words("time.last30"), id="time-last", type="button", className="chip"),
                ],
                className="time-head",
            ),
            html.Div(id="time-plot"),
            html.Div(id="live", role="status", **{"aria-live": "polite"}),
        ],
        id="timebar",
        className="panel",
        role="region",
        **{"aria-label": words("time.label")},
    )


def _step(words: Words, id: str, sign: str, key: str) -> html.Button:
    return html.Button(
        sign, id=id, type="button", className="chip step", title=words(key), **{"aria-label": words(key)}
    )


def _units(words: Words) -> html.Div:
    """How much of time is shown, as the unit of its bars."""
    buttons = [
        html.Button(
            words(f"time.unit.{unit}"),
            type="button",
            className="unit",
            hidden=True,
            title=words(f"time.bars.{unit}"),
            **{"data-per": unit, "aria-pressed": "false"},
        )
        for unit in UNITS
    ]
    reset = html.Button(
        "×",
        id="axis-reset",
        type="button",
        className="unit",
        hidden=True,
        title=words("time.axis_reset"),
        **{"aria-label": words("time.axis_reset")},
    )
    return html.Div([*buttons, reset], id="units", role="group", **{"aria-label": words("time.units")})
