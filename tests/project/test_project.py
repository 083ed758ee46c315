"""The project as a whole: what must be equal, what must not be in it."""

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

TEXT = {".py", ".md", ".toml", ".yml", ".yaml", ".txt", ".js", ".css", ".csv", ".json", ".cfg", ""}


def module(path: Path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


@pytest.fixture(scope="module")
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def tracked(root):
    try:
        names = subprocess.run(
            ["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True, text=True
        ).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no git checkout: the list of files is not known")
    return [root / name for name in names if name and (root / name).is_file()]


def test_environment_is_equal_to_the_project(root):
    written = module(root / "tests/project/environment.py").environment()
    assert (root / "environment.yml").read_text(encoding="utf-8") == written, (
        "environment.yml is old: run 'python tests/project/environment.py'"
    )


def test_constraints_pin_every_dependency_within_its_range(root, project):
    pinned = {}
    for line in (root / "constraints.txt").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!_-]+", line), f"not name==version: {line}"
        name, version = line.split("==")
        pinned[name.lower().replace("_", "-")] = version
    asked = [*project["dependencies"], *(need for group in project["optional-dependencies"].values() for need in group)]
    for need in map(Requirement, asked):
        version = pinned.get(need.name.lower().replace("_", "-"))
        assert version, f"{need.name} is not in constraints.txt"
        assert need.specifier.contains(version, prereleases=True), f"{need} does not allow {version}"


def test_make_help_lists_every_documented_target(root):
    shown = subprocess.run(["make", "-s", "help"], cwd=root, capture_output=True, text=True, check=True).stdout
    listed = {line.split()[0] for line in shown.splitlines() if line.strip()}
    assert {"setup", "run", "test", "lint", "check", "data", "bench", "docs", "clean"} <= listed


def test_no_file_names_a_path_of_one_machine(tracked):
    here = re.compile(r"(?<![A-Za-z0-9_.])/(?:work|root|farm|home/[a-z]+|tmp)/")
    found = [
        f"{path.name}: {match.group()}"
        for path in tracked
        if path.suffix in TEXT and path.name != "test_project.py" and path.stat().st_size < 2_000_000
        for match in [here.search(path.read_text(encoding="utf-8", errors="replace"))]
        if match
    ]
    assert not found


def test_no_file_has_a_name_that_says_nothing(tracked):
    banned = {"utils", "util", "helpers", "helper", "common", "base", "misc"}
    assert not [path.name for path in tracked if path.suffix == ".py" and path.stem in banned]


def test_the_repository_stays_light(root, tracked):
    data = sum(path.stat().st_size for path in tracked if path.parent == root / "geo" / "data")
    pictures = {path.name: path.stat().st_size for path in tracked if path.suffix in {".png", ".jpg"}}
    assert data <= 15_000_000
    assert all(size <= 300_000 for size in pictures.values()), pictures


def test_starting_a_command_needs_no_table_or_page_library(root):
    code = (
        "import sys, geo, dashboard.commands; "
        "heavy = {'pandas', 'geopandas', 'dash', 'plotly', 'folium'} & set(sys.modules); "
        "sys.exit(repr(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
