"""Written coordinates: every form in which reports give a position, and what each was read as.

:func:`find_coordinates` reads degrees with letters (``12-34.5N 045-06.7E``, ``10°21′30″N, 64°35′W``,
``N 12 34, E 45 06``), labelled and bare decimal pairs, compact forms (``0113N 10341E``), UTM, MGRS and WKT points,
in English, Spanish and French spellings and with the slips of scanning. Latitude stands first in prose; the answers
are longitude first as everywhere. The radius is half a unit of the last digit written, at least 100 m.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

METRES_PER_DEGREE = 111_195.0
LEAST_RADIUS_M = 100.0
COARSE_RADIUS_M = 50_000.0
"""From this radius on a stated position is flagged ``position_coarse``."""


@dataclass(frozen=True, slots=True)
class WrittenPosition:
    """One position as it was written: point in degrees (WGS 84), half a unit of the last digit, and its span.

    ``flags``: ``position_swapped`` (latitude and longitude stood the other way round), ``position_slip`` (read past
    a slip of the pen), ``position_contradictory`` (sign and letter differ), ``position_coarse``,
    ``position_null_island``.
    """

    lon: float
    lat: float
    radius_m: float
    start: int
    end: int
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadablePosition:
    """Something that looks like a position and cannot be one; ``what`` is ``range`` or ``minutes``."""

    start: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class _Angle:
    """One number with its hemisphere: degrees, the unit of its last digit in degrees, and its span."""

    degrees: float
    unit: float
    axis: str
    start: int
    end: int
    parts: tuple[str, ...] = ()
    contradictory: bool = False
    blank: bool = False


_MARKS = str.maketrans(
    {
        **dict.fromkeys("–—−‐‑‒﹣－", "-"),
        **dict.fromkeys("′’‘´`ʹʼ＇", "'"),
        **dict.fromkeys("″“”＂", '"'),
        **dict.fromkeys("º˚ᵒ∘*", "°"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\u200a\u2002\u2003\t\n\r", " "),
        **dict.fromkeys("，،", ","),
        "：": ":",
    }
)
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+")
_HAS_SLIPS = re.compile(r"\d ?[-:°]? ?[OolI|](?=[-:°\d ])|[Oo]\d")
_SCAN_SLIPS = re.compile(
    r"(?<=\d)[Oo](?=[-:°]?\d|[-:°] ?\d)|(?<![A-Za-z\d])[Oo](?=\d{1,2} ?[-:°])|(?<=\d[-:])[Oo](?=\d)"
)
_SCAN_ONES = re.compile(r"(?<=\d)[lI|](?=[-:°]?\d)|(?<=\d[-:])[lI|](?=\d)")

_SUFFIX = re.compile(
    r"""-?(?:
        (?P<c>\d{4,7}(?:[.,]\d{1,6})?)
      | (?P<d>\d{1,3}(?:[.,]\d{1,10})?)
        (?:(?P<s1>\ ?(?:°|deg(?:rees?|s)?\b\.?|grados?\b|degrés?\b|(?<=\d)d\b)\ ?|\ ?[-:]\ ?|\ |\.)
           (?:y\ |and\ )?
           (?P<m>\d{1,2}(?:[.,]\d{1,8})?)?
           (?:(?P<s2>\ ?(?:'(?!')|min(?:utes?|utos?|s)?\b\.?|-|:|\.|\ )\ ?)(?:y\ |and\ )?
              (?P<s>\d{1,2}(?:[.,]\d{1,6})?))?
        )?
    )
    [ ]?(?:"|''|'|sec(?:onds?|s)?\b\.?|seg(?:undos?)?\b\.?|min(?:utes?|utos?|s)?\b\.?|°)?
    [ ]?-?[ ]?(?:de\ latitud\ |de\ longitud\ |latitud\ |longitud\ |of\ latitude\ |degrees\ |lat\.?\ |long?\.?\ )?
    (?P<h>N(?:orth|orte|ord)?|S(?:outh|ur|ud)?|E(?:ast|ste|st)?|W(?:est)?|O(?:este|uest)?(?!\d))(?![A-Za-z])""",
    re.VERBOSE | re.IGNORECASE,
)
_PREFIX = re.compile(
    r"""(?<![A-Za-z\d])(?P<h>N(?:orth|orte)?|S(?:outh|ur)?|E(?:ast|ste)?|W(?:est)?|O(?:este|uest)?)\.?[ ]?:?[ ]?
    (?:(?P<c>\d{4,7}(?:[.,]\d{1,6})?)
      | (?P<d>\d{1,3}(?:[.,]\d{1,10})?)
        (?:(?P<s1>\ ?(?:°|deg(?:rees?)?\b\.?)\ ?|\ ?[-:]\ ?|\ )
           (?P<m>\d{1,2}(?:[.,]\d{1,8})?)?
           (?:(?P<s2>\ ?(?:'(?!')|-|:|\ )\ ?)(?P<s>\d{1,2}(?:[.,]\d{1,6})?))?)?)
    [ ]?(?:"|''|'|°)?(?![\d.]*\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_GAP = re.compile(
    r"[ ,;/&|()\-.:]{0,6}(?:and|y|et|by|long?(?:itude?|itud)?|lng)?[ .:,]{0,3}"
    r"(?:long?(?:itude?|itud)?)?[ .:=]{0,3}",
    re.IGNORECASE,
)
_SLIPPED = re.compile(r"[ ,;/\-.]{0,4}(?P<n>\d[\d :\-.°']{1,14}?)[ ']{0,2}(?P<h>[EWO])(?![A-Za-z])", re.IGNORECASE)
_LABELLED = re.compile(
    r"""\blat(?:itude?|itud)?\b\.?[ :=]{0,3}(?P<lat>-?\d{1,3}(?:[.,]\d{1,12})?)[ ]?°?[ ,;/&|]{0,4}(?:and\ |y\ )?
        \b(?:long?(?:itude?|itud)?|lng)\b\.?[ :=]{0,3}(?P<lon>-?\d{1,3}(?:[.,]\d{1,12})?)(?![\d.,]*\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_DECIMAL = re.compile(r"(?P<lat>[-+]?\d{1,3}\.\d{1,15})°?[ ]?[,;/ ][ ]?(?P<lon>[-+]?\d{1,3}\.\d{1,15})°?(?![\w./-]*\d)")
_ALONE = re.compile(
    r"""[ ([]*(?:geo:|(?:posn?|position|coordinates?|coord|coordenadas|posición)\b[ .:]*)?
        (?P<lat>[-+]?\d{1,3}(?:[.,]\d{1,15})?)°?[ ]?(?:[;/][ ]?|,[ ]|,(?=[-+]?\d{1,3}(?:\.|[ )\]]*$))|[ ])[ ]?
        (?P<lon>[-+]?\d{1,3}(?:[.,]\d{1,15})?)°?[ )\].]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_CUE = re.compile(r"[(\[@]$|\b(?:pos(?:itio)?n?|posición|coord\w*|at|lat/lon|near|in|en)[ .:(]{1,3}$", re.IGNORECASE)
