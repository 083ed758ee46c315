"""KML 2.2 for globe viewers: a placemark a record, with its time span; one without a place says so."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import shapely
from lxml import etree
from shapely.geometry.base import BaseGeometry

from layers.layer import Feature
from layers.paint import Paint, PaintClass
from layers.writers.export import ATTRIBUTION, Export
from layers.writers.geojson import written

NAMESPACE = "http://www.opengis.net/kml/2.2"
_STARTS = ("date_start", "period_start", "start")
_ENDS = ("date_end", "period_end", "end")
"""Columns that say when: of records, of routes and periods, of tracks and encounters."""
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold in any form."""


def chunks(export: Export) -> Iterator[bytes]:
    """A document with a style per class of the layer's paint and a placemark per feature."""
    paint = export.layer.paint
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="{NAMESPACE}">\n<Document>\n'.encode()
    yield _bytes(_text("name", export.layer.name)) + _bytes(_text("description", ATTRIBUTION))
    for number, one in enumerate(paint.classes):
        yield _bytes(_style(number, one, paint))
    for feature in export.features():
        yield _bytes(_placemark(feature, paint))
    yield b"</Document>\n</kml>\n"


def _bytes(element: etree._Element) -> bytes:
    return bytes(etree.tostring(element, encoding="utf-8")) + b"\n"


def _text(tag: str, text: str) -> etree._Element:
    element = etree.Element(tag)
    element.text = _FORBIDDEN.sub("\ufffd", text)
    return element


def _style(number: int, one: PaintClass, paint: Paint) -> etree._Element:
    style = etree.Element("Style", id=f"class-{number}")
    etree.SubElement(style, "IconStyle").append(_text("color", _colour(one)))
    line = etree.SubElement(style, "LineStyle")
    line.append(_text("color", _colour(one)))
    line.append(_text("width", f"{paint.width_px:g}"))
    etree.SubElement(style, "PolyStyle").append(_text("color", _colour(one, paint.opacity)))
    return style


def _colour(one: PaintClass, opacity: float = 1.0) -> str:
    """Colours in KML are written alpha, blue, green, red."""
    red, green, blue = (one.light[at : at + 2] for at in (1, 3, 5))
    return f"{round(opacity * 255):02x}{blue}{green}{red}"


def _placemark(feature: Feature, paint: Paint) -> etree._Element:
    told = feature.properties
    mark = etree.Element("Placemark")
    mark.append(_text("name", str(told.get("title") or told.get("name") or feature.id)))
    mark.append(_text("description", _description(feature)))
    if (when := _when(told)) is not None:
        mark.append(when)
    if (one := paint.class_of(told)) is not None:
        mark.append(_text("styleUrl", f"#class-{paint.classes.index(one)}"))
    data = etree.SubElement(mark, "ExtendedData")
    for name, value in {"id": feature.id, **told}.items():
        if value not in (None, "", []):
            item = etree.SubElement(data, "Data", name=name)
            item.append(_text("value", value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)))
    if feature.geometry is not None and not feature.geometry.is_empty:
        mark.append(_geometry(written(feature.geometry)))
    return mark


def _description(feature: Feature) -> str:
    """What a viewer shows in a balloon, where it takes text for HTML."""
    said = html.escape(str(feature.properties.get("summary") or ""), quote=False)
    return f"{said} Without a place: no position or region is known.".strip() if feature.geometry is None else said


def _when(told: dict[str, Any]) -> etree._Element | None:
    """A moment as a stamp, anything longer as a span; open where an end is not known."""
    start, end = (next((told[name] for name in names if told.get(name)), None) for names in (_STARTS, _ENDS))
    if not start and not end:
        return None
    if start == end and "T" in str(start):
        stamp = etree.Element("TimeStamp")
        stamp.append(_text("when", str(start)))
        return stamp
    span = etree.Element("TimeSpan")
    for tag, value in (("begin", start), ("end", end)):
        if value:
            span.append(_text(tag, str(value)))
    return span


def _geometry(geometry: BaseGeometry) -> etree._Element:
    parts = [simple for part in shapely.get_parts(geometry) for simple in shapely.get_parts(part)]
    if len(parts) == 1:
        return _simple(parts[0])
    several = etree.Element("MultiGeometry")
    for part in parts:
        several.append(_simple(part))
    return several


def _simple(geometry: BaseGeometry) -> etree._Element:
    if geometry.geom_type != "Polygon":
        element = etree.Element(geometry.geom_type)
        element.append(_coordinates(geometry))
        return element
    polygon = etree.Element("Polygon")
    for number, ring in enumerate(shapely.get_rings(geometry)):
        boundary = etree.SubElement(polygon, "innerBoundaryIs" if number else "outerBoundaryIs")
        etree.SubElement(boundary, "LinearRing").append(_coordinates(ring))
    return polygon


def _coordinates(geometry: BaseGeometry) -> etree._Element:
    points = shapely.get_coordinates(geometry).tolist()
    return _text("coordinates", " ".join(f"{lon!r},{lat!r}" for lon, lat in points))
