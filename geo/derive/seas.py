"""Seas, gulfs and straits: the project's own outlines, clipped to water widened by 5 km."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo import shapes
from geo.derive.entry import RawEntry
from geo.derive.extent import circle_about
from geo.derive.land import land
from geo.derive.packages import DATA, TABLES, as_array

WIDENED_M = 5_000.0
"""How far the water is taken to reach inland: positions are rounded, and coasts are good to some kilometres."""
SIMPLIFY_DEG = 0.008
_DEGREE_M = 111_195.0
_CHUNK = 40


@dataclass(frozen=True, slots=True)
class Sea:
    """A named sea with its outline as authored, running over land."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: str
    informal: bool
    parent: str
    drawn: BaseGeometry


_WHOLE_OCEANS = (
    (
        "atlantic_ocean",
        "Atlantic Ocean",
        ("Atlantic", "Atlántico", "Océano Atlántico", "Atlantique", "océan Atlantique"),
        ("north_atlantic_ocean", "south_atlantic_ocean"),
    ),
    (
        "pacific_ocean",
        "Pacific Ocean",
        ("Pacific", "Pacífico", "Océano Pacífico", "Pacifique", "océan Pacifique"),
        ("north_pacific_ocean", "south_pacific_ocean"),
    ),
)
"""Oceans that reports name as one and the table holds in halves."""
_WIDE_FORMS = (
    (
        "singapore_strait_wide",
        "Singapore Strait and approaches",
        [(103.33, 1.02), (103.8, 0.95), (104.65, 1.05), (104.65, 1.55), (103.33, 1.5)],
    ),
)
"""Outlines of seas as reports use their names: wider than the official ones."""


@cache
def seas() -> tuple[Sea, ...]:
    """The outlines of ``seas.geojson``."""
    collection = json.loads((TABLES / "seas.geojson").read_text(encoding="utf-8"))
    found = []
    for feature in collection["features"]:
        about = feature["properties"]
        found.append(
            Sea(
                about["id"],
                about["name"],
                tuple(about["names"]),
                about["kind"],
                bool(about["informal"]),
                about["parent"] or "",
                shapely.from_geojson(json.dumps(feature["geometry"])),
            )
        )
    wide = (Sea(of, name, (), "strait", True, "", shapely.Polygon(corners)) for of, name, corners in _WIDE_FORMS)
    return (*found, *(_joined(found, *ocean) for ocean in _WHOLE_OCEANS), *wide)


def _joined(found: list[Sea], sea_id: str, name: str, names: tuple[str, ...], parts: tuple[str, ...]) -> Sea:
    drawn = shapely.union_all(as_array([sea.drawn for sea in found if sea.id in parts]))
    return Sea(sea_id, name, names, "ocean", True, "", drawn)


@cache
def inland() -> NDArray[Any]:
    """Land farther than 5 km from the coast, as polygons."""
    coarse = shapely.simplify(land(), 0.01)
    coast = shapely.union_all(as_array(_strips(coarse)), grid_size=1e-5)
    tree = shapely.STRtree(shapely.get_parts(coast))
    strips = shapely.get_parts(coast)
    left: list[Any] = []
    for polygon in shapely.make_valid(coarse):
        near = tree.query(polygon, predicate="intersects")
        rest = polygon if not len(near) else shapely.difference(polygon, shapely.union_all(strips[near]))
        left.extend(part for part in shapely.get_parts(rest) if part.geom_type == "Polygon" and not part.is_empty)
    return as_array(left)


def _strips(polygons: NDArray[Any]) -> list[Any]:
    """Belts of 5 km about the coast, piece by piece, each in a plane of its own latitude."""
    strips: list[Any] = []
    for ring in shapely.get_rings(polygons):
        points = shapely.get_coordinates(shapely.segmentize(ring, 0.2))
        for start in range(0, len(points) - 1, _CHUNK):
            piece = points[start : start + _CHUNK + 1]
            squeeze = max(0.02, float(np.cos(np.radians(piece[:, 1].mean()))))
            belt = shapely.buffer(shapely.linestrings(piece * (squeeze, 1.0)), WIDENED_M / _DEGREE_M, quad_segs=4)
            strips.append(shapely.transform(belt, lambda xy, by=squeeze: xy / (by, 1.0)))
    return strips


@cache
def clipped() -> NDArray[Any]:
    """The outlines of :func:`seas` in their order, without the land more than 5 km from the coast."""
    solid = inland()
    tree = shapely.STRtree(solid)
    found = []
    for sea in seas():
        near = tree.query(sea.drawn, predicate="intersects")
        water = sea.drawn if not len(near) else shapely.difference(sea.drawn, shapely.union_all(solid[near]))
        simple = shapely.make_valid(shapely.simplify(water, min(SIMPLIFY_DEG, water.area**0.5 / 100)))
        parts = [part for part in shapely.get_parts(simple) if part.geom_type == "Polygon" and part.area > 1e-6]
        found.append(shapely.multipolygons(parts))
    return as_array(found)


def entries() -> list[RawEntry]:
    """Each sea by its names; the circle is that of its water."""
    found = []
    for sea, water in zip(seas(), clipped(), strict=True):
        lon, lat, radius_m = circle_about(water)
        entry = RawEntry(f"sea.{sea.id}", sea.name, sea.kind, lon, lat, radius_m, "seas", (sea.name, *sea.names))
        entry.region_id = sea.id
        found.append(entry)
    return found


def write() -> None:
    """Write the clipped outlines with their names, and the land that they are clipped with."""
    shapes.save(DATA / "inland.npz", shapely.simplify(inland(), 0.01))
    rows = seas()
    shapes.save(
        DATA / "seas.npz",
        clipped(),
        id=np.array([row.id for row in rows]),
        kind=np.array([row.kind for row in rows]),
        parent=np.array([row.parent for row in rows]),
        informal=np.array([row.informal for row in rows]),
        name=shapes.pack_strings([row.name for row in rows]),
        names=shapes.pack_strings([";".join(row.names) for row in rows]),
    )
