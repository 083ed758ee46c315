"""A layout: what a source's tables look like – its columns, its words for types, what it leaves unsaid."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from records.readers.headers import words_of
from records.readers.row import Row
from records.vocabulary import EventType


def unchanged(row: Row) -> Row:
    """A row as it is."""
    return row


def nothing_more(row: Row) -> Mapping[str, Any]:
    """No fields besides those of the columns."""
    return {}


@dataclass(frozen=True, slots=True)
class Layout:
    """How one source writes its tables.

    ``marks``: headers that together tell the layout. ``columns``: field → header, beside which headers are
    recognised as in any table unless ``only_own_columns``. ``adapt`` puts a row in order before it is read, and
    makes the ``derived`` columns; ``more`` gives fields of the record that no column holds. ``event_types``: the
    source's categories in folded case. ``corrects``: an id that comes again is a correction. ``midnight_is_day``:
    0:00 means that the time is unknown.
    """

    name: str
    marks: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    only_own_columns: bool = False
    derived: tuple[str, ...] = ()
    adapt: Callable[[Row], Row] = unchanged
    more: Callable[[Row], Mapping[str, Any]] = nothing_more
    event_types: Mapping[str, EventType] = field(default_factory=dict)
    publisher: str = ""
    corrects: bool = False
    day_first: bool | None = None
    midnight_is_day: bool = False

    def fits(self, headers: Iterable[str]) -> bool:
        """Whether a table's headers hold all marks of this layout."""
        known = {words_of(header) for header in headers}
        return bool(self.marks) and all(words_of(mark) in known for mark in self.marks)


def matched(columns: Mapping[str, str], headers: Iterable[str]) -> dict[str, str]:
    """Field → header as the table spells it; a header that the table does not have is left out."""
    spelled = {words_of(header): header for header in reversed(tuple(headers))}
    return {name: spelled[words_of(header)] for name, header in columns.items() if words_of(header) in spelled}
