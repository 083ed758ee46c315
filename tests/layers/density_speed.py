"""Measure density on synthetic records: ``python -m tests.layers.density_speed`` prints CPU seconds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from geo.place import Place
from geo.seas import outline
from layers import density, heat, mass
from layers.selection import Selection
from records.filter import Filter
from records.incident import Incident
from records.store import open_store

RECORDS = 10_000
SCREENS = {2.0: None, 3.4: (-110.0, -10.0, -30.0, 35.0), 6.0: (-80.0, 5.0, -60.0, 20.0)}


class Kept:
    """A store that holds records in memory."""

    def __init__(self, kept: list[Incident]) -> None:
        self.kept = kept

    def incidents(self) -> Iterator[Incident]:
        """The records."""
        return iter(self.kept)


def places(kind: str) -> list[Place]:
    """Places all over the world: stated, circles of 3 to 300 km, named seas of the case, or of each a third."""
    chance = np.random.default_rng(7)
    named = [record.place for record in open_store("case").incidents() if record.place and record.place.region_id]
    made = []
    for _ in range(RECORDS):
        lon, lat = float(chance.uniform(-180, 180)), float(np.degrees(np.arcsin(chance.uniform(-0.94, 0.94))))
        one = ("stated", "circles", "seas")[int(chance.integers(3))] if kind == "mixed" else kind
        if one == "stated":
            made.append(Place(lon, lat, 100, "exact", "coordinates"))
        elif one == "circles":
            made.append(Place(lon, lat, float(10 ** chance.uniform(3.5, 5.5)), "area", "name"))
        else:
            made.append(named[int(chance.integers(len(named)))])
    return made


def seconds(work: Callable[[], Any]) -> float:
    """CPU time of the process, which other programs do not change much."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print a row for each kind of place and each zoom."""
    print("| places | layer | zoom | first, s | again, s | cells |\n|---|---|---|---|---|---|")
    for kind in ("stated", "circles", "seas", "mixed"):
        store: Any = Kept(
            [
                Incident(id=f"b:{number}", event_type="attack", title="", place=place)
                for number, place in enumerate(places(kind))
            ]
        )
        for layer in (density, heat):
            for zoom, box in SCREENS.items():
                for kept in (mass._of_point, mass._of_own, mass._of_named, mass._of_circle):
                    kept.cache_clear()
                selection = Selection(store, Filter(), outline, zoom=zoom, screen_box=box)
                first = seconds(lambda: list(layer.features(selection, "auto")))  # noqa: B023
                found: list[Any] = []
                again = seconds(lambda: found.extend(layer.features(selection, "auto")))  # noqa: B023
                cells = len(found) if layer is density else sum(each.properties["cells"] for each in found)
                print(f"| {kind} | {layer.LAYER.name} | {zoom:g} | {first:.2f} | {again:.2f} | {cells:,} |", flush=True)


if __name__ == "__main__":
    main()
