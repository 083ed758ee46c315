"""Dates, numbers, distances and positions as people write them, in the language of the page."""

from __future__ import annotations

from datetime import date, datetime

from dashboard.words import Words
from records.dates import Moment
from records.incident import Facts

METRES_PER_NMI = 1852.0


def day_text(moment: Moment, words: Words, *, year: bool = True) -> str:
    """A day as ``2 Sep 2025``; a moment with its time in UTC."""
    months = words("months").split()
    text = f"{moment.day} {months[moment.month - 1]}" + (f" {moment.year}" if year else "")
    return f"{text}, {moment:%H:%M} UTC" if isinstance(moment, datetime) else text


def date_text(record: Facts, words: Words) -> str:
    """The date of a record: a day, a month told as one, or first and last day."""
    start, end = record.date_start, record.date_end
    if start is None or end is None:
        known = end if start is None else start
        return words("date.unknown") if known is None else day_text(known, words)
    if start == end:
        return day_text(start, words)
    if record.date_precision == "month" and start.day == 1 and (start.year, start.month) == (end.year, end.month):
        return f"{words('months').split()[start.month - 1]} {start.year}"
    same_year = start.year == end.year and not isinstance(start, datetime)
    if same_year and start.month == end.month and not isinstance(end, datetime):
        return f"{start.day}–{day_text(end, words)}"
    return f"{day_text(start, words, year=not same_year)} – {day_text(end, words)}"


def published_text(written: str, words: Words) -> str:
    """A source's date, which may be a year or a month alone."""
    try:
        return day_text(date.fromisoformat(written), words)
    except ValueError:
        year, _, month = written.partition("-")
        if month.isdigit() and 1 <= int(month) <= 12:
            return f"{words('months').split()[int(month) - 1]} {year}"
        return written


def range_text(low: int | float | None, high: int | float | None, words: Words) -> str:
    """A range as ``3–11``, one number where both ends agree, ``≥ 12`` without an upper end; empty if not stated."""
    if low is None and high is None:
        return ""
    if low is None:
        return f"≤ {number_text(high, words)}"
    if high is None:
        return f"≥ {number_text(low, words)}"
    return number_text(low, words) if low == high else f"{number_text(low, words)}–{number_text(high, words)}"


def number_text(value: int | float | None, words: Words) -> str:
    """A number with thin spaces between thousands and the language's decimal mark; whole numbers stay whole."""
    if value is None:
        return ""
    return f"{value:,.10g}".replace(",", "\u202f").replace(".", words("decimal"))


def percent_text(share: float, words: Words) -> str:
    """A share of one in whole percents."""
    return words("percent", value=f"{100 * share:.0f}")


def amount_text(quantity: float | None, unit: str, substance: str, words: Words) -> str:
    """What was seized: how much, its unit and of what, the case's own words in the reader's language."""
    unit, substance = words.own(unit), words.own(substance)
    of_it = words("sheet.amount", unit=unit, substance=substance) if unit and substance else unit or substance
    return " ".join(part for part in (number_text(quantity, words), of_it) if part)


def distance_text(metres: float, words: Words) -> str:
    """A distance: nautical miles first, kilometres in brackets."""
    nmi, km = _rounded(metres / METRES_PER_NMI, words), _rounded(metres / 1000, words)
    return f"{nmi} {words('unit.nmi')} ({km} {words('unit.km')})"


def _rounded(value: float, words: Words) -> str:
    return number_text(round(value) if value >= 10 else round(value, 1), words)


def position_text(lon: float, lat: float, words: Words) -> str:
    """A position as ``12.345° N, 70.012° W``."""
    north, east = words("area.north" if lat >= 0 else "area.south"), words("area.east" if lon >= 0 else "area.west")
    return f"{abs(lat):.3f}° {north}, {abs(lon):.3f}° {east}".replace(".", words("decimal"))
