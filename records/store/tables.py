"""The tables of a GeoPackage store: what a record becomes in them, and how it is read back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon, mapping
from shapely.geometry.base import BaseGeometry

from geo.place import Place
from records.dates import format_moment
from records.duplicates import Judgement
from records.errors import RecordsError
from records.flat import COLUMNS, from_cells
from records.incident import Incident, Version
from records.route import Route

VERSION = "1.3"
"""Of GeoPackage: readers of 2022 warn of a newer one, which has nothing that is used here."""
FIELDS = tuple(name for name in COLUMNS if name != "region")
"""Columns of the layer of incidents; a region of its own stands in the layer of regions."""
ROUTE_FIELDS = ("id", "name", "kind", "corridor", "mode", "commodity", "period", "summary", "record")

INCIDENTS = (
    "SELECT i.*, r.geom AS own_region, r.single AS single FROM incidents i "
    "LEFT JOIN regions r ON r.incident_id = i.id AND r.kind = 'own'"
)

_BOOKKEEPING = """
CREATE TABLE leadline_ledger (id TEXT PRIMARY KEY, source TEXT, content TEXT, written TEXT, note TEXT) WITHOUT ROWID;
CREATE TABLE leadline_history (fid INTEGER PRIMARY KEY, id TEXT, number INTEGER, record TEXT);
CREATE INDEX leadline_history_id ON leadline_history (id);
CREATE UNIQUE INDEX incidents_id ON incidents (id);
CREATE INDEX incidents_date ON incidents (date_start);
CREATE INDEX regions_incident ON regions (incident_id);
CREATE INDEX regions_region ON regions (region_id);
INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('leadline_history', 'attributes', 'history');
"""


def create_tables(path: Path) -> None:
    """Write an empty store: its layers with their declared types, and the tables beside them."""
    _write_incidents(path, (), append=False)
    _write_regions(path, (), append=False)
    write_routes(path, ())
    with closing(sqlite3.connect(path)) as database:
        database.executescript(_BOOKKEEPING)
        database.commit()


def read_incident(row: sqlite3.Row) -> Incident:
    """A record from a row of :data:`INCIDENTS`."""
    cells = {name: row[name] for name in FIELDS}
    if row["own_region"] is not None:
        region = _geometry(row["own_region"])
        cells["region"] = mapping(shapely.get_parts(region)[0] if row["single"] else region)
    return from_cells(cells)


def read_superseded(database: sqlite3.Connection, id: str) -> Iterator[Incident]:
    """The versions of a record that were corrected since, the oldest first."""
    rows = database.execute("SELECT record FROM leadline_history WHERE id = ? ORDER BY number", (id,))
    return (Incident.from_json(json.loads(row["record"])) for row in rows)


class Batch:
    """Records on their way into a store's file, written together; ``note`` says where they came from."""

    def __init__(self, path: Path, now: datetime, note: str) -> None:
        self.path, self.now, self.note = path, now, note
        self._pending: dict[str, Judgement] = {}
        self._superseded: list[tuple[str, int, str]] = []
        self._replaced: set[str] = set()
        self._outlines = _known_outlines(path)

    def __len__(self) -> int:
        return len(self._pending)

    def add(self, judged: Judgement) -> None:
        """Take a record that is new, or a new version of one that is known."""
        if judged.fate == "version":
            judged = self._corrected(judged)
        self._pending[judged.known.id] = judged

    def _corrected(self, judged: Judgement) -> Judgement:
        id = judged.known.id
        waiting = self._pending.get(id)
        if waiting is not None:
            old, written, note = waiting.incident, self.now, self.note
        else:
            old, written, note = self._stored(id)
            self._replaced.add(id)
        first = (Version(number=1, written=written, note=note),)
        earlier = old.versions or first
        old = old.model_copy(update={"versions": earlier})
        versions = judged.incident.versions
        if len(versions) <= len(earlier):
            versions = (*earlier, Version(number=len(earlier) + 1, written=self.now, note=self.note))
        self._superseded.append((id, len(earlier), json.dumps(old.to_json(), ensure_ascii=False)))
        incident = judged.incident.model_copy(update={"versions": versions})
        flat = {**judged.flat, "versions": [version.model_dump(mode="json") for version in versions]}
        return Judgement(judged.fate, incident, flat, judged.known)

    def _stored(self, id: str) -> tuple[Incident, datetime, str]:
        with closing(sqlite3.connect(self.path)) as database:
            database.row_factory = sqlite3.Row
            row = database.execute(f"{INCIDENTS} WHERE i.id = ?", (id,)).fetchone()
            kept = database.execute("SELECT written, note FROM leadline_ledger WHERE id = ?", (id,)).fetchone()
        return read_incident(row), datetime.fromisoformat(kept["written"]), kept["note"]

    def write(self) -> None:
        """Write what has been taken; nothing happens where that is nothing."""
        if not self._pending:
            return
        judged = tuple(self._pending.values())
        with closing(sqlite3.connect(self.path)) as database:
            for table, column in (("incidents", "id"), ("regions", "incident_id")):
                database.executemany(f"DELETE FROM {table} WHERE {column} = ?", [(id,) for id in self._replaced])
            database.executemany("INSERT INTO leadline_history (id, number, record) VALUES (?, ?, ?)", self._superseded)
            database.executemany(
                "INSERT OR REPLACE INTO leadline_ledger VALUES (?, ?, ?, ?, ?)",
                [
                    (each.known.id, each.known.source, each.known.content, format_moment(self.now), self.note)
                    for each in judged
                ],
            )
            database.commit()
        _write_incidents(self.path, judged, append=True)
        _write_regions(self.path, tuple(_regions(judged, self._outlines)), append=True)
        self._pending, self._superseded, self._replaced = {}, [], set()


