"""What a user lays beside the records of a store: files of their own, read once and never shipped."""

from __future__ import annotations

from dataclasses import dataclass

from geo.zone_polygons import ZonePolygons


@dataclass(frozen=True, slots=True)
class Beside:
    """A user's own polygons of maritime zones, which then say whose waters are whose (None: the open data's)."""

    zones: ZonePolygons | None = None
