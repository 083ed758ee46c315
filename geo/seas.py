"""Named outlines: seas and their parts, countries, first-level regions, their coasts and the waters off them.

Every ``region_id`` that a place carries is answered by :func:`outline`. The ids:

===============================  ====================================================================
``red_sea``                      a sea, clipped to water that is widened by 5 km
``red_sea.southern``             a part of any outline, by area (:data:`PARTS`)
``country.YEM``                  the land of a country (ISO 3166-1 alpha-3)
``region.IDN.aceh``              a first-level region along a coast
``coast.YEM``                    water within 25 nmi of a country or region, and 5 km of its shore
``waters_off.YEM``               water within 200 nmi of a country, up to the middle to its neighbours
``international_waters_off.YEM`` the same beyond 12 nmi of any coast
===============================  ====================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from geo import shapes
from geo.spelling import normalise

PARTS: Mapping[str, tuple[str, ...]] = {
    "northern": ("northern", "north", "norte", "septentrional", "nord", "upper"),
    "southern": ("southern", "south", "sur", "meridional", "sud", "lower"),
    "eastern": ("eastern", "east", "este", "oriental", "est", "orientale"),
    "western": ("western", "west", "oeste", "occidental", "ouest", "occidentale"),
    "central": ("central", "middle", "mid", "centre", "center", "centro", "centrale", "heart"),
    "northeastern": (
        "northeastern",
        "northeast",
        "north east",
        "north eastern",
        "noreste",
        "nordeste",
        "nororiental",
        "nord est",
    ),
    "northwestern": (
        "northwestern",
        "northwest",
        "north west",
        "north western",
        "noroeste",
        "noroccidental",
        "nord ouest",
    ),
    "southeastern": (
        "southeastern",
        "southeast",
        "south east",
        "south eastern",
        "sureste",
        "sudeste",
        "suroriental",
        "sud est",
    ),
    "southwestern": (
        "southwestern",
        "southwest",
        "south west",
        "south western",
        "suroeste",
        "sudoeste",
        "suroccidental",
        "sud ouest",
    ),
}
"""The parts of an outline and the words for them in English, Spanish and French, as keys."""
PART_WORDS: Mapping[str, str] = {word: part for part, words in PARTS.items() for word in words}
"""Each word for a part with the part's name."""
_HALF = 0.55
"""Share of the area that "the southern part" is taken to be: a little more than half, for nobody draws the line."""
_CORNER = 0.62
"""Share along each of two axes that "the south-eastern part" is taken to be."""
_COAST_NMI = 25.0
_SAMPLES = 70


