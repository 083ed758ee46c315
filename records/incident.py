"""The record: what happened, when, where, and who says so.

Field names are the terms of the field (ACLED, Darwin Core, Airwars, W3C PROV) and are the same in JSON, files
and screens. Empty means *not stated*, never zero; numbers are ranges; every record keeps its sources.
"""

from __future__ import annotations

import math
from typing import Annotated, Any, Self, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    model_validator,
)
from shapely.errors import GEOSException
from shapely.geometry import MultiPolygon, Polygon

from geo.message import Message
from geo.place import GeoPrecision, Place
from records.dates import Moment, edtf, first_instant, format_moment, last_instant, parse_moment
from records.errors import RecordsError
from records.vocabulary import (
    FLAGS,
    NOT_AT_SEA,
    ActorRole,
    ClaimStatus,
    DateKind,
    DatePrecision,
    DisputedOn,
    EventType,
    KilledMaxReason,
    ZoneName,
)

MAX_COUNT = 10**12
"""More than anything that is counted here; larger figures are identifiers or slips."""
Count = Annotated[int, Field(ge=0, le=MAX_COUNT)]


def _moment(value: Any) -> Moment | None:
    try:
        return None if value is None or value == "" else parse_moment(value)
    except RecordsError as reason:
        # A ValueError, so that pydantic gathers it with the other fields' errors.
        raise ValueError(str(reason)) from reason


def _place(value: Any) -> Place | None:
    if value is None or isinstance(value, Place):
        return value
    try:
        place = Place.from_json(value)
    except KeyError as reason:
        raise ValueError(f"no place: {reason} is missing") from reason
    except (TypeError, AttributeError, IndexError, ValueError, GEOSException) as reason:
        raise ValueError(f"no place: a part of it is of the wrong kind ({reason})") from reason
    if problem := _problem_of(place):
        raise ValueError(f"no place: {problem}")
    return place


def _problem_of(place: Place) -> str:
    """What is wrong with a place that was read; empty where nothing is."""
    for name, limit in (("lon", 180.0), ("lat", 90.0), ("radius_m", math.inf)):
        number = getattr(place, name)
        if isinstance(number, bool) or not isinstance(number, int | float) or not math.isfinite(number):
            return f"{name} '{number}' is no number"
        if abs(number) > limit:
            return f"{name} {number:g} lies outside -{limit:g} to {limit:g}"
    if place.radius_m < 0:
        return f"radius_m {place.radius_m:g} is less than nothing"
    if place.geo_precision not in get_args(GeoPrecision):
        return f"geo_precision '{place.geo_precision}' is none of {', '.join(get_args(GeoPrecision))}"
    if place.region is not None and not isinstance(place.region, Polygon | MultiPolygon):
        return f"its region is a {place.region.geom_type}, not a polygon"
    return ""


def _message(value: Any) -> Message | None:
    return value if value is None or isinstance(value, Message) else Message.from_json(value)


MomentField = Annotated[
    Moment | None,
    PlainValidator(_moment),
    PlainSerializer(lambda value: None if value is None else format_moment(value)),
]
PlaceField = Annotated[
    Place | None,
    PlainValidator(_place),
    PlainSerializer(lambda value: None if value is None else value.to_json()),
]
MessageField = Annotated[
    Message | None,
    PlainValidator(_message),
    PlainSerializer(lambda value: None if value is None else value.to_json()),
]
Text = Annotated[str, BeforeValidator(lambda value: "" if value is None else value)]


