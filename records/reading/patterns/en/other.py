"""What belongs to other events: drugs brought ashore, people brought to safety."""

from records.reading.pattern import Pattern, Trigger
from records.reading.patterns.en.nouns import DRUGS, MIGRANTS

PATTERN = Pattern(
    event_type="other",
    title="Other",
    keyword=r"offload|off-load|unload|rescu",
    triggers=(
        Trigger(r"\b(?P<t>(?:off-?|un)load(?:ed|s|ing)?)\b", needs=DRUGS),
        Trigger(
            (
                rf"\b(?P<t>rescu(?:ed|es|ing)|rescue of) (?:[\w'./,-]+ ){{0,7}}?(?:{MIGRANTS}|people|fisherm[ae]n|"
                rf"crew\w*|sailors)\b"
            ),
            strength="alone",
        ),
        Trigger(
            (
                rf"\b(?:{MIGRANTS}|people|fisherm[ae]n|crew\w*|sailors)\b (?:[\w'./,-]+ ){{0,6}}?(?:was|were|"
                rf"been) (?:\w+ )?(?P<t>rescued)\b"
            ),
            voice="passive",
            strength="alone",
        ),
    ),
    sub_event_types=(("offload", r"(?:off-?|un)load"), ("rescue", r"rescu")),
    actor_kinds=("warship", "force", "office", "state"),
    target_kinds=("crew",),
    titles=(("offload", "Offload"), ("rescue", "Rescue")),
)