@dataclass(frozen=True, slots=True)
class Outline:
    """A named region: ``geometry`` in lon, lat (WGS 84), cut at the antimeridian; for seas clipped to water."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: str
    informal: bool
    parent: str
    geometry: MultiPolygon


@cache
def seas() -> Mapping[str, Outline]:
    """All seas by id."""
    geometries, about = _loaded("seas")
    names, others = shapes.unpack_strings(about["name"]), shapes.unpack_strings(about["names"])
    return {
        str(about["id"][row]): Outline(
            str(about["id"][row]),
            names[row],
            tuple(filter(None, others[row].split(";"))),
            str(about["kind"][row]),
            bool(about["informal"][row]),
            str(about["parent"][row]),
            geometries[row],
        )
        for row in range(len(geometries))
    }


def named(name: str) -> tuple[Outline, ...]:
    """The seas of a name, in English, Spanish, French or a usual abbreviation; accents and case do not matter."""
    return _by_name().get(normalise(name), ())


def sea_at(lon: float, lat: float) -> Outline | None:
    """The smallest sea that holds a point, None on land and where no sea is named."""
    holding = seas_at(lon, lat)
    return holding[0] if holding else None


def seas_at(lon: float, lat: float) -> tuple[Outline, ...]:
    """All seas that hold a point, the smallest first."""
    tree, outlines, areas = _tree()
    found = sorted(tree.query(Point(lon, lat), predicate="intersects").tolist(), key=lambda row: float(areas[row]))
    return tuple(outlines[row] for row in found)


def part_id(region_id: str, word: str) -> str | None:
    """The id of a part of an outline by its word ("southern", "norte"); None where the word names no part."""
    part = PART_WORDS.get(normalise(word))
    return None if part is None else f"{region_id}.{part}"


@lru_cache(maxsize=4096)
def outline(region_id: str) -> Outline | None:
    """The outline of a ``region_id``, None where there is none of that id."""
    if region_id in seas():
        return seas()[region_id]
    base, _, part = region_id.rpartition(".")
    if part in PARTS and base:
        whole = outline(base)
        return None if whole is None else _part(whole, part)
    kind, _, rest = region_id.partition(".")
    if kind == "country":
        return countries().get(rest)
    if kind == "region":
        return regions().get(region_id)
    if kind == "coast":
        return _coast(region_id, rest)
    if kind in {"waters_off", "international_waters_off"}:
        return _waters(region_id, kind, rest)
    return None


@lru_cache(maxsize=512)
def drawn(region_id: str, tolerance_deg: float = 0.03) -> MultiPolygon | None:
    """An outline for the eye: cut at the coast (1:50 million), simplified, without its specks; None as :func:`outline`.

    Land (countries, regions) is only simplified. Where nothing would be left, the outline itself is returned.
    """
    whole = outline(region_id)
    if whole is None:
        return None
    geometry: BaseGeometry = whole.geometry
    if not region_id.startswith(("country.", "region.")):
        tree = _coarse_land()
        near = tree.query(geometry, predicate="intersects")
        geometry = geometry.difference(shapely.union_all(tree.geometries[near])) if len(near) else geometry
    simple = _multi(shapely.make_valid(shapely.simplify(geometry, tolerance_deg)))
    large = [part for part in simple.geoms if part.area > 4 * tolerance_deg**2]
    return MultiPolygon(large) if large else whole.geometry


@cache
def _coarse_land() -> shapely.STRtree:
    return shapely.STRtree(shapely.make_valid(_loaded("land_coarse")[0]))


@cache
def countries() -> Mapping[str, Outline]:
    """The land of all countries and territories by ISO 3166-1 alpha-3."""
    geometries, about = _loaded("countries")
    names, spanish, french = (shapes.unpack_strings(about[column]) for column in ("name", "name_es", "name_fr"))
    return {
        str(code): Outline(
            f"country.{code}", names[row], (spanish[row], french[row]), "country", False, "", geometries[row]
        )
        for row, code in enumerate(about["alpha3"])
    }


@cache
def regions() -> Mapping[str, Outline]:
    """The land of all first-level regions along coasts by id."""
    geometries, about = _loaded("regions")
    names = shapes.unpack_strings(about["name"])
    return {
        str(about["id"][row]): Outline(
            str(about["id"][row]),
            names[row],
            (),
            "region",
            False,
            f"country.{str(about['id'][row]).split('.')[1]}",
            geometries[row],
        )
        for row in range(len(geometries))
    }


def _coast(region_id: str, of: str) -> Outline | None:
    from geo.coast import clipped_to_water, widened

    whole = regions().get(of) or countries().get(of)
    if whole is None:
        return None
    belt = clipped_to_water(widened(whole.geometry, _COAST_NMI * 1852.0))
    if belt.is_empty:
        # A country or region without a coast.
        return None
    return Outline(region_id, f"coast of {whole.name}", (), "coast", True, whole.id, _multi(belt))


def _waters(region_id: str, kind: str, code: str) -> Outline | None:
    geometries, row = _bands().get(code, (None, -1))
    if geometries is None or code not in countries():
        return None
    country = countries()[code]
    international = kind == "international_waters_off"
    words = "international waters off" if international else "waters off"
    water = geometries["international" if international else "waters"][row]
    water = shapely.make_valid(water, method="structure", keep_collapsed=False)
    if water.is_empty:
        return None
    return Outline(region_id, f"{words} {country.name}", (), "waters", True, country.id, _multi(water))


@cache
def _bands() -> Mapping[str, tuple[dict[str, NDArray[Any]], int]]:
    """Each country's code with the arrays of bands and its row in them."""
    waters, about = _loaded("waters_off")
    international, _ = _loaded("international_waters_off")
    arrays = {"waters": waters, "international": international}
    return {str(code): (arrays, row) for row, code in enumerate(about["alpha3"])}


