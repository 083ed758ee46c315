"""``leadline zones``: whose waters a position lies in, as JSON lines or for people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from dashboard.errors import WrongUseError
from dashboard.json_lines import objects
from geo.disputed import CONTESTED_ISLETS, disputed_at
from geo.geodesy import M_PER_NMI
from geo.zone_polygons import ZonePolygons, read_zone_polygons
from geo.zones import Waters, spread_of, zones, zones_of_points

EPILOG = """\b
Examples:
  leadline zones -61.5 11.2 --explain
  leadline zones -61.5 11.2 --radius 60000
  leadline zones --jsonl positions.jsonl > waters.jsonl
"""
RULE = (
    "UNCLOS: territorial sea to 12 nmi (article 3), contiguous zone to 24 (33), EEZ to 200 (57), then high seas (86); "
    "between neighbours the agreed line, else the middle (15, 74)"
)
OWN_RULE = f"your polygons say whose and how far the EEZ reaches; within it {RULE}"
LIMITS = (
    "coast at 1:10 million, not declared baselines (5, 7); rocks count as islands (121); no shelf beyond 200 nmi (76); "
    "approximate, no statement on sovereignty, no legal advice"
)
AT_ONCE = 2_000
"""Positions without a radius that are answered together, which is many times faster than one by one."""
LEAST_SAID = 0.01


@dataclass(frozen=True, slots=True)
class Position:
    """A position (lon, lat in degrees) whose waters are asked for, and the id that the answer carries."""

    id: str | int | None
    lon: float
    lat: float
    radius_m: float | None


@click.command("zones", epilog=EPILOG, context_settings={"ignore_unknown_options": True})
@click.argument("lon", required=False, type=float)
@click.argument("lat", required=False, type=float)
@click.option("--radius", "radius_m", type=click.FloatRange(min=0), metavar="M", help="90 % radius in metres.")
@click.option("--jsonl", metavar="FILE", help="Objects with id, lon, lat (radius_m), one a line; - is standard input.")
@click.option("--polygons", metavar="FILE", help="Zones of your own (EEZ polygons), which then say whose they are.")
@click.option("--polygons-crs", default="", metavar="EPSG:N", help="Their reference system, where the file says none.")
@click.option("--polygons-field", default="", metavar="NAME", help="Their field of ISO 3166-1 alpha-3 codes.")
@click.option("--explain", is_flag=True, help="Say for people.")
def command(
    lon: float | None,
    lat: float | None,
    radius_m: float | None,
    jsonl: str | None,
    polygons: str | None,
    polygons_crs: str,
    polygons_field: str,
    explain: bool,
) -> None:
    """Say whose waters the position LON LAT lies in, with probabilities; outlines are approximate, no legal advice."""
    own = _own(polygons, polygons_field, polygons_crs)
    if jsonl is not None:
        if lon is not None:
            raise WrongUseError("give LON LAT or --jsonl, not both", where="zones")
        for asked, found in _answers(_positions(jsonl), own):
            click.echo(explained(found, asked) if explain else _line(asked.id, found))
        _say_rule(explain, own)
        return
    if lon is None or lat is None:
        raise WrongUseError("LON and LAT are needed", where="zones", next="try: leadline zones -61.5 11.2")
    found = zones(lon, lat, radius_m, None, own)
    click.echo(explained(found, Position(None, lon, lat, radius_m)) if explain else _line(None, found))
    _say_rule(explain, own)


def _own(polygons: str | None, field: str, crs: str) -> ZonePolygons | None:
    if polygons is None:
        return None
    own = read_zone_polygons(Path(polygons), field, crs)
    for note in own.notes:
        click.echo(f"{polygons}: {note}", err=True)
    return own


def _positions(source: str) -> Iterator[Position]:
    for where, row in objects(source):
        try:
            radius_m = row.get("radius_m")
            yield Position(
                row.get("id"),
                float(row["lon"]),
                float(row["lat"]),
                None if radius_m is None else float(radius_m),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise WrongUseError("no lon and lat", where=where, next="give numbers, in degrees") from error


def _answers(positions: Iterator[Position], own: ZonePolygons | None) -> Iterator[tuple[Position, Waters]]:
    """Answer in the order asked, positions without a radius many at once."""
    waiting: list[Position] = []
    for position in positions:
        if position.radius_m is None and len(waiting) < AT_ONCE:
            waiting.append(position)
            continue
        yield from _together(waiting, own)
        waiting = []
        if position.radius_m is None:
            waiting.append(position)
        else:
            yield position, zones(position.lon, position.lat, position.radius_m, None, own)
    yield from _together(waiting, own)


def _together(positions: list[Position], own: ZonePolygons | None) -> Iterator[tuple[Position, Waters]]:
    if positions:
        found = zones_of_points([one.lon for one in positions], [one.lat for one in positions], own)
        yield from zip(positions, found, strict=True)


def _line(id: str | int | None, found: Waters) -> str:
    answer: dict[str, Any] = {"id": id, **found.to_json()}
    answer["countries"] = {code: round(share, 6) for code, share in answer["countries"].items()}
    answer["zones"] = {zone: round(share, 6) for zone, share in answer["zones"].items()}
    answer["shore_distance_m"] = round(answer["shore_distance_m"])
    answer["shore_distance_range_m"] = [round(metres) for metres in answer["shore_distance_range_m"]]
    return json.dumps(answer, ensure_ascii=False)


def explained(found: Waters, asked: Position) -> str:
    """The answer for people: shares in per cent, the nearest coast in nautical miles first, and contested waters."""
    said = [
        f"{share.country or ''} {share.zone.replace('_', ' ')} {share.probability:.0%}".strip()
        for share in found.waters
        if share.probability >= LEAST_SAID
    ]
    low, high = found.shore_distance_range_m
    nmi, km = found.shore_distance_m / M_PER_NMI, found.shore_distance_m / 1000
    span = f"; {low / M_PER_NMI:,.0f} to {high / M_PER_NMI:,.0f} nmi within the region" if asked.radius_m else ""
    coast = (
        f"nearest coast: {found.nearest_coast.country or CONTESTED_ISLETS.english}, {nmi:,.1f} nmi ({km:,.1f} km){span}"
    )
    return "\n".join([*said, coast, *_contested(asked)])


def _contested(asked: Position) -> Iterator[str]:
    spread = spread_of(asked.lon, asked.lat, asked.radius_m)
    for waters, share in disputed_at(spread.lons, spread.lats):
        part = f" ({share:.0%} of the region)" if asked.radius_m else ""
        yield f"contested: {waters.name()}, between {', '.join(waters.parties)}{part}"


def _say_rule(explain: bool, own: ZonePolygons | None) -> None:
    if explain:
        click.echo(f"rule: {RULE if own is None else OWN_RULE}\nlimits: {LIMITS}")
