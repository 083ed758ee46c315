"""A folium page that opens from disk without a network: map, tallies, regions, routes, time, legend, list.

Leaflet and jQuery are embedded (folium names other hosts by default), the land comes from the project's own data,
and a policy in the page forbids any request. All text is data: it travels as JSON and is set as text.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from folium import Element, Map
from folium.template import Template
from xstatic.pkg import jquery, leaflet

from geo.message import Message
from layers.land import coarse_land
from layers.layer import Feature, LayerEntry
from layers.legend import QUESTIONS, LegendEntry, legend_of
from layers.mercator import wrapped
from layers.registry import page_layers
from layers.routes import draw, drawing
from layers.selection import Selection
from layers.snapshot import Snapshot
from layers.spoken import ENGLISH, Spoken
from layers.story import StoryTold
from layers.style import DARK, FAMILY_OF_TYPE, LIGHT, TYPES_IN_ORDER, Theme
from layers.view import View, view
from layers.writers.export import Export
from layers.writers.geojson import geometry_json
from records.dates import first_instant, last_instant
from records.incident import Incident

MAP_ID = "leadline"
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
LAND_TOLERANCE_DEG = 0.04
SMALLEST_SPAN_DEG = 6.0
"""The page never opens closer than this, however close together its records lie."""

WORLD_HALF_DEG = 165.0
"""Records that are spread wider than this are shown on a map of the world with Greenwich in its middle."""


class OfflineMap(Map):
    """A folium map that names no file on another host."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.default_js = []
        self.default_css = []


class _AsIs(Element):
    """A piece of the page that is written as it is: an ``Element`` would take its text for a template."""

    _template = Template("{{ this.text }}")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


def chunks(export: Export) -> Iterator[bytes]:
    """The page of the records of an export with their regions and routes, and its layer where that is another."""
    beside: tuple[LayerEntry, ...] = (export.layer,) if export.layer.on_page else ()
    if export.story is not None:
        named = {name for step in export.story.steps for name in step.layers}
        beside += tuple(entry for entry in page_layers() if entry.name in named and entry not in beside)
    yield page(export.selection, beside, export.story, export.spoken).encode()


def page(
    selection: Selection,
    layers: tuple[LayerEntry, ...] = (),
    story: StoryTold | None = None,
    spoken: Spoken = ENGLISH,
) -> str:
    """The page of a selection as text, with these layers beside the records, and with a story that it tells."""
    if selection.where is None:
        snapshot = Snapshot.of(selection.store, outlines=selection.outlines)
    else:
        snapshot = Snapshot.from_incidents(tuple(selection.incidents()), selection.outlines)
    shown = view(snapshot, selection.filter)
    west, south, east, north = _bounds(shown)
    centre = (wrapped((west + east) / 2), (south + north) / 2)
    frame = OfflineMap(
        location=(centre[1], centre[0]),
        zoom_start=4,
        tiles=None,
        zoom_snap=0.25,
        min_zoom=2,
        max_zoom=14,
        control_scale=False,
    )
    frame._id = MAP_ID
    root: Any = frame.get_root()
    title = _title(selection, spoken) if story is None else story.title or _title(selection, spoken)
    for name, text in _head(title):
        root.header.add_child(_AsIs(text), name=name)
    data = {
        "map": frame.get_name(),
        "title": title,
        "subtitle": _dates(shown),
        "counts_said": _subtitle(shown, spoken),
        "attribution": html.escape(spoken("attribution")),
        "language": spoken.language,
        "words": dict(spoken.words),
        "written": spoken.written or None,
        "view": _view(shown, spoken),
        "records": {
            incident.id: _told(incident, selection, spoken) for incident in selection.incidents() if shown.marks
        },
        "routes": _routes(selection, spoken),
        "layers": [_layer(layer, selection, spoken) for layer in layers],
        "story": _story(story, snapshot, shown),
        "land": _land(),
        "countries": _countries(spoken.language),
        "centre": centre,
        "crosses": bool(west < -180 or east > 180),
        "bounds": (float(west), float(south), float(east), float(north)),
        "themes": {"light": _theme(LIGHT), "dark": _theme(DARK)},
        "families": FAMILY_OF_TYPE,
        "types": [kind for kind in TYPES_IN_ORDER if kind in set(_types(shown))],
        "questions": {name: spoken.said(said) for name, said in QUESTIONS.items()},
        "legend": [
            {**asdict(entry), "text": spoken.said(entry.text)} for entry in legend_of(shown) if _present(entry, shown)
        ],
    }
    text = str(root.render()).replace("<html>", f'<html lang="{html.escape(spoken.language)}">', 1)
    # folium forbids enlarging the page by hand.
    text = re.sub(r",\s*maximum-scale=1\.0, user-scalable=no", "", text, count=1)
    before, _, after = text.rpartition("</html>")
    return f"{before}{_script(data)}</html>{after}"


