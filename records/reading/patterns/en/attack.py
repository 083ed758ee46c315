"""Attacks on ships: missiles, drones, mines, gunfire, and boardings that failed."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.en.nouns import (
    MERCHANT,
    MILITANTS,
    PIRATES,
    PROJECTILE,
    SMALL_CRAFT,
    VESSEL,
    WARSHIP,
)

_HIT = (
    r"(?:attack(?:ed|ing|s)?|struck|strikes?|hits?|target(?:ed|ing)|fir(?:ed|ing) (?:[\w-]+ ){0,4}?"
    r"(?:at|on|upon|towards?)|"
    r"open(?:ed|ing) fire (?:on|at)|sho[ot]t?(?:ing)? at|launched|shelled|set (?:\w+ )?ablaze|"
    r"detonated|exploded|damaged|s[au]nk)"
)
_ATTACKER = rf"(?:{PIRATES}|{MILITANTS}|{PROJECTILE}|ukrain\w+|russia\w*|iran\w*)"
_SHIP = rf"(?:{MERCHANT}|{WARSHIP}|vessels?|ships?|yachts?|trawlers?|fishing (?:boats?|vessels?)|dhows?)"
_STATE_STRIKE = (
    rf"(?:u\.?s\.?|us|american|military|pentagon)\b[^,;]{{0,50}}\b(?:struck|strikes?|destroyed|"
    rf"s[au]nk|hit)\b (?:[\w'-]+ ){{0,6}}?{SMALL_CRAFT}"
)

PATTERN = Pattern(
    event_type="attack",
    title="Attack",
    keyword=(
        r"attack|engaged|fire\b|struck|strike|\bhit|target|fire|firing|sho[ot]t? at|shooting at|launch|shell|"
        r"ablaze|detonat|explo|damaged|s[au]nk|attempt|tried to|trying to|failed to|limpet|projectile|missile"
    ),
    triggers=(
        Trigger(
            rf"\b{_SHIP}(?: \([^)]{{2,40}}\))? (?P<t>attacked|fired (?:up)?on)\b(?= (?:in|on|at|by|near|off|while|\d))",
            voice="passive",
        ),
        Trigger(
            rf"\b{_SHIP}\b[^;]{{0,60}}?\b(?:was|were|been|being) (?P<t>attacked|fired (?:up)?on|shot at)\b",
            voice="passive",
            unless=rf"{_STATE_STRIKE}|drug|narco|smuggl|by (?:the )?(?:u\.?s\.?|us|american) ",
        ),
        Trigger(
            r"\b(?P<t>(?:attempt(?:ed|s|ing)?|tr(?:ied|ying)|failed|unsuccessfully (?:tried|attempted)) "
            r"(?:to |at )?(?:board(?:ing)?|hijack(?:ing)?|"
            r"climb(?:ing)? aboard|seize))\b",
        ),
        Trigger(r"\b(?P<t>attempt (?:to )?(?:board|hijack)\w*)", voice="noun"),
        Trigger(
            rf"\b{_SHIP}\b[^;]{{0,80}}?\b(?P<t>c[ao]me (?:under|into) (?:[\w-]+ ){{0,3}}?(?:attack|"
            rf"fire|gunfire|shelling))",
            voice="passive",
        ),
        Trigger(
            r"\b(?:was|were|been|being|is|be|got) (?:\w+ )?(?P<t>hit|struck|attacked|targeted|damaged|fired "
            r"(?:up)?on|shot at|shelled|set ablaze|set on fire)\b",
            voice="passive",
            needs=rf"(?:{_SHIP}|{MERCHANT})[^;]*(?:{PROJECTILE}|{PIRATES}|{MILITANTS})|{MERCHANT}|{PROJECTILE}",
            unless=_STATE_STRIKE,
        ),
        Trigger(
            rf"\b{_ATTACKER}\b[^;]{{0,80}}?\b(?P<t>{_HIT}) (?:[\w'./,-]+ ){{0,8}}?{_SHIP}\b",
            unless=rf"{_STATE_STRIKE}|(?:struck|hit|destroyed) (?:[\w-]+ ){{0,4}}(?:drug|narco|smuggl)",
        ),
        Trigger(
            rf"\b{_ATTACKER}\b[^;]{{0,80}}?\b(?P<t>attack(?:ed|ing)|struck|hit|target(?:ed|ing)|fir(?:ed|"
            rf"ing) (?:\w+ ){{0,2}}?"
            rf"(?:up)?(?:on|at)|shot at|shelled) (?:it|her|them)\b",
            needs=_SHIP,
            unless=_STATE_STRIKE,
        ),
        Trigger(
            (
                rf"\b{_ATTACKER}\b[^;]{{0,60}}?\b(?P<t>(?:air ?|drone )?strikes?|attacks?) (?:on|against) "
                rf"(?:[\w'./,-]+ ){{0,6}}?{_SHIP}\b"
            ),
            voice="noun",
        ),
        Trigger(
            r"\b(?:an?|another|previous|earlier|separate|second|third|first) (?:[\w-]+ ){0,2}?(?P<t>attack|strike)\b"
            r"(?=[^;]{0,60}?\b(?:killed|killing|injured|wounded|damaged|left|set|sank|hit)\b)",
            voice="noun",
            needs=rf"{_SHIP}|seafarers|sailors|crew",
            unless=_STATE_STRIKE,
        ),
        Trigger(
            rf"\b(?P<t>attacks?) (?:on|against) (?:[\w'./,-]+ ){{0,6}}?(?:{MERCHANT}|{WARSHIP}|ships?|vessels?)\b",
            voice="noun",
        ),
        Trigger(
            r"\b(?P<t>(?:(?:missiles?|projectiles?|rockets?|drones?) (?:\w+ ){0,3}?(?:land(?:ed|ing)|"
            r"splash(?:ed|ing)|fell|impact(?:ed|ing)?|struck|hit|explod\w+))|"
            r"(?:external |large |small |loud )?explosions?|impact)\b",
            voice="noun",
            needs=rf"{VESSEL}|\bport\b|waterline|hull",
        ),
        Trigger(
            (
                r"\b(?P<t>(?:fired|firing) (?:[\w-]+ ){0,4}?(?:shots?|rounds?|weapons?|missiles?|rockets?|at|"
                r"on|upon))\b"
            ),
            needs=rf"{PIRATES}|{MILITANTS}|{SMALL_CRAFT}",
            unless="warning shots|water cannon|flare|coast ?guard|navy|police|patrol",
        ),
        Trigger(
            rf"\b(?P<t>engaged)(?= by (?:[\w-]+ ){{0,3}}?(?:{SMALL_CRAFT}|{PIRATES}|vessels)\b)",
            voice="passive",
            unless=r"coast ?guard|navy|naval|u\.s\.|troops|marines",
        ),
        Trigger(
            r"\b(?P<t>(?:(?:has|have|had) )?(?:opened|returned) fire)\b",
            needs=rf"{SMALL_CRAFT}|{PIRATES}|{MILITANTS}|security team|small vessels",
            unless=r"warning shots|coast ?guard|navy|naval|police|patrol|u\.s\.|troops|marines",
        ),
        Trigger(
            r"\b(?P<t>exchang\w+ (?:of )?(?:gun)?fire|exchang\w+ shots)\b",
            voice="noun",
            needs=rf"{PIRATES}|{MILITANTS}|security team|skiff",
        ),
        Trigger(
            r"\b(?:the|this|that|an|another) (?P<t>attack|incident|strike|assault|explosion|impact)\b",
            voice="noun",
            strength="weak",
        ),
        Trigger(
            r"\b(?:was|were|had been|has been) (?:\w+ )?(?P<t>hit|struck|damaged|attacked|targeted)\b",
            voice="passive",
            strength="weak",
        ),
    ),
    sub_event_types=(
        ("attempted_boarding", r"(?:attempt\w*|tried|trying|failed) (?:to |at )?(?:board|climb)|attempt board"),
        ("attempted_hijack", r"(?:attempt\w*|tried|trying|failed) (?:to |at )?(?:hijack|seize)"),
        ("limpet_mine", r"limpet mine|mine explo|\bmined\b"),
        (
            "sea_drone_attack",
            r"(?:sea|naval|surface|unmanned|uncrewed) (?:surface )?(?:drone|vessel|vehicle|boat)s?|\busvs?\b",
        ),
        ("missile_attack", r"missile|rocket(?!-propelled)"),
        ("drone_attack", r"drone|\buavs?\b|unmanned aerial"),
        ("projectile", r"projectile|explosion"),
        ("gunfire", r"shots?\b|gunfire|fired (?:up)?on|opened fire|firing|rifle|rpg|rocket-propelled|shot at"),
    ),
    actor_kinds=("pirates", "group", "force", "warship", "state", "vessel", "aircraft"),
    target_kinds=("warship", "ship", "vessel", "force"),
)
