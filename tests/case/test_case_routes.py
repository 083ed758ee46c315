"""The routes of the built-in case as they are committed: drawn at sea alone, and what is derived anew."""

import json
from itertools import pairwise

import numpy as np
import pytest
import shapely

import geo
from geo import coast
from geo.geodesy import distance_m
from geo.net import net
from geo.seaboard import region_of, seaboard_of
from geo.waterways import WATERWAYS
from records.case import facts
from records.case.store import PLACES, ROUTES
from records.joining import SMALL_CRAFT, join_all
from records.store import open_store

OCEAN_CANALS = {"Panama Canal", "Suez Canal"}


@pytest.fixture(scope="module")
def routes():
    return {route.id: route for route in open_store("case").routes()}


@pytest.fixture(scope="module")
def land():
    polygons = coast.land_polygons()
    shapely.prepare(polygons)
    return shapely.STRtree(polygons)


def test_no_leg_at_sea_crosses_land_but_in_named_waterways(routes, land):
    passages = {waterway.name: shapely.LineString(waterway.points).buffer(2e-3) for waterway in WATERWAYS}
    crossed = []
    for route in routes.values():
        for leg in route.legs:
            if leg.medium != "sea":
                continue
            open_water = leg.line
            for name in leg.canals:
                open_water = open_water.difference(passages[name])
            for part in shapely.get_parts(open_water):
                pieces = [shapely.LineString(pair) for pair in pairwise(part.coords)]
                if land.query(pieces, predicate="intersects").size:
                    crossed.append((route.id, leg.origin, leg.destination))
    assert crossed == []


def test_every_route_is_drawn_or_says_why_not(routes):
    assert len(routes) == 63
    assert all(bool(route.legs) != bool(route.not_drawn_reason) for route in routes.values())
    assert sum(bool(route.legs) for route in routes.values()) >= 60


def test_small_craft_take_no_ocean_canal_and_boxes_do(routes):
    for route in routes.values():
        onward = {point.text for point in route.waypoints if point.role == "onward"}
        for leg in route.legs:
            if route.mode in SMALL_CRAFT and leg.destination not in onward:
                assert not OCEAN_CANALS & set(leg.canals), route.id
    assert routes["eu-guayaquil-rotterdam"].legs[0].canals == ("Panama Canal",)


def test_no_way_goes_round_the_capes(routes):
    farthest_south = min(leg.line.bounds[1] for route in routes.values() for leg in route.legs)
    assert farthest_south > -45
    longest = max(leg.distance_nmi for route in routes.values() for leg in route.legs)
    assert longest < 7_500


def test_every_waterway_named_is_one_that_is_known(routes):
    known = {waterway.name for waterway in WATERWAYS}
    assert {name for route in routes.values() for leg in route.legs for name in leg.canals} <= known


@pytest.mark.parametrize(
    ("route_id", "origin", "west", "east"),
    [
        ("ep-pacific-total", "Colombia", -80.0, -76.0),
        ("ep-galapagos-loop", "Peru", -82.5, -75.0),
        ("ep-south-of-mexico", "South America", -82.5, -75.0),
        ("cb-southamerica-sanpedro", "South America", -76.5, -60.0),
        ("at-brazil-sierraleone-tug", "Brazil", -45.0, -34.0),
    ],
)
def test_an_end_that_is_a_country_lies_on_the_coast_that_faces_the_way(routes, route_id, origin, west, east):
    leg = next(leg for leg in routes[route_id].legs if leg.origin == origin)
    lon, _ = shapely.get_parts(leg.line)[0].coords[0]
    assert west < lon < east
    assert leg.radius_start_m > 150_000


def test_lines_keep_within_the_world_and_are_cut_at_the_antimeridian(routes):
    crossing = 0
    for route in routes.values():
        for leg in route.legs:
            for part in shapely.get_parts(leg.line):
                lons = np.array(part.coords)[:, 0]
                assert np.abs(lons).max() <= 180
                assert np.abs(np.diff(lons)).max(initial=0) < 90
            crossing += len(shapely.get_parts(leg.line)) > 1 and leg.line.bounds[0] == -180
    assert crossing >= 3


def test_placed_vias_are_passed_or_nearly(routes):
    missed = []
    for route in routes.values():
        if route.mode in ("air", "land_leg"):
            continue
        whole = shapely.union_all([leg.line for leg in route.legs])
        for point in route.waypoints:
            if point.role != "via" or point.place is None or not route.legs:
                continue
            nodes = seaboard_of(point.place)
            region = region_of(point.place) if nodes is None else shapely.multipoints(net().points[nodes])
            if region.distance(whole) > 1.0 and region_of(point.place).distance(whole) > 1.0:
                missed.append((route.id, point.text))
    assert missed == []


def test_alternatives_share_their_trunk(routes):
    legs = routes["ep-pacific-total"].legs
    assert [leg.branches_at_start for leg in legs] == [False, *[True] * (len(legs) - 2), False]
    assert legs[-1].branches_at_end
    trunk, branch = legs[0].line, legs[1].line
    assert trunk.distance(shapely.Point(branch.coords[0])) < 0.02


def test_the_files_are_small():
    assert ROUTES.stat().st_size <= 600_000
    assert PLACES.stat().st_size <= 1_000_000


def test_all_places_are_what_locate_finds():
    held = json.loads(PLACES.read_text(encoding="utf-8"))
    assert list(held) == sorted({record.location_text for record in facts.incidents()})
    other = []
    for text, place in held.items():
        found = geo.locate(text).to_json()
        if (place["lon"] is None) != (found["lon"] is None):
            other.append(text)
        elif found["lon"] is not None:
            apart = distance_m(place["lon"], place["lat"], found["lon"], found["lat"])
            same = place["region_id"] == found["region_id"] and found["radius_m"] == pytest.approx(
                place["radius_m"], rel=0.02
            )
            if apart > 1_000 or not same:
                other.append(text)
    assert other == [], "run 'make data': the places are no longer what geo.locate answers"


def test_the_migration_routes_are_what_is_derived(routes):
    anew = join_all(route for route in facts.routes() if route.kind == "migration")
    assert len(anew) == 6
    for route in anew:
        held = routes[route.id]
        assert [leg.destination for leg in held.legs] == [leg.destination for leg in route.legs]
        for leg, held_leg in zip(route.legs, held.legs, strict=True):
            assert held_leg.line.hausdorff_distance(leg.line) < 0.01
            assert held_leg.distance_nmi == pytest.approx(leg.distance_nmi, rel=1e-3)
            assert held_leg.radius_start_m == pytest.approx(leg.radius_start_m, rel=1e-3)


@pytest.mark.parametrize("route_id", ["ep-direct-long-range", "cb-caucedo-europe", "rs-djibouti-hodeidah"])
def test_a_trafficking_route_joined_alone_is_much_the_same(routes, route_id):
    (alone,) = join_all(route for route in facts.routes() if route.id == route_id)
    held = routes[route_id]
    for leg, held_leg in zip(alone.legs, held.legs, strict=True):
        assert (held_leg.radius_start_m, held_leg.radius_end_m) == (leg.radius_start_m, leg.radius_end_m)
        assert held_leg.canals == leg.canals
        assert held_leg.distance_nmi == pytest.approx(leg.distance_nmi, rel=0.1)
