"""The one filter: the same words on the page, in an address, a file's export and the command line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator

from geo.place import GeoPrecision
from records.dates import first_instant, format_moment, last_instant, overlaps, parse_span
from records.errors import RecordsError
from records.incident import Incident, MomentField, Record
from records.ring import Ring, parse_ring, ring_text
from records.vocabulary import CLAIM_STATUSES, EVENT_TYPES, FLAGS, ClaimStatus, EventType

GEO_PRECISIONS: tuple[GeoPrecision, ...] = get_args(GeoPrecision)

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; west > east crosses the antimeridian."""

Disputed = Literal["any", "facts", "legality", "none"]


def _words(value: Any) -> Any:
    if isinstance(value, str):
        return tuple(word for word in value.split(",") if word)
    return () if value is None else value


def _box(value: Any) -> Any:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    try:
        sides = tuple(float(part) for part in (value.split(",") if isinstance(value, str) else value))
        west, south, east, north = sides
        possible = -90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180
    except ValueError:
        possible = False
    if not possible:
        raise ValueError("a box is W,S,E,N in degrees with S ≤ N (W > E crosses 180°)")
    return sides


def _flags(value: Any) -> Any:
    flags = _words(value)
    if unknown := [flag for flag in flags if flag not in FLAGS]:
        raise ValueError(f"there is no flag '{unknown[0]}' (one of {', '.join(FLAGS)})")
    return flags


def _first(value: Any) -> Any:
    """The first moment of a day, month or year in words; other values are left to the field."""
    return _span_end(value, "start")


def _last(value: Any) -> Any:
    """The last moment, likewise."""
    return _span_end(value, "end")


def _span_end(value: Any, end: Literal["start", "end"]) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return getattr(parse_span(value), end)
    except RecordsError:
        return value  # the field says what is wrong with it


def _degrees(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _written(text: str) -> str:
    """A text without what nobody can type: one control character would let no record pass."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f]+", " ", text)


class Filter(Record):
    """Which records are meant. An empty filter means all.

    ``since`` and ``until`` include their whole day in UTC, and a record with a wide date or region passes if it
    may lie inside; a month or year means its first and its last day. ``at_sea`` leaves out statements, designations
    and aid. ``text`` is looked for, word by word (as one what is quoted) and without regard to case and accents, in
    title, summary, location_text, actors, publishers and id. ``within`` is a drawn area (see :mod:`records.ring`); with
    ``bbox`` it means what lies in both.
    """

    bbox: Annotated[Box | None, BeforeValidator(_box)] = None
    within: Annotated[Ring | None, BeforeValidator(parse_ring)] = None
    since: Annotated[MomentField, BeforeValidator(_first)] = None
    until: Annotated[MomentField, BeforeValidator(_last)] = None
    type: Annotated[tuple[EventType, ...], BeforeValidator(_words)] = ()
    claim: Annotated[tuple[ClaimStatus, ...], BeforeValidator(_words)] = ()
    disputed: Disputed | None = None
    precision: Annotated[tuple[GeoPrecision, ...], BeforeValidator(_words)] = ()
    flag: Annotated[tuple[str, ...], BeforeValidator(_flags)] = ()
    text: Annotated[str, AfterValidator(_written)] = Field(default="", max_length=500)
    at_sea: bool = False

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        since, until = self.since, self.until
        if since is not None and until is not None and first_instant(since) > last_instant(until):
            raise ValueError("until lies before since")
        return self

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> Self:
        """Read a filter from an address's or a command's parameters; unknown names are left to others.

        Raises :class:`RecordsError` that names every parameter with a wrong value.
        """
        known = {name: query[name] for name in cls.model_fields if query.get(name) not in (None, "")}
        try:
            return cls.model_validate(known)
        except ValidationError as reason:
            raise RecordsError(_explained(reason), where="filter", next="see 'leadline export --help'") from reason

    def to_query(self) -> dict[str, str]:
        """The parameters of an address that mean this filter; what is not limited is left out."""
        query: dict[str, str] = {}
        if self.bbox is not None:
            query["bbox"] = ",".join(_degrees(value) for value in self.bbox)
        if self.within is not None:
            query["within"] = ring_text(self.within)
        for name in ("since", "until"):
            if (moment := getattr(self, name)) is not None:
                query[name] = format_moment(moment)
        for name in ("type", "claim", "precision", "flag"):
            if words := getattr(self, name):
                query[name] = ",".join(words)
        if self.disputed:
            query["disputed"] = self.disputed
        if self.text:
            query["text"] = self.text
        if self.at_sea:
            query["at_sea"] = "true"
        return query

    @property
    def looked_for(self) -> tuple[str, ...]:
        """What ``text`` asks for, folded: each word, and as one what stands between quotation marks."""
        found = re.findall(r'["“«]([^"“”«»]+)["”»]|(\S+)', folded(self.text))
        return tuple(words for one, other in found if (words := " ".join((one or other).split())))

    def matches_facts(self, incident: Incident) -> bool:
        """Whether a record passes everything but box and area (which ask for geometry: see the layers room)."""
        return (
            (not self.type or incident.event_type in self.type)
            and (not self.claim or incident.claim_status in self.claim)
            and (not self.at_sea or incident.at_sea)
            and (not self.flag or not set(self.flag).isdisjoint(incident.flags))
            and (not self.precision or _precision(incident) in self.precision)
            and _disputed(self.disputed, incident)
            and overlaps(incident.date_start, incident.date_end, self.since, self.until)
            and all(words in searched_text(incident) for words in self.looked_for)
        )


def searched_text(incident: Incident) -> str:
    """The words of a record in which ``text`` is looked for, folded."""
    parts = [incident.id, incident.title, incident.summary, incident.location_text, incident.substance]
    parts.extend(actor.name for actor in incident.actors)
    parts.extend(source.publisher for source in incident.sources)
    return folded("\n".join(parts))


def folded(text: str) -> str:
    """A text as it is searched: without regard to case and accents, so that Cumana finds Cumaná and the other way."""
    bare = (each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return "".join(bare).casefold()


def _precision(incident: Incident) -> GeoPrecision:
    return "unknown" if incident.place is None else incident.place.geo_precision


def _disputed(wanted: Disputed | None, incident: Incident) -> bool:
    if wanted is None:
        return True
    if wanted == "none":
        return incident.disputed_on is None
    if wanted == "any":
        return incident.disputed_on is not None
    return incident.disputed_on in (wanted, "both")


def _explained(reason: ValidationError) -> str:
    known = {"type": EVENT_TYPES, "claim": CLAIM_STATUSES, "precision": GEO_PRECISIONS}
    lines = []
    for error in reason.errors():
        said = error["msg"].removeprefix("Value error, ")
        if not error["loc"]:
            lines.append(said)
            continue
        name = str(error["loc"][0])
        if name in known:
            said = f"'{error['input']}' is none of {', '.join(known[name])}"
        lines.append(f"{name}: {said}")
    return "; ".join(dict.fromkeys(lines))
