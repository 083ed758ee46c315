"""Ways over the sea: the shortest that crosses no land, by canals where they save a way.

A way is found on a net of cells (large in open water, 0.05° near coasts; Dijkstra's algorithm over geodesic
lengths), then pulled straight: points are left out wherever the geodesic between their neighbours is free of land
(Natural Earth, 1:10 million). The line as drawn, point by point, is what is tested.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString

from geo.errors import GeoError
from geo.geodesy import M_PER_NMI, cut_line, distance_m
from geo.net import Floats, Mooring, Net, Position, net
from geo.taut import along, geodesic, is_free, length_m, pulled_straight


class NoRouteError(GeoError):
    """No way over the sea joins two points."""

    def __init__(self, origin: Position, destination: Position, why: str) -> None:
        self.origin = _said(origin)
        self.destination = _said(destination)
        super().__init__(
            f"no way over the sea from {self.origin} to {self.destination}: {why}",
            next="choose points at a coast of the same sea",
        )


@dataclass(frozen=True, slots=True)
class SeaLeg:
    """The way from one point to the next: its line (cut at the antimeridian), length and the waterways it takes."""

    line: LineString | MultiLineString
    distance_nmi: float
    waterways: tuple[str, ...]
    stubs: tuple[LineString, ...]
    """Short pieces that join an end on land, or in a creek, to the nearest open water; they may cross land."""


@dataclass(frozen=True, slots=True)
class SeaRoute:
    """A way over the sea through points in order."""

    line: LineString | MultiLineString
    distance_nmi: float
    legs: tuple[SeaLeg, ...]


def sea_route(points: Sequence[Position], avoiding: Sequence[str] = ()) -> SeaRoute:
    """The shortest way over the sea through points (lon, lat) in order, by no waterway whose id is to be avoided.

    An end on land is joined to the nearest water by a stub of at most 150 km. Raises NoRouteError where there is no
    way, and GeoError for fewer than two points or what is no position.
    """
    if len(points) < 2:
        raise GeoError("a route needs two points or more", next="give its ends as (lon, lat)")
    for lon, lat in points:
        if not (np.isfinite([lon, lat]).all() and abs(lon) <= 180 and abs(lat) <= 90):
            raise GeoError(f"no position: lon {lon}, lat {lat}", next="give degrees, longitude first")
    legs = tuple(_leg(start, end, avoiding) for start, end in pairwise(points))
    parts = [part for leg in legs for part in shapely.get_parts(leg.line)]
    return SeaRoute(_joined(parts), sum(leg.distance_nmi for leg in legs), legs)


def _leg(start: Position, end: Position, avoiding: Sequence[str]) -> SeaLeg:
    sea = net()
    if distance_m(*start, *end) < 1.0:
        return SeaLeg(LineString([start, end]), 0.0, (), ())
    first, last = sea.moored(start), sea.moored(end)
    if first is None or last is None:
        where = start if first is None else end
        raise NoRouteError(start, end, f"{_said(where)} is more than 80 nmi from the sea")
    drawn = geodesic(start, end)
    if not first.on_stub and not last.on_stub and is_free(drawn):
        return SeaLeg(cut_line(drawn), distance_m(*start, *end) / M_PER_NMI, (), ())
    nodes = sea.path(first, last, avoiding)
    if nodes is None:
        raise NoRouteError(start, end, "they lie in waters that are not joined")
    return _drawn(start, end, first, last, _stretches(nodes, sea))


def _drawn(start: Position, end: Position, first: Mooring, last: Mooring, stretches: list[_Stretch]) -> SeaLeg:
    """The leg of a way that is given as stretches of open water and waterways between them."""
    lines: list[Floats] = []
    metres = 0.0
    for number, stretch in enumerate(stretches):
        points = stretch.points
        if not stretch.waterway:
            if number == 0 and not first.on_stub:
                points = np.vstack(([start], points))
            if number == len(stretches) - 1 and not last.on_stub:
                points = np.vstack((points, [end]))
            points = pulled_straight(points)
        lines.append(along(points))
        metres += length_m(points)
    stubs = []
    if first.on_stub:
        stubs.append(LineString([start, tuple(lines[0][0])]))
        lines.insert(0, np.array([start, lines[0][0]]))
    if last.on_stub:
        stubs.append(LineString([tuple(lines[-1][-1]), end]))
        lines.append(np.array([lines[-1][-1], end]))
    metres += sum(length_m(shapely.get_coordinates(stub)) for stub in stubs)
    whole = np.vstack(lines)
    keep = np.append(True, (np.abs(np.diff(whole, axis=0)) > 1e-9).any(axis=1))
    passed = tuple(stretch.waterway for stretch in stretches if stretch.waterway)
    return SeaLeg(cut_line(whole[keep]), metres / M_PER_NMI, passed, tuple(stubs))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Points of a way in order, in open water or along a waterway."""

    points: Floats
    waterway: str = ""


def _stretches(nodes: list[int], sea: Net) -> list[_Stretch]:
    """A way as open water and waterways in turn; a waterway is passed from end to end."""
    found: list[_Stretch] = []
    open_water = [nodes[0]]
    for here, there in pairwise(nodes):
        waterway = sea.waterway_between(here, there)
        if waterway is None:
            open_water.append(there)
            continue
        found.append(_Stretch(sea.points[open_water]))
        line = np.array(waterway.points)
        found.append(_Stretch(line if here < there else line[::-1], waterway.name))
        open_water = [there]
    found.append(_Stretch(sea.points[open_water]))
    return [stretch for stretch in found if len(stretch.points) > 1 or stretch is found[0] or stretch is found[-1]]


def _joined(parts: list[Any]) -> LineString | MultiLineString:
    """Lines that follow on one another as one, cut only at the antimeridian."""
    runs: list[list[tuple[float, ...]]] = []
    for part in parts:
        points = list(part.coords)
        if runs and abs(runs[-1][-1][0] - points[0][0]) < 1e-9 and abs(runs[-1][-1][1] - points[0][1]) < 1e-9:
            runs[-1].extend(points[1:])
        else:
            runs.append(points)
    return LineString(runs[0]) if len(runs) == 1 else MultiLineString(runs)


def _said(point: Position) -> str:
    lon, lat = point
    return f"{abs(lat):.2f}°{'N' if lat >= 0 else 'S'} {abs(lon):.2f}°{'E' if lon >= 0 else 'W'}"
