"""Short phrases as tables and routes write them: the place meant, with a region of a size that the words allow.

A phrase is no report: what it names is the place, so a town is a town's size and a country is its coast, and the
region is not widened by what may go wrong in a report of 350 characters.
"""

import pytest

import geo
from geo.geodesy import distance_m

PLACES = [
    # words, lon, lat, off by at most (km), radius at least, at most (km)
    ("Quito, Ecuador", -78.5, -0.2, 15, 2, 60),
    ("Caracas, Venezuela", -66.9, 10.5, 20, 2, 60),
    ("Bogotá", -74.1, 4.7, 20, 2, 60),
    ("Washington", -77.0, 38.9, 20, 2, 800),
    ("Geneva", 6.1, 46.2, 20, 2, 60),
    ("San Diego, California", -117.2, 32.7, 25, 2, 50),
    ("port of Santos, Brazil", -46.3, -24.0, 20, 2, 30),
    ("Port Everglades, Florida", -80.1, 26.1, 10, 1, 20),
    ("Rotterdam", 4.3, 51.9, 40, 2, 50),
    ("Salerno, Italy", 14.75, 40.67, 60, 1, 130),
    ("Guayaquil, Ecuador", -79.9, -2.2, 25, 2, 60),
    ("Tauranga, New Zealand", 176.2, -37.6, 25, 2, 60),
    ("Manzanillo, Mexico", -104.3, 19.1, 25, 2, 60),
    ("Mindelo, Cape Verde", -25.0, 16.9, 20, 1, 60),
    ("Latakia and Tartus, Syria", 35.8, 35.2, 60, 10, 300),
    ("Barahona, Dominican Republic", -71.1, 18.2, 20, 1, 50),
    ("off Point Fortin, Trinidad", -61.7, 10.2, 40, 5, 80),
    ("off the Paraguaná Peninsula, Venezuela", -70.0, 12.0, 70, 15, 120),
    ("71 miles from Santa Marta, Colombia", -74.2, 11.3, 140, 80, 200),
    ("80 nm south of Isla Beata, Dominican Republic", -71.5, 16.25, 40, 15, 90),
    ("south of Punta Salinas, Baní, Dominican Republic", -70.5, 18.1, 60, 5, 90),
    ("south of Baní, Dominican Republic", -70.3, 18.1, 60, 5, 100),
    ("about one nm north-east of El Pino channel, Cayo Falcones, Cuba", -80.0, 22.9, 90, 1, 120),
    ("high seas west of Clarión Island, outside Mexico's economic zone", -116.5, 18.4, 250, 40, 500),
    ("48 nm from La Blanquilla island", -64.6, 11.85, 110, 60, 140),
    ("about two miles east of Government Cut, Miami", -80.08, 25.76, 10, 1, 20),
    ("about 400 nm southwest of the Mexico-Guatemala border", -97.0, 9.8, 150, 60, 460),
    ("about 1,000 nm west of Lisbon, Atlantic", -30.5, 37.5, 250, 100, 600),
    ("south of San José island, Las Perlas, Panama", -79.1, 8.1, 50, 5, 80),
    ("off northeast Trinidad", -60.8, 10.9, 50, 10, 280),
    ("Bocas de Ceniza, off Barranquilla, Colombia", -74.85, 11.12, 20, 2, 60),
]

REGIONS = [
    ("Caribbean Sea", "caribbean_sea"),
    ("Atlantic Ocean", "atlantic_ocean"),
    ("Pacific Ocean", "pacific_ocean"),
    ("open Pacific Ocean", "pacific_ocean"),
    ("Indian Ocean", "indian_ocean"),
    ("Red Sea", "red_sea"),
    ("eastern Pacific Ocean", "eastern_pacific"),
    ("off Venezuela", "waters_off.VEN"),
    ("waters off Ecuador", "waters_off.ECU"),
    ("close to the Venezuelan coast, Caribbean Sea", "coast.VEN"),
    ("near Puerto Rico", "waters_off.PRI"),
    ("international waters near Venezuela", "international_waters_off.VEN"),
    ("south of Mexico, eastern Pacific", "waters_off.MEX"),
]

COASTS = [
    # A country by its bare name: not its capital, and not a namesake; within its waters or at its coast.
    ("Mexico", "MEX"),
    ("Guatemala", "GTM"),
    ("Panama", "PAN"),
    ("Belize", "BLZ"),
    ("Djibouti", "DJI"),
    ("Cuba", "CUB"),
    ("Venezuela", "VEN"),
]

NOT_PLACES = [
    "place not seen in the material",
    "sea not seen in the material",
    "international waters, sea not stated",
    "place not stated, joint US-Colombia action at sea",
    "fuel and cargo hand-over at sea",
    "airdrops",
    "not stated",
]


@pytest.mark.parametrize(("words", "lon", "lat", "off_km", "least_km", "most_km"), PLACES)
def test_a_phrase_is_placed_at_its_size(words, lon, lat, off_km, least_km, most_km):
    found = geo.locate(words)
    assert isinstance(found, geo.Place), found
    assert distance_m(lon, lat, found.lon, found.lat) <= off_km * 1000
    assert least_km * 1000 <= found.radius_m <= most_km * 1000
    assert found.location_steps


@pytest.mark.parametrize(("words", "region_id"), REGIONS)
def test_a_named_sea_is_its_outline(words, region_id):
    found = geo.locate(words)
    assert isinstance(found, geo.Place), found
    assert found.region_id == region_id
    assert found.location_steps


@pytest.mark.parametrize(("words", "country"), COASTS)
def test_a_bare_country_is_the_country(words, country):
    found = geo.locate(words)
    assert isinstance(found, geo.Place), found
    assert found.region_id in {f"waters_off.{country}", f"coast.{country}", f"country.{country}"}


@pytest.mark.parametrize("words", NOT_PLACES)
def test_words_that_name_no_place_are_not_placed(words):
    assert isinstance(geo.locate(words), geo.NotLocated)
