"""The built-in case as a store that can be read and never written."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import Any

from geo.message import Message
from geo.place import Place
from records.case import facts
from records.dates import first_instant
from records.errors import RecordsError
from records.gap import Gap
from records.incident import Incident
from records.route import Route
from records.store import Written
from records.totals import PublishedTotal

PLACES = facts.FOLDER / "places.json"
ROUTES = facts.FOLDER / "routes.json"


class CaseStore:
    """The built-in case. Places and lines were derived beforehand (``make data``); reading joins them by words."""

    address = "case"
    read_only = True

    def incidents(self) -> Iterator[Incident]:
        """Every record, in order of date."""
        return iter(self._incidents)

    def incident(self, id: str) -> Incident | None:
        """One record by its id, or None."""
        return self._by_id.get(id)

    def history(self, id: str) -> tuple[Incident, ...]:
        """The one version of a record."""
        found = self.incident(id)
        return () if found is None else (found,)

    def routes(self) -> tuple[Route, ...]:
        """The routes with their lines."""
        return self._routes

    def gaps(self) -> tuple[Gap, ...]:
        """Where the case is known to hold nothing, or not all."""
        return facts.gaps()

    def published_totals(self) -> tuple[PublishedTotal, ...]:
        """The running totals of the campaign as others published them."""
        return facts.published_totals()

    def put(
        self, incidents: Iterable[Incident], *, corrects: bool = False, note: str = "", dry_run: bool = False
    ) -> Written:
        """Refuse: raises :class:`RecordsError`."""
        raise RecordsError("the built-in case cannot be changed", where="case", next="name a GeoPackage as the store")

    def remove(self, note: str, ids: Collection[str] | None = None) -> tuple[str, ...]:
        """Refuse: raises :class:`RecordsError`."""
        raise RecordsError("the built-in case cannot be changed", where="case", next="name a GeoPackage as the store")

    def put_routes(self, routes: Iterable[Route]) -> None:
        """Refuse: raises :class:`RecordsError`."""
        raise RecordsError("the built-in case cannot be changed", where="case", next="name a GeoPackage as the store")

    @cached_property
    def _incidents(self) -> tuple[Incident, ...]:
        places: dict[str, Any] = json.loads(PLACES.read_text(encoding="utf-8"))
        placed = (_placed(record, places) for record in facts.incidents())
        return tuple(sorted(placed, key=lambda record: (first_instant(record.date_start), record.id)))  # type: ignore[arg-type]

    @cached_property
    def _by_id(self) -> dict[str, Incident]:
        return {record.id: record for record in self._incidents}

    @cached_property
    def _routes(self) -> tuple[Route, ...]:
        return tuple(Route.model_validate(value) for value in json.loads(ROUTES.read_text(encoding="utf-8")))


def _placed(record: Incident, places: dict[str, Any]) -> Incident:
    found = places.get(record.location_text)
    if found is None:
        return record
    if found["lon"] is None:
        return record.model_copy(update={"not_located_reason": Message.from_json(found["reason"])})
    return record.model_copy(update={"place": Place.from_json(found)})
