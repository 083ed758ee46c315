"""What a pattern of one event type and language looks like. Adding one is a file in ``patterns/LANGUAGE/``.

A pattern is data: expressions over a sentence in small letters and plain marks, in which a blank stands for any run
of blanks. To add a way of saying that something happened, add a :class:`Trigger`; to add a type, add a file with a
``PATTERN`` and name it in the language's tuple in ``patterns/LANGUAGE/__init__.py``; then add a pair
``NAME.txt`` / ``NAME.json`` to ``tests/reading/pairs/``. What follows (who, when, where, how many, whether it really
happened) is found by rules that all patterns share.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from records.reading.numbers import expression
from records.vocabulary import EventType

Strength = Literal["strong", "alone", "weak"]
"""``strong`` words tell an event. ``alone`` ones do so only where the report tells no other event so far (a man may
also be missing after an attack). ``weak`` ones ("the incident") only speak of an event that is told elsewhere."""

Voice = Literal["active", "passive", "noun"]
"""Who stands before the trigger: the one who acts, the one it is done to, or either."""

PartyKind = Literal[
    "force",
    "office",
    "person",
    "state",
    "group",
    "pirates",
    "suspects",
    "crew",
    "critics",
    "ship",
    "warship",
    "vessel",
    "aircraft",
]
"""What a party is: a navy, coast guard or army (force), a ministry or body (office), a person with a name, a state,
a named gang or militia (group), pirates and unknown attackers, suspects, crew and other people at sea, critics and
experts, a merchant ship with a name (ship), a warship or cutter (warship), a vessel or aircraft without a name."""


@dataclass(frozen=True)
class Trigger:
    """Words that tell an event.

    ``words`` may name a part ``t``: then that part is the trigger, and the rest what must stand around it.
    ``needs`` must, ``unless`` must not be found in the same sentence; ``near`` must be found there or up to two
    sentences away. What ``announces`` is not done yet.
    """

    words: str
    voice: Voice = "active"
    strength: Strength = "strong"
    needs: str = ""
    unless: str = ""
    near: str = ""
    announces: bool = False

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """``words``, compiled."""
        return expression(self.words)

    @cached_property
    def _needs(self) -> re.Pattern[str]:
        return expression(self.needs)

    @cached_property
    def _unless(self) -> re.Pattern[str]:
        return expression(self.unless or r"(?!)")

    @cached_property
    def _near(self) -> re.Pattern[str]:
        return expression(self.near)

    def fits(self, low: str, around: str) -> bool:
        """Whether the sentence has what the trigger needs and nothing that forbids it."""
        found = self._needs.search(low) is not None and self._unless.search(low) is None
        return found and (not self.near or self._near.search(around) is not None)


@dataclass(frozen=True)
class Pattern:
    """How a language tells one type of event.

    ``keyword`` is a quick test: sentences without it are passed over. ``sub_event_types`` are tried in order on the
    event's sentences. ``title`` is how such an event is called in the draft's title, ``titles`` how a sub-type is.
    ``also_act``: kinds of parties that act wherever they stand (the ships that are sent).
    """

    event_type: EventType
    title: str
    keyword: str
    triggers: tuple[Trigger, ...]
    sub_event_types: tuple[tuple[str, str], ...] = ()
    actor_kinds: tuple[PartyKind, ...] = ()
    target_kinds: tuple[PartyKind, ...] = ()
    also_act: tuple[PartyKind, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()

    @cached_property
    def _keyword(self) -> re.Pattern[str]:
        return expression(self.keyword)

    @cached_property
    def _sub_event_types(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple((name, expression(words)) for name, words in self.sub_event_types)

    def speaks_in(self, low: str) -> bool:
        """Whether a sentence can hold this pattern at all."""
        return self._keyword.search(low) is not None

    def titled(self, sub_event_type: str) -> str:
        """How an event of a sub-type is called."""
        return dict(self.titles).get(sub_event_type, self.title)

    def sub_event_type(self, words: str) -> str:
        """The sub-type that the words of the event's sentences show, or nothing."""
        return next((name for name, found in self._sub_event_types if found.search(words)), "")
