"""What one server serves: a store, and the snapshot that its views are computed from."""

from __future__ import annotations

from dataclasses import dataclass, field

from fastapi import Request

from layers.beside import Beside
from layers.selection import Selection
from layers.snapshot import Snapshot
from records.filter import Box, Filter
from records.store import Store, open_store
from records.vocabulary import EVENT_TYPES, EventType


@dataclass(slots=True, eq=False)
class Served:
    """A store and its snapshot, and what the user laid beside it; both change when something was written."""

    store: Store
    snapshot: Snapshot
    beside: Beside = field(default_factory=Beside)

    @classmethod
    def of(cls, store: Store, beside: Beside | None = None) -> Served:
        """Read a store's snapshot."""
        return cls(store, Snapshot.of(store), beside or Beside())

    def renew(self) -> None:
        """Read the store anew, after something was written into it; what was kept of the old one goes with it."""
        self.store = open_store(self.store.address)
        self.snapshot = Snapshot.of(self.store)

    def selection(self, wanted: Filter, *, zoom: float | None = None, screen_box: Box | None = None) -> Selection:
        """The records that pass a filter, for the layers; ``zoom`` and ``screen_box`` are those of the page's map."""
        return Selection(self.store, wanted, beside=self.beside, zoom=zoom, screen_box=screen_box)

    @property
    def title(self) -> str:
        """What a person calls the store: its file's name without folder and ending."""
        return self.store.address.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".gpkg")

    @property
    def language(self) -> str:
        """The language in which the records are written: English for the built-in case, empty where it is not known."""
        return "en" if self.store.address == "case" else ""

    @property
    def types_present(self) -> tuple[EventType, ...]:
        """The types of event that the store holds."""
        codes = set(self.snapshot.event_type.tolist())
        return tuple(kind for code, kind in enumerate(EVENT_TYPES) if code in codes)


def served_by(request: Request) -> Served:
    """What the server of a request serves."""
    served: Served = request.app.state.served
    return served
