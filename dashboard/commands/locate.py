"""``leadline locate``: words to places, as JSON lines or for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

import geo
from dashboard.errors import WrongUseError
from dashboard.json_lines import objects
from geo.errors import GeoError
from geo.place import NotLocated, Place

EPILOG = """\b
Examples:
  leadline locate "12 nm SW of Socotra" --explain
  leadline locate "-12.5, 43.2"
  leadline locate --jsonl reports.jsonl --field text > places.jsonl
"""


@dataclass(frozen=True, slots=True)
class Question:
    """Words to be located and the id that the answer carries."""

    id: str | int | None
    text: str


@click.command("locate", epilog=EPILOG, context_settings={"ignore_unknown_options": True})
@click.argument("text", required=False)
@click.option("--jsonl", metavar="FILE", help="Objects with id and text, one a line; - is standard input.")
@click.option("--field", default="text", show_default=True, metavar="NAME", help="The field of --jsonl with the words.")
@click.option("--names", metavar="FILE.csv", help="Names of your own: columns name, lon, lat (names, kind, radius_m).")
@click.option("--country", multiple=True, metavar="CODE", help="A country that it is near (ISO 3166-1); repeatable.")
@click.option("--sea", multiple=True, metavar="NAME", help="A sea that it is in, by name or id; repeatable.")
@click.option("--regions", is_flag=True, help="Write named outlines out in full.")
@click.option("--explain", is_flag=True, help="Say for people how the place was found.")
@click.option("--map", "picture", metavar="FILE", help="Draw a small map of the (last) answer: .png or .svg.")
def command(
    text: str | None,
    jsonl: str | None,
    field: str,
    names: str | None,
    country: tuple[str, ...],
    sea: tuple[str, ...],
    regions: bool,
    explain: bool,
    picture: str | None,
) -> None:
    """Turn TEXT (words, coordinates or a whole report) into a place with its 90 % region; - is standard input."""
    if (text is None) == (jsonl is None):
        raise WrongUseError("one of TEXT and --jsonl is needed", where="locate", next='try: leadline locate "off Aden"')
    questions = _asked(jsonl, field) if jsonl is not None else iter([Question(None, _given(text or ""))])
    context = _context(names, country, sea)
    answer: Place | NotLocated | None = None
    for question in questions:
        answer = geo.locate(question.text, context)
        click.echo(explained(question.text, answer) if explain else _line(question, answer, regions))
    if picture is not None and answer is not None:
        _draw(answer, picture)


def _given(text: str) -> str:
    return sys.stdin.read() if text == "-" else text


def _asked(source: str, field: str) -> Iterator[Question]:
    """The questions of a file of JSON lines; other fields are ignored, a missing one is an empty text."""
    for _, row in objects(source):
        value = row.get(field)
        yield Question(row.get("id"), value if isinstance(value, str) else "")


def _context(names: str | None, country: tuple[str, ...], sea: tuple[str, ...]) -> geo.Context:
    if names is None:
        return geo.Context(country_hints=country, sea_hints=sea)
    from geo.gazetteer import gazetteer, read_names

    try:
        own = read_names(Path(names))
    except GeoError as error:
        raise WrongUseError(error.what, where=error.where, next=error.next) from error
    return geo.Context(country_hints=country, sea_hints=sea, names=gazetteer().with_names(own))


def _line(question: Question, answer: Place | NotLocated, regions: bool) -> str:
    found = answer.to_json()
    found.setdefault("reason", None)
    if regions and isinstance(answer, Place) and answer.region_id is not None:
        outline = geo.outline(answer.region_id)
        if outline is not None:
            found["region"] = outline.geometry.__geo_interface__
    return json.dumps({"id": question.id, **_rounded(found)}, ensure_ascii=False)


def _rounded(found: dict[str, Any]) -> dict[str, Any]:
    if found.get("region"):
        region = found["region"]
        found["region"] = {"type": region["type"], "coordinates": _rounded_coordinates(region["coordinates"])}
    return found


def _rounded_coordinates(value: Any) -> Any:
    if isinstance(value, (int, float)):
        return round(value, 5)
    return [_rounded_coordinates(part) for part in value]


def explained(text: str, answer: Place | NotLocated) -> str:
    """The answer for people: what was asked, the place, the steps, and what else it may be."""
    asked = " ".join(text.split())
    lines = [asked if len(asked) <= 100 else f"{asked[:99]}…"]
    if isinstance(answer, NotLocated):
        return "\n".join(
            [*lines, f"  not located: {answer.reason}", *(f"  - {step}" for step in answer.location_steps)]
        )
    where = f"{abs(answer.lat):.4f}°{'N' if answer.lat >= 0 else 'S'} {abs(answer.lon):.4f}°"
    where += "E" if answer.lon >= 0 else "W"
    outline = f", outline {answer.region_id}" if answer.region_id else ""
    lines.append(f"  {where} ± {answer.radius_m / 1000:,.1f} km (90 %), {answer.geo_precision}{outline}")
    lines += [f"  {number}. {step}" for number, step in enumerate(answer.location_steps, 1)]
    lines += [
        f"  or {other.name}, {other.lat:.2f} {other.lon:.2f} ({other.probability:.0%})" for other in answer.alternatives
    ]
    lines += [f"  look: {flag}" for flag in answer.flags]
    return "\n".join(lines)


def _draw(answer: Place | NotLocated, picture: str) -> None:
    from dashboard.locator_map import draw

    if isinstance(answer, NotLocated):
        click.echo("nothing to draw: the words were not located", err=True)
        return
    draw(answer, Path(picture))
