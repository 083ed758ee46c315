"""Mentions joined into events: what tells of one thing becomes one event, what tells of two becomes two.

The rules are about likeness and conflict, the same for all types: a mention joins an event told before unless its
date, ship, sea or side contradicts, or the words say that it is another ("a second strike").
"""

from __future__ import annotations

import re
from itertools import pairwise

from records.dates import Moment, overlaps
from records.reading.event import Event, Portion
from records.reading.mentions import Mention, mentions
from records.reading.nations import nation_of
from records.reading.scan import Scan, Scanned
from records.reading.when import DateFound
from records.reading.who import Party
from records.vocabulary import EventType

LOOKED_BACK = 30
"""How many of the last events a mention is compared with: it keeps long texts linear."""
NEARBY = 3
"""How many sentences may lie between mentions of different types that tell one event."""

APART: frozenset[EventType] = frozenset({"deployment", "aid", "designation"})
"""Types of which what is done and what is announced are two, and aid told in two sentences too."""

FAMILIES: tuple[frozenset[EventType], ...] = (
    frozenset({"seizure", "interdiction", "boarding"}),
    frozenset({"seizure", "interdiction", "confrontation"}),
    frozenset({"hijack", "boarding", "attack", "suspicious_approach"}),
    frozenset({"confrontation", "seizure", "suspicious_approach"}),
    frozenset({"missing", "other"}),
    frozenset({"interdiction", "other"}),
)
"""Types that may be parts of one event."""

_OCEANS = re.compile(
    r"caribbean|caribe|pac[ií]fic|atl[aá]ntic|mediterr|red sea|mar rojo|black sea|mar negro|baltic|indian ocean|"
    r"gulf of aden|hormuz|gulf of guinea|south china"
)


def events(scan: Scan) -> tuple[Event, ...]:
    """The events of a report, in the order in which it tells them."""
    joiner = _Joiner(scan)
    headings = [scanned for scanned in scan.sentences if scanned.sentence.heading]
    for scanned in scan.sentences:
        if not scanned.sentence.heading:
            joiner.take(scanned)
    for scanned in headings:
        joiner.take_heading(scanned)
    return tuple(joiner.found)


