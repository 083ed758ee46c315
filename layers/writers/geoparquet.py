"""GeoParquet 1.1: columns with their types, the geometry as WKB in longitude and latitude (OGC:CRS84)."""

from __future__ import annotations

import itertools
import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from layers.layer import Feature
from layers.writers.columns import columns_of
from layers.writers.export import Export
from layers.writers.geojson import written
from records.flat import ColumnKind

BATCH = 20_000
PIECE_BYTES = 1 << 20
_TYPES = {"text": pa.string(), "json": pa.string(), "whole": pa.int64(), "number": pa.float64()}
_GEO = {
    "version": "1.1.0",
    "primary_column": "geometry",
    "columns": {"geometry": {"encoding": "WKB", "geometry_types": [], "orientation": "counterclockwise"}},
}


def chunks(export: Export) -> Iterator[bytes]:
    """The file's bytes; it is made in a folder of its own first, for its index stands at its end."""
    with tempfile.TemporaryDirectory(prefix="leadline-") as folder:
        path = Path(folder) / "export.parquet"
        schema = _schema(export.layer.columns)
        with pq.ParquetWriter(path, schema, compression="zstd") as writer:
            features = export.features()
            while batch := list(itertools.islice(features, BATCH)):
                writer.write_table(_table(batch, export.layer.columns, schema))
        with path.open("rb") as file:
            while piece := file.read(PIECE_BYTES):
                yield piece


def _schema(columns: dict[str, ColumnKind]) -> pa.Schema:
    fields = [pa.field(name, _TYPES[kind]) for name, kind in columns.items()]
    return pa.schema([*fields, pa.field("geometry", pa.binary())], metadata={"geo": json.dumps(_GEO)})


def _table(batch: Sequence[Feature], columns: dict[str, ColumnKind], schema: pa.Schema) -> pa.Table:
    arrays = [
        pa.array(values, type=_TYPES[kind], mask=mask)
        for (values, mask), kind in zip(columns_of(batch, columns), columns.values(), strict=True)
    ]
    shapes = [None if each.geometry is None else written(each.geometry) for each in batch]
    wkb = [None if shape is None else shapely.to_wkb(shape) for shape in shapes]
    return pa.Table.from_arrays([*arrays, pa.array(np.array(wkb, dtype=object), type=pa.binary())], schema=schema)
