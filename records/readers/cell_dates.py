"""Dates as they stand in cells: ISO 8601 and EDTF, days and months in figures or words, serials, epochs.

Which of two figures is the day is decided for a column from all its rows (:class:`DayOrder`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from records.dates import Moment, Span, month_span, parse_moment, parse_span, year_span
from records.errors import RecordsError
from records.readers import advice, refusals
from records.readers.row import RowError

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene janvier janv",
            "february feb febrero fevrier fevr fev",
            "march mar marzo mars",
            "april apr abril abr avril avr",
            "may mayo mai",
            "june jun junio juin",
            "july jul julio juillet juil",
            "august aug agosto ago aout",
            "september sep sept septiembre setiembre set septembre",
            "october oct octubre octobre",
            "november nov noviembre novembre",
            "december dec diciembre dic decembre",
        ),
        start=1,
    )
    for name in names.split()
}
_FIGURES = re.compile(r"^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[ T,])")
_YEAR_FIRST = re.compile(r"^(\d{4})([./])(\d{1,2})\2(\d{1,2})(?=$|[ T,])|^(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[ T,Z+])")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?Z?)?$")
_DAY_WORD = re.compile(
    r"^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th|er|o|º)?[ -](?:de |of )?([a-z]+)"
    r"\.?,?[ -](?:de |del )?(\d{4}|\d{2})(?=$|[ ,T])"
)
_WORD_DAY = re.compile(r"^(?:[a-z]+,? )?([a-z]+)\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4})(?=$|[ ,T])")
_WORD_YEAR = re.compile(r"^([a-z]+)\.?,?[ -](?:de )?(\d{4})$|^(\d{4})[ -]([a-z]+)$")
_GROUP = re.compile(r"^(\d{2})(\d{2})(\d{2})z ([a-z]{3}) (\d{4}|\d{2})$")
_NUMBER = re.compile(r"^\d+(?:\.\d+)?$")
_TIME = re.compile(
    r"^(\d{1,2})[:.h](\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?(?: ?(am|pm|a\.m\.|p\.m\.))?"
    r" ?(z|utc|gmt|lt|[+-]\d{2}:?\d{2})?$|^(\d{2})(\d{2}) ?(?:hrs?|hours|h)? ?(z|utc|gmt|lt)?$"
)
NOT_STATED = frozenset(
    {"", "na", "n/a", "nan", "nat", "null", "none", "-", "--", "unknown", "desconocido", "inconnu", "?"}
)
"""What a cell of dates or numbers says when it says nothing (in text these are words)."""

_EPOCH = date(1899, 12, 30)
SERIALS = (10_000, 80_000)
"""Numbers that may be Excel's days since 1900: 1927 to 2119."""


@dataclass(slots=True)
class DayOrder:
    """What the rows of a column say about its figures: whether the day stands first; None where none tells."""

    day_first: int = 0
    month_first: int = 0
    open: int = 0

    @classmethod
    def of(cls, texts: Iterable[str]) -> DayOrder:
        """Look through all cells of a column."""
        order = cls()
        for text in texts:
            order.learn(text)
        return order

    def learn(self, text: str) -> None:
        """Take one more cell into account."""
        if found := _FIGURES.match(text):
            first, second = int(found[1]), int(found[3])
            self.day_first += first > 12 >= second
            self.month_first += second > 12 >= first
            self.open += first <= 12 and second <= 12 and first != second

    @property
    def decided(self) -> bool | None:
        """Whether the day stands first; None where no row tells or they contradict each other."""
        if bool(self.day_first) == bool(self.month_first):
            return None
        return bool(self.day_first)


class AmbiguousDateError(RecordsError):
    """Day and month cannot be told apart."""


class UnreadableDateError(RecordsError):
    """A cell is no date that is known."""


def read_date(text: str, day_first: bool | None = None) -> Span | None:
    """The span that a cell means; None where it says that nothing is known.

    Raises :class:`AmbiguousDateError` where the day's place must be known and is not, :class:`UnreadableDateError`
    for other words, and :class:`RowError` for a date that cannot be (30 February).
    """
    plain = " ".join(text.split())
    if plain.casefold() in NOT_STATED:
        return None
    try:
        return _read(plain, day_first)
    except (ValueError, OverflowError) as reason:
        raise RowError(refusals.DATE_CANNOT_BE(text=plain, reason=str(reason)), next=advice.CORRECT_DATE()) from reason


def _read(plain: str, day_first: bool | None) -> Span | None:
    folded = _folded(plain)
    if found := _YEAR_FIRST.match(plain):
        parts = [int(part) for part in (found[1], found[3], found[4], found[5], found[6], found[7]) if part]
        return _timed(date(*parts[:3]), plain[found.end() :])
    if found := _FIGURES.match(plain):
        return _timed(_from_figures(found, plain, day_first), plain[found.end() :])
    if found := _COMPACT.match(plain):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return _timed(day, f"{found[4]}:{found[5]}Z" if found[4] else "")
    if span := _from_words(folded):
        return span
    if _NUMBER.match(plain) and "-" not in plain:
        return _from_number(plain)
    try:
        return parse_span(plain)
    except RecordsError as reason:
        raise UnreadableDateError(refusals.NO_DATE(text=plain)) from reason


