"""What speaks for each place that the names of a text may mean, added up to a probability.

Every name, with every thing that it may mean and what the words about it say, gives a :class:`Hypothesis`: a point, a
scale and a list of facts (:data:`FACTS`). A weighted sum of the facts is its score; the soft maximum of the scores is
its probability (a conditional logit). The weights stand in ``data/calibration.json`` with how they were set.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from operator import mul

import shapely
from shapely.geometry import Point

from geo.gazetteer import Entry
from geo.mentions import Mention, Reading
from geo.phrases import Relation
from geo.seas import outline
from geo.shore import edge_m, offshore_m, seaward
from geo.sphere import sphere_bearing_deg, sphere_destination, sphere_distance_m
from geo.usual import usual_point

FACTS = (
    "feature", "port", "town", "town_people", "airport", "region", "country", "demonym", "sea", "long_feature", "user",
    "scale",
    "country_in_heading", "country_in_text", "other_country_in_heading", "other_country_in_text", "no_country_named",
    "in_named_sea", "outside_named_sea", "in_named_region", "outside_named_region", "near_another_name",
    "offset", "distance_only", "direction", "off", "at", "in", "between",
    "said_anchorage", "said_port", "said_island", "said_coast", "high_seas",
    "heading", "heading_sea", "heading_country", "late_in_text", "first_sentence",
    "motion", "people", "ship", "capitals", "cut", "misspelt", "common", "namesakes", "outshone", "midway", "repeated",
    "hinted",
)  # fmt: skip
INDEX = {name: index for index, name in enumerate(FACTS)}
_HEADING, _HEADING_SEA, _HEADING_COUNTRY = (INDEX[name] for name in ("heading", "heading_sea", "heading_country"))
_LATE, _FIRST_SENTENCE = INDEX["late_in_text"], INDEX["first_sentence"]
_MOTION, _PEOPLE, _SHIP, _CAPITALS = (INDEX[name] for name in ("motion", "people", "ship", "capitals"))
_CUT, _MISSPELT, _COMMON, _NAMESAKES = (INDEX[name] for name in ("cut", "misspelt", "common", "namesakes"))
_LONG_KINDS = frozenset(["river", "coast_region", "traffic_lane"])
_PARTS = ("northern", "northeastern", "eastern", "southeastern", "southern", "southwestern", "western", "northwestern")
_STATES = frozenset(["country", "demonym"])
_IN_PHRASES = {
    "scale": -0.5, "outshone": -2.0, "motion": -4.0, "late_in_text": -2.0, "distance_only": 4.5, "offset": 4.0,
    "country_in_text": 1.5, "other_country_in_text": -2.0, "country": -1.5, "demonym": -3.0, "people": -3.0,
    "high_seas": 3.0, "off": 2.5, "direction": 2.5, "midway": 4.0,
}  # fmt: skip
_HARBOURS = frozenset(["port", "port_area", "anchorage"])
_OF_TOWN = frozenset(["port", "anchorage", "town", "terminal", "pilot", "mouth", "river"])
_AND = frozenset(["and", "y", "e", "&"])
_MOST_NAMESAKES = 14
_NEAR_M = 150_000.0
_OFF_M = 10_000.0
"""How far out "off X" lies."""
_A_WAY_OFF_M = 18_000.0
"""How far out "south of X" lies."""
_EDGE_SHARE = {"archipelago": 0.2, "bay": 0.3, "strait": 0.1, "peninsula": 0.5, "cape": 0.1}
"""Share of its circle from which a distance from a thing is measured: its edge, where it is a solid thing."""
_NAUTICAL_MILE_M = 1852.0


@dataclass(slots=True)
class Hypothesis:
    """One thing that one name may mean: the point that it puts the event at, with the scale of its error in metres.

    ``other`` and ``beside``: for a point between two things the other one, and the first token of its name.
    """

    mention: Mention
    entry: Entry
    lon: float
    lat: float
    scale_m: float
    facts: list[float]
    score: float = 0.0
    probability: float = 0.0
    other: Entry | None = None
    beside: int = -1


@dataclass(slots=True)
class Surroundings:
    """What a text names besides the place: countries (alpha-2 → weight), seas, first-level regions."""

    heading_countries: frozenset[str]
    countries: frozenset[str]
    seas: tuple[Entry, ...]
    regions: tuple[tuple[int, Entry], ...]
    hints: frozenset[str] = field(default=frozenset())


def surroundings(reading: Reading, hints: frozenset[str] = frozenset()) -> Surroundings:
    """Countries, seas and regions that a text names as places (not as a flag or a crew), and a reader's hints."""
    heading: set[str] = set(hints)
    elsewhere: set[str] = set()
    seas: list[Entry] = []
    regions: list[tuple[int, Entry]] = []
    for mention in reading.mentions:
        relation = mention.relation
        if relation.ship or mention.capitals:
            continue
        for entry in mention.entries:
            if entry.is_sea:
                seas.append(entry)
            elif entry.kind == "region" and not relation.mention:
                regions.append((mention.first, entry))
            elif entry.kind in ("country", "demonym"):
                if mention.heading:
                    heading.update(entry.countries)
                elif not relation.mention and not relation.of_ship and not relation.people and not relation.motion:
                    elsewhere.update(entry.countries)
    return Surroundings(frozenset(heading), frozenset(elsewhere), tuple(seas), tuple(regions), hints)


