"""From weighed hypotheses, or written positions, to the place that is answered, with its steps and alternatives."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from geo import wording as say
from geo.calibration import calibration
from geo.context import Context
from geo.evidence import Hypothesis, in_sea
from geo.gazetteer import Entry
from geo.mentions import Mention, Reading
from geo.message import Message
from geo.place import Alternative, Place, precision_of
from geo.region import joined_region, region_id_of, region_of, shared_water
from geo.shore import afloat
from geo.sphere import sphere_distance_m
from geo.steps import steps_of
from geo.usual import usual_point

_OPEN_WATER = frozenset(["off", "outside", "direction", "offset"])
_NEAREST_WATER_M = 60_000.0
_PHRASE_SHARE, _PHRASE_PLUS_M = 0.3, 30_000.0
"""A distance with a point of the compass errs along the arc by about a third of the distance."""
_MOST_REACH_M = 300_000.0
_ANDS = frozenset(["and", "y", "e", "&"])
_JOINS = _ANDS | {"the", "el", "la", "los", "then", "other", "northern", "southern", "eastern", "western"}
_HARBOURS = frozenset(["port", "airport", "port_area", "anchorage", "terminal"])
_TOGETHER_M = 50_000.0
_BESIDE_SEA_DEG = 1.0
"""So far beside a sea that is named a place agrees with it ("Strait of Hormuz off Fujairah")."""
_NINE_TENTHS = 0.9
_MOST_WEIGHED = 30
_NEGLIGIBLE = 1e-5
_LEAST_ALTERNATIVE = 0.05
_MOST_ALTERNATIVES = 5


def answer_class(hypothesis: Hypothesis) -> str:
    """The class that an answer's radius is calibrated in; also its ``location_method``."""
    entry, relation = hypothesis.entry, hypothesis.mention.relation
    if hypothesis.other is not None:
        return "sea" if entry.is_sea else "midway"
    if relation.distance_m is not None:
        return "distance" if relation.bearing_deg is None else "offset"
    if entry.is_sea:
        return "sea"
    if entry.kind in ("country", "demonym"):
        return "country"
    if relation.bearing_deg is not None or relation.kind in ("off", "near", "outside", "mouth"):
        return "off"
    if entry.kind in ("region", "coast_region", "river", "traffic_lane"):
        return "region"
    if entry.kind in _HARBOURS:
        return "harbour"
    if entry.kind == "town":
        return "harbour" if _has_harbour(entry, hypothesis.mention) else "town"
    return "name"


def _has_harbour(town: Entry, mention: Mention) -> bool:
    """Whether the name is a harbour's too, in the same place."""
    return any(
        entry.kind in _HARBOURS and abs(entry.lat - town.lat) < 0.3 and abs(entry.lon - town.lon) < 0.3
        for entry in mention.entries
    )


def chosen(found: Sequence[Hypothesis]) -> tuple[Hypothesis, float]:
    """The hypothesis with the most probability within 50 km of its point, and how far all that is said agrees with it.

    A country, sea or region that holds the point agrees with it: "Lagos" is no other answer than "Nigeria".
    """
    best, most = found[0], 0.0
    likely = [each for each in found[:_MOST_WEIGHED] if each.probability > _NEGLIGIBLE]
    for each in likely[:8]:
        if each.probability < most / 3:
            break
        mass = sum([other.probability for other in likely if _together(each, other)])
        if mass > most + 1e-9:
            best, most = each, mass
    agreed = most + sum([other.probability for other in likely if not _together(best, other) and _holds(other, best)])
    return best, min(1.0, agreed)


def _together(one: Hypothesis, other: Hypothesis) -> bool:
    return abs(other.lat - one.lat) < 0.6 and sphere_distance_m(one.lon, one.lat, other.lon, other.lat) <= _TOGETHER_M


def _holds(area: Hypothesis, best: Hypothesis) -> bool:
    """Whether a country, region or sea holds the thing that was chosen."""
    entry = area.entry
    if area.mention.relation.distance_m is not None:
        return False
    if entry.is_sea:
        return not best.entry.is_sea and in_sea(
            entry.region_id, round(best.lon, 1), round(best.lat, 1), _BESIDE_SEA_DEG
        )
    if entry.kind in ("country", "demonym"):
        return bool(set(entry.countries).intersection(best.entry.countries))
    return entry.kind == "region" and entry.id == best.entry.admin1


@dataclass(slots=True)
class _Draft:
    """An answer in the making: point, radius, and region as outline or shape."""

    hypothesis: Hypothesis
    probability: float
    kind: str
    lon: float
    lat: float
    radius_m: float
    region_id: str | None = None
    region: BaseGeometry | None = None
    extra: tuple[Message, ...] = ()


def place_of_hypotheses(reading: Reading, found: Sequence[Hypothesis], context: Context) -> Place:
    """The place that the weighed names of a text give."""
    best, probability = chosen(found)
    draft = _drafted(best, probability, reading, context, _reach_m(best, found) if reading.phrase else math.inf)
    if reading.phrase:
        _narrow_to_sea(draft, reading)
        _join(draft, reading, found, context)
    steps = steps_of(best, draft.probability, reading, len(found), draft.region_id, _is_clipped(draft), draft.radius_m)
    named = draft.region_id is not None
    return Place(
        round(draft.lon, 6),
        round(draft.lat, 6),
        round(draft.radius_m),
        "region" if named else precision_of(draft.radius_m),
        draft.kind,
        (*steps[:-1], *draft.extra, steps[-1]),
        region=draft.region,
        region_id=draft.region_id,
        alternatives=_alternatives(best, found),
    )


