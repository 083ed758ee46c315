"""Aircraft close to ships, coasts or other aircraft."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.en.nouns import AIRCRAFT, VESSEL

_FLY = (
    r"(?:fl(?:ew|ies|ying|y|own)|buzz(?:ed|ing|es)?|overfl(?:ew|ying|own|ight)|circl(?:ed|ing)|"
    r"approach(?:ed|ing)|pass(?:ed|ing) (?:close|near|over|within|low)|"
    r"swoop(?:ed|ing)|came (?:within|close)|made (?:\w+ ){0,4}?pass(?:es)?|shadow(?:ed|ing)|"
    r"hover(?:ed|ing)|tail(?:ed|ing)|skimm(?:ed|ing)|zoom(?:ed|ing))"
)
_NEAR = (
    rf"(?:{VESSEL}|coasts?\b|coastline|airspace|waters|islands?|territory|straits?\b|\bsea\b|gulf|"
    rf"caribbean|pacific)"
)

PATTERN = Pattern(
    event_type="aircraft_approach",
    title="Aircraft approach",
    keyword=(
        r"fl(?:ew|ies|ying|y|own)\b|buzz|overfl|circl|approach|pass|swoop|came|shadow|hover|tail|"
        r"near[- ]miss|near[- ]collision|flyover|fly-?by|flyby|skimm|zoom"
    ),
    triggers=(
        Trigger(
            rf"\b{AIRCRAFT}\b[^;]{{0,90}}?\b(?P<t>{_FLY})\b",
            needs=_NEAR,
            unless=(
                r"drones? (?:\w+ ){0,3}(?:struck|hit|attack)|evacuat|airlift|airline passengers|air ambulance|"
                r"rescue helicopter|\b(?:video|footage|images?|pictures?|photographs?) (?:of|shows?|showed|showing)\b"
            ),
        ),
        Trigger(
            rf"\b(?P<t>{_FLY})\b (?:[\w'./-]+ ){{0,6}}?{AIRCRAFT}\b",
            needs=_NEAR,
            unless=r"drones? (?:\w+ ){0,3}(?:struck|hit|attack)|evacuat|airlift|rescue helicopter",
        ),
        Trigger(
            (
                rf"\b(?:was|were|been|being) (?P<t>buzzed|overflown|approached|circled|shadowed)\b[^;]{{0,"
                rf"50}}?\bby (?:[\w'./-]+ ){{0,5}}?{AIRCRAFT}"
            ),
            voice="passive",
        ),
        Trigger(
            r"\b(?P<t>near[- ]miss|near[- ](?:mid-?air )?collision|flyover|overflight|fly-?by)\b",
            voice="noun",
            needs=rf"{AIRCRAFT}|{VESSEL}",
        ),
        Trigger(
            (
                r"\b(?:the|this|that) (?P<t>flights?|flyover|overflight|incident|move|encounter|man(?:o)?eu?ver|"
                r"manoeuvre|pass|jets|planes|aircraft)\b"
            ),
            voice="noun",
            strength="weak",
        ),
    ),
    sub_event_types=(
        ("air_near_miss", r"near[- ]miss|near[- ](?:mid-?air )?collision|mid-?air"),
        ("bomber_flight", r"bombers?|\bb-(?:1|2|52)\w*"),
        ("ship_overflight", VESSEL),
        ("coastal_flight", r"coast|airspace|shore|island|territory"),
    ),
    actor_kinds=("aircraft", "force", "state"),
    target_kinds=("warship", "ship", "vessel", "force", "aircraft"),
)
