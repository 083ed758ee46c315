"""A row becomes a record: each field from its column, with what is odd said in flags and what cannot be refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from geo.coordinates import find_coordinates
from geo.message import Message, Param
from geo.place import NotLocated, Place
from records.dates import Span
from records.duplicates import row_id
from records.errors import RecordsError
from records.incident import Incident
from records.readers import advice, refusals
from records.readers.cell_dates import (
    NOT_STATED,
    AmbiguousDateError,
    UnreadableDateError,
    at_time,
    read_date,
    whole_month,
)
from records.readers.counts import UnreadableNumberError, read_amount, read_range
from records.readers.event_words import type_of_category, type_of_report
from records.readers.headers import recognise, words_of
from records.readers.layout import Layout
from records.readers.outlines import geometry_in_text, region_place, stated_point
from records.readers.positions import Stated, UnreadablePositionError, from_cell, from_columns, with_radius
from records.readers.row import Options, Row, RowError, text_of
from records.readers.survey import Survey
from records.readers.wording import (
    NO_PLACE_IN_ROW,
    POSITION_IN_TEXT,
    POSITION_STATED,
    POSITION_SWAPPED_HERE,
)
from records.vocabulary import FLAGS

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Locate = Callable[[str], Place | NotLocated]

_RANGES = ("killed", "injured", "missing", "survivors", "strikes")
_WHOLE = ("total_claimed", "vessels")
_WORDS = ("quantity_unit", "substance", "dispute")
_GRADES = ("killed_max_reason", "claim_status", "disputed_on", "date_kind")
"""Fields of a few words that are ours; *nothing* is how a table says that none of them holds."""
_NO_GRADE = frozenset({"nothing", "none", "na", "n/a", "-"})
_TITLE_LENGTH = 160
_UNREADABLE = (UnreadablePositionError, UnreadableNumberError, UnreadableDateError, AmbiguousDateError)


@dataclass(slots=True)
class _Draft:
    """A record in the making. ``told``: what a cell says that no field can hold, kept among the notes."""

    row: Row
    values: dict[str, Any] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def unread(self, flag: str, what: str, text: str) -> None:
        """Keep the words of a cell that could not be read, and flag the record where there is a flag for it."""
        self.flags += [flag] if flag else []
        self.told.append(f"{what} as told: {text}")


@dataclass(frozen=True, slots=True)
class RecordMaker:
    """Makes records of a table's rows. ``columns``: field → header. ``locate`` finds a place for words."""

    source: str
    layout: Layout
    columns: Mapping[str, str]
    survey: Survey
    options: Options
    locate: Locate

    def make(self, row: Row) -> Incident:
        """The record of a row; raises :class:`RowError` where the row cannot be one."""
        whole = {**row.cells, "": text_of(row.geometry)}
        if not row.feature_id and not any(text_of(cell) for cell in whole.values()):
            raise RowError(refusals.ROW_EMPTY(), next=advice.FILL_OR_LEAVE_OUT())
        row = self.layout.adapt(row)
        source_id = row.feature_id or self._text(row, "id") or row_id(whole)
        draft = _Draft(row)
        self._words(draft)
        self._dates(draft)
        self._counts(draft)
        self._people(draft)
        draft.values |= {
            **self.options.constants,
            **{key: value for key, value in self._more(row).items() if value},
        }
        self._place(draft)
        self._type(draft)
        values = {"id": f"{self.source}:{source_id}", "source_id": source_id, **draft.values}
        if draft.told:
            values["notes"] = "; ".join(filter(None, (values.get("notes"), *draft.told)))
        values["flags"] = tuple(dict.fromkeys((*draft.flags, *values.get("flags", ()))))
        try:
            return Incident.model_validate(values)
        except ValidationError as reason:
            raise RowError.of(_explained(reason), next=advice.CORRECT_ROW()) from reason

    def _more(self, row: Row) -> Mapping[str, Any]:
        """What the layout makes of a row; a cell that it cannot read costs the row."""
        try:
            return self.layout.more(row)
        except _UNREADABLE as reason:
            raise RowError(_fault(reason), next=advice.CORRECT_CELL()) from reason

    def _text(self, row: Row, name: str) -> str:
        header = self.columns.get(name)
        return "" if header is None else text_of(row.cells.get(header))

    def _name(self, row: Row, key: str) -> str:
        """A name from a cell, or from the object that a cell of JSON holds."""
        cell = row.cells.get(self.columns.get(key, ""))
        return text_of(cell.get("name")) if isinstance(cell, Mapping) else self._text(row, key)

    def _words(self, draft: _Draft) -> None:
        for name in ("event_id", "sub_event_type", "title", "summary", "notes", "location_text", *_WORDS):
            if text := self._text(draft.row, name):
                draft.values[name] = text
        for name in _GRADES:
            if (text := self._text(draft.row, name).casefold()) and text not in _NO_GRADE:
                draft.values[name] = text
        summary = draft.values.get("summary", "")
        if summary and not draft.values.get("title"):
            draft.values["title"] = _first_words(summary)

    def _dates(self, draft: _Draft) -> None:
        start = self._date(draft, "date_start")
        end = self._date(draft, "date_end")
        if start is None and end is None:
            start = end = self._date(draft, "date") or self._from_year(draft.row)
        if start is None and end is None:
            return
        first, last = start or end, end or start
        if first is None or last is None:
            return
        draft.values |= {
            "date_start": first.start,
            "date_end": last.end,
            "date_precision": self._text(draft.row, "date_precision").casefold() or first.precision,
            "date_kind": draft.values.get("date_kind", first.kind),
        }

    def _date(self, draft: _Draft, name: str) -> Span | None:
        text = self._text(draft.row, name)
        if not text:
            return None
        day_first = self.options.day_first
        if day_first is None:
            decided = self.survey.day_first.get(name)
            day_first = self.layout.day_first if decided is None else decided
        try:
            span = read_date(text, day_first)
        except AmbiguousDateError:
            draft.unread("date_ambiguous", name, text)
            return None
        except UnreadableDateError:
            span = self._from_year(draft.row) if name == "date" else None
            draft.unread("date_unreadable" if span is None else "", name, text)
            return span
        if span is None:
            return None
        if self.layout.midnight_is_day or self.survey.only_midnight.get(name):
            span = _without_midnight(span)
        clock = self._text(draft.row, "time") if name == "date" else ""
        timed = at_time(span, clock) if clock else span
        if clock.casefold() not in NOT_STATED and (timed is None or timed == span):
            draft.unread("", "time", clock)
        return timed or span

    def _from_year(self, row: Row) -> Span | None:
        return whole_month(self._text(row, "year"), self._text(row, "month"))

    def _counts(self, draft: _Draft) -> None:
        for name in _RANGES:
            low, high = self._range(draft, name)
            for end, value in (("min", low), ("max", high)):
                stated = self._range(draft, f"{name}_{end}")[0 if end == "min" else 1]
                draft.values[f"{name}_{end}"] = value if stated is None else stated
        for name in _WHOLE:
            draft.values[name] = self._range(draft, name)[0]
        if text := self._text(draft.row, "quantity"):
            try:
                draft.values["quantity"] = read_amount(text)
            except UnreadableNumberError:
                draft.unread("number_unreadable", "quantity", text)

    def _range(self, draft: _Draft, name: str) -> tuple[int | None, int | None]:
        text = self._text(draft.row, name)
        if not text:
            return None, None
        try:
            return read_range(text)
        except UnreadableNumberError:
            draft.unread("number_unreadable", name, text)
            return None, None

    def _people(self, draft: _Draft) -> None:
        """Actors and sources, each from a column or two."""
        row = draft.row
        roles = (("actor", "actor"), ("target", "target"))
        draft.values["actors"] = [{"name": name, "role": role} for key, role in roles if (name := self._name(row, key))]
        publisher = self._text(row, "source") or self.layout.publisher or self.options.source
        url = self._text(row, "source_url")
        link = url.startswith(("https://", "http://"))
        if publisher or url or self._text(row, "source_title"):
            draft.values["sources"] = [
                {
                    "publisher": publisher,
                    "title": self._text(row, "source_title"),
                    "url": url,
                    "link": link,
                    "published": self._text(row, "published"),
                }
            ]

    def _type(self, draft: _Draft) -> None:
        """The type that the category means, else the one that the text tells, else *other*."""
        if draft.values.get("event_type"):
            return
        category = self._text(draft.row, "event_type")
        folded = category.casefold()
        named = {**self.layout.event_types, **{key.casefold(): kind for key, kind in self.options.event_types.items()}}
        found = named.get(folded) or type_of_category(category) if category else None
        told = found or type_of_report(f"{draft.values.get('title', '')}. {draft.values.get('summary', '')}")
        draft.values["event_type"] = told or "other"
        if (
            category
            and folded.replace(" ", "_") != found
            and not draft.values.get("sub_event_type")
            and folded not in _NO_CATEGORY
        ):
            draft.values["sub_event_type"] = category

    def _place(self, draft: _Draft) -> None:
        if "place" in draft.values:
            return
        try:
            place = self._given_place(draft)
        except UnreadablePositionError:
            place = None
            self._unreadable(draft)
        words = draft.values.get("location_text", "")
        if place is None and any(character.isalpha() for character in words):
            found = self.locate(words)
            if isinstance(found, Place):
                place = found
                draft.flags.extend(flag for flag in found.flags if flag in FLAGS)
            else:
                draft.values["not_located_reason"] = found.reason
        if place is None:
            place = self._told_position(draft)
        if place is None:
            draft.values.setdefault("not_located_reason", NO_PLACE_IN_ROW())
        else:
            draft.values.pop("not_located_reason", None)
        draft.values["place"] = place

    def _unreadable(self, draft: _Draft) -> None:
        """A column of positions may hold words for a place: then they are just that."""
        text = self._text(draft.row, "position")
        if sum(character.isalpha() for character in text) > 3 and not draft.values.get("location_text"):
            draft.values["location_text"] = text
        else:
            cells = dict.fromkeys((text, self._text(draft.row, "lat"), self._text(draft.row, "lon")))
            draft.unread("position_unreadable", "position", ", ".join(filter(None, cells)))

    def _told_position(self, draft: _Draft) -> Place | None:
        """The position that the row's text states, where it states but one."""
        positions, _ = find_coordinates(draft.values.get("summary", ""))
        if len({(found.lon, found.lat) for found in positions}) != 1:
            return None
        found = positions[0]
        words = draft.values["summary"][found.start : found.end]
        draft.flags.extend(flag for flag in found.flags if flag in FLAGS)
        steps = (POSITION_IN_TEXT(words=words),)
        return Place(found.lon, found.lat, found.radius_m, "exact", "coordinates", steps, flags=found.flags)

    def _given_place(self, draft: _Draft) -> Place | None:
        row = draft.row
        if row.geometry is not None:
            stated = stated_point(row.geometry)
            return region_place(row.geometry) if stated is None else self._stated(draft, stated)
        if {"lat", "lon"} <= self.columns.keys():
            stated = from_columns(self._text(row, "lat"), self._text(row, "lon"), self.survey.convention)
            if stated is not None:
                return self._stated(draft, stated)
        parted = row.cells.get(self.columns.get("position", ""))
        if isinstance(parted, Mapping) and {"lat", "lon"} <= (inner := recognise(parted)).keys():
            stated = from_columns(text_of(parted[inner["lat"]]), text_of(parted[inner["lon"]]))
            return None if stated is None else self._stated(draft, stated)
        text = self._text(row, "position")
        if not text:
            return None
        if (geometry := geometry_in_text(text)) is not None:
            point = stated_point(geometry)
            return region_place(geometry) if point is None else self._stated(draft, point)
        first = words_of(self.columns["position"])[:1]
        stated = from_cell(text, lon_first=first in (("lon",), ("longitude",), ("long",), ("lonlat",), ("lng",)))
        return None if stated is None else self._stated(draft, stated)

    def _stated(self, draft: _Draft, stated: Stated) -> Place:
        if text := self._text(draft.row, "radius_m"):
            try:
                stated = with_radius(stated, read_amount(text))
            except UnreadableNumberError:
                draft.unread("number_unreadable", "radius", text)
        draft.flags.extend(stated.flags)
        return stated_place(stated)


