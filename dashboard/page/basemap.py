"""The map's own style: sea, land, borders and names from local files, and the empty sources that the page fills.

The style has no ``glyphs``: MapLibre then draws names with fonts of the machine, and no request leaves it. What the
browser fills or repaints is found by the ids of this file. Plotly's traces are put under the *anchor* layers, each
under one of its own, so that an update never takes them off the map and on again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

PARTS = ("land", "countries", "labels")
"""What the ground consists of: a property ``part`` of its features."""
GROUND_URL = "/page/basemap/ground.geojson"

ANCHOR_HOLLOW = "anchor-hollow"
ANCHOR_CORE = "anchor-core"
ANCHOR_NAMES = "anchor-names"

FONT = ["Inter", "Segoe UI", "Helvetica Neue", "Arial"]
FONT_BOLD = ["Inter Semibold", *FONT]
"""MapLibre takes the weight from the first name; the family is the first of the list that the machine has."""

EMPTY: dict[str, Any] = {"type": "FeatureCollection", "features": []}
FILLED_BY_PAGE = ("outlines", "regions", "corridors", "lines", "tally-names", "tally-counts", "stands", "focus")

UNUSED: dict[str, Any] = {"visibility": "none"}
"""Layers of what is pointed at are drawn while something is: also an empty one costs its share of every picture."""

_TEXT = {"text-font": FONT, "text-max-width": 8, "text-padding": 4, "symbol-sort-key": ["get", "rank"]}
_IN_REACH = [">=", ["zoom"], ["get", "min_zoom"]]


def style(
    *,
    sources_above: dict[str, Any] | None = None,
    areas: Sequence[dict[str, Any]] = (),
    points: Sequence[dict[str, Any]] = (),
) -> dict[str, Any]:
    """The style as MapLibre reads it; colours are the light theme's until the browser says which one it is.

    ``areas`` are layers that lie on the ground under all names, ``points`` such that lie under the marks; both draw
    from ``sources_above``.
    """
    # One source, for whenever the next layer has another one the whole map is cut into its tiles anew.
    sources: dict[str, Any] = {"ground": {"type": "geojson", "data": GROUND_URL}}
    sources.update({name: {"type": "geojson", "data": EMPTY} for name in FILLED_BY_PAGE})
    sources.update(sources_above or {})
    for name in ("outlines", "regions"):
        sources[name]["promoteId"] = "id"  # states of features are told by it
    sea, *ground = _ground()
    layers = [
        sea,
        *_waters_of_routes(),
        *ground,
        *areas,
        *_names_of_ground(),
        *_routes(),
        *_regions(),
        *points,
        *_anchors(),
        *_tallies(),
        *_focus(),
    ]
    return {"version": 8, "name": "leadline", "sources": sources, "layers": layers}


def _part(name: str) -> list[Any]:
    return ["==", ["get", "part"], name]


def _ground() -> list[dict[str, Any]]:
    return [
        {"id": "sea", "type": "background", "paint": {"background-color": "#e6eef2"}},
        {
            "id": "land",
            "type": "fill",
            "source": "ground",
            "filter": _part("land"),
            "paint": {"fill-color": "#fbf8f1", "fill-antialias": False},
        },
        {
            "id": "borders",
            "type": "line",
            "source": "ground",
            "filter": _part("countries"),
            "paint": {"line-color": "#d9d3c6", "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.5, 7, 1]},
        },
        {
            "id": "coast",
            "type": "line",
            "source": "ground",
            "filter": _part("land"),
            "paint": {"line-color": "#b3bcc1", "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.5, 7, 1]},
        },
    ]


def _names_of_ground() -> list[dict[str, Any]]:
    """Names of seas (spaced) and countries, in the language of the page (``name`` is set by the browser)."""
    sea = {
        **_TEXT,
        "text-field": ["get", "name_en"],
        "text-size": ["interpolate", ["linear"], ["zoom"], 2, 11, 6, 14],
        "text-letter-spacing": 0.12,
    }
    country = {
        **_TEXT,
        "text-field": ["get", "name_en"],
        "text-size": ["interpolate", ["linear"], ["zoom"], 2, 10.5, 6, 13],
    }
    return [
        {
            "id": "sea-names",
            "type": "symbol",
            "source": "ground",
            "filter": ["all", _part("labels"), ["==", ["get", "kind"], "sea"], _IN_REACH],
            "layout": sea,
            "paint": {"text-color": "#8796a0", "text-halo-color": "#e6eef2", "text-halo-width": 1},
        },
        {
            "id": "country-names",
            "type": "symbol",
            "source": "ground",
            "filter": ["all", _part("labels"), ["==", ["get", "kind"], "country"], _IN_REACH],
            "layout": country,
            "paint": {"text-color": "#8796a0", "text-halo-color": "#fbf8f1", "text-halo-width": 1},
        },
    ]


ROUTE_COLOURS = (("routes", "trafficking", "#8a6d4f"), ("migration", "migration", "#6b7fa8"))
_NO_ROUTE = ["==", ["get", "route"], ""]
_ROUNDED: dict[str, Any] = {"line-cap": "round", "line-join": "round"}


def _waters_of_routes() -> list[dict[str, Any]]:
    """Corridors at sea, under the land: the known ones of a kind as one even band, and that of the route in focus."""
    bands = [
        {
            "id": f"{name}-band",
            "type": "fill",
            "source": "corridors",
            "filter": ["all", ["==", ["get", "kind"], kind], ["==", ["get", "part"], "band"]],
            "paint": {"fill-color": colour, "fill-opacity": 0.1, "fill-antialias": False},
        }
        for name, kind, colour in ROUTE_COLOURS
    ]
    return [*bands, _corridor_in_focus("route-on-waters")]


def _corridor_in_focus(id: str) -> dict[str, Any]:
    return {
        "id": id,
        "type": "fill",
        "source": "corridors",
        "filter": _NO_ROUTE,
        "layout": UNUSED,
        "paint": {"fill-color": "#8a6d4f", "fill-opacity": 0.22, "fill-antialias": False},
    }


def _routes() -> list[dict[str, Any]]:
    """Hairlines in a soft casing: dashed toward an end that is only an area, dotted over land and through the air.

    Migration is of another colour and dashed throughout. The route in focus shows its corridor, and its direction.
    """
    at_sea, sure = ["==", ["get", "medium"], "sea"], ["get", "sure"]
    layers: list[dict[str, Any]] = []
    for name, kind, colour in ROUTE_COLOURS:
        of_kind = ["==", ["get", "kind"], kind]
        dashes = {} if name == "routes" else {"line-dasharray": [4, 3]}
        for part, which, paint in (
            ("casing", at_sea, {"line-width": _BY_ZOOM_CASING, "line-opacity": 0.045}),
            ("line", ["all", at_sea, sure], {"line-width": 0.9, "line-opacity": 0.5, **dashes}),
            (
                "unsure",
                ["all", at_sea, ["!", sure]],
                {"line-width": 0.9, "line-opacity": 0.45, "line-dasharray": [3, 3]},
            ),
            ("over", ["!", at_sea], {"line-width": 0.9, "line-opacity": 0.4, "line-dasharray": [0.5, 3]}),
        ):
            layers.append(
                {
                    "id": f"{name}-{part}",
                    "type": "line",
                    "source": "lines",
                    "filter": ["all", of_kind, which],
                    "layout": {"line-join": "round"} if part in ("casing", "unsure") else _ROUNDED,
                    "paint": {"line-color": colour, **paint},
                }
            )
    arrows = {"symbol-placement": "line", "symbol-spacing": 90, "icon-image": "arrow"}
    return [
        *layers,
        _corridor_in_focus("route-on-corridor"),
        {
            "id": "route-on-line",
            "type": "line",
            "source": "lines",
            "filter": _NO_ROUTE,
            "layout": {**_ROUNDED, **UNUSED},
            "paint": {"line-color": "#8a6d4f", "line-width": 2.2},
        },
        {
            "id": "route-on-arrows",
            "type": "symbol",
            "source": "lines",
            "filter": _NO_ROUTE,
            "layout": {**arrows, **UNUSED, "icon-allow-overlap": True, "icon-ignore-placement": True},
        },
    ]


_BY_ZOOM_CASING = ["interpolate", ["linear"], ["zoom"], 1, 3, 4, 6, 7, 10]


def _regions() -> list[dict[str, Any]]:
    """Outlines of tallies (dashed, quiet), regions of single records, and the one that is hovered or selected."""
    colour = ["coalesce", ["get", "colour"], "#54646f"]
    none = ["==", ["get", "id"], ""]
    return [
        {
            "id": "outlines",
            "type": "line",
            "source": "outlines",
            "paint": {
                "line-color": "#8796a0",
                "line-width": 0.9,
                "line-dasharray": [3, 3],
                "line-opacity": _if_on(0.7),
            },
        },
        {
            "id": "regions-fill",
            "type": "fill",
            "source": "regions",
            "paint": {"fill-color": colour, "fill-opacity": _by_span(0.14, 0.05, 0)},
        },
        {
            "id": "regions-line",
            "type": "line",
            "source": "regions",
            "paint": {"line-color": colour, "line-width": 1, "line-opacity": _by_span(0.9, 0.6, 0.35)},
        },
        *(
            layer
            for source in ("outlines", "regions")
            for state, fill, width in (("hover", 0.06, 1.2), ("on", 0.12, 1.8))
            for layer in (
                {
                    "id": f"{source}-{state}-fill",
                    "type": "fill",
                    "source": source,
                    "filter": none,
                    "layout": UNUSED,
                    "paint": {"fill-color": "#54646f", "fill-opacity": fill},
                },
                {
                    "id": f"{source}-{state}-line",
                    "type": "line",
                    "source": source,
                    "filter": none,
                    "layout": UNUSED,
                    "paint": {
                        "line-color": "#54646f",
                        "line-width": width,
                        **({"line-dasharray": [3, 2]} if source == "outlines" else {}),
                    },
                },
            )
        ),
    ]


def _by_span(small: float, middling: float, large: float) -> list[Any]:
    """An opacity by the region's extent in degrees: a small region is quiet enough to be filled, a large one is not."""
    return _if_on(["interpolate", ["linear"], ["get", "span"], 1, small, 4, middling, 9, large])


