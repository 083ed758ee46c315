"""What a layer is: its name and words, its columns and features, and how they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from shapely.geometry.base import BaseGeometry

from geo.message import Message, Wording
from layers.paint import Paint
from layers.selection import Selection
from records.flat import ColumnKind

GeometryChoice = Literal["auto", "point", "region"]
"""Geometry of an export: ``auto`` makes no false pins, ``point`` and ``region`` force one kind."""
GeometryType = Literal["Point", "MultiLineString", "MultiPolygon", "Unknown"]
"""Of a table whose geometries are all of one type, or of any (GDAL's word for it)."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing of a layer: an id that never changes, a geometry (None where nothing is known), its properties."""

    id: str
    geometry: BaseGeometry | None
    properties: dict[str, Any]


Features = Callable[[Selection, GeometryChoice], Iterator[Feature]]
Tip = Callable[[Mapping[str, Any]], tuple[Message | str, ...]]
"""The lines that a feature's properties (with its ``id``) are told in; the first is its name."""
Marks = Literal["shown", "dimmed", "hidden"]
"""How the marks of the page's map stand while a layer is on."""


def named(properties: Mapping[str, Any]) -> tuple[Message | str, ...]:
    """A feature's title or name; its id where it has none."""
    return (str(properties.get("title") or properties.get("name") or properties["id"]),)


def always(selection: Selection) -> bool:
    """Of a layer that every store has something for."""
    return True


@dataclass(frozen=True, slots=True)
class LayerEntry:
    """One layer: all that the export, the page, QGIS and the legends need to know of it.

    ``help``: what it shows in one line, for the command. ``title`` and ``note``: its name on the page, and what a
    reader must know to read it rightly; ``note_of`` where that depends on the selection. ``geometry_type``: that of its
    features with the geometry *auto*; ``region_type`` with *region*. ``paint``: how they are drawn, and the legend.
    ``on_page``: a layer that the page offers in its list and draws from its features as they are; the others have a
    drawing of their own there, or none. ``offered``: whether a selection may have features of it, so that lists leave
    out what the user has not given. ``tip``: what the page says of the feature under the pointer; one with a property
    ``incident_id`` opens that record when it is clicked. ``follows_screen``: the page tells the selection its zoom and
    box, and asks anew when they change. ``marks``: how the marks of incidents stand while the page draws it.
    """

    name: str
    help: str
    title: Wording
    columns: dict[str, ColumnKind]
    features: Features
    paint: Paint
    geometry_type: GeometryType = "MultiPolygon"
    region_type: GeometryType = "MultiPolygon"
    note: Wording | None = None
    note_of: Callable[[Selection], Wording] | None = None
    on_page: bool = False
    offered: Callable[[Selection], bool] = always
    tip: Tip = named
    follows_screen: bool = False
    marks: Marks = "shown"

    def noted(self, selection: Selection) -> Message | None:
        """What a reader of a selection must know to read it rightly."""
        if self.note_of is not None:
            return self.note_of(selection)()
        return None if self.note is None else self.note()
