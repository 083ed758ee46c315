"""Place the words of the built-in case and join its routes along the sea: ``python -m records.case.derive``.

Done beforehand and committed, so that nothing is located when the page starts; a test computes it anew.
"""

from __future__ import annotations

import json
from typing import Any

import shapely
import shapely.geometry

from geo import locate
from records.case import facts
from records.case.store import PLACES, ROUTES
from records.joining import join


def places() -> dict[str, Any]:
    """The answer of :func:`geo.locate` for each distinct ``location_text``, as JSON, in order of the words."""
    words = sorted({record.location_text for record in facts.incidents()})
    return {text: locate(text).to_json() for text in words}


def routes() -> list[dict[str, Any]]:
    """Every route with its words located and its legs joined, as JSON, in the order of the table."""
    return [_shortened(join(route).model_dump(mode="json")) for route in facts.routes()]


def _shortened(route: dict[str, Any]) -> dict[str, Any]:
    """Round what is drawn to about ten metres: the file is committed, and no place of it is known so well."""
    for leg in route["legs"]:
        leg["line"] = shapely.geometry.mapping(shapely.set_precision(shapely.geometry.shape(leg["line"]), 1e-4))
    return route


def main() -> None:
    """Write ``places.json`` and ``routes.json`` beside the tables."""
    PLACES.write_text(_text(places()), encoding="utf-8")
    ROUTES.write_text(_text(routes()), encoding="utf-8")


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


if __name__ == "__main__":
    main()
