"""``leadline bench locate``: how near places lie to known positions, and whether regions keep their promise."""

from __future__ import annotations

import json
import os
import statistics
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click
from shapely.geometry import Point

import geo
from dashboard.errors import WrongUseError
from geo.calibration import calibration, is_used
from geo.coordinates import WrittenPosition, find_coordinates
from geo.geodesy import distance_m
from geo.place import Place

FIELDS = ("text_nocoord", "text")
HALVES = ("kept", "used", "all")
STATED_M = 2_000.0
LEAST_CASES = 30
"""Methods with fewer cases than this are not drawn."""


@dataclass(frozen=True, slots=True)
class Case:
    """One report's answer against its known position; distances in km, ``held`` by the region as printed."""

    method: str
    precision: str
    error_km: float
    radius_km: float
    held: bool


@dataclass(frozen=True, slots=True)
class Table:
    """The measures of a set of reports; shares count unplaced reports as wrong. Speed is by CPU time, one process."""

    field: str
    reports: int
    answered: float
    median_km: float
    acc50: float
    acc161: float
    coverage90: float
    median_radius_km: float
    interval_score_median_km: float
    reports_per_second: float


@dataclass(frozen=True, slots=True)
class Stated:
    """Reports that write a position: how many, and how many answers lie within 2 km of the table's.

    Where no position in the text lies within 2 km of the table's, the two contradict each other (a wrong hemisphere,
    a slipped digit) and no reading can be right: ``agreeing`` counts the others, ``agreeing_found`` the answers.
    """

    reports: int
    found: float
    agreeing: int
    agreeing_found: float


@click.command("locate", epilog="Example: leadline bench locate --json")
@click.option("--data", metavar="FOLDER", help="Folder with bench/; else LEADLINE_TEST_DATA or ../shared.")
@click.option("--half", type=click.Choice(HALVES), default="kept", show_default=True, help="Kept out of tuning?")
@click.option("--outlines/--circles", default=True, show_default=True, help="Count named outlines or their circles.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--picture", metavar="FILE.svg", help="Draw the reliability curve.")
def command(data: str | None, half: str, outlines: bool, as_json: bool, picture: str | None) -> None:
    """Locate reports with known positions and say how well it went, for texts without and with coordinates."""
    path = bench_folder(data) / "bench" / "asam_dev.jsonl"
    if not path.is_file():
        click.echo(f"nothing measured: {path.name} is not there (set LEADLINE_TEST_DATA or --data)", err=True)
        return
    reports = [row for row in _read(path) if half == "all" or is_used(str(row["id"])) == (half == "used")]
    tables: list[Table] = []
    cases: list[Case] = []
    stated = _stated(reports)
    for field in FIELDS:
        started = time.process_time()
        found = [(row, geo.locate(row[field])) for row in reports]
        seconds = time.process_time() - started
        judged = [_judged(row, place, outlines) for row, place in found if isinstance(place, Place)]
        tables.append(_table(field, len(reports), judged, len(reports) / seconds))
        cases = cases or judged
    _print(tables, cases, stated, half, as_json)
    if picture is not None:
        from dashboard.reliability import draw

        Path(picture).write_text(draw(curves(cases)), encoding="utf-8")


def bench_folder(data: str | None) -> Path:
    """The folder that holds ``bench/``: the one given, else that of the environment, else ``../shared``."""
    return Path(data or os.environ.get("LEADLINE_TEST_DATA") or Path(geo.__file__).parents[2] / "shared")


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as file:
            return [json.loads(line) for line in file if line.strip()]
    except (OSError, ValueError) as error:
        raise WrongUseError("no JSON lines", where=path.name, next="give the benchmark's own file") from error


def _judged(row: dict[str, Any], place: Place, outlines: bool) -> Case:
    error_km = distance_m(place.lon, place.lat, row["lon"], row["lat"]) / 1000
    shape = place.region
    if outlines and place.region_id is not None and (named := geo.outline(place.region_id)) is not None:
        shape = named.geometry
    radius_km = place.radius_m / 1000
    held = error_km <= radius_km if shape is None else bool(shape.distance(Point(row["lon"], row["lat"])) < 1e-9)
    return Case(place.location_method, place.geo_precision, error_km, radius_km, held)


