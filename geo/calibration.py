"""The few numbers of the location model that were set on reports: weights of the facts, and radii by class.

They stand in ``data/calibration.json`` together with how they were set; ``python -m geo.derive.calibration FILE``
sets them anew from reports with known positions.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from geo.errors import GeoError
from geo.evidence import FACTS

LAW_OF = {"harbour": "name", "midway": "sea", "distance": "off", "region": "off", "town": "off"}
"""Classes of answers that share the law of another one, so that each is set on enough reports."""
PHRASE_LAW_OF = {**LAW_OF, "midway": "name"}
"""The same for bare phrases: there the point between two things is as good as a name."""
LEAST_RADIUS_M = 1_000.0
MOST_RADIUS_M = 6_000_000.0
SET_BY_HAND = {"hinted": 4.0, "user": 3.0, "midway": 2.0}
"""Weights that no report can teach: what a reader says goes before what a text makes likely. "Between X and Y" stands
in two of the reports that weights are set on."""
SURE_PHRASE = 0.7
"""From this probability on a phrase is taken to mean what was chosen."""
_WEAK_SCALE_KM = 20.0
LEAST_DOUBT, MOST_DOUBT = -3.0, 0.0


@dataclass(frozen=True, slots=True)
class RadiusLaw:
    """The 90 % radius of a class of answers, from the scale of a hypothesis and its doubt.

    A radius is ``factor`` times the scale (in km, to a ``power``), at least ``floor_km``. An answer whose doubt –
    log10 of the probability
    that it is another one, between −3 (none) and 0 – is above ``sure_below`` gets at least ``weak_km`` for a scale of
    20 km, growing with the root of the scale.
    """

    floor_km: float
    factor: float
    sure_below: float
    weak_km: float
    power: float = 1.0

    def radius_m(self, scale_m: float, probability: float) -> float:
        """The radius in metres for the scale of a hypothesis and its probability."""
        scale_km = scale_m / 1000.0
        radius_km = max(self.floor_km, self.factor * math.pow(scale_km, self.power))
        if doubt_of(probability) > self.sure_below:
            radius_km = max(radius_km, self.weak_km * math.sqrt(max(_WEAK_SCALE_KM, scale_km) / _WEAK_SCALE_KM))
        return min(MOST_RADIUS_M, max(LEAST_RADIUS_M, 1000.0 * radius_km))


@dataclass(frozen=True, slots=True)
class ShapeLaw:
    """How far a position may lie from a distance and bearing that words give.

    It may be nearer or farther by ``plus_km``, a ``share`` of the distance and a ``reach_share`` of the thing's own
    reach, and ``bearing_deg`` to either side (three quarters of it for points like south-south-west).
    """

    plus_km: float
    share: float
    reach_share: float
    bearing_deg: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """All numbers: a weight for each of :data:`geo.evidence.FACTS`, radius laws for reports and phrases, the sector.

    ``levels``: nominal coverage → the part of the 90 % radius that holds it, for the reliability curve.
    """

    weights: tuple[float, ...]
    radius: Mapping[str, RadiusLaw]
    sector: ShapeLaw
    phrase_radius: Mapping[str, RadiusLaw]
    levels: Mapping[float, float]

    def radius_m(self, kind: str, scale_m: float, probability: float, *, phrase: bool = False) -> float:
        """The radius in metres that holds the truth with 90 %, for a class of answers.

        A report can be about another of its names than the one chosen; the words of a bare ``phrase`` are the place,
        so only the vagueness of the words counts, unless they may mean several things.
        """
        if phrase and probability >= SURE_PHRASE:
            return self.phrase_radius[PHRASE_LAW_OF.get(kind, kind)].radius_m(scale_m, probability)
        return self.radius[LAW_OF.get(kind, kind)].radius_m(scale_m, probability)


def is_used(report_id: str) -> bool:
    """Whether a report of a benchmark belongs to the half that numbers are set on: by the hash of its id."""
    return hashlib.sha256(report_id.encode()).digest()[0] % 2 == 0


def doubt_of(probability: float) -> float:
    """log10 of the probability of being wrong, between −3 and 0."""
    return max(LEAST_DOUBT, min(MOST_DOUBT, math.log10(max(1e-9, 1.0 - probability))))


@lru_cache(maxsize=1)
def calibration() -> Calibration:
    """The numbers of the package, loaded once."""
    path = Path(str(files("geo") / "data" / "calibration.json"))
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        weights = content["weights"]
        laws = {kind: RadiusLaw(**law) for kind, law in content["radius"].items()}
        phrases = {kind: RadiusLaw(**law) for kind, law in content["phrase_radius"].items()}
        shape = ShapeLaw(**content["sector"])
        levels = {float(level): float(factor) for level, factor in content["levels"].items()}
        weights = {**weights, **SET_BY_HAND}
        return Calibration(tuple(float(weights.get(fact, 0.0)) for fact in FACTS), laws, shape, phrases, levels)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GeoError(
            "the calibration cannot be read", where=path.name, next="run 'make data' to derive it"
        ) from error
