"""Place the words of the built-in case and join its routes along the sea: ``python -m records.case.derive``.

Done beforehand and committed, so that nothing is located when the page starts; a test computes it anew.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import shapely

from geo import locate
from records.case import facts
from records.case.store import PLACES, ROUTES
from records.joining import join_all
from records.route import Route

SIMPLIFIED_DEG = 0.02


def places() -> dict[str, Any]:
    """The answer of :func:`geo.locate` for each distinct ``location_text``, as JSON, in order of the words."""
    words = sorted({record.location_text for record in facts.incidents()})
    return {text: locate(text).to_json() for text in words}


def routes() -> list[dict[str, Any]]:
    """Every route with its words located and its legs joined, as JSON, in the order of the table."""
    return [_shortened(route).model_dump(mode="json") for route in join_all(facts.routes())]


def _shortened(route: Route) -> Route:
    """A route whose waypoints' own regions are simplified: they are looked at, and nothing is measured by them."""
    waypoints = []
    for point in route.waypoints:
        place = point.place
        if place is not None and place.region is not None:
            region = shapely.set_precision(shapely.simplify(place.region, SIMPLIFIED_DEG), SIMPLIFIED_DEG / 10)
            point = point.model_copy(update={"place": replace(place, region=region)})
        waypoints.append(point)
    return route.model_copy(update={"waypoints": tuple(waypoints)})


def main() -> None:
    """Write ``places.json`` and ``routes.json`` beside the tables, a place or a route on each line."""
    PLACES.write_text(_lines("{}", [f"{_json(text)}: {_json(place)}" for text, place in places().items()]), "utf-8")
    ROUTES.write_text(_lines("[]", [_json(route) for route in routes()]), "utf-8")


def _lines(brackets: str, items: list[str]) -> str:
    return f"{brackets[0]}\n" + ",\n".join(items) + f"\n{brackets[1]}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
