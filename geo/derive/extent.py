"""The circle that holds a thing of many parts, far-off small parts left out."""

from __future__ import annotations

import numpy as np
import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

_GEOD = Geod(ellps="WGS84")
_FAR_DEG = 12.0


def circle_about(geometry: BaseGeometry, label: tuple[float, float] | None = None) -> tuple[float, float, float]:
    """Point (lon, lat) and radius in metres of a circle that holds the main body of a geometry.

    The main body is the largest part with what lies within 12 degrees of it or makes a tenth of the whole.
    Without a ``label`` the point is the middle of the main body's outline, moved into it where it lies outside.
    """
    parts = shapely.get_parts(geometry)
    areas = shapely.area(parts)
    largest = parts[int(np.argmax(areas))]
    near = (shapely.distance(parts, largest) < _FAR_DEG) | (areas > areas.sum() / 10)
    body = shapely.multipolygons(shapely.get_parts(parts[near]))
    if label is None:
        inside = shapely.intersects(body, body.centroid)
        label = (body.centroid if inside else body.representative_point()).coords[0][:2]
    outline = shapely.get_coordinates(shapely.simplify(body, 0.01))
    count = len(outline)
    _, _, metres = _GEOD.inv(np.full(count, label[0]), np.full(count, label[1]), outline[:, 0], outline[:, 1])
    return label[0], label[1], float(np.max(metres))
