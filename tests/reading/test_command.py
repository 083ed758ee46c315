"""The command: JSON, words for people, errors and their exit codes."""

import json
import subprocess
import sys

import pytest

from dashboard.commands import main

TEXT = "U.S. forces struck a boat in the Caribbean Sea on Thursday, killing three people, the Pentagon said.\n"


@pytest.fixture
def run(capsys, monkeypatch):
    """Run the command; returns exit code, standard output and standard error."""

    def _run(*arguments, stdin=None):
        with pytest.raises(SystemExit) as left:
            main(["read", *arguments])
        shown = capsys.readouterr()
        return left.value.code, shown.out, shown.err

    return _run


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_json_holds_the_report_and_its_drafts(run, report):
    code, out, _ = run(report, "--published", "2025-09-05", "--json")
    shown = json.loads(out)
    assert code == 0
    assert set(shown) == {"report", "drafts"}
    assert shown["report"]["text"] == TEXT
    (draft,) = shown["drafts"]
    assert (draft["event_type"], draft["date_start"], draft["killed_min"], draft["killed_max"]) == (
        "strike",
        "2025-09-04",
        3,
        3,
    )
    assert draft["injured_min"] is None
    assert draft["place"]["location_method"] == "sea"
    assert all(quote["text"] == TEXT[quote["start"] : quote["end"]] for quote in draft["quotes"])


def test_several_files_are_an_object_a_line_and_a_bad_one_stops_none(run, report, tmp_path):
    code, out, err = run(report, str(tmp_path / "none.txt"), report, "--json")
    assert code == 1
    assert len([json.loads(line) for line in out.splitlines()]) == 2
    assert "no such file" in err
    assert "1 of 3" in err


def test_people_are_told_in_words(run, report):
    code, out, _ = run(report, "--published", "2025-09-05")
    assert code == 0
    assert "report.txt: 1 draft (en, published 2025-09-05)" in out
    assert "killed 3" in out
    assert "2025-09-04" in out


def test_text_of_a_report_cannot_steer_the_terminal(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT.replace("a boat", "a \x1b[31mboat\u202e"), encoding="utf-8")
    _, out, _ = run(str(path))
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_without_publication_the_date_stays_open_and_says_why(run, report):
    _, out, _ = run(report, "--json")
    (draft,) = json.loads(out)["drafts"]
    assert (draft["date_start"], draft["date_end"]) == (None, None)
    assert draft["date_note"]["code"] == "date_needs_published"


def test_context_stands_in_where_the_report_names_no_sea(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("U.S. forces struck a boat on Thursday, the Pentagon said.", encoding="utf-8")
    _, out, _ = run(str(path), "--json", "--context", "Caribbean Sea")
    (draft,) = json.loads(out)["drafts"]
    assert draft["place"]["location_method"] == "report_context"
    assert draft["place"]["geo_precision"] == "region"
    assert draft["place"]["location_steps"][0]["code"] == "place_given_context"


def test_into_keeps_the_drafts_once(run, report, tmp_path):
    store = str(tmp_path / "store.gpkg")
    code, _, err = run(report, "--published", "2025-09-05", "--into", store)
    assert code == 0
    assert "1 stored" in err
    _, _, err = run(report, "--published", "2025-09-05", "--into", store)
    assert "0 stored" in err
    assert "1 known already" in err


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["--published", "soon"], "no date"),
        (["--published", "2025-02-30"], "no date"),
        (["--timezone", "Mars/Base"], "no time zone"),
        (["--language", "tlh"], "language"),
        (["--wrong"], "wrong"),
    ],
)
def test_wrong_use_leaves_with_two(run, report, arguments, what):
    code, out, err = run(report, *arguments)
    assert (code, out) == (2, "")
    assert what in err
    assert len(err.strip().splitlines()) == 1


def test_a_table_is_sent_to_import(run, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    code, _, err = run(str(path))
    assert code == 2
    assert "leadline import" in err


def test_what_cannot_be_read_leaves_with_one(run, tmp_path):
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    code, _, err = run(str(path))
    assert code == 1
    assert len(err.strip().splitlines()) == 1
    assert "empty.txt" in err


def test_standard_input_is_read(root):
    done = subprocess.run(
        [sys.executable, "-c", "from dashboard.commands import main; main()", "read", "-", "--json"],
        input=TEXT,
        capture_output=True,
        text=True,
        cwd=root,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["report"]["name"] == "standard input"
