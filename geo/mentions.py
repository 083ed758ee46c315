"""The names in a text, each with what the words about it say, and whether it is meant as a place at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geo.gazetteer import Entry, Gazetteer, Match
from geo.phrases import Relation, relation_of
from geo.phrases.relation import COMPASS, FEATURES, PLACE_WORDS
from geo.phrases.words import words
from geo.spelling import Token, tokenise

_HEADING_END = re.compile(r":(?!\d)")
_HIGH_SEAS = re.compile(
    r"\b(?:international|neutral) waters\b|\bhigh seas\b|\boutside (?:its|the|\w+) ?\w* ?(?:waters|limit|zone)\b"
    r"|\boutside [^,;]{0,30}(?:economic zone|12[- ]mile)|\baguas internacionales\b|\balta mar\b|\baltamar\b",
    re.IGNORECASE,
)
_UNSTATED = re.compile(
    r"\b(?:place|location|position|sea|lugar|posición)\b[^,;.]{0,12}\bnot (?:stated|given|seen|disclosed|known|told)\b"
    r"|\b(?:unknown|undisclosed|unspecified) (?:place|location|position|waters)\b"
    r"|\blugar (?:desconocido|no indicado)\b",
    re.IGNORECASE,
)
_LONGEST_HEADING = 110
_LONGEST_PHRASE = 14
_MOST_TOKENS = 4_000
_MOST_MENTIONS = 60
_GENERIC = (
    frozenset(FEATURES)
    | frozenset(COMPASS)
    | PLACE_WORDS
    | words("fishing the and new inner outer route el la los las un una de del")
)
_DAYS = words(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september "
    "october november december monday tuesday wednesday thursday friday saturday sunday enero febrero marzo abril mayo "
    "junio julio agosto septiembre setiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado "
    "domingo today yesterday"
)
_STARTERS = words(
    "the a an on in at when while upon after before six five four three two one seven eight nine ten pirates "
    "robbers master crew duty vessel vessels ship alarm all no reported armed attackers men persons several "
    "unidentified an is was were they he it its this that there incident imb oni ukmto lt utc local vhf ais "
    "as by for from to and or with via near off between around about approximately el la los las un una en de "
    "del al y cuando tras bulk tanker container chemical general cargo tug yacht authorities navy police "
    "coast guard president port nm sea ocean note captain chief officer second third watch boarded robbed "
    "hijacked"
)
ORDINARY = _GENERIC | _DAYS | _STARTERS
"""Words that begin with a capital for other reasons than being names."""
_SMALL_WORDS = frozenset(["us", "uk"])
_NO_ENDS = words("de del of la el the los las and y")
_OWN_SOURCES = frozenset(["seas", "sea_names", "user"])
_NAMES_OF_AREAS = frozenset(["country", "demonym", "region", "coast_region"])


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: tokens ``first`` to ``last`` (excluded), what it may mean, and how it stands there.

    ``heading``: in the line that heads the report ("INDONESIA:"). ``capitals``: written in capitals in a text that is
    not (a ship's name, as a rule). ``cut``: a capitalised word that is no name stands beside it without a mark
    ("Bone Manjing"). ``lower``: written in lower case. ``misspelt``: known under another spelling.
    ``place_in_text``: 0 at the start, 1 at the end.
    """

    first: int
    last: int
    key: str
    text: str
    entries: tuple[Entry, ...]
    relation: Relation
    heading: bool = False
    capitals: bool = False
    cut: bool = False
    lower: bool = False
    common: bool = False
    place_in_text: float = 0.0
    sentence: int = 0
    misspelt: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its words, its names, and whether it is a bare phrase rather than a report.

    ``high_seas``: the words speak of waters beyond any country's; ``unstated``: that the place is not told.
    """

    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    phrase: bool
    heading_end: int
    in_capitals: bool
    high_seas: bool = False
    unstated: bool = False


def read_mentions(text: str, names: Gazetteer) -> Reading:
    """Find the names of a text. Only its first 4,000 words and 60 names are looked at."""
    tokens = tokenise(text)[:_MOST_TOKENS]
    in_capitals = _mostly_capitals(tokens)
    phrase = len(tokens) <= _LONGEST_PHRASE
    all_lower = phrase and not any(token.text[0].isupper() for token in tokens[1:])
    heading_end = 0 if phrase else _heading_end(text, tokens, in_capitals)
    found = names.find(tokens, common=not in_capitals, generic=_GENERIC)
    matches = [match for match in found if not _is_no_name(tokens, match, names, phrase)][:_MOST_MENTIONS]
    taken = {index for match in matches for index in range(match.first, match.last)}
    mentions: list[Mention] = []
    sentence = counted = 0
    for match in matches:
        first, last = match.first, match.last
        sentence += _sentence_ends(tokens, text, counted, first)
        counted = first
        entries = names.entries(match.key)
        lower = all(token.text[0].islower() for token in tokens[first:last])
        if lower and not all_lower:
            entries = tuple(entry for entry in entries if entry.kind in _NAMES_OF_AREAS or entry.is_sea)
        if not entries:
            continue
        heading = tokens[first].start < heading_end
        written = text[tokens[first].start : tokens[last - 1].end]
        mentions.append(
            Mention(
                first,
                last,
                match.key,
                written,
                entries,
                relation_of(tokens, first, last, text),
                heading,
                not (in_capitals or heading or phrase) and _is_shouted(written, entries),
                not in_capitals and _is_cut(tokens, first, last, taken),
                lower,
                match.common,
                first / max(1, len(tokens)),
                sentence,
            )
        )
    return Reading(
        text,
        tuple(tokens),
        tuple(mentions),
        phrase,
        heading_end,
        in_capitals,
        phrase and _HIGH_SEAS.search(text) is not None,
        phrase and _UNSTATED.search(text) is not None,
    )


def mention_of(
    tokens: Sequence[Token], first: int, last: int, key: str, entries: tuple[Entry, ...], text: str, heading_end: int
) -> Mention:
    """The mention of a name at ``tokens[first:last]`` that may mean ``entries``."""
    return Mention(
        first,
        last,
        key,
        text[tokens[first].start : tokens[last - 1].end],
        entries,
        relation_of(tokens, first, last, text),
        heading=tokens[first].start < heading_end,
        place_in_text=first / max(1, len(tokens)),
    )


def _mostly_capitals(tokens: Sequence[Token]) -> bool:
    """Whether the words are written in capitals: the first eighty tell."""
    long_words = [token.text for token in tokens[:80] if len(token.text) > 3]
    return 2 * sum(map(str.isupper, long_words)) > len(long_words)


def _is_shouted(written: str, entries: tuple[Entry, ...]) -> bool:
    """Whether a name in capitals is a ship's, as a rule: not that of a sea or country."""
    if len(written) <= 3 or not written.isupper():
        return False
    return not any(entry.is_sea or entry.kind in _NAMES_OF_AREAS for entry in entries)


