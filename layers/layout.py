"""Where tallies stand: a grid where there is room for it, at every zoom, from all records of a store.

Grids look for room at the zoom that shows most of the records (*home*) and at higher ones until they stand well, and
hold that spot, so that zooming in does not make them jump; below home they look anew, near it.
A grid or its name never lies on another, on a mark or, the grid, on land. With no room for it, it is a ring with its
number; with no room for that it is counted in the ring beside it. A single record is one mark.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from layers.antimeridian import Box, unwrapped
from layers.grid import GAP_PX, MARK_PX, MIDDLE, Drawn, best_grid, grid_part, label_parts, shapes
from layers.group import Group
from layers.mercator import TILE_PX, turned, x_of, xy_of, y_of
from layers.raster import Edges, Ground, Raster
from layers.room import Aim, Part, Rectangle, Room, Spot, Taken, roomiest

LandIn = Callable[[Box], Sequence[BaseGeometry]]
Layout = dict[float, dict[str, Drawn]]
"""For each zoom how each group is drawn, by its key."""

ZOOMS = tuple(step / 2 for step in range(2, 21))
"""Zooms for which slots are computed: every half from 1 to 10."""
MAX_GRID = 120
MOST_RASTERS = 200
"""So many places, those with most records, look for room; of more a map would be full."""
SMALL_GRID = 4
"""So many marks about the point of a small place take no more room than a ring."""
GROUNDS_OF_FEW: tuple[Ground, ...] = ("free", "water", "any")
TIGHT_PX = 8.0
RING_PX = 34.0
RING_CORE = 0.5
"""Share of a ring that no other may cover: its number."""
JOIN_PX = 60.0
"""A place without room is counted in a ring this near to it."""
FARTHEST_PX = 160.0
MARGIN_PX = 3.0
NUDGES_PX = sorted(product((0.0, -10.0, 10.0, -20.0, 20.0), repeat=2), key=lambda by: (math.hypot(*by), by))
"""How far a few marks may give way to others: less than the width of a grid of two."""
NAMED_ALONE_ZOOM = 5.0
"""From this zoom on a single mark, and a few marks in a small place, are named where there is room."""
SCREEN_PX = 1040.0, 560.0
"""What panels leave of a usual screen."""
HOME_ZOOMS = 2.0, 4.0
CUT_SHARES = 0.12, 0.08
"""Share of the records on each side, across and down, that may lie outside that screen at home."""


def laid_out(groups: list[Group], marks: NDArray[np.float64], others: list[BaseGeometry], land_in: LandIn) -> Layout:
    """How groups are drawn at every zoom, clear of single ``marks`` (rows of lon, lat) and of ``others``' regions."""
    floor = _floor(groups, xy_of(marks), others, land_in)
    found: Layout = {}
    kept: dict[str, Drawn] = {}
    for zoom in (zoom for zoom in ZOOMS if zoom >= floor.home):
        found[zoom] = _Plan(floor, zoom, kept).drawn
        kept |= {key: drawn for key, drawn in found[zoom].items() if key in floor.rasters and drawn.stays}
    floor.wanted.update({key: Aim(drawn.spot) for key, drawn in kept.items()})
    for zoom in (zoom for zoom in ZOOMS if zoom < floor.home):
        found[zoom] = _Plan(floor, zoom, {}).drawn
    return found


@dataclass(frozen=True, eq=False)
class _Floor:
    """What is the same at every zoom; by key: ``rasters`` of wide groups, and where groups are, and are ``wanted``."""

    fixed: list[Group]
    wide: list[Group]
    marks: NDArray[np.float64]
    rasters: dict[str, Raster]
    middles: dict[str, Spot]
    wanted: dict[str, Aim]
    home: float


def _floor(groups: list[Group], marks: NDArray[np.float64], others: list[BaseGeometry], land_in: LandIn) -> _Floor:
    fixed = sorted((group for group in groups if not group.wide), key=lambda group: (-group.shown, group.key))
    # The smaller a region, the less its choice; a single mark fits where nothing else does.
    wide = sorted(
        (group for group in groups if group.wide), key=lambda group: (group.single, group.region.area, group.key)
    )
    rasters = _rasters(wide, marks, others, land_in)
    middles = {group.key: group.point or _middle(group, rasters.get(group.key)) for group in groups}
    at_sea = [middles[group.key] for group in groups for _ in range(group.at_sea)]
    heart, home = heart_and_home(np.array([(spot.x, spot.y) for spot in at_sea] + marks.tolist(), float))
    seas = {group.key: heart for group in wide if group.region_id is not None and not group.single}
    wanted = {key: Aim(spot) for key, spot in middles.items()}
    return _Floor(fixed, wide, marks, rasters, middles, wanted | seas, home)


