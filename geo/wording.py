"""Everything this room says to people: how a place was found, why none was, what to look at.

``WORDINGS`` is the list that translations are checked against.
"""

from __future__ import annotations

from geo import disputed
from geo.message import Wording

COORDINATES = Wording("coordinates", "'{words}' is a written position: {position}, good to {radius}")
COORDINATES_SWAPPED = Wording("coordinates_swapped", "latitude and longitude stood the other way round")
COORDINATES_FLIPPED = Wording(
    "coordinates_flipped", "the hemisphere '{letter}' contradicts {name}; the opposite one fits, and was taken"
)
COORDINATES_SLIP = Wording("coordinates_slip", "read past a slip in the writing")
COORDINATES_OTHERS = Wording(
    "coordinates_others", "{count} further {count|position is|positions are} written; the first is taken"
)
COORDINATES_AREA = Wording("coordinates_area", "{count} positions mark the corners of an area")
COORDINATES_TRACK = Wording("coordinates_track", "{count} positions mark a track")
COORDINATES_IMPOSSIBLE = Wording("coordinates_impossible", "'{words}' cannot be a position and was passed over")
COORDINATES_DISAGREE = Wording(
    "coordinates_disagree", "the words point to {name}, {distance} away from the written position"
)
NAME = Wording("name", "'{words}' = {name}, {kind}, {position} ({source})")
NAME_IN_COUNTRY = Wording("name_in_country", "'{words}' = {name}, {kind} in {country}, {position} ({source})")
SEA = Wording("sea", "'{words}' = {name}, {kind}: the answer is its outline")
PART_OF_SEA = Wording("part_of_sea", "'{words}' = the {part} part of {name}: the answer is that part of its outline")
WATERS = Wording("waters", "'{words}' = the waters off {name}: the answer is their outline")
INTERNATIONAL_WATERS = Wording(
    "international_waters", "'{words}' = the waters off {name} beyond 12 nautical miles of any coast"
)
COAST = Wording("coast", "'{words}' = the coast of {name}: the answer is the water along it")
USUAL_POINT = Wording("usual_point", "the point is where its anchorages, capes and ports stand densest")
DISTANCE = Wording("distance", "'{words}' = {distance}, good to {error}")
DISTANCE_RANGE = Wording("distance_range", "'{words}' = between {low} and {high}, good to {error}")
BEARING = Wording("bearing", "'{words}' = {bearing}° ± {error}°")
SEAWARD = Wording("seaward", "no direction is given: straight out to sea")
FROM_EDGE = Wording("from_edge", "counted from its shore")
PART = Wording("part", "the {part} part of it")
OFF = Wording("off", "'{words}' = in the water near it")
SOUTH_OF = Wording("south_of", "'{words}' without a distance = a little beyond it on {bearing}°")
MIDWAY = Wording("midway", "midway between {name} and {other}, {distance} apart")
SHARED = Wording("shared", "only what lies in the {name}")
AND_ALSO = Wording("and_also", "and {name}: the region holds both")
CLIPPED = Wording("clipped", "clipped to water")
AGREES = Wording("agrees", "{evidence} speaks for it")
RADIUS = Wording("radius", "90 in 100 such answers lie within {radius}")
CHOSEN = Wording("chosen", "chosen with {percent} % from {count} things the words may mean")
CONTEXT_SEA = Wording("context_sea", "the words themselves name no place; the report speaks of '{words}'")
CONTEXT_HINT = Wording("context_hint", "the words themselves name no place; taken from the context given: {name}")
SPELLING = Wording("spelling", "'{words}' is read as '{name}'")
EMPTY = Wording("empty", "there are no words to locate")
UNSTATED = Wording("unstated", "the words say that the place is not told")
NO_NAME = Wording("no_name", "the words name no place that is known")
ONLY_MENTIONS = Wording("only_mentions", "the only names are ships, flags or people: {names}")
ONLY_IMPOSSIBLE = Wording("only_impossible", "'{words}' cannot be a position: {what}")

WORDINGS: tuple[Wording, ...] = (
    *(value for value in tuple(globals().values()) if isinstance(value, Wording)),
    *disputed.WORDINGS,
)
