"""Tallies: records that share a place stand in it as a counted grid of marks, in order of date.

Their slots are computed once, for each whole zoom, from all records of a store: a filter never moves a mark. A grid
stands where the region has room at that zoom, clear of exact marks and of other tallies; once it has found room it
keeps its middle at all higher zooms, so that zooming in never makes it jump. With no room, or with more than
:data:`MAX_GRID` marks, it is one ring with the number.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from layers.antimeridian import Box, unwrapped
from layers.mercator import lat_of, lon_of, world_px, wrapped, x_of, y_of
from layers.room import Part, Raster, Rectangle, Room, Spot
from layers.snapshot import Snapshot, place_key

TallyMode = Literal["grid", "count", "hidden"]
Position = tuple[float, float]
LandIn = Callable[[Box], Sequence[BaseGeometry]]

ZOOMS = range(1, 11)
"""Whole zooms for which slots are computed."""
PITCH_PX = 16.0
"""Distance of neighbours in a grid at a whole zoom; from 12 to 24 px while that zoom's slots hold."""
MAX_GRID = 120
WIDE_M = 100_000.0
"""From this radius on a shared place without a name gives its grid a choice of where to stand."""
LONGEST_NAME = 32
MARK_PX = 16.0
MOST_AVOIDED = 2_000
"""Regions of their own that grids keep clear of; there is no telling them apart beyond that."""
RING_PX = 34.0
RING_CORE = 0.5
"""Share of a ring that no other may cover: its number."""
LABEL_HEIGHT_PX = 20.0
LABEL_MAX_WIDTH_PX = 190.0
LETTER_PX = 7.2
MARGIN_PX = 5.0
ASPECTS = (2.0, 3.2, 1.3, 5.0, 0.7, 0.35)
"""Width to height of a grid, the best first."""


@dataclass(frozen=True, slots=True)
class TallyAtZoom:
    """How a tally is drawn at one whole zoom: a grid of marks, one ring with the number, or not at all.

    ``lon``, ``lat``: centre of the grid, or of the ring. ``label_lon``, ``label_lat``: left end of the line of text
    above the grid (the middle of its height). ``slots``: a position for each of the tally's ids; empty unless the
    mode is ``grid``. ``hidden`` = no room beside the others at this zoom; it shows when zoomed in.
    """

    mode: TallyMode
    lon: float
    lat: float
    label_lon: float
    label_lat: float
    slots: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """Records that share a place and stand in it as a counted grid of marks, in order of date.

    ``key`` is stable: the ``region_id`` of the named outline, or ``at:lon,lat,…`` for records that share one place
    without a name (``region_id`` None then). ``ids`` are all records of the store that share it, events at sea first
    (the filter never moves a mark: a filtered one leaves its slot empty); ``count`` of them pass the filter and are
    on the map. ``bounds``: west, south, east, north of the place; west > east where it crosses 180°. ``zooms``: whole
    zoom (MapLibre's, tiles of 512 px) → how it is drawn from ``zoom − 0.4`` up to ``zoom + 0.6``.
    """

    key: str
    region_id: str | None
    name: str
    count: int
    ids: tuple[str, ...]
    bounds: Box
    zooms: dict[int, TallyAtZoom] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Tallies:
    """All tallies of a snapshot, and which record stands where: row → index of its tally (−1: none) and slot in it."""

    tallies: tuple[Tally, ...]
    tally_of: tuple[int, ...]
    slot_of: tuple[int, ...]


@dataclass(eq=False)
class _Group:
    """A tally while it is being placed; ``rows`` in order of slots, ``at_sea`` of them shown by default."""

    key: str
    region_id: str | None
    name: str
    rows: list[int]
    at_sea: int
    bounds: Box
    region: BaseGeometry
    point: Spot | None
    """Where it wants to stand: the point of an unnamed place, None for the roomiest spot of a named one."""
    wide: bool
    raster: Raster | None = None
    kept: tuple[Spot, tuple[int, int]] | None = None
    drawn: dict[int, tuple[TallyMode, Spot, tuple[int, int]]] = field(default_factory=dict)

    @property
    def shown(self) -> int:
        return self.at_sea or len(self.rows)


def tallies_of(snapshot: Snapshot, land_in: LandIn) -> Tallies:
    """The tallies of a snapshot with their slots at every zoom; computed once and kept with it.

    ``land_in`` answers a box with the polygons of land that the grids must keep clear of.
    """
    if "tallies" not in snapshot.built:
        snapshot.built["tallies"] = _placed(snapshot, land_in)
    found: Tallies = snapshot.built["tallies"]
    return found


