"""Vessel positions (AIS) of a user's CSV as tracks: MarineCadastre's columns old and new, the Danish ones, and kin.

Files are read in blocks and never held whole. Beyond :data:`MOST_HELD` positions those held are thinned by time, in
steps that double as often as is needed, which is said; hence a file of any size fits into the same memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from records.errors import RecordsError
from records.readers.ais_columns import AisColumns, Block, blocks_of
from records.readers.source_file import SourceFile
from records.track import Track, TrackRules, Tracks, track_of

MOST_HELD = 4_000_000
"""Positions that are held at once, 32 bytes each."""
FIRST_STEP_S = 30


@dataclass(slots=True)
class _Held:
    """Positions of any number of blocks, in columns."""

    mmsi: NDArray[np.int64]
    times: NDArray[np.int64]
    lons: NDArray[np.float64]
    lats: NDArray[np.float64]

    @classmethod
    def of(cls, blocks: Sequence[Block | _Held]) -> _Held:
        return cls(
            *(np.concatenate([getattr(one, name) for one in blocks]) for name in ("mmsi", "times", "lons", "lats"))
        )

    def __len__(self) -> int:
        return len(self.mmsi)

    def where(self, rows: NDArray[np.bool_] | NDArray[np.int64]) -> _Held:
        return _Held(self.mmsi[rows], self.times[rows], self.lons[rows], self.lats[rows])


@dataclass(slots=True)
class _Gathering:
    """What has been read so far. ``step_s`` is that of thinning, 0 while all positions are held."""

    most: int
    blocks: list[Block | _Held] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)
    types: dict[int, str] = field(default_factory=dict)
    fastest: dict[int, float] = field(default_factory=dict)
    thinned: dict[int, int] = field(default_factory=dict)
    held: int = 0
    rows: int = 0
    unread: int = 0
    no_position: int = 0
    no_vessel: int = 0
    duplicates: int = 0
    step_s: int = 0

    def take(self, block: Block) -> None:
        """Add a block, and make room where that is too much."""
        self.rows += block.rows
        self.unread += block.unread
        self.no_position += block.no_position
        self.no_vessel += block.no_vessel
        for mine, theirs in ((self.names, block.names), (self.types, block.types)):
            for mmsi, text in theirs.items():
                mine.setdefault(mmsi, text)
        for mmsi, speed in block.fastest.items():
            self.fastest[mmsi] = max(speed, self.fastest.get(mmsi, 0.0))
        self.blocks.append(block)
        self.held += len(block.mmsi)
        if self.held > self.most:
            self._make_room()

    def sorted(self) -> _Held:
        """All positions by vessel and time, each moment of a vessel once."""
        if not self.blocks:
            none = np.zeros(0, np.int64)
            return _Held(none, none, np.zeros(0), np.zeros(0))
        together = _Held.of(self.blocks)
        self.blocks = []  # so that no position is held three times
        order = np.lexsort((together.times, together.mmsi))
        together = together.where(order)
        again = np.zeros(len(together), bool)
        again[1:] = (np.diff(together.mmsi) == 0) & (np.diff(together.times) == 0)
        self.duplicates += int(again.sum())
        together = together.where(~again)
        self.blocks, self.held = [together], len(together)
        return together

    def _make_room(self) -> None:
        """Drop what is double; while that is not enough, hold one position a vessel and step of time."""
        together = self.sorted()
        while len(together) > self.most // 2:
            self.step_s = 2 * self.step_s or FIRST_STEP_S
            keep = np.ones(len(together), bool)
            keep[1:] = (np.diff(together.mmsi) != 0) | (np.diff(together.times // self.step_s) != 0)
            for mmsi, count in zip(*np.unique(together.mmsi[~keep], return_counts=True), strict=True):
                self.thinned[int(mmsi)] = self.thinned.get(int(mmsi), 0) + int(count)
            together = together.where(keep)
        self.blocks, self.held = [together], len(together)

    def notes(self, tracks: Sequence[Track]) -> Iterator[str]:
        """What became of the rows, in words."""
        yield f"{self.rows:,} rows, {len(tracks):,} vessels"
        dropped = sum(track.dropped for track in tracks)
        jumps, gaps = (sum(getattr(track, name) for track in tracks) for name in ("jumps", "gaps"))
        for count, said in (
            (self.duplicates, "positions given twice"),
            (self.no_position, "rows without a position"),
            (self.no_vessel, "rows of base stations and beacons"),
            (self.unread, "rows that could not be read"),
            (dropped, "positions off the way, left out"),
            (jumps, "breaks by jumps that no vessel makes"),
            (gaps, "breaks by silence"),
        ):
            if count:
                yield f"{said}: {count:,}"
        if self.step_s:
            yield f"so many positions that one in {self.step_s} seconds is kept of each vessel"


def read_tracks(paths: Sequence[Path], rules: TrackRules | None = None, *, most_held: int = MOST_HELD) -> Tracks:
    """The tracks of one or more CSV files of vessel positions, those of one MMSI joined.

    Raises :class:`RecordsError` for a file that is none, is raw NMEA, or whose days and months cannot be told apart.
    """
    gathering = _Gathering(most_held)
    for path in paths:
        file = SourceFile.open(path)
        if file.opening.lstrip().startswith(("!AIVDM", "!BSVDM", "$", "\\")):
            raise RecordsError(
                "these are raw NMEA sentences", where=file.name, next="decode them into a CSV of mmsi, time, lon, lat"
            )
        columns = AisColumns.of(file)
        for block in blocks_of(file, columns):
            gathering.take(block)
    tracks = tuple(_tracks(gathering, rules or TrackRules()))
    return Tracks(tracks, tuple(gathering.notes(tracks)), gathering.rows)


def _tracks(gathering: _Gathering, rules: TrackRules) -> Iterator[Track]:
    held = gathering.sorted()
    edges = np.flatnonzero(np.diff(held.mmsi, prepend=-1, append=-1))
    for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        mmsi = int(held.mmsi[start])
        yield track_of(
            f"{mmsi:09d}",
            held.times[start:end],
            held.lons[start:end],
            held.lats[start:end],
            rules,
            points=end - start + gathering.thinned.get(mmsi, 0),
            max_speed_kn=gathering.fastest.get(mmsi),
            name=gathering.names.get(mmsi, ""),
            vessel_type=gathering.types.get(mmsi, ""),
        )