def _script(data: dict[str, Any]) -> str:
    """The data, and the script that draws it once the map is there; a story's own script where there is one."""
    kept = f'<script type="application/json" id="leadline-data">{as_text(data)}</script>'
    own = [_own("page.js")]
    if data["story"] is not None:
        # A page on disk has no modules: the file is read as a plain script.
        own = [_own("markdown.js").replace("export function", "function"), _own("story.js"), *own]
    return "\n".join([kept, *(f"<script>{text}</script>" for text in own), ""])


def _story(story: StoryTold | None, snapshot: Snapshot, shown: View) -> dict[str, Any] | None:
    """The steps as the script takes them: which of the page's records each holds (by row), and its window."""
    if story is None:
        return None
    row_of = {mark.id: row for row, mark in enumerate(shown.marks)}
    steps = []
    for step in story.steps:
        undated = step.filter.model_copy(update={"since": None, "until": None})
        mask = snapshot.select(undated)
        rows = [row_of[id] for id, passes in zip(snapshot.ids, mask, strict=True) if passes and id in row_of]
        since, until = step.filter.since, step.filter.until
        steps.append(
            {
                "title": step.title,
                "text": step.text,
                "rows": rows,
                "since": None if since is None else int(first_instant(since).timestamp() * 1000),
                "until": None if until is None else int(last_instant(until).timestamp() * 1000),
                "camera": step.camera,
                "selected": step.selected,
                "layers": step.layers,
                "without": step.without,
            }
        )
    return {"title": story.title, "words": story.words, "steps": steps}


def as_text(value: Any) -> str:
    """JSON that may stand inside a script element: nothing in it ends the element or begins a comment."""
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _head(title: str) -> Iterator[tuple[str, str]]:
    yield "policy", f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield "screen", '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield "title", f"<title>{html.escape(title)}</title>"
    yield "leaflet_css", f"<style>{_leaflet_css()}</style>"
    yield "page_css", f"<style>{_own('page.css')}</style>"
    yield "jquery", f"<script>{_library(jquery, 'jquery.min.js')}</script>"
    yield "leaflet", f"<script>{_library(leaflet, 'leaflet.js')}</script>"


@cache
def _own(name: str) -> str:
    return files("layers.writers").joinpath("page", name).read_text(encoding="utf-8")


@cache
def _library(package: Any, name: str) -> str:
    text = Path(package.BASE_DIR, name).read_text(encoding="utf-8")
    # The map of the minified source is a file beside it, which a page on disk does not have.
    return "\n".join(line for line in text.splitlines() if not line.startswith("//# sourceMappingURL"))


@cache
def _leaflet_css() -> str:
    """Leaflet's style without the pictures beside it, none of which the page shows."""
    lines = _library(leaflet, "leaflet.css").splitlines()
    return "\n".join(line for line in lines if "url(images/" not in line)


