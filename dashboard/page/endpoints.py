"""What the page's scripts ask the server for: the state of an address, views, numbers, routes, the basemap."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import JSONResponse, Response

from dashboard.locator_map import sketch_told
from dashboard.page import map_layers
from dashboard.page.basemap import PARTS
from dashboard.page.map import figure
from dashboard.page.route_map import corridor_features, route_features
from dashboard.page.story import opened
from dashboard.page.table import PAGE_ROWS, Part, SortColumn, rows_of
from dashboard.page.totals import choice_of_address, counted
from dashboard.served import Served, served_by
from dashboard.state import PageState, Stretch, TableScope, known_values
from dashboard.words import Words, words_of
from layers.errors import LayersError
from layers.pick import Pick, picked, walked
from layers.registry import page_layers
from layers.snapshot import combined, instant_us
from layers.step import stepped
from layers.timeline import Axis, BinUnit, WideDate, timeline
from layers.view import Bin, Mark, columns, numbers, view
from records.dates import first_instant, last_instant
from records.errors import RecordsError
from records.filter import Box, Filter
from records.toll import matrix

router = APIRouter(prefix="/page", include_in_schema=False)

DAY_S = 86_400
FIRST_ZOOM = 4.0
"""Before the map has one of its own."""


@router.get("/open")
def open_page(request: Request) -> JSONResponse:
    """The state that an address means, what of it could not be read, the first view, and the story it carries."""
    query, told, wrong = opened(request.query_params, served_by(request))
    state, problems = PageState.from_query(query)
    zoom = state.camera.zoom if state.camera else FIRST_ZOOM
    answer = _framed(
        served_by(request),
        state.filter,
        Screen(zoom, axis=_axis_of(state.axis, state.per)),
        words_of(state.language),
        ",".join(state.count),
        selected=state.selected,
    )
    said = [_unread(problems, words_of(state.language))] if problems else []
    return JSONResponse({"state": state.to_json(), "problems": [*wrong, *said], "story": told, **answer})


def _unread(names: tuple[str, ...], words: Words) -> str:
    """What was left out of an address, each with the values that it may have where they can be listed."""
    told = (
        words("said.known", name=name, values=", ".join(known)) if (known := known_values(name)) else name
        for name in names
    )
    return words("said.unread", names="; ".join(told))


@router.get("/map")
def map_figure() -> JSONResponse:
    """The map as a figure of Plotly's that has no data yet."""
    return JSONResponse(figure())


@router.get("/view")
def view_of(
    request: Request,
    zoom: float = FIRST_ZOOM,
    screen: str = "",
    axis: str = "",
    per: str = "",
    count: str = "",
    sel: str = "",
    lang: str = "en",
) -> JSONResponse:
    """The view of a filter: marks of every date, and the numbers of the dates that were asked for.

    ``screen``: west, south, east, north of the map as it stands; it matters where not all records can be drawn.
    ``axis``, ``per``: the stretch of time that the bar shows and the unit of its bars, as in an address. ``sel``: the
    record that is selected, which is answered even where not all records can be drawn.
    """
    wanted = _filter(request.query_params)
    shown = Screen(zoom, _filter({"bbox": screen}).bbox, _axis(axis, per))
    return JSONResponse(_framed(served_by(request), wanted, shown, words_of(lang), count, selected=sel))


@router.get("/pick")
def pick(request: Request, sel: str = "", by: Annotated[int, Query(ge=-1_000, le=1_000)] = 0) -> JSONResponse:
    """One record as it is drawn, where not all records can be: ``sel``, or the one that lies ``by`` records from it.

    The way leads in order of date through the records of the filter, dates included, that are on the map.
    """
    snapshot, wanted = served_by(request).snapshot, _filter(request.query_params)
    id = walked(snapshot, wanted, sel, by) if by else sel
    return JSONResponse(_pick_json(picked(snapshot, wanted, id)))


def _pick_json(pick: Pick) -> dict[str, Any]:
    return {"id": pick.id, "marks": columns(Mark, pick.marks), "regions": pick.regions}


@router.get("/bars")
def bars(request: Request, axis: str = "", per: str = "") -> JSONResponse:
    """The bars and spans of another stretch of time, for a filter without regard to its dates."""
    snapshot = served_by(request).snapshot
    wanted = _filter(request.query_params)
    masks = snapshot.masks(wanted)
    filtered = combined(masks, len(snapshot), without=("dates",))
    histogram, spans = timeline(snapshot, filtered, combined(masks, len(snapshot)), _axis(axis, per))
    return JSONResponse({"histogram": asdict(histogram), "spans": columns(WideDate, spans)})


@router.get("/step")
def step(request: Request, zoom: float = FIRST_ZOOM, screen: str = "") -> JSONResponse:
    """What moves with the time window where records are too many to be marks: bins, numbers in rings, counts."""
    snapshot = served_by(request).snapshot
    wanted = _filter(request.query_params)
    moved = stepped(snapshot, wanted, zoom=zoom, bbox=_filter({"bbox": screen}).bbox)
    return JSONResponse({"bins": columns(Bin, moved.bins), "rings": moved.rings, "counts": asdict(moved.counts)})


@router.get("/said")
def said_of(request: Request, count: str = "") -> JSONResponse:
    """The numbers of a filter alone."""
    return JSONResponse(_said(served_by(request), _filter(request.query_params), count))


@router.get("/rows")
def rows(
    request: Request,
    scope: TableScope = "shown",
    start: Annotated[int, Query(ge=0)] = 0,
    end: Annotated[int, Query(ge=0)] = PAGE_ROWS,
    sort: SortColumn = "date",
    descending: bool = False,
    seek: Annotated[str, Query(max_length=500)] = "",
    lang: str = "en",
) -> JSONResponse:
    """A part of the table's rows for a filter, how many there are, and where the record ``seek`` stands."""
    part = Part(scope, start, end, sort, descending, seek)
    return JSONResponse(asdict(rows_of(served_by(request), _filter(request.query_params), part, words_of(lang))))


