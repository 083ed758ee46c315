"""Values of a draft as they are found, each with the words that support it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from records.incident import Quote
from records.reading.scan import Scanned


@dataclass
class Findings:
    """Field → value, and the spans of the report's text (code points) → the fields that they support."""

    values: dict[str, Any] = field(default_factory=dict)
    spans: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    order: int = 0
    """Where the report tells it first."""

    def take(self, values: dict[str, Any], scanned: Scanned, start: int, end: int) -> None:
        """Take values that the words at ``start`` to ``end`` of a sentence support."""
        self.values.update(values)
        self.support(scanned, start, end, *values)

    def support(self, scanned: Scanned, start: int, end: int, *fields: str) -> None:
        """Say that words of a sentence support fields."""
        while start < end and scanned.sentence.plain[start].isspace():
            start += 1
        while end > start and scanned.sentence.plain[end - 1] in " ,;:":
            end -= 1
        if start >= end:
            return
        offset = scanned.sentence.start
        known = self.spans.setdefault((offset + start, offset + end), [])
        known.extend(name for name in fields if name not in known)

    def quotes(self, text: str) -> tuple[Quote, ...]:
        """The quotes, in the order of the text; each is the exact slice."""
        return tuple(
            Quote(start=start, end=end, text=text[start:end], supports=tuple(fields))
            for (start, end), fields in sorted(self.spans.items())
        )

    def copy(self) -> Findings:
        """A copy of its own."""
        return Findings(dict(self.values), {span: list(fields) for span, fields in self.spans.items()}, self.order)
