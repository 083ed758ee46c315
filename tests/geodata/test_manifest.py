from __future__ import annotations

import hashlib
import json

from geo.derive.__main__ import STEPS, main
from geo.derive.manifest import DERIVED

MOST_BYTES = 15_000_000


def test_every_file_of_the_data_is_listed_with_its_checksum(root):
    folder = root / "geo" / "data"
    listed = {row["file"]: row for row in json.loads((folder / "manifest.json").read_text("utf-8"))}
    made = {path.name for path in folder.iterdir() if path.suffix in {".npz", ".geojson", ".gz"}}
    assert set(listed) == made == {derived.file for derived in DERIVED}
    for name, row in listed.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == row["sha256"], name
        assert row["sources"]
        assert all(source["licence"] and source["attribution"] and source["version"] for source in row["sources"])


def test_the_data_stay_small(root):
    assert sum(path.stat().st_size for path in (root / "geo" / "data").iterdir()) <= MOST_BYTES


def test_a_step_that_is_none_is_refused(capsys):
    assert main(["tides"]) == 2
    assert "no step tides" in capsys.readouterr().err
    assert STEPS[-1] == "manifest"