def hypotheses(reading: Reading, around: Surroundings, weights: Sequence[float]) -> list[Hypothesis]:
    """All hypotheses of a text with score and probability, the most probable first."""
    found = [
        hypothesis
        for mention in reading.mentions
        if not _is_struck_out(mention, reading.phrase)
        for hypothesis in _of_mention(mention, reading, around)
    ]
    midway = list(_midway(reading, around))
    between = {each.mention.first for each in midway} | {each.beside for each in midway}
    found = [each for each in found if each.mention.first not in between] + midway
    found = _without_forces(found)
    _mark_neighbours(found)
    if reading.phrase:
        weights = _phrase_weights(tuple(weights))
    for hypothesis in found:
        hypothesis.score = sum(map(mul, hypothesis.facts, weights))
    highest = max((each.score for each in found), default=0.0)
    total = 0.0
    for each in found:
        each.probability = math.exp(each.score - highest)
        total += each.probability
    for each in found:
        each.probability /= total
    found.sort(key=lambda each: -each.probability)
    return found


def _without_forces(found: list[Hypothesis]) -> list[Hypothesis]:
    """Drop countries that only say whose forces acted ("US forces"), where the text names anything else."""
    others = [each for each in found if not (each.mention.relation.people and each.entry.kind in _STATES)]
    return others or found


def _midway(reading: Reading, around: Surroundings) -> Iterator[Hypothesis]:
    """Between two named things: "between X and Y", "midway between X and Y"."""
    for mention, following in pairwise(reading.mentions):
        if mention.relation.kind != "between" or following.first - mention.last not in (1, 2):
            continue
        if reading.tokens[mention.last].key not in _AND:
            continue
        nearest = min(
            ((one, two) for one in mention.entries[:_MOST_NAMESAKES] for two in following.entries[:_MOST_NAMESAKES]),
            key=lambda pair: _apart(*pair),
        )
        one, two = nearest
        bearing = sphere_bearing_deg(one.lon, one.lat, two.lon, two.lat)
        lon, lat = sphere_destination(one.lon, one.lat, bearing, _apart(one, two) / 2)
        scale_m = _apart(one, two) / 2 + (one.radius_m + two.radius_m) / 4 + 2_000.0
        facts = _facts(mention, one, lon, lat, scale_m, reading, around)
        facts[INDEX["midway"]] = 1.0
        yield Hypothesis(mention, one, lon, lat, scale_m, facts, other=two, beside=following.first)


def _apart(one: Entry, two: Entry) -> float:
    return sphere_distance_m(one.lon, one.lat, two.lon, two.lat)


def _is_struck_out(mention: Mention, phrase: bool) -> bool:
    """Ships' names and flags, and countries that are only the adjective of a ship or crew.

    In a report a harbour may follow a ship's kind without a mark; there that only counts against it.
    """
    relation = mention.relation
    if mention.capitals:
        return True
    if mention.heading or relation.kind == "offset":
        return False
    if phrase and relation.ship and not any(entry.kind in _STATES for entry in mention.entries):
        return True
    return relation.mention or (relation.of_ship and all(entry.kind in _STATES for entry in mention.entries))


