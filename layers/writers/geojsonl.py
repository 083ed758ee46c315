"""GeoJSON lines: a feature a line, for programs that read one at a time."""

from __future__ import annotations

from collections.abc import Iterator

from layers.writers.export import Export
from layers.writers.geojson import feature_text


def chunks(export: Export) -> Iterator[bytes]:
    """A feature a line; no line where nothing was found."""
    for feature in export.features():
        yield feature_text(feature, export.layer.paint).encode() + b"\n"
