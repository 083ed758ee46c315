"""Dates in words, counted from a Friday: 5 September 2025."""

from datetime import date

import pytest

from records.dates import format_moment
from records.errors import RecordsError
from records.reading.when import Clock, DateFinder
from records.reading.words.en import ENGLISH
from records.reading.words.es import SPANISH
from records.report import Report

FRIDAY = "2025-09-05"


def found(words, published=FRIDAY, language=ENGLISH, timezone="UTC"):
    report = Report(text="", published=published, timezone=timezone)
    return DateFinder(Clock.of(report, language.numbers, language.calendar)).find(words)


def span(words, **context):
    (item,) = found(words, **context)
    return None if item.span is None else (format_moment(item.span.start), format_moment(item.span.end))


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("on 2 September 2025", "2025-09-02", "2025-09-02"),
        ("on September 2, 2025,", "2025-09-02", "2025-09-02"),
        ("on Sept. 2nd", "2025-09-02", "2025-09-02"),
        ("on 29 Mar 09 at", "2009-03-29", "2009-03-29"),
        ("on 14-Nov-2006", "2006-11-14", "2006-11-14"),
        ("on 12 October", "2024-10-12", "2024-10-12"),
        ("on May 3", "2025-05-03", "2025-05-03"),
        ("between 3 and 5 May 2024", "2024-05-03", "2024-05-05"),
        ("2024-05-01", "2024-05-01", "2024-05-01"),
        ("on 24/12/2024", "2024-12-24", "2024-12-24"),
        ("late on Thursday", "2025-09-04", "2025-09-04"),
        ("on Friday", "2025-09-05", "2025-09-05"),
        ("Saturday night", "2025-08-30", "2025-08-30"),
        ("Monday, September 1,", "2025-09-01", "2025-09-01"),
        ("yesterday", "2025-09-04", "2025-09-04"),
        ("overnight", "2025-09-04", "2025-09-05"),
        ("two days ago", "2025-09-03", "2025-09-03"),
        ("days ago", "2025-08-29", "2025-09-03"),
        ("last week", "2025-08-25", "2025-08-31"),
        ("earlier this week", "2025-09-01", "2025-09-05"),
        ("over the weekend", "2025-08-30", "2025-08-31"),
        ("last month", "2025-08-01", "2025-08-31"),
        ("in early August", "2025-08-01", "2025-08-10"),
        ("in August 2023", "2023-08-01", "2023-08-31"),
        ("in 2019", "2019-01-01", "2019-12-31"),
        ("on 1 September at 0330 UTC", "2025-09-01T03:30:00Z", "2025-09-01T03:30:00Z"),
    ],
)
def test_english_words_are_counted(words, start, end):
    assert span(words) == (start, end)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("el 2 de septiembre de 2025", "2025-09-02", "2025-09-02"),
        ("el lunes", "2025-09-01", "2025-09-01"),
        ("ayer", "2025-09-04", "2025-09-04"),
        ("hace tres días", "2025-09-02", "2025-09-02"),
        ("hace varios días", "2025-08-29", "2025-09-03"),
        ("la semana pasada", "2025-08-25", "2025-08-31"),
        ("a mediados de agosto de 2024", "2024-08-11", "2024-08-20"),
        ("el pasado viernes", "2025-08-29", "2025-08-29"),
    ],
)
def test_spanish_words_are_counted(words, start, end):
    assert span(words, language=SPANISH) == (start, end)


def test_last_friday_said_on_a_friday_is_flagged():
    (item,) = found("last Friday")
    assert item.flags == ("date_weekday_ambiguous",)
    assert item.span.start == date(2025, 8, 29)
    (item,) = found("last Friday", published="2025-09-06")
    assert not item.flags
    assert item.span.start == date(2025, 9, 5)


@pytest.mark.parametrize("words", ["late on Thursday", "days ago", "last week", "on September 2", "yesterday"])
def test_without_publication_relative_words_stay_open_and_say_why(words):
    (item,) = found(words, published=None)
    assert item.span is None
    assert item.note.code == "date_needs_published"


def test_a_full_date_needs_no_publication():
    assert span("on 2 September 2025", published=None) == ("2025-09-02", "2025-09-02")


def test_the_time_zone_decides_the_day_of_publication():
    assert span("yesterday", published="2025-09-05T02:00:00Z", timezone="America/Caracas") == (
        "2025-09-03",
        "2025-09-03",
    )
    with pytest.raises(RecordsError, match="no time zone"):
        found("yesterday", published="2025-09-05T02:00:00Z", timezone="Mars/Base")


def test_impossible_and_ambiguous_days_are_flagged():
    (item,) = found("on 31 February 2024")
    assert (item.span, item.flags) == (None, ("date_unreadable",))
    (item,) = found("on 03/04/2024")
    assert (item.span, item.flags) == (None, ("date_ambiguous",))


def test_words_without_a_day_say_so():
    (item,) = found("recently")
    assert item.note.code == "date_vague"


def test_modal_may_is_no_month():
    assert not found("it may sink and march on")
