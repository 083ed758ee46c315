"""Who took part in an event: actor, target, partner, and who announced it."""

from __future__ import annotations

from collections.abc import Iterator

from records.incident import Actor
from records.reading.events import Event, Portion
from records.reading.findings import Findings
from records.reading.mentions import Mention
from records.reading.numbers import expression
from records.reading.pattern import PartyKind
from records.reading.sayings import Saying
from records.reading.scan import Scan, Scanned
from records.reading.who import Party
from records.vocabulary import ActorRole

_TELLERS: frozenset[PartyKind] = frozenset({"force", "office", "person", "state", "group"})
_BY_POSITION: frozenset[PartyKind] = frozenset({"office", "state", "person"})
"""Parties that are named for many reasons: they act only where they stand as the subject."""
_COUNTED: frozenset[PartyKind] = frozenset({"suspects", "pirates", "crew", "vessel", "aircraft"})
"""Kinds whose name begins with how many they are; the number is not part of the name."""
_PREFERRED: tuple[PartyKind, ...] = (
    "pirates",
    "aircraft",
    "group",
    "force",
    "vessel",
    "suspects",
    "office",
    "state",
    "person",
    "ship",
)
_STATE_DOES: frozenset[PartyKind] = frozenset({"force", "office", "state", "person"})

Cast = tuple[Party, ActorRole, Scanned, bool]


