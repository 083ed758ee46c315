from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import shapely

from geo.errors import GeoError
from geo.geodesy import cut_polygon
from geo.zone_polygons import read_zone_polygons, unwound
from geo.zones import zones, zones_of_points

SQUARE = [[[-72.0, 13.0], [-70.0, 13.0], [-70.0, 15.0], [-72.0, 15.0], [-72.0, 13.0]]]


def geojson(path: Path, properties: dict[str, str], rings=SQUARE, crs: str | None = None) -> Path:
    feature = {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": rings}}
    collection = {"type": "FeatureCollection", "features": [feature]}
    if crs:
        collection["crs"] = {"type": "name", "properties": {"name": crs}}
    path.write_text(json.dumps(collection), "utf-8")
    return path


def test_a_users_polygons_go_before_the_rule(tmp_path):
    own = read_zone_polygons(geojson(tmp_path / "zones.geojson", {"ISO_SOV1": "JAM"}))
    assert zones(-71.0, 14.0, own=own).waters[0].country == "JAM"
    assert zones(-71.0, 14.0).waters[0].country != "JAM"
    assert zones(-68.0, 15.5, own=own).zones == {"high_seas": 1.0}
    inside, outside = zones_of_points([-71.0, -68.0], [14.0, 15.5], own)
    assert (inside.waters[0].country, outside.waters[0].zone) == ("JAM", "high_seas")


def test_another_reference_system_is_turned_and_said_so(tmp_path):
    metres = [[[-8_015_000, 1_459_000], [-7_792_000, 1_459_000], [-7_792_000, 1_689_000], [-8_015_000, 1_689_000]]]
    metres[0].append(metres[0][0])
    own = read_zone_polygons(geojson(tmp_path / "z.geojson", {"iso_a3": "JAM"}, metres, "urn:ogc:def:crs:EPSG::3857"))
    assert zones(-71.0, 14.0, own=own).waters[0].country == "JAM"
    assert "turned from" in own.notes[0]


def test_a_broken_polygon_is_mended_and_said_so(tmp_path):
    bow_tie = [[[-72.0, 13.0], [-70.0, 15.0], [-70.0, 13.0], [-72.0, 15.0], [-72.0, 13.0]]]
    own = read_zone_polygons(geojson(tmp_path / "z.geojson", {"country": "JAM"}, bow_tie))
    assert own.notes == ("1 broken polygons were mended",)
    assert zones(-70.2, 14.0, own=own).waters[0].country == "JAM"


@pytest.mark.parametrize(
    ("content", "says"),
    [("not a map", "cannot be read"), ('{"type": "FeatureCollection", "features": []}', "no polygons")],
)
def test_what_is_no_file_of_polygons_is_refused(tmp_path, content, says):
    file = tmp_path / "zones.geojson"
    file.write_text(content, "utf-8")
    with pytest.raises(GeoError, match=says):
        read_zone_polygons(file)


def test_a_missing_country_is_refused_with_the_fields_there_are(tmp_path):
    file = geojson(tmp_path / "z.geojson", {"name": "Jamaica"})
    with pytest.raises(GeoError, match="it has name"):
        read_zone_polygons(file)
    with pytest.raises(GeoError, match=r"no field with the country \(iso\)"):
        read_zone_polygons(file, "iso")


def test_a_file_without_a_reference_system_is_refused(tmp_path):
    import pyogrio.raw
    import shapely

    file = tmp_path / "zones.shp"
    with pytest.warns(UserWarning, match="crs"):
        pyogrio.raw.write(
            file,
            geometry=shapely.to_wkb([shapely.box(-72, 13, -70, 15)]),
            field_data=[__import__("numpy").array(["JAM"], object)],
            fields=["iso_a3"],
            geometry_type="Polygon",
        )
    with pytest.raises(GeoError, match="reference system"):
        read_zone_polygons(file)


def test_a_file_that_says_no_reference_system_is_read_with_one_that_is_stated(tmp_path):
    metres = [[[-8_015_000, 1_459_000], [-7_792_000, 1_459_000], [-7_792_000, 1_689_000], [-8_015_000, 1_689_000]]]
    metres[0].append(metres[0][0])
    file = geojson(tmp_path / "z.geojson", {"iso_a3": "JAM"}, metres)
    with pytest.raises(GeoError, match="--polygons-crs"):
        read_zone_polygons(file)
    own = read_zone_polygons(file, crs="EPSG:3857")
    assert zones(-71.0, 14.0, own=own).waters[0].country == "JAM"
    with pytest.raises(GeoError, match="there is no reference system 'nonsense'"):
        read_zone_polygons(file, crs="nonsense")
    with pytest.raises(GeoError, match="no degrees"):
        read_zone_polygons(file, crs="EPSG:4326")
    own = read_zone_polygons(geojson(tmp_path / "y.geojson", {"iso_a3": "JAM"}), crs="EPSG:3857")
    assert own.notes == ("it says its own reference system: EPSG:3857 was not needed",)


@pytest.mark.parametrize(
    "west_to_east",
    [(170.0, -170.0), (170.0, 190.0), (-190.0, -170.0)],
    ids=["a step of more than 180", "beyond 180", "beyond -180"],
)
def test_a_polygon_across_the_antimeridian_is_cut_there(tmp_path, west_to_east):
    west, east = west_to_east
    ring = [[[west, -40.0], [east, -40.0], [east, -30.0], [west, -30.0], [west, -40.0]]]
    own = read_zone_polygons(geojson(tmp_path / "z.geojson", {"iso_a3": "FJI"}, ring))
    assert "180th meridian" in own.notes[0]
    found = zones_of_points([175.0, -175.0, 0.0, 165.0], [-35.0] * 4, own)
    assert [each.waters[0].country for each in found] == ["FJI", "FJI", None, None]


def test_a_polygon_about_a_pole_holds_it(tmp_path):
    from pyproj import Transformer

    polar = Transformer.from_crs(4326, 3995, always_xy=True)
    ring = [list(polar.transform(lon, 85.0)) for lon in (0, 60, 120, 180, -120, -60, 0)]
    file = geojson(tmp_path / "z.geojson", {"iso_a3": "NOR"}, [ring], "urn:ogc:def:crs:EPSG::3995")
    own = read_zone_polygons(file)
    assert any("turned from" in note for note in own.notes)
    found = zones_of_points([10.0, -100.0, 180.0, 0.0], [89.9, 88.0, 89.0, 90.0], own)
    assert [each.waters[0].country for each in found] == ["NOR"] * 4
    assert zones(-60.0, 80.5, own=own).countries.get("NOR") is None


def test_the_whole_world_is_no_crossing(tmp_path):
    ring = [[[-180.0, -90.0], [180.0, -90.0], [180.0, 90.0], [-180.0, 90.0], [-180.0, -90.0]]]
    own = read_zone_polygons(geojson(tmp_path / "z.geojson", {"iso_a3": "FJI"}, ring))
    assert own.notes == ()
    assert zones(0.0, -30.0, own=own).countries == {"FJI": 1.0}


def test_polygons_without_a_code_are_left_out_and_said_so(tmp_path):
    features = [
        {"type": "Feature", "properties": {"country": name}, "geometry": {"type": "Polygon", "coordinates": SQUARE}}
        for name in ("Jamaica", None, "nobody's")
    ]
    file = tmp_path / "z.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    own = read_zone_polygons(file)
    assert own.countries.tolist() == ["JAM"]
    assert own.notes == ("2 polygons have no ISO 3166-1 alpha-3 code and were left out",)
    with pytest.raises(GeoError, match="no polygon has"):
        read_zone_polygons(geojson(tmp_path / "y.geojson", {"country": "nobody's"}))


COAST = [(lon, -70 + 5 * float(np.sin(np.radians(3 * lon)))) for lon in range(-180, 181, 10)]
LOW = [(lon, 10 + 3 * float(np.sin(np.radians(2 * lon)))) for lon in range(-180, 181, 10)]
EDGES = {
    "closed along a parallel about a pole": (shapely.Polygon(COAST), [(0, -85), (179.9, -75)], [(0, -60)]),
    "from 0 to 360": (shapely.Polygon([(0, 80), (90, 75), (180, 80), (270, 75), (360, 80)]), [(10, 89)], [(10, 70)]),
    "led along the pole": (shapely.Polygon([*COAST, (180, -90), (-180, -90)]), [(0, -85)], [(0, -60)]),
    "box to the pole": (shapely.box(-180, -90, 180, -60), [(0, -89), (100, -61)], [(0, -59)]),
    "band": (shapely.box(-180, -70, 180, -60), [(0, -65)], [(0, -80), (0, -50)]),
    "strip of the tropics": (shapely.Polygon([*LOW, (180, 0), (-180, 0)]), [(0, 5)], [(0, -5), (0, 80)]),
    "closed across 180°": (
        shapely.Polygon(
            [(170, 0), (180, 0), (-180, 0), (-170, 0), (-170, 10), (-180, 10), (180, 10), (170, 10)],
        ),
        [(175, 5), (-175, 5)],
        [(0, 5), (160, 5)],
    ),
    "ring of sea about a pole": (
        shapely.Polygon([(0, 60), (120, 60), (-120, 60)], [[(60, 80), (180, 80), (-60, 80)]]),
        [(0, 70), (179, 70)],
        [(0, 85), (100, 85)],
    ),
    "the same from edge to edge": (
        shapely.Polygon([(-180, 60), (0, 60), (180, 60)], [[(-180, 80), (0, 80), (180, 80)]]),
        [(0, 70), (-179, 70)],
        [(0, 85)],
    ),
}


@pytest.mark.parametrize(("polygon", "inside", "outside"), EDGES.values(), ids=EDGES.keys())
def test_rings_about_a_pole_and_across_180_hold_what_they_mean(polygon, inside, outside):
    whole = cut_polygon(unwound(polygon))
    assert whole.is_valid
    assert [shapely.contains_xy(whole, *at) for at in inside] == [True] * len(inside)
    assert [shapely.contains_xy(whole, *at) for at in outside] == [False] * len(outside)


def test_an_open_ring_is_refused_with_its_feature(tmp_path):
    path = geojson(tmp_path / "zones.geojson", {"ISO_SOV1": "JAM"}, [SQUARE[0][:-1]])
    with pytest.raises(GeoError, match="its ring is not closed") as refused:
        read_zone_polygons(path)
    assert "zones.geojson, feature 1" in str(refused.value)
    assert "repeat the first corner" in str(refused.value)
