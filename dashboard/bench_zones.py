"""``leadline bench zones``: whose waters positions lie in and how far their shore is, where both are known."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass

import click
import numpy as np
from numpy.typing import NDArray

from dashboard.bench_locate import bench_folder
from geo.geodesy import M_PER_NMI
from geo.zones import zones_of_points

FILE = "eez_dev.jsonl"
AIMS = {
    "country_right": 0.975,
    "country_right_beyond_24_nmi": 0.96,
    "high_seas_right": 0.95,
    "false_high_seas": 0.02,
    "shore_distance_right": 0.97,
    "positions_per_second": 10_000.0,
}
"""What is aimed at; of false high seas that is the most, of all others the least."""
NEAR_NMI, FAR_NMI = 12.0, 24.0
SHORE_KM, SHORE_SHARE = 2.0, 0.05
_LEAST_TIMED = 20_000


@dataclass(frozen=True, slots=True)
class ZonesMeasured:
    """Shares of positions; a country is right where it is that of the table, or both say high seas.

    ``false_high_seas``: of the positions in a country's waters those that are said to lie on the high seas.
    ``shore_distance_right``: within 2 km or 5 % of the table's. Speed is by CPU time, in one process.
    """

    positions: int
    country_right: float
    country_right_within_12_nmi: float
    country_right_beyond_24_nmi: float
    high_seas_right: float
    false_high_seas: float
    shore_distance_right: float
    positions_per_second: float


@click.command("zones", epilog="Example: leadline bench zones --json")
@click.option("--data", metavar="FOLDER", help="Folder with bench/; else LEADLINE_TEST_DATA or ../shared.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(data: str | None, as_json: bool) -> None:
    """Ask whose waters positions with known zones lie in, and say how well it went."""
    path = bench_folder(data) / "bench" / FILE
    if not path.is_file():
        click.echo(f"nothing measured: {path.name} is not there (set LEADLINE_TEST_DATA or --data)", err=True)
        return
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    measured = measure(
        np.array([row["lon"] for row in rows], float),
        np.array([row["lat"] for row in rows], float),
        np.array([row["eez_country"] or "" for row in rows]),
        np.array([row["shore_distance_km"] for row in rows], float),
    )
    if as_json:
        click.echo(json.dumps({**asdict(measured), "aims": AIMS}))
        return
    click.echo(f"{'measure':30}{'measured':>12}{'aim':>16}")
    for name, value in asdict(measured).items():
        sign = "at most" if name == "false_high_seas" else ""
        aim = f"{sign} {_cell(AIMS[name])}".strip() if name in AIMS else ""
        click.echo(f"{name.replace('_', ' '):30}{_cell(value):>12}{aim:>16}")


def measure(
    lons: NDArray[np.float64], lats: NDArray[np.float64], true: NDArray[np.str_], shore_km: NDArray[np.float64]
) -> ZonesMeasured:
    """Measure positions against their countries (empty: high seas) and distances from the shore."""
    zones_of_points([0.0], [0.0])  # the first answer loads the coast
    again = max(1, round(_LEAST_TIMED / len(lons)))
    started = time.process_time()
    for _ in range(again):
        found = zones_of_points(lons.tolist(), lats.tolist())
    seconds = time.process_time() - started
    said = np.array([next(iter(waters.countries), "") for waters in found])
    high = np.array([waters.waters[0].zone == "high_seas" for waters in found])
    shore = np.array([waters.shore_distance_m / 1000 for waters in found])
    right, at_sea, off_nmi = said == true, true == "", shore_km * 1000 / M_PER_NMI
    close = np.abs(shore - shore_km) <= np.maximum(SHORE_KM, SHORE_SHARE * shore_km)
    return ZonesMeasured(
        len(lons),
        float(right.mean()),
        float(right[~at_sea & (off_nmi <= NEAR_NMI)].mean()),
        float(right[~at_sea & (off_nmi > FAR_NMI)].mean()),
        float(right[at_sea].mean()),
        float(high[~at_sea].mean()),
        float(close.mean()),
        again * len(lons) / seconds,
    )


def _cell(value: float) -> str:
    return f"{value:,.0f}" if value >= 2 else f"{value:.1%}"
