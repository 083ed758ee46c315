"""A record as one row of named columns, and back without loss: what GeoJSON, GeoPackage and CSV have in common.

A row holds every field of :meth:`records.incident.Incident.to_json`, with ``place`` laid out flat (Darwin Core's
``coordinate_uncertainty_m`` for ``radius_m``). Formats that know lists and objects take :func:`flatten`; tables take
:func:`to_cells`, which writes them as JSON. Text that a spreadsheet would run is made safe by :func:`guard` and
comes back by :func:`unguard`.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from pydantic import ValidationError

from records.errors import RecordsError
from records.incident import Incident

ColumnKind = Literal["text", "whole", "number", "json"]
Cell = str | int | float | None

COLUMNS: dict[str, ColumnKind] = {
    "id": "text",
    "source_id": "text",
    "event_id": "text",
    "event_type": "text",
    "sub_event_type": "text",
    "title": "text",
    "summary": "text",
    "date_start": "text",
    "date_end": "text",
    "date_precision": "text",
    "date_kind": "text",
    "date_edtf": "text",
    "location_text": "text",
    "lon": "number",
    "lat": "number",
    "coordinate_uncertainty_m": "number",
    "geo_precision": "text",
    "location_method": "text",
    "location_steps": "json",
    "alternatives": "json",
    "location_flags": "json",
    "region_id": "text",
    "region": "json",
    "not_located_reason": "json",
    "actors": "json",
    "killed_min": "whole",
    "killed_max": "whole",
    "killed_max_reason": "text",
    "injured_min": "whole",
    "injured_max": "whole",
    "survivors_min": "whole",
    "survivors_max": "whole",
    "missing_min": "whole",
    "missing_max": "whole",
    "total_claimed": "whole",
    "vessels": "whole",
    "strikes_min": "whole",
    "strikes_max": "whole",
    "quantity": "number",
    "quantity_unit": "text",
    "substance": "text",
    "claim_status": "text",
    "disputed_on": "text",
    "dispute": "text",
    "claims": "json",
    "notes": "text",
    "flags": "json",
    "sources": "json",
    "waters": "json",
    "versions": "json",
}
"""The columns in their order, and what a table keeps in them."""

WATERS_BASIS = "waters_basis"
"""A further column of files: *stated* where the record itself says its ``waters``, else how they were worked out from
its place. The record then does not say them: they are left out when it is read, and worked out anew when asked for."""

OWN_MARKS = frozenset({"event_type", "date_edtf", "coordinate_uncertainty_m", "location_method", "claim_status"})
"""Columns that together tell a file of our own from others; programs may keep ``id`` as the feature's id only."""

_PLACE_COLUMNS: dict[str, str] = {
    "lon": "lon",
    "lat": "lat",
    "coordinate_uncertainty_m": "radius_m",
    "geo_precision": "geo_precision",
    "location_method": "location_method",
    "location_steps": "location_steps",
    "alternatives": "alternatives",
    "location_flags": "flags",
    "region_id": "region_id",
    "region": "region",
}
_LISTS = frozenset({"location_steps", "alternatives", "location_flags"})

