"""The region that holds the truth with 90 %: a named outline for seas and coasts, else a shape of its own."""

from __future__ import annotations

from shapely.geometry.base import BaseGeometry

from geo.evidence import Hypothesis, part_name


def region_id_of(hypothesis: Hypothesis) -> str | None:
    """The named outline that answers a sea, a country's waters or a part of them; None for everything smaller."""
    entry, relation = hypothesis.entry, hypothesis.mention.relation
    if relation.distance_m is not None or hypothesis.other is not None:
        return None
    if entry.is_sea:
        part = part_name(relation.part if relation.part is not None else relation.bearing_deg)
        return f"{entry.region_id}.{part}" if part else entry.region_id
    if entry.kind in ("country", "demonym"):
        code = entry.region_id.removeprefix("country.")
        return f"international_waters_off.{code}" if relation.international else f"waters_off.{code}"
    return None


def region_of(hypothesis: Hypothesis, kind: str, radius_m: float) -> BaseGeometry | None:
    """The shape of an answer without a named outline; None means the circle about its point."""
    return None
