"""Ships of two authorities, or of an authority and others, against one another, in Spanish."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.es.nouns import LAW, PIRATES, VESSEL

PATTERN = Pattern(
    event_type="confrontation",
    title="Confrontación",
    keyword=r"cañ[oó]n|embisti|colision|chocó|chocaron|disparos|tiroteo|bloque|hostig|persigui|enfrentamiento",
    triggers=(
        Trigger(
            r"\b(?P<t>(?:us(?:ó|aron)|dispar(?:ó|aron)|lanz(?:ó|aron)) (?:[\w-]+ ){0,4}?(?:cañ(?:ón|ones)|"
            r"chorros) de agua)\b"
        ),
        Trigger(r"\b(?P<t>embisti(?:ó|eron)|colision(?:ó|aron)|choc(?:ó|aron) contra)(?!\w)", needs=LAW),
        Trigger(
            rf"\b(?P<t>bloque(?:ó|aron)|hostig(?:ó|aron)|persigui(?:ó|eron)) (?:[\w'./-]+ ){{0,8}}?{VESSEL}\b",
            strength="alone",
            needs=LAW,
            unless=rf"{PIRATES}|droga|coca[ií]na",
        ),
        Trigger(
            r"\b(?P<t>disparos de advertencia|tiroteo|enfrentamiento|intercambio de disparos)\b",
            near=LAW,
            needs=rf"{VESSEL}|\bmar\b|costa",
            unless=PIRATES,
        ),
        Trigger(
            r"\b(?:el|este|ese|la) (?P<t>incidente|enfrentamiento|colisión|choque)\b", voice="noun", strength="weak"
        ),
    ),
    sub_event_types=(
        ("water_cannon", r"de agua"),
        ("collision", r"embisti|colisi|choc(?:ó|aron)"),
        ("gunfire_at_sea", r"disparos|tiroteo"),
        ("pursuit", r"persigui"),
    ),
    actor_kinds=("warship", "force", "vessel", "state"),
    target_kinds=("warship", "force", "ship", "vessel", "state", "crew"),
)
