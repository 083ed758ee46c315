"""What a user lays beside the records of a store: files of their own, read once and never shipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.zone_polygons import ZonePolygons
from layers.overlay_file import Overlay
from records.encounter import Encounter, EncounterRule, encounters
from records.track import Track, Tracks


@dataclass(frozen=True, slots=True, eq=False)
class BesideTracks:
    """Vessel tracks, and the rule by which two of them meet; the meetings are found on first use and kept."""

    tracks: tuple[Track, ...]
    rule: EncounterRule = field(default_factory=EncounterRule)
    _kept: list[tuple[Encounter, ...]] = field(default_factory=list)

    @classmethod
    def of(cls, read: Tracks, rule: EncounterRule | None = None) -> BesideTracks:
        """The tracks of files that were read."""
        return cls(read.tracks, rule or EncounterRule())

    def encounters(self) -> tuple[Encounter, ...]:
        """Where two of them meet, in order of time."""
        if not self._kept:
            self._kept.append(tuple(encounters(self.tracks, self.rule)))
        return self._kept[0]


@dataclass(frozen=True, slots=True)
class Beside:
    """A user's own polygons of maritime zones, which then say whose waters are whose (None: the open data's).

    ``tracks``: of vessels; ``overlays``: the user's own layers, drawn as they are.
    """

    zones: ZonePolygons | None = None
    tracks: BesideTracks | None = None
    overlays: Sequence[Overlay] = ()
