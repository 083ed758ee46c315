"""English numbers."""

from records.reading.numbers import NumberWords

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

NUMBERS = NumberWords(
    small={word: value for value, word in enumerate(_SMALL)},
    tens={word: 10 * value for value, word in enumerate(_TENS, 2)},
    scales={"hundred": 100, "thousand": 1000},
    whole={
        "a dozen": 12,
        "half a dozen": 6,
        "a half-dozen": 6,
        "two dozen": 24,
        "three dozen": 36,
        "four dozen": 48,
        "a couple of": 2,
        "a couple": 2,
        "a pair of": 2,
        "both": 2,
        "a hundred": 100,
        "a thousand": 1000,
    },
    open_above=(
        r"at least|no fewer than|no less than|not less than|a minimum of|more than|over|upwards of|in "
        r"excess of|well over"
    ),
    open_below=r"up to|at most|as many as|no more than|fewer than|less than|under|a maximum of",
    filler=(
        r"about|around|some|approximately|approx\.?|roughly|nearly|almost|an estimated|estimated|exactly|"
        r"all|only|just|another|"
        r"a total of|an additional|additional|the|these|those|its|their|other|a further|as"
    ),
    between="between",
    joiner="to|or",
    joint=r"[-\s]",
)
