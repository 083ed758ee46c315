"""``leadline import`` as a person calls it: exit codes, one line of error, a summary that adds up."""

import io
import json
import subprocess
import sys

import pytest

from dashboard.commands import main

GOOD = "id,date,lat,lon,title\n1,2024-05-01,10.5,-60.5,a\n2,2024-05-02,11.5,-60.5,b\n"


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run the command in an empty folder; returns exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def running(*arguments, stdin=None, **files):
        for name, content in files.items():
            path = tmp_path / name.replace("_", ".")
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as left:
            main(["import", *arguments])
        out = capsys.readouterr()
        return left.value.code, out.out, out.err

    return running


def test_a_table_goes_in(run, tmp_path):
    code, out, err = run("a.csv", "--into", "s.gpkg", "--json", a_csv=GOOD + "3,2024-05-03,95,200,c\n")
    summary = json.loads(out)
    assert code == 0
    assert (summary["read"], summary["stored"], summary["duplicates"], summary["rejected"]) == (3, 2, 0, 1)
    assert summary["rejects_file"] == "s.gpkg.rejects.jsonl"
    assert (tmp_path / "s.gpkg.rejects.jsonl").exists()
    assert "a.csv line 4: latitude 95 lies outside -90 to 90 – correct it" in err
    code, out, _ = run("a.csv", "--into", "s.gpkg")
    assert code == 0
    assert "0 stored in s.gpkg, 2 known already, 1 refused" in out


def test_standard_input(run):
    code, out, _ = run("-", "--into", "s.gpkg", "--json", stdin=GOOD)
    assert (code, json.loads(out)["stored"]) == (0, 2)
    assert json.loads(out)["files"][0]["file"] == "standard input"


def test_a_dry_run(run, tmp_path):
    code, out, _ = run("a.csv", "--into", "s.gpkg", "--dry-run", a_csv=GOOD)
    assert code == 0
    assert "2 would be stored" in out
    assert not (tmp_path / "s.gpkg").exists()


def test_a_mapping(run):
    toml = '[columns]\ndate = "Wann"\n[constants]\nevent_type = "attack"\n'
    code, out, _ = run("a.csv", "--into", "s.gpkg", "--mapping", "m.toml", a_csv="Wann,x\n2024-05-01,1\n", m_toml=toml)
    assert code == 0
    assert "1 stored" in out


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("[columns]\nwhen = 'x'\n", "no field 'when'"),
        ("[colums]\n", "no table [colums]"),
        ("[columns]\ndate = 3\n", "no text"),
        ("[columns\n", "no TOML"),
        ("[event_types]\nx = 'y'\n", "no known type 'y'"),
        ("[columns]\ndate = 'nowhere'\n", "no column 'nowhere'"),
    ],
)
def test_wrong_mappings_are_wrong_use(run, toml, says):
    code, _, err = run("a.csv", "--into", "s.gpkg", "--mapping", "m.toml", a_csv=GOOD, m_toml=toml)
    assert code == 2
    assert says in err


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["none.csv", "--into", "s.gpkg"], 1, "none.csv: there is no such file"),
        (["a.csv", "--into", "s.txt"], 1, "ends in .gpkg"),
        (["a.csv", "--into", "case"], 1, "cannot be written"),
        (["a.csv", "--into", "postgresql://x"], 1, "not supported yet"),
        (["a.csv", "--into", "s.gpkg", "--format", "nope"], 2, "no format 'nope'"),
        (["a.csv", "--into", "s.gpkg", "--format", "geojson"], 2, "the file is csv, not geojson"),
        (["a.csv", "--into", "s.gpkg", "--format", "asam"], 2, "the file is no asam"),
        (["a.csv", "--into", "s.gpkg", "--encoding", "utf-99"], 2, "no encoding"),
        (["a.csv", "--into", "s.gpkg", "--source", "a:b"], 2, "no name for a source"),
        (["a.csv", "--into", "s.gpkg", "--mapping", "none.toml"], 2, "cannot be read"),
        (["a.csv"], 2, "--into"),
        (["--into", "s.gpkg"], 2, "FILE"),
        (["empty.csv", "--into", "s.gpkg"], 1, "the file is empty"),
        (["bad.csv", "--into", "s.gpkg"], 1, "no row could be read (1 refused)"),
    ],
)
def test_what_goes_wrong_is_one_line(run, tmp_path, arguments, code, says):
    left, out, err = run(*arguments, a_csv=GOOD, empty_csv="", bad_csv="date,lat,lon\n2024-05-01,95,200\n")
    assert left == code
    assert says in err
    assert out == "" or "refused" in out
    assert "Traceback" not in err
    assert err.strip().splitlines()[-1].startswith("leadline")


def test_a_file_that_fails_leaves_the_store_alone(run, tmp_path):
    run("a.csv", "--into", "s.gpkg", a_csv=GOOD)
    before = (tmp_path / "s.gpkg").read_bytes()
    code, _, _ = run("b.csv", "none.csv", "--into", "s.gpkg", b_csv=GOOD.replace("\n1,", "\n7,"))
    assert code == 1
    assert (tmp_path / "s.gpkg").read_bytes() == before


def test_starting_needs_no_pandas():
    code = (
        "import sys; import dashboard.commands.import_; import records.readers;"
        "print([name for name in ('pandas', 'geopandas', 'dash', 'pyogrio') if name in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
