"""Incidents along routes: the share of a place's positions that a corridor holds, the same from both sides."""

import pytest
from shapely.geometry import LineString

from geo.place import Place
from layers.along import incidents_along, routes_along
from records.route import Leg, Route


class Store:
    """Just what the layer asks of a store."""

    def __init__(self, incidents, routes):
        self._incidents, self._routes = incidents, routes

    def incidents(self):
        return iter(self._incidents)

    def routes(self):
        return iter(self._routes)


def route(id, *points, radius_m=100_000):
    leg = Leg(
        origin="A",
        destination="B",
        line=LineString(points),
        distance_nmi=600,
        radius_start_m=radius_m,
        radius_end_m=radius_m,
    )
    return Route(id=id, name=id, kind="trafficking", legs=(leg,))


@pytest.fixture
def store(world):
    records = [
        world.record(1, place=world.stated(-120, 0)),
        world.record(2, place=world.circled(-120, 0.9, 50_000)),
        world.record(3, place=world.in_sea("inner_sea")),
        world.record(4, place=world.stated(-120, 20)),
        world.record(5),
        world.record(6, event_type="statement", sub_event_type="", place=world.stated(-120, 0)),
    ]
    return Store(records, [route("near", (-125, 0), (-100, 0)), route("far", (-30, 0), (-20, 0)), undrawn()])


def undrawn():
    return Route(id="none", name="none", kind="trafficking")


def test_the_most_probable_come_first(store, world):
    (near, _, _) = store.routes()
    found = incidents_along(near, store, world.outlines)
    assert [along.incident.id for along in found] == ["t:1", "t:2", "t:3"]
    assert found[0].probability == pytest.approx(1.0)
    assert 0.4 < found[1].probability < 0.75
    assert 0.05 < found[2].probability < 0.3


def test_both_sides_say_the_same(store, world):
    for record in store.incidents():
        for along in routes_along(record, store, world.outlines):
            back = {other.incident.id: other for other in incidents_along(along.route, store, world.outlines)}
            assert back[record.id].probability == along.probability


def test_what_has_no_place_or_is_not_at_sea_lies_along_nothing(store, world):
    *_, placeless, statement = store.incidents()
    assert routes_along(placeless, store, world.outlines) == []
    assert routes_along(statement, store, world.outlines) == []
    assert incidents_along(undrawn(), store, world.outlines) == []


def test_an_outline_that_is_not_known_falls_back_to_the_circle(store, world):
    lost = world.record(9, place=Place(-120, 0, 10_000, "region", "sea", region_id="no_such_sea"))
    (along,) = routes_along(lost, store, world.outlines)
    assert along.probability == pytest.approx(1.0)
