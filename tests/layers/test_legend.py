"""The legend says what every colour and form means, with the numbers of the view."""

from layers.legend import QUESTIONS, legend_of
from layers.style import DARK, FAMILY_OF_TYPE, LIGHT, TYPES_IN_ORDER, simplestyle
from layers.view import view
from layers.wording import WORDINGS
from records.filter import Filter
from records.vocabulary import EVENT_TYPES


def lines(world, several, **wanted):
    return {(entry.question, entry.key): entry for entry in legend_of(view(world.snapshot(*several), Filter(**wanted)))}


def test_every_type_of_the_store_is_in_the_legend_and_it_adds_up(world, several):
    found = lines(world, several, type=("strike",))
    types = {key: entry for (question, key), entry in found.items() if question == "what_happened"}
    assert set(types) == {record.event_type for record in several}
    assert sum(entry.total for entry in types.values()) == len(several)
    assert types["boarding"].count == 1  # unticked, and still counted
    assert not types["statement"].on_map


def test_forms_and_places_are_said_in_words(world, several):
    found = lines(world, several)
    assert [key for question, key in found if question == "who_vouches"] == ["filled", "ring", "retracted", "core"]
    assert found["who_vouches", "retracted"].struck
    assert found["who_vouches", "core"].count == 1
    assert str(found["how_sure", "tally"].text) == "Only a sea is named (tally)"
    places = {key: entry.count for (question, key), entry in found.items() if question == "how_sure"}
    assert places == {"stated": 2, "own_region": 2, "tally": 3, "none": 1}
    assert str(QUESTIONS["what_happened"]) == "What happened"


def test_nothing_is_left_without_words_or_colour():
    assert set(FAMILY_OF_TYPE) == set(TYPES_IN_ORDER) == set(EVENT_TYPES)
    assert set(FAMILY_OF_TYPE.values()) == set(LIGHT.families) == set(DARK.families)
    assert len({said.code for said in WORDINGS}) == len(WORDINGS)
    assert LIGHT.colour("unheard_of") == LIGHT.families["other"]
    assert simplestyle("strike", None) == {}
    assert simplestyle("strike", "Point")["marker-color"] == LIGHT.families["strike"]
    assert simplestyle("strike", "Polygon")["fill"] == LIGHT.families["strike"]
