"""Written coordinates in every form that reports use."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import geo
from geo.coordinates import find_coordinates

READ = {
    "12-34.5N 045-06.7E": (12.575, 45.11167, 100),
    "1201.67N 05127.25E": (12.02783, 51.45417, 100),
    "15*06.57' N 051*27.25' E": (15.1095, 51.45417, 100),
    "10°21′30″N, 64°35′00″W": (10.35833, -64.58333, 100),
    "10°21′30″N, 64°35′W": (10.35833, -64.58333, 927),
    "lat 12.5 N long 43.2 E": (12.5, 43.2, 5560),
    "lat. 12.5, long. 43.2": (12.5, 43.2, 5560),
    "Latitude: -12.5 Longitude: 43.2": (-12.5, 43.2, 5560),
    "-12.5, 43.2": (-12.5, 43.2, 5560),
    "-12,5; 43,2": (-12.5, 43.2, 5560),
    "drifting at 12.3456, -71.2345 since dawn": (12.3456, -71.2345, 100),
    "POSN 0113N 10341E": (1.21667, 103.68333, 927),
    "052812N 0095500W": (5.47, -9.91667, 100),
    "UTM zone 38P 412345 1456789": (13.1764, 44.1911, 100),
    "grid 38PMB1234567890": (15.085, 44.1844, 100),
    "grid 38P MB 123 678": (15.0847, 44.1845, 100),
    "POINT(43.2 12.5)": (12.5, 43.2, 5560),
    "geo:12.5,43.2": (12.5, 43.2, 5560),
    "10° 21' N 64° 35' O": (10.35, -64.58333, 927),
    "10,35 N; 64,58 O": (10.35, -64.58, 556),
    "latitud 10°21'30\" Norte, longitud 64°35'00\" Oeste": (10.35833, -64.58333, 100),
    "10 grados 21 minutos de latitud norte y 64 grados 35 minutos de longitud oeste": (10.35, -64.58333, 927),
    "N12°34.5' E045°06.7'": (12.575, 45.11167, 100),
    "N 12 34 56, E 045 06 07": (12.58222, 45.10194, 100),
    "043-21E 12-38N": (12.63333, 43.35, 927),
    "12º30'S 044º10'E": (-12.5, 44.16667, 927),
    "12.34.56N 045.06.07E": (12.58222, 45.10194, 100),
    "15.12N 43.10E": (15.12, 43.1, 556),
    "05:31.17S – 105:18.15E": (-5.5195, 105.3025, 100),
    "1° 15' north, 103° 40' east": (1.25, 103.66667, 927),
    "12 deg 30 min N, 43 deg 12 min E": (12.5, 43.2, 927),
    "10-21N/064-35W": (10.35, -64.58333, 927),
    "seen on 12 May 05 12-30N 045-10E": (12.5, 45.16667, 927),
    "46°37'50.89\"N\n31°35'01.64\"E": (46.6308, 31.58379, 100),
    "12N 45E": (12.0, 45.0, 55598),
    # slips of scanning and typing
    "O1-14N 1O3-34E": (1.23333, 103.56667, 927),
    "O1-l4N 103-34E": (1.23333, 103.56667, 927),
    "near position 04:54N 008: 1 5E, drifting": (4.9, 8.25, 927),
    "position10-42-59N 16-28-04W outside": (10.71639, -16.46778, 100),
    "03-48.98.3N 100-43.03.3E": (3.81638, 100.71722, 100),
    "12- 59N 049-17E": (12.98333, 49.28333, 927),
}


@pytest.mark.parametrize("text", READ)
def test_a_written_position_is_read(text: str) -> None:
    lat, lon, radius_m = READ[text]
    positions, faults = find_coordinates(text)
    assert faults == ()
    assert len(positions) == 1
    assert positions[0].lat == pytest.approx(lat, abs=1e-4)
    assert positions[0].lon == pytest.approx(lon, abs=1e-4)
    assert positions[0].radius_m == pytest.approx(radius_m, abs=1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no digits here",
        "the price rose 12.5, 13.5 per cent",
        "between 5.25, 6.10 tonnes",
        "3-4 S",
        "5 nm S of the light",
        "on 12-05 N. Smith said",
        "tel. 555-1234 E",
        "at 0340 local time, 15 nm E of the island",
    ],
)
def test_other_numbers_are_no_positions(text: str) -> None:
    assert find_coordinates(text) == ((), ())


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("103-23N 001-15E", "position_swapped"),
        ("121.5, 23.5", "position_swapped"),
        ("0, 0", "position_null_island"),
        ("-12, 43", "position_coarse"),
        ("04:54N 008: 1 5E", "position_slip"),
        ("-12.5 N 43.2 E", "position_contradictory"),
    ],
)
def test_an_odd_position_is_flagged(text: str, flag: str) -> None:
    positions, _ = find_coordinates(text)
    assert flag in positions[0].flags


@pytest.mark.parametrize(
    ("text", "what"), [("12-75N 045-06E", "minutes"), ("12-15N 195-06E", "range"), ("lat 95.1 lon 195.2", "range")]
)
def test_an_impossible_position_is_told(text: str, what: str) -> None:
    positions, faults = find_coordinates(text)
    assert positions == ()
    assert [fault.what for fault in faults] == [what]


def test_several_positions_come_in_order_with_their_spans() -> None:
    text = "from 12-00S 077-10W to 12-01S 077-12W"
    positions, _ = find_coordinates(text)
    assert [text[each.start : each.end] for each in positions] == ["12-00S 077-10W", "12-01S 077-12W"]


@given(st.floats(-89.9, 89.9), st.floats(-179.9, 179.9))
def test_degrees_and_minutes_come_back(lat: float, lon: float) -> None:
    def written(value: float, letters: str, width: int) -> str:
        degrees, minutes = divmod(round(abs(value) * 6000), 6000)
        return f"{degrees:0{width}d}-{minutes / 100:05.2f}{letters[0 if value >= 0 else 1]}"

    positions, _ = find_coordinates(f"boarded in {written(lat, 'NS', 2)} {written(lon, 'EW', 3)} at anchor")
    assert positions[0].lat == pytest.approx(lat, abs=1e-4)
    assert positions[0].lon == pytest.approx(lon, abs=1e-4)


@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    find_coordinates(text)


@given(st.text(alphabet="0123456789 NSEWO-.:,°'\"lat", max_size=200))
def test_any_muddle_of_digits_is_survived(text: str) -> None:
    for position in find_coordinates(text)[0]:
        assert -90 <= position.lat <= 90
        assert -180 <= position.lon <= 180


@pytest.mark.parametrize("piece", ["1", "12-", "12-34N ", "N ", "12 34 ", "1.1, ", "UTM 38P 4", "'"])
def test_repeats_take_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    start = time.perf_counter()
    find_coordinates(text)
    assert time.perf_counter() - start < 8


@pytest.mark.parametrize(
    ("text", "lon", "lat"),
    [
        ("Tanker seized at 02-10N 048-30E on 3 May and let go at 05-10N 049-00E on 9 June.", 48.5, 2.167),
        ("The dhow was released in position 05-10N 049-00E; she had been seized in 02-10N 048-30E.", 48.5, 2.167),
        ("The coaster departed 01-16N 103-50E and was boarded in position 01-05N 104-10E.", 104.167, 1.083),
        ("Remolcado a 10-30N 064-10W tras el asalto en 11-00N 064-20W.", -64.333, 11.0),
    ],
)
def test_of_several_positions_the_events_own_is_taken(text: str, lon: float, lat: float) -> None:
    found = geo.locate(text)
    assert isinstance(found, geo.Place)
    assert (found.lon, found.lat) == pytest.approx((lon, lat), abs=0.001)
    assert found.region is None
    assert found.alternatives


def test_an_area_ends_where_its_list_does() -> None:
    corners = "35-10N 024-00E, 35-20N 024-00E, 35-20N 024-20E and 35-10N 024-20E"
    found = geo.locate(f"Firing in area bounded by {corners}. Ships are to avoid the wreck near 38-00N 023-00E.")
    assert isinstance(found, geo.Place)
    assert (found.lon, found.lat) == pytest.approx((24.167, 35.25), abs=0.01)
    assert found.radius_m < 30_000
