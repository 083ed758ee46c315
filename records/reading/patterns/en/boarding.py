"""A vessel boarded: by an authority, or by robbers and pirates."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.en.nouns import PIRATES, VESSEL

PATTERN = Pattern(
    event_type="boarding",
    title="Boarding",
    keyword=r"board|storm|rappel|fast-roped|descended|dropped|climb|came aboard|robb|kidnap|abduct|stole",
    triggers=(
        Trigger(
            r"\b(?P<t>board(?:ed|ing|s)|storm(?:ed|ing)|(?:rappel\w*|fast-roped|descended|dropped) "
            r"(?:down )?(?:from (?:\w+ ){0,2}?helicopters? )?(?:down )?(?:on ?to|aboard)|climbed "
            r"(?:aboard|on ?board|onto)|came aboard)\b"
            r"(?! (?:pass|school|schools|house|team|party|ladder|officer|operation|gate|a flight|the flight))",
            needs=rf"{VESSEL}|coast ?guard|navy|commando|anchor",
            unless=r"\b(?:flight|airport|plane|bus|train)\b|boarding school|passengers (?:had )?boarded",
        ),
        Trigger(
            rf"\b{VESSEL}(?: \([^)]{{2,40}}\))? (?P<t>boarded|robbed)\b(?= (?:in|on|at|by|near|off|while|\d))",
            voice="passive",
        ),
        Trigger(r"\b(?:was|were|been|being|is|be|got) (?P<t>boarded|robbed)\b", voice="passive"),
        Trigger(rf"\b(?P<t>boarding) of {VESSEL}?", voice="noun"),
        Trigger(
            rf"{PIRATES}[^;]{{0,80}}?\b(?P<t>(?:kidnap|abduct)\w+|robbed|stole|got (?:on ?board|aboard))\b",
            needs=rf"{VESSEL}|crew|anchor",
        ),
        Trigger(
            r"\b(?P<t>(?:kidnap|abduct)\w+) (?:[\w'-]+ ){0,6}?(?:crew\w*|sailors?|seafarers?|fisherm[ae]n)\b",
            needs=VESSEL,
        ),
        Trigger(
            (
                r"\b(?:the|this|that) (?P<t>boarding|boarding team|inspection|incident|robbery|theft|robbers|"
                r"intruders|search)\b"
            ),
            voice="noun",
            strength="weak",
        ),
        Trigger(r"\b(?P<t>stole|stolen|escaped with|boarding team)\b", strength="weak"),
    ),
    sub_event_types=(
        ("kidnapping", r"kidnap|abduct|hostage"),
        ("robbery", r"\bstol|robb|theft|thieves|escaped with|ship's stores"),
        ("pirate_boarding", PIRATES),
        ("tanker_boarding", r"tankers?\b"),
        (
            "navy_boarding",
            (r"navy|naval|coast ?guard|commando|marines|armed sailors|uss |destroyer|frigate|cutter|warship"),
        ),
    ),
    actor_kinds=("warship", "pirates", "force", "group", "office", "state"),
    target_kinds=("warship", "ship", "vessel", "crew"),
)