@router.get("/layers/{name}.geojson")
def layer(request: Request, name: str, zoom: float | None = None, screen: str = "", lang: str = "en") -> Response:
    """The features of a layer of the registry that the page offers, for a filter with its dates."""
    entry = next((each for each in page_layers() if each.name == name), None)
    if entry is None:
        raise HTTPException(404, f"the page has no layer '{name}'")
    box = _filter({"bbox": screen}).bbox
    selection = served_by(request).selection(_filter(request.query_params), zoom=zoom, screen_box=box)
    try:
        found = map_layers.answer(entry, selection, words_of(lang))
    except LayersError as reason:
        raise HTTPException(400, str(reason)) from reason
    return Response(map_layers.as_text(found), media_type="application/geo+json")


@router.get("/basemap/{name}.geojson")
def basemap(name: str) -> Response:
    """The basemap or a part of it: land, countries (borders), labels, or all of them as ``ground``."""
    if name not in (*PARTS, "ground"):
        raise HTTPException(404)
    data = ground() if name == "ground" else _basemap_file(name).read_bytes()
    return Response(data, media_type="application/geo+json", headers={"Cache-Control": f"max-age={DAY_S}"})


@cache
def ground() -> bytes:
    """All parts of the basemap in one collection; a property says of which one a feature is."""
    features = [
        {**feature, "properties": {**feature["properties"], "part": part}}
        for part in PARTS
        for feature in json.loads(_basemap_file(part).read_bytes())["features"]
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")).encode()


def _basemap_file(part: str) -> Traversable:
    return files("geo").joinpath("data", f"basemap_{part}.geojson")


def _filter(query: Mapping[str, str]) -> Filter:
    try:
        return Filter.from_query(query)
    except RecordsError as reason:
        raise HTTPException(400, str(reason)) from reason


def _axis(stretch: str, per: str) -> Axis | None:
    state, problems = PageState.from_query({name: text for name, text in (("axis", stretch), ("per", per)) if text})
    if problems:
        raise HTTPException(400, f"{', '.join(problems)} could not be read")
    return _axis_of(state.axis, state.per)


def _axis_of(stretch: Stretch | None, per: BinUnit | None) -> Axis | None:
    """A stretch as layers count it; a unit alone is of all records."""
    if stretch is None or stretch.first is None or stretch.last is None:
        return None if per is None else Axis(-(2**62), 2**62, per)
    return Axis(instant_us(first_instant(stretch.first)), instant_us(last_instant(stretch.last)), per)


@dataclass(frozen=True, slots=True)
class Screen:
    """What part of the world the map shows: MapLibre's zoom, the box where it is known; and what the time bar shows."""

    zoom: float
    box: Box | None = None
    axis: Axis | None = None


def _framed(
    served: Served, wanted: Filter, screen: Screen, words: Words, count: str = "", *, selected: str = ""
) -> dict[str, Any]:
    """Marks and bars without regard to dates (the browser moves the window over them), numbers with regard to them.

    Where those are more than can be drawn the frame is of the dates and the screen alone (``dated``), and the record
    that is selected comes beside it (``picked``). Tallies are named in the reader's language.
    """
    undated = wanted.model_copy(update={"since": None, "until": None})
    frame = view(served.snapshot, undated, zoom=screen.zoom, axis=screen.axis)
    dated = bool(frame.bins)
    if dated:
        frame = view(served.snapshot, wanted, zoom=screen.zoom, bbox=screen.box, axis=screen.axis)
    told = frame.to_json()
    for tally in told["tallies"]:
        tally["name"] = words.place(tally["name"])
    one = _pick_json(picked(served.snapshot, wanted, selected)) if dated and selected else None
    return {"frame": told, "dated": dated, "picked": one, **_said(served, wanted, count)}


def first_view(served: Served) -> dict[str, Any]:
    """The view of an address without parameters."""
    return _framed(served, PageState().filter, Screen(FIRST_ZOOM), words_of("en"))


def _said(served: Served, wanted: Filter, count: str = "") -> dict[str, Any]:
    """The numbers of a filter; ``count`` narrows the toll as in the totals (:class:`records.toll.Choice`)."""
    counts, said = numbers(served.snapshot, wanted)
    sentence = asdict(said)
    if count:
        what = served.snapshot.toll_of
        found = matrix(counted(served, wanted), choice_of_address(count), what=what)
        low, high = found.toll
        if what == "strikes":
            sentence |= {"killed_min": low, "killed_max": high}
        else:
            sentence |= {"toll_rows": found.records - found.not_stated, "toll_min": low, "toll_max": high}
    return {"counts": asdict(counts), "sentence": sentence}


@router.get("/routes.geojson")
def routes(request: Request) -> JSONResponse:
    """The lines and bands of the store's routes in one collection."""
    return JSONResponse(route_features(served_by(request).store))


@router.get("/corridor.geojson")
def corridor(request: Request, route: str) -> JSONResponse:
    """The corridor of one route, for which the page asks when the route is pointed at."""
    return JSONResponse(corridor_features(served_by(request).store, route))


@router.get("/sketch")
def small_map(request: Request, id: str) -> JSONResponse:
    """The small map of a record's place; 404 where there is no such record, or it has no place."""
    record = served_by(request).store.incident(id)
    if record is None or record.place is None:
        raise HTTPException(404, f"there is no place of a record '{id}'")
    return JSONResponse(sketch_told(record.place))
