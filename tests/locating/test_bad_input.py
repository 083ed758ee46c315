"""Whatever is given as text: bounded time, no error, and a reason."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geo
from geo.locating import LONGEST_TEXT

ODD = [
    "",
    "\n\t ",
    "\x00\x07\x1b[31m",
    "‮‭ right to left",
    "Одесса и Стамбул",
    "في خليج عدن",
    "南シナ海で船が襲われた",
    "O'Higgins \"quoted\" 'names' `tick`",
    "<script>alert(1)</script>",
    "'; DROP TABLE places; --",
    "../../etc/passwd",
    '=HYPERLINK("x")',
    "a" * 1000,
    "\ud800",
    "e\u0301" * 500,
    "🙂" * 100,
]


@pytest.mark.parametrize("text", ODD)
def test_an_odd_text_is_answered(text):
    assert isinstance(geo.locate(text), geo.Place | geo.NotLocated)


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_is_answered(text):
    found = geo.locate(text)
    if isinstance(found, geo.Place):
        assert -180 <= found.lon <= 180
        assert -90 <= found.lat <= 90
        assert 0 < found.radius_m <= 20_100_000
        assert all(0 <= other.probability <= 1 for other in found.alternatives)
        assert geo.Place.from_json(found.to_json()) == found


PIECES = [
    "Lagos ",
    "off ",
    "12 nm SW of ",
    "north ",
    "San Juan, ",
    "a.",
    "((((",
    "1-2-3 ",
    "Tg ",
    "between Aden and ",
    "İ",
    "-",
    "'\"",
    "🙂 ",
    "Одесса Lagos 南 ",
    "12°",
    "00-00N ",
    "\x00\x1b",
    "N 1 ",
    "Newport, ",
    "la isla ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_megabyte_of_repeats_takes_bounded_time(piece):
    text = piece * (1_000_000 // len(piece))
    started = time.perf_counter()
    geo.locate(text)
    assert time.perf_counter() - started < 5


def test_time_grows_with_the_length_and_not_faster():
    words = "the ship was boarded off Lagos and 12 nm south of Tema near Cotonou, "
    short, long = words * 20, words * 200

    def seconds(text):
        started = time.perf_counter()
        geo.locate(text)
        return time.perf_counter() - started

    seconds(short)
    assert seconds(long) < 60 * max(0.002, min(seconds(short) for _ in range(3)))


def test_what_stands_far_down_is_not_looked_at():
    assert isinstance(geo.locate("x " * LONGEST_TEXT + " Lagos"), geo.NotLocated)


def test_one_odd_place_does_not_empty_the_others():
    found = geo.locate("boarded off Xyzzyville and then off Lagos, Nigeria")
    assert isinstance(found, geo.Place)
