"""Tracks, encounters and a user's own layers, beside the records."""

import json
import math
from types import SimpleNamespace

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, Point, Polygon, box

from layers import encounters, overlay, tracks
from layers.beside import Beside, BesideTracks
from layers.errors import LayersError
from layers.overlay_file import read_overlay
from layers.registry import page_layers
from layers.selection import Selection
from records.encounter import EncounterRule
from records.encounter import encounters as found_encounters
from records.filter import Filter
from records.track import TrackRules, track_of

START = 1_758_326_400  # 2025-09-20T00:00:00Z
STORE = SimpleNamespace(incidents=lambda: iter(()), routes=tuple, address="none")


def track(mmsi, *positions, name=""):
    """A track of (minute, lon, lat)."""
    minutes, lons, lats = (np.array(column, float) for column in zip(*positions, strict=True))
    times = START + (minutes * 60).astype(np.int64)
    return track_of(mmsi, times, lons, lats, TrackRules(), name=name)


def still(mmsi, lon, lat, first=0, last=240, step=20):
    return track(mmsi, *((minute, lon, lat) for minute in range(first, last + 1, step)))


def select(*made, rule=None, overlays=(), zoom=None, **wanted):
    beside = Beside(None, BesideTracks(tuple(made), rule or EncounterRule()) if made else None, tuple(overlays))
    return Selection(STORE, Filter(**wanted), beside=beside, zoom=zoom)


def shown(layer, selection):
    return list(layer.features(selection, "auto"))


ONE = track("200000001", (0, -72, 12), (60, -72, 12.2), (120, -71.8, 12.4), (180, -71.8, 12.6), name="INVENTED")
TWO = track("200000002", (0, 179.9, -17), (60, -179.9, -17))
LONELY = track("200000003", (0, 5, 5))


def test_a_track_tells_what_it_is_made_of():
    first, _, lonely = shown(tracks, select(ONE, TWO, LONELY))
    assert set(first.properties) == set(tracks.COLUMNS)
    assert first.properties["start"] == "2025-09-20T00:00:00Z"
    assert first.properties["end"] == "2025-09-20T03:00:00Z"
    assert first.geometry.geom_type == "MultiLineString"
    assert lonely.geometry is None
    assert lonely.properties["points"] == 1


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        ({}, ["200000001", "200000002", "200000003"]),
        ({"bbox": "-73,11,-71,13"}, ["200000001"]),
        ({"bbox": "170,-20,-170,-10"}, ["200000002"]),
        ({"bbox": "-71.95,12.25,-71.85,12.35"}, ["200000001"]),  # its way crosses the box between two positions
        ({"since": "2025-09-21"}, []),
        ({"until": "2025-09-19"}, []),
        ({"since": "2025-09-20T00:30:00Z"}, ["200000001", "200000002"]),
    ],
)
def test_tracks_obey_the_dates_and_the_box(wanted, left):
    assert [feature.id for feature in shown(tracks, select(ONE, TWO, LONELY, **wanted))] == left


def test_a_part_of_a_track_is_told_as_a_part():
    (part,) = shown(tracks, select(ONE, since="2025-09-20T01:00:00Z", until="2025-09-20T02:00:00Z"))
    assert (part.properties["points"], part.properties["start"][11:16]) == (2, "01:00")
    assert part.geometry.length < ONE.line().length


def test_a_screen_gets_no_more_detail_than_it_shows():
    wiggly = track("200000004", *((k, -72 + k / 1000, 12 + 0.001 * math.sin(k)) for k in range(5_000)))
    sizes = [shapely.get_num_coordinates(tracks.drawn(wiggly, zoom)) for zoom in (2, 8, 12)]
    assert sizes[0] < 10 < sizes[1] < sizes[2] <= 2_500
    assert shapely.get_num_coordinates(tracks.drawn(wiggly, None)) > sizes[2]


def test_two_that_stay_close_for_long_meet_once():
    (met,) = found_encounters([still("200000001", -72, 12), still("200000002", -72.003, 12)], EncounterRule())
    assert (met.mmsi_a, met.mmsi_b, met.minutes) == ("200000001", "200000002", 240)
    assert met.distance_min_nmi == pytest.approx(0.176, abs=0.01)
    assert (met.lon, met.lat) == pytest.approx((-72.0015, 12), abs=1e-4)