def _of_mention(mention: Mention, reading: Reading, around: Surroundings) -> Iterator[Hypothesis]:
    entries = _without_minor_namesakes(mention, reading.phrase)
    if len(entries) > _MOST_NAMESAKES:
        entries = tuple(sorted(entries, key=lambda entry: _rank(entry, around))[:_MOST_NAMESAKES])
    lights = [prominence(entry, entries) for entry in entries]
    brightest = max(lights, default=0.0)
    for entry, light in zip(entries, lights, strict=True):
        lon, lat, scale_m = place_of(entry, mention.relation)
        facts = _facts(mention, entry, lon, lat, scale_m, reading, around)
        facts[INDEX["outshone"]] = brightest - light
        yield Hypothesis(mention, entry, lon, lat, scale_m, facts)


def _without_minor_namesakes(mention: Mention, phrase: bool) -> tuple[Entry, ...]:
    """What a name may mean, less airports of a town, and less towns and islands that bear a country's name.

    Not the village in Cuba that is called Venezuela; the capital Djibouti only where a harbour or town is spoken of.
    """
    entries = mention.entries
    if len(entries) == 1:
        return entries
    others = {entry.country for entry in entries if entry.kind != "airport"}
    entries = tuple(entry for entry in entries if entry.kind != "airport" or entry.country not in others)
    states = {entry.country for entry in entries if entry.kind in _STATES}
    if not states:
        return entries
    relation = mention.relation
    of_town = relation.feature in _OF_TOWN or (relation.kind in ("at", "offset") and not phrase)
    return tuple(
        entry
        for entry in entries
        if entry.kind in _STATES or entry.is_sea or entry.source == "user" or (of_town and entry.country in states)
    )


def prominence(entry: Entry, namesakes: Sequence[Entry] = ()) -> float:
    """How likely a bare name means this thing among its namesakes, on the scale of log10 of a town's people."""
    if entry.kind in _STATES:
        return 8.0
    if entry.is_sea:
        return 8.0
    if entry.kind == "town":
        return math.log10(entry.population + 100)
    if entry.kind == "region":
        harbours = (other for other in namesakes if other.kind in _HARBOURS and other.country == entry.country)
        return 6.3 if next(harbours, None) is None else 4.8
    if entry.source == "sea_names":
        return 6.3 if entry.radius_m > 100_000.0 else 5.3
    return {"world_port_index": 5.0, "user": 9.0, "airportsdata": 4.0}.get(entry.source, 3.8)


def _rank(entry: Entry, around: Surroundings) -> float:
    named = any(code in around.heading_countries or code in around.countries for code in entry.countries)
    return -10.0 * named - math.log10(entry.population + 1) - 4.0 * (entry.source == "sea_names")


def place_of(entry: Entry, relation: Relation) -> tuple[float, float, float]:
    """The point (lon, lat) that an entry and the words about it put an event at, and the scale of its error (m)."""
    lon, lat, reach_m = extent_of(entry, relation.part, relation.central)
    if relation.distance_m is not None:
        return _offset_from(entry, relation, lon, lat, reach_m)
    if relation.bearing_deg is not None and not entry.is_sea:
        lon, lat = sphere_destination(lon, lat, relation.bearing_deg, 0.7 * reach_m + _A_WAY_OFF_M)
        return lon, lat, reach_m + _A_WAY_OFF_M
    if relation.kind in ("off", "outside") and not entry.is_sea:
        lon, lat = seaward(lon, lat, _OFF_M)
        return lon, lat, reach_m + _OFF_M
    if relation.kind in ("near", "mouth", "between"):
        return lon, lat, reach_m + _OFF_M
    return lon, lat, reach_m


