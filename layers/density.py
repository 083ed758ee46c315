"""The layer of density: how many events are expected in each cell, where every record spreads over its region.

A record's weight is 1, and it is shared among the cells as its place says (:mod:`layers.mass`): all cells together hold
as many events as there are records with a place. What is no event at sea is left out unless the filter asks for it.
Killed are summed as in the totals of the page: of boat strikes alone where the store holds any, so that nobody is
counted twice; else of incidents at sea.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.message import Message, Wording
from geo.place import Place
from geo.positions import Floats
from layers import wording
from layers.antimeridian import overlap
from layers.cells import Cells, areas_km2, centres, name_of, polygon_of
from layers.layer import Feature, GeometryChoice, LayerEntry
from layers.mass import KM_IN_DEGREE, Spread, spread
from layers.paint import Paint, PaintClass
from layers.period import Period, parts_of
from layers.selection import Selection
from layers.snapshot import place_key
from records.filter import Box
from records.flat import ColumnKind
from records.incident import Incident
from records.totals import Counted
from records.totals import counts as in_totals
from records.vocabulary import NOT_AT_SEA

Meant = Callable[[Selection, Incident], bool]
"""Whether a record of a selection is one of the events."""
PER_KM2 = 10_000.0
"""Densities are told per this area."""
FILE_RESOLUTION = 3
_RESOLUTIONS = ((2.75, 2), (4.75, 3))
_FINEST = 4
_REACH = 1.8
"""So many times its radius a circle is followed at most."""
_CELL_DEG = 4.0
"""More than a cell reaches from its middle, where cells are coarsest."""
_POLAR_LAT = 80.0
_NAMED = 5
"""So many of the records that reach into a cell are named."""
_DECIMALS = 9


@dataclass(slots=True)
class Group:
    """Records that share a place and a period: they are spread once."""

    spread: Spread
    period: Period | None
    events: float = 0.0
    killed_min: float = 0.0
    killed_max: float = 0.0
    tolls: float = 0.0
    tolls_not_stated: float = 0.0
    ids: list[str] = field(default_factory=list)

    @property
    def weights(self) -> tuple[float, ...]:
        """Events, killed at least and at most, and counted records whose toll is stated, and is not."""
        return (self.events, self.killed_min, self.killed_max, self.tolls, self.tolls_not_stated)

    def add(self, incident: Incident, weight: float, what: Counted) -> None:
        """Count a record, or the part of it that belongs to the period; its toll where totals count it."""
        self.events += weight
        self.ids.append(incident.id)
        if not in_totals(incident, what):
            return
        low, high = incident.killed_min, incident.killed_max
        low, high = (high if low is None else low), (low if high is None else high)
        if low is None or high is None:
            self.tolls_not_stated += weight
            return
        self.tolls += weight
        self.killed_min += weight * low
        self.killed_max += weight * high


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """The cells of one period as columns, the densest first; ``killed_*`` NaN where no toll is stated.

    ``names`` answers a row with the number of records that reach into its cell and the ids of the most probable.
    """

    period: Period | None
    cells: Cells
    area_km2: Floats
    events: Floats
    killed_min: Floats
    killed_max: Floats
    tolls_not_stated: Floats
    names: Callable[[int], tuple[int, list[str]]]

    @property
    def per_area(self) -> Floats:
        """Expected events on 10,000 km²."""
        return self.events / self.area_km2 * PER_KM2

    @property
    def killed_per_area(self) -> Floats:
        """Expected killed on 10,000 km², at most."""
        return self.killed_max / self.area_km2 * PER_KM2


def resolution_of(zoom: float | None) -> int:
    """The resolution of H3 for a zoom of the map: cells of some 10 to 50 pixels; one of its own for files."""
    if zoom is None:
        return FILE_RESOLUTION
    return next((resolution for least, resolution in _RESOLUTIONS if zoom < least), _FINEST)


def counts(selection: Selection, incident: Incident) -> bool:
    """Whether a record is an event on the map: at sea, or of a type that the filter names, and with a place."""
    wanted = incident.event_type not in NOT_AT_SEA or incident.event_type in selection.filter.type
    return wanted and incident.place is not None


def groups_of(selection: Selection, resolution: int, meant: Meant = counts) -> list[Group]:
    """The records of a selection that count, those with one place and period together."""
    groups: dict[tuple[Any, ...], Group] = {}
    what = selection.toll_of
    for incident in selection.incidents():
        place: Place | None = incident.place
        if place is None or not meant(selection, incident) or _beyond(place, selection.screen_box):
            continue
        for period, weight in parts_of(incident, selection.period):
            key = (place_key(place), period)
            if key not in groups:
                groups[key] = Group(spread(place, selection.outlines, resolution), period)
            groups[key].add(incident, weight, what)
    return list(groups.values())


def _beyond(place: Place, screen: Box | None) -> bool:
    """Whether a point or a circle lies so far from the screen that no cell on it can have a share of it."""
    if screen is None or place.region is not None or place.region_id is not None:
        return False
    west, south, east, north = screen
    reach = _REACH * place.radius_m / 1000 / KM_IN_DEGREE + _CELL_DEG
    if place.lat + reach < south or place.lat - reach > north:
        return True
    if abs(place.lat) + reach > _POLAR_LAT:
        return False
    aside = reach / np.cos(np.radians(abs(place.lat) + reach))
    return bool((place.lon - west + aside) % 360 > (east - west) % 360 + 2 * aside)


def grids_of(selection: Selection, resolution: int, meant: Meant = counts) -> list[Grid]:
    """The cells that counted records reach into, a grid for each period; that of records without a date is the last."""
    by_period: dict[Period | None, list[Group]] = {}
    for group in groups_of(selection, resolution, meant):
        by_period.setdefault(group.period, []).append(group)
    return [_grid(by_period[period], period) for period in sorted(by_period, key=lambda each: (each is None, each))]


def _grid(groups: list[Group], period: Period | None) -> Grid:
    cells: Cells = np.concatenate([group.spread.cells for group in groups])
    shares: Floats = np.concatenate([group.spread.shares for group in groups])
    owner = np.repeat(np.arange(len(groups)), [len(group.spread.cells) for group in groups])
    order = np.lexsort((-shares, cells))
    cells, shares, owner = cells[order], shares[order], owner[order]
    starts = np.flatnonzero(np.r_[True, cells[1:] != cells[:-1]])
    ends = np.r_[starts[1:], len(cells)]
    weights = np.array([group.weights for group in groups], float)
    sums = np.add.reduceat(shares[:, None] * weights[owner], starts)
    area = areas_km2(cells[starts])
    rows = np.lexsort((cells[starts], -sums[:, 0] / area))
    events, killed_min, killed_max, tolls, not_stated = sums[rows].T

    def names(row: int) -> tuple[int, list[str]]:
        here = [groups[index] for index in owner[starts[rows[row]] : ends[rows[row]]].tolist()]
        return sum(len(group.ids) for group in here), list(islice((id for one in here for id in one.ids), _NAMED))

    return Grid(
        period=period,
        cells=cells[starts][rows],
        area_km2=area[rows],
        events=events,
        killed_min=np.where(tolls > 0, killed_min, np.nan),
        killed_max=np.where(tolls > 0, killed_max, np.nan),
        tolls_not_stated=not_stated,
        names=names,
    )


def features(selection: Selection, geometry: GeometryChoice) -> Iterator[Feature]:
    """The cells as polygons, whatever the choice of geometry."""
    for grid in grids_of(selection, resolution_of(selection.zoom)):
        yield from (feature_of(grid, row) for row in rows_seen(grid, selection).tolist())


def rows_seen(grid: Grid, selection: Selection) -> NDArray[np.int64]:
    """The rows of a grid whose cells meet the screen; all where there is none."""
    if selection.screen_box is None:
        return np.arange(len(grid.cells))
    lon, lat = centres(grid.cells)
    reach = np.sqrt(grid.area_km2) / KM_IN_DEGREE
    aside = np.minimum(reach / np.maximum(np.cos(np.radians(lat)), 1e-6), 180.0)
    bounds = np.column_stack([lon - aside, lat - reach, lon + aside, lat + reach])
    return np.nonzero(overlap(bounds, selection.screen_box))[0]


def feature_of(grid: Grid, row: int) -> Feature:
    """A cell with its columns."""
    name, period = name_of(int(grid.cells[row])), grid.period
    to_density = PER_KM2 / grid.area_km2[row]
    records, ids = grid.names(row)
    properties: dict[str, Any] = {
        "id": name if period is None else f"{name}:{period.name}",
        "cell": name,
        "area_km2": round(float(grid.area_km2[row]), 3),
        "events": _rounded(grid.events[row]),
        "events_per_10000_km2": _rounded(grid.events[row] * to_density),
        "killed_min": _rounded(grid.killed_min[row]),
        "killed_max": _rounded(grid.killed_max[row]),
        "killed_max_per_10000_km2": _rounded(grid.killed_max[row] * to_density),
        "tolls_not_stated": _rounded(grid.tolls_not_stated[row]),
        **period_columns(period),
        "records": records,
        "record_ids": ids,
    }
    return Feature(properties["id"], polygon_of(int(grid.cells[row])), properties)


def period_columns(period: Period | None) -> dict[str, str | None]:
    """The first and last day of a period."""
    start, end = (None, None) if period is None else (period.start.isoformat(), period.end.isoformat())
    return {"period_start": start, "period_end": end}


def _rounded(number: np.float64) -> float | None:
    return None if np.isnan(number) else round(float(number), _DECIMALS)


def tip(properties: Mapping[str, Any]) -> tuple[Message | str, ...]:
    """What a cell says: the expected events, their density, and how many records reach into it."""
    return (
        wording.DENSITY_EXPECTED(events=short(properties["events"])),
        wording.DENSITY_PER_AREA(density=short(properties["events_per_10000_km2"])),
        wording.DENSITY_RECORDS(records=properties["records"]),
    )


def short(number: float) -> str:
    """A number in two digits, as people write it."""
    if number == 0:
        return "0"
    if number < 0.001:
        return "< 0.001"
    digits = max(0, 1 - int(np.floor(np.log10(number))))
    text = f"{number:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def steps(said: tuple[Wording, ...], light: tuple[str, ...], dark: tuple[str, ...]) -> tuple[PaintClass, ...]:
    """The classes of a density: their steps are fixed, so that no filter changes what a colour means."""
    return tuple(
        PaintClass(text, day, night, least=least)
        for text, day, night, least in zip(said, light, dark, STEPS, strict=True)
    )


STEPS = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
LIGHT_STEPS = ("#d3e0e6", "#b3ccd7", "#8fb5c5", "#669bb0", "#397b95", "#0b5c7a")
DARK_STEPS = ("#1c3440", "#23475a", "#2b5d75", "#377a97", "#4c9cbb", "#6cc3e0")

COLUMNS: dict[str, ColumnKind] = {
    "id": "text",
    "cell": "text",
    "area_km2": "number",
    "events": "number",
    "events_per_10000_km2": "number",
    "killed_min": "number",
    "killed_max": "number",
    "killed_max_per_10000_km2": "number",
    "tolls_not_stated": "number",
    "period_start": "text",
    "period_end": "text",
    "records": "whole",
    "record_ids": "json",
}

PAINT = Paint(
    "fill",
    steps(wording.DENSITY_STEPS, LIGHT_STEPS, DARK_STEPS),
    scale="steps",
    column="events_per_10000_km2",
    opacity=0.62,
    width_px=0.6,
    heading=wording.DENSITY_HEADING,
)

LAYER = LayerEntry(
    "density",
    "expected events in hexagons, each record spread over its region",
    wording.LAYER_DENSITY,
    COLUMNS,
    features,
    PAINT,
    note=wording.NO_DATA_NOT_QUIET,
    on_page=True,
    tip=tip,
    follows_screen=True,
    marks="dimmed",
)
