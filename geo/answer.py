"""From weighed hypotheses, or written positions, to the place that is answered, with its steps and alternatives."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from geo import wording as say
from geo.calibration import calibration
from geo.context import Context
from geo.coordinates import UnreadablePosition, WrittenPosition
from geo.evidence import Hypothesis
from geo.mentions import Reading
from geo.message import Message
from geo.place import Alternative, Place, precision_of
from geo.region import region_id_of, region_of
from geo.sphere import sphere_distance_m

_TOGETHER_M = 50_000.0
_LEAST_ALTERNATIVE = 0.05
_MOST_ALTERNATIVES = 5
_DISAGREE_M = 300_000.0


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
    if entry.kind in ("port", "airport", "port_area", "anchorage", "terminal"):
        return "harbour"
    return "town" if entry.kind == "town" else "name"


def chosen(found: Sequence[Hypothesis]) -> tuple[Hypothesis, float]:
    """The hypothesis with the most probability within 50 km of its point, and that probability."""
    best, most = found[0], 0.0
    for each in found[:8]:
        if each.probability < most / 3:
            break
        mass = sum(
            other.probability
            for other in found[:30]
            if abs(other.lat - each.lat) < 0.6
            and sphere_distance_m(each.lon, each.lat, other.lon, other.lat) <= _TOGETHER_M
        )
        if mass > most + 1e-9:
            best, most = each, mass
    return best, min(1.0, most)


def place_of_hypotheses(reading: Reading, found: Sequence[Hypothesis], context: Context) -> Place:
    """The place that the weighed names of a text give."""
    best, probability = chosen(found)
    kind = answer_class(best)
    radius_m = calibration().radius_m(kind, best.scale_m, probability)
    region_id = region_id_of(best)
    region = None if region_id else region_of(best, kind, radius_m)
    return Place(
        round(best.lon, 6),
        round(best.lat, 6),
        round(radius_m),
        precision_of(radius_m) if region_id is None else "region",
        kind,
        (),
        region=region,
        region_id=region_id,
        alternatives=_alternatives(best, found),
    )


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


def place_of_coordinates(
    text: str,
    positions: Sequence[WrittenPosition],
    faults: Sequence[UnreadablePosition],
    weighed: Callable[[], list[Hypothesis]],
) -> Place:
    """The place of a written position; ``weighed`` gives what the words say, to compare with it."""
    first = positions[0]
    words = text[first.start : first.end]
    steps: list[Message] = [
        say.COORDINATES(words=words, position=written(first.lon, first.lat), radius=metres(first.radius_m))
    ]
    flags = list(first.flags)
    if "position_swapped" in flags:
        steps.append(say.COORDINATES_SWAPPED())
    if "position_slip" in flags:
        steps.append(say.COORDINATES_SLIP())
    if len(positions) > 1:
        steps.append(say.COORDINATES_OTHERS(count=len(positions) - 1))
    for fault in faults:
        steps.append(say.COORDINATES_IMPOSSIBLE(words=text[fault.start : fault.end]))
    found = weighed() if len(words) < len(text.strip()) - 8 else []
    if found:
        best, probability = chosen(found)
        apart = sphere_distance_m(best.lon, best.lat, first.lon, first.lat)
        if probability > 0.6 and apart > max(_DISAGREE_M, 3 * best.scale_m):
            flags.append("text_and_position_disagree")
            steps.append(say.COORDINATES_DISAGREE(name=best.entry.name, distance=metres(apart)))
    return Place(
        round(first.lon, 7),
        round(first.lat, 7),
        round(first.radius_m),
        "exact",
        "coordinates",
        tuple(steps),
        flags=tuple(flags),
    )


def written(lon: float, lat: float) -> str:
    """A position as people write it: ``12.50°N 53.90°E``."""
    return f"{abs(lat):.2f}°{'N' if lat >= 0 else 'S'} {abs(lon):.2f}°{'E' if lon >= 0 else 'W'}"


def metres(value: float) -> str:
    """A distance as people write it: metres below one kilometre, else kilometres in two figures or whole ones."""
    if value < 1000:
        return f"{value:.0f} m"
    return f"{value / 1000:.1f} km" if value < 9_950 else f"{value / 1000:,.0f} km"
