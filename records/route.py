"""A trafficking or migration route: its words, and its lines where its ends could be placed."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import PlainSerializer, PlainValidator
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from records.incident import MessageField, MomentField, PlaceField, Record, Source, Text

RouteKind = Literal["trafficking", "migration"]
LegMedium = Literal["sea", "land", "air"]
WaypointRole = Literal["from", "via", "to", "onward"]
LEG_MEDIA: tuple[LegMedium, ...] = get_args(LegMedium)

GeometryField = Annotated[
    BaseGeometry,
    PlainValidator(lambda value: value if isinstance(value, BaseGeometry) else shape(value)),
    PlainSerializer(mapping),
]


class Waypoint(Record):
    """One end or via of a route: the words, and the place they mean (None where they mean none).

    ``role`` onward is where a route goes on from its ends ("and then Europe"). ``not_joined_reason``: why an
    alternative has no leg though it has a place.
    """

    text: str
    role: WaypointRole
    place: PlaceField = None
    not_located_reason: MessageField = None
    not_joined_reason: MessageField = None


class Leg(Record):
    """One way from an origin to a destination: a line (lon, lat; cut at the antimeridian) and its honest width.

    ``radius_start_m`` and ``radius_end_m`` are the 90 % radii of the two ends: the corridor's half width runs
    from the one to the other. Where ways of a route share a stretch, the line of the first of them alone holds it:
    the others begin or end where they branch from it (``branches_at_start``, ``branches_at_end``), with the radius that
    the whole way has there. ``distance_nmi`` is that of the whole way.
    """

    origin: str
    destination: str
    medium: LegMedium = "sea"
    line: GeometryField
    distance_nmi: float
    radius_start_m: float
    radius_end_m: float
    branches_at_start: bool = False
    branches_at_end: bool = False
    canals: tuple[str, ...] = ()


class Route(Record):
    """A route in words, with its source; ``legs`` is empty where no end could be placed (then see the reason).

    ``from_text`` and ``to_text`` hold alternatives parted by semicolons, ``via_text`` an order. ``period`` is when
    the route was documented, not when it began or ended.
    """

    id: str
    name: str
    kind: RouteKind
    corridor: Text = ""
    from_text: Text = ""
    via_text: Text = ""
    to_text: Text = ""
    mode: Text = ""
    commodity: Text = ""
    period: Text = ""
    period_start: MomentField = None
    period_end: MomentField = None
    share_text: Text = ""
    confidence: Text = ""
    summary: Text = ""
    sources: tuple[Source, ...] = ()
    waypoints: tuple[Waypoint, ...] = ()
    legs: tuple[Leg, ...] = ()
    not_drawn_reason: MessageField = None