class _Joiner:
    """Goes through the sentences and joins."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.found: list[Event] = []
        self.current: Event | None = None
        self.before: Scanned | None = None

    def take(self, scanned: Scanned) -> None:
        """One sentence of the body of the report."""
        placed = self._place(scanned)
        if placed:
            for (mention, event), portion in zip(placed, _portions(self.scan, scanned, placed), strict=True):
                self._add(event, mention, portion)
            self._split_elliptic(scanned, placed)
            self.current = placed[-1][1]
            self.before = None
        elif self.current is not None and self._goes_on(scanned, self.current):
            self.current.portions.append(Portion(scanned, 0, len(scanned.sentence.plain), own=False))
            self.before = None
        else:
            # What is denied sets no scene.
            self.before = None if any(told.modality == "negated" for told in mentions(self.scan, scanned)) else scanned

    def _split_elliptic(self, scanned: Scanned, placed: list[tuple[Mention, Event]]) -> None:
        """Two events told with one verb: "killing two in one place on Monday and four in another on Tuesday"."""
        event, mention = placed[0][1], placed[0][0]
        if any(other is not event for _, other in placed) or not event.at_sea:
            return
        cut = _elliptic_cut(self.scan, scanned, mention)
        if cut is None:
            return
        length = len(scanned.sentence.plain)
        event.portions[-1] = Portion(scanned, 0, cut)
        second = self._new(mention)
        self._add(second, mention, Portion(scanned, cut, length, shared=mention.end))

    def _add(self, event: Event, mention: Mention, portion: Portion) -> None:
        """Give a mention to an event, and take note of what it tells."""
        event.add(mention, portion)
        scanned, told = mention.scanned, event.told
        told.days.update(_days(self.scan, scanned, portion))
        told.ships.update(party.name for party in scanned.parties if party.kind == "ship")
        told.seas.update(_seas(scanned))
        told.killed.update(toll.count.stated for toll in scanned.tolls if toll.field == "killed")
        side = None if mention.weak else _side(mention)
        told.sides.update([side] if side else [])

    def take_heading(self, scanned: Scanned) -> None:
        """A heading tells again what the text tells: it adds an event only where the text told none of the kind."""
        for mention in self._telling(scanned):
            rivals = [event for event in self.found if _of_one_kind(mention.pattern.event_type, event.event_type)]
            if not rivals and not any(event.at_sea for event in self.found):
                event = self._new(mention)
                self._add(event, mention, Portion(scanned, 0, len(scanned.sentence.plain)))

    def _place(self, scanned: Scanned) -> list[tuple[Mention, Event]]:
        """Each mention of a sentence with the event that it tells, known or new."""
        placed: list[tuple[Mention, Event]] = []
        for mention in self._telling(scanned):
            if mention.weak:
                event = self._spoken_of(mention, placed)
            else:
                event = self._within(mention, placed) or self._known(mention, placed) or self._new(mention)
            if event is not None:
                placed.append((mention, event))
        return placed

    def _telling(self, scanned: Scanned) -> list[Mention]:
        total = scanned.total
        told = [
            mention
            for mention in mentions(self.scan, scanned)
            if mention.modality in {"happened", "announced"} and (total is None or mention.start < total.start)
        ]
        strong = [mention for mention in told if mention.trigger.strength == "strong"]
        alone = not strong and not any(event.at_sea for event in self.found)
        missing = [event for event in self.found[-1:] if event.event_type in {"missing", "other", "interdiction"}]
        return [mention for mention in told if mention.trigger.strength != "alone" or alone or missing]

    def _within(self, mention: Mention, placed: list[tuple[Mention, Event]]) -> Event | None:
        """The event of an earlier mention in the same sentence, if both tell one."""
        for other, event in reversed(placed):
            joins = _of_one_kind(mention.pattern.event_type, event.event_type)
            if not joins or mention.other or _sides_differ(mention, other):
                continue
            if mention.pattern.event_type in APART and mention.modality != other.modality:
                continue
            if not self._apart_in_sentence(other, mention) and not self._other_nation(other, mention):
                return event
        return None

    def _other_nation(self, first: Mention, second: Mention) -> bool:
        """Whether the second of two mentions has a subject of its own, of another country."""
        boundary = _boundary(self.scan, first, second)
        subjects = [
            [party for party in first.scanned.parties if start <= party.start and party.end <= end and _can_act(party)]
            for start, end in ((0, first.start), (boundary, second.start))
        ]
        if first.trigger.voice != "active" or second.trigger.voice != "active" or not all(subjects):
            return False
        nations = {nation_of(parties[-1].name) for parties in subjects}
        return None not in nations and len(nations) == 2

    def _apart_in_sentence(self, first: Mention, second: Mention) -> bool:
        """Whether each of two mentions of a sentence has a date of its own."""
        boundary = _boundary(self.scan, first, second)
        sentence = first.scanned.sentence
        spoken = self.scan.sayings.dates_speech
        dates = [found for found in first.scanned.dates if found.span and not spoken(sentence, found.start, found.end)]
        before = [found for found in dates if first.start < found.start < boundary]
        after = [found for found in dates if found.start >= boundary]
        return bool(before and after) and not _overlap(before[-1], after[0])

    def _known(self, mention: Mention, placed: list[tuple[Mention, Event]]) -> Event | None:
        """The event told before that the mention tells again, or None."""
        separate = self.scan.separate.search(mention.scanned.sentence.low[: mention.start])
        if mention.again:
            return self._other_told(mention)
        if mention.other or separate:
            return None
        for event in reversed(self.found[-LOOKED_BACK:]):
            if all(event is not other for _, other in placed) and self._joins(mention, event):
                return event
        return None

    def _other_told(self, mention: Mention) -> Event | None:
        """The event that was introduced as another one: "the second strike" after "a second strike"."""
        for event in reversed(self.found[-LOOKED_BACK:]):
            introduced = event.mentions and event.mentions[0].other
            if introduced and _of_one_kind(mention.pattern.event_type, event.event_type):
                return event
        return None

    def _joins(self, mention: Mention, event: Event) -> bool:
        if not _of_one_kind(mention.pattern.event_type, event.event_type):
            return False
        apart = mention.scanned.sentence.index - event.last_sentence
        if mention.pattern.event_type != event.event_type and apart > NEARBY:
            return False
        side = _side(mention)
        if side and event.told.sides - {side}:
            return False
        if mention.pattern.event_type in APART and (
            mention.pattern.event_type == "aid" or _modalities_differ(mention, event)
        ):
            return False
        return not (
            _dates_conflict(self.scan, mention, event)
            or _ships_conflict(mention, event)
            or _seas_conflict(mention, event)
            or self._tolls_conflict(mention, event)
        )

    def _tolls_conflict(self, mention: Mention, event: Event) -> bool:
        """Whether "a strike" with another toll follows: it is another one, as "the strike" would not be."""
        before = mention.scanned.sentence.low[max(0, mention.start - 25) : mention.start]
        if not re.search(r"\b(?:an?|una?)\s+(?:[\w-]+\s+){0,2}$", before):
            return False
        now = {toll.count.stated for toll in mention.scanned.tolls if toll.field == "killed"}
        return bool(event.told.killed and now) and not event.told.killed & now

    def _spoken_of(self, mention: Mention, placed: list[tuple[Mention, Event]]) -> Event | None:
        """The event that weak words speak of: the last one of their type."""
        recent = [event for _, event in reversed(placed)] + self.found[: -LOOKED_BACK - 1 : -1]
        for event in recent:
            if mention.pattern.event_type in {event.event_type, *event.told.types}:
                return None if _dates_conflict(self.scan, mention, event) else event
        return None

    def _new(self, mention: Mention) -> Event:
        before, sentence = self.before, mention.scanned.sentence
        near = before is not None and (before.sentence.paragraph == sentence.paragraph or not self.found)
        event = Event(mention.pattern, lead=before if near else None)
        self.found.append(event)
        return event

    def _goes_on(self, scanned: Scanned, event: Event) -> bool:
        """Whether a sentence without a mention goes on about an event."""
        before = event.portions[-1].scanned.sentence
        if scanned.sentence.index - before.index > 2 or self.scan.separate.search(scanned.sentence.low):
            return False
        if scanned.sentence.paragraph == before.paragraph or scanned.continues:
            return True
        return any(saying.manner in {"deny", "object"} for saying in scanned.sayings)


def _can_act(party: Party) -> bool:
    return party.kind in {"force", "state", "office", "warship"}


def _modalities_differ(mention: Mention, event: Event) -> bool:
    return (mention.modality == "announced") != event.announced


def _of_one_kind(one: EventType, other: EventType) -> bool:
    return one == other or any({one, other} <= family for family in FAMILIES)


def _portions(scan: Scan, scanned: Scanned, placed: list[tuple[Mention, Event]]) -> list[Portion]:
    """The part of the sentence that belongs to each mention: all of it, or from one boundary to the next."""
    length = len(scanned.sentence.plain)
    if len({id(event) for _, event in placed}) == 1:
        return [Portion(scanned, 0, length, aside=_aside(scan, scanned, placed)) for _ in placed]
    cuts = [0]
    for (first, one), (second, other) in pairwise(placed):
        cuts.append(_boundary(scan, first, second) if one is not other else cuts[-1])
    ends = [next((cut for cut in cuts[place + 1 :] if cut > start), length) for place, start in enumerate(cuts)]
    first = placed[0][0]
    shared = [
        first.start if start and mention.pattern is first.pattern else 0
        for start, (mention, _) in zip(cuts, placed, strict=True)
    ]
    return [Portion(scanned, *span) for span in zip(cuts, ends, [True] * len(cuts), shared, strict=True)]


def _aside(scan: Scan, scanned: Scanned, placed: list[tuple[Mention, Event]]) -> tuple[int, int]:
    """The words that tell why something was done, up to the end of the clause; none where they tell an event."""
    found = scan.aside.search(scanned.sentence.low)
    if found is None or any(found.start() <= mention.start < found.end() for mention, _ in placed):
        return 0, 0
    return found.span()


def _boundary(scan: Scan, first: Mention, second: Mention) -> int:
    """Where in a sentence the second of two mentions begins to tell."""
    low = second.scanned.sentence.low
    clause = scan.hedges.clause_start(low, second.start)
    if clause > first.end:
        return clause
    joint = max(low.rfind(word, first.end, second.start) for word in (" and ", " then ", " y ", "; "))
    return joint if joint > first.end else second.start


def _elliptic_cut(scan: Scan, scanned: Scanned, mention: Mention) -> int | None:
    """Where in a sentence a second event begins that leaves out the verb: each has a date and a toll of its own."""
    low, spoken = scanned.sentence.low, scan.sayings.dates_speech
    dates = [
        found
        for found in scanned.dates
        if found.span
        and not found.background
        and found.start > mention.end
        and not spoken(scanned.sentence, found.start, found.end)
    ]
    for first, second in pairwise(dates):
        tolls = [toll for toll in scanned.tolls if first.end <= toll.at < second.start]
        joint = (
            low.find(" and ", first.end, second.start) if " and " in low else low.find(" y ", first.end, second.start)
        )
        if joint >= 0 and tolls and not _overlap(first, second):
            return joint + 1
    return None


def _overlap(one: DateFound, other: DateFound) -> bool:
    if one.span is None or other.span is None:
        return True
    return overlaps(one.span.start, one.span.end, other.span.start, other.span.end)


def _days(scan: Scan, scanned: Scanned, portion: Portion | None = None) -> set[tuple[Moment, Moment]]:
    """The days that a sentence (or a portion of it) gives to what happened, not to speaking or to a campaign."""
    return {
        (found.span.start, found.span.end)
        for found in scanned.dates
        if found.span is not None
        and not found.background
        and found.rule not in {"year", "this_year", "last_year"}
        and (portion is None or portion.holds(found.start))
        and not scan.sayings.dates_speech(scanned.sentence, found.start, found.end)
    }


def _dates_conflict(scan: Scan, mention: Mention, event: Event) -> bool:
    """Whether the dates beside a mention and those of an event cannot be of one event."""
    now, told = _days(scan, mention.scanned), event.told.days
    return bool(now and told) and not any(overlaps(*one, *other) for one in now for other in told)


def _ships_conflict(mention: Mention, event: Event) -> bool:
    if mention.pattern.event_type in {"deployment", "designation", "aid"}:
        return False
    now = {party.name for party in mention.scanned.parties if party.kind == "ship"}
    told = event.told.ships
    return bool(now and told) and not any(_same_name(one, other) for one in now for other in told)


def _same_name(one: str, other: str) -> bool:
    return one.lower() in other.lower() or other.lower() in one.lower()


def _seas_conflict(mention: Mention, event: Event) -> bool:
    now = _seas(mention.scanned)
    return bool(now and event.told.seas) and not now & event.told.seas


def _seas(scanned: Scanned) -> set[str]:
    return {sea for found in scanned.locations for sea in _OCEANS.findall(found.words.lower())}


def _sides_differ(one: Mention, other: Mention) -> bool:
    sides = _side(one), _side(other)
    return None not in sides and sides[0] != sides[1]


def _side(mention: Mention) -> str | None:
    """Whether the one who acts is the law or those against it, as far as the sentence says."""
    if mention.pattern.event_type == "hijack":
        return "pirates"
    if mention.pattern.event_type in {"seizure", "interdiction"}:
        return "law"
    if mention.pattern.event_type not in {"boarding", "attack"}:
        return None
    parties = mention.scanned.parties
    before = [party for party in parties if party.end <= mention.start and party.kind in {"pirates", "group", "force"}]
    after = [party for party in parties if party.start >= mention.end and party.kind in {"pirates", "group", "force"}]
    nearest = (after or before) if mention.trigger.voice == "passive" else (before[-1:] or after)
    if not nearest:
        return None
    return "law" if nearest[0].kind == "force" else "pirates"
