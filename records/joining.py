"""Join routes' words into lines: each end and via located, then joined along the sea, over land or by air.

Routes that are joined together share their ways over the sea (:mod:`geo.bundling`), migration and trafficking apart.
Alternatives branch: what several ways of a route share belongs to the first of its legs alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString

from geo.bundling import Way, Wish, bundled
from geo.geodesy import M_PER_NMI, cut_line, distance_m, geodesic_line, haversine_m
from geo.message import Message, Wording
from geo.net import Floats, net, way_round
from geo.smoothing import simplified
from geo.taut import is_free, length_m
from records.itinerary import Itinerary, itinerary_of
from records.landfall import coast_of, lies_on_land, moored, on_one_landmass
from records.route import Leg, LegMedium, Route
from records.steering import Anchor, Landings, Stations, over_land_or_air, over_sea

NO_ORIGIN = Wording("route_no_origin", "no place was found for where it begins: '{text}'")
NO_DESTINATION = Wording("route_no_destination", "no place was found for where it ends: '{text}'")
NO_WAY = Wording("route_no_way", "no way was found from '{origin}' to '{destination}'")
SAME_PLACE = Wording("route_same_place", "'{origin}' and '{destination}' are one place: there is no way to draw")
NO_LAND = Wording("route_no_land", "no land joins '{origin}' and '{destination}': a way over land cannot be drawn")
ROUND_THE_CAPES = Wording(
    "route_round_the_capes",
    "small craft do not pass the canals between oceans, and the way round is {factor} times as long: not drawn",
)

WORDINGS = (NO_ORIGIN, NO_DESTINATION, NO_WAY, SAME_PLACE, NO_LAND, ROUND_THE_CAPES)

MEDIA: dict[str, LegMedium] = {"air": "air", "land_leg": "land"}
"""The medium of a route by its ``mode``; every other mode goes by sea."""
SMALL_CRAFT = frozenset({"go_fast", "semi_submersible", "fishing_vessel", "sailing_yacht"})
"""Modes that do not pass the canals between oceans, where every vessel is announced and looked at."""
OCEAN_CANALS = ("panama", "suez")
LONGEST_WAY_ROUND = 1.3
"""How many times as long as by a canal the way round may be, for an alternative to be drawn."""

_TOLERANCE_DEG = 0.01
_DECIMALS = 4


def join(route: Route) -> Route:
    """Return one route with its words located and its legs drawn, or with the reason why it cannot be drawn."""
    return join_all([route])[0]


def join_all(routes: Iterable[Route]) -> list[Route]:
    """Return routes with their words located and their legs drawn, bundled where they lead the same way.

    A route that cannot be drawn keeps its waypoints and gets the reason (``not_drawn_reason``).
    """
    landings = {kind: Landings() for kind in ("trafficking", "migration")}
    plans = [_plan(route, landings[route.kind]) for route in routes]
    for kind in landings:
        wished = [(plan, at) for plan in plans if plan.route.kind == kind for at in plan.at_sea]
        ways = bundled([plan.wish(at) for plan, at in wished])
        for (plan, at), way in zip(wished, ways, strict=True):
            if way is not None:
                plan.ways[at] = way
    return [_joined(plan) for plan in plans]


_Pair = tuple[Anchor, Anchor, LegMedium]
_Step = tuple[tuple[float, ...], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class _Plan:
    """A route with its stops, the pairs of anchors to join and, once found, the ways over the sea by pair.

    ``refused``: why none of the pairs that its words ask for can be joined.
    """

    route: Route
    stops: Itinerary
    stations: Stations
    pairs: tuple[_Pair, ...]
    ways: dict[int, Way]
    refused: Message | None = None

    @property
    def at_sea(self) -> list[int]:
        """The numbers of the pairs that are joined over the sea."""
        return [at for at, (_, _, medium) in enumerate(self.pairs) if medium == "sea"]

    def wish(self, at: int) -> Wish:
        """The way over the sea that a pair asks for."""
        origin, destination, _ = self.pairs[at]
        onward = any(destination.text == stop.text for stop in self.stops.onward)
        return Wish(origin.point, destination.point, () if onward else avoided(self.route.mode))


def avoided(mode: str) -> tuple[str, ...]:
    """The ids of the waterways that a mode does not take."""
    return OCEAN_CANALS if mode in SMALL_CRAFT else ()


def _plan(route: Route, landings: Landings) -> _Plan:
    stops = itinerary_of(route)
    medium = MEDIA.get(route.mode, "sea")
    closed = avoided(route.mode) if medium == "sea" else ()
    stations = over_sea(stops, closed, landings) if medium == "sea" else over_land_or_air(stops)
    pairs: list[_Pair] = []
    refused: Message | None = None
    for here, there in pairwise(stations):
        onward = there[0].text in {stop.text for stop in stops.onward}
        joined = [pair for pair in _pairs(here, there) if pair[0].point != pair[1].point]
        if closed and not onward:
            joined, stops = _without_ways_round(joined, closed, stops)
        for one, other in joined:
            if found := _by(medium, one, other, () if onward else closed):
                pairs.extend(found)
                continue
            refused = NO_LAND(origin=one.text, destination=other.text)
            stops = _not_joined(stops, {one.text, other.text}, refused)
    stops = _joined_after_all(stops, {anchor.text for one, other, _ in pairs for anchor in (one, other)})
    return _Plan(route, stops, stations, tuple(pairs), {}, refused)


def _by(medium: LegMedium, one: Anchor, other: Anchor, closed: tuple[str, ...]) -> list[_Pair]:
    """How two anchors are joined: a way over the sea from or to a place inland is one over land up to the coast.

    Empty where no land joins the two ends of a way over land.
    """
    if medium == "land":
        return [(one, other, "land")] if on_one_landmass(one, other) else []
    if medium == "air" or not (one.inland or other.inland):
        return [(one, other, medium)]
    if lies_on_land(one, other):
        return [(one, other, "land")]
    lengths = net().lengths_without(closed)
    begin = coast_of(one, moored(other), lengths) if one.inland else one
    end = coast_of(other, moored(begin or one), lengths) if other.inland else other
    if begin is None or end is None:
        return []
    before: list[_Pair] = [(one, begin, "land")] if one.inland else []
    after: list[_Pair] = [(end, other, "land")] if other.inland else []
    return [*before, (begin, end, "sea"), *after]


def _not_joined(stops: Itinerary, texts: set[str], reason: Message) -> Itinerary:
    """The stops, of which those of some words get the reason why they are not joined."""
    waypoints = tuple(
        point.model_copy(update={"not_joined_reason": reason}) if point.text in texts else point
        for point in stops.waypoints
    )
    return replace(stops, waypoints=waypoints)


def _joined_after_all(stops: Itinerary, joined: set[str]) -> Itinerary:
    """The stops, of which those that some way reaches have no reason why no way over land does."""
    waypoints = tuple(
        point.model_copy(update={"not_joined_reason": None})
        if point.text in joined and point.not_joined_reason is not None and point.not_joined_reason.code == NO_LAND.code
        else point
        for point in stops.waypoints
    )
    return replace(stops, waypoints=waypoints)


def _without_ways_round(
    pairs: list[tuple[Anchor, Anchor]], closed: tuple[str, ...], stops: Itinerary
) -> tuple[list[tuple[Anchor, Anchor]], Itinerary]:
    """Of several pairs those without a long way round closed canals; the others' waypoints get the reason."""
    factors = [way_round(one.point, other.point, closed) for one, other in pairs]
    kept = [pair for pair, factor in zip(pairs, factors, strict=True) if factor <= LONGEST_WAY_ROUND]
    if not kept or len(kept) == len(pairs):
        return pairs, stops
    still = {anchor.text for pair in kept for anchor in pair}
    reasons = {
        anchor.text: ROUND_THE_CAPES(factor=round(factor, 1))
        for pair, factor in zip(pairs, factors, strict=True)
        for anchor in pair
        if anchor.text not in still
    }
    waypoints = tuple(
        point.model_copy(update={"not_joined_reason": reasons[point.text]}) if point.text in reasons else point
        for point in stops.waypoints
    )
    return kept, replace(stops, waypoints=waypoints)


