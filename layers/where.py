"""CQL2 as text (OGC 21-065), as far as records need it: which records are meant, in words of their columns.

Comparisons, ``AND``, ``OR``, ``NOT``, ``IN``, ``BETWEEN``, ``LIKE`` (``%`` and ``_``), ``IS NULL``, ``CASEI``, dates as
``DATE('2025-09-02')`` or ``TIMESTAMP('2025-09-02T17:30:00Z')``, and ``S_INTERSECTS(geometry, BBOX(-70,5,-58,13))`` or
with WKT. What is not stated is neither equal nor unequal to anything; a list is equal to each of its elements; a
region meets a shape where the true position may lie in it. ``waters('VEN')``, ``waters('high_seas')`` and
``waters('VEN', 'eez')`` are the probability that a record lies in the waters of a country, a zone, or both.
"""

from __future__ import annotations

import json
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NoReturn

import shapely
from shapely.errors import GEOSException
from shapely.geometry.base import BaseGeometry

from geo.zones import ZONES
from layers.antimeridian import boxes
from layers.errors import LayersError
from layers.waters import COLUMNS as WATERS_COLUMNS
from layers.waters import IncidentWaters
from records.dates import first_instant, parse_moment
from records.errors import RecordsError
from records.flat import COLUMNS


@dataclass(frozen=True, slots=True)
class Subject:
    """A record that is asked: its columns; its region or stated point, and its waters, when they are asked for."""

    columns: Mapping[str, Any]
    geometry: Callable[[], BaseGeometry | None]
    waters: Callable[[], IncidentWaters | None]


Test = Callable[[Subject], bool | None]
"""True, False, or None where what it asks for is not stated."""
Operand = Callable[[Subject], Any]

_TOKEN = re.compile(
    r"\s*(?:(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<text>'(?:[^']|'')*')|"
    r'(?P<name>[A-Za-z_][A-Za-z0-9_]*|"[^"]+")|(?P<sign><>|<=|>=|[=<>(),]))'
)
_SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_OF_WATERS = {
    name: "text" if kind == "text" else "number" for name, kind in WATERS_COLUMNS.items() if name not in COLUMNS
}
_DATES = frozenset({"date_start", "date_end"})
_SHAPES = frozenset(
    {"POINT", "MULTIPOINT", "LINESTRING", "MULTILINESTRING", "POLYGON", "MULTIPOLYGON", "GEOMETRYCOLLECTION"}
)
_DEPTH = 50
LONGEST = 4_000
"""Characters of a condition."""


@dataclass(frozen=True, slots=True)
class Where:
    """A condition that was understood."""

    text: str
    test: Test

    def passes(
        self,
        columns: Mapping[str, Any],
        geometry: Callable[[], BaseGeometry | None],
        waters: Callable[[], IncidentWaters | None] = lambda: None,
    ) -> bool:
        """Whether a record is meant; one whose answer is not known is not."""
        return self.test(Subject(columns, geometry, waters)) is True


def parse_where(text: str) -> Where:
    """Understand a condition; raises :class:`LayersError` that says at which character it went wrong."""
    if len(text) > LONGEST:
        raise LayersError(f"it has more than {LONGEST:,} characters", where="where", next="ask for less at once")
    parser = _Parser(text)
    test = parser.either()
    parser.end()
    return Where(text, test)


