"""Where records are kept: a GeoPackage, or the built-in case, behind one interface."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from records.errors import RecordsError
from records.gap import Gap
from records.incident import Incident
from records.route import Route
from records.totals import PublishedTotal


@dataclass(frozen=True, slots=True)
class Written:
    """What became of records that were put into a store.

    ``stored`` counts all that were written, ``versions`` and ``id_reused`` among them; ``duplicates`` were known.
    ``without_place`` and ``flagged`` count what was stored without a place or with flags.
    """

    stored: int
    duplicates: int
    versions: int = 0
    id_reused: int = 0
    without_place: int = 0
    flagged: int = 0


class Store(Protocol):
    """A place that keeps records."""

    @property
    def address(self) -> str:
        """What a person calls the store."""
        ...

    @property
    def read_only(self) -> bool:
        """Whether writing is refused."""
        ...

    def incidents(self) -> Iterator[Incident]:
        """Every record in its newest version, in order of date."""
        ...

    def incident(self, id: str) -> Incident | None:
        """One record in its newest version, or None."""
        ...

    def history(self, id: str) -> tuple[Incident, ...]:
        """Every version of a record, the oldest first."""
        ...

    def routes(self) -> tuple[Route, ...]:
        """The routes that are kept beside the records."""
        ...

    def gaps(self) -> tuple[Gap, ...]:
        """Where the store is known to hold nothing, or not all; empty where nothing is known of gaps."""
        ...

    def published_totals(self) -> tuple[PublishedTotal, ...]:
        """Running totals that others published, in order of date; empty where the store holds none."""
        ...

    def put(
        self, incidents: Iterable[Incident], *, corrects: bool = False, note: str = "", dry_run: bool = False
    ) -> Written:
        """Write records, all or none: a known id with other content is a new version where ``corrects``.

        ``dry_run`` tells what would become of them and writes nothing.
        """
        ...

    def remove(self, note: str, ids: Collection[str] | None = None) -> tuple[str, ...]:
        """Remove the records all of whose versions were written under a note, of ``ids`` alone where they are given.

        Answers the ids that are gone; what has a version from elsewhere stays.
        """
        ...

    def put_routes(self, routes: Iterable[Route]) -> None:
        """Write routes in the place of those that are kept."""
        ...


def open_store(address: str | Path, *, create: bool = False) -> Store:
    """Open a store by its address: a GeoPackage's path, or ``case`` for the built-in case.

    Raises :class:`RecordsError` where it is missing (and not to be created) or no store.
    """
    if str(address) == "case":
        from records.case.store import CaseStore

        return CaseStore()
    if str(address).startswith(("postgresql://", "postgres://")):
        raise RecordsError(
            "PostgreSQL is not supported yet", where="store", next="name a GeoPackage (.gpkg) or the word case"
        )
    from records.store.geopackage import GeoPackageStore

    return GeoPackageStore(Path(address), create=create)
