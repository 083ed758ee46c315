"""Where an event happened: its own words first, then the sentence that sets the scene, then the report's context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from geo.message import Wording
from geo.place import AREA_RADIUS_M, NotLocated, Place, is_place
from records.reading import wording
from records.reading.event import Event
from records.reading.findings import Findings
from records.reading.scan import Scan, Scanned
from records.reading.where import LocationFound
from records.vocabulary import NOT_AT_SEA

Locate = Callable[[str], Place | NotLocated]
"""Words to a place, in the context of the report."""

LEAST_CONTEXT_RADIUS_M = 2 * AREA_RADIUS_M
"""A place taken from the context of a report is never taken for a narrower one than this."""
GENERIC_WEIGHT = 1.0
"""Words of this weight ("in international waters") name no place of their own."""
CONTEXT_WEIGHT = 1.4

Located = tuple[Scanned, LocationFound]


@dataclass
class Placer:
    """Places the events of one report; the same words are looked up once."""

    scan: Scan
    locate: Locate
    given: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self._known: dict[str, Place | NotLocated] = {}
        self._context: tuple[Scanned | None, LocationFound | None, str] | None = None

    def place(self, event: Event, findings: Findings) -> None:
        """Find the words of an event's place, and the place."""
        first = event.mentions[0].scanned
        named = sorted(
            self._candidates(event),
            key=lambda item: (-item[1].weight, item[0] is not first, self._distance(event, item)),
        )
        failed: NotLocated | None = None
        for scanned, found in named:
            answer = self._look_up(found.words)
            if is_place(answer) and found.weight > GENERIC_WEIGHT:
                findings.take({"location_text": found.words, "place": answer}, scanned, found.start, found.end)
                return
            if isinstance(answer, NotLocated) and failed is None and found.weight > GENERIC_WEIGHT:
                failed = answer
        if named:
            scanned, found = named[0]
            findings.take({"location_text": found.words}, scanned, found.start, found.end)
        if failed is not None:
            findings.values["not_located_reason"] = failed.reason
        elif event.event_type in NOT_AT_SEA:
            findings.values["not_located_reason"] = wording.NO_PLACE_NAMED()
        else:
            self._by_context(event, findings)

    def place_statement(self, findings: Findings) -> None:
        """A statement has a place only where its own words name one."""
        own = {start: self.scan.sentence_at(start) for start, _ in sorted(findings.spans)}
        for scanned in dict.fromkeys(own.values()):
            for found in scanned.locations:
                answer = self._look_up(found.words) if found.speech else None
                if answer is not None and is_place(answer):
                    findings.take({"location_text": found.words, "place": answer}, scanned, found.start, found.end)
                    return
        findings.values["not_located_reason"] = wording.NO_PLACE_NAMED()

    def _candidates(self, event: Event) -> Iterator[Located]:
        """Places in the event's sentences; those that only go on about it count where none of its own does."""
        deploys = event.event_type == "deployment"
        found = list(self._in_portions(event, own=True, towards=deploys))
        if not any(item.weight > GENERIC_WEIGHT for _, item in found):
            found += [
                item
                for item in self._in_portions(event, own=False, towards=deploys)
                if item[1].sea or item[1].weight > 2
            ]
        if event.lead is not None and not any(item.weight > GENERIC_WEIGHT for _, item in found):
            found += [(event.lead, item) for item in event.lead.locations if not item.speech and not item.towards]
        yield from found

    def _in_portions(self, event: Event, *, own: bool, towards: bool) -> Iterator[Located]:
        for part in event.portions:
            if part.own != own:
                continue
            for found in part.scanned.locations:
                spoken = found.speech and event.event_type not in NOT_AT_SEA
                if part.holds(found.start) and not spoken and (towards or not found.towards):
                    yield part.scanned, found

    def _distance(self, event: Event, item: Located) -> int:
        scanned, found = item
        near = [mention.start for mention in event.mentions_in(scanned) if not mention.weak]
        return min((abs(start - found.start) for start in near), default=9999)

    def _look_up(self, words: str) -> Place | NotLocated:
        key = " ".join(words.split())
        if key not in self._known:
            self._known[key] = self.locate(key)
        return self._known[key]

    def _by_context(self, event: Event, findings: Findings) -> None:
        """The sea that the report names elsewhere: a region, and a step that says so."""
        if "location_text" not in findings.values:
            self._beside(event, findings)
        for scanned, found, words, said in self._contexts():
            answer = self._look_up(words)
            if not is_place(answer):
                continue
            findings.values["place"] = replace(
                answer,
                radius_m=max(answer.radius_m, LEAST_CONTEXT_RADIUS_M),
                region=answer.region if answer.radius_m >= LEAST_CONTEXT_RADIUS_M else None,
                region_id=answer.region_id if answer.radius_m >= LEAST_CONTEXT_RADIUS_M else None,
                geo_precision="region",
                location_method="report_context",
                location_steps=(said(words=words), *answer.location_steps),
            )
            if scanned is not None and found is not None:
                findings.support(scanned, found.start, found.end, "place")
            return
        findings.values["not_located_reason"] = wording.NO_PLACE_NAMED()

    def _beside(self, event: Event, findings: Findings) -> None:
        for part in event.portions:
            span = self.scan.locations.beside(part.scanned.sentence) if part.own else None
            if span and part.holds(span[0]):
                findings.take({"location_text": part.scanned.sentence.plain[slice(*span)]}, part.scanned, *span)
                return

    def _contexts(self) -> Iterator[tuple[Scanned | None, LocationFound | None, str, Wording]]:
        """Seas of the report, the most often named first; then what was given with it."""
        if self._context is None:
            self._context = self._most_named()
        scanned, found, words = self._context
        if words:
            yield scanned, found, words, wording.PLACE_FROM_CONTEXT
        for name in self.given:
            yield None, None, name, wording.PLACE_GIVEN_CONTEXT

    def _most_named(self) -> tuple[Scanned | None, LocationFound | None, str]:
        seas = [
            (scanned, found)
            for scanned in self.scan.sentences
            for found in scanned.locations
            if found.sea and not found.speech and found.weight >= CONTEXT_WEIGHT
        ]
        if not seas:
            return None, None, ""
        counts = Counter(_bare(found.words) for _, found in seas)
        scanned, found = max(seas, key=lambda item: (counts[_bare(item[1].words)], -item[0].sentence.index))
        return scanned, found, found.words


def _bare(words: str) -> str:
    return words.lower().removeprefix("the ").removesuffix(" sea").removesuffix(" ocean").strip()
