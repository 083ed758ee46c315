"""What each derived file was made from: source, version, licence, attribution and checksum."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from geo.derive.packages import AIRPORTS, DATA, GEONAMES, NATURAL_EARTH, OWN, PORTS, WORDS, WORLD_MAP, Source


@dataclass(frozen=True, slots=True)
class Derived:
    """A file of ``geo/data`` with what it holds and the sources that it was made from."""

    file: str
    holds: str
    sources: tuple[Source, ...]


DERIVED = (
    Derived("land.npz", "land at 1:10 million with the country of each stretch of coast", (NATURAL_EARTH,)),
    Derived("land_coarse.npz", "land at 1:50 million", (NATURAL_EARTH,)),
    Derived("inland.npz", "land farther than 5 km from the sea", (NATURAL_EARTH,)),
    Derived("countries.npz", "countries with codes and names in English, Spanish and French", (NATURAL_EARTH,)),
    Derived("regions.npz", "first-level regions within 30 km of the sea", (WORLD_MAP,)),
    Derived("seas.npz", "seas, gulfs and straits, clipped to water widened by 5 km", (OWN, NATURAL_EARTH)),
    Derived("waters_off.npz", "waters within 200 nmi of each country up to the middle", (NATURAL_EARTH,)),
    Derived("international_waters_off.npz", "the same beyond 12 nmi of any coast", (NATURAL_EARTH,)),
    Derived(
        "gazetteer.npz",
        "names of seas, countries, regions, islands, capes, anchorages, ports, coastal towns and airports",
        (OWN, NATURAL_EARTH, WORLD_MAP, PORTS, GEONAMES, AIRPORTS, WORDS),
    ),
    Derived("usual_points.npz", "the usual point of each sea, country and region", (OWN, NATURAL_EARTH, WORLD_MAP)),
    Derived("shore_distance.npz", "a grid of the distance from the coast, land negative", (NATURAL_EARTH,)),
    Derived("ocean.npz", "the grid of the sea that routes are found on", (NATURAL_EARTH,)),
    Derived("internal.npz", "cells of bays and of waters behind islands", (NATURAL_EARTH,)),
    Derived(
        "zone_areas.npz", "areas of each country's zones by distance, agreed lines and the middle", (NATURAL_EARTH, OWN)
    ),
    Derived("zone_limits.npz", "lines along which those zones end", (NATURAL_EARTH, OWN)),
    Derived("basemap_land.geojson", "land of the map page, coarse", (NATURAL_EARTH,)),
    Derived("basemap_land_fine.geojson.gz", "land of the map page, fine", (NATURAL_EARTH,)),
    Derived("basemap_countries.geojson", "borders of the map page", (NATURAL_EARTH,)),
    Derived("basemap_labels.geojson", "names of the map page", (NATURAL_EARTH, OWN)),
)
"""Every derived file, in the order of its making."""


def write() -> None:
    """Write ``manifest.json``."""
    listed = [_described(derived) for derived in DERIVED]
    (DATA / "manifest.json").write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")


def _described(derived: Derived) -> dict[str, object]:
    content = (DATA / derived.file).read_bytes()
    return {
        "file": derived.file,
        "holds": derived.holds,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "sources": [
            {
                "name": source.name,
                "package": source.package,
                "version": source.version,
                "licence": source.licence,
                "attribution": source.attribution,
            }
            for source in derived.sources
        ],
    }
