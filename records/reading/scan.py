"""A report as its sentences, with what each holds found when first asked for.

Finding is bounded by the sentence, and only sentences that tell something are looked at closely, so that the work
grows with the length of the report and no faster.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from records.reading.hedges import Hedges
from records.reading.language import Language
from records.reading.numbers import expression
from records.reading.quantities import Quantity, QuantityFinder
from records.reading.sayings import Saying, SayingFinder
from records.reading.sentences import Sentence, sentences
from records.reading.tolls import Toll, TollFinder, Total
from records.reading.when import Clock, DateFinder, DateFound
from records.reading.where import LocationFinder, LocationFound
from records.reading.who import Party, PartyFinder
from records.report import Report


class Scanned:
    """One sentence and what it holds."""

    def __init__(self, sentence: Sentence, scan: Scan) -> None:
        self.sentence = sentence
        self._scan = scan

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Who is named."""
        return self._scan.parties.find(self.sentence)

    @cached_property
    def dates(self) -> tuple[DateFound, ...]:
        """When, in words."""
        found = self._scan.dates.find(self.sentence.plain)
        return tuple(date for date in found if date.start >= self.sentence.body)

    @cached_property
    def locations(self) -> tuple[LocationFound, ...]:
        """Where, in words."""
        return self._scan.locations.find(self.sentence, self.parties)

    @cached_property
    def total(self) -> Total | None:
        """A running total, if the sentence holds one."""
        return self._scan.tolls.total(self.sentence.low)

    @cached_property
    def tolls(self) -> tuple[Toll, ...]:
        """Tolls, without those of a running total."""
        found = self._scan.tolls.find(self.sentence.low, self.total.start if self.total else None)
        days = [(date.start, date.end) for date in self.dates if date.stated]
        return tuple(toll for toll in found if not any(start <= toll.at < end for start, end in days))

    @cached_property
    def goods(self) -> tuple[Quantity, ...]:
        """Goods with their amounts."""
        return self._scan.quantities.goods(self.sentence.low)

    @cached_property
    def money(self) -> tuple[Quantity, ...]:
        """Sums of money."""
        return self._scan.quantities.money(self.sentence.low)

    @cached_property
    def sayings(self) -> tuple[Saying, ...]:
        """Who says something; "he" and "they" are whoever spoke before."""
        return self._scan.sayings.find(self.sentence, self.parties, self._scan.speaker_before)

    @cached_property
    def named_sayings(self) -> tuple[Saying, ...]:
        """Who says something, as far as the sentence itself names them."""
        return self._scan.sayings.find(self.sentence, self.parties)

    @cached_property
    def continues(self) -> bool:
        """Whether the sentence begins as one that goes on about what was told before."""
        return self._scan.continues.search(self.sentence.low) is not None


@dataclass
class Scan:
    """A report with everything that reads it, made once."""

    report: Report
    language: Language

    def __post_init__(self) -> None:
        language = self.language
        self.hedges = Hedges(language.hedges)
        self.parties = PartyFinder(language.parties)
        self.dates = DateFinder(Clock.of(self.report, language.numbers, language.calendar))
        self.locations = LocationFinder(language.locations, language.numbers.number)
        self.tolls = TollFinder(language.tolls, language.numbers)
        self.quantities = QuantityFinder(language.quantities, language.numbers)
        self.sayings = SayingFinder(language.sayings, language.parties.he)
        self.continues = expression(language.continues)
        self.separate = expression(language.separate)
        self.aside = expression(language.aside)
        self.sentences = tuple(Scanned(sentence, self) for sentence in sentences(self.report.text))
        self.parties.learn(item.sentence for item in self.sentences)

    @property
    def clock(self) -> Clock:
        """What relative dates count from."""
        return self.dates.clock

    def sentence_at(self, offset: int) -> Scanned:
        """The sentence in which an offset of the report lies, or the last one before it."""
        place = bisect_right(self.sentences, offset, key=lambda item: item.sentence.start)
        return self.sentences[max(0, place - 1)]

    def around(self, index: int) -> str:
        """The words, in small letters, of a sentence and of up to two before and after it."""
        return " ".join(item.sentence.low for item in self.sentences[max(0, index - 2) : index + 3])

    def speaker_before(self, index: int) -> Party | None:
        """Who spoke last before a sentence: the person or office that "he" or "they" may be."""
        for earlier in range(index - 1, max(-1, index - 4), -1):
            sayings = self.sentences[earlier].named_sayings
            if sayings:
                return sayings[0].speaker
            people = [party for party in self.sentences[earlier].parties if party.kind == "person"]
            if people:
                return people[0]
        return None
