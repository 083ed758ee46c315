"""What a layer is: a name, a line that says what it shows, its columns, and how its features are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from shapely.geometry.base import BaseGeometry

from layers.selection import Selection
from records.flat import ColumnKind

GeometryChoice = Literal["auto", "point", "region"]
"""Geometry of an export: ``auto`` makes no false pins, ``point`` and ``region`` force one kind."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing of a layer: an id that never changes, a geometry (None where nothing is known), its properties."""

    id: str
    geometry: BaseGeometry | None
    properties: dict[str, Any]


Features = Callable[[Selection, GeometryChoice], Iterator[Feature]]


@dataclass(frozen=True, slots=True)
class LayerEntry:
    """One layer: its name, what it shows in one line, the columns of its features, and how they are made."""

    name: str
    help: str
    columns: dict[str, ColumnKind]
    features: Features
