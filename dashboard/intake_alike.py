"""Records that may tell of the same event as a draft: of its type, within a day of it, where their places may meet."""

from __future__ import annotations

import numpy as np
from shapely.geometry import Point

from layers.antimeridian import bounds_of, overlap
from layers.region import region_of
from layers.snapshot import Snapshot, instant_us
from records.dates import first_instant, last_instant
from records.incident import Draft
from records.vocabulary import EVENT_TYPES

MOST = 3
DAY_US = 86_400_000_000
WIDEST_DAYS = 15
"""A draft whose date is wider than this would be like too many."""


def alike(draft: Draft, snapshot: Snapshot) -> list[int]:
    """The rows of a snapshot that may tell of the same event, those nearest in time first; none without date or place.

    Only boxes about the places are compared: this is a hint to look, and says of nothing that it is the same.
    """
    start, end = draft.date_start or draft.date_end, draft.date_end or draft.date_start
    if start is None or end is None or draft.place is None or not draft.at_sea:
        return []
    first, last = instant_us(first_instant(start)), instant_us(last_instant(end))
    if last - first > WIDEST_DAYS * DAY_US:
        return []
    place = draft.place
    shape = Point(place.lon, place.lat).buffer(0.2) if place.stated else region_of(place, snapshot.outlines)
    west, south, east, north = bounds_of(shape)
    like = (snapshot.event_type == EVENT_TYPES.index(draft.event_type)) & snapshot.has_date
    like &= (snapshot.first_us <= last + DAY_US) & (snapshot.last_us >= first - DAY_US)
    like &= overlap(snapshot.bounds, (west, south, east, north))
    rows = np.nonzero(like)[0]
    apart = np.abs(snapshot.first_us[rows] - first) + (snapshot.last_us[rows] - snapshot.first_us[rows])
    return [int(row) for row in rows[np.argsort(apart, kind="stable")][:MOST]]
