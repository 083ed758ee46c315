"""Other ways to write a name: abbreviations, plurals, and generic words before or after it."""

from __future__ import annotations

from collections.abc import Iterable

_FIRST = {
    "pulau": ("p", "pu", "pulo", "pul", "pl"),
    "tanjung": ("tg", "tj", "tanjong", "tanj", "tdg"),
    "tanjong": ("tg", "tanjung"),
    "ujung": ("ug", "ujong"),
    "cape": ("c",),
    "point": ("pt",),
    "port": ("pt", "port of"),
    "mount": ("mt",),
    "saint": ("st",),
    "st": ("saint",),
    "sainte": ("ste",),
    "isla": ("i",),
    "ilha": ("i",),
    "punta": ("pta",),
    "puerto": ("pto", "port of", "puerto de"),
    "santa": ("sta",),
    "santo": ("sto",),
    "sungai": ("sg", "sei", "sungei"),
    "teluk": ("tlk", "telok"),
    "muara": ("ma", "muarah"),
    "selat": ("sel",),
    "kepulauan": ("kep",),
    "ras": ("raas", "ra s"),
    "jazirat": ("jaz", "jazireh ye"),
    "gulf": ("g",),
    "north": ("n",),
    "south": ("s",),
    "east": ("e",),
    "west": ("w",),
}
"""A first word and what is written in its place."""
_LAST = {
    "island": ("is", "isl", "isle", "islet", "i"),
    "islands": ("is", "isl", "isles", "islets", "group"),
    "archipelago": ("arch", "islands", "group", "is"),
    "strait": ("str", "straits"),
    "straits": ("str", "strait"),
    "channel": ("chan", "ch", "channels"),
    "anchorage": ("anch", "anchorages", "anchorage area", "roads", "road"),
    "roads": ("road", "roadstead", "anchorage"),
    "terminal": ("term", "terminals"),
    "river": ("rv", "r"),
    "peninsula": ("pen",),
    "bay": ("b",),
    "point": ("pt",),
    "light": ("lt", "lighthouse"),
    "reef": ("rf", "reefs"),
    "bank": ("bk", "banks"),
    "field": ("oilfield", "oil field"),
    "harbour": ("harbor",),
    "harbor": ("harbour",),
}
"""A last word and what is written in its place."""


def variants(key: str) -> Iterable[str]:
    """Further keys of a normalised name of two words or more; never a single word."""
    words = key.split(" ")
    if len(words) < 2:
        return
    first, rest = words[0], " ".join(words[1:])
    for other in _FIRST.get(first, ()):
        yield f"{other} {rest}"
    start, last = " ".join(words[:-1]), words[-1]
    for other in _LAST.get(last, ()):
        yield f"{start} {other}"
    if len(words) > 2 and words[1] == "of":
        yield from _turned(first, " ".join(words[2:]))
    if last in {"strait", "straits", "anchorage", "island", "river", "peninsula", "port"} and len(words) <= 3:
        yield f"{last} of {start}" if last != "river" else f"river {start}"
    if last == "strait":
        yield f"straits of {start}"


def _turned(first: str, rest: str) -> Iterable[str]:
    """The name turned round ("malacca strait" of "strait of malacca"), with its plural and abbreviation."""
    if first in {"strait", "straits"}:
        for other in ("strait", "straits", "str"):
            yield f"{rest} {other}"
        for other in ("straits", "strait", "str", "st"):
            if other != first:
                yield f"{other} of {rest}"
    elif first in {"gulf", "bay", "bight"}:
        yield f"{first[0]} of {rest}"
        yield f"{rest} {first}"
    elif first == "port":
        yield f"{rest} port"