def _offset_from(
    entry: Entry, relation: Relation, lon: float, lat: float, reach_m: float
) -> tuple[float, float, float]:
    """The point a distance away: on its bearing from the edge of the thing, or straight out to sea."""
    distance_m = relation.distance_m or 0.0
    if relation.distance_high_m is not None:
        distance_m = (distance_m + relation.distance_high_m) / 2
    long_thing = entry.kind in _LONG_KINDS or bool(entry.region_id)
    if relation.bearing_deg is None or (long_thing and distance_m < 2 * reach_m):
        if relation.within:
            distance_m *= 0.6
        out = max(0.0, offshore_m(lon, lat)) if long_thing else 0.0
        lon, lat = seaward(lon, lat, max(1_000.0, distance_m - out), relation.bearing_deg)
        return lon, lat, math.hypot(reach_m, 0.4 * distance_m)
    blur = 0.19 if relation.bearing_half_deg > 12 else 0.15
    if entry.kind == "island" and reach_m > 6_000.0:
        edge = edge_m(lon, lat, relation.bearing_deg, 1.3 * reach_m)
        lon, lat = sphere_destination(lon, lat, relation.bearing_deg, distance_m + edge)
        return lon, lat, math.hypot(2_500.0, 0.2 * reach_m, blur * distance_m)
    edge = reach_m * _EDGE_SHARE.get(entry.kind, 0.0)
    lon, lat = sphere_destination(lon, lat, relation.bearing_deg, distance_m + edge)
    return lon, lat, math.hypot(2_500.0, 0.4 * reach_m, blur * distance_m)


@lru_cache(maxsize=4)
def _phrase_weights(weights: tuple[float, ...]) -> tuple[float, ...]:
    """The weights for a bare phrase: it hides no place among others, so what it names first and plainly counts.

    Set by hand: among namesakes the well-known one is meant, however large; a voyage's other end is not.
    """
    changed = list(weights)
    for fact, weight in _IN_PHRASES.items():
        changed[INDEX[fact]] = weight
    return tuple(changed)


def part_name(bearing_deg: float | None) -> str:
    """The part of an area that lies towards a bearing ("southeastern"); empty for none."""
    return "" if bearing_deg is None else _PARTS[round(bearing_deg / 45.0) % 8]


def extent_of(entry: Entry, part_deg: float | None, central: bool = False) -> tuple[float, float, float]:
    """Point and reach of a named thing, or of the part of it that lies towards a bearing."""
    if entry.region_id:
        part = f".{part_name(part_deg)}" if part_deg is not None else ".central" if central and entry.is_sea else ""
        usual = usual_point(entry.region_id + part)
        if usual is not None:
            return usual.lon, usual.lat, usual.reach_m
    lon, lat, radius_m = entry.lon, entry.lat, max(entry.radius_m, 2_000.0)
    if part_deg is not None:
        lon, lat = sphere_destination(lon, lat, part_deg, 0.6 * radius_m)
        radius_m *= 0.6
    return lon, lat, radius_m


def _facts(
    mention: Mention, entry: Entry, lon: float, lat: float, scale_m: float, reading: Reading, around: Surroundings
) -> list[float]:
    facts = [0.0] * len(FACTS)
    _facts_of_entry(facts, entry, scale_m)
    _facts_of_relation(facts, mention.relation)
    _facts_of_agreement(facts, mention, entry, lon, lat, around)
    relation = mention.relation
    if mention.heading:
        facts[_HEADING_SEA if entry.is_sea else _HEADING_COUNTRY if entry.kind in _STATES else _HEADING] = 1.0
    facts[_LATE] = mention.place_in_text
    facts[_FIRST_SENTENCE] = float(mention.sentence <= 1)
    facts[_MOTION] = float(relation.motion)
    facts[_PEOPLE] = float(relation.people)
    facts[_SHIP] = float(relation.ship)
    facts[_CAPITALS] = float(mention.capitals)
    facts[_CUT] = float(mention.cut)
    facts[_MISSPELT] = float(mention.misspelt)
    facts[_COMMON] = float(mention.common)
    facts[_NAMESAKES] = math.log(len(mention.entries))
    return facts


def _facts_of_entry(facts: list[float], entry: Entry, scale_m: float) -> None:
    kind = entry.kind
    if entry.is_sea:
        facts[INDEX["sea"]] = 1.0
    elif entry.source == "user":
        facts[INDEX["user"]] = 1.0
    elif kind == "town":
        facts[INDEX["town"]] = 1.0
        facts[INDEX["town_people"]] = math.log10(entry.population + 100) - 4.0
    elif entry.source == "sea_names":
        facts[INDEX["long_feature" if kind in _LONG_KINDS else "feature"]] = 1.0
    elif kind in INDEX:
        facts[INDEX[kind]] = 1.0
    elif kind == "anchorage":
        facts[INDEX["port"]] = 1.0
    facts[INDEX["scale"]] = math.log10(scale_m / 10_000.0)


