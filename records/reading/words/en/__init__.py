"""English."""

from records.reading.language import Language
from records.reading.patterns.en import PATTERNS
from records.reading.patterns.en.nouns import VESSEL
from records.reading.words.en import when_and_how_many, who_and_where

ENGLISH = Language(
    code="en",
    marks=frozenset(
        [
            "the",
            "of",
            "and",
            "in",
            "that",
            "was",
            "were",
            "said",
            "by",
            "with",
            "for",
            "from",
            "has",
            "have",
            "it",
            "on",
            "at",
            "an",
            "is",
        ]
    ),
    numbers=when_and_how_many.NUMBERS,
    calendar=when_and_how_many.CALENDAR,
    parties=who_and_where.PARTIES,
    tolls=when_and_how_many.TOLLS,
    quantities=when_and_how_many.QUANTITIES,
    locations=who_and_where.LOCATIONS,
    sayings=who_and_where.SAYINGS,
    hedges=who_and_where.HEDGES,
    patterns=PATTERNS,
    continues=who_and_where.CONTINUES,
    separate=who_and_where.SEPARATE,
    vessels=VESSEL,
    strikes=who_and_where.STRIKES,
    partner=who_and_where.PARTNER,
    by=who_and_where.BY,
    happened=who_and_where.HAPPENED,
    pronoun=who_and_where.PRONOUN,
    one=r"\b(?:an?|one|another|the) ",
    ordinals=r"first|second|third|fourth|fifth|another|other|further|more",
    plural=r"(?:ts|ps|els|ers|fs|ws|hts|es|ps|ns|ks|ries|men)$",
)
