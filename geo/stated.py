"""From written positions to the place that is answered: one position, an area or a track, and what contradicts it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import shapely
from shapely.geometry.base import BaseGeometry

from geo import wording as say
from geo.answer import chosen
from geo.context import Context
from geo.coordinates import METRES_PER_DEGREE, UnreadablePosition, WrittenPosition
from geo.evidence import Hypothesis
from geo.geodesy import cut_polygon
from geo.message import Message
from geo.place import Alternative, Place, precision_of
from geo.shore import offshore_m
from geo.sphere import sphere_distance_m
from geo.steps import metres, written

_DISAGREE_M = 300_000.0
_SURE = 0.8
_MIRRORED_M = 150_000.0
_INLAND_M = 10_000.0
_MOST_CORNERS = 200
_BESIDE_TRACK_M = 2_000.0
_AREA = re.compile(
    r"\b(?:bounded|lines? joining|polygon|corners?|within the area|delimitad[ao]|limitad[ao])\b[^.]{0,40}$",
    re.IGNORECASE,
)
_TRACK = re.compile(r"\b(?:track(?:line)?|from|between|leg|derrota|desde|entre)\b[^.]{0,20}$", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:released|freed|let go|rescued|recovered|towed to|taken to|escorted to|bound for|departed|sailed from|"
    r"liberad[oa]s?|rescatad[oa]s?|llevad[oa]s? a|remolcad[oa]s? a|zarp(?:ó|ado|ada))\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
"""Words before a position that is not where the event began: the others go before it."""
_SENTENCE_END = re.compile(r"\.\s+[A-Z¡¿][a-zà-ÿ]*\s")
_LONGEST_GAP = 40
"""Characters between two corners of one area."""
_TO = re.compile(r"[ ,;]{0,3}(?:to|and|-|a|y|hasta)[ ,;]{0,3}(?:positions? )?", re.IGNORECASE)


def place_of_coordinates(
    text: str,
    positions: Sequence[WrittenPosition],
    faults: Sequence[UnreadablePosition],
    weighed: Callable[[], list[Hypothesis]],
    context: Context,
) -> Place:
    """The place of written positions; ``weighed`` gives what the words say, to compare with them."""
    positions = _event_first(text, positions)
    first = positions[0]
    found = weighed() if len(text.strip()) > first.end - first.start + 8 else []
    first, steps, alternatives = _checked(text, first, found)
    steps += [say.COORDINATES_IMPOSSIBLE(words=text[fault.start : fault.end]) for fault in faults]
    flags = list(first.flags)
    if context.at_sea and offshore_m(first.lon, first.lat) < -_INLAND_M:
        flags.append("position_on_land")
    if len(positions) > 1:
        several = _several(text, (first, *positions[1:_MOST_CORNERS]), steps, flags)
        if several is not None:
            return several
        steps.append(say.COORDINATES_OTHERS(count=len(positions) - 1))
        alternatives += tuple(
            Alternative(text[each.start : each.end], each.lon, each.lat, round(each.radius_m), 0.05)
            for each in positions[1:4]
        )
    return Place(
        round(first.lon, 7),
        round(first.lat, 7),
        round(first.radius_m),
        "exact",
        "coordinates",
        tuple(steps),
        alternatives=alternatives,
        flags=tuple(flags),
    )


def _event_first(text: str, positions: Sequence[WrittenPosition]) -> Sequence[WrittenPosition]:
    """The positions in the order of the text, but those where a ship was freed or a voyage began at the end."""
    if len(positions) == 1:
        return positions
    ends = [0, *(position.end for position in positions)]
    elsewhere = [
        _ELSEWHERE.search(text, max(end, position.start - 80), position.start) is not None
        for end, position in zip(ends, positions, strict=False)
    ]
    if not elsewhere[0]:
        return positions
    here = [position for position, other in zip(positions, elsewhere, strict=True) if not other]
    return (*here, *(position for position, other in zip(positions, elsewhere, strict=True) if other))


def _corners(text: str, positions: Sequence[WrittenPosition]) -> Sequence[WrittenPosition]:
    """The positions that follow each other as one list, in one sentence."""
    count = 1
    while count < len(positions):
        gap = text[positions[count - 1].end : positions[count].start]
        if len(gap) > _LONGEST_GAP or _SENTENCE_END.search(gap) or positions[count].start < positions[count - 1].end:
            break
        count += 1
    return positions[:count]


def _checked(
    text: str, first: WrittenPosition, found: Sequence[Hypothesis]
) -> tuple[WrittenPosition, list[Message], tuple[Alternative, ...]]:
    """The position compared with what the words say; mirrored where a wrong hemisphere explains all."""
    words = text[first.start : first.end]
    steps: list[Message] = [
        say.COORDINATES(words=words, position=written(first.lon, first.lat), radius=metres(first.radius_m))
    ]
    if "position_swapped" in first.flags:
        steps.append(say.COORDINATES_SWAPPED())
    if "position_slip" in first.flags:
        steps.append(say.COORDINATES_SLIP())
    if not found:
        return first, steps, ()
    best, probability = chosen(found)
    apart = sphere_distance_m(best.lon, best.lat, first.lon, first.lat)
    if probability < _SURE or apart <= max(_DISAGREE_M, 3 * best.scale_m):
        return first, steps, ()
    flags = (*first.flags, "text_and_position_disagree")
    for letter, lon, lat in (("E/W", -first.lon, first.lat), ("N/S", first.lon, -first.lat)):
        if sphere_distance_m(best.lon, best.lat, lon, lat) <= max(_MIRRORED_M, best.scale_m):
            steps.append(say.COORDINATES_FLIPPED(letter=letter, name=best.entry.name))
            as_written = Alternative(words, first.lon, first.lat, round(first.radius_m), 0.1)
            return replace(first, lon=lon, lat=lat, flags=(*flags, "position_mirrored")), steps, (as_written,)
    steps.append(say.COORDINATES_DISAGREE(name=best.entry.name, distance=metres(apart)))
    return replace(first, flags=flags), steps, ()


def _several(text: str, positions: Sequence[WrittenPosition], steps: list[Message], flags: list[str]) -> Place | None:
    """An area or a track, where the words before the positions say so; None for a list of separate positions."""
    positions = _corners(text, positions)
    if len(positions) < 2:
        return None
    before = text[max(0, positions[0].start - 60) : positions[0].start]
    # Longitudes are counted on from the first one, so that what crosses the antimeridian stays whole.
    points = [(positions[0].lon + _turn(each.lon - positions[0].lon), each.lat) for each in positions]
    give_m = max(each.radius_m for each in positions)
    if len(points) >= 3 and _AREA.search(before):
        steps.append(say.COORDINATES_AREA(count=len(points)))
        drawn = shapely.convex_hull(shapely.multipoints(points))
        return _shape_place(drawn, points, give_m, steps, flags) if drawn.area > 0 else None
    between = text[positions[0].end : positions[1].start]
    if len(points) == 2 and points[0] != points[1] and _TRACK.search(before) and _TO.fullmatch(between):
        steps.append(say.COORDINATES_TRACK(count=len(points)))
        squeeze = max(0.05, math.cos(math.radians(points[0][1])))
        flat = shapely.linestrings([(lon * squeeze, lat) for lon, lat in points])
        belt = shapely.buffer(flat, max(give_m, _BESIDE_TRACK_M) / METRES_PER_DEGREE)
        drawn = shapely.transform(belt, lambda xy: xy / (squeeze, 1.0))
        return _shape_place(drawn, points, give_m, steps, flags)
    return None


def _turn(degrees: float) -> float:
    return (degrees + 180.0) % 360.0 - 180.0


def _shape_place(
    drawn: BaseGeometry, points: Sequence[tuple[float, float]], give_m: float, steps: list[Message], flags: list[str]
) -> Place:
    middle = drawn.centroid
    radius_m = give_m + max(sphere_distance_m(middle.x, middle.y, *point) for point in points)
    return Place(
        round(_turn(middle.x), 6),
        round(middle.y, 6),
        round(radius_m),
        precision_of(radius_m),
        "coordinates",
        tuple(steps),
        region=cut_polygon(drawn),
        flags=tuple(flags),
    )
