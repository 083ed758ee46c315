"""What is to be written: a layer of a selection of records, with the kind of geometry that was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from layers.layer import Feature, GeometryChoice, LayerEntry
from layers.selection import Selection
from layers.spoken import ENGLISH, Spoken
from layers.story import StoryTold

ATTRIBUTION = "Leadline. Land and countries: made with Natural Earth. Places: GeoNames, CC BY 4.0."
"""What every export that draws or uses the project's geodata carries."""


@dataclass(frozen=True, slots=True)
class Export:
    """A layer of a selection, for a writer; ``story`` and ``spoken`` are for the page that opens from disk alone."""

    layer: LayerEntry
    selection: Selection
    geometry: GeometryChoice = "auto"
    story: StoryTold | None = None
    spoken: Spoken = ENGLISH

    def features(self) -> Iterator[Feature]:
        """The features, made one by one."""
        return self.layer.features(self.selection, self.geometry)
