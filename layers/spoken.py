"""The language in which a page on disk speaks: its own words, and how messages, places and records are told in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from geo.message import Message, Param, filled
from layers.page_words import WORDS


def _same(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language by its code, with the words of the page in it (the keys of ``layers.page_words``).

    ``said`` tells a message, ``place`` the name of a sea or country, ``own`` what the records say in words that the
    language has too, ``parties`` the names of those who act; what is not known stays as it is. ``written``: the
    language of the records where it is known and another one than the page's, else empty.
    """

    language: str = "en"
    words: Mapping[str, str] = field(default_factory=lambda: WORDS)
    said: Callable[[Message], str] = str
    place: Callable[[str], str] = _same
    own: Callable[[str], str] = _same
    written: str = ""

    def __call__(self, key: str, **params: Param) -> str:
        """The text of a key with its gaps filled."""
        return filled(self.words[key], params)


ENGLISH = Spoken()
