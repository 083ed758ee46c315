"""The grid of a tally on the screen: its shapes, the name beside it, and the best spot for both in a region."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from layers.group import Group
from layers.raster import Ground
from layers.room import Aim, Part, Room, Spot

TallyMode = Literal["grid", "count", "joined"]
Shape = tuple[int, int]
"""Columns and rows of a grid."""

PITCH_PX = 16.0
"""Distance of neighbours in a grid at its zoom; from 14 to 20 px while that zoom's slots hold."""
LABEL_HEIGHT_PX = 17.0
LETTER_PX = 6.7
MARK_PX = 16.0
GAP_PX = 5.0
"""More room than this about a grid tells other marks from its own."""
MOST_SHAPES = 9
BEST_ASPECT = 2.2
"""Width to height of a grid that is good to look at."""
WIDEST, NARROWEST = 9.0, 0.4
ASPECT_COST_PX = 9.0
"""What a grid of twice or half that aspect costs, in pixels of room."""
GROUNDS: tuple[tuple[Ground, Ground], ...] = (
    ("quiet", "quiet"),
    ("quiet", "water"),
    ("free", "water"),
    ("quiet", "any"),
    ("free", "any"),
    ("water", "water"),
    ("water", "any"),
)
"""What a grid, whose middle is always in the region, and its name may stand on, the best first."""
WELL = 3
"""So many of these are good enough to stay there when there is more room."""

MIDDLE = Part(0, 0, 1, 1, "free")


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a group is drawn at a zoom. ``label``: the part of its name, None where that has no room or is not wanted.

    ``host``: the key of the group in whose ring it is counted. ``well``: it may stay there at higher zooms.
    """

    mode: TallyMode
    spot: Spot
    shape: Shape = (1, 1)
    label: Part | None = None
    host: str | None = None
    well: bool = True

    @property
    def stays(self) -> bool:
        """Whether it is a grid that stands where it may stay."""
        return self.mode == "grid" and self.well


def shapes(count: int) -> list[Shape]:
    """The shapes in which a number of marks may stand, those of the best aspect first, none with an empty row."""
    found = {(columns, math.ceil(count / columns)) for columns in range(1, count + 1)}
    tidy = {(math.ceil(count / rows), rows) for columns, rows in found}
    fit = [shape for shape in tidy if NARROWEST <= shape[0] / shape[1] <= WIDEST] or [(count, 1)]
    return sorted(fit, key=lambda shape: (aspect_cost(shape), shape))[:MOST_SHAPES]


def aspect_cost(shape: Shape) -> float:
    """How much worse than the best a shape is, in pixels of room."""
    return ASPECT_COST_PX * abs(math.log2(shape[0] / shape[1] / BEST_ASPECT))


def grid_part(shape: Shape, ground: Ground = "free", gap_px: float = 0.0) -> Part:
    """The part that the marks of a grid fill, with a gap about it."""
    return Part(0, 0, shape[0] * PITCH_PX + 2 * gap_px, shape[1] * PITCH_PX + 2 * gap_px, ground)


def label_parts(group: Group, shape: Shape, ground: Ground) -> tuple[tuple[Part, float], ...]:
    """Where the name may be written, with what it costs: above from the left, above to the right, below."""
    letters = len(group.name) + (0 if group.single else len(f"  {group.shown}"))
    width = letters * LETTER_PX
    grid = grid_part(shape)
    aside, above = (width - grid.width_px) / 2, -(grid.height_px + LABEL_HEIGHT_PX) / 2
    places: tuple[tuple[float, float, float], ...]
    places = ((aside, above, 0.0), (-aside, above, 4.0), (aside, -above, 12.0), (-aside, -above, 14.0))
    if group.single:
        beside = (width + MARK_PX) / 2 + 3
        places = ((beside, 0.0, 0.0), (-beside, 0.0, 4.0), *places)
    return tuple((Part(dx, dy, width, LABEL_HEIGHT_PX, ground), cost) for dx, dy, cost in places)


def best_grid(group: Group, room: Room, aim: Aim) -> Drawn | None:
    """The best spot and shape for a group's marks and name, None where there is no room for both."""
    middle = room.clear(MIDDLE)
    fit = [shape for shape in shapes(group.shown) if (middle & room.clear(grid_part(shape, "water", GAP_PX))).any()]
    for rank, (ground, name_ground) in enumerate(GROUNDS if fit else ()):
        best: tuple[float, Drawn] | None = None
        for shape in fit:
            clear = middle & room.clear(grid_part(shape, ground, GAP_PX))
            if not clear.any():
                continue
            named = [(clear & room.clear(label), label, cost) for label, cost in label_parts(group, shape, name_ground)]
            if not any(spots.any() for spots, _, _ in named):
                continue
            worth = room.worth(clear, aim)
            for spots, label, cost in named:
                found = room.best(np.where(spots, worth, -np.inf))
                if found is not None and (best is None or found[1] - cost - aspect_cost(shape) > best[0]):
                    drawn = Drawn("grid", found[0], shape, label, well=rank < WELL)
                    best = found[1] - cost - aspect_cost(shape), drawn
        if best is not None:
            return best[1]
    return None
