"""Vessel positions of every layout become tracks; what is none is counted, and nothing is drawn through a jump."""

from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from records.errors import RecordsError
from records.readers.ais import read_tracks
from records.track import TrackRules, track_of

OLD = "MMSI,BaseDateTime,LAT,LON,SOG,VesselName,VesselType\n"
ONE = "200000001"


def written(tmp_path, text, name="ais.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def tracks(tmp_path, text, **how):
    return read_tracks([written(tmp_path, text)], **how)


def row(minute, lat, lon, *, mmsi=ONE, speed="9.5", name="INVENTED"):
    return f"{mmsi},2025-09-20T{minute // 60:02}:{minute % 60:02}:00,{lat},{lon},{speed},{name},30\n"


LAYOUTS = {
    "old marinecadastre": OLD + row(0, 12.0, -72.0) + row(30, 12.05, -72.0),
    "new marinecadastre": "mmsi,base_date_time,longitude,latitude,sog,vessel_name,vessel_type\n"
    "200000001,2025-09-20 00:00:00,-72.0,12.0,9.5,INVENTED,30\n200000001,2025-09-20 00:30:00,-72.0,12.05,9.5,,30\n",
    "danish": "# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,Name,Ship type\n"
    "20/09/2025 00:00:00,Class A,200000001,12.0,-72.0,Engaged,,9.5,INVENTED,30\n"
    "20/09/2025 00:30:00,Class A,200000001,12.05,-72.0,Engaged,,9.5,,30\n",
    "danish, after pandas": ",# Timestamp,Type of mobile,MMSI,Latitude,Longitude,SOG,Name,Ship type\n"
    "7,09/08/2025 00:00:00,Class A,200000001,12.0,-72.0,9.5,INVENTED,30\n"
    "9,09/08/2025 00:30:00,Class A,200000001,12.05,-72.0,9.5,,30\n",
    "finnish": "mmsi,speed,heading,timestamp,timestamp_external,latitude,longitude,vessel_name,vessel_type_code\n"
    "200000001,9.5,511,10,1758326400000,12.0,-72.0,INVENTED,30\n"
    "200000001,9.5,511,40,1758328200000,12.05,-72.0,,30\n",
    "semicolons and decimal commas": "mmsi;time;lat;lon;speed;name;type\n"
    "200000001;2025-09-20T00:00:00Z;12,0;-72,0;9,5;INVENTED;30\n200000001;2025-09-20T00:30:00Z;12,05;-72,0;9,5;;30\n",
    "month first, told by the rows": "mmsi,time,lat,lon,speed,name,type\n"
    "200000001,09/20/2025 00:00:00,12.0,-72.0,9.5,INVENTED,30\n200000001,09/20/2025 00:30:00,12.05,-72.0,9.5,,30\n",
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
def test_every_layout_gives_the_same_track(tmp_path, text):
    (track,) = tracks(tmp_path, text).tracks
    assert (track.mmsi, track.name, track.vessel_type, track.points) == (ONE, "INVENTED", "30", 2)
    assert np.diff(track.times).tolist() == [1800]
    assert track.lats.tolist() == [12.0, 12.05]
    assert track.max_speed_kn == 9.5
    assert track.distance_nmi == pytest.approx(3, abs=0.05)


def test_danish_days_come_before_months(tmp_path):
    (track,) = tracks(tmp_path, LAYOUTS["danish, after pandas"]).tracks
    assert track.times[0] == 1_754_697_600  # the 9th of August


def test_days_and_months_that_nothing_tells_apart_are_refused(tmp_path):
    text = "mmsi,time,lat,lon\n200000001,09/08/2025 00:00:00,12,-72\n200000001,09/08/2025 00:30:00,12,-72\n"
    with pytest.raises(RecordsError, match="cannot be told apart"):
        tracks(tmp_path, text)


@pytest.mark.parametrize("bad", ['"OPEN,30', 'OPEN,"30', '"', '6" PIPE,"30'])
def test_a_quote_that_is_never_closed_is_refused_with_its_line(tmp_path, bad):
    broken = f"{ONE},2025-09-20T00:05:00,12.01,-72.0,9.5,{bad}\n"
    text = OLD + "".join(row(minute, 12 + minute / 500, -72.0) if minute != 5 else broken for minute in range(12))
    with pytest.raises(RecordsError, match="opened and never closed") as refused:
        tracks(tmp_path, text)
    assert "line 7" in str(refused.value)


def test_quotes_that_are_closed_or_stand_within_a_cell_cost_no_row(tmp_path):
    names = ['"A, B"', '"A ""B"" C"', '6" PIPE', '"A"B']
    text = OLD + "".join(row(minute, 12 + minute / 500, -72.0, name=name) for minute, name in enumerate(names))
    assert tracks(tmp_path, text).rows == len(names)


def test_what_ais_sends_for_not_available_is_no_value(tmp_path):
    found = tracks(
        tmp_path, OLD + row(0, 91, 181) + row(1, 12, -72, speed="102.3") + row(2, 0, 0) + row(3, 12.001, -72)
    )
    (track,) = found.tracks
    assert track.points == 2
    assert track.max_speed_kn == 9.5
    assert "rows without a position: 2" in found.notes


def test_positions_come_in_order_of_time_and_twice_counts_once(tmp_path):
    found = tracks(tmp_path, OLD + row(30, 12.05, -72) + row(0, 12, -72) + row(30, 12.05, -72))
    (track,) = found.tracks
    assert track.lats.tolist() == [12.0, 12.05]
    assert "positions given twice: 1" in found.notes


def test_a_single_position_off_the_way_is_left_out(tmp_path):
    found = tracks(tmp_path, OLD + row(0, 12, -72) + row(5, 40, -60) + row(10, 12.02, -72))
    (track,) = found.tracks
    assert track.dropped == 1
    assert track.lats.tolist() == [12.0, 12.02]
    assert "positions off the way, left out: 1" in found.notes


def test_a_jump_and_a_silence_break_the_line(tmp_path):
    rows = [row(0, 12, -72), row(10, 12.02, -72), row(20, 20, -60), row(30, 20.02, -60), row(30 + 7 * 60, 20.5, -60)]
    (track,) = tracks(tmp_path, OLD + "".join([*rows, row(31 + 7 * 60, 20.501, -60)])).tracks
    assert (track.jumps, track.gaps) == (1, 1)
    assert len(track.line().geoms) == 3


def test_the_antimeridian_cuts_the_line(tmp_path):
    (track,) = tracks(tmp_path, OLD + row(0, -17, 179.95) + row(30, -17, -179.95)).tracks
    line = track.line()
    assert [part.bounds[0::2] for part in line.geoms] == [(179.95, 180.0), (-180.0, -179.95)]
    assert track.distance_nmi == pytest.approx(5.7, abs=0.1)


def test_base_stations_and_beacons_are_no_vessels(tmp_path):
    text = LAYOUTS["danish"] + "20/09/2025 00:00:00,Base Station,2190064,56,11,,,,,\n"
    found = tracks(tmp_path, text + "20/09/2025 00:00:00,AtoN,992000001,56,11,,,,,\n")
    assert [track.mmsi for track in found.tracks] == [ONE]
    assert "rows of base stations and beacons: 2" in found.notes


def test_rows_that_are_none_are_counted(tmp_path):
    found = tracks(tmp_path, OLD + row(0, 12, -72) + "x,y\n" + "no,2025-09-20T00:00:00,1,2,3,N,30\n" + row(9, 12, -72))
    assert found.tracks[0].points == 2
    assert "rows that could not be read: 2" in found.notes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("!AIVDM,1,1,,B,402=481uaUcf;OQ55JS9ITi025Jp,0*2B\n", "raw NMEA"),
        ("a,b\n1,2\n", "no column of mmsi, time, lon, lat"),
        ("", "empty"),
    ],
)
def test_what_is_no_table_of_positions_is_refused(tmp_path, text, said):
    with pytest.raises(RecordsError, match=said):
        tracks(tmp_path, text)


