"""``leadline export``: a store, or what a filter leaves of it, as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, get_args

import click

from dashboard.commands.beside import OPTION_NAMES, beside_options, read_beside
from dashboard.errors import WrongUseError
from dashboard.export import check_count, check_needed, check_story, choice_of, spoken_in, stream, write_file
from dashboard.story import CASE, case_story, read_story
from dashboard.words import words_of
from geo.place import GeoPrecision
from layers.errors import LayersError
from layers.layer import GeometryChoice
from layers.period import PeriodChoice
from layers.registry import LAYERS, layer_named
from layers.selection import Selection
from layers.story import StoryTold
from layers.where import parse_where
from layers.writers import WRITERS, writer_for, writer_of
from layers.writers.export import Export
from records.errors import RecordsError
from records.filter import Disputed, Filter
from records.store import open_store
from records.toll import NARROWINGS
from records.vocabulary import CLAIM_STATUSES, EVENT_TYPES

EPILOG = """\b
Examples:
  leadline export case --to incidents.geojson
  leadline export case --type strike,seizure --since 2025-09-01 --to strikes.gpkg
  leadline export store.gpkg --bbox -70,5,-58,13 --claim confirmed > confirmed.geojson
  leadline export case --where "killed_min >= 5 AND disputed_on IS NOT NULL" --to large.csv
  leadline export case --story case --to story.html
  leadline export case --layer encounters --tracks ais.csv --to encounters.gpkg
"""

_ENDINGS = " ".join(f".{entry.ending}" for entry in WRITERS)


@click.command("export", epilog=EPILOG, context_settings={"ignore_unknown_options": False})
@click.argument("store")
@click.option("--layer", default="incidents", metavar="NAME", help=f"One of {', '.join(e.name for e in LAYERS)}.")
@click.option("--to", "target", metavar="FILE", help=f"The file; its ending says the format: {_ENDINGS}.")
@click.option(
    "--geometry",
    type=click.Choice(get_args(GeometryChoice)),
    default="auto",
    show_default=True,
    help="auto: a point where a source states it, else the region.",
)
@click.option("--bbox", metavar="W,S,E,N", help="What may lie in a box in degrees; W > E crosses 180°.")
@click.option("--within", metavar="LON,LAT,…", help="What may lie in a drawn area: its corners in order, 3 to 200.")
@click.option("--since", metavar="DATE", help="First day that counts, in UTC.")
@click.option("--until", metavar="DATE", help="Last day that counts, in UTC, whole.")
@click.option("--type", "type_", multiple=True, metavar="TYPE,…", help=f"Of {', '.join(EVENT_TYPES)}.")
@click.option("--claim", multiple=True, metavar="STATUS,…", help=f"Of {', '.join(CLAIM_STATUSES)}.")
@click.option("--disputed", metavar="ON", help=f"One of {', '.join(get_args(Disputed))}.")
@click.option("--precision", multiple=True, metavar="CLASS,…", help=f"Of {', '.join(get_args(GeoPrecision))}.")
@click.option("--flag", multiple=True, metavar="FLAG,…", help="Records with any of these flags.")
@click.option("--text", metavar="WORDS", help="Words in title, summary, place, actors, publishers or id.")
@click.option("--where", metavar="CQL2", help="A condition on columns: \"killed_min >= 3 AND substance LIKE 'coca%'\".")
@click.option(
    "--period",
    type=click.Choice(get_args(PeriodChoice)),
    default="none",
    show_default=True,
    help="Divide density, heat and killed into months or years.",
)
@click.option("--count", metavar="all|WORD,…", help=f"Carry the toll in the file, of all or: {', '.join(NARROWINGS)}.")
@click.option("--at-sea", is_flag=True, help="Leave out statements, designations and aid.")
@click.option("--story", metavar="FILE|case", help="Tell a story in an .html file: its JSON file, or the built-in one.")
@click.option(
    "--lang", default="en", metavar="CODE", help="Language of an .html page, and of the built-in story: en or es."
)
@beside_options
def command(
    store: str,
    layer: str,
    target: str | None,
    geometry: GeometryChoice,
    where: str | None,
    period: PeriodChoice,
    count: str | None,
    story: str | None,
    lang: str,
    **filters: Any,
) -> None:
    """Write the records of STORE, or a layer of them, to a file; without --to as GeoJSON to standard output.

    STORE is a .gpkg file, or the word: case. All filters must pass; no match is a valid empty file.
    """
    files = {name: filters.pop(name) for name in OPTION_NAMES}
    wanted = _filter(filters)
    told = _told(story, store, lang)
    try:
        entry = layer_named(layer)
        condition = parse_where(where) if where else None
        writer = None if target is None or target == "-" else writer_for(target)
        check_story(writer or writer_of("geojson"), told)
        counted = choice_of(count or "")
        check_count(layer, writer or writer_of("geojson"), counted)
    except LayersError as reason:
        raise WrongUseError(str(reason)) from reason
    opened = open_store(store)
    beside = read_beside(**files)
    try:
        check_needed(layer, beside)
    except LayersError as reason:
        raise WrongUseError(str(reason)) from reason
    if target is None or writer is None:
        asked = stream(
            opened, wanted, layer=layer, geometry=geometry, where=condition, beside=beside, period=period, count=counted
        )
        for chunk in asked.chunks:
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
        return
    _spare_stores(Path(target))
    selection = Selection(opened, wanted, where=condition, beside=beside, period=period, count=counted)
    size = write_file(Path(target), writer, Export(entry, selection, geometry, told, spoken_in(lang, opened)))
    click.echo(f"{target}: {size:,} bytes, {writer.help}", err=True)


def _told(story: str | None, store: str, language: str) -> StoryTold | None:
    """The story of a file, or the built-in one of the built-in case."""
    if story is None:
        return None
    if story == CASE and store != "case":
        raise WrongUseError("only the built-in case has a built-in story", next="name a story's JSON file")
    found = case_story(language) if story == CASE else read_story(Path(story))
    return found.told(words_of(language))


def _spare_stores(target: Path) -> None:
    """Refuse to put an export in the place of a store, whose history would be lost."""
    if target.suffix.lower() != ".gpkg" or not target.is_file():
        return
    try:
        open_store(target)
    except RecordsError:
        return  # some other file, which may be replaced
    raise WrongUseError("this is a store, not an export", where=str(target), next="name another file")


def _filter(options: dict[str, Any]) -> Filter:
    stated = {name.rstrip("_"): value for name, value in options.items() if value not in (None, False, ())}
    query = {name: ",".join(value) if isinstance(value, tuple) else str(value) for name, value in stated.items()}
    try:
        return Filter.from_query(query)
    except RecordsError as reason:
        raise WrongUseError(str(reason)) from reason
