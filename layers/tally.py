"""Tallies: records that share a place stand in it as a counted grid of marks, in order of date.

Their slots are computed once, for each step of the zoom, from all records of a store: a filter never moves a mark.
Where they stand is decided in :mod:`layers.layout`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from layers.antimeridian import Box, unwrapped
from layers.grid import PITCH_PX, Drawn, TallyMode
from layers.group import Group, groups_of
from layers.layout import ZOOMS, LandIn, Layout, laid_out
from layers.mercator import lat_of, lon_of, world_px, wrapped
from layers.snapshot import Snapshot

Position = tuple[float, float]

MOST_AVOIDED = 2_000
"""Regions of their own that grids keep clear of; there is no telling them apart beyond that."""


@dataclass(frozen=True, slots=True)
class TallyAtZoom:
    """How a tally is drawn at one step of the zoom: a grid of marks, one ring with the number, or in another's ring.

    ``lon``, ``lat``: centre of the grid, or of the ring. ``slots``: a position for each of the tally's ids; empty
    unless the mode is ``grid``. ``labelled``: there is room for the name (with the number, where more than one share
    the place); ``label_lon``, ``label_lat``: the left end of that line of text, at the middle of its height.
    ``joined``: no room for a ring of its own; it is counted in the ring of the tally whose key is ``joined_to``.
    """

    mode: TallyMode
    lon: float
    lat: float
    label_lon: float
    label_lat: float
    labelled: bool = False
    slots: tuple[Position, ...] = ()
    joined_to: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Records that share a place and stand in it as a counted grid of marks, in order of date.

    ``key`` is stable: the ``region_id`` of the named outline, or ``at:lon,lat,…`` for one without a name
    (``region_id`` None then). ``ids`` are all records of the store that share it, events at sea first (the filter
    never moves a mark: a filtered one leaves its slot empty); ``count`` of them pass the filter and are on the map.
    ``bounds``: west, south, east, north of the place; west > east where it crosses 180°. ``vast``: its region is a
    mere circle too large to be drawn at rest. ``zooms``: step of the zoom (MapLibre's, tiles of 512 px) → how it is
    drawn from ``zoom − 0.2`` up to ``zoom + 0.3``.
    """

    key: str
    region_id: str | None
    name: str
    count: int
    ids: tuple[str, ...]
    bounds: Box
    vast: bool = False
    zooms: dict[float, TallyAtZoom] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Tallies:
    """All tallies of a snapshot, and which record stands where: row → index of its tally (−1: none) and slot in it."""

    tallies: tuple[Tally, ...]
    tally_of: tuple[int, ...]
    slot_of: tuple[int, ...]


def tallies_of(snapshot: Snapshot, land_in: LandIn) -> Tallies:
    """The tallies of a snapshot with their slots at every zoom; computed once and kept with it.

    ``land_in`` answers a box with the polygons of land that the grids must keep clear of.
    """
    if "tallies" not in snapshot.built:
        snapshot.built["tallies"] = _computed(snapshot, land_in)
    found: Tallies = snapshot.built["tallies"]
    return found


def zoom_step(zoom: float) -> float:
    """The step whose slots hold at a zoom: pitches stay between 14 and 20 px."""
    return max(ZOOMS[0], min(ZOOMS[-1], math.floor(2 * (zoom + 0.2)) / 2))


def _computed(snapshot: Snapshot, land_in: LandIn) -> Tallies:
    groups = groups_of(snapshot)
    in_tally = {row for group in groups for row in group.rows}
    alone = [row for row in range(len(snapshot)) if row not in in_tally and snapshot.at_sea[row]]
    places = [place for row in alone if (place := snapshot.places[row]) is not None]
    marks = np.array([(place.lon, place.lat) for place in places], float).reshape(-1, 2)
    layout = laid_out(groups, marks, _own_regions(snapshot, alone), land_in)
    groups.sort(key=lambda group: (-group.shown, group.key))
    return _numbered(snapshot, groups, layout)


