"""A stand-in for the gazetteer, so that these tests are about words."""

import re

import pytest

from geo.message import Message
from geo.place import NotLocated, Place, precision_of

_SEAS = re.compile(
    r"Sea|Ocean|Caribbean|Pacific|Atlantic|Mediterranean|Gulf|Strait|Bay|Caribe|Pacífico|golfo|Channel|waters|aguas"
)


def stand_in(words: str) -> Place | NotLocated:
    """Words with a capital letter or a sea are a place, a sea is a large one; anything else is none."""
    if _SEAS.search(words):
        return Place(0, 0, 600_000, "region", "sea")
    if any(letter.isupper() for letter in words):
        return Place(0, 0, 20_000, precision_of(20_000), "name")
    return NotLocated(Message("no_place", f"'{words}' names no place"))


@pytest.fixture
def locate():
    """Words to a place, without the gazetteer."""
    return stand_in
