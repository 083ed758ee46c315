"""Set the weights and radii of the location model on reports with known positions.

``python -m geo.derive.calibration FILE`` reads JSON lines with ``id, lon, lat, text_nocoord``. A report is used if the
first byte of the SHA-256 of its id is even; the others are kept out and never read. The weights maximise the expected
share of points within 50 and 161 km of the truth (a conditional logit with a quadratic penalty); the radius laws, one
per class of answers, have the least interval score among those that hold 90 % of the class.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog, minimize

from geo.answer import answer_class, chosen
from geo.calibration import LAW_OF, RadiusLaw, doubt_of, is_used
from geo.context import Context
from geo.derive.packages import DATA
from geo.evidence import FACTS, Hypothesis, extent_of
from geo.gazetteer import gazetteer
from geo.locating import weigh
from geo.sphere import sphere_bearing_deg, sphere_distance_m

PENALTY = 0.3
"""Weight of the quadratic penalty on the weights: chosen once, results are flat from 0.1 to 4."""
COVERAGE = 0.904
LEVELS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
OPTIMISM = 0.2
"""Added to the coverage sought, over the root of the cases: a law chosen on few cases holds fewer of the next ones."""
_NEAR_KM, _FAR_KM = 50.0, 161.0
SURE_BELOW = -1.0
"""log10 of the doubt from which on an answer counts as doubtful: one in ten."""
_LEAST_WEAK = 5
_POWERS = (0.5, 0.7, 0.85, 1.0, 1.2, 1.4, 1.6)
_POWERS_OF_AREAS = (1.0,)
_SHARES = (0.4, 0.55, 0.7, 0.85, 1.0)
_TOO_FEW = frozenset({"town"})
"""Classes too small to set a law on, that would blur the one they borrow."""
_BEYOND_DOUBT = -1.0
_GROSS_KM, _GROSS_SCALES = 100.0, 4.0
RADIUS_PRICE = 0.1
"""What a kilometre of mean radius costs beside the capped score: keeps doubtful answers from taking half the world."""
SECTOR_COVERAGE = 0.9
CAP_KM = 300.0
"""Where the interval score is capped in the search: a miss by a thousand kilometres counts like one by a hundred."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its true position."""

    id: str
    lon: float
    lat: float
    text: str


def read_reports(path: Path) -> list[Report]:
    """The reports of the half used."""
    with path.open(encoding="utf-8") as file:
        rows: Iterable[dict[str, Any]] = (json.loads(line) for line in file)
        return [
            Report(row["id"], row["lon"], row["lat"], row["text_nocoord"]) for row in rows if is_used(str(row["id"]))
        ]


def weigh_all(reports: Sequence[Report], weights: Sequence[float]) -> list[list[Hypothesis]]:
    """All hypotheses of all reports under the weights."""
    return [weigh(report.text, Context(), gazetteer(), weights)[1] for report in reports]


def fit_weights(reports: Sequence[Report]) -> NDArray[Any]:
    """The weights of the facts."""
    rows, errors_km, owners = [], [], []
    for number, (report, found) in enumerate(zip(reports, weigh_all(reports, [0.0] * len(FACTS)), strict=True)):
        for each in found:
            rows.append(each.facts)
            errors_km.append(sphere_distance_m(each.lon, each.lat, report.lon, report.lat) / 1000)
            owners.append(number)
    facts, error, owner = np.array(rows), np.array(errors_km), np.array(owners)
    worth = _falling(error, _NEAR_KM, 12.0) / 2 + _falling(error, _FAR_KM, 35.0) / 2 + 0.003
    count = len(reports)
    placed = np.unique(owner)

    def loss(weights: NDArray[Any]) -> tuple[float, NDArray[Any]]:
        score = facts @ weights
        highest = np.full(count, -np.inf)
        np.maximum.at(highest, owner, score)
        share = np.exp(score - highest[owner])
        share /= np.bincount(owner, share, count)[owner]
        gained = np.bincount(owner, share * worth, count)
        value = -np.log(gained[placed]).sum() + PENALTY * weights @ weights
        slope = -(share * (worth / gained[owner] - 1)) @ facts + 2 * PENALTY * weights
        return float(value), slope

    result = minimize(loss, np.zeros(facts.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 600})
    return np.asarray(result.x)


