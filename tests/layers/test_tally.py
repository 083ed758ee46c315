"""Tallies: a grid where there is room, a ring where there is none, and never a mark that moves."""

import itertools
import math
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, box

from layers.grid import PITCH_PX, shapes
from layers.group import LONGEST_NAME, VAST_M
from layers.layout import HOME_ZOOMS, MAX_GRID, ZOOMS
from layers.mercator import turned, world_px, x_of, y_of
from layers.tally import beside_bins, tallies_of, zoom_step
from layers.view import view
from records.filter import Filter

MARK_PX = 11


def no_land(_):
    return []


def pixels(position, zoom):
    return x_of(position[0]) * world_px(zoom), y_of(position[1]) * world_px(zoom)


def tally_called(key, found):
    return next(tally for tally in found.tallies if tally.key == key)


@pytest.fixture
def crowded(world):
    """Forty in the wide sea, five in the inner one, one in a bay, a mark in the middle of the wide sea."""
    records = [world.record(n, place=world.in_sea("wide_sea"), day=f"2025-09-{n % 28 + 1:02d}") for n in range(40)]
    records += [world.record(100 + n, place=world.in_sea("inner_sea")) for n in range(5)]
    records += [world.record(200, place=world.in_sea("tiny_bay")), world.record(300, place=world.stated(-90, 15))]
    return world.snapshot(*sorted(records, key=lambda record: str(record.date_start)))


def test_slots_stand_in_order_of_date_at_the_pitch_inside_the_outline(world, crowded):
    tally = tally_called("wide_sea", tallies_of(crowded, no_land))
    assert len(tally.ids) == 40
    assert list(tally.ids) == [id for id in crowded.ids if id in set(tally.ids)]
    drawn = tally.zooms[4]
    assert (drawn.mode, drawn.labelled) == ("grid", True)
    assert all(world.seas["wide_sea"].geometry.covers(Point(slot)) for slot in drawn.slots)
    (x0, y0), (x1, y1) = pixels(drawn.slots[0], 4), pixels(drawn.slots[1], 4)
    assert x1 - x0 == pytest.approx(PITCH_PX, abs=0.1)
    assert y1 == pytest.approx(y0, abs=0.1)
    assert y_of(drawn.label_lat) < y_of(drawn.slots[0][1])


@pytest.mark.parametrize("zoom", ZOOMS)
def test_nothing_overlaps(crowded, zoom):
    spots = {
        tally.key: [pixels(slot, zoom) for slot in at.slots] or [pixels((at.lon, at.lat), zoom)]
        for tally in tallies_of(crowded, no_land).tallies
        if (at := tally.zooms[zoom]).mode != "joined"
    }
    spots["mark"] = [pixels((-90, 15), zoom)]
    for (_, one), (_, other) in itertools.combinations(spots.items(), 2):
        assert min(math.dist(a, b) for a in one for b in other) >= MARK_PX


def test_a_grid_that_stands_well_never_jumps_when_zooming_in(crowded):
    for tally in tallies_of(crowded, no_land).tallies:
        modes = [tally.zooms[zoom].mode for zoom in ZOOMS if zoom >= HOME_ZOOMS[0]]
        assert modes[-1] == "grid"
        first = modes.index("grid")
        assert set(modes[first:]) == {"grid"}
        assert len({(tally.zooms[zoom].lon, tally.zooms[zoom].lat) for zoom in ZOOMS if zoom >= 4}) == 1


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


def test_a_grid_keeps_out_of_smaller_regions_while_there_is_room_beside_them(world, crowded):
    slots = tally_called("wide_sea", tallies_of(crowded, no_land)).zooms[4].slots
    assert not any(world.seas["inner_sea"].geometry.covers(Point(slot)) for slot in slots)


def test_too_many_are_one_ring_with_a_number(world):
    columns = world.snapshot(*[world.record(n, place=world.in_sea("wide_sea")) for n in range(MAX_GRID + 1)])
    (tally,) = tallies_of(columns, no_land).tallies
    assert {drawn.mode for drawn in tally.zooms.values()} == {"count"}
    assert all(drawn.slots == () for drawn in tally.zooms.values())


