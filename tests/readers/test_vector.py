"""Files that GDAL reads, and Excel workbooks."""

from datetime import date, datetime
from zipfile import ZipFile

import openpyxl
import pyogrio
import pytest
from geopandas import GeoDataFrame
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from shapely.geometry import Point, Polygon

from records.errors import RecordsError
from records.readers import Options, open_reading
from records.readers.row import NotOfKindError

FRAME = GeoDataFrame(
    {"ref": ["007", "8"], "date": ["2024-05-01", "2024-05-02"], "title": ["Señal", None], "killed": [1.0, None]},
    geometry=[Point(-60.5, 10.25), None],
    crs=4326,
)


@pytest.fixture
def records(tmp_path, gazetteer):
    def read(path, **options):
        reading = open_reading(path, Options(**options))
        return reading, list(reading.outcomes(gazetteer))

    return read


@pytest.mark.parametrize("name", ["a.gpkg", "a.shp", "a.fgb"])
def test_features_become_records(tmp_path, records, name):
    more = {"SPATIAL_INDEX": "NO"} if name.endswith(".fgb") else {}
    pyogrio.write_dataframe(FRAME, tmp_path / name, **more)
    reading, (one, two) = records(tmp_path / name)
    assert one.id == f"{name[2:]}:007"
    assert (one.title, one.killed_min, two.killed_min, two.place) == ("Señal", 1, None, None)
    assert (one.place.lon, one.place.lat) == (-60.5, 10.25)
    assert reading.format == name[2:]


def test_other_coordinate_systems_are_brought_home(tmp_path, records):
    pyogrio.write_dataframe(FRAME.to_crs(3857), tmp_path / "a.gpkg")
    _, (one, _) = records(tmp_path / "a.gpkg")
    assert (one.place.lon, one.place.lat) == pytest.approx((-60.5, 10.25), abs=1e-9)


def test_all_layers_are_read_but_styles(tmp_path, records):
    for layer in ("one", "two", "layer_styles"):
        pyogrio.write_dataframe(FRAME.assign(ref=[f"{layer}1", f"{layer}2"]), tmp_path / "a.gpkg", layer=layer)
    _, found = records(tmp_path / "a.gpkg")
    assert [each.source_id for each in found] == ["one1", "one2", "two1", "two2"]


def test_a_broken_ring_costs_its_feature_only(tmp_path, records):
    ring = "<outerBoundaryIs><LinearRing><coordinates>{}</coordinates></LinearRing></outerBoundaryIs>"
    shapes = [ring.format("0,0 1,0 1,1 0,0"), ring.format("0,0 1,0 1,1")]
    marks = "".join(f"<Placemark><name>n</name><Polygon>{each}</Polygon></Placemark>" for each in shapes)
    path = tmp_path / "a.kml"
    path.write_text(f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{marks}</Document></kml>')
    _, (good, bad) = records(path)
    assert good.place.region is not None
    assert bad.reason == "a ring of its geometry is not closed – end it with its first position"
    assert bad.line == 2


def test_a_damaged_workbook_says_so(tmp_path, records):
    with ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "no XML")
    with pytest.raises(RecordsError, match="workbook cannot be read"):
        records(tmp_path / "a.xlsx")


