"""The first report the project began from: outside text, read where it exists."""

import pytest

from records.dates import parse_moment
from records.reading import read
from records.reading.files import Given, report_from_file


@pytest.fixture(scope="module")
def reading(shared_data):
    path = shared_data / "reports" / "seed.txt"
    if not path.is_file():
        pytest.skip("reports/seed.txt is not among the outside test data")
    return read(report_from_file(path, Given(published=parse_moment("2025-09-05"))))


def drafts(reading, event_type):
    return [draft for draft in reading.drafts if draft.event_type == event_type]


def actors(draft, role):
    return {actor.name: actor.alleged for actor in draft.actors if actor.role == role}


def test_it_tells_one_strike_and_not_two(reading):
    (strike,) = drafts(reading, "strike")
    assert strike.date_edtf == "[2025-08-29..2025-09-03]"
    assert (strike.killed_min, strike.killed_max) == (11, 11)
    assert [(claim.claimant, claim.field) for claim in strike.claims] == [("White House", "killed")]
    assert strike.claim_status == "claimed"
    assert strike.disputed_on == "legality"
    assert actors(strike, "actor") == {"U.S. forces": False}
    assert actors(strike, "target")["Tren de Aragua"] is True
    assert "Caribbean Sea" in strike.location_text
    assert strike.place.geo_precision == "region"
    assert "undisclosed" in strike.notes


def test_aircraft_are_placed_by_the_context_of_the_report(reading):
    (approach,) = drafts(reading, "aircraft_approach")
    assert approach.date_edtf == "2025-09-04"
    assert actors(approach, "actor") == {"Venezuelan military aircraft": True}
    assert actors(approach, "announced_by") == {"Defense Department": False}
    assert approach.place.geo_precision == "region"
    assert approach.place.location_method == "report_context"
    assert approach.place.location_steps[0].code == "place_from_context"
    assert "yet to respond" in approach.notes


def test_designations_and_aid_are_announced_and_not_done(reading):
    assert {name for draft in drafts(reading, "designation") for name in actors(draft, "target")} == {
        "Los Lobos",
        "Los Choneros",
    }
    assert [(draft.quantity, draft.quantity_unit) for draft in drafts(reading, "aid")] == [
        (13_500_000, "USD"),
        (6_000_000, "USD"),
    ]
    for draft in [*drafts(reading, "designation"), *drafts(reading, "aid")]:
        assert draft.date_start is None
        assert draft.date_note.code == "date_announced"


def test_nothing_else_is_told_but_what_officials_said(reading):
    kinds = [draft.event_type for draft in reading.drafts]
    assert len(drafts(reading, "designation")) == 2
    assert set(kinds) == {"strike", "aircraft_approach", "designation", "aid", "statement"}
    assert {name for draft in drafts(reading, "statement") for name in actors(draft, "announced_by")} == {
        "Marco Rubio",
        "Daniel Noboa",
    }
    for draft in reading.drafts:
        for quote in draft.quotes:
            assert quote.text == reading.report.text[quote.start : quote.end]
