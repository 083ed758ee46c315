"""Whose coast is nearest, and the lines that neighbours have agreed on: what zones are counted from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.boundaries import AGREED_LINES, ISLETS, SMALL_EFFECTS, AgreedLine
from geo.coast import coast_points, on_sphere, owner_codes
from geo.geodesy import EARTH_RADIUS_M, M_PER_NMI

TERRITORIAL_NMI, CONTIGUOUS_NMI, EEZ_NMI = 12.0, 24.0, 200.0
_TERRITORIAL_CHORD = TERRITORIAL_NMI * M_PER_NMI / EARTH_RADIUS_M
_LINE_REACH_DEG = 2.5

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Coasts:
    """Points along all coasts that have zones, with the rows of ``codes`` that own them.

    ``small``: the same for islands of small effect, which count within their territorial sea alone.
    """

    tree: Any
    owners: NDArray[np.int64]
    small_tree: Any
    small_owners: NDArray[np.int64]
    codes: NDArray[np.str_]

    def nearest(self, lons: Floats, lats: Floats) -> tuple[Floats, NDArray[np.int64]]:
        """Metres to the nearest coast, and whose it is."""
        spots = on_sphere(lons, lats)
        chords, near = self.tree.query(spots)
        owners = self.owners[near]
        small_chords, small = self.small_tree.query(spots, distance_upper_bound=_TERRITORIAL_CHORD)
        nearer = small_chords < chords
        owners[nearer] = self.small_owners[small[nearer]]
        return _metres(np.minimum(chords, small_chords)), owners

    def distance_m(self, lons: Floats, lats: Floats, owner: int) -> Floats:
        """Metres to the coast of one owner."""
        return _metres(_tree_of(owner).query(on_sphere(lons, lats))[0])


@cache
def coasts() -> Coasts:
    """The points along all coasts that have zones, joined on first use."""
    from scipy.spatial import cKDTree

    points, owners = coast_points()
    codes = owner_codes()[1]
    has_zones = ~np.isin(codes, ("", "ATA"))[owners]
    points, owners = points[has_zones], owners[has_zones]
    numbers = {str(code): int(np.flatnonzero(codes == code)[0]) for code in codes}
    one_each = np.array([numbers[str(code)] for code in codes])
    islets = [islet for islet in ISLETS if islet.owner]
    far = on_sphere(np.array([islet.lon for islet in islets]), np.array([islet.lat for islet in islets]))
    points = np.vstack((points, far))
    owners = np.append(one_each[owners], [numbers[islet.owner] for islet in islets]).astype(np.int64)
    small = _of_small_effect(points, codes[owners])
    return Coasts(
        cKDTree(points[~small], balanced_tree=False),
        owners[~small],
        cKDTree(points[small]),
        owners[small],
        codes.astype(str),
    )


@cache
def _tree_of(owner: int) -> Any:
    from scipy.spatial import cKDTree

    shores = coasts()
    points = np.vstack((shores.tree.data[shores.owners == owner], shores.small_tree.data[shores.small_owners == owner]))
    return cKDTree(points)


def _of_small_effect(points: Floats, codes: NDArray[np.str_]) -> NDArray[np.bool_]:
    small = np.zeros(len(points), bool)
    for island in SMALL_EFFECTS:
        middle = on_sphere(np.array([island.lon]), np.array([island.lat]))[0]
        near = np.linalg.norm(points - middle, axis=1) * EARTH_RADIUS_M < island.radius_m
        small |= near & (codes == island.owner)
    return small


def _metres(chords: Floats) -> Floats:
    metres: Floats = 2 * EARTH_RADIUS_M * np.arcsin(np.clip(chords / 2, 0.0, 1.0))
    return metres


def by_agreed_lines(
    lons: Floats, lats: Floats, owners: NDArray[np.int64], metres: Floats
) -> tuple[NDArray[np.int64], Floats]:
    """Owners and distances put right where two countries have agreed on a line."""
    shores = coasts()
    codes = shores.codes[owners]
    owners, metres = owners.copy(), metres.copy()
    for line in AGREED_LINES:
        rows = np.flatnonzero(np.isin(codes, (line.left, line.right)) & (metres <= EEZ_NMI * M_PER_NMI))
        if not len(rows):
            continue
        side = side_of_line(line, lons[rows], lats[rows])
        for code, sign in ((line.left, 1), (line.right, -1)):
            other = rows[(side == sign) & (codes[rows] != code)]
            if not len(other):
                continue
            number = int(np.flatnonzero(shores.codes == code)[0])
            owners[other] = number
            metres[other] = shores.distance_m(lons[other], lats[other], number)
    return owners, metres


def side_of_line(line: AgreedLine, lons: Floats, lats: Floats) -> NDArray[np.int64]:
    """On which side of a line points lie: 1 left, -1 right, 0 where they are not beside it but beyond its ends."""
    return np.sign(beside_line_deg(line, lons, lats)).astype(np.int64)


def beside_line_deg(line: AgreedLine, lons: Floats, lats: Floats) -> Floats:
    """How far points lie beside a line, in degrees of latitude: left of it positive, 0 where beyond its ends."""
    points = np.array(line.points)
    squeeze = np.cos(np.radians(points[:, 1].mean()))
    x = ((lons - points[0, 0] + 180.0) % 360.0 - 180.0) * squeeze
    y = lats - points[0, 1]
    ends = (points - points[0]) * (squeeze, 1.0)
    starts, along = ends[:-1], np.diff(ends, axis=0)
    lengths = (along**2).sum(1)
    shares = ((x[:, None] - starts[:, 0]) * along[:, 0] + (y[:, None] - starts[:, 1]) * along[:, 1]) / lengths
    held = np.clip(shares, 0.0, 1.0)
    away_x = x[:, None] - starts[:, 0] - held * along[:, 0]
    away_y = y[:, None] - starts[:, 1] - held * along[:, 1]
    apart = away_x**2 + away_y**2
    nearest = apart.argmin(1)
    rows = np.arange(len(x))
    turn = along[nearest, 0] * away_y[rows, nearest] - along[nearest, 1] * away_x[rows, nearest]
    before = (nearest == 0) & (shares[:, 0] < 0)
    behind = (nearest == len(along) - 1) & (shares[:, -1] > 1)
    reached = np.sqrt(apart[rows, nearest]) < _LINE_REACH_DEG
    beside: Floats = np.where(before | behind | ~reached, 0.0, np.sign(turn) * np.sqrt(apart[rows, nearest]))
    return beside
