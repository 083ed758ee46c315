"""Set the weights and radii of the location model on reports with known positions.

``python -m geo.derive.calibration FILE`` reads JSON lines with ``id, lon, lat, text_nocoord``. A report is used if the
first byte of the SHA-256 of its id is even; the others are kept out and never read. The weights maximise the expected
share of points within 50 and 161 km of the truth (a conditional logit with a quadratic penalty); the radius laws are
quantile regressions (0.9) of the logarithm of the error, one per class of answers.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog, minimize

from geo.answer import answer_class, chosen
from geo.calibration import doubt_of
from geo.context import Context
from geo.derive.packages import DATA
from geo.evidence import FACTS, Hypothesis
from geo.gazetteer import gazetteer
from geo.locating import weigh
from geo.sphere import sphere_distance_m

PENALTY = 0.3
"""Weight of the quadratic penalty on the weights: chosen once, results are flat from 0.1 to 1."""
COVERAGE = 0.9
_NEAR_KM, _FAR_KM = 50.0, 161.0
_LEAST_CASES = 25
_SHARED_WITH = {"distance": "off", "midway": "off", "town": "harbour", "region": "off"}
"""Classes with few cases are fitted together with a like one."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its true position."""

    id: str
    lon: float
    lat: float
    text: str


def is_used(report_id: str) -> bool:
    """Whether a report belongs to the half that may be looked at."""
    return hashlib.sha256(report_id.encode()).digest()[0] % 2 == 0


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


def fit_radii(reports: Sequence[Report], weights: Sequence[float]) -> dict[str, dict[str, float]]:
    """The radius law of each class."""
    cases: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for report, found in zip(reports, weigh_all(reports, weights), strict=True):
        if not found:
            continue
        best, probability = chosen(found)
        error_km = max(0.3, sphere_distance_m(best.lon, best.lat, report.lon, report.lat) / 1000)
        cases[answer_class(best)].append((np.log10(best.scale_m / 1000), doubt_of(probability), np.log10(error_km)))
    laws = {}
    for kind in cases:
        rows = list(cases[kind])
        if len(rows) < 3 * _LEAST_CASES and kind in _SHARED_WITH:
            rows += cases[_SHARED_WITH[kind]]
        laws[kind] = _quantile_law(np.array(rows))
    return laws


def _quantile_law(rows: NDArray[Any]) -> dict[str, float]:
    """Quantile regression by linear programming; slopes may not be negative."""
    scale, doubt, error = rows.T
    count = len(rows)
    design = np.column_stack((np.ones(count), scale, doubt))
    costs = np.concatenate((np.zeros(3), np.full(count, COVERAGE), np.full(count, 1 - COVERAGE)))
    equal = np.hstack((design, np.eye(count), -np.eye(count)))
    bounds = [(None, None), (0, 1.2), (0, 0.8)] + [(0, None)] * (2 * count)
    solved = linprog(costs, A_eq=equal, b_eq=error, bounds=bounds, method="highs")
    base, by_scale, by_doubt = (round(float(value), 4) for value in solved.x[:3])
    return {"base": base, "by_scale": by_scale, "by_doubt": by_doubt}


def calibrate(path: Path) -> dict[str, Any]:
    """Everything that ``calibration.json`` holds."""
    reports = read_reports(path)
    weights = [round(float(weight), 3) for weight in fit_weights(reports)]
    return {
        "how": {
            "set_by": "python -m geo.derive.calibration",
            "on": f"{len(reports)} reports of {path.name}: those whose id's SHA-256 begins with an even byte",
            "weights": f"conditional logit for points within {_NEAR_KM:g} and {_FAR_KM:g} km, penalty {PENALTY:g}",
            "radius": f"quantile regression ({COVERAGE:g}) of log10 error in km on log10 scale in km and log10 doubt",
        },
        "weights": dict(zip(FACTS, weights, strict=True)),
        "radius": fit_radii(reports, weights),
    }


def main() -> None:
    """Write ``calibration.json``."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    content = json.dumps(calibrate(Path(sys.argv[1])), indent=1)
    (DATA / "calibration.json").write_text(content + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