def _stated(reports: Sequence[dict[str, Any]]) -> Stated:
    """Measure the reports whose text with coordinates writes a position."""
    found, agreeing = [], []
    for row in reports:
        positions, _ = find_coordinates(row["text"])
        if not positions:
            continue
        place = geo.locate(row["text"])
        hit = isinstance(place, Place) and _apart_m(place, row) <= STATED_M
        found.append(hit)
        if any(_apart_m(position, row) <= STATED_M for position in positions):
            agreeing.append(hit)
    return Stated(len(found), _share(found), len(agreeing), _share(agreeing))


def _apart_m(place: Place | WrittenPosition, row: dict[str, Any]) -> float:
    return distance_m(place.lon, place.lat, row["lon"], row["lat"])


def _table(field: str, reports: int, cases: Sequence[Case], speed: float) -> Table:
    errors = [case.error_km for case in cases]
    scores = [case.radius_km + 10 * max(0.0, case.error_km - case.radius_km) for case in cases]
    return Table(
        field,
        reports,
        len(cases) / max(1, reports),
        _median(errors),
        sum(error <= 50 for error in errors) / max(1, reports),
        sum(error <= 161 for error in errors) / max(1, reports),
        _share(case.held for case in cases),
        _median([case.radius_km for case in cases]),
        _median(scores),
        speed,
    )


def _median(values: Sequence[float]) -> float:
    return statistics.median(values) if values else 0.0


def _share(held: Iterable[bool]) -> float:
    kept = list(held)
    return sum(kept) / max(1, len(kept))


def curves(cases: Sequence[Case]) -> dict[str, list[tuple[float, float]]]:
    """Nominal against observed coverage of the circles, for all answers and for each method with enough cases."""
    by_method: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_method["all"].append(case)
        by_method[case.method].append(case)
    levels = sorted(calibration().levels.items())
    return {
        method: [
            (level, _share(case.error_km <= factor * case.radius_km for case in group)) for level, factor in levels
        ]
        for method, group in by_method.items()
        if len(group) >= LEAST_CASES
    }


def _print(tables: Sequence[Table], cases: Sequence[Case], stated: Stated, half: str, as_json: bool) -> None:
    kinds = {"method": "method", "precision": "precision"}
    groups = {name: _groups(cases, attribute) for name, attribute in kinds.items()}
    if as_json:
        measured = {"tables": [asdict(table) for table in tables], "stated": asdict(stated)}
        click.echo(json.dumps({"half": half, **measured, **groups, "reliability": curves(cases)}))
        return
    click.echo(f"reports: the half {half}" if half != "all" else "reports: all")
    for name in Table.__dataclass_fields__:
        values = [getattr(table, name) for table in tables]
        click.echo(f"{name:26}" + "".join(f"{_cell(value):>16}" for value in values))
    click.echo(
        f"\nreports that write a position: {stated.reports:,}, within 2 km {stated.found:.3f}; "
        f"of the {stated.agreeing:,} whose position agrees with the table within 2 km {stated.agreeing_found:.3f}"
    )
    for name, group in groups.items():
        click.echo(f"\n{'by ' + name:26}{'cases':>8}{'within 161 km':>16}{'coverage':>12}{'median radius':>16}")
        for kind, row in group.items():
            click.echo(
                f"{kind:26}{row['cases']:>8.0f}{row['acc161']:>16.3f}{row['coverage']:>12.3f}"
                f"{row['radius_km']:>13.0f} km"
            )
    click.echo("\nreliability: nominal share, then the share of circles that hold the position")
    for method, curve in curves(cases).items():
        click.echo(f"{method:16}" + "".join(f"  {level:.1f} {observed:.2f}" for level, observed in curve))


def _cell(value: float | str) -> str:
    if isinstance(value, str):
        return value
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3f}" if value < 1 else f"{value:.1f}"


def _groups(cases: Sequence[Case], attribute: str) -> dict[str, dict[str, float]]:
    found: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        found[getattr(case, attribute)].append(case)
    return {
        kind: {
            "cases": float(len(group)),
            "acc161": _share(case.error_km <= 161 for case in group),
            "coverage": _share(case.held for case in group),
            "radius_km": _median([case.radius_km for case in group]),
        }
        for kind, group in sorted(found.items(), key=lambda item: -len(item[1]))
    }
