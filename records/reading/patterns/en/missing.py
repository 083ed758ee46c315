"""People and boats lost at sea."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.en.nouns import MIGRANTS, VESSEL

_ABOARD = rf"(?:{VESSEL}|{MIGRANTS}|crew|fisherm[ae]n|sailors?|marines?|people|passengers?)"

PATTERN = Pattern(
    event_type="missing",
    title="Missing at sea",
    keyword=(
        r"difficult|trouble|distress|bodies|body|recover|retriev|"
        r"missing|disappear|vanish|lost (?:contact|communic)|capsiz|overturn|shipwreck|s[aiu]nk|"
        r"overboard|search|unaccounted|drown|adrift|went down"
    ),
    triggers=(
        Trigger(
            r"\b(?P<t>capsiz(?:ed|es|ing)|overturn(?:ed|ing)|shipwreck(?:ed)?|went down)\b",
            needs=_ABOARD,
            voice="passive",
        ),
        Trigger(
            r"\b(?P<t>s[au]nk|(?<!\bthe\s)sinking|sinks)\b",
            needs=rf"{MIGRANTS}|people|fisherm[ae]n|passengers|crew|missing|drown",
            unless=r"struck|strike|missile|torpedo|attack|drones?|houthi|shell|fired|explosi\w+|cannon",
            voice="passive",
        ),
        Trigger(
            r"\b(?P<t>(?:got|gets|ran|getting) into (?:difficult\w+|trouble)|(?:was|were|is) in distress|"
            r"drown(?:ed|ing)|"
            r"(?:recover|retriev)\w+ (?:the )?(?:[\w-]+ ){0,2}?bod(?:y|ies)|bodies of)\b",
            needs=rf"{VESSEL}|{MIGRANTS}|\bsea\b|channel",
            voice="passive",
        ),
        Trigger(r"\b(?P<t>(?:fell|went|lost|man|swept) overboard)\b", voice="passive"),
        Trigger(
            r"\b(?P<t>lost (?:all )?(?:contact|communications?))\b",
            needs=_ABOARD,
            unless=(
                r"\b(?:found|located) (?:safe|well|unharmed|in port|at anchor)|(?:regained|"
                r"re-?established|made) contact"
            ),
            voice="passive",
        ),
        Trigger(
            (
                rf"\b{_ABOARD}\b[^;]{{0,80}}?\b(?P<t>(?:went|gone|goes|reported|declared|been|remain\w*|are|is|"
                rf"was|were|still|feared) (?:\w+ )?missing|disappeared|vanished)\b"
            ),
            strength="alone",
            voice="passive",
        ),
        Trigger(
            (
                r"\b(?P<t>(?:search|rescue)[\w -]{0,40}? (?:was|were|has been|have been|had been)? ?(?:called "
                r"off|suspended|ended|resumed|under ?way|continu\w+))\b"
            ),
            strength="alone",
            voice="passive",
        ),
        Trigger(
            r"\b(?P<t>(?:suspend|call|end)\w* (?:off )?(?:its|the|their|a)? ?(?:\w+ ){0,3}?search)\b",
            strength="alone",
            voice="passive",
        ),
        Trigger(
            (
                r"\b(?P<t>search(?:ed|ing)? for (?:[\w'-]+ ){0,6}?(?:missing|survivors?|men|people|crew\w*|"
                r"fisherm[ae]n|migrants|sailors?))\b"
            ),
            strength="alone",
            voice="passive",
        ),
        Trigger(
            r"\b(?:the|this|that) (?P<t>search|tragedy|disaster|accident|incident|wreck|capsizing|sinking|shipwreck)\b",
            voice="noun",
            strength="weak",
        ),
    ),
    sub_event_types=(
        ("man_overboard", r"overboard"),
        ("migrant_boat", MIGRANTS.replace("passengers?|", "")),
        (
            "sar_suspended",
            r"search[\w -]{0,60}(?:called off|suspended|ended)|(?:suspend|call|end)\w* (?:off )?(?:\w+ ){0,4}search",
        ),
        ("fishing_vessel", r"fishing|fisherm[ae]n|trawler"),
        ("lost_contact", r"lost (?:all )?(?:contact|communic)|disappear|vanish"),
    ),
    actor_kinds=(),
    target_kinds=("crew", "ship", "vessel"),
)
