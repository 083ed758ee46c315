"""A drawn area as an address and a command write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.errors import RecordsError
from records.filter import Filter
from records.ring import MAX_POINTS, parse_ring, polygon_of, ring_text

TRIANGLE = ((-70.0, 5.0), (-58.0, 5.0), (-60.0, 12.5))


@pytest.mark.parametrize(
    "text",
    [
        "-70,5,-58,5,-60,12.5",
        "-70 5,-58 5,-60 12.5",
        "-70,5; -58,5; -60,12.5;",
        "-70,5,-58,5,-60,12.5,-70,5",
        "-70,5,-70,5,-58,5,-60,12.5",
    ],
)
def test_ways_to_write_the_same_area(text):
    assert parse_ring(text) == TRIANGLE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("-70,5,-58", "missing or too many"),
        ("-70,5,-58,5", "three different points"),
        ("-70,5,-58,5,-70,5", "three different points"),
        ("here,5,-58,5,1,1", "LON,LAT"),
        ("nan,5,-58,5,1,1", "no position"),
        ("-70,95,-58,5,1,1", "no position"),
        ("0,0,10,10,10,0,0,10", "crosses itself"),
        ("0,0,5,5,10,10", "encloses nothing|crosses itself"),
        ("0,80,90,80,180,80,-90,80", "goes around a pole"),
        (",".join(f"{n / 10},{(n * n) / 10_000}" for n in range(MAX_POINTS + 1)), "at most 200"),
    ],
)
def test_an_area_that_is_none_is_refused_with_the_reason(text, said):
    with pytest.raises(RecordsError, match=f"within: .*({said})"):
        Filter.from_query({"within": text})


def test_an_area_across_the_antimeridian_runs_on():
    ring = parse_ring("170,-20,-170,-20,-170,-10,170,-10")
    assert ring is not None
    assert polygon_of(ring).bounds == (170, -20, 190, -10)


corners = st.lists(
    st.tuples(st.integers(-1790, 1790).map(lambda n: n / 10), st.integers(-890, 890).map(lambda n: n / 10)),
    min_size=3,
    max_size=3,
    unique=True,
)


@given(corners)
def test_what_is_read_is_written_back(points):
    text = ",".join(f"{lon},{lat}" for lon, lat in points)
    try:
        ring = parse_ring(text)
    except ValueError:
        return
    assert ring is not None
    assert parse_ring(ring_text(ring)) == ring
    wanted = Filter(within=ring)
    assert Filter.from_query(wanted.to_query()) == wanted
