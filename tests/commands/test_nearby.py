"""``leadline nearby``: an answer for people or as JSON, or one line that says what is wrong."""

import json

import pytest
from click.testing import CliRunner

from dashboard.commands.nearby import command
from dashboard.errors import WrongUseError
from geo.errors import LeadlineError

RECORD = "2025-12-seizure-colombia"


def run(*arguments):
    done = CliRunner().invoke(command, arguments, catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


def test_a_record_is_told_for_people():
    said = run("case", "--id", RECORD).splitlines()
    assert said[0].startswith("in: Colombian Basin")
    assert any("nmi away" in line for line in said)
    assert RECORD not in "\n".join(said)


def test_a_position_with_minus_and_a_date_is_understood():
    value = json.loads(run("case", "-75.6", "11.2", "--on", "2025-11", "--json"))
    assert (value["lon"], value["lat"], value["days"]) == (-75.6, 11.2, 30.0)
    assert value["incidents"]["count"] >= 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["case"],
        ["case", "1", "2", "--id", RECORD],
        ["case", "181", "2"],
        ["case", "nan", "2"],
        ["case", "--id", "no such record"],
        ["case", "1", "2", "--within-nmi", "0"],
        ["case", "1", "2", "--on", "someday"],
    ],
)
def test_what_cannot_be_answered_is_refused_in_one_line(arguments):
    with pytest.raises(LeadlineError) as raised:
        run(*arguments)
    assert "\n" not in str(raised.value)


def test_a_record_without_a_place_says_why():
    from records.store import open_store

    unplaced = next(record for record in open_store("case").incidents() if record.place is None)
    with pytest.raises(WrongUseError, match="has no place"):
        run("case", "--id", unplaced.id)
