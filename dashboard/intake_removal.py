"""Taking records out of the store again that the page wrote into it: those of accepted drafts, or of one import.

Only what nothing but the page stands behind is removed. A record that was there before, or that another import has
corrected since, stays, and so does every file that was brought: of it there was only a copy.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from records.store import Store

ACCEPTED = "read from a report, accepted in the page"
"""The note of records that were made of drafts."""
IMPORTED = "imported in the page at "
"""How the note of a table's records goes on; the moment tells one import from another."""
MOST_AT_ONCE = 2_000


def imported_now() -> str:
    """The end of the note of an import that begins now."""
    return f"{IMPORTED}{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


class Removal(BaseModel):
    """What a person wants to be removed: records of drafts by their ids, or all of one import by its note."""

    model_config = ConfigDict(extra="forbid")

    ids: Annotated[list[str], Field(max_length=MOST_AT_ONCE)] = []
    note: str = ""

    @model_validator(mode="after")
    def _of_the_page(self) -> Self:
        if bool(self.ids) == bool(self.note):
            raise ValueError("give ids of accepted drafts, or the note of an import")
        if self.note and f", {IMPORTED}" not in self.note:
            raise ValueError("that note is of no import in the page")
        return self


def remove_from(store: Store, wanted: Removal) -> tuple[str, ...]:
    """Remove the records; answers the ids that are gone. Raises :class:`records.errors.RecordsError`."""
    if wanted.note:
        return store.remove(wanted.note)
    return store.remove(ACCEPTED, frozenset(wanted.ids))
