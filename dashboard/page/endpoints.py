"""What the page's scripts ask the server for: the state of an address, views, numbers, routes, the basemap."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse, Response

from dashboard.page.route_map import route_features
from dashboard.served import Served, served_by
from dashboard.state import PageState
from layers.view import view
from records.errors import RecordsError
from records.filter import Filter

router = APIRouter(prefix="/page", include_in_schema=False)

BASEMAP = ("land", "countries", "labels")
DAY_S = 86_400


@router.get("/open")
def open_page(request: Request) -> JSONResponse:
    """The state that an address means, what of it could not be read, and the first view."""
    state, problems = PageState.from_query(request.query_params)
    zoom = state.camera.zoom if state.camera else 4.0
    answer = _framed(served_by(request), state.filter, zoom)
    return JSONResponse({"state": state.to_json(), "problems": problems, **answer})


@router.get("/view")
def view_of(request: Request, zoom: float = 4.0) -> JSONResponse:
    """The view of a filter: marks of every date, and the numbers of the dates that were asked for."""
    return JSONResponse(_framed(served_by(request), _filter(request.query_params), zoom))


@router.get("/said")
def said_of(request: Request, zoom: float = 4.0) -> JSONResponse:
    """The numbers of a filter alone."""
    return JSONResponse(_said(served_by(request), _filter(request.query_params), zoom))


@router.get("/basemap/{name}.geojson")
def basemap(name: str) -> Response:
    """A part of the basemap: land, countries (borders) or labels."""
    if name not in BASEMAP:
        raise HTTPException(404)
    data = files("geo").joinpath("data", f"basemap_{name}.geojson").read_bytes()
    return Response(data, media_type="application/geo+json", headers={"Cache-Control": f"max-age={DAY_S}"})


def _filter(query: Mapping[str, str]) -> Filter:
    try:
        return Filter.from_query(query)
    except RecordsError as reason:
        raise HTTPException(400, str(reason)) from reason


def _framed(served: Served, wanted: Filter, zoom: float) -> dict[str, Any]:
    """Marks and bars without regard to dates (the browser moves the window over them), numbers with regard to them.

    More records than can be drawn are answered with bins, and then with the dates.
    """
    frame = view(served.snapshot, wanted.model_copy(update={"since": None, "until": None}), zoom=zoom)
    if frame.bins:
        frame = view(served.snapshot, wanted, zoom=zoom)
    return {"frame": frame.to_json(), **_said(served, wanted, zoom)}


def _said(served: Served, wanted: Filter, zoom: float) -> dict[str, Any]:
    answer = view(served.snapshot, wanted, zoom=zoom).to_json()
    return {"counts": answer["counts"], "sentence": answer["sentence"]}


@router.get("/routes.geojson")
def routes(request: Request) -> JSONResponse:
    """The lines and corridors of the store's routes in one collection."""
    return JSONResponse(route_features(served_by(request).store))
