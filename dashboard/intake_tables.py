"""A table that was brought to the page: how it is read, what would become of its rows, and what became of them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from dashboard.errors import DashboardError
from geo.message import Message
from records.incident import Incident
from records.intake import note_of, take_in
from records.readers import Options, Reading, Reject, open_reading
from records.readers.headers import FIELDS, SYNONYMS
from records.readers.locator import Locator
from records.readers.routes import RouteReading, open_routes
from records.readers.row import Row, text_of
from records.route import Route
from records.route_intake import take_in_routes
from records.store import Store
from records.vocabulary import EventType

FIRST_ROWS = 6
SHOWN_REJECTS = 200
SAMPLE = 5
LONGEST_CELL = 160
MOST_ON_MAP = 3_000
"""Records that a browser keeps and draws as its reader's own."""
MAPPED = (*SYNONYMS, *sorted(FIELDS - SYNONYMS.keys()))
"""The fields that a column can be said to be, those that most tables have first."""


class StoppedError(DashboardError):
    """Whoever asked for the work has gone, or it took too long; nothing was written."""


class Choices(BaseModel):
    """How a person wants a table to be read; what is left out is found out.

    ``columns``: field → header; an empty header says that no column is meant. ``event_type``: of all rows.
    """

    model_config = ConfigDict(extra="forbid")

    columns: dict[str, str] = {}
    event_type: EventType | None = None
    day_first: bool | None = None
    source: str = ""

    def options(self) -> Options:
        """As the readers know it; raises :class:`DashboardError` for a field that there is not."""
        if unknown := [name for name in self.columns if name not in FIELDS]:
            raise DashboardError(f"there is no field '{unknown[0]}'", where="columns", next="choose one of the list")
        return Options(
            source="".join(each for each in self.source if each.isalnum() or each in "-_."),
            day_first=self.day_first,
            columns={name: header for name, header in self.columns.items() if header},
            constants={} if self.event_type is None else {"event_type": self.event_type},
        )


@dataclass(slots=True)
class Watch:
    """What passes by while a table is read; ``stop`` ends it."""

    stop: threading.Event
    rows: int = 0
    ambiguous: int = 0
    sample: list[Incident] = field(default_factory=list)
    refused: list[Reject] = field(default_factory=list)
    """The first refused rows."""

    def refuse(self, reject: Reject) -> None:
        """One row that was refused; the first ones are kept, the file of rejects holds all."""
        if len(self.refused) < SHOWN_REJECTS:
            self.refused.append(reject)

    def count(self) -> None:
        """One more row; raises :class:`StoppedError` where the work is to end."""
        self.rows += 1
        if self.stop.is_set():
            raise StoppedError("the import was cancelled", next="nothing was written")


@dataclass(slots=True)
class WatchedReading(Reading):
    """A reading whose rows are counted, and which can be stopped between any two of them."""

    watch: Watch = field(default_factory=lambda: Watch(threading.Event()))
    without: frozenset[str] = frozenset()

    @classmethod
    def of(cls, reading: Reading, watch: Watch, without: frozenset[str]) -> WatchedReading:
        """A reading with its watch; ``without``: fields that a person said no column is."""
        held = {each.name: getattr(reading, each.name) for each in fields(Reading)}
        held["columns"] = {name: header for name, header in reading.columns.items() if name not in without}
        return cls(**held, watch=watch, without=without)

    def outcomes(self, locator: Locator) -> Iterator[Incident | Reject]:
        """Every row as a record, or refused with its line and reason."""
        for outcome in Reading.outcomes(self, locator):
            self.watch.count()
            if isinstance(outcome, Incident):
                self.watch.ambiguous += "date_ambiguous" in outcome.flags
                if len(self.watch.sample) < SAMPLE:
                    self.watch.sample.append(outcome)
            else:
                self.watch.refuse(outcome)
            yield outcome


@dataclass(slots=True)
class WatchedRoutes(RouteReading):
    """A reading of routes whose rows are counted, and which can be stopped between any two of them."""

    watch: Watch = field(default_factory=lambda: Watch(threading.Event()))

    def outcomes(self) -> Iterator[Route | Reject]:
        """Every row as a route in words, or refused with its line and reason."""
        for outcome in RouteReading.outcomes(self):
            self.watch.count()
            if isinstance(outcome, Reject):
                self.watch.refuse(outcome)
            yield outcome


@dataclass(frozen=True, slots=True)
class Preview:
    """How a table is read: its first rows as text, the columns that are known (field → header), and notes."""

    format: str
    headers: tuple[str, ...]
    columns: dict[str, str]
    notes: tuple[Message, ...]
    rows: tuple[tuple[str, ...], ...]
    routes: bool
    fixed: bool
    """Whether its columns are those of a known format, and nothing can be chosen."""


def open_table(path: Path, name: str, choices: Choices, watch: Watch) -> WatchedReading | RouteReading:
    """Recognise a table as the command does; raises :class:`records.errors.RecordsError` where it is none."""
    options = choices.options()
    routes = open_routes(path, options, name=name)
    if routes is not None:
        return WatchedRoutes(routes.file, routes.rows, routes.columns, routes.notes, watch)
    without = frozenset(name for name, header in choices.columns.items() if not header)
    return WatchedReading.of(open_reading(path, options, name=name), watch, without)


def preview(table: WatchedReading | RouteReading) -> Preview:
    """How a table is read, and its first rows."""
    rows = table.rows
    headers = rows.headers if rows is not None else ()
    first = (row for row in rows or () if isinstance(row, Row))
    fixed = isinstance(table, RouteReading) or not table.columns
    return Preview(
        format="routes" if isinstance(table, RouteReading) else table.format or "leadline",
        headers=headers,
        columns=dict(table.columns),
        notes=tuple(dict.fromkeys(table.notes)),
        rows=tuple(
            tuple(text_of(row.cells.get(header))[:LONGEST_CELL] for header in headers)
            for row in islice(first, FIRST_ROWS)
        ),
        routes=isinstance(table, RouteReading),
        fixed=fixed,
    )


def take_table(
    table: WatchedReading | RouteReading, store: Store, rejects: Path, watch: Watch, *, dry_run: bool, via: str = ""
) -> dict[str, Any]:
    """Read a table into a store, or say what would become of it; refused rows go to ``rejects`` and are counted.

    ``notes`` are messages, ``rejects`` the first refused rows, ``note`` that of the records (empty for routes), which
    ends with ``via``. Raises :class:`StoppedError` where the watch ends it:
    then nothing was written.
    """
    if isinstance(table, RouteReading):
        joined = take_in_routes([table], store, rejects=rejects, dry_run=dry_run)
        note = ""
        told = {**joined.to_json(), "routes": True, "without_place": len(joined.not_drawn), "flagged": 0}
    else:
        note = note_of(table, via)
        told = {**take_in([table], store, rejects=rejects, dry_run=dry_run, via=via).to_json(), "routes": False}
    kept = ("read", "stored", "duplicates", "rejected", "without_place", "flagged", "dry_run", "routes")
    return {
        **{name: told[name] for name in kept},
        "note": note,
        "notes": list(dict.fromkeys(table.notes)),
        "ambiguous": watch.ambiguous,
        "rejects": list(watch.refused),
    }
