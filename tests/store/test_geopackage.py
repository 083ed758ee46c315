"""The GeoPackage store: what goes in comes out, all or nothing, with its history, in a file that GDAL opens."""

import errno
import os
import sqlite3
import tempfile
from datetime import UTC
from pathlib import Path

import pyogrio
import pytest
from shapely.geometry import LineString, MultiPolygon, box

from geo.message import Message
from geo.place import Place
from records.errors import RecordsError
from records.incident import Incident, Source
from records.route import Leg, Route
from records.store import Written, open_store
from records.store.geopackage import GeoPackageStore

STATED = Incident(
    id="csv:007",
    source_id="007",
    event_type="attack",
    title="=1+1",
    date_start="2024-05-01",
    date_end="2024-05-01",
    date_precision="day",
    place=Place(-61.5, 10.25, 550.0, "exact", "coordinates", (Message("m", "stated", {"n": 1}),)),
    killed_min=0,
    killed_max=3,
    sources=(Source(publisher="A; B", url="https://example.org/?a=1&b=2"),),
)
OWN_REGION = Incident(
    id="csv:2",
    event_type="boarding",
    date_start="2024-04-01T17:30:00Z",
    date_end="2024-04-01T17:30:00Z",
    place=Place(-61.5, 10.0, 40_000.0, "area", "offset", region=box(-62, 9.5, -61, 10.5)),
)
PARTED_REGION = OWN_REGION.model_copy(
    update={
        "id": "csv:3",
        "place": Place(179.9, 0.0, 90_000.0, "area", "offset", region=MultiPolygon([box(179, -1, 180, 1)])),
    }
)
NAMED_REGION = Incident(
    id="csv:4", event_type="strike", place=Place(-75, 15, 900_000.0, "region", "sea", region_id="caribbean_sea")
)
UNPLACED = Incident(id="csv:5", event_type="other", not_located_reason=Message("none", "no place is named"))
ALL = (STATED, OWN_REGION, PARTED_REGION, NAMED_REGION, UNPLACED)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "störe.gpkg"


@pytest.fixture
def store(path: Path) -> GeoPackageStore:
    return open_store(path, create=True)


def test_what_goes_in_comes_out_in_order_of_date(store):
    assert store.put(ALL) == Written(stored=5, duplicates=0, without_place=1)
    assert [each.id for each in store.incidents()] == ["csv:2", "csv:3", "csv:007", "csv:4", "csv:5"]
    assert {each.id: each.to_json() for each in store.incidents()} == {each.id: each.to_json() for each in ALL}
    assert store.incident("csv:007") == STATED
    assert store.incident("nobody") is None
    assert store.history("nobody") == ()


def test_gdal_opens_it_with_layers_of_their_declared_types(store, path):
    store.put(ALL)
    layers = dict(pyogrio.list_layers(path))
    assert layers["incidents"] == "Point"
    assert layers["regions"] == "MultiPolygon"
    assert layers["routes"] == "MultiLineString"
    frame = pyogrio.read_dataframe(path, layer="incidents").set_index("id")
    assert frame.loc["csv:007"].geometry.coords[0] == (-61.5, 10.25)
    assert frame.geometry.isna().sum() == 4, "a point only where a source states it"
    assert frame.loc["csv:2", "lon"] == -61.5
    assert frame.loc["csv:007", "killed_min"] == 0
    assert set(pyogrio.read_dataframe(path, layer="regions").geom_type) == {"MultiPolygon"}
    regions = pyogrio.read_dataframe(path, layer="regions").set_index("kind")
    assert regions.loc["named"].region_id == "caribbean_sea"
    assert regions.loc["own"].incident_id.tolist() == ["csv:2", "csv:3"]
    assert len(pyogrio.read_dataframe(path, layer="incidents", bbox=(-62, 10, -61, 11))) == 1


def test_a_named_outline_is_stored_once_and_a_circle_per_record(store, path):
    again = NAMED_REGION.model_copy(update={"id": "csv:9"})
    round_ = Incident(id="csv:10", event_type="other", place=Place(10, 50, 20_000.0, "near", "name"))
    store.put([NAMED_REGION])
    store.put([again, round_])
    kinds = pyogrio.read_dataframe(path, layer="regions").kind.tolist()
    assert sorted(kinds) == ["circle", "named"]
    assert store.incident("csv:10").place.region is None


def test_an_empty_store_has_all_layers(store, path):
    store.put(())
    assert list(store.incidents()) == []
    assert store.routes() == ()
    assert pyogrio.read_info(path, layer="regions")["features"] == 0


def test_the_same_again_is_a_duplicate(store):
    store.put(ALL)
    assert store.put(ALL) == Written(stored=0, duplicates=5)


def test_a_place_found_anew_makes_no_second_record(store):
    store.put([NAMED_REGION])
    elsewhere = NAMED_REGION.model_copy(update={"place": Place(-70, 14, 800_000.0, "region", "sea")})
    assert store.put([elsewhere]) == Written(stored=0, duplicates=1)