def whole_zoom(zoom: float) -> int:
    """The whole zoom whose slots hold at a zoom: pitches stay between 12 and 24 px."""
    return max(ZOOMS[0], min(ZOOMS[-1], math.floor(zoom + 0.4)))


def _placed(snapshot: Snapshot, land_in: LandIn) -> Tallies:
    groups = _groups(snapshot)
    in_tally = {row for group in groups for row in group.rows}
    alone = [row for row in range(len(snapshot)) if row not in in_tally and snapshot.at_sea[row]]
    _lay_out(snapshot, groups, alone, land_in)
    # What has no choice comes first, then the region with least room; what is off the map by default comes last.
    groups.sort(key=lambda group: (group.at_sea == 0, group.wide, group.region.area, group.key))
    for zoom in ZOOMS:
        _place_at(zoom, groups)
    groups.sort(key=lambda group: (-group.shown, group.key))
    return _numbered(snapshot, groups)


def _lay_out(snapshot: Snapshot, groups: list[_Group], alone: list[int], land_in: LandIn) -> None:
    """Lay wide regions on rasters, without the land, and then without the regions within them.

    A grid that stood inside a smaller region would seem to belong to it.
    """
    wide = [group for group in groups if group.wide]
    regions = [group.region for group in wide] + _own_regions(snapshot, alone)
    areas, tree = shapely.area(regions), shapely.STRtree(regions)
    places = [place for row in alone if (place := snapshot.places[row]) is not None]
    x = np.array([x_of(place.lon) for place in places])
    y = np.array([y_of(place.lat) for place in places])
    for index, group in enumerate(wide):
        group.raster = Raster(unwrapped(group.region))
        group.raster.keep_clear(land_in(group.bounds))
        near = tree.query(group.region)
        group.raster.keep_clear(regions[other] for other in near if areas[other] < areas[index])
        group.raster.note_marks(x, y)


def _own_regions(snapshot: Snapshot, alone: list[int]) -> list[BaseGeometry]:
    """The regions of records that are drawn by themselves, the most of them that can be told apart."""
    wide = [row for row in alone if (place := snapshot.places[row]) is not None and not place.stated]
    indices = sorted({int(snapshot.geometry[row]) for row in wide[:MOST_AVOIDED]})
    return [snapshot.geometries[index] for index in indices]


def _groups(snapshot: Snapshot) -> list[_Group]:
    """Named places with any record, and unnamed ones that two or more share."""
    rows_of: dict[int, list[int]] = {}
    for row, index in enumerate(snapshot.geometry):
        if index >= 0:
            rows_of.setdefault(int(index), []).append(row)
    groups = []
    for index, rows in rows_of.items():
        place = snapshot.places[rows[0]]
        named = place is not None and place_key(place)[0] == "named"
        if place is None or (len(rows) < 2 and not named):
            continue
        ordered = sorted(rows, key=lambda row: not snapshot.at_sea[row])
        outline = snapshot.outlines(place.region_id) if named and place.region_id else None
        groups.append(
            _Group(
                key=place.region_id if named and place.region_id else _own_key(place.lon, place.lat, place.radius_m),
                region_id=place.region_id if named else None,
                name=_common_name(snapshot, rows) if outline is None else outline.name,
                rows=ordered,
                at_sea=int(snapshot.at_sea[rows].sum()),
                bounds=_bounds(snapshot, rows[0]),
                region=snapshot.geometries[index],
                point=None if named else Spot(x_of(place.lon), y_of(place.lat), 0.0),
                wide=named or (place.radius_m >= WIDE_M and not place.stated),
            )
        )
    return groups


def _common_name(snapshot: Snapshot, rows: list[int]) -> str:
    """What the sources call a place that has no outline's name, where all use the same few words; else nothing."""
    words = {snapshot.location_texts[row] for row in rows}
    name = words.pop() if len(words) == 1 else ""
    return name if len(name) <= LONGEST_NAME else ""


def _own_key(lon: float, lat: float, radius_m: float) -> str:
    return f"at:{lon:.5f},{lat:.5f},{radius_m:.0f}"


def _bounds(snapshot: Snapshot, row: int) -> Box:
    west, south, east, north = (float(value) for value in snapshot.bounds[row])
    return west, south, east, north


