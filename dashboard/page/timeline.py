"""The time bar: play, the sentence that explains the numbers, and the place where the browser draws the histogram."""

from __future__ import annotations

from dash import html

from dashboard.page.totals import totals_button
from dashboard.words import Words

SPEEDS: tuple[int, ...] = (1, 2, 5, 10)


def timeline(words: Words) -> html.Div:
    """The bar at the foot of the page."""
    return html.Div(
        [
            html.Div(
                [
                    html.Button(
                        html.Span(className="play-sign", **{"aria-hidden": "true"}),
                        id="play",
                        type="button",
                        title=words("time.play"),
                        **{"aria-label": words("time.play"), "aria-pressed": "false"},
                    ),
                    html.Strong(id="range"),
                    html.Span(id="sentence"),
                    html.Span(className="grow"),
                    html.Span(id="unit"),
                    totals_button(words),
                    html.Button("1×", id="speed", type="button", className="chip", title=words("time.speed")),
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
