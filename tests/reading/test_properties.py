"""What holds for any text: no crash, exact quotes, bounded time."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.message import Message
from geo.place import NotLocated
from records.reading import read
from records.reading.numbers import Range
from records.reading.sentences import sentences
from records.reading.words.en import ENGLISH
from records.report import Report

SPOKEN = (
    "The U.S. Navy said struck a boat in Caribbean Sea on Monday killing eleven 11 people . , ; ( ) – \n \n\n \t ’ “ ” "
    "… and no not if will whether two days after September 2 2025 at 0130 UTC of off coast 12 nautical miles pirates "
    "seized 2.7 tonnes cocaine $13.5 million denied İ ß ﬁ 🚤 \u202e \x00 12-34N 045-06E since bringing total to 80"
)
WORDS = st.sampled_from(SPOKEN.split(" "))
TEXTS = st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=80).map(" ".join))


def nowhere(words):
    return NotLocated(Message("no_place", words))


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_and_every_quote_is_its_slice(text):
    reading = read(Report(text=text, published="2025-09-05"), locate=nowhere)
    for draft in reading.drafts:
        for quote in draft.quotes:
            assert quote.text == text[quote.start : quote.end] != ""


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_sentences_are_in_order_and_lose_no_word(text):
    found = sentences(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(len(one.plain) == len(one.low) == one.end - one.start for one in found)
    kept = "".join(text[one.start : one.end] for one in found)
    assert "".join(kept.split()) == "".join(text.split())


@given(st.integers(min_value=0, max_value=99_999))
def test_numbers_in_figures_are_read_back(number):
    for shown in (str(number), f"{number:,}"):
        assert ENGLISH.numbers.read(f"about {shown} people") == Range(number, number)
        assert ENGLISH.numbers.read(f"at least {shown} people") == Range(number, None)


@pytest.mark.parametrize(
    "words",
    [
        "U.S. forces struck a boat in the Caribbean Sea on Monday, killing 11 people, the Pentagon said. ",
        "a" * 50 + " ",
        "1,000 " * 10,
        "killed and killed and ",
        "....!!!! ",
        "A" * 200,
        "Los Lobos and Los Choneros of the ",
        "( ( ( [ ] ) \n",
        "no one was not never denied that if ",
        "two men and people were also all reportedly ",
        "the navy and also for and also for said ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(words):
    def seconds(size):
        text = (words * (size // len(words) + 1))[:size]
        began = time.perf_counter()
        read(Report(text=text, published="2025-09-05"), locate=nowhere)
        return time.perf_counter() - began

    seconds(2_000)  # compiles the expressions
    small = seconds(20_000)
    assert seconds(80_000) < 4 * 2.5 * small + 0.5


def test_a_megabyte_is_read_in_bounded_time():
    """Most of a long text tells nothing; what does is read as elsewhere."""
    filler = (
        "The harbour was quiet and the weather fair, and nothing of note was reported by anyone that day. " * 11_000
    )
    told = "U.S. forces struck a boat in the Caribbean Sea on Monday, killing 11 people, the Pentagon said."
    text = filler[:1_000_000] + "\n\n" + told
    began = time.perf_counter()
    reading = read(Report(text=text, published="2025-09-05"), locate=nowhere)
    assert time.perf_counter() - began < 30
    assert [draft.event_type for draft in reading.drafts] == ["strike"]
    assert reading.drafts[0].quotes[0].start >= 1_000_000