def _from_figures(found: re.Match[str], plain: str, day_first: bool | None) -> date:
    first, second, year = int(found[1]), int(found[3]), _full_year(found[4])
    if first > 12 or second > 12:
        day, month = (first, second) if first > 12 else (second, first)
    elif first == second:
        day = month = first
    elif day_first is None:
        raise AmbiguousDateError(refusals.DAY_OR_MONTH(text=plain))
    else:
        day, month = (first, second) if day_first else (second, first)
    return date(year, month, day)


def _from_words(folded: str) -> Span | None:
    if (found := _DAY_WORD.match(folded)) and found[2] in _MONTHS:
        return _timed(date(_full_year(found[3]), _MONTHS[found[2]], int(found[1])), folded[found.end() :])
    if (found := _WORD_DAY.match(folded)) and found[1] in _MONTHS:
        return _timed(date(int(found[3]), _MONTHS[found[1]], int(found[2])), folded[found.end() :])
    if (found := _WORD_YEAR.match(folded)) and (found[1] or found[4]) in _MONTHS:
        return month_span(int(found[2] or found[3]), _MONTHS[found[1] or found[4]])
    if (found := _GROUP.match(folded)) and found[4] in _MONTHS:
        day = date(_full_year(found[5]), _MONTHS[found[4]], int(found[1]))
        return _timed(day, f"{found[2]}:{found[3]}Z")
    return None


def _from_number(plain: str) -> Span:
    value = float(plain)
    if len(plain) == 4 and 1000 <= value <= 2999:
        return year_span(int(value))
    if SERIALS[0] <= value <= SERIALS[1]:
        return _from_serial(value)
    for unit, low in ((1000.0, 1e11), (1.0, 1e8)):
        if low <= value < low * 100:
            moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=value / unit)
            return Span(moment, moment, "minute")
    raise UnreadableDateError(refusals.NO_DATE(text=plain))


def _from_serial(value: float) -> Span:
    day = _EPOCH + timedelta(days=int(value))
    seconds = round((value - int(value)) * 86_400)
    if seconds == 0:
        return Span(day, day, "day")
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(seconds=seconds)
    return Span(moment, moment, "minute")


def _full_year(text: str) -> int:
    """Two figures lie in the past: the latest such year that is not to come."""
    year = int(text)
    if len(text) > 2:
        return year
    now = datetime.now(UTC).year
    century = now - now % 100
    return century + year if century + year <= now else century - 100 + year


def _timed(day: date, rest: str) -> Span:
    text = rest.strip(" ,T")
    if not text:
        return Span(day, day, "day")
    span = at_time(Span(day, day, "day"), text)
    if span is None:
        raise UnreadableDateError(refusals.NO_TIME_OF_DAY(text=text))
    return span


def at_time(span: Span, text: str) -> Span | None:
    """A day with a time of day (UTC where no zone is named); None where the text is no time.

    Local time without its zone leaves the day as it is, since the moment in UTC is not known. 24:00 ends the day.
    """
    if isinstance(span.start, datetime) or span.precision != "day":
        return span
    found = _TIME.match(_folded(text))
    if found is None:
        return None
    hour, minute = int(found[1] or found[7]), int(found[2] or found[8])
    if found[5]:
        hour = hour % 12 + 12 * found[5].startswith("p")
    zone = found[6] or found[9] or "z"
    if zone == "lt":
        return span
    offset = "+00:00" if zone in ("z", "utc", "gmt") else f"{zone[:3]}:{zone[-2:]}"
    fraction = f".{found[4][:6]:0<6}" if found[4] and int(found[4]) else ""
    written = f"{span.start.isoformat()}T{hour:02d}:{minute:02d}:{found[3] or '00'}{fraction}{offset}"
    try:
        moment: Moment = parse_moment(written)
    except RecordsError as reason:
        raise RowError(refusals.TIME_CANNOT_BE(text=text), next=advice.CORRECT_TIME()) from reason
    return Span(moment, moment, "minute")


def whole_month(year: str, month: str) -> Span | None:
    """The span of a year's cell and a month's cell (figures or a word), or of the year alone."""
    if not re.fullmatch(r"(19|20)\d\d(\.0)?", year):
        return None
    word = _folded(month).strip(".")
    number = int(word) if word.isdigit() else _MONTHS.get(word, 0)
    return month_span(int(year[:4]), number) if 1 <= number <= 12 else year_span(int(year[:4]))


def _folded(text: str) -> str:
    bare = (each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return "".join(bare).casefold().strip()
