"""``leadline import``: tables into a store."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from dashboard.errors import WrongUseError
from geo.errors import LeadlineError
from records.errors import RecordsError
from records.readers.formats import FORMATS
from records.readers.row import NotOfKindError, Options

EPILOG = """\b
Examples:
  leadline import incidents.csv --into store.gpkg
  leadline import ASAM.csv more.geojson --into store.gpkg --json
  leadline import routes.csv --format routes --into store.gpkg
  leadline import strange.csv --into store.gpkg --mapping columns.toml --day-first

\b
A mapping file names columns, values and constants:
  [columns]
  date = "When"
  location_text = "Where it was"
  [event_types]
  "armed robbery" = "boarding"
  [constants]
  event_type = "attack"
"""


@click.command("import", epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--into", "store", required=True, metavar="STORE", help="The store, a .gpkg file; made where missing.")
@click.option("--format", "format_", default="", metavar="NAME", help=f"One of {', '.join(e.name for e in FORMATS)}.")
@click.option("--mapping", type=click.Path(), metavar="FILE.toml", help="Which column is what, where it is not known.")
@click.option(
    "--source", default="", metavar="NAME", help="The first part of ids, and the publisher where none is named."
)
@click.option(
    "--day-first/--month-first", default=None, help="How 03/04/2024 is meant where no row of the column tells."
)
@click.option("--delimiter", default="", metavar="MARK", help="What parts the cells: a character, or the word tab.")
@click.option("--encoding", default="", metavar="NAME", help="The encoding of the text, such as utf-8 or cp1252.")
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
@click.option(
    "--rejects", type=click.Path(), metavar="FILE", help="Where refused rows go; default STORE.rejects.jsonl."
)
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def command(files: tuple[str, ...], store: str, mapping: str | None, rejects: str | None, **choices: Any) -> None:
    """Import tables: CSV and its kin, GeoJSON, JSON lines, Excel, GeoPackage, KML, and known sources' formats.

    A table of routes (from, via, to in words) is joined along the sea and kept beside the records.

    A FILE may be - for standard input. A row without coordinates is located by its words. Each file goes in whole
    or not at all; rows that cannot be read go to the file of rejects with their line and reason.
    """
    options = _options(mapping, **choices)
    try:
        _run(files, store, options, rejects, dry_run=choices["dry_run"], as_json=choices["as_json"])
    except NotOfKindError as reason:
        raise WrongUseError(reason.what, where=reason.where, next=reason.next) from reason


def _run(
    files: tuple[str, ...], address: str, options: Options, rejects: str | None, *, dry_run: bool, as_json: bool
) -> None:
    from records.intake import take_in
    from records.readers import open_reading
    from records.readers.routes import open_routes
    from records.route_intake import RouteSummary, take_in_routes
    from records.store import open_store

    store = open_store(address, create=True)
    if store.read_only:
        raise RecordsError("this store cannot be written", where=address, next="name a .gpkg file of your own")
    with tempfile.TemporaryDirectory(prefix="leadline-") as folder:
        kept = [(_kept(name, Path(folder)), _called(name)) for name in files]
        routes = {path: found for path, name in kept if (found := open_routes(path, options, name=name)) is not None}
        readings = [open_reading(path, options, name=name) for path, name in kept if path not in routes]
        summary = take_in(
            readings,
            store,
            rejects=None if rejects is None else Path(rejects),
            dry_run=dry_run,
            say=_say,
        )
        joined = RouteSummary()
        if routes:
            joined = take_in_routes(
                list(routes.values()),
                store,
                rejects=None if rejects is None else Path(rejects),
                more_rejects=summary.rejects_file is not None,
                dry_run=dry_run,
                say=_say,
            )
    answer = summary.to_json() | ({"routes": joined.to_json()} if routes else {})
    click.echo(
        json.dumps(answer, ensure_ascii=False) if as_json else "\n".join(_lines(answer, address, bool(readings)))
    )
    rejected = summary.rejected + joined.rejected
    if rejected and not (summary.stored or summary.duplicates or joined.stored or joined.duplicates):
        file = joined.rejects_file or summary.rejects_file
        raise RecordsError(
            f"no row could be read ({rejected} refused)",
            where=", ".join(files),
            next=f"see {file}" if file else "see the lines above",
        )


def _say(line: str) -> None:
    click.echo(line, err=True)


def _lines(answer: dict[str, Any], address: str, tables: bool) -> Iterator[str]:
    """What became of the rows of tables, and of those of routes."""
    if tables or "routes" not in answer:
        yield _told(answer, address)
    if "routes" in answer:
        yield _told_routes(answer["routes"], address)


def _told_routes(summary: dict[str, Any], address: str) -> str:
    would = "would be " if summary["dry_run"] else ""
    lines = [
        f"{summary['read']} routes read: {summary['stored']} {would}stored in {address}, "
        f"{summary['duplicates']} known already, {summary['rejected']} refused"
    ]
    extras = [(summary["replaced"], "in the place of others"), (len(summary["not_drawn"]), "not drawn, or in part")]
    lines.extend(f"  {count} {words}" for count, words in extras if count)
    if summary["rejects_file"]:
        lines.append(f"  refused rows are in {summary['rejects_file']}")
    return "\n".join(lines)


def _options(mapping: str | None, *, format_: str, source: str, day_first: bool | None, **choices: Any) -> Options:
    columns, event_types, constants = _mapping(mapping) if mapping else ({}, {}, {})
    if source and not all(character.isalnum() or character in "-_." for character in source):
        raise WrongUseError(
            f"'{source}' is no name for a source", where="--source", next="use letters, figures, - and _"
        )
    return Options(
        format=format_,
        source=source,
        day_first=day_first,
        delimiter=choices["delimiter"],
        encoding=choices["encoding"],
        columns=columns,
        event_types=event_types,
        constants=constants,
    )


def _mapping(path: str) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    from records.readers.mapping import read_mapping

    try:
        return read_mapping(Path(path))
    except LeadlineError as reason:
        raise WrongUseError(reason.what, where=reason.where, next=reason.next) from reason


def _called(name: str) -> str:
    return "standard input" if name == "-" else name


def _kept(name: str, folder: Path) -> Path:
    """A file's path; standard input is kept in a file, since tables are gone through twice."""
    if name != "-":
        return Path(name)
    kept = folder / "standard input"
    with kept.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    return kept


def _told(summary: dict[str, Any], address: str) -> str:
    would = "would be " if summary["dry_run"] else ""
    lines = [
        f"{summary['read']} rows read: {summary['stored']} {would}stored in {address}, "
        f"{summary['duplicates']} known already, {summary['rejected']} refused"
    ]
    extras = [
        (summary["versions"], "corrections"),
        (summary["id_reused"], "second records of an id"),
        (summary["without_place"], "without a place"),
        (summary["flagged"], "with flags: look at them"),
    ]
    lines.extend(f"  {count} {words}" for count, words in extras if count)
    if summary["rejects_file"]:
        lines.append(f"  refused rows are in {summary['rejects_file']}")
    return "\n".join(lines)
