"""FlatGeobuf, for fast reading by box; without its index where a place is null, which the index cannot hold."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyogrio.raw
import shapely

from layers.writers.columns import columns_of
from layers.writers.export import Export
from layers.writers.geojson import written

PIECE_BYTES = 1 << 20


def chunks(export: Export) -> Iterator[bytes]:
    """The file's bytes; GDAL writes the format in one go, so the features are held in memory."""
    with tempfile.TemporaryDirectory(prefix="leadline-") as folder:
        path = Path(folder) / "export.fgb"
        _write(export, path)
        with path.open("rb") as file:
            while piece := file.read(PIECE_BYTES):
                yield piece


def _write(export: Export, path: Path) -> None:
    features = list(export.features())
    arrays, masks = zip(*columns_of(features, export.layer.columns), strict=True)
    shapes = [None if each.geometry is None else written(each.geometry) for each in features]
    indexed = bool(shapes) and all(shape is not None and not shape.is_empty for shape in shapes)
    pyogrio.raw.write(
        str(path),
        geometry=np.array([None if shape is None else shapely.to_wkb(shape) for shape in shapes], dtype=object),
        field_data=list(arrays),
        fields=np.array(list(export.layer.columns), dtype=object),
        field_mask=list(masks),
        layer=export.layer.name,
        driver="FlatGeobuf",
        geometry_type="Unknown",
        crs="EPSG:4326",
        layer_options={"SPATIAL_INDEX": "YES" if indexed else "NO"},
    )