def test_a_single_record_is_a_mark_at_every_zoom_and_named_when_one_looks_nearer(world):
    columns = world.snapshot(world.record(1, place=world.in_sea("inner_sea")))
    (tally,) = tallies_of(columns, no_land).tallies
    assert {(drawn.mode, len(drawn.slots)) for drawn in tally.zooms.values()} == {("grid", 1)}
    assert [tally.zooms[zoom].labelled for zoom in (3.0, 6.0)] == [False, True]


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


def test_a_few_records_of_a_port_stand_about_it_and_many_are_a_ring_until_the_region_holds_them(world):
    few = world.snapshot(*[world.record(n, place=world.circled(-70, 18, 25_000)) for n in range(3)])
    (tally,) = tallies_of(few, no_land).tallies
    assert tally.region_id is None
    assert {drawn.mode for drawn in tally.zooms.values()} == {"grid"}
    many = world.snapshot(*[world.record(n, place=world.circled(-70, 18, 25_000)) for n in range(9)])
    (tally,) = tallies_of(many, no_land).tallies
    assert [tally.zooms[zoom].mode for zoom in (3, 6, 10)] == ["count", "count", "grid"]


def test_nobody_stands_beside_a_stated_position(world):
    stacked = world.snapshot(*[world.record(n, place=world.stated(-70, 18)) for n in range(3)])
    (tally,) = tallies_of(stacked, no_land).tallies
    assert {drawn.mode for drawn in tally.zooms.values()} == {"count"}
    assert (tally.zooms[10].lon, tally.zooms[10].lat) == (-70, 18)
    statement = world.record(2, place=world.stated(-70, 18), event_type="statement")
    assert tallies_of(world.snapshot(world.record(1, place=world.stated(-70, 18)), statement), no_land).tallies == ()


def test_neighbours_without_room_are_counted_in_one_ring(world):
    places = [world.circled(-70, 18, 10_000), world.circled(-70.1, 18.1, 10_000)]
    columns = world.snapshot(*[world.record(n, place=places[n % 2]) for n in range(6)])
    one, other = tallies_of(columns, no_land).tallies
    far, near = sorted((one.zooms[3], other.zooms[3]), key=lambda drawn: drawn.mode)
    assert (far.mode, near.mode) == ("count", "joined")
    assert near.joined_to in {one.key, other.key}
    assert (near.lon, near.lat) == (far.lon, far.lat)
    assert (one.zooms[10].mode, other.zooms[10].mode) == ("grid", "grid")


def test_seas_that_joined_a_place_which_bins_count_have_a_ring_of_their_own(world):
    one, other = tallies_of(
        world.snapshot(
            *[world.record(n, place=world.circled(-70, 18, 10_000)) for n in range(3)],
            *[world.record(n, place=world.in_sea("wide_sea")) for n in range(3, 6)],
        ),
        no_land,
    ).tallies
    port, sea = (one, other) if other.region_id else (other, one)
    away = {3: replace(sea.zooms[3], mode="joined", joined_to=port.key, lon=port.zooms[3].lon, slots=())}
    first, second = (replace(sea, key=key, zooms=sea.zooms | away) for key in ("first", "second"))
    nothing, own, joined = beside_bins((port, first, second))
    assert nothing.zooms == {}
    assert {zoom: drawn.mode for zoom, drawn in own.zooms.items()} == dict.fromkeys(own.zooms, "count")
    assert own.zooms[3].lon == sea.zooms[2.5].lon  # not where the port is
    assert joined.zooms[3].joined_to == "first"
    assert joined.zooms[4].mode == "count"


def test_a_circle_too_large_to_draw_is_a_tally_under_its_words(world):
    vast = world.circled(-60, -10, VAST_M * 2)
    words = "somewhere in the very wide waters off the whole of the continent"
    columns = world.snapshot(
        world.record(1, place=vast, location_text=words),
        world.record(2, place=world.circled(-60, -10, VAST_M / 2), location_text="off the coast"),
    )
    (tally,) = tallies_of(columns, no_land).tallies
    assert (tally.vast, tally.ids) == (True, ("t:1",))
    assert tally.name.endswith(" …")
    assert words.startswith(tally.name.removesuffix(" …"))
    assert len(tally.name) <= LONGEST_NAME + 2
    assert tally.zooms[4].labelled
    marks = {mark.id: mark for mark in view(columns, Filter()).marks}
    assert [marks[id].place_kind for id in ("t:1", "t:2")] == ["tally", "own_region"]


