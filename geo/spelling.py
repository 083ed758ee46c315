"""Spellings made comparable: words of a text with their places, and one key for each spelling of a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_APOSTROPHES = "'’‘`´ʻʼʿʾ′"
_WORD = re.compile(rf"[^\W\d_](?:\.[^\W\d_])+\b\.?|[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*")
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "Æ": "ae"}
    | {"œ": "oe", "Œ": "oe", "ı": "i", "ŋ": "n"}
    | dict.fromkeys(_APOSTROPHES + ".", "")
)
_POSSESSIVE = tuple(f"{mark}{letter}" for mark in _APOSTROPHES for letter in "sS")
_ENDS_A_NAME = re.compile(r'[,;:!?()\[\]{}"“”«»|/\n\r\t•–—*]')


class Token(NamedTuple):
    """A word of a text: ``text[start:end]``, its comparable ``key``, and whether no name may run on into it."""

    start: int
    end: int
    text: str
    key: str
    breaks: bool


@lru_cache(maxsize=65_536)
def word_key(word: str) -> str:
    """One word in lower case without accents, apostrophes, dots and a possessive s ("Nigeria's" is nigeria)."""
    if len(word) > 5 and word.endswith(_POSSESSIVE):
        word = word[:-2]
    if word.isascii() and word.isalnum():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


def normalise(text: str) -> str:
    """The key of a name: its words' keys with single spaces ("S. China Sea" is "s china sea")."""
    return " ".join([word_key(word) for word in _WORD.findall(text)])


def tokenise(text: str) -> list[Token]:
    """The words of a text in order. A word ``breaks`` when a mark stands before it that ends a name.

    A full stop ends one too, but for the stop of an abbreviation ("P. Bintan", "St. Lucia", "Tg. Ayam").
    """
    tokens: list[Token] = []
    previous_end = 0
    previous = ""
    for match in _WORD.finditer(text):
        start, end = match.span()
        gap = text[previous_end:start]
        breaks = gap != " " and gap != "-" and _breaks(gap, previous)
        previous_end, previous = end, match[0]
        tokens.append(Token(start, end, previous, word_key(previous), breaks))
    return tokens


def _breaks(gap: str, before: str) -> bool:
    """Whether what stands between two words ends a name."""
    if _ENDS_A_NAME.search(gap):
        return True
    return "." in gap and (len(before) > 3 or before.isdigit() or len(gap) > 2)
