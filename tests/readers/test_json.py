"""JSON as rows: GeoJSON, JSON lines, lists of objects – and what is broken in them."""

import json

import pytest

from records.errors import RecordsError
from records.readers.row import NotOfKindError

POINT = {"type": "Point", "coordinates": [-60.5, 10.25]}
RING = [[-62, 10], [-61, 10], [-61, 11], [-62, 11], [-62, 10]]


def feature(geometry, id=None, **properties):
    value = {"type": "Feature", "properties": properties, "geometry": geometry}
    return value if id is None else {**value, "id": id}


def collection(*features, **more):
    return json.dumps({"type": "FeatureCollection", **more, "features": list(features)}, indent=1)


def test_features_become_records(read):
    table = read(
        collection(feature(POINT, id="007", date="2024-05-01", name="N"), feature(None, id=12345678901234567890))
    )
    one, two = table.records
    assert (one.id, one.title, one.place.lon, one.place.radius_m) == (
        "geojson:007",
        "N",
        -60.5,
        pytest.approx(556, rel=0.01),
    )
    assert (two.id, two.place) == ("geojson:12345678901234567890", None)
    assert table.format == "geojson"


def test_geojson_lines_and_sequences(read):
    lines = [json.dumps(feature(POINT, id=str(number), date="2024-05-01")) for number in range(3)]
    assert [each.id for each in read("\n".join(lines)).records] == ["geojson:0", "geojson:1", "geojson:2"]
    assert len(read("".join(f"\x1e{line}\n" for line in lines)).records) == 3
    assert len(read(lines[0]).records) == 1


def test_json_lines(read):
    table = read(
        '{"id": "a", "date": "2024-05-01", "lon": -60.5, "lat": 10.0}\n\n{"id": "b", "date": "x", "lon": 1, "lat": 2}\n'
    )
    one, two = table.records
    assert (one.id, one.place.radius_m) == ("jsonl:a", pytest.approx(5560, rel=0.01))
    assert "position_coarse" in two.flags
    assert "date_unreadable" in two.flags


def test_a_broken_line_is_refused(read):
    table = read('{"id": 1, "date": "2024-05-01"}\n{"id": 2, "date"\n{"id": 3, "date": "2024-05-02"}\n[1]\n')
    assert [each.source_id for each in table.records] == ["1", "3"]
    assert [(each.line, each.reason.split(" (")[0].split(" –")[0]) for each in table.rejects] == [
        (2, "no valid JSON"),
        (4, "no object"),
    ]


def test_lists_of_objects_under_any_name(read):
    rows = [{"id": number, "date": "2024-05-01"} for number in range(2)]
    assert len(read(json.dumps(rows)).records) == 2
    assert len(read(json.dumps({"total": 2, "tags": ["a", "b"], "entries": rows, "next": None})).records) == 2
    assert len(read(json.dumps(rows[0])).records) == 1


def test_a_comma_too_many_is_passed_over_and_said(read):
    table = read('[\n{"id": 1, "date": "2024-05-01"},\n{"id": 2, "date": "2024-05-01"},\n]\n')
    assert len(table.records) == 2
    assert "a comma too many" in table.notes
    assert "line 3" in table.notes


@pytest.mark.parametrize(
    "text",
    [
        '[{"id": "a,}", "date": "2024-05-01", },\n{"id": "b", "n": [1, 2, ], "date": "2024-05-01",\n}\n]',
        '{"id": "a,}", "date": "2024-05-01",}\n{"id": "b", "tags": {"x": [],}, "date": "2024-05-01"}\n',
        '{"rows": [{"id": "a,}", "date": "2024-05-01"}, {"id": "b", "date": "2024-05-01",},],}',
    ],
)
def test_a_comma_too_many_inside_an_object_is_passed_over(read, text):
    table = read(text)
    assert [each.source_id for each in table.records] == ["a,}", "b"]
    assert "a comma too many in line 1 was passed over" in table.notes


@pytest.mark.parametrize("fault", ['{"id": "b", "date": ,}', "{,}", '{"id": "b",, "date": "2024-05-01"}'])
def test_other_commas_are_faults(read, fault):
    table = read('{"id": "a", "date": "2024-05-01"}\n' + fault)
    assert len(table.records) == len(table.rejects) == 1


def test_what_is_refused_is_kept_whole(read):
    (reject,) = read(collection(feature({"type": "Point", "coordinates": [5, 95]}, id="a", title="x"))).rejects
    assert reject.to_json()["row"] == {
        "id": "a",
        "title": "x",
        "geometry": {"type": "Point", "coordinates": [5, 95]},
    }


def test_an_object_that_holds_nothing_is_refused(read):
    table = read('[{"date": "2024-05-01"}, {}, {"type": "Feature", "properties": {}, "geometry": null}]')
    assert len(table.records) == 1
    assert [reject.reason for reject in table.rejects] == ["the row holds nothing – fill it or leave it out"] * 2


def test_a_geometry_alone_is_a_feature(read):
    table = read('{"type": "Point", "coordinates": [-61.25, 10.5]}', "point.geojson")
    assert table.format == "geojson"
    assert (table.records[0].place.lon, table.records[0].place.lat) == (-61.25, 10.5)


