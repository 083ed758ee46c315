"""A vessel taken over, in Spanish."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.es.nouns import MILITANTS, PIRATES, VESSEL

PATTERN = Pattern(
    event_type="hijack",
    title="Secuestro",
    keyword=r"secuestr|captur|tomaron|apoder|rehenes",
    triggers=(
        Trigger(r"\b(?:fue|fueron|sido) (?P<t>secuestrad[oa]s?)\b", voice="passive", needs=VESSEL),
        Trigger(
            (
                rf"(?:{PIRATES}|{MILITANTS})[^;]{{0,80}}?\b(?P<t>secuestr(?:ó|aron)|captur(?:ó|aron)|tom(?:ó|"
                rf"aron) (?:el control|como rehenes)|se apoder(?:ó|aron))\b"
            ),
            needs=VESSEL,
        ),
        Trigger(rf"\b(?P<t>secuestro) del? (?:[\w'-]+ ){{0,4}}?{VESSEL}", voice="noun"),
        Trigger(r"\b(?P<t>secuestrado|rehenes|rescate|el secuestro)\b", voice="noun", strength="weak"),
    ),
    sub_event_types=(
        ("fishing_vessel", r"pesquero|atunero"),
        ("tanker", r"petrolero|tanquero"),
        ("merchant_ship", r"granelero|carguero|mercante|portacontenedores"),
        ("yacht", r"yate|velero"),
    ),
    actor_kinds=("pirates", "group", "suspects"),
    target_kinds=("ship", "vessel", "crew"),
)
