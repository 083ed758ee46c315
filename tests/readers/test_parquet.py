"""Parquet and GeoParquet as tables: with and without places, in other systems, of our own, and damaged."""

import json
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from geopandas import GeoDataFrame
from shapely.geometry import Point

from layers.registry import layer_named
from layers.selection import Selection
from layers.writers import writer_of
from layers.writers.export import Export
from records.errors import RecordsError
from records.readers import Options, open_reading
from records.store import open_store

FRAME = GeoDataFrame(
    {"ref": ["007", "8"], "title": ["Señal", None], "killed": [1.0, None]},
    geometry=[Point(-60.5, 10.25), None],
    crs=4326,
)


@pytest.fixture
def records(tmp_path, gazetteer):
    def read(path, **options):
        reading = open_reading(path, Options(**options))
        return reading, list(reading.outcomes(gazetteer))

    return read


@pytest.mark.parametrize("covering", [False, True])
def test_rows_become_records(tmp_path, records, covering):
    path = tmp_path / "a.parquet"
    FRAME.to_parquet(path, write_covering_bbox=covering, schema_version="1.1.0")
    reading, (one, two) = records(path)
    assert (one.id, one.title, one.killed_min, two.killed_min, two.place) == ("parquet:007", "Señal", 1, None, None)
    assert (one.place.lon, one.place.lat) == (-60.5, 10.25)
    assert (reading.format, str(reading.notes[0])) == ("parquet", "GeoParquet, 2 rows")


def test_other_coordinate_systems_are_brought_home(tmp_path, records):
    FRAME.to_crs(3857).to_parquet(tmp_path / "a.parquet")
    _, (one, _) = records(tmp_path / "a.parquet")
    assert (one.place.lon, one.place.lat) == pytest.approx((-60.5, 10.25), abs=1e-9)


def test_a_table_without_geometry_has_its_columns(tmp_path, records):
    columns = {
        "event_id": [Decimal(12345678901234567890)],
        "date": [date(2024, 5, 1)],
        "location_text": ["off Trinidad"],
        "killed": [float("nan")],
    }
    pq.write_table(pa.table(columns), tmp_path / "a.parquet")
    _, (one,) = records(tmp_path / "a.parquet")
    assert (one.source_id, str(one.date_start), one.killed_min) == ("12345678901234567890", "2024-05-01", None)
    assert one.location_text == "off Trinidad"


def test_our_own_come_back(tmp_path, records):
    case = open_store("case")
    path = tmp_path / "own.parquet"
    path.write_bytes(b"".join(writer_of("parquet").chunks(Export(layer_named("incidents"), Selection(case)))))
    reading, found = records(path)
    assert reading.format == "leadline"
    assert found == list(case.incidents())


def test_what_cannot_be_read_says_so(tmp_path, records):
    whole = tmp_path / "a.parquet"
    FRAME.to_parquet(whole)
    broken = tmp_path / "broken.parquet"
    broken.write_bytes(whole.read_bytes()[:600])
    with pytest.raises(RecordsError, match="cannot be read as Parquet"):
        open_reading(broken, Options())
    FRAME.to_parquet(whole, geometry_encoding="geoarrow")
    with pytest.raises(RecordsError, match="its geometry is written as point"):
        open_reading(whole, Options())


@pytest.mark.parametrize(("told", "says"), [(b"{", "no JSON"), (None, "coordinate system is not known")])
def test_metadata_that_lie_are_refused(tmp_path, told, says):
    path = tmp_path / "a.parquet"
    FRAME.to_parquet(path)
    table = pq.read_table(path)
    geo = json.loads(table.schema.metadata[b"geo"])
    geo["columns"]["geometry"]["crs"] = {"type": "Nothing"}
    told = json.dumps(geo).encode() if told is None else told
    pq.write_table(table.replace_schema_metadata({b"geo": told}), path)
    with pytest.raises(RecordsError, match=says):
        open_reading(path, Options())


def test_a_geometry_that_cannot_be_read_costs_its_row_only(tmp_path, records):
    path = tmp_path / "a.parquet"
    FRAME.to_parquet(path)
    table = pq.read_table(path)
    wkb = pa.array([b"\x01\x02", table["geometry"][1].as_py()], type=pa.binary())
    index = table.schema.get_field_index("geometry")
    broken = table.set_column(index, "geometry", wkb).replace_schema_metadata(table.schema.metadata)
    pq.write_table(broken, path)
    _, (one, two) = records(path)
    assert "the geometry cannot be read" in one.reason
    assert two.source_id == "8"