def remove_incidents(path: Path, ids: Sequence[str]) -> None:
    """Take records out of every table, with all their versions and what was known of their ids."""
    columns = {"incidents": "id", "regions": "incident_id", "leadline_ledger": "id", "leadline_history": "id"}
    with closing(sqlite3.connect(path)) as database:
        for table, column in columns.items():
            database.executemany(f"DELETE FROM {table} WHERE {column} = ?", [(id,) for id in ids])
        database.commit()


@dataclass(frozen=True, slots=True)
class _Region:
    """A polygon of the layer of regions: whose it is, and whether it is its own, a circle or a named outline."""

    region_id: str | None
    incident_id: str | None
    kind: str
    name: str
    geometry: BaseGeometry


def _known_outlines(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as database:
        return {id for (id,) in database.execute("SELECT region_id FROM regions WHERE kind = 'named'")}


def write_routes(path: Path, routes: Sequence[Route]) -> None:
    """Write the layer of routes anew."""
    lines = [MultiLineString(list(_lines(route))) if route.legs else None for route in routes]
    columns: dict[str, list[Any]] = {
        name: [getattr(route, name) for route in routes] for name in ROUTE_FIELDS if name != "record"
    }
    columns["record"] = [route.model_dump_json() for route in routes]
    _write(path, "routes", "MultiLineString", lines, columns, kinds={}, append=False)


def _lines(route: Route) -> Iterator[LineString]:
    for leg in route.legs:
        if isinstance(leg.line, MultiLineString):
            yield from leg.line.geoms
        elif isinstance(leg.line, LineString):
            yield leg.line


def _write_incidents(path: Path, judged: Sequence[Judgement], *, append: bool) -> None:
    points = _points([each.incident.place for each in judged])
    columns = {name: [each.flat[name] for each in judged] for name in FIELDS}
    _write(path, "incidents", "Point", points, columns, kinds=COLUMNS, append=append)


def _points(places: Sequence[Place | None]) -> list[BaseGeometry | None]:
    """A point for each place that a source states, None for all others."""
    stated = [place if place is not None and place.stated else None for place in places]
    lons, lats = ([getattr(place, axis) for place in stated if place is not None] for axis in ("lon", "lat"))
    made = iter(shapely.points(lons, lats))
    return [None if place is None else next(made) for place in stated]


def _regions(judged: Iterable[Judgement], outlines: set[str]) -> Iterator[_Region]:
    """The 90 % regions of records: their own, the circle of those that have none, and each named outline once."""
    from geo import circle, outline

    for each in judged:
        place, title = each.incident.place, each.incident.title
        if place is None or (place.stated and place.region is None):
            continue
        if place.region is not None:
            yield _Region(place.region_id, each.known.id, "own", title, place.region)
        elif place.region_id is None:
            yield _Region(None, each.known.id, "circle", title, circle(place.lon, place.lat, max(place.radius_m, 1.0)))
        elif place.region_id not in outlines:
            outlines.add(place.region_id)
            named = outline(place.region_id)
            if named is not None:
                yield _Region(place.region_id, None, "named", named.name, named.geometry)


def _write_regions(path: Path, regions: Sequence[_Region], *, append: bool) -> None:
    columns: dict[str, list[Any]] = {
        "region_id": [region.region_id for region in regions],
        "incident_id": [region.incident_id for region in regions],
        "kind": [region.kind for region in regions],
        "name": [region.name for region in regions],
        "single": [int(region.geometry.geom_type == "Polygon") for region in regions],
    }
    shapes = [_multipolygon(region) for region in regions]
    _write(path, "regions", "MultiPolygon", shapes, columns, kinds={"single": "whole"}, append=append)


def _multipolygon(region: _Region) -> MultiPolygon:
    shape = region.geometry
    if isinstance(shape, Polygon):
        return MultiPolygon([shape])
    if isinstance(shape, MultiPolygon):
        return shape
    where = region.incident_id or region.region_id or ""
    raise RecordsError(f"a region is a polygon, not a {shape.geom_type}", where=where, next="give a polygon")


def _write(
    path: Path,
    layer: str,
    geometry_type: str,
    geometries: Sequence[BaseGeometry | None],
    columns: Mapping[str, Sequence[Any]],
    *,
    kinds: Mapping[str, str],
    append: bool,
) -> None:
    """Write a layer through GDAL. ``kinds`` names the columns that are not text."""
    import numpy as np
    import pyogrio.raw

    if append and not geometries:
        return
    values, masks = [], []
    for name, column in columns.items():
        kind = kinds.get(name, "text")
        missing = np.array([value is None or value == "" or value == [] for value in column], dtype=bool)
        if kind in ("whole", "number"):
            filled = [0 if value is None else value for value in column]
            values.append(np.array(filled, dtype=np.int64 if kind == "whole" else np.float64))
        else:
            values.append(np.array([_text(kind, value) for value in column] or [], dtype=object))
        masks.append(missing)
    wkb = shapely.to_wkb(np.array(geometries, dtype=object))
    pyogrio.raw.write(
        str(path),
        geometry=wkb,
        field_data=values,
        fields=np.array(list(columns), dtype=object),
        field_mask=masks,
        layer=layer,
        driver="GPKG",
        geometry_type=geometry_type,
        crs="EPSG:4326",
        append=append,
        dataset_options=None if path.exists() else {"VERSION": VERSION},
    )


def _text(kind: str, value: Any) -> str | None:
    if value is None or value == "" or value == []:
        return None
    return json.dumps(value, ensure_ascii=False, allow_nan=False) if kind == "json" else str(value)


def _geometry(blob: bytes) -> BaseGeometry:
    """A GeoPackage's geometry: a header with an envelope of a size that its flags tell, then WKB."""
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    return shapely.from_wkb(blob[8 + envelope :])
