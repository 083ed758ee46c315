"""The forms and colours of marks, the same on map, time bar, table, sheet and legend.

Colour says what happened (a token of the style sheet for each family of types), form says who vouches for it.
"""

from __future__ import annotations

from dash import html

from layers.incidents import MarkForm
from layers.style import FAMILY_OF_TYPE
from records.incident import Facts
from records.vocabulary import EventType


def mark(event_type: EventType, *, form: MarkForm = "filled", core: bool = False, struck: bool = False) -> html.Span:
    """A mark as an element; it says nothing by itself, so it is hidden from screen readers."""
    names = ["mark", form, *(["core"] if core else []), *(["struck"] if struck else [])]
    return html.Span(
        className=" ".join(names), style={"--c": f"var(--type-{FAMILY_OF_TYPE[event_type]})"}, **{"aria-hidden": "true"}
    )


def mark_of(record: Facts) -> html.Span:
    """The mark of a record."""
    return mark(
        record.event_type,
        form="filled" if record.claim_status in ("confirmed", "corroborated") else "ring",
        core=record.disputed_on in ("facts", "both"),
        struck=record.claim_status == "retracted",
    )
