"""Positions in cells: what they mean, how sure they are, and which cannot be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.readers.positions import Convention, UnreadablePositionError, from_cell, from_columns
from records.readers.row import RowError


@pytest.mark.parametrize(
    ("lat", "lon", "expected"),
    [
        ("10.5", "-61.25", (-61.25, 10.5)),
        ("12,5", "-70,25", (-70.25, 12.5)),
        ("−10.5", "61", (61, -10.5)),
        ("12°34'N", "045°06'30\"E", (45.108333, 12.566667)),
        ("12-34.5S", "045-06.7W", (-45.111667, -12.575)),
        ("12 34 30", "-45 6", (-45.1, 12.575)),
        ("S 12.5", "W 45", (-45, -12.5)),
        ("052812N", "0095500W", (-9.916667, 5.47)),
        ("10.5 Norte", "61.25 Oeste", (-61.25, 10.5)),
        ("10,5 N", "65,25 O", (-65.25, 10.5)),
        ("1030,5N", "06515,25W", (-65.254167, 10.508333)),
        ("-90", "180", (180, -90)),
        ("1e1", "2.5e-1", (0.25, 10)),
    ],
)
def test_two_columns_are_read(lat, lon, expected):
    found = from_columns(lat, lon)
    assert (found.lon, found.lat) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("(10.5, -61.25)", (-61.25, 10.5)),
        ("37.2832, 27", (27, 37.2832)),
        ("-0.5 10.25", (10.25, -0.5)),
        ("12,5; -70,3", (-70.3, 12.5)),
        ("POINT (-61.5 10.2)", (-61.5, 10.2)),
        ("46°37'50.89\"N \n31°35'01.64\"E", (31.583789, 46.630803)),
        ("05:31.17S – 105:18.15E", (105.3025, -5.5195)),
        ("06:00.6S –106:54.0E", (106.9, -6.01)),
        ("052812N 0095500W", (-9.916667, 5.47)),
    ],
)
def test_one_cell_is_read_latitude_first(cell, expected):
    found = from_cell(cell)
    assert (found.lon, found.lat) == pytest.approx(expected, abs=1e-6)
    assert "position_contradictory" not in found.flags


def test_one_cell_may_be_longitude_first():
    assert from_cell("-61.25, 10.5", lon_first=True).lat == 10.5


@pytest.mark.parametrize(
    ("lat", "lon", "radius_m", "coarse"),
    [
        ("10.12345", "-61.12345", 100, False),
        ("10.12", "-61.12", 556, False),
        ("10.5", "-61.5", 5560, False),
        ("10", "-61", 55_598, True),
        ("37.2832", "27", 100, False),
        ("10-30N", "061-30W", 927, False),
    ],
)
def test_the_radius_is_half_a_unit_of_the_last_digit(lat, lon, radius_m, coarse):
    found = from_columns(lat, lon)
    assert found.radius_m == pytest.approx(radius_m, rel=0.01)
    assert ("position_coarse" in found.flags) is coarse


@pytest.mark.parametrize(
    ("lat", "lon", "says"),
    [
        ("95", "10", "latitude 95"),
        ("-91.5", "200", "latitude -91.5"),
        ("10", "200", "longitude 200"),
        ("NaN", "10", "'NaN' is no number"),
        ("10", "inf", "'inf' is no number"),
        ("1e999", "10", "no number"),
    ],
)
def test_what_cannot_be_is_refused(lat, lon, says):
    with pytest.raises(RowError, match=says):
        from_columns(lat, lon)


def test_a_cell_with_no_number_is_refused():
    with pytest.raises(RowError, match="no number"):
        from_cell("NaN, NaN")


def test_sign_and_letter_that_differ_are_flagged():
    assert from_columns("-10.5N", "61.2W").flags == ("position_contradictory",)
    assert from_columns("-10.5S", "61.2W").flags == ()


@pytest.mark.parametrize(
    ("lat", "lon"), [("x", "3"), ("10.5", ""), ("12.3.4.5", "3"), ("10°70'N", "3"), ("plenty", "more")]
)
def test_what_is_no_position_is_said(lat, lon):
    with pytest.raises(UnreadablePositionError):
        from_columns(lat, lon)


@pytest.mark.parametrize("text", ["", "NA", "null", "-"])
def test_nothing_stated_is_no_position(text):
    assert from_columns(text, text) is None
    assert from_cell(text) is None


def test_null_island_is_flagged():
    assert "position_null_island" in from_columns("0", "0").flags
    assert "position_null_island" in from_columns("0.000", "-0.0").flags


def test_a_swapped_row_is_put_right_and_flagged():
    found = from_columns("121.5", "14.6")
    assert (found.lon, found.lat, found.flags) == (121.5, 14.6, ("position_swapped",))


def test_a_swapped_table_is_known_from_most_rows():
    convention = Convention.of([("103.8", "1.2"), ("104.1", "1.3"), ("95.0", "5.0"), ("80.0", "5.0")] * 2)
    assert convention.swapped
    assert from_columns("95.0", "5.0", convention).lon == 95.0
    assert not Convention.of([("95", "10"), ("10", "20"), ("11", "20")] * 4).swapped
    assert not Convention.of([("95", "10"), ("120", "20")]).swapped, "two rows are no table"


def test_longitudes_may_be_counted_all_around():
    convention = Convention.of([("1", "190"), ("2", "300"), ("3", "10")])
    assert from_columns("1", "190.5", convention).lon == pytest.approx(-169.5)
    assert not Convention.of([("1", "190"), ("2", "300"), ("3", "-10")]).eastward


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_position_comes_back(lat, lon):
    found = from_columns(repr(lat), repr(lon))
    assert (found.lon, found.lat) == (lon, lat)
