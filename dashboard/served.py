"""What one server serves: a store, and the snapshot that its views are computed from."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request

from layers.snapshot import Snapshot
from records.store import Store
from records.vocabulary import EVENT_TYPES, EventType


@dataclass(frozen=True, slots=True)
class Served:
    """A store and its snapshot."""

    store: Store
    snapshot: Snapshot

    @classmethod
    def of(cls, store: Store) -> Served:
        """Read a store's snapshot."""
        return cls(store, Snapshot.of(store))

    @property
    def title(self) -> str:
        """What a person calls the store: its file's name without folder and ending."""
        return self.store.address.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".gpkg")

    @property
    def types_present(self) -> tuple[EventType, ...]:
        """The types of event that the store holds."""
        codes = set(self.snapshot.event_type.tolist())
        return tuple(kind for code, kind in enumerate(EVENT_TYPES) if code in codes)


def served_by(request: Request) -> Served:
    """What the server of a request serves."""
    served: Served = request.app.state.served
    return served
