"""The record: what it refuses, and that nothing is lost between it and JSON."""

from datetime import date

import pytest
from pydantic import ValidationError
from shapely.geometry import box

from geo.message import Wording
from geo.place import Place, precision_of
from records.incident import Actor, Claim, Incident, Quote, Source

STEP = Wording("test_step", "'{name}' is a sea")


@pytest.fixture
def record():
    return Incident(
        id="desk:0042",
        source_id="0042",
        event_type="strike",
        sub_event_type="boat_strike",
        title="A boat is hit",
        date_start="2025-03-01",
        date_end="2025-03-31",
        date_precision="month",
        location_text="eastern part of the sea",
        place=Place(-66.0, 12.0, 90_000.0, "area", "sea", (STEP(name="x"),), region=box(-67, 11, -65, 13)),
        actors=(Actor(name="a navy", role="actor"), Actor(name="a gang", role="target", alleged=True)),
        killed_min=3,
        killed_max=5,
        killed_max_reason="differing",
        claims=(Claim(claimant="a navy", field="killed", value_min=3, value_max=3, stated_on="2025-04-01", source=0),),
        sources=(Source(publisher="Desk", quotes=(Quote(start=0, end=6, text="A boat", supports=("title",)),)),),
    )


def test_a_record_comes_back_from_json_without_loss(record):
    assert Incident.from_json(record.to_json()) == record


def test_json_has_every_field_and_no_field_is_zero_for_not_stated(record):
    written = record.to_json()
    assert set(written) == {*Incident.model_fields, "date_edtf"}
    assert written["injured_min"] is None
    assert written["date_edtf"] == "2025-03"


def test_every_wrong_field_is_named_at_once():
    with pytest.raises(ValidationError) as caught:
        Incident.from_json(
            {"id": "", "event_type": "picnic", "date_start": "yesterday", "killed_min": -1, "colour": "red"}
        )
    assert {error["loc"][0] for error in caught.value.errors()} == {
        "id",
        "event_type",
        "date_start",
        "killed_min",
        "colour",
    }


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"killed_min": 5, "killed_max": 3}, "killed_min 5 is larger than killed_max 3"),
        ({"date_start": "2025-02-02", "date_end": "2025-02-01"}, "date_end lies before date_start"),
        ({"flags": ("looks_odd",)}, "flag 'looks_odd' is unknown"),
    ],
)
def test_contradictions_are_refused(fields, what):
    with pytest.raises(ValidationError, match=what):
        Incident(id="x", event_type="strike", **fields)


def test_a_record_does_not_change(record):
    with pytest.raises(ValidationError):
        record.title = "Another"


def test_statements_are_not_at_sea(record):
    assert record.at_sea
    assert not record.model_copy(update={"event_type": "statement"}).at_sea


@pytest.mark.parametrize(
    ("radius_m", "stated", "precision"),
    [(100, True, "exact"), (25_000, False, "near"), (25_001, False, "area"), (150_001, False, "region")],
)
def test_precision_follows_the_radius(radius_m, stated, precision):
    assert precision_of(radius_m, stated=stated) == precision


def test_months_are_their_first_and_last_day(record):
    assert (record.date_start, record.date_end) == (date(2025, 3, 1), date(2025, 3, 31))
