"""Columns of features for the files that GDAL and Arrow write: values, and which of them are not stated."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from layers.layer import Feature
from records.flat import ColumnKind

Column = tuple[NDArray[Any], NDArray[np.bool_]]


def columns_of(features: Sequence[Feature], kinds: dict[str, ColumnKind]) -> list[Column]:
    """The columns of a layer, each with a mask that is true where nothing is stated; lists and objects as JSON."""
    return [_column(kind, [each.properties[name] for each in features]) for name, kind in kinds.items()]


def _column(kind: ColumnKind, values: list[Any]) -> Column:
    missing = np.array([value is None or value in ("", []) for value in values], dtype=bool)
    if kind == "whole":
        return np.array([0 if value is None else value for value in values], dtype=np.int64), missing
    if kind == "number":
        return np.array([np.nan if value is None else value for value in values], dtype=np.float64), missing
    texts = [None if gone else _text(kind, value) for gone, value in zip(missing, values, strict=True)]
    return np.array(texts, dtype=object), missing


def _text(kind: ColumnKind, value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False) if kind == "json" else str(value)