_UTM = re.compile(
    r"""(?P<zone>\d{1,2})\ ?(?P<band>[C-HJ-NP-X])[ ,:]{1,2}
        (?P<e>\d{6})(?:\.\d+)?\ ?m?\ ?E?[ ,;/]{1,3}(?P<n>\d{1,8})(?:\.\d+)?\ ?m?\ ?N?(?![\w.]*\d)""",
    re.VERBOSE,
)
_MGRS = re.compile(
    r"(?P<zone>\d{1,2}[C-HJ-NP-X]) ?(?P<square>[A-HJ-NP-Z]{2}) ?"
    r"(?:(?P<east>\d{2,5}) (?P<north>\d{2,5})|(?P<both>\d{4}|\d{6}|\d{8}|\d{10}))(?!\w)"
)
_WKT = re.compile(
    r"\bPOINT ?(?:Z )?\( ?(?P<lon>-?\d{1,3}(?:\.\d{1,15})?) (?P<lat>-?\d{1,3}(?:\.\d{1,15})?)", re.IGNORECASE
)
_HAS_PREFIX = re.compile(r"(?:[ns]|orth|outh|orte|ur)\.? ?:? ?\d")


def find_coordinates(text: str) -> tuple[tuple[WrittenPosition, ...], tuple[UnreadablePosition, ...]]:
    """All positions written in a text, in order, and those that cannot be read (out of range).

    Time is linear in the length of the text. Offsets are code points of ``text``.
    """
    if _DIGIT.search(text) is None:
        return (), ()
    plain = text.translate(_MARKS)
    found, faults = _read(plain)
    if not found and _HAS_SLIPS.search(plain):
        found, faults = _read(_SCAN_SLIPS.sub("0", _SCAN_ONES.sub("1", plain)))
    return tuple(sorted(found, key=lambda each: each.start)), tuple(faults)


