"""Rooms for what was brought to the page: a folder for each file, with a name nobody guesses, that goes away again.

The name that a client gives a file is a text to show; where it is kept is decided here alone.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
import threading
import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal

from dashboard.errors import DashboardError
from records.report import Report
from records.store import Store

Kind = Literal["report", "table"]

MOST_ROOMS = 16
LONGEST_S = 3_600.0
"""How long a file is kept that nobody asks for."""
LONGEST_NAME = 200


class IntakeError(DashboardError):
    """What was brought cannot be taken in; ``code`` is the key of the words that say it, ``status`` HTTP's."""

    def __init__(self, code: str, status: int = 400, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.params = params


@dataclass(slots=True, eq=False)
class Room:
    """One file that was brought, and what was made of it."""

    token: str
    name: str
    folder: Path
    used: float
    kind: Kind = "report"
    report: Report | None = None
    store: Store | None = None
    """The records of a table, where the store that is served cannot be written."""
    stop: threading.Event = field(default_factory=threading.Event)
    """Set to end the work on this room's file."""
    busy: threading.Lock = field(default_factory=threading.Lock)

    @property
    def file(self) -> Path:
        """Where its bytes are; the ending is the only thing taken from the name, for readers that go by it."""
        return self.folder / f"file{self.ending}"

    @property
    def ending(self) -> str:
        """The ending of the name with its dot, in small letters; empty where it is none of letters and figures."""
        ending = PurePosixPath(self.name.replace("\\", "/")).suffix.lower()
        return ending if ending[1:].isalnum() and ending.isascii() and len(ending) <= 10 else ""

    @property
    def rejects(self) -> Path:
        """Where refused rows are written."""
        return self.folder / "rejects.jsonl"

    @property
    def store_file(self) -> Path:
        """Where the records of a table are kept that go into no store."""
        return self.folder / "records.gpkg"

    def close(self) -> None:
        """End its work and delete all of it."""
        self.stop.set()
        shutil.rmtree(self.folder, ignore_errors=True)


class Rooms:
    """The rooms of a server; the oldest goes where there are too many, and each that nobody asked for in an hour."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._rooms: dict[str, Room] = {}
        self._lock = threading.Lock()
        self._clock = clock
        weakref.finalize(self, _close_all, self._rooms)  # with the server, and at the end of the process

    def __len__(self) -> int:
        """How many there are."""
        return len(self._rooms)

    def open(self, name: str) -> Room:
        """A new room for a file of this name."""
        shown = " ".join(PurePosixPath(name.replace("\\", "/")).name.split())[:LONGEST_NAME] or "file"
        folder = Path(tempfile.mkdtemp(prefix="leadline-intake-"))
        room = Room(secrets.token_urlsafe(24), shown, folder, self._clock())
        with self._lock:
            self._rooms[room.token] = room
            gone = self._outlived()
        for each in gone:
            each.close()
        return room

    def room(self, token: str) -> Room:
        """The room of a token; raises :class:`IntakeError` (404) where it is gone."""
        with self._lock:
            found = self._rooms.get(token)
            if found is not None:
                found.used = self._clock()
        if found is None:
            raise IntakeError("add.error.gone", 404)
        return found

    def close(self, token: str) -> None:
        """Delete a room, if it is still there."""
        with self._lock:
            found = self._rooms.pop(token, None)
        if found is not None:
            found.close()

    def close_all(self) -> None:
        """Delete all rooms."""
        with self._lock:
            gone = list(self._rooms.values())
            self._rooms.clear()
        for each in gone:
            each.close()

    def _outlived(self) -> list[Room]:
        """Take out the rooms that are too old or too many."""
        now = self._clock()
        by_age = sorted(self._rooms.values(), key=lambda room: room.used)
        spare = len(by_age) - MOST_ROOMS
        gone = [room for at, room in enumerate(by_age) if at < spare or now - room.used > LONGEST_S]
        for room in gone:
            del self._rooms[room.token]
        return gone


def _close_all(rooms: dict[str, Room]) -> None:
    for room in rooms.values():
        room.close()
