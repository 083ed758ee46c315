"""``leadline bench locate``: the measures, the reliability curve, and what it says where the reports are missing."""

import json

from click.testing import CliRunner

from dashboard.bench_locate import FIELDS, Case, command, curves
from dashboard.reliability import draw


def run(*arguments):
    return CliRunner().invoke(command, list(arguments), catch_exceptions=False)


def reports(folder):
    (folder / "bench").mkdir()
    rows = [
        {
            "id": f"r{number}",
            "lon": 3.4,
            "lat": 6.35,
            "text_nocoord": "boarded off Lagos, Nigeria",
            # One in four contradicts the table by its hemisphere.
            "text": "06-21N 003-24E" if number % 4 else "06-21S 003-24E",
        }
        for number in range(40)
    ]
    path = folder / "bench" / "asam_dev.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return folder


def test_the_figures_of_a_folder(tmp_path):
    found = json.loads(run("--data", str(reports(tmp_path)), "--half", "all", "--json").output)
    tables = {table["field"]: table for table in found["tables"]}
    assert set(tables) == set(FIELDS)
    assert tables["text"]["acc50"] == 0.75
    assert found["stated"] == {"reports": 40, "found": 0.75, "agreeing": 30, "agreeing_found": 1.0}
    assert tables["text_nocoord"]["answered"] == 1.0
    assert len(found["reliability"]["all"]) > 0


def test_the_halves_do_not_overlap(tmp_path):
    folder = str(reports(tmp_path))
    counts = [
        json.loads(run("--data", folder, "--half", half, "--json").output)["tables"][0]["reports"]
        for half in ("kept", "used")
    ]
    assert sum(counts) == 40


def test_it_is_printed_for_people_and_drawn(tmp_path):
    picture = tmp_path / "curve.svg"
    told = run("--data", str(reports(tmp_path)), "--half", "all", "--picture", str(picture)).output
    assert "coverage90" in told
    assert "of the 30 whose position agrees with the table within 2 km 1.000" in told
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_without_the_reports_it_says_so(tmp_path):
    found = run("--data", str(tmp_path))
    assert found.exit_code == 0
    assert "nothing measured" in found.stderr


def test_a_curve_counts_what_the_circles_hold():
    cases = [Case("name", "near", float(error), 100.0, True) for error in range(0, 200, 5)]
    curve = dict(curves(cases)["all"])
    assert 0.4 < curve[0.9] < 0.6
    assert "polyline" in draw({"all": list(curve.items())})