def _part(whole: Outline, part: str) -> Outline:
    """A part by area: half or a corner of it, or its middle along the longer side."""
    lons, lats, turn = _sampled(whole.geometry)
    weights = np.cos(np.radians(lats))
    south, north, west, east = -90.0, 90.0, -180.0, 180.0
    share = _CORNER if part.startswith(("north", "south")) and part.endswith(("eastern", "western")) else _HALF
    if part == "central":
        tall = np.ptp(lats) > np.ptp(lons) * float(np.cos(np.radians(lats.mean())))
        if tall:
            south, north = _quantile(lats, weights, 0.5 - _HALF / 2), _quantile(lats, weights, 0.5 + _HALF / 2)
        else:
            west, east = _quantile(lons, weights, 0.5 - _HALF / 2), _quantile(lons, weights, 0.5 + _HALF / 2)
    if part.startswith("north"):
        south = _quantile(lats, weights, 1 - share)
    if part.startswith("south"):
        north = _quantile(lats, weights, share)
    if part.endswith("eastern"):
        west = _quantile(lons, weights, 1 - share)
    if part.endswith("western"):
        east = _quantile(lons, weights, share)
    window = shapely.union_all(
        [box(max(west + by, -180), south, min(east + by, 180), north) for by in _turns(west, east, turn)]
    )
    name = f"{part} {whole.name}"
    return Outline(
        f"{whole.id}.{part}", name, (), whole.kind, True, whole.id, _multi(whole.geometry.intersection(window))
    )


def _turns(west: float, east: float, turn: float) -> list[float]:
    """By how much a window in turned longitudes is moved to lie in the world's own."""
    return [by for by in (turn - 360, turn, turn + 360) if west + by < 180 and east + by > -180]


def _sampled(geometry: BaseGeometry) -> tuple[NDArray[Any], NDArray[Any], float]:
    """Points of a geometry on a grid, their longitudes counted from its middle, and that middle."""
    west, south, east, north = geometry.bounds
    lons, lats = np.meshgrid(np.linspace(west, east, _SAMPLES), np.linspace(south, north, _SAMPLES))
    shapely.prepare(geometry)
    inside = shapely.contains_xy(geometry, lons, lats)
    if not inside.any():
        corners = shapely.get_coordinates(geometry)
        lon, lat = corners[:, 0], corners[:, 1]
    else:
        lon, lat = lons[inside], lats[inside]
    turn = float(np.degrees(np.angle(np.exp(1j * np.radians(lon)).mean())))
    return (lon - turn + 180.0) % 360.0 - 180.0, lat, turn


def _quantile(values: NDArray[Any], weights: NDArray[Any], share: float) -> float:
    order = np.argsort(values)
    reached = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(reached, share * reached[-1])])


@cache
def _by_name() -> Mapping[str, tuple[Outline, ...]]:
    found: dict[str, tuple[Outline, ...]] = {}
    for sea in seas().values():
        for key in dict.fromkeys(normalise(name) for name in (sea.name, *sea.names)):
            found[key] = (*found.get(key, ()), sea)
    return found


@cache
def _tree() -> tuple[shapely.STRtree, tuple[Outline, ...], NDArray[Any]]:
    outlines = tuple(seas().values())
    geometries = [sea.geometry for sea in outlines]
    shapely.prepare(geometries)
    return shapely.STRtree(geometries), outlines, shapely.area(geometries)


def _loaded(name: str) -> tuple[NDArray[Any], dict[str, NDArray[Any]]]:
    return shapes.load(Path(str(files("geo") / "data" / f"{name}.npz")))


def _multi(geometry: BaseGeometry) -> MultiPolygon:
    """All polygons of a geometry as one multipolygon with right-handed rings."""
    polygons = [part for part in shapely.get_parts(geometry) if isinstance(part, Polygon) and not part.is_empty]
    return shapely.orient_polygons(MultiPolygon(polygons))
