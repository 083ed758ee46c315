"""Spanish."""

from records.reading.language import Language
from records.reading.patterns.es import PATTERNS
from records.reading.patterns.es.nouns import VESSEL
from records.reading.words.es import when_and_how_many, who_and_where

SPANISH = Language(
    code="es",
    marks=frozenset({"el", "la", "los", "las", "de", "del", "que", "y", "una", "un", "por", "con", "para", "según"}),
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
    one=r"\b(?:una?|otra?|otro|el|la) ",
    ordinals=r"primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|otr[oa]s?",
    plural=r"s$",
)