def test_a_table_without_rows_has_no_tracks(tmp_path):
    assert tracks(tmp_path, OLD).tracks == ()


def test_names_that_are_no_utf8_are_kept_readable(tmp_path):
    text = (OLD + row(0, 12, -72, name="ÑANDÚ") + row(9, 12, -72)).encode("cp1252")
    assert tracks(tmp_path, text).tracks[0].name == "ÑANDÚ"


def test_files_too_large_to_hold_are_thinned_by_time_and_say_so(tmp_path):
    rows = "".join(row(minute, 12 + minute / 1000, -72) for minute in range(600))
    whole = tracks(tmp_path, OLD + rows).tracks[0]
    held = tracks(tmp_path, OLD + rows, most_held=200)
    assert held.tracks[0].points == whole.points == 600
    assert len(held.tracks[0].times) <= 200
    assert any("one in 480 seconds" in note for note in held.notes)
    assert held.tracks[0].line(0.001).length == pytest.approx(whole.line(0.001).length, rel=0.02)


def test_two_files_give_one_track_of_a_vessel(tmp_path):
    paths = [written(tmp_path, OLD + row(0, 12, -72), "a.csv"), written(tmp_path, OLD + row(9, 12.01, -72), "b.csv")]
    (track,) = read_tracks(paths).tracks
    assert track.points == 2


@given(
    st.lists(
        st.tuples(st.integers(0, 100_000), st.floats(-180, 180), st.floats(-85, 85)),
        min_size=1,
        max_size=30,
        unique_by=lambda one: one[0],
    )
)
def test_no_run_holds_an_impossible_step_and_no_position_is_lost(positions):
    times, lons, lats = (np.array(column) for column in zip(*sorted(positions), strict=True))
    track = track_of(ONE, times, lons, lats, TrackRules())
    assert len(track.times) + track.dropped == len(positions)
    assert len(track.starts) == 1 + track.gaps + track.jumps
    line = track.line()
    if line is not None:
        assert -180 <= line.bounds[0] <= line.bounds[2] <= 180
        assert shapely.get_dimensions(line) == 1
    part = track.between(times[0], times[-1])
    assert part is track
    assert track.between(times[-1] + 1, times[-1] + 2) is None


def test_a_simplified_way_along_a_parallel_goes_round_as_far_as_the_vessel_went():
    lons = np.arange(-180.0, 166.0, 15.0)
    track = track_of(ONE, np.arange(24) * 6_000.0, lons, np.full(24, 89.9), TrackRules())
    assert track.line(0.001).length == pytest.approx(345)


def test_the_outside_samples_are_read(shared_data: Path):
    folder = shared_data / "samples" / "ais"
    rows = {
        path.name: read_tracks([path]).rows for path in sorted(folder.glob("*.csv")) if not path.name.startswith("nmea")
    }
    assert rows == {
        "dma_danish_ais_2018_22col_index.csv": 10,
        "dma_danish_ais_2026_26col.csv": 226,
        "fintraffic_epoch_ms.csv": 60,
        "marinecadastre_2022.csv": 192,
        "marinecadastre_2023_float_codes.csv": 60,
        "marinecadastre_csv2_lonlat_order.csv": 3,
    }
