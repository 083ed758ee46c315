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


def test_every_command_is_documented_and_every_documented_command_exists():
    from dashboard.commands import COMMANDS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `leadline ([a-z]+)", readme, re.M))
    assert documented == {entry.name for entry in COMMANDS}


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
