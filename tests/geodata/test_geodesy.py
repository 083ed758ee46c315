from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import Point, Polygon

from geo import geodesy

GEOD = Geod(ellps="WGS84")
LON = st.floats(-180, 180, allow_nan=False)
LAT = st.floats(-89.9, 89.9, allow_nan=False)
RADIUS = st.floats(100, 19_000_000)


def area_m2(geometry: shapely.Geometry) -> float:
    return sum(abs(GEOD.geometry_area_perimeter(part)[0]) for part in shapely.get_parts(geometry))


@settings(max_examples=150, deadline=None)
@given(LON, LAT, st.floats(500, 9_000_000), st.floats(0, 360), st.floats(0.05, 0.95))
def test_a_circle_holds_what_is_nearer_and_not_what_is_farther(lon, lat, radius, bearing, share):
    disc = geodesy.circle(lon, lat, radius)
    assert disc.is_valid
    west, south, east, north = disc.bounds
    assert west >= -180
    assert east <= 180
    assert south >= -90
    assert north <= 90
    inside = geodesy.destination(lon, lat, bearing, radius * share * 0.97)
    assert disc.buffer(1e-6).intersects(Point(inside))
    outside = geodesy.destination(lon, lat, bearing, min(radius * 1.05 + 50, 19_900_000))
    assert not disc.contains(Point(outside))


@pytest.mark.parametrize(("lon", "lat"), [(0, 0), (179.9, 10), (-179.9, -60), (30, 89.5), (-100, -89.9)])
def test_a_circle_has_the_area_of_a_cap(lon, lat):
    radius = 300_000
    cap = 2 * np.pi * geodesy.EARTH_RADIUS_M**2 * (1 - np.cos(radius / geodesy.EARTH_RADIUS_M))
    disc = geodesy.circle(lon, lat, radius)
    projected = shapely.segmentize(disc, 0.5)
    assert area_m2(projected) == pytest.approx(cap, rel=0.03)


def test_a_circle_over_the_antimeridian_comes_in_two_parts():
    disc = geodesy.circle(179.5, -17, 200_000)
    assert disc.geom_type == "MultiPolygon"
    assert len(disc.geoms) == 2
    assert disc.contains(Point(-179.5, -17))
    assert all(part.exterior.is_ccw for part in disc.geoms)


def test_a_circle_larger_than_half_the_earth_leaves_the_far_side_out():
    disc = geodesy.circle(-70, 10, 15_000_000)
    assert disc.contains(Point(-70, -80))
    assert not disc.contains(Point(110, -10))
    assert geodesy.circle(0, 0, 30_000_000).area == pytest.approx(360 * 180)


def test_a_sector_lies_where_its_bearings_point():
    wedge = geodesy.sector(45, 12, 20_000, 60_000, 200, 250)
    assert wedge.contains(Point(geodesy.destination(45, 12, 225, 40_000)))
    assert not wedge.contains(Point(geodesy.destination(45, 12, 45, 40_000)))
    assert not wedge.contains(Point(geodesy.destination(45, 12, 225, 10_000)))
    assert not wedge.contains(Point(geodesy.destination(45, 12, 190, 40_000)))


def test_a_sector_may_point_over_north_and_over_the_antimeridian():
    wedge = geodesy.sector(179.9, 0, 0, 100_000, 330, 120)
    assert wedge.contains(Point(geodesy.destination(179.9, 0, 0, 50_000)))
    assert wedge.contains(Point(geodesy.destination(179.9, 0, 90, 50_000)))
    assert wedge.geom_type == "MultiPolygon"


def test_a_ring_has_a_hole():
    belt = geodesy.ring(10, 54, 20_000, 40_000)
    assert isinstance(belt, Polygon)
    assert len(belt.interiors) == 1


def test_a_line_over_the_antimeridian_is_cut_there():
    line = geodesy.geodesic_line((170, 10), (-170, 12))
    assert line.geom_type == "MultiLineString"
    ends = {round(x) for part in line.geoms for x, _ in part.coords}
    assert {180, -180} <= ends
    assert max(abs(np.diff(np.array(part.coords)[:, 0])).max() for part in line.geoms) < 5


@settings(max_examples=100, deadline=None)
@given(LON, LAT, LON, LAT)
def test_haversine_is_near_the_geodesic(lon, lat, other_lon, other_lat):
    exact = geodesy.distance_m(lon, lat, other_lon, other_lat)
    assert float(geodesy.haversine_m(lon, lat, other_lon, other_lat)) == pytest.approx(exact, rel=0.0065, abs=20)


@settings(max_examples=50, deadline=None)
@given(LON, st.floats(-80, 80), st.floats(0, 360), st.floats(1, 5_000_000))
def test_destination_and_bearing_agree(lon, lat, bearing, distance):
    end = geodesy.destination(lon, lat, bearing, distance)
    assert geodesy.distance_m(lon, lat, *end) == pytest.approx(distance, abs=0.01)
    turned = (geodesy.bearing_deg(lon, lat, *end) - bearing + 180) % 360 - 180
    assert abs(turned) < 0.01
