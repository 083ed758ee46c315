"""What the docs say is what the project does: commands, outputs, settings and layers, both ways."""

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def docs_written():
    spec = importlib.util.spec_from_file_location("docs_written", ROOT / "tests/project/docs_written.py")
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


PAGES = [name for name in docs_written().PAGES if (ROOT / name).exists()]


@pytest.mark.parametrize("name", PAGES)
def test_documented_commands_print_what_the_page_says(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    _, old = docs_written().rewritten(text)
    assert not old, "run 'make docs' and read the change:\n" + "\n\n".join(old)


def test_a_wrong_output_would_be_noticed():
    _, old = docs_written().rewritten("```console\n$ echo 12\n13\n```\n")
    assert len(old) == 1


def test_lines_left_out_match_anything():
    matches = docs_written().matches
    assert matches("a\nb\nc", "a\n…\nc")
    assert not matches("a\nb\nd", "a\n…\nc")
    assert matches("x.gpkg: 12 bytes, done", "x.gpkg: … bytes, done")
    assert not matches("x.gpkg: 12 bytes\nfailed", "x.gpkg: … bytes")


def test_every_command_is_documented_and_every_documented_command_exists():
    from dashboard.commands import COMMANDS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `leadline ([a-z]+)", readme, re.M))
    assert documented == {entry.name for entry in COMMANDS}


def test_every_layer_and_ending_is_documented_and_every_documented_one_exists():
    from layers.registry import LAYERS
    from layers.writers import WRITERS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = readme[readme.index("| `--layer`") :]
    documented = re.findall(r"^\| `([a-z]+)`", table[: table.index("\n\n")], re.M)
    assert documented == [entry.name for entry in LAYERS]
    (endings,) = re.findall(r"^Files: `([^`]+)`", readme, re.M)
    assert sorted(endings.split()) == sorted(f".{entry.ending}" for entry in WRITERS)


def test_every_setting_is_documented_with_its_default():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    documented = dict(re.findall(r"^\| `([A-Z]+)` \| `([^`]+)`", readme, re.M))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    settings = dict(re.findall(r"^([A-Z]+) \?= (\S+)$", makefile, re.M))
    del settings["PYTHON"]
    assert documented == settings

    from dashboard.settings import DEFAULT_HOST, DEFAULT_PORT

    assert (documented["HOST"], documented["PORT"]) == (DEFAULT_HOST, str(DEFAULT_PORT))


def test_links_between_the_docs_lead_somewhere():
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.name}: {target}"
        for page in pages
        if page.exists()
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not broken


def test_the_cases_tables_are_those_of_the_case():
    spec = importlib.util.spec_from_file_location("case_table", ROOT / "tests/project/case_table.py")
    case_table = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(case_table)
    page = (ROOT / "docs/case.md").read_text(encoding="utf-8")
    assert page == case_table.written(page), "run 'make docs' and read the change"
    edited = page.replace("| 195–209 |", "| 195 |")
    assert edited not in (page, case_table.written(edited))
