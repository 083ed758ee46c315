"""Tallies: a grid where there is room, a ring where there is none, and never a mark that moves."""

import itertools
import math

import pytest
from shapely.geometry import Point, box

from layers.mercator import world_px, x_of, y_of
from layers.tally import MAX_GRID, PITCH_PX, ZOOMS, tallies_of, whole_zoom
from layers.view import view
from records.filter import Filter


def no_land(_):
    return []


def pixels(position, zoom):
    return x_of(position[0]) * world_px(zoom), y_of(position[1]) * world_px(zoom)


@pytest.fixture
def crowded(world):
    """Forty in the wide sea, five in the inner one, one in a bay, a mark in the middle of the wide sea."""
    records = [world.record(n, place=world.in_sea("wide_sea"), day=f"2025-09-{n % 28 + 1:02d}") for n in range(40)]
    records += [world.record(100 + n, place=world.in_sea("inner_sea")) for n in range(5)]
    records += [world.record(200, place=world.in_sea("tiny_bay")), world.record(300, place=world.stated(-90, 15))]
    return world.snapshot(*sorted(records, key=lambda record: str(record.date_start)))


def test_slots_stand_in_order_of_date_at_the_pitch_inside_the_outline(world, crowded):
    found = tallies_of(crowded, no_land)
    tally = next(tally for tally in found.tallies if tally.key == "wide_sea")
    assert len(tally.ids) == 40
    assert list(tally.ids) == [id for id in crowded.ids if id in set(tally.ids)]
    drawn = tally.zooms[4]
    assert drawn.mode == "grid"
    assert all(world.seas["wide_sea"].geometry.covers(Point(slot)) for slot in drawn.slots)
    (x0, y0), (x1, y1) = pixels(drawn.slots[0], 4), pixels(drawn.slots[1], 4)
    assert x1 - x0 == pytest.approx(PITCH_PX, abs=0.1)
    assert y1 == pytest.approx(y0, abs=0.1)
    assert y_of(drawn.label_lat) < y_of(drawn.slots[0][1])


@pytest.mark.parametrize("zoom", list(ZOOMS))
def test_nothing_overlaps(crowded, zoom):
    found = tallies_of(crowded, no_land)
    drawn = {tally.key: tally.zooms[zoom] for tally in found.tallies if tally.zooms[zoom].mode != "hidden"}
    spots = {
        key: [pixels(slot, zoom) for slot in at.slots] or [pixels((at.lon, at.lat), zoom)] for key, at in drawn.items()
    }
    spots["mark"] = [pixels((-90, 15), zoom)]
    for (_, one), (_, other) in itertools.combinations(spots.items(), 2):
        assert min(math.dist(a, b) for a in one for b in other) >= 12


def test_a_grid_never_jumps_when_zooming_in(crowded):
    for tally in tallies_of(crowded, no_land).tallies:
        modes = [tally.zooms[zoom].mode for zoom in ZOOMS]
        assert modes[-1] == "grid"
        first = modes.index("grid")
        assert set(modes[first:]) == {"grid"}
        assert len({(tally.zooms[zoom].lon, tally.zooms[zoom].lat) for zoom in ZOOMS[first:]}) == 1


def test_a_filter_moves_no_mark(crowded):
    everything, few = view(crowded, Filter()), view(crowded, Filter(since="2025-09-20"))
    slots = [(tally.key, tally.ids, tally.zooms) for tally in everything.tallies]
    assert slots == [(tally.key, tally.ids, tally.zooms) for tally in few.tallies]
    assert sum(tally.count for tally in few.tallies) < sum(tally.count for tally in everything.tallies)


def test_land_is_kept_clear(world):
    columns = world.snapshot(*[world.record(n, place=world.in_sea("wide_sea")) for n in range(20)])
    land = box(-130, -15, -100, 20)
    drawn = tallies_of(columns, lambda _: [land]).tallies[0].zooms[4]
    assert drawn.mode == "grid"
    assert not any(land.covers(Point(slot)) for slot in drawn.slots)


def test_too_many_are_one_ring_with_a_number(world):
    columns = world.snapshot(*[world.record(n, place=world.in_sea("wide_sea")) for n in range(MAX_GRID + 1)])
    (tally,) = tallies_of(columns, no_land).tallies
    assert {drawn.mode for drawn in tally.zooms.values()} == {"count"}
    assert all(drawn.slots == () for drawn in tally.zooms.values())


def test_a_sea_across_the_date_line_holds_its_grid_in_one_piece(world):
    columns = world.snapshot(*[world.record(n, place=world.in_sea("date_line_sea")) for n in range(30)])
    (tally,) = tallies_of(columns, no_land).tallies
    assert tally.bounds == (170, 0, -170, 20)
    slots = tally.zooms[5].slots
    assert all(
        -180 <= lon <= 180 and world.seas["date_line_sea"].geometry.covers(Point(lon, lat)) for lon, lat in slots
    )
    across = [(lon + 360) % 360 for lon, _ in slots]
    assert max(across) - min(across) < 20


def test_records_that_share_a_port_are_a_ring_until_the_region_holds_them(world):
    columns = world.snapshot(*[world.record(n, place=world.circled(-70, 18, 25_000)) for n in range(3)])
    (tally,) = tallies_of(columns, no_land).tallies
    assert tally.region_id is None
    assert [tally.zooms[zoom].mode for zoom in (3, 6, 10)] == ["count", "count", "grid"]
    stacked = world.snapshot(*[world.record(n, place=world.stated(-70, 18)) for n in range(3)])
    (tally,) = tallies_of(stacked, no_land).tallies
    assert {drawn.mode for drawn in tally.zooms.values()} == {"count"}
    assert (tally.zooms[10].lon, tally.zooms[10].lat) == (-70, 18)


def test_statements_stand_behind_events_at_sea(world):
    statement = world.record(1, place=world.in_sea("wide_sea"), event_type="statement", day="2025-01-01")
    columns = world.snapshot(statement, world.record(2, place=world.in_sea("wide_sea")))
    assert tallies_of(columns, no_land).tallies[0].ids == ("t:2", "t:1")


@pytest.mark.parametrize(("zoom", "whole"), [(-1, 1), (3.59, 3), (3.6, 4), (4.5, 4), (22, 10)])
def test_the_whole_zoom_keeps_the_pitch_between_12_and_24_px(zoom, whole):
    assert whole_zoom(zoom) == whole
    if 1 <= zoom <= 10:
        assert 12 <= PITCH_PX * 2 ** (zoom - whole) <= 24.3
