"""What reading says to people: why a date stays open, how a place was found."""

from datetime import date

from geo.message import Wording

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

DATE_COUNTED = Wording("date_counted", "'{words}' was counted from the publication on {published}")
DATE_COUNTED_EVENT = Wording("date_counted_event", "'{words}' was counted from the event it names, on {day}")
DATE_COUNTED_EVENT_BETWEEN = Wording(
    "date_counted_event_between", "'{words}' was counted from the event it names, between {first} and {last}"
)
DATE_COUNTED_EVENT_BY = Wording(
    "date_counted_event_by", "'{words}' was counted from the event it names, on or before {day}"
)
DATE_NEEDS_PUBLISHED = Wording(
    "date_needs_published",
    "'{words}' counts from the day of publication, which is not known: say when it was published",
)
DATE_NOT_SAID = Wording("date_not_said", "the report does not say when")
DATE_VAGUE = Wording("date_vague", "'{words}' names no day")
DATE_TOLD = Wording(
    "date_told", "the report says when it was told ('{words}'), not when it happened: no later than {day}"
)
DATE_ANNOUNCED = Wording("date_announced", "announced, not yet done: not before {day}")
DATE_ANNOUNCED_OPEN = Wording("date_announced_open", "announced, not yet done; the day of publication is not known")
DATE_IMPOSSIBLE = Wording("date_impossible", "'{words}' is no date of the calendar")
PLACE_FROM_CONTEXT = Wording(
    "place_from_context",
    "the sentences about this event name no sea or place; '{words}' is named elsewhere in the report",
)
PLACE_GIVEN_CONTEXT = Wording(
    "place_given_context", "the report names no sea or place for this event; '{words}' was given with it"
)
NO_PLACE_NAMED = Wording("no_place_named", "the report names no place for this event")

WORDINGS: tuple[Wording, ...] = (
    DATE_COUNTED,
    DATE_COUNTED_EVENT,
    DATE_COUNTED_EVENT_BETWEEN,
    DATE_COUNTED_EVENT_BY,
    DATE_NEEDS_PUBLISHED,
    DATE_NOT_SAID,
    DATE_VAGUE,
    DATE_TOLD,
    DATE_ANNOUNCED,
    DATE_ANNOUNCED_OPEN,
    DATE_IMPOSSIBLE,
    PLACE_FROM_CONTEXT,
    PLACE_GIVEN_CONTEXT,
    NO_PLACE_NAMED,
)
"""All of them, so that translations can be checked for completeness."""


def written_day(day: date) -> str:
    """A day as a note says it: ``2 September 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
