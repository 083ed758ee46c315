"""A store in one GeoPackage file: opens in QGIS and GDAL, and keeps every version of every record.

Layers: ``incidents`` (a point where a source states the position, else no geometry), ``regions`` (each 90 % region
as a polygon, each named outline once), ``routes``. Feature tables are written through GDAL; history and the ledger
of known ids through SQLite. Writing happens in a copy that takes the file's place when it is complete, so that the
store is never half-written; the journal is closed, so that it can be read from a write-protected folder.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from records.duplicates import Judgement, Known, Ledger
from records.errors import RecordsError
from records.gap import Gap
from records.incident import Incident
from records.route import Route
from records.store import Written
from records.store.tables import (
    INCIDENTS,
    Batch,
    create_tables,
    read_incident,
    read_superseded,
    remove_incidents,
    write_routes,
)
from records.totals import PublishedTotal

BATCH = 20_000
"""Records that are held in memory before they are written."""


class GeoPackageStore:
    """Records in a GeoPackage at ``path``; ``read_only`` where the file or its folder cannot be written.

    Raises :class:`RecordsError` where the file is missing (unless ``create``) or is no store of this kind.
    """

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        self.address = str(path)
        if path.is_dir():
            raise RecordsError("this is a folder", where=str(path), next="name a .gpkg file in it")
        if path.exists():
            self._check()
        elif not create:
            raise RecordsError(
                "there is no such store", where=str(path), next="make one with 'leadline import FILE --into STORE.gpkg'"
            )
        elif path.suffix.lower() != ".gpkg":
            raise RecordsError("a store's name ends in .gpkg", where=str(path), next=f"name it {path.stem}.gpkg")
        elif not path.absolute().parent.is_dir():
            raise RecordsError("its folder does not exist", where=str(path), next="make the folder first")

    @property
    def read_only(self) -> bool:
        """Whether the file or its folder cannot be written."""
        folder = self.path.absolute().parent
        return not os.access(folder, os.W_OK) or (self.path.exists() and not os.access(self.path, os.W_OK))

    def incidents(self) -> Iterator[Incident]:
        """Every record in its newest version, in order of date; those without a date come last."""
        if not self.path.exists():
            return
        with self._open() as database:
            for row in database.execute(f"{INCIDENTS} ORDER BY i.date_start IS NULL, i.date_start, i.id"):
                yield read_incident(row)

    def incident(self, id: str) -> Incident | None:
        """One record in its newest version, or None."""
        if not self.path.exists():
            return None
        with self._open() as database:
            row = database.execute(f"{INCIDENTS} WHERE i.id = ?", (id,)).fetchone()
            return None if row is None else read_incident(row)

    def history(self, id: str) -> tuple[Incident, ...]:
        """Every version of a record, the oldest first; empty where the id is not known."""
        newest = self.incident(id)
        if newest is None:
            return ()
        with self._open() as database:
            return (*read_superseded(database, id), newest)

    def routes(self) -> tuple[Route, ...]:
        """The routes that are kept beside the records."""
        if not self.path.exists():
            return ()
        with self._open() as database:
            found = database.execute("SELECT record FROM routes ORDER BY fid")
            return tuple(Route.model_validate_json(row["record"]) for row in found)

    def gaps(self) -> tuple[Gap, ...]:
        """None: a GeoPackage says nothing of gaps."""
        return ()

    def published_totals(self) -> tuple[PublishedTotal, ...]:
        """None: a GeoPackage holds no totals of others."""
        return ()

    def put(
        self, incidents: Iterable[Incident], *, corrects: bool = False, note: str = "", dry_run: bool = False
    ) -> Written:
        """Write records, all or none: a known id with other content is a new version where ``corrects``.

        ``dry_run`` tells what would become of them and writes nothing.
        """
        if dry_run:
            return self._rehearse(incidents, corrects=corrects)
        with self._replacement() as copy:
            ledger = Ledger.of(_known(copy))
            fates: Counter[str] = Counter()
            batch = Batch(copy, datetime.now(UTC), note)
            for incident in incidents:
                judged = ledger.judge(incident, corrects=corrects)
                fates.update(_counted(judged))
                if judged.fate != "duplicate":
                    batch.add(judged)
                if len(batch) >= BATCH:
                    batch.write()
            batch.write()
        return _written(fates)

    def remove(self, note: str, ids: Collection[str] | None = None) -> tuple[str, ...]:
        """Remove the records all of whose versions were written under a note, of ``ids`` alone where they are given.

        Answers the ids that are gone; what has a version from elsewhere stays. All go, or none.
        """
        gone = tuple(id for id in self._written_under(note) if ids is None or id in ids)
        if gone:
            with self._replacement() as copy:
                remove_incidents(copy, gone)
        return gone

    def _written_under(self, note: str) -> Iterator[str]:
        """The ids of the records that nothing but this note stands behind."""
        if not self.path.exists():
            return
        with self._open() as database:
            found = "SELECT l.id, i.versions FROM leadline_ledger l JOIN incidents i ON i.id = l.id WHERE l.note = ?"
            for id, versions in database.execute(found, (note,)):
                if all(each.get("note", "") == note for each in json.loads(versions or "[]")):
                    yield id

    def put_routes(self, routes: Iterable[Route]) -> None:
        """Write routes in the place of those that are kept."""
        with self._replacement() as copy:
            write_routes(copy, tuple(routes))

    def _rehearse(self, incidents: Iterable[Incident], *, corrects: bool) -> Written:
        ledger = Ledger.of(_known(self.path) if self.path.exists() else ())
        fates: Counter[str] = Counter()
        for incident in incidents:
            fates.update(_counted(ledger.judge(incident, corrects=corrects)))
        return _written(fates)

    def _check(self) -> None:
        try:
            with self._open() as database:
                database.execute("SELECT id FROM leadline_ledger LIMIT 1")
        except (sqlite3.DatabaseError, OSError) as reason:
            raise RecordsError(
                f"this is no Leadline store ({reason})",
                where=self.address,
                next="name another store, or import the file into one with 'leadline import'",
            ) from reason

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        # Immutable where nothing can be written, as SQLite would else look for a journal that it may not make.
        mode = "immutable=1" if self.read_only else "mode=ro"
        with closing(sqlite3.connect(f"file:{quote(str(self.path))}?{mode}", uri=True)) as database:
            database.row_factory = sqlite3.Row
            yield database

    @contextmanager
    def _replacement(self) -> Iterator[Path]:
        """A copy to write in, which takes the store's place at the end; the store stays locked meanwhile."""
        if self.read_only:
            raise RecordsError(
                "the store cannot be written", where=self.address, next="copy it to a folder of your own"
            )
        folder = self.path.absolute().parent
        try:
            with self._locked(), tempfile.TemporaryDirectory(prefix=".leadline-", dir=folder) as room:
                copy = Path(room) / "store.gpkg"
                if self.path.exists():
                    shutil.copyfile(self.path, copy)
                else:
                    create_tables(copy)
                yield copy
                _close_journal(copy)
                copy.replace(self.path)
        except (OSError, sqlite3.Error) as reason:
            said = reason.strerror if isinstance(reason, OSError) and reason.strerror else reason
            raise RecordsError(
                f"the store could not be written ({said})", where=self.address, next="nothing was changed in it"
            ) from reason

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold off others who write to the same store: two copies would each lose what the other adds."""
        if not self.path.exists():
            yield
            return
        with closing(sqlite3.connect(self.path, timeout=30, isolation_level=None)) as database:
            before = self.path.stat().st_ino
            try:
                database.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as reason:
                raise RecordsError(
                    "another program writes to the store", where=self.address, next="try again"
                ) from reason
            if self.path.stat().st_ino != before:
                raise RecordsError("another program has just written the store", where=self.address, next="try again")
            yield


def _known(path: Path) -> list[Known]:
    with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)) as database:
        return [Known(*row) for row in database.execute("SELECT id, source, content FROM leadline_ledger")]


def _counted(judged: Judgement) -> Iterator[str]:
    yield judged.fate
    if judged.fate != "duplicate":
        if judged.incident.place is None:
            yield "without_place"
        if judged.incident.flags:
            yield "flagged"


def _written(counts: Counter[str]) -> Written:
    return Written(
        stored=counts["new"] + counts["version"] + counts["id_reused"],
        duplicates=counts["duplicate"],
        versions=counts["version"],
        id_reused=counts["id_reused"],
        without_place=counts["without_place"],
        flagged=counts["flagged"],
    )


def _close_journal(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
        database.commit()
    with path.open("rb+") as file:
        os.fsync(file.fileno())
