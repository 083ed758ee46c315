"""``leadline locate``: JSON lines for programs, words for people, a small map."""

import json

import pytest
from click.testing import CliRunner

from dashboard.commands.locate import command
from dashboard.errors import WrongUseError

KEYS = {
    "id", "lon", "lat", "radius_m", "region", "region_id", "geo_precision", "location_method", "location_steps",
    "alternatives", "reason",
}  # fmt: skip


def run(*arguments, text=None):
    return CliRunner().invoke(command, list(arguments), input=text, catch_exceptions=False)


def test_one_text_is_one_json_line():
    found = json.loads(run("12 nm SW of Socotra").output)
    assert found.keys() >= KEYS
    assert found["location_method"] == "offset"
    assert found["region"]["type"] in {"Polygon", "MultiPolygon"}
    assert found["reason"] is None


def test_a_value_may_begin_with_a_minus():
    found = json.loads(run("-12.5, 43.2").output)
    assert (found["lat"], found["lon"]) == (-12.5, 43.2)


def test_what_cannot_be_placed_has_a_reason():
    found = json.loads(run("a man said so").output)
    assert found["lon"] is None
    assert found["reason"]["text"] == "the words name no place that is known"
    assert found.keys() >= KEYS


def test_json_lines_keep_their_ids_and_other_fields_are_ignored(tmp_path):
    file = tmp_path / "reports.jsonl"
    rows = [
        {"id": "a1", "words": "off Lagos, Nigeria", "x": [1]},
        {"id": 7, "words": "Red Sea"},
        {"id": None, "words": None},
        {"words": "off Aden"},
    ]
    file.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", encoding="utf-8")
    found = [json.loads(line) for line in run("--jsonl", str(file), "--field", "words").output.splitlines()]
    assert [row["id"] for row in found] == ["a1", 7, None, None]
    assert [row["lon"] is None for row in found] == [False, False, True, False]


def test_standard_input_is_read():
    assert json.loads(run("-", text="off Lagos, Nigeria").output)["lon"] == pytest.approx(3.4, abs=0.3)
    line = json.dumps({"id": 1, "text": "off Lagos, Nigeria"})
    assert json.loads(run("--jsonl", "-", text=line).output)["id"] == 1


def test_named_outlines_can_be_written_out():
    assert json.loads(run("Red Sea").output)["region"] is None
    assert json.loads(run("Red Sea", "--regions").output)["region"]["type"] == "MultiPolygon"


def test_it_is_explained_for_people():
    told = run("12 nm SW of Socotra", "--explain").output
    assert told.splitlines()[0] == "12 nm SW of Socotra"
    assert "1. 'Socotra' = Socotra, island in Yemen" in told
    assert "not located" in run("a man said so", "--explain").output


def test_own_names_and_hints(tmp_path):
    table = tmp_path / "names.csv"
    table.write_text("name,lon,lat\nThe Knuckle,-61.5,11.9\n", encoding="utf-8")
    found = json.loads(run("near the Knuckle", "--names", str(table)).output)
    assert found["lat"] == pytest.approx(11.9, abs=0.2)
    assert json.loads(run("a boat", "--sea", "Red Sea").output)["region_id"] == "red_sea"
    assert json.loads(run("a boat", "--country", "YEM").output)["region_id"] == "waters_off.YEM"


@pytest.mark.parametrize(("ending", "start"), [("png", b"\x89PNG"), ("svg", b"<svg")])
@pytest.mark.parametrize("words", ["12 nm SW of Socotra", "off Fiji", "Red Sea"])
def test_a_map_is_drawn(tmp_path, ending, start, words):
    target = tmp_path / f"map.{ending}"
    run(words, "--map", str(target))
    assert target.read_bytes().startswith(start)


def test_wrong_use_says_what_to_do(tmp_path):
    with pytest.raises(WrongUseError, match="one of TEXT and --jsonl"):
        run()
    with pytest.raises(WrongUseError, match="cannot be read"):
        run("--jsonl", str(tmp_path / "none.jsonl"))
    file = tmp_path / "broken.jsonl"
    file.write_text('{"id": 1, "text": "off Aden"}\nnot json\n', encoding="utf-8")
    with pytest.raises(WrongUseError, match=r"broken\.jsonl:2: not JSON"):
        run("--jsonl", str(file))
    file.write_text("[1]\n", encoding="utf-8")
    with pytest.raises(WrongUseError, match="not a JSON object"):
        run("--jsonl", str(file))
    with pytest.raises(WrongUseError, match=r"\.png or \.svg"):
        run("off Aden", "--map", str(tmp_path / "map.gif"))
    table = tmp_path / "names.csv"
    table.write_text("name,lat\nX,1\n", encoding="utf-8")
    with pytest.raises(WrongUseError, match="no column lon"):
        run("off Aden", "--names", str(table))
