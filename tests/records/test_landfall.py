"""Ends inland, over the poles and beyond the sea: drawn as what they are, or refused, never drawn wrong."""

import numpy as np
import pytest
import shapely

from geo.coast import on_land
from geo.geodesy import GEOD
from records.joining import join
from records.route import Route


def joined(start, end, mode="container", **fields):
    return join(Route(id="r:1", name="R", kind="trafficking", from_text=start, to_text=end, mode=mode, **fields))


def share_on_land(line):
    """The share of a line, in steps of about 10 km, that lies on land."""
    points = shapely.get_coordinates(shapely.segmentize(line, 0.1))
    return float(on_land(points[:, 0], points[:, 1]).mean())


@pytest.mark.parametrize(
    ("start", "end", "media"),
    [
        ("La Paz, Bolivia", "Rotterdam", ["land", "sea"]),
        ("Rotterdam", "La Paz, Bolivia", ["sea", "land"]),
        ("Kampala, Uganda", "Karachi, Pakistan", ["land", "sea"]),
        ("La Paz, Bolivia", "Kampala, Uganda", ["land", "sea", "land"]),
        ("Kampala, Uganda", "Mombasa, Kenya", ["land"]),
        ("Asunción, Paraguay", "Santos, Brazil", ["land"]),
    ],
)
def test_an_end_inland_is_joined_to_the_coast_and_the_sea_from_there(start, end, media):
    made = joined(start, end)
    assert [leg.medium for leg in made.legs] == media
    for leg in made.legs:
        share = share_on_land(leg.line)
        assert share > 0.8 if leg.medium == "land" else share < 0.02
    for one, other in zip(made.legs, made.legs[1:], strict=False):
        here, there = shapely.get_coordinates(one.line)[-1], shapely.get_coordinates(other.line)[0]
        assert GEOD.inv(*here, *there)[2] < 5_000


def test_the_coast_that_nobody_named_is_wide():
    land, sea = joined("La Paz, Bolivia", "Rotterdam").legs
    assert land.destination == sea.origin == "La Paz, Bolivia (coast)"
    assert land.radius_end_m == sea.radius_start_m >= 50_000


@pytest.mark.parametrize(("start", "end"), [("La Paz, Bolivia", "Kampala, Uganda"), ("Darwin, Australia", "Singapore")])
def test_no_way_over_land_is_drawn_where_no_land_is(start, end):
    made = joined(start, end, mode="land_leg")
    assert made.legs == ()
    assert made.not_drawn_reason.code == "route_no_land"
    assert start in str(made.not_drawn_reason)


def test_of_alternatives_only_those_without_land_are_left_out():
    made = joined("Lima, Peru;Darwin, Australia", "Buenos Aires, Argentina", mode="land_leg")
    assert [leg.origin for leg in made.legs] == ["Lima, Peru"]
    assert made.not_drawn_reason is None
    (left_out,) = [point for point in made.waypoints if point.not_joined_reason]
    assert left_out.text == "Darwin, Australia"


def test_the_sea_route_of_the_north_is_not_led_over_the_pole():
    legs = joined("Murmansk, Russia", "Yokohama, Japan").legs
    assert [leg.medium for leg in legs] == ["sea"]
    assert legs[0].line.bounds[3] < 76
    assert share_on_land(legs[0].line) < 0.02


@pytest.mark.parametrize(
    ("start", "end", "north"),
    [("New York, United States", "Hong Kong", 80), ("Anchorage, Alaska", "Murmansk, Russia", 75)],
)
def test_a_flight_is_a_great_circle_near_the_pole(start, end, north):
    (leg,) = joined(start, end, mode="air").legs
    assert leg.line.bounds[3] > north
    assert all(-180 <= part.bounds[0] <= part.bounds[2] <= 180 for part in shapely.get_parts(leg.line))
    length = sum(GEOD.geometry_length(part) for part in shapely.get_parts(leg.line)) / 1852
    assert length == pytest.approx(leg.distance_nmi, rel=0.01)


def test_a_flight_right_over_the_pole_is_a_line_that_can_be_drawn():
    (leg,) = joined("70°N 10°E", "70°N 170°W", mode="air").legs
    assert leg.line.is_valid
    assert leg.line.bounds[3] > 89
    assert np.isfinite(shapely.get_coordinates(leg.line)).all()


def test_a_mode_that_nobody_knows_goes_by_sea():
    made = joined("Cartagena, Colombia", "Kingston, Jamaica", mode="balloon")
    assert [leg.medium for leg in made.legs] == ["sea"]
