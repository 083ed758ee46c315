"""The layer of maritime zones: it agrees with the answers for positions, and is a user's own polygons where given."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import box

from geo.coast import distance_to_coast_m
from geo.zone_outlines import zone_areas, zone_limits
from geo.zone_polygons import ZonePolygons
from geo.zones import ZONES, classify
from layers.beside import Beside
from layers.paint import simplestyle
from layers.selection import Selection
from layers.zones import LAYER, features
from records.filter import Filter
from records.store import open_store

NEAR_KM = 6.0
"""What is nearer than this to a line or a coast may be said otherwise by the layer."""
CASE = open_store("case")


def drawn(geometry="auto", *, beside=None, zoom=None, screen_box=None, **wanted):
    selection = Selection(CASE, Filter.from_query(wanted), beside=beside or Beside(), zoom=zoom, screen_box=screen_box)
    return list(features(selection, geometry))


@pytest.fixture(scope="module")
def areas():
    parts, names = [], []
    for area in zone_areas():
        for part in area.geometry.geoms:
            parts.append(part)
            names.append(f"{area.country} {area.zone}")
    tree = shapely.STRtree(parts)
    shapely.prepare(tree.geometries)
    return tree, np.array(names)


@pytest.fixture(scope="module")
def lines():
    return shapely.STRtree([part for limit in zone_limits() for part in limit.geometry.geoms])


def said(areas, lon, lat):
    tree, names = areas
    found = tree.query(shapely.Point(lon, lat), predicate="intersects")
    return str(names[found[0]]) if len(found) else "high seas"


@settings(max_examples=300, deadline=None)
@given(st.floats(-180, 180), st.floats(-1, 0.999))
def test_away_from_lines_the_areas_say_what_is_answered_for_positions(areas, lines, lon, sine):
    lat = float(np.degrees(np.arcsin(sine)))
    found = classify([lon], [lat])
    zone, country = ZONES[found.zones[0]], str(found.countries[0])
    near = lines.geometries[lines.nearest(shapely.Point(lon, lat))]
    if zone == "land" or 111.2 * shapely.distance(near, shapely.Point(lon, lat)) < NEAR_KM:
        return
    if distance_to_coast_m(lon, lat)[0] < 1000 * NEAR_KM:
        return
    answer = said(areas, lon, lat)
    if zone == "internal":
        assert answer.startswith(country)
    else:
        assert answer == (f"{country} {zone}" if country else "high seas")


def test_the_disagreement_over_all_seas_is_small(areas):
    rng = np.random.default_rng(13)
    lons, lats = rng.uniform(-180, 180, 6_000), np.degrees(np.arcsin(rng.uniform(-1, 0.999, 6_000)))
    found = classify(lons, lats)
    at_sea = found.zones != ZONES.index("land")
    other = 0
    for lon, lat, zone, country in zip(lons, lats, found.zones, found.countries, strict=True):
        answer = said(areas, lon, lat)
        same = answer == (f"{country} {ZONES[zone]}" if country else "high seas")
        other += not same and ZONES[zone] not in ("land", "internal")
    assert other / at_sea.sum() < 0.01


def test_every_area_is_valid_and_lies_in_the_world():
    for area in zone_areas():
        assert area.geometry.is_valid, (area.country, area.zone)
        west, south, east, north = area.geometry.bounds
        assert west >= -180
        assert east <= 180
        assert south >= -90
        assert north <= 90
        assert area.area_km2 > 0


def test_zones_of_one_country_do_not_overlap():
    by_zone = {area.zone: area.geometry for area in zone_areas() if area.country == "VEN"}
    assert set(by_zone) == {"territorial_sea", "contiguous_zone", "eez"}
    assert by_zone["territorial_sea"].intersection(by_zone["eez"]).area < 1e-3
    assert by_zone["contiguous_zone"].intersection(by_zone["eez"]).area < 1e-3


def test_a_boundary_between_two_stands_once_and_says_what_it_rests_on():
    between = [each for each in drawn() if {each.properties["country"], each.properties["other"]} == {"TTO", "VEN"}]
    assert "agreed" in {each.properties["basis"] for each in between}
    assert {(each.properties["country"], each.properties["other"]) for each in between} == {("TTO", "VEN")}


def test_ids_are_unique_and_the_columns_are_those_of_the_entry():
    for geometry in ("auto", "region"):
        found = drawn(geometry)
        assert len({each.id for each in found}) == len(found)
        assert all(list(each.properties) == list(LAYER.columns) for each in found)


def test_a_box_leaves_what_lies_elsewhere_out_also_across_the_antimeridian():
    near = {each.properties["country"] for each in drawn("region", bbox="-62,9,-60,12")}
    assert {"TTO", "VEN"} <= near
    assert "FJI" not in near
    assert "FJI" in {each.properties["country"] for each in drawn("region", bbox="178,-18,-178,-15")}
    assert drawn("region", bbox="-140,-40,-139,-39") == []
    assert len(drawn(screen_box=(-62.0, 9.0, -60.0, 12.0))) < len(drawn())


def test_a_map_far_out_shows_no_lines_that_cling_to_the_coast():
    assert {each.properties["zone"] for each in drawn(zoom=2.0)} == {"eez"}
    assert {each.properties["zone"] for each in drawn(zoom=5.0)} == {"territorial_sea", "contiguous_zone", "eez"}
    corners = [sum(shapely.get_num_coordinates(each.geometry) for each in drawn(zoom=zoom)) for zoom in (2.0, 6.0)]
    assert corners[0] < corners[1]


def test_polygons_of_ones_own_are_the_layer_in_place_of_the_open_data():
    tree = shapely.STRtree([box(-72, 13, -70, 15), box(-69, 13, -68, 15), box(0, 0, 1, 1)])
    own = ZonePolygons(tree, np.array(["JAM", "JAM", "FJI"]), rows=np.array([0, 0, 1]), name="mine.gpkg")
    found = drawn("region", beside=Beside(zones=own))
    assert [(each.properties["name"], each.properties["zone"]) for each in found] == [
        ("Jamaica", "eez"),
        ("Fiji", "eez"),
    ]
    assert "mine.gpkg" in found[0].properties["source"]
    assert [each.geometry.geom_type for each in drawn(beside=Beside(zones=own))] == ["MultiLineString"] * 2
    assert len(drawn("region", beside=Beside(zones=own), bbox="-72,13,-68,15")) == 1


def test_the_tip_says_whose_line_it_is_and_why():
    for each in drawn():
        told = [str(line) for line in LAYER.tip({"id": each.id, **each.properties})]
        assert each.properties["name"] in told[0]
        assert len(told) == 2
        assert told[1]


def test_territorial_lines_are_dotted_and_the_outer_ones_run_through():
    dashes = {one.values[0]: LAYER.paint.dash_of(one) for one in LAYER.paint.classes}
    assert dashes["territorial_sea"]
    assert not dashes["eez"]
    assert LAYER.paint.maplibre_dash()[0] == "match"
    assert simplestyle(LAYER.paint, {"zone": "eez"}, "LineString")["stroke-width"] < 1
