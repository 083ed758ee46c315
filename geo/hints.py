"""Help from outside the words: countries and seas that a reader names, and the report that the words stand in."""

from __future__ import annotations

from geo import seas
from geo import wording as say
from geo.context import Context
from geo.evidence import Hypothesis, hypotheses, surroundings
from geo.gazetteer import Entry, Gazetteer
from geo.mentions import read_mentions
from geo.message import Message
from geo.place import Place, precision_of
from geo.usual import usual_point

_WIDEST_POINT_M = 150_000.0


def hinted_countries(context: Context, names: Gazetteer) -> frozenset[str]:
    """The countries of a context as ISO 3166-1 alpha-2."""
    given = [*context.country_hints, *((context.publisher_region,) if context.publisher_region else ())]
    found: set[str] = set()
    for code in given:
        for entry in names.lookup(code):
            if entry.kind == "country":
                found.update(entry.countries)
    return frozenset(found)


def place_of_context(context: Context, names: Gazetteer) -> Place | None:
    """A place for words that name none: the sea or coast that the report, or a hint, speaks of; None without any."""
    if context.report_text:
        found = _of_report(context.report_text, names)
        if found is not None:
            return found
    for hint in context.sea_hints:
        for outline in (seas.outline(hint), *seas.named(hint)):
            if outline is not None:
                return _place(outline.id, (say.CONTEXT_HINT(name=outline.name),))
    for code in context.country_hints:
        for entry in names.lookup(code):
            if entry.kind == "country":
                return _place(_waters_id(entry), (say.CONTEXT_HINT(name=entry.name),))
    return None


def _of_report(text: str, names: Gazetteer) -> Place | None:
    from geo.calibration import calibration

    reading = read_mentions(text[:20_000], names)
    found = hypotheses(reading, surroundings(reading), calibration().weights)
    wide = _widest_likely(found)
    if wide is None:
        return None
    entry = wide.entry
    region_id = entry.region_id if entry.is_sea else _waters_id(entry)
    return _place(region_id, (say.CONTEXT_SEA(words=wide.mention.text),))


def _widest_likely(found: list[Hypothesis]) -> Hypothesis | None:
    """The sea that the report most likely means, else the country: a single spot of another event is no answer."""
    seas_found = [each for each in found if each.entry.is_sea]
    if seas_found:
        return seas_found[0]
    countries = [each for each in found if each.entry.kind in ("country", "demonym")]
    return countries[0] if countries else None


def _waters_id(entry: Entry) -> str:
    return f"waters_off.{entry.region_id.removeprefix('country.')}"


def _place(region_id: str, steps: tuple[Message, ...]) -> Place | None:
    usual = usual_point(region_id)
    if usual is None:
        return None
    return Place(
        usual.lon,
        usual.lat,
        max(usual.reach_m, _WIDEST_POINT_M + 1.0),
        precision_of(max(usual.reach_m, _WIDEST_POINT_M + 1.0)),
        "report_context",
        steps,
        region_id=region_id,
    )