class Record(BaseModel):
    """What all models of this file share: they do not change, and unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Actor(Record):
    """Who takes part: a name, a role, and whether the part is only alleged."""

    name: str
    role: ActorRole
    alleged: bool = False


class Quote(Record):
    """Words of a report that support fields of a record (W3C Web Annotation's text position selector).

    ``start`` and ``end`` are code points in the report's text, end excluded; ``text`` is that slice.
    """

    start: Count
    end: Count
    text: str
    supports: tuple[str, ...] = ()


class Source(Record):
    """Where a record comes from. ``link`` says whether the address may be shown as a link."""

    publisher: Text = ""
    title: Text = ""
    url: Text = ""
    link: bool = True
    published: Text = ""
    accessed: Text = ""
    archived_url: Text = ""
    language: Text = ""
    quotes: tuple[Quote, ...] = ()


class Claim(Record):
    """What one party says about one field: a value in words or a range, and when it was said (W3C PROV).

    ``source`` is the index of the record's source that carries it; None where the claim has no source of its own.
    """

    claimant: str
    field: str
    value: Text = ""
    value_min: float | None = None
    value_max: float | None = None
    stated_on: MomentField = None
    source: int | None = None


class WaterShare(Record):
    """The probability that the position lies in one zone of one country (None for the high seas)."""

    country: str | None
    zone: ZoneName
    probability: Annotated[float, Field(ge=0, le=1)]


class Version(Record):
    """One state of a record in its history: when it was written, by whom, why."""

    number: int
    written: MomentField = None
    author: Text = ""
    note: Text = ""


class Facts(Record):
    """What a draft and an incident have in common. All ranges are always there, None where not stated."""

    event_type: EventType
    sub_event_type: Text = ""
    title: Text = ""
    summary: Text = ""
    date_start: MomentField = None
    date_end: MomentField = None
    date_precision: DatePrecision | None = None
    date_kind: DateKind = "within"
    location_text: Text = ""
    place: PlaceField = None
    not_located_reason: MessageField = None
    actors: tuple[Actor, ...] = ()
    killed_min: Count | None = None
    killed_max: Count | None = None
    killed_max_reason: KilledMaxReason | None = None
    injured_min: Count | None = None
    injured_max: Count | None = None
    survivors_min: Count | None = None
    survivors_max: Count | None = None
    missing_min: Count | None = None
    missing_max: Count | None = None
    total_claimed: Count | None = None
    vessels: Count | None = None
    strikes_min: Count | None = None
    strikes_max: Count | None = None
    quantity: float | None = None
    quantity_unit: Text = ""
    substance: Text = ""
    claim_status: ClaimStatus = "claimed"
    disputed_on: DisputedOn | None = None
    dispute: Text = ""
    claims: tuple[Claim, ...] = ()
    notes: Text = ""
    flags: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        problems = [
            f"{name}_min {low} is larger than {name}_max {high}"
            for name in ("killed", "injured", "survivors", "missing", "strikes")
            if (low := getattr(self, f"{name}_min")) is not None
            and (high := getattr(self, f"{name}_max")) is not None
            and low > high
        ]
        if (
            self.date_start is not None
            and self.date_end is not None
            and first_instant(self.date_start) > last_instant(self.date_end)
        ):
            problems.append("date_end lies before date_start")
        problems.extend(f"flag '{flag}' is unknown" for flag in self.flags if flag not in FLAGS)
        if problems:
            raise ValueError("; ".join(problems))
        return self

    @property
    def date_edtf(self) -> str:
        """The date in EDTF, empty where it is not known."""
        return edtf(self.date_start, self.date_end, self.date_precision, self.date_kind)

    @property
    def at_sea(self) -> bool:
        """Whether this is an event at sea, and not a statement, designation or aid."""
        return self.event_type not in NOT_AT_SEA

    def to_json(self) -> dict[str, Any]:
        """As a JSON object of every field, dates as text, in the order of the model."""
        return {**self.model_dump(mode="json"), "date_edtf": self.date_edtf}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """Read what :meth:`to_json` wrote; raises pydantic's ``ValidationError`` with every field's error."""
        return cls.model_validate({key: item for key, item in value.items() if key != "date_edtf"})


class Draft(Facts):
    """A record as read from a report, not yet looked at by a person; every value has its quoted span."""

    date_note: MessageField = None
    """Why a date stays open, or what it was counted from."""
    quotes: tuple[Quote, ...] = ()


class Incident(Facts):
    """A record with a name of its own that never changes, its sources and its history.

    ``id`` is ``source:source_id``, or the id that the built-in case or an own export gave; ``event_id`` joins
    records of one event.
    """

    id: Annotated[str, Field(min_length=1)]
    source_id: Text = ""
    event_id: Text = ""
    sources: tuple[Source, ...] = ()
    waters: tuple[WaterShare, ...] = ()
    versions: tuple[Version, ...] = ()