def _read(plain: str) -> tuple[list[WrittenPosition], list[UnreadablePosition]]:
    found: list[WrittenPosition] = []
    faults: list[UnreadablePosition] = []
    alone = _ALONE.match(plain) if len(plain) <= 80 else None
    if alone:
        _keep(_from_decimals(alone["lat"], alone["lon"], alone.start(), alone.end()), found, faults)
    else:
        for item in _every_form(plain):
            _keep(item, found, faults)
    return found, faults


def _keep(
    item: WrittenPosition | UnreadablePosition, found: list[WrittenPosition], faults: list[UnreadablePosition]
) -> None:
    if isinstance(item, UnreadablePosition):
        faults.append(item)
    elif not any(item.start < other.end and other.start < item.end for other in found[-8:]):
        found.append(_with_flags(item))


def _with_flags(position: WrittenPosition) -> WrittenPosition:
    flags = position.flags
    if position.lon == 0 and position.lat == 0:
        flags += ("position_null_island",)
    if position.radius_m >= COARSE_RADIUS_M:
        flags += ("position_coarse",)
    return position if flags == position.flags else replace(position, flags=flags)


def _every_form(plain: str) -> Iterator[WrittenPosition | UnreadablePosition]:
    starts = [match.start() for match in _NUMBER.finditer(plain)]
    pairs = list(_pairs(plain, _suffix_angles(plain, starts)))
    yield from pairs
    lower = plain.lower()
    if not pairs and _HAS_PREFIX.search(lower):
        matches = list(_PREFIX.finditer(plain))
        # A leading O is a zero more often than a west (O1-14N): latitude stands first where west is written so.
        first = 1 if matches and matches[0]["h"] in "Oo" else 0
        yield from _pairs(plain, [_angle(match) for match in matches[first:]], slips=False)
    if "lat" in lower:
        for match in _LABELLED.finditer(plain):
            yield _from_decimals(match["lat"], match["lon"], match.start(), match.end())
    if "point" in lower:
        for match in _WKT.finditer(plain):
            yield _from_decimals(match["lat"], match["lon"], match.start(), match.end())
    for start in starts:
        yield from _number_forms(plain, start)


def _number_forms(plain: str, start: int) -> Iterator[WrittenPosition | UnreadablePosition]:
    """Decimal pairs and grid positions whose first digit stands at ``start``."""
    before = plain[start - 1] if start else " "
    signed = start - 1 if before in "+-" else start
    pair = _DECIMAL.match(plain, signed)
    if pair is not None and (signed == 0 or not (plain[signed - 1] in ".,/-" or plain[signed - 1].isalnum())):
        decimals = min(len(pair[name].partition(".")[2]) for name in ("lat", "lon"))
        if decimals >= 3 or _CUE.search(plain[max(0, signed - 14) : signed]):
            yield _from_decimals(pair["lat"], pair["lon"], signed, pair.end())
    if before.isalnum():
        return
    utm = _UTM.match(plain, start)
    if utm is not None:
        yield _from_utm(utm)
    grid = _MGRS.match(plain, start)
    if grid is not None:
        made = _from_mgrs(grid)
        if made is not None:
            yield made


# --- degrees with letters ---------------------------------------------------------------------------------------


def _suffix_angles(plain: str, starts: list[int]) -> list[_Angle | UnreadablePosition]:
    angles: list[_Angle | UnreadablePosition] = []
    reached = 0
    for start in starts:
        if start < reached or not _may_begin(plain, start):
            continue
        signed = start - 1 if start and plain[start - 1] == "-" and (start == 1 or plain[start - 2] in " (") else start
        match = _SUFFIX.match(plain, signed)
        if match is not None:
            angles.append(_angle(match))
            reached = match.end()
    return angles


def _may_begin(plain: str, start: int) -> bool:
    """Whether a position may begin at this digit: not inside a number or behind a lone letter (``N12``)."""
    if start == 0:
        return True
    before = plain[start - 1]
    if before in ".,":
        return start == 1 or not plain[start - 2].isdigit()
    if before in "-:" and start > 1 and plain[start - 2].isdigit():
        return False
    return not before.isalpha() or (start > 1 and plain[start - 2].isalpha())


_AXIS = {"n": ("lat", 1), "s": ("lat", -1), "e": ("lon", 1), "w": ("lon", -1), "o": ("lon", -1)}


def _angle(match: re.Match[str]) -> _Angle | UnreadablePosition:
    axis, sign = _AXIS[match["h"][0].lower()]
    negative = match[0].startswith("-")
    if match["c"]:
        parts = _compact_parts(match["c"], axis)
    else:
        parts = tuple(match[name] for name in ("d", "m", "s") if match[name])
        parts = _mend_separators(parts, match["s1"] or "", match["s2"] or "")
    value = _value_of(parts)
    if value is None:
        return UnreadablePosition(match.start(), match.end(), "minutes")
    degrees, unit = value
    return _Angle(
        sign * degrees, unit, axis, match.start(), match.end(), parts, negative and sign > 0, match["s1"] == " "
    )


