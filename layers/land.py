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


def land_in(bounds: Box) -> BaseGeometry | None:
    """The land that meets a box (west > east crosses 180°) as one geometry; None where there is none."""
    tree = _tree()
    found: NDArray[Any] = tree.geometries[tree.query(boxes(bounds), predicate="intersects")]
    return shapely.union_all(found) if len(found) else None


@cache
def coarse_land() -> NDArray[Any]:
    """All polygons of the coarse land."""
    polygons, _ = shapes.load(FILE)
    valid: NDArray[Any] = shapely.make_valid(polygons)
    return valid


@cache
def _tree() -> shapely.STRtree:
    return shapely.STRtree(coarse_land())
