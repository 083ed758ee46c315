"""What is drawn or exported: the records of a store that pass a filter, and the routes beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from layers.beside import Beside
from layers.drawn import area_of
from layers.period import PeriodChoice
from layers.region import Outlines, named_seas, region_of
from layers.snapshot import Snapshot, place_key
from layers.waters import waters_of
from layers.where import Where
from records.filter import Box, Filter
from records.flat import flatten
from records.incident import Incident
from records.route import Route
from records.store import Store
from records.toll import Choice
from records.totals import Counted


@dataclass(frozen=True, slots=True)
class Selection:
    """The records of ``store`` that pass ``filter`` and ``where``; they are read anew each time, one by one.

    ``beside``: what the user laid beside the store. ``zoom``: MapLibre's, of the screen that features are for, which
    then need no more detail than it shows; None for a file. ``screen_box``: the part of the world that is drawn:
    features beyond it may be left out, the records that count are the same. ``period``: into which periods layers that
    sum up records divide them. ``count``: how the sum that a file carries is narrowed; None where it carries none.
    """

    store: Store
    filter: Filter = field(default_factory=Filter)
    outlines: Outlines = field(default_factory=named_seas)
    where: Where | None = None
    beside: Beside = field(default_factory=Beside)
    zoom: float | None = None
    screen_box: Box | None = None
    period: PeriodChoice = "none"
    count: Choice | None = None

    def incidents(self) -> Iterator[Incident]:
        """The records that pass, in order of date; those with a wide region pass where they may lie inside."""
        area = self._area()
        met: dict[tuple[Any, ...], bool] = {}
        for incident in self.store.incidents():
            passes = self.filter.matches_facts(incident) and (area is None or self._in_area(incident, area, met))
            if passes and self._meant(incident):
                yield incident

    def routes(self) -> Iterator[Route]:
        """Routes that meet box and drawn area; a filter's other questions are about records: routes never vanish."""
        area = self._area()
        for route in self.store.routes():
            if area is None or any(leg.line.intersects(area) for leg in route.legs):
                yield route

    @property
    def toll_of(self) -> Counted:
        """What sums of tolls count: all of the store decides it, so that no filter changes what a figure means."""
        return Snapshot.of(self.store, outlines=self.outlines).toll_of

    def _area(self) -> BaseGeometry | None:
        area = area_of(self.filter)
        if area is not None:
            shapely.prepare(area)
        return area

    def _meant(self, incident: Incident) -> bool:
        if self.where is None:
            return True
        asked = partial(waters_of, incident, self.outlines, self.beside.zones)
        return self.where.passes(flatten(incident), partial(self._where_it_is, incident), asked)

    def _where_it_is(self, incident: Incident) -> BaseGeometry | None:
        """The stated point of a record, or its region."""
        place = incident.place
        if place is None:
            return None
        return Point(place.lon, place.lat) if place.stated else region_of(place, self.outlines)

    def _in_area(self, incident: Incident, area: BaseGeometry, met: dict[tuple[Any, ...], bool]) -> bool:
        if incident.place is None:
            return False
        key = place_key(incident.place)
        if key not in met:
            shape = self._where_it_is(incident)
            met[key] = shape is not None and shape.intersects(area)
        return met[key]