def _mend_separators(parts: tuple[str, ...], first: str, second: str) -> tuple[str, ...]:
    """Tell decimals from separators: ``12.34N`` is decimal, ``12.34.5N`` and ``03-48.98.3N`` are not."""
    if len(parts) == 2 and first == "." and re.search("[.,]", parts[0]):
        degrees, minutes = re.split("[.,]", parts[0])
        return (degrees, minutes, parts[1]) if len(parts[1]) == 2 else (degrees, f"{minutes}.{parts[1]}")
    if len(parts) == 2 and first == ".":
        return (f"{parts[0]}.{parts[1]}",)
    if len(parts) == 3 and second.strip() == "." and "." not in parts[1]:
        return (parts[0], f"{parts[1]}.{parts[2]}")
    if len(parts) == 3 and "." in parts[1]:
        return (parts[0], parts[1] + parts[2].replace(".", "")) if second.strip() == "." else parts[:2]
    if len(parts) == 2 and re.search(r"[.,]", parts[0]):
        head = re.split(r"[.,]", parts[0])
        return (head[0], head[1], parts[1]) if len(head[1]) == 2 else (parts[0],)
    if len(parts) == 3 and first == " " and second.strip() in ("-", ":"):
        return parts[1:]
    return parts


def _compact_parts(digits: str, axis: str) -> tuple[str, ...]:
    whole, mark, fraction = re.match(r"(\d+)([.,]?)(\d*)", digits).groups()  # type: ignore[union-attr]
    tail = f".{fraction}" if mark else ""
    width = len(whole)
    with_seconds = width >= 6 and (axis == "lat" or width == 7)
    if with_seconds:
        return (whole[:-4], whole[-4:-2], whole[-2:] + tail)
    return (whole[:-2], whole[-2:] + tail)


def _value_of(parts: tuple[str, ...]) -> tuple[float, float] | None:
    """Degrees and the unit of the last digit in degrees; None where minutes or seconds are 60 or more."""
    total, unit = 0.0, 1.0
    for part, size in zip(parts, (1.0, 60.0, 3600.0), strict=False):
        number = part.replace(",", ".")
        value = float(number)
        if size > 1 and value >= 60:
            return None
        decimals = len(number.partition(".")[2])
        unit = 10.0**-decimals / size
        total += value / size
    return total, unit


def _pairs(
    plain: str, angles: list[_Angle | UnreadablePosition], *, slips: bool = True
) -> Iterator[WrittenPosition | UnreadablePosition]:
    index = 0
    while index < len(angles):
        first = angles[index]
        second = angles[index + 1] if index + 1 < len(angles) else None
        if second is not None and _GAP.fullmatch(plain, first.end, second.start):
            made = _pair(first, second)
            if made is not None:
                yield made
                index += 2
                continue
        if slips and isinstance(first, _Angle) and first.axis == "lat":
            mended = _mend_partner(plain, first)
            if mended is not None:
                yield mended
        index += 1


def _pair(
    first: _Angle | UnreadablePosition, second: _Angle | UnreadablePosition
) -> WrittenPosition | UnreadablePosition | None:
    start, end = first.start, second.end
    if isinstance(first, UnreadablePosition) or isinstance(second, UnreadablePosition):
        return UnreadablePosition(start, end, "minutes")
    if first.axis == second.axis:
        return None
    flags: tuple[str, ...] = ()
    if first.blank and len(first.parts) == 3 and len(second.parts) == 2:
        first = _without_stray_number(first)
    elif len(first.parts) == 2 and len(second.parts) == 3:
        second, flags = _without_blank_in_number(second)
    lat, lon = (first, second) if first.axis == "lat" else (second, first)
    if lat.contradictory or lon.contradictory:
        flags = (*flags, "position_contradictory")
    return _position(lat.degrees, lon.degrees, max(lat.unit, lon.unit), first.start, end, flags)


def _without_stray_number(angle: _Angle) -> _Angle:
    """``Oct 05 05 12N, 047 35E``: the first number is not part of the position (three parts, then two)."""
    value = _value_of(angle.parts[1:])
    if value is None or float(angle.parts[0]) > 31:
        return angle
    sign = -1 if angle.degrees < 0 else 1
    return replace(angle, degrees=sign * value[0], unit=value[1], parts=angle.parts[1:])


