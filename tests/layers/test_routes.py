"""Routes: a hairline in a corridor as wide as its ends are uncertain, over water alone, cut at the antimeridian."""

import json

import pytest
from pyproj import Geod
from shapely import union_all
from shapely.geometry import LineString, MultiLineString, Point

from layers.land import land_in
from layers.routes import corridor_of, documented_in, draw, drawing, sure_pieces
from records.filter import Filter
from records.route import Leg, Route

GEOD = Geod(ellps="WGS84")


def leg(*points, start=30_000, end=90_000, medium="sea"):
    line = points[0] if isinstance(points[0], MultiLineString) else LineString(points)
    return Leg(
        origin="A", destination="B", line=line, medium=medium, distance_nmi=1, radius_start_m=start, radius_end_m=end
    )


def route(*legs, **fields):
    return Route(**{"id": "r:1", "name": "R", "kind": "trafficking", "legs": legs, **fields})


@pytest.mark.parametrize(("share", "radius_m"), [(0.0, 30_000), (0.5, 60_000), (1.0, 90_000)])
def test_the_half_width_runs_from_one_end_to_the_other(share, radius_m):
    way = leg((-40, 0), (-30, 0))
    corridor = corridor_of(way)
    lon = -40 + 10 * share
    for bearing in (0, 180):
        assert corridor.covers(Point(GEOD.fwd(lon, 0, bearing, radius_m * 0.97)[:2]))
        assert not corridor.covers(Point(GEOD.fwd(lon, 0, bearing, radius_m * 1.05)[:2]))


def test_a_corridor_at_sea_is_over_water_alone():
    at_sea = corridor_of(leg((-75.6, 10.4), (-76.8, 17.8), start=80_000, end=80_000))
    land = union_all(land_in((-80, 5, -70, 20)))
    assert at_sea.intersection(land).area < 1e-9
    by_air = corridor_of(leg((-75.6, 10.4), (-76.8, 17.8), start=80_000, end=80_000, medium="air"))
    assert by_air.intersection(land).area > 0.1


def test_across_the_antimeridian_both_sides_are_drawn():
    line = MultiLineString([[(170, 30), (180, 32)], [(-180, 32), (-170, 34)]])
    corridor = corridor_of(leg(line, start=50_000, end=50_000))
    west, _, east, _ = corridor.bounds
    assert (west, east) == (-180, 180)
    assert corridor.covers(Point(179.9, 32))
    assert corridor.covers(Point(-179.9, 32))
    assert not corridor.covers(Point(0, 32))


def test_the_drawing_is_geojson_with_a_feature_per_leg():
    branching = route(
        leg((-40, 0), (-30, 0)),
        leg((-40, 0), (-30, 5), medium="air"),
        period_start="2023-01-01",
        period_end="2023-12-31",
    )
    made = drawing([draw(branching), draw(route(id="r:2"))])
    json.dumps([made.lines, made.corridors], allow_nan=False)
    assert [feature["properties"]["medium"] for feature in made.lines["features"]] == ["sea", "air"]
    corridor, over = made.corridors["features"]
    assert corridor["properties"]["route"] == over["properties"]["route"] == "r:1"
    assert [corridor["properties"]["medium"], over["properties"]["medium"]] == ["sea", "over"]
    assert corridor["properties"]["t1"] - corridor["properties"]["t0"] == pytest.approx(365 * 86_400_000, abs=2)


@pytest.mark.parametrize(
    ("since", "until", "documented"),
    [(None, None, True), ("2024-01-01", None, False), (None, "2022-12-31", False), ("2023-12-31", "2025-01-01", True)],
)
def test_a_route_fades_outside_its_period(since, until, documented):
    told = route(period_start="2023-01-01", period_end="2023-12-31")
    assert documented_in(told, Filter(since=since, until=until)) is documented
    assert documented_in(route(), Filter(since=since, until=until))


def test_a_line_is_unsure_near_an_end_that_is_only_an_area():
    way = leg((-40, 0), (-30, 0), start=20_000, end=400_000)
    way = way.model_copy(update={"distance_nmi": 601.0})
    (sure, is_sure), (unsure, is_unsure) = sure_pieces(way)
    assert (is_sure, is_unsure) == (True, False)
    assert sure.coords[-1] == unsure.coords[0]
    assert unsure.length == pytest.approx(400_000 / 111_300, rel=0.02)
    branch = way.model_copy(update={"branches_at_end": True})
    assert [sure for _, sure in sure_pieces(branch)] == [True]
    both = way.model_copy(update={"radius_start_m": 2_000_000.0, "radius_end_m": 3_000_000.0})
    assert [round(piece.length) for piece, _ in sure_pieces(both)] == [4, 2, 4]


def test_only_legs_whose_ends_are_known_make_a_band():
    known, vague = leg((-40, 0), (-30, 0)), leg((-40, 5), (-30, 5), end=400_000)
    made = drawing([draw(route(known)), draw(route(vague, id="r:2")), draw(route(known, id="r:3", kind="migration"))])
    assert [band["id"] for band in made.bands["features"]] == ["trafficking", "migration"]
    (band, _) = made.bands["features"]
    assert max(lat for ring in band["geometry"]["coordinates"] for _, lat in ring) < 1
    assert len(made.corridors["features"]) == 3


def test_a_corridor_does_not_reach_beyond_an_isthmus():
    off_panama = corridor_of(leg((-82.5, 7.0), (-80.5, 6.6), start=250_000, end=250_000))
    assert off_panama.covers(Point(-81.5, 6.5))
    assert not off_panama.covers(Point(-81.5, 9.3))
