"""Records that stand in no store, as a store: so that they are exported and drawn like all others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from records.errors import RecordsError
from records.gap import Gap
from records.incident import Incident
from records.route import Route
from records.store import Written
from records.totals import PublishedTotal


class HeldStore:
    """A few records in memory, which cannot be written."""

    address = "drafts"
    read_only = True

    def __init__(self, incidents: Iterable[Incident]) -> None:
        self._incidents = tuple(incidents)

    def incidents(self) -> Iterator[Incident]:
        """Every record, as they were given."""
        return iter(self._incidents)

    def incident(self, id: str) -> Incident | None:
        """One record by its id, or None."""
        return next((each for each in self._incidents if each.id == id), None)

    def history(self, id: str) -> tuple[Incident, ...]:
        """The one version of a record."""
        found = self.incident(id)
        return () if found is None else (found,)

    def routes(self) -> tuple[Route, ...]:
        """None."""
        return ()

    def gaps(self) -> tuple[Gap, ...]:
        """None."""
        return ()

    def published_totals(self) -> tuple[PublishedTotal, ...]:
        """None."""
        return ()

    def put(
        self, incidents: Iterable[Incident], *, corrects: bool = False, note: str = "", dry_run: bool = False
    ) -> Written:
        """Refuse: raises :class:`RecordsError`."""
        raise RecordsError("these records are in no store", next="name a GeoPackage as the store")

    def remove(self, note: str, ids: Collection[str] | None = None) -> tuple[str, ...]:
        """Refuse: raises :class:`RecordsError`."""
        raise RecordsError("these records are in no store", next="name a GeoPackage as the store")

    def put_routes(self, routes: Iterable[Route]) -> None:
        """Refuse: raises :class:`RecordsError`."""
        raise RecordsError("these records are in no store", next="name a GeoPackage as the store")
