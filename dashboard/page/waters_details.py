"""The part of the sheet that says whose waters an incident may lie in, how far the coast is, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from dashboard.words import Words
from dashboard.words.quantities import distance_text, percent_text
from geo.disputed import CONTESTED_ISLETS
from geo.zone_polygons import ZonePolygons
from layers.region import Outlines
from layers.waters import IncidentWaters, waters_of
from layers.zones import country_name
from records.incident import Incident, WaterShare

MOST_SHARES = 6
"""Waters that are named one by one; the others are told together."""
MOST_CONTESTED = 3
LEAST_SHARE = 0.01
_ONE_DISTANCE_M = 1_000.0


def waters_rows(
    record: Incident, outlines: Outlines, words: Words, own: ZonePolygons | None = None
) -> list[Component | str]:
    """The rows of the sheet: waters with their probabilities, contested ones, nearest coast; the rule to open.

    Of what is not at sea only what the record itself says is told.
    """
    found = waters_of(record, outlines, own) if record.at_sea or record.waters else None
    if found is None:
        return []
    rows: list[Component | str] = [
        html.Dt(words("sheet.waters")),
        html.Dd([html.Span(shares_said(found.shares, words)), *_contested(found, words), _rule(found, words, own)]),
    ]
    if found.shore_distance_m is not None:
        rows += [html.Dt(words("waters.coast")), html.Dd(_coast(found, words))]
    return rows


def shares_said(shares: tuple[WaterShare, ...], words: Words) -> str:
    """The waters and their probabilities, the most probable first; small ones together."""
    told = [share for share in shares if share.probability >= LEAST_SHARE][:MOST_SHARES]
    said = [f"{_named(share, words)} {percent_text(share.probability, words)}" for share in told]
    rest = 1.0 - sum(share.probability for share in told)
    if rest >= LEAST_SHARE:
        said.append(words("waters.others", share=percent_text(rest, words)))
    return " · ".join(said)


def _named(share: WaterShare, words: Words) -> str:
    zone = words("zone.eez_short") if share.zone == "eez" else words.named("zone", share.zone)
    if share.country is None:
        return zone
    return words("waters.share", country=words.place(country_name(share.country)), zone=zone)


def _contested(found: IncidentWaters, words: Words) -> Iterator[Component]:
    for waters, share in found.disputed[:MOST_CONTESTED]:
        parties = ", ".join(words.place(country_name(code)) for code in waters.parties)
        said = words(
            "waters.contested", name=words.said(waters.name()), parties=parties, share=percent_text(share, words)
        )
        yield html.Span(said, className="aside contested")


def _coast(found: IncidentWaters, words: Words) -> str:
    low, high = found.shore_distance_m or (0.0, 0.0)
    country = words.place(country_name(found.nearest_coast)) or words.said(CONTESTED_ISLETS())
    if high - low < _ONE_DISTANCE_M:
        return f"{country}, {distance_text(low, words)}"
    return words("waters.coast_range", country=country, low=distance_text(low, words), high=distance_text(high, words))


def _rule(found: IncidentWaters, words: Words, own: ZonePolygons | None) -> Component:
    basis = words("waters.by_polygons", name=own.name) if own and found.basis == "polygons" else ""
    basis = words("waters.by_record") if found.basis == "stated" else basis
    said = [basis, words("waters.rule"), words("waters.limits")]
    return html.Details([html.Summary(words("waters.how")), *(html.P(each) for each in said if each)], className="how")
