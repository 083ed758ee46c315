"""What the page on disk says of itself, in English; the dashboard has the same keys in other languages."""

from __future__ import annotations

from collections.abc import Mapping

from records.vocabulary import CLAIM_STATUSES, EVENT_TYPES


def _plain(name: str) -> str:
    return name.replace("_", " ").capitalize()


WORDS: Mapping[str, str] = {
    "case": "US boat strikes and what surrounds them",
    "attribution": "Leadline. Land and countries: made with Natural Earth. Places: GeoNames, CC BY 4.0.",
    # the card of a record
    "when": "When",
    "place": "Place",
    "drawn_as": "Drawn as",
    "taken": "Taken",
    "status": "Status",
    "dispute": "Dispute",
    "id": "Id",
    "killed": "Killed",
    "injured": "Injured",
    "survivors": "Survivors",
    "missing": "Missing",
    "as_claimed": "{figure}, as claimed",
    "up_to": "up to {figure}",
    "disputed.facts": "facts disputed",
    "disputed.legality": "legality disputed",
    "disputed.both": "facts and legality disputed",
    "amount": "{quantity} {unit} {substance}",
    "date_unknown": "date not known",
    "no_place": "no place found",
    "stated": "a stated position",
    "only_region": "{name}: only this region is known",
    "within": "a region, within {nmi} nmi ({km} km), 9 in 10",
    # the map
    "map": "Map",
    "one_place": "One place",
    "counted": "{name}: {count}",
    "counted_records": "{name}: {count} {count|record|records}",
    "bin": "{count} {count|record|records}, most of them: {type}",
    "no_date": "no date",
    # the rail
    "rail": "Legend and filters",
    "legend": "Legend",
    "listed": "{name} (listed)",
    "layers": "Layers",
    "regions": "Regions and outlines",
    "routes": "Trafficking routes",
    "migration": "Migration routes",
    # the list and the time bar
    "records": "Records ({count})",
    "show": "Show on the map",
    "time": "Time",
    "play": "Play",
    "pause": "Pause",
    "all_dates": "All dates",
    "first_day": "First day",
    "last_day": "Last day",
    "from": "From",
    "to": "To",
    "no_dates": "No dates",
    "shown": "{count} of {total} {total|record|records}: {parts}",
    "on_map": "{count} on the map",
    "unplaced": "{count} without a place",
    "aside": "{count} not at sea",
    "undated": "{count} without a date left out",
    "nmi": "nmi",
    **{f"type.{name}": _plain(name) for name in EVENT_TYPES},
    **{f"claim.{name}": _plain(name) for name in CLAIM_STATUSES},
}
