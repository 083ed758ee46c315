"""What belongs to other events, in Spanish: people brought to safety, drugs brought ashore."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.es.nouns import DRUGS, MIGRANTS, VESSEL

_PEOPLE = rf"(?:{MIGRANTS}|personas|pescadores|tripulantes|marineros|ocupantes|hombres|mujeres)"

PATTERN = Pattern(
    event_type="other",
    title="Otro",
    keyword=r"rescat|auxili|desembarc|descarg|socorr",
    triggers=(
        Trigger(
            rf"\b(?P<t>(?:rescat|auxili|socorr)(?:ó|ió|aron|ieron|ado|ido)) (?:[\w'./,-]+ ){{0,8}}?a "
            rf"(?:[\w'./,-]+ ){{0,4}}?"
            rf"{_PEOPLE}\b",
            strength="alone",
        ),
        Trigger(
            rf"\b{_PEOPLE} (?:[\w'./,-]+ ){{0,6}}?(?:fue|fueron|sido) (?P<t>(?:rescat|auxili)ad[oa]s?)\b",
            voice="passive",
            strength="alone",
        ),
        Trigger(
            rf"\b(?P<t>rescate de) (?:[\w'./,-]+ ){{0,5}}?{_PEOPLE}\b", voice="noun", strength="alone", needs=VESSEL
        ),
        Trigger(r"\b(?P<t>(?:desembarc|descarg)(?:ó|aron|ado))\b", needs=DRUGS),
    ),
    sub_event_types=(("offload", r"desembarc|descarg"), ("rescue", r"rescat|auxili|socorr")),
    actor_kinds=("warship", "force", "office", "state"),
    target_kinds=("crew",),
    titles=(("offload", "Desembarco"), ("rescue", "Rescate")),
)
