"""The one place that joins everything: store, page, endpoints, callbacks and headers."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from dash import Dash
from dash.development.base_component import Component
from fastapi import FastAPI, HTTPException
from fastapi.responses import JSONResponse

from dashboard import http_cite, http_export, http_intake, http_tables, nearby
from dashboard.first_scripts import preloads
from dashboard.intake_settings import IntakeSettings
from dashboard.page import asof, callbacks, compare, endpoints, export_dialog, story, totals
from dashboard.page.answers import answers
from dashboard.page.layout import page
from dashboard.page.markup import markup
from dashboard.page.route_map import route_features
from dashboard.page.table import leave_grid_for_later
from dashboard.security import SecurityHeaders, content_policy
from dashboard.served import Served
from dashboard.state import PageState
from dashboard.words import Words, words_of
from layers.beside import Beside
from records.filter import Filter
from records.store import open_store

ASSETS = Path(__file__).parent / "assets"
INDEX = """<!DOCTYPE html>
<html lang="LANGUAGE">
<head>
{%metas%}
<title>{%title%}</title>
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
<script src="/assets/js/first_theme.js"></script>
{%css%}
<script type="module" async src="/assets/js/start.js"></script>
<link id="plotly" rel="preload" as="script" href="/_dash-component-suites/plotly/package_data/plotly.min.js">
MODULES
</head>
<body CLASS>
PAGE
<noscript>Leadline needs JavaScript to draw the map. The records are at /export/incidents.geojson.</noscript>
<div hidden>{%app_entry%}</div>
<footer>{%config%}<template id="dash">{%scripts%}{%renderer%}</template></footer>
</body>
</html>
"""


class Leadline(Dash):
    """Dash, with the page in the HTML that it answers: see decision 11."""

    def __init__(self, served: Served, *given: Any, **named: Any) -> None:
        self.served = served
        super().__init__(*given, **named)

    def interpolate_index(self, **parts: Any) -> str:
        """The document, with the page in the language that its address asks for."""
        request = self.backend.request_adapter() if self.backend.has_request_context() else None
        state = self.state(request.url if request else "")
        words = words_of(state.language)
        whole: str = super().interpolate_index(**parts)
        # Last, so that nothing which a store or a translation says is read as a place to be filled.
        framed = 'class="embedded"' if state.embed else ""
        head, body = whole.replace("LANGUAGE", words.language, 1).replace(" CLASS", f" {framed}", 1).split("PAGE", 1)
        return f"{head}{markup(self.page(words))}{body}"

    def state(self, address: str) -> PageState:
        """What an address asks for."""
        return PageState.from_query(dict(parse_qsl(urlsplit(address).query)))[0]

    def page(self, words: Words) -> Component:
        """The page of the store in a language."""
        served = self.served
        title = words.entries.get(f"case.{served.title}", served.title)
        return page(words.about(served.language), title, served.types_present, served.selection(Filter()))


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
    app = Leadline(
        served,
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
    app.layout = lambda: answers(words_of(app.state(_referer(app)).language))
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
    callbacks.warm_sheet(served)


def healthz() -> JSONResponse:
    """Whether the server answers."""
    return JSONResponse({"status": "ok"})


def nothing_here(path: str) -> None:
    """Unknown paths are not the page: Dash would answer them with it."""
    raise HTTPException(404, f"there is nothing at /{path}")


def _referer(app: Dash) -> str:
    """The address of the page that asks; nothing while Dash checks the layout at the start."""
    asked = app.backend.has_request_context()
    return app.backend.request_adapter().headers.get("referer", "") if asked else ""
