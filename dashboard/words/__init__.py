"""What the page says, by language. English is complete; other languages may lack words and then show English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.words import en, es, messages_es, page_es, readers_es
from dashboard.words.places import place_name
from geo.message import Message, Param, filled
from layers import page_words
from records.case.words import own_words
from records.reading.wording import MONTHS

LANGUAGES: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    ("en", "English", en.WORDS),
    ("es", "Español", es.WORDS),
)
"""Code, own name and words of each language, the complete one first."""

_TYPES_ES = {key.replace(".", "_"): text for key, text in es.WORDS.items() if key.startswith("type.")}
MESSAGES: Mapping[str, Mapping[str, str]] = {
    "es": {**messages_es.MESSAGES, **readers_es.MESSAGES, **_TYPES_ES},
}
"""Language → code of a message → its text; English needs none, for messages carry it."""
PAGE_WORDS: Mapping[str, Mapping[str, str]] = {"en": page_words.WORDS, "es": page_es.WORDS}
"""Language → the words of a page on disk."""
_NAMED: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "es": {
        "kind": messages_es.KINDS,
        "part": messages_es.PARTS,
        "source": messages_es.SOURCES,
        "axis": readers_es.AXES,
        "unit": readers_es.UNITS,
        "delimiter": readers_es.DELIMITERS,
        "reason": readers_es.REASONS,
    }
}
_PLACES = ("name", "other", "country")
_DISTANCES = ("distance", "error", "factor", "high", "low", "radius")
"""Gaps that hold a distance: its comma between thousands would read as a decimal mark in other languages."""


_DAYS = ("day", "first", "last", "published")
"""Gaps that may hold a day as reading writes it."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: ``words("rail.what")``; gaps are filled from keyword arguments.

    ``records``: the language in which the records that are spoken of are written, empty where it is not known.
    """

    language: str
    entries: Mapping[str, str]
    records: str = ""

    def __call__(self, key: str, **params: str | int | float) -> str:
        """The text of a key; raises ``KeyError`` where the page has no such words."""
        text = self.entries[key]
        return filled(text, {name: grouped(value) for name, value in params.items()}) if params else text

    def said(self, message: Message | None) -> str:
        """A message in this language: its translation by code where there is one, else its English text."""
        if message is None:
            return ""
        wording = MESSAGES.get(self.language, {}).get(message.code)
        if wording is None:
            return str(message)
        return filled(wording, {name: self._param(name, value) for name, value in message.params.items()})

    def _param(self, name: str, value: Param) -> Param:
        """A gap of a message: names of places, kinds, parts and sources are said in the language too."""
        if name == "expected" and isinstance(value, str):
            return value.replace(" or '", f" {self('or')} '")
        if name in _PLACES and isinstance(value, str):
            return self.place(value)
        if name in _DAYS and isinstance(value, str):
            return self._day(value)
        if name in _DISTANCES:
            return str(value).replace(",", "\u202f").replace(".", self("decimal"))
        return _NAMED.get(self.language, {}).get(name, {}).get(str(value), value)

    def _day(self, written: str) -> str:
        """A day that is written in English words; any other text as it is."""
        day, _, rest = written.partition(" ")
        month, _, year = rest.partition(" ")
        if month not in MONTHS:
            return written
        return self("day.written", day=day, month=self("months.long").split()[MONTHS.index(month)], year=year)

    def place(self, name: str) -> str:
        """The name of a sea, country or waters in this language; as it is where it has none."""
        return place_name(name, self.language)

    def about(self, records: str) -> Words:
        """The same words, about records that are written in a language (empty: not known)."""
        return replace(self, records=records)

    def own(self, text: str) -> str:
        """What the built-in case says in its own words, in this language; any other text as it is."""
        return own_words(self.language).get(text, text)

    def parties(self, names: str) -> str:
        """One party or several, parted by commas, as the built-in case calls them; other names as they are."""
        known = own_words(self.language)
        return known.get(names) or ", ".join(known.get(name, name) for name in names.split(", "))

    def tongue(self, text: str = "", written: str | None = None) -> dict[str, str]:
        """The attribute that says in which language a text stands, where it is another one than the page's.

        Nothing for a text that is told in this language, and where no language is known. ``written``: the language of
        the text, where it is not that of the records.
        """
        language = self.records if written is None else written
        foreign = language not in ("", self.language) and self.own(text) == text
        return {"lang": language} if foreign else {}

    def named(self, room: str, value: str) -> str:
        """The name of a word of the vocabulary (``type``, ``claim`` …); the word itself where none is given."""
        return self.entries.get(f"{room}.{value}", value.replace("_", " "))


ENGLISH = Words("en", en.WORDS)
"""The words of the complete language, in which also the built-in case is written."""


def words_of(language: str) -> Words:
    """The words of a language by its code; English where there is no such language."""
    for code, _, entries in LANGUAGES:
        if code == language:
            return Words(code, {**en.WORDS, **entries})
    return ENGLISH


def grouped(value: str | int | float) -> str | int | float:
    """A whole number of five digits and more in groups of three, parted by narrow spaces; anything else as it is."""
    if isinstance(value, int) and abs(value) >= 10_000:
        return f"{value:,}".replace(",", "\u202f")
    return value
