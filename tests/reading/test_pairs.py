"""Reports of our own writing and what must be read from them: no more and no less."""

import importlib.util
import sys
from pathlib import Path

import pytest

from records.reading import read

# The tests' folders are no packages: the reader of pairs is loaded by its path.
_PATH = Path(__file__).parent / "reading_pairs.py"
_SPEC = importlib.util.spec_from_file_location("reading_pairs", _PATH)
reading_pairs = importlib.util.module_from_spec(_SPEC)
sys.modules["reading_pairs"] = reading_pairs
_SPEC.loader.exec_module(reading_pairs)


@pytest.mark.parametrize("name", reading_pairs.NAMES)
def test_report_is_read_as_expected(name, locate):
    pair = reading_pairs.pair(name)
    reading = read(pair.report, locate=locate)
    kinds = [draft.event_type for draft in reading.drafts]
    assert kinds == [expected["event_type"] for expected in pair.expected]
    wrong = {
        f"{number} {draft.event_type}": found
        for number, (draft, expected) in enumerate(zip(reading.drafts, pair.expected, strict=True), 1)
        if (found := reading_pairs.differences(draft, expected))
    }
    assert not wrong


@pytest.mark.parametrize("name", reading_pairs.NAMES)
def test_every_quote_is_the_exact_slice_and_supports_something(name, locate):
    reading = read(reading_pairs.pair(name).report, locate=locate)
    for draft in reading.drafts:
        assert draft.quotes
        for quote in draft.quotes:
            assert quote.text == reading.report.text[quote.start : quote.end]
            assert quote.supports


def test_there_are_hard_ones():
    assert len(reading_pairs.NAMES) >= 10
    assert len([name for name in reading_pairs.NAMES if name.startswith("hard_")]) >= 3


def test_a_difference_is_seen(locate):
    pair = reading_pairs.pair(reading_pairs.NAMES[0])
    draft = read(pair.report, locate=locate).drafts[0]
    assert reading_pairs.differences(
        draft, {"killed_min": 999, "actors": ["Nobody | actor"], "quotes": {"title": "x y z"}}
    )
