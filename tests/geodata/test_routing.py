from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geo import coast
from geo.errors import GeoError
from geo.geodesy import M_PER_NMI, distance_m
from geo.net import crossings, net
from geo.routing import NoRouteError, SeaRoute, sea_route
from geo.waterways import WATERWAYS

GEOD = Geod(ellps="WGS84")
PLACES = {
    "La Guaira": (-66.93, 10.62),
    "San Juan": (-66.11, 18.47),
    "Cartagena": (-75.55, 10.39),
    "Kingston": (-76.79, 17.95),
    "Guayaquil": (-79.9, -2.28),
    "Manzanillo": (-104.32, 19.05),
    "Santos": (-46.3, -24.0),
    "Antwerp": (4.3, 51.27),
    "Busan": (129.05, 35.1),
    "Rotterdam": (4.1, 51.98),
    "Singapore": (103.8, 1.2),
    "Odesa": (30.75, 46.5),
    "Hamburg": (9.95, 53.54),
    "New York": (-74.0, 40.6),
    "Los Angeles": (-118.2, 33.7),
    "Aden": (45.0, 12.7),
    "Port Sudan": (37.3, 19.6),
    "Tumaco": (-78.8, 1.85),
    "Acajutla": (-89.84, 13.57),
    "Piraeus": (23.6, 37.9),
    "Patras": (21.7, 38.25),
    "Sydney": (151.3, -33.9),
    "Valparaiso": (-71.6, -33.0),
    "Suva": (178.4, -18.2),
    "Apia": (-171.75, -13.8),
    "Maracaibo": (-71.6, 10.6),
    "Dakar": (-17.45, 14.65),
    "Las Palmas": (-15.4, 28.1),
}
KNOWN_NMI = [
    ("Santos", "Antwerp", 5_389),
    ("Guayaquil", "Manzanillo", 1_955),
    ("Rotterdam", "Singapore", 8_288),
    ("New York", "Los Angeles", 4_930),
    ("Dakar", "Las Palmas", 840),
]
WAYS = [
    ("La Guaira", "San Juan"),
    ("Cartagena", "Kingston"),
    ("Guayaquil", "Busan"),
    ("Rotterdam", "Singapore"),
    ("Odesa", "Hamburg"),
    ("New York", "Los Angeles"),
    ("Aden", "Port Sudan"),
    ("Tumaco", "Acajutla"),
    ("Piraeus", "Patras"),
    ("Sydney", "Valparaiso"),
    ("Suva", "Apia"),
    ("Maracaibo", "San Juan"),
    ("Santos", "Antwerp"),
]


@cache
def way(start: str, end: str) -> SeaRoute:
    return sea_route([PLACES[start], PLACES[end]])


def open_water(route: SeaRoute) -> shapely.Geometry:
    """The line without its stubs and waterways, the only parts that may cross land."""
    passed = {name for leg in route.legs for name in leg.waterways}
    lines = [shapely.LineString(waterway.points) for waterway in WATERWAYS if waterway.name in passed]
    lines += [stub for leg in route.legs for stub in leg.stubs]
    return route.line.difference(shapely.union_all(lines).buffer(1e-3)) if lines else route.line


@pytest.fixture(scope="module")
def land() -> shapely.STRtree:
    polygons = coast.land_polygons()
    shapely.prepare(polygons)
    return shapely.STRtree(polygons)


@pytest.mark.parametrize(("start", "end"), WAYS)
def test_a_way_crosses_no_land(start, end, land):
    for part in shapely.get_parts(open_water(way(start, end))):
        pieces = [shapely.LineString(pair) for pair in pairwise(part.coords)]
        assert land.query(pieces, predicate="intersects").size == 0


@pytest.mark.parametrize(("start", "end"), WAYS)
def test_a_way_joins_its_ends_and_measures_its_line(start, end):
    route = way(start, end)
    parts = shapely.get_parts(route.line)
    assert parts[0].coords[0] == pytest.approx(PLACES[start], abs=1e-6)
    assert parts[-1].coords[-1] == pytest.approx(PLACES[end], abs=1e-6)
    drawn = sum(GEOD.line_length(*np.array(part.coords).T) for part in parts) / M_PER_NMI
    assert route.distance_nmi == pytest.approx(drawn, rel=0.005)
    assert route.distance_nmi >= distance_m(*PLACES[start], *PLACES[end]) / M_PER_NMI * 0.999


@pytest.mark.parametrize(("start", "end", "nmi"), KNOWN_NMI)
def test_a_way_is_about_as_long_as_it_is_known_to_be(start, end, nmi):
    assert way(start, end).distance_nmi == pytest.approx(nmi, rel=0.02)


def test_a_way_there_is_as_long_as_the_way_back():
    there, back = way("Aden", "Port Sudan"), way("Port Sudan", "Aden")
    assert there.distance_nmi == pytest.approx(back.distance_nmi, rel=0.01)


