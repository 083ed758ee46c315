"""The formats that can be read: containers (how a file is built) and layouts (what a source's table looks like)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import quote
from zipfile import BadZipFile, ZipFile

from records.errors import RecordsError
from records.readers import advice, refusals
from records.readers.acled import ACLED
from records.readers.asam import ASAM
from records.readers.benden import BENDEN
from records.readers.imb import IMB, IMB_PAGE, IMB_POSITIONS
from records.readers.imo import IMO
from records.readers.layout import Layout
from records.readers.row import NotOfKindError, Options, Rows
from records.readers.source_file import SourceFile
from records.readers.ukmto import UKMTO, UKMTO_API


@dataclass(frozen=True, slots=True)
class FormatEntry:
    """One word for ``--format``: a container or a layout, and what it is in one line."""

    name: str
    help: str
    layout: bool = False


FORMATS: tuple[FormatEntry, ...] = (
    FormatEntry("asam", "anti-shipping activity messages of the NGA, CSV or JSON", layout=True),
    FormatEntry("imo", "marine casualties of the IMO's GISIS, CSV", layout=True),
    FormatEntry("benden", "pirate attacks 1993–2020, CSV", layout=True),
    FormatEntry("ukmto", "incidents of UKMTO, CSV or JSON", layout=True),
    FormatEntry("imb", "reports of the IMB, CSV or JSON", layout=True),
    FormatEntry("acled", "ACLED's events, CSV", layout=True),
    FormatEntry("routes", "routes in words, CSV: from, via, to, mode, commodity, period", layout=True),
    FormatEntry("leadline", "files that Leadline wrote: CSV, GeoJSON, GeoPackage, GeoParquet, FlatGeobuf", layout=True),
    FormatEntry("csv", "any delimited text with a header that is known"),
    FormatEntry("geojson", "any GeoJSON"),
    FormatEntry("geojsonl", "GeoJSON lines"),
    FormatEntry("jsonl", "JSON lines: an object a line"),
    FormatEntry("json", "a list of objects"),
    FormatEntry("xlsx", "an Excel workbook"),
    FormatEntry("md", "a table in Markdown"),
    FormatEntry("gpkg", "a GeoPackage"),
    FormatEntry("shp", "a Shapefile"),
    FormatEntry("kml", "KML or KMZ"),
    FormatEntry("gpx", "GPX"),
    FormatEntry("fgb", "FlatGeobuf"),
    FormatEntry("parquet", "Parquet or GeoParquet"),
)
LAYOUTS: tuple[Layout, ...] = (ASAM, UKMTO, UKMTO_API, BENDEN, ACLED, IMO, IMB, IMB_POSITIONS, IMB_PAGE)
"""Layouts that are recognised by their headers; each is asked in this order."""

_SAME = {"tsv": "csv", "txt": "csv", "kmz": "kml", "geojsonl": "geojson", "ndjson": "jsonl", "jsonl": "jsonl"}
_WEB_PAGE = ("<!doctype html", "<html")
_OFFICE_PROSE = ("word/", "ppt/")
"""What the parts of an office program's text or slides begin with, in the archive that such a file is."""


def named_format(name: str) -> FormatEntry | None:
    """The entry of a name, None where nothing was named. Raises :class:`NotOfKindError` for unknown names."""
    if not name:
        return None
    for entry in FORMATS:
        if entry.name == name.lower() or _SAME.get(name.lower()) == entry.name:
            return entry
    known = ", ".join(entry.name for entry in FORMATS)
    raise NotOfKindError(refusals.NO_SUCH_FORMAT(name=name), where="--format", next=advice.NAME_ONE_OF(known=known))


def open_rows(file: SourceFile, options: Options) -> Rows:
    """A file as rows, by what stands in it and not by its name.

    Raises :class:`RecordsError` where it holds no table, :class:`NotOfKindError` where it is another container than
    the one asked for.
    """
    rows = _opened(file, options)
    wanted = named_format(options.format)
    if wanted is not None and not wanted.layout:
        _check_container(rows.container, wanted.name, file)
    return rows


def _check_container(found: str, wanted: str, file: SourceFile) -> None:
    kin = {"jsonl": ("jsonl", "json", "geojson"), "json": ("json", "jsonl", "geojson")}
    if _SAME.get(found, found) not in kin.get(wanted, (_SAME.get(wanted, wanted),)):
        raise NotOfKindError(
            refusals.FILE_IS_NOT(found=found, wanted=wanted),
            where=file.name,
            next=advice.LEAVE_FORMAT_OR_SAY(found=found),
        )


def _opened(file: SourceFile, options: Options) -> Rows:
    signature = file.signature
    if signature == "parquet":
        from records.readers.parquet import ParquetRows

        return ParquetRows(file)
    if signature == "zip":
        return _unzipped(file)
    if signature:
        return _vector(file)
    start = file.opening[:2000].lower()
    if start.startswith(("{", "[", "\x1e")):
        return _json(file)
    if start.startswith("<"):
        if start.startswith(_WEB_PAGE):
            raise RecordsError(refusals.WEB_PAGE(), where=file.name, next=advice.SAVE_TABLE_AS_CSV())
        return _vector(file)
    from records.readers.delimited import DelimitedRows
    from records.readers.markdown import MarkdownRows, has_table

    if not options.delimiter and has_table(file.opening):
        return MarkdownRows(file)
    return DelimitedRows(file, options.delimiter)


def _json(file: SourceFile) -> Rows:
    if '"topology"' in file.opening[:2000].lower():
        return _vector(file)
    from records.readers.json_rows import JsonRows

    rows = JsonRows(file)
    # GeoJSON of before RFC 7946 may be in any coordinate system, which GDAL knows how to read.
    return _vector(file) if rows.crs else rows


def _vector(file: SourceFile) -> Rows:
    from records.readers.vector import VectorRows

    return VectorRows(file)


def _unzipped(file: SourceFile) -> Rows:
    try:
        with ZipFile(file.path) as archive:
            names = [name.lower() for name in archive.namelist()]
    except BadZipFile as reason:
        raise RecordsError(refusals.ARCHIVE_DAMAGED(), where=file.name, next=advice.FETCH_ANEW()) from reason
    if any(name.startswith(_OFFICE_PROSE) for name in names):
        raise RecordsError(refusals.OFFICE_PROSE(), where=file.name, next=advice.SAVE_AS_PDF())
    if "[content_types].xml" in names:
        from records.readers.workbook import WorkbookRows

        return WorkbookRows(file)
    if any(name.endswith((".kml", ".shp")) for name in names):
        return _vector(file)
    raise RecordsError(refusals.ARCHIVE_WITHOUT_TABLE(), where=file.name, next=advice.UNPACK_AND_NAME())


def is_store(file: SourceFile) -> bool:
    """Whether a file is a store of this project."""
    if file.signature != "sqlite":
        return False
    try:
        with closing(sqlite3.connect(f"file:{quote(str(file.path))}?mode=ro", uri=True)) as database:
            found = database.execute("SELECT 1 FROM sqlite_master WHERE name = 'leadline_ledger'").fetchone()
    except sqlite3.DatabaseError as reason:
        raise RecordsError(
            refusals.FILE_DAMAGED(reason=str(reason)), where=file.name, next=advice.FETCH_ANEW()
        ) from reason
    return found is not None
