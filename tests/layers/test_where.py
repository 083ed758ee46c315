"""Conditions in CQL2: what they let pass, and one clear line where they are not understood."""

import pytest
from shapely.geometry import Point

from geo.place import Place
from layers.errors import LayersError
from layers.region import named_seas
from layers.selection import Selection
from layers.waters import waters_of
from layers.where import LONGEST, parse_where
from records.flat import flatten, from_cells
from records.incident import Incident
from records.store import open_store

RECORD = from_cells(
    {
        "id": "r:1",
        "event_type": "strike",
        "title": "It's a BOAT",
        "date_start": "2025-09-02",
        "date_end": "2025-09-03T12:00:00Z",
        "killed_min": 3,
        "flags": ["position_coarse", "position_swapped"],
        "actors": [{"name": "A navy", "role": "actor"}],
    }
)


def passes(text, geometry=None):
    return parse_where(text).passes(flatten(RECORD), lambda: geometry)


@pytest.mark.parametrize(
    "text",
    [
        "event_type = 'strike'",
        "event_type <> 'seizure'",
        "killed_min >= 3 AND killed_min < 3.5",
        "killed_min = 4 OR killed_min = 3",
        "NOT killed_min = 4",
        "killed_min NOT IN (1, 2)",
        "event_type in ('seizure', 'strike')",
        "killed_min BETWEEN 3 AND 4",
        "killed_min NOT BETWEEN 4 AND 5",
        "title LIKE 'It''s a %'",
        "title LIKE '_t%BOAT'",
        "CASEI(title) LIKE '%boat'",
        "killed_max IS NULL",
        "killed_min IS NOT NULL",
        "flags = 'position_swapped'",
        "actors LIKE '%A navy%'",
        "date_start = DATE('2025-09-02')",
        "date_start <= '2025-09-02'",
        "date_end > TIMESTAMP('2025-09-03T11:00:00Z')",
        "\"title\" = 'It''s a BOAT'",
        "(killed_min = 3 OR (killed_min = 4)) AND NOT (event_type = 'seizure')",
        "killed_min = 3 OR killed_max > 5",
    ],
)
def test_what_passes(text):
    assert passes(text)


@pytest.mark.parametrize(
    "text",
    [
        "event_type = 'Strike'",
        "title LIKE 'boat'",
        "killed_max > 1",
        "killed_max <> 1",
        "NOT killed_max > 1",
        "killed_max NOT IN (1)",
        "killed_min = 3 AND killed_max > 5",
        "flags = 'id_reused'",
        "substance LIKE '%'",
        "S_INTERSECTS(geometry, BBOX(-180,-90,180,90))",
    ],
)
def test_what_does_not(text):
    """What is not stated is neither equal nor unequal to anything."""
    assert not passes(text)


@pytest.mark.parametrize(
    ("shape", "meets"),
    [
        ("BBOX(170,-5,-170,5)", True),
        ("BBOX(0,-5,10,5)", False),
        ("POLYGON((174 -1, 176 -1, 176 1, 174 1, 174 -1))", True),
        ("POINT(1 1)", False),
    ],
)
def test_shapes(shape, meets):
    assert passes(f"S_INTERSECTS(geometry, {shape})", Point(175, 0)) is meets


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "a column or a value was expected at its end"),
        ("picnic = 3", "no column 'picnic'"),
        ("killed_min = 'a'", "a number was expected, not a text"),
        ("title = 5", "a text was expected, not a number"),
        ("killed_min", "a comparison was expected at its end"),
        ("killed_min = 3 title", "AND, OR or the end"),
        ("(killed_min = 3", "'[)]' was expected"),
        ("title LIKE 5", "single quotes"),
        ("date_start > DATE('soon')", "'soon' is no date"),
        ("S_INTERSECTS(geometry, BBOX(1,2,3))", "cannot be read"),
        ("S_INTERSECTS(geometry, BBOX(1,5,2,3))", "W,S,E,N"),
        ("S_INTERSECTS(geometry, POLYGON((0 0, 1 1)))", "cannot be read"),
        ("S_INTERSECTS(title, BBOX(1,2,3,4))", "the name 'geometry'"),
        ("(" * 60 + "killed_min = 3" + ")" * 60, "nested too deeply"),
        ("title = '" + "x" * LONGEST + "'", "more than"),
    ],
)
def test_what_is_not_understood_is_said(text, says):
    with pytest.raises(LayersError, match=says) as caught:
        parse_where(text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("waters('VEN') >= 0.5", True),
        ("waters('ven', 'eez') = 1", True),
        ("waters('eez') > 0.9 AND waters('high_seas') = 0", True),
        ("waters('COL') > 0", False),
        ("nearest_coast = 'VEN' AND shore_distance_km_min > 20", True),
        ("waters_basis = 'polygons'", False),
    ],
)
def test_whose_waters(text, meant):
    there = Incident(id="r:1", event_type="strike", place=Place(-66.0, 12.5, 100.0, "exact", "coordinates"))
    assert parse_where(text).passes(flatten(there), lambda: None, lambda: waters_of(there, named_seas())) is meant
    nowhere = Incident(id="r:2", event_type="strike")
    assert not parse_where(text).passes(flatten(nowhere), lambda: None, lambda: waters_of(nowhere, named_seas()))


def test_a_selection_asks_for_waters():
    selection = Selection(open_store("case"), where=parse_where("waters('VEN') >= 0.5"))
    found = list(selection.incidents())
    assert found
    assert all(waters_of(incident, selection.outlines).probability("VEN") >= 0.5 for incident in found)


@pytest.mark.parametrize("text", ["waters('Venezuela') > 0.5", "waters() > 0.5", "waters('VEN' > 0.5"])
def test_waters_that_are_not_understood_are_said(text):
    with pytest.raises(LayersError, match="expected"):
        parse_where(text)