def _falling(error_km: NDArray[Any], limit_km: float, width_km: float) -> NDArray[Any]:
    return np.asarray(1 / (1 + np.exp(np.clip((error_km - limit_km) / width_km, -50, 50))))


def fit_radii(reports: Sequence[Report], weights: Sequence[float]) -> dict[str, dict[str, Any]]:
    """The radius law of each class, for reports and for phrases.

    For phrases only the reports count whose place was found beyond doubt and that lie about where it says: what is
    left is the vagueness of the words.
    """
    cases: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for report, found in zip(reports, weigh_all(reports, weights), strict=True):
        if found:
            best, probability = chosen(found)
            error_km = sphere_distance_m(best.lon, best.lat, report.lon, report.lat) / 1000
            cases[LAW_OF.get(answer_class(best), answer_class(best))].append(
                (best.scale_m / 1000, doubt_of(probability), error_km)
            )
    laws: dict[str, dict[str, Any]] = {"radius": {}, "phrase_radius": {}}
    for kind in sorted(cases):
        rows = np.array(cases[kind])
        laws["radius"][kind] = _law(rows, _POWERS_OF_AREAS if kind in ("sea", "country") else _POWERS)
        scale, doubt, error = rows.T
        right = (doubt < _BEYOND_DOUBT) & (error <= np.maximum(_GROSS_KM, _GROSS_SCALES * scale))
        laws["phrase_radius"][kind] = _quantile_law(rows[right])
    return laws


def fit_levels(
    reports: Sequence[Report], weights: Sequence[float], laws: dict[str, dict[str, float]]
) -> dict[str, float]:
    """The parts of the 90 % radius that hold other shares of the answers."""
    ratios = []
    for report, found in zip(reports, weigh_all(reports, weights), strict=True):
        if found:
            best, probability = chosen(found)
            kind = answer_class(best)
            radius_m = RadiusLaw(**laws[LAW_OF.get(kind, kind)]).radius_m(best.scale_m, probability)
            ratios.append(sphere_distance_m(best.lon, best.lat, report.lon, report.lat) / radius_m)
    return {str(level): round(float(np.quantile(ratios, level)), 4) for level in LEVELS}


def _quantile_law(rows: NDArray[Any]) -> dict[str, float]:
    """Quantile regression of the logarithm of the error on that of the scale, by linear programming."""
    scale, _, error = rows.T
    count = len(rows)
    design = np.column_stack((np.ones(count), np.log10(scale)))
    costs = np.concatenate((np.zeros(2), np.full(count, COVERAGE), np.full(count, 1 - COVERAGE)))
    equal = np.hstack((design, np.eye(count), -np.eye(count)))
    bounds = [(None, None), (0, 1.2)] + [(0, None)] * (2 * count)
    solved = linprog(costs, A_eq=equal, b_eq=np.log10(np.maximum(0.3, error)), bounds=bounds, method="highs")
    base, power = solved.x[:2]
    return {
        "floor_km": 2.0,
        "factor": round(10.0 ** float(base), 3),
        "sure_below": 0.1,
        "weak_km": 0.0,
        "power": round(float(power), 3),
    }


