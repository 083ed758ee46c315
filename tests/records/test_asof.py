"""As of a day: what had been said by then, what came later, and what carries no date."""

from datetime import date

import pytest

from records.asof import as_of, published, record_as_of, toll_known
from records.case import facts
from records.incident import Claim, Incident, Source

DAY = date(2024, 3, 10)


def record(*claims, sources=(), id="a"):
    return Incident(id=id, event_type="strike", claims=claims, sources=sources)


def killed(number, **fields):
    return Claim(claimant="Navy", field="killed", value_min=number, value_max=number, **fields)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-03-10", date(2024, 3, 10)),
        ("2024-03", date(2024, 3, 31)),
        ("2024", date(2024, 12, 31)),
        ("2024-03-10T23:00:00Z", date(2024, 3, 10)),
        ("", None),
        ("spring", None),
    ],
)
def test_a_source_was_there_by_the_last_day_that_its_date_allows(written, day):
    assert published(Source(publisher="Desk", published=written)) == day


def test_claims_part_into_known_later_and_undated():
    first, later, undated = killed(3, stated_on="2024-03-09"), killed(11, stated_on="2024-03-11"), killed(5)
    found = record_as_of(record(first, later, undated), DAY)
    assert (found.claims, found.later_claims, found.undated_claims) == ((first,), (later,), (undated,))
    assert found.changed
    assert found.known_since == date(2024, 3, 9)


def test_a_claim_without_a_day_takes_that_of_its_source():
    carried = killed(3, source=0)
    found = record_as_of(record(carried, sources=(Source(publisher="Desk", published="2024-03"),)), DAY)
    assert found.later_claims == (carried,)


def test_the_toll_known_is_the_range_of_the_claims_known():
    first, second, later = (killed(number, stated_on=f"2024-03-0{day}") for number, day in ((3, 1), (5, 2), (11, 9)))
    assert toll_known(record_as_of(record(first, second, later), date(2024, 3, 3))) == (3, 5)
    assert toll_known(record_as_of(record(later), date(2024, 3, 3))) is None


def test_the_day_itself_belongs_to_what_was_known():
    assert as_of([record(killed(3, stated_on="2024-03-10"))], DAY).known


def test_records_part_by_when_anything_was_said():
    known = record(killed(3, stated_on="2024-03-01"), id="known")
    later = record(sources=(Source(publisher="Desk", published="2024-03-12"),), id="later")
    undated = record(killed(3), id="undated")
    found = as_of([known, later, undated], DAY)
    parts = [[one.record.id for one in part] for part in (found.known, found.later, found.undated, found.changed)]
    assert parts == [["known"], ["later"], ["undated"], []]


def test_every_record_of_the_case_is_in_one_part_and_all_dated_ones_are_known_at_the_end():
    records = list(facts.incidents())
    early, late = as_of(records, date(2025, 12, 31)), as_of(records, date(2026, 12, 31))
    for found in (early, late):
        assert len(found.known) + len(found.later) + len(found.undated) == len(records)
    assert len(early.known) < len(late.known)
    assert not late.later
    assert len(early.undated) == len(late.undated)
