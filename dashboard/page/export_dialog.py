"""What the export dialog says: which files there are, which records go into one, and by which command and address.

The browser draws it (``assets/js/export.js``). Every word that names a file here is one of the registries'.
"""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse

from dashboard.export import NEEDED, carries_count, stream
from dashboard.http_export import GEOMETRY_CHOICES, PERIOD_CHOICES
from dashboard.served import Served, served_by
from dashboard.words import Words, words_of
from dashboard.words.quantities import day_text
from layers.errors import LayersError
from layers.layer import GeometryChoice
from layers.period import PeriodChoice
from layers.registry import LAYERS, layer_named
from layers.writers import WRITERS, writer_of
from records.errors import RecordsError
from records.filter import Filter

router = APIRouter(prefix="/page/take", include_in_schema=False)

DIVIDED = ("density", "heat", "killed")
"""The layers that sum up records, and can do so by period."""
CHEAP_ENDINGS = ("geojson", "json", "geojsonl", "csv", "kml")
CHEAP_RECORDS = 2_000
"""More records than this are not written only to say how large the file would be."""
SOURCES_NAMED = 6
SOURCES_READ = 5_000


@router.get("/choices")
def choices(request: Request, lang: str = "en") -> JSONResponse:
    """What can be taken: layers, formats, kinds of geometry, and what a reader must be told."""
    served, words = served_by(request), words_of(lang)
    everything = served.selection(Filter())
    note = "take.licence.data" if served.store.address == "case" else "take.licence.own"
    return JSONResponse(
        {
            "layers": [
                {"name": each.name, "title": words.said(each.title()), "divided": each.name in DIVIDED}
                for each in LAYERS
                if each.offered(everything)
            ],
            "formats": [{"ending": each.ending, "help": each.help} for each in WRITERS],
            "geometries": GEOMETRY_CHOICES,
            "periods": PERIOD_CHOICES,
            "licence": [words(note), words("take.licence.vague")],
        }
    )


@router.get("/said")
def said(
    request: Request,
    layer: str = "incidents",
    ending: str = "geojson",
    geometry: str = "auto",
    period: str = "none",
    count: str = "",
    lang: str = "en",
) -> JSONResponse:
    """A file in words: the records of its filter, and the command and the address that give it."""
    served, words, wanted = served_by(request), words_of(lang), _filter(request)
    try:
        name = f"{layer_named(layer).name}.{writer_of(ending).ending}"
    except LayersError as reason:
        raise HTTPException(404, str(reason)) from reason
    usual = {"geometry": "auto", "period": "none", "count": "", "lang": "en"}
    own = {"geometry": geometry, "period": period, "count": count if carries_count(layer, ending) else ""}
    own["lang"] = words.language if ending == "html" else "en"  # the file that speaks
    own = {key: value for key, value in own.items() if value != usual[key]}
    query = {**wanted.to_query(), **own}
    store = _store_word(served)
    notes = [words("take.store_needed")] if store == "STORE" else []
    notes += [words("take.file_needed")] if layer in NEEDED else []
    if count and not own.get("count"):
        notes.append(
            words("take.narrowed", names=", ".join(words(f"totals.count.{name}") for name in count.split(",")))
        )
    return JSONResponse(
        {
            "file": name,
            "filter": list(filter_said(wanted, words)),
            "records": int(served.snapshot.select(wanted).sum()),
            "command": command_line(store, layer, name, wanted, own),
            "address": f"/export/{name}{'?' if query else ''}{urlencode(query, safe=',:')}",
            "notes": notes,
        }
    )