def _law(rows: NDArray[Any], powers: Sequence[float]) -> dict[str, float]:
    """The law that holds 90 % of the sure and of the doubtful answers alike, with the least interval score."""
    scale, doubt, error = rows.T
    weak = doubt > SURE_BELOW
    sure_scale, sure_error = scale[~weak], error[~weak]
    wanted = COVERAGE + OPTIMISM / math.sqrt(len(error))
    spread = np.sqrt(np.maximum(20.0, scale) / 20.0)
    weak_km = float(np.quantile((error / spread)[weak], COVERAGE)) if weak.sum() >= _LEAST_WEAK else 0.0
    best: dict[str, float] = {}
    lowest = np.inf
    for power, share in product(powers, _SHARES):
        factor = share * float(np.quantile(sure_error / sure_scale**power, wanted))
        floor = float(np.quantile(np.where(sure_error <= factor * sure_scale**power, 0, sure_error), wanted))
        radius = np.maximum(floor, factor * scale**power)
        radius = np.where(weak, np.maximum(radius, weak_km * spread), radius)
        score = np.minimum(radius + 10 * np.maximum(0, error - radius), CAP_KM).mean()
        score += RADIUS_PRICE * np.minimum(radius, 3000).mean()
        if score < lowest:
            best = _written_law(floor, factor, weak_km, power)
            lowest = score
    return best


def _written_law(floor_km: float, factor: float, weak_km: float, power: float) -> dict[str, float]:
    return {
        "floor_km": round(floor_km, 1),
        "factor": round(factor, 4),
        "sure_below": SURE_BELOW,
        "weak_km": round(weak_km, 1),
        "power": power,
    }


def fit_sector(reports: Sequence[Report], weights: Sequence[float]) -> dict[str, float]:
    """The law of the sector: the least area among those that hold the wanted share of the offsets."""
    rows = []
    for report, found in zip(reports, weigh_all(reports, weights), strict=True):
        if not found or answer_class(chosen(found)[0]) != "offset":
            continue
        best = chosen(found)[0]
        relation = best.mention.relation
        lon, lat, reach_m = extent_of(best.entry, relation.part)
        said = sphere_distance_m(lon, lat, best.lon, best.lat) / 1000
        true = sphere_distance_m(lon, lat, report.lon, report.lat) / 1000
        aside = sphere_bearing_deg(lon, lat, report.lon, report.lat) - sphere_bearing_deg(lon, lat, best.lon, best.lat)
        slack = 0.75 if relation.bearing_half_deg < 12 else 1.0
        rows.append((said, true, abs((aside + 180) % 360 - 180) / slack, reach_m / 1000))
    said, true, aside, reach = np.array(rows).T
    best_law, least = None, np.inf
    for plus, share, of_reach, bearing in product(
        (6, 8, 10, 12, 15, 18), (0.15, 0.2, 0.25), (0.3, 0.6), range(34, 66, 4)
    ):
        give = plus + share * said + of_reach * reach
        held = (np.abs(true - said) <= give) & ((aside <= bearing) | (said <= give))
        area = np.median(give * np.maximum(said, give) * bearing)
        if held.mean() >= SECTOR_COVERAGE and area < least:
            best_law, least = (plus, share, of_reach, bearing), area
    if best_law is None:
        raise ValueError("no sector holds enough of the offsets")
    return dict(zip(("plus_km", "share", "reach_share", "bearing_deg"), best_law, strict=True))


def calibrate(path: Path) -> dict[str, Any]:
    """Everything that ``calibration.json`` holds."""
    reports = read_reports(path)
    weights = [round(float(weight), 3) for weight in fit_weights(reports)]
    laws = fit_radii(reports, weights)
    return {
        "how": {
            "set_by": "python -m geo.derive.calibration",
            "on": f"{len(reports)} reports of {path.name}: those whose id's SHA-256 begins with an even byte",
            "weights": f"conditional logit for points within {_NEAR_KM:g} and {_FAR_KM:g} km, penalty {PENALTY:g}",
            "radius": f"grid search for the least interval score (capped at {CAP_KM:g} km) that holds {COVERAGE:.0%}",
            "sector": f"grid search for the least area that holds {SECTOR_COVERAGE:.0%} of the offsets",
        },
        "weights": dict(zip(FACTS, weights, strict=True)),
        **laws,
        "sector": fit_sector(reports, weights),
        "levels": fit_levels(reports, weights, laws["radius"]),
    }


def main() -> None:
    """Write ``calibration.json``."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    content = json.dumps(calibrate(Path(sys.argv[1])), indent=1)
    (DATA / "calibration.json").write_text(content + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
