"""The usual points of all seas, countries and coastal regions."""

from __future__ import annotations

import numpy as np

from geo.derive.packages import DATA
from geo.seas import PARTS, Outline, countries, regions, seas
from geo.usual import work_out

_WIDE_DEG2 = 2.0
"""Seas smaller than this, in square degrees, have no parts worth a point of their own."""


def _is_wide(sea: Outline) -> bool:
    return sea.geometry.area >= _WIDE_DEG2


def write() -> None:
    """Write ``usual_points.npz``; needs the gazetteer and the outlines."""
    areas = [*seas(), *(f"country.{code}" for code in countries()), *regions()]
    areas += [f"{kind}.{code}" for kind in ("waters_off", "international_waters_off") for code in countries()]
    areas += [f"country.{code}.{part}" for code in countries() for part in PARTS if part != "central"]
    areas += [f"{sea.id}.{part}" for sea in seas().values() if _is_wide(sea) for part in PARTS]
    found = {area: point for area in areas if (point := work_out(area)) is not None}
    np.savez_compressed(
        DATA / "usual_points.npz",
        allow_pickle=False,
        id=np.array(list(found)),
        point=np.array([(each.lon, each.lat, each.reach_m) for each in found.values()], "f4"),
    )
