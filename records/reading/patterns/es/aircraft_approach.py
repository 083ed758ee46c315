"""Aircraft close to ships and coasts, in Spanish."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.es.nouns import AIRCRAFT, VESSEL

_FLY = (
    r"(?:sobrevol(?:ó|aron|ado|aban|ar|ando)|vol(?:ó|aron|aban|ar|ando)|se acerc(?:ó|aron)|acercarse|"
    r"pas(?:ó|aron) cerca|orbit(?:ó|aron))"
)
_NEAR = rf"(?:{VESSEL}|costas?|aguas|cerca|espacio aéreo|isla)"

PATTERN = Pattern(
    event_type="aircraft_approach",
    title="Acercamiento de aeronaves",
    keyword=r"sobrevol|sobrevuel|vol(?:ó|aron|aban|ar|ando)\b|acerc|pas(?:ó|aron) cerca|orbit",
    triggers=(
        Trigger(
            rf"\b{AIRCRAFT}\b[^;]{{0,90}}?\b(?P<t>{_FLY})(?!\w)",
            needs=_NEAR,
            unless=r"dron\w* [^,;]{0,30}(?:atac|impact)|rescate",
        ),
        Trigger(rf"\b(?P<t>{_FLY}) (?:[\w'./-]+ ){{0,6}}?{AIRCRAFT}\b", needs=_NEAR, unless=r"rescate"),
        Trigger(r"\b(?P<t>sobrevuelos?)\b", voice="noun", needs=rf"{AIRCRAFT}|{VESSEL}"),
        Trigger(
            r"\b(?:el|este|la|esta) (?P<t>sobrevuelo|incidente|maniobra|aproximación)\b", voice="noun", strength="weak"
        ),
    ),
    sub_event_types=(
        ("bomber_flight", r"bombardero|\bb-(?:1|2|52)\w*"),
        ("ship_overflight", VESSEL),
        ("coastal_flight", r"costa|espacio aéreo|isla"),
    ),
    actor_kinds=("aircraft", "force", "state"),
    target_kinds=("warship", "ship", "vessel", "force"),
)
