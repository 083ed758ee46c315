"""Small craft that came close and did no more."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.en.nouns import AIRCRAFT, PIRATES, SMALL_CRAFT, VESSEL

_CRAFT = rf"(?:{SMALL_CRAFT}|{PIRATES}|vessels?|mother ?ships?|persons|individuals|trawlers?)"
_NOT = (
    rf"{AIRCRAFT} (?:\w+ ){{0,3}}approach|approach(?:ed|ing|es)? (?:the )?(?:end|us\b|deadline|port|"
    rf"harbou?r|anchorage|coast|government)|winter|election"
)

PATTERN = Pattern(
    event_type="suspicious_approach",
    title="Suspicious approach",
    keyword=r"approach|suspicious|follow|shadow|trail|chas|came within|closed (?:to|in)|closing|pursu|came close",
    triggers=(
        Trigger(
            r"\b(?P<t>suspicious (?:approach|activity|behaviou?r|incident))\b(?! to\b)",
            voice="noun",
            unless=r"report any suspicious activity$|total suspicious",
        ),
        Trigger(
            r"\b(?:was|were|been|being|is) (?:\w+ )?(?P<t>approached|followed|chased|shadowed|trailed|pursued)\b",
            voice="passive",
            needs=rf"by (?:[\w'-]+ ){{0,6}}?{_CRAFT}|{VESSEL}",
            unless=AIRCRAFT,
        ),
        Trigger(
            (
                rf"\b{_CRAFT}\b[^;]{{0,80}}?\b(?P<t>approach(?:ed|es|ing)?|chas(?:ed|ing)|closed (?:to|in)|"
                rf"closing|came (?:within|close|to within)|pursu(?:ed|ing))\b"
            ),
            unless=_NOT,
            needs=VESSEL,
        ),
        Trigger(r"\b(?:the|this|that) (?P<t>incident|approach|small craft|skiffs)\b", voice="noun", strength="weak"),
    ),
    sub_event_types=(
        ("armed", r"weapons?|armed|rifles?|ladder|guns?\b|rpg"),
        ("small_craft", SMALL_CRAFT),
    ),
    actor_kinds=("pirates", "vessel", "suspects"),
    target_kinds=("warship", "ship", "vessel"),
)