def test_statements_stand_behind_events_at_sea(world):
    statement = world.record(1, place=world.in_sea("wide_sea"), event_type="statement", day="2025-01-01")
    columns = world.snapshot(statement, world.record(2, place=world.in_sea("wide_sea")))
    assert tallies_of(columns, no_land).tallies[0].ids == ("t:2", "t:1")


@pytest.mark.parametrize(("zoom", "step"), [(-1, 1), (3.29, 3), (3.3, 3.5), (3.79, 3.5), (3.8, 4), (22, 10)])
def test_the_step_keeps_the_pitch_between_14_and_20_px(zoom, step):
    assert zoom_step(zoom) == step
    if 1 <= zoom <= 10:
        assert 13.9 <= PITCH_PX * 2 ** (zoom - step) <= 19.8


@pytest.mark.parametrize("count", [1, 2, 3, 5, 7, 19, 42, 97, MAX_GRID])
def test_shapes_hold_all_and_have_no_empty_row_or_column(count):
    for columns, rows in shapes(count):
        assert columns * rows >= count
        assert columns * (rows - 1) < count
        assert (columns - 1) * rows < count


def test_many_shapes_are_tried():
    assert {(10, 2), (7, 3), (5, 4)} <= set(shapes(19))


SEAS = ("wide_sea", "inner_sea", "tiny_bay", "date_line_sea")
LAND = (box(-112, -4, -104, 6), box(175, 5, 178, 9))


@st.composite
def places(draw, world):
    """Records of every kind of place, in and round the small world's seas."""
    found = []
    for _ in range(draw(st.integers(1, 6))):
        kind = draw(st.sampled_from(["sea", "circle", "stated"]))
        lon, lat = draw(st.integers(-128, -87)), draw(st.integers(-13, 18))
        radius_m = draw(st.sampled_from([8_000, 90_000, 300_000, 2_000_000]))
        place = {
            "sea": lambda: world.in_sea(draw(st.sampled_from(SEAS))),
            "circle": lambda lon=lon, lat=lat, radius_m=radius_m: world.circled(lon, lat, radius_m),
            "stated": lambda lon=lon, lat=lat: world.stated(lon, lat),
        }[kind]()
        found += [place] * draw(st.integers(1, 12))
    return found


def at_rest(found, zoom):
    """The rectangles of grids at a zoom by the tally's key: left, top, right, bottom in pixels."""
    for tally in found.tallies:
        if (drawn := tally.zooms[zoom]).mode == "grid" and len(drawn.slots) > 1:
            x0, y0 = pixels((drawn.lon, drawn.lat), zoom)
            offsets = [
                (float(turned(x_of(lon) - x0 / world_px(zoom))) * world_px(zoom), y_of(lat) * world_px(zoom) - y0)
                for lon, lat in drawn.slots
            ]
            xs, ys = zip(*offsets, strict=True)
            yield tally, (x0 + min(xs) - 5.5, y0 + min(ys) - 5.5, x0 + max(xs) + 5.5, y0 + max(ys) + 5.5)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_laws_of_places(world, data):
    held = data.draw(places(world))
    columns = world.snapshot(*[world.record(n, place=place) for n, place in enumerate(held)])
    found = tallies_of(columns, lambda _: LAND)
    # Every record stands once: in one slot of one tally, or by itself.
    standing = [(found.tally_of[row], found.slot_of[row]) for row in range(len(columns)) if found.tally_of[row] >= 0]
    assert len(set(standing)) == len(standing) == sum(len(tally.ids) for tally in found.tallies)
    keys = [tally.key for tally in found.tallies]
    assert len(set(keys)) == len(keys)
    for zoom in ZOOMS:
        for tally in found.tallies:
            drawn = tally.zooms[zoom]
            assert len(drawn.slots) == (len(tally.ids) if drawn.mode == "grid" else 0)
            if drawn.mode == "count":
                west, south, east, north = tally.bounds
                assert (drawn.lon - west) % 360 <= (east - west) % 360 + 0.1
                assert south - 0.1 <= drawn.lat <= north + 0.1
            if drawn.mode == "joined":
                assert tally_called(drawn.joined_to, found).zooms[zoom].mode == "count"
            if drawn.mode == "grid" and tally.region_id == "wide_sea" and len(tally.ids) > 1:
                assert not any(land.buffer(-0.5).covers(Point(slot)) for slot in drawn.slots for land in LAND)
        for (_, one), (_, other) in itertools.combinations(at_rest(found, zoom), 2):
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart
