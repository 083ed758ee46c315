"""The grammar of position: what the words about a name say on where a thing lies relative to it.

:func:`relation_of` walks back from a name over "the coast of", "northern", "12 nm SW of", and forward over
"anchorage", "-flagged", and says it as one :class:`Relation`. It looks at a bounded number of words on each side, so
that a report takes linear time. English and Spanish share one set of tables: their words hardly clash.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from geo.phrases.english import ENGLISH
from geo.phrases.spanish import SPANISH
from geo.phrases.words import words
from geo.spelling import Token

LANGUAGES: Final = (ENGLISH, SPANISH)


@dataclass(frozen=True, slots=True)
class Relation:
    """What words say about a name.

    ``kind``: ``offset`` (a distance, with or without direction), ``direction`` (no distance), ``off``, ``near``,
    ``at``, ``in``, ``outside``, ``mouth``, ``between``, ``from``, ``to`` or ``plain``. ``distance_m`` and
    ``distance_high_m`` (a range's upper end, else None); ``within`` when the distance is an upper bound;
    ``distance_words``: the distance as written; ``bearing_deg`` with ``bearing_half_deg``, half the sector that the
    point of the compass stands for. ``part``: bearing of the part of the named thing ("northern X", "east coast of
    X"); ``central``: its middle. ``feature``: what a noun beside the name makes of it (coast, anchorage, port …).
    ``motion``: a voyage's end, not a place of the event. ``mention``: a flag or an owner. ``of_ship``: a country's
    ship or crew. ``people``: an authority, a force ("Nigerian navy"). ``ship``: a ship's or a person's name.
    ``international``: in waters beyond any country's. ``phrase``: the words with the name, ``start`` and ``end``
    their span (code points).
    """

    kind: str = "plain"
    distance_m: float | None = None
    distance_high_m: float | None = None
    within: bool = False
    distance_words: str = ""
    bearing_deg: float | None = None
    bearing_half_deg: float = 180.0
    part: float | None = None
    central: bool = False
    feature: str | None = None
    motion: bool = False
    mention: bool = False
    of_ship: bool = False
    people: bool = False
    ship: bool = False
    between: bool = False
    international: bool = False
    phrase: str = ""
    start: int = 0
    end: int = 0


def _merged(name: str) -> dict[str, object]:
    merged: dict[str, object] = {}
    for language in LANGUAGES:
        merged.update(getattr(language, name))
    return merged


def _joined(name: str) -> frozenset[str]:
    return frozenset().union(*(getattr(language, name) for language in LANGUAGES))


COMPASS: Final[dict[str, str]] = {key: str(value) for key, value in _merged("compass").items()}
_LONG_POINTS: Final = tuple(word for word, letters in COMPASS.items() if len(letters) == 2 and len(word) < 11)
_LETTERS: Final[dict[str, str]] = {key: str(value) for key, value in _merged("compass_letters").items()}
_UNITS: Final[dict[str, float]] = {key: float(str(value)) for key, value in _merged("units").items()}
_NUMBERS: Final[dict[str, float]] = {key: float(str(value)) for key, value in _merged("numbers").items()}
FEATURES: Final[dict[str, str]] = {key: str(value) for key, value in _merged("features").items()}
_ARTICLES: Final = _joined("articles")
_OF: Final = _joined("of")
_OFF: Final = _joined("off")
_NEAR: Final = _joined("near")
_AT: Final = _joined("at")
_WITHIN: Final = _joined("within")
_OUTSIDE: Final = _joined("outside")
_BETWEEN: Final = _joined("between")
_JOINED: Final = _joined("joined")
_TOWARD: Final = _joined("toward")
_LEAVING: Final = _joined("leaving")
_MOTION: Final = _joined("motion")
_FLAG: Final = _joined("flag_after")
_SHIP_AFTER: Final = _joined("ship_after")
_PEOPLE: Final = _joined("people_after")
_SAID: Final = _joined("said")
_SHIPS: Final = _joined("ships")
PLACE_WORDS: Final = _NEAR | _AT | _OFF | _OUTSIDE | _BETWEEN | frozenset(["in", "en", "of", "de", "from", "frente"])
"""Words that a place's name may follow."""
_FILLERS: Final = words(
    "away distance clear distant out approximately approx adentro distancia due direction seaward al to the "
    "hacia el just immediately about directly some further"
)
_TITLES: Final = words(
    "mr mrs ms president presidente secretary minister captain capt admiral general colonel commander senator "
    "judge dr sir señor don agent governor st"
)
_POINTS: Final = {
    letters: index * 22.5
    for index, letters in enumerate(
        ["n", "nne", "ne", "ene", "e", "ese", "se", "sse", "s", "ssw", "sw", "wsw", "w", "wnw", "nw", "nnw"]
    )
}
_NUMBER = rf"\d[\d,]*(?:[.]\d+)?|\d+,\d{{1,2}}|[.]\d+|(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b"
_NUMBER_END = re.compile(
    rf"(?:\b(?P<low>{_NUMBER})\s?(?:to|-|–|and|or|a|y|o)\s?)?(?<![\w.,])(?P<high>{_NUMBER})(?:\s?(?:a|of a))?[\s-]?$",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(\d+)([a-z]+)$")
_SAYERS: Final = frozenset(["ukmto", "mschoa", "mrcc", "vts", "navarea", "embassy", "by", "por"])
"""Desks that reports go to, and the words before who did it: "UKMTO Dubai" is where nothing happened."""
_CARRIED: Final = words(
    "taken take takes took brought bring brings trasladado trasladados trasladada trasladadas llevado llevados llevada "
    "llevadas"
)
_CENTRAL: Final = frozenset(["central", "mid", "middle", "centro"])
_INTERNATIONAL: Final = frozenset(["international", "internacionales", "neutral", "neutrales", "high", "alta"])
_WATERS: Final = frozenset(["waters", "aguas", "seas", "sea", "mar"])
_HAVE_PARTS: Final = frozenset(["coast", "side", "part", "end", "tip"])
_STANDS_FOR_NAME: Final = frozenset(["port", "pilot", "coast", "anchorage", "island", "light", "mouth", "terminal"])
_LONGEST_PHRASE = 12
_BETWEEN_NAME_AND_NOUN: Final = words("inner outer outside the bulk oil general s main offshore tanker east west cargo")


def bearing_of(letters: str) -> tuple[float, float] | None:
    """The bearing in degrees of a point of the compass (``ssw``) and half its sector; None for no such point."""
    bearing = _POINTS.get(letters)
    if bearing is None:
        return None
    return bearing, 11.25 if len(letters) == 3 else 22.5


@dataclass(slots=True)
class _Walk:
    """The state of walking back from a name: the next word to look at, and what was learned."""

    tokens: Sequence[Token]
    text: str
    at: int
    feature: str | None = None
    part: str | None = None
    start_of_name: int | None = None
    central: bool = False

    def key(self, back: int = 0) -> str:
        """The word at the walk's place or ``back`` words before it; empty at a mark that ends the phrase."""
        index = self.at - back
        if index < 0:
            return ""
        for between in range(index + 1, self.at + 2):
            if between != self.start_of_name and between < len(self.tokens) and self._ends_phrase(between):
                return ""
        return self.tokens[index].key

    def _ends_phrase(self, index: int) -> bool:
        """Whether a mark before a word ends the phrase; "east/southeast" goes on."""
        token = self.tokens[index]
        return token.breaks and self.text[self.tokens[index - 1].end : token.start] != "/"


def relation_of(tokens: Sequence[Token], first: int, last: int, text: str) -> Relation:
    """What the words before and after the name at ``tokens[first:last]`` say about it."""
    walk = _Walk(tokens, text, first - 1)
    _cross_comma(walk, first)
    _walk_nouns(walk)
    kind, letters, distance = _walk_preposition(walk)
    after, said = _look_after(tokens, last)
    bearing = bearing_of(letters) if letters else None
    part = bearing_of(walk.part) if walk.part else None
    low, high, within, written = distance
    if walk.feature == "near" and kind in ("plain", "in", "at"):
        kind, walk.feature = "near", None
    return Relation(
        kind=kind,
        distance_m=low,
        distance_high_m=high,
        within=within,
        distance_words=written,
        bearing_deg=None if bearing is None else bearing[0],
        bearing_half_deg=180.0 if bearing is None else bearing[1],
        part=None if part is None else part[0],
        central=walk.central,
        feature=after or walk.feature,
        motion=kind in ("plain", "from", "to") and _is_motion(walk, kind),
        mention=said == "flag" or _is_flag_before(walk) or _is_elsewhere(walk, kind, last),
        of_ship=said == "ship",
        people=said == "people" or walk.key() in _SAYERS,
        ship=_is_ship(tokens, first, last, text),
        between=kind == "between",
        international=_is_international(walk),
        phrase=_phrase_of(walk, first, last, kind, distance),
        start=tokens[max(0, min(walk.at + (kind == "plain" or distance[0] is not None), first))].start,
        end=tokens[last - 1].end,
    )


def _phrase_of(walk: _Walk, first: int, last: int, kind: str, distance: _Distance) -> str:
    """The words from the preposition to the end of the name."""
    begin = max(0, min(walk.at + (kind == "plain" or distance[0] is not None), first))
    return walk.text[walk.tokens[begin].start : walk.tokens[last - 1].end]


def _cross_comma(walk: _Walk, first: int) -> None:
    """Cross it in "27 miles east of the port, Lagos": the noun before the comma stands for the name after it."""
    before = walk.tokens[first - 1] if first else None
    if before is None or not walk.tokens[first].breaks or FEATURES.get(before.key) not in _STANDS_FOR_NAME:
        return
    if walk.text[before.end : walk.tokens[first].start].strip() != ",":
        return
    saved = walk.at
    walk.at, walk.start_of_name = first - 2, first - 1
    if walk.key() in _ARTICLES:
        walk.at -= 1
    for back in range(1, 4):
        if walk.key(back - 1) in _UNITS or walk.key(back - 1) in COMPASS:
            walk.feature = FEATURES[before.key]
            return
    walk.at, walk.start_of_name = saved, None


def _walk_nouns(walk: _Walk) -> None:
    """Over "the east coast of", "northern", "la isla de" – whatever stands between a name and its preposition."""
    for _ in range(_LONGEST_PHRASE):
        key = walk.key()
        if key in _ARTICLES:
            walk.at -= 1
        elif key in COMPASS and key != "este":
            walk.part = (COMPASS[key] + walk.part) if walk.part else COMPASS[key]
            walk.at -= 1
        elif key in _CENTRAL:
            walk.central = True
            walk.at -= 1
        elif key in ("of", "de", "del") and walk.key(1) in FEATURES:
            walk.feature = walk.feature or FEATURES[walk.key(1)]
            walk.at -= 2
        elif key in ("de", "del") and walk.key(1) in COMPASS and FEATURES.get(walk.key(2)) in _HAVE_PARTS:
            walk.feature, walk.part = FEATURES[walk.key(2)], COMPASS[walk.key(1)]
            walk.at -= 3
        elif key in FEATURES and walk.feature is None and FEATURES[key] in ("port", "island", "town", "river"):
            walk.feature = FEATURES[key]
            walk.at -= 1
        else:
            return


_Distance = tuple[float | None, float | None, bool, str]
_NO_DISTANCE: _Distance = (None, None, False, "")


def _walk_preposition(walk: _Walk) -> tuple[str, str, _Distance]:
    key = walk.key()
    if not key:
        return "plain", "", _NO_DISTANCE
    if key in _OF or key in _OFF or key in ("entrance", "mouth"):
        return _walk_offset(walk, key)
    if key in _NEAR:
        return "near", "", _NO_DISTANCE
    if key in _AT:
        return "at", "", _NO_DISTANCE
    if key in _WITHIN:
        return "in", "", _NO_DISTANCE
    if key in _OUTSIDE:
        return "outside", "", _NO_DISTANCE
    if key in _BETWEEN:
        return "between", "", _NO_DISTANCE
    if key in _TOWARD:
        return "to", "", _NO_DISTANCE
    distance = _distance_before(walk, walk.at)
    if distance[0] is not None and walk.part:
        letters, walk.part = walk.part, None
        return "offset", letters, distance
    return "plain", "", distance


def _walk_offset(walk: _Walk, key: str) -> tuple[str, str, _Distance]:
    """From "of", "off", "from", "de": a direction and a distance before it, or what "off X" alone says."""
    start = walk.at
    walk.at -= 1
    letters = _walk_compass(walk)
    distance = _distance_before(walk, walk.at)
    if distance[0] is not None:
        return "offset", letters, distance
    if letters:
        return "direction", letters, _NO_DISTANCE
    before = walk.tokens[walk.at].key if walk.at >= 0 else ""
    walk.at = start
    if key in _OFF or before in _OFF:
        if FEATURES.get(before) in ("waters", "coast"):
            walk.feature = walk.feature or FEATURES[before]
        return "off", "", _NO_DISTANCE
    if before in _NEAR:
        return "near", "", _NO_DISTANCE
    if before in _OUTSIDE:
        return "outside", "", _NO_DISTANCE
    if FEATURES.get(before) == "mouth":
        return "mouth", "", _NO_DISTANCE
    if key in ("from", "desde"):
        return "from", "", _NO_DISTANCE
    return ("to" if key in ("to", "a", "al") else "plain"), "", _NO_DISTANCE


def _walk_compass(walk: _Walk) -> str:
    letters = ""
    for _ in range(6):
        key = walk.key() if walk.at + 1 < len(walk.tokens) else ""
        point = COMPASS.get(key) or (_LETTERS.get(key) if _counts_as_point(walk, key) else None)
        if point is None and not letters and len(key) > 6 and walk.key(1) in _UNITS:
            point = _misspelt_point(key)
            if point is None and key not in _FILLERS and len(key) > 6:
                walk.at -= 1
                break
        if point is not None and len(point) + len(letters) <= 3 and (point + letters) in _POINTS:
            letters = point + letters
        elif key not in _FILLERS:
            break
        walk.at -= 1
    return letters


@lru_cache(maxsize=256)
def _misspelt_point(word: str) -> str | None:
    """The point of the compass that a word within two slips of one means ("sorthwest")."""
    close = process.extract(word, _LONG_POINTS, scorer=OSA.distance, score_cutoff=2, limit=8)
    points = {COMPASS[other] for other, slips, _ in close if slips == close[0][1]}
    return points.pop() if len(points) == 1 else None


def _counts_as_point(walk: _Walk, key: str) -> bool:
    token = walk.tokens[walk.at]
    if key == "no":
        return token.text == "NO"
    return key in _LETTERS and (token.text.isupper() or len(key) > 1)


def _distance_before(walk: _Walk, at: int) -> _Distance:
    """The distance in metres whose unit stands at ``at``: low, high or None, and whether "within" stands before."""
    if at < 0:
        return _NO_DISTANCE
    tokens = walk.tokens
    token = tokens[at]
    glued = _GLUED.match(token.key)
    if glued and glued[2] in _UNITS:
        unit_m, number_end = _UNITS[glued[2]], token.start + len(glued[1])
    elif at and f"{tokens[at - 1].key} {token.key}" in _UNITS:
        unit_m, number_end = _UNITS[f"{tokens[at - 1].key} {token.key}"], tokens[at - 1].start
    elif token.key in _UNITS:
        unit_m, number_end = _UNITS[token.key], token.start
    else:
        return _NO_DISTANCE
    window_start = max(0, number_end - 40)
    match = _NUMBER_END.search(walk.text, window_start, number_end)
    if match is None:
        return _NO_DISTANCE
    high = _number(match["high"]) * unit_m
    low = _number(match["low"]) * unit_m if match["low"] else None
    before = walk.text[max(0, match.start() - 14) : match.start()].lower()
    walk.at = at
    while walk.at >= 0 and tokens[walk.at].start >= match.start():
        walk.at -= 1
    within = any(word in before for word in ("within", "less than", "menos de", "up to"))
    words = walk.text[match.start() : token.end].strip()
    if low is None or not 0 < low < high:
        return high, None, within, words
    return low, high, within, words


def _number(written: str) -> float:
    words = written.lower()
    if words in _NUMBERS:
        return _NUMBERS[words]
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", written):
        return float(written.replace(",", ""))
    return float(written.strip(",").replace(",", ".") if written.count(",") <= 1 else written.replace(",", ""))


def _look_after(tokens: Sequence[Token], last: int) -> tuple[str | None, str]:
    """The noun right after a name that says what it is ("X anchorage"); "flag" or "people" where only that is meant."""
    for index in range(last, min(last + 3, len(tokens))):
        if tokens[index].breaks:
            return None, ""
        key = tokens[index].key
        if key in ("command", "fleet") or (index == last and key in COMPASS and _is_command(tokens, index + 1)):
            return None, "people"
        if index == last and key in _FLAG:
            return None, "flag"
        if index == last and key in _SHIP_AFTER and not _names_harbour(tokens, index + 1):
            return None, "ship"
        if index == last and key in _PEOPLE:
            return None, "people"
        if key in FEATURES:
            guard = index + 1 < len(tokens) and tokens[index + 1].key in ("guard", "guards")
            return (None, "people") if guard else (FEATURES[key], "")
        if key not in _BETWEEN_NAME_AND_NOUN:
            return None, ""
    return None, ""


def _is_command(tokens: Sequence[Token], index: int) -> bool:
    """Whether the words go on as in "US Southern Command"."""
    return index < len(tokens) and tokens[index].key in ("command", "fleet")


def _names_harbour(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word makes "tanker" or "cargo" part of a harbour's name ("Lagos tanker anchorage")."""
    return index < len(tokens) and not tokens[index].breaks and tokens[index].key in FEATURES


def _is_flag_before(walk: _Walk) -> bool:
    """Say whether a flag is meant: "the flag of X", "bandera de X", "registered in X"."""
    return any(walk.key(back) in _FLAG for back in range(2))


def _is_international(walk: _Walk) -> bool:
    """Say whether it is "international waters off X", "aguas internacionales frente a X", "the high seas off X"."""
    beyond = water = False
    for index in range(max(0, walk.at - 3), walk.at + 1):
        key = walk.tokens[index].key
        beyond = beyond or key in _INTERNATIONAL
        water = water or key in _WATERS
    return beyond and water


def _is_motion(walk: _Walk, kind: str) -> bool:
    """Whether a voyage's end is meant: "bound for X", "departed X", "from X to Y"."""
    if kind in ("from",):
        return True
    for back in range(4):
        index = walk.at - back
        if index < 0:
            return False
        key = walk.tokens[index].key
        if key in _MOTION or (kind == "to" and key in ("from", "de")):
            return True
        if walk.tokens[index].breaks:
            return False
    return kind == "to"


def _is_elsewhere(walk: _Walk, kind: str, last: int) -> bool:
    """Whether something is said or ends there, while the event was elsewhere: "police in X said", "taken to X"."""
    if kind == "to":
        return any(walk.key(back) in _CARRIED for back in range(4))
    return kind == "in" and _is_said_after(walk.tokens, last)


def _is_said_after(tokens: Sequence[Token], last: int) -> bool:
    """Whether "said" follows: a person's name, or with "in" before it where officials spoke ("police in X said")."""
    return last < len(tokens) and not tokens[last].breaks and tokens[last].key in _SAID


def _is_ship(tokens: Sequence[Token], first: int, last: int, text: str) -> bool:
    """Whether the name follows a kind of ship or a title, or is said to speak ("tanker X", "Mr X", "X said")."""
    if _is_said_after(tokens, last):
        return True
    if first == 0 or tokens[first].breaks:
        return False
    before = tokens[first - 1].key
    if before in _SHIPS or before in _TITLES:
        return True
    return len(before) == 1 and first > 1 and text[tokens[first - 1].start - 1] == "/"
