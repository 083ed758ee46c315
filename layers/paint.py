"""How the features of a layer are drawn, said once for the page's map, GeoJSON's hints, QGIS styles and legends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from geo.message import Wording
from layers.style import DARK, FAMILY_OF_TYPE, LIGHT

PaintKind = Literal["point", "line", "fill"]
Scale = Literal["one", "categories", "steps"]
ThemeName = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class PaintClass:
    """One line of a legend: its colour in light and dark (``#rrggbb``), its words, and the values that take it.

    ``values``: of a paint of categories, those of its column. ``least``: of a paint of steps, the smallest number.
    ``dash``: of its lines, in widths, where they differ from the paint's.
    """

    text: Wording
    light: str
    dark: str
    values: tuple[str, ...] = ()
    least: float = 0.0
    dash: tuple[float, ...] = ()

    def colour(self, theme: ThemeName) -> str:
        """The colour in a theme."""
        return self.light if theme == "light" else self.dark


@dataclass(frozen=True, slots=True)
class Paint:
    """One kind of drawing with its classes: by no column (``one``), by its words, or by steps of its number.

    ``column`` is a property of the layer's features. Where no category fits, the last class is taken; a number below
    the first step, or none, is not drawn. ``width_px`` and ``dash`` (in widths) are of lines and outlines, a width of
    0 draws none; ``opacity`` is that of fills and points; ``size_px`` the diameter of points. ``heading``: what the
    classes are of, with the unit.
    """

    kind: PaintKind
    classes: tuple[PaintClass, ...]
    scale: Scale = "one"
    column: str = ""
    opacity: float = 0.1
    width_px: float = 1.0
    dash: tuple[float, ...] = ()
    size_px: float = 11.0
    heading: Wording | None = None

    def class_of(self, properties: Mapping[str, Any]) -> PaintClass | None:
        """The class of a feature; None for one that is not drawn."""
        if self.scale == "one":
            return self.classes[0]
        value = properties.get(self.column)
        if self.scale == "categories":
            return next((one for one in self.classes if value in one.values), self.classes[-1])
        reached = [one for one in self.classes if value is not None and value >= one.least]
        return reached[-1] if reached else None

    def dash_of(self, one: PaintClass) -> tuple[float, ...]:
        """The dashes of a class's lines, in widths; none where they run through."""
        return one.dash or self.dash

    def maplibre_dash(self) -> list[Any]:
        """The dashes as a MapLibre value or expression; empty where no line has any."""
        dashes = [list(self.dash_of(one)) for one in self.classes]
        if not any(dashes) or all(each == dashes[0] for each in dashes) or self.scale != "categories":
            return dashes[0]
        drawn = [["literal", each or [1, 0]] for each in dashes]
        pairs = [part for one, each in zip(self.classes[:-1], drawn, strict=False) for part in (list(one.values), each)]
        return ["match", ["get", self.column], *pairs, drawn[-1]]

    def maplibre_colour(self, theme: ThemeName) -> Any:
        """The colour as a MapLibre expression."""
        last = self.classes[-1].colour(theme)
        if self.scale == "one":
            return self.classes[0].colour(theme)
        if self.scale == "categories":
            pairs = [part for one in self.classes[:-1] for part in (list(one.values), one.colour(theme))]
            return ["match", ["get", self.column], *pairs, last] if pairs else last
        steps = [part for one in self.classes for part in (one.least, one.colour(theme))]
        return ["step", ["to-number", ["get", self.column], -1], "rgba(0,0,0,0)", *steps]


def simplestyle(paint: Paint, properties: Mapping[str, Any], geometry_type: str | None) -> dict[str, Any]:
    """Hints in the names of simplestyle-spec 1.1, in light colours, for viewers that know them."""
    found = paint.class_of(properties)
    if geometry_type is None or found is None:
        return {}
    if geometry_type in ("Point", "MultiPoint"):
        return {"marker-color": found.light, "marker-size": "small"}
    line = {"stroke": found.light, "stroke-width": paint.width_px, "stroke-opacity": 1.0 if paint.width_px else 0.0}
    if geometry_type in ("LineString", "MultiLineString"):
        return line
    return {**line, "fill": found.light, "fill-opacity": paint.opacity}


def by_event_type(kind: PaintKind, names: Mapping[str, Wording], **how: Any) -> Paint:
    """The paint of what has an ``event_type``; ``names`` are the words of each type."""
    classes = tuple(
        PaintClass(names[name], LIGHT.families[family], DARK.families[family], values=(name,))
        for name, family in FAMILY_OF_TYPE.items()
    )
    return Paint(kind, classes, scale="categories", column="event_type", **how)