@pytest.mark.parametrize(
    ("others", "rule"),
    [
        (still("200000002", -72.02, 12), EncounterRule()),  # too far
        (still("200000002", -72.003, 12, last=100), EncounterRule()),  # too short
        (still("200000002", -72.003, 12, first=300, last=600), EncounterRule()),  # at another time
        (still("200000002", -72.003, 12, step=120), EncounterRule()),  # nobody knows where it was between
        (track("200000002", (0, -72.3, 12), (120, -71.7, 12), (240, -71.1, 12)), EncounterRule()),  # passes by
    ],
)
def test_others_do_not_meet(others, rule):
    assert found_encounters([still("200000001", -72, 12), others], rule) == []


def test_the_rule_is_the_users():
    near = [still("200000001", -72, 12), still("200000002", -72.02, 12, last=100)]
    (met,) = found_encounters(near, EncounterRule(within_nmi=1.5, minutes=90))
    assert met.minutes >= 90


def test_encounters_across_the_antimeridian_are_met():
    (met,) = found_encounters([still("200000001", 179.999, 0), still("200000002", -179.999, 0)], EncounterRule())
    assert abs(met.lon) == pytest.approx(180, abs=1e-3)


def test_encounters_are_a_layer_of_points():
    pair = (still("200000001", -72, 12), still("200000002", -72.003, 12))
    (feature,) = shown(encounters, select(*pair))
    assert set(feature.properties) == set(encounters.COLUMNS)
    assert feature.geometry.geom_type == "Point"
    assert shown(encounters, select(*pair, since="2025-09-21")) == []
    assert shown(encounters, select(*pair, bbox="0,0,1,1")) == []
    assert shown(encounters, select(*pair, rule=EncounterRule(minutes=600))) == []


def test_layers_are_offered_only_where_there_is_something_to_offer():
    named = {entry.name: entry for entry in page_layers()}
    ours = ("tracks", "encounters", "overlay")
    assert [named[name].offered(select()) for name in ours] == [False, False, False]
    assert [named[name].offered(select(ONE, overlays=["x"])) for name in ours] == [True, True, True]
    assert [shown(layer, select()) for layer in (tracks, encounters, overlay)] == [[], [], []]


# --- the user's own layers


def written(tmp_path, *features, name="own.geojson", crs=None):
    collection = {"type": "FeatureCollection", "features": list(features)}
    if crs:
        collection["crs"] = {"type": "name", "properties": {"name": crs}}
    path = tmp_path / name
    path.write_text(json.dumps(collection), encoding="utf-8")
    return path


def feature(geometry, **properties):
    return {"type": "Feature", "properties": properties, "geometry": shapely.geometry.mapping(geometry)}


def test_an_overlay_is_drawn_as_it_is_and_its_text_is_data(tmp_path):
    nasty = "=HYPERLINK(1) </script> 'ñ'"
    read = read_overlay(written(tmp_path, feature(box(0, 0, 1, 1), name=nasty), feature(Point(5, 5), other=2)))
    one, other = shown(overlay, select(overlays=[read]))
    assert one.properties["name"] == one.properties["properties"]["name"] == nasty
    assert one.geometry.equals(box(0, 0, 1, 1))
    assert other.properties["properties"]["other"] == 2
    assert [each.id for each in shown(overlay, select(overlays=[read], bbox="4,4,6,6"))] == [other.id]


def test_another_reference_system_is_turned_and_said_so(tmp_path):
    read = read_overlay(written(tmp_path, feature(Point(500_000, 0)), crs="urn:ogc:def:crs:EPSG::32631"))
    assert read.features[0].geometry.coords[0] == pytest.approx((3.0, 0.0), abs=1e-6)
    assert any("WGS 84 / UTM zone 31N" in note for note in read.notes)


def test_without_a_reference_system_the_error_says_how_to_state_it(tmp_path):
    path = tmp_path / "bare.shp"
    import pyogrio.raw

    wkb = np.array([shapely.to_wkb(Point(500_000, 0))], object)
    with pytest.warns(UserWarning, match="crs"):
        pyogrio.raw.write(path, wkb, [np.array(["x"], object)], ["name"], geometry_type="Point", crs=None)
    with pytest.raises(LayersError, match="--overlay-crs EPSG:4326"):
        read_overlay(path)
    assert read_overlay(path, "EPSG:32631").features[0].geometry.x == pytest.approx(3.0)
    with pytest.raises(LayersError, match="no reference system 'EPSG:nonsense'"):
        read_overlay(path, "EPSG:nonsense")


def test_coordinates_that_are_no_degrees_are_refused(tmp_path):
    path = written(tmp_path, feature(Point(500_000, 4_000_000)))
    with pytest.raises(LayersError, match="no degrees"):
        read_overlay(path)
    assert read_overlay(path, "EPSG:32631").features[0].geometry.y == pytest.approx(36.1, abs=0.1)


