"""Spanish."""

from records.reading.language import Language
from records.reading.patterns.es import PATTERNS
from records.reading.patterns.es.nouns import VESSEL
from records.reading.words.es import calendar, hedges, locations, numbers, parties, quantities, sayings, tolls

SPANISH = Language(
    code="es",
    marks=frozenset({"el", "la", "los", "las", "de", "del", "que", "y", "una", "un", "por", "con", "para", "según"}),
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
    team=r" (?:\w+ ){0,2}?(?:equipo|destacamento|agentes) (?:a bordo|embarcad\w+)",
    one=r"\b(?:una?|otra?|otro|el|la) ",
    after=r"\b(?:tras|después de que|luego de)\s",
    ordinals=r"primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|otr[oa]s?",
    plural=r"s$",
)
