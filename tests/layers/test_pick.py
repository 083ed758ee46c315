"""One record where there are too many to be marks, and the way from one to the next."""

import pytest

from layers.pick import picked, walked
from layers.view import view
from records.filter import Filter


@pytest.fixture
def line(world):
    """Five records in order of date: three at stated positions, one without a place, one in a circle."""
    places = [world.stated(-61, 10), None, world.stated(-62, 11), world.circled(-63, 12, 30_000), world.stated(-64, 13)]
    return world.snapshot(*(world.record(n, day=f"2025-09-0{n}", place=place) for n, place in enumerate(places, 1)))


@pytest.mark.parametrize(
    ("selected", "by", "expected"),
    [
        ("", 1, "t:1"),
        ("", 2, "t:3"),
        ("", -1, "t:5"),
        ("t:1", 1, "t:3"),  # the second is not on the map
        ("t:5", -1, "t:4"),
        ("t:1", -1, "t:1"),
        ("t:4", 9, "t:5"),
        ("t:2", 1, "t:3"),  # from a record without a place it goes on from its date
        ("t:2", -1, "t:1"),
        ("t:9", 1, "t:1"),
    ],
)
def test_the_way_from_one_to_the_next(line, selected, by, expected):
    assert walked(line, Filter(), selected, by) == expected


def test_the_way_stays_in_the_window_and_the_filter(line):
    window = Filter(since="2025-09-03", until="2025-09-04")
    assert walked(line, window, "t:1", 1) == "t:3"
    assert walked(line, window, "t:4", 1) == "t:4"
    assert walked(line, Filter(type=("boarding",)), "t:1", 1) == ""


def test_a_picked_record_is_drawn_as_in_a_view_of_few(line):
    shown = view(line, Filter(), zoom=4)
    for mark in shown.marks:
        assert picked(line, Filter(until="2025-09-01"), mark.id).marks == (mark,)
    assert [feature["id"] for feature in picked(line, Filter(), "t:4").regions["features"]] == ["t:4"]


@pytest.mark.parametrize(("wanted", "id"), [(Filter(type=("boarding",)), "t:1"), (Filter(), "route:x"), (Filter(), "")])
def test_what_does_not_pass_is_not_drawn(line, wanted, id):
    one = picked(line, wanted, id)
    assert (one.marks, one.regions["features"]) == ((), [])
