"""The ports and terminals of the gazetteer (World Port Index, GeoNames), and which is the nearest to a position."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geo.coast import Floats, on_sphere
from geo.gazetteer import gazetteer
from geo.geodesy import GEOD

KINDS = ("port", "terminal")
_CANDIDATES = 4


@dataclass(frozen=True, slots=True)
class Port:
    """A port: its name, country (ISO 3166-1 alpha-2) and position (lon, lat)."""

    name: str
    country: str
    lon: float
    lat: float


def nearest_ports(lon: ArrayLike, lat: ArrayLike) -> tuple[NDArray[np.int64], Floats]:
    """For each position the port that is nearest as the crow flies (see :func:`port`), and its distance in metres."""
    tree, numbers = _ports()
    lons, lats = np.atleast_1d(np.asarray(lon, float)), np.atleast_1d(np.asarray(lat, float))
    _, rows = tree.query(on_sphere(lons, lats), k=_CANDIDATES)
    columns = gazetteer().columns
    candidates = numbers[rows]
    shape = candidates.shape
    metres = GEOD.inv(
        np.broadcast_to(lons[:, None], shape),
        np.broadcast_to(lats[:, None], shape),
        columns["lon"][candidates].astype(float),
        columns["lat"][candidates].astype(float),
    )[2]
    best = np.argmin(metres, axis=1)
    each = np.arange(len(lons))
    return candidates[each, best], np.asarray(metres, float)[each, best]


def port(number: int) -> Port:
    """The port of a number of :func:`nearest_ports`."""
    entry = gazetteer().entry(number)
    return Port(entry.name, entry.country, entry.lon, entry.lat)


@cache
def _ports() -> tuple[Any, NDArray[np.int64]]:
    """A tree of the ports on the sphere, and their numbers in the gazetteer."""
    from scipy.spatial import cKDTree

    columns, lists = gazetteer().columns, gazetteer().lists
    numbers = np.flatnonzero(np.isin(columns["kind"], [lists["kinds"].index(kind) for kind in KINDS]))
    spots = on_sphere(columns["lon"][numbers].astype(float), columns["lat"][numbers].astype(float))
    return cKDTree(spots), numbers
