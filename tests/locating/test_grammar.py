"""What words about a name say: distance, bearing, part, and whether it is a place at all."""

import pytest

from geo.phrases import relation_of
from geo.spelling import tokenise

NMI_M = 1852.0


def relation(text):
    """The relation of the name that stands in square brackets."""
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    tokens = tokenise(plain)
    first = next(index for index, token in enumerate(tokens) if token.start >= start)
    last = max(index for index, token in enumerate(tokens) if token.end <= end) + 1
    return relation_of(tokens, first, last, plain)


OFFSETS = [
    ("boarded 12 nm SW of [Socotra]", 12, 225),
    ("46 NM east-southeast of [Tema]", 46, 112.5),
    ("1,000 nm west of [Lisbon]", 1000, 270),
    ("5.5 nm from [Tema] anchorage", 5.5, None),
    ("4NM off [Tg. Ayam]", 4, None),
    ("two miles east of [Government Cut]", 2, 90),
    ("80 NM to the south of [Salalah]", 80, 180),
    ("63 NM SOUTH-WEST OF [WAGLAN]", 63, 225),
    ("30 nm NNE from [Hobyo]", 30, 22.5),
    ("3 cables off [Horsburgh]", 0.3, None),
    ("75 km off the [Venezuelan] coast", 75 / 1.852, None),
    ("27 miles ENE of the port, [Dar es Salaam]", 27, 67.5),
    ("370NM east/southeast of [Hobyo]", 370, 112.5),
    ("a 30 millas náuticas al norte de [Margarita]", 30, 0),
    ("a unas 12 millas al noreste de la isla de [Margarita]", 12, 45),
    ("a media milla al sur de [Cumaná]", 0.5, 180),
]


@pytest.mark.parametrize(("text", "nautical_miles", "bearing"), OFFSETS)
def test_an_offset(text, nautical_miles, bearing):
    found = relation(text)
    assert found.distance_m == pytest.approx(nautical_miles * NMI_M, rel=0.01)
    assert found.bearing_deg == bearing


def test_a_range_has_two_ends():
    found = relation("between 20 and 30 miles off the coast of [Yemen]")
    assert (found.distance_m, found.distance_high_m) == (20 * NMI_M, 30 * NMI_M)


def test_within_is_an_upper_bound():
    assert relation("within 90 miles of [Venezuela]").within


KINDS = [
    ("off [Lagos]", "off"),
    ("off the coast of northern [Sumatra]", "off"),
    ("in international waters off [Venezuela]", "off"),
    ("frente a las costas de [La Guaira]", "off"),
    ("near [Aden]", "near"),
    ("in the vicinity of [Socotra]", "near"),
    ("close to [Aden]", "near"),
    ("cerca de [Cartagena]", "near"),
    ("at [Callao]", "at"),
    ("in [Lagos]", "in"),
    ("outside [Port Harcourt]", "outside"),
    ("at the entrance to [Bonny] river", "mouth"),
    ("between [Aden] and Berbera", "between"),
    ("south of [Salalah]", "direction"),
    ("al sur de [Punta Salinas]", "direction"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_kind_of_a_relation(text, kind):
    assert relation(text).kind == kind


def test_parts_of_a_thing():
    assert relation("in the southern [Caribbean]").part == 180
    assert relation("off the east coast of [Somalia]").part == 90
    assert relation("the central [Mediterranean]").central


@pytest.mark.parametrize(
    "text", ["bound for [Houston]", "departed [Lagos]", "proceeding to [Mombasa]", "from [Lagos] to"]
)
def test_a_voyages_end_is_motion(text):
    assert relation(text).motion


def test_flags_ships_and_people_are_no_places():
    assert relation("a [Panama]-flagged tanker").mention
    assert relation("bandera de [Panamá]").mention
    assert relation("the [Indonesian] crew").of_ship
    assert relation("the [Nigerian] navy").people
    assert relation("the tanker [Victoria]").ship
    assert relation("[Victoria] said").ship
    assert relation("UKMTO [Dubai]").people


def test_beyond_any_countrys_waters():
    assert relation("in international waters off [Venezuela]").international
    assert relation("aguas internacionales frente a [Venezuela]").international
    assert not relation("in the waters off [Venezuela]").international


def test_a_noun_beside_a_name_says_what_it_is():
    assert relation("[Lagos] anchorage").feature == "anchorage"
    assert relation("the port of [Baní]").feature == "port"
    assert relation("la isla de [Margarita]").feature == "island"
    assert relation("the coast of [Yemen]").feature == "coast"