def _facts_of_relation(facts: list[float], relation: Relation) -> None:
    kind = relation.kind
    if relation.distance_m is not None:
        # "Within 90 miles of X" frames a place more than it gives one.
        facts[INDEX["distance_only" if relation.bearing_deg is None else "offset"]] = 0.5 if relation.within else 1.0
    elif relation.bearing_deg is not None:
        facts[INDEX["direction"]] = 1.0
    elif kind in ("off", "near", "outside", "mouth"):
        facts[INDEX["off"]] = 1.0
    elif kind in ("at", "in", "between"):
        facts[INDEX[kind]] = 1.0
    if relation.feature in ("anchorage", "port", "island", "coast"):
        facts[INDEX[f"said_{relation.feature}"]] = 1.0
    facts[INDEX["high_seas"]] = float(relation.international)
    if relation.feature in ("terminal", "pilot", "river", "mouth"):
        facts[INDEX["said_anchorage"]] = 1.0


def _facts_of_agreement(
    facts: list[float], mention: Mention, entry: Entry, lon: float, lat: float, around: Surroundings
) -> None:
    codes = entry.countries
    if codes:
        in_heading = any(code in around.heading_countries for code in codes)
        in_text = any(code in around.countries for code in codes)
        facts[INDEX["country_in_heading"]] = float(in_heading)
        facts[INDEX["country_in_text"]] = float(in_text and not in_heading)
        facts[INDEX["other_country_in_heading"]] = float(bool(around.heading_countries) and not in_heading)
        facts[INDEX["other_country_in_text"]] = float(bool(around.countries) and not in_text and not in_heading)
        facts[INDEX["no_country_named"]] = float(not around.countries and not around.heading_countries)
    if around.seas and not entry.is_sea:
        inside = any(in_sea(sea.region_id, round(lon, 1), round(lat, 1)) for sea in around.seas)
        facts[INDEX["in_named_sea"]] = float(inside)
        facts[INDEX["outside_named_sea"]] = float(not inside)
    regions = [region for first, region in around.regions if first != mention.first]
    if regions and entry.kind not in ("country", "demonym", "region") and not entry.is_sea:
        inside = any(region.id == entry.admin1 for region in regions)
        facts[INDEX["in_named_region"]] = float(inside)
        facts[INDEX["outside_named_region"]] = float(not inside)
    if around.hints:
        facts[INDEX["hinted"]] = float(any(code in around.hints for code in codes))


@lru_cache(maxsize=20_000)
def in_sea(sea_id: str, lon: float, lat: float, beside_deg: float = 0.5) -> bool:
    """Whether a point lies in a sea or not far beside it."""
    water = outline(sea_id)
    if water is None:
        return False
    west, south, east, north = water.geometry.bounds
    if not (west - beside_deg < lon < east + beside_deg and south - beside_deg < lat < north + beside_deg):
        return False
    return bool(shapely.dwithin(water.geometry, Point(lon, lat), beside_deg))


def _mark_neighbours(found: list[Hypothesis]) -> None:
    """Facts that need all hypotheses: another name close by, the last of "Belawan, Sumatra", a name said twice."""
    points = [each for each in found if each.scale_m < 400_000.0]
    said: dict[str, set[int]] = {}
    for each in found:
        said.setdefault(each.mention.key, set()).add(each.mention.first)
    for each in found:
        each.facts[INDEX["repeated"]] = float(len(said[each.mention.key]) > 1)
        nearest = 1.0
        for other in points:
            if other.mention.key == each.mention.key or other is each:
                continue
            if abs(other.lat - each.lat) > 1.6:
                continue
            apart = sphere_distance_m(each.lon, each.lat, other.lon, other.lat)
            nearest = min(nearest, apart / _NEAR_M)
        each.facts[INDEX["near_another_name"]] = 1.0 - nearest
