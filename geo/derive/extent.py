"""The circle that holds a thing of many parts, far-off small parts left out."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from geo.geodesy import GEOD

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
    body = MultiPolygon(list(parts[near]))
    if label is None:
        centre = body.centroid if body.intersects(body.centroid) else body.representative_point()
        label = (centre.x, centre.y)
    lon, lat = label
    outline = shapely.get_coordinates(shapely.simplify(body, 0.01))
    count = len(outline)
    _, _, metres = GEOD.inv(np.full(count, lon), np.full(count, lat), outline[:, 0], outline[:, 1])
    return lon, lat, float(np.max(metres))