def _rasters(
    wide: list[Group], marks: NDArray[np.float64], others: list[BaseGeometry], land_in: LandIn
) -> dict[str, Raster]:
    """Wide regions as rasters, with the land and the smaller regions in them; those with most records."""
    regions = [group.region for group in wide] + others
    areas, tree = shapely.area(regions), shapely.STRtree(regions)
    found, edges = {}, Edges()
    order = sorted(range(len(wide)), key=lambda index: (wide[index].at_sea == 0, -wide[index].shown, index))
    for index in order[:MOST_RASTERS]:
        group = wide[index]
        raster = found[group.key] = Raster(unwrapped(group.region), edges)
        raster.note_land(land_in(raster.bounds))
        near = tree.query(group.region)
        raster.note_regions(regions[other] for other in near if areas[other] < areas[index])
        raster.note_marks(marks)
    return found


def _middle(group: Group, raster: Raster | None) -> Spot:
    """Where a named place is, if it must be said in one point."""
    if raster is not None:
        return roomiest(raster)
    point = group.region.representative_point()
    return Spot(x_of(point.x), y_of(point.y))


def heart_and_home(spots: NDArray[np.float64]) -> tuple[Aim, float]:
    """Where most of what is shown is (rows of shares of the world), and the zoom at which that fills a screen."""
    if not len(spots):
        return Aim(Spot(0.5, 0.5), 0.5, 0.5), HOME_ZOOMS[0]
    around = np.sort(spots[:, 0] % 1)
    gaps = np.diff(np.append(around, around[0] + 1))
    start = around[(int(np.argmax(gaps)) + 1) % len(around)]
    west, east = np.quantile(start + (spots[:, 0] - start) % 1, [CUT_SHARES[0], 1 - CUT_SHARES[0]])
    north, south = np.quantile(spots[:, 1], [CUT_SHARES[1], 1 - CUT_SHARES[1]])
    across, down = max(float(east - west), 1e-9), max(float(south - north), 1e-9)
    zoom = math.log2(min(SCREEN_PX[0] / across, SCREEN_PX[1] / down) / TILE_PX)
    home = min(max(math.floor(2 * zoom) / 2, HOME_ZOOMS[0]), HOME_ZOOMS[1])
    return Aim(Spot(float(west + east) / 2 % 1, float(north + south) / 2), across / 2, down / 2), home


