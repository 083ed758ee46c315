"""Expressions of position whose answers were worked out by geodesy: a known point, a bearing and a distance."""

import pytest
from shapely.geometry import Point

import geo
from geo.geodesy import destination, distance_m, midpoint
from geo.place import Place

M_PER_NMI = 1852.0
KNOWN = {
    # Points known from charts and lists of lights, degrees east and north.
    "socotra": (53.9, 12.5),
    "aden": (45.0, 12.78),
    "mukalla": (49.13, 14.53),
    "salalah": (54.0, 16.95),
    "mogadishu": (45.35, 2.03),
    "hobyo": (48.53, 5.35),
    "guardafui": (51.27, 11.83),
    "perim": (43.42, 12.66),
    "hodeidah": (42.93, 14.8),
    "lagos": (3.4, 6.42),
    "cotonou": (2.43, 6.35),
    "tema": (0.01, 5.63),
    "takoradi": (-1.74, 4.88),
    "abidjan": (-4.02, 5.28),
    "luanda": (13.24, -8.8),
    "pointe_noire": (11.85, -4.78),
    "libreville": (9.44, 0.39),
    "brass": (6.24, 4.3),
    "bonny": (7.17, 4.42),
    "horsburgh": (104.41, 1.33),
    "mangkai": (105.58, 3.08),
    "bintan": (104.5, 1.05),
    "tanjung_ayam": (104.18, 1.33),
    "belawan": (98.75, 3.83),
    "chittagong": (91.8, 22.25),
    "jolo": (121.0, 6.0),
    "balikpapan": (116.82, -1.27),
    "santos": (-46.31, -24.0),
    "callao": (-77.17, -12.05),
    "guayaquil": (-79.9, -2.25),
    "la_guaira": (-66.94, 10.61),
    "puerto_la_cruz": (-64.65, 10.24),
    "cumana": (-64.17, 10.46),
    "margarita": (-64.0, 11.0),
    "blanquilla": (-64.6, 11.85),
    "aruba": (-70.0, 12.5),
    "curacao": (-69.0, 12.17),
    "bonaire": (-68.27, 12.18),
    "port_of_spain": (-61.52, 10.65),
    "galera": (-60.91, 10.83),
    "barbados": (-59.55, 13.17),
    "santa_marta": (-74.22, 11.25),
    "cartagena": (-75.53, 10.4),
    "barranquilla": (-74.8, 11.0),
    "buenaventura": (-77.08, 3.88),
    "tumaco": (-78.76, 1.82),
    "manta": (-80.72, -0.95),
    "puntarenas": (-84.83, 9.97),
    "acapulco": (-99.9, 16.84),
    "valparaiso": (-71.63, -33.03),
    "manzanillo": (-104.32, 19.06),
    "cabo_san_lucas": (-109.9, 22.88),
    "socorro": (-110.97, 18.79),
    "beata": (-71.52, 17.58),
    "kingston": (-76.8, 17.95),
    "port_au_prince": (-72.35, 18.55),
    "funchal": (-16.9, 32.64),
    "lisbon": (-9.2, 38.7),
    "gibraltar": (-5.35, 36.14),
    "lampedusa": (12.6, 35.5),
    "malta": (14.4, 35.9),
    "latakia": (35.77, 35.52),
    "mombasa": (39.68, -4.06),
    "zanzibar": (39.35, -6.15),
    "dar": (39.3, -6.82),
    "minicoy": (73.05, 8.28),
    "port_victoria": (55.45, -4.62),
}

