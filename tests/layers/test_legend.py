"""The legend says what every colour and form means, with the numbers of the view."""

import pytest

from layers.legend import QUESTIONS, legend_of
from layers.paint import Paint, PaintClass, simplestyle
from layers.registry import LAYERS
from layers.style import DARK, FAMILY_OF_TYPE, LIGHT, TYPES_IN_ORDER
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


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_a_paint_is_said_alike_in_simplestyle_and_for_the_map(layer):
    paint = layer.paint
    for one in paint.classes:
        value = one.values[0] if paint.scale == "categories" else one.least
        told = {paint.column: value}
        assert paint.class_of(told) == one
        assert simplestyle(paint, told, None) == {}
        assert simplestyle(paint, told, "Point")["marker-color"] == one.light
        assert simplestyle(paint, told, "MultiPolygon")["fill"] == one.light
        assert simplestyle(paint, told, "LineString")["stroke"] == one.light
        assert one.dark in str(paint.maplibre_colour("dark"))


def test_steps_leave_out_what_is_below_the_first():
    low, high = (PaintClass(WORDINGS[0], "#111111", "#eeeeee", least=least) for least in (1, 10))
    paint = Paint("fill", (low, high), scale="steps", column="count")
    assert [paint.class_of({"count": n}) for n in (None, 0, 1, 9.9, 10)] == [None, None, low, low, high]
    assert simplestyle(paint, {"count": 0}, "Polygon") == {}
