"""A view: marks in their forms, numbers that add up, bars and spans, bins beyond the limit."""

import json

import pytest

from layers import view as view_module
from layers.view import View, view
from records.filter import Filter


@pytest.fixture
def shown(world, several) -> View:
    return view(world.snapshot(*several), Filter(), zoom=4)


def test_form_core_and_strike_say_who_vouches(shown):
    marks = {mark.id: mark for mark in shown.marks}
    assert (marks["t:1"].form, marks["t:1"].core, marks["t:1"].struck) == ("filled", False, False)
    assert (marks["t:2"].form, marks["t:2"].core) == ("ring", True)
    assert (marks["t:3"].form, marks["t:3"].core) == ("ring", False)  # disputed in law alone
    assert (marks["t:4"].form, marks["t:4"].struck) == ("ring", True)


def test_each_kind_of_place_is_drawn_in_its_way(shown):
    marks = {mark.id: mark for mark in shown.marks}
    assert [marks[f"t:{n}"].place_kind for n in (1, 4, 5, 6)] == ["tally", "stated", "own_region", "none"]
    assert (marks["t:4"].lon, marks["t:4"].lat) == (-61.5, 10.25)
    in_tally = marks["t:2"]
    assert in_tally.lon is None
    assert shown.tallies[in_tally.tally].ids[in_tally.slot] == "t:2"
    assert {feature["id"] for feature in shown.regions["features"]} == {"t:5", "t:9"}
    assert {feature["id"] for feature in shown.outlines["features"]} == {"wide_sea", "inner_sea"}


def test_the_numbers_add_up(shown):
    counts = shown.counts
    assert (counts.total, counts.matched) == (9, 9)
    assert counts.on_map + counts.not_at_sea + counts.not_placed == counts.matched
    assert (counts.on_map, counts.not_at_sea, counts.not_placed) == (7, 1, 1)
    assert sum(mark.on_map for mark in shown.marks) == counts.on_map
    assert (counts.disputed_facts, counts.disputed_any, counts.flagged) == (1, 2, 1)
    assert sum(counts.all_by_type.values()) == 9


def test_a_statement_asked_for_is_drawn(world, several):
    asked = view(world.snapshot(*several), Filter(type=("statement",)))
    assert (asked.counts.matched, asked.counts.on_map, asked.counts.not_at_sea) == (1, 1, 0)


def test_an_unticked_value_still_shows_its_number(world, several):
    counts = view(world.snapshot(*several), Filter(type=("strike",))).counts
    assert counts.matched == 3
    assert counts.by_type["boarding"] == 1
    assert counts.by_claim == {"claimed": 2, "confirmed": 1}


def test_the_toll_is_a_range_over_boat_strikes_alone(shown):
    sentence = shown.sentence
    assert (sentence.killed_min, sentence.killed_max, sentence.killed_not_stated) == (5, 7, 1)
    assert (sentence.strike_rows, sentence.strikes_min) == (3, 3)
    assert (sentence.first, sentence.last) == ("2025-09-01", "2025-09-30")


def test_beside_boat_strikes_no_other_record_has_a_toll(world):
    records = [world.record(1, killed_min=3), world.record(2, event_type="attack", sub_event_type="", killed_min=9)]
    held = world.snapshot(*records)
    assert view(held, Filter()).sentence.toll_rows == 0
    others = view(held, Filter(type=("attack",))).sentence
    assert (others.strike_rows, others.toll_rows, others.toll_max) == (0, 0, 0)


def test_a_store_without_boat_strikes_says_what_its_records_state(world):
    plain = {"event_type": "attack", "sub_event_type": ""}
    records = [
        world.record(1, **plain, killed_min=3, killed_max=5),
        world.record(2, **plain, killed_max=2),
        world.record(3, **plain),
        world.record(4, **plain, killed_min=7, claim_status="retracted"),
        world.record(5, event_type="statement", sub_event_type="", killed_min=80),
        world.record(6, event_type="missing", sub_event_type="", killed_min=0),
    ]
    held = world.snapshot(*records)
    sentence = view(held, Filter()).sentence
    assert (sentence.toll_rows, sentence.toll_min, sentence.toll_max, sentence.strike_rows) == (3, 5, 7, 0)
    assert view(held, Filter(type=("missing",))).sentence.toll_max == 0


def test_wide_dates_are_spans_and_undated_ones_are_counted(shown):
    histogram = shown.histogram
    assert histogram.unit == "day"
    assert len(histogram.starts) == 30
    assert [span.id for span in shown.spans] == ["t:9"]
    assert histogram.undated == 1
    in_bars = sum(sum(counts) for counts in histogram.everything.values())
    assert in_bars + len(shown.spans) + histogram.undated == 9


def test_a_brush_splits_filtered_from_selected(world, several):
    brushed = view(world.snapshot(*several), Filter(since="2025-09-04", until="2025-09-08"))
    assert sum(brushed.histogram.filtered["strike"]) == 3
    assert sum(brushed.histogram.selection["strike"]) == 1
    assert (brushed.spans[0].filtered, brushed.spans[0].selected) == (True, True)


@pytest.mark.parametrize(
    ("last", "unit", "bins"),
    [("2025-09-02", "day", 1), ("2025-12-01", "day", 91), ("2026-10-04", "week", 57), ("2040-01-01", "month", 173)],
)
def test_the_bin_follows_the_span(world, last, unit, bins):
    histogram = view(world.snapshot(world.record(1), world.record(2, day=last)), Filter()).histogram
    assert (histogram.unit, len(histogram.starts)) == (unit, bins)
    assert histogram.starts[0] <= 1_756_771_200_000 < histogram.end
    assert sum(histogram.everything["strike"]) == 2


def test_beyond_the_limit_bins_and_counts_are_drawn(world, several, monkeypatch):
    monkeypatch.setattr(view_module, "MAX_MARKS", 4)
    many = view(world.snapshot(*several), Filter(), zoom=4)
    assert many.marks == ()
    assert sum(found.count for found in many.bins) + sum(t.count for t in many.tallies if t.region_id) == 7
    assert {drawn.mode for tally in many.tallies for drawn in tally.zooms.values()} == {"count"}
    assert all(found.west < found.east and found.south < found.north for found in many.bins)


def test_a_box_on_the_screen_limits_what_is_drawn_not_what_is_counted(world, several):
    part = view(world.snapshot(*several), Filter(), bbox=(-62, 10, -61, 11))
    assert {mark.id for mark in part.marks if mark.on_map} == {"t:4"}
    assert part.counts.matched == 9
    assert part.zoom == 8.5


def test_no_records_give_an_empty_view(world):
    empty = view(world.snapshot(), Filter(text="x"))
    assert (empty.marks, empty.tallies, empty.counts.matched, empty.histogram.starts) == ((), (), 0, ())


def test_json_has_columns_and_no_nan(shown):
    value = json.loads(json.dumps(shown.to_json(), allow_nan=False))
    assert len(value["marks"]["id"]) == len(value["marks"]["lon"]) == 9
    assert value["tallies"][0]["zooms"]["4"]["mode"] == "grid"
    assert value["spans"]["id"] == ["t:9"]
