"""Lists of terrorists and sanctions, in Spanish: acts on paper."""

from records.reading.pattern import Pattern, Trigger

PATTERN = Pattern(
    event_type="designation",
    title="Designación",
    keyword=r"design|sancion|terrorist|lista",
    triggers=(
        Trigger(
            r"\b(?P<t>design(?:ó|aron|ado|ada|ará|arán)|declar(?:ó|aron)|designación)(?!\w)",
            needs=r"(?:organización|organizaciones|grupo|grupos) (?:criminal(?:es)? )?terroristas?|lista de",
        ),
        Trigger(
            r"\b(?P<t>(?:impus(?:o|ieron)|impone[n]?|anunci(?:ó|aron)|aplic(?:ó|aron)) (?:[\w-]+ "
            r"){0,3}?sanciones)\b"
        ),
        Trigger(r"\b(?P<t>sancion(?:ó|aron))(?!\w)"),
        Trigger(r"\b(?:la|esta|las|estas) (?P<t>designación|sanciones)\b", voice="noun", strength="weak"),
    ),
    sub_event_types=(("fto", r"organizaci(?:ón|ones) terroristas?(?: extranjeras?)?"), ("sanctions", r"sancion")),
    actor_kinds=("office", "state", "person"),
    target_kinds=("group", "ship", "person"),
)