def _place_at(zoom: int, groups: list[_Group]) -> None:
    """Place all groups at a zoom: first those that keep their spot, then those that look for one."""
    taken = _Taken(world_px(zoom))
    for group in groups:
        if group.kept is not None:
            _draw(group, zoom, "grid", *group.kept, taken)
    for group in groups:
        if group.kept is None:
            if group.raster is None:
                _place_shared(group, zoom, taken)
            else:
                _place_wide(group, group.raster, zoom, taken)


def _place_shared(group: _Group, zoom: int, taken: _Taken) -> None:
    """A place of its own that several share: a grid in its middle once the region holds it, a ring before that."""
    spot = group.point or Spot(0.5, 0.5, 0.0)
    shape = _shape(group.shown, ASPECTS[0])
    half = math.hypot(shape[0], shape[1]) * PITCH_PX / 2
    radius = _inner_radius(group.region) * taken.world / 360
    holds = shapely.get_dimensions(group.region) == 2 and half <= radius and group.shown <= MAX_GRID
    if holds:
        group.kept = spot, shape
    _draw(group, zoom, "grid" if holds else "count", spot, shape, taken)


def _inner_radius(region: BaseGeometry) -> float:
    """Half the shorter side of the bounds, in degrees."""
    west, south, east, north = unwrapped(region).bounds
    return min(east - west, north - south) / 2


def _place_wide(group: _Group, raster: Raster, zoom: int, taken: _Taken) -> None:
    """A wide place: a grid where there is room, a ring where there is only room for one, else nothing."""
    room = Room(raster, taken.rectangles, MARK_PX, zoom)
    wanted = raster.middle if group.point is None else group.point
    shapes = _shapes(group.shown) if group.shown <= MAX_GRID else ()
    for label_inside in (True, False):
        for shape in shapes:
            spot = room.spot(_parts(group, shape, label_inside=label_inside), wanted)
            if spot is not None:
                group.kept = spot, shape
                _draw(group, zoom, "grid", spot, shape, taken)
                return
    spot = _ring_spot(raster, room, taken, wanted, zoom)
    if spot is None:
        group.drawn[zoom] = "hidden", wanted, (1, 1)
    else:
        _draw(group, zoom, "count", spot, (1, 1), taken)


def _ring_spot(raster: Raster, room: Room, taken: _Taken, wanted: Spot, zoom: int) -> Spot | None:
    """Where a ring stands: in the region clear of all; else with its middle there, over marks; else over others' edges.

    A ring on another's edge can be read and clicked; one that is left out is neither.
    """
    if (spot := room.spot((Part(0, 0, RING_PX, RING_PX, inside=True),), wanted)) is not None:
        return spot
    middle = Part(0, 0, 1, 1, inside=True)
    loose = Room(raster, taken.rectangles, 0, zoom)
    if (spot := loose.spot((middle, Part(0, 0, RING_PX, RING_PX, inside=False)), wanted)) is not None:
        return spot
    cores = taken.rectangles * (1, 1, RING_CORE, RING_CORE)
    return Room(raster, cores, 0, zoom).spot(
        (middle, Part(0, 0, RING_CORE * RING_PX, RING_CORE * RING_PX, False)), wanted
    )


class _Taken:
    """The rectangles that are taken at a zoom, as rows of middle and half sides in shares of the world."""

    def __init__(self, world: float) -> None:
        self.world = world
        self._rows = np.empty((64, 4))
        self._length = 0

    @property
    def rectangles(self) -> NDArray[np.float64]:
        return self._rows[: self._length]

    def add(self, other: Rectangle) -> None:
        if self._length == len(self._rows):
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        half = other.width_px / 2 / self.world, other.height_px / 2 / self.world
        self._rows[self._length] = (other.x, other.y, *half)
        self._length += 1


def _draw(group: _Group, zoom: int, mode: TallyMode, spot: Spot, shape: tuple[int, int], taken: _Taken) -> None:
    """Note how a group is drawn, and that nothing else may stand there."""
    group.drawn[zoom] = mode, spot, shape
    if not group.at_sea:
        return
    parts = _parts(group, shape) if mode == "grid" else (Part(0, 0, RING_PX, RING_PX, inside=True),)
    for part in parts:
        taken.add(part.at(spot.x, spot.y, taken.world).grown(MARGIN_PX))


