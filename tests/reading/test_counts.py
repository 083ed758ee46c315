"""Tolls, totals and quantities, and figures that are none of these."""

import pytest

from records.reading.numbers import Range
from records.reading.quantities import QuantityFinder
from records.reading.tolls import TollFinder
from records.reading.words.en import ENGLISH
from records.reading.words.es import SPANISH

TOLLS = TollFinder(ENGLISH.tolls, ENGLISH.numbers)
QUANTITIES = QuantityFinder(ENGLISH.quantities, ENGLISH.numbers)


def tolls(words, finder=TOLLS):
    return {(toll.field, toll.count.low, toll.count.high) for toll in finder.find(words.lower())}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("killing 11 people", {("killed", 11, 11)}),
        ("killed eleven drug-traffickers", {("killed", 11, 11)}),
        ("Three men were killed and two others wounded", {("killed", 3, 3), ("injured", 2, 2)}),
        ("leaving at least a dozen people dead", {("killed", 12, None)}),
        ("between 3 and 5 people died", {("killed", 3, 5)}),
        ("some 20 migrants drowned", {("killed", 20, 20)}),
        ("up to 30 people are missing", {("missing", None, 30)}),
        ("the death toll rose to 14", {("killed", 14, 14)}),
        ("a sailor was injured", {("injured", 1, 1)}),
        ("A man and a child died", {("killed", 2, 2)}),
        ("there was one survivor", {("survivors", 1, 1)}),
        ("rescued 45 migrants", {("survivors", 45, 45)}),
        ("No casualties were reported", {("killed", 0, 0), ("injured", 0, 0)}),
        ("no injuries", {("injured", 0, 0)}),
        ("no one was killed or injured", {("killed", 0, 0), ("injured", 0, 0)}),
        ("there were no survivors", {("survivors", 0, 0)}),
        ("the crew were unharmed", {("injured", 0, 0)}),
        ("two of the crew members are missing", {("missing", 2, 2)}),
    ],
)
def test_tolls_are_read(words, expected):
    assert tolls(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "there were no immediate reports of casualties",
        "it is not known whether two sailors were killed",
        "the ministry denied that five men had died",
        "the missile could have killed 40 people",
        "the boat was struck 12 nautical miles off the coast",
        "a $13.5 million package of aid",
        "killing 70% of the catch",
        "they seized 2.7 tonnes of cocaine worth 200 million euros",
        "several people were hurt",
        "he vowed to kill 100 men",
    ],
)
def test_what_is_no_toll_is_none(words):
    assert tolls(words) == set()


@pytest.mark.parametrize(
    ("words", "killed", "strikes"),
    [
        ("the campaign has killed at least 80 people", Range(80, None), None),
        ("bringing the total number of people killed to 67", Range(67, 67), None),
        ("the strikes have killed 104 people since september", Range(104, 104), None),
        ("it has carried out 21 strikes since september, killing 83 people", Range(83, 83), Range(21, 21)),
    ],
)
def test_running_totals_are_no_tolls(words, killed, strikes):
    total = TOLLS.total(words)
    assert (total.killed, total.strikes) == (killed, strikes)
    assert TOLLS.find(words, total.start) == ()


@pytest.mark.parametrize(
    "words", ["the deadliest strike since the campaign began killed 14 men", "two men have been missing since tuesday"]
)
def test_a_toll_beside_a_comparison_is_no_total(words):
    assert TOLLS.total(words) is None


def test_spanish_tolls():
    finder = TollFinder(SPANISH.tolls, SPANISH.numbers)
    assert tolls("mató a 14 personas", finder) == {("killed", 14, 14)}
    assert tolls("al menos 15 migrantes murieron y otros 20 están desaparecidos", finder) == {
        ("killed", 15, None),
        ("missing", 20, 20),
    }
    assert tolls("no hubo heridos", finder) == {("injured", 0, 0)}


@pytest.mark.parametrize(
    ("words", "stated", "unit", "substance"),
    [
        ("1,860 kilograms (4,100 pounds) of cocaine", 1860, "kg", "cocaine"),
        ("2.7 tonnes of cocaine worth 200 million euros", 2.7, "tonnes", "cocaine"),
        ("more than 300 kg of heroin", 300, "kg", "heroin"),
        ("44 bales of suspected cocaine", 44, "bales", "cocaine"),
        ("1.9 million barrels of crude oil", 1_900_000, "barrels", "crude oil"),
    ],
)
def test_goods_are_read(words, stated, unit, substance):
    first = QUANTITIES.goods(words)[0]
    assert (first.count.stated, first.unit, first.substance) == (stated, unit, substance)


def test_money_is_read_apart():
    (sum_,) = QUANTITIES.money("a grant of $13.5 million in aid")
    assert (sum_.count.stated, sum_.unit) == (13_500_000, "USD")
    assert QUANTITIES.goods("a grant of $13.5 million in aid") == ()
