"""The built-in case: its facts hold together, and its derived parts are what the code derives."""

from collections import Counter
from datetime import date

import pytest

from records.case import facts
from records.errors import RecordsError
from records.store import open_store


@pytest.fixture(scope="module")
def store():
    return open_store("case")


@pytest.fixture(scope="module")
def records(store):
    return list(store.incidents())


def test_it_holds_every_row_once(records):
    assert len(records) == 167
    assert len({record.id for record in records}) == 167
    assert Counter(record.event_type for record in records)["strike"] == 56


def test_it_cannot_be_written(store, records):
    with pytest.raises(RecordsError, match="cannot be changed"):
        store.put(records[:1])


def test_every_record_names_a_source(records):
    assert all(record.sources and all(source.publisher for source in record.sources) for record in records)


def test_addresses_that_may_not_be_links_are_not_links(records):
    sources = [source for record in records for source in record.sources]
    assert all(source.url for source in sources if source.link)
    assert sum(not source.link for source in sources) > 0


def test_without_a_linkable_source_nothing_is_more_than_claimed(records):
    unlinked = [record for record in records if not any(source.link for source in record.sources)]
    assert len(unlinked) == 13
    assert {record.claim_status for record in unlinked} == {"claimed"}


def test_the_campaign_adds_up_as_its_tables_say(records):
    strikes = [record for record in records if record.sub_event_type == "boat_strike"]
    assert sum(record.killed_min or 0 for record in strikes) == 195
    assert sum(record.killed_max or 0 for record in strikes) == 209


def test_published_totals_are_in_order_and_whole():
    totals = facts.published_totals()
    assert [total.stated_on for total in totals] == sorted(total.stated_on for total in totals)
    assert totals[-1].killed == 239


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2016 to 2025", date(2016, 1, 1), date(2025, 12, 31)),
        ("2010s", date(2010, 1, 1), date(2019, 12, 31)),
        ("", None, None),
    ],
)
def test_a_period_is_when_a_route_was_documented(text, start, end):
    assert facts.period_of(text) == (start, end)


def test_migration_is_no_trafficking(store):
    kinds = Counter(route.kind for route in store.routes())
    assert kinds == {"trafficking": 57, "migration": 6}
    assert all(not route.commodity for route in store.routes() if route.kind == "migration")
