"""A step of the time window over records that are too many to be marks: only what moves with it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from layers.bins import Bin, bins_of
from layers.counts import Counts, counts_of
from layers.land import land_in
from layers.snapshot import Mask, Snapshot, combined
from layers.tally import Tallies, is_wide, tallies_of
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


def bins_shown(snapshot: Snapshot, wanted: Filter, *, zoom: float, bbox: Box | None = None) -> tuple[Bin, ...]:
    """The bins of a screen alone."""
    on_map, _ = divided(snapshot, wanted, snapshot.select(wanted))
    return _bins(snapshot, on_map, tallies_of(snapshot, land_in), zoom, bbox)


def _bins(snapshot: Snapshot, on_map: Mask, tallies: Tallies, zoom: float, bbox: Box | None) -> tuple[Bin, ...]:
    drawn = on_map if bbox is None else on_map & snapshot.in_box(bbox)
    return bins_of(snapshot, drawn, tallies, zoom)


def stepped(snapshot: Snapshot, wanted: Filter, *, zoom: float, bbox: Box | None = None) -> Step:
    """As :func:`layers.view.view` with bins, without what no window changes: outlines, places of tallies, bars."""
    tallies = tallies_of(snapshot, land_in)
    masks = snapshot.masks(wanted)
    selection = combined(masks, len(snapshot))
    on_map, kept_off = divided(snapshot, wanted, selection)
    index = np.asarray(tallies.tally_of, int)
    counts = np.bincount(index[(index >= 0) & on_map], minlength=len(tallies.tallies))
    counts[[not is_wide(tally) for tally in tallies.tallies]] = 0
    return Step(
        bins=_bins(snapshot, on_map, tallies, zoom, bbox),
        rings=tuple(int(count) for count in counts),
        counts=counts_of(snapshot, masks, on_map, kept_off, tallies),
    )
