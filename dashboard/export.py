"""One way out for files: the command and the HTTP address ask the same function for the same bytes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dashboard.errors import DashboardError
from dashboard.words import PAGE_WORDS, words_of
from layers.beside import Beside
from layers.errors import LayersError
from layers.layer import GeometryChoice
from layers.period import PeriodChoice
from layers.registry import layer_named
from layers.selection import Selection
from layers.spoken import Spoken
from layers.story import StoryTold
from layers.where import Where
from layers.writers import WriterEntry, writer_of
from layers.writers.export import Export
from records.filter import Filter
from records.store import Store
from records.toll import NARROWINGS, Choice

NEEDED = {"tracks": "--tracks", "encounters": "--tracks", "overlay": "--overlay"}
"""The option that a layer has its features from, of the command and of the server."""


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file to give away: its name, its media type, and its bytes piece by piece, made when they are asked for."""

    name: str
    media_type: str
    chunks: Iterator[bytes]


def stream(
    store: Store,
    wanted: Filter,
    *,
    layer: str = "incidents",
    ending: str = "geojson",
    geometry: GeometryChoice = "auto",
    where: Where | None = None,
    beside: Beside | None = None,
    period: PeriodChoice = "none",
    story: StoryTold | None = None,
    count: Choice | None = None,
    language: str = "en",
) -> ExportFile:
    """The file of a layer of the records that pass a filter and a condition; nothing found is a valid empty file.

    ``ending`` names the format, with or without a dot; ``beside`` is what the user laid beside the store; ``period``
    divides layers that sum up records; ``story`` is told by a page; ``count`` is the sum in its head;
    ``language`` is that of a page. Raises
    :class:`layers.errors.LayersError` for a layer or an ending that is not known, for a layer of files that were not
    given, and for a story or a sum in a file that holds none, before the first byte.
    """
    writer = writer_of(ending)
    check_story(writer, story)
    check_count(layer, writer, count)
    check_needed(layer, beside := beside or Beside())
    selection = Selection(store, wanted, where=where, beside=beside, period=period, count=count)
    export = Export(layer_named(layer), selection, geometry, story, spoken_in(language, store))
    return ExportFile(f"{layer}.{writer.ending}", writer.media_type, writer.chunks(export))


def spoken_in(language: str, store: Store) -> Spoken:
    """How a page on disk speaks of a store in a language; in English where there is no such language."""
    words = words_of(language)
    written = "en" if store.address == "case" and words.language != "en" else ""
    texts = PAGE_WORDS[words.language]
    return Spoken(words.language, texts, words.said, words.place, words.own, written)


def check_story(writer: WriterEntry, story: StoryTold | None) -> None:
    """Refuse a story in a file that cannot tell it; raises :class:`layers.errors.LayersError`."""
    if story is not None and writer.ending != "html":
        raise LayersError(f"a .{writer.ending} file tells no story", next="write an .html file, or leave the story out")


def check_needed(layer: str, beside: Beside) -> None:
    """Refuse a layer whose files were not given: an empty file would say that there is nothing.

    Raises :class:`layers.errors.LayersError`.
    """
    given = {"--tracks": beside.tracks is not None, "--overlay": bool(beside.overlays)}
    option = NEEDED.get(layer)
    if option is not None and not given[option]:
        reason = f"the layer '{layer}' is made of files of your own"
        raise LayersError(reason, next=f"give them with {option} FILE to the command, or to 'leadline serve'")


def choice_of(text: str) -> Choice | None:
    """The choice of what a sum counts: ``all``, or narrowings parted by commas; None for nothing.

    Raises :class:`layers.errors.LayersError` for a word that is none of them.
    """
    names = [name for name in text.split(",") if name]
    if unknown := [name for name in names if name not in (*NARROWINGS, "all")]:
        raise LayersError(f"count: '{unknown[0]}' is not known", next=f"all, or some of {', '.join(NARROWINGS)}")
    return Choice.of(name for name in NARROWINGS if name in names) if names else None


def carries_count(layer: str, ending: str) -> bool:
    """Whether a file can carry a sum in its head."""
    return layer == "incidents" and ending in ("geojson", "json")


def check_count(layer: str, writer: WriterEntry, count: Choice | None) -> None:
    """Refuse a sum in a file that cannot carry it; raises :class:`layers.errors.LayersError`."""
    if count is not None and not carries_count(layer, writer.ending):
        raise LayersError("only incidents as .geojson carry a sum", next="leave the count out")


def write_file(path: Path, writer: WriterEntry, export: Export) -> int:
    """Write a file whole or not at all, and give its size in bytes; one that exists is replaced.

    Raises :class:`DashboardError` where the folder is missing or cannot be written.
    """
    folder = path.absolute().parent
    if path.is_dir():
        raise DashboardError("is a folder", where=str(path), next="name a file")
    if not folder.is_dir():
        raise DashboardError("its folder does not exist", where=str(path), next="make the folder first")
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=f".{path.name}.", delete=False) as file:
            return _filled(Path(file.name), path, writer, export)
    except OSError as reason:
        said = (reason.strerror or "the file cannot be written").lower()
        raise DashboardError(said, where=str(path), next="choose another --to FILE") from reason


def _filled(half: Path, path: Path, writer: WriterEntry, export: Export) -> int:
    """Fill the file beside the target, then let it take the target's place; never leave it behind."""
    size = 0
    try:
        with half.open("wb") as file:
            for chunk in writer.chunks(export):
                size += file.write(chunk)
        half.chmod(0o666 & ~_umask())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    return size


def _umask() -> int:
    """The process's mask for new files; a temporary file is made without it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
