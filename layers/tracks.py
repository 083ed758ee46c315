"""The layer of vessel tracks that a user laid beside the records; they are where a transmitter says it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.message import Message
from layers import wording
from layers.antimeridian import boxes
from layers.drawn import area_of
from layers.layer import Feature, GeometryChoice, LayerEntry
from layers.paint import Paint, PaintClass
from layers.selection import Selection
from records.dates import first_instant, last_instant
from records.filter import Filter
from records.flat import ColumnKind
from records.track import Track

FILE_TOLERANCE_DEG = 0.0002
"""Detail of a track in a file: about 20 m, as good as a position that is sent."""
FILE_STEP_S = 10.0
PIXELS_OF_WORLD = 512
_KEPT = 8_192
"""Tracks whose drawings and lengths are kept: a map asks for the same ones again and again."""
_STEPS_ACROSS = 2_000
"""Positions of a track that a screen shows at most: one in the width of its time."""

COLUMNS: dict[str, ColumnKind] = {
    "id": "text",
    "mmsi": "text",
    "name": "text",
    "vessel_type": "text",
    "start": "text",
    "end": "text",
    "points": "whole",
    "distance_nmi": "number",
    "max_speed_kn": "number",
    "gaps": "whole",
    "jumps": "whole",
}

PAINT = Paint("line", (PaintClass(wording.LAYER_TRACKS, "#3d6f8e", "#86b7d4"),), width_px=1.3)


def span_of(wanted: Filter) -> tuple[float, float]:
    """A filter's dates as seconds since 1970, both included; infinite where it has none."""
    since = float("-inf") if wanted.since is None else first_instant(wanted.since).timestamp()
    until = float("inf") if wanted.until is None else last_instant(wanted.until).timestamp()
    return since, until


def moment(seconds: float) -> str:
    """Seconds since 1970 as they are written: ``2024-05-01T17:30:00Z``."""
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def features(selection: Selection, geometry: GeometryChoice) -> Iterator[Feature]:
    """Each vessel's track within the filter's dates, where it meets the filter's box; null for a single position."""
    if selection.beside.tracks is None:
        return
    since, until = span_of(selection.filter)
    area = area_of(selection.filter)
    screen = None if selection.screen_box is None else boxes(selection.screen_box)
    for whole in selection.beside.tracks.tracks:
        track = whole.between(since, until)
        if track is None or not _meets(track, area) or not _meets(track, screen):
            continue
        yield Feature(track.mmsi, drawn(track, selection.zoom), _told(track))


@lru_cache(maxsize=_KEPT)
def drawn(track: Track, zoom: float | None) -> BaseGeometry | None:
    """A track thinned by time and simplified to half a pixel of a zoom; None is a file's detail."""
    if zoom is None:
        return track.thinned(FILE_STEP_S).line(FILE_TOLERANCE_DEG)
    lasted = float(track.times[-1] - track.times[0])
    step = min(lasted / _STEPS_ACROSS, 600.0) if len(track.times) > _STEPS_ACROSS else 0.0
    return track.thinned(step).line(360 / PIXELS_OF_WORLD / 2**zoom / 2)


def _meets(track: Track, area: BaseGeometry | None) -> bool:
    """Whether a track has a position in an area, or its way crosses it."""
    if area is None:
        return True
    if shapely.contains_xy(area, track.lons, track.lats).any():
        return True
    line = track.line()
    return line is not None and bool(line.intersects(area))


def _told(track: Track) -> dict[str, Any]:
    return {
        "id": track.mmsi,
        "mmsi": track.mmsi,
        "name": track.name,
        "vessel_type": track.vessel_type,
        "start": moment(track.times[0]),
        "end": moment(track.times[-1]),
        "points": track.points,
        "distance_nmi": _distance_nmi(track),
        "max_speed_kn": None if track.max_speed_kn is None else round(track.max_speed_kn, 1),
        "gaps": track.gaps,
        "jumps": track.jumps,
    }


@lru_cache(maxsize=_KEPT)
def _distance_nmi(track: Track) -> float:
    return round(track.distance_nmi, 1)


def tip(properties: Mapping[str, Any]) -> tuple[Message | str, ...]:
    """The vessel, and when its track begins and ends."""
    name = str(properties["name"] or properties["mmsi"])
    return (
        name,
        f"MMSI {properties['mmsi']}",
        f"{properties['start'][:16]} – {properties['end'][:16]}".replace("T", " "),
    )


def offered(selection: Selection) -> bool:
    """Whether the user laid tracks beside the store."""
    return selection.beside.tracks is not None


LAYER = LayerEntry(
    "tracks",
    "vessel tracks from AIS, given with --tracks",
    wording.LAYER_TRACKS,
    COLUMNS,
    features,
    PAINT,
    geometry_type="MultiLineString",
    region_type="MultiLineString",
    note=wording.TRACKS_NOTE,
    on_page=True,
    offered=offered,
    tip=tip,
    follows_screen=True,
)
