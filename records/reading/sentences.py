"""Sentences of a report, with their exact place in it.

Offsets are code points in the report's text. Every other step looks at ``plain`` or ``low``: the same words with
typographic marks made plain and, for ``low``, in small letters, both *of the same length* as the words themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_SENTENCE = 1500
"""Longer runs without a full stop are cut at a blank, so that no pattern ever sees more than this."""
LONGEST_HEADING = 160

_PLAIN = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": " ", "\ufeff": " ", "\u00ad": " ",
        "\n": " ", "\r": " ", "\t": " ", "\f": " ", "\v": " ", "\x1c": " ", "\x1d": " ", "\x1e": " ", "\x85": " ",
        "\u2028": " ", "\u2029": " ",
        "‐": "-", "‑": "-", "İ": "I",  # the only letter whose small form is longer than itself
    }
)  # fmt: skip

_BREAK = re.compile(
    r"""(?<![.!?…])[.!?…]{1,9}(?![.!?…])["'”’»)\]]{0,3}(?=\s+["'“‘«(\[]{0,2}[A-ZÀ-ÞŁŚŽŠĀ-Ž0-9¿¡]|\s*$)"""
)
_BEFORE = re.compile(r"""([\w.'’-]{1,20})$""")
_ABBREVIATION = re.compile(
    r"""^(?:(?:[A-Za-z]\.)+[A-Za-z]?|[A-Z]|mr|mrs|ms|dr|sr|sra|gen|lt|col|capt|cdr|cmdr|adm|vadm|radm|maj|sgt|sen|rep|gov|"""
    r"""pres|prof|rev|hon|st|sta|sto|mt|ft|jr|no|nos|nr|núm|fig|vs|approx|aprox|abt|ca|cf|etc|e\.g|i\.e|inc|ltd|co|corp|"""
    r"""jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|ene|abr|ago|dic|mon|tue|tues|wed|thu|thurs|fri|sat|sun|"""
    r"""n\.m|lat|long|lon|pos|ee\.?uu|uu|art|gral|cap|alm|cte|tte)$""",
    re.IGNORECASE,
)
_ALWAYS_OPEN = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "gen",
        "lt",
        "col",
        "capt",
        "cdr",
        "cmdr",
        "adm",
        "vadm",
        "radm",
        "maj",
        "sgt",
        "sen",
        "rep",
        "gov",
        "prof",
        "gral",
        "cap",
        "alm",
        "cte",
        "tte",
        "st",
        "no",
        "vs",
    ]
)
_ON = re.compile(r"(?:on|en|via|vía)\s+$")
_STARTER = re.compile(
    r"""\s+["'“‘«(]{0,2}(?:The|He|She|It|They|We|In|On|At|But|And|After|A|An|This|That|These|No|There|"""
    r"""El|La|Los|Las|En|Un|Una|Según|Pero|Se)\b"""
)
_BLANK_LINES = re.compile(r"\n[ \t\r]*\n\s*|\f|\u2029")
_BULLET = re.compile(r"^\s*(?:[-*•–·]|\d{1,2}[.)])\s+\S")
_DATELINE = re.compile(
    r"""^\s*[A-ZÀ-Þ][A-ZÀ-Þ'. -]{2,40}(?:,\s+[\w. ]{2,30})?(?:,?\s+\w{3,9}\.?\s+\d{1,2})?\s*"""
    r"""(?:\([^)\n]{1,30}\))?\s*(?:—|–|--|-)\s+(?=\S)"""
)


def plain(text: str) -> str:
    """The same words with plain marks and blanks, of the same length."""
    return text.translate(_PLAIN)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span in the report, its words made plain, and where it stands.

    ``body`` is where its own words begin, after a dateline. A ``heading`` repeats what the text below says.
    """

    start: int
    end: int
    plain: str
    low: str
    index: int
    paragraph: int
    heading: bool = False
    body: int = 0


def sentences(text: str) -> tuple[Sentence, ...]:
    """Split a report into sentences, in order, without overlap; blanks between them belong to none."""
    found: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        heading = _is_heading(text[start:end], number, end < len(text.rstrip()))
        for first, last in _split(text, start, end):
            shown = plain(text[first:last])
            dateline = _DATELINE.match(shown)
            body = dateline.end() if dateline else 0
            found.append(Sentence(first, last, shown, shown.lower(), len(found), number, heading, body))
    return tuple(found)


def _is_heading(words: str, number: int, more: bool) -> bool:
    return number == 0 and more and len(words) <= LONGEST_HEADING and not re.search(r"[.!?:;,…]['\"”’)]*\s*$", words)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _BLANK_LINES.finditer(text):
        yield from _lines(text, start, gap.start())
        start = gap.end()
    yield from _lines(text, start, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines of a block as paragraphs of their own, unless the block is one paragraph wrapped at a width."""
    cuts, position = [], start
    for line in text[start:end].splitlines(keepends=True):
        cuts.append((position, position + len(line)))
        position += len(line)
    longest = max((last - first for first, last in cuts), default=0)
    joined = start
    for place, (first, last) in enumerate(cuts):
        following = text[slice(*cuts[place + 1])] if place + 1 < len(cuts) else ""
        wrapped = longest <= 120 and last - first >= 0.6 * longest and following and not _BULLET.match(following)
        if not wrapped:
            if text[joined:last].strip():
                yield joined, last
            joined = last


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for stop in _BREAK.finditer(text, start, end):
        if stop.end() < end and _is_abbreviation(text, stop, position):
            continue
        yield from _pieces(text, position, stop.end())
        position = stop.end()
    yield from _pieces(text, position, end)


def _is_abbreviation(text: str, stop: re.Match[str], start: int) -> bool:
    """Whether a full stop ends an abbreviation and not the sentence."""
    if stop.group()[0] != ".":
        return False
    before = _BEFORE.search(text, max(start, stop.start() - 21), stop.start())
    if before is None or not _ABBREVIATION.match(before.group(1)):
        return False
    if before.group(1) == "X" and _ON.search(text, max(0, before.start() - 6), before.start()):
        return False  # the network of that name and no initial
    if before.group(1).lower() in _ALWAYS_OPEN:
        return True
    return _STARTER.match(text, stop.end()) is None


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence without the blanks around it, cut where it is too long for one."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST_SENTENCE:
        blank = max(text.rfind(" ", start, start + LONGEST_SENTENCE), text.rfind("\n", start, start + LONGEST_SENTENCE))
        cut = blank if blank > start else start + LONGEST_SENTENCE
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end
