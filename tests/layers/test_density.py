"""Density: every record weighs 1, spread over its region, whatever the cells, the dates and the screen."""

import json

import h3
import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from shapely.geometry import box

from geo.place import Place
from layers import density, heat, killed, pins
from layers.cells import areas_km2, cells_at, cells_in, centres, name_of, parents, polygon_of
from layers.density import STEPS, resolution_of, short
from layers.mass import spread
from layers.period import parts_of
from layers.selection import Selection
from layers.writers import writer_of
from layers.writers.export import Export
from records.filter import Filter

places = st.builds(
    lambda lon, lat, radius_m: Place(lon, lat, radius_m, "area", "name"),
    st.floats(-180, 180),
    st.floats(-90, 90),
    st.floats(1, 9_000_000),
)


class Kept:
    """A store that holds records in memory."""

    def __init__(self, *incidents):
        self.kept = incidents

    def incidents(self):
        return iter(self.kept)

    def routes(self):
        return iter(())

    def gaps(self):
        return ()


@pytest.fixture(scope="module")
def select(world):
    """Select some records, in the small world's seas."""

    def selection(*incidents, zoom=None, screen_box=None, period="none", **wanted):
        return Selection(
            Kept(*incidents), Filter(**wanted), world.outlines, zoom=zoom, screen_box=screen_box, period=period
        )

    return selection


def rows(layer, selection):
    return [feature.properties for feature in layer.LAYER.features(selection, "auto")]


def total(found, column="events"):
    return sum(row[column] or 0 for row in found)


def test_all_cells_of_a_resolution_tile_the_globe():
    cells = np.array([h3.str_to_int(cell) for cell in h3.uncompact_cells(h3.get_res0_cells(), 1)], np.uint64)
    outlines = [polygon_of(int(cell)) for cell in cells]
    assert all(outline.is_valid for outline in outlines)
    assert sum(outline.area for outline in outlines) == pytest.approx(360 * 180)
    assert areas_km2(cells).sum() == pytest.approx(510_065_621, rel=1e-3)
    assert [h3.cell_to_parent(name_of(int(cell)), 0) for cell in cells] == [
        name_of(int(cell)) for cell in parents(cells, 0)
    ]


@pytest.mark.parametrize(("lon", "lat"), [(180.0, 0.0), (-180.0, 51.0), (0.0, 90.0), (12.0, -90.0), (179.99, -72.0)])
def test_a_cell_holds_what_lies_in_it_at_the_antimeridian_and_the_poles(lon, lat):
    (cell,) = cells_at(np.array([lon]), np.array([lat]), 2)
    outline = polygon_of(int(cell))
    west, south, east, north = outline.bounds
    assert (west >= -180, east <= 180, south >= -90, north <= 90) == (True, True, True, True)
    assert outline.distance(shapely.Point(lon, lat)) < 1e-6


def test_a_polygon_wider_than_half_the_globe_is_filled_on_its_own_side():
    lon, lat = centres(cells_in(box(-170, -20, 120, 20), 1))
    assert ((lon > -170) & (lon < 120) & (np.abs(lat) < 20)).all()
    assert len(lon) == pytest.approx(842 * 290 / 360 * np.sin(np.radians(20)), rel=0.05)


@given(places, st.integers(1, 3))
@example(Place(0.0, 90.0, 2_023_718.0, "region", "sea"), 1)
@settings(max_examples=40, deadline=None)
def test_the_shares_of_a_place_sum_to_one(place, resolution):
    found = spread(place, lambda _: None, resolution)
    assert found.shares.sum() == pytest.approx(1)
    assert (found.shares > 0).all()
    assert len(np.unique(found.cells)) == len(found.cells)


@pytest.mark.parametrize("radius_m", [400_000, 900_000])
def test_nine_tenths_of_a_circle_lie_within_its_radius(radius_m, world):
    from geo.geodesy import GEOD

    found = spread(world.circled(179.0, 40.0, radius_m), world.outlines, 4)
    lon, lat = centres(found.cells)
    away = GEOD.inv(np.full(len(lon), 179.0), np.full(len(lon), 40.0), lon, lat)[2]
    assert found.shares[away <= radius_m].sum() == pytest.approx(0.9, abs=0.02)


