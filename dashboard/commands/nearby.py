"""``leadline nearby``: what lies about a position or a record, and what else happened here."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from geo.geodesy import M_PER_NMI
from layers.nearby import DAYS, WITHIN_NMI, Nearby, Nearest, NearIncident

EPILOG = """\b
Examples:
  leadline nearby case -71.9 12.6
  leadline nearby case --id 2025-09-15-strike-1 --within-nmi 100 --days 60
  leadline nearby store.gpkg 43.2 12.4 --on 2024-06 --json
"""
MOST_LISTED = 20


@click.command("nearby", epilog=EPILOG, context_settings={"ignore_unknown_options": True})
@click.argument("store")
@click.argument("lon", required=False, type=float)
@click.argument("lat", required=False, type=float)
@click.option("--id", "id_", default="", metavar="ID", help="A record of the store, in place of LON LAT.")
@click.option("--radius", "radius_m", type=click.FloatRange(min=0), default=0.0, metavar="M", help="90 % radius.")
@click.option("--on", default="", metavar="DATE", help="The date that --days counts from; a record has its own.")
@click.option("--within-nmi", type=float, default=WITHIN_NMI, show_default=True, help="How far, in nautical miles.")
@click.option("--days", type=float, default=DAYS, show_default=True, help="How long before and after.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    store: str,
    lon: float | None,
    lat: float | None,
    id_: str,
    radius_m: float,
    on: str,
    within_nmi: float,
    days: float,
    as_json: bool,
) -> None:
    """Say what lies about LON LAT or a record of STORE: seas, port, coast, routes, and what else happened here.

    Without a date incidents of any time are listed. Places are regions: hence ranges and probabilities.
    """
    from dashboard.nearby import Question, asked_of
    from layers.nearby import nearby
    from layers.snapshot import Snapshot
    from records.store import open_store

    opened = open_store(store)
    asked = asked_of(Question(id_, lon, lat, radius_m, on, within_nmi, days), opened)
    found = nearby(asked, opened, Snapshot.of(opened))
    click.echo(json.dumps(found.to_json(), ensure_ascii=False) if as_json else "\n".join(told(found)))


def told(found: Nearby) -> Iterator[str]:
    """The answer for people, line by line."""
    yield f"in: {', '.join(found.seas) or 'no named sea'}"
    yield f"nearest port: {_nearest(found.port)}"
    yield f"nearest coast: {_nearest(found.coast)}"
    yield f"routes whose corridor may hold it: {len(found.routes)}"
    for route, share in found.routes[:MOST_LISTED]:
        yield f"  {share:4.0%}  {route.name} ({route.id})"
    asked = found.asked
    time = f" and {asked.days:g} days" if asked.span is not None else ", of any time"
    yield f"incidents within {asked.within_nmi:g} nmi{time}: {len(found.incidents)}"
    for one in found.incidents[:MOST_LISTED]:
        yield f"  {one.probability:4.0%}  {one.title} ({one.id}), {_apart(one)}"
    if len(found.incidents) > MOST_LISTED:
        yield f"  and {len(found.incidents) - MOST_LISTED} more"
    if found.less_probable:
        yield f"  and {found.less_probable} that hardly may (less than 5 %)"
    if found.not_compared:
        yield f"  and {found.not_compared} that are too many to compare: ask for fewer days or miles"
    if found.undated:
        yield f"  and {found.undated} without a date"


def _nearest(one: Nearest) -> str:
    share = "" if one.probability > 0.995 else f" ({one.probability:.0%}, others may be nearer)"
    nmi = _range(one.low_m / M_PER_NMI, one.high_m / M_PER_NMI)
    name = f"{one.name}, {one.country}" if one.country else one.name
    return f"{name}{share}: {nmi} nmi ({_range(one.low_m / 1000, one.high_m / 1000)} km)"


def _range(low: float, high: float) -> str:
    digits = 0 if high >= 10 else 1
    least, most = f"{low:,.{digits}f}", f"{high:,.{digits}f}"
    return least if least == most else f"{least}–{most}"


def _apart(one: NearIncident) -> str:
    apart = f"{_range(one.nearest_nmi, one.farthest_nmi)} nmi away"
    if not one.days_apart:
        return apart if one.days_apart is None else f"{apart}, on the same days"
    when = "later" if one.days_apart > 0 else "earlier"
    return f"{apart}, {abs(one.days_apart):.0f} days {when}"
