"""The case's own words in other languages: complete, and none that the tables no longer say."""

import re

import pytest

from records.case import facts
from records.case.words import LANGUAGES, own_texts, own_words

FIGURE = re.compile(r"\d+")
SAME = {"kg", "lb"}
"""Units that are written alike."""


def parties() -> set[str]:
    return {actor.name for record in facts.incidents() for actor in record.actors}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_own_word_is_told(language):
    assert sorted(set(own_texts()) - set(own_words(language)) - SAME) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_told_that_the_tables_do_not_say(language):
    assert sorted(set(own_words(language)) - set(own_texts()) - parties()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_is_lost_in_another_language(language):
    wrong = {text: told for text, told in own_words(language).items() if sorted(figures(text)) != sorted(figures(told))}
    assert wrong == {}


def figures(text: str) -> set[str]:
    """The numbers of a text, with neither spaces nor commas between thousands."""
    return set(FIGURE.findall(re.sub(r"(?<=\d)[ ,\u202f](?=\d{3})", "", text)))


def test_an_unknown_language_holds_nothing():
    assert own_words("xx") == {}


def test_titles_of_sources_that_are_not_english_are_those_of_the_tables():
    sources = [source for each in (*facts.incidents(), *facts.routes()) for source in each.sources]
    titles = {source.title for source in sources}
    assert set(facts.foreign_sources()) <= titles
    assert {source.language for source in sources} == {"en", "es", "fr", "nl", "pt"}