def _bounds(shown: View) -> tuple[float, float, float, float]:
    """West, south, east, north of the middle nine tenths of the marks; east may run on beyond 180°."""
    points = [(mark.lon, mark.lat) for mark in shown.marks if mark.on_map and mark.lon is not None]
    for tally in shown.tallies:
        points += [(drawn.lon, drawn.lat) for drawn in (tally.zooms.get(4),) if drawn is not None] * tally.count
    points += [((found.west + found.east) / 2, (found.south + found.north) / 2) for found in shown.bins]
    if not points:
        return -120.0, -40.0, 120.0, 60.0
    lon, lat = np.array(points, float).T
    around = np.sort(lon % 360)
    gaps = np.diff(np.append(around, around[0] + 360))
    start = around[(int(np.argmax(gaps)) + 1) % len(around)]
    along = start + (lon - start) % 360
    west, east = np.quantile(along, [0.05, 0.95])
    south, north = np.quantile(lat, [0.05, 0.95])
    across, down = max(east - west, SMALLEST_SPAN_DEG) * 0.56, max(north - south, SMALLEST_SPAN_DEG) * 0.56
    middle = wrapped(float(west + east) / 2)
    height = float(south + north) / 2
    if across > WORLD_HALF_DEG:
        middle, across = 0.0, WORLD_HALF_DEG
    return middle - across, max(-80.0, height - down), middle + across, min(84.0, height + down)


def _title(selection: Selection, spoken: Spoken) -> str:
    name = selection.store.address.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".gpkg")
    return spoken("case") if name == "case" else name


def _subtitle(shown: View, spoken: Spoken) -> str:
    counts = shown.counts
    told = (("on_map", counts.on_map), ("unplaced", counts.not_placed), ("aside", counts.not_at_sea))
    parts = ", ".join(spoken(name, count=f"{count:,}") for name, count in told if count or name == "on_map")
    return spoken("shown", count=f"{counts.matched:,}", total=f"{counts.total:,}", parts=parts)


def _view(shown: View, spoken: Spoken) -> dict[str, Any]:
    """The view as the script takes it, its tallies named in the language of the page."""
    told: dict[str, Any] = shown.to_json()
    for tally in told["tallies"]:
        tally["name"] = spoken.place(tally["name"])
    return told


def _present(entry: LegendEntry, shown: View) -> bool:
    """Whether a line of the legend has anything on this page; a page holds only what was selected."""
    return bool(entry.count) or bool(shown.bins)


def _dates(shown: View) -> str:
    first, last = shown.sentence.first, shown.sentence.last
    return "" if first is None or last is None else f"{first[:10]} – {last[:10]}"


def _types(shown: View) -> list[str]:
    return [mark.event_type for mark in shown.marks] or list(shown.counts.by_type)


def _theme(theme: Theme) -> dict[str, Any]:
    return {name: getattr(theme, name) for name in Theme.__slots__}


def _told(incident: Incident, selection: Selection, spoken: Spoken) -> dict[str, Any]:
    """What the card of a record says."""
    return {
        "when": incident.date_edtf or spoken("date_unknown"),
        "location_text": incident.location_text,
        "drawn_as": _drawn_as(incident, selection, spoken),
        "summary": spoken.own(incident.summary),
        "tolls": list(_tolls(incident)),
        "quantity": "" if incident.quantity is None else _quantity(incident, spoken),
        "disputed_on": incident.disputed_on,
        "dispute": spoken.own(incident.dispute),
        "sources": [
            {
                "publisher": source.publisher,
                "title": source.title,
                "published": source.published,
                "lang": source.language if source.language != spoken.language else None,
                "url": source.url if source.link and source.url.startswith(("https://", "http://")) else "",
            }
            for source in incident.sources
        ],
    }


def _tolls(incident: Incident) -> Iterator[tuple[str, int | None, int | None]]:
    for name in ("killed", "injured", "survivors", "missing"):
        low, high = getattr(incident, f"{name}_min"), getattr(incident, f"{name}_max")
        if low is not None or high is not None:
            yield name, low, high


