"""Drugs, arms, fuel or ships taken by an authority."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.en.nouns import GOODS, LAW, MERCHANT, MILITANTS, PIRATES, VESSEL, WORDS_UP_TO

_TAKE = (
    r"(?:seiz(?:ed|es|ing)|confiscat(?:ed|es|ing)|recover(?:ed|s|ing)|impound(?:ed|s|ing)|net(?:ted|"
    r"s|ting)|haul(?:ed|s|ing) (?:in|aboard|up)|"
    r"captur(?:ed|es|ing)|intercept(?:ed|s|ing)|f(?:ound|inds|inding)|discover(?:ed|s|ing)|"
    r"uncover(?:ed|s|ing)|retriev(?:ed|es|ing)|"
    r"located|turned up|yield(?:ed|ing)|detect(?:ed|ing))"
)
_WEIGHT = r"(?:kgs?|kilos?|kilograms?|tonnes?|(?:metric )?tons?|pounds?|lbs?|bales?|packages?|litres?|liters?|barrels?)"
_AT_SEA = (
    rf"\b(?:{VESSEL})\b|coast ?guards?|\bnav(?:y|al|ies)\b|\bseas?\b|\bports?\b|\bharbou?rs?|maritime|offshore|"
    rf"\boff\b|ocean|waters|"
    r"coast|beach|island|nautical|aboard|containers?|caribbean|pacific|atlantic|gulf|strait|anchor"
)
_OTHERS = rf"(?:{PIRATES}|houthis?)[^,;]{{0,50}}\b(?:seiz|captur|took)"

PATTERN = Pattern(
    event_type="seizure",
    title="Seizure",
    keyword=(
        r"seiz|confiscat|recover|impound|nett|hauled|haul\b|captur|intercept|found|finds|finding|"
        r"took|taken|discover|uncover|retriev|bust\b|located|turned up|yield|detect"
    ),
    triggers=(
        Trigger(rf"\b(?P<t>{_TAKE}) {WORDS_UP_TO}{{0,12}}?{GOODS}\b", near=_AT_SEA, unless=_OTHERS),
        Trigger(
            (
                rf"(?<!\bthe\s)\b{GOODS}\b[^;]{{0,80}}?\b(?:was|were|been|being) (?:\w+ )?(?P<t>seized|"
                rf"confiscated|recovered|"
                rf"found|discovered|retrieved|uncovered|captured|located)\b"
            ),
            near=_AT_SEA,
            voice="passive",
            unless=_OTHERS,
        ),
        Trigger(
            rf"\b(?P<t>seiz(?:ed|es|ing)|captur(?:ed|es|ing)|impound(?:ed|s|ing)) {WORDS_UP_TO}{{0,6}}?{VESSEL}\b",
            needs=rf"{LAW}|iran\w*|u\.s\.|russia\w*|government",
            unless=_OTHERS,
        ),
        Trigger(
            rf"\b{VESSEL}\b[^;]{{0,60}}?\b(?:was|were|been|being) (?P<t>seized|captured|impounded|confiscated)\b",
            voice="passive",
            unless=rf"{PIRATES}|{MILITANTS}",
        ),
        Trigger(
            rf"\b(?P<t>took (?:control|custody|possession) of|taken (?:control|custody) of) "
            rf"{WORDS_UP_TO}{{0,5}}?(?:{VESSEL}|it\b)",
            needs=rf"(?:{LAW}|iran\w*|u\.s\.|russia\w*)[^;]*\btook|{VESSEL}",
            unless=rf"{_OTHERS}|{PIRATES}|{MILITANTS}",
        ),
        Trigger(
            rf"\b(?P<t>seiz(?:ed|ing)|confiscat(?:ed|ing)|recover(?:ed|ing)|found|discovered|intercepted) "
            rf"(?:\w+ ){{0,3}}?\d[\d.,]* {_WEIGHT}\b",
            near=GOODS,
            unless=_OTHERS,
        ),
        Trigger(
            rf"\b{GOODS} (?P<t>seized|confiscated|intercepted|recovered) (?=(?:off|in|near|on|from|by|at|"
            rf"aboard|south|north|"
            rf"east|west|\d)\b)",
            voice="passive",
            strength="alone",
            unless=_OTHERS,
        ),
        Trigger(rf"\b(?P<t>seizure)s? of {WORDS_UP_TO}{{0,8}}?(?:{GOODS}|{VESSEL})\b", voice="noun"),
        Trigger(r"\b(?:drugs?|cocaine|heroin|narcotics?|record) (?P<t>bust|haul|seizure)\b", voice="noun"),
        Trigger(
            r"\b(?:the|this|that) (?P<t>seizure|haul|bust|operation|find|drugs|contraband|shipment)\b",
            voice="noun",
            strength="weak",
        ),
    ),
    sub_event_types=(
        ("semi_submersible", r"semi-?sub|narco-?sub|low[- ]profile vessel"),
        (
            "arms_seizure",
            (
                r"\b(?:weapons?|rifles?|machine guns?|missiles?|missile components?|arms|munitions|ammunition|"
                r"rocket launchers?)\b(?! embargo)"
            ),
        ),
        (
            "drug_seizure",
            r"cocaine|heroin|hash|cannabis|marijuana|meth|amphetamine|captagon|fentanyl|narcotic|drug|opium|ketamine",
        ),
        ("tanker_seizure", r"tankers?\b|crude"),
        ("fuel_seizure", r"\bfuel|diesel|\boil\b"),
        ("ship_seizure", rf"{MERCHANT}|vessel|ship|trawler|fishing boat"),
    ),
    actor_kinds=("warship", "force", "office", "state"),
    target_kinds=("suspects", "ship", "vessel", "crew"),
)