def _own_regions(snapshot: Snapshot, alone: list[int]) -> list[BaseGeometry]:
    """The regions of records that are drawn by themselves, the most of them that can be told apart."""
    wide = [row for row in alone if (place := snapshot.places[row]) is not None and not place.stated]
    indices = sorted({int(snapshot.geometry[row]) for row in wide[:MOST_AVOIDED]})
    return [snapshot.geometries[index] for index in indices]


def _numbered(snapshot: Snapshot, groups: list[Group], layout: Layout) -> Tallies:
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
                vast=group.vast,
                zooms={zoom: _at_zoom(group, zoom, layout[zoom][group.key]) for zoom in ZOOMS},
            )
        )
    return Tallies(tuple(tallies), tuple(tally_of), tuple(slot_of))


def _at_zoom(group: Group, zoom: float, drawn: Drawn) -> TallyAtZoom:
    world, spot, label = world_px(zoom), drawn.spot, drawn.label
    slots: tuple[Position, ...] = ()
    if drawn.mode == "grid":
        (columns, rows), slot = drawn.shape, np.arange(len(group.rows))
        x = spot.x + (slot % columns - (columns - 1) / 2) * PITCH_PX / world
        y = spot.y + (slot // columns - (rows - 1) / 2) * PITCH_PX / world
        slots = tuple(_position(a, b) for a, b in zip(x, y, strict=True))
    lon, lat = _position(spot.x, spot.y)
    label_lon, label_lat = lon, lat
    if label is not None:
        label_lon, label_lat = _position(
            spot.x + (label.dx_px - label.width_px / 2) / world, spot.y + label.dy_px / world
        )
    return TallyAtZoom(drawn.mode, lon, lat, label_lon, label_lat, label is not None, slots, drawn.host)


def _position(x: float, y: float) -> Position:
    return round(wrapped(float(lon_of(x))), 5), round(float(lat_of(y)), 5)


def counted(tally: Tally, count: int) -> Tally:
    """A tally with the number of its records that are shown."""
    return replace(tally, count=count)


def beside_bins(tallies: tuple[Tally, ...]) -> tuple[Tally, ...]:
    """Tallies where bins of the map count all but the wide ones: these are rings, the others are drawn as nothing."""
    heirs: dict[tuple[str | None, float], str] = {}
    for tally in filter(is_wide, tallies):
        for zoom, drawn in tally.zooms.items():
            if drawn.mode == "joined":
                heirs.setdefault((drawn.joined_to, zoom), tally.key)
    for tally in filter(is_wide, tallies):  # who has a ring needs no heir
        for zoom in tally.zooms:
            heirs.pop((tally.key, zoom), None)
    return tuple(replace(each, zooms=_as_rings(each, heirs) if is_wide(each) else {}) for each in tallies)


def _as_rings(tally: Tally, heirs: Mapping[tuple[str | None, float], str]) -> dict[float, TallyAtZoom]:
    """At each zoom its own ring, or joined to that of another: the first of those whose host the bins count."""
    own = {zoom: drawn for zoom, drawn in tally.zooms.items() if drawn.mode != "joined"}
    rings = {}
    for zoom, drawn in tally.zooms.items():
        heir = heirs.get((drawn.joined_to, zoom)) if drawn.mode == "joined" else tally.key
        if heir is None:
            rings[zoom] = drawn
        elif heir != tally.key:
            rings[zoom] = replace(drawn, joined_to=heir)
        else:
            # Where it stands at the nearest zoom that has room for it, not where its host stood.
            near = own.get(zoom) or min(own.items(), key=lambda item: abs(item[0] - zoom), default=(zoom, drawn))[1]
            rings[zoom] = replace(near, mode="count", slots=(), labelled=False, joined_to=None)
    return rings


def is_wide(tally: Tally) -> bool:
    """Whether only a sea, or next to nothing, is known of its place: no bin of the map may count it."""
    return tally.region_id is not None or tally.vast


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
