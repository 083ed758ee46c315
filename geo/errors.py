"""The errors of this room, and the shape that every room's errors share."""

from __future__ import annotations


class LeadlineError(Exception):
    """An error a person can act on: what is wrong, where, and what to do next.

    Each room has one subclass. ``str`` is the one line that the command line prints.
    """

    def __init__(self, what: str, *, where: str = "", next: str = "") -> None:
        super().__init__(what, where, next)
        self.what = what
        self.where = where
        self.next = next

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" – {self.next}" if self.next else ""
        return f"{place}{self.what}{advice}"


class GeoError(LeadlineError):
    """Something about a place, a position or the geodata cannot be done."""
