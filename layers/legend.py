"""The legend of a view: what its colours and forms mean, with the numbers, in the words of a reader's questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from geo.message import Message
from layers import wording
from layers.incidents import MarkForm
from layers.style import TYPES_IN_ORDER
from layers.view import View
from records.vocabulary import NOT_AT_SEA

Question = Literal["what_happened", "who_vouches", "how_sure"]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of a legend: the mark that is shown, what it means, and of how many records it holds.

    ``key``: the event type, ``filled | ring | retracted | core``, or the kind of place. ``event_type``: the colour of
    the mark, None for a line without one. ``on_map``: False for what is listed but not drawn. ``count`` of ``total``
    records: those that pass the filter but for this question's own choice, and all.
    """

    question: Question
    key: str
    text: Message
    event_type: str | None
    form: MarkForm
    core: bool
    struck: bool
    on_map: bool
    count: int
    total: int


QUESTIONS: dict[Question, Message] = {
    "what_happened": wording.WHAT_HAPPENED(),
    "who_vouches": wording.WHO_VOUCHES(),
    "how_sure": wording.HOW_SURE(),
}
"""The heads of a legend, in their order."""

_PLACES = {
    "stated": wording.STATED,
    "own_region": wording.OWN_REGION,
    "tally": wording.TALLY,
    "none": wording.NONE,
}


def legend_of(view: View) -> tuple[LegendEntry, ...]:
    """The lines of a view's legend; what no record of the store has is left out."""
    return (*_types(view), *_vouching(view), *_places(view))


def _types(view: View) -> list[LegendEntry]:
    counts = view.counts
    return [
        LegendEntry(
            question="what_happened",
            key=name,
            text=wording.TYPE_NAMES[name](),
            event_type=name,
            form="ring" if name in NOT_AT_SEA else "filled",
            core=False,
            struck=False,
            on_map=name not in NOT_AT_SEA,
            count=counts.by_type.get(name, 0),
            total=counts.all_by_type[name],
        )
        for name in TYPES_IN_ORDER
        if name in counts.all_by_type
    ]


def _vouching(view: View) -> list[LegendEntry]:
    counts = view.counts
    lines: list[tuple[str, Message, MarkForm, bool, bool, tuple[str, ...]]] = [
        ("filled", wording.CONFIRMED(), "filled", False, False, ("confirmed", "corroborated")),
        ("ring", wording.CLAIMED(), "ring", False, False, ("claimed",)),
        ("retracted", wording.RETRACTED(), "ring", False, True, ("retracted",)),
    ]
    entries = []
    for key, text, form, core, struck, statuses in lines:
        count, total = (
            sum(found.get(status, 0) for status in statuses) for found in (counts.by_claim, counts.all_by_claim)
        )
        if total:
            entries.append(LegendEntry("who_vouches", key, text, "other", form, core, struck, True, count, total))
    if counts.all_disputed_facts:
        count, total = counts.disputed_facts, counts.all_disputed_facts
        entries.append(
            LegendEntry("who_vouches", "core", wording.DISPUTED(), "other", "ring", True, False, True, count, total)
        )
    return entries


def _places(view: View) -> list[LegendEntry]:
    counts = view.counts
    return [
        LegendEntry(
            question="how_sure",
            key=key,
            text=said(),
            event_type=None,
            form="filled",
            core=False,
            struck=False,
            on_map=key != "none",
            count=counts.by_place_kind.get(key, 0),
            total=counts.all_by_place_kind.get(key, 0),
        )
        for key, said in _PLACES.items()
        if counts.all_by_place_kind.get(key)
    ]
