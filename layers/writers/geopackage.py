"""GeoPackage, for QGIS and GDAL: the layer itself, the regions with each named outline once, and the routes.

The records' own layer holds points where a source states coordinates; where only a region is known its geometry is
null and the region stands in ``regions``, joined by ``region_id`` (a named outline) or ``incident_id``. With the
geometry *region* the records' layer holds the regions themselves.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pyogrio.raw
import shapely
from shapely.geometry import MultiLineString, MultiPolygon
from shapely.geometry.base import BaseGeometry

from layers import wording
from layers.layer import Feature, GeometryType
from layers.paint import Paint, PaintClass
from layers.region import region_of
from layers.registry import layer_named
from layers.selection import Selection
from layers.style import DARK, LIGHT
from layers.writers.columns import columns_of
from layers.writers.export import Export
from layers.writers.geojson import written
from layers.writers.qgis_style import TableStyle, write_styles
from records.flat import ColumnKind

VERSION = "1.3"
"""Of GeoPackage: readers of 2022 warn of a newer one, which has nothing that is used here."""
BATCH = 20_000
"""Features that are held in memory before they are written."""
PIECE_BYTES = 1 << 20
REGION_COLUMNS: dict[str, ColumnKind] = {
    "region_id": "text",
    "incident_id": "text",
    "kind": "text",
    "name": "text",
    "single": "whole",
}
REGIONS_PAINT = Paint(
    "fill", (PaintClass(wording.REGION, LIGHT.ink_2, DARK.ink_2),), opacity=0.05, width_px=1.0, dash=(3.0, 3.0)
)


def chunks(export: Export) -> Iterator[bytes]:
    """The file's bytes; it is made in a folder of its own first, for its index stands at its beginning."""
    with tempfile.TemporaryDirectory(prefix="leadline-") as folder:
        path = Path(folder) / "export.gpkg"
        write(export, path)
        with path.open("rb") as file:
            while piece := file.read(PIECE_BYTES):
                yield piece


def write(export: Export, path: Path) -> None:
    """Write the layer, and beside incidents the regions and routes, to a new file, with styles for QGIS."""
    geometry_type = _geometry_type(export)
    features = _only_points(export.features()) if geometry_type == "Point" else export.features()
    _write_layer(path, export.layer.name, geometry_type, export.layer.columns, features)
    styles = [TableStyle(export.layer.name, geometry_type, export.layer.paint)]
    if export.layer.name == "incidents":
        _write_layer(path, "regions", "MultiPolygon", REGION_COLUMNS, regions(export.selection))
        routes = layer_named("routes")
        _write_layer(path, "routes", routes.geometry_type, routes.columns, routes.features(export.selection, "auto"))
        styles += [
            TableStyle("regions", "MultiPolygon", REGIONS_PAINT),
            TableStyle("routes", routes.geometry_type, routes.paint),
        ]
    # QGIS opens a table of several kinds of geometry as several layers, which no one style fits.
    write_styles(path, [style for style in styles if style.geometry_type != "Unknown"])


def regions(selection: Selection) -> Iterator[Feature]:
    """Each region of the selection's records: one per record, and each named outline once."""
    seen: set[str] = set()
    for incident in selection.incidents():
        place = incident.place
        if place is None or place.stated:
            continue
        named = place.region is None and place.region_id is not None
        key = f"{place.region_id}" if named else incident.id
        if named and key in seen:
            continue
        seen.add(key)
        region = region_of(place, selection.outlines)
        outline = selection.outlines(key) if named else None
        yield Feature(
            key,
            region,
            {
                "region_id": place.region_id,
                "incident_id": None if named else incident.id,
                "kind": "named" if named else "own" if place.region is not None else "circle",
                "name": incident.title if outline is None else outline.name,
                "single": int(region.geom_type == "Polygon"),
            },
        )


def _geometry_type(export: Export) -> GeometryType:
    return export.layer.region_type if export.geometry == "region" else export.layer.geometry_type


def _only_points(features: Iterator[Feature]) -> Iterator[Feature]:
    for feature in features:
        point = feature.geometry is not None and feature.geometry.geom_type == "Point"
        yield feature if point else Feature(feature.id, None, feature.properties)


def _write_layer(
    path: Path, layer: str, geometry_type: str, columns: dict[str, ColumnKind], features: Iterator[Feature]
) -> None:
    """Write a layer through GDAL batch by batch; an empty one is written too."""
    batch: list[Feature] = []
    append = False
    for feature in features:
        batch.append(feature)
        if len(batch) == BATCH:
            _write_batch(path, layer, geometry_type, columns, batch, append=append)
            batch, append = [], True
    if batch or not append:
        _write_batch(path, layer, geometry_type, columns, batch, append=append)


def _write_batch(
    path: Path,
    layer: str,
    geometry_type: str,
    columns: dict[str, ColumnKind],
    batch: Sequence[Feature],
    *,
    append: bool,
) -> None:
    arrays, masks = zip(*columns_of(batch, columns), strict=True)
    shapes = [_shape(each.geometry, geometry_type) for each in batch]
    pyogrio.raw.write(
        str(path),
        geometry=np.array([None if shape is None else shapely.to_wkb(shape) for shape in shapes], dtype=object),
        field_data=list(arrays),
        fields=np.array(list(columns), dtype=object),
        field_mask=list(masks),
        layer=layer,
        driver="GPKG",
        geometry_type=geometry_type,
        crs="EPSG:4326",
        append=append,
        dataset_options=None if path.exists() else {"VERSION": VERSION},
    )


def _shape(geometry: BaseGeometry | None, geometry_type: str) -> BaseGeometry | None:
    """A geometry of the declared type; None where it has no part of that dimension."""
    if geometry is None or geometry.is_empty:
        return None
    shape = written(geometry)
    if geometry_type in ("Point", "Unknown"):
        return shape
    wanted = 2 if geometry_type == "MultiPolygon" else 1
    parts = [part for part in _flat_parts(shape) if shapely.get_dimensions(part) == wanted]
    if not parts:
        return None
    collection: BaseGeometry = MultiPolygon(parts) if wanted == 2 else MultiLineString(parts)  # type: ignore[arg-type]
    return collection


def _flat_parts(geometry: BaseGeometry) -> list[BaseGeometry]:
    """The simple parts of a geometry, also of a collection of multi-parts."""
    return [simple for part in shapely.get_parts(geometry) for simple in shapely.get_parts(part)]
