from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import box

from geo import zones as waters
from geo.boundaries import AGREED_LINES
from geo.coast import owner_codes
from geo.errors import GeoError
from geo.geodesy import destination
from geo.zone_coasts import side_of_line


@pytest.mark.parametrize(
    ("lon", "lat", "country", "zone"),
    [
        (-66.0, 12.5, "VEN", "eez"),
        (-66.93, 10.70, "VEN", "territorial_sea"),
        (-66.93, 10.93, "VEN", "contiguous_zone"),
        (-150.0, 20.0, None, "high_seas"),
        (2.35, 48.85, "FRA", "land"),
        (-71.5, 10.2, "VEN", "internal"),
        (85.0, -20.0, None, "high_seas"),
        (-60.0, -70.0, None, "high_seas"),
        (-69.5, 13.2, "NLD", "eez"),
        (179.9, -17.0, "FJI", "territorial_sea"),
        (28.0, 40.7, "TUR", "internal"),
        (-76.1, 38.2, "USA", "internal"),
    ],
)
def test_a_position_lies_in_whose_waters(lon, lat, country, zone):
    (share,) = waters.zones(lon, lat).waters
    assert (share.country, share.zone) == (country, zone)


@pytest.mark.parametrize(
    ("lon", "lat", "country"),
    [
        (-80.5, 1.6, "COL"),
        (-80.5, 1.3, "ECU"),
        (-82.0, -3.3, "ECU"),
        (-82.0, -3.5, "PER"),
        (41.0, -4.6, "KEN"),
        (41.0, -4.8, "TZA"),
        (-62.0, 10.3, "TTO"),
        (-62.2, 10.3, "VEN"),
        (99.0, 4.9, "MYS"),
        (98.8, 4.3, "IDN"),
    ],
)
def test_an_agreed_line_goes_before_the_middle(lon, lat, country):
    assert waters.zones(lon, lat).countries == {country: 1.0}


@pytest.mark.parametrize("line", AGREED_LINES, ids=lambda line: line.source)
def test_an_agreed_line_has_each_country_on_its_own_side(line):
    assert {line.left, line.right} <= set(owner_codes()[0].tolist())
    middle = len(line.points) // 2
    (west, south), (east, north) = line.points[middle - 1], line.points[middle]
    centre = np.array([(west + east) / 2, (south + north) / 2])
    along = np.array([east - west, north - south]) / np.hypot(east - west, north - south)
    left = np.array([-along[1], along[0]])
    for side, sign in ((left, 1), (-left, -1)):
        spot = centre + 0.004 * side
        assert side_of_line(line, spot[:1], spot[1:]).tolist() == [sign]


def test_a_wide_region_straddles_lines_and_sums_to_one():
    found = waters.zones(-62.0, 11.6, 60_000)
    assert {"VEN", "GRD", "TTO"} <= set(found.countries)
    assert sum(share.probability for share in found.waters) == pytest.approx(1)
    assert sum(found.zones.values()) == pytest.approx(1)
    low, high = found.shore_distance_range_m
    assert low < found.shore_distance_m < high


def test_a_region_of_its_own_is_spread_evenly():
    found = waters.zones(0.0, 0.0, region=box(-151, 19, -149, 21))
    assert found.zones == {"high_seas": 1.0}
    assert found.countries == {}


def test_a_tiny_region_still_has_an_answer():
    assert waters.zones(0.0, 0.0, region=box(-66, 12, -66 + 1e-9, 12 + 1e-9)).countries == {"VEN": 1.0}


def test_zones_follow_one_another_away_from_a_coast():
    order = ["territorial_sea", "contiguous_zone", "eez", "high_seas"]
    spots = [destination(-48.0, -28.6, 110, nmi * 1852) for nmi in (8, 18, 30, 100, 215)]
    found = [waters.zones(*spot).waters[0].zone for spot in spots]
    assert [order.index(zone) for zone in found] == sorted(order.index(zone) for zone in found)
    assert found[-1] == "high_seas"


@settings(max_examples=60, deadline=None)
@given(st.floats(-180, 180), st.floats(-90, 90), st.floats(0, 400_000))
def test_probabilities_sum_to_one_everywhere(lon, lat, radius_m):
    found = waters.zones(lon, lat, radius_m)
    assert sum(share.probability for share in found.waters) == pytest.approx(1)
    assert all(share.country is None or len(share.country) == 3 for share in found.waters)
    assert found.shore_distance_m >= 0


def test_many_points_are_answered_as_one_by_one():
    lons, lats = [-66.0, -150.0, 45.0], [12.5, 20.0, 12.2]
    together = waters.zones_of_points(lons, lats)
    for found, lon, lat in zip(together, lons, lats, strict=True):
        assert found == waters.zones(lon, lat)
    assert waters.zones_of_points([], []) == []


@pytest.mark.parametrize(
    ("lon", "lat", "radius_m"),
    [(0, 95, None), (float("nan"), 0, None), (200, 0, None), (0, 0, -1.0), (0, 0, float("inf"))],
)
def test_what_is_no_position_is_refused(lon, lat, radius_m):
    with pytest.raises(GeoError):
        waters.zones(lon, lat, radius_m)


def test_the_answer_is_plain_json():
    answer = json.loads(json.dumps(waters.zones(-62.0, 11.6, 60_000).to_json(), allow_nan=False))
    assert answer["waters"][0]["probability"] > 0.2
    assert set(answer) == {
        "waters",
        "countries",
        "zones",
        "shore_distance_m",
        "shore_distance_range_m",
        "nearest_coast",
    }


def test_measured_on_real_positions(shared_data):
    lines = (shared_data / "bench" / "eez_dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    true = np.array([row["eez_country"] or "" for row in rows])
    shore_nmi = np.array([row["shore_distance_km"] for row in rows]) / 1.852
    found = waters.classify([row["lon"] for row in rows], [row["lat"] for row in rows]).countries
    right, at_sea = found == true, true == ""
    assert right.mean() >= 0.975
    assert right[~at_sea & (shore_nmi > 24)].mean() >= 0.96
    assert right[at_sea].mean() >= 0.95
    assert (found[~at_sea] == "").mean() <= 0.02
