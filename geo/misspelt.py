"""Names that the gazetteer knows under another spelling: "Mogadihu", "Tanjungpriok", "Tg. Ayaam".

A capitalised word that stands where a place would stand, and is no known name, is compared with the known ones by
edit distance. It is taken only for a place in a country that the text names, or where the spelling is all but right.
"""

from __future__ import annotations

from dataclasses import replace

from geo.gazetteer import Entry, Gazetteer
from geo.mentions import ORDINARY, Mention, Reading, mention_of
from geo.phrases.relation import FEATURES, PLACE_WORDS
from geo.spelling import Token

_MOST_TRIES = 4
_MOST_SPELLINGS = 30
_SHORTEST = 5
_SURE_LENGTH = 8
_JOINED_AFTER = ("pulau", "tanjung", "tg", "teluk", "muara", "kuala", "ras", "port", "puerto", "isla", "punta", "al")


def mended(reading: Reading, names: Gazetteer, countries: frozenset[str]) -> Reading:
    """The reading with the names that another spelling gives added to it."""
    added: list[Mention] = []
    for first, last in _slots(reading)[:_MOST_TRIES]:
        entries, key = _close(reading.tokens[first:last], names, countries)
        if entries:
            mention = mention_of(reading.tokens, first, last, key, entries, reading.text, reading.heading_end)
            added.append(replace(mention, misspelt=True))
    if not added:
        return reading
    return replace(reading, mentions=(*reading.mentions, *added))


def _slots(reading: Reading) -> list[tuple[int, int]]:
    """Spans of capitalised words, no known names, that follow a word of place or stand in the heading."""
    taken = {index for mention in reading.mentions for index in range(mention.first, mention.last)}
    tokens = reading.tokens
    found = []
    for index, token in enumerate(tokens):
        if index in taken or not _may_be_name(token) or (token.text.isupper() and not reading.in_capitals):
            continue
        first = index
        if index and index - 1 not in taken and not token.breaks and tokens[index - 1].key in _JOINED_AFTER:
            first = index - 1
        if token.start < reading.heading_end or _follows_place_word(tokens, first):
            found.append((first, index + 1))
    return found


def _may_be_name(token: Token) -> bool:
    return len(token.key) >= _SHORTEST and token.text[0].isupper() and token.key.isalpha() and token.key not in ORDINARY


def _follows_place_word(tokens: tuple[Token, ...], first: int) -> bool:
    if first == 0:
        return False
    before = tokens[first - 1].key
    if before in ("the", "of", "el", "la") and first > 1:
        return before == "of" or tokens[first - 2].key in PLACE_WORDS
    return before in PLACE_WORDS or (tokens[first].breaks and before in FEATURES)


def _close(tokens: tuple[Token, ...], names: Gazetteer, countries: frozenset[str]) -> tuple[tuple[Entry, ...], str]:
    key = " ".join(token.key for token in tokens)
    close = names.fuzzy(key, _MOST_SPELLINGS)
    if not close:
        return (), ""
    for other, slips in close:
        entries = tuple(
            entry for entry in names.entries(other) if entry.kind not in ("country", "demonym") or slips == 1
        )
        if countries:
            entries = tuple(entry for entry in entries if countries.intersection(entry.countries))
        elif slips > 1 or len(key) < _SURE_LENGTH:
            entries = ()
        if entries:
            return entries, other
    return (), ""
