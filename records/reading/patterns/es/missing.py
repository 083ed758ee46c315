"""People and boats lost at sea, in Spanish."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.es.nouns import MIGRANTS, VESSEL

_ABOARD = rf"(?:{VESSEL}|{MIGRANTS}|tripulantes?|pescadores|marineros|personas)"

PATTERN = Pattern(
    event_type="missing",
    title="Desaparecidos en el mar",
    keyword=r"desaparec|naufrag|volc|zozobr|hund|búsqueda|perdió",
    triggers=(
        Trigger(
            r"\b(?P<t>naufrag(?:ó|aron|ado|io|ar)|volc(?:ó|aron|ado|ar|arse)|zozobr(?:ó|aron|ado))(?!\w)",
            voice="passive",
            needs=_ABOARD,
        ),
        Trigger(
            rf"\b{_ABOARD}\b[^;]{{0,80}}?\b(?P<t>desaparec(?:ió|ieron|id[oa]s?))(?!\w)",
            voice="passive",
            strength="alone",
        ),
        Trigger(r"\b(?P<t>(?:suspend|termin|finaliz)\w+ (?:\w+ ){0,2}?búsqueda)\b", voice="passive", strength="alone"),
        Trigger(r"\b(?:la|el|este) (?P<t>búsqueda|naufragio|tragedia|hundimiento)\b", voice="noun", strength="weak"),
    ),
    sub_event_types=(
        ("migrant_boat", r"migrantes?|patera|cayuco|refugiad"),
        ("sar_suspended", r"(?:suspend|termin|finaliz)\w+ (?:\w+ ){0,2}?búsqueda"),
        ("fishing_vessel", r"pesquero|pescador"),
    ),
    actor_kinds=(),
    target_kinds=("crew", "ship", "vessel"),
)
