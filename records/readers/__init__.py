"""Tables become records: one facade for every format, with what was found said and what was refused kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from geo.message import Message
from records.errors import RecordsError
from records.incident import Incident
from records.readers import advice, how_read, own, refusals
from records.readers.checks import Checks
from records.readers.formats import LAYOUTS, is_store, named_format, open_rows
from records.readers.headers import is_table, recognise
from records.readers.layout import Layout, matched
from records.readers.locator import Locator
from records.readers.making import RecordMaker
from records.readers.row import NotOfKindError, Options, Reject, Row, RowError, Rows
from records.readers.source_file import SourceFile
from records.readers.survey import Survey

GENERIC = Layout(name="")
OWN = Layout(name=own.NAME, corrects=True)


@dataclass(slots=True)
class Reading:
    """A file that was recognised and is ready to be read.

    ``format``: its layout's name, or its container's. ``source``: the first part of its ids. ``corrects``: whether an
    id that comes again is a correction. ``notes``: how it is read, for people.
    """

    file: SourceFile
    rows: Rows | None
    layout: Layout
    source: str
    options: Options
    columns: dict[str, str] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    notes: list[Message] = field(default_factory=list)

    @property
    def format(self) -> str:
        """The layout's name, or the container's where the layout is any."""
        return self.layout.name or (self.rows.container if self.rows is not None else "")

    @property
    def corrects(self) -> bool:
        """Whether an id that comes again is a correction."""
        return self.layout.corrects

    def outcomes(self, locator: Locator) -> Iterator[Incident | Reject]:
        """Every row as a record, or refused with its line and reason."""
        if self.rows is None:
            from records.store import open_store

            yield from open_store(self.file.path).incidents()
        elif self.layout is OWN:
            container = self.rows.container
            yield from (self._outcome(row, lambda each: own.record_of(each, container)) for row in self.rows)
        else:
            maker = self._maker(self.rows, locator)
            checks = Checks(locator)
            yield from checks.checked(self._outcome(row, maker.make) for row in self.rows)
            if checks.passed_over:
                self.notes.append(how_read.NOTE_NOT_COMPARED(rows=checks.passed_over))

    def _outcome(self, row: Row | Reject, make: Callable[[Row], Incident]) -> Incident | Reject:
        if isinstance(row, Reject):
            return row
        try:
            return make(row)
        except RowError as reason:
            return Reject(self.file.name, row.line, reason.said, row.whole())

    def _maker(self, rows: Rows, locate: Locator) -> RecordMaker:
        survey = Survey.of(rows, self.columns)
        self.notes.extend(_surveyed(survey, self.columns, self.options, self.layout))
        return RecordMaker(self.source, self.layout, self.columns, survey, self.options, locate)


def open_reading(path: Path, options: Options | None = None, *, name: str = "") -> Reading:
    """Recognise a file. ``name`` is what a person calls it where that is not its path.

    Raises :class:`RecordsError` where it is unreadable, empty, binary or holds no table that is known, and
    :class:`NotOfKindError` where it is not what ``options`` ask for.
    """
    options = options or Options()
    wanted = named_format(options.format)
    file = SourceFile.open(path, name, options.encoding)
    if is_store(file):
        _check_wanted(OWN, wanted.name if wanted else "", file, ("leadline", "gpkg"))
        return Reading(file, None, OWN, OWN.name, options, notes=[how_read.NOTE_STORE()])
    rows = open_rows(file, options)
    layout = _layout_of(rows, wanted.name if wanted is not None else "", file)
    if layout is OWN:
        return Reading(file, rows, OWN, OWN.name, options, notes=rows.notes)
    columns = _columns(rows, layout, options, file)
    used = set(columns.values())
    unused = tuple(header for header in rows.headers if header not in used)
    source = options.source or layout.name or rows.container
    reading = Reading(file, rows, layout, source, options, columns, unused, rows.notes)
    if not layout.only_own_columns:
        shown = ", ".join(f"{name} = {header}" for name, header in columns.items())
        reading.notes.append(how_read.NOTE_COLUMNS(columns=shown) if shown else how_read.NOTE_NO_COLUMN())
    if unused and not layout.only_own_columns:
        reading.notes.append(how_read.NOTE_NOT_USED(columns=", ".join(unused)))
    return reading


def _check_wanted(layout: Layout, wanted: str, file: SourceFile, allowed: tuple[str, ...]) -> None:
    if wanted and wanted not in allowed:
        raise NotOfKindError(
            refusals.FILE_IS_NOT(found=layout.name, wanted=wanted), where=file.name, next=advice.LEAVE_FORMAT_OUT()
        )


def _layout_of(rows: Rows, wanted: str, file: SourceFile) -> Layout:
    """The layout that was asked for where the file fits it, else the one that its headers tell."""
    if own.fits(rows.headers):
        found = OWN
    elif wanted == "csv":
        return GENERIC
    else:
        found = next((layout for layout in LAYOUTS if layout.fits(rows.headers)), GENERIC)
    entry = named_format(wanted)
    if entry is None or not entry.layout or found.name == entry.name:
        return found
    near = [layout for layout in LAYOUTS if layout.name == entry.name]
    marks = " or ".join(", ".join(layout.marks) for layout in near)
    raise NotOfKindError(
        refusals.FILE_IS_NO_MARKS(format=entry.name, help=entry.help, marks=marks)
        if marks
        else refusals.FILE_IS_NO(format=entry.name),
        where=file.name,
        next=advice.LEAVE_FORMAT_OR_MAP(),
    )


def _columns(rows: Rows, layout: Layout, options: Options, file: SourceFile) -> dict[str, str]:
    columns = {} if layout.only_own_columns else recognise(rows.headers)
    columns |= matched(layout.columns, (*rows.headers, *layout.derived))
    spelled = {header.casefold(): header for header in rows.headers}
    for name, header in options.columns.items():
        if header.casefold() not in spelled:
            known = ", ".join(rows.headers)
            raise NotOfKindError(
                refusals.NO_SUCH_COLUMN(header=header), where=file.name, next=advice.COLUMNS_ARE(known=known)
            )
        columns[name] = spelled[header.casefold()]
    if not is_table(columns) and not _is_placed(rows):
        shown = ", ".join(header[:40] for header in rows.headers[:12])
        raise RecordsError(
            refusals.NO_COLUMN_KNOWN(shown=shown),
            where=file.name,
            next=advice.NAME_COLUMNS_OR_DELIMITER(),
        )
    return columns


def _surveyed(survey: Survey, columns: dict[str, str], options: Options, layout: Layout) -> Iterator[Message]:
    """What the first pass found, in words."""
    for name, decided in survey.day_first.items():
        if options.day_first is not None or layout.day_first is not None:
            continue
        if decided is not None:
            first = how_read.NOTE_DAY_FIRST if decided else how_read.NOTE_MONTH_FIRST
            yield first(column=columns[name])
        elif survey.open_dates[name]:
            yield how_read.NOTE_DAY_OR_MONTH(column=columns[name], rows=survey.open_dates[name])
    if survey.convention.swapped:
        yield how_read.NOTE_SWAPPED()
    if survey.convention.eastward:
        yield how_read.NOTE_EASTWARD()


__all__ = ["Options", "Reading", "Reject", "open_reading"]


def _is_placed(rows: Rows) -> bool:
    """Whether rows have geometries, and so are records whatever their columns are called."""
    if rows.container == "parquet":
        return bool(getattr(rows, "has_geometry", False))
    return rows.container in ("geojson", "gpkg", "shp", "kml", "kmz", "gpx", "fgb", "gml")
