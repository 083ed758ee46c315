"""``leadline read``: reports in prose into drafts."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from zoneinfo import available_timezones

import click

from dashboard.commands.drafts_shown import shown
from dashboard.errors import DashboardError, WrongUseError
from records.dates import Moment, parse_moment
from records.errors import RecordsError
from records.reading import Reading, read
from records.reading.files import Given, report_from_file

TABLES = frozenset(
    {".csv", ".tsv", ".json", ".jsonl", ".geojson", ".geojsonl", ".gpkg", ".parquet", ".fgb", ".kml", ".xlsx", ".xls"}
)
"""Endings of tables, which are imported and not read."""


def _moment(_: click.Context, __: click.Parameter, value: str | None) -> Moment | None:
    try:
        return None if value is None else parse_moment(value)
    except RecordsError as reason:
        raise click.BadParameter(str(reason)) from reason


def _zone(_: click.Context, __: click.Parameter, value: str) -> str:
    if value not in available_timezones():
        raise click.BadParameter(f"'{value}' is no time zone – use an IANA name, such as America/Caracas")
    return value


@click.command(
    name="read",
    epilog="Example: leadline read report.txt --published 2025-09-05 --json",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--published", metavar="DATE", callback=_moment, help="The day of publication, which relative dates count from."
)
@click.option(
    "--timezone",
    metavar="TZ",
    default="UTC",
    show_default=True,
    callback=_zone,
    help="The time zone in which days are meant.",
)
@click.option("--json", "as_json", is_flag=True, help="JSON: one object; with several files one object a line.")
@click.option("--into", metavar="STORE", help="Keep the drafts as records in this store.")
@click.option(
    "--context",
    multiple=True,
    metavar="NAME",
    help="Seas or places that the report is about, parted by ;, used where it names none.",
)
@click.option(
    "--language",
    type=click.Choice(["en", "es"]),
    help="The language of the report (told from its words when left out).",
)
@click.option("--publisher", default="", metavar="NAME", help="Who published it.")
@click.option("--title", default="", metavar="TEXT", help="Its title.")
@click.option("--url", default="", metavar="URL", help="Its address.")
def command(
    files: tuple[str, ...],
    published: Moment | None,
    timezone: str,
    as_json: bool,
    into: str | None,
    context: tuple[str, ...],
    language: str | None,
    publisher: str,
    title: str,
    url: str,
) -> None:
    """Read reports in prose (.txt .md .html .eml .pdf, or - for standard input) into drafts.

    A draft says what happened, when, where, who and how many, each with the words of the report that say so. Nothing
    is kept unless --into names a store. A file that cannot be read is told on standard error; the others are read.
    """
    given = Given(published, timezone, publisher, title, url, language or "")
    context = tuple(name.strip() for names in context for name in names.split(";") if name.strip())
    failed = 0
    for file in files:
        try:
            reading = read(report_from_file(_prose(file), given), context=context)
        except RecordsError as error:
            if len(files) == 1:
                raise
            click.echo(f"leadline: {error}", err=True)
            failed += 1
            continue
        _print(reading, as_json=as_json, alone=len(files) == 1)
        if into is not None:
            _keep(reading, into)
    if failed:
        raise DashboardError(f"{failed} of {len(files)} files could not be read", next="see the lines above")


def _prose(file: str) -> str:
    ending = Path(file).suffix.lower()
    if file != "-" and ending in TABLES:
        raise WrongUseError("it is a table and no report in prose", where=file, next="use 'leadline import'")
    return file


def _print(reading: Reading, *, as_json: bool, alone: bool) -> None:
    if as_json:
        click.echo(json.dumps(reading.to_json(), ensure_ascii=False, allow_nan=False, indent=2 if alone else None))
    else:
        click.echo(shown(reading))


def _keep(reading: Reading, address: str) -> None:
    from records.reading.incidents import incidents_of
    from records.store import open_store

    written = open_store(address, create=True).put(incidents_of(reading), corrects=True, note="read from a report")
    sys.stderr.write(
        f"{reading.report.name}: {written.stored} stored, {written.versions} new versions, "
        f"{written.duplicates} known already, in {address}\n"
    )
