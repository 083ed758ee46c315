"""The one filter: the same parameters in, the same parameters out, and what they let pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.place import Place
from records.errors import RecordsError
from records.filter import Filter
from records.incident import Actor, Incident, Source
from records.vocabulary import CLAIM_STATUSES, EVENT_TYPES

RECORD = Incident(
    id="desk:1",
    event_type="seizure",
    date_start="2025-03-01",
    date_end="2025-03-05",
    title="Cocaine on a yacht",
    location_text="off Grenada",
    place=Place(-61.8, 12.1, 20_000, "near", "name"),
    actors=(Actor(name="Coast Guard", role="actor"),),
    sources=(Source(publisher="Island Desk"),),
    claim_status="confirmed",
    disputed_on="both",
    flags=("position_coarse",),
)


@pytest.mark.parametrize(
    ("query", "passes"),
    [
        ({}, True),
        ({"type": "seizure,strike"}, True),
        ({"type": "strike"}, False),
        ({"claim": "confirmed"}, True),
        ({"claim": "claimed"}, False),
        ({"disputed": "legality"}, True),
        ({"disputed": "any"}, True),
        ({"disputed": "none"}, False),
        ({"precision": "exact,near"}, True),
        ({"precision": "exact"}, False),
        ({"flag": "position_coarse"}, True),
        ({"flag": "position_swapped"}, False),
        ({"text": "YACHT island"}, True),
        ({"text": "yacht frigate"}, False),
        ({"text": '"off Grenada" yacht'}, True),
        ({"text": "«off  grenada»"}, True),
        ({"text": '"Grenada off"'}, False),
        ({"text": "grénada"}, True),
        ({"text": "\x00yacht\x1f"}, True),
        ({"since": "2025-03-05"}, True),
        ({"since": "2025-03-06"}, False),
        ({"until": "2025-02-28"}, False),
        ({"since": "2025-03"}, True),
        ({"since": "2025-04"}, False),
        ({"until": "2025-03"}, True),
        ({"until": "2025-02"}, False),
        ({"since": "2025", "until": "2025"}, True),
        ({"until": "20250228"}, False),
        ({"at_sea": "true"}, True),
        ({"lang": "es"}, True),
    ],
)
def test_what_a_filter_lets_pass(query, passes):
    assert Filter.from_query(query).matches_facts(RECORD) is passes


def test_every_wrong_parameter_is_named_at_once():
    with pytest.raises(RecordsError) as caught:
        Filter.from_query({"type": "picnic", "since": "soon", "disputed": "loudly"})
    line = str(caught.value)
    assert all(name in line for name in ("type:", "since:", "disputed:"))
    assert "\n" not in line


@pytest.mark.parametrize("bbox", ["1,2,3", "-70,13,-58,5", "-190,0,0,1", "west,south,east,north", "nan,0,1,1"])
def test_an_impossible_box_is_refused(bbox):
    with pytest.raises(RecordsError, match="bbox"):
        Filter.from_query({"bbox": bbox})


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"since": "2025-10-02", "until": "2025-10-01"}, "until lies before since"),
        ({"flag": "position_coarse,wrong"}, "there is no flag 'wrong'"),
        ({"type": "picnic"}, "type: 'picnic' is none of strike, "),
    ],
)
def test_what_can_match_nothing_is_refused(query, says):
    with pytest.raises(RecordsError, match=says):
        Filter.from_query(query)


def test_one_day_from_its_first_to_its_last_moment():
    day = Filter.from_query({"since": "2025-03-05", "until": "2025-03-05"})
    assert day.matches_facts(RECORD)
    assert day.to_query() == {"since": "2025-03-05", "until": "2025-03-05"}


def test_a_box_may_cross_the_antimeridian():
    assert Filter.from_query({"bbox": "170,-10,-170,10"}).bbox == (170, -10, -170, 10)


@given(
    st.builds(
        Filter,
        type=st.lists(st.sampled_from(EVENT_TYPES), unique=True).map(tuple),
        claim=st.lists(st.sampled_from(CLAIM_STATUSES), unique=True).map(tuple),
        since=st.none() | st.dates(),
        text=st.text(max_size=20),
        at_sea=st.booleans(),
        disputed=st.sampled_from([None, "any", "facts", "legality", "none"]),
    )
)
def test_a_filter_comes_back_from_its_parameters(filter):
    assert Filter.from_query(filter.to_query()) == filter
