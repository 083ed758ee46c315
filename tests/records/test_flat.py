"""A record laid out flat comes back as it was, in every kind of file."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from geo.message import Message
from geo.place import Alternative, Place
from records.errors import RecordsError
from records.flat import COLUMNS, flatten, from_cells, guard, is_own, to_cells, unflatten, unguard
from records.incident import Actor, Claim, Incident, Quote, Source, Version, WaterShare

FULL = Incident(
    id="000123456789012345678901",
    source_id="000123456789012345678901",
    event_id="7",
    event_type="strike",
    sub_event_type="boat_strike",
    title="=1+1 'quoted' <b>; line\nbreak",
    summary="-dash first",
    date_start="2025-09-02",
    date_end="2025-09-03T17:30:00Z",
    date_precision="day",
    location_text="10 nm off Punta Ñandú",
    place=Place(
        -61.5,
        10.25,
        18_500.0,
        "near",
        "offset",
        (Message("from", "counted from 'X'", {"name": "X", "distance_nmi": 10}),),
        region=box(-62, 10, -61, 10.5),
        alternatives=(Alternative("other", 1.0, 2.0, 3.5, 0.25),),
        flags=("position_coarse",),
    ),
    actors=(Actor(name="A; B|C", role="actor", alleged=True),),
    killed_min=0,
    killed_max=11,
    killed_max_reason="presumed",
    quantity=1.5,
    claim_status="corroborated",
    disputed_on="both",
    claims=(Claim(claimant="X", field="killed", value_min=3, stated_on="2025-09-04"),),
    flags=("position_on_land",),
    sources=(Source(publisher="P", quotes=(Quote(start=0, end=2, text="ab", supports=("title",)),)),),
    waters=(WaterShare(country=None, zone="high_seas", probability=1.0),),
    versions=(Version(number=1, written="2025-10-01T00:00:00Z"),),
)
BARE = Incident(id="x:1", event_type="other", not_located_reason=Message("none", "no place named"))
NAMED = Incident(
    id="x:2", event_type="attack", place=Place(-75, 15, 900_000, "region", "sea", region_id="caribbean_sea")
)


@pytest.mark.parametrize("incident", [FULL, BARE, NAMED], ids=["full", "bare", "named"])
def test_a_record_comes_back(incident):
    assert unflatten(json.loads(json.dumps(flatten(incident), allow_nan=False))) == incident
    assert from_cells(to_cells(incident)) == incident


@pytest.mark.parametrize("incident", [FULL, BARE, NAMED], ids=["full", "bare", "named"])
def test_a_record_comes_back_from_text_cells(incident):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(COLUMNS))
    writer.writerow({k: guard(v) if isinstance(v, str) else v for k, v in to_cells(incident).items()})
    (row,) = csv.DictReader(io.StringIO(out.getvalue(), newline=""), list(COLUMNS))
    assert from_cells({name: unguard(text) for name, text in row.items()}) == incident


def test_every_field_of_the_record_has_a_column():
    place = {"lon", "lat", "coordinate_uncertainty_m", "geo_precision", "location_method", "location_steps"}
    place |= {"alternatives", "location_flags", "region_id", "region"}
    assert set(COLUMNS) == (set(Incident.model_fields) - {"place"}) | place | {"date_edtf"}
    assert is_own(COLUMNS)
    assert not is_own(["id", "event_type", "lon", "lat"])


def test_whole_numbers_stay_whole_and_gaps_stay_gaps():
    row = flatten(FULL)
    assert repr(row["coordinate_uncertainty_m"]) == "18500"
    assert row["killed_min"] == 0
    assert row["injured_min"] is None
    assert flatten(BARE)["geo_precision"] == "unknown"
    assert flatten(BARE)["lon"] is None


@given(st.text())
def test_guarding_text_is_undone(text):
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "'=1", "＝1"])
def test_what_a_spreadsheet_would_run_is_guarded(text):
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", ["", "'tis", "a=1", "'quoted'"])
def test_other_text_stays(text):
    assert guard(text) == text


@pytest.mark.parametrize(
    ("column", "cell"), [("killed_min", "1.5"), ("lon", "nan"), ("actors", "{"), ("event_type", "party")]
)
def test_a_wrong_cell_is_named(column, cell):
    with pytest.raises(RecordsError, match=column):
        from_cells({**to_cells(FULL), column: cell})