def test_a_workbook_is_one_whatever_its_name_ends_in(tmp_path, records):
    book = openpyxl.Workbook()
    for row in (["date", "lat", "lon", "title"], ["2024-05-01", 15, -70, "Boat lost"]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    (tmp_path / "a.xlsx").rename(tmp_path / "a.docx")
    _, (found,) = records(tmp_path / "a.docx")
    assert found.title == "Boat lost"


@pytest.mark.parametrize("name", ["a.kml", "a.gpkg", "a.shp"])
def test_damaged_files_say_so(tmp_path, records, name):
    head = {
        "a.kml": b"<kml><Document>",
        "a.gpkg": b"SQLite format 3\x00" + b"x" * 200,
        "a.shp": b"\x00\x00\x27\x0a" + b"x" * 200,
    }
    (tmp_path / name).write_bytes(head[name])
    with pytest.raises(RecordsError) as caught:
        records(tmp_path / name)
    assert name in caught.value.where
    assert caught.value.next


def test_a_shapefile_without_its_index_is_read_and_left_alone(tmp_path, records):
    frame = GeoDataFrame({"date": ["2024-05-01"]}, geometry=[Point(-61.5, 10.5)], crs=4326)
    pyogrio.write_dataframe(frame, tmp_path / "a.shp")
    (tmp_path / "a.shx").unlink()
    before = sorted(path.name for path in tmp_path.iterdir())
    reading, (one,) = records(tmp_path / "a.shp")
    assert one.place.lon == -61.5
    assert ".shx is missing" in "; ".join(map(str, reading.notes))
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_shapefile_alone_says_what_is_missing(tmp_path, records):
    pyogrio.write_dataframe(FRAME, tmp_path / "a.shp")
    for ending in (".shx", ".dbf"):
        (tmp_path / f"a{ending}").unlink()
    with pytest.raises(RecordsError, match=r"\.dbf and \.shx are missing"):
        records(tmp_path / "a.shp")


@pytest.mark.parametrize(("kind", "driver"), [("gpkg", "GPKG"), ("kml", "KML"), ("fgb", "FlatGeobuf")])
def test_the_kind_is_known_without_a_name(tmp_path, records, kind, driver):
    pyogrio.write_dataframe(FRAME[:1], tmp_path / f"a.{kind}", driver=driver)
    (tmp_path / f"a.{kind}").rename(tmp_path / "standard input")
    assert records(tmp_path / "standard input")[0].format == kind


def workbook(path, rows, *, merge=(), title="Incidents"):
    book = openpyxl.Workbook()
    book.active.title = "Read me"
    book.active.append(["About this book"])
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
    for area in merge:
        sheet.merge_cells(area)
    book.save(path)


def test_workbooks(tmp_path, records):
    rows = [
        ["Incidents of the year"],
        [],
        ["Incident ID", "Date", "Latitude", "Longitude", "Killed", "Description"],
        ["007", date(2024, 5, 1), 10.25, -60.5, 2, "one"],
        [
            None,
            datetime(2024, 5, 2, 17, 30),  # noqa: DTZ001 - Excel knows no zones
            "10°15'N",
            "060°30'W",
            None,
            "two",
        ],
        ["9", 45413, 10.25, -60.5, 0, "three"],
        ["Total", None, None, None, 2, None],
    ]
    workbook(tmp_path / "a.xlsx", rows, merge=["A4:A5"])
    reading, found = records(tmp_path / "a.xlsx")
    assert [each.date_edtf for each in found] == ["2024-05-01", "2024-05-02T17:30:00Z", "2024-05-01"]
    assert [each.id for each in found] == ["xlsx:007", "xlsx:007", "xlsx:9"]
    assert [each.place.lat for each in found] == [10.25] * 3
    assert [each.killed_max for each in found] == [2, None, 0]
    assert "row 7 of sheet 'Incidents' holds totals" in "; ".join(map(str, reading.notes))
    assert "sheets not read" not in "; ".join(map(str, reading.notes)) or "Read me" in "; ".join(
        map(str, reading.notes)
    )


def test_workbooks_of_old_macintoshes_count_from_1904(tmp_path, records):
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    for row in (["date", "killed"], [date(2024, 5, 1), 3], [43951, 43951]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    _, found = records(tmp_path / "a.xlsx")
    assert [(each.date_edtf, each.killed_max) for each in found] == [("2024-05-01", 3), ("2024-05-01", 43951)]


def test_a_workbook_without_a_known_header(tmp_path, records):
    workbook(tmp_path / "a.xlsx", [["a", "b"], [1, 2]])
    with pytest.raises(RecordsError, match="no sheet"):
        records(tmp_path / "a.xlsx")


def test_the_kind_that_was_asked_for(tmp_path, records):
    pyogrio.write_dataframe(FRAME, tmp_path / "a.gpkg")
    with pytest.raises(NotOfKindError, match="is gpkg, not csv"):
        records(tmp_path / "a.gpkg", format="csv")


def test_polygons_of_a_layer_are_regions(tmp_path, records):
    frame = GeoDataFrame({"date": ["2024-05-01"]}, geometry=[Polygon([(0, 0), (1, 0), (1, 1)])], crs=4326)
    pyogrio.write_dataframe(frame, tmp_path / "a.gpkg")
    _, (one,) = records(tmp_path / "a.gpkg")
    assert one.place.location_method == "outline"
    assert not one.place.stated
