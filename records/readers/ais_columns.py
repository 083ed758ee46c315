"""The columns of a CSV of vessel positions, and its rows in blocks of numbers.

What AIS sends for "not available" (latitude 91, longitude 181, speed 102.3) is no value here.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
from numpy.typing import NDArray

from records.errors import RecordsError
from records.readers import advice, refusals
from records.readers.source_file import SourceFile

BLOCK_BYTES = 2 << 20
NO_SPEED_KN = 102.3
_SYNONYMS: dict[str, tuple[str, ...]] = {
    "mmsi": ("mmsi", "mmsinumber", "sourcemmsi", "ssvid", "userid"),
    "time": (
        *("basedatetime", "timestampexternal", "timestamputc", "datetime", "datetimeutc", "timestamp", "time"),
        *("timeutc", "dtposutc", "receivedat", "fecha", "t"),
    ),
    "lon": ("lon", "longitude", "long", "lng", "longitud", "x"),
    "lat": ("lat", "latitude", "latitud", "y"),
    "speed": ("sog", "speed", "speedknots", "speedoverground", "velocidad"),
    "name": ("vesselname", "shipname", "name", "nombre"),
    "type": ("vesseltype", "shiptype", "vesseltypecode", "typeofship", "shipandcargotype", "type"),
    "sender": ("typeofmobile",),
}
"""Field → headers that mean it, in small letters and figures alone; the first of a field that stands there counts."""
_NEEDED = ("mmsi", "time", "lon", "lat")
_DELIMITERS = (",", ";", "\t", "|")
_NO_VESSELS = ("base station", "aton")
_SLASHED = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}")
_MOST_EXACT_MS = 1e11
"""A count of time above this is in milliseconds: as seconds it would lie after the year 5000."""


@dataclass(frozen=True, slots=True)
class AisColumns:
    """Which column is what (``headers``: field → header), and how days are written where they are slashed."""

    headers: dict[str, str]
    delimiter: str
    day_first: bool | None

    @classmethod
    def of(cls, file: SourceFile) -> AisColumns:
        """Recognise the columns of a file; raises :class:`RecordsError` where one that is needed is missing."""
        lines = file.opening.splitlines()
        delimiter = max(_DELIMITERS, key=lines[0].count)
        names = [name.strip().strip('"') for name in lines[0].split(delimiter)]
        plain = [re.sub(r"[^a-z0-9]", "", name.lower()) for name in names]
        headers: dict[str, str] = {}
        for field, synonyms in _SYNONYMS.items():
            found = next((word for word in synonyms if word in plain), None)
            if found is not None:
                headers[field] = names[plain.index(found)]
        if missing := [field for field in _NEEDED if field not in headers]:
            raise RecordsError(
                f"no table of vessel positions: no column of {', '.join(missing)}",
                where=file.name,
                next="name its columns mmsi, time, lon, lat (sog, name and type where there are any)",
            )
        return cls(headers, delimiter, _day_first(file, lines, names.index(headers["time"]), headers, delimiter))


def _day_first(file: SourceFile, lines: list[str], column: int, headers: dict[str, str], delimiter: str) -> bool | None:
    """Whether slashed days come before their months: the Danish ones do, else the first rows tell; None for ISO."""
    times = [cells[column].strip('" ') for line in lines[1:-1] if len(cells := line.split(delimiter)) > column]
    slashed = [found for text in times if (found := _SLASHED.match(text))]
    if not slashed:
        return None
    if "sender" in headers or any(int(found[1]) > 12 for found in slashed):
        return True
    if any(int(found[2]) > 12 for found in slashed):
        return False
    raise RecordsError(
        "its days and months cannot be told apart", where=file.name, next="write its times as 2024-05-01T17:30:00"
    )


@dataclass(slots=True)
class Block:
    """Positions of some rows as columns; names, types and highest speeds by MMSI; and how many rows gave none."""

    mmsi: NDArray[np.int64]
    times: NDArray[np.int64]
    lons: NDArray[np.float64]
    lats: NDArray[np.float64]
    names: dict[int, str]
    types: dict[int, str]
    fastest: dict[int, float]
    rows: int
    unread: int
    no_position: int
    no_vessel: int


def blocks_of(file: SourceFile, columns: AisColumns) -> Iterator[Block]:
    """The rows of a file, block by block; rows of a wrong width are counted as not read.

    Raises :class:`RecordsError` for a quote that is not closed on its line: all rows below it would be one cell.
    """
    _check_quotes(file, columns.delimiter)
    faulty: list[int] = []
    for table in _read(file, columns, faulty):
        block = _block(table, columns)
        block.rows += len(faulty)
        block.unread += len(faulty)
        faulty.clear()
        yield block


def _check_quotes(file: SourceFile, delimiter: str) -> None:
    with file.path.open("rb") as raw:
        if not any(b'"' in chunk for chunk in iter(lambda: raw.read(BLOCK_BYTES), b"")):
            return
    with file.text() as lines:
        for number, line in enumerate(lines, start=1):
            if '"' in line and _is_open(line, delimiter):
                raise RecordsError(
                    refusals.OPEN_QUOTE(), where=f"{file.name}, line {number}", next=advice.CLOSE_QUOTE()
                )


def _is_open(line: str, delimiter: str) -> bool:
    try:
        for _ in csv.reader([line], delimiter=delimiter, strict=True):
            pass
    except csv.Error as reason:
        return "unexpected end" in str(reason)
    return False


def _read(file: SourceFile, columns: AisColumns, faulty: list[int]) -> Iterator[pa.Table]:
    """The columns that are needed, as bytes; ``faulty`` gets an entry for each row of a wrong width."""

    def passed_over(row: Any) -> str:
        faulty.append(1)
        return "skip"

    wanted = list(dict.fromkeys(columns.headers.values()))
    try:
        batches = pa_csv.open_csv(
            file.path,
            read_options=pa_csv.ReadOptions(block_size=BLOCK_BYTES, encoding=file.encoding.replace("-sig", "")),
            parse_options=pa_csv.ParseOptions(delimiter=columns.delimiter, invalid_row_handler=passed_over),
            convert_options=pa_csv.ConvertOptions(
                include_columns=wanted, column_types=dict.fromkeys(wanted, pa.binary()), check_utf8=False
            ),
        )
        while (batch := next(batches, None)) is not None:
            yield pa.Table.from_batches([batch])
    except pa.ArrowInvalid as reason:
        said = " ".join(str(reason).split())[:200]
        raise RecordsError(f"the table is damaged ({said})", where=file.name, next="save it anew as CSV") from reason


def _block(table: pa.Table, columns: AisColumns) -> Block:
    cells = {field: table.column(header) for field, header in columns.headers.items()}
    mmsi = _numbers(cells["mmsi"])
    times = _times(cells["time"], columns.day_first)
    lons, lats = _numbers(cells["lon"]), _numbers(cells["lat"])
    read = np.isfinite(mmsi) & (mmsi > 0) & (mmsi < 1e9) & np.isfinite(times)
    number = np.where(read, mmsi, 0).astype(np.int64)
    vessel = (number >= 10_000_000) & (number // 10_000_000 != 99)
    if "sender" in cells:
        kinds = pc.utf8_lower(pc.utf8_trim_whitespace(_text(cells["sender"])))
        vessel &= ~pc.is_in(kinds, pa.array(_NO_VESSELS)).to_numpy(zero_copy_only=False).astype(bool)
    with np.errstate(invalid="ignore"):
        placed = (np.abs(lons) <= 180) & (np.abs(lats) <= 90) & ~((lons == 0) & (lats == 0))
    kept = read & vessel & placed
    return Block(
        number[kept],
        times[kept].astype(np.int64),
        lons[kept],
        lats[kept],
        _first_words(number, cells.get("name"), read & vessel),
        _first_words(number, cells.get("type"), read & vessel),
        _fastest(number, cells.get("speed"), kept),
        rows=len(read),
        unread=int((~read).sum()),
        no_position=int((read & vessel & ~placed).sum()),
        no_vessel=int((read & ~vessel).sum()),
    )


def _text(column: pa.ChunkedArray) -> pa.Array:
    """Cells as text; bytes that are none are replaced."""
    whole = column.combine_chunks()
    try:
        return pc.cast(whole, pa.string())
    except pa.ArrowInvalid:
        return pa.array([None if one is None else one.decode("utf-8", "replace") for one in whole.to_pylist()])


def _numbers(column: pa.ChunkedArray) -> NDArray[np.float64]:
    """Cells as numbers, NaN where they are none; a decimal comma is read too."""
    text = pc.utf8_trim_whitespace(_text(column))
    text = pc.if_else(pc.equal(text, ""), None, text)
    try:
        numbers: NDArray[np.float64] = pc.cast(text, pa.float64()).to_numpy(zero_copy_only=False)
    except pa.ArrowInvalid:
        plain = pc.replace_substring(text, ",", ".").to_pandas()
        numbers = pd.to_numeric(plain, errors="coerce").to_numpy(float)
    return numbers


def _times(column: pa.ChunkedArray, day_first: bool | None) -> NDArray[np.float64]:
    """Cells as seconds since 1970, NaN where they are none; without a zone they are UTC."""
    text = pc.utf8_trim_whitespace(_text(column))
    if day_first is not None:
        form = "%d/%m/%Y %H:%M:%S" if day_first else "%m/%d/%Y %H:%M:%S"
        slashed = pc.replace_substring_regex(text, r"^(\d+)[.-](\d+)[.-]", r"\1/\2/")
        return _seconds(pc.strptime(slashed, format=form, unit="s", error_is_null=True))
    plain = pc.replace_substring_regex(text, r"(?:\.\d+)?Z?$", "")
    plain = pc.replace_substring(plain, " ", "T", max_replacements=1)
    found = _seconds(pc.strptime(plain, format="%Y-%m-%dT%H:%M:%S", unit="s", error_is_null=True))
    if np.isnan(found).any():
        left = np.isnan(found)
        rest = text.to_pandas()[left]
        counts = pd.to_numeric(rest, errors="coerce").to_numpy(float)
        counts = np.where(counts > _MOST_EXACT_MS, counts / 1000, counts)
        moments = pd.to_datetime(rest.where(np.isnan(counts)), errors="coerce", utc=True, format="ISO8601")
        stated = moments.dt.as_unit("s").astype("int64").to_numpy().astype(float)
        found[left] = np.where(np.isnan(counts), np.where(moments.isna(), np.nan, stated), np.floor(counts))
    return found


def _seconds(stamps: pa.Array) -> NDArray[np.float64]:
    return np.asarray(pc.cast(pc.cast(stamps, pa.int64()), pa.float64()).to_numpy(zero_copy_only=False), float).copy()


def _first_words(mmsi: NDArray[np.int64], column: pa.ChunkedArray | None, wanted: NDArray[np.bool_]) -> dict[int, str]:
    """The first text of each MMSI that says something."""
    if column is None:
        return {}
    text = pc.utf8_trim_whitespace(_text(column))
    said = pc.and_(pc.is_valid(text), pc.not_equal(text, "")).to_numpy(zero_copy_only=False).astype(bool) & wanted
    rows = np.flatnonzero(said)
    _, first = np.unique(mmsi[rows], return_index=True)
    rows = rows[first]
    words = text.take(pa.array(rows)).to_pylist()
    pairs = zip(mmsi[rows].tolist(), words, strict=True)
    return {one: word for one, word in pairs if word.lower() not in ("unknown", "undefined", "unknown value")}


def _fastest(mmsi: NDArray[np.int64], column: pa.ChunkedArray | None, kept: NDArray[np.bool_]) -> dict[int, float]:
    """The highest speed that each MMSI sent."""
    if column is None:
        return {}
    speeds = _numbers(column)
    with np.errstate(invalid="ignore"):
        rows = np.flatnonzero(kept & (speeds >= 0) & (speeds < NO_SPEED_KN))
    if not len(rows):
        return {}
    order = rows[np.lexsort((speeds[rows], mmsi[rows]))]
    last = np.flatnonzero(np.diff(mmsi[order], append=-1))
    return dict(zip(mmsi[order[last]].tolist(), speeds[order[last]].tolist(), strict=True))
