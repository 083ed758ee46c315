"""From the words of a route to its legs."""

import pytest
import shapely

from records.itinerary import itinerary_of
from records.joining import join, join_all
from records.route import Route


def route(start, end, via="", mode="container", **fields):
    return Route(
        **{
            "id": "r:1",
            "name": "R",
            "kind": "trafficking",
            "from_text": start,
            "via_text": via,
            "to_text": end,
            "mode": mode,
            **fields,
        }
    )


def told(points, role):
    return [point.text for point in points if point.role == role]


@pytest.mark.parametrize(
    ("start", "end", "origins", "destinations", "onward"),
    [
        ("Colombia;Venezuela", "Rotterdam", ["Colombia", "Venezuela"], ["Rotterdam"], []),
        ("Colombia and Ecuador", "Mexico", ["Colombia", "Ecuador"], ["Mexico"], []),
        ("Kenya", "Oman and then Europe", ["Kenya"], ["Oman"], ["Europe"]),
        ("Kenya", "Oman;then India", ["Kenya"], ["Oman"], ["India"]),
        ("South and Central America", "Haiti", ["South America", "Central America"], ["Haiti"], []),
        ("Cartagena, Colombia", "Trinidad and Tobago", ["Cartagena, Colombia"], ["Trinidad and Tobago"], []),
    ],
)
def test_the_words_of_ends_are_alternatives(start, end, origins, destinations, onward):
    points = itinerary_of(route(start, end)).waypoints
    assert told(points, "from") == origins
    assert told(points, "to") == destinations
    assert told(points, "onward") == onward


def test_an_origin_by_way_of_another_has_a_via():
    points = itinerary_of(route("Colombia via Venezuela", "Rotterdam", via="Atlantic Ocean")).waypoints
    assert told(points, "via") == ["Venezuela", "Atlantic Ocean"]


def test_guayaquil_to_busan_crosses_the_antimeridian():
    made = join(route("Guayaquil, Ecuador", "Busan, South Korea"))
    (leg,) = made.legs
    parts = shapely.get_parts(leg.line)
    assert leg.line.geom_type == "MultiLineString"
    seams = [(parts[at].coords[-1], parts[at + 1].coords[0]) for at in range(len(parts) - 1)]
    assert all(abs(end[0]) == abs(start[0]) == 180 and end[0] == -start[0] for end, start in seams)
    assert all(end[1] == pytest.approx(start[1]) for end, start in seams)
    assert leg.distance_nmi == pytest.approx(8_350, rel=0.03)
    assert leg.canals == ()


def test_a_route_without_a_placed_end_says_so():
    made = join(route("Xyzzyville", "Rotterdam"))
    assert made.legs == ()
    assert made.not_drawn_reason.code == "route_no_origin"
    assert join(route("Rotterdam", "not stated")).not_drawn_reason.code == "route_no_destination"


def test_the_last_via_stands_for_an_end_that_is_not_told():
    made = join(route("Rotterdam", "not stated", via="Dakar, Senegal"))
    assert [(leg.origin, leg.destination) for leg in made.legs] == [("Rotterdam", "Dakar, Senegal")]


def test_one_place_is_no_way():
    assert join(route("Rotterdam", "Rotterdam")).not_drawn_reason.code == "route_same_place"


def test_seas_that_are_not_joined_have_no_way():
    made = join(route("Baku, Azerbaijan", "Rotterdam"))
    assert made.legs == ()
    assert made.not_drawn_reason.code == "route_no_way"


def test_an_end_far_inland_is_reached_by_land():
    made = join(route("Ulaanbaatar, Mongolia", "Busan, South Korea", via="Tianjin, China"))
    assert [leg.medium for leg in made.legs] == ["land", "sea"]


def test_small_craft_pass_no_ocean_canal_and_what_would_go_round_is_told():
    made = join(route("Venezuela;Ecuador", "Rotterdam", mode="sailing_yacht"))
    assert {leg.origin for leg in made.legs} == {"Venezuela"}
    assert all(leg.canals == () for leg in made.legs)
    (reason,) = [point.not_joined_reason for point in made.waypoints if point.not_joined_reason]
    assert reason.code == "route_round_the_capes"
    by_ship = join(route("Venezuela;Ecuador", "Rotterdam"))
    assert {leg.origin for leg in by_ship.legs} == {"Venezuela", "Ecuador"}


@pytest.mark.parametrize(("mode", "medium"), [("air", "air"), ("land_leg", "land"), ("go_fast", "sea")])
def test_the_mode_says_what_it_goes_by(mode, medium):
    made = join(route("Honduras", "Guatemala", mode=mode))
    assert {leg.medium for leg in made.legs} == {medium}


def test_a_wide_via_is_passed_and_a_missed_one_steered_for():
    through = join(route("Mombasa, Kenya", "Karachi, Pakistan", via="Arabian Sea"))
    assert len(through.legs) == 1
    aside = join(route("Mombasa, Kenya", "Karachi, Pakistan", via="Red Sea"))
    assert [leg.destination for leg in aside.legs] == ["Red Sea", "Karachi, Pakistan"]


def test_over_the_pole_no_route_leads():
    (leg,) = join(route("Murmansk, Russia", "Anchorage, Alaska")).legs
    assert leg.line.bounds[3] < 76


def test_routes_that_lead_the_same_way_share_it():
    one, other = join_all(
        [route("Guayaquil, Ecuador", "Rotterdam"), route("Guayaquil, Ecuador", "Hamburg, Germany", id="r:2")]
    )
    near = shapely.buffer(one.legs[0].line, 0.05)
    assert other.legs[0].line.intersection(near).length > 0.85 * one.legs[0].line.length


def test_no_routes_are_none():
    assert join_all([]) == []
