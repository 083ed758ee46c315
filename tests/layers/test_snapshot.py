"""The columns answer a filter exactly as the filter itself does, and know the box."""

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.selection import Selection
from layers.snapshot import Snapshot
from records.filter import Filter
from records.vocabulary import CLAIM_STATUSES, EVENT_TYPES, FLAGS

days = st.none() | st.dates(min_value=date(2025, 8, 30), max_value=date(2025, 10, 5))
windows = st.tuples(days, days).filter(lambda ends: None in ends or ends[0] <= ends[1])
filters = st.builds(
    lambda window, **asked: Filter(since=window[0], until=window[1], **asked),
    windows,
    type=st.lists(st.sampled_from(EVENT_TYPES), max_size=3).map(tuple),
    claim=st.lists(st.sampled_from(CLAIM_STATUSES), max_size=2).map(tuple),
    disputed=st.sampled_from([None, "any", "facts", "legality", "none"]),
    precision=st.lists(st.sampled_from(["exact", "near", "area", "region", "unknown"]), max_size=2).map(tuple),
    flag=st.lists(st.sampled_from(sorted(FLAGS)), max_size=2).map(tuple),
    text=st.sampled_from(["", "record", "NOWHERE said", "t:4", "x y"]),
    at_sea=st.booleans(),
)


@given(filters)
def test_the_columns_agree_with_the_filter(world, several, wanted):
    selected = world.snapshot(*several).select(wanted)
    assert selected.tolist() == [wanted.matches_facts(incident) for incident in several]


@pytest.mark.parametrize(
    ("box", "ids"),
    [
        ("-62,10,-61,11", {"t:4"}),
        ("-100,15,-86,19", {"t:1", "t:2", "t:7"}),
        ("-100,0,-99,1", {"t:1", "t:2", "t:3", "t:7"}),
        ("179,-1,-179,2", {"t:8", "t:9"}),
        ("-180,0,-179.9,1", {"t:9"}),
        ("-75.3,12.14,-75.15,12.3", set()),  # the corner of the circle's box lies outside the circle
        ("-75.15,11.9,-75.1,12.1", {"t:5"}),
        ("-180,-90,180,90", {f"t:{n}" for n in (1, 2, 3, 4, 5, 7, 8, 9)}),
    ],
)
def test_a_box_finds_what_may_lie_in_it(world, several, box, ids):
    columns = world.snapshot(*several)
    selected = columns.select(Filter.from_query({"bbox": box}))
    assert {id for id, found in zip(columns.ids, selected, strict=True) if found} == ids


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"within": "-62,10,-61,10,-61,11,-62,11"}, {"t:4"}),
        ({"within": "179,-1,-179,-1,-179,2,179,2"}, {"t:8", "t:9"}),
        ({"within": "179,-1,180,-1,180,2,179,2"}, {"t:8", "t:9"}),  # what lies on -180 lies on 180
        ({"within": "-75.3,12.14,-75.15,12.14,-75.15,12.3,-75.3,12.3"}, set()),
        ({"within": "-100,0,-99,0,-99,1", "bbox": "-100,15,-86,19"}, set()),  # what lies in both, which is nothing
        ({"within": "-100,0,-90,0,-90,19,-100,19", "bbox": "-100,15,-86,19"}, {"t:1", "t:2", "t:7"}),
    ],
)
def test_a_drawn_area_finds_what_may_lie_in_it(world, several, asked, ids):
    columns = world.snapshot(*several)
    selected = columns.select(Filter.from_query(asked))
    assert {id for id, found in zip(columns.ids, selected, strict=True) if found} == ids


def test_columns_and_exports_agree_on_a_drawn_area(world, several):
    wanted = Filter.from_query({"within": "-110,-10,-60,0,-70,15,-110,12"})
    store = SimpleNamespace(incidents=lambda: iter(several), routes=tuple)
    columns = world.snapshot(*several)
    exported = [incident.id for incident in Selection(store, wanted, outlines=world.outlines).incidents()]
    assert exported == [id for id, found in zip(columns.ids, columns.select(wanted), strict=True) if found]
    assert exported


def test_a_snapshot_is_kept_with_its_store(world, several):
    class Kept:
        read = 0

        def incidents(self):
            self.read += 1
            return iter(several)

    store = Kept()
    first = Snapshot.of(store, outlines=world.outlines)
    assert Snapshot.of(store, outlines=world.outlines) is first
    assert store.read == 1
    assert Snapshot.of(store, outlines=world.outlines, fresh=True) is not first


def test_no_records_are_no_error(world):
    empty = world.snapshot()
    assert len(empty) == 0
    assert empty.select(Filter.from_query({"bbox": "0,0,1,1", "type": "strike", "since": "2025-01-01"})).tolist() == []
