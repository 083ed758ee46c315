"""Armed force of a state against a boat."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.en.nouns import (
    FISHING,
    MERCHANT,
    MILITANTS,
    PIRATES,
    SMALL_CRAFT,
    STATE_FORCE,
    SUSPECT_BOAT,
    WORDS_UP_TO,
)

_HIT = (
    r"(?:struck|strikes?|hits?|bombed|bombs|destroy(?:ed|s|ing)|bl(?:ew|own|ows|owing) up|s[au]nk|"
    r"sinks|targeted|attacked|obliterated|"
    r"opened fire on|fired (?:up)?on|shelled|blasted|strafed|took out|striking|hitting)"
)
_BOAT = rf"(?:{SUSPECT_BOAT}|{SMALL_CRAFT}|{FISHING}|vessels?)"
_OTHERS = (
    rf"(?:{MILITANTS}|{PIRATES})[^,;]{{0,60}}\b{_HIT}|{MERCHANT}|\bworkers?\b|\bunions?\b|labou?r|"
    rf"lightning|hunger strike"
)
_SHIP_GROUP = r"(?! groups?\b| craft\b| fighters?\b| force\b)"

PATTERN = Pattern(
    event_type="strike",
    title="Strike",
    keyword=(
        r"str(?:ike|uck|iking)|\bhit|bomb|destroy|bl(?:ew|own|ow|owing) up|s[aiu]nk|target|attack|"
        r"obliterat|fire|shell|blast|straf|took out"
    ),
    triggers=(
        Trigger(
            rf"\b(?P<t>(?:air ?|drone )?strikes?){_SHIP_GROUP}\b",
            voice="noun",
            needs=rf"{_BOAT}|target|gang|cartel|traffick|smuggl|narco|killed|killing|died|{STATE_FORCE}",
            unless=_OTHERS,
        ),
        Trigger(rf"{STATE_FORCE}\b[^;]{{0,90}}?\b(?P<t>{_HIT}) {WORDS_UP_TO}{{0,7}}?{_BOAT}\b", unless=_OTHERS),
        Trigger(rf"\b(?<!\bthe\s)(?P<t>{_HIT}) {WORDS_UP_TO}{{0,4}}?{_BOAT}\b", needs=STATE_FORCE, unless=_OTHERS),
        Trigger(
            rf"{STATE_FORCE}\b[^;]{{0,60}}?\b(?P<t>struck|bombed|hit|shelled|destroyed) {WORDS_UP_TO}{{0,6}}?"
            r"(?:targets|sites|launchers?|radars?|air ?fields?|camps?|ports?|terminals?|facilit(?:y|ies))\b",
            unless=rf"{MERCHANT}|\bhit (?:a )?(?:new|record)",
        ),
        Trigger(
            rf"\b{_BOAT} (?:{WORDS_UP_TO}{{0,6}}?)?(?:was|were|been|being|be) (?:\w+ )?(?P<t>{_HIT})\b",
            voice="passive",
            near=STATE_FORCE,
            unless=_OTHERS,
        ),
        Trigger(
            rf"\b{_BOAT} (?:\w+ )?(?P<t>bombed|struck|hit|destroyed|sunk|attacked|targeted|shelled|strafed|"
            rf"blown up) by "
            rf"{WORDS_UP_TO}{{0,4}}?{STATE_FORCE}",
            voice="passive",
            unless=_OTHERS,
        ),
        Trigger(
            rf"\b{_BOAT} (?:that |which )?(?:{WORDS_UP_TO}{{0,2}}?){STATE_FORCE} (?:\w+ )?(?:had|has|have) (?:\w+ )?"
            rf"(?P<t>bombed|struck|hit|destroyed|sunk|attacked|blown up)\b",
            unless=_OTHERS,
        ),
        Trigger(
            r"\b(?:the|this|that|such|deadly|lethal) (?P<t>operation|attack|bombing|action|sinking)\b",
            voice="noun",
            strength="weak",
        ),
    ),
    sub_event_types=(
        ("boat_strike", rf"{_BOAT}|at sea|narco-?traffick|on the water|maritime|ships?\b"),
        (
            "land_strike",
            r"\b(?:camp|building|port|terminal|base|airport|warehouse|depot|radar|site|facility|"
            r"launcher|target)s?\b|facilities",
        ),
    ),
    actor_kinds=("warship", "force", "state", "office", "aircraft"),
    target_kinds=("group", "suspects", "vessel", "ship", "pirates", "crew"),
)
