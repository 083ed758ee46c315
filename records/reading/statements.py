"""What officials said beside events, and running totals: drafts of type ``statement``."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from records.incident import Actor, Claim
from records.reading import wording
from records.reading.event import Event
from records.reading.findings import Findings
from records.reading.numbers import Range
from records.reading.pattern import PartyKind
from records.reading.quantities import largest
from records.reading.sayings import Saying
from records.reading.scan import Scan, Scanned
from records.reading.when import DateFound

_OFFICIAL: frozenset[PartyKind] = frozenset({"person", "office", "state", "group", "force"})
_POLICY_SPEAKERS: frozenset[PartyKind] = frozenset({"person", "state", "group"})
"""Who makes a statement by merely telling of will or duty; of others only warnings and the like are statements."""
LONGEST_SUMMARY = 400


@dataclass
class Spoken:
    """What one speaker says in a report."""

    name: str
    said: list[tuple[Scanned, Saying]] = field(default_factory=list)


def statements(scan: Scan, found: Sequence[Event], disputes: Container[int]) -> list[Findings]:
    """The statements of a report: one for each speaker, and one for each running total.

    Sentences that tell an event, or that dispute one (``disputes``, by index), are none.
    """
    told = {id(part.scanned) for event in found for part in event.portions if part.own}
    speakers: dict[str, Spoken] = {}
    for scanned in scan.sentences:
        if id(scanned) in told or scanned.sentence.heading or scanned.sentence.index in disputes:
            continue
        for saying in scanned.sayings:
            if _is_statement(scan, scanned, saying):
                speakers.setdefault(saying.speaker.name, Spoken(saying.speaker.name)).said.append((scanned, saying))
                break
    drafts = [_said(scan, spoken) for spoken in speakers.values()]
    return drafts + list(_totals(scan))


def _is_statement(scan: Scan, scanned: Scanned, saying: Saying) -> bool:
    if saying.speaker.kind not in _OFFICIAL or scanned.total is not None:
        return False
    if saying.manner in {"urge", "object", "deny"}:
        return saying.manner != "urge" or saying.speaker.kind != "force" or not scan.sayings.is_detail(scanned.sentence)
    if scan.sayings.objection(scanned.sentence, saying, scanned.sayings) == "legality":
        return True
    if saying.speaker.kind not in _POLICY_SPEAKERS:
        return False
    return scan.sayings.is_policy(scanned.sentence) and not scan.sayings.is_detail(scanned.sentence)


def _said(scan: Scan, spoken: Spoken) -> Findings:
    findings = Findings({"event_type": "statement", "claim_status": "claimed"})
    first = spoken.said[0][0].sentence
    findings.order = first.start
    told = short(first.plain[first.body :], 80)
    named = spoken.name.lower() in told[: len(spoken.name) + 40].lower()
    findings.values["title"] = told if named else f"{spoken.name}: {told}"
    findings.values["summary"] = short(" ".join(scanned.sentence.plain for scanned, _ in spoken.said), LONGEST_SUMMARY)
    findings.values["sub_event_type"] = _manner(scan, spoken.said)
    findings.values["actors"] = (Actor(name=spoken.name, role="announced_by"),)
    for scanned, saying in spoken.said:
        findings.support(scanned, 0, len(scanned.sentence.plain), "event_type", "summary")
        if saying.speaker.end > saying.speaker.start:
            findings.support(scanned, saying.speaker.start, saying.speaker.end, "actors")
    _date(scan, [scanned for scanned, _ in spoken.said], findings)
    return findings


def _manner(scan: Scan, said: list[tuple[Scanned, Saying]]) -> str:
    scanned, saying = said[0]
    if saying.manner == "deny":
        return "denial"
    objects = scan.sayings.objection(scanned.sentence, saying, scanned.sayings) == "legality"
    return "objection" if objects or saying.manner == "object" else "policy"


def _date(scan: Scan, said: Iterable[Scanned], findings: Findings) -> None:
    """A statement's date is the one that belongs to the speaking."""
    vague: DateFound | None = None
    for scanned in said:
        for found in scanned.dates:
            if not scan.sayings.dates_speech(scanned.sentence, found.start, found.end):
                continue
            if found.span is None:
                vague = vague or found
                continue
            span = found.span
            values = {"date_start": span.start, "date_end": span.end, "date_precision": span.precision}
            findings.take(values, scanned, found.start, found.end)
            findings.values["date_note"] = found.note
            findings.values["flags"] = found.flags
            return
    findings.values["date_note"] = vague.note if vague and vague.note else wording.DATE_NOT_SAID()


def _period(scan: Scan, scanned: Scanned, findings: Findings) -> None:
    """A total covers a time: "since September", "in 2023"."""
    published = scan.clock.published
    for found in scanned.dates:
        if found.span is None or not (found.background or found.rule in {"year", "this_year", "last_year"}):
            continue
        end = published if found.background else found.span.end
        values = {
            "date_start": found.span.start,
            "date_end": end,
            "date_precision": found.span.precision,
            "date_kind": "throughout",
        }
        findings.take(values, scanned, found.start, found.end)
        findings.values["date_note"] = found.note
        return
    findings.values["date_note"] = wording.DATE_NOT_SAID()


def _totals(scan: Scan) -> Iterable[Findings]:
    """Running totals of a campaign: each figure once."""
    seen: set[tuple[float | None, float | None]] = set()
    for scanned in scan.sentences:
        total = scanned.total
        if total is None or scanned.sentence.heading:
            continue
        goods = largest(scanned.goods) if total.killed is None and total.strikes is None else None
        if total.killed is None and total.strikes is None and goods is None:
            continue
        key = (total.killed.stated if total.killed else None, total.strikes.stated if total.strikes else None)
        if goods is None and key in seen:
            continue
        seen.add(key)
        findings = Findings({"event_type": "statement", "sub_event_type": "campaign_total", "claim_status": "claimed"})
        words = scanned.sentence.plain
        findings.order = scanned.sentence.start + total.start
        findings.values.update(
            title=short(words, 80), summary=short(words, LONGEST_SUMMARY), flags=("total_not_a_toll",)
        )
        _figures(findings, scanned, total.killed, total.strikes)
        if goods is not None:
            values = {"quantity": goods.count.stated, "quantity_unit": goods.unit, "substance": goods.substance}
            findings.take(values, scanned, goods.start, goods.end)
        findings.support(scanned, total.start, total.end, "event_type", "total_claimed", "strikes_min", "strikes_max")
        _period(scan, scanned, findings)
        yield findings


def _figures(findings: Findings, scanned: Scanned, killed: Range | None, strikes: Range | None) -> None:
    if killed is not None and killed.stated is not None:
        findings.values["total_claimed"] = int(killed.stated)
    if strikes is not None:
        findings.values["strikes_min"] = None if strikes.low is None else int(strikes.low)
        findings.values["strikes_max"] = None if strikes.high is None else int(strikes.high)
    tells = [saying for saying in scanned.sayings if saying.manner in {"tell", "confirm"}]
    if tells:
        speaker = tells[0].speaker
        findings.values["actors"] = (Actor(name=speaker.name, role="announced_by"),)
        if killed is not None:
            claim = Claim(claimant=speaker.name, field="total_claimed", value_min=killed.low, value_max=killed.high)
            findings.values["claims"] = (claim,)


def short(words: str, most: int) -> str:
    """Words cut at a blank to a length, with an ellipsis where something was left off."""
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "…"