class _Plan:
    """All groups at one zoom; those that are ``kept`` stand where they stood."""

    def __init__(self, floor: _Floor, zoom: float, kept: dict[str, Drawn]) -> None:
        self.floor, self.zoom, self.kept = floor, zoom, kept
        self.taken = Taken(zoom)
        self.drawn: dict[str, Drawn] = {}
        self.rings: dict[str, Spot] = {}
        self.own: dict[str, int] = {}
        for at_sea in (True, False):  # what is off the map by default takes no room from the others
            self.rings.clear()
            self._stage(
                [group for group in floor.fixed if bool(group.at_sea) is at_sea],
                [group for group in floor.wide if bool(group.at_sea) is at_sea],
            )

    def _stage(self, fixed: list[Group], wide: list[Group]) -> None:
        self._place_fixed(fixed)
        for group in wide:
            if (kept := self.kept.get(group.key)) is not None:
                self._draw(group, kept)
        crowded_out = []
        for group in wide:
            if group.key not in self.kept:
                if (drawn := self._placed(group)) is None:
                    crowded_out.append(group)
                else:
                    self._draw(group, drawn)
        for group in crowded_out:
            self._draw(group, self._crowded(group))
        for group in (*fixed, *wide):
            self._name(group)

    def _draw(self, group: Group, drawn: Drawn) -> None:
        """Note how a group is drawn, and that nothing else may stand there."""
        self.drawn[group.key] = drawn
        self.own[group.key] = len(self.taken.rectangles)
        if drawn.mode == "count":
            self.rings[group.key] = drawn.spot
        for part in _parts(drawn):
            self.taken.add(part.at(drawn.spot.x, drawn.spot.y, self.taken.world).grown(MARGIN_PX))

    # ---- places with no choice -----------------------------------------------------------------------------------

    def _place_fixed(self, groups: list[Group]) -> None:
        """Small places: a few marks, or a ring, about the point; a grid once the region holds it.

        One that would lie on another is counted in that one's ring.
        """
        stands = Taken(self.zoom)
        hosts: list[Group] = []
        counted: dict[str, str] = {}
        for group in groups:
            stand = _about(self._wanted(group).spot, _small(group))
            if (hits := stands.hits(stand)).size:
                counted[group.key] = hosts[hits[0]].key
            else:
                stands.add(stand)
                hosts.append(group)
        crowded = set(counted.values())
        for index, group in enumerate(hosts):
            drawn = self._fixed(group, stands, index, alone=group.key not in crowded)
            if drawn.mode == "grid":
                stands.add(_about(drawn.spot, grid_part(drawn.shape)))
            self._draw(group, drawn)
        for key, host in counted.items():
            self.drawn[key] = Drawn("joined", self.drawn[host].spot, host=host)

    def _fixed(self, group: Group, stands: Taken, index: int, *, alone: bool) -> Drawn:
        spot, shape = self._wanted(group).spot, shapes(group.shown)[0]
        grid = _about(spot, grid_part(shape))
        if alone and _holds(group, grid, self.taken.world) and not np.setdiff1d(stands.hits(grid), index).size:
            return Drawn("grid", self._aside(spot, grid_part(shape)) or spot, shape)
        if alone and _is_small(group):
            return Drawn("grid", self._aside(spot, _small(group)) or spot, _small_shape(group))
        return Drawn("count", spot)

    def _aside(self, spot: Spot, part: Part) -> Spot | None:
        """A spot as near as may be where a part lies on nothing of others, None where there is none."""
        far = 2 * max(map(max, NUDGES_PX))
        round_it = Rectangle(spot.x, spot.y, part.width_px + far, part.height_px + far)
        if not self.taken.hits(round_it).size and not self._on_marks(round_it):
            return spot
        for dx, dy in NUDGES_PX:
            near = Spot(spot.x + dx / self.taken.world, spot.y + dy / self.taken.world)
            stand = _about(near, part)
            if not self.taken.hits(stand).size and not self._on_marks(stand):
                return near
        return None

    # ---- places with a choice ------------------------------------------------------------------------------------

    def _placed(self, group: Group) -> Drawn | None:
        """A grid with its name where there is room, else a ring, None for neither; a single mark in any case."""
        raster = self.floor.rasters.get(group.key)
        if raster is None or raster.side * self.taken.world < RING_PX:
            return self._as_point(group)
        room = Room(raster, self.taken.rectangles, MARK_PX, self.zoom)
        if _is_small(group):
            return self._few(group, room)
        if group.shown <= MAX_GRID and (not group.single or group.vast):
            found = best_grid(group, room, self._wanted(group))
            if found is not None and not (group.single and self._is_far(found.spot, self._wanted(group))):
                return found
        return self._single(group, room) if group.single else self._ring(group, room)

    def _is_far(self, spot: Spot, aim: Aim) -> bool:
        """Whether a mark would stand too far from where it is wanted, for no more than its words' sake."""
        far = math.hypot(float(turned(spot.x - aim.spot.x)), spot.y - aim.spot.y)
        return far * self.taken.world > FARTHEST_PX

    def _as_point(self, group: Group) -> Drawn | None:
        """A region that is no larger than a ring on the screen: marks or a ring about its middle."""
        spot = self.floor.middles[group.key]
        if group.single or _is_small(group):
            shape = _small_shape(group)
            aside = self._aside(spot, grid_part(shape)) or (spot if group.single else None)
            if aside is not None:
                return Drawn("grid", aside, shape, well=False)
        ring = Rectangle(spot.x, spot.y, RING_PX, RING_PX)
        return None if self.taken.hits(ring).size else Drawn("count", spot)

    def _few(self, group: Group, room: Room) -> Drawn | None:
        """A few marks of a place that is not wide, without its name; over land where it is an island, say."""
        shape = _small_shape(group)
        for ground in GROUNDS_OF_FEW:
            spot = room.spot((grid_part(shape, ground), MIDDLE), self._wanted(group))
            if spot is not None:
                return Drawn("grid", spot, shape, well=ground == GROUNDS_OF_FEW[0])
        aside = self._aside(self.floor.middles[group.key], grid_part(shape))
        return self._ring(group, room) if aside is None else Drawn("grid", aside, shape, well=False)

    def _single(self, group: Group, room: Room) -> Drawn:
        """One mark: where it lies on nothing, else where it lies on no more than marks, else in the middle."""
        wanted = self._wanted(group)
        tries: tuple[tuple[float, Ground], ...] = ((MARK_PX, "quiet"), (MARK_PX, "free"), (TIGHT_PX, "free"))
        for side, ground in tries:
            if (spot := room.spot((Part(0, 0, side, side, ground),), wanted)) is not None:
                return Drawn("grid", spot, well=side == MARK_PX)
        loose = Room(self.floor.rasters[group.key], self.taken.rectangles, 0, self.zoom)
        return Drawn("grid", loose.spot((MIDDLE,), wanted) or self.floor.middles[group.key], well=False)

    def _ring(self, group: Group, room: Room) -> Drawn | None:
        """A ring in the region clear of all; else over marks."""
        wanted = self._wanted(group)
        spot = room.spot((Part(0, 0, RING_PX, RING_PX, "free"),), wanted)
        loose = Room(room.raster, self.taken.rectangles, 0, self.zoom)
        spot = spot or loose.spot((MIDDLE, Part(0, 0, RING_PX, RING_PX, "any")), wanted)
        return None if spot is None else Drawn("count", spot)

    def _crowded(self, group: Group) -> Drawn:
        """A group without room is counted in the ring nearest to it.

        Where there is none near, its own stands on others' edges: one that is left out could not be clicked.
        """
        middle = self.floor.middles[group.key]
        if (host := self._ring_near(middle)) is not None:
            return Drawn("joined", self.rings[host], host=host)
        spot = None
        if (raster := self.floor.rasters.get(group.key)) is not None:
            cores = self.taken.rectangles * (1, 1, RING_CORE, RING_CORE)
            core = Part(0, 0, RING_PX * RING_CORE, RING_PX * RING_CORE, "any")
            spot = Room(raster, cores, 0, self.zoom).spot((MIDDLE, core), self._wanted(group))
        return Drawn("count", spot or middle)

    def _ring_near(self, middle: Spot) -> str | None:
        """The ring nearest to a spot, none if all are far."""
        if not self.rings:
            return None
        keys, spots = list(self.rings), np.array([(spot.x, spot.y) for spot in self.rings.values()])
        far = np.hypot(turned(spots[:, 0] - middle.x), spots[:, 1] - middle.y) * self.taken.world
        nearest = int(np.argmin(far))
        return keys[nearest] if far[nearest] <= JOIN_PX else None

    def _wanted(self, group: Group) -> Aim:
        return self.floor.wanted[group.key]

    # ---- names of what stands without one ------------------------------------------------------------------------

    def _name(self, group: Group) -> None:
        """Write a name beside marks that stand without one, where it lies on nothing."""
        drawn = self.drawn[group.key]
        quiet = (group.single or group.region_id is None) and not group.vast
        waits = quiet and self.zoom < NAMED_ALONE_ZOOM
        if drawn.mode != "grid" or drawn.label is not None or not group.name or waits:
            return
        for label, _ in label_parts(group, drawn.shape, "any"):
            written = label.at(drawn.spot.x, drawn.spot.y, self.taken.world)
            if not np.setdiff1d(self.taken.hits(written), self.own[group.key]).size and not self._on_marks(written):
                self.drawn[group.key] = replace(drawn, label=label)
                self.taken.add(written)
                return

    def _on_marks(self, other: Rectangle) -> bool:
        across = (
            np.abs(turned(self.floor.marks[:, 0] - other.x)) * self.taken.world < (other.width_px + MARK_PX) / 2 - 2
        )
        down = np.abs(self.floor.marks[:, 1] - other.y) * self.taken.world < (other.height_px + MARK_PX) / 2 - 2
        return bool((across & down).any())


