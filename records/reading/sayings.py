"""Who says what: attributions, denials, objections, and what a report leaves open."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from records.reading.numbers import expression
from records.reading.pattern import PartyKind
from records.reading.sentences import Sentence
from records.reading.who import Party

Manner = Literal["tell", "accuse", "confirm", "deny", "object", "urge"]
"""How something is said: told, an accusation, a confirmation, a denial, an objection in law or morals, or will and
warning (what makes a statement)."""

SPEAKERS: frozenset[PartyKind] = frozenset(
    {"force", "office", "person", "state", "group", "critics", "crew", "ship", "pirates"}
)


@dataclass(frozen=True)
class SayingWords:
    """How a language says who speaks: verbs by manner, "according to", and the words that may stand between.

    ``between``: what may stand between the speaker and the verb, any number of times; ``policy``: words of will, duty
    and law that make a saying a statement; ``detail``: words that make it a mere detail of an event; ``legality``,
    ``facts``: what an objection is about (``legality_said``, ``facts_said``: words that object by themselves);
    ``open_points``: what a report says is not known or not answered; ``retracted``: words that take a claim back;
    ``dated``: words beside a date (marked by NUL) that make it the date of the speaking.
    """

    verbs: tuple[tuple[Manner, str], ...]
    according: str
    between: str
    policy: str
    detail: str
    legality: str
    legality_said: str
    facts: str
    facts_said: str
    open_points: str
    retracted: str
    dated: str


@dataclass(frozen=True, slots=True)
class Saying:
    """One act of speech in a sentence: who, how, and where the verb stands (offsets in the sentence)."""

    speaker: Party
    manner: Manner
    start: int
    end: int


@dataclass(frozen=True)
class SayingFinder:
    """Finds the acts of speech of sentences."""

    words: SayingWords
    he: str

    def find(
        self, sentence: Sentence, parties: tuple[Party, ...], last: Callable[[int], Party | None] | None = None
    ) -> tuple[Saying, ...]:
        """The sayings of a sentence; ``last`` tells who "he" or "they" is before the sentence of an index."""
        found: list[Saying] = []
        for match in self._according.finditer(sentence.low):
            speaker = next(
                (party for party in parties if 0 <= party.start - match.end() <= 60 and _speaks(party)), None
            )
            if speaker:
                found.append(Saying(_named_beside(parties, speaker), "tell", match.start(), match.end()))
        verbs = [(manner, match) for manner, verb in self._verbs for match in verb.finditer(sentence.low)]
        for manner, match in sorted(verbs, key=lambda item: item[1].start()):
            speaker = self._before(sentence, parties, match) or self._after(sentence, parties, match)
            speaker = speaker or _again(sentence, match, found) or self._pronoun(sentence, match, last)
            if speaker:
                found.append(Saying(speaker, manner, match.start(), match.end()))
        return tuple(sorted(_once(found), key=lambda saying: saying.start))

    def _before(self, sentence: Sentence, parties: tuple[Party, ...], verb: re.Match[str]) -> Party | None:
        """The nearest party before the verb, with nothing between that could be another speaker's words."""
        for party in reversed(parties):
            if party.end <= verb.start() and _speaks(party):
                gap = sentence.low[party.end : verb.start()]
                if len(gap) <= 120 and self._between.fullmatch(gap):
                    return _explained(sentence, parties, party)
                if gap.strip():
                    return None
        return None

    def _after(self, sentence: Sentence, parties: tuple[Party, ...], verb: re.Match[str]) -> Party | None:
        """The speaker right after a verb that follows a mark: "…, said the ministry"."""
        if not re.search(r"""[,"'?!]\s*$""", sentence.low[: verb.start()]):
            return None
        for party in parties:
            gap = sentence.low[verb.end() : max(verb.end(), party.start)]
            if party.start >= verb.end() and _speaks(party) and len(gap) <= 60 and self._between.fullmatch(gap):
                return party
        return None

    def _pronoun(
        self, sentence: Sentence, verb: re.Match[str], last: Callable[[int], Party | None] | None
    ) -> Party | None:
        if last is None or not self._he.search(sentence.low[max(0, verb.start() - 40) : verb.start()]):
            return None
        speaker = last(sentence.index)
        return None if speaker is None else replace(speaker, start=verb.start(), end=verb.start())

    def is_policy(self, sentence: Sentence) -> bool:
        """Whether the words are of will, duty or law, and so a statement."""
        return self._policy.search(sentence.low) is not None

    def is_detail(self, sentence: Sentence) -> bool:
        """Whether the words are about the ship or crew of an event."""
        return self._detail.search(sentence.low) is not None

    def objection(
        self, sentence: Sentence, saying: Saying, sayings: tuple[Saying, ...]
    ) -> Literal["facts", "legality"] | None:
        """What somebody objects to with a saying, if they object; ``sayings`` are all of the sentence."""
        start, end = _reach(sentence, saying, sayings)
        said = saying.end if saying.speaker.kind != "critics" else start
        objects = saying.manner in {"object", "deny"}
        if (objects and self._legality.search(sentence.low, start, end)) or self._legality_said.search(
            sentence.low, said, end
        ):
            return "legality"
        if saying.manner == "deny" or (objects and self._facts.search(sentence.low, start, end)):
            return "facts"
        return "facts" if self._facts_said.search(sentence.low, said, end) else None

    def open_points(self, sentence: Sentence) -> tuple[tuple[int, int], ...]:
        """Spans of what is said not to be known or answered."""
        return tuple(match.span() for match in self._open.finditer(sentence.low))

    def retracts(self, sentence: Sentence) -> bool:
        """Whether the sentence takes a claim back."""
        return self._retracted.search(sentence.low) is not None

    def dates_speech(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether a date in the sentence belongs to the speaking and not to what is told."""
        if self._just_said.search(sentence.low, max(0, start - 40), start):
            return True
        marked = sentence.low[max(0, start - 70) : start] + "\x00" + sentence.low[end : end + 40]
        return self._dated.search(marked) is not None

    @cached_property
    def _verbs(self) -> tuple[tuple[Manner, re.Pattern[str]], ...]:
        return tuple((manner, expression(rf"\b(?:{words})\b")) for manner, words in self.words.verbs)

    @cached_property
    def _just_said(self) -> re.Pattern[str]:
        verbs = "|".join(words for _, words in self.words.verbs)
        return expression(rf"\b(?:{verbs}) $")

    @cached_property
    def _according(self) -> re.Pattern[str]:
        return expression(self.words.according)

    @cached_property
    def _between(self) -> re.Pattern[str]:
        # Possessive: what was taken is not given back, so that no gap takes more than one pass.
        return expression(rf"(?>{self.words.between})*+")

    @cached_property
    def _policy(self) -> re.Pattern[str]:
        return expression(self.words.policy)

    @cached_property
    def _detail(self) -> re.Pattern[str]:
        return expression(self.words.detail)

    @cached_property
    def _legality(self) -> re.Pattern[str]:
        return expression(self.words.legality)

    @cached_property
    def _legality_said(self) -> re.Pattern[str]:
        return expression(self.words.legality_said)

    @cached_property
    def _facts(self) -> re.Pattern[str]:
        return expression(self.words.facts)

    @cached_property
    def _facts_said(self) -> re.Pattern[str]:
        return expression(self.words.facts_said)

    @cached_property
    def _open(self) -> re.Pattern[str]:
        return expression(self.words.open_points)

    @cached_property
    def _retracted(self) -> re.Pattern[str]:
        return expression(self.words.retracted)

    @cached_property
    def _dated(self) -> re.Pattern[str]:
        return expression(self.words.dated)

    @cached_property
    def _he(self) -> re.Pattern[str]:
        return expression(rf"\b(?:{self.he})(?: [\w'-]+){{0,2}}\W*$")


def _reach(sentence: Sentence, saying: Saying, sayings: tuple[Saying, ...]) -> tuple[int, int]:
    """The part of a sentence that a saying is about: up to the next speaker or objection, from the last one on."""
    apart = [
        other for other in sayings if other.speaker.name != saying.speaker.name or other.manner in {"deny", "object"}
    ]
    before = [other.end for other in apart if other.end <= saying.start]
    after = [
        other.speaker.start if other.speaker.start >= saying.end else other.start
        for other in apart
        if other.start >= saying.end
    ]
    start, end = max(before, default=0), min(after, default=len(sentence.low))
    mark = sentence.low.find(";", saying.end, end)
    return max(start, sentence.low.rfind(";", start, saying.start) + 1), mark if mark >= 0 else end


def _again(sentence: Sentence, verb: re.Match[str], found: list[Saying]) -> Party | None:
    """The speaker of the saying before, whose second verb follows an "and": "… said it did, and denied …"."""
    before = [saying for saying in found if saying.end <= verb.start()]
    joined = re.search(r"\b(?:and|y|but|pero)\s+(?:has\s+|have\s+|also\s+)?$", sentence.low[: verb.start()])
    return max(before, key=lambda saying: saying.start).speaker if before and joined else None


def _named_beside(parties: tuple[Party, ...], speaker: Party) -> Party:
    """The name that comes right after what a speaker is: "the security firm Harbour Watch"."""
    return next((party for party in parties if party.start == speaker.end + 1 and _speaks(party)), speaker)


def _explained(sentence: Sentence, parties: tuple[Party, ...], party: Party) -> Party:
    """The speaker whom a party only explains: the institute in "the institute, a security firm, said"."""
    for other in parties:
        beside = _speaks(other) and other.end <= party.start and sentence.low[other.end : party.start].strip() == ","
        if beside and sentence.low[party.end :].lstrip().startswith(","):
            return other
    return party


def _speaks(party: Party) -> bool:
    return party.kind in SPEAKERS


def _once(found: list[Saying]) -> list[Saying]:
    """Of two sayings at the same words, the first."""
    kept: list[Saying] = []
    for saying in found:
        if all(saying.start >= other.end or saying.end <= other.start for other in kept):
            kept.append(saying)
    return kept
