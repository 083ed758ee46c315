"""Positions as they stand in cells: two columns or one, decimal degrees or degrees and minutes, and what cannot be.

The radius is half a unit of the last digit written, at least 100 m. Where latitude and longitude are written with
different numbers of decimals the finer one counts: programs drop trailing zeros, people do not measure one of the two
a thousand times better.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from geo.coordinates import COARSE_RADIUS_M, LEAST_RADIUS_M, METRES_PER_DEGREE, find_coordinates
from records.readers import advice, refusals
from records.readers.row import RowError

SLIP_LIMIT_DEG = 100.0
"""A latitude beyond this is taken for a longitude; between 90° and this it may as well be a slip of the pen."""

_ENOUGH_ROWS = 8
"""Rows that a table must have before they tell that its columns are swapped."""
_EMPTY = frozenset({"", "na", "n/a", "null", "none", "-", "--", "unknown", "?", "."})
_DECIMAL = re.compile(r"^([+\-−–]?)(\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE]([+-]?\d+))?\s*°?$")
_NO_NUMBER = frozenset({"nan", "+nan", "-nan", "inf", "-inf", "+inf", "infinity", "-infinity"})
_NUMBER_TEXT = r"[+\-−–]?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?"
_PAIR = re.compile(rf"^[(\[]?\s*({_NUMBER_TEXT})\s*°?\s*(?:[,;/|]\s*|\s+)({_NUMBER_TEXT})\s*°?\s*[)\]]?\.?$")
_COMMA_PAIR = re.compile(r"^[(\[]?\s*([+\-−–]?\d+,\d+)\s*°?\s*(?:[;/|]\s*|,?\s+)([+\-−–]?\d+,\d+)\s*°?\s*[)\]]?$")
_POINT = re.compile(
    rf"^(?:SRID=4326;)?\s*POINT\s*Z?\s*\(\s*({_NUMBER_TEXT})\s+({_NUMBER_TEXT})(?:\s+{_NUMBER_TEXT})?\s*\)$", re.I
)
_HEMISPHERE = re.compile(
    r"^\s*(N|S|E|W|O)(?:orth|outh|ast|est|orte|ur|ste|este|ord|ud|uest)?\b|(?<![A-Za-z])(N|S|E|W|O)(?:orth|outh|ast|est|orte|ur|ste|este|ord|ud|uest)?\.?\s*$",
    re.I,
)
_DASH = re.compile(r"([NSns])\s*[–—-]\s*(?=\d)")
"""A dash between latitude and longitude, which is no minus."""
_ANGLE_PART = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Stated:
    """A position that a source states: degrees (WGS 84), radius in metres, and what is odd about it."""

    lon: float
    lat: float
    radius_m: float
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Angle:
    """A latitude or longitude in degrees and the unit of its last digit, in degrees.

    ``contradictory``: a minus stands before N or E.
    """

    degrees: float
    unit: float
    contradictory: bool = False


class UnreadablePositionError(ValueError):
    """Cells that hold no position that can be read."""


def from_columns(lat_text: str, lon_text: str, convention: Convention | None = None) -> Stated | None:
    """The position of a latitude's and a longitude's cell; None where both say nothing.

    Raises :class:`RowError` for values that cannot be, :class:`UnreadablePositionError` for words and for one
    without the other.
    """
    empty = [text.casefold() in _EMPTY for text in (lat_text, lon_text)]
    if all(empty):
        return None
    if any(empty):
        raise UnreadablePositionError(refusals.HALF_A_POSITION())
    lat, lon = read_angle(lat_text, "latitude"), read_angle(lon_text, "longitude")
    if convention is not None and convention.eastward and 180 < lon.degrees <= 360:
        lon = Angle(lon.degrees - 360, lon.unit)
    if convention is not None and convention.swapped:
        return _placed(lon, lat, swapped=True)
    return _placed(lat, lon)


def from_cell(text: str, *, lon_first: bool = False) -> Stated | None:
    """The position of one cell, latitude first unless ``lon_first`` (WKT is always longitude first).

    None where the cell says nothing. Raises as :func:`from_columns`.
    """
    plain = " ".join(text.split())
    if plain.casefold() in _EMPTY:
        return None
    if found := _POINT.match(plain):
        return _placed(read_angle(found[2], "latitude"), read_angle(found[1], "longitude"))
    if found := _PAIR.match(plain) or _COMMA_PAIR.match(plain):
        first, second = (found[2], found[1]) if lon_first else (found[1], found[2])
        return _placed(read_angle(first, "latitude"), read_angle(second, "longitude"))
    if any(part.casefold() in _NO_NUMBER for part in re.split(r"[\s,;/|()\[\]]+", plain)):
        raise RowError(refusals.POSITION_NO_NUMBER(text=plain), next=advice.GIVE_DEGREES_OR_EMPTY())
    positions, faults = find_coordinates(_DASH.sub(r"\1, ", plain))
    if positions:
        best = positions[0]
        return Stated(best.lon, best.lat, best.radius_m, best.flags)
    if any(fault.what == "range" for fault in faults):
        raise RowError(refusals.POSITION_OUTSIDE(text=plain), next=advice.CORRECT_DEGREES())
    raise UnreadablePositionError(refusals.NO_POSITION(text=plain))


def read_angle(text: str, axis: str) -> Angle:
    """A latitude or longitude as written; raises :class:`RowError` where it is no finite number."""
    plain = " ".join(text.split())
    if plain.casefold() in _NO_NUMBER:
        raise RowError(refusals.ANGLE_NO_NUMBER(axis=axis, text=plain), next=advice.GIVE_DEGREES_OR_EMPTY())
    if found := _DECIMAL.match(plain):
        sign = -1.0 if found[1] in ("-", "−", "–") else 1.0
        number = found[2].replace(",", ".")
        exponent = int(found[3] or 0)
        decimals = len(number.partition(".")[2]) - exponent
        return Angle(sign * float(f"{number}e{exponent}"), 10.0 ** -min(max(decimals, 0), 15))
    return _from_parts(plain, axis)


def _from_parts(plain: str, axis: str) -> Angle:
    """Degrees, minutes and seconds with any marks; a letter or a minus tells the hemisphere."""
    parts = _ANGLE_PART.findall(plain)
    letter = _HEMISPHERE.search(plain)
    if not 1 <= len(parts) <= 3 or (letter is None and re.search(r"[A-Za-z]{2,}", plain)):
        raise UnreadablePositionError(refusals.ANGLE_UNREADABLE(axis=axis, text=plain))
    parts = [part.replace(",", ".") for part in parts]
    if len(parts) == 1 and len(parts[0].partition(".")[0]) >= 4:
        whole, _, fraction = parts[0].partition(".")
        cut = [whole[:-4], whole[-4:-2], whole[-2:]] if len(whole) >= 6 else [whole[:-2], whole[-2:]]
        parts = [*cut[:-1], f"{cut[-1]}.{fraction}" if fraction else cut[-1]]
    if any("." in part for part in parts[:-1]):
        raise UnreadablePositionError(refusals.ANGLE_UNREADABLE(axis=axis, text=plain))
    numbers = [float(part) for part in parts]
    if any(number >= 60 for number in numbers[1:]):
        raise UnreadablePositionError(refusals.ANGLE_SIXTY(axis=axis, text=plain))
    degrees = sum(number / size for number, size in zip(numbers, (1, 60, 3600), strict=False))
    decimals = len(parts[-1].partition(".")[2])
    hemisphere = ((letter[1] or letter[2]) if letter else "").upper()
    minus = plain.startswith(("-", "−", "–"))
    negative = hemisphere in ("S", "W", "O") or minus
    unit = 10.0**-decimals / 60 ** (len(parts) - 1)
    return Angle(-degrees if negative else degrees, unit, minus and hemisphere in ("N", "E"))


def _placed(lat: Angle, lon: Angle, *, swapped: bool = False) -> Stated:
    flags: tuple[str, ...] = ("position_swapped",) if swapped else ()
    if not (math.isfinite(lat.degrees) and math.isfinite(lon.degrees)):
        raise RowError(refusals.NO_NUMBERS(), next=advice.GIVE_DEGREES_OR_EMPTY_CELLS())
    if SLIP_LIMIT_DEG < abs(lat.degrees) <= 180 and abs(lon.degrees) <= 90 and not swapped:
        lat, lon, flags = lon, lat, ("position_swapped",)
    _check(lat.degrees, lon.degrees)
    unit = min(lat.unit, lon.unit)
    radius_m = max(LEAST_RADIUS_M, unit / 2 * METRES_PER_DEGREE)
    if lat.degrees == 0 and lon.degrees == 0:
        flags += ("position_null_island",)
    if lat.contradictory or lon.contradictory:
        flags += ("position_contradictory",)
    if radius_m >= COARSE_RADIUS_M:
        flags += ("position_coarse",)
    return Stated(lon.degrees, lat.degrees, radius_m, flags)


def _check(lat: float, lon: float) -> None:
    if abs(lat) > 90:
        hint = advice.CORRECT_OR_SWAP() if abs(lat) <= 180 and abs(lon) <= 90 else advice.CORRECT_IT()
        raise RowError(refusals.LATITUDE_OUTSIDE(degrees=lat), next=hint)
    if abs(lon) > 180:
        raise RowError(refusals.LONGITUDE_OUTSIDE(degrees=lon), next=advice.CORRECT_IT())


def with_radius(stated: Stated, radius_m: float | None) -> Stated:
    """A position whose source says how sure it is, in metres; a radius that is none changes nothing."""
    if radius_m is None or radius_m <= 0:
        return stated
    coarse = ("position_coarse",) if radius_m >= COARSE_RADIUS_M else ()
    flags = tuple(flag for flag in stated.flags if flag != "position_coarse")
    return replace(stated, radius_m=radius_m, flags=(*flags, *coarse))


@dataclass(frozen=True, slots=True)
class Convention:
    """How a table's two columns are meant: each other's values, or longitudes counted eastward from 0 to 360."""

    swapped: bool = False
    eastward: bool = False

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Convention:
        """Look through all rows: a convention is what most rows show, never a single one."""
        total = wrong = beyond = west = 0
        for lat_text, lon_text in pairs:
            lat, lon = _DECIMAL.match(lat_text), _DECIMAL.match(lon_text)
            if lat and lon:
                total += 1
                lat_size, lon_size = (float(found[2].replace(",", ".")) for found in (lat, lon))
                wrong += lat_size > 90 and lon_size <= 90
                beyond += 180 < lon_size <= 360
                west += lon[1] != "" and lon[1] != "+"
        return cls(swapped=total >= _ENOUGH_ROWS and wrong > total / 2, eastward=beyond > 1 and west == 0)
