"""Many ways over the sea at once, bundled: what leads the same way shares it, as ships share lanes.

Each way is found on the sea's net in turn, the longest first, and where one went before it a mile counts for less. All
together make a network of stretches between junctions; each stretch is pulled straight and all are relaxed as one
elastic band, so that ways part at slight angles. A line is the stretches of its way, rounded.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import numpy as np

from geo.coast import distance_to_coast_m, on_sphere
from geo.net import Floats, Mooring, Net, Position, net, way_between
from geo.smoothing import STEPS_M, Band, lon_lat, pulled_with_berth, resampled, rounded
from geo.taut import along, is_free, length_m
from geo.waterways import Waterway

SHARED_COST = 0.74
"""What a mile counts for where another way went before."""
_CLOSE_M = 60_000.0
_CLOSE_COST = 1.0
"""How much more a mile counts for at the coast itself than from 60 km off, where a line has room to be smooth."""
_MOST_WEIGHT = 4.0
_LEAST_SHARED_M = 120_000.0
"""Ways that share less than this cross rather than join."""
_DRAWN_STEPS_M = (STEPS_M[0], 60_000.0, 15_000.0)
"""Lengths of the straight pieces on the map that a geodesic is first drawn in: the longest that meet no coast."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A way to be found: its ends (lon, lat), which lie in water, and the waterways (ids) that it takes not."""

    start: Position
    end: Position
    avoiding: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a way, in open water or along the waterway of a name: its points (lon, lat), not cut at 180°."""

    points: Floats
    waterway: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A way that was found, as pieces each of which begins where the one before it ends."""

    pieces: tuple[Piece, ...]
    distance_m: float

    @property
    def waterways(self) -> tuple[str, ...]:
        """The names of the waterways that it takes, in order."""
        return tuple(piece.waterway for piece in self.pieces if piece.waterway)

    @property
    def points(self) -> Floats:
        """All its points (lon, lat)."""
        return _joined([piece.points for piece in self.pieces])


Stretch = tuple[int, ...]
"""The nodes from one junction to the next, the end with the lower number first."""


def bundled(wishes: Sequence[Wish]) -> list[Way | None]:
    """A way for each wish, None where there is none."""
    if not wishes:
        return []
    finder = _Finder(net())
    order = sorted(range(len(wishes)), key=lambda row: -_apart_m(wishes[row]))
    paths: dict[int, list[int]] = {}
    for row in order:
        found = finder.find(wishes[row])
        if found is not None:
            paths[row] = found
    lines = _relaxed(finder, list(paths.values()))
    made = dict(zip(paths, lines, strict=True))
    return [made.get(row) for row in range(len(wishes))]


def _apart_m(wish: Wish) -> float:
    return length_m(np.array([wish.start, wish.end]))