def _shape(count: int, aspect: float) -> tuple[int, int]:
    """Columns and rows of a grid of about an aspect."""
    columns = max(1, min(count, round(math.sqrt(count * aspect))))
    return columns, math.ceil(count / columns)


def _shapes(count: int) -> list[tuple[int, int]]:
    return list(dict.fromkeys(_shape(count, aspect) for aspect in ASPECTS))


def _parts(group: _Group, shape: tuple[int, int], *, label_inside: bool = False) -> tuple[Part, ...]:
    """The grid, and the label above its left end; an unnamed place has no label."""
    width, height = shape[0] * PITCH_PX, shape[1] * PITCH_PX
    grid = Part(0, 0, width, height, inside=True)
    if not group.name:
        return (grid,)
    letters = len(f"{group.name} {group.shown}") + 1
    label = min(LABEL_MAX_WIDTH_PX, letters * LETTER_PX)
    return grid, Part((label - width) / 2, -(height + LABEL_HEIGHT_PX) / 2, label, LABEL_HEIGHT_PX, label_inside)


def _numbered(snapshot: Snapshot, groups: list[_Group]) -> Tallies:
    tally_of, slot_of = [-1] * len(snapshot), [-1] * len(snapshot)
    tallies = []
    for index, group in enumerate(groups):
        for slot, row in enumerate(group.rows):
            tally_of[row], slot_of[row] = index, slot
        tallies.append(
            Tally(
                key=group.key,
                region_id=group.region_id,
                name=group.name,
                count=0,
                ids=tuple(snapshot.ids[row] for row in group.rows),
                bounds=group.bounds,
                zooms={zoom: _at_zoom(group, zoom) for zoom in ZOOMS},
            )
        )
    return Tallies(tuple(tallies), tuple(tally_of), tuple(slot_of))


def _at_zoom(group: _Group, zoom: int) -> TallyAtZoom:
    mode, spot, (columns, rows) = group.drawn[zoom]
    world = world_px(zoom)
    left = spot.x - (columns - 1) * PITCH_PX / 2 / world
    top = spot.y - (rows - 1) * PITCH_PX / 2 / world
    label_x = left - PITCH_PX / 2 / world
    label_y = spot.y - (rows * PITCH_PX + LABEL_HEIGHT_PX) / 2 / world
    slots: tuple[Position, ...] = ()
    if mode == "grid":
        slot = np.arange(len(group.rows))
        x, y = left + slot % columns * PITCH_PX / world, top + slot // columns * PITCH_PX / world
        slots = tuple(_position(a, b) for a, b in zip(x, y, strict=True))
    lon, lat = _position(spot.x, spot.y)
    label_lon, label_lat = _position(label_x, label_y)
    return TallyAtZoom(mode, lon, lat, label_lon, label_lat, slots)


def _position(x: float, y: float) -> Position:
    return round(wrapped(float(lon_of(x))), 5), round(float(lat_of(y)), 5)


def counted(tally: Tally, count: int, *, as_count: bool = False) -> Tally:
    """A tally with the number of its records that are shown; ``as_count`` turns its grids into rings."""
    zooms = tally.zooms
    if as_count:
        zooms = {zoom: replace(drawn, mode="count", slots=()) for zoom, drawn in zooms.items()}
    return replace(tally, count=count, zooms=zooms)


def outline_features(tallies: Tallies, snapshot: Snapshot, tolerance: float) -> dict[str, BaseGeometry]:
    """The named outlines in which tallies stand, by key, simplified to a share of their longer side."""
    found: dict[str, BaseGeometry] = {}
    for row, index in enumerate(tallies.tally_of):
        if index >= 0 and (tally := tallies.tallies[index]).region_id is not None and tally.key not in found:
            found[tally.key] = _simplified(snapshot.geometries[snapshot.geometry[row]], tolerance)
    return found


def _simplified(area: BaseGeometry, tolerance: float) -> BaseGeometry:
    """An outline for drawing: fewer points, and no parts and holes that are smaller than a point of the screen."""
    west, south, east, north = unwrapped(area).bounds
    step = max(east - west, north - south) * tolerance
    parts = shapely.get_parts(shapely.simplify(area, step, preserve_topology=True))
    large = parts[shapely.area(parts) > (3 * step) ** 2]
    solid = [
        Polygon(part.exterior, [hole for hole in part.interiors if Polygon(hole).area > (3 * step) ** 2])
        for part in large
    ]
    return MultiPolygon(solid) if solid else area
