"""The errors of this room, and the shape that every room's errors share."""

from __future__ import annotations

from geo.message import Message


class LeadlineError(Exception):
    """An error a person can act on: what is wrong, where, and what to do next.

    Each room has one subclass. ``str`` is the one line that the command line prints. ``said``: what is wrong and what
    to do next as messages, which can be told in other languages where they were given as such.
    """

    def __init__(self, what: str | Message, *, where: str = "", next: str | Message = "") -> None:
        super().__init__(str(what), where, str(next))
        self.what = str(what)
        self.where = where
        self.next = str(next)
        self.said = tuple(Message.of(each) for each in (what, next) if str(each))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" – {self.next}" if self.next else ""
        return f"{place}{self.what}{advice}"


class GeoError(LeadlineError):
    """Something about a place, a position or the geodata cannot be done."""