_NO_CATEGORY = frozenset({"na", "n/a", "none", "null", "-", "unknown"})


def stated_place(stated: Stated) -> Place:
    """The place of a position that a source states."""
    steps: tuple[Message, ...] = (POSITION_STATED(radius_m=stated.radius_m),)
    if "position_swapped" in stated.flags:
        steps = (POSITION_SWAPPED_HERE(), *steps)
    return Place(stated.lon, stated.lat, stated.radius_m, "exact", "coordinates", steps, flags=stated.flags)


def _without_midnight(span: Span) -> Span:
    if not isinstance(span.start, datetime):
        return span
    day = span.start.date()
    midnight = (span.start.hour, span.start.minute, span.start.second) == (0, 0, 0)
    return replace(span, start=day, end=day, precision="day") if midnight else span


def _first_words(text: str) -> str:
    """A title from a report: its first sentence, or as many of its words as fit."""
    line = " ".join(text.split())
    end = next(
        (at for at in range(20, min(len(line), _TITLE_LENGTH)) if line[at - 1 : at + 1] in (". ", "? ", "! ")), 0
    )
    if end:
        return line[:end].rstrip(".")
    return line if len(line) <= _TITLE_LENGTH else line[:_TITLE_LENGTH].rpartition(" ")[0] + " …"


