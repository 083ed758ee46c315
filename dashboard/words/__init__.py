"""What the page says, by language. English is complete; other languages may lack words and then show English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.words import en, es
from geo.message import Message

LANGUAGES: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    ("en", "English", en.WORDS),
    ("es", "Español", es.WORDS),
)
"""Code, own name and words of each language, the complete one first."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: ``words("rail.what")``; gaps are filled from keyword arguments."""

    language: str
    entries: Mapping[str, str]

    def __call__(self, key: str, **params: str | int | float) -> str:
        """The text of a key; raises ``KeyError`` where the page has no such words."""
        text = self.entries[key]
        return text.format(**params) if params else text

    def said(self, message: Message | None) -> str:
        """A message in this language: its translation by code where there is one, else its English text."""
        if message is None:
            return ""
        wording = self.entries.get(f"message.{message.code}")
        return str(message) if wording is None else wording.format(**message.params)

    def named(self, room: str, value: str) -> str:
        """The name of a word of the vocabulary (``type``, ``claim`` …); the word itself where none is given."""
        return self.entries.get(f"{room}.{value}", value.replace("_", " "))


def words_of(language: str) -> Words:
    """The words of a language by its code; English where there is no such language."""
    for code, _, entries in LANGUAGES:
        if code == language:
            return Words(code, {**en.WORDS, **entries})
    return Words("en", en.WORDS)
