"""``leadline zones``: one object a line, sums of one, the same answer alone and in a file."""

import json

import pytest
from click.testing import CliRunner

from dashboard.bench_zones import command as bench
from dashboard.commands.zones import command
from dashboard.errors import WrongUseError
from geo.errors import GeoError

POSITIONS = [(-61.5, 11.2), (0.0, -30.0), (179.9, -16.5), (-179.9, -16.5), (5.0, 89.5)]


def answers(*arguments, given=None):
    done = CliRunner().invoke(command, arguments, input=given, catch_exceptions=False)
    assert done.exit_code == 0
    return [json.loads(line) for line in done.output.splitlines()]


def test_a_coast_of_no_country_is_named_contested():
    done = CliRunner().invoke(command, ["114", "10", "--explain"], catch_exceptions=False)
    assert "nearest coast: contested islets, 1.9 nmi" in done.output


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


def test_people_are_told_the_rule_its_limits_and_contested_waters():
    done = CliRunner().invoke(command, ["-59", "8.8", "--radius", "60000", "--explain"])
    assert "contested: Waters off the Essequibo region, between GUY, VEN (100% of the region)" in done.output
    assert "article 3" in done.output
    assert "no legal advice" in done.output
    assert "nmi within the region" in done.output
    alone = CliRunner().invoke(command, ["-150", "20", "--explain"])
    assert "contested" not in alone.output


def test_polygons_that_say_no_reference_system_can_be_given_one(tmp_path):
    ring = [[-8_015_000, 1_459_000], [-7_792_000, 1_459_000], [-7_792_000, 1_689_000], [-8_015_000, 1_459_000]]
    feature = {"type": "Feature", "properties": {"iso": "JAM"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    file = tmp_path / "own.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    given = ["-70.5", "13.7", "--polygons", str(file), "--polygons-field", "iso"]
    with pytest.raises(GeoError, match="say it: --polygons-crs"):
        CliRunner().invoke(command, given, catch_exceptions=False)
    done = CliRunner().invoke(command, [*given, "--polygons-crs", "EPSG:3857"], catch_exceptions=False)
    assert json.loads(done.stdout)["countries"] == {"JAM": 1.0}
    assert "turned from" in done.stderr


def test_the_benchmark_prints_one_table(tmp_path):
    rows = [
        {"lon": -66.0, "lat": 12.5, "eez_country": "VEN", "shore_distance_km": 90.0},
        {"lon": -150.0, "lat": 20.0, "eez_country": None, "shore_distance_km": 500.0},
        {"lon": -66.9, "lat": 10.7, "eez_country": "VEN", "shore_distance_km": 8.0},
    ]
    (tmp_path / "bench").mkdir()
    (tmp_path / "bench" / "eez_dev.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = CliRunner().invoke(bench, ["--data", str(tmp_path), "--json"], catch_exceptions=False)
    measured = json.loads(done.stdout)
    assert measured["positions"] == 3
    assert measured["country_right"] == 1.0
    assert measured["false_high_seas"] == 0.0
    table = CliRunner().invoke(bench, ["--data", str(tmp_path)]).stdout
    assert "country right beyond 24 nmi" in table
    missing = CliRunner().invoke(bench, ["--data", str(tmp_path / "none")])
    assert (missing.exit_code, missing.stdout) == (0, "")
