from __future__ import annotations

import pytest
import shapely
from shapely.geometry import Point

from geo import seas


@pytest.mark.parametrize(
    ("lon", "lat", "id"),
    [
        (38.0, 20.0, "red_sea"),
        (103.9, 1.23, "singapore_strait"),
        (-61.9, 10.4, "gulf_of_paria"),
        (48.0, 12.5, "gulf_of_aden"),
        (-70.0, 13.5, "caribbean_sea"),
        (-150.0, 20.0, "north_pacific_ocean"),
    ],
)
def test_a_point_lies_in_its_smallest_sea(lon, lat, id):
    assert id in [sea.id for sea in seas.seas_at(lon, lat)]
    found = seas.sea_at(lon, lat)
    assert found is not None
    assert found.geometry.area <= seas.seas()[id].geometry.area


def test_land_is_no_sea():
    assert seas.sea_at(-3.7, 40.4) is None


def test_every_sea_is_a_valid_polygon_that_its_own_id_answers():
    for id, sea in seas.seas().items():
        assert seas.outline(id) is sea
        assert sea.geometry.is_valid, id
        assert not sea.geometry.is_empty, id
        west, south, east, north = sea.geometry.bounds
        assert west >= -180
        assert east <= 180
        assert south >= -90
        assert north <= 90


@pytest.mark.parametrize("name", ["Mar Rojo", "RED SEA", "mer Rouge"])
def test_a_sea_is_known_in_three_languages(name):
    assert [sea.id for sea in seas.named(name)] == ["red_sea"]


@pytest.mark.parametrize(
    ("part", "inside", "outside"),
    [
        ("caribbean_sea.southern", (-66, 12), (-80, 20)),
        ("caribbean_sea.western", (-82, 15), (-62.5, 14)),
        ("caribbean_sea.southeastern", (-63, 12), (-82, 20)),
        ("gulf_of_guinea.northern", (3, 5.5), (6, -1)),
        ("north_pacific_ocean.eastern", (-125, 20), (150, 20)),
        ("north_pacific_ocean.western", (150, 20), (-125, 20)),
        ("red_sea.central", (38.2, 20), (42.8, 14)),
        ("country.OMN.southern", (54, 17.5), (56.3, 26.1)),
    ],
)
def test_a_part_of_a_sea_lies_where_its_name_says(part, inside, outside):
    found = seas.outline(part)
    assert found is not None
    assert found.geometry.is_valid
    assert found.geometry.intersects(Point(inside))
    assert not found.geometry.intersects(Point(outside))


def test_parts_are_about_half_and_lie_in_the_whole():
    whole = seas.outline("red_sea")
    assert whole is not None
    north, south = seas.outline("red_sea.northern"), seas.outline("red_sea.southern")
    assert north is not None
    assert south is not None
    for part in (north, south):
        assert 0.4 < part.geometry.area / whole.geometry.area < 0.65
    assert shapely.union(north.geometry, south.geometry).area == pytest.approx(whole.geometry.area, rel=1e-6)


@pytest.mark.parametrize(
    ("word", "part"), [("southern", "southern"), ("Norte", "northern"), ("noreste", "northeastern")]
)
def test_words_for_parts(word, part):
    assert seas.part_id("red_sea", word) == f"red_sea.{part}"
    assert seas.part_id("red_sea", "reddish") is None


@pytest.mark.parametrize(
    ("id", "inside", "outside"),
    [
        ("country.YEM", (45, 15), (45, 12)),
        ("region.IDN.aceh", (96.5, 4.5), (104, 1)),
        ("coast.YEM", (45, 12.6), (45, 15.5)),
        ("coast.region.IDN.aceh", (95, 5.6), (99, 2)),
        ("waters_off.VEN", (-66, 12.5), (-66, 9)),
        ("waters_off.VEN", (-63, 11.2), (-75, 12)),
        ("international_waters_off.VEN", (-66, 13), (-66, 10.65)),
        ("waters_off.FJI", (179.9, -18), (-170, -18)),
        ("waters_off.FJI", (-179, -18), (170, -18)),
        ("waters_off.NZL", (-178, -45), (165, -25)),
    ],
)
def test_countries_regions_coasts_and_waters(id, inside, outside):
    found = seas.outline(id)
    assert found is not None
    assert found.id == id
    assert found.geometry.is_valid
    assert found.geometry.intersects(Point(inside))
    assert not found.geometry.intersects(Point(outside))


@pytest.mark.parametrize(
    "id", ["", "nowhere", "red_sea.purple", "country.XYZ", "coast.XYZ", "waters_off.BOL", "region.IDN"]
)
def test_an_unknown_id_has_no_outline(id):
    assert seas.outline(id) is None


def test_an_outline_for_the_eye_ends_at_the_coast_and_is_light():
    for id in ("caribbean_sea", "north_pacific_ocean", "waters_off.VEN", "red_sea.southern"):
        whole, drawn = seas.outline(id), seas.drawn(id)
        assert whole is not None
        assert drawn is not None
        assert drawn.is_valid
        assert shapely.get_num_coordinates(drawn) < shapely.get_num_coordinates(whole.geometry)
    shown = seas.drawn("caribbean_sea")
    assert shown is not None
    assert not shown.intersects(Point(-71.9, 12.15))
    assert seas.drawn("nowhere") is None


def test_a_tiny_water_is_drawn_as_it_is():
    tiny = seas.outline("corinth_canal")
    assert tiny is not None
    assert seas.drawn("corinth_canal") == tiny.geometry
