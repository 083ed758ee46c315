"""Sums are ranges that hold whatever uncertain dates and counts allow."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic import ValidationError

from records.gap import Gap
from records.incident import Incident
from records.totals import PublishedTotal, compared, running, sum_of, sum_up_to

DAY = date(2024, 3, 1)


def strike(number=1, start=DAY, end=None, **fields):
    given_ = {"sub_event_type": "boat_strike", "event_type": "strike", "date_start": start, "date_end": end or start}
    return Incident(id=f"s{number}", **(given_ | fields))


def total(**fields):
    given_ = {"stated_on": DAY, "strikes": None, "vessels": None, "killed": None}
    return PublishedTotal(**(given_ | fields), scope="", publisher="Desk", url="", link=False)


def test_only_strikes_on_boats_count():
    records = [
        strike(1, killed_min=2, killed_max=2),
        strike(2, sub_event_type="offload", killed_min=9, killed_max=9),
        strike(3, sub_event_type="campaign_total", event_type="other", killed_min=80, killed_max=80),
        strike(4, sub_event_type="sar_suspended", event_type="missing", missing_min=1, missing_max=1),
    ]
    whole = sum_of(records)
    assert (whole.records, whole.killed) == (1, (2, 2))


def test_what_is_not_stated_adds_no_dead_but_a_strike():
    whole = sum_of([strike()])
    assert (whole.strikes, whole.vessels, whole.killed, whole.no_toll) == ((1, 1), (1, 1), (0, 0), 1)


def test_a_wide_date_counts_early_for_the_upper_end_and_late_for_the_lower():
    steps = running([strike(1, DAY, DAY + timedelta(6), killed_min=2, killed_max=3)]).steps
    assert [(step.day, step.killed) for step in steps] == [(DAY, (0, 3)), (DAY + timedelta(6), (2, 3))]


def test_what_has_no_date_is_counted_apart():
    sums = running([strike(1, None, killed_min=1, killed_max=1)])
    assert (sums.steps, sums.undated, sums.whole.killed) == ((), 1, (1, 1))


def test_a_moment_counts_on_its_day_in_utc():
    (step,) = running([strike(1, "2024-03-01T23:59:59Z")]).steps
    assert step.day == DAY


@pytest.mark.parametrize(
    ("figures", "outside"),
    [
        ({"killed": 2}, ()),
        ({"killed": 4}, ("killed",)),
        ({"strikes": 1, "vessels": 2, "killed": 3}, ("vessels",)),
        ({}, ()),
    ],
)
def test_a_published_figure_lies_inside_or_outside_our_range(figures, outside):
    (found,) = compared([strike(1, killed_min=2, killed_max=3)], [total(**figures)])
    assert found.outside == outside


def test_what_fits_the_day_of_a_total_was_known_to_it():
    records = [strike(1, DAY, DAY + timedelta(1), killed_min=2, killed_max=2), strike(2, DAY + timedelta(1))]
    assert sum_up_to(records, DAY).records == 1


@some.composite
def strikes(draw):
    start = DAY + timedelta(draw(some.integers(0, 30)))
    low = draw(some.none() | some.integers(0, 9))
    high = None if low is None else low + draw(some.integers(0, 3))
    width = timedelta(draw(some.integers(0, 9)))
    return strike(draw(some.integers()), start, start + width, killed_min=low, killed_max=high)


@given(some.lists(strikes(), max_size=12))
def test_sums_never_fall_and_end_with_the_whole(records):
    sums = running(records)
    ends = [step.killed for step in sums.steps]
    assert all(one[0] <= two[0] and one[1] <= two[1] for one, two in pairwise(ends))
    assert all(low <= high for low, high in ends)
    assert (ends[-1] if ends else (0, 0)) == sums.whole.killed == sum_of(records).killed


def test_a_gap_does_not_end_before_it_begins():
    with pytest.raises(ValidationError, match="ends before it begins"):
        Gap(date_start=DAY, date_end=DAY - timedelta(1), what="x", why="y")
