"""Numbers in cells are ranges; what is not stated is never zero."""

import pytest

from records.readers.counts import UnreadableNumberError, read_amount, read_range


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", (0, 0)),
        ("11", (11, 11)),
        ("11.0", (11, 11)),
        ("1,234", (1234, 1234)),
        ("3-5", (3, 5)),
        ("3 to 5", (3, 5)),
        ("at least 3", (3, None)),
        ("al menos 3", (3, None)),
        ("10+", (10, None)),
        ("up to 4", (None, 4)),
        ("~20", (20, 20)),
        ("3,0", (3, 3)),
        ("1.000", (1000, 1000)),
        ("", (None, None)),
        ("NA", (None, None)),
        ("unknown", (None, None)),
    ],
)
def test_people(text, expected):
    assert read_range(text) == expected


@pytest.mark.parametrize("text", ["-1", "several", "3.5", "5 men", "nan%"])
def test_other_words_are_no_number_of_people(text):
    with pytest.raises(UnreadableNumberError):
        read_range(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.5", 1.5),
        ("1,5", 1.5),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("12 000", 12000.0),
        ("", None),
        ("-2", -2.0),
    ],
)
def test_amounts(text, expected):
    assert read_amount(text) == expected


@pytest.mark.parametrize("text", ["inf", "lots", "1,2,3"])
def test_no_amounts(text):
    with pytest.raises(UnreadableNumberError):
        read_amount(text)