def _pairs(here: Sequence[Anchor], there: Sequence[Anchor]) -> list[tuple[Anchor, Anchor]]:
    """Which anchors are joined: each alternative of a station with the nearest of the next, until all are."""
    apart = np.array([[haversine_m(*one.point, *other.point) for other in there] for one in here], float)
    chosen = {(row, int(apart[row].argmin())) for row in range(len(here))}
    chosen |= {(int(apart[:, column].argmin()), column) for column in range(len(there))}
    return [(here[row], there[column]) for row, column in sorted(chosen)]


def _joined(plan: _Plan) -> Route:
    """The route with its legs, or with the reason why it has none."""
    route, stops = plan.route, plan.stops
    legs: list[Leg] = []
    drawn: set[_Step] = set()
    for at, (origin, destination, medium) in enumerate(plan.pairs):
        if medium != "sea":
            legs.append(_straight_leg(origin, destination, medium))
        elif at in plan.ways and (leg := _sea_leg(origin, destination, plan.ways[at], drawn)) is not None:
            legs.append(leg)
    reason = None if legs else _why_not(plan)
    return route.model_copy(update={"waypoints": stops.waypoints, "legs": tuple(legs), "not_drawn_reason": reason})


def _why_not(plan: _Plan) -> Message:
    route, stops = plan.route, plan.stops
    if not stops.origins and len(stops.vias) < 2 - bool(stops.destinations):
        return NO_ORIGIN(text=route.from_text)
    if not stops.destinations and len(stops.vias) < 2 - bool(stops.origins):
        return NO_DESTINATION(text=route.to_text)
    if plan.refused is not None and not plan.pairs:
        return plan.refused
    wording = NO_WAY if plan.pairs or not plan.stations else SAME_PLACE
    return wording(origin=route.from_text, destination=route.to_text)


