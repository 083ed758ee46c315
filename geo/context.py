"""What is known around the words to be located: the rest of the report, its publisher, a reader's hints."""

from __future__ import annotations

from dataclasses import dataclass

from geo.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Context:
    """What else is known; everything is optional.

    ``country_hints``: ISO 3166-1 codes (two or three letters) of countries that the event is near; ``sea_hints``:
    ids or names of seas; ``report_text``: the report that the words stand in; ``publisher_region``: code of the
    country, or id of the sea, that the publisher writes about; ``names``: a gazetteer with a user's own names;
    ``at_sea``: whether the event happened at sea, so that the point of "off X" must lie in water.
    """

    country_hints: tuple[str, ...] = ()
    sea_hints: tuple[str, ...] = ()
    report_text: str | None = None
    publisher_region: str | None = None
    names: Gazetteer | None = None
    at_sea: bool = True
