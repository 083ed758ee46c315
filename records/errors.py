"""The error of this room."""

from geo.errors import LeadlineError


class RecordsError(LeadlineError):
    """A report, a table or a store cannot be read or written."""
