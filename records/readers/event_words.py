"""What happened, from the words of a cell: the type of event that a category means, or a report tells.

Conservative: a category is matched by whole words in English, Spanish and French; running text by what is said to
have been done, the gravest first; what matches nothing is *other*.
"""

from __future__ import annotations

import re
import unicodedata

from records.vocabulary import EVENT_TYPES, EventType

_CATEGORIES: tuple[tuple[EventType, str], ...] = (
    ("hijack", r"hijack\w*|kidnap\w*|abduct\w*|secuestr\w*|detourne\w*|enlevement\w*"),
    ("suspicious_approach", r"suspicious|suspicio\w*|approach\w*|sospechos\w*|suspect\w*|suspectes?|mother ?ship\w*"),
    ("boarding", r"board\w*|robber\w*|theft\w*|thie\w*|stolen|abordaje\w*|abordad\w*|robos?|hurto\w*|vols?|brigandage"),
    ("interdiction", r"interdict\w*|intercept\w*|interdic\w*|arrest\w*|drug bust"),
    ("seizure", r"seiz\w*|confiscat\w*|detained|detention|incaut\w*|decomis\w*|saisi\w*"),
    (
        "attack",
        r"attack\w*|assault\w*|fired|firing|shot|shoot\w*|shell\w*|missiles?|drones?|explosion\w*|explosives?|mines?|"
        r"piracy|pirate|attempted|hostil\w*|military|naval engagement|ataque\w*|atacad\w*|disparo\w*|attaque\w*|tirs?|"
        r"pirateria|piraterie|violence|sabotage",
    ),
    ("missing", r"missing|drown\w*|shipwreck\w*|sinking|naufrag\w*|desaparecid\w*|ahogamiento|noyade|disparus?"),
    ("confrontation", r"confrontation\w*|collision\w*|ramming|harass\w*|clash\w*|hostigamiento"),
    ("deployment", r"deploy\w*|despliegue"),
    ("statement", r"advisor\w*|statements?|declaracion\w*"),
    ("strike", r"strikes?|airstrikes?|boat strikes?|frappes?|bombardeo\w*"),
)
_REPORTS: tuple[tuple[EventType, str], ...] = (
    (
        "hijack",
        r"hijacked|(?:crew\w*|master|engineers?|persons|men) (?:\w+ )?(?:were |was )?"
        r"(?:kidnapped|abducted|taken hostage)|secuestr(?:aron|ado)",
    ),
    (
        "attack",
        r"fired (?:up)?on|opened fire|(?:was|were) (?:struck|hit) by (?:an? )?(?:\w+ )?"
        r"(?:missile|shell|projectile|drone|mine|rocket)|exploded|explosion|shots? (?:was|were) fired|under attack|"
        r"(?:was|were) attacked|attacked (?:the|an?) |atacaron|dispararon",
    ),
    (
        "boarding",
        r"(?:robbers?|pirates?|thieves|men|persons|perpetrators|assailants|individuals|they|boats?|skiffs?) "
        r"(?:[\w,-]+ ){0,6}?boarded|(?:was|were) boarded|boarded (?:the|an?|and) |(?:was|were) stolen|robbed|"
        r"abordaron|abordado",
    ),
    (
        "attack",
        r"attempt(?:ed|ing)? to (?:board|climb)|tried to board|attempted (?:attack|boarding)|intento de abordaje",
    ),
    ("suspicious_approach", r"approached|followed by|chased|suspicious(?:ly)?|se acercaron|closed (?:to|within)"),
)
_REPORT_LENGTH = 1_500
"""Characters at the beginning of a report that are looked at: what happened stands there."""


def _folded(text: str) -> str:
    bare = (each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return "".join(bare).casefold()


def _compiled(table: tuple[tuple[EventType, str], ...]) -> tuple[tuple[EventType, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for kind, pattern in table)


_CATEGORY_PATTERNS = _compiled(_CATEGORIES)
_REPORT_PATTERNS = _compiled(_REPORTS)
_NOT_DONE = re.compile(
    r"(?:\bno|\bnot|n't|\bnever|\bwithout|\bnor|\bfailed to|\bwas unable to|\bunable to|\bbefore) (?:\w+ ){0,3}$"
)


def type_of_category(words: str) -> EventType | None:
    """The type that a category means (``Attempted boarding`` is an attack); None where it is not known."""
    folded = " ".join(_folded(words).replace("_", " ").split())
    named = folded.replace(" ", "_")
    for kind in EVENT_TYPES:
        if named == kind:
            return kind
    if re.search(r"\battempt\w*|\bintento\b|\btentative\b", folded):
        return "attack"
    for kind, pattern in _CATEGORY_PATTERNS:
        if pattern.search(folded):
            return kind
    return None


def type_of_report(text: str) -> EventType | None:
    """The type that a report in prose tells, by what is said to have been done; None where nothing is plain."""
    folded = " ".join(_folded(text[:_REPORT_LENGTH]).split())
    for kind, pattern in _REPORT_PATTERNS:
        for found in pattern.finditer(folded):
            if not _NOT_DONE.search(folded[max(0, found.start() - 40) : found.start()]):
                return kind
    return None