_MIN_OVER_MAX = re.compile(r"(\w+)_min (\d+) is larger than \w+_max (\d+)")


def _explained(reason: ValidationError) -> list[Message]:
    """What is wrong with the values of a row, each as a message."""
    return [message for error in reason.errors() for message in _faults(error)]


def _faults(error: ErrorDetails) -> list[Message]:
    where = ".".join(str(part) for part in error["loc"])
    said = error["msg"].removeprefix("Value error, ")
    if not where:
        return [_inconsistent(each) for each in said.split("; ")]
    told = {name: _plain(value) for name, value in error.get("ctx", {}).items()}
    known = refusals.OF_VALUES.get(error["type"])
    problem = known(**told) if known is not None else Message.of(said)
    given = error["input"]
    if isinstance(given, str | int | float):
        return [refusals.VALUE_WRONG(field=where, given=given), problem]
    return [refusals.FIELD_WRONG(field=where), problem]


def _plain(value: Any) -> Param:
    return value if isinstance(value, str | int | float) else str(value)


def _inconsistent(said: str) -> Message:
    """What does not fit together in a record, as the record itself says it."""
    if found := _MIN_OVER_MAX.fullmatch(said):
        return refusals.MIN_OVER_MAX(field=found[1], low=int(found[2]), high=int(found[3]))
    return refusals.ENDS_BEFORE_IT_BEGINS() if said == str(refusals.ENDS_BEFORE_IT_BEGINS()) else Message.of(said)


def _fault(reason: Exception) -> Message:
    """What is wrong with a cell, as the error that found it says."""
    return reason.said[0] if isinstance(reason, RecordsError) else Message.of(reason.args[0])
