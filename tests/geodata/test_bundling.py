"""Ways that are found together: they share what leads the same way, part smoothly, and touch no land."""

from itertools import pairwise

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geo import coast
from geo.bundling import Way, Wish, bundled
from geo.net import way_round
from geo.smoothing import resampled, rounded, simplified
from geo.taut import is_free

GEOD = Geod(ellps="WGS84")
GUAYAQUIL, TUMACO = (-79.95, -2.9), (-78.8, 1.85)
ROTTERDAM, ANTWERP_ROADS = (4.0, 52.0), (3.4, 51.45)
MANZANILLO, ACAPULCO = (-104.4, 19.0), (-99.95, 16.75)
BUSAN, MAKRAN, KENYA = (129.25, 35.0), (61.0, 25.1), (40.2, -3.2)
NO_OCEAN_CANALS = ("panama", "suez")


@pytest.fixture(scope="module")
def ways():
    wishes = {
        "to Rotterdam": Wish(GUAYAQUIL, ROTTERDAM),
        "to Antwerp": Wish(GUAYAQUIL, ANTWERP_ROADS),
        "to Manzanillo": Wish(TUMACO, MANZANILLO, NO_OCEAN_CANALS),
        "to Acapulco": Wish(TUMACO, ACAPULCO, NO_OCEAN_CANALS),
        "to Busan": Wish(GUAYAQUIL, BUSAN),
        "to Kenya": Wish(MAKRAN, KENYA),
    }
    return dict(zip(wishes, bundled(list(wishes.values())), strict=True))


@pytest.fixture(scope="module")
def land():
    polygons = coast.land_polygons()
    shapely.prepare(polygons)
    return shapely.STRtree(polygons)


def steps_of(way: Way):
    points = np.round(way.points, 6)
    return {tuple(sorted((tuple(here), tuple(there)))) for here, there in pairwise(points)}


@pytest.mark.parametrize("name", ["to Rotterdam", "to Antwerp", "to Manzanillo", "to Acapulco", "to Busan", "to Kenya"])
def test_a_bundled_way_crosses_land_in_waterways_alone(ways, land, name):
    for piece in ways[name].pieces:
        if piece.waterway:
            continue
        whole = [pair for pair in pairwise(piece.points) if abs(pair[0][0] - pair[1][0]) < 180]
        assert land.query(shapely.linestrings(np.array(whole)), predicate="intersects").size == 0


def test_ways_to_near_ends_share_nearly_all(ways):
    one, other = steps_of(ways["to Rotterdam"]), steps_of(ways["to Antwerp"])
    assert len(one & other) > 0.85 * min(len(one), len(other))


def test_ends_stay_where_they_were_wished(ways):
    for way, start, end in ((ways["to Busan"], GUAYAQUIL, BUSAN), (ways["to Kenya"], MAKRAN, KENYA)):
        assert way.points[0] == pytest.approx(start, abs=1e-6)
        assert way.points[-1] == pytest.approx(end, abs=1e-6)


def test_waterways_are_taken_unless_avoided(ways):
    assert ways["to Rotterdam"].waterways == ("Panama Canal",)
    assert ways["to Manzanillo"].waterways == ()
    (closed,) = bundled([Wish((-80.2, 9.6), (-79.4, 8.6), NO_OCEAN_CANALS)])
    assert closed.waterways == ()
    assert closed.distance_m > 10_000_000


def test_a_way_round_is_told_as_a_factor():
    assert way_round((-80.2, 9.6), (-79.4, 8.6), NO_OCEAN_CANALS) > 30
    assert way_round(TUMACO, ACAPULCO, NO_OCEAN_CANALS) == pytest.approx(1.0)


def test_no_way_turns_sharply_but_at_its_ends(ways):
    for name in ("to Manzanillo", "to Busan", "to Kenya"):
        points = ways[name].points
        ahead, _, metres = GEOD.inv(*points[:-1].T, *points[1:].T)
        turns = np.abs((np.diff(ahead) + 180.0) % 360.0 - 180.0)
        along = np.cumsum(metres)[:-1]
        inner = (along > 100_000) & (along < metres.sum() - 100_000)
        assert turns[inner].max() < 35


def test_sharing_costs_no_great_detour(ways):
    for name, start, end in (("to Acapulco", TUMACO, ACAPULCO), ("to Busan", GUAYAQUIL, BUSAN)):
        assert ways[name].distance_m < 1.25 * GEOD.inv(*start, *end)[2]


def test_what_lies_in_no_joined_water_has_no_way():
    assert bundled([Wish((50.0, 40.2), GUAYAQUIL), Wish((-68.15, -16.5), GUAYAQUIL)]) == [None, None]
    assert bundled([]) == []


def test_a_corner_is_rounded_only_as_far_as_land_allows():
    sharp = resampled(np.array([(-30.0, 0.0), (-25.0, 0.0), (-25.0, 5.0)]), 30_000)
    smooth = rounded(sharp)
    assert shapely.LineString(smooth).distance(shapely.Point(-25.0, 0.0)) > 0.3
    about_a_cape = resampled(np.array([(-9.6, 40.0), (-9.6, 38.7), (-9.1, 38.3)]), 30_000)
    assert is_free(about_a_cape)
    assert is_free(rounded(about_a_cape))


def test_a_line_over_the_antimeridian_is_simplified_in_one():
    line = np.array([(179.0, 10.0), (179.5, 10.0), (180.0, 10.0), (-179.5, 10.0), (-179.0, 10.0)])
    assert simplified(line, 0.01).tolist() == [[179.0, 10.0], [-179.0, 10.0]]


def test_a_way_that_crosses_another_is_not_led_along_it():
    across, _ = bundled([Wish((-68.3, 18.45), (-67.2, 18.22)), Wish((-75.6, 10.6), ROTTERDAM)])
    assert across.distance_m < 1.2 * GEOD.inv(-68.3, 18.45, -67.2, 18.22)[2]
