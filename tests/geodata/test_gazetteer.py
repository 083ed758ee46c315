from __future__ import annotations

from pathlib import Path

import pytest

from geo.errors import GeoError
from geo.gazetteer import gazetteer, read_names
from geo.spelling import normalise, tokenise

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("S. China Sea", "s china sea"),
        ("Ra's al-Khaymah", "ras al khaymah"),
        ("Güiria", "guiria"),
        ("Côte d'Ivoire", "cote divoire"),
        ("P.N.G.", "png"),
        ("U.S.", "us"),
        ("Nigeria’s", "nigeria"),
        ("  Tg.  AYAM ", "tg ayam"),
        ("Łódź/Malmø", "lodz malmo"),
        ("", ""),
    ],
)
def test_a_spelling_has_one_key(name, key):
    assert normalise(name) == key


def test_a_key_is_its_own_key():
    for name in ("Port-au-Prince", "Ra's Isa", "St. John's", "Bab el-Mandeb", "東京 Tokyo"):
        assert normalise(normalise(name)) == normalise(name)


def test_tokens_know_their_place_and_where_a_name_ends():
    text = "Off P. Bintan, the crew. Indonesia; near St. Lucia"
    tokens = tokenise(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert [token.text for token in tokens if token.breaks] == ["the", "Indonesia", "near"]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Socotra", "sea_names.socotra"),
        ("SOCOTRA ISLAND", "sea_names.socotra"),
        ("P. Bintan", "sea_names.bintan"),
        ("Pulau Bintan", "sea_names.bintan"),
        ("Tg. Ayam", "sea_names.tanjung-ayam"),
        ("Tanjong Ayam", "sea_names.tanjung-ayam"),
        ("S. China Sea", "sea.south_china_sea"),
        ("Mar de China Meridional", "sea.south_china_sea"),
        ("Malacca Straits", "sea.malacca_strait"),
        ("Str of Malacca", "sea.malacca_strait"),
        ("G. of Aden", "sea.gulf_of_aden"),
        ("Golfo de Adén", "sea.gulf_of_aden"),
        ("Aceh", "region.IDN.aceh"),
        ("Bayelsa State", "region.NGA.bayelsa"),
        ("Belawan", "port.wpi.50730"),
        ("VEN", "country.VEN"),
        ("VE", "country.VEN"),
        ("Côte d’Ivoire", "country.CIV"),
        ("Ivory Coast", "country.CIV"),
        ("Países Bajos", "country.NLD"),
        ("Venezuelan", "demonym.VEN"),
        ("venezolanas", "demonym.VEN"),
        ("vénézuélienne", "demonym.VEN"),
    ],
)
def test_a_name_is_found_in_its_spellings(name, id):
    assert id in {entry.id for entry in gazetteer().lookup(name)}


def test_homonyms_are_all_returned():
    countries = {entry.country for entry in gazetteer().lookup("Georgetown")}
    assert {"GY", "US", "CA", "SH"} <= countries


def test_entries_carry_where_they_are_and_whose():
    bintan = next(entry for entry in gazetteer().lookup("Bintan") if entry.kind == "island")
    assert (bintan.country, bintan.admin1) == ("ID", "region.IDN.kepulauan_riau")
    assert bintan.lon == pytest.approx(104.5, abs=0.3)
    assert bintan.lat == pytest.approx(1.1, abs=0.3)
    assert 20_000 <= bintan.radius_m <= 60_000


def keys(text: str, **options: bool) -> list[str]:
    return [match.key for match in gazetteer().find(tokenise(text), **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("boarded 12 NM off P. Bintan, Indonesia", ["p bintan", "indonesia"]),
        ("INDONESIA: AT BELAWAN ANCHORAGE", ["indonesia", "belawan anchorage"]),
        ("in the Gulf of Aden", ["gulf of aden"]),
        ("near Mukalla. Yemen said", ["mukalla", "yemen"]),
        ("between Curaçao and Bonaire", ["curacao", "bonaire"]),
        ("but she was a part of the crew to rest on the hook", []),
        ("the tanker was one mile to the south west", []),
        ("", []),
    ],
)
def test_the_longest_names_are_found_in_one_pass(text, expected):
    assert keys(text) == expected


def test_common_words_are_names_only_where_asked_for():
    assert keys("in Hook") == []
    assert keys("in Hook", common=True) == ["hook"]
    (mobile,) = gazetteer().find(tokenise("sailed from Nice"))
    assert mobile.common


def test_a_code_is_never_a_name_in_a_text():
    assert keys("we can per no de in are and") == []


def test_a_slip_is_found_by_its_distance():
    assert ("socotra", 1) in gazetteer().fuzzy("Socottra")
    assert ("balikpapan", 1) in gazetteer().fuzzy("Balikpappan")
    assert gazetteer().fuzzy("Aden") == []
    assert gazetteer().fuzzy("") == []


def test_the_users_own_names_go_first(tmp_path):
    file = tmp_path / "names.csv"
    file.write_text(
        "name,names,lon,lat,radius_m,country\nAlpha Field,Campo Alfa,3.5,4.25,2000,ng\nAden,,1,2,,\n", "utf-8"
    )
    own = gazetteer().with_names(read_names(file))
    (field,) = own.lookup("campo alfa")
    assert (field.lon, field.lat, field.radius_m, field.countries, field.source) == (3.5, 4.25, 2000.0, ("NG",), "user")
    assert own.lookup("Aden")[0].id == "user.aden"
    assert [match.key for match in own.find(tokenise("off the Alpha Field"))] == ["alpha field"]
    assert gazetteer().lookup("Alpha Field") == ()


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("name,lon\nA,1\n", "no column lat"),
        ("name,lon,lat\nA,1,95\n", "names.csv:2: no position"),
        ("name,lon,lat\nA,x,5\n", "names.csv:2: lon, lat and radius_m must be numbers"),
        ("name,lon,lat\n!,1,5\n", "names.csv:2: the name is empty"),
        ("name,lon,lat\nA,nan,5\n", "names.csv:2: no position"),
    ],
)
def test_a_bad_row_is_named(tmp_path, rows, says):
    file = tmp_path / "names.csv"
    file.write_text(rows, "utf-8")
    with pytest.raises(GeoError, match=says):
        read_names(file)


def test_hostile_text_takes_linear_time():
    long = "san " * 50_000
    assert len(gazetteer().find(tokenise(long))) <= 50_000
