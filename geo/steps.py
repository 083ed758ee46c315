"""The steps that lead from words to a place, as a list a person can follow."""

from __future__ import annotations

from functools import lru_cache

from geo import wording as say
from geo.calibration import calibration
from geo.evidence import INDEX, Hypothesis, part_name
from geo.gazetteer import Entry, gazetteer
from geo.mentions import Mention, Reading
from geo.message import Message
from geo.region import bearing_give_deg
from geo.sphere import sphere_distance_m

SOURCES = {
    "sea_names": "Leadline's table of coasts and islands",
    "seas": "Leadline's outlines of seas",
    "own": "Leadline's table of adjectives",
    "natural_earth": "Natural Earth",
    "geonames": "GeoNames",
    "geonames_ports": "GeoNames",
    "world_port_index": "World Port Index",
    "airportsdata": "airportsdata",
    "user": "your own names",
}
"""What each source of the gazetteer is called."""
_STATES = ("country", "demonym")


def steps_of(
    best: Hypothesis,
    probability: float,
    reading: Reading,
    count: int,
    region_id: str | None,
    clipped: bool,
    radius_m: float,
) -> tuple[Message, ...]:
    """How an answer was found: the name, what the words about it say, what spoke for it, how good it is."""
    steps = [*_spelling(best.mention), *_name(best, region_id), *_relation(best, reading.phrase)]
    if clipped:
        steps.append(say.CLIPPED())
    steps += _agreement(best, reading)
    if count > 1 and probability < 0.995:
        steps.append(say.CHOSEN(percent=round(100 * probability), count=count))
    steps.append(say.RADIUS(radius=metres(radius_m)))
    return tuple(steps)


def _spelling(mention: Mention) -> list[Message]:
    return [say.SPELLING(words=mention.text, name=mention.entries[0].name)] if mention.misspelt else []


def _name(best: Hypothesis, region_id: str | None) -> list[Message]:
    entry, mention = best.entry, best.mention
    if best.other is not None:
        apart = sphere_distance_m(entry.lon, entry.lat, best.other.lon, best.other.lat)
        return [
            _named(mention.text, entry),
            _named(best.other.name, best.other),
            say.MIDWAY(name=entry.name, other=best.other.name, distance=metres(apart)),
        ]
    if entry.is_sea and region_id is not None:
        return [_sea(best), say.USUAL_POINT()]
    if entry.kind in _STATES and region_id is not None:
        words, name = _words(best), entry.name
        kind = region_id.partition(".")[0]
        if kind == "international_waters_off":
            return [say.INTERNATIONAL_WATERS(words=words, name=name), say.USUAL_POINT()]
        return [(say.COAST if kind == "coast" else say.WATERS)(words=words, name=name), say.USUAL_POINT()]
    if entry.region_id:
        return [_named(mention.text, entry), say.USUAL_POINT()]
    return [_named(mention.text, entry)]


def _sea(best: Hypothesis) -> Message:
    relation, entry = best.mention.relation, best.entry
    part = "central" if relation.central else part_name(relation.part)
    if part:
        return say.PART_OF_SEA(words=_words(best), part=part, name=entry.name)
    return say.SEA(words=best.mention.text, name=entry.name, kind=entry.kind)


def _words(best: Hypothesis) -> str:
    return best.mention.relation.phrase or best.mention.text


def _named(words: str, entry: Entry) -> Message:
    kind, position = entry.kind.replace("_", " "), written(entry.lon, entry.lat)
    source = SOURCES.get(entry.source, entry.source)
    country = country_name(entry.country)
    if country and entry.kind not in _STATES:
        return say.NAME_IN_COUNTRY(
            words=words, name=entry.name, kind=kind, country=country, position=position, source=source
        )
    kind = "country" if entry.kind == "demonym" else kind
    return say.NAME(words=words, name=entry.name, kind=kind, position=position, source=source)


@lru_cache(maxsize=512)
def country_name(code: str) -> str:
    """The English name of a country by its ISO 3166-1 alpha-2 code; empty where there is none."""
    return next((entry.name for entry in gazetteer().lookup(code) if entry.kind == "country"), "") if code else ""


def _relation(best: Hypothesis, phrase: bool) -> list[Message]:
    relation = best.mention.relation
    steps: list[Message] = []
    part = part_name(relation.part)
    if part and not best.entry.is_sea:
        steps.append(say.PART(part=part))
    if relation.distance_m is not None:
        law = calibration().sector
        give = metres(law.plus_km * 1000 + law.share * relation.distance_m)
        if relation.distance_high_m is None:
            steps.append(say.DISTANCE(words=relation.distance_words, distance=metres(relation.distance_m), error=give))
        else:
            low, high = metres(relation.distance_m), metres(relation.distance_high_m)
            steps.append(say.DISTANCE_RANGE(words=relation.distance_words, low=low, high=high, error=give))
        if relation.bearing_deg is not None:
            half = bearing_give_deg(relation, phrase)
            steps.append(say.BEARING(words=relation.phrase, bearing=f"{relation.bearing_deg:g}", error=f"{half:.0f}"))
            if best.entry.kind == "island":
                steps.append(say.FROM_EDGE())
        else:
            steps.append(say.SEAWARD())
    elif relation.bearing_deg is not None and not best.entry.is_sea:
        steps.append(say.SOUTH_OF(words=relation.phrase, bearing=f"{relation.bearing_deg:g}"))
    elif relation.kind in ("off", "near", "outside", "mouth") and not best.entry.region_id:
        steps.append(say.OFF(words=relation.phrase))
    return steps


def _agreement(best: Hypothesis, reading: Reading) -> list[Message]:
    """Other names of the text that speak for the answer."""
    found: list[str] = []
    for mention in reading.mentions:
        if mention.first == best.mention.first or mention.relation.mention or mention.relation.of_ship:
            continue
        for entry in mention.entries:
            speaks = entry.kind in _STATES and best.entry.country in entry.countries and bool(best.entry.country)
            speaks = speaks or (entry.kind == "region" and entry.id == best.entry.admin1)
            speaks = speaks or (entry.is_sea and best.facts[INDEX["in_named_sea"]] > 0)
            if speaks and mention.text not in found and mention.text != best.mention.text:
                found.append(mention.text)
                break
    return [say.AGREES(evidence=f"'{words}'") for words in found[:3]]


def written(lon: float, lat: float) -> str:
    """A position as people write it: ``12.50°N 53.90°E``."""
    return f"{abs(lat):.2f}°{'N' if lat >= 0 else 'S'} {abs(lon):.2f}°{'E' if lon >= 0 else 'W'}"


def metres(value: float) -> str:
    """A distance as people write it: metres below one kilometre, else kilometres in two figures or whole ones."""
    if value < 1000:
        return f"{value:.0f} m"
    return f"{value / 1000:.1f} km" if value < 9_950 else f"{value / 1000:,.0f} km"