def _parts(drawn: Drawn) -> tuple[Part, ...]:
    """What a group covers of the screen."""
    match drawn.mode:
        case "grid":
            grid = grid_part(drawn.shape, gap_px=GAP_PX if drawn.shape != (1, 1) else 0)
            return (grid,) if drawn.label is None else (grid, drawn.label)
        case "count":
            return (Part(0, 0, RING_PX, RING_PX, "any"),)
        case _:
            return ()


def _about(spot: Spot, part: Part) -> Rectangle:
    return Rectangle(spot.x, spot.y, part.width_px, part.height_px)


def _is_small(group: Group) -> bool:
    """Whether its marks need no name: a few in a place that is not wide, but no point, beside which nobody stands."""
    few = group.shown <= SMALL_GRID and group.region_id is None and not group.vast
    return few and shapely.get_dimensions(group.region) == 2


def _small_shape(group: Group) -> tuple[int, int]:
    columns = min(2, group.shown)
    return columns, math.ceil(group.shown / columns)


def _small(group: Group) -> Part:
    """What a group about a point covers as long as its region is small."""
    return grid_part(_small_shape(group)) if _is_small(group) else Part(0, 0, RING_PX, RING_PX, "any")


def _holds(group: Group, grid: Rectangle, world: float) -> bool:
    """Whether a region is large enough for a grid about its point."""
    west, south, east, north = unwrapped(group.region).bounds
    radius = min(east - west, north - south) / 2 * world / 360
    half = math.hypot(grid.width_px, grid.height_px) / 2
    return shapely.get_dimensions(group.region) == 2 and half <= radius and group.shown <= MAX_GRID
