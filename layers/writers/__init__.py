"""The files that a layer can be written to: a module each, an entry each.

A writer is a function ``chunks`` that takes an :class:`~layers.writers.export.Export` and gives the file's bytes
piece by piece. Nothing found is a valid empty file.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from layers.errors import LayersError
from layers.writers.export import Export


@dataclass(frozen=True, slots=True)
class WriterEntry:
    """One kind of file: its ending, its media type, the module that writes it, what it is in a few words."""

    ending: str
    media_type: str
    module: str
    help: str

    def chunks(self, export: Export) -> Iterator[bytes]:
        """The bytes of the file, piece by piece."""
        found: Iterator[bytes] = importlib.import_module(self.module).chunks(export)
        return found


WRITERS: tuple[WriterEntry, ...] = (
    WriterEntry("geojson", "application/geo+json", "layers.writers.geojson", "GeoJSON (RFC 7946)"),
    WriterEntry("json", "application/geo+json", "layers.writers.geojson", "GeoJSON (RFC 7946)"),
    WriterEntry("geojsonl", "application/x-ndjson", "layers.writers.geojsonl", "one GeoJSON feature a line"),
    WriterEntry("gpkg", "application/geopackage+sqlite3", "layers.writers.geopackage", "GeoPackage with regions"),
    WriterEntry("csv", "text/csv; charset=utf-8", "layers.writers.csv_", "table for spreadsheets, geometry as WKT"),
    WriterEntry("parquet", "application/vnd.apache.parquet", "layers.writers.geoparquet", "GeoParquet 1.1"),
    WriterEntry("fgb", "application/flatgeobuf", "layers.writers.flatgeobuf", "FlatGeobuf"),
    WriterEntry("kml", "application/vnd.google-earth.kml+xml", "layers.writers.kml", "KML with time spans"),
    WriterEntry("html", "text/html; charset=utf-8", "layers.writers.html_", "a map page that opens without a network"),
)


def writer_of(ending: str) -> WriterEntry:
    """The writer of an ending, with or without its dot; :class:`LayersError` where none writes it."""
    wanted = ending.lower().lstrip(".")
    for entry in WRITERS:
        if entry.ending == wanted:
            return entry
    known = " ".join(f".{entry.ending}" for entry in WRITERS)
    raise LayersError(f"no file with the ending '.{wanted}' can be written", next=f"one of {known}")


def writer_for(path: str | PurePath) -> WriterEntry:
    """The writer of a file by its name's ending."""
    return writer_of(PurePath(path).suffix)
