"""The part of the world that a filter asks for: its box, its drawn area, or what lies in both."""

from __future__ import annotations

from shapely.affinity import translate
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from layers.antimeridian import boxes
from records.filter import Filter
from records.ring import polygon_of

_WORLD = box(-180, -90, 180, 90)
_HAIR_DEG = 1e-9


def area_of(wanted: Filter) -> BaseGeometry | None:
    """The area within ±180° that a place has to meet; None where the filter asks for none.

    A box and a drawn area together mean what lies in both, which may be nothing (an empty geometry).
    """
    area = None if wanted.bbox is None else boxes(wanted.bbox)
    if wanted.within is None:
        return area
    drawn = _within_world(polygon_of(wanted.within))
    return drawn if area is None else area.intersection(drawn)


def _within_world(polygon: Polygon) -> BaseGeometry:
    """A polygon that may run on beyond ±180°, cut; one that reaches the meridian holds what lies on its other side."""
    parts = [translate(polygon, xoff=turn).intersection(_WORLD) for turn in (-360, 0, 360)]
    return unary_union([part if part.area else part.buffer(_HAIR_DEG) for part in parts if not part.is_empty])
