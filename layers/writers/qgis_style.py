"""Styles for QGIS inside a GeoPackage: the table ``layer_styles``, from which QGIS draws a layer as it is opened.

The table's columns and the QML documents follow what QGIS 3 itself writes into a GeoPackage.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from layers.layer import GeometryType
from layers.paint import Paint, PaintClass, PaintKind

MM_PER_PX = 25.4 / 96
MORE_THAN_ANY = 1e18
NO_TIME = "2000-01-01T00:00:00.000Z"
"""What stands for the time of writing, so that the same records are the same bytes whenever they are written."""
TABLE = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME)
"""
_KINDS: dict[GeometryType, PaintKind] = {"Point": "point", "MultiLineString": "line", "MultiPolygon": "fill"}
_SYMBOLS: dict[PaintKind, tuple[str, str]] = {
    "point": ("marker", "SimpleMarker"),
    "line": ("line", "SimpleLine"),
    "fill": ("fill", "SimpleFill"),
}


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A table of a GeoPackage, the type of its geometries, and how they are painted."""

    table: str
    geometry_type: GeometryType
    paint: Paint


def write_styles(path: Path, styles: list[TableStyle]) -> None:
    """Add the table of styles to a GeoPackage that is written, and take its time out; its journal stays closed."""
    database = sqlite3.connect(path)
    try:
        with database:
            database.execute("UPDATE gpkg_contents SET last_change = ?", (NO_TIME,))
            database.execute(TABLE)
            database.execute(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) "
                "VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?, 0)",
                (NO_TIME,),
            )
            database.executemany(
                "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, "
                "styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time) "
                "VALUES ('', '', ?, 'geom', ?, ?, '', 1, '', '', NULL, ?)",
                [(one.table, one.table, qml(one.paint, one.geometry_type), NO_TIME) for one in styles],
            )
    finally:
        database.close()


def qml(paint: Paint, geometry_type: GeometryType) -> str:
    """A paint as a QML document for a table of one type of geometry, in light colours."""
    root = etree.Element("qgis", version="3.22", styleCategories="Symbology")
    renderer = etree.SubElement(root, "renderer-v2", enableorderby="0", forceraster="0", symbollevels="0")
    symbols = etree.Element("symbols")
    for number, one in enumerate(paint.classes):
        symbols.append(_symbol(paint, one, _KINDS[geometry_type], number))
    if paint.scale == "one":
        renderer.set("type", "singleSymbol")
    elif paint.scale == "categories":
        renderer.set("type", "categorizedSymbol")
        renderer.set("attr", paint.column)
        renderer.append(_categories(paint))
    else:
        renderer.set("type", "graduatedSymbol")
        renderer.set("attr", paint.column)
        renderer.set("graduatedMethod", "GraduatedColor")
        renderer.append(_ranges(paint))
    renderer.append(symbols)
    doctype = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
    return str(etree.tostring(root, encoding="unicode", doctype=doctype))


def _categories(paint: Paint) -> etree._Element:
    found = etree.Element("categories")
    for number, one in enumerate(paint.classes):
        for value in one.values:
            etree.SubElement(
                found, "category", value=value, symbol=str(number), label=str(one.text()), render="true", type="string"
            )
    last = len(paint.classes) - 1
    etree.SubElement(found, "category", value="", symbol=str(last), label="", render="true", type="NULL")
    return found


def _ranges(paint: Paint) -> etree._Element:
    found = etree.Element("ranges")
    tops = [one.least for one in paint.classes[1:]] + [MORE_THAN_ANY]
    for number, (one, top) in enumerate(zip(paint.classes, tops, strict=True)):
        etree.SubElement(
            found,
            "range",
            lower=repr(float(one.least)),
            upper=repr(float(top)),
            symbol=str(number),
            label=str(one.text()),
            render="true",
        )
    return found


def _symbol(paint: Paint, one: PaintClass, kind: PaintKind, number: int) -> etree._Element:
    type_, layer_class = _SYMBOLS[kind]
    symbol = etree.Element("symbol", type=type_, name=str(number), alpha="1", clip_to_extent="1", force_rhr="0")
    layer = etree.SubElement(symbol, "layer", attrib={"class": layer_class}, enabled="1", locked="0")
    options = etree.SubElement(layer, "Option", type="Map")
    for name, value in _options(paint, one, kind).items():
        etree.SubElement(options, "Option", name=name, value=value, type="QString")
        etree.SubElement(layer, "prop", k=name, v=value)  # QGIS before 3.26 reads these
    return symbol


def _options(paint: Paint, one: PaintClass, kind: PaintKind) -> dict[str, str]:
    width_mm = f"{paint.width_px * MM_PER_PX:.3f}"
    if kind == "point":
        return {
            "name": "circle",
            "color": _rgba(one.light),
            "outline_color": _rgba("#ffffff"),
            "outline_width": "0.2",
            "size": f"{paint.size_px * MM_PER_PX:.3f}",
            "size_unit": "MM",
        }
    dashes = {
        "use_custom_dash": "1",
        "customdash": ";".join(f"{part * paint.width_px * MM_PER_PX:.3f}" for part in paint.dash_of(one)),
    }
    if kind == "line":
        plain = {"line_color": _rgba(one.light), "line_width": width_mm, "line_width_unit": "MM"}
        return {**plain, **dashes, "customdash_unit": "MM"} if paint.dash_of(one) else plain
    return {
        "color": _rgba(one.light, paint.opacity),
        "style": "solid" if paint.opacity else "no",
        "outline_color": _rgba(one.light),
        "outline_width": width_mm,
        "outline_width_unit": "MM",
        "outline_style": "no" if not paint.width_px else "dash" if paint.dash_of(one) else "solid",
    }


def _rgba(colour: str, opacity: float = 1.0) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"{red},{green},{blue},{round(opacity * 255)}"
