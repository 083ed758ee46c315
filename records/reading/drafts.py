"""From a scanned report to its drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geo.place import is_place
from records.incident import Actor, Draft
from records.reading.casting import Caster
from records.reading.counting import Counter
from records.reading.dating import date_events
from records.reading.event import Event
from records.reading.findings import Findings
from records.reading.grading import grade
from records.reading.joining import events
from records.reading.placing import Placer
from records.reading.scan import Scan
from records.reading.statements import LONGEST_SUMMARY, short, statements

LONGEST_TITLE = 120
_GOES_ON = re.compile(r"[,;]\s|\s[-–—]\s")
"""What parts a sum and what it is for from the rest of the sentence."""


def drafts(scan: Scan, placer: Placer) -> tuple[Draft, ...]:
    """The drafts of a report, in the order in which it tells them."""
    found = events(scan)
    all_findings = [Findings() for _ in found]
    date_events(scan, found, all_findings)
    caster, counter = Caster(scan), Counter(scan)
    told: list[Findings] = []
    disputes: set[int] = set()
    for event, findings in zip(found, all_findings, strict=True):
        caster.cast(event, findings)
        counter.count(event, findings)
        disputes |= grade(scan, event, findings)
        placer.place(event, findings)
        _name(scan, event, findings)
        told.extend(_split(scan, caster, event, findings))
    spoken = statements(scan, found, disputes)
    for findings in spoken:
        placer.place_statement(findings)
    told.extend(spoken)
    told.sort(key=lambda findings: findings.order)
    return tuple(_draft(scan, findings) for findings in told)


def _draft(scan: Scan, findings: Findings) -> Draft:
    values = {name: value for name, value in findings.values.items() if value is not None}
    return Draft(**values, quotes=findings.quotes(scan.report.text))


def _name(scan: Scan, event: Event, findings: Findings) -> None:
    """Type, sub-type, title and summary, with the words that tell the event."""
    own = [part for part in event.portions if part.own]
    words = " ".join(part.words for part in own)
    around = " ".join(part.scanned.sentence.low for part in own)
    first = next((mention for mention in event.mentions if not mention.weak), event.mentions[0])
    findings.order = first.scanned.sentence.start + first.start
    part = next(part for part in own if part.scanned is first.scanned)
    sentence = " ".join(part.scanned.sentence.plain[part.start : part.end].split())
    findings.values.update(
        event_type=event.event_type,
        sub_event_type=event.pattern.sub_event_type(words) or _sub_type_around(event, around),
        summary=short(sentence, LONGEST_SUMMARY),
    )
    findings.values["title"] = _title(scan, event, findings)
    for mention in event.mentions:
        if mention.weak and mention is not first:
            continue
        findings.support(mention.scanned, mention.start, mention.end, "event_type", "sub_event_type")
    findings.support(part.scanned, part.start, part.end, "title", "summary")


def _sub_type_around(event: Event, words: str) -> str:
    """The sub-type by the whole sentence: "struck a boat on Monday, and another …" leaves the boat out."""
    return event.pattern.sub_event_type(words) if event.event_type == "strike" else ""


def _title(scan: Scan, event: Event, findings: Findings) -> str:
    """What it was, to whom and where: "Strike: small boat, southern Caribbean"."""
    place = scan.parties.without_article(findings.values.get("location_text", ""))
    targets = [actor.name for actor in findings.values.get("actors", ()) if actor.role == "target"]
    if targets and targets[0].lower() in place.lower():
        targets = []  # "near a U.S. vessel" names the target already
    told = ", ".join(part for part in (*targets[:1], place) if part)
    what = event.pattern.titled(findings.values["sub_event_type"])
    return f"{what}: {told}" if told else what


def _split(scan: Scan, caster: Caster, event: Event, findings: Findings) -> Iterator[Findings]:
    """A draft for each named target of a designation, and for each sum of money of aid."""
    if event.event_type == "designation":
        yield from _by_target(event, findings)
    elif event.event_type == "aid":
        yield from _by_sum(scan, event, findings)
    else:
        yield findings


def _by_target(event: Event, findings: Findings) -> Iterator[Findings]:
    actors: tuple[Actor, ...] = findings.values.get("actors", ())
    targets = [actor for actor in actors if actor.role == "target"]
    if len(targets) < 2:
        yield findings
        return
    for target in targets:
        one = findings.copy()
        one.values["actors"] = tuple(actor for actor in actors if actor.role != "target" or actor is target)
        one.values["title"] = f"{event.pattern.title}: {target.name}"
        yield one


def _given(scan: Scan, event: Event) -> str:
    """What was given, where it is no money: the words after the verb, up to a date or the end of the clause."""
    mention = event.mentions[0]
    part = next(part for part in event.portions if part.scanned is mention.scanned)
    dates = [found.start for found in mention.scanned.dates if found.start >= mention.end]
    end = min([part.end, *dates])
    shown = _GOES_ON.split(mention.scanned.sentence.plain[mention.end : end])[0].strip(" .;,")
    return scan.parties.without_article(shown)


def _by_sum(scan: Scan, event: Event, findings: Findings) -> Iterator[Findings]:
    sums = [
        (part.scanned, money)
        for part in event.portions
        if part.own
        for money in part.scanned.money
        if part.holds(money.start)
    ]
    if not sums:
        if given := _given(scan, event):
            findings.values["title"] = short(f"{event.pattern.title}: {given}", LONGEST_TITLE)
        yield findings
        return
    for place, (scanned, money) in enumerate(sums):
        low = scanned.sentence.low
        following = [other.start for at, other in sums[place + 1 :] if at is scanned]
        words = _GOES_ON.split(low[money.start : following[0] if following else len(low)])[0].rstrip(" ,.;")
        words = words.removesuffix(" and").removesuffix(" y")
        one = findings.copy()
        one.take({"quantity": money.count.stated, "quantity_unit": money.unit}, scanned, money.start, money.end)
        one.values["sub_event_type"] = event.pattern.sub_event_type(words) or one.values["sub_event_type"]
        shown = scanned.sentence.plain[money.start : money.start + len(words)]
        one.values["title"] = short(f"{event.pattern.title}: {shown}", LONGEST_TITLE)
        yield one


def located(draft: Draft) -> bool:
    """Whether a draft has a place."""
    return draft.place is not None and is_place(draft.place)
