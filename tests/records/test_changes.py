"""A correction is told by the fields that it changed."""

from datetime import UTC, datetime

from records.changes import Change, changes, corrections
from records.incident import Actor, Incident, Version

FIRST = Incident(id="a", event_type="strike", killed_min=3, actors=(Actor(name="A", role="actor"),))


def corrected(**fields):
    return FIRST.model_copy(update=fields)


def test_only_what_differs_is_told():
    assert changes(FIRST, FIRST) == ()
    assert changes(FIRST, corrected(killed_min=4, notes="recounted")) == (
        Change("killed_min", 3, 4),
        Change("notes", "", "recounted"),
    )


def test_zero_is_not_the_same_as_not_stated():
    assert changes(FIRST, corrected(injured_min=0)) == (Change("injured_min", None, 0),)


def test_lists_are_told_whole():
    (change,) = changes(FIRST, corrected(actors=()))
    assert (change.field, change.after) == ("actors", [])


def test_a_history_is_a_correction_a_version():
    second = corrected(killed_min=4, versions=(Version(number=1), Version(number=2, note="recount")))
    third = second.model_copy(
        update={
            "claim_status": "confirmed",
            "versions": (*second.versions, Version(number=3, written=datetime(2026, 1, 2, tzinfo=UTC))),
        }
    )
    told = corrections((FIRST, second, third))
    assert [(one.version.number, one.version.note, [change.field for change in one.changes]) for one in told] == [
        (2, "recount", ["killed_min"]),
        (3, "", ["claim_status"]),
    ]
    assert corrections((FIRST,)) == ()
