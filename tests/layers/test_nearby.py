"""What lies about a place: distances between regions, not between their points."""

from types import SimpleNamespace

import numpy as np
import pytest
from shapely.geometry import LineString

from geo.geodesy import M_PER_NMI, distance_m
from geo.ports import nearest_ports, port
from layers.nearby import Asked, coast_about, nearby, point_place, port_about, seas_about
from records.route import Leg, Route


class Store:
    """A store of routes alone: the records come with the snapshot."""

    def __init__(self, *routes):
        self._routes = routes

    def routes(self):
        return self._routes

    def incidents(self):
        return iter(())


def asked(place, **fields):
    return Asked(place, **fields)


def ids(found):
    return [one.id for one in found.incidents]


def test_a_point_at_sea_lies_in_its_seas_off_its_coast_and_port():
    lon, lat = np.array([-71.9]), np.array([12.6])
    assert seas_about(lon, lat)[-1] == "Atlantic Ocean"
    assert "Caribbean Sea" in seas_about(lon, lat)
    coast = coast_about(lon, lat)
    assert (coast.name, coast.country, coast.probability) == ("Colombia", "COL", 1.0)
    assert coast.low_m == coast.high_m
    assert port_about(lon, lat).name == "Puerto Bolivar"


def test_a_coast_of_no_country_is_named_contested():
    coast = coast_about(np.array([114.0]), np.array([10.0]))
    assert (coast.name, coast.country) == ("contested islets", "")


def test_the_nearest_port_is_the_nearest_of_all():
    (number,), (metres,) = nearest_ports([179.9], [-17.0])
    found = port(int(number))
    assert distance_m(179.9, -17.0, found.lon, found.lat) == pytest.approx(metres, rel=1e-4)
    assert found.country == "FJ"


def test_two_stated_points_are_as_far_as_they_are(world):
    kept = world.snapshot(world.record(1, place=world.stated(0, 0)), world.record(2, place=world.stated(0, 0.5)))
    found = nearby(asked(kept.places[0], itself="t:1"), Store(), kept)
    (one,) = found.incidents
    apart = distance_m(0, 0, 0, 0.5) / M_PER_NMI
    assert one.nearest_nmi == pytest.approx(apart, abs=0.35)
    assert one.farthest_nmi == pytest.approx(apart, abs=0.35)
    assert one.probability == 1.0


def test_regions_have_a_nearest_and_a_farthest_distance(world):
    kept = world.snapshot(world.record(1, place=world.circled(0, 0, 50_000)))
    (one,) = nearby(asked(point_place(0, 0.9)), Store(), kept).incidents
    between = distance_m(0, 0, 0, 0.9)
    assert one.nearest_nmi * M_PER_NMI == pytest.approx(between - 50_000, rel=0.02)
    assert one.farthest_nmi * M_PER_NMI == pytest.approx(between + 50_000, rel=0.02)
    assert 0.2 < one.probability < 0.6


def test_what_cannot_lie_so_near_is_left_out_and_what_hardly_may_is_counted(world):
    kept = world.snapshot(
        world.record(1, place=world.stated(0, 3)),
        world.record(2, place=world.in_sea("wide_sea")),
        world.record(3, place=None),
    )
    found = nearby(asked(point_place(-100, 0)), Store(), kept)
    assert (ids(found), found.less_probable) == ([], 1)
    assert ids(nearby(asked(point_place(0, 0), within_nmi=200), Store(), kept)) == ["t:1"]


def test_records_of_one_named_place_are_listed_however_large_it_is(world):
    kept = world.snapshot(*(world.record(number, place=world.in_sea("wide_sea")) for number in (1, 2)))
    (one,) = nearby(asked(kept.places[0], itself="t:1"), Store(), kept).incidents
    assert one.id == "t:2"
    assert one.same_place
    assert one.nearest_nmi == 0
    assert one.probability < 0.05


def test_time_counts_where_there_is_a_date(world):
    place = world.stated(0, 0)
    kept = world.snapshot(
        world.record(1, place=place, day="2025-08-01"),
        world.record(2, place=place, day="2025-08-20"),
        world.record(3, place=place, day="2025-12-01"),
        world.record(4, place=place, day=None),
    )
    day = kept.starts[0]
    assert day == "2025-08-01"
    from records.dates import parse_moment

    moment = parse_moment("2025-08-01")
    found = nearby(asked(place, start=moment, end=moment, itself="t:1"), Store(), kept)
    assert ids(found) == ["t:2"]
    assert found.incidents[0].days_apart == pytest.approx(18, abs=1)
    assert found.undated == 1
    assert len(nearby(asked(place), Store(), kept).incidents) == 4


def test_what_is_not_at_sea_did_not_happen_here(world):
    kept = world.snapshot(world.record(1, place=world.stated(0, 0), event_type="statement", sub_event_type=""))
    assert ids(nearby(asked(point_place(0, 0)), Store(), kept)) == []


def test_the_antimeridian_parts_nothing(world):
    kept = world.snapshot(world.record(1, place=world.stated(-179.9, 5)))
    (one,) = nearby(asked(point_place(179.9, 5)), Store(), kept).incidents
    assert one.farthest_nmi == pytest.approx(12, abs=0.3)


def test_a_pole_has_everything_about_it(world):
    kept = world.snapshot(*(world.record(n, place=world.stated(lon, 89.5)) for n, lon in enumerate((0, 120, -120))))
    assert len(nearby(asked(point_place(45, 90)), Store(), kept).incidents) == 3


def test_routes_whose_corridor_holds_it_are_told(world):
    leg = Leg(
        origin="A", destination="B", medium="air", line=LineString([(-1, 0), (1, 0)]), distance_nmi=120,
        radius_start_m=40_000, radius_end_m=40_000,
    )  # fmt: skip
    route = Route(id="r:1", name="R", kind="trafficking", legs=(leg,))
    kept = world.snapshot()
    found = nearby(asked(point_place(0, 0.1)), Store(route), kept)
    assert [(one.id, share) for one, share in found.routes] == [("r:1", 1.0)]
    assert nearby(asked(point_place(0, 1)), Store(route), kept).routes == ()


def test_the_answer_is_json_with_counts(world):
    kept = world.snapshot(world.record(1, place=world.stated(-20, -20.1)))
    value = nearby(asked(point_place(-20, -20)), Store(), kept).to_json()
    assert value["incidents"]["count"] == len(value["incidents"]["items"]) == 1
    assert value["routes"] == {"count": 0, "items": []}
    assert value["days"] is None
    assert SimpleNamespace(**value["coast"]).distance_nmi[0] > 100
