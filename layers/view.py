"""What a screen shows of any number of records: marks, tallies, outlines, bars and the numbers that explain them.

The page, the pictures and the folium page ask for a :class:`View` and draw it; none of them holds the archive.
All positions are (lon, lat) in degrees, WGS 84; instants are milliseconds since 1970 in UTC, as browsers count.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np
import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.place import Place
from layers.antimeridian import unwrapped
from layers.bins import Bin, bins_of
from layers.counts import Counts, Sentence, counts_of, sentence_of
from layers.grid import TallyMode
from layers.incidents import Mark, MarkForm, PlaceKind, mark_of
from layers.land import land_in
from layers.region import region_of
from layers.snapshot import Mask, Snapshot, combined
from layers.tally import Tallies, Tally, TallyAtZoom, beside_bins, counted, outline_features, tallies_of, zoom_step
from layers.timeline import Axis, BinUnit, Histogram, WideDate, timeline
from records.filter import Box, Filter
from records.vocabulary import EVENT_TYPES

__all__ = [
    "MAX_MARKS",
    "Axis",
    "Bin",
    "BinUnit",
    "Counts",
    "Histogram",
    "Mark",
    "MarkForm",
    "PlaceKind",
    "Sentence",
    "Snapshot",
    "Tally",
    "TallyAtZoom",
    "TallyMode",
    "View",
    "WideDate",
    "columns",
    "divided",
    "regions_of",
    "selected",
    "view",
    "zoom_step",
]

MAX_MARKS = 3_000
"""More records than this are answered with bins instead of marks."""
OUTLINE_TOLERANCE = 1 / 700
"""Detail of an outline as a share of its longer side: about a pixel where it fills the screen."""
REGION_TOLERANCE_DEG = 0.002

FeatureCollection = dict[str, Any]


@dataclass(frozen=True, slots=True)
class View:
    """What one screen shows. ``zoom`` is the step of the zoom whose tallies fit the zoom that was asked for.

    ``marks``: every record that passes the filter and may lie in the box, in order of date, also those off the map.
    ``regions``: the 90 % regions of records on the map with a place of their own, the id being the record's (that of
    the first where several share it); ``outlines``: the named outlines that tallies stand in, simplified for drawing,
    the id being the tally's key. ``bins`` is filled, and ``marks`` empty, where more than :data:`MAX_MARKS` records
    would be drawn.
    """

    zoom: float
    marks: tuple[Mark, ...]
    tallies: tuple[Tally, ...]
    regions: FeatureCollection
    outlines: FeatureCollection
    histogram: Histogram
    spans: tuple[WideDate, ...]
    counts: Counts
    sentence: Sentence
    bins: tuple[Bin, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As a JSON object; ``marks``, ``spans`` and ``bins`` as columns (``{"id": […], "lon": […]}``): small.

        Tallies that nothing of the selection stands in, or is counted in, keep their index, without ``zooms``.
        """
        drawn = [at for tally in self.tallies if tally.count for at in tally.zooms.values()]
        hosts = {at.joined_to for at in drawn}
        return {
            "zoom": self.zoom,
            "marks": columns(Mark, self.marks),
            "tallies": [_tally_json(tally, hosts) for tally in self.tallies],
            "regions": self.regions,
            "outlines": self.outlines,
            "histogram": asdict(self.histogram),
            "spans": columns(WideDate, self.spans),
            "counts": asdict(self.counts),
            "sentence": asdict(self.sentence),
            "bins": columns(Bin, self.bins),
        }


def view(
    snapshot: Snapshot,
    wanted: Filter,
    *,
    bbox: Box | None = None,
    width_px: int = 1440,
    height_px: int = 900,
    zoom: float | None = None,
    axis: Axis | None = None,
) -> View:
    """What a screen shows of a selection.

    ``bbox``: the part of the world on the screen (west > east crosses 180°), None for all of it: it limits what is
    drawn, never what is counted (a box in the filter does both). ``zoom``: MapLibre's, by default the one at which
    the box, or the world, fills the screen. ``axis``: the stretch of time that the time bar shows.
    """
    zoom = _zoom_of(bbox, width_px, height_px) if zoom is None else zoom
    tallies = tallies_of(snapshot, land_in)
    masks = snapshot.masks(wanted)
    selection = combined(masks, len(snapshot))
    on_map, kept_off = divided(snapshot, wanted, selection)
    drawn = selection if bbox is None else selection & (snapshot.in_box(bbox) | (snapshot.geometry < 0))
    too_many = int((drawn & on_map).sum()) > MAX_MARKS or int(drawn.sum()) > 2 * MAX_MARKS
    rows = [] if too_many else [int(row) for row in np.nonzero(drawn)[0]]
    shown = _tallies(tallies, on_map, as_count=too_many)
    histogram, spans = timeline(snapshot, combined(masks, len(snapshot), without=("dates",)), selection, axis)
    return View(
        zoom=zoom_step(zoom),
        marks=tuple(mark_of(snapshot, row, tallies, on_map=bool(on_map[row])) for row in rows),
        tallies=shown,
        regions=regions_of(snapshot, [row for row in rows if on_map[row]], tallies),
        outlines=_outlines(snapshot, tallies, shown),
        histogram=histogram,
        spans=spans,
        counts=counts_of(snapshot, masks, on_map, kept_off, tallies),
        sentence=sentence_of(snapshot, selection),
        bins=bins_of(snapshot, drawn & on_map, tallies, zoom) if too_many else (),
    )