OFFSETS = [
    # words, the known point, bearing in degrees, nautical miles, off by at most so many kilometres
    ("20 nm south of Aden, Yemen", "aden", 180, 20, 12),
    ("boarded 20 NM south of Aden", "aden", 180, 20, 12),
    ("35 nautical miles south-east of Al Mukalla, Yemen", "mukalla", 135, 35, 15),
    ("about 120nm southeast of Salalah, Oman", "salalah", 135, 120, 40),
    ("60 miles SE of Salalah", "salalah", 135, 60, 25),
    ("some 90 miles east of Mogadishu", "mogadishu", 90, 90, 30),
    ("200 NM ESE of Mogadishu, Somalia", "mogadishu", 112.5, 200, 60),
    ("45 nm east of Hobyo", "hobyo", 90, 45, 20),
    ("30 nm north of Cape Guardafui", "guardafui", 0, 30, 15),
    ("10 nm west of Perim Island", "perim", 270, 10, 12),
    ("fifteen miles west of Hodeidah, Yemen", "hodeidah", 270, 15, 15),
    ("50 NM SSW of Lagos, Nigeria", "lagos", 202.5, 50, 20),
    ("12 nm south of Cotonou, Benin", "cotonou", 180, 12, 12),
    ("46 NM east-southeast of Tema", "tema", 112.5, 46, 20),
    ("66 nm south of Tema, Ghana", "tema", 180, 66, 25),
    ("8 nautical miles south of Takoradi", "takoradi", 180, 8, 10),
    ("70 nm south-southwest of Abidjan", "abidjan", 202.5, 70, 30),
    ("5 nm north of Luanda anchorage", "luanda", 0, 5, 10),
    ("27 NM west of Pointe Noire, Congo", "pointe_noire", 270, 27, 15),
    ("40 nm west of Libreville, Gabon", "libreville", 270, 40, 20),
    ("approximately 130 NM southwest of Brass, Nigeria", "brass", 225, 130, 40),
    ("34 nm south-southeast of Bonny Island, Nigeria", "bonny", 157.5, 34, 25),
    ("3 nm east of Horsburgh Lighthouse", "horsburgh", 90, 3, 6),
    ("28NM northwest of Pulau Mangkai, Indonesia", "mangkai", 315, 28, 15),
    ("15 nm north-east of Pulau Mangkai", "mangkai", 45, 15, 12),
    ("4 nm southeast of Tanjung Ayam, Malaysia", "tanjung_ayam", 135, 4, 10),
    ("18 nm NNE of Belawan, Indonesia", "belawan", 22.5, 18, 15),
    ("40 nm south of Chittagong", "chittagong", 180, 40, 30),
    ("22 miles north-west of Jolo", "jolo", 315, 22, 45),
    ("30 nm east of Balikpapan", "balikpapan", 90, 30, 20),
    ("11 nm south-east of Santos, Brazil", "santos", 135, 11, 12),
    ("9 nm west of Callao, Peru", "callao", 270, 9, 12),
    ("80 nm south of Isla Beata", "beata", 180, 80, 25),
    ("25 nm north of La Guaira, Venezuela", "la_guaira", 0, 25, 15),
    ("6 nm west of Puerto La Cruz", "puerto_la_cruz", 270, 6, 10),
    ("18 km north of Cumaná, Venezuela", "cumana", 0, 18 / 1.852, 12),
    ("40 nm north-west of La Blanquilla, Venezuela", "blanquilla", 315, 40, 20),
    ("12 nm north of Galera Point, Trinidad", "galera", 0, 12, 12),
    ("71 miles north of Santa Marta, Colombia", "santa_marta", 0, 71, 25),
    ("33 nm west of Cartagena, Colombia", "cartagena", 270, 33, 20),
    ("20 nautical miles north of Barranquilla", "barranquilla", 0, 20, 20),
    ("95 nm west of Buenaventura, Colombia", "buenaventura", 270, 95, 40),
    ("30 nm west of Tumaco, Nariño, Colombia", "tumaco", 270, 30, 20),
    ("300 nm west of Manta, Ecuador", "manta", 270, 300, 60),
    ("14 nm south of Puntarenas, Costa Rica", "puntarenas", 180, 14, 20),
    ("150 miles south of Acapulco, Mexico", "acapulco", 180, 150, 40),
    ("463 km southwest of Manzanillo, Mexico", "manzanillo", 225, 250, 60),
    ("90 nm south of Cabo San Lucas", "cabo_san_lucas", 180, 90, 30),
    ("27 nm east of Mombasa", "mombasa", 90, 27, 15),
    ("38 nautical miles east of Dar es Salaam", "dar", 90, 38, 20),
    ("446 miles west of Minicoy Island, India", "minicoy", 270, 446, 90),
    ("155NM northwest of Port Victoria, Seychelles", "port_victoria", 315, 155, 40),
    ("about 1,000 nm west of Lisbon", "lisbon", 270, 1000, 160),
    ("8 nm south of Gibraltar", "gibraltar", 180, 8, 10),
    ("24 nm south of Lampedusa", "lampedusa", 180, 24, 15),
    ("370NM east/southeast of Hobyo, Somalia", "hobyo", 112.5, 370, 90),
    ("880 MILES SOUTHEAST MOGADISHU, SOMALIA", "mogadishu", 135, 880, 160),
    ("TWO MILES SOUTH OF GIBRALTAR", "gibraltar", 180, 2, 8),
    ("half a mile north of Horsburgh light", "horsburgh", 0, 0.5, 5),
    ("3 cables south of Horsburgh Lighthouse", "horsburgh", 180, 0.3, 5),
    ("100 kms NE of Mombasa, Kenya", "mombasa", 45, 54, 25),
    # Spanish
    ("a 30 millas náuticas al norte de La Guaira", "la_guaira", 0, 30, 15),
    ("a unas 25 millas al noroeste de Cartagena, Colombia", "cartagena", 315, 25, 20),
    ("12 millas al sur de Cabo San Lucas", "cabo_san_lucas", 180, 12, 15),
    ("a 40 millas náuticas al oeste de Tumaco, Colombia", "tumaco", 270, 40, 20),
    ("a 80 kilómetros al norte de Santa Marta", "santa_marta", 0, 43, 20),
    ("unos 15 kilómetros al sur de Acapulco", "acapulco", 180, 8, 15),
    ("a diez millas al este de Mombasa", "mombasa", 90, 10, 12),
    ("200 millas náuticas al oeste de Manta, Ecuador", "manta", 270, 200, 50),
    ("a 60 millas al suroeste de Buenaventura", "buenaventura", 225, 60, 30),
    ("35 mn al norte de Barranquilla", "barranquilla", 0, 35, 25),
    ("20 millas al noreste de la isla La Blanquilla", "blanquilla", 45, 20, 20),
    ("interceptada a 5 millas náuticas al norte de Cumaná", "cumana", 0, 5, 12),
    ("a 90 millas al sur de la isla Beata, República Dominicana", "beata", 180, 90, 30),
    ("a 15 millas al sureste de Santos, Brasil", "santos", 135, 15, 15),
    ("50 millas náuticas al sur-suroeste de Lagos, Nigeria", "lagos", 202.5, 50, 20),
]