class _Parser:
    """A cursor over the text; each method passes what it reads."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0

    def either(self) -> Test:
        self._depth += 1
        if self._depth > _DEPTH:
            self._fail("it is nested too deeply")
        tests = [self._all()]
        while self._passed("OR"):
            tests.append(self._all())
        self._depth -= 1
        return tests[0] if len(tests) == 1 else lambda subject: _any(test(subject) for test in tests)

    def end(self) -> None:
        if self._text[self._at :].strip():
            self._fail("AND, OR or the end was expected")

    def _all(self) -> Test:
        tests = [self._negated()]
        while self._passed("AND"):
            tests.append(self._negated())
        return tests[0] if len(tests) == 1 else lambda subject: _not(_any(_not(test(subject)) for test in tests))

    def _negated(self) -> Test:
        negated = False
        while self._passed("NOT"):
            negated = not negated
        test = self._condition()
        return (lambda subject: _not(test(subject))) if negated else test

    def _condition(self) -> Test:
        if self._passed("("):
            test = self.either()
            self._need(")")
            return test
        if self._passed("S_INTERSECTS"):
            return self._intersects()
        left, kind = self._operand()
        negated = self._passed("NOT")
        test = self._comparison(left, kind)
        return (lambda subject: _not(test(subject))) if negated else test

    def _comparison(self, left: Operand, kind: str) -> Test:
        if self._passed("IS"):
            negated = self._passed("NOT")
            self._need("NULL")
            return lambda subject: (left(subject) in (None, "", [])) is not negated
        if self._passed("LIKE"):
            pattern = _like(self._string())
            return lambda subject: _known(left(subject), lambda value: pattern.match(_words(value)) is not None)
        if self._passed("IN"):
            choices = self._list(kind)
            return lambda subject: _any(_compared(operator.eq, left(subject), choice(subject)) for choice in choices)
        if self._passed("BETWEEN"):
            return self._between(left, kind)
        compare = next((_SIGNS[sign] for sign in _SIGNS if self._passed(sign)), None)
        if compare is None:
            self._fail("a comparison was expected")
        right = self._like_kind(kind)
        return lambda subject: _compared(compare, left(subject), right(subject))

    def _between(self, left: Operand, kind: str) -> Test:
        low = self._like_kind(kind)
        self._need("AND")
        high = self._like_kind(kind)

        def outside(subject: Subject) -> bool | None:
            value = left(subject)
            return _any((_compared(operator.lt, value, low(subject)), _compared(operator.gt, value, high(subject))))

        return lambda subject: _not(outside(subject))

    def _list(self, kind: str) -> list[Operand]:
        self._need("(")
        choices = [self._like_kind(kind)]
        while self._passed(","):
            choices.append(self._like_kind(kind))
        self._need(")")
        return choices

    def _like_kind(self, kind: str) -> Operand:
        """An operand that can be compared with one of a kind."""
        at = self._at
        operand, found = self._operand()
        if found != kind and {found, kind} != {"text", "date"}:
            self._at = at
            self._fail(f"a {kind} was expected, not a {found}")
        return operand

    def _operand(self) -> tuple[Operand, str]:
        found = _TOKEN.match(self._text, self._at)
        if found is None or found["sign"]:
            self._fail("a column or a value was expected")
        if found["name"]:
            return self._named(found["name"])
        self._at = found.end()
        value = float(found["number"]) if found["number"] else _unquoted(found["text"])
        return (lambda subject: value), "number" if found["number"] else "text"

    def _named(self, name: str) -> tuple[Operand, str]:
        word = name.upper()
        if word == "CASEI":
            self._passed(name)
            self._need("(")
            inner, kind = self._operand()
            self._need(")")
            return (lambda subject: _folded(inner(subject))), kind
        if word in ("DATE", "TIMESTAMP"):
            self._passed(name)
            return self._date()
        if word == "WATERS" and self._text[self._at :].lstrip()[len(name) :].lstrip().startswith("("):
            self._passed(name)
            return self._waters(), "number"
        column = name.strip('"')
        if column in _OF_WATERS:
            self._passed(name)
            return (lambda subject: _of_waters(subject, column)), _OF_WATERS[column]
        if column not in COLUMNS:
            self._fail(f"there is no column '{column}'")
        self._passed(name)
        if column in _DATES:
            return (lambda subject: _instant(subject.columns[column])), "date"
        kind = "number" if COLUMNS[column] in ("whole", "number") else "text"
        return (lambda subject: subject.columns[column]), kind

    def _waters(self) -> Operand:
        self._need("(")
        asked = {"country": "", "zone": ""}
        while True:
            at = self._at
            word = self._string()
            if word in ZONES:
                asked["zone"] = word
            elif len(word) == 3 and word.isascii() and word.isalpha():
                asked["country"] = word.upper()
            else:
                self._at = at
                self._fail(f"three letters of a country or one of {', '.join(ZONES)} were expected")
            if not self._passed(","):
                break
        self._need(")")
        return lambda subject: None if (found := subject.waters()) is None else found.probability(**asked)

    def _date(self) -> tuple[Operand, str]:
        self._need("(")
        at = self._at
        try:
            instant = first_instant(parse_moment(self._string()))
        except RecordsError as reason:
            self._at = at
            self._fail(reason.what)
        self._need(")")
        return (lambda subject: instant), "date"

    def _intersects(self) -> Test:
        self._need("(")
        if not self._passed("geometry"):
            self._fail("the name 'geometry' was expected")
        self._need(",")
        shape = self._shape()
        self._need(")")
        return lambda subject: _known(subject.geometry(), shape.intersects)

    def _shape(self) -> BaseGeometry:
        begun = re.compile(r"\s*([A-Za-z]+)\s*(?:Z\s*)?\(").match(self._text, self._at)
        word = begun[1].upper() if begun else ""
        if begun is None or word not in (*_SHAPES, "BBOX"):
            self._fail("BBOX(W,S,E,N) or a shape in WKT was expected")
        end, depth = begun.end(), 1
        while depth and end < len(self._text):
            depth += {"(": 1, ")": -1}.get(self._text[end], 0)
            end += 1
        try:
            if word == "BBOX":
                west, south, east, north = (float(part) for part in self._text[begun.end() : end - 1].split(","))
                if not (-90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180):
                    self._fail("a box is W,S,E,N in degrees")
                shape = boxes((west, south, east, north))
            else:
                shape = shapely.from_wkt(self._text[begun.start(1) : end])
        except (GEOSException, ValueError):
            self._fail("the shape cannot be read")
        self._at = end
        return shape

    def _string(self) -> str:
        found = _TOKEN.match(self._text, self._at)
        if found is None or not found["text"]:
            self._fail("a text in single quotes was expected")
        self._at = found.end()
        return _unquoted(found["text"])

    def _passed(self, word: str) -> bool:
        """Whether a word or sign stands next; it is passed."""
        found = _TOKEN.match(self._text, self._at)
        if found is None or (found["name"] or found["sign"] or "").upper() != word.upper():
            return False
        self._at = found.end()
        return True

    def _need(self, word: str) -> None:
        if not self._passed(word):
            self._fail(f"'{word}' was expected")

    def _fail(self, what: str) -> NoReturn:
        rest = self._text[self._at :].strip()
        where = f"at '{rest[:20]}'" if rest else "at its end"
        raise LayersError(f"{what} {where}", where="where", next="such as: event_type = 'strike' AND killed_min >= 3")


def _of_waters(subject: Subject, column: str) -> Any:
    found = subject.waters()
    return None if found is None else found.to_columns()[column]


def _any(answers: Any) -> bool | None:
    """True where one is, None where one is not known, else False."""
    unknown = False
    for answer in answers:
        if answer:
            return True
        unknown = unknown or answer is None
    return None if unknown else False


def _not(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


def _known(value: Any, test: Callable[[Any], bool]) -> bool | None:
    return None if value in (None, "", []) else bool(test(value))


def _compared(compare: Callable[[Any, Any], bool], left: Any, right: Any) -> bool | None:
    if left in (None, "", []) or right in (None, "", []):
        return None
    if isinstance(left, list):
        return any(compare(each, right) for each in left if isinstance(each, type(right)))
    if isinstance(left, datetime) or isinstance(right, datetime):
        left, right = _instant(left), _instant(right)
        if left is None or right is None:
            return None
    return compare(left, right)


def _instant(value: Any) -> datetime | None:
    """The first instant of a day or moment, None for what is none."""
    try:
        return value if value is None or isinstance(value, datetime) else first_instant(parse_moment(value))
    except RecordsError:
        return None


def _words(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _folded(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value


def _unquoted(text: str) -> str:
    return text[1:-1].replace("''", "'")


def _like(pattern: str) -> re.Pattern[str]:
    parts = {"%": ".*", "_": "."}
    return re.compile("".join(parts.get(each, re.escape(each)) for each in pattern) + r"\Z", re.DOTALL)
