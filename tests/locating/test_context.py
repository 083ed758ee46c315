"""Help from outside the words, a user's own names, flags of stated positions, and how an answer is told."""

import pytest

import geo
from geo.gazetteer import gazetteer, read_names
from geo.geodesy import distance_m
from geo.place import Place
from geo.wording import WORDINGS

REPORT = (
    "The navy said on Friday that it had fired on a boat in the Caribbean Sea, killing four people. "
    "Two days later an aircraft flew close to a warship of the squadron."
)


def placed(words, **context):
    found = geo.locate(words, geo.Context(**context))
    assert isinstance(found, Place), found
    return found


def test_words_without_a_place_take_the_reports_sea():
    found = placed("an aircraft flew close to a warship", report_text=REPORT)
    assert found.location_method == "report_context"
    assert found.region_id == "caribbean_sea"
    assert found.geo_precision == "region"
    assert any("report speaks of" in str(step) for step in found.location_steps)


def test_words_with_a_place_do_not():
    assert placed("off Lagos, Nigeria", report_text=REPORT).location_method != "report_context"


def test_a_sea_or_a_country_can_be_hinted():
    assert placed("a boat was seen", sea_hints=("Red Sea",)).region_id == "red_sea"
    assert placed("a boat was seen", country_hints=("YEM",)).region_id == "waters_off.YEM"
    assert placed("a boat was seen", country_hints=("YE",)).location_method == "report_context"


@pytest.mark.parametrize(("code", "lat"), [("PT", 37.1), ("NG", 6.4)])
def test_a_hint_decides_between_namesakes(code, lat):
    assert placed("off Lagos", country_hints=(code,)).lat == pytest.approx(lat, abs=0.3)


def test_a_users_own_names_go_first(tmp_path):
    table = tmp_path / "names.csv"
    table.write_text("name,lon,lat,radius_m\nThe Knuckle,-61.5,11.9,4000\n", encoding="utf-8")
    names = gazetteer().with_names(read_names(table))
    found = placed("boarded off the Knuckle", names=names)
    assert distance_m(found.lon, found.lat, -61.5, 11.9) < 20_000
    assert isinstance(geo.locate("boarded off the Knuckle"), geo.NotLocated)


def test_the_point_of_off_a_place_lies_in_water():
    from geo.coast import on_land

    for words in ("off Lagos", "off La Guaira", "off Mumbai", "off Port Harcourt", "off Somalia", "off Norway"):
        found = placed(words)
        assert not on_land(found.lon, found.lat, 5_000)[0], words


def test_stated_positions_carry_flags():
    assert "position_on_land" in placed("at 9-00N 007-30E").flags
    assert "position_on_land" not in placed("at 9-00N 007-30E", at_sea=False).flags
    assert "position_coarse" in placed("12N 45E").flags
    assert "position_null_island" in placed("0, 0").flags
    report = (
        "COLOMBIA: On 5 May robbers boarded a tanker at 03-53N 077-03E, in Buenaventura anchorage, and stole paint."
    )
    mirrored = placed(report)
    assert {"text_and_position_disagree", "position_mirrored"} <= set(mirrored.flags)
    assert mirrored.lon == pytest.approx(-77.05)
    assert mirrored.alternatives[0].lon == pytest.approx(77.05)


def test_a_stated_position_is_exact_and_says_how_good_it_is():
    found = placed("in position 12-34.5N 045-06.7E")
    assert (found.geo_precision, found.location_method) == ("exact", "coordinates")
    assert found.radius_m == 100
    assert str(found.location_steps[0]).startswith("'12-34.5N 045-06.7E' is a written position")


def test_corners_are_an_area_and_two_ends_a_track():
    area = placed("area bounded by 12-00N 045-00E, 12-00N 046-00E, 13-00N 046-00E and 13-00N 045-00E")
    assert area.region is not None
    assert area.region.bounds == pytest.approx((45, 12, 46, 13))
    assert area.geo_precision == "area"
    track = placed("track from 10-00N 179-00E to 10-00N 179-00W")
    assert track.region is not None
    assert abs(track.lon) == pytest.approx(180, abs=0.01)


def test_two_places_of_one_rank_are_one_answer():
    found = placed("Latakia and Tartus, Syria")
    assert found.region is not None
    assert found.region.geom_type == "MultiPolygon"


def test_a_countrys_waters_are_narrowed_to_the_sea_named():
    found = placed("Red Sea off Yemen")
    assert found.region is not None
    assert found.region.bounds[2] < 44


def test_the_region_of_an_offset_is_a_sector_in_water():
    found = placed("150 nm south-east of Salalah, Oman")
    assert found.region is not None
    from shapely.geometry import Point

    assert found.region.contains(Point(found.lon, found.lat))
    assert not found.region.contains(Point(54.0, 16.95))


def test_ambiguous_names_list_their_alternatives():
    found = placed("Tripoli")
    assert {round(other.lat) for other in found.alternatives} | {round(found.lat)} >= {33, 34}
    assert all(0 < other.probability < 1 for other in found.alternatives)


def test_steps_can_be_followed():
    steps = [str(step) for step in placed("12 nm SW of Socotra").location_steps]
    assert steps[0].startswith("'Socotra' = Socotra, island in Yemen, 12.50°N 53.90°E")
    assert any(step.startswith("'12 nm' = 22 km") for step in steps)
    assert any("225°" in step for step in steps)
    assert "clipped to water" in steps


def test_misspelt_names_are_read_and_told():
    report = (
        "SOMALIA: An unidentified container ship was chased for an hour, 30 nm off Mogadihu, by two white skiffs. "
        "The master increased speed and mustered the crew, and the skiffs gave up."
    )
    found = placed(report)
    assert distance_m(found.lon, found.lat, 45.35, 2.03) < 90_000
    assert any("is read as" in str(step) for step in found.location_steps)


def test_places_come_back_from_json():
    for words in ("off Lagos", "150 nm south-east of Salalah", "Red Sea", "12-34N 045-06E"):
        found = placed(words)
        back = Place.from_json(found.to_json())
        assert (back.lon, back.lat, back.region_id, back.location_steps) == (
            found.lon,
            found.lat,
            found.region_id,
            found.location_steps,
        )


def test_every_wording_has_a_code_of_its_own():
    codes = [wording.code for wording in WORDINGS]
    assert len(set(codes)) == len(codes) >= 30