def _if_on(opacity: float | list[Any]) -> list[Any]:
    """An opacity that the state ``off`` (outside the time window) takes away."""
    return ["case", ["boolean", ["feature-state", "off"], False], 0, opacity]


def _anchors() -> list[dict[str, Any]]:
    """Layers that draw nothing: Plotly's traces are put under them."""
    return [
        {"id": name, "type": "background", "layout": {"visibility": "none"}}
        for name in (ANCHOR_HOLLOW, ANCHOR_CORE, ANCHOR_NAMES)
    ]


def _tallies() -> list[dict[str, Any]]:
    """Counted rings where a grid has no room, and the names above the grids."""
    return [
        {
            "id": "tally-counts",
            "type": "symbol",
            "source": "tally-counts",
            "layout": {"icon-image": ["get", "image"], "icon-allow-overlap": True},
        },
        {
            "id": "tally-names",
            "type": "symbol",
            "source": "tally-names",
            "layout": {
                "text-font": FONT_BOLD,
                "text-field": ["concat", ["get", "name"], "  ", ["to-string", ["get", "count"]]],
                "text-size": 12.5,
                "text-anchor": "left",
                "text-max-width": 40,
                "text-allow-overlap": True,
                "text-ignore-placement": False,
            },
            "paint": {"text-color": "#16232c", "text-halo-color": "#e6eef2", "text-halo-width": 1.6},
        },
    ]


def _focus() -> list[dict[str, Any]]:
    """The ring about the mark that is hovered or selected, and the stroke through retracted ones.

    An empty picture under each mark keeps names of the ground away from it.
    """
    return [
        {
            "id": "stands",
            "type": "symbol",
            "source": "stands",
            "layout": {"icon-image": "blank", "icon-allow-overlap": True, "icon-padding": 0},
        },
        {
            "id": "struck",
            "type": "symbol",
            "source": "focus",
            "filter": ["==", ["get", "state"], "struck"],
            "layout": {"icon-image": "stroke", "icon-allow-overlap": True, "icon-ignore-placement": True},
        },
        {
            "id": "focus",
            "type": "circle",
            "source": "focus",
            "filter": ["in", ["get", "state"], ["literal", ["on", "hover"]]],
            "paint": {
                "circle-radius": ["case", ["==", ["get", "state"], "on"], 10, 8.5],
                "circle-opacity": 0,
                "circle-stroke-color": "#16232c",
                "circle-stroke-width": ["case", ["==", ["get", "state"], "on"], 2.2, 1.4],
            },
        },
    ]
