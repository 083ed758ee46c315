"""Claims say who says what, and nothing that a row does not say."""

from datetime import date

import pytest

from records.case.claims import claims_of
from records.incident import Actor, Incident, Source
from records.store import open_store


def strike(**fields):
    given = {
        "id": "x",
        "event_type": "strike",
        "actors": (Actor(name="A navy", role="actor"), Actor(name="A ministry", role="announced_by")),
        "sources": (Source(publisher="Desk", published="2025-03-02"), Source(publisher="Wire", published="2025-04")),
    }
    return Incident(**(given | fields))


def test_the_first_count_is_the_announcers_and_dated_by_its_source():
    (claim,) = claims_of(strike(killed_min=3, killed_max=3))
    assert (claim.claimant, claim.field, claim.value_min, claim.value_max) == ("A ministry", "killed", 3, 3)
    assert (claim.stated_on, claim.source) == (date(2025, 3, 2), 0)


def test_a_larger_count_is_a_claim_of_its_own_without_a_day_it_does_not_have():
    first, later = claims_of(strike(killed_min=3, killed_max=11, killed_max_reason="presumed"))
    assert (first.value_max, later.value_min) == (3, 11)
    assert later.claimant == "later counts, with people presumed dead"
    assert later.stated_on is None


def test_nothing_is_claimed_where_nothing_is_stated():
    assert claims_of(strike()) == ()


def test_an_objection_is_its_partys_own():
    record = strike(
        actors=(Actor(name="A neighbour", role="disputed_by"),), disputed_on="legality", dispute="Calls it unlawful."
    )
    (claim,) = claims_of(record)
    assert (claim.claimant, claim.field, claim.value) == ("A neighbour", "legality", "Calls it unlawful.")


@pytest.mark.parametrize("toll", ["killed", "injured", "survivors", "missing"])
def test_every_toll_of_the_case_has_its_claims_and_they_span_it(toll):
    for record in open_store("case").incidents():
        low, high = getattr(record, f"{toll}_min"), getattr(record, f"{toll}_max")
        values = [claim.value_min for claim in record.claims if claim.field == toll]
        assert (min(values, default=None), max(values, default=None)) == (
            low if low is not None else high,
            high if high is not None else low,
        )
