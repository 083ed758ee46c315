"""A small map of one place: land, the 90 % region and the point, as SVG or PNG."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

import geo
from dashboard.errors import WrongUseError
from geo.place import Place
from geo.shapes import load

_WIDTH, _HEIGHT = 480, 320
_WATER, _LAND, _SHORE, _REGION, _POINT = (219, 233, 240), (240, 236, 226), (150, 150, 140), (194, 37, 92), (33, 37, 41)
_LEAST_SPAN_DEG = 0.4
_WIDER = (1.0, 1.7, 2.9, 5.0)


@dataclass(frozen=True, slots=True)
class Sketch:
    """The parts of a small map: paths of SVG for land and region, and where the point stands, in its own units."""

    width: int
    height: int
    land: str
    region: str
    x: float
    y: float


def sketch(place: Place) -> Sketch:
    """The small map of a place in parts, for pages that give it their own colours."""
    region = _region(place)
    window = _window(place, region)
    for wider in _WIDER:  # until a coast tells where in the world it is
        land = _land(_widened(window, wider))
        if len(land):
            window = _widened(window, wider)
            break
    x, y = _at(window, place.lon, place.lat)
    half_pixel = (window[2] - window[0]) / _WIDTH / 2
    coast = "".join(_path(window, part) for part in shapely.simplify(land, half_pixel))
    region = shapely.simplify(shapely.clip_by_rect(region, *window), half_pixel)
    return Sketch(_WIDTH, _HEIGHT, coast, _path(window, region), x, y)


def sketch_told(place: Place) -> dict[str, Any]:
    """A small map as JSON, with whether its point is stated."""
    drawn = sketch(place)
    at = {"x": round(drawn.x, 1), "y": round(drawn.y, 1), "stated": place.stated}
    return {"width": drawn.width, "height": drawn.height, "land": drawn.land, "region": drawn.region, **at}


def draw(place: Place, target: Path) -> None:
    """Write the map to a file whose ending says the format (.svg or .png)."""
    ending = target.suffix.lower()
    if ending not in (".svg", ".png"):
        raise WrongUseError("a map is .png or .svg", where=target.name, next="give one of these endings")
    region = _region(place)
    window = _window(place, region)
    land = _land(window)
    try:
        if ending == ".svg":
            target.write_text(_svg(place, region, window, land), encoding="utf-8")
        else:
            target.write_bytes(_png(place, region, window, land))
    except OSError as error:
        raise WrongUseError("cannot be written", where=target.name, next="give another place for it") from error


def _region(place: Place) -> BaseGeometry:
    if place.region is not None:
        return place.region
    named = geo.outline(place.region_id) if place.region_id is not None else None
    return named.geometry if named is not None else geo.circle(place.lon, place.lat, place.radius_m)


def _window(place: Place, region: BaseGeometry) -> tuple[float, float, float, float]:
    """West, south, east, north of the picture, in plate carrée stretched for its middle latitude."""
    west, south, east, north = region.bounds
    if east - west > 180:
        west, east = place.lon - 90, place.lon + 90
    middle_lon, middle_lat = (west + east) / 2, (south + north) / 2
    squeeze = max(0.2, float(np.cos(np.radians(middle_lat))))
    span = max(_LEAST_SPAN_DEG, (north - south) * 1.3, (east - west) * 1.3 * squeeze * _HEIGHT / _WIDTH)
    wide = span * _WIDTH / _HEIGHT / squeeze
    return middle_lon - wide / 2, middle_lat - span / 2, middle_lon + wide / 2, middle_lat + span / 2


def _widened(window: tuple[float, float, float, float], by: float) -> tuple[float, float, float, float]:
    """A window about the same middle, so many times as wide and high."""
    west, south, east, north = window
    aside, above = (east - west) * (by - 1) / 2, (north - south) * (by - 1) / 2
    return west - aside, south - above, east + aside, north + above


def _land(window: tuple[float, float, float, float]) -> NDArray[Any]:
    fine = window[3] - window[1] < 20
    polygons, _ = load(Path(geo.__file__).parent / "data" / ("land.npz" if fine else "land_coarse.npz"))
    tree = shapely.STRtree(polygons)
    near = polygons[tree.query(box(*window))]
    clipped = shapely.clip_by_rect(shapely.make_valid(near), *window)
    return clipped[~shapely.is_empty(clipped)]


def _at(window: tuple[float, float, float, float], lon: float, lat: float) -> tuple[float, float]:
    west, south, east, north = window
    return (lon - west) / (east - west) * _WIDTH, (north - lat) / (north - south) * _HEIGHT


def _svg(place: Place, region: BaseGeometry, window: tuple[float, float, float, float], land: NDArray[Any]) -> str:
    shore = "".join(_path(window, part) for part in land)
    shape = _path(window, shapely.clip_by_rect(region, *window))
    x, y = _at(window, place.lon, place.lat)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'width="{_WIDTH}" height="{_HEIGHT}">\n'
        f'<rect width="100%" height="100%" fill="rgb{_WATER}"/>\n'
        f'<path d="{shore}" fill="rgb{_LAND}" stroke="rgb{_SHORE}" stroke-width=".6" fill-rule="evenodd"/>\n'
        f'<path d="{shape}" fill="rgb{_REGION}" fill-opacity=".22" stroke="rgb{_REGION}" fill-rule="evenodd"/>\n'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="rgb{_POINT}"/>\n'
        f'<text x="6" y="{_HEIGHT - 8}" font-family="sans-serif" font-size="11" fill="rgb{_POINT}">'
        f"{place.lat:.3f}, {place.lon:.3f} ± {place.radius_m / 1000:,.1f} km · Made with Natural Earth</text>\n</svg>\n"
    )


def _path(window: tuple[float, float, float, float], geometry: BaseGeometry) -> str:
    pieces = []
    for part in shapely.get_parts(geometry):
        if part.geom_type == "Polygon":
            for ring in (part.exterior, *part.interiors):
                pieces.append(_ring(_at(window, lon, lat) for lon, lat in ring.coords))
    return "".join(pieces)


def _ring(points: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def _png(place: Place, region: BaseGeometry, window: tuple[float, float, float, float], land: NDArray[Any]) -> bytes:
    west, south, east, north = window
    lons, lats = np.meshgrid(
        west + (np.arange(_WIDTH) + 0.5) / _WIDTH * (east - west),
        north - (np.arange(_HEIGHT) + 0.5) / _HEIGHT * (north - south),
    )
    pixels = np.empty((_HEIGHT, _WIDTH, 3), "u1")
    pixels[:] = _WATER
    pixels[_inside(land, lons, lats)] = _LAND
    held = _inside(np.array([region], dtype=object), lons, lats)
    pixels[held] = (0.75 * pixels[held] + 0.25 * np.array(_REGION)).astype("u1")
    edge = held & ~(np.roll(held, 1, 0) & np.roll(held, -1, 0) & np.roll(held, 1, 1) & np.roll(held, -1, 1))
    pixels[edge] = _REGION
    x, y = _at(window, place.lon, place.lat)
    columns, rows = np.meshgrid(np.arange(_WIDTH), np.arange(_HEIGHT))
    pixels[(columns - x) ** 2 + (rows - y) ** 2 <= 12] = _POINT
    raw = b"".join(b"\0" + row.tobytes() for row in pixels)
    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _inside(polygons: NDArray[Any], lons: NDArray[Any], lats: NDArray[Any]) -> NDArray[np.bool_]:
    found = np.zeros(lons.shape, bool)
    for polygon in polygons:
        shapely.prepare(polygon)
        found |= shapely.contains_xy(polygon, lons, lats)
    return found
