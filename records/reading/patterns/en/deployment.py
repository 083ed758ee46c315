"""Ships, aircraft and troops sent somewhere."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.en.nouns import AIRCRAFT, WARSHIP

_FORCES = (
    rf"(?:{WARSHIP}|strike groups?|fleet|squadron|task (?:force|group)|flotilla|marines|troops|ready "
    rf"group|naval forces?|ships?|{AIRCRAFT}|vessels?|sailors)"
)
_SHIPS = rf"(?:{WARSHIP}|strike groups?|fleet|squadron|task (?:force|group)|flotilla|ready group|f-35s?|fighter jets)"
_NOT = (
    r"(?:life ?boat|life ?raft|anchor|net|parachute|search|rescue|hoses?|ladder|armed security|"
    r"security team)s? (?:\w+ ){0,3}deploy|deploy\w* (?:\w+ ){0,4}(?:fire hoses|life ?raft|hoses|"
    r"nets?|anti-piracy measures)|in support of|armed security team"
)

PATTERN = Pattern(
    event_type="deployment",
    title="Deployment",
    keyword=(
        r"deploy|dispatch|sent\b|sends|sending|order|arriv|enter|join|redirect|reposition|moved|reinforc|"
        r"set sail|sailed|steam|head(?:ed|ing)"
    ),
    triggers=(
        Trigger(r"\b(?P<t>deploy(?:ed|s|ing|ments?)?)\b", needs=_FORCES, unless=_NOT),
        Trigger(
            (
                rf"\b(?P<t>dispatch(?:ed|es|ing)?|sen(?:t|d|ds|ding)|order(?:ed|s|ing)|redirect(?:ed|ing)|"
                rf"reposition(?:ed|ing)) (?:[\w'./,-]+ ){{0,8}}?{_SHIPS}\b(?=[^;]{{0,60}}? (?:to|towards?|into|in|"
                rf"off|near|for)\b)"
            ),
            unless=(
                r"sent (?:a )?(?:distress|message|letter)|ordered (?:\w+ ){0,3}(?:to (?:stop|halt)|strike)|to "
                r"(?:search|assist|help|monitor|intercept|shadow|track|investigate|escort|the scene|the aid)"
            ),
        ),
        Trigger(
            (
                rf"\b{_SHIPS}\b[^;]{{0,80}}?\b(?P<t>arriv(?:e|ed|es|ing)|enter(?:ed|s|ing)?|join(?:ed|s|ing)?|set "
                rf"sail|sailed (?:into|for|to)|steam(?:ed|ing) (?:to|into)|headed (?:to|for|into)|moved (?:to|"
                rf"into))\b"
            ),
            needs=(
                r"\b(?:sea|ocean|gulf|caribbean|pacific|atlantic|mediterranean|waters|coast|region|strait|fleet|force|"
                r"area)\b"
            ),
            unless=r"carrying migrants|boarded|smuggl\w+",
        ),
        Trigger(
            r"\b(?:the|this|that) (?P<t>deployment|build-?up|force|flotilla|mission|warships|ships)\b",
            voice="noun",
            strength="weak",
        ),
    ),
    sub_event_types=(
        ("task_force", r"task (?:force|group)"),
        (
            "naval_buildup",
            r"warships?|destroyers?|frigates?|carrier|fleet|ships?|submarines?|flotilla|squadron|cutters?|uss |hms ",
        ),
        ("air_buildup", AIRCRAFT),
        ("troops", r"troops|marines|soldiers"),
    ),
    actor_kinds=("warship", "force", "ship", "state", "office"),
    target_kinds=(),
    also_act=("warship", "aircraft"),
)
