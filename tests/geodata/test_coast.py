from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import coast
from geo.geodesy import circle, destination, distance_m


@pytest.mark.parametrize(
    ("lon", "lat", "country"),
    [
        (-66.9, 11.2, "VEN"),
        (2.4, 6.0, "BEN"),
        (2.9, 6.0, "NGA"),
        (-69.0, 12.6, "CUW"),
        (45.0, 12.2, "YEM"),
        (-79.0, 26.5, "BHS"),
    ],
)
def test_the_nearest_coast_has_an_owner(lon, lat, country):
    assert coast.nearest_country(lon, lat) == country


def test_a_reef_that_several_claim_has_no_owner():
    assert coast.nearest_country(114.36, 10.2) == ""


@settings(max_examples=60, deadline=None)
@given(st.floats(-180, 180), st.floats(-85, 85))
def test_the_nearest_coast_is_at_its_distance_and_no_coast_is_nearer(lon, lat):
    near = coast.nearest_shore(lon, lat)
    assert distance_m(lon, lat, near.lon[0], near.lat[0]) == pytest.approx(near.distance_m[0], abs=0.01)
    if 2_000 < near.distance_m[0] < 3_000_000:
        disc = circle(lon, lat, float(near.distance_m[0]) * 0.98 - 500)
        edges = shapely.boundary(coast.land_polygons())
        touched = shapely.intersects(edges, disc) & (shapely.bounds(coast.land_polygons())[:, 1] > -89)
        assert not touched.any()


def test_islets_can_be_left_out():
    spot = (116.0, 9.5)
    with_islets = coast.nearest_shore(*spot).distance_m[0]
    without = coast.nearest_shore(*spot, islets=False).distance_m[0]
    assert with_islets < without


def test_points_on_land_and_how_deep():
    lons, lats = [-66.9, -66.9, 2.35, -150.0], [10.4, 10.62, 48.85, 20.0]
    assert coast.on_land(lons, lats).tolist() == [True, False, True, False]
    assert coast.on_land(lons, lats, tolerance_m=50_000).tolist() == [False, False, True, False]
    assert coast.on_land(-150.0, 20.0).tolist() == [False]


def test_widened_reaches_as_far_as_it_says_and_over_the_antimeridian():
    island = shapely.box(178.0, -18.0, 179.5, -17.0)
    wide = coast.widened(island, 150_000)
    assert wide.geom_type == "MultiPolygon"
    assert wide.intersects(shapely.Point(-179.6, -17.5))
    inside, outside = destination(178.0, -17.5, 270, 140_000), destination(178.0, -17.5, 270, 160_000)
    assert wide.intersects(shapely.Point(inside))
    assert not wide.intersects(shapely.Point(outside))


def test_clipped_to_water_keeps_a_belt_of_land_along_the_shore():
    area = circle(-66.9, 10.6, 80_000)
    water = coast.clipped_to_water(area)
    assert 0.35 < water.area / area.area < 0.75
    assert water.intersects(shapely.Point(-66.9, 11.0))
    assert water.intersects(shapely.Point(-66.93, 10.59))
    assert not water.intersects(shapely.Point(-66.9, 10.2))
    assert coast.clipped_to_water(circle(-150, 20, 50_000)).area == circle(-150, 20, 50_000).area


def test_coast_points_are_close_together():
    points, owners = coast.coast_points()
    assert len(points) == len(owners)
    gaps = np.linalg.norm(np.diff(points[:10_000], axis=0), axis=1) * 6_371_000
    assert np.median(gaps) < 3_000