@pytest.mark.parametrize(
    ("start", "end", "names"),
    [
        ("New York", "Los Angeles", ("Panama Canal",)),
        ("Rotterdam", "Singapore", ("Suez Canal",)),
        ("Piraeus", "Patras", ("Corinth Canal",)),
        ("Odesa", "Hamburg", ("Bosporus", "Dardanelles", "Elbe")),
        ("Santos", "Dakar", ()),
    ],
)
def test_waterways_are_named(start, end, names):
    (leg,) = way(start, end).legs
    assert leg.waterways == names


def test_a_way_over_the_antimeridian_is_cut_there():
    line = way("Guayaquil", "Busan").line
    assert line.geom_type == "MultiLineString"
    for part in line.geoms:
        assert np.abs(np.diff(np.array(part.coords)[:, 0])).max() < 10
    assert line.geoms[0].coords[-1][0] == pytest.approx(-180)
    assert line.geoms[1].coords[0][0] == pytest.approx(180)


def test_a_way_goes_through_its_points_in_order():
    route = sea_route([PLACES["Cartagena"], PLACES["Kingston"], PLACES["San Juan"]])
    assert len(route.legs) == 2
    assert route.distance_nmi == pytest.approx(sum(leg.distance_nmi for leg in route.legs))
    assert route.line.distance(shapely.Point(PLACES["Kingston"])) < 1e-6


def test_an_end_on_land_is_joined_by_a_short_stub():
    caracas = (-66.9, 10.48)
    (leg,) = sea_route([caracas, PLACES["Kingston"]]).legs
    (stub,) = leg.stubs
    assert stub.coords[0] == pytest.approx(caracas)
    assert 0.05 < stub.length < 0.5


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [
        ((-68.15, -16.5), (-66.1, 18.5), "more than 80 nmi from the sea"),
        ((50.0, 40.2), (30.75, 46.5), "not joined"),
    ],
)
def test_no_way_is_said_with_its_reason(start, end, says):
    with pytest.raises(NoRouteError, match=says) as raised:
        sea_route([start, end])
    assert raised.value.origin.endswith(("E", "W"))


@pytest.mark.parametrize("points", [[], [(0, 0)], [(0, 95), (1, 1)], [(float("nan"), 0), (1, 1)]])
def test_what_is_no_position_has_no_way(points):
    with pytest.raises(GeoError):
        sea_route(points)


def test_the_same_point_twice_is_no_way():
    assert sea_route([PLACES["Santos"], PLACES["Santos"]]).distance_nmi == 0


def test_lines_that_meet_a_coast_are_known_on_both_sides_of_the_antimeridian():
    starts = np.array([(-70.0, 15.0), (-70.0, 15.0), (179.0, -16.5), (-179.0, -14.0)])
    ends = np.array([(-71.0, 15.0), (-70.0, 5.0), (-179.5, -16.9), (179.0, -14.0)])
    assert crossings(starts, ends).tolist() == [False, True, True, False]


def test_every_waterway_is_joined_to_the_sea():
    for waterway in WATERWAYS:
        ends = waterway.points if not waterway.ends_inland else waterway.points[:1]
        assert all(abs(lon) <= 180 and abs(lat) <= 90 for lon, lat in ends)
        assert sea_route([waterway.points[0], (0.0, 0.0)]).distance_nmi > 0


@pytest.mark.parametrize("waterway", WATERWAYS, ids=lambda waterway: waterway.id)
def test_every_waterway_is_taken_where_it_lies_between(waterway):
    ends = [waterway.points[0], waterway.points[-1]]
    (leg,) = sea_route(ends).legs
    assert leg.waterways == (waterway.name,)
    line = shapely.LineString(waterway.points)
    assert line.hausdorff_distance(leg.line) < 0.35


@pytest.mark.parametrize("canal", ["panama", "suez"])
def test_a_canal_may_be_avoided(canal):
    ends = next([waterway.points[0], waterway.points[-1]] for waterway in WATERWAYS if waterway.id == canal)
    (leg,) = sea_route(ends, avoiding=(canal,)).legs
    assert leg.waterways == ()
    assert leg.distance_nmi > 5_000


def test_a_waterway_that_is_none_cannot_be_avoided():
    with pytest.raises(GeoError, match="no waterway has the id 'nicaragua'"):
        sea_route([PLACES["Santos"], PLACES["Dakar"]], avoiding=("nicaragua",))


def test_the_net_joins_no_cells_over_land_but_by_waterways():
    sea = net()
    starts, ends = sea.lengths.tocoo().coords
    some = np.flatnonzero((starts < ends) & (starts % 5 == 0))
    met = crossings(sea.points[starts[some]], sea.points[ends[some]])
    crossed = {(int(starts[at]), int(ends[at])) for at in some[met]}
    assert crossed <= set(sea.waterways)
