"""Questions about the coast: how far it is, whose it is, whether a point lies on land, and what is water."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from geo import shapes
from geo.geodesy import cut_polygon

_DEGREE_M = 111_195.0
_CHUNK = 40
_LARGEST_STEP_DEG = 0.5


def widened(geometry: BaseGeometry, distance_m: float) -> BaseGeometry:
    """A polygon with all that lies within a distance of it, cut at the antimeridian.

    Piece by piece, each in a plane of its own latitude: good to a few per cent of the distance up to 75° north or
    south, and to a tenth of it beyond.
    """
    belts: list[Any] = [geometry]
    for ring in shapely.get_rings(shapely.get_parts(shapely.simplify(geometry, min(0.02, distance_m / 2e6)))):
        points = shapely.get_coordinates(shapely.segmentize(ring, _LARGEST_STEP_DEG))
        for start in range(0, len(points) - 1, _CHUNK):
            belts.append(_belt(points[start : start + _CHUNK + 1], distance_m))
    return cut_polygon(shapely.union_all(np.array(belts, dtype=object)))


def _belt(points: NDArray[Any], distance_m: float) -> BaseGeometry:
    squeeze = max(0.02, float(np.cos(np.radians(points[:, 1].mean()))))
    belt = LineString(points * (squeeze, 1.0)).buffer(distance_m / _DEGREE_M, quad_segs=8)
    return shapely.transform(belt, lambda xy: np.column_stack((xy[:, 0] / squeeze, np.clip(xy[:, 1], -90, 90))))


def clipped_to_water(geometry: BaseGeometry) -> BaseGeometry:
    """What of a polygon is water, the water widened by 5 km over its shores."""
    tree, solid = _inland()
    near = tree.query(geometry, predicate="intersects")
    return geometry.difference(shapely.union_all(solid[near])) if len(near) else geometry


@cache
def _inland() -> tuple[shapely.STRtree, NDArray[Any]]:
    solid, _ = _loaded("inland")
    return shapely.STRtree(solid), solid


def _loaded(name: str) -> tuple[NDArray[Any], dict[str, NDArray[Any]]]:
    return shapes.load(Path(str(files("geo") / "data" / f"{name}.npz")))