@dataclass(slots=True)
class _Finder:
    """Finds ways one after another; ``spots`` are the net's nodes and, after them, the ends of wishes."""

    sea: Net
    shared: Floats = field(init=False)
    """What a mile counts for on each entry of the net's lengths, for the ways that went there."""
    spots: list[Position] = field(init=False, default_factory=list)
    numbers: dict[Position, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.shared = np.ones(len(self.sea.lengths.data))

    def find(self, wish: Wish) -> list[int] | None:
        """The numbers of the spots of a way, its ends included; the way is remembered as shared."""
        first, last = self.sea.moored(wish.start), self.sea.moored(wish.end)
        if first is None or last is None:
            return None
        lengths = self.sea.lengths.copy()
        lengths.data = _costs() * self.shared
        for waterway in wish.avoiding:
            here, there = self.sea.edges_of(waterway)
            lengths.data[[self.sea.entry(here, there), self.sea.entry(there, here)]] = np.inf
        found = way_between(lengths, first.nearest, last.nearest, _apart_m(wish))
        if found is None:
            return None
        path, _ = found
        for here, there in pairwise(path):
            self.shared[[self.sea.entry(here, there), self.sea.entry(there, here)]] = SHARED_COST
        return [*self._end(wish.start, first), *path, *self._end(wish.end, last)]

    def _end(self, point: Position, mooring: Mooring) -> list[int]:
        """The spot of an end that is no node itself."""
        if mooring.on_stub or tuple(self.sea.points[mooring.nearest]) == point:
            return []
        if point not in self.numbers:
            self.numbers[point] = len(self.sea.points) + len(self.spots)
            self.spots.append(point)
        return [self.numbers[point]]

    def copy(self, number: int) -> int:
        """A spot of its own at the point of another."""
        (lon, lat) = self.at([number])[0]
        self.spots.append((float(lon), float(lat)))
        return len(self.sea.points) + len(self.spots) - 1

    def at(self, numbers: Sequence[int]) -> Floats:
        """The points of spots."""
        nodes = len(self.sea.points)
        points = [self.sea.points[n] if n < nodes else self.spots[n - nodes] for n in numbers]
        return np.array(points, float).reshape(-1, 2)


@cache
def _costs() -> Floats:
    """The net's lengths, dearer near coasts."""
    sea = net()
    off = distance_to_coast_m(*sea.points.T)
    close = 1.0 + _CLOSE_COST * np.clip(1.0 - off / _CLOSE_M, 0.0, 1.0)
    rows = np.repeat(np.arange(len(off)), np.diff(sea.lengths.indptr))
    costs: Floats = sea.lengths.data * np.maximum(close[rows], close[sea.lengths.indices])
    return costs


def _relaxed(finder: _Finder, paths: Sequence[Sequence[int]]) -> list[Way]:
    """The ways of some paths, with what they share relaxed together."""
    paths = _uncrossed(finder, paths)
    stops = _junctions(finder.sea, paths)
    ways = [_stretches(path, stops) for path in paths]
    used = Counter(stretch for way in ways for stretch, _ in way)
    lines = {stretch: _line(finder, stretch) for stretch in used}
    ends = {end for path in paths for end in (path[0], path[-1])}
    for step_m in STEPS_M:
        _relax(finder.sea, lines, used, ends, step_m)
    return [_way(finder.sea, way, lines) for way in ways]


def _uncrossed(finder: _Finder, paths: Sequence[Sequence[int]]) -> list[list[int]]:
    """The paths with spots of their own where they only cross others, or share less than 120 km with them."""
    visits = Counter(spot for path in paths for spot in set(path))
    edges = Counter(frozenset(edge) for path in paths for edge in set(map(frozenset, pairwise(path))))
    made: list[list[int]] = []
    for path in paths:
        own = list(path)
        for first, last in _runs(path, visits, edges):
            run = path[first : last + 1]
            at_end = first == 0 or last == len(path) - 1
            passage = any(finder.sea.is_end_of_waterway(spot) for spot in run)
            if not at_end and not passage and length_m(finder.at(run)) < _LEAST_SHARED_M:
                own[first : last + 1] = [finder.copy(spot) for spot in run]
        made.append(own)
    return made


def _runs(path: Sequence[int], visits: Counter[int], edges: Counter[frozenset[int]]) -> list[tuple[int, int]]:
    """First and last number of each run of spots of a path that other paths pass too, joined by shared steps."""
    runs: list[tuple[int, int]] = []
    for at, spot in enumerate(path):
        if visits[spot] < 2:
            continue
        if runs and runs[-1][1] == at - 1 and edges[frozenset((path[at - 1], spot))] > 1:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return runs


def _junctions(sea: Net, paths: Sequence[Sequence[int]]) -> set[int]:
    """The spots where ways end, part, meet, or enter a waterway."""
    joined: dict[int, set[int]] = defaultdict(set)
    stops: set[int] = set()
    for path in paths:
        stops.update((path[0], path[-1]))
        for here, there in pairwise(path):
            joined[here].add(there)
            joined[there].add(here)
            if sea.waterway_between(here, there) is not None:
                stops.update((here, there))
    return stops | {spot for spot, others in joined.items() if len(others) != 2}


def _stretches(path: Sequence[int], stops: set[int]) -> list[tuple[Stretch, bool]]:
    """A path as stretches between junctions, each with whether it is passed from its end to its start."""
    found: list[tuple[Stretch, bool]] = []
    run = [path[0]]
    for spot in path[1:]:
        run.append(spot)
        if spot in stops:
            turned = run[0] > run[-1]
            found.append((tuple(run[::-1] if turned else run), turned))
            run = [spot]
    return found


def _line(finder: _Finder, stretch: Stretch) -> Floats:
    """A stretch pulled straight, or the line of the waterway that it is."""
    waterway = _waterway(finder.sea, stretch)
    if waterway is not None:
        return np.array(waterway.points)
    nodes = finder.at(stretch)
    pulled = pulled_with_berth(nodes)
    return next((line for step_m in _DRAWN_STEPS_M if is_free(line := along(pulled, step_m))), nodes)


def _waterway(sea: Net, stretch: Stretch) -> Waterway | None:
    return sea.waterway_between(*stretch) if len(stretch) == 2 else None


def _relax(sea: Net, lines: dict[Stretch, Floats], used: Counter[Stretch], ends: set[int], step_m: float) -> None:
    """Relax all stretches of open water as one band: junctions move, ends and the ends of waterways stay."""
    moored = ends | {end for stretch in lines if _waterway(sea, stretch) for end in stretch}
    loose = {stretch: resampled(line, step_m) for stretch, line in lines.items() if _waterway(sea, stretch) is None}
    numbers: dict[int, int] = {}
    spots: list[Floats] = []
    held: list[bool] = []
    rows: dict[Stretch, list[int]] = {}
    for stretch, line in loose.items():
        tips = {0: stretch[0], len(line) - 1: stretch[-1]}
        for at, point in enumerate(line):
            end = tips.get(at)
            if end is None or end not in numbers:
                if end is not None:
                    numbers[end] = len(spots)
                rows.setdefault(stretch, []).append(len(spots))
                spots.append(point)
                held.append(end in moored)
            else:
                rows.setdefault(stretch, []).append(numbers[end])
    if not spots:
        return
    edges = np.array([edge for row in rows.values() for edge in pairwise(row)])
    weights = np.array(
        [min(_MOST_WEIGHT, used[stretch]) for stretch, row in rows.items() for _ in pairwise(row)], float
    )
    band = Band(on_sphere(*np.array(spots).T), edges, weights, np.array(held))
    band.relax(step_m)
    moved = lon_lat(band.spots)
    lines.update({stretch: moved[row] for stretch, row in rows.items()})


def _way(sea: Net, way: Sequence[tuple[Stretch, bool]], lines: dict[Stretch, Floats]) -> Way:
    """The stretches of a way one after another, rounded but for its waterways."""
    pieces: list[Piece] = []
    open_water: list[Floats] = []
    for stretch, turned in way:
        line = lines[stretch][::-1] if turned else lines[stretch]
        waterway = _waterway(sea, stretch)
        if waterway is None:
            open_water.append(line)
            continue
        if open_water:
            pieces.append(Piece(rounded(_joined(open_water))))
            open_water = []
        pieces.append(Piece(line, waterway.name))
    if open_water:
        pieces.append(Piece(rounded(_joined(open_water))))
    return Way(tuple(pieces), sum(length_m(piece.points) for piece in pieces))


def _joined(pieces: Sequence[Floats]) -> Floats:
    """Lines of which each begins where the one before it ends, as one."""
    return np.vstack([pieces[0], *(piece[1:] for piece in pieces[1:])])
