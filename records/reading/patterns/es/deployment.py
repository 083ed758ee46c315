"""Ships, aircraft and troops sent somewhere, in Spanish."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.es.nouns import AIRCRAFT, WARSHIP_KIND

_FORCES = (
    rf"(?:{WARSHIP_KIND}|buques?|flota|escuadra|grupo de (?:ataque|tarea)|{AIRCRAFT}|infantes de marina|"
    rf"tropas|soldados|uss )"
)

PATTERN = Pattern(
    event_type="deployment",
    title="Despliegue",
    keyword=r"despleg|despliegue|envi(?:ó|aron|ará)|lleg(?:ó|aron)|arrib|zarp|ordenó",
    triggers=(
        Trigger(
            r"\b(?P<t>despleg(?:ó|aron|ado|ados|ada|adas|ará|arán)|despliegue)(?!\w)",
            needs=_FORCES,
            unless=r"búsqueda|rescate|salvamento",
        ),
        Trigger(
            rf"\b(?P<t>envi(?:ó|aron|ará|arán)|ordenó el envío de) (?:[\w'./,-]+ ){{0,6}}?{_FORCES}",
            unless=r"búsqueda|rescate|salvamento|interceptar",
        ),
        Trigger(
            rf"\b(?:{WARSHIP_KIND}|flota|grupo de (?:ataque|tarea)|uss "
            rf")[^;]{{0,80}}?\b(?P<t>lleg(?:ó|aron)|arrib(?:ó|aron)|"
            r"atrac(?:ó|aron)|entr(?:ó|aron))(?!\w)",
            needs=r"\b(?:a|al|en)\b",
            unless=r"rescat|incaut|migrantes",
        ),
        Trigger(r"\b(?:el|este|ese|del) (?P<t>despliegue|envío)\b", voice="noun", strength="weak"),
    ),
    sub_event_types=(
        ("naval_buildup", rf"{WARSHIP_KIND}|buques?|flota|uss "),
        ("air_buildup", AIRCRAFT),
        ("troops", r"tropas|infantes|soldados"),
    ),
    actor_kinds=("warship", "force", "ship", "state", "office"),
    target_kinds=(),
    also_act=("warship", "aircraft"),
)
