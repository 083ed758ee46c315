"""Which part of a coast faces a way over the sea, and where a way over land begins."""

import numpy as np
import pytest

import geo
from geo.heartland import heartland_of
from geo.net import net
from geo.seaboard import cheapest, country_coast, facing, seaboard_of, waters_of
from geo.world_regions import WORLD_REGIONS

GUATEMALA, HAITI, ROTTERDAM, NATAL = (-91.7, 13.5), (-72.4, 18.0), (3.9, 52.0), (-34.9, -5.8)


def front(words, toward, avoiding=("panama", "suez")):
    sea = net()
    nodes = seaboard_of(geo.locate(words))
    found = facing(nodes, sea.nearest(np.array([toward]))[0], sea.lengths_without(avoiding))
    return found.front()


@pytest.mark.parametrize(
    ("words", "toward", "west", "south", "east", "north"),
    [
        ("Colombia", GUATEMALA, -79.5, 1.0, -76.5, 7.5),
        ("Colombia", HAITI, -77.5, 7.5, -71.0, 12.6),
        ("Ecuador", GUATEMALA, -81.5, -3.6, -78.5, 1.6),
        ("Mexico", GUATEMALA, -106.0, 14.0, -92.0, 20.0),
        ("South America", GUATEMALA, -82.0, -20.0, -76.0, 8.0),
        ("West Africa", NATAL, -18.0, 4.0, -4.0, 21.0),
        ("western Europe", NATAL, -11.0, 35.5, 6.0, 55.0),
    ],
)
def test_a_coast_faces_where_the_way_comes_from(words, toward, west, south, east, north):
    found = front(words, toward)
    assert west <= found.lon <= east
    assert south <= found.lat <= north
    assert 25_000 <= found.radius_m < 4_000_000


def test_what_cannot_be_reached_has_no_front():
    sea = net()
    nodes = seaboard_of(geo.locate("Colombia"))
    caspian, _ = sea.nearest(np.array([(50.5, 40.0)]))
    assert facing(nodes, caspian, sea.lengths) is None
    assert cheapest(nodes, np.full(len(sea.points), np.inf), 1.5) is None


def test_a_country_is_its_main_land():
    lon, lat = country_coast("ECU").T
    assert lon.min() > -82, "the Galapagos are left out"
    lon, lat = country_coast("FRA").T
    assert lat.min() > 40, "Guiana is left out"
    assert {"SLE", "NGA"} <= set(WORLD_REGIONS["West Africa"])
    assert not len(country_coast("XXX"))


def test_a_port_is_no_seaboard():
    assert seaboard_of(geo.locate("Rotterdam")) is None
    assert seaboard_of(geo.locate("Bolivia")) is None


def test_every_country_of_a_world_region_has_a_coast():
    missing = {code for members in WORLD_REGIONS.values() for code in members if not len(country_coast(code))}
    assert missing == set()


def test_waters_are_nodes_in_a_region():
    place = geo.locate("Gulf of Aden")
    lon, _ = net().points[waters_of(place)].T
    assert len(lon) > 20
    assert 42 < lon.min() < lon.max() < 55


def test_a_way_over_land_begins_in_the_middle_of_a_country():
    found = heartland_of(geo.locate("Guatemala"))
    assert (found.lon, found.lat) == pytest.approx((-90.3, 15.4), abs=0.7)
    assert heartland_of(geo.locate("Europe")) is None
    assert heartland_of(geo.locate("Rotterdam")) is None
