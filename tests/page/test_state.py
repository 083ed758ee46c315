"""The state of the page and its address."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import WrongUseError
from dashboard.security import content_policy
from dashboard.settings import ServerSettings
from dashboard.state import Camera, PageState, Stretch, map_layers
from records.filter import Filter
from records.toll import NARROWINGS
from records.vocabulary import CLAIM_STATUSES, EVENT_TYPES

filters = st.builds(
    Filter,
    type=st.lists(st.sampled_from(EVENT_TYPES), unique=True).map(tuple),
    claim=st.lists(st.sampled_from(CLAIM_STATUSES), unique=True).map(tuple),
    disputed=st.sampled_from([None, "any", "facts", "legality", "none"]),
    since=st.dates().map(str) | st.none(),
    text=st.text(st.characters(categories=("L", "N")), max_size=20),
    within=st.none() | st.just(((170.0, -20.0), (-170.0, -20.0), (-175.5, 10.25))),
    at_sea=st.booleans(),
)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
states = st.builds(
    PageState,
    filter=filters,
    camera=st.none()
    | st.builds(
        Camera,
        lon=st.integers(-180, 180),
        lat=st.integers(-85, 85),
        zoom=st.integers(0, 22),
    ),
    in_view=st.booleans(),
    axis=st.none() | days.map(lambda day: Stretch(first=day, last=day + timedelta(days=3))),
    per=st.sampled_from([None, "hour", "day", "week", "month", "year"]),
    selected=st.text(st.characters(categories=("L", "N")), max_size=30),
    layers=st.lists(st.sampled_from(map_layers()), unique=True).map(
        lambda chosen: tuple(name for name in map_layers() if name in chosen)
    ),
    table=st.sampled_from([None, "shown", "unplaced", "aside"]),
    panel=st.sampled_from([None, "totals", "toll", "asof"]),
    day=st.none() | st.dates(),
    count=st.lists(st.sampled_from(NARROWINGS), unique=True).map(tuple),
    figure=st.sampled_from(["killed", "strikes", "vessels"]),
    theme=st.sampled_from([None, "light", "dark"]),
    language=st.sampled_from(["en", "es"]),
)


@given(states)
def test_an_address_restores_its_state(state):
    assert PageState.from_query(state.to_query()) == (state, ())


def test_an_empty_address_means_events_at_sea_and_a_map_that_fits():
    state, problems = PageState.from_query({})
    assert (state, problems) == (PageState(), ())
    assert state.filter.at_sea
    assert PageState().to_query() == {}


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"type": "nonsense"}, "type"),
        ({"since": "2025-10-02", "until": "2025-10-01"}, "until"),
        ({"at": "here"}, "at"),
        ({"at": "0,0,nan"}, "at"),
        ({"at": "0,91,3"}, "at"),
        ({"layers": "dragons"}, "layers"),
        ({"table": "round"}, "table"),
        ({"theme": "<script>"}, "theme"),
        ({"since": "yesterday"}, "since"),
        ({"within": "0,0,10,10,10,0,0,10"}, "within"),
        ({"axis": "2025-09-02,2025-09-01"}, "axis"),
        ({"axis": "2025-09-02"}, "axis"),
        ({"per": "decade"}, "per"),
        ({"inview": "perhaps"}, "inview"),
        ({"lang": "xx"}, "lang"),
        ({"form": "2025-10-01"}, "form"),
        ({"Type": "strike"}, "Type"),
        ({"x" * 50: "1"}, "x" * 40 + "…"),
    ],
)
def test_what_cannot_be_read_is_left_out_and_named(query, named):
    state, problems = PageState.from_query({**query, "claim": "confirmed"})
    assert state.filter.claim == ("confirmed",)
    assert problems == (named,)


def test_one_wrong_word_of_a_list_does_not_take_the_others_with_it():
    query = {"type": "strike,nonsense,seizure", "flag": "x,", "layers": "routes,dragons", "count": "boats,boots"}
    state, problems = PageState.from_query(query)
    assert state.filter.type == ("strike", "seizure")
    assert (state.filter.flag, state.layers) == ((), ("routes",))
    assert set(problems) == {"type", "flag", "layers", "count"}


@pytest.mark.parametrize(
    ("host", "address", "loopback"),
    [
        ("127.0.0.1", "http://127.0.0.1:8050", True),
        ("localhost", "http://localhost:8050", True),
        ("::1", "http://[::1]:8050", True),
        ("0.0.0.0", "http://127.0.0.1:8050", False),
        ("example.test", "http://example.test:8050", False),
    ],
)
def test_the_address_that_is_printed(host, address, loopback):
    settings = ServerSettings(host)
    assert (settings.address, settings.loopback) == (address, loopback)


def test_a_port_that_is_none():
    with pytest.raises(WrongUseError, match="no port 0"):
        ServerSettings(port=0)


def test_the_policy_allows_no_other_host():
    policy = content_policy(["'sha256-abc'"])
    assert "script-src 'self' 'sha256-abc';" in policy
    assert "http" not in policy
