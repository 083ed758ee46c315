"""The error of this room."""

from geo.errors import LeadlineError


class LayersError(LeadlineError):
    """A layer or a file to export cannot be made."""