def _drafted(
    best: Hypothesis, probability: float, reading: Reading, context: Context, most_m: float = math.inf
) -> _Draft:
    kind = answer_class(best)
    radius_m = min(most_m, calibration().radius_m(kind, best.scale_m, probability, phrase=reading.phrase))
    if reading.phrase and kind == "offset":
        distance_m = best.mention.relation.distance_m or 0.0
        reach_m = min(best.entry.radius_m, _MOST_REACH_M)
        radius_m = min(radius_m, _PHRASE_SHARE * distance_m + _PHRASE_PLUS_M + reach_m / 3)
    lon, lat = best.lon, best.lat
    if context.at_sea and best.mention.relation.kind in _OPEN_WATER:
        lon, lat = afloat(lon, lat, max(radius_m, _NEAREST_WATER_M))
    region_id = region_id_of(best, reading.phrase, reading.high_seas)
    if region_id is None:
        return _Draft(
            best, probability, kind, lon, lat, radius_m, None, region_of(best, kind, radius_m, reading.phrase)
        )
    usual = usual_point(region_id) if reading.phrase else None
    if usual is not None:
        lon, lat, radius_m = usual.lon, usual.lat, usual.reach_m
    return _Draft(best, probability, kind, lon, lat, radius_m, region_id)


def _reach_m(best: Hypothesis, found: Sequence[Hypothesis]) -> float:
    """How far from the point of the best one the things reach that hold nine tenths: a phrase means one of them."""
    reach_m = mass = 0.0
    for each in (best, *(other for other in found if other is not best)):
        own_m = calibration().radius_m(answer_class(each), each.scale_m, 1.0, phrase=True)
        reach_m = max(reach_m, sphere_distance_m(best.lon, best.lat, each.lon, each.lat) + own_m)
        mass += each.probability
        if mass >= _NINE_TENTHS:
            break
    return reach_m


def _is_clipped(draft: _Draft) -> bool:
    return draft.region is not None and draft.kind in ("offset", "distance", "off")


def _narrow_to_sea(draft: _Draft, reading: Reading) -> None:
    """Narrow "Red Sea off Yemen" to what the waters of a country and a named sea share."""
    if draft.region_id is None or draft.hypothesis.entry.is_sea:
        return
    for mention in reading.mentions:
        for entry in mention.entries:
            shared = shared_water(draft.region_id, entry.region_id) if entry.is_sea else None
            if shared is not None:
                draft.region, usual = shared
                draft.region_id = None
                draft.lon, draft.lat, draft.radius_m = usual.lon, usual.lat, usual.reach_m
                draft.extra = (say.SHARED(name=entry.name),)
                return


def _join(draft: _Draft, reading: Reading, found: Sequence[Hypothesis], context: Context) -> None:
    """Take "Colombia and Ecuador" together: two things of one rank are one answer, whose region holds both."""
    partners = [
        other
        for mention in _joined_mentions(draft.hypothesis.mention, reading)
        if (other := next((each for each in found if each.mention is mention), None)) is not None
    ]
    if not partners:
        return
    agreed = min(1.0, draft.probability + sum(each.probability for each in partners))
    sure = _drafted(draft.hypothesis, agreed, reading, context)
    drafts = [sure, *(_drafted(each, 1.0, reading, context) for each in partners)]
    if any(each.hypothesis.mention.relation.distance_m is not None for each in drafts):
        return
    parts = [(each.region_id, each.region, each.lon, each.lat, each.radius_m) for each in drafts]
    draft.region, draft.region_id = joined_region(parts), None
    draft.radius_m = max(sphere_distance_m(draft.lon, draft.lat, each.lon, each.lat) + each.radius_m for each in drafts)
    draft.extra += tuple(say.AND_ALSO(name=each.hypothesis.entry.name) for each in drafts[1:])
    draft.probability = agreed


def _joined_mentions(mention: Mention, reading: Reading) -> list[Mention]:
    """The mentions that "and" joins to one, on either side."""
    names = [each for each in reading.mentions if not each.relation.motion]
    if mention not in names:
        return []
    at = names.index(mention)
    joined = []
    for one, other, kept in ((at - 1, at, at - 1), (at, at + 1, at + 1)):
        if one >= 0 and other < len(names):
            between = [token.key for token in reading.tokens[names[one].last : names[other].first]]
            if between and set(between) <= _JOINS and set(between) & _ANDS and names[one].relation.kind != "between":
                joined.append(names[kept])
    return joined


def _alternatives(best: Hypothesis, found: Sequence[Hypothesis]) -> tuple[Alternative, ...]:
    kept: list[Hypothesis] = [best]
    for each in found:
        if each.probability < _LEAST_ALTERNATIVE or len(kept) > _MOST_ALTERNATIVES:
            break
        apart = [sphere_distance_m(each.lon, each.lat, other.lon, other.lat) for other in kept]
        if min(apart) > max(_TOGETHER_M, each.scale_m / 2):
            kept.append(each)
    return tuple(
        Alternative(
            each.entry.name, round(each.lon, 6), round(each.lat, 6), round(each.scale_m), round(each.probability, 3)
        )
        for each in kept[1:]
    )