class Caster:
    """Gives the parties of events their roles."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._partner = expression(scan.language.partner)
        self._by = expression(scan.language.by)
        self._pronoun = expression(scan.language.pronoun)
        self._number = expression(rf"(?:{scan.language.numbers.amount}|an?|the|unos|unas|un|una) ")

    def cast(self, event: Event, findings: Findings) -> None:
        """Find the actors of an event, each once, with the words that name them."""
        cast = [*self._roles(event), *self._announcers(event)]
        accused = any(saying.manner == "accuse" for saying in _sayings(event))
        claimed = any(role == "announced_by" for _, role, _, _ in cast)
        named: dict[tuple[str, ActorRole], Actor] = {}
        for party, role, scanned, alleged in cast:
            name = self.name(party)
            doubtful = alleged or party.alleged or (accused and role == "actor")
            doubtful = doubtful or (role == "target" and _is_suspect(event, party, claimed))
            key = self._known(named, name, role)
            known = named.get(key)
            named[key] = Actor(name=key[0], role=role, alleged=doubtful or bool(known and known.alleged))
            findings.support(scanned, party.start, party.end, "actors")
        findings.values["actors"] = tuple(_by_role(named.values()))

    def name(self, party: Party) -> str:
        """The name of a party, without how many they are."""
        if party.kind not in _COUNTED:
            return party.name
        match = self._number.match(party.name.lower())
        return party.name[match.end() :] if match and match.end() < len(party.name) else party.name

    def _known(self, named: dict[tuple[str, ActorRole], Actor], name: str, role: ActorRole) -> tuple[str, ActorRole]:
        """The key under which a party is known already ("the Navy" after "Indian Navy"), else its own."""
        for known, of in named:
            if of == role and (name.lower() in known.lower() or known.lower() in name.lower()):
                if len(name) > len(known):
                    named[(name, role)] = named.pop((known, of))
                    return name, role
                return known, role
        return name, role

    def _roles(self, event: Event) -> Iterator[Cast]:
        acted: set[ActorRole] = set()
        for mention in event.mentions:
            if mention.weak and {"actor", "target"} <= acted:
                continue
            part = next(part for part in event.portions if part.own and part.scanned is mention.scanned)
            for party, role in self._of_mention(event, mention, part):
                acted.add(role)
                yield party, role, mention.scanned, False
        if "actor" not in acted:
            yield from self._speaker_acts(event)

    def _of_mention(self, event: Event, mention: Mention, part: Portion) -> Iterator[tuple[Party, ActorRole]]:
        parties = [party for party in mention.scanned.parties if part.holds(party.start)]
        speakers = {(saying.speaker.start, saying.speaker.end) for saying in mention.scanned.sayings}
        free = [party for party in parties if (party.start, party.end) not in speakers]
        partners = [party for party in free if self._is_partner(mention.scanned, party)]
        yield from ((party, "partner") for party in partners)
        free = [party for party in free if party not in partners]
        actors = self._actors(event, mention, free)
        yield from ((party, "actor") for party in actors)
        yield from ((party, "target") for party in self._targets(event, mention, free, actors))

    def _is_partner(self, scanned: Scanned, party: Party) -> bool:
        if party.kind not in _STATE_DOES:
            return False
        return self._partner.search(scanned.sentence.low[max(0, party.start - 60) : party.start]) is not None

    def _actors(self, event: Event, mention: Mention, free: list[Party]) -> list[Party]:
        kinds = event.pattern.actor_kinds
        able = [party for party in free if party.kind in kinds and self._stands_as_actor(event, mention, party)]
        if not able:
            return []
        first = min(able, key=lambda party: (_PREFERRED.index(party.kind), abs(party.start - mention.start)))
        side = [party for party in able if party.kind == first.kind and party.kind in {"force", "group"}]
        return [first, *(party for party in side if party is not first and abs(party.start - first.start) < 60)]

    def _stands_as_actor(self, event: Event, mention: Mention, party: Party) -> bool:
        """Whether the place of a party in the sentence lets it be the one who acts."""
        low = mention.scanned.sentence.low
        by = self._by.search(low[max(0, party.start - 30) : party.start]) is not None
        only_actor = party.kind not in event.pattern.target_kinds
        if mention.trigger.voice == "passive":
            return (
                by
                or (party.kind in {"pirates", "group"} and only_actor)
                or (
                    only_actor
                    and party.kind == "force"
                    and party.end <= mention.start
                    and self._agent_phrase(low, party)
                )
            )
        if party.kind in _BY_POSITION:
            return (party.end <= mention.start and mention.start - party.end < 60) or by
        if mention.trigger.voice == "noun":
            return by or only_actor or party.end <= mention.start
        return party.end <= mention.start or by or (only_actor and party.kind in {"pirates", "aircraft"})

    def _agent_phrase(self, low: str, party: Party) -> bool:
        return low[party.end : party.end + 1] in {" ", "'"}

    def _targets(self, event: Event, mention: Mention, free: list[Party], actors: list[Party]) -> list[Party]:
        kinds = event.pattern.target_kinds
        able = [party for party in free if party.kind in kinds and party not in actors]
        if mention.trigger.voice == "passive":
            before = [party for party in able if party.end <= mention.start]
            able = before or able
        elif mention.trigger.voice == "active":
            able = [party for party in able if party.start >= mention.start] or [
                party for party in able if party.kind in {"suspects", "group"}
            ]
        ships = [party for party in able if party.kind == "ship"]
        vessels = [] if ships else [party for party in able if party.kind == "vessel"][:1]
        people = [party for party in able if party.kind not in {"ship", "vessel", "state"}]
        states = [party for party in able if party.kind == "state" and not ships + vessels + people][:1]
        return [*ships, *vessels, *people, *states]

    def _speaker_acts(self, event: Event) -> Iterator[Cast]:
        """The speaker is the one who acts: "The coast guard said it seized …"."""
        for mention in event.mentions:
            for saying in mention.scanned.sayings:
                if saying.speaker.kind not in event.pattern.actor_kinds or saying.manner not in {"tell", "confirm"}:
                    continue
                between = mention.scanned.sentence.low[saying.end : mention.start]
                if saying.end <= mention.start and (self._pronoun.search(between) or len(between) < 12):
                    yield saying.speaker, "actor", mention.scanned, False
                    return

    def _announcers(self, event: Event) -> Iterator[Cast]:
        for part in event.portions:
            for saying in part.scanned.sayings:
                tells = saying.manner in {"tell", "accuse", "confirm"} and saying.speaker.kind in _TELLERS
                if tells and part.own and (part.holds(saying.start) or part.holds(saying.speaker.start)):
                    yield saying.speaker, "announced_by", part.scanned, False


def _sayings(event: Event) -> Iterator[Saying]:
    for part in event.portions:
        if part.own:
            yield from part.scanned.sayings


def _is_suspect(event: Event, party: Party, claimed: bool) -> bool:
    """Whether a target is one only by what somebody claims: nobody struck or caught at sea has been judged."""
    if party.kind == "suspects":
        return True
    return party.kind == "group" and event.event_type in {"strike", "interdiction", "seizure", "boarding"}


def _by_role(actors: object) -> list[Actor]:
    order = ("actor", "target", "partner", "announced_by", "disputed_by")
    return sorted(actors, key=lambda actor: order.index(actor.role))  # type: ignore[call-overload, no-any-return]
