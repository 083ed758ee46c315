"""Own files come back as they were, also from programs between us, and are refused where they contradict themselves."""

import json

import pytest

from records.flat import flatten, from_cells

RECORD = from_cells(
    {
        "id": "case-1",
        "event_type": "strike",
        "title": "=A1",
        "date_start": "2025-09-02",
        "date_end": "2025-09-02",
        "date_precision": "day",
        "lon": -61.5,
        "lat": 10.5,
        "coordinate_uncertainty_m": 500,
        "geo_precision": "exact",
        "location_method": "coordinates",
        "actors": [{"name": "A", "role": "actor"}],
    }
)


def feature(*, point=(-61.5, 10.5), feature_id="case-1", **changed):
    """The record as a GeoJSON file with some properties changed; None takes one away."""
    properties = {**flatten(RECORD), **changed}
    geometry = {"type": "Point", "coordinates": point}
    return json.dumps({"type": "Feature", "id": feature_id, "properties": properties, "geometry": geometry})


def test_it_comes_back(read):
    table = read(feature())
    assert table.format == "leadline"
    assert table.records == [RECORD]


def test_it_comes_back_from_programs_that_write_it_otherwise(read):
    """GDAL keeps ``id`` as the feature's only, lists as text, nothing as null, and days with slashes."""
    changed = {
        "id": None,
        "actors": json.dumps([{"name": "A", "role": "actor"}]),
        "flags": None,
        "location_steps": None,
        "summary": None,
        "date_start": "2025/09/02",
        "date_end": "2025/09/02",
    }
    assert read(feature(**changed)).records == [RECORD]


def test_a_point_that_was_moved_by_hand_is_refused(read):
    assert read(feature(point=(-61.5000004, 10.5))).records == [RECORD]
    assert "its point is not where lon and lat say" in read(feature(point=(-61.6, 10.5))).rejects[0].reason


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"lat": 95}, "lat 95 lies outside"),
        ({"lat": float("nan")}, "one is missing"),
        ({"lon": None, "lat": None}, "one is missing"),
        ({"lat": "north"}, "column lat"),
        ({"coordinate_uncertainty_m": -1}, "less than nothing"),
        ({"geo_precision": "good"}, "geo_precision 'good' is none of exact, near"),
        ({"region": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}}, "wrong kind"),
        ({"region": {"type": "Point", "coordinates": [0, 0]}}, "a Point, not a polygon"),
        ({"region": "here"}, "column region"),
        ({"event_type": "picnic"}, "event_type"),
        ({"flags": ["odd"]}, "not a record: flag 'odd' is unknown"),
        ({"id": None, "feature_id": None}, "id"),
    ],
)
def test_what_contradicts_itself_is_refused(read, changed, says):
    table = read(feature(**changed))
    assert table.records == []
    assert says in table.rejects[0].reason
