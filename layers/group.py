"""Records that share a place, before they are given room: who they are, and what the place is called."""

from __future__ import annotations

from dataclasses import dataclass, field

from shapely.geometry.base import BaseGeometry

from geo.place import Place
from layers.antimeridian import Box
from layers.mercator import x_of, y_of
from layers.room import Spot
from layers.snapshot import Snapshot

WIDE_M = 50_000.0
"""From this radius on a shared place without a name gives its grid a choice of where to stand."""
VAST_M = 1_500_000.0
"""From this radius on a region without a named outline is too large to be drawn: its records stand under its words."""
LONGEST_NAME = 32


@dataclass(frozen=True, eq=False)
class Group:
    """Records that share a place, as a tally holds them.

    ``rows`` in order of slots, the ``at_sea`` shown ones first; ``point``: where an unnamed place is, None for a named
    outline; ``wide``: it may stand anywhere in the region, else about the point; ``vast``: see :data:`VAST_M`.
    """

    key: str
    region_id: str | None
    name: str
    rows: tuple[int, ...]
    at_sea: int
    bounds: Box
    region: BaseGeometry = field(repr=False)
    point: Spot | None
    wide: bool
    vast: bool

    @property
    def shown(self) -> int:
        """How many are shown by default; all, where none of them is."""
        return self.at_sea or len(self.rows)

    @property
    def single(self) -> bool:
        """One mark, which needs no number and no grid."""
        return self.shown == 1


def groups_of(snapshot: Snapshot) -> list[Group]:
    """Named places and vast ones with any record, and others that two or more share."""
    rows_of: dict[str | int, list[int]] = {}
    for row, place in enumerate(snapshot.places):
        if place is not None:
            rows_of.setdefault(_own_key(place) if is_vast(place) else int(snapshot.geometry[row]), []).append(row)
    groups: list[Group] = []
    keys: set[str] = set()
    for rows in rows_of.values():
        place = snapshot.places[rows[0]]
        if place is not None and (is_named(place) or is_vast(place) or _is_shared(snapshot, rows, place)):
            groups.append(_group(snapshot, rows, place, keys))
            keys.add(groups[-1].key)
    return groups


def _is_shared(snapshot: Snapshot, rows: list[int], place: Place) -> bool:
    """Whether several stand in a place; a stated position is one mark, even if others are told of it off the map."""
    shown = int(snapshot.at_sea[rows].sum())
    return len(rows) > 1 and (not place.stated or shown != 1)


def is_named(place: Place) -> bool:
    """Whether a place is a named outline, and nothing more."""
    return place.region_id is not None and place.region is None and not place.stated


def is_vast(place: Place) -> bool:
    """Whether a place has no outline's name and a region too large to be drawn."""
    return not is_named(place) and not place.stated and place.radius_m >= VAST_M


def _group(snapshot: Snapshot, rows: list[int], place: Place, keys: set[str]) -> Group:
    named = is_named(place)
    outline = snapshot.outlines(place.region_id) if named and place.region_id else None
    west, south, east, north = (float(value) for value in snapshot.bounds[rows[0]])
    return Group(
        key=str(place.region_id) if named else _unlike(_own_key(place), keys),
        region_id=place.region_id if named else None,
        name=_words(snapshot, rows, cut=is_vast(place)) if outline is None else outline.name,
        rows=tuple(sorted(rows, key=lambda row: not snapshot.at_sea[row])),
        at_sea=int(snapshot.at_sea[rows].sum()),
        bounds=(west, south, east, north),
        region=snapshot.geometries[snapshot.geometry[rows[0]]],
        point=None if named else Spot(x_of(place.lon), y_of(place.lat)),
        wide=named or (place.radius_m >= WIDE_M and not place.stated),
        vast=is_vast(place),
    )


def _words(snapshot: Snapshot, rows: list[int], *, cut: bool) -> str:
    """What the sources call a place that has no outline's name: the shortest of their words.

    Words that are too long are left out, or cut where nothing else would say what is meant.
    """
    words = min((snapshot.location_texts[row].strip() for row in rows), key=lambda text: (len(text), text))
    if len(words) <= LONGEST_NAME:
        return words
    return words[:LONGEST_NAME].rsplit(" ", 1)[0].rstrip(" ,;:") + " …" if cut else ""


def _own_key(place: Place) -> str:
    return f"at:{place.lon:.5f},{place.lat:.5f},{place.radius_m:.0f}"


def _unlike(key: str, keys: set[str]) -> str:
    """A key that no other has: two regions may share a point and a radius."""
    number = 1
    while (found := key if number == 1 else f"{key}~{number}") in keys:
        number += 1
    return found