NEAR = [
    # words, the known point, off by at most so many kilometres
    ("off La Guaira", "la_guaira", 20),
    ("off Cumaná, Venezuela", "cumana", 20),
    ("near Horsburgh Lighthouse", "horsburgh", 8),
    ("in the vicinity of Horsburgh Lighthouse", "horsburgh", 8),
    ("Belawan anchorage, Sumatra, Indonesia", "belawan", 15),
    ("Lagos anchorage, Nigeria", "lagos", 20),
    ("at Callao anchorage, Peru", "callao", 10),
    ("anchored at Callao", "callao", 15),
    ("berthed at the port of Santos, Brazil", "santos", 15),
    ("Berth No 6, Port of Guayaquil", "guayaquil", 15),
    ("Guayaquil, Ecuador", "guayaquil", 15),
    ("Chittagong roads", "chittagong", 20),
    ("outside the port of Cotonou", "cotonou", 20),
    ("at the entrance to the port of Luanda", "luanda", 20),
    ("off Socotra Island", "socotra", 60),
    ("off the island of Lampedusa", "lampedusa", 20),
    ("close to Lampedusa", "lampedusa", 20),
    ("3 nautical miles off Cotonou", "cotonou", 15),
    ("within 5 miles of Gibraltar", "gibraltar", 12),
    ("between 10 and 20 miles off Lagos, Nigeria", "lagos", 45),
    ("north-west of Cartagena, Colombia", "cartagena", 45),
    ("south of Isla Beata", "beata", 40),
    ("off Barranquilla and Santa Marta, Colombia", "barranquilla", 90),
    ("frente a La Guaira", "la_guaira", 20),
    ("frente a las costas de Cumaná", "cumana", 20),
    ("cerca de Cartagena, Colombia", "cartagena", 20),
    ("en las inmediaciones de Tumaco", "tumaco", 20),
    ("en el puerto de Manzanillo, México", "manzanillo", 15),
    ("al norte de Barranquilla", "barranquilla", 50),
    ("al sur de la isla Socorro", "socorro", 45),
    ("fondeado en la rada del Callao", "callao", 15),
    ("muelle del puerto de Acapulco", "acapulco", 15),
    ("Valparaíso", "valparaiso", 25),  # its region owns islands an ocean away, which are not meant
]

BETWEEN = [
    ("midway between Curaçao and Bonaire", "curacao", "bonaire", 25),
    ("between Aruba and Curaçao", "aruba", "curacao", 25),
    ("halfway between Mombasa and Zanzibar", "mombasa", "zanzibar", 40),
    ("between Lampedusa and Malta", "lampedusa", "malta", 30),
    ("entre Aruba y Curazao", "aruba", "curacao", 25),
    ("a medio camino entre Lampedusa y Malta", "lampedusa", "malta", 30),
]

