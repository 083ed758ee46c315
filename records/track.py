"""Vessel tracks: where a transmitter was, and when, in runs that no gap and no impossible jump breaks.

Positions are (lon, lat) in degrees, WGS 84; times are seconds since 1970 in UTC; speeds are knots.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiLineString
from shapely.geometry.base import BaseGeometry

from geo.geodesy import GEOD, M_PER_NMI, cut_line

Floats = NDArray[np.float64]

FASTEST_KN = 60.0
"""A jump that needs more than this is none that a vessel made."""
JITTER_M = 1_000.0
"""Jumps shorter than this are let be: clocks and receivers differ by seconds."""
LONGEST_GAP_H = 6.0
"""A silence longer than this breaks a track: nobody knows the way between."""
_LONGEST_STEP_DEG = 90.0


@dataclass(frozen=True, slots=True)
class TrackRules:
    """What breaks a track."""

    fastest_kn: float = FASTEST_KN
    longest_gap_h: float = LONGEST_GAP_H


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """The positions of one MMSI in order of time; ``starts`` are the first positions of its runs.

    ``points``: positions that the file gave, of which those of a very large file are thinned by time. ``gaps``: breaks
    by silence; ``jumps``: breaks by an impossible speed; ``dropped``: single positions off the way, left out.
    ``max_speed_kn``: the highest speed that was sent (None where none was).
    """

    mmsi: str
    name: str
    vessel_type: str
    times: NDArray[np.int64]
    lons: Floats
    lats: Floats
    starts: NDArray[np.int64]
    points: int
    gaps: int = 0
    jumps: int = 0
    dropped: int = 0
    max_speed_kn: float | None = None

    def runs(self) -> Iterator[slice]:
        """The runs of at least two positions, as slices of the arrays."""
        ends = [*self.starts[1:].tolist(), len(self.times)]
        for start, end in zip(self.starts.tolist(), ends, strict=True):
            if end - start > 1:
                yield slice(start, end)

    @property
    def distance_nmi(self) -> float:
        """The way along its runs; nothing is added for gaps and jumps."""
        metres = sum(GEOD.line_length(self.lons[run], self.lats[run]) for run in self.runs())
        return float(metres / M_PER_NMI)

    def line(self, tolerance_deg: float = 0.0) -> BaseGeometry | None:
        """Its runs as lines cut at the antimeridian, simplified by Douglas–Peucker; None for a single position."""
        parts: list[LineString] = []
        for run in self.runs():
            points = np.column_stack((np.unwrap(self.lons[run], period=360.0), self.lats[run]))
            if (points == points[0]).all():
                continue
            if tolerance_deg:
                # A way along a parallel keeps steps short enough to say on which side of the earth it runs.
                eased = shapely.segmentize(shapely.simplify(LineString(points), tolerance_deg), _LONGEST_STEP_DEG)
                simple = shapely.get_coordinates(eased)
                points = points if (simple == simple[0]).all() else simple
            home = points.copy()
            beyond = np.abs(points[:, 0]) > 180.0
            home[beyond, 0] = (points[beyond, 0] + 180.0) % 360.0 - 180.0
            parts.extend(shapely.get_parts(cut_line(home)).tolist())
        return MultiLineString(parts) if parts else None

    def between(self, since_s: float, until_s: float) -> Track | None:
        """The part of a span of time, both ends included; None where no position lies in it."""
        first = int(np.searchsorted(self.times, since_s, "left"))
        last = int(np.searchsorted(self.times, until_s, "right"))
        if first == 0 and last == len(self.times):
            return self
        if first >= last:
            return None
        inner = self.starts[(self.starts > first) & (self.starts < last)] - first
        return replace(
            self,
            times=self.times[first:last],
            lons=self.lons[first:last],
            lats=self.lats[first:last],
            starts=np.concatenate(([0], inner)),
            points=last - first,
            gaps=min(self.gaps, len(inner)),
            max_speed_kn=None,
        )

    def thinned(self, step_s: float) -> Track:
        """At most one position in each step of time; the first and last of every run stay."""
        if step_s <= 0:
            return self
        keep = np.ones(len(self.times), bool)
        keep[1:] = np.diff(self.times // step_s) != 0
        keep[self.starts] = True
        keep[np.append(self.starts[1:], len(keep)) - 1] = True
        kept = np.cumsum(keep) - 1
        return replace(
            self, times=self.times[keep], lons=self.lons[keep], lats=self.lats[keep], starts=kept[self.starts]
        )


@dataclass(frozen=True, slots=True, eq=False)
class Tracks:
    """The tracks of some files, in order of MMSI, and what became of the rows, in words (``notes``)."""

    tracks: tuple[Track, ...]
    notes: tuple[str, ...] = ()
    rows: int = 0

    def __len__(self) -> int:
        return len(self.tracks)


def track_of(
    mmsi: str,
    times: NDArray[np.int64],
    lons: Floats,
    lats: Floats,
    rules: TrackRules,
    *,
    points: int | None = None,
    max_speed_kn: float | None = None,
    name: str = "",
    vessel_type: str = "",
) -> Track:
    """A track from positions in order of time, no two of one time: single positions off the way go, runs are parted."""
    given = len(times)
    off = _off_the_way(times, lons, lats, rules)
    if off.any():
        times, lons, lats = times[~off], lons[~off], lats[~off]
    silent = np.diff(times) > rules.longest_gap_h * 3600
    jumped = _too_fast(times, lons, lats, rules) & ~silent
    starts = np.concatenate(([0], np.flatnonzero(silent | jumped) + 1))
    return Track(
        mmsi,
        name,
        vessel_type,
        times,
        lons,
        lats,
        starts,
        given if points is None else points,
        gaps=int(silent.sum()),
        jumps=int(jumped.sum()),
        dropped=int(off.sum()),
        max_speed_kn=max_speed_kn,
    )


def _too_fast(times: NDArray[np.int64], lons: Floats, lats: Floats, rules: TrackRules) -> NDArray[np.bool_]:
    """Which steps need more than the fastest speed."""
    if len(times) < 2:
        return np.zeros(0, bool)
    metres = np.asarray(GEOD.inv(lons[:-1], lats[:-1], lons[1:], lats[1:])[2])
    return _is_jump(metres, np.diff(times), rules)


def _is_jump(metres: Floats, seconds: NDArray[np.int64], rules: TrackRules) -> NDArray[np.bool_]:
    allowed = rules.fastest_kn * M_PER_NMI * np.maximum(seconds, 1) / 3600
    found: NDArray[np.bool_] = (metres > allowed) & (metres > JITTER_M)
    return found


def _off_the_way(times: NDArray[np.int64], lons: Floats, lats: Floats, rules: TrackRules) -> NDArray[np.bool_]:
    """Single positions that a jump leads to and a jump leads from, while the way past them is none."""
    off = np.zeros(len(times), bool)
    if len(times) < 3:
        return off
    fast = _too_fast(times, lons, lats, rules)
    alone = np.flatnonzero(fast[:-1] & fast[1:]) + 1
    if not len(alone):
        return off
    metres = np.asarray(GEOD.inv(lons[alone - 1], lats[alone - 1], lons[alone + 1], lats[alone + 1])[2])
    past = ~_is_jump(metres, times[alone + 1] - times[alone - 1], rules)
    off[alone[past]] = True
    off[1:] &= ~off[:-1]
    return off