def _straight_leg(origin: Anchor, destination: Anchor, medium: LegMedium) -> Leg:
    line = geodesic_line(origin.point, destination.point)
    return Leg(
        origin=origin.text,
        destination=destination.text,
        medium=medium,
        line=shapely.set_precision(line, 10.0**-_DECIMALS),
        distance_nmi=round(distance_m(*origin.point, *destination.point) / M_PER_NMI, 1),
        radius_start_m=round(origin.radius_m),
        radius_end_m=round(destination.radius_m),
    )


def _sea_leg(origin: Anchor, destination: Anchor, way: Way, drawn: set[_Step]) -> Leg | None:
    """What a way adds to what its route has drawn already; None where that is nothing."""
    runs = _new_runs(way, drawn)
    if not runs:
        return None
    total = max(way.distance_m, 1.0)
    first, last = runs[0].begins_m / total, runs[-1].ends_m / total
    widths = np.interp((first, last), (0.0, 1.0), (origin.radius_m, destination.radius_m))
    return Leg(
        origin=origin.text,
        destination=destination.text,
        medium="sea",
        line=_line([run.points for run in _fused(runs)]),
        distance_nmi=round(way.distance_m / M_PER_NMI, 1),
        radius_start_m=round(float(widths[0])),
        radius_end_m=round(float(widths[1])),
        branches_at_start=first > 1e-6,
        branches_at_end=last < 1 - 1e-6,
        canals=tuple(dict.fromkeys(way.waterways)),
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """Points of a way that are new, and how far along the way they begin and end."""

    points: Floats
    begins_m: float
    ends_m: float


def _new_runs(way: Way, drawn: set[_Step]) -> list[_Run]:
    """The parts of a way that are not among the steps drawn already, ready to be written; they are from now on."""
    runs: list[_Run] = []
    passed = 0.0
    for piece in way.pieces:
        points = piece.points
        keys = [_step(here, there) for here, there in pairwise(points)]
        new = np.array([key not in drawn for key in keys])
        drawn.update(keys)
        edges = np.flatnonzero(np.diff(np.concatenate(([0], new.astype(int), [0]))))
        for first, last in edges.reshape(-1, 2).tolist():
            run = points[first : last + 1]
            begins = passed + length_m(points[: first + 1])
            runs.append(_Run(run if piece.waterway else _written(run), begins, begins + length_m(run)))
        passed += length_m(points)
    return runs


def _step(here: Floats, there: Floats) -> _Step:
    """A step of a way, the same in both directions."""
    one, other = tuple(np.round(here, 6).tolist()), tuple(np.round(there, 6).tolist())
    return (one, other) if one < other else (other, one)


def _fused(runs: Sequence[_Run]) -> list[_Run]:
    """Runs that follow on one another as one."""
    fused: list[_Run] = []
    for run in runs:
        if fused and np.allclose(fused[-1].points[-1], run.points[0], atol=1e-4):
            fused[-1] = _Run(np.vstack((fused[-1].points, run.points[1:])), fused[-1].begins_m, run.ends_m)
        else:
            fused.append(run)
    return fused


def _written(points: Floats) -> Floats:
    """Points as they are kept: few and short, and still clear of land."""
    simple = simplified(points, _TOLERANCE_DEG)
    short = np.round(simple, _DECIMALS)
    return short if is_free(short) else simple


def _line(runs: Sequence[Floats]) -> LineString | MultiLineString:
    """Runs as one line, cut at the antimeridian."""
    parts = [part for run in runs for part in shapely.get_parts(cut_line(run)).tolist()]
    return parts[0] if len(parts) == 1 else MultiLineString(parts)
