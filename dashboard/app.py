"""The one place that joins everything: store, page, endpoints, callbacks and headers."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from dash import Dash
from dash.development.base_component import Component
from fastapi import FastAPI, HTTPException
from fastapi.responses import JSONResponse

from dashboard import http_cite, http_export, http_intake, http_tables, nearby
from dashboard.first_scripts import preloads
from dashboard.intake_settings import IntakeSettings
from dashboard.page import asof, callbacks, compare, endpoints, export_dialog, story, totals
from dashboard.page.layout import page
from dashboard.page.route_map import route_features
from dashboard.page.table import leave_grid_for_later
from dashboard.security import SecurityHeaders, content_policy
from dashboard.served import Served
from dashboard.state import PageState
from dashboard.words import words_of
from layers.beside import Beside
from records.filter import Filter
from records.store import open_store

ASSETS = Path(__file__).parent / "assets"
INDEX = """<!DOCTYPE html>
<html lang="en">
<head>
{%metas%}
<title>{%title%}</title>
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
{%css%}
<script type="module" async src="/assets/js/start.js"></script>
<script id="plotly" async src="/_dash-component-suites/plotly/package_data/plotly.min.js"></script>
MODULES
</head>
<body>
{%app_entry%}
<noscript>Leadline needs JavaScript to draw the map. The records are at /export/incidents.geojson.</noscript>
<footer>{%config%}{%scripts%}{%renderer%}</footer>
</body>
</html>
"""


def make_app(store_address: str = "case", beside: Beside | None = None) -> Dash:
    """The dashboard of a store (see :func:`records.store.open_store`); ``app.server`` is its FastAPI application.

    ``beside``: what the user laid beside the store.

    Raises :class:`records.errors.RecordsError` where the store cannot be opened.
    """
    served = Served.of(open_store(store_address), beside)
    server = FastAPI(title="Leadline", docs_url=None, redoc_url=None, openapi_url=None, lifespan=http_intake.lifespan)
    server.state.served = served
    server.state.intake = http_intake.Intake(IntakeSettings.from_environment())
    server.include_router(endpoints.router)
    server.include_router(totals.router)
    server.include_router(asof.router)
    server.include_router(compare.router)
    server.include_router(http_export.router)
    server.include_router(export_dialog.router)
    server.include_router(story.router)
    server.include_router(http_cite.router)
    server.include_router(http_intake.router)
    server.include_router(http_tables.router)
    server.include_router(nearby.router)
    server.add_api_route("/healthz", healthz, methods=["GET"])
    app = Dash(
        "dashboard",
        server=server,
        backend="fastapi",
        assets_folder=str(ASSETS),
        assets_path_ignore=["js", "later"],
        index_string=INDEX.replace("MODULES", preloads(ASSETS / "js", "/assets/js/")),
        title="Leadline",
        update_title="",
        serve_locally=True,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    leave_grid_for_later()
    app.layout = lambda: _layout(app, served)
    callbacks.register(app, served)
    server.add_api_route("/{path:path}", nothing_here, methods=["GET"], include_in_schema=False)
    server.add_middleware(SecurityHeaders, policy=content_policy(app.csp_hashes()))
    return app


def warm(app: Dash) -> None:
    """Compute what every first visit asks for (tallies, marks, routes), and what the first sheet looks up."""
    served: Served = app.server.state.served
    endpoints.first_view(served)
    endpoints.ground()
    route_features(served.store)
    nearby.warm(served)


def healthz() -> JSONResponse:
    """Whether the server answers."""
    return JSONResponse({"status": "ok"})


def nothing_here(path: str) -> None:
    """Unknown paths are not the page: Dash would answer them with it."""
    raise HTTPException(404, f"there is nothing at /{path}")


def _layout(app: Dash, served: Served) -> Component:
    """The page in the language that its address asks for; the browser tells it as the referring address."""
    asked = app.backend.has_request_context()  # not while Dash checks the layout at the start
    address = app.backend.request_adapter().headers.get("referer", "") if asked else ""
    state, _ = PageState.from_query(dict(parse_qsl(urlsplit(address).query)))
    words = words_of(state.language).about(served.language)
    title = words.entries.get(f"case.{served.title}", served.title)
    return page(words, title, served.types_present, served.selection(Filter()))