# What a spreadsheet may run, also in its full-width form, behind any number of apostrophes of our own.
_RISKY = re.compile(r"^'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"^'+[=+\-@\t\r\n＝＋－＠]")


def is_own(names: Iterable[str]) -> bool:
    """Whether columns or property names are those of a file that this project wrote."""
    return OWN_MARKS.issubset(names)


def flatten(incident: Incident) -> dict[str, Any]:
    """A record as a flat JSON object of :data:`COLUMNS`; ``lon`` is None where there is no place."""
    value = incident.to_json()
    place = value.pop("place") or {}
    empty: dict[str, Any] = dict.fromkeys(_PLACE_COLUMNS) | {name: [] for name in _LISTS}
    value |= empty | {name: place[key] for name, key in _PLACE_COLUMNS.items() if key in place}
    if value["lon"] is None:
        value["geo_precision"] = "unknown"
    return {name: _whole(value[name]) for name in COLUMNS}


def unflatten(row: Mapping[str, Any]) -> Incident:
    """The record that :func:`flatten` was given; columns of other names are left out of account.

    Raises :class:`RecordsError` that names every column with a wrong value.
    """
    value = {name: row[name] for name in COLUMNS if name in row and name not in _PLACE_COLUMNS}
    value.pop("date_edtf", None)
    if row.get(WATERS_BASIS) in ("distance", "polygons"):
        value.pop("waters", None)
    given = [row.get(name) is not None for name in ("lon", "lat", "coordinate_uncertainty_m")]
    if any(given) and not all(given):
        raise RecordsError("of lon, lat and coordinate_uncertainty_m one is missing", where=str(row.get("id") or ""))
    if all(given):
        value["place"] = {key: row.get(name) for name, key in _PLACE_COLUMNS.items()}
    try:
        return Incident.model_validate(value)
    except ValidationError as reason:
        wrong = "; ".join(_explained(error["loc"], error["msg"]) for error in reason.errors())
        raise RecordsError(f"not a record: {wrong}", where=str(row.get("id") or "")) from reason


def _explained(where: tuple[int | str, ...], what: str) -> str:
    return ": ".join(filter(None, (".".join(map(str, where)), what.removeprefix("Value error, "))))


def to_cells(incident: Incident) -> dict[str, Cell]:
    """A record as the cells of a table: lists and objects as JSON, an empty list as None."""
    return {name: _cell(COLUMNS[name], value) for name, value in flatten(incident).items()}


def from_cells(cells: Mapping[str, Any]) -> Incident:
    """The record that :func:`to_cells` was given; empty text, None and NaN mean *not stated*.

    Cells may be text throughout, as in CSV. Raises :class:`RecordsError` that names the column with a wrong value.
    """
    row: dict[str, Any] = {}
    for name, kind in COLUMNS.items():
        value = cells.get(name)
        if value is None or value == "" or (isinstance(value, float) and math.isnan(value)):
            row[name] = _not_stated(name, kind)
            continue
        try:
            row[name] = _value(kind, value)
        except (ValueError, TypeError) as reason:
            raise RecordsError(f"column {name}: {reason}", where=str(cells.get("id") or "")) from reason
    row[WATERS_BASIS] = cells.get(WATERS_BASIS)
    return unflatten({name: value for name, value in row.items() if value is not _LEFT_OUT})


def guard(text: str) -> str:
    """Text as a cell that no spreadsheet runs: a leading ``'`` before what begins like a formula."""
    return f"'{text}" if _RISKY.match(text) else text


def unguard(text: str) -> str:
    """The text that :func:`guard` was given."""
    return text[1:] if _GUARDED.match(text) else text


_LEFT_OUT = object()


def _not_stated(name: str, kind: ColumnKind) -> Any:
    """None where the field may be None; else the column is left out, so that the model's own default holds."""
    field = Incident.model_fields.get(name)
    if field is not None and (field.is_required() or field.default is not None):
        return _LEFT_OUT
    return [] if kind == "json" and name in _LISTS else None


def _whole(value: Any) -> Any:
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    return value


def _cell(kind: ColumnKind, value: Any) -> Cell:
    if value is None or value == "":
        return None
    if kind != "json":
        cell: Cell = value
        return cell
    return json.dumps(value, ensure_ascii=False, allow_nan=False) if value else None


def _value(kind: ColumnKind, value: Any) -> Any:
    if kind == "json":
        return json.loads(value) if isinstance(value, str) else value
    if kind == "text":
        return str(value)
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"{value!r} is no number")
    if kind == "whole" or (number.is_integer() and abs(number) < 2**53):
        if not number.is_integer():
            raise ValueError(f"{value!r} is no whole number")
        return int(value) if isinstance(value, str) and "." not in value and "e" not in value.lower() else int(number)
    return number
