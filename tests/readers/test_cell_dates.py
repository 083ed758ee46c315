"""Dates in cells, and which figure of a column is the day."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.readers.cell_dates import (
    AmbiguousDateError,
    DayOrder,
    UnreadableDateError,
    at_time,
    read_date,
    whole_month,
)
from records.readers.row import RowError


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024-05-01", "2024-05-01"),
        ("2024-5-1", "2024-05-01"),
        ("2024/05/01", "2024-05-01"),
        ("20240501", "2024-05-01"),
        ("2024-05-01T17:30:00Z", "2024-05-01T17:30:00Z"),
        ("2024-05-01 17:30", "2024-05-01T17:30:00Z"),
        ("2024-05-01T17:30:00+02:00", "2024-05-01T15:30:00Z"),
        ("2024-05-01 17:30:05.250000 UTC", "2024-05-01T17:30:05.250000Z"),
        ("2024-05-01T24:00", "2024-05-02T00:00:00Z"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("2025-09-02/2025-09-05", "2025-09-02/2025-09-05"),
        ("[2025-09-01..2025-09-03]", "[2025-09-01..2025-09-03]"),
        ("13/5/2024", "2024-05-13"),
        ("5/13/2024 3:04 PM", "2024-05-13T15:04:00Z"),
        ("05/05/2024", "2024-05-05"),
        ("1 January 2020", "2020-01-01"),
        ("August 31, 2021", "2021-08-31"),
        ("Tue, 5 March 2024", "2024-03-05"),
        ("31 de agosto de 2021", "2021-08-31"),
        ("1er janvier 2020", "2020-01-01"),
        ("3 février 2019", "2019-02-03"),
        ("15 Setiembre 2019", "2019-09-15"),
        ("16-May-2025", "2025-05-16"),
        ("May 2024", "2024-05"),
        ("2024-W18", "[2024-04-29..2024-05-05]"),
        ("150429Z APR 2023", "2023-04-15T04:29:00Z"),
        ("45413", "2024-05-01"),
        ("45413.5", "2024-05-01T12:00:00Z"),
        ("1715598131", "2024-05-13T11:02:11Z"),
        ("1715598131198", "2024-05-13T11:02:11.198000Z"),
        ("1968-07-01", "1968-07-01"),
    ],
)
def test_dates_are_read(text, edtf):
    assert read_date(text).edtf == edtf


@pytest.mark.parametrize("text", ["", "NA", "n/a", "unknown", "NaT", " - "])
def test_nothing_stated_is_no_date(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    "text", ["2024-02-30", "2024-13-01", "31/31/2024", "20241301", "30 February 2024", "2024-05-01 25:00"]
)
def test_impossible_dates_are_refused(text):
    with pytest.raises(RowError, match="cannot be"):
        read_date(text)


@pytest.mark.parametrize("text", ["tomorrow", "12", "spring 2020", "2024-05-01 noonish", "99999999999999999999"])
def test_other_words_are_no_dates(text):
    with pytest.raises(UnreadableDateError):
        read_date(text)


def test_figures_that_may_be_either_need_a_decision():
    with pytest.raises(AmbiguousDateError):
        read_date("3/4/2024")
    assert read_date("3/4/2024", day_first=True).start == date(2024, 4, 3)
    assert read_date("3/4/2024", day_first=False).start == date(2024, 3, 4)


@pytest.mark.parametrize(
    ("cells", "decided"),
    [
        (["3/4/2024", "13/4/2024"], True),
        (["3/4/2024", "4/13/2024"], False),
        (["3/4/2024", "4/5/2024"], None),
        (["13/4/2024", "4/13/2024"], None),
        (["2024-04-13"], None),
        (["01.02.99", "31.12.98"], True),
    ],
)
def test_a_column_decides_from_all_its_rows(cells, decided):
    assert DayOrder.of(cells).decided is decided


def test_two_figures_of_a_year_lie_in_the_past():
    year = datetime.now(UTC).year
    assert read_date(f"13/5/{year % 100:02d}").start.year == year
    assert read_date(f"13/5/{(year + 1) % 100:02d}").start.year == year + 1 - 100


@pytest.mark.parametrize(
    ("clock", "moment"),
    [
        ("20:05", "2024-05-01T20:05:00Z"),
        ("2005", "2024-05-01T20:05:00Z"),
        ("21:45 UTC", "2024-05-01T21:45:00Z"),
        ("21:45+03:00", "2024-05-01T18:45:00Z"),
        ("24:00", "2024-05-02T00:00:00Z"),
        ("0845 LT", "2024-05-01"),
    ],
)
def test_a_time_of_day_joins_its_day(clock, moment):
    assert at_time(read_date("2024-05-01"), clock).edtf == moment


def test_a_time_that_is_none_changes_nothing():
    assert at_time(read_date("2024-05-01"), "morning") is None


@pytest.mark.parametrize(
    ("year", "month", "edtf"),
    [("2021", "Aug", "2021-08"), ("2021", "8", "2021-08"), ("2021.0", "", "2021"), ("21", "8", None)],
)
def test_year_and_month_make_a_month(year, month, edtf):
    span = whole_month(year, month)
    assert (span.edtf if span else None) == edtf


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_every_day_comes_back_in_every_form(day):
    for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%d-%b-%Y"):
        assert read_date(day.strftime(form)).start == day
    assert read_date(day.strftime("%d/%m/%Y"), day_first=True).start == day
    assert read_date(day.strftime("%m.%d.%Y"), day_first=False).start == day
