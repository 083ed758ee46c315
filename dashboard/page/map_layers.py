"""The layers that the page offers from the registry: their rows and legends, what the map draws, and their features.

Nothing here knows a layer by its name. The browser finds what belongs to one by the ids that begin with its ``page-``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import shapely
from dash import html
from dash.development.base_component import Component
from shapely.geometry import mapping

from dashboard.page.basemap import EMPTY
from dashboard.page.rail import layer_name
from dashboard.words import Words
from geo.message import Message
from layers import registry
from layers.antimeridian import cut
from layers.layer import Feature, LayerEntry
from layers.paint import PaintClass, PaintKind
from layers.selection import Selection

MAX_FEATURES = 6_000
"""More features of a layer than this are counted, and not drawn."""
DECIMALS = 4
LEAST_LINE_PX = 1.0
"""A thinner line would not be seen in a legend."""

_KINDS: dict[PaintKind, str] = {"fill": "fill", "line": "line", "point": "circle"}


def source_id(entry: LayerEntry) -> str:
    """The id of a layer's source on the map; those of its drawings begin with it."""
    return f"page-{entry.name}"


def sources() -> dict[str, Any]:
    """An empty source for each layer."""
    return {source_id(entry): {"type": "geojson", "data": EMPTY} for entry in registry.page_layers()}


def drawings(*kinds: PaintKind) -> list[dict[str, Any]]:
    """The map's layers for those layers that are painted in one of these kinds, hidden until they are asked for."""
    return [
        {"layout": {"visibility": "none"}, "source": source_id(entry), **drawn}
        for entry in registry.page_layers()
        if entry.paint.kind in kinds
        for drawn in _drawings(entry)
    ]


def _drawings(entry: LayerEntry) -> Iterator[dict[str, Any]]:
    paint, colour = entry.paint, entry.paint.maplibre_colour("light")
    mixed = entry.geometry_type == "Unknown"
    line: dict[str, Any] = {"line-color": colour, "line-width": paint.width_px}
    if dash := paint.maplibre_dash():
        line["line-dasharray"] = dash
    if paint.kind == "fill":
        fill = {"fill-color": colour, "fill-opacity": paint.opacity, "fill-antialias": bool(paint.width_px)}
        # A layer of any geometry: the map would fill lines too, and put a point on every corner.
        only = {"filter": _is("Polygon")} if mixed else {}
        yield {"id": f"{source_id(entry)}-fill", "type": "fill", "paint": fill, **only}
    if paint.scale == "steps" and paint.kind == "fill":
        line["line-opacity"] = paint.opacity / 2  # the cells of a sum, whose colours matter more than their edges
    if paint.kind == "line" or (paint.kind == "fill" and paint.width_px):
        yield {"id": f"{source_id(entry)}-line", "type": "line", "paint": line}
    if paint.kind == "point" or mixed:
        circle = {
            "circle-color": colour,
            "circle-radius": paint.size_px / 2,
            "circle-opacity": 0.85 if mixed else paint.opacity,
            "circle-stroke-color": "#ffffff",
            "circle-stroke-width": min(paint.width_px, 1),
        }
        only = {"filter": _is("Point")} if mixed else {}
        yield {"id": f"{source_id(entry)}-circle", "type": "circle", "paint": circle, **only}


def _is(geometry_type: str) -> list[Any]:
    return ["in", ["geometry-type"], ["literal", [geometry_type, f"Multi{geometry_type}"]]]


def for_browser(words: Words) -> list[dict[str, Any]]:
    """What the page's scripts know of each layer, in the order of the list."""
    return [
        {
            "name": entry.name,
            "title": words.said(entry.title()),
            "kind": _KINDS[entry.paint.kind],
            "colours": {theme: entry.paint.maplibre_colour(theme) for theme in ("light", "dark")},
            "screen": entry.follows_screen,
            "marks": entry.marks,
        }
        for entry in registry.page_layers()
    ]


def answer(entry: LayerEntry, selection: Selection, words: Words) -> dict[str, Any]:
    """The features of a layer for the map, as one collection.

    ``left_out`` are more than can be drawn, ``unpainted`` those of no class (below the first step). Of the properties
    the map gets the column of the paint, the words of the tip, and which record it opens.
    """
    drawn: list[dict[str, Any]] = []
    left_out = unpainted = 0
    for feature in entry.features(selection, "auto"):
        if entry.paint.class_of(feature.properties) is None:
            unpainted += 1
        elif feature.geometry is None or feature.geometry.is_empty:
            continue
        elif len(drawn) < MAX_FEATURES:
            drawn.append(_feature(entry, feature, words))
        else:
            left_out += 1
    return {"type": "FeatureCollection", "features": drawn, "left_out": left_out, "unpainted": unpainted}