def test_other_content_under_a_known_id_is_a_second_record(store):
    store.put([STATED])
    other = STATED.model_copy(update={"title": "something else"})
    third = STATED.model_copy(update={"title": "a third thing"})
    assert store.put([other, third]) == Written(stored=2, duplicates=0, id_reused=2, flagged=2)
    assert store.put([third, other, STATED]) == Written(stored=0, duplicates=3)
    assert [each.id for each in store.incidents()] == ["csv:007", "csv:007~2", "csv:007~3"]
    assert store.incident("csv:007~2").flags == ("id_reused",)
    assert store.incident("csv:007") == STATED


def test_a_correction_is_a_new_version_and_the_old_one_is_kept(store, path):
    store.put([OWN_REGION], note="first file")
    corrected = OWN_REGION.model_copy(update={"title": "corrected", "place": STATED.place})
    assert store.put([corrected], corrects=True, note="second file") == Written(stored=1, duplicates=0, versions=1)
    assert store.put([corrected], corrects=True) == Written(stored=0, duplicates=1)
    old, new = store.history("csv:2")
    assert (old.title, old.place.region) == ("", OWN_REGION.place.region)
    assert (new.title, new.place.region) == ("corrected", None)
    assert [version.number for version in new.versions] == [1, 2]
    assert [version.note for version in new.versions] == ["first file", "second file"]
    assert new.versions[1].written.tzinfo == UTC
    assert pyogrio.read_info(path, layer="regions")["features"] == 0, "the old region is not drawn any more"
    assert [each.id for each in store.incidents()] == ["csv:2"]


def test_corrections_within_one_import_are_versions_too(store):
    texts = ("one", "two", "three")
    rows = [STATED.model_copy(update={"title": text}) for text in texts]
    assert store.put(rows, corrects=True) == Written(stored=3, duplicates=0, versions=2)
    assert [each.title for each in store.history(STATED.id)] == list(texts)


def test_a_rehearsal_tells_what_would_happen_and_writes_nothing(store, path):
    assert store.put([*ALL, STATED], dry_run=True) == Written(stored=5, duplicates=1, without_place=1)
    assert not path.exists()
    store.put(ALL)
    before = path.read_bytes()
    assert store.put([STATED.model_copy(update={"title": "x"})], dry_run=True).id_reused == 1
    assert path.read_bytes() == before


def test_a_failure_leaves_the_store_as_it_was(store, path):
    store.put([STATED])
    before = path.read_bytes()

    def broken():
        yield UNPLACED
        raise RecordsError("the file ends here")

    with pytest.raises(RecordsError, match="the file ends here"):
        store.put(broken())
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path], "nothing is left beside it"


def test_it_can_be_read_where_nothing_can_be_written(store, path):
    store.put(ALL)
    assert path.read_bytes()[18:20] == b"\x01\x01", "the journal is closed"
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        assert len(list(open_store(path).incidents())) == 5
        assert len(pyogrio.read_dataframe(path, layer="incidents")) == 5
        if os.geteuid() != 0:
            assert open_store(path).read_only
    finally:
        path.parent.chmod(0o755)


def test_a_store_that_is_being_written_refuses_a_second_writer(store, path, monkeypatch):
    store.put([STATED])
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *args, **more: connect(*args, **{**more, "timeout": 0.01}))
    holder = connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(RecordsError, match="another program"):
            store.put([UNPLACED])
    finally:
        holder.close()


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100], ids=["empty", "text"])
def test_a_file_that_is_no_store_is_refused(path, content):
    path.write_bytes(content)
    with pytest.raises(RecordsError, match="no Leadline store"):
        open_store(path, create=True)


def test_a_geopackage_of_others_is_refused(path):
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE incidents (id TEXT)")
    database.close()
    with pytest.raises(RecordsError, match="no Leadline store"):
        open_store(path)


@pytest.mark.parametrize(("name", "says"), [("missing.gpkg", "no such store"), ("a/b.gpkg", "no such store")])
def test_a_missing_store_is_not_made_unasked(tmp_path, name, says):
    with pytest.raises(RecordsError, match=says):
        open_store(tmp_path / name)


@pytest.mark.parametrize(("name", "says"), [("store.csv", "ends in .gpkg"), ("a/b.gpkg", "folder does not exist")])
def test_a_store_is_made_only_where_it_can_be(tmp_path, name, says):
    with pytest.raises(RecordsError, match=says):
        open_store(tmp_path / name, create=True)


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(RecordsError, match="a folder"):
        open_store(tmp_path)


def test_a_folder_that_takes_no_files_is_told(path, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    store = open_store(path, create=True)
    monkeypatch.setattr(tempfile, "TemporaryDirectory", full)
    with pytest.raises(RecordsError, match=r"could not be written .No space left on device"):
        store.put([STATED])


def test_routes_are_kept_with_their_lines(store, path):
    leg = Leg(
        origin="A",
        destination="B",
        line=LineString([(0, 0), (1, 1)]),
        distance_nmi=84.9,
        radius_start_m=1000.0,
        radius_end_m=2000.0,
    )
    drawn = Route(id="r1", name="A to B", kind="trafficking", from_text="A", to_text="B", legs=(leg,))
    listed = Route(id="r2", name="somewhere", kind="migration")
    store.put([STATED])
    store.put_routes([drawn, listed])
    assert store.routes() == (drawn, listed)
    assert pyogrio.read_dataframe(path, layer="routes").geometry.isna().tolist() == [False, True]
    assert len(list(store.incidents())) == 1
