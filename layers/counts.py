"""The numbers that explain themselves: what matched, what is on the map, and why the rest is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from layers.incidents import PlaceKind, place_kind
from layers.snapshot import DISPUTED_CODES, Mask, Snapshot, combined
from layers.tally import Tallies
from records.filter import GEO_PRECISIONS
from records.vocabulary import CLAIM_STATUSES, EVENT_TYPES

PLACE_KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers that explain themselves: ``matched = on_map + not_at_sea + not_placed``.

    ``not_at_sea``: statements, designations and aid that are kept off the map; ``not_placed``: other records without
    a place. ``by_*``: value → records that pass the filter but for this question's own choice, so that an
    unticked value still shows its number (``by_place_kind`` likewise for ``precision``, of events at sea alone).
    ``all_by_*``: of all records.
    """

    total: int
    matched: int
    on_map: int
    not_at_sea: int
    not_placed: int
    disputed_facts: int
    disputed_any: int
    flagged: int
    by_type: dict[str, int]
    by_claim: dict[str, int]
    by_precision: dict[str, int]
    by_disputed: dict[str, int]
    by_place_kind: dict[str, int]
    by_flag: dict[str, int]
    all_by_type: dict[str, int]
    all_by_claim: dict[str, int]
    all_by_precision: dict[str, int]
    all_by_place_kind: dict[str, int]
    all_disputed_facts: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """The parts of the sentence in the time bar. Tolls are sums over boat strikes of the selection alone, as claimed.

    ``strike_rows`` records, ``strikes_min`` to ``strikes_max`` strikes in them (one for a row that gives no number);
    ``killed_min`` to ``killed_max`` killed; ``killed_not_stated`` rows give no toll. ``first``, ``last``: ISO dates of
    the selection's ends.

    A store that holds boat strikes counts them alone, for its other records repeat people (searches, statements). In
    one that holds none ``toll_rows`` records of what happened at sea, but for the retracted, state ``toll_min`` to
    ``toll_max`` killed; whether two of them tell of the same people is not known.
    """

    strike_rows: int
    strikes_min: int
    strikes_max: int
    killed_min: int
    killed_max: int
    killed_not_stated: int
    toll_rows: int
    toll_min: int
    toll_max: int
    first: str | None
    last: str | None


def counts_of(snapshot: Snapshot, masks: dict[str, Mask], on_map: Mask, kept_off: Mask, tallies: Tallies) -> Counts:
    """Count; ``on_map`` and ``kept_off`` are the records of the selection that are drawn, and kept off by type."""
    selection = combined(masks, len(snapshot))

    def but(*names: str) -> Mask:
        return combined(masks, len(snapshot), without=names)

    everything = np.ones(len(snapshot), bool)
    return Counts(
        total=len(snapshot),
        matched=int(selection.sum()),
        on_map=int(on_map.sum()),
        not_at_sea=int(kept_off.sum()),
        not_placed=int((selection & ~on_map & ~kept_off).sum()),
        disputed_facts=int((np.isin(snapshot.disputed_on, [1, 3]) & selection).sum()),
        disputed_any=int(((snapshot.disputed_on > 0) & selection).sum()),
        flagged=sum(bool(snapshot.flags[row]) for row in np.nonzero(selection)[0]),
        by_type=_counted(snapshot.event_type, EVENT_TYPES, but("type")),
        by_claim=_counted(snapshot.claim_status, CLAIM_STATUSES, but("claim")),
        by_precision=_counted(snapshot.geo_precision, GEO_PRECISIONS, but("precision")),
        by_disputed=_counted(snapshot.disputed_on, [code or "none" for code in DISPUTED_CODES], but("disputed")),
        by_place_kind=_place_kinds(snapshot, but("precision"), tallies),
        by_flag=dict(Counter(flag for row in np.nonzero(but("flag"))[0] for flag in snapshot.flags[row])),
        all_by_type=_counted(snapshot.event_type, EVENT_TYPES, everything),
        all_by_claim=_counted(snapshot.claim_status, CLAIM_STATUSES, everything),
        all_by_precision=_counted(snapshot.geo_precision, GEO_PRECISIONS, everything),
        all_by_place_kind=_place_kinds(snapshot, everything, tallies),
        all_disputed_facts=int(np.isin(snapshot.disputed_on, [1, 3]).sum()),
    )


def sentence_of(snapshot: Snapshot, selection: Mask) -> Sentence:
    """The parts of the sentence for a selection."""
    killed_min, killed_max, strikes_min, strikes_max = snapshot.tolls[selection & snapshot.boat_strike].T
    low, high = snapshot.tolls[selection & _tolls_counted(snapshot), :2].T
    dated = np.nonzero(selection & snapshot.has_date)[0]
    first = None if not len(dated) else int(dated[np.argmin(snapshot.first_us[dated])])
    last = None if not len(dated) else int(dated[np.argmax(snapshot.last_us[dated])])
    return Sentence(
        strike_rows=len(killed_min),
        strikes_min=int(np.where(strikes_min < 0, 1, strikes_min).sum()),
        strikes_max=int(np.where(strikes_max < 0, 1, strikes_max).sum()),
        killed_min=int(killed_min[killed_min >= 0].sum()),
        killed_max=int(killed_max[killed_max >= 0].sum()),
        killed_not_stated=int((killed_min < 0).sum()),
        toll_rows=len(low),
        toll_min=int(low.sum()),
        toll_max=int(high.sum()),
        first=None if first is None else snapshot.starts[first] or snapshot.ends[first],
        last=None if last is None else snapshot.ends[last] or snapshot.starts[last],
    )


def _tolls_counted(snapshot: Snapshot) -> Mask:
    """The records whose toll counts in a store without boat strikes: none in one that holds them."""
    if snapshot.toll_of == "strikes":
        return np.zeros(len(snapshot), bool)
    counted: Mask = snapshot.counted & (snapshot.tolls[:, 0] >= 0)
    return counted


def _place_kinds(snapshot: Snapshot, which: Mask, tallies: Tallies) -> dict[str, int]:
    """How the places of events at sea are drawn; kept with the snapshot, for it does not depend on a filter."""
    if "place_kinds" not in snapshot.built:
        kinds = [PLACE_KINDS.index(place_kind(snapshot, row, tallies)) for row in range(len(snapshot))]
        snapshot.built["place_kinds"] = np.array(kinds, np.int8)
    return _counted(snapshot.built["place_kinds"], PLACE_KINDS, which & snapshot.at_sea)


def _counted(codes: NDArray[np.int8], words: Sequence[str], which: Mask) -> dict[str, int]:
    found = np.bincount(codes[which], minlength=len(words))
    return {word: int(n) for word, n in zip(words, found, strict=True) if n}