AREAS = [
    # words, the outline, a known point that it holds
    ("in the Gulf of Aden", "gulf_of_aden_wide", (48.0, 12.5)),
    ("Caribbean Sea", "caribbean_sea", (-72.0, 15.0)),
    ("southern Red Sea", "southern_red_sea", (42.5, 14.0)),
    ("mar Caribe", "caribbean_sea", (-72.0, 15.0)),
    ("golfo de Venezuela", "gulf_of_venezuela", (-71.0, 11.6)),
    ("close to Malta", "waters_off.MLT", (14.4, 35.6)),
    ("off Venezuela", "waters_off.VEN", (-66.0, 11.5)),
    ("frente a las costas de Venezuela", "waters_off.VEN", (-66.0, 11.5)),
    ("in international waters off Venezuela", "international_waters_off.VEN", (-66.0, 12.5)),
    ("aguas internacionales frente a Venezuela", "international_waters_off.VEN", (-66.0, 12.5)),
    ("outside the 12-mile limit of Colombia", "international_waters_off.COL", (-75.0, 12.0)),
    ("northern part of the Gulf of Guinea", "gulf_of_guinea.northern", (3.0, 5.5)),
    ("parte norte del golfo de Guinea", "gulf_of_guinea.northern", (3.0, 5.5)),
    ("the eastern Pacific", "eastern_pacific", (-95.0, 8.0)),
    ("Pacífico oriental", "eastern_pacific", (-95.0, 8.0)),
    ("Singapore Strait", "singapore_strait_wide", (103.9, 1.2)),
]

NOT_PLACED = [
    "",
    "   ",
    "the vessel was boarded by four men",
    "Victoria said the crew were well",
    "the tanker Victoria",
    "M/V Aegean Dream",
    "a Panama-flagged bulk carrier",
    "the Liberia-registered tanker",
    "bandera de Panamá",
    "the flag of Malta",
    "crew of 22 and a master",
    "place not stated",
    "position unknown",
    "location not disclosed",
    "sea not stated",
    "undisclosed location",
    "lugar desconocido",
    "at about 0400 local time",
    "on Monday 12 May 2014",
    "in May and in August",
    "5 nm",
    "twelve miles to the south",
    "offshore",
    "in international waters",
    "the high seas",
    "en alta mar",
    "12-75N 045-06E",
    "lat 95.1 lon 195.2",
    "ISPS level 2, IMO 9443774, MMSI 412345678",
    "the bridge, the poop deck and the engine room",
    "President and Secretary met",
    "🙂🙂🙂",
    "\x00\x01\x02",
]


def _placed(words: str) -> Place:
    found = geo.locate(words)
    assert isinstance(found, Place), found
    assert found.location_steps
    return found


def _holds(place: Place, lon: float, lat: float) -> bool:
    if place.region is not None:
        return place.region.distance(Point(lon, lat)) < 1e-6
    return distance_m(place.lon, place.lat, lon, lat) <= place.radius_m


@pytest.mark.parametrize(("words", "known", "bearing_deg", "nautical_miles", "within_km"), OFFSETS)
def test_a_distance_and_a_direction(words, known, bearing_deg, nautical_miles, within_km):
    lon, lat = destination(*KNOWN[known], bearing_deg, nautical_miles * M_PER_NMI)
    found = _placed(words)
    assert distance_m(found.lon, found.lat, lon, lat) / 1000 <= within_km
    assert _holds(found, lon, lat)
    assert found.location_method == "offset"


@pytest.mark.parametrize(("words", "known", "within_km"), NEAR)
def test_near_a_place(words, known, within_km):
    found = _placed(words)
    assert distance_m(found.lon, found.lat, *KNOWN[known]) / 1000 <= within_km
    assert found.radius_m <= 200_000


@pytest.mark.parametrize(("words", "one", "other", "within_km"), BETWEEN)
def test_between_two_places(words, one, other, within_km):
    lon, lat = midpoint(*KNOWN[one], *KNOWN[other])
    found = _placed(words)
    assert found.location_method == "midway"
    assert distance_m(found.lon, found.lat, lon, lat) / 1000 <= within_km


@pytest.mark.parametrize(("words", "region_id", "inside"), AREAS)
def test_a_named_area(words, region_id, inside):
    found = _placed(words)
    assert found.region_id == region_id
    outline = geo.outline(found.region_id)
    assert outline is not None
    assert outline.geometry.intersects(Point(*inside))


@pytest.mark.parametrize("words", NOT_PLACED)
def test_what_names_no_place_is_not_placed(words):
    found = geo.locate(words)
    assert isinstance(found, geo.NotLocated), found
    assert str(found.reason)


def test_there_are_enough_expressions():
    assert len(OFFSETS) + len(NEAR) + len(BETWEEN) + len(AREAS) >= 120
    assert len(NOT_PLACED) >= 30
