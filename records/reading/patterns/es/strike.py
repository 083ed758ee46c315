"""Armed force of a state against a boat, in Spanish."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.es.nouns import (
    FISHING,
    MERCHANT,
    MILITANTS,
    PIRATES,
    SMALL_CRAFT,
    STATE_FORCE,
    WORDS_UP_TO,
)

_HIT = (
    r"(?:atac(?:ó|aron|ado|a|ada|adas|ados)|bombarde(?:ó|aron|ado|ada|adas)|destruy(?:ó|eron)|"
    r"destruid[oa]s?|hund(?:ió|ieron|ido|ida)|"
    r"golpe(?:ó|aron)|dispar(?:ó|aron) contra|abat(?:ió|ieron)|alcanz(?:ó|aron)|voló|volaron)"
)
_BOAT = rf"(?:{SMALL_CRAFT}|{FISHING}|barcos?|buques?|naves?)"
_OTHERS = rf"(?:{MILITANTS}|{PIRATES})[^,;]{{0,60}}\b{_HIT}|{MERCHANT}|huelga"

PATTERN = Pattern(
    event_type="strike",
    title="Ataque militar",
    keyword=r"ataque|atac|bombarde|destruy|destruid|hund|golpe|dispar|abat|alcanz|voló|volaron|operación",
    triggers=(
        Trigger(
            rf"\b(?P<t>ataques?|bombardeos?) (?:[\w-]+ ){{0,4}}?(?:contra|a|sobre) {WORDS_UP_TO}{{0,6}}?{_BOAT}\b",
            voice="noun",
            near=STATE_FORCE,
            unless=_OTHERS,
        ),
        Trigger(rf"\b(?P<t>{_HIT}) {WORDS_UP_TO}{{0,7}}?{_BOAT}\b", needs=STATE_FORCE, unless=_OTHERS),
        Trigger(
            rf"\b{_BOAT} {WORDS_UP_TO}{{0,6}}?(?:fue|fueron|sido) (?P<t>{_HIT})\b",
            voice="passive",
            near=STATE_FORCE,
            unless=_OTHERS,
        ),
        Trigger(r"\b(?:el|este|ese|la|esta) (?P<t>ataque|bombardeo|operación|acción)\b", voice="noun", strength="weak"),
    ),
    sub_event_types=(
        ("boat_strike", rf"{_BOAT}|en alta mar"),
        ("land_strike", r"\b(?:puerto|base|campamento|pista)\b"),
    ),
    actor_kinds=("warship", "force", "state", "office", "aircraft"),
    target_kinds=("group", "suspects", "vessel", "ship", "crew"),
)
