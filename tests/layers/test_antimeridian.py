"""Regions that cross 180° or hold a pole are cut, and boxes with west > east find them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import LineString, Point, box

from layers.antimeridian import bounds_of, boxes, cut, overlap, unwrapped
from layers.region import disc as circle

GEOD = Geod(ellps="WGS84")


@pytest.mark.parametrize(("lon", "lat"), [(0, 0), (179.9, 10), (-179.9, -60), (20, 89.5), (-100, -89.9), (180, 0)])
def test_a_circle_lies_in_the_world_and_holds_what_it_should(lon, lat):
    area = circle(lon, lat, 150_000)
    west, south, east, north = area.bounds
    assert -180 <= west <= east <= 180
    assert -90 <= south <= north <= 90
    assert area.is_valid
    for bearing in range(0, 360, 30):
        inside = GEOD.fwd(lon, lat, bearing, 145_000)[:2]
        outside = GEOD.fwd(lon, lat, bearing, 155_000)[:2]
        assert area.covers(Point(inside))
        assert not area.covers(Point(outside))


@given(st.floats(-180, 180), st.floats(-90, 90), st.floats(1, 8_000_000))
def test_the_area_of_a_circle_is_about_right(lon, lat, radius_m):
    area = circle(lon, lat, radius_m)
    assert area.is_valid
    if not area.intersects(box(-180, 89.99, 180, 90)) and not area.intersects(box(-180, -90, 180, -89.99)):
        measured = abs(GEOD.geometry_area_perimeter(area)[0])
        flat = np.pi * radius_m**2
        assert 0.85 * flat < measured < 1.02 * flat or radius_m < 10


def test_bounds_of_a_cut_region_have_west_beyond_east():
    assert bounds_of(cut(box(170, -5, 190, 5))) == (170, -5, -170, 5)
    assert bounds_of(box(-180, -5, 180, 5)) == (-180, -5, 180, 5)
    assert bounds_of(unwrapped(cut(box(170, -5, 190, 5)))) == (170, -5, 190, 5)


def test_cutting_keeps_lines_lines():
    assert cut(LineString([(170, 0), (190, 10)])).geom_type == "MultiLineString"


def test_both_sides_of_the_antimeridian_are_one_meridian():
    assert boxes((170, -5, 180, 5)).intersects(Point(-180, 0))
    assert boxes((-180, -5, -170, 5)).intersects(Point(180, 0))
    assert not boxes((170, -5, 179, 5)).intersects(Point(-180, 0))


whole_lons = st.integers(-180, 180).map(float)


@given(st.tuples(whole_lons, whole_lons), st.tuples(whole_lons, whole_lons))
def test_boxes_meet_as_their_geometries_do(one, other):
    first, second = (one[0], -5.0, one[1], 5.0), (other[0], -5.0, other[1], 5.0)
    met = boxes(first).intersects(boxes(second))
    # The two sides of the antimeridian are one meridian, which plane geometry does not know.
    touches_seam = any(abs(value) == 180 for value in (*one, *other)) or one[0] > one[1] or other[0] > other[1]
    found = bool(overlap(np.array([first]), second)[0])
    assert found == met or (touches_seam and found)


def test_no_place_meets_no_box():
    assert not overlap(np.full((1, 4), np.nan), (-180, -90, 180, 90))[0]
