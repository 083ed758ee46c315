"""A vessel taken over."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.en.nouns import MILITANTS, PIRATES, VESSEL

PATTERN = Pattern(
    event_type="hijack",
    title="Hijacking",
    keyword=r"hijack|commandeer|took|taken|take|taking|seiz|captur|hostage",
    triggers=(
        Trigger(r"\b(?:was|were|been|being) (?:\w+ )?(?P<t>hijacked|commandeered)\b", voice="passive"),
        Trigger(
            r"\b(?<!\bthe\s)(?<!\ba\s)(?<!\bof\s)(?P<t>hijack(?:ed|s|ing)|commandeer(?:ed|s|ing)?)\b "
            rf"(?=(?:[\w'./-]+ ){{0,8}}?{VESSEL})",
            needs=rf"{PIRATES}|{MILITANTS}|somali\w*|suspected",
        ),
        Trigger(
            rf"\b{VESSEL}(?: \([^)]{{2,40}}\))? (?P<t>hijacked)\b(?= (?:in|on|at|by|near|off|while|\d))",
            voice="passive",
        ),
        Trigger(
            rf"\b{VESSEL}\b[^;.]{{0,50}}?, (?:which was )?(?P<t>hijacked)\b(?= (?:in|on|at|by|near|off|while|last|\d))",
            voice="passive",
        ),
        Trigger(r"\b(?P<t>hijacking) of\b", voice="noun"),
        Trigger(
            (
                rf"(?:{PIRATES}|{MILITANTS})[^;]{{0,120}}?\b(?P<t>hijack(?:ed|s)|seiz(?:ed|es)|captur(?:ed|es)|"
                rf"took (?:(?:control|command) of|over|(?:[\w-]+ ){{1,5}}?hostage)|taken (?:control|"
                rf"command))\b"
            ),
            needs=rf"{VESSEL}|crew|hostage",
        ),
        Trigger(
            (
                rf"\b{VESSEL}\b[^;]{{0,60}}?\b(?:was|were|been|being) (?P<t>seized|captured|taken over)\b[^;]{{0,"
                rf"40}}?\bby (?:[\w-]+ ){{0,3}}?(?:{PIRATES}|{MILITANTS})"
            ),
            voice="passive",
        ),
        Trigger(r"\b(?P<t>hijacked|hijackers|hijacking|hostages?|ransom)\b", voice="noun", strength="weak"),
    ),
    sub_event_types=(
        ("fishing_vessel", r"fishing|trawler|dhow|tuna"),
        ("tanker", r"tankers?\b"),
        ("merchant_ship", r"bulk|cargo|container|carrier|freighter|merchant|\bm/?v\b"),
        ("yacht", r"yacht|sailing"),
    ),
    actor_kinds=("pirates", "group", "suspects"),
    target_kinds=("ship", "vessel", "crew"),
)
