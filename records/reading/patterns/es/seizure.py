"""Drugs, arms, fuel or ships taken by an authority, in Spanish."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.es.nouns import GOODS, LAW, PIRATES, VESSEL, WORDS_UP_TO

_TAKE = (
    r"(?:incaut(?:ó|aron|ado|an|ando|arse|a)|decomis(?:ó|aron|ado|an|ando|a)|aprehend(?:ió|ieron|"
    r"ido)|confisc(?:ó|aron|ado)|"
    r"intervin(?:o|ieron)|intervenido|hall(?:ó|aron|ado)|encontr(?:ó|aron|ado)|requis(?:ó|aron)|localiz(?:ó|aron|ado)|"
    r"captur(?:ó|aron|ado)|asegur(?:ó|aron))"
)
_OTHERS = rf"{PIRATES}[^,;]{{0,50}}\b(?:captur|secuestr)"

PATTERN = Pattern(
    event_type="seizure",
    title="Incautación",
    keyword=r"incaut|decomis|aprehen|confisc|interv|hall|encontr|requis|localiz|captur|asegur|alijo",
    triggers=(
        Trigger(rf"\b(?P<t>{_TAKE}) {WORDS_UP_TO}{{0,12}}?{GOODS}\b", unless=_OTHERS),
        Trigger(
            (
                rf"\b{GOODS}\b[^;]{{0,80}}?\b(?:fue|fueron|sido) (?P<t>incautad|decomisad|hallad|encontrad|"
                rf"intervenid|localizad)\w+"
            ),
            voice="passive",
        ),
        Trigger(
            rf"\b(?P<t>incautaci(?:ón|ones)|decomisos?|aprehensión) de {WORDS_UP_TO}{{0,8}}?{GOODS}\b", voice="noun"
        ),
        Trigger(
            rf"\b(?P<t>captur(?:ó|aron)|incaut(?:ó|aron)|confisc(?:ó|aron)) {WORDS_UP_TO}{{0,6}}?{VESSEL}\b",
            needs=LAW,
            unless=_OTHERS,
        ),
        Trigger(
            r"\b(?:la|el|esta|este) (?P<t>incautación|decomiso|alijo|cargamento|droga|operación|operativo)\b",
            voice="noun",
            strength="weak",
        ),
    ),
    sub_event_types=(
        ("semi_submersible", r"sumergible|narcosubmarino"),
        ("arms_seizure", r"\b(?:armas|fusiles|municiones)\b"),
        ("drug_seizure", r"coca[ií]na|hero[ií]na|hach[ií]s|marihuana|metanfetamina|droga|estupefaciente|narcótico"),
        ("tanker_seizure", r"petrolero|tanquero|crudo"),
        ("fuel_seizure", r"combustible|gasolina|diésel"),
        ("ship_seizure", VESSEL),
    ),
    actor_kinds=("warship", "force", "office", "state"),
    target_kinds=("suspects", "ship", "vessel", "crew"),
)
