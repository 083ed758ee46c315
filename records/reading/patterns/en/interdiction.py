"""A vessel stopped by an authority."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.en.nouns import AIRCRAFT, LAW, MIGRANTS, PIRATES, PROJECTILE, VESSEL, WORDS_UP_TO

_STOP = (
    r"(?:intercept(?:ed|s|ing)|interdict(?:ed|s|ing)|stopp(?:ed|ing)|stops|detain(?:ed|s|ing)|"
    r"halt(?:ed|s|ing)|apprehend(?:ed|s|ing)|"
    r"turned back|pulled over|caught|disabled|arrest(?:ed|s|ing))"
)
_OTHERS = (
    rf"(?:intercept(?:ed|s|ing)) (?:[\w'-]+ ){{0,5}}?(?:{AIRCRAFT}|{PROJECTILE})|{PIRATES} (?:\w+ "
    rf")?(?:intercept|stopp|detain)"
)

PATTERN = Pattern(
    event_type="interdiction",
    title="Interdiction",
    keyword=(
        r"freed|liberat|retook|recaptur|storm|captured|rescued|"
        r"intercept|interdict|stopp|stops|detain|halt|apprehend|turned back|pulled over|escort|caught|"
        r"disabled|towed|arrest"
    ),
    triggers=(
        Trigger(
            rf"\b(?P<t>freed|liberated|retook|recaptured|storm(?:ed|ing)|rescued) {WORDS_UP_TO}{{0,8}}?"
            rf"(?:hijacked|seized) {WORDS_UP_TO}{{0,3}}?{VESSEL}\b",
        ),
        Trigger(
            rf"\b(?P<t>freed|liberated|retook|recaptured) {WORDS_UP_TO}{{0,4}}?{VESSEL} (?:[\w-]+ "
            rf"){{0,3}}?from {WORDS_UP_TO}{{0,3}}?{PIRATES}\b"
        ),
        Trigger(r"\b(?P<t>captured|detained|arrested) (?:[\w-]+ ){0,3}?pirates\b"),
        Trigger(
            rf"\b(?P<t>{_STOP}) {WORDS_UP_TO}{{0,8}}?(?:{VESSEL}|{MIGRANTS})\b",
            needs=rf"{LAW}|u\.s\.|government",
            unless=_OTHERS,
        ),
        Trigger(
            (
                rf"\b(?:{VESSEL}|{MIGRANTS})\b[^;]{{0,80}}?\b(?:was|were|been|being) (?:\w+ )?(?P<t>intercepted|"
                rf"interdicted|stopped|detained|halted|apprehended|turned back)\b"
            ),
            voice="passive",
            unless=_OTHERS,
        ),
        Trigger(
            rf"\b(?P<t>interdictions?|interceptions?) of {WORDS_UP_TO}{{0,6}}?(?:{VESSEL}|{MIGRANTS})\b", voice="noun"
        ),
        Trigger(
            r"\b(?:the|this|that) (?P<t>interdiction|interception|operation|pursuit)\b", voice="noun", strength="weak"
        ),
    ),
    sub_event_types=(
        ("ship_freed", r"\b(?:freed|liberated|retook|recaptured|storm\w+|rescued)\b"),
        ("migrants", MIGRANTS),
        ("illegal_fishing", r"fishing (?:illegally|without)|illegal(?:ly)? fishing|poach"),
        ("refuelling_vessel", r"refuel"),
        ("tanker", r"tankers?\b"),
        ("drug_interdiction", r"drug|narco|smuggl|cocaine|traffick"),
    ),
    actor_kinds=("warship", "force", "office", "state"),
    target_kinds=("suspects", "ship", "vessel", "crew"),
)
