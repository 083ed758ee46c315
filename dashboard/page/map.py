"""The map: one Plotly figure that stays mounted; the browser fills its three traces of circles.

A mark is a circle of its type's colour; a claimed one has a smaller circle in the ground's colour on it; a disputed
one has a core. Three traces draw any number of records.
"""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.page import basemap, map_layers
from dashboard.words import Words

TRACES: tuple[tuple[str, str, float], ...] = (
    ("colour", basemap.ANCHOR_HOLLOW, 11),
    ("hollow", basemap.ANCHOR_CORE, 6.6),
    ("core", basemap.ANCHOR_NAMES, 3.6),
)
"""Name, the layer that it lies under, and the diameter of its circles in pixels."""


def figure() -> dict[str, Any]:
    """The figure and its configuration as they are sent: style and camera, and traces without a point.

    The browser paints the first view into it before Plotly draws it: what Plotly has to be told later is read twice.
    """
    return {
        "data": [_trace(*trace) for trace in TRACES],
        "layout": {
            "map": {"style": _style(), "center": {"lon": -72.0, "lat": 12.0}, "zoom": 3.4},
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "hovermode": False,
            "dragmode": "pan",
            "uirevision": "one",
        },
        "config": {"displayModeBar": False, "scrollZoom": True, "doubleClick": False, "responsive": True},
    }


def _style() -> dict[str, Any]:
    """The basemap with the layers that the page offers."""
    return basemap.style(
        sources_above=map_layers.sources(),
        areas=map_layers.drawings("fill", "line"),
        points=map_layers.drawings("point"),
    )


def _trace(name: str, below: str, size: float) -> dict[str, Any]:
    return {
        "type": "scattermap",
        "uid": f"marks-{name}",
        "name": name,
        "mode": "markers",
        "below": below,
        # A trace without any row is taken off the map, and put back on top of all: one empty row keeps it in its place.
        "lon": [None],
        "lat": [None],
        "marker": {"size": size, "color": "#54646f", "opacity": 1},
        "hoverinfo": "skip",
    }


def map_panel(words: Words) -> html.Div:
    """The map's place with its buttons and the credit of its data."""
    return html.Div(
        [
            html.Div(id="map"),
            html.Div(
                [
                    html.Button(
                        "+", id="zoom-in", type="button", title=words("map.zoom_in"), **_named(words, "zoom_in")
                    ),
                    html.Button(
                        "−", id="zoom-out", type="button", title=words("map.zoom_out"), **_named(words, "zoom_out")
                    ),
                    html.Button(words("map.fit"), id="fit", type="button"),
                    html.Button(
                        words("map.in_view"),
                        id="in-view",
                        type="button",
                        title=words("map.in_view.hint"),
                        **{"aria-pressed": "false"},
                    ),
                    html.Button(
                        words("map.area"),
                        id="area",
                        type="button",
                        title=words("map.area.hint"),
                        **{"aria-expanded": "false", "aria-pressed": "false"},
                    ),
                ],
                id="map-buttons",
                role="group",
                **_named(words, "buttons"),
            ),
            html.Div(words("map.credit"), id="credit"),
            html.Div(id="tip", role="tooltip", hidden=True),
        ],
        id="ground",
    )


def _named(words: Words, key: str) -> dict[str, str]:
    return {"aria-label": words(f"map.{key}")}
