"""``leadline export``: filters, files, and one clear line where something is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.commands import COMMANDS, main
from dashboard.export import stream
from records.filter import Filter
from records.store import open_store


@pytest.fixture
def run(capfdbinary):
    """Call the command line: exit code, standard output, standard error."""

    def call(*arguments):
        with pytest.raises(SystemExit) as left:
            main(["export", *arguments])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return left.value.code, out, err.decode()

    return call


def ids(text):
    return [feature["id"] for feature in json.loads(text)["features"]]


def test_command_and_function_give_the_same_bytes(run):
    code, out, err = run("case", "--type", "strike,seizure", "--since", "2025-09-01", "--until", "2025-09-30")
    assert (code, err) == (0, "")
    wanted = Filter(type=("strike", "seizure"), since="2025-09-01", until="2025-09-30")
    assert out == b"".join(stream(open_store("case"), wanted).chunks)
    assert "2025-09-02-strike-1" in ids(out)
    assert all("2025-09" in id for id in ids(out) if "strike" in id)


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ([], 167),
        (["--at-sea"], 142),
        (["--claim", "claimed"], 69),
        (["--disputed", "facts"], 11),
        (["--disputed", "legality"], 13),
        (["--text", "Tren de Aragua", "--type", "strike"], 2),
        (["--type", "strike", "--type", "seizure"], 101),
        (["--type", "strike,seizure"], 101),
        (["--until", "2025-01-01"], 1),
        (["--flag", "id_reused"], 0),
        (["--where", "killed_min >= 5 AND event_type = 'strike'"], 11),
        (["--where", "title LIKE '%nowhere at all%'"], 0),
        (["--bbox", "50,41,51,42"], 0),
        (["--within", "50,41,51,41,51,42"], 0),
    ],
)
def test_filters(run, options, count):
    code, out, _ = run("case", *options)
    assert code == 0
    assert len(ids(out)) == count


def test_a_file_is_written_whole_and_replaces_what_was_there(run, tmp_path):
    target = tmp_path / "x.geojsonl"
    target.write_text("old")
    code, out, err = run("case", "--to", str(target))
    assert (code, out) == (0, b"")
    assert str(target) in err
    assert len(target.read_text().splitlines()) == 167
    assert [path.name for path in tmp_path.iterdir()] == ["x.geojsonl"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["case", "--to", "x.shp"], 2, "ending '.shp'"),
        (["case", "--to", "x"], 2, "ending '.'"),
        (["case", "--layer", "nothing"], 2, "one of incidents, uncertainty, routes"),
        (["case", "--since", "2025-13-01"], 2, "since"),
        (["case", "--since", "2025-10-02", "--until", "2025-10-01"], 2, "until lies before since"),
        (["case", "--where", "picnic = 3"], 2, "no column 'picnic'"),
        (["case", "--flag", "wrong"], 2, "no flag 'wrong'"),
        (["case", "--bbox", "1,2,3"], 2, "bbox"),
        (["case", "--within", "0,0,10,10,10,0,0,10"], 2, "within: the area crosses itself"),
        (["case", "--bbox", "a,b,c,d"], 2, "bbox"),
        (["case", "--type", "party"], 2, "type"),
        (["case", "--to", "missing-folder/x.csv"], 1, "folder does not exist"),
        (["missing.gpkg"], 1, "no such store"),
        ([], 2, "STORE"),
    ],
)
def test_what_is_wrong_is_one_line(run, arguments, code, said):
    left, out, err = run(*arguments)
    assert left == code
    assert out == b""
    assert err.count("\n") == 1
    assert said in err


def test_a_folder_is_no_file(run, tmp_path):
    (tmp_path / "x.csv").mkdir()
    assert run("case", "--to", str(tmp_path / "x.csv"))[0] == 1


def test_a_store_is_not_overwritten_by_an_export(run, tmp_path):
    path = tmp_path / "store.gpkg"
    open_store(path, create=True).put(list(open_store("case").incidents())[:3])
    before = path.read_bytes()
    for store in (str(path), "case"):
        code, _, err = run(store, "--to", str(path))
        assert (code, "this is a store" in err) == (2, True)
    assert path.read_bytes() == before
    assert run(str(path), "--to", str(tmp_path / "export.gpkg"))[0] == 0
    assert run("case", "--at-sea", "--to", str(tmp_path / "export.gpkg"))[0] == 0, "an export may be replaced"


def test_help_has_an_example(run):
    code, out, _ = run("--help")
    assert code == 0
    assert b"leadline export case --to incidents.geojson" in out


def test_a_reader_that_has_enough_is_no_error():
    command = [sys.executable, "-c", "from dashboard.commands import main; main()", "export", "case"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.read(20).startswith(b'{"type"')
        process.stdout.close()
        assert (process.wait(), process.stderr.read()) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this machine has no /dev/full")
def test_a_full_disk_is_one_line():
    command = [sys.executable, "-c", "from dashboard.commands import main; main()", "export", "case"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[0].startswith("leadline: standard output: no space left on device")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["", *(entry.name for entry in COMMANDS), "bench locate"])
def test_every_help_has_an_example(capsys, name):
    with pytest.raises(SystemExit) as left:
        main([*name.split(), "--help"])
    assert left.value.code == 0
    assert f"leadline {name}" in capsys.readouterr().out.partition("Example")[2]


def test_without_a_command_the_help_is_shown_as_it_is(capsys):
    with pytest.raises(SystemExit) as left:
        main([])
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("Usage: leadline")
