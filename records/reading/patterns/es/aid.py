"""Money, boats and equipment given, in Spanish."""

from records.reading.pattern import Pattern, Trigger

_MONEY = r"(?:[$€]|dólares|euros|millones)"
_THING = r"(?:ayuda|asistencia|fondos|apoyo|equipos?|cooperación)"
_BOATS = r"(?:lanchas?|patruller[oa]s?|botes?|embarcaci(?:ón|ones)|radares?|helicópteros?|drones?)"
_RECEIVER = r"(?:armada|marina|guardia costera|policía|fuerzas armadas|gobierno)"

PATTERN = Pattern(
    event_type="aid",
    title="Ayuda",
    keyword=r"ayuda|asistencia|donó|donaron|entreg|fondos|apoyo",
    triggers=(
        Trigger(
            rf"\b(?P<t>anunci(?:ó|aron|a)|prometi(?:ó|eron)|ofreci(?:ó|eron)) (?:[\w'./,$€-]+ "
            rf"){{0,8}}?(?=[^;]{{0,40}}\d[^;]{{0,60}}?"
            rf"\b{_THING}\b|{_THING}\b[^;]{{0,40}}\d)",
            needs=_MONEY,
            unless=r"recompensa|rescate",
            announces=True,
        ),
        Trigger(
            rf"\b(?P<t>don(?:ó|aron)|entreg(?:ó|aron)) (?:[\w'./,-]+ ){{0,6}}?{_BOATS}\b",
            needs=rf"\ba(?: la|l)? (?:[\w-]+ ){{0,3}}?{_RECEIVER}",
            unless=r"incaut|decomis|migrantes|detenid",
        ),
        Trigger(r"\b(?:la|esta) (?P<t>ayuda|asistencia|donación)\b", voice="noun", strength="weak"),
    ),
    sub_event_types=(
        ("security_aid", r"seguridad|militar"),
        ("vessel_transfer", r"lanchas?|patruller|botes?|embarcaci"),
        ("equipment", r"equipos?|radares?|drones?|helicópteros?"),
    ),
    actor_kinds=("state", "office", "force"),
    target_kinds=(),
)
