"""How many: tolls with who claims them, vessels, strikes, and what was taken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from records.incident import Claim
from records.reading.event import Event, Portion
from records.reading.findings import Findings
from records.reading.numbers import Range, expression
from records.reading.quantities import Quantity, largest
from records.reading.scan import Scan, Scanned
from records.reading.tolls import Toll, TollField

TOLL_FIELDS: tuple[TollField, ...] = ("killed", "injured", "survivors", "missing")
_TAKEN = frozenset({"seizure", "interdiction", "boarding", "other"})
Told = tuple[Scanned, Toll]


class Counter:
    """Counts for events."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._strikes = expression(scan.language.strikes.replace("AMOUNT", scan.language.numbers.amount))
        self._vessel = expression(rf"\b{scan.language.vessels}")
        self._one = expression(scan.language.one)
        self._plural = expression(scan.language.plural)
        self._amount = expression(scan.language.numbers.amount)

    def count(self, event: Event, findings: Findings) -> None:
        """Take tolls, vessels, strikes and quantities of an event."""
        if event.at_sea:
            for name in TOLL_FIELDS:
                self._toll(event, name, findings)
            self._vessels(event, findings)
        if event.event_type == "strike":
            self._strike_count(event, findings)
        if event.event_type in _TAKEN:
            self._goods(event, findings)

    def _tolls(self, event: Event, name: TollField) -> Iterator[Told]:
        for part in event.portions:
            for toll in part.scanned.tolls:
                if toll.field == name and part.holds(toll.start) and not self._of_another_year(event, part, toll):
                    yield part.scanned, toll

    def _of_another_year(self, event: Event, part: Portion, toll: Toll) -> bool:
        """A figure with a bare year of its own belongs to an older event: "… which killed 17 in 2000"."""
        after = part.scanned.sentence.low[toll.end : toll.end + 40]
        return re.search(
            r"^[^,;]{0,25}\b(?:in|en)\s+(?:19|20)\d\d\b", after
        ) is not None and part.scanned.sentence.index != (event.mentions[0].scanned.sentence.index)

    def _toll(self, event: Event, name: TollField, findings: Findings) -> None:
        told = list(self._tolls(event, name))
        if not told:
            return
        counts = _settled(told)
        low, high = _ends(counts)
        presumed = [toll for _, toll in told if toll.presumed]
        if presumed and name == "killed":
            sure = [toll.count for _, toll in told if not toll.presumed]
            low = _ends(sure)[0] if sure else None
            findings.values["killed_max_reason"] = "presumed"
        elif name == "killed" and len({(count.low, count.high) for count in counts}) > 1:
            findings.values["killed_max_reason"] = "differing"
        values = {f"{name}_min": low, f"{name}_max": high}
        for scanned, toll in told:
            findings.support(
                scanned, toll.start, toll.end, *(field for field, end in values.items() if end is not None)
            )
            self._claim(findings, name, scanned, toll)
        findings.values.update(values)

    def _claim(self, findings: Findings, name: TollField, scanned: Scanned, toll: Toll) -> None:
        """Who says so: the nearest saying of the sentence."""
        tells = [
            saying
            for saying in scanned.sayings
            if saying.manner in {"tell", "confirm", "accuse"} and saying.speaker.kind not in {"crew", "ship", "pirates"}
        ]
        if not tells:
            return
        saying = min(tells, key=lambda item: abs(item.start - toll.start))
        claim = Claim(
            claimant=saying.speaker.name,
            field=name,
            value=scanned.sentence.plain[toll.start : toll.end],
            value_min=toll.count.low,
            value_max=toll.count.high,
        )
        findings.values["claims"] = (*findings.values.get("claims", ()), claim)

    def _vessels(self, event: Event, findings: Findings) -> None:
        """How many vessels it was done to, where the words next to the trigger say."""
        for mention in event.mentions:
            if mention.weak:
                continue
            for party in mention.scanned.parties:
                target = party.kind in {"vessel", "ship"} and event.event_type not in {
                    "aircraft_approach",
                    "confrontation",
                    "deployment",
                }
                beside = (
                    party.start >= mention.end if mention.trigger.voice != "passive" else party.end <= mention.start
                )
                if not target or not beside or abs(party.start - mention.start) > 120:
                    continue
                low = mention.scanned.sentence.low
                count = self._how_many(low[party.start : party.end], party.kind == "ship")
                if party.kind == "ship":
                    count = len({each.name for each in mention.scanned.parties if each.kind == "ship"})
                if count is not None:
                    findings.take({"vessels": count}, mention.scanned, party.start, party.end)
                return

    def _how_many(self, words: str, named: bool) -> int | None:
        match = self._amount.match(words)
        if match:
            stated = self._scan.language.numbers.read(match.group()).stated
            return int(stated) if stated is not None else None
        if self._plural.search(words) and not named:
            return None
        return 1 if named or self._one.match(words) else None

    def _strike_count(self, event: Event, findings: Findings) -> None:
        for part in event.portions:
            total = part.scanned.total
            for match in self._strikes.finditer(part.scanned.sentence.low, part.start, part.end):
                if part.own and (total is None or match.end() <= total.start):
                    count = self._scan.language.numbers.read(match["n"])
                    values = {"strikes_min": _int(count.low), "strikes_max": _int(count.high)}
                    findings.take(values, part.scanned, *match.span())
                    return
        for mention in event.mentions:
            if (
                mention.trigger.voice == "noun"
                and not mention.weak
                and not mention.scanned.sentence.low[: mention.end].endswith("s")
            ):
                findings.take({"strikes_min": 1, "strikes_max": 1}, mention.scanned, mention.start, mention.end)
                return

    def _goods(self, event: Event, findings: Findings) -> None:
        found: list[tuple[Scanned, Quantity]] = []
        for part in event.portions:
            if part.scanned.total is None:
                found += [(part.scanned, item) for item in part.scanned.goods if part.holds(item.start)]
        named = self._substances(event)
        taken = event.event_type in {"seizure", "interdiction"} or event.event_type == "other"
        chosen = largest(item for _, item in found if item.substance or (item.weighed and taken))
        if chosen is not None:
            scanned = next(scanned for scanned, item in found if item is chosen)
            values = {"quantity": chosen.count.stated, "quantity_unit": chosen.unit}
            findings.take(values, scanned, chosen.start, chosen.end)
            self._other_goods(findings, found, chosen)
        substances = [name for name, *_ in named if name != "drugs"] or [name for name, *_ in named]
        if chosen is not None and chosen.substance:
            substances = [chosen.substance, *(name for name in substances if name not in {chosen.substance, "drugs"})]
        if substances:
            findings.values["substance"] = ";".join(dict.fromkeys(substances))
            for name, scanned, start, end in named:
                if name in substances:
                    findings.support(scanned, start, end, "substance")

    def _substances(self, event: Event) -> list[tuple[str, Scanned, int, int]]:
        return [
            (name, part.scanned, start, end)
            for part in event.portions
            if part.own
            for name, start, end in self._scan.quantities.substances(part.scanned.sentence.low)
            if part.holds(start)
        ]

    def _other_goods(self, findings: Findings, found: list[tuple[Scanned, Quantity]], chosen: Quantity) -> None:
        """What was taken besides: kept as claims, for a record has one quantity."""
        for scanned, item in found:
            if item is chosen or not item.substance or item.substance == chosen.substance:
                continue
            claim = Claim(
                claimant="",
                field="quantity",
                value=scanned.sentence.plain[item.start : item.end].strip(),
                value_min=item.count.low,
                value_max=item.count.high,
            )
            findings.values["claims"] = (*findings.values.get("claims", ()), claim)
            findings.support(scanned, item.start, item.end, "claims")


def _settled(told: list[Told]) -> list[Range]:
    """The figures that stand: a revised one replaces those before it."""
    counts: list[Range] = []
    for _, toll in told:
        counts = [toll.count] if toll.revised else [*counts, toll.count]
    return counts


def _ends(counts: list[Range]) -> tuple[int | None, int | None]:
    """The range of figures of one toll: the least and the most that any of them says."""
    lows = [count.low for count in counts if count.low is not None]
    highs = [count.high for count in counts]
    low = _int(min(lows)) if lows else None
    high = (
        None
        if any(end is None for end in highs) and len(counts) == 1
        else _int(max((end for end in highs if end is not None), default=None))
    )
    return low, high


def _int(value: float | None) -> int | None:
    return None if value is None else int(value)