def test_a_file_that_breaks_off_gives_what_it_holds(read):
    text = collection(*(feature(POINT, id=str(number), date="2024-05-01") for number in range(5)))
    table = read(text[: text.index('"4"') - 5])
    assert len(table.records) >= 3
    assert "what follows was not read" in table.rejects[-1].reason
    assert table.rejects[-1].line > 30


@pytest.mark.parametrize("text", ["{", "[1, 2", '{"a": tru', "[[1]]", "[" * 100_000])
def test_no_json_at_all(read, text):
    with pytest.raises(RecordsError, match="no record can be read"):
        read(text)


def test_an_empty_collection_is_a_valid_empty_table(read):
    assert read(collection()).records == []


def test_a_large_list_is_read_as_a_stream(read):
    rows = [{"id": str(number), "date": "2024-05-01", "text": "x" * 500} for number in range(5000)]
    table = read(json.dumps(rows))
    assert len(table.records) == 5000
    assert table.records[-1].source_id == "4999"


@pytest.mark.parametrize(
    ("geometry", "says"),
    [
        ({"type": "Polygon", "coordinates": [RING[:-1]]}, "not closed"),
        ({"type": "Polygon", "coordinates": [RING[:3]]}, "less than four"),
        ({"type": "MultiPolygon", "coordinates": [[RING], [RING[:-1]]]}, "not closed"),
        ({"type": "Point", "coordinates": [10, 95]}, "latitude 95"),
        ({"type": "Point", "coordinates": [200, 10]}, "longitude 200"),
        ({"type": "Point", "coordinates": ["x", 10]}, ""),
        ({"type": "Point", "coordinates": [1]}, "less than two"),
        ({"type": "Point", "coordinates": 5}, "no list"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [0, 100], [1, 100], [0, 0]]]}, "leaves the world"),
        ({"type": "LineString", "coordinates": [[0, None], [1, 1]]}, "no number"),
        ({"type": "Blob", "coordinates": []}, "no known type"),
        ({"type": "GeometryCollection"}, "no list of geometries"),
        ({"type": "LineString", "coordinates": [[0, 0]]}, "cannot be made"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [2, 2], [0, 0]]]}, "no area"),
    ],
)
def test_geometries_that_cannot_be(read, geometry, says):
    table = read(collection(feature(geometry, id=1, date="2024-05-01"), feature(POINT, id=2, date="2024-05-01")))
    if says:
        assert [each.source_id for each in table.records] == ["2"]
        assert says in table.rejects[0].reason
        assert table.rejects[0].line == 4
        assert table.rejects[0].row == {"id": "1", "date": "2024-05-01", "geometry": geometry}
    else:
        assert table.records[0].flags == ("position_unreadable",)


def test_not_a_number_in_json(read):
    table = read('[{"id": 1, "date": "2024-05-01", "lon": NaN, "lat": 1.5}, {"id": 2, "date": "2024-05-01"}]')
    assert len(table.records) == 1
    assert "NaN" in table.rejects[0].reason or "nan" in table.rejects[0].reason
    assert json.loads(json.dumps(table.rejects[0].to_json(), allow_nan=False))["row"]["lon"] is None


def test_shapes_are_regions(read):
    table = read(
        collection(
            feature({"type": "Polygon", "coordinates": [RING]}, date="2024-05-01"),
            feature({"type": "LineString", "coordinates": [[0, 0, 5], [1, 1, 5]]}, date="2024-05-02"),
            feature({"type": "MultiPolygon", "coordinates": [[[[179, 0], [180, 0], [180, 1], [179, 1], [179, 0]]],
                     [[[-180, 0], [-179, 0], [-179, 1], [-180, 1], [-180, 0]]]]}, date="2024-05-03"),
            feature({"type": "Polygon", "coordinates": []}, date="2024-05-04"),
        )
    )  # fmt: skip
    area, line, dateline, empty = (each.place for each in table.records)
    assert (area.lon, area.lat, area.geo_precision, area.stated) == (-61.5, 10.5, "area", False)
    assert line.region is None
    assert 70_000 < line.radius_m < 85_000
    assert abs(abs(dateline.lon) - 180) < 1e-6
    assert dateline.radius_m < 130_000
    assert empty is None


def test_an_object_as_position(read):
    record = read(
        '[{"id": 1, "start": "2024-05-01", "position": {"lat": 10.25, "lon": -60.5}, "vessel": {"name": "V"}}]'
    ).records[0]
    assert record.place.lat == 10.25
    assert record.actors[0].name == "V"


def test_the_kind_that_was_asked_for(read):
    with pytest.raises(NotOfKindError, match="the file is json, not csv"):
        read('[{"id": 1, "date": "2024-05-01"}]', format="csv")
    assert len(read(json.dumps(feature(POINT, date="2024-05-01")), format="geojsonl").records) == 1


def test_old_geojson_in_another_coordinate_system(read):
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    mercator = {"type": "Point", "coordinates": [-6734829.193000, 1147160.66]}
    record = read(collection(feature(mercator, date="2024-05-01"), crs=crs), "a.geojson").records[0]
    assert (record.place.lon, record.place.lat) == pytest.approx((-60.5, 10.25), abs=1e-3)
    world = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    assert read(collection(feature(POINT, date="2024-05-01"), crs=world)).records[0].place.lat == 10.25