def test_a_sea_is_even_and_a_stated_position_is_one_cell(world):
    sea = spread(world.in_sea("wide_sea"), world.outlines, 2)
    inner = shapely.contains(world.seas["wide_sea"].geometry, [polygon_of(int(cell)) for cell in sea.cells])
    even = (sea.shares / areas_km2(sea.cells))[inner]
    assert inner.sum() > 100
    assert even.max() == pytest.approx(even.min(), rel=1e-6)
    assert list(spread(world.stated(-61.5, 10.25), world.outlines, 3).shares) == [1.0]


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_the_cells_hold_as_many_events_as_there_are_placed_records(several, select, data):
    chosen = data.draw(st.lists(st.sampled_from(several), max_size=9, unique_by=lambda record: record.id))
    period = data.draw(st.sampled_from(["none", "month", "year"]))
    at_sea = [record for record in chosen if record.place is not None and record.event_type != "statement"]
    for layer, zoom in ((density, 2.0), (heat, None)):
        assert total(rows(layer, select(*chosen, period=period, zoom=zoom))) == pytest.approx(len(at_sea), abs=1e-4)


def test_what_is_no_event_at_sea_counts_where_it_is_asked_for(several, select):
    assert total(rows(density, select(*several, type="statement", zoom=2.0))) == pytest.approx(1)


def test_events_and_records_of_the_killed_are_boat_strikes(select, world):
    place = world.circled(-61, 11, 20_000)
    strikes = [world.record(n, killed_min=n, killed_max=n, place=place) for n in (1, 2)]
    silent = world.record(3, place=place)
    other = world.record(4, event_type="seizure", sub_event_type="", place=place)
    found = rows(killed, select(*strikes, silent, other, zoom=2.0))
    assert total(found, "events") == pytest.approx(3, abs=1e-4)
    assert total(found, "tolls_not_stated") == pytest.approx(1, abs=1e-4)
    assert {id for row in found for id in row["record_ids"]} == {"t:1", "t:2", "t:3"}
    assert max(row["records"] for row in found) == 3


def test_killed_are_those_of_boat_strikes_alone_and_a_range(several, select, world):
    missing = world.record(20, event_type="missing", sub_event_type="", killed_min=50, place=world.stated(-61, 11))
    found = rows(killed, select(*several, missing, zoom=2.0))
    assert total(found, "killed_min") == pytest.approx(5, abs=1e-4)
    assert total(found, "killed_max") == pytest.approx(7, abs=1e-4)
    assert 0 < total(found, "tolls_not_stated") < 1.0001
    everywhere = rows(density, select(*several, zoom=2.0))
    assert any(row["killed_min"] is None for row in everywhere), "no toll stated is not zero"


def test_killed_of_a_store_without_boat_strikes_are_those_of_its_incidents(select, world):
    place, plain = world.circled(-61, 11, 20_000), {"sub_event_type": ""}
    records = [
        world.record(1, event_type="attack", killed_min=2, killed_max=3, place=place, **plain),
        world.record(2, event_type="hijack", place=place, **plain),
        world.record(3, event_type="attack", killed_min=9, claim_status="retracted", place=place, **plain),
        world.record(4, event_type="statement", killed_min=80, place=place, **plain),
    ]
    attacks = select(*records, zoom=2.0)
    found = rows(killed, attacks)
    assert total(found, "killed_min") == pytest.approx(2, abs=1e-4)
    assert total(found, "killed_max") == pytest.approx(3, abs=1e-4)
    assert total(found, "events") == pytest.approx(2, abs=1e-4)
    assert str(killed.LAYER.noted(attacks)).startswith("Incidents at sea")
    assert str(killed.LAYER.noted(select(world.record(5, place=place)))).startswith("Boat strikes")


