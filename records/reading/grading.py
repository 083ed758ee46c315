"""How sure it is: claimed, confirmed or taken back; what is disputed, by whom; what the report leaves open."""

from __future__ import annotations

from records.incident import Actor
from records.reading.event import Event
from records.reading.findings import Findings
from records.reading.nations import nation_of
from records.reading.scan import Scan
from records.vocabulary import ActorRole, ClaimStatus, DisputedOn, EventType

_LAW_APPLIES: frozenset[EventType] = frozenset(
    {
        "strike",
        "interdiction",
        "seizure",
        "boarding",
        "confrontation",
        "aircraft_approach",
        "deployment",
        "designation",
        "other",
    }
)
"""What states do, and others may call unlawful; that an attack by pirates is a crime is no dispute."""


def grade(scan: Scan, event: Event, findings: Findings) -> set[int]:
    """Take claim status, dispute and open points of an event; returns the indices of sentences that dispute it."""
    findings.values["claim_status"] = _status(scan, event, findings)
    disputes = _disputes(scan, event, findings)
    _open_points(scan, event, findings)
    return disputes


def _status(scan: Scan, event: Event, findings: Findings) -> ClaimStatus:
    if any(scan.sayings.retracts(part.scanned.sentence) for part in event.portions):
        return "retracted"
    if event.event_type == "designation" and not event.announced:
        return "confirmed"
    tellers = _names(findings, "announced_by")
    actors = _names(findings, "actor")
    for part in event.portions:
        for saying in part.scanned.sayings:
            others = tellers - {saying.speaker.name}
            if saying.manner == "confirm" and saying.speaker.name not in actors and (others or actors):
                findings.support(part.scanned, saying.start, saying.end, "claim_status")
                return "corroborated"
    return "claimed"


def _names(findings: Findings, role: ActorRole) -> set[str]:
    return {actor.name for actor in findings.values.get("actors", ()) if actor.role == role}


def _disputes(scan: Scan, event: Event, findings: Findings) -> set[int]:
    sentences: set[int] = set()
    found: set[str] = set()
    words: list[str] = []
    actors: tuple[Actor, ...] = findings.values.get("actors", ())
    for part in event.portions:
        for saying in part.scanned.sayings:
            about = scan.sayings.objection(part.scanned.sentence, saying, part.scanned.sayings)
            if about is None or not part.holds(saying.start):
                continue
            if about == "legality" and event.event_type not in _LAW_APPLIES:
                continue
            if about == "legality" and _acted(saying.speaker.name, actors):
                continue
            sentences.add(part.scanned.sentence.index)
            found.add(about)
            sentence = part.scanned.sentence
            if sentence.plain not in words:
                words.append(sentence.plain)
            known = any(actor.name == saying.speaker.name and actor.role == "disputed_by" for actor in actors)
            if not known:
                actors = (*actors, Actor(name=saying.speaker.name, role="disputed_by"))
            findings.support(part.scanned, saying.speaker.start, saying.speaker.end, "actors")
            findings.support(part.scanned, 0, len(sentence.plain), "disputed_on", "dispute")
    if found:
        about_all: DisputedOn = "both" if len(found) > 1 else "legality" if "legality" in found else "facts"
        findings.values.update(disputed_on=about_all, dispute=" ".join(" ".join(words).split()), actors=actors)
    return sentences


def _acted(speaker: str, actors: tuple[Actor, ...]) -> bool:
    """Whether the speaker is of the side that acted: what they say of the law defends it."""
    nation = nation_of(speaker)
    acting = {nation_of(actor.name) for actor in actors if actor.role == "actor"}
    return nation is not None and nation in acting


def _open_points(scan: Scan, event: Event, findings: Findings) -> None:
    points: list[str] = []
    for part in event.portions:
        for start, end in scan.sayings.open_points(part.scanned.sentence):
            if part.holds(start):
                findings.support(part.scanned, start, end, "notes")
                points.append(" ".join(part.scanned.sentence.plain[start:end].split()))
    if points:
        findings.values["notes"] = "; ".join(dict.fromkeys(points))