def numbers(snapshot: Snapshot, wanted: Filter) -> tuple[Counts, Sentence]:
    """What a view says of a selection, without what it draws."""
    masks = snapshot.masks(wanted)
    selection = combined(masks, len(snapshot))
    on_map, kept_off = divided(snapshot, wanted, selection)
    tallies = tallies_of(snapshot, land_in)
    return counts_of(snapshot, masks, on_map, kept_off, tallies), sentence_of(snapshot, selection)


def selected(snapshot: Snapshot, wanted: Filter) -> tuple[Mask, Mask]:
    """Of a filter's records those on the map, and those kept off it as no events at sea; the others have no place."""
    return divided(snapshot, wanted, snapshot.select(wanted))


def divided(snapshot: Snapshot, wanted: Filter, selection: Mask) -> tuple[Mask, Mask]:
    """Of the records of a selection those on the map, and those kept off it as no events at sea."""
    kept_off = selection & ~snapshot.at_sea & ~_asked_for(snapshot, wanted)
    return selection & (snapshot.geometry >= 0) & ~kept_off, kept_off


def _zoom_of(bbox: Box | None, width_px: int, height_px: int) -> float:
    """The zoom at which a box fills the screen; by width alone where no box is given."""
    if bbox is None:
        return float(np.log2(max(width_px, 1) / 512))
    west, south, east, north = bbox
    across = (east - west) % 360 or 360.0
    down = max(north - south, 1e-6)
    return float(min(np.log2(width_px / 512 * 360 / across), np.log2(height_px / 512 * 180 / down)))


def _asked_for(snapshot: Snapshot, wanted: Filter) -> Mask:
    """Records whose type the filter names: asked for, a statement or an aid is drawn too."""
    return np.isin(snapshot.event_type, [EVENT_TYPES.index(name) for name in wanted.type])


def _tallies(tallies: Tallies, on_map: Mask, *, as_count: bool) -> tuple[Tally, ...]:
    index = np.asarray(tallies.tally_of, int)
    shown = np.bincount(index[(index >= 0) & on_map], minlength=len(tallies.tallies))
    drawn = beside_bins(tallies.tallies) if as_count else tallies.tallies
    return tuple(counted(tally, int(count)) for tally, count in zip(drawn, shown, strict=True))


def regions_of(snapshot: Snapshot, rows: list[int], tallies: Tallies) -> FeatureCollection:
    """The regions of records that are neither a stated point nor a named outline; a shared one once."""
    features = []
    seen = {index for index, tally in enumerate(tallies.tallies) if tally.region_id is not None}
    for row in rows:
        place, index = snapshot.places[row], tallies.tally_of[row]
        if place is None or place.stated or index in seen:
            continue
        seen |= {index} - {-1}
        features.append(_region_feature(snapshot, row, place))
    return {"type": "FeatureCollection", "features": features}


def _region_feature(snapshot: Snapshot, row: int, place: Place) -> dict[str, Any]:
    """A record's region as it is drawn; made once for a snapshot, for every view asks for it again."""
    made: dict[int, dict[str, Any]] = snapshot.built.setdefault("regions", {})
    if row not in made:
        region = region_of(place, snapshot.outlines)
        west, south, east, north = unwrapped(region).bounds
        tolerance = max(REGION_TOLERANCE_DEG, max(east - west, north - south) * OUTLINE_TOLERANCE)
        made[row] = _feature(snapshot.ids[row], region, tolerance, name=snapshot.titles[row])
    return made[row]


def _outlines(snapshot: Snapshot, tallies: Tallies, shown: tuple[Tally, ...]) -> FeatureCollection:
    """The outlines of the named places in which something of the selection stands."""
    if "outlines" not in snapshot.built:
        areas = outline_features(tallies, snapshot, OUTLINE_TOLERANCE)
        names = {tally.key: tally.name for tally in tallies.tallies}
        snapshot.built["outlines"] = {key: _feature(key, area, 0.0, name=names[key]) for key, area in areas.items()}
    features: dict[str, Any] = snapshot.built["outlines"]
    drawn = [features[tally.key] for tally in shown if tally.count and tally.region_id is not None]
    return {"type": "FeatureCollection", "features": drawn}


def _feature(id: str, area: BaseGeometry, tolerance_deg: float, *, name: str) -> dict[str, Any]:
    drawn = shapely.simplify(area, tolerance_deg) if tolerance_deg else area
    rounded = shapely.transform(area if drawn.is_empty else drawn, lambda points: np.round(points, 5))
    return {"type": "Feature", "id": id, "properties": {"id": id, "name": name}, "geometry": mapping(rounded)}


def columns(kind: type, rows: tuple[Any, ...]) -> dict[str, list[Any]]:
    """Records of one kind as columns, by the names of its fields."""
    return {name: [getattr(row, name) for row in rows] for name in kind.__slots__}  # type: ignore[attr-defined]


def _tally_json(tally: Tally, hosts: set[str | None]) -> dict[str, Any]:
    value = asdict(replace(tally, zooms={}))
    shown = tally.zooms.items() if tally.count or tally.key in hosts else ()
    value["zooms"] = {f"{zoom:g}": asdict(drawn) for zoom, drawn in shown}
    return value
