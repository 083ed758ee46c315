"""The names of seas, their parts, waters and countries in the reader's language."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from dashboard.words.messages_es import PARTS, SEAS, SHORTENED

_PREFIXES: tuple[tuple[str, str], ...] = (
    ("international waters off ", "Aguas internacionales frente a {name}"),
    ("waters off ", "Aguas frente a {name}"),
    ("coast of ", "Costa de {name}"),
    *((f"{part} part of ", f"{{name}} ({said})") for part, said in PARTS.items()),
    *((f"{part} ", f"{{name}} ({said})") for part, said in PARTS.items()),
)
"""English words before a name → how Spanish puts them and the name together; the longer words first."""


def place_name(name: str, language: str) -> str:
    """An English name of a sea, country or waters in a language; the name itself where none is known.

    Names of parts ("southern Red Sea"), coasts and waters ("waters off Mexico") are put together anew.
    """
    if language != "es":
        return name
    known = _spanish()
    lower = name.lower()
    if lower in known:
        return known[lower]
    bare = lower.removeprefix("the ")
    if bare in known:
        return known[bare]
    for words, shape in _PREFIXES:
        if bare.startswith(words) and (rest := place_name(bare[len(words) :], language)) != bare[len(words) :]:
            return shape.format(name=rest)
    return name


@cache
def _spanish() -> dict[str, str]:
    """English name in small letters → Spanish name, of the seas and countries that the map's labels know, and more."""
    labels = json.loads(files("geo").joinpath("data", "basemap_labels.geojson").read_text(encoding="utf-8"))
    told = [feature["properties"] for feature in labels["features"]]
    found = {about["name_en"].lower(): about["name_es"] for about in told}
    from geo.seas import seas

    shortened = {name.lower(): said for name, said in SHORTENED.items()}
    return found | shortened | {seas()[id].name.lower(): name for id, name in SEAS.items()}