def test_a_record_belongs_to_each_period_by_its_days(world, select):
    record = world.record(1, day="2025-12-22", date_end="2026-01-10", date_precision="month", place=world.stated(0, 0))
    found = {period.name: share for period, share in parts_of(record, "month")}
    assert found == {"2025-12": pytest.approx(0.5), "2026-01": pytest.approx(0.5)}
    assert [period.name for period, _ in parts_of(record, "year")] == ["2025", "2026"]
    assert parts_of(world.record(2, day=""), "year") == [(None, 1.0)]
    (first, second) = rows(density, select(record, period="month"))
    assert (first["period_start"], first["period_end"], first["events"]) == ("2025-12-01", "2025-12-31", 0.5)
    assert second["id"].endswith(":2026-01")


def test_a_screen_leaves_out_cells_and_changes_none(several, select):
    everything = {row["id"]: row for row in rows(density, select(*several, zoom=3.0))}
    seen = {
        row["id"]: row for row in rows(density, select(*several, zoom=3.0, screen_box=(170.0, -10.0, -170.0, 10.0)))
    }
    assert 0 < len(seen) < len(everything)
    assert all(everything[id] == row for id, row in seen.items())


@given(places, st.floats(-180, 180), st.floats(-80, 70), st.floats(1, 170))
@settings(max_examples=60, deadline=None)
def test_what_is_skipped_beyond_a_screen_has_no_cell_on_it(select, world, place, west, south, across):
    record = world.record(1, place=place)
    screen = (west, south, (west + across + 180) % 360 - 180, south + 20)
    whole = select(record, zoom=2.0)
    (grid,) = density.grids_of(whole, 2)
    shown = density.rows_seen(grid, select(record, zoom=2.0, screen_box=screen))
    seen = rows(density, select(record, zoom=2.0, screen_box=screen))
    assert [row["cell"] for row in seen] == [name_of(int(cell)) for cell in grid.cells[shown]]


def test_colours_mean_the_same_whatever_is_filtered(several, select):
    assert [one.least for one in density.PAINT.classes] == list(STEPS) == [one.least for one in killed.PAINT.classes]
    one = rows(density, select(several[0], zoom=2.0))
    assert density.PAINT.class_of({"events_per_10000_km2": 0.002}) is None
    assert {density.PAINT.class_of(row) for row in one} <= {*density.PAINT.classes, None}


def test_cells_are_finer_as_the_map_comes_nearer():
    assert [resolution_of(zoom) for zoom in (None, 1, 3, 5, 12)] == [3, 2, 3, 4, 4]


def test_a_cell_names_its_most_probable_records(world, select):
    near, vague = world.record(1, place=world.stated(-100, 0)), world.record(2, place=world.in_sea("wide_sea"))
    first = rows(density, select(vague, near, zoom=2.0))[0]
    assert (first["records"], first["record_ids"]) == (2, ["t:1", "t:2"])


def test_the_note_travels_with_the_file(several, select):
    text = b"".join(writer_of("geojson").chunks(Export(density.LAYER, select(*several, type="boarding"), "auto")))
    assert "No data is not quiet" in json.loads(text)["note"]


def test_a_pin_says_how_far_the_truth_may_be(several, select):
    found = {row["id"]: row for row in rows(pins, select(*several))}
    assert len(found) == 7
    assert found["t:1"]["records_on_spot"] == 3
    said = [str(line) for line in pins.LAYER.tip(found["t:1"])]
    assert said == ["Record 1", "the truth may be 1,000 km away", "3 records on this spot"]


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0"), (0.0004, "< 0.001"), (0.0123, "0.012"), (0.3, "0.3"), (2.04, "2"), (1234.5, "1,234")]
)
def test_numbers_are_short(number, said):
    assert short(number) == said


def test_every_tip_has_words(several, select):
    for layer in (density, heat, killed):
        for row in rows(layer, select(*several, zoom=2.0)):
            assert all(str(line) for line in layer.LAYER.tip(row))
