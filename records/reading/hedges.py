"""Whether a told event happened: denied, imagined, announced for later, or only spoken of in general."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from records.reading.numbers import expression

Modality = Literal["happened", "announced", "imagined", "negated", "general"]


@dataclass(frozen=True)
class HedgeWords:
    """Words before a trigger (same clause) that take its force away; ``clause`` is what begins a new clause.

    ``near``: how many words may stand between. ``general``: words that make a plural mere background;
    ``general_sentence``: the same, anywhere in the sentence. ``plural``: triggers that are plurals of nouns.
    ``counted``: a number right before a plural, which makes it definite again; so does a day after it (``dated``).
    ``other``: words right before a trigger that make it another event; ``again``: those that speak of that other one
    once more ("the second strike").
    """

    clause: str
    negated: str
    imagined: str
    announced: str
    general: str
    general_sentence: str
    plural: str
    counted: str
    other: str
    after_negated: str
    again: str
    dated: str
    near: int = 5


@dataclass(frozen=True)
class Hedges:
    """Tells the modality of a trigger from the words around it."""

    words: HedgeWords

    def modality(self, low: str, start: int, end: int) -> Modality:
        """Whether what the trigger at ``start`` to ``end`` tells happened."""
        before = self._clause(low, start)
        if self._near(self._negated, before) or self._after_negated.match(low, end):
            return "negated"
        if self._near(self._announced, before):
            return "announced"
        if self._near(self._imagined, before):
            return "imagined"
        if self._is_general(low, start, end, before):
            return "general"
        return "happened"

    def is_other(self, low: str, start: int) -> bool:
        """Whether the words right before say that this is another event ("a second strike")."""
        return self._other.search(low[max(0, start - 50) : start]) is not None

    def is_again(self, low: str, start: int) -> bool:
        """Whether the words right before speak of another event as one told already ("the second strike")."""
        return self._again.search(low[max(0, start - 50) : start]) is not None

    def clause_start(self, low: str, start: int) -> int:
        """Where the clause begins in which an offset stands."""
        return start - len(self._clause(low, start))

    def _clause(self, low: str, start: int) -> str:
        text = low[max(0, start - 160) : start]
        begins = 0
        for match in self._clause_start.finditer(text):
            begins = match.end()
        return text[begins:]

    def _near(self, words: re.Pattern[str], before: str) -> bool:
        return words.search(before) is not None

    def _is_general(self, low: str, start: int, end: int, before: str) -> bool:
        if self._general_sentence.search(low) and not self._counted.search(before):
            return True
        if not self._plural.fullmatch(low[start:end]):
            return False
        if self._dated.match(low, end):
            return False
        return self._near(self._general, before) or not self._counted.search(before)

    def _pattern(self, words: str) -> re.Pattern[str]:
        return expression(rf"(?:{words})(?:[\s,]+[\w'$.-]+){{0,{self.words.near}}}\W*$")

    @cached_property
    def _clause_start(self) -> re.Pattern[str]:
        return expression(self.words.clause)

    @cached_property
    def _negated(self) -> re.Pattern[str]:
        return self._pattern(self.words.negated)

    @cached_property
    def _imagined(self) -> re.Pattern[str]:
        return self._pattern(self.words.imagined)

    @cached_property
    def _announced(self) -> re.Pattern[str]:
        return self._pattern(self.words.announced)

    @cached_property
    def _general(self) -> re.Pattern[str]:
        return self._pattern(self.words.general)

    @cached_property
    def _general_sentence(self) -> re.Pattern[str]:
        return expression(self.words.general_sentence)

    @cached_property
    def _plural(self) -> re.Pattern[str]:
        return expression(self.words.plural)

    @cached_property
    def _counted(self) -> re.Pattern[str]:
        return expression(self.words.counted)

    @cached_property
    def _other(self) -> re.Pattern[str]:
        return expression(self.words.other)

    @cached_property
    def _again(self) -> re.Pattern[str]:
        return expression(self.words.again)

    @cached_property
    def _dated(self) -> re.Pattern[str]:
        return expression(self.words.dated)

    @cached_property
    def _after_negated(self) -> re.Pattern[str]:
        return expression(self.words.after_negated)
