"""Alerts, warnings, lists and wires, English and Spanish: other reports than those that numbers are set on."""

import pytest

import geo
from geo.geodesy import distance_m

PLACES = [
    # words, lon, lat, off by at most (km), radius at most (km)
    ("5NM SE of Mocha, Yemen", 43.30, 13.25, 15, 30),
    (
        "UKMTO WARNING: incident 60NM southwest of Hodeidah, Yemen. Two explosions close to the ship.",
        42.2,
        14.1,
        25,
        120,
    ),
    ("ATTACK: 14NM WNW of Al Hudaydah. A small craft fired on a ship bound for Jeddah. Crew safe.", 42.7, 14.9, 20, 60),
    ("30 NM south of Mukalla, Yemen. The tanker, en route from Sohar to Suez, met two skiffs.", 49.15, 14.0, 20, 90),
    ("HYDROLANT: GULF OF GUINEA. Vessel attacked 60 miles south-west of Lagos.", 2.7, 5.75, 30, 120),
    ("1. 3 Jan, 0230 LT, Belawan anchorage, Indonesia: tanker boarded.", 98.75, 3.9, 25, 60),
    ("SINGAPORE STRAIT, EASTERN APPROACHES. Robbery in the east bound lane off Batu Berhanti.", 103.88, 1.19, 30, 120),
    ("interceptado a 70 millas náuticas de la costa de La Guajira, informó la Armada", -72.5, 13.0, 130, 300),
    ("Tres pescadores desaparecidos frente a las costas de Sucre, Venezuela", -63.3, 10.7, 120, 400),
    ("off Sucre, Venezuela", -63.3, 10.7, 120, 400),
    ("off the coast of Falcón state", -69.8, 12.0, 80, 250),
    ("Asaltan una embarcación en el golfo de Guayaquil, cerca de la isla Puná.", -80.13, -2.83, 40, 150),
    ("localizada a 180 millas náuticas al sur de Huatulco, Oaxaca", -96.3, 12.7, 40, 180),
    ("a 500 millas al suroeste de las Azores rumbo a la península ibérica", -35.5, 32.0, 200, 800),
    ("off the Turkish coast north of Inebolu in the Black Sea", 33.77, 42.2, 30, 130),
    ("Two tankers hit by missiles in the port of Chornomorsk, Odesa region.", 30.67, 46.32, 15, 40),
    ("Sixty people rescued 40 nautical miles south of Lampedusa by the Italian coast guard.", 12.6, 34.85, 20, 90),
    ("A dinghy capsized off Farmakonisi after leaving Didim, Turkey.", 27.1, 37.25, 20, 80),
    ("A fishing boat was seized near Kinmen and taken to Quanzhou in Fujian.", 118.36, 24.44, 30, 130),
    ("Water cannon used against a supply boat near Second Thomas Shoal.", 115.87, 9.75, 20, 150),
    ("40 nm west of Bata, Equatorial Guinea", 9.07, 1.85, 25, 100),
    ("Strait of Hormuz off Fujairah", 56.45, 25.17, 30, 120),
    ("east of Bornholm", 15.45, 55.13, 40, 150),
    ("off Skagen", 10.7, 57.77, 30, 90),
    ("English Channel off Dungeness", 1.05, 50.85, 30, 90),
    ("Gulf of Finland, south of Porkkala", 24.42, 59.75, 30, 120),
    ("mouth of the Orinoco", -61.0, 8.9, 40, 160),
    ("cerca de la isla de Providencia, Colombia", -81.37, 13.35, 20, 90),
    ("midway between Lampedusa and Zuwara", 12.3, 34.2, 40, 200),
    ("seize a tanker in the Strait of Hormuz off Fujairah and take it to Bandar Abbas", 56.45, 25.17, 30, 150),
]

OUTLINES = [
    ("off northeast Trinidad, within 90 miles of Venezuela", "waters_off.TTO"),
    ("about 75 km off the Venezuelan coast, Maiquetía flight region", "waters_off.VEN"),
    # words, the outline
    ("atacada en aguas internacionales del Caribe, al norte de Venezuela", "international_waters_off.VEN"),
    ("PLA vessels crossed the median line of the Taiwan Strait.", "taiwan_strait"),
    ("a cable was cut in the Gulf of Finland, officials in Helsinki said", "gulf_of_finland"),
    ("A strike on a boat in the eastern Pacific killed four, the Pentagon said.", "eastern_pacific"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "lon", "lat", "off_km", "most_km"), PLACES)
def test_a_report_of_another_kind_is_placed(words, lon, lat, off_km, most_km):
    found = geo.locate(words)
    assert isinstance(found, geo.Place), found
    assert distance_m(lon, lat, found.lon, found.lat) <= off_km * 1000
    assert found.radius_m <= most_km * 1000
    assert found.location_steps


@pytest.mark.parametrize(("words", "region_id"), OUTLINES)
def test_a_sea_that_is_named_is_the_answer(words, region_id):
    found = geo.locate(words)
    assert isinstance(found, geo.Place), found
    assert found.region_id == region_id


def test_between_two_countries_goes_before_whose_forces_acted():
    found = geo.locate("US forces boarded a Panama-flagged tanker in the North Atlantic between Britain and Iceland.")
    assert isinstance(found, geo.Place), found
    assert found.location_method == "midway"


def test_a_name_of_two_places_reaches_both():
    found = geo.locate("frente a las costas de Sucre")
    assert isinstance(found, geo.Place), found
    here, there = distance_m(found.lon, found.lat, -75.5, 9.5), distance_m(found.lon, found.lat, -63.5, 10.7)
    assert min(here, there) < 300_000
    assert max(here, there) < found.radius_m or found.alternatives
