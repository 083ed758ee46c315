"""Lists of terrorists and sanctions: acts on paper."""

from records.reading.pattern import Pattern, Trigger

PATTERN = Pattern(
    event_type="designation",
    title="Designation",
    keyword=r"designat|sanction|blacklist|black-list|terror|listed|list\b|froze|freez",
    triggers=(
        Trigger(
            r"\b(?P<t>(?<!\ba\s)(?<!\bthe\s)(?<!\bby\s)(?<!\bother\s)(?<!\bof\s)designated|designat(?:es|"
            r"e|ing|ions?))\b",
            needs=r"terror|sanction|organi[sz]ation|sdn|list\b|ofac|treasury|state department",
            unless=r"designated (?:area|zone|anchorage|driver|speaker)",
        ),
        Trigger(
            r"\b(?P<t>(?:impos(?:ed|es|ing|e)|announc(?:ed|es|ing|e)|slapp(?:ed|ing)|unveil(?:ed|ing)|"
            r"appl(?:ied|y|ying)|plac(?:ed|ing)) (?:[\w-]+ ){0,3}?sanctions)\b"
        ),
        Trigger(
            (
                r"\b(?P<t>sanction(?:ed|ing))\b(?= (?:[\w'./,-]+ ){0,8}?(?:vessels?|tankers?|ships?|compan\w+|"
                r"firms?|individuals?|people|entit\w+|network|leaders?|gang|cartel|group|members|men|"
                r"organi[sz]ation))"
            ),
            unless=(
                r"\b(?:the|an?|of|two|three|four|five|\d+|other|several|these|many|western|u\.s\.)[ -]sanctioned "
                r"(?:[\w-]+ )?(?:tankers?|vessels?|ships?|oil|crude)\b"
            ),
        ),
        Trigger(r"\b(?:to|will|would|shall) (?P<t>sanction|blacklist)\b"),
        Trigger(r"\b(?:was|were|been|being|be) (?P<t>sanctioned|blacklisted|designated)\b", voice="passive"),
        Trigger(r"\b(?P<t>blacklist(?:ed|s|ing)|black-listed)\b"),
        Trigger(
            r"\b(?P<t>(?:add(?:ed|s|ing)|put|plac(?:ed|es|ing)) (?:[\w'./,-]+ ){1,12}?(?:sanctions list|"
            r"blacklist|sdn list|terror(?:ist|ism)? list|list of (?:\w+ ){0,3}?terror\w+))\b"
        ),
        Trigger(
            r"\b(?:the|this|that|these) (?P<t>designations?|sanctions|measures|listing)\b",
            voice="noun",
            strength="weak",
        ),
    ),
    sub_event_types=(
        ("fto", r"foreign terrorist organi[sz]ation|\bfto\b|terrorist (?:organi[sz]ation|group)s?"),
        ("sdgt", r"specially designated|\bsdgt\b|sdn"),
        ("sanctions", r"sanction|blacklist|asset"),
    ),
    actor_kinds=("office", "state", "person"),
    target_kinds=("group", "ship", "person"),
)
