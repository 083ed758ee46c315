"""The land that drawings keep clear of: coarse polygons (1 : 50 million), by box."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

import geo
from geo import shapes
from layers.antimeridian import Box, boxes

FILE = Path(geo.__file__).parent / "data" / "land_coarse.npz"


def land_in(bounds: Box) -> list[BaseGeometry]:
    """The polygons of land that meet a box (west > east crosses 180°)."""
    tree = _tree()
    found: list[BaseGeometry] = tree.geometries[tree.query(boxes(bounds), predicate="intersects")].tolist()
    return found


@cache
def coarse_land() -> NDArray[Any]:
    """All polygons of the coarse land."""
    polygons, _ = shapes.load(FILE)
    valid: NDArray[Any] = shapely.make_valid(polygons)
    return valid


@cache
def _tree() -> shapely.STRtree:
    return shapely.STRtree(coarse_land())
