"""A vessel stopped by an authority, in Spanish."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.es.nouns import LAW, MIGRANTS, VESSEL, WORDS_UP_TO

PATTERN = Pattern(
    event_type="interdiction",
    title="Interceptación",
    keyword=r"intercept|interdic|detuv|deten|apres|retuv|reteni",
    triggers=(
        Trigger(
            rf"\b(?P<t>intercept(?:ó|aron|ado|an|ando)|detuv(?:o|ieron)|apres(?:ó|aron)|retuv(?:o|ieron)) "
            rf"{WORDS_UP_TO}{{0,8}}?(?:{VESSEL}|{MIGRANTS})\b",
            needs=LAW,
        ),
        Trigger(
            (
                rf"\b(?:{VESSEL}|{MIGRANTS})\b[^;]{{0,80}}?\b(?:fue|fueron|sido) (?P<t>interceptad|detenid|"
                rf"apresad|retenid)\w+"
            ),
            voice="passive",
        ),
        Trigger(rf"\b(?P<t>interceptación|interdicción|apresamiento) de {WORDS_UP_TO}{{0,6}}?{VESSEL}\b", voice="noun"),
        Trigger(
            r"\b(?:la|el|esta) (?P<t>interceptación|interdicción|operación|persecución)\b",
            voice="noun",
            strength="weak",
        ),
    ),
    sub_event_types=(
        ("migrants", MIGRANTS),
        ("illegal_fishing", r"pesca ilegal|pescaba\w* ilegal"),
        ("drug_interdiction", r"droga|narco|contraband"),
    ),
    actor_kinds=("warship", "force", "office", "state"),
    target_kinds=("suspects", "ship", "vessel", "crew"),
)
