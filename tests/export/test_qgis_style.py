"""QGIS draws a layer by its paint as it opens the file."""

import json
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from lxml import etree

from layers.layer import GeometryType
from layers.paint import Paint, PaintClass
from layers.registry import LAYERS, layer_named
from layers.wording import CLAIMED, CONFIRMED
from layers.writers import writer_of
from layers.writers.export import Export
from layers.writers.qgis_style import NO_TIME, qml

SYSTEM_PYTHON = Path("/usr/bin/python3")
SHOW = """
import json, sys
from qgis.core import QgsApplication, QgsVectorLayer
QgsApplication([], False).initQgis()
told = {}
for name in sys.argv[2:]:
    layer = QgsVectorLayer(f"{sys.argv[1]}|layername={name}", name, "ogr")
    items = layer.renderer().legendSymbolItems()
    told[name] = [layer.renderer().type(), {i.label(): i.symbol().color().name() for i in items if i.symbol()}]
print(json.dumps(told))
"""
STEPS = Paint(
    "fill",
    (PaintClass(CLAIMED, "#010203", "#ffffff", least=1), PaintClass(CONFIRMED, "#0a0b0c", "#ffffff", least=5.5)),
    scale="steps",
    column="count",
    dash=(2.0, 1.0),
)


def write(path, selection, layer="incidents"):
    path.write_bytes(b"".join(writer_of("gpkg").chunks(Export(layer_named(layer), selection))))


def test_every_table_has_its_style(select, tmp_path):
    path = tmp_path / "x.gpkg"
    write(path, select())
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        rows = database.execute("SELECT f_table_name, f_geometry_column, useAsDefault, styleQML FROM layer_styles")
        styles = {table: (column, default, etree.fromstring(text)) for table, column, default, text in rows}
        columns = dict(database.execute("SELECT table_name, column_name FROM gpkg_geometry_columns"))
    assert {table: column for table, (column, _, _) in styles.items()} == columns
    assert all(default == 1 for _, default, _ in styles.values())
    assert styles["incidents"][2].find("renderer-v2").get("attr") == "event_type"
    assert "196,61,31,255" in [option.get("value") for option in styles["incidents"][2].iter("Option")]


def test_the_same_records_are_the_same_bytes_whenever_they_are_written(select, tmp_path):
    paths = [tmp_path / name for name in ("a.gpkg", "b.gpkg")]
    for path in paths:
        write(path, select())
    with closing(sqlite3.connect(paths[0])) as database:
        times = {when for (when,) in database.execute("SELECT last_change FROM gpkg_contents")}
    assert times == {NO_TIME}
    assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize("geometry_type", ["Point", "MultiLineString", "MultiPolygon"])
def test_steps_are_ranges_that_meet(geometry_type: GeometryType):
    root = etree.fromstring(qml(STEPS, geometry_type))
    ranges = [(one.get("lower"), one.get("upper"), one.get("label")) for one in root.iter("range")]
    assert [one[0] for one in ranges] == ["1.0", "5.5"]
    assert ranges[0][1] == ranges[1][0]
    assert len(root.findall(".//symbols/symbol")) == 2


@pytest.mark.parametrize("layer", [entry.name for entry in LAYERS if entry.geometry_type != "Unknown"])
def test_qgis_reads_the_style(select, tmp_path, layer):
    if (
        not SYSTEM_PYTHON.exists()
        or subprocess.run([SYSTEM_PYTHON, "-c", "import qgis.core"], capture_output=True).returncode
    ):
        pytest.skip("QGIS's own Python is not installed (Debian: python3-qgis)")
    path = tmp_path / "x.gpkg"
    write(path, select(), layer)
    done = subprocess.run(
        [SYSTEM_PYTHON, "-c", SHOW, str(path), layer],
        capture_output=True,
        text=True,
        env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        check=True,
    )
    kind, colours = json.loads(done.stdout.splitlines()[-1])[layer]
    paint = layer_named(layer).paint
    assert kind == {"one": "singleSymbol", "categories": "categorizedSymbol", "steps": "graduatedSymbol"}[paint.scale]
    assert set(colours.values()) == {one.light for one in paint.classes}
