"""Claims say who says what, and nothing that a row does not say."""

from datetime import date

import pytest

from records.case.claims import LATER_COUNT, NAMED_IN_WORDS, OBJECTIONS, REPORTS_DIFFER, TOLLS, claims_of
from records.incident import Actor, Incident, Source
from records.store import open_store


@pytest.fixture(scope="module")
def records():
    return list(open_store("case").incidents())


def strike(**fields):
    given = {
        "id": "x",
        "event_type": "strike",
        "actors": (Actor(name="A navy", role="actor"), Actor(name="A ministry", role="announced_by")),
        "sources": (Source(publisher="Desk", published="2025-03-02"), Source(publisher="Wire", published="2025-04")),
    }
    return Incident(**(given | fields))


def said(claims):
    return [(claim.claimant, claim.field, claim.value_min, claim.value_max) for claim in claims]


def test_one_number_is_the_announcers_and_dated_by_its_source():
    (claim,) = claims_of(strike(killed_min=3, killed_max=3))
    assert said([claim]) == [("A ministry", "killed", 3, 3)]
    assert (claim.stated_on, claim.source) == (date(2025, 3, 2), 0)


def test_without_an_announcer_it_is_its_publishers():
    (claim,) = claims_of(strike(actors=(Actor(name="A navy", role="actor"),), missing_min=8, missing_max=8))
    assert claim.claimant == "Desk"


def test_a_source_that_has_no_day_dates_nothing():
    (claim,) = claims_of(strike(killed_min=3, killed_max=3, sources=(Source(publisher="Desk", published="2025-03"),)))
    assert claim.stated_on is None
    assert claim.source == 0


def test_people_presumed_dead_were_survivors_of_the_first_count():
    record = strike(killed_min=3, killed_max=11, killed_max_reason="presumed", survivors_min=0, survivors_max=8)
    claims = claims_of(record)
    assert said(claims) == [
        ("A ministry", "killed", 3, 3),
        (LATER_COUNT, "killed", 11, 11),
        ("A ministry", "survivors", 8, 8),
        (LATER_COUNT, "survivors", 0, 0),
    ]
    assert [claim.source for claim in claims] == [0, None, 0, None]


@pytest.mark.parametrize("reason", ["differing", None])
def test_a_range_of_reports_is_one_claim_of_none_of_them(reason):
    (claim,) = claims_of(strike(killed_min=1, killed_max=3, killed_max_reason=reason))
    assert said([claim]) == [(REPORTS_DIFFER, "killed", 1, 3)]
    assert (claim.stated_on, claim.source) == (None, None)


def test_nothing_is_claimed_where_nothing_is_stated():
    assert claims_of(strike()) == ()


def test_a_target_is_a_claim_while_it_is_only_alleged():
    gang = Actor(name="A gang", role="target", alleged=True)
    boat = Actor(name="A boat", role="target")
    assert [(claim.field, claim.value) for claim in claims_of(strike(actors=(gang, boat)))] == [("target", "A gang")]


def test_an_objection_is_its_partys_own():
    record = strike(
        actors=(Actor(name="A neighbour", role="disputed_by"),), disputed_on="legality", dispute="Calls it unlawful."
    )
    (claim,) = claims_of(record)
    assert (claim.claimant, claim.field, claim.value) == ("A neighbour", "legality", "Calls it unlawful.")


@pytest.mark.parametrize("toll", TOLLS)
def test_every_toll_of_the_case_has_its_claims_and_they_span_it(toll, records):
    for record in records:
        low, high = getattr(record, f"{toll}_min"), getattr(record, f"{toll}_max")
        ends = [(claim.value_min, claim.value_max) for claim in record.claims if claim.field == toll]
        assert (min((end[0] for end in ends), default=None), max((end[1] for end in ends), default=None)) == (low, high)


def test_every_objection_of_the_case_has_a_party_and_its_words(records):
    objections = [claim for record in records for claim in record.claims if claim.field in OBJECTIONS]
    parties = {actor.name for record in records for actor in record.actors if actor.role == "disputed_by"}
    assert {claim.claimant for claim in objections} <= parties | {NAMED_IN_WORDS}
    assert sum(claim.claimant == NAMED_IN_WORDS for claim in objections) == 6
    assert all(
        any(claim.field in OBJECTIONS for claim in record.claims) == (record.disputed_on is not None)
        for record in records
    )
    assert all(claim.value for claim in objections)


def test_a_claims_day_is_a_day_of_the_source_that_carries_it(records):
    for record in records:
        for claim in record.claims:
            if claim.stated_on is not None:
                assert record.sources[claim.source].published == claim.stated_on.isoformat()
