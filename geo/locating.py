"""``locate``: words to a place, with its 90 % region and the steps that lead to it."""

from __future__ import annotations

from collections.abc import Sequence

from geo import wording as say
from geo.answer import answer_class, place_of_hypotheses
from geo.calibration import calibration
from geo.context import Context
from geo.coordinates import find_coordinates
from geo.evidence import Hypothesis, hypotheses, surroundings
from geo.gazetteer import Gazetteer, gazetteer
from geo.hints import hinted_countries, place_of_context
from geo.mentions import Reading, read_mentions
from geo.message import Message
from geo.misspelt import mended
from geo.place import NotLocated, Place
from geo.stated import place_of_coordinates

LONGEST_TEXT = 20_000
"""Characters of a text that are looked at; what a report is about stands in its beginning."""
_ONLY_AREAS = ("sea", "country", "region")
_NOTHING = Context()


def locate(text: str, context: Context = _NOTHING) -> Place | NotLocated:
    """Turn the words of a location, or a whole report, into a place.

    ``text`` may be a phrase ("12 nm SW of Socotra"), written coordinates in any form, or a report; only its first
    20,000 characters are looked at, in linear time. The answer is a :class:`~geo.place.Place` with point (lon, lat,
    WGS 84), 90 % region and the steps that lead to it, or :class:`~geo.place.NotLocated` with the reason. Never
    raises for any text.
    """
    text = text[:LONGEST_TEXT]
    if not text.strip():
        return place_of_context(context, context.names or gazetteer()) or NotLocated(say.EMPTY())
    positions, faults = find_coordinates(text)
    names = context.names or gazetteer()
    if positions:
        return place_of_coordinates(text, positions, faults, lambda: weigh(text, context, names)[1], context)
    reading, found = weigh(text, context, names)
    usable = found and not (reading.unstated and not found[0].entry.is_sea)
    # "Two Venezuelan military aircraft" says whose they are, not where: the report around goes before it.
    if usable and not found[0].mention.relation.people:
        return place_of_hypotheses(reading, found, context)
    elsewhere = place_of_context(context, names)
    if elsewhere is not None:
        return elsewhere
    if usable:
        return place_of_hypotheses(reading, found, context)
    if faults:
        fault = faults[0]
        return NotLocated(say.ONLY_IMPOSSIBLE(words=text[fault.start : fault.end], what=fault.what))
    return NotLocated(_reason(reading))


def weigh(
    text: str, context: Context, names: Gazetteer, weights: Sequence[float] | None = None
) -> tuple[Reading, list[Hypothesis]]:
    """A text's names and all that they may mean, the most probable first."""
    weights = calibration().weights if weights is None else weights
    reading = read_mentions(text, names)
    hints = hinted_countries(context, names)
    around = surroundings(reading, hints)
    found = hypotheses(reading, around, weights)
    if not found or answer_class(found[0]) in _ONLY_AREAS:
        again = mended(reading, names, around.heading_countries | around.countries)
        if again is not reading:
            return again, hypotheses(again, surroundings(again, hints), weights)
    return reading, found


def _reason(reading: Reading) -> Message:
    if reading.unstated:
        return say.UNSTATED()
    struck = list(dict.fromkeys(mention.text for mention in reading.mentions))
    return say.ONLY_MENTIONS(names=", ".join(struck[:5])) if struck else say.NO_NAME()


def candidates(text: str, context: Context = _NOTHING) -> Sequence[Hypothesis]:
    """All hypotheses of a text with their facts and probabilities, for tests and calibration."""
    return weigh(text[:LONGEST_TEXT], context, context.names or gazetteer())[1]
