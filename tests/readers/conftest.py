"""Reads a table out of text, and finds places without the gazetteer."""

import json
from pathlib import Path

import pytest

from geo.message import Message
from geo.place import NotLocated, Place
from records.intake import take_in
from records.readers import Options, Reject, open_reading
from records.store import open_store

TRINIDAD = Place(-61.3, 10.4, 40_000.0, "area", "name")


class Gazetteer:
    """Knows one place."""

    def __init__(self):
        self.asked = []

    def knows(self, words):
        return words in self.asked

    def __call__(self, words):
        self.asked.append(words)
        return TRINIDAD if "Trinidad" in words else NotLocated(Message("unknown", f"'{words}' is not known"))


@pytest.fixture
def gazetteer():
    return Gazetteer()


class Table:
    """What a file became: its records, its refused rows, its notes and its format."""

    def __init__(self, path, options, gazetteer):
        self.reading = open_reading(path, options)
        outcomes = list(self.reading.outcomes(gazetteer))
        self.records = [each for each in outcomes if not isinstance(each, Reject)]
        self.rejects = [each for each in outcomes if isinstance(each, Reject)]
        self.notes = "; ".join(map(str, self.reading.notes))
        self.format = self.reading.format


@pytest.fixture
def read(tmp_path, gazetteer):
    """Read text or bytes as a file of a name."""

    def reading(content, name="table.csv", **options):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return Table(path, Options(**options), gazetteer)

    return reading


@pytest.fixture
def bring(tmp_path, gazetteer):
    """Bring files (name → text) into a store; returns the summary, the store and what was said."""

    def bringing(files, *, rejects=None, dry_run=False, store="store.gpkg", **options):
        readings = []
        for name, content in files.items():
            path = tmp_path / name
            path.write_bytes(content.encode() if isinstance(content, str) else content)
            readings.append(open_reading(path, Options(**options)))
        opened = open_store(tmp_path / store, create=True)
        said = []
        summary = take_in(readings, opened, rejects=rejects, dry_run=dry_run, locator=gazetteer, say=said.append)
        return summary, opened, said

    return bringing


def refused(path: Path):
    """The refused rows of a file of rejects."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
