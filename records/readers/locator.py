"""Places for the words of rows: many rows name the same place, which is looked for once."""

from __future__ import annotations

from geo.place import NotLocated, Place

_KEPT = 100_000


class Locator:
    """Finds places for words and remembers its answers. ``asked`` and ``found`` count different words."""

    def __init__(self) -> None:
        self._answers: dict[str, Place | NotLocated] = {}
        self.asked = 0
        self.found = 0

    def knows(self, words: str) -> bool:
        """Whether the answer for these words is remembered."""
        return words in self._answers

    def __call__(self, words: str) -> Place | NotLocated:
        """The place that words mean, or why none was found."""
        known = self._answers.get(words)
        if known is not None:
            return known
        from geo import Context, locate

        answer = locate(words, Context())
        self.asked += 1
        self.found += isinstance(answer, Place)
        if len(self._answers) < _KEPT:
            self._answers[words] = answer
        return answer
