"""Polygons and lines as small files: whole-number coordinates, stored as differences, compressed.

A file of shapes is a compressed ``.npz`` with the geometries of one kind and any further arrays that belong to
them. It loads an order of magnitude faster than GeoJSON and holds no code, unlike a pickle.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.errors import GeoError

QUANTUM_DEG = 1e-4
"""Step of the stored coordinates in degrees: about 11 m."""


def pack(geometries: NDArray[Any], quantum_deg: float = QUANTUM_DEG) -> dict[str, NDArray[Any]]:
    """Arrays that :func:`unpack` makes geometries of again: polygons, multipolygons or lines (lon, lat)."""
    kind, coordinates, offsets = shapely.to_ragged_array(geometries, include_z=False)
    whole = np.round(coordinates / quantum_deg).astype("<i4")
    steps = np.diff(whole, axis=0, prepend=np.zeros((1, 2), "<i4"))
    packed: dict[str, NDArray[Any]] = {
        "shape_kind": np.array(int(kind), "u1"),
        "shape_quantum": np.array(quantum_deg),
        "shape_steps": _planes(np.ascontiguousarray(steps.T, dtype="<i4")),
        "shape_levels": np.array(len(offsets), "u1"),
    }
    for level, offset in enumerate(offsets):
        packed[f"shape_offsets_{level}"] = np.asarray(offset, "<i4")
    return packed


def unpack(arrays: Mapping[str, NDArray[Any]]) -> NDArray[Any]:
    """The geometries that :func:`pack` packed."""
    steps = _whole(arrays["shape_steps"]).reshape(2, -1)
    coordinates = np.cumsum(steps, axis=1, dtype="i8").T * float(arrays["shape_quantum"])
    levels = int(arrays["shape_levels"])
    offsets = tuple(arrays[f"shape_offsets_{level}"] for level in range(levels))
    kind = shapely.GeometryType(int(arrays["shape_kind"]))
    geometries: NDArray[Any] = shapely.from_ragged_array(kind, np.ascontiguousarray(coordinates), offsets)
    return geometries


def save(path: Path, geometries: NDArray[Any], quantum_deg: float = QUANTUM_DEG, **columns: NDArray[Any]) -> None:
    """Write geometries and the arrays that go with them as a compressed file."""
    np.savez_compressed(path, allow_pickle=False, **pack(geometries, quantum_deg), **columns)


def load(path: Path) -> tuple[NDArray[Any], dict[str, NDArray[Any]]]:
    """The geometries of a file and the arrays that go with them.

    Raises GeoError where the file is missing or is not of this kind.
    """
    arrays = load_arrays(path)
    if "shape_steps" not in arrays:
        raise GeoError("the file holds no shapes", where=path.name, next="run 'make data' to derive it anew")
    columns = {name: array for name, array in arrays.items() if not name.startswith("shape_")}
    return unpack(arrays), columns


def load_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """All arrays of a compressed file; GeoError where it is missing or broken."""
    try:
        with np.load(path, allow_pickle=False) as archive:
            return {name: archive[name] for name in archive.files}
    except (OSError, ValueError, BadZipFile) as error:
        raise GeoError("the geodata cannot be read", where=path.name, next="run 'make data' to derive it") from error


def pack_strings(texts: list[str]) -> NDArray[Any]:
    """Texts without line breaks as one array of bytes; :func:`unpack_strings` takes them apart again."""
    return np.frombuffer("\n".join(texts).encode(), "u1")


def unpack_strings(blob: NDArray[Any]) -> list[str]:
    """The texts that :func:`pack_strings` joined."""
    return blob.tobytes().decode().split("\n")


def _planes(whole: NDArray[Any]) -> NDArray[Any]:
    """The bytes of 32-bit numbers sorted by their place in the number, which compresses far better."""
    return np.ascontiguousarray(whole.view("u1").reshape(-1, 4).T).reshape(-1)


def _whole(planes: NDArray[Any]) -> NDArray[Any]:
    return np.ascontiguousarray(planes.reshape(4, -1).T).view("<i4").reshape(-1)
