"""Each file opens in a reader that is not ours, holds the same records, and gives them back without loss."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import geopandas
import numpy as np
import pyogrio
import pytest
import shapely
from lxml import etree
from shapely.geometry import Polygon, shape

from layers.registry import LAYERS, layer_named
from layers.writers import WRITERS, writer_for, writer_of
from layers.writers.export import Export
from records.flat import from_cells, unflatten, unguard


def written(selection, ending, *, layer="incidents", geometry="auto"):
    return b"".join(writer_of(ending).chunks(Export(layer_named(layer), selection, geometry)))


def geometries(collection):
    return {feature["id"]: feature["geometry"] for feature in collection["features"]}


def test_auto_makes_no_false_pin(select):
    found = geometries(json.loads(written(select(), "geojson")))
    kinds = {id: geometry and geometry["type"] for id, geometry in found.items()}
    assert kinds == {
        "t:stated": "Point",
        "t:own": "Polygon",
        "t:circle": "MultiPolygon",
        "t:sea1": "Polygon",
        "t:sea2": "Polygon",
        "000123456789012345678901": None,
    }
    assert found["t:stated"]["coordinates"] == [-61.1234568, 10.25]


@pytest.mark.parametrize(("choice", "kinds"), [("point", {"Point"}), ("region", {"Polygon", "MultiPolygon"})])
def test_one_kind_of_geometry_can_be_forced(select, choice, kinds):
    found = geometries(json.loads(written(select(), "geojson", geometry=choice)))
    assert {geometry["type"] for geometry in found.values() if geometry} == kinds


def test_geojson_follows_rfc_7946(select):
    text = written(select(), "geojson").decode()
    collection = json.loads(text, parse_constant=pytest.fail)
    assert "crs" not in collection
    for feature in collection["features"]:
        assert feature["id"] == feature["properties"]["id"]
        if feature["geometry"] and feature["geometry"]["type"] != "Point":
            area = shape(feature["geometry"])
            assert all(part.exterior.is_ccw for part in shapely.get_parts(area))
            points = shapely.get_coordinates(area)
            assert (np.abs(points[:, 0]) <= 180).all()
            assert all(
                len(repr(number).partition(".")[2]) <= 7 or "e" in repr(number) for number in points.ravel().tolist()
            )


@pytest.mark.parametrize("ending", ["geojson", "geojsonl"])
def test_json_gives_the_records_back(select, store, ending):
    text = written(select(), ending).decode()
    rows = (
        json.loads(text)["features"] if ending == "geojson" else [json.loads(line) for line in text.split("\n") if line]
    )
    assert tuple(unflatten(row["properties"]) for row in rows) == store.kept


def test_csv_gives_the_records_back_and_nothing_to_run(select, store):
    text = written(select(), "csv")
    assert text.startswith("\ufeff".encode())
    assert text.count(b"\r\n") == 1 + len(store.kept)
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))
    assert list(rows[0]) == [*layer_named("incidents").columns, "WKT"]
    assert not [cell for row in rows for cell in row.values() if cell[:1] in "=+@" and cell]
    assert tuple(from_cells({name: unguard(cell) for name, cell in row.items()}) for row in rows) == store.kept
    assert shapely.from_wkt(rows[0]["WKT"]).geom_type == "Point"
    assert rows[-1]["WKT"] == ""


def test_gdal_knows_the_geometry_of_a_table(select, tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes(written(select(), "csv"))
    assert list(pyogrio.read_dataframe(path).geometry.geom_type)[:2] == ["Point", "Polygon"]


def test_a_geopackage_gives_the_records_back(select, store, tmp_path):
    path = tmp_path / "x.gpkg"
    path.write_bytes(written(select(), "gpkg"))
    frame = geopandas.read_file(path, layer="incidents")
    assert (
        tuple(from_cells(row) for row in frame.astype(object).where(frame.notna(), None).to_dict("records"))
        == store.kept
    )
    assert list(frame.geometry.notna()) == [True, False, False, False, False, False]
    regions = geopandas.read_file(path, layer="regions")
    assert sorted(regions["region_id"].dropna()) == ["wide_sea"]
    assert sorted(regions["incident_id"].dropna()) == ["t:circle", "t:own"]
    assert len(geopandas.read_file(path, layer="routes")) == 2


def test_a_geopackage_declares_its_types_and_closes_its_journal(select, tmp_path):
    path = tmp_path / "x.gpkg"
    path.write_bytes(written(select(text="nothing"), "gpkg"))
    layers = dict(pyogrio.list_layers(path))
    tables = {"incidents": "Point", "regions": "MultiPolygon", "routes": "MultiLineString"}
    assert layers == {**tables, "layer_styles": None}
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert database.execute("PRAGMA user_version").fetchone() == (10300,), "readers of 2022 know no later version"
        assert database.execute("SELECT count(*) FROM incidents").fetchone() == (0,)


@pytest.mark.parametrize("ending", [entry.ending for entry in WRITERS])
@pytest.mark.parametrize("layer", [entry.name for entry in LAYERS])
def test_nothing_found_is_a_valid_empty_file(select, tmp_path, ending, layer):
    path = tmp_path / f"x.{ending}"
    path.write_bytes(written(select(text="nothing", bbox="-140,-40,-139,-39"), ending, layer=layer))
    if ending in ("geojson", "json"):
        assert json.loads(path.read_text())["features"] == []
    if ending in ("gpkg", "geojson", "json", "fgb"):
        assert pyogrio.read_info(path, layer=layer, force_feature_count=True)["features"] == 0


@pytest.mark.parametrize("ending", ["geojson", "gpkg", "geojsonl", "fgb", "kml"])
@pytest.mark.parametrize("layer", [entry.name for entry in LAYERS])
def test_gdal_reads_every_layer(select, tmp_path, ending, layer):
    path = tmp_path / f"x.{ending}"
    path.write_bytes(written(select(), ending, layer=layer))
    frame = pyogrio.read_dataframe(path, layer=layer if ending == "gpkg" else None)
    assert len(frame) == len(list(layer_named(layer).features(select(), "auto")))


def test_a_corridor_is_as_wide_as_its_ends_are_uncertain(select):
    line, corridor = (
        shape(json.loads(written(select(), "geojson", layer="routes", geometry=choice))["features"][0]["geometry"])
        for choice in ("auto", "region")
    )
    assert line.geom_type == "LineString"
    assert corridor.buffer(0.05).contains(line)
    assert corridor.distance(shapely.Point(-75.3, 12.0)) < 0.02  # 40 km at one end
    assert corridor.bounds[2] == pytest.approx(-66 + 90 / 106.5, abs=0.05)  # 90 km at the other


def test_the_ending_of_a_name_chooses_the_writer():
    assert writer_for("a.b/incidents.GeoJSON").ending == "geojson"


def test_geoparquet_gives_the_records_back(select, store, tmp_path):
    path = tmp_path / "x.parquet"
    path.write_bytes(written(select(), "parquet"))
    frame = geopandas.read_parquet(path)
    assert frame.crs.to_authority() == ("OGC", "CRS84")
    assert list(frame.geometry.isna()) == [False] * 5 + [True]
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    assert tuple(from_cells(row) for row in rows) == store.kept


@pytest.mark.parametrize(("query", "indexed"), [({}, False), ({"precision": "exact"}, True)])
def test_flatgeobuf_gives_the_records_back(select, tmp_path, query, indexed):
    path = tmp_path / "x.fgb"
    path.write_bytes(written(select(**query), "fgb"))
    frame = pyogrio.read_dataframe(path)
    expected = {incident.id: incident for incident in select(**query).incidents()}
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    assert {row["id"]: from_cells(row) for row in rows} == expected
    assert pyogrio.read_info(path)["capabilities"]["fast_spatial_filter"] is indexed


def test_kml_has_spans_and_text_is_text(select, tmp_path):
    path = tmp_path / "x.kml"
    path.write_bytes(written(select(), "kml"))
    root = etree.parse(path).getroot()
    name = {"k": "http://www.opengis.net/kml/2.2"}
    marks = root.findall(".//k:Placemark", name)
    assert len(marks) == 6
    assert "<b>ñ</b>" in marks[0].findtext("k:name", namespaces=name)
    assert marks[2].findtext("k:TimeSpan/k:end", namespaces=name) == "2025-09-30"
    assert marks[0].find("k:Point", name) is not None
    assert len(marks[2].findall("k:MultiGeometry/k:Polygon", name)) == 2
    assert "Without a place" in marks[5].findtext("k:description", namespaces=name)
    assert marks[5].find("k:TimeSpan", name) is None
    assert len(pyogrio.read_dataframe(path)) == 6


@pytest.mark.parametrize("layer", ["tracks", "encounters"])
def test_kml_says_when_vessels_went(select, layer):
    root = etree.fromstring(written(select(), "kml", layer=layer))
    name = {"k": "http://www.opengis.net/kml/2.2"}
    spans = root.findall(".//k:Placemark/k:TimeSpan", name)
    assert spans
    assert all("T" in span.findtext(f"k:{end}", namespaces=name) for span in spans for end in ("begin", "end"))


def test_kml_text_is_no_markup_in_a_balloon_either(select, store):
    store.kept = (store.kept[0].model_copy(update={"summary": "<b>x</b> & y"}),)
    root = etree.fromstring(written(select(), "kml"))
    assert "&lt;b&gt;x&lt;/b&gt; &amp; y" in [element.text for element in root.iter("{*}description")]


def test_what_is_too_thin_for_its_digits_is_left_out(select, store):
    thin = Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(1, 1), (1, 2), (1.00000001, 2), (1, 1)]])
    store.kept = (store.kept[1].model_copy(update={"place": replace(store.kept[1].place, region=thin)}),)
    area = shape(json.loads(written(select(), "geojson"))["features"][0]["geometry"])
    assert area.is_valid
    assert area.equals(Polygon(thin.exterior))


def test_kml_holds_no_characters_that_xml_cannot(select, store):
    store.kept = (store.kept[0].model_copy(update={"title": "a\x00\x0bb\ufffe"}),)
    root = etree.fromstring(written(select(), "kml"))
    assert "a\ufffd\ufffdb\ufffd" in [element.text for element in root.iter("{*}name")]