def _feature(entry: LayerEntry, feature: Feature, words: Words) -> dict[str, Any]:
    paint, properties = entry.paint, {"id": feature.id, **feature.properties}
    told: dict[str, Any] = {"tip": "\n".join(_tip(entry, properties, words))}
    if paint.column:
        told[paint.column] = properties.get(paint.column)
    if properties.get("incident_id"):
        told["record"] = properties["incident_id"]
    rounded = shapely.transform(cut(feature.geometry), lambda points: np.round(points, DECIMALS))
    return {"type": "Feature", "properties": told, "geometry": mapping(rounded)}


def _tip(entry: LayerEntry, properties: dict[str, Any], words: Words) -> list[str]:
    lines = [words.said(line) if isinstance(line, Message) else line for line in entry.tip(properties)]
    painted = entry.paint.class_of(properties) if entry.paint.scale == "categories" else None
    if painted is not None:
        lines.append(words.said(painted.text()))
    return [" ".join(line.split()) for line in lines]


def rows(words: Words, offered: Selection) -> list[Component]:
    """A row for each layer that a store may have features of, with its legend, which shows while the layer is on."""
    return [part for entry in registry.page_layers() if entry.offered(offered) for part in _row(entry, words, offered)]


def _row(entry: LayerEntry, words: Words, offered: Selection) -> tuple[Component, Component]:
    legend = f"legend-{entry.name}"
    named = layer_name(entry.name, words.said(entry.title()), words)
    button = html.Button(
        [_swatch(entry, entry.paint.classes[-1]), *named],
        type="button",
        className="row",
        **{
            "data-facet": "layer",
            "data-value": entry.name,
            "data-page-layer": entry.name,
            "aria-pressed": "false",
            "aria-controls": legend,
        },
    )
    return html.Div(button, className="row-line" if len(named) > 1 else "row-line wide"), _legend(
        entry, words, legend, offered
    )


def _legend(entry: LayerEntry, words: Words, id: str, offered: Selection) -> html.Div:
    """What the colours mean, what a reader must know, and for sums how many gaps the store knows in its data."""
    paint = entry.paint
    parts: list[Component] = []
    if paint.heading is not None:
        parts.append(html.P(words.said(paint.heading()), className="legend-heading"))
    if len(paint.classes) > 1:
        lines = [html.Li([_swatch(entry, one), html.Span(words.said(one.text()))]) for one in paint.classes]
        parts.append(html.Ul(lines, className=f"legend-classes {paint.scale}"))
    if (note := entry.noted(offered)) is not None:
        parts.append(html.P(words.said(note), className="legend-note"))
    if paint.scale == "steps" and (gaps := len(offered.store.gaps())):
        parts.append(html.P(words("layer.gaps", count=gaps), className="legend-note"))
    parts.append(html.P(className="legend-said", hidden=True))
    return html.Div(parts, id=id, className="layer-legend", hidden=True)


def _swatch(entry: LayerEntry, one: PaintClass) -> html.Span:
    """The colour of a class as the map shows it; it says nothing by itself, so it is hidden from screen readers."""
    paint = entry.paint
    style = {
        "--light": one.light,
        "--dark": one.dark,
        "--fill": f"{round(100 * paint.opacity)}%",
        "--width": f"{max(paint.width_px, LEAST_LINE_PX):g}px",
    }
    if dash := paint.dash_of(one):
        style["--dash"] = _dashes([max(round(length * paint.width_px), 1) for length in dash])
    bare = "" if paint.width_px else " bare"
    return html.Span(className=f"swatch {paint.kind}{bare}", style=style, **{"aria-hidden": "true"})


def _dashes(lengths_px: Sequence[int]) -> str:
    """Dashes as the map draws them – drawn, left out, drawn, … – for a line of a legend, as an image of CSS.

    In whole pixels: parts of one would make each dash another.
    """
    stops, at = [], 0
    for index, length in enumerate(lengths_px):
        colour = "transparent" if index % 2 else "var(--colour)"
        stops.append(f"{colour} {at}px {at + length}px")
        at += length
    return f"repeating-linear-gradient(90deg, {', '.join(stops)})"


def as_text(value: dict[str, Any]) -> bytes:
    """A collection as compact JSON."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