def _heading_end(text: str, tokens: list[Token], in_capitals: bool) -> int:
    """Where the line that heads a report ends: at a colon, or where its capitals end."""
    colon = _HEADING_END.search(text, 0, _LONGEST_HEADING)
    if colon is not None:
        return colon.start()
    if in_capitals:
        return max(text.find(".", 4, 60), 0)
    end = 0
    for token in tokens[:12]:
        if not token.text.isupper() or len(token.text) < 2 or any(letter.isdigit() for letter in token.text):
            break
        end = token.end
    return end


def _is_no_name(tokens: list[Token], match: Match, names: Gazetteer, phrase: bool) -> bool:
    """Generic words, dates and little words that some small town is named after."""
    words = tokens[match.first : match.last]
    first = words[0]
    if first.text[0].isdigit():
        return True
    if all(token.key in _GENERIC for token in words):
        return not any(entry.source in _OWN_SOURCES for entry in names.entries(match.key))
    if len(words) > 1:
        return words[-1].key in _NO_ENDS
    if first.key in _DAYS:
        return True
    if len(first.key) <= 2:
        return not (first.key in _SMALL_WORDS and first.text.isupper())
    starts_sentence = match.first == 0 or first.breaks
    if match.little_known and (starts_sentence or first.text.isupper() or first.key in ORDINARY):
        return not (phrase and first.text[0].isupper()) and not _is_introduced(tokens, match)
    return match.common and first.text[0].islower()


def _is_introduced(tokens: list[Token], match: Match) -> bool:
    """Whether a mark before a common word comes after a harbour's word: "at anchorage, Tema"."""
    if match.first == 0 or tokens[match.first].text.isupper() or tokens[match.first].key in ORDINARY:
        return False
    return tokens[match.first - 1].key in FEATURES


def _is_cut(tokens: list[Token], first: int, last: int, taken: set[int]) -> bool:
    for index, edge in ((first - 1, first), (last, last)):
        if not 0 <= index < len(tokens) or index in taken or tokens[edge].breaks:
            continue
        word = tokens[index]
        if word.text[0].isupper() and word.key not in ORDINARY and len(word.text) > 2:
            starts_sentence = index == 0 or tokens[index].breaks
            if index > first or not starts_sentence:
                return True
    return False


def _sentence_ends(tokens: Sequence[Token], text: str, since: int, until: int) -> int:
    """How many sentences end between two words."""
    ends = 0
    for index in range(max(1, since + 1), until + 1):
        if tokens[index].breaks:
            gap = text[tokens[index - 1].end : tokens[index].start]
            ends += "." in gap or "!" in gap or "?" in gap
    return ends
