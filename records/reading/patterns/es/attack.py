"""Attacks on ships, in Spanish."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.es.nouns import MERCHANT, MILITANTS, PIRATES, PROJECTILE, VESSEL, WARSHIP_KIND

_SHIP = rf"(?:{MERCHANT}|{WARSHIP_KIND}|barcos?|buques?|pesqueros?|veleros?|yates?)"
_ATTACKER = rf"(?:{PIRATES}|{MILITANTS}|{PROJECTILE})"
_HIT = (
    r"(?:atac(?:ó|aron|ado)|alcanz(?:ó|aron|ado)|impact(?:ó|aron|ado)(?: (?:en|contra|contra el))?|"
    r"dispar(?:ó|aron)(?: (?:contra|a|sobre))?|"
    r"lanz(?:ó|aron)|hund(?:ió|ieron))"
)

PATTERN = Pattern(
    event_type="attack",
    title="Ataque",
    keyword=r"atac|ataque|alcanz|impact|dispar|lanz|hund|intent|trat(?:ó|aron)|explosi|explot|tirote",
    triggers=(
        Trigger(r"\b(?P<t>(?:intent(?:ó|aron|aba|aban)|trat(?:ó|aron) de) (?:abordar|secuestrar|subir))\b"),
        Trigger(r"\b(?P<t>intento de (?:abordaje|secuestro))\b", voice="noun"),
        Trigger(
            (
                r"\b(?:fue|fueron|resultó|sido) (?:\w+ )?(?P<t>atacad[oa]s?|alcanzad[oa]s?|impactad[oa]s?|"
                r"tirotead[oa]s?)\b"
            ),
            voice="passive",
            needs=rf"{_SHIP}",
            unless=r"fuerzas estadounidenses|lancha|narco",
        ),
        Trigger(rf"\b{_ATTACKER}\b[^;]{{0,80}}?\b(?P<t>{_HIT}) (?:[\w'./,-]+ ){{0,8}}?{_SHIP}\b"),
        Trigger(
            rf"\b(?P<t>ataques?) (?:[\w-]+ ){{0,5}}?(?:contra|a|al|sobre) (?:[\w'./,-]+ ){{0,5}}?{_SHIP}\b",
            voice="noun",
        ),
        Trigger(r"\b(?P<t>explosi(?:ón|ones)|explotó)\b", voice="noun", needs=VESSEL),
        Trigger(r"\b(?:el|este|ese|del) (?P<t>ataque|incidente|asalto|suceso)\b", voice="noun", strength="weak"),
    ),
    sub_event_types=(
        ("attempted_boarding", r"(?:intent\w*|trat\w+) (?:de )?(?:abord|subir)"),
        ("missile_attack", r"misil|cohete"),
        ("drone_attack", r"dron"),
        ("projectile", r"proyectil|explosi"),
        ("gunfire", r"dispar|tiros|tirote"),
    ),
    actor_kinds=("pirates", "group", "force", "state", "vessel", "aircraft"),
    target_kinds=("warship", "ship", "vessel"),
)
