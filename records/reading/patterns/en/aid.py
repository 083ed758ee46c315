"""Money, boats and equipment given."""

from records.reading.pattern import Pattern, Trigger

_MONEY = r"(?:[$€£]|us\$|usd|eur|dollars?|euros?|million|pounds)"
_THING = r"(?:aid|assistance|funding|funds|grants?|package|support|drone technology|drones?|equipment|training)"
_BOATS = (
    r"(?:patrol (?:boats?|vessels?|ships?)|cutters?|interceptor boats?|speedboats?|radars?|"
    r"helicopters?|drones?|equipment|aircraft|vessels?|boats?)"
)
_GIVE = (
    r"(?:donat\w+|provid\w+|giv(?:e|es|en|ing)|gave|grant(?:ed|s|ing)?|issu(?:e|ed|es|ing)|allocat\w+|"
    r"deliver\w+|hand(?:ed|s|ing)? over|transfer\w+|send(?:s|ing)?|sent)"
)
_PROMISE = r"(?:pledg\w+|announc\w+|offer\w+|commit\w+|unveil\w+|earmark\w+|promis\w+)"
_NOT = r"worth of (?:cocaine|drugs|heroin)|ransom|reward|bounty|street value"

PATTERN = Pattern(
    event_type="aid",
    title="Aid",
    keyword=(
        r"\baid\b|assistance|fund|grant|package|donat|pledg|hand(?:ed|s|ing)? over|support|drone|"
        r"equipment|transfer|patrol|cutter|deliver|training"
    ),
    triggers=(
        Trigger(
            rf"\b(?P<t>{_GIVE}) (?:[\w'./,$€£-]+ ){{0,6}}?(?=[$€£]? ?\d[^;]{{0,60}}?\b{_THING}\b)",
            needs=_MONEY,
            unless=_NOT,
        ),
        Trigger(
            rf"\b(?P<t>{_PROMISE}) (?:[\w'./,$€£-]+ ){{0,6}}?(?=[$€£]? ?\d[^;]{{0,60}}?\b{_THING}\b)",
            needs=_MONEY,
            unless=_NOT,
            announces=True,
        ),
        Trigger(
            (
                rf"\b(?P<t>{_GIVE}) (?:[\w'./,$€£-]+ ){{0,6}}?(?=(?:in )?(?:(?:security|military|humanitarian|"
                rf"financial) (?:aid|assistance)))"
            ),
            needs=_MONEY,
            unless=r"ransom|reward|bounty",
        ),
        Trigger(
            (
                rf"\b(?P<t>donat(?:e|ed|es|ing)|hand(?:ed|s|ing)? over|gift(?:ed|s)|transfer(?:red|ring)?|deliver(?:ed|"
                rf"s|ing)|commissioned) (?:[\w'./,-]+ ){{0,6}}?{_BOATS}\b"
            ),
            needs=(
                r" to (?:the |its )?(?:[\w'-]+ ){0,3}?(?:coast ?guard|navy|government|police|marine|defen[cs]e|"
                r"armed forces|authorities|ministry|[\w-]+'s)"
            ),
            unless=r"suspects|detainees|seized|crew (?:\w+ )?handed|migrants",
        ),
        Trigger(
            r"\b(?:the|this|that) (?P<t>aid|assistance|package|donation|funding|grant)\b", voice="noun", strength="weak"
        ),
    ),
    sub_event_types=(
        ("drone_aid", r"drones?|unmanned|uavs?"),
        ("security_aid", r"security (?:aid|assistance|support|cooperation|funding)|military (?:aid|assistance)"),
        ("vessel_transfer", r"patrol (?:boats?|vessels?|ships?)|cutters?|interceptor"),
        ("humanitarian_aid", r"humanitarian|relief"),
        ("equipment", r"equipment|radars?|training|helicopters?"),
    ),
    actor_kinds=("state", "office", "force"),
    target_kinds=(),
)
