"""Numbers of people and amounts as they stand in cells: ranges, "at least", thousands marks, decimal commas."""

from __future__ import annotations

import re

from records.incident import MAX_COUNT
from records.readers import refusals
from records.readers.cell_dates import NOT_STATED

_WHOLE = re.compile(r"^\d+(?:[.,]0{1,2}|\.0{4,})?$")
_THOUSANDS = re.compile(r"^\d{1,3}(?:[, .\u00a0\u202f]\d{3})+$")
_RANGE = re.compile(r"^(\d+)\s*(?:-|–|—|to|a|à|/)\s*(\d+)$", re.IGNORECASE)
_LEAST = re.compile(
    r"^(?:at least|al menos|au moins|más de|more than|plus de|over|>=?|≥|min\.?)\s*(\d+)$|^(\d+)\s*\+$", re.IGNORECASE
)
_MOST = re.compile(r"^(?:up to|at most|hasta|jusqu'à|<=?|≤|max\.?)\s*(\d+)$", re.IGNORECASE)
_ABOUT = re.compile(r"^(?:about|approx\.?|approximately|circa|ca\.?|c\.|~|unos|unas|environ)\s*(\d+)$", re.IGNORECASE)


class UnreadableNumberError(ValueError):
    """A cell holds no number that is known."""


def read_range(text: str) -> tuple[int | None, int | None]:
    """Least and most of a number of people; (None, None) where nothing is stated, None for an open end.

    Raises :class:`UnreadableNumberError` for other words, for negative numbers and for more than can be.
    """
    low, high = _range(text)
    if max(low or 0, high or 0) > MAX_COUNT:
        raise UnreadableNumberError(refusals.MORE_THAN_CAN_BE(text=text))
    return low, high


def _range(text: str) -> tuple[int | None, int | None]:
    plain = " ".join(text.split())
    if plain.casefold() in NOT_STATED:
        return None, None
    if _WHOLE.match(plain):
        count = int(re.split("[.,]", plain)[0])
        return count, count
    if _THOUSANDS.match(plain):
        count = int(re.sub(r"\D", "", plain))
        return count, count
    if found := _RANGE.match(plain):
        return int(found[1]), int(found[2])
    if found := _LEAST.match(plain):
        return int(found[1] or found[2]), None
    if found := _MOST.match(plain):
        return None, int(found[1])
    if found := _ABOUT.match(plain):
        return int(found[1]), int(found[1])
    raise UnreadableNumberError(refusals.NO_NUMBER_OF_PEOPLE(text=plain))


def read_amount(text: str) -> float | None:
    """An amount with decimals (point or comma); raises :class:`UnreadableNumberError`."""
    plain = text.replace("\u00a0", "").replace("\u202f", "").replace(" ", "")
    if plain.casefold() in NOT_STATED:
        return None
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"-?\d{1,3}(\.\d{3})+,\d+|-?\d+,\d+", plain):
        plain = plain.replace(".", "").replace(",", ".")
    try:
        value = float(plain)
    except ValueError as reason:
        raise UnreadableNumberError(refusals.NO_NUMBER(text=text)) from reason
    if value != value or abs(value) == float("inf"):
        raise UnreadableNumberError(refusals.NO_NUMBER(text=text))
    return value
