"""The whole page: the map, and the panels that float over it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from dash import html

from dashboard.page import map_layers
from dashboard.page.details import sheet
from dashboard.page.header import header
from dashboard.page.map import map_panel
from dashboard.page.rail import rail
from dashboard.page.table import GRID_SCRIPT, drawer
from dashboard.page.timeline import timeline
from dashboard.page.totals import gaps_json, totals_panel
from dashboard.page.welcome import welcome
from dashboard.words import Words
from layers.selection import Selection
from layers.style import FAMILY_OF_TYPE
from records.store import Store
from records.vocabulary import NOT_AT_SEA, EventType

SPOKEN_BY_BROWSER = (
    "said.",
    "time.",
    "type.",
    "months",
    "share",
    "layer.",
    "table.",
    "claim.",
    "map.",
    "totals.",
    "compare.",
    "welcome.again",
    "claims.",
    "asof.",
    "gap.",
    "area.",
    "keys.",
)
"""The words (by the beginning of their keys) that the browser itself needs."""


def page(words: Words, title: str, types_present: Iterable[EventType], everything: Selection) -> html.Div:
    """The page in one language for a store of this title; ``everything`` selects all of it.

    It is sent as HTML (:mod:`dashboard.page.markup`), before any script is read; what Dash draws comes into it later.
    """
    present = tuple(types_present)
    layer_rows = map_layers.rows(words, everything)
    return html.Div(
        [
            header(words, title),
            html.Main(
                [
                    map_panel(words),
                    rail(words, present, layer_rows),
                    sheet(words),
                    drawer(words),
                    totals_panel(words, everything.toll_of),
                    welcome(words, story=everything.store.address == "case"),
                    timeline(words),
                ],
                id="main",
            ),
            html.Div(id="notice", role="alert", hidden=True),
        ],
        id="page",
        lang=words.language,
        **{"data-page": _for_browser(words, everything.store)},
    )


def _for_browser(words: Words, store: Store) -> str:
    """What the page's scripts read once: words, colours of types, types that are not at sea, layers, gaps."""
    spoken = {key: text for key, text in words.entries.items() if key.startswith(SPOKEN_BY_BROWSER)}
    return json.dumps(
        {
            "words": spoken,
            "language": words.language,
            "written": words.tongue().get("lang"),
            "colours": FAMILY_OF_TYPE,
            "aside": sorted(NOT_AT_SEA),
            "layers": map_layers.for_browser(words),
            "gaps": gaps_json(store.gaps(), words),
            "grid": GRID_SCRIPT,
        }
    )
