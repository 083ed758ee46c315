"""ACLED's event exports, with the headers of today and of before 2023: corrections come under the same id.

``geo_precision`` 1, 2, 3 is near, area, region and ``time_precision`` 1, 2, 3 day, week, month. The position is that of
a named place near the event, not of the event: it is drawn with its uncertainty. ``timestamp`` is when a row was
uploaded and belongs to no record.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from geo.place import GeoPrecision, Place
from records.dates import month_span
from records.readers.cell_dates import read_date
from records.readers.counts import read_range
from records.readers.layout import Layout
from records.readers.positions import Stated, from_columns
from records.readers.row import Row, text_of
from records.readers.wording import PRECISION_STATED
from records.vocabulary import EventType

_PRECISIONS: dict[str, tuple[GeoPrecision, float]] = {
    "1": ("near", 15_000.0),
    "2": ("area", 75_000.0),
    "3": ("region", 250_000.0),
}
"""ACLED's code → our class, and the radius in metres that stands for it."""
_TYPES: dict[str, EventType] = {
    "air/drone strike": "strike",
    "shelling/artillery/missile attack": "attack",
    "remote explosive/landmine/ied": "attack",
    "attack": "attack",
    "abduction/forced disappearance": "hijack",
    "arrests": "interdiction",
    "armed clash": "confrontation",
    "looting/property destruction": "attack",
    "disrupted weapons use": "interdiction",
    "battles": "confrontation",
    "explosions/remote violence": "attack",
    "violence against civilians": "attack",
    "protests": "other",
    "riots": "other",
    "strategic developments": "other",
}


def _cell(row: Row, name: str) -> str:
    return text_of(row.cells.get(name))


def _more(row: Row) -> Mapping[str, Any]:
    kind, sub = _cell(row, "event_type"), _cell(row, "sub_event_type")
    places = [_cell(row, name) for name in ("location", "admin1", "country")]
    roles = (("actor1", "actor"), ("actor2", "target"))
    low, high = read_range(_cell(row, "fatalities"))
    return {
        "event_type": _TYPES.get(sub.casefold()) or _TYPES.get(kind.casefold(), "other"),
        "sub_event_type": f"{kind}: {sub}" if sub else kind,
        "title": ", ".join(part for part in (sub or kind, places[0], places[2]) if part),
        "location_text": ", ".join(dict.fromkeys(part for part in places if part)),
        "actors": [{"name": name, "role": role} for column, role in roles if (name := _cell(row, column))],
        "killed_min": low,
        "killed_max": high,
        "sources": [{"publisher": name.strip()} for name in _cell(row, "source").split(";") if name.strip()],
        "place": _place(row),
        **_dates(row),
    }


def _place(row: Row) -> Place | None:
    stated = from_columns(_cell(row, "latitude"), _cell(row, "longitude"))
    return None if stated is None else _near(stated, _cell(row, "geo_precision"))


def _near(stated: Stated, code: str) -> Place:
    precision, radius_m = _PRECISIONS.get(code, _PRECISIONS["3"])
    steps = (PRECISION_STATED(precision=code or "none"),)
    return Place(stated.lon, stated.lat, radius_m, precision, "source_precision", steps, flags=stated.flags)


def _dates(row: Row) -> Mapping[str, Any]:
    """A week is known only as one that holds the day, and a month as the day's."""
    told = read_date(_cell(row, "event_date"), day_first=True)
    if told is None or not isinstance(told.start, date):
        return {}
    day, code = told.start, _cell(row, "time_precision")
    if code == "2":
        week = timedelta(days=6)
        return {"date_start": day - week, "date_end": day + week, "date_precision": "week"}
    if code == "3":
        month = month_span(day.year, day.month)
        return {"date_start": month.start, "date_end": month.end, "date_precision": "month"}
    return {}


ACLED = Layout(
    name="acled",
    marks=("event_id_cnty", "event_date", "sub_event_type", "geo_precision"),
    columns={"id": "event_id_cnty", "date": "event_date", "summary": "notes"},
    only_own_columns=True,
    more=_more,
    corrects=True,
    day_first=True,
)
