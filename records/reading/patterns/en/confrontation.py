"""Ships of two authorities, or of an authority and others, against one another short of an attack."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.en.nouns import VESSEL

_PARTIES = (
    r"(?:coast ?guards?|nav(?:y|ies)|naval|warships?|militia|patrol|law enforcement|maritime|"
    r"government|border guards?|destroyer|frigate|cutter|resupply|supply)"
)

PATTERN = Pattern(
    event_type="confrontation",
    title="Confrontation",
    keyword=(
        r"water cannon|ramm|\bram\b|collid|collision|block|harass|stand-?off|face-?off|chas|pursu|"
        r"warning shots|exchang|laser|shadow|man(?:o)?eu?v|sideswip|side-swip|scuffle|clash|confront|escort|drove|"
        r"shot|fire|gun ?(?:battle|fight)|shoot-?out|drove away|expelled|driven away|bumped|bumping"
    ),
    triggers=(
        Trigger(
            r"\b(?P<t>(?:(?:fir(?:ed|ing)|us(?:ed|ing)|blast(?:ed|ing)|train(?:ed|ing)|direct(?:ed|ing)|"
            r"turn(?:ed|ing)) (?:\w+ ){0,4}?)?water[- ]?cannons?\w*)\b"
        ),
        Trigger(
            r"\b(?P<t>ramm(?:ed|ing)|collid(?:ed|ing)|sideswip(?:ed|ing)|side-swip(?:ed|ing)|bump(?:ed|ing))\b",
            needs=_PARTIES,
        ),
        Trigger(
            rf"\b(?P<t>shot (?:dead|and killed)|opened fire)\b(?=[^;]*\b{VESSEL}\b)",
            needs=_PARTIES,
            unless=r"houthi|pirates?|skiffs?|gunmen",
        ),
        Trigger(r"\b(?P<t>collision)\b", voice="noun", needs=_PARTIES),
        Trigger(
            rf"\b(?P<t>escorted|drove) (?:[\w'./-]+ ){{0,7}}?{VESSEL} (?:out of|away from)\b",
            needs=_PARTIES,
            unless=r"houthi|pirates?|skiffs?|cocaine|drugs",
        ),
        Trigger(
            (
                rf"\b(?P<t>block(?:ed|ing)|harass(?:ed|ing)|shadow(?:ed|ing)|confront(?:ed|ing)|expelled|drove "
                rf"(?:away|off)|driven away|chas(?:ed|ing)|pursu(?:ed|ing))\b (?=(?:[\w'./-]+ ){{0,8}}?{VESSEL})"
            ),
            strength="alone",
            needs=_PARTIES,
            unless=r"houthi|pirates?|skiffs?|cocaine|drugs",
        ),
        Trigger(
            (
                r"\b(?P<t>warning shots?|exchang\w+ (?:of )?(?:gun)?fire|exchang\w+ shots|lasers?|dangerous "
                r"(?:\w+ )?man(?:o)?eu?v\w+|stand-?off|face-?off|scuffle|clash(?:ed|es)?|gun ?(?:battle|fight)|"
                r"shoot-?out)\b"
            ),
            near=rf"{_PARTIES}|spy ship|research (?:ship|vessel)|pilots",
            unless=r"houthi|pirates?|skiffs?",
        ),
        Trigger(
            (
                r"\b(?:the|this|that) (?P<t>incident|confrontation|collision|encounter|clash|actions?|move|chase|"
                r"stand-?off)\b"
            ),
            voice="noun",
            strength="weak",
        ),
    ),
    sub_event_types=(
        ("water_cannon", r"water[- ]?cannon"),
        ("collision", r"collid|collision|ramm|side-?swip|bump"),
        (
            "gunfire_at_sea",
            (
                r"shot dead|shot and killed|opened fire|gunfire|warning shots?|exchang\w+ (?:of )?(?:gun)?fire|"
                r"shots"
            ),
        ),
        ("laser", r"\blasers?\b"),
        ("pursuit", r"chas|pursu"),
        ("blocking", r"block"),
        ("shadowing", r"shadow|harass|escort"),
    ),
    actor_kinds=("warship", "force", "ship", "vessel", "state"),
    target_kinds=("warship", "force", "ship", "vessel", "state", "crew"),
)
