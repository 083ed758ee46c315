"""The errors of this room."""

from geo.errors import LeadlineError


class DashboardError(LeadlineError):
    """The page, the server or a command cannot do what was asked."""


class WrongUseError(DashboardError):
    """A command was called in a way that it does not understand (exit code 2)."""
