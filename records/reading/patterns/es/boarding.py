"""A vessel boarded, in Spanish."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.es.nouns import PIRATES, VESSEL

PATTERN = Pattern(
    event_type="boarding",
    title="Abordaje",
    keyword=r"abord|subieron|asalt|robar|secuestr",
    triggers=(
        Trigger(
            r"\b(?P<t>abord(?:ó|aron|ado|ando)|subieron a bordo|asalt(?:ó|aron))\b",
            needs=VESSEL,
            unless=r"avión|vuelo|aeropuerto|abordó el tema",
        ),
        Trigger(r"\b(?:fue|fueron|sido) (?P<t>abordad[oa]s?|asaltad[oa]s?)\b", voice="passive"),
        Trigger(r"\b(?P<t>abordaje) de(?:l)?\b", voice="noun"),
        Trigger(r"\b(?:el|este|la) (?P<t>abordaje|asalto|inspección|incidente)\b", voice="noun", strength="weak"),
        Trigger(r"\b(?P<t>robaron)\b", strength="weak"),
    ),
    sub_event_types=(
        ("kidnapping", r"secuestr|rehenes"),
        ("robbery", r"\brob|asalt"),
        ("pirate_boarding", PIRATES),
        ("tanker_boarding", r"petrolero|tanquero"),
        ("navy_boarding", r"armada|marina|guardia costera|guardacostas|fragata|destructor|patrullera"),
    ),
    actor_kinds=("warship", "pirates", "force", "group", "office", "state"),
    target_kinds=("ship", "vessel", "crew"),
)
