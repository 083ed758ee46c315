"""An event as a report tells it: the words that speak of it, and the parts of sentences that are about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from records.dates import Moment
from records.reading.mentions import Mention
from records.reading.pattern import Pattern
from records.reading.scan import Scanned
from records.reading.when import DateFound
from records.vocabulary import NOT_AT_SEA, EventType

RANKS: dict[EventType, int] = {
    "hijack": 5,
    "seizure": 5,
    "strike": 5,
    "interdiction": 4,
    "boarding": 3,
    "attack": 2,
    "missing": 2,
    "confrontation": 2,
    "suspicious_approach": 1,
    "other": 0,
}
"""Of types that tell one event, the one that names it."""


@dataclass(frozen=True, slots=True)
class Portion:
    """The part of a sentence that belongs to an event: offsets in the sentence; ``own`` if it tells the event."""

    scanned: Scanned
    start: int
    end: int
    own: bool = True
    shared: int = 0
    """Up to here the words belong to it as well: the beginning of a sentence that tells two events with one verb."""

    aside: tuple[int, int] = (0, 0)
    """Words within that tell why and not what ("in response to attacks on ships in the Red Sea")."""

    @property
    def words(self) -> str:
        """The words of the portion in small letters, without those aside."""
        low = self.scanned.sentence.low
        return low[self.start : self.end].replace(low[slice(*self.aside)] or "\0", " ")

    def holds(self, start: int) -> bool:
        """Whether an offset lies in the portion."""
        within = self.start <= start < self.end or start < self.shared
        return within and not self.aside[0] <= start < self.aside[1]


@dataclass
class Told:
    """What was told of an event so far, kept as sets so that comparing costs the same however long the text."""

    days: set[tuple[Moment, Moment]] = field(default_factory=set)
    ships: set[str] = field(default_factory=set)
    seas: set[str] = field(default_factory=set)
    killed: set[float | None] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    types: set[EventType] = field(default_factory=set)


@dataclass
class Event:
    """What mentions tell together."""

    pattern: Pattern
    mentions: list[Mention] = field(default_factory=list)
    portions: list[Portion] = field(default_factory=list)
    lead: Scanned | None = None
    """The sentence before, where it tells no event itself: it may set the scene."""
    told: Told = field(default_factory=Told)
    announced: bool = True
    """Whether it is only announced."""
    _by_sentence: dict[int, list[Mention]] = field(default_factory=dict)

    @property
    def event_type(self) -> EventType:
        """The type of the mention that names the event."""
        return self.pattern.event_type

    @property
    def at_sea(self) -> bool:
        """Whether it is an event at sea."""
        return self.event_type not in NOT_AT_SEA and self.event_type != "deployment"

    @property
    def last_sentence(self) -> int:
        """The index of the last sentence that belongs to it."""
        return self.portions[-1].scanned.sentence.index if self.portions else -1

    def add(self, mention: Mention, portion: Portion) -> None:
        """Take in a mention; the type that ranks higher names the event."""
        if not mention.weak:
            if RANKS.get(mention.pattern.event_type, 0) > RANKS.get(self.event_type, 0):
                self.pattern = mention.pattern
            self.told.types.add(mention.pattern.event_type)
            self.announced = self.announced and mention.modality == "announced"
        self.mentions.append(mention)
        self._by_sentence.setdefault(portion.scanned.sentence.index, []).append(mention)
        if not self.portions or portion != self.portions[-1]:
            self.portions.append(portion)

    def mentions_in(self, scanned: Scanned) -> list[Mention]:
        """The mentions of the event in one sentence."""
        return self._by_sentence.get(scanned.sentence.index, [])

    def dates(self) -> Iterator[tuple[Portion, DateFound]]:
        """The dates in the portions that tell the event."""
        for portion in self.portions:
            if portion.own:
                yield from ((portion, found) for found in portion.scanned.dates if portion.holds(found.start))
