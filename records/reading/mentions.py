"""Where a report speaks of an event: trigger words, weighed by what stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from records.reading.hedges import Modality
from records.reading.pattern import Pattern, Trigger
from records.reading.scan import Scan, Scanned

ANNOUNCEABLE = frozenset({"designation", "aid", "deployment"})
"""Types that are worth a draft when only announced; of others, what has not happened is no event."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a pattern's words stand: offsets in the sentence, and whether it happened."""

    pattern: Pattern
    trigger: Trigger
    scanned: Scanned
    start: int
    end: int
    modality: Modality
    other: bool = False
    again: bool = False
    """Whether it is another event than the one before, and told already ("the second strike")."""

    @property
    def weak(self) -> bool:
        """Whether the words only speak of an event that is told elsewhere."""
        return self.trigger.strength == "weak"


def mentions(scan: Scan, scanned: Scanned) -> tuple[Mention, ...]:
    """The mentions of one sentence, in order; where two overlap, the stronger and earlier listed one.

    Weak words may speak of events of several types ("the incident"): of those every one is kept.
    """
    found = sorted(_found(scan, scanned), key=lambda item: (item.weak, item.trigger.strength == "alone"))
    kept: list[Mention] = []
    for mention in found:
        rivals = (other for other in kept if not (mention.weak and other.weak))
        if all(mention.start >= other.end or mention.end <= other.start for other in rivals):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda item: item.start))


def _found(scan: Scan, scanned: Scanned) -> Iterator[Mention]:
    low = scanned.sentence.low
    for pattern in scan.language.patterns:
        if not pattern.speaks_in(low):
            continue
        for trigger in pattern.triggers:
            if not trigger.fits(low, scan.around(scanned.sentence.index) if trigger.near else ""):
                continue
            for match in trigger.expression.finditer(low):
                start, end = match.span("t") if "t" in match.re.groupindex else match.span()
                modality = scan.hedges.modality(low, start, end)
                if modality == "happened" and trigger.announces:
                    modality = "announced"
                if modality == "announced" and pattern.event_type not in ANNOUNCEABLE:
                    modality = "imagined"
                other, again = scan.hedges.is_other(low, start), scan.hedges.is_again(low, start)
                yield Mention(pattern, trigger, scanned, start, end, modality, other, other and again)
