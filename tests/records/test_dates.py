"""Dates keep their precision, count whole days, and are UTC."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.dates import (
    edtf,
    first_instant,
    format_moment,
    last_instant,
    month_span,
    overlaps,
    parse_moment,
    parse_span,
)
from records.errors import RecordsError

DAYS = st.dates(min_value=date(1700, 1, 2), max_value=date(2100, 1, 1))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-05-01", date(2024, 5, 1)),
        ("1912-04-15", date(1912, 4, 15)),
        ("2024-05-01T17:30:00Z", datetime(2024, 5, 1, 17, 30, tzinfo=UTC)),
        ("2024-05-01T17:30:00", datetime(2024, 5, 1, 17, 30, tzinfo=UTC)),
        ("2024-05-01T19:30:00+02:00", datetime(2024, 5, 1, 17, 30, tzinfo=UTC)),
        ("2024-05-01T24:00", datetime(2024, 5, 2, tzinfo=UTC)),
        ("20240501", date(2024, 5, 1)),
        ("2024-W18-3", date(2024, 5, 1)),
    ],
)
def test_a_day_stays_a_day_and_a_moment_is_utc(written, read):
    assert parse_moment(written) == read
    assert isinstance(parse_moment(written), datetime) is isinstance(read, datetime)


@pytest.mark.parametrize("written", ["2024-02-30", "31/12/2024", "soon", "", "2024-13-01", "2024-W18"])
def test_what_is_no_date_is_refused_with_advice(written):
    with pytest.raises(RecordsError, match="is no date – write 2024-05-01"):
        parse_moment(written)


@given(DAYS)
def test_days_come_back(day):
    assert parse_moment(format_moment(day)) == day


@given(st.datetimes(timezones=st.just(UTC)))
def test_moments_come_back(moment):
    assert parse_moment(format_moment(moment)) == moment


@pytest.mark.parametrize(
    ("start", "end", "precision", "kind", "written"),
    [
        (date(2024, 5, 1), date(2024, 5, 1), "day", "within", "2024-05-01"),
        (date(2024, 5, 1), date(2024, 5, 31), "month", "within", "2024-05"),
        (date(2024, 1, 1), date(2024, 12, 31), "year", "within", "2024"),
        (date(2024, 5, 1), date(2024, 5, 31), "day", "within", "[2024-05-01..2024-05-31]"),
        (date(2024, 5, 1), date(2024, 5, 3), "day", "throughout", "2024-05-01/2024-05-03"),
        (date(2024, 5, 1), None, "day", "within", "[2024-05-01..]"),
        (None, None, None, "within", ""),
    ],
)
def test_edtf_says_how_the_date_was_told(start, end, precision, kind, written):
    assert edtf(start, end, precision, kind) == written


@pytest.mark.parametrize(
    "written", ["2024-05-01", "2024-05", "2024", "[2024-05-01..2024-05-31]", "2024-05-01/2024-05-03"]
)
def test_edtf_comes_back(written):
    assert parse_span(written).edtf == written


def test_the_precision_never_overrides_the_two_ends():
    span = month_span(2024, 2)
    assert (span.start, span.end, span.precision) == (date(2024, 2, 1), date(2024, 2, 29), "month")


def test_an_end_before_its_start_is_refused():
    with pytest.raises(RecordsError, match="lies before"):
        parse_span("2024-05-03/2024-05-01")


@pytest.mark.parametrize(
    ("start", "end", "since", "until", "inside"),
    [
        (date(2024, 5, 1), date(2024, 5, 1), date(2024, 5, 1), date(2024, 5, 1), True),
        (
            datetime(2024, 5, 1, 23, 59, tzinfo=UTC),
            datetime(2024, 5, 1, 23, 59, tzinfo=UTC),
            None,
            date(2024, 5, 1),
            True,
        ),
        (date(2024, 4, 1), date(2024, 4, 30), date(2024, 4, 30), None, True),
        (date(2024, 4, 1), date(2024, 4, 29), date(2024, 4, 30), None, False),
        (None, None, date(2024, 4, 30), None, False),
        (None, None, None, None, True),
        (date(2024, 4, 1), None, date(2024, 4, 1), None, True),
    ],
)
def test_a_wide_date_passes_where_it_may_lie_inside(start, end, since, until, inside):
    assert overlaps(start, end, since, until) is inside


@given(DAYS, st.integers(0, 400), DAYS, st.integers(0, 400))
def test_overlap_is_the_overlap_of_instants(start, days, since, length):
    end, until = start + timedelta(days=days), since + timedelta(days=length)
    by_instants = first_instant(start) <= last_instant(until) and last_instant(end) >= first_instant(since)
    assert overlaps(start, end, since, until) is by_instants
