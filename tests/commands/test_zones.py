"""``leadline zones``: one object a line, sums of one, the same answer alone and in a file."""

import json

import pytest
from click.testing import CliRunner

from dashboard.commands.zones import command
from dashboard.errors import WrongUseError
from geo.errors import GeoError

POSITIONS = [(-61.5, 11.2), (0.0, -30.0), (179.9, -16.5), (-179.9, -16.5), (5.0, 89.5)]


def answers(*arguments, given=None):
    done = CliRunner().invoke(command, arguments, input=given, catch_exceptions=False)
    assert done.exit_code == 0
    return [json.loads(line) for line in done.output.splitlines()]


@pytest.mark.parametrize(("lon", "lat"), POSITIONS)
def test_the_margins_are_those_of_the_waters_and_sum_to_one(lon, lat):
    (found,) = answers(str(lon), str(lat), "--radius", "60000")
    assert sum(share["probability"] for share in found["waters"]) == pytest.approx(1)
    assert sum(found["zones"].values()) == pytest.approx(1, abs=1e-4)
    by_country = sum(share["probability"] for share in found["waters"] if share["country"])
    assert sum(found["countries"].values()) == pytest.approx(by_country, abs=1e-4)


def test_the_middle_of_an_ocean_is_the_high_seas():
    (found,) = answers("0", "-30")
    assert found["waters"] == [{"country": None, "zone": "high_seas", "probability": 1.0}]


def test_a_file_gives_each_position_its_answer_in_order():
    rows = [{"id": n, "lon": lon, "lat": lat} for n, (lon, lat) in enumerate(POSITIONS)]
    rows.insert(2, {"id": "wide", "lon": -61.5, "lat": 11.2, "radius_m": 60000})
    found = answers("--jsonl", "-", given="\n".join(map(json.dumps, rows)))
    assert [answer["id"] for answer in found] == [row["id"] for row in rows]
    (alone,) = answers("-61.5", "11.2")
    assert {**alone, "id": 0} == found[0]


def test_people_are_told_in_miles_first():
    done = CliRunner().invoke(command, ["-61.5", "11.2", "--explain"])
    assert "nearest coast: TTO" in done.output
    assert "nmi (" in done.output


@pytest.mark.parametrize(
    ("arguments", "given", "error", "what"),
    [
        (["200", "5"], None, GeoError, "no position"),
        (["5"], None, WrongUseError, "LON and LAT"),
        (["--jsonl", "-"], "{}", WrongUseError, "no lon and lat"),
        (["--jsonl", "-"], "[1]", WrongUseError, "not a JSON object"),
        (["--jsonl", "-"], "{", WrongUseError, "not JSON"),
        (["5", "5", "--jsonl", "-"], "", WrongUseError, "not both"),
    ],
)
def test_wrong_use_is_told(arguments, given, error, what):
    with pytest.raises(error, match=what):
        CliRunner().invoke(command, arguments, input=given, catch_exceptions=False)
