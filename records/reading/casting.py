"""Who took part in an event: actor, target, partner, and who announced it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from records.incident import Actor
from records.reading.event import Event, Portion
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
_COUNTED: frozenset[PartyKind] = frozenset({"suspects", "pirates", "crew", "vessel", "warship", "aircraft"})
"""Kinds whose name begins with how many they are; the number is not part of the name."""
_PREFERRED: tuple[PartyKind, ...] = (
    "pirates",
    "aircraft",
    "group",
    "force",
    "warship",
    "vessel",
    "suspects",
    "crew",
    "office",
    "state",
    "person",
    "ship",
    "critics",
)
"""Of several that could act, the kind that is taken."""
_ONE_EACH: frozenset[PartyKind] = frozenset({"vessel", "pirates", "crew", "aircraft"})
"""Kinds of which an event has one in each role: later words ("the vessel") speak of the same."""
_STATE_DOES: frozenset[PartyKind] = frozenset({"force", "office", "state", "person", "warship"})

_WITH = re.compile(r"\b(?:with|con)\s+(?:an?|un)?\s*$")

Cast = tuple[Party, ActorRole, Scanned]


class Caster:
    """Gives the parties of events their roles."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._partner = expression(scan.language.partner)
        self._by = expression(scan.language.by)
        self._pronoun = expression(scan.language.pronoun)
        self._claimed = expression(scan.language.claimed)
        self._next_verb = expression(scan.language.next_verb)
        self._team = expression(scan.language.team)
        self._number = expression(
            rf"(?:{scan.language.numbers.amount}|{scan.language.ordinals}|{scan.language.parties.article}) "
        )

    def cast(self, event: Event, findings: Findings) -> None:
        """Find the actors of an event, each once, with the words that name them."""
        blamed = list(self._blamed(event))
        roles = [each for each in self._roles(event) if not (blamed and _is_weapon(event, each))]
        cast = [*sorted(_one_of_each(iter([*roles, *blamed])), key=_is_people), *self._announcers(event)]
        named: dict[tuple[str, ActorRole], Actor] = {}
        for party, role, scanned in cast:
            doubtful = (
                party.alleged
                or (role == "actor" and _is_accused(scanned, party))
                or (role == "target" and _is_suspect(event, party))
            )
            key = self._known(named, self.name(party), role)
            known = named.get(key)
            named[key] = Actor(name=key[0], role=role, alleged=doubtful or bool(known and known.alleged))
            findings.support(scanned, party.start, party.end, "actors")
        findings.values["actors"] = tuple(_by_role(named.values()))

    def name(self, party: Party) -> str:
        """The name of a party, without how many they are."""
        if party.kind not in _COUNTED:
            return party.name
        name = party.name
        while (match := self._number.match(name.lower())) and match.end() < len(name):
            name = name[match.end() :]
        return name

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
        acting: set[str] = set()
        portions = {part.scanned.sentence.index: part for part in reversed(event.portions) if part.own}
        for mention in sorted(event.mentions, key=lambda each: (each.weak, each.pattern is not event.pattern)):
            known = {"actor", "target"} <= acted
            if known and (mention.weak or mention.pattern is not event.pattern):
                continue
            part = portions[mention.scanned.sentence.index]
            for party, role in self._of_mention(event, mention, part):
                # Once both sides are known, later sentences add names and groups, not the same boats in other words.
                if not known or party.kind not in _ONE_EACH | {"warship"}:
                    if party.kind not in event.pattern.also_act:
                        acted.add(role)
                    acting.update([party.name] if role == "actor" else [])
                    yield party, role, mention.scanned
        if "actor" not in acted:
            yield from self._speaker_acts(event)
        yield from (each for each in self._ships_named_later(event) if each[0].name not in acting)
        for part in event.portions:
            for party in part.scanned.parties:
                speaks = any(saying.speaker == party for saying in part.scanned.sayings)
                if part.holds(party.start) and not speaks and self._is_partner(part.scanned, party):
                    yield party, "partner", part.scanned

    def _ships_named_later(self, event: Event) -> Iterator[Cast]:
        """The name of the ship may come in a sentence that goes on: "The vessel, the Amber Star, …"."""
        if "ship" not in event.pattern.target_kinds or event.event_type == "designation":
            return
        for part in event.portions:
            ships = [party for party in part.scanned.parties if party.kind == "ship" and part.holds(party.start)]
            if ships and not self._by.search(part.scanned.sentence.low[: ships[0].start]) and ships[0].start < 60:
                yield ships[0], "target", part.scanned
                return

    def _of_mention(self, event: Event, mention: Mention, part: Portion) -> Iterator[tuple[Party, ActorRole]]:
        scanned = mention.scanned
        speakers = {(saying.speaker.start, saying.speaker.end) for saying in scanned.sayings}
        free = [
            party
            for party in scanned.parties
            if part.holds(party.start) and (party.start, party.end) not in speakers and not _is_place(scanned, party)
        ]
        free = [party for party in free if not self._is_partner(scanned, party)]
        actors = self._actors(event, mention, free) or self._subject_before(event, mention, part)
        actors += [party for party in free if party.kind in event.pattern.also_act and party not in actors]
        yield from ((party, "actor") for party in actors)
        yield from ((party, "target") for party in self._targets(event, mention, free, actors))

    def _subject_before(self, event: Event, mention: Mention, part: Portion) -> list[Party]:
        """The subject of the verb before, which a verb right after an "and" shares: "gave boats and promised money"."""
        between = mention.scanned.sentence.low[part.start : mention.start].split()
        if mention.trigger.voice != "active" or part.start == 0 or between not in ([], ["and"], ["y"]):
            return []
        kinds = event.pattern.actor_kinds
        return [each for each in mention.scanned.parties if each.end <= part.start and each.kind in kinds][:1]

    def _is_partner(self, scanned: Scanned, party: Party) -> bool:
        if party.kind not in _STATE_DOES:
            return False
        low = scanned.sentence.low
        if self._team.match(low, party.end) and _WITH.search(low[: party.start]):
            return True
        helped = self._partner.search(low[max(0, party.start - 60) : party.start]) is not None
        helped = helped or self._joined_partner(scanned, party)
        return helped and self._scan.hedges.modality(low, party.start, party.start) == "happened"

    def _joined_partner(self, scanned: Scanned, party: Party) -> bool:
        """Whether a party follows a partner and an "and": "on a tip from A and B"."""
        low = scanned.sentence.low
        for other in scanned.parties:
            joint = low[other.end : party.start].split()
            if other.end <= party.start and joint in (["and"], ["and", "the"], [","], ["y"]):
                return self._is_partner(scanned, other)
        return False

    def _actors(self, event: Event, mention: Mention, free: list[Party]) -> list[Party]:
        kinds = event.pattern.actor_kinds
        able = [party for party in free if party.kind in kinds and self._can_act(event, mention, party)]
        if mention.trigger.voice == "active":
            able = [party for party in able if party.end <= mention.start] or able
        if not able:
            return []
        first = min(able, key=lambda party: (_PREFERRED.index(party.kind), abs(party.start - mention.start)))
        same = [party for party in able if party.kind == first.kind and party.kind in {"force", "group"}]
        return [first, *(party for party in same if party is not first and abs(party.start - first.start) < 60)]

    def _can_act(self, event: Event, mention: Mention, party: Party) -> bool:
        """Whether the place of a party in the sentence lets it be the one who acts."""
        low = mention.scanned.sentence.low
        by = self._by.search(low[max(0, party.start - 30) : party.start]) is not None
        by = by and self._next_verb.search(low[mention.end : party.start]) is None
        only_actor = party.kind not in event.pattern.target_kinds
        before = party.end <= mention.start
        if mention.trigger.voice == "passive":
            return by or (only_actor and party.kind in {"pirates", "group"})
        if party.kind in _BY_POSITION:
            return by or (before and mention.start - party.end < 60)
        if (
            mention.pattern.event_type == "confrontation"
            and party.kind in {"force", "warship"}
            and _WITH.search(low[: party.start])
        ):
            return mention.end <= party.start
        if mention.trigger.voice == "noun":
            clause = self._scan.hedges.clause_start(low, mention.start)
            return by or (before and party.start >= clause and party.kind != "vessel")
        if party.kind == "aircraft" and event.event_type == "attack":
            return by or before
        return by or before or (only_actor and party.kind in {"pirates", "aircraft"})

    def _targets(self, event: Event, mention: Mention, free: list[Party], actors: list[Party]) -> list[Party]:
        kinds = event.pattern.target_kinds
        able = [party for party in free if party.kind in kinds and party not in actors]
        if mention.trigger.voice == "passive":
            before = [party for party in able if party.end <= mention.start]
            able = before or able
        elif mention.trigger.voice == "active":
            after = [party for party in able if party.start >= mention.start]
            told = {"suspects", "group", "ship"} | ({"vessel"} if event.event_type == "suspicious_approach" else set())
            able = after or [party for party in able if party.kind in told]
        ships = [party for party in able if party.kind in {"ship", "warship"}]
        vessels = [] if ships else [party for party in able if party.kind == "vessel"][:1]
        people = [party for party in able if party.kind not in {"ship", "warship", "vessel", "state"}]
        states = [party for party in able if party.kind == "state" and not ships + vessels + people][:1]
        return [*ships, *vessels, *people, *states]

    def _speaker_acts(self, event: Event) -> Iterator[Cast]:
        """The speaker is the one who acts: "The coast guard said it seized …"."""
        for mention in event.mentions:
            for saying in mention.scanned.sayings:
                if saying.speaker.kind not in event.pattern.actor_kinds:
                    continue
                announces = saying.start < mention.end and mention.start < saying.end
                if announces and saying.speaker.kind == "office" and event.event_type != "designation":
                    continue  # a minister announces what the state gives
                if announces:
                    yield saying.speaker, "actor", mention.scanned
                    return
                if saying.manner not in {"tell", "confirm"}:
                    continue
                between = mention.scanned.sentence.low[saying.end : mention.start]
                if saying.end <= mention.start and (self._pronoun.search(between) or len(between) < 12):
                    yield saying.speaker, "actor", mention.scanned
                    return

    def _blamed(self, event: Event) -> Iterator[Cast]:
        """Those who say that they did it, and those who are accused of it where the report names no other."""
        for part in event.portions:
            scanned, low = part.scanned, part.scanned.sentence.low
            for match in self._claimed.finditer(low, part.start, part.end):
                before = [
                    party for party in scanned.parties if party.end <= match.start() and match.start() - party.end < 40
                ]
                said = self._scan.hedges.modality(low, match.start(), match.end()) == "happened"
                if before and said and before[-1].kind in {"group", "force", "state", "office", "pirates"}:
                    yield before[-1], "actor", scanned
            for saying in scanned.sayings if part.own else ():
                for party in scanned.parties:
                    named = saying.manner == "accuse" and 0 <= party.start - saying.end <= 6
                    if named and party.kind in {"group", "state"} and party.kind in event.pattern.actor_kinds:
                        yield replace(party, alleged=True), "actor", scanned

    def _is_against(self, scanned: Scanned, saying: Saying) -> bool:
        """Whether somebody speaks only to say that it was not so, or as a critic: who disputes does not announce."""
        about = self._scan.sayings.objection(scanned.sentence, saying, scanned.sayings)
        return about == "facts" or (about is not None and saying.speaker.kind == "critics")

    def _announcers(self, event: Event) -> Iterator[Cast]:
        scanned = [part.scanned for part in event.portions if part.own]
        for each in [*([event.lead] if event.lead is not None else []), *scanned]:
            against = [saying for saying in each.sayings if self._is_against(each, saying)]
            for saying in each.sayings:
                tells = saying.speaker.kind in _TELLERS or (saying.speaker.kind == "critics" and each is scanned[0])
                disputes = any(
                    other.start <= saying.start and other.speaker.name == saying.speaker.name for other in against
                )
                if saying.manner in {"tell", "accuse", "confirm"} and tells and not disputes:
                    yield saying.speaker, "announced_by", each