@pytest.mark.parametrize(
    ("geometry", "bounds", "note"),
    [
        (Polygon([(0, 0), (2, 2), (2, 0), (0, 2)]), (0, 0, 2, 2), "broken polygons mended: 1"),
        (box(170, 0, 190, 5), (-180, 0, 180, 5), "cut at the 180th meridian: 1"),
        (LineString([(170, 0), (-170, 5)]), (-180, 0, 180, 5), "more than 180°"),
        (Polygon([(170, 0), (-170, 0), (-170, 5), (170, 5)]), (-180, 0, 180, 5), "more than 180°"),
        (Polygon([(0, 70), (120, 75), (-120, 80)]), (-180, 70, 180, 90), "more than 180°"),
        (Point(1, 2, 30), (1, 2, 1, 2), "heights are left out: 1"),
        (box(-180, -90, 180, 90), (-180, -90, 180, 90), ""),
    ],
    ids=["bow tie", "beyond 180", "long step", "area of long steps", "about a pole", "height", "world"],
)
def test_shapes_are_mended_and_cut_and_said_so(tmp_path, geometry, bounds, note):
    read = read_overlay(written(tmp_path, feature(geometry)))
    drawn = read.features[0].geometry
    assert drawn.bounds == bounds
    assert drawn.is_valid
    assert not drawn.has_z
    assert note in "; ".join(read.notes)


def test_the_line_across_the_antimeridian_takes_the_short_way(tmp_path):
    read = read_overlay(written(tmp_path, feature(LineString([(170, 0), (-170, 0)]))))
    assert read.features[0].geometry.length == pytest.approx(20)


def test_a_hole_beyond_the_antimeridian_stays_in_its_area(tmp_path):
    shell = [(170, 0), (-170, 0), (-170, 5), (170, 5)]
    read = read_overlay(written(tmp_path, feature(Polygon(shell, [[(-176, 1), (-172, 1), (-172, 4), (-176, 4)]]))))
    drawn = read.features[0].geometry
    assert drawn.area == pytest.approx(20 * 5 - 4 * 3)
    assert not drawn.contains(Point(-174, 2))
    assert drawn.contains(Point(174, 2))


def test_an_open_ring_is_told_with_its_feature_and_what_to_do(tmp_path):
    broken = feature(box(0, 0, 1, 1), name="open")
    broken["geometry"]["coordinates"] = [broken["geometry"]["coordinates"][0][:-1]]
    read = read_overlay(written(tmp_path, feature(Point(5, 5)), *[broken] * 7))
    assert [one.geometry is None for one in read.features] == [False, *[True] * 7]
    assert (
        "feature 2, listed and not drawn: a ring of its geometry is not closed – end it with its first position"
        in read.notes
    )
    assert read.notes[-1] == "geometries that could not be read, listed and not drawn: 7 in all"
    assert not any("OGR" in note for note in read.notes)


def test_a_ring_that_is_closed_along_a_parallel_holds_its_pole(tmp_path):
    coast = [(lon, -70 + 5 * np.sin(np.radians(3 * lon))) for lon in range(-180, 181, 10)]
    drawn = read_overlay(written(tmp_path, feature(Polygon(coast)))).features[0].geometry
    assert drawn.contains(Point(0, -85))
    assert not drawn.contains(Point(0, -60))


def test_an_empty_file_and_a_feature_without_geometry_are_told(tmp_path):
    assert "it holds no features" in read_overlay(written(tmp_path)).notes
    bare = {"type": "Feature", "properties": {"name": "x"}, "geometry": None}
    read = read_overlay(written(tmp_path, bare, feature(Point(1, 1))))
    assert [one.geometry is None for one in read.features] == [True, False]
    assert "features without a geometry, listed and not drawn: 1" in read.notes


def test_outside_layers_are_read_or_refused_in_one_line(shared_data):
    folder = shared_data / "samples" / "gis"
    read, refused = [], []
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".geojson", ".gpkg", ".shp", ".kml", ".kmz", ".fgb", ".parquet", ".gpx", ".topojson"):
            continue
        try:
            found = read_overlay(path)
        except LayersError as reason:
            refused.append((path.name, str(reason)))
            continue
        read.append(path.name)
        placed = [one.geometry for one in found.features if one.geometry is not None]
        assert all(each.bounds[0] >= -180 and each.bounds[2] <= 180 and not each.has_z for each in placed)
    assert len(read) >= 28
    assert {"latin1.shp", "arbremarq_point.shp"} <= {name for name, _ in refused}
    assert all("--overlay-crs" in said for _, said in refused)
