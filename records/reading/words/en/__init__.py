"""English."""

from records.reading.language import Language
from records.reading.patterns.en import PATTERNS
from records.reading.patterns.en.nouns import VESSEL
from records.reading.words.en import calendar, hedges, locations, numbers, parties, quantities, sayings, tolls

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
    numbers=numbers.NUMBERS,
    calendar=calendar.CALENDAR,
    parties=parties.PARTIES,
    tolls=tolls.TOLLS,
    quantities=quantities.QUANTITIES,
    locations=locations.LOCATIONS,
    sayings=sayings.SAYINGS,
    hedges=hedges.HEDGES,
    patterns=PATTERNS,
    continues=hedges.CONTINUES,
    separate=hedges.SEPARATE,
    vessels=VESSEL,
    strikes=hedges.STRIKES,
    partner=hedges.PARTNER,
    by=hedges.BY,
    happened=hedges.HAPPENED,
    pronoun=hedges.PRONOUN,
    claimed=hedges.CLAIMED,
    next_verb=hedges.NEXT_VERB,
    aside=hedges.ASIDE,
    team=r" (?:\w+ ){0,2}?(?:team|detachment|officers?|agents|personnel) (?:on ?board|aboard|embarked)",
    one=r"\b(?:an?|one|another|the) ",
    after=(
        r"\b(?:after|following)\s+(?!which|midnight|midday|noon|dawn|daybreak|sunrise|sunset|dusk|dark|"
        r"nightfall|\d{3,4}\b|\d\d?:)"
    ),
    ordinals=r"first|second|third|fourth|fifth|another|other|further|more",
    plural=r"(?:ts|ps|els|ers|fs|ws|hts|es|ps|ns|ks|ries|men)$",
)