def _without_blank_in_number(angle: _Angle) -> tuple[_Angle, tuple[str, ...]]:
    """``008: 1 5E`` and ``01 2:20E``: a blank fell into the minutes or the degrees (two parts, then three)."""
    degrees, minutes, seconds = angle.parts
    if len(minutes) == 1 and len(seconds) == 1:
        parts: tuple[str, ...] = (degrees, minutes + seconds)
    elif len(minutes) == 1 and len(degrees) == 2:
        parts = (degrees + minutes, seconds)
    else:
        return angle, ()
    value = _value_of(parts)
    if value is None:
        return angle, ()
    sign = -1 if angle.degrees < 0 else 1
    return replace(angle, degrees=sign * value[0], unit=value[1], parts=parts), ("position_slip",)


def _mend_partner(plain: str, lat: _Angle) -> WrittenPosition | UnreadablePosition | None:
    """The longitude after a latitude, read past blanks and marks that slipped in (``008: 1 5E``)."""
    match = _SLIPPED.match(plain, lat.end)
    if match is None:
        return None
    pieces = [piece for piece in re.split(r"[^\d.]+", match["n"].replace(" ", "")) if piece.strip(".")]
    if not pieces or any(piece.count(".") > 1 for piece in pieces):
        return None
    sign = _AXIS[match["h"].lower()][1]
    parts = _compact_parts(pieces[0], "lon") if len(pieces) == 1 and len(pieces[0]) >= 4 else tuple(pieces[:3])
    value = _value_of(parts)
    if value is None:
        return UnreadablePosition(lat.start, match.end(), "minutes")
    unit = max(lat.unit, value[1])
    return _position(lat.degrees, sign * value[0], unit, lat.start, match.end(), ("position_slip",))


# --- decimal numbers and grids ----------------------------------------------------------------------------------


def _from_decimals(lat: str, lon: str, start: int, end: int) -> WrittenPosition | UnreadablePosition:
    lat, lon = lat.replace(",", "."), lon.replace(",", ".")
    unit = max(10.0 ** -len(number.partition(".")[2]) for number in (lat, lon))
    return _position(float(lat), float(lon), unit, start, end, ())


def _position(
    lat: float, lon: float, unit: float, start: int, end: int, flags: tuple[str, ...]
) -> WrittenPosition | UnreadablePosition:
    if abs(lat) > 90 and abs(lon) <= 90 and abs(lat) <= 180:
        lat, lon, flags = lon, lat, (*flags, "position_swapped")
    if abs(lat) > 90 or abs(lon) > 180:
        return UnreadablePosition(start, end, "range")
    radius_m = max(LEAST_RADIUS_M, unit / 2 * METRES_PER_DEGREE)
    return WrittenPosition(lon, lat, radius_m, start, end, flags)


def _grids(plain: str) -> Iterator[WrittenPosition | UnreadablePosition]:
    for match in _UTM.finditer(plain):
        yield _from_utm(match)
    for match in _MGRS.finditer(plain):
        made = _from_mgrs(match)
        if made is not None:
            yield made


def _from_utm(match: re.Match[str]) -> WrittenPosition | UnreadablePosition:
    from pyproj import Transformer

    zone, band = int(match["zone"]), match["band"]
    easting, northing = float(match["e"]), float(match["n"])
    south = band < "N"
    if not 1 <= zone <= 60 or not 100_000 <= easting < 900_000 or northing > 10_000_000:
        return UnreadablePosition(match.start(), match.end(), "range")
    convert = Transformer.from_crs(32700 + zone if south else 32600 + zone, 4326, always_xy=True)
    lon, lat = convert.transform(easting, northing)
    return WrittenPosition(lon, lat, LEAST_RADIUS_M, match.start(), match.end())


def _from_mgrs(match: re.Match[str]) -> WrittenPosition | None:
    import mgrs

    zone, square, east, north = match["zone"], match["square"], match["east"], match["north"]
    if match["both"]:
        half = len(match["both"]) // 2
        east, north = match["both"][:half], match["both"][half:]
    if len(east) != len(north):
        return None
    size_m = 10.0 ** (5 - len(east))
    # The converter answers the south-west corner of the cell; one digit more (a 5) asks for its middle.
    middle = f"{zone}{square}{east}5{north}5" if len(east) < 5 else f"{zone}{square}{east}{north}"
    try:
        lat, lon = mgrs.MGRS().toLatLon(middle)
    except mgrs.core.MGRSError:
        return None
    return WrittenPosition(lon, lat, max(LEAST_RADIUS_M, size_m / 2), match.start(), match.end())