@router.get("/size")
def size(
    request: Request,
    layer: str = "incidents",
    ending: str = "geojson",
    geometry: str = "auto",
    period: str = "none",
) -> JSONResponse:
    """How large the file is in bytes; null where that would cost as much as writing it for good."""
    served, wanted = served_by(request), _filter(request)
    if ending not in CHEAP_ENDINGS or served.snapshot.select(wanted).sum() > CHEAP_RECORDS or layer in DIVIDED:
        return JSONResponse({"bytes": None})
    try:
        file = stream(
            served.store,
            wanted,
            layer=layer,
            ending=ending,
            geometry=_chosen(geometry, get_args(GeometryChoice)),
            period=_chosen(period, get_args(PeriodChoice)),
            beside=served.beside,
        )
    except LayersError as reason:
        raise HTTPException(404, str(reason)) from reason
    return JSONResponse({"bytes": sum(len(chunk) for chunk in file.chunks)})


@router.get("/sources")
def sources(request: Request) -> JSONResponse:
    """Who published what a picture shows: those named most often, and how many there are; none of very many records."""
    served, wanted = served_by(request), _filter(request)
    if served.snapshot.select(wanted).sum() > SOURCES_READ:
        return JSONResponse({"names": [], "count": 0})
    found = Counter(
        name for record in served.selection(wanted).incidents() for name in {each.publisher for each in record.sources}
    )
    found.pop("", None)
    named = sorted(found, key=lambda name: (-found[name], name))
    return JSONResponse({"names": named[:SOURCES_NAMED], "count": len(named)})


def command_line(store: str, layer: str, name: str, wanted: Filter, own: dict[str, str]) -> str:
    """The command that writes a file, quoted for a POSIX shell."""
    words = ["leadline", "export", store]
    if layer != "incidents":
        words += ["--layer", layer]
    if layer in NEEDED:
        words += [NEEDED[layer], "FILE"]
    for key, value in {**wanted.to_query(), **own}.items():
        words += ["--at-sea"] if key == "at_sea" else [f"--{key}", value]
    return shlex.join([*words, "--to", name])


def _store_word(served: Served) -> str:
    """The store as a command names it: never a folder of the server's, nor an address with a password."""
    address = served.store.address
    if "://" in address:
        return "STORE"
    return address.replace("\\", "/").rsplit("/", 1)[-1]


def filter_said(wanted: Filter, words: Words) -> Iterator[str]:
    """A filter as phrases in the language of the page; one that limits nothing says so."""
    phrases = [*_kinds_said(wanted, words), *_days_said(wanted, words), *_places_said(wanted, words)]
    if wanted.text:
        phrases.append(words("filter.text", text=wanted.text))
    if wanted.at_sea:
        phrases.append(words("filter.at_sea"))
    yield from phrases or [words("filter.all")]


def _kinds_said(wanted: Filter, words: Words) -> Iterator[str]:
    rooms = {"type": "type", "claim": "claim", "precision": "precision.short", "flag": "flag"}
    for name, room in rooms.items():
        if values := getattr(wanted, name):
            yield words(f"filter.{name}", names=", ".join(words.named(room, value).lower() for value in values))
    if wanted.disputed:
        yield words(f"filter.disputed.{wanted.disputed}")


def _days_said(wanted: Filter, words: Words) -> Iterator[str]:
    since = None if wanted.since is None else day_text(wanted.since, words)
    until = None if wanted.until is None else day_text(wanted.until, words)
    if since and until:
        yield words("filter.days", since=since, until=until)
    elif since:
        yield words("filter.since", day=since)
    elif until:
        yield words("filter.until", day=until)


def _places_said(wanted: Filter, words: Words) -> Iterator[str]:
    if wanted.bbox is not None:
        west, south, east, north = (f"{side:g}" for side in wanted.bbox)
        yield words("filter.bbox", west=west, south=south, east=east, north=north)
    if wanted.within is not None:
        yield words("filter.within", corners=len(wanted.within))


def _chosen(value: str, known: tuple[Any, ...]) -> Any:
    if value not in known:
        raise HTTPException(400, f"one of {', '.join(known)}")
    return value


def _filter(request: Request) -> Filter:
    try:
        return Filter.from_query(request.query_params)
    except RecordsError as reason:
        raise HTTPException(400, str(reason)) from reason
