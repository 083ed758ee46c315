"""A step of the time window over records that are too many to be marks: only what moves with it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from layers.bins import Bin, bins_of
from layers.counts import Counts, counts_of
from layers.land import land_in
from layers.snapshot import Snapshot, combined
from layers.tally import is_wide, tallies_of
from layers.view import divided
from records.filter import Box, Filter


@dataclass(frozen=True, slots=True)
class Step:
    """The bins of a screen, how many records each tally (by its index) counts, and the numbers of the selection.

    A tally whose records the bins count has none.
    """

    bins: tuple[Bin, ...]
    rings: tuple[int, ...]
    counts: Counts


def stepped(snapshot: Snapshot, wanted: Filter, *, zoom: float, bbox: Box | None = None) -> Step:
    """As :func:`layers.view.view` with bins, without what no window changes: outlines, places of tallies, bars."""
    tallies = tallies_of(snapshot, land_in)
    masks = snapshot.masks(wanted)
    selection = combined(masks, len(snapshot))
    on_map, kept_off = divided(snapshot, wanted, selection)
    index = np.asarray(tallies.tally_of, int)
    counts = np.bincount(index[(index >= 0) & on_map], minlength=len(tallies.tallies))
    counts[[not is_wide(tally) for tally in tallies.tallies]] = 0
    drawn = on_map if bbox is None else on_map & snapshot.in_box(bbox)
    return Step(
        bins=bins_of(snapshot, drawn, tallies, zoom),
        rings=tuple(int(count) for count in counts),
        counts=counts_of(snapshot, masks, on_map, kept_off, tallies),
    )
