"""GeoJSON after RFC 7946: right-hand rule, cut at the antimeridian, at most 7 decimals, no CRS, no NaN."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from layers.antimeridian import cut
from layers.layer import Feature
from layers.paint import Paint, simplestyle
from layers.selection import Selection
from layers.writers.export import ATTRIBUTION, Export
from records.toll import NARROWINGS, Choice, matrix

DECIMALS = 7
BATCH_CHARACTERS = 1 << 16


def chunks(export: Export) -> Iterator[bytes]:
    """A FeatureCollection, streamed; its head tells of gaps that the store knows of, and the sum that was asked for."""
    head: dict[str, Any] = {"type": "FeatureCollection", "name": export.layer.name, "attribution": ATTRIBUTION}
    if gaps := export.selection.store.gaps():
        head["gaps"] = [gap.model_dump(mode="json") for gap in gaps]
    if export.selection.count is not None:
        head["toll"] = toll_told(export.selection, export.selection.count)
    if (note := export.layer.noted(export.selection)) is not None:
        head["note"] = str(note)
    yield json.dumps(head, ensure_ascii=False)[:-1].encode() + b', "features": ['
    pieces, size, first = [], 0, True
    for feature in export.features():
        text = ("\n" if first else ",\n") + feature_text(feature, export.layer.paint)
        first = False
        pieces.append(text)
        size += len(text)
        if size > BATCH_CHARACTERS:
            yield "".join(pieces).encode()
            pieces, size = [], 0
    yield "".join(pieces).encode() + b"\n]}\n"


def toll_told(selection: Selection, choice: Choice) -> dict[str, Any]:
    """The sum over what totals count of a selection, as a choice narrows it, with what is left out."""
    what = selection.toll_of
    found = matrix(selection.incidents(), choice, what=what)
    told = {"counted": [name for name in NARROWINGS if getattr(choice, name)], "records": found.records}
    return {**told, what: found.strikes, "killed": found.toll, "left_out": found.left_out}


def feature_text(feature: Feature, paint: Paint) -> str:
    """One feature as text without line breaks; its id is its ``id`` and a property, its paint in simplestyle names."""
    properties = {"id": feature.id, **feature.properties}
    kind = None if feature.geometry is None else feature.geometry.geom_type
    properties |= simplestyle(paint, properties, kind)
    told = {"type": "Feature", "id": feature.id, "properties": properties}
    body = json.dumps(told, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return f'{body[:-1]},"geometry":{_geometry_text(feature.geometry)}}}'


def written(geometry: BaseGeometry) -> BaseGeometry:
    """A geometry as RFC 7946 wants it: two dimensions, cut, outer rings counter-clockwise, rounded, valid."""
    rounded = _rounded(cut(shapely.force_2d(geometry)))
    if rounded.geom_type == "Point":
        return rounded
    if not rounded.is_valid:
        rounded = _mended(rounded)
    return shapely.orient_polygons(rounded, exterior_cw=False)


def _rounded(geometry: BaseGeometry) -> BaseGeometry:
    return shapely.transform(geometry, lambda points: np.round(points, DECIMALS))


def _mended(geometry: BaseGeometry) -> BaseGeometry:
    """A geometry without what is too thin for its digits: rings that fall together and the like."""
    valid = shapely.make_valid(geometry, method="structure", keep_collapsed=False)
    return geometry if valid.is_empty else _rounded(shapely.set_precision(valid, 10.0**-DECIMALS))


def geometry_json(geometry: BaseGeometry | None) -> dict[str, Any] | None:
    """A geometry as a GeoJSON object; None for none, for an empty one, and for one that is no number."""
    if geometry is None or geometry.is_empty or not np.isfinite(geometry.bounds).all():
        return None
    return mapping(written(geometry))


def _geometry_text(geometry: BaseGeometry | None) -> str:
    if geometry is not None and geometry.geom_type != "Point":
        return _kept_text(geometry.wkb)
    return json.dumps(geometry_json(geometry), separators=(",", ":"))


@lru_cache(maxsize=64)
def _kept_text(wkb: bytes) -> str:
    """The text of a geometry that many records share."""
    return json.dumps(geometry_json(shapely.from_wkb(wkb)), separators=(",", ":"))