def _sayings(event: Event) -> Iterator[Saying]:
    for part in event.portions:
        if part.own:
            yield from part.scanned.sayings


def _is_accused(scanned: Scanned, party: Party) -> bool:
    """Whether a party comes after words that accuse, or before a speaker who accuses at the end."""
    return any(
        saying.manner == "accuse" and (saying.start < party.start or saying.speaker.start >= party.end)
        for saying in scanned.sayings
    )


def _is_people(cast: Cast) -> bool:
    """Whether a target is the people aboard: the ship is named first."""
    party, role, _ = cast
    return role == "target" and party.kind in {"crew", "suspects"}


def _is_weapon(event: Event, cast: Cast) -> bool:
    """Whether an actor is only the means of an attack (drones), where the report says whose they were."""
    party, role, _ = cast
    return role == "actor" and party.kind == "aircraft" and event.event_type == "attack"


def _is_place(scanned: Scanned, party: Party) -> bool:
    """Whether a country is named as part of a place ("off Acapulco, Mexico") and so acts in nothing."""
    return party.kind == "state" and any(found.start <= party.start < found.end for found in scanned.locations)


def _is_suspect(event: Event, party: Party) -> bool:
    """Whether a target is one only by what somebody claims: nobody struck or caught at sea has been judged."""
    if party.kind == "suspects":
        return True
    return party.kind == "group" and event.event_type in {"strike", "interdiction", "seizure", "boarding"}


def _one_of_each(cast: Iterator[Cast]) -> Iterator[Cast]:
    """Of kinds that an event has once in a role, the first; a ship with a name goes before one without."""
    told = list(cast)
    named = any(party.kind in {"ship", "warship"} and role == "target" for party, role, _ in told)
    seen: set[tuple[PartyKind, ActorRole]] = set()
    for party, role, scanned in told:
        if party.kind == "vessel" and role == "target" and named:
            continue
        if party.kind in _ONE_EACH and (party.kind, role) in seen:
            continue
        seen.add((party.kind, role))
        yield party, role, scanned


def _by_role(actors: Iterable[Actor]) -> list[Actor]:
    order = ("actor", "target", "partner", "announced_by", "disputed_by")
    return sorted(actors, key=lambda actor: order.index(actor.role))