def _quantity(incident: Incident, spoken: Spoken) -> str:
    told = {"quantity": f"{incident.quantity:,g}", "unit": incident.quantity_unit, "substance": incident.substance}
    told = {name: spoken.own(text) for name, text in told.items()}
    return spoken("amount", **told) if all(told.values()) else " ".join(text for text in told.values() if text)


def _drawn_as(incident: Incident, selection: Selection, spoken: Spoken) -> str:
    place = incident.place
    if place is None:
        reason = incident.not_located_reason
        return spoken("no_place") if reason is None else spoken.said(reason)
    if place.stated:
        return spoken("stated")
    if place.region_id is not None and (outline := selection.outlines(place.region_id)) is not None:
        return spoken("only_region", name=spoken.place(outline.name))
    return spoken("within", nmi=f"{place.radius_m / 1852:,.0f}", km=f"{place.radius_m / 1000:,.0f}")


def _routes(selection: Selection, spoken: Spoken) -> dict[str, Any]:
    drawn = drawing(draw(route) for route in selection.routes())
    for line in drawn.lines["features"]:
        told = line["properties"]
        mode = str(told.get("mode") or "").replace("_", " ")
        told |= {"mode": spoken.own(mode), "commodity": spoken.own(told.get("commodity") or "")}
        told |= {"period": spoken.own(told.get("period") or "")}
    return {"lines": drawn.lines, "corridors": drawn.corridors, "bands": drawn.bands}


def _layer(layer: LayerEntry, selection: Selection, spoken: Spoken) -> dict[str, Any]:
    """A layer's features with the number of the class that paints each, and its legend in words."""
    paint = layer.paint
    features, note = [], layer.noted(selection)
    for feature in layer.features(selection, "auto"):
        one = paint.class_of(feature.properties)
        if feature.geometry is None or one is None:
            continue
        told = {"class": paint.classes.index(one), "label": _label(layer, feature, spoken)}
        features.append({"type": "Feature", "properties": told, "geometry": geometry_json(feature.geometry)})
    return {
        "name": layer.name,
        "title": spoken.said(layer.title()),
        "note": "" if note is None else spoken.said(note),
        "features": {"type": "FeatureCollection", "features": features},
        "classes": [
            {"text": spoken.said(one.text()), "light": one.light, "dark": one.dark, "dash": paint.dash_of(one)}
            for one in paint.classes
        ],
        "paint": {name: getattr(paint, name) for name in ("kind", "opacity", "width_px", "size_px")},
    }


def _label(layer: LayerEntry, feature: Feature, spoken: Spoken) -> str:
    return " · ".join(
        spoken.said(line) if isinstance(line, Message) else line
        for line in layer.tip({"id": feature.id, **feature.properties})
    )


@cache
def _land() -> list[list[list[int]]]:
    """The land as rings of steps in hundredths of a degree, which are short to write."""
    drawn = shapely.simplify(coarse_land(), LAND_TOLERANCE_DEG)
    large = drawn[shapely.area(drawn) > LAND_TOLERANCE_DEG**2]
    return [
        [_steps(ring.coords) for ring in (polygon.exterior, *polygon.interiors)] for polygon in shapely.get_parts(large)
    ]


@cache
def _countries(language: str) -> list[tuple[float, float, str, int]]:
    """Names of countries: longitude, latitude, name, and the zoom from which it is shown."""
    labels = json.loads(files("geo").joinpath("data", "basemap_labels.geojson").read_text(encoding="utf-8"))
    told = [feature for feature in labels["features"] if feature["properties"]["kind"] == "country"]
    return [
        (*each["geometry"]["coordinates"], about.get(f"name_{language}") or about["name_en"], about["min_zoom"])
        for each in told
        if (about := each["properties"])
    ]


def _steps(coordinates: Any) -> list[int]:
    whole = np.round(np.asarray(coordinates)[:, :2] * 100).astype(int)
    steps: list[int] = np.diff(whole, axis=0, prepend=[[0, 0]]).ravel().tolist()
    return steps
