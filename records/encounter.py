"""Encounters: two tracks that stay close to each other for long, as at a transfer between ships at sea.

The usual rule, which the study of transhipment by Global Fishing Watch set (Miller and others, 2018, *Frontiers in
Marine Science* 5:240), is: within 500 m for at least two hours. It asks besides for less than 2 knots and 10 km from
an anchorage; here each encounter tells its distance from the coast instead, for in a harbour everybody is close.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.coast import on_sphere
from geo.geodesy import EARTH_RADIUS_M, M_PER_NMI, distance_m, midpoint
from records.track import Floats, Track

WITHIN_NMI = 0.27
"""500 m."""
MINUTES = 120.0
LONGEST_INTERPOLATED_S = 3_600
"""Between two positions farther apart in time than this, nobody knows where a vessel was."""
_LONGEST_STEP_S = 300


@dataclass(frozen=True, slots=True)
class EncounterRule:
    """Closer than ``within_nmi`` for at least ``minutes``."""

    within_nmi: float = WITHIN_NMI
    minutes: float = MINUTES

    @property
    def step_s(self) -> int:
        """How often the tracks are looked at, in seconds."""
        return int(np.clip(self.minutes * 60 / 12, 30, _LONGEST_STEP_S))


@dataclass(frozen=True, slots=True)
class Encounter:
    """Two tracks near each other: from when to when (seconds since 1970), how near, and where they were nearest."""

    mmsi_a: str
    mmsi_b: str
    name_a: str
    name_b: str
    start_s: int
    end_s: int
    distance_min_nmi: float
    lon: float
    lat: float

    @property
    def minutes(self) -> float:
        """How long it lasted, as far as the tracks are looked at."""
        return (self.end_s - self.start_s) / 60


@dataclass(frozen=True, slots=True)
class _Spots:
    """Where tracks are at whole steps of time: numbers of step and track, positions."""

    steps: NDArray[np.int64]
    tracks: NDArray[np.int64]
    lons: Floats
    lats: Floats


def encounters(tracks: Sequence[Track], rule: EncounterRule) -> list[Encounter]:
    """Every encounter of two tracks, in order of time; positions are interpolated between those that were sent."""
    spots = _spots(tracks, rule.step_s)
    if not len(spots.steps):
        return []
    one, other, metres = _near(spots, rule.within_nmi * M_PER_NMI)
    return sorted(
        _lasting(tracks, spots, one, other, metres, rule), key=lambda met: (met.start_s, met.mmsi_a, met.mmsi_b)
    )


def _spots(tracks: Sequence[Track], step_s: int) -> _Spots:
    """All tracks at whole steps of time, in order of time."""
    steps, numbers, lons, lats = [], [], [], []
    for number, track in enumerate(tracks):
        for run in track.runs():
            times = track.times[run]
            first, last = -(-int(times[0]) // step_s), int(times[-1]) // step_s
            wanted = np.arange(first, last + 1, dtype=np.int64)
            after = np.clip(np.searchsorted(times, wanted * step_s, "left"), 1, len(times) - 1)
            wanted = wanted[times[after] - times[after - 1] <= LONGEST_INTERPOLATED_S]
            around = np.unwrap(track.lons[run], period=360.0)
            steps.append(wanted)
            numbers.append(np.full(len(wanted), number))
            lons.append((np.interp(wanted * step_s, times, around) + 180.0) % 360.0 - 180.0)
            lats.append(np.interp(wanted * step_s, times, track.lats[run]))
    if not steps:
        return _Spots(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0), np.zeros(0))
    found = np.concatenate(steps)
    order = np.argsort(found, kind="stable")
    return _Spots(
        found[order], np.concatenate(numbers)[order], np.concatenate(lons)[order], np.concatenate(lats)[order]
    )


def _near(spots: _Spots, within_m: float) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
    """Pairs of spots of one time and two tracks that are close: their numbers, and how many metres lie between."""
    from scipy.spatial import cKDTree

    points = on_sphere(spots.lons, spots.lats)
    edges = np.flatnonzero(np.diff(spots.steps, prepend=-1, append=-1))
    chord = within_m / EARTH_RADIUS_M
    pairs = [np.zeros((0, 2), np.int64)]
    for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        if end - start > 1:
            found = cKDTree(points[start:end]).query_pairs(chord * 1.01, output_type="ndarray")
            if len(found):
                pairs.append(found.astype(np.int64) + start)
    one, other = np.concatenate(pairs).T
    swap = spots.tracks[one] > spots.tracks[other]
    one, other = np.where(swap, other, one), np.where(swap, one, other)
    metres = np.linalg.norm(points[one] - points[other], axis=1) * EARTH_RADIUS_M
    kept = metres <= within_m
    return one[kept], other[kept], metres[kept]


def _lasting(
    tracks: Sequence[Track],
    spots: _Spots,
    one: NDArray[np.int64],
    other: NDArray[np.int64],
    metres: Floats,
    rule: EncounterRule,
) -> Iterator[Encounter]:
    """The pairs that stay close without a break for as long as the rule asks."""
    pair = spots.tracks[one] * len(tracks) + spots.tracks[other]
    order = np.lexsort((spots.steps[one], pair))
    pair, step = pair[order], spots.steps[one][order]
    breaks = (np.diff(pair, prepend=-1) != 0) | (np.diff(step, prepend=-9) != 1)
    begins = np.flatnonzero(breaks)
    ends = np.append(begins[1:], len(pair)) - 1
    long = (step[ends] - step[begins]) * rule.step_s >= rule.minutes * 60 if len(begins) else np.zeros(0, bool)
    for begin, end in zip(begins[long].tolist(), ends[long].tolist(), strict=True):
        nearest = order[begin + int(metres[order[begin : end + 1]].argmin())]
        here, there = one[nearest], other[nearest]
        spot = (spots.lons[here], spots.lats[here])
        apart = (spots.lons[there], spots.lats[there])
        lon, lat = midpoint(*spot, *apart)
        first, second = tracks[int(spots.tracks[here])], tracks[int(spots.tracks[there])]
        yield Encounter(
            first.mmsi,
            second.mmsi,
            first.name,
            second.name,
            int(step[begin]) * rule.step_s,
            int(step[end]) * rule.step_s,
            distance_m(*spot, *apart) / M_PER_NMI,
            lon,
            lat,
        )
