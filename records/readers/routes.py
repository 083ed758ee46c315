"""A user's table of routes (from, via, to in words) as routes without lines; the columns are those of the case's.

Only where a route begins and where it ends must stand there. Its words are located and joined by
:func:`records.joining.join_all`, which needs all routes at once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from geo.message import Message
from records.case.facts import period_of
from records.errors import RecordsError
from records.readers import advice, how_read, refusals
from records.readers.formats import is_store, open_rows
from records.readers.headers import recognise, words_of
from records.readers.row import NotOfKindError, Options, Reject, Row, Rows, text_of
from records.readers.source_file import SourceFile
from records.route import Route, RouteKind

FORMAT = "routes"
KINDS: tuple[RouteKind, ...] = get_args(RouteKind)
KNOWN_MODES = (
    *("air", "container", "fishing_vessel", "go_fast", "land_leg", "sailing_yacht", "semi_submersible", "vessel"),
    *("ferry", "cargo_ship"),
)
_SYNONYMS: dict[str, tuple[str, ...]] = {
    "id": ("id", "route id", "ruta id"),
    "name": ("name", "route", "route name", "title", "nombre", "ruta", "nom"),
    "kind": ("kind", "route kind", "type", "tipo"),
    "corridor": ("corridor", "corredor", "couloir"),
    "from_text": (
        *("from text", "from", "origin", "start", "begin", "departure", "desde", "origen", "salida", "de", "depart"),
        *("origine", "from place"),
    ),
    "via_text": ("via text", "via", "through", "transit", "waypoints", "por", "pasando por", "escala", "par"),
    "to_text": (
        *("to text", "to", "destination", "end", "arrival", "hasta", "destino", "llegada", "a", "arrivee", "to place"),
    ),
    "mode": ("mode", "by", "means", "transport", "vessel type", "modo", "medio"),
    "commodity": ("commodity", "cargo", "goods", "substance", "drug", "mercancia", "carga", "marchandise"),
    "period": ("period", "years", "year", "documented", "when", "periodo", "periode", "ano", "annee"),
    "share_text": ("share text", "share", "cuota", "part"),
    "confidence": ("confidence", "support", "confianza", "confiance"),
    "summary": ("summary", "description", "notes", "resumen", "descripcion", "resume"),
    "source_publisher": ("source publisher", "source", "publisher", "fuente"),
    "source_title": ("source title",),
    "source_url": ("source url", "url", "link"),
    "source_link": ("source link",),
    "source_published": ("source published", "published", "publication date"),
    "sources": ("sources",),
}
_MODES = {
    "air": ("plane", "aircraft", "flight", "airplane", "by air", "avion", "avioneta", "aereo", "aire"),
    "land_leg": ("land", "road", "rail", "truck", "overland", "by land", "tierra", "terrestre", "camion"),
    "vessel": (
        *("sea", "by sea", "maritime", "ship", "boat", "by ship", "by boat", "mar", "maritimo", "buque", "barco"),
        *("mer", "navire", "bateau"),
    ),
}
"""Words for the modes that name no more than the medium."""
_OF_RECORDS = {"lat", "lon", "position", "date", "location_text"}
"""Fields that tell a table of records, whose "from" and "to" are something else."""
_PLAIN = ("corridor", "from_text", "via_text", "to_text", "commodity", "period", "share_text", "confidence", "summary")


@dataclass(slots=True)
class RouteReading:
    """A file that was recognised as one of routes; ``columns``: field → header. ``notes``: how it is read."""

    file: SourceFile
    rows: Rows
    columns: dict[str, str]
    notes: list[Message] = field(default_factory=list)

    def outcomes(self) -> Iterator[Route | Reject]:
        """Every row as a route in words, or refused with its line and reason; no id comes twice."""
        seen: dict[str, int] = {}
        for row in self.rows:
            if isinstance(row, Reject):
                yield row
                continue
            found = self._route(row)
            if isinstance(found, Route) and found.id in seen:
                twice = refusals.ID_STANDS_ALREADY(id=found.id, unit=self.rows.line_word, line=seen[found.id])
                found = Reject(self.file.name, row.line, (twice, advice.GIVE_OWN_ID()), row.whole())
            elif isinstance(found, Route):
                seen[found.id] = row.line
            yield found

    def _route(self, row: Row) -> Route | Reject:
        told = {name: " ".join(text_of(row.cells.get(header)).split()) for name, header in self.columns.items()}
        reason = _why_none(told)
        if reason:
            return Reject(self.file.name, row.line, reason, row.whole())
        try:
            return Route.model_validate(_fields(told))
        except (ValidationError, ValueError) as error:
            said = str(error.errors()[0]["msg"]) if isinstance(error, ValidationError) else str(error)
            return Reject(self.file.name, row.line, (Message.of(said),), row.whole())


def open_routes(path: Path, options: Options | None = None, *, name: str = "") -> RouteReading | None:
    """Recognise a file of routes; None where it is none and none was asked for.

    Raises :class:`NotOfKindError` where ``options`` ask for routes and the file has no columns of both ends, and what
    :func:`records.readers.formats.open_rows` raises.
    """
    options = options or Options()
    wanted = options.format.lower() == FORMAT
    if options.format and not wanted:
        return None
    file = SourceFile.open(path, name, options.encoding)
    if is_store(file):
        return None
    try:
        rows = open_rows(file, Options(delimiter=options.delimiter, encoding=options.encoding))
    except RecordsError:
        if wanted:
            raise
        return None
    columns = _recognised(rows.headers, options.columns)
    if not {"from_text", "to_text"} <= columns.keys():
        if wanted:
            raise NotOfKindError(
                refusals.NO_ROUTE_COLUMNS(shown=", ".join(rows.headers[:12])),
                where=file.name,
                next=advice.NAME_ROUTE_COLUMNS(),
            )
        return None
    own_names = {columns["from_text"], columns["to_text"]} == {"from_text", "to_text"}
    if not wanted and not own_names and recognise(rows.headers).keys() & _OF_RECORDS:
        return None
    return RouteReading(file, rows, columns, [*rows.notes, _shown(columns)])


def _recognised(headers: tuple[str, ...], named: Mapping[str, str]) -> dict[str, str]:
    plain = {_plain_words(header): header for header in reversed(headers)}
    columns = {
        name: plain[word]
        for name, words in _SYNONYMS.items()
        if (word := next((each for each in words if each in plain), None)) is not None
    }
    return columns | {name: header for name, header in named.items() if name in _SYNONYMS and header in headers}


def _plain_words(text: str) -> str:
    """A header or a mode in small letters, without accents and marks."""
    return " ".join(words_of(text))


def _shown(columns: Mapping[str, str]) -> Message:
    return how_read.NOTE_COLUMNS(columns=", ".join(f"{name} = {header}" for name, header in columns.items()))


def _why_none(told: Mapping[str, str]) -> tuple[Message, ...]:
    """Why a row is no route; empty where it is one."""
    if not told["from_text"]:
        return refusals.NO_ROUTE_START(), advice.FILL_FROM()
    if not told["to_text"]:
        return refusals.NO_ROUTE_END(), advice.FILL_TO()
    kind = told.get("kind", "")
    if kind and kind.lower() not in KINDS:
        return refusals.NO_KIND_OF_ROUTE(kind=kind[:60]), advice.TRAFFICKING_OR_MIGRATION()
    return ()


def _fields(told: dict[str, str]) -> dict[str, Any]:
    start, end = period_of(told.get("period", ""))
    fields: dict[str, Any] = {name: told.get(name, "") for name in _PLAIN}
    fields |= {"period_start": start, "period_end": end, "mode": mode_of(told.get("mode", ""))}
    fields["kind"] = told.get("kind", "").lower() or "trafficking"
    fields["name"] = told.get("name") or f"{told['from_text']} – {told['to_text']}"
    fields["sources"] = _sources(told)
    fields["id"] = told.get("id") or f"routes:{_hashed(fields)}"
    return fields


def mode_of(text: str) -> str:
    """A mode in the words that are known; others stay, and are drawn along the sea."""
    spelled = _plain_words(text)
    found = next((mode for mode, words in _MODES.items() if spelled in words), "")
    underscored = spelled.replace(" ", "_")
    return found or (underscored if underscored in KNOWN_MODES else text)


def _sources(told: Mapping[str, str]) -> list[dict[str, Any]]:
    """The source in its columns, or those that a file of our own holds as JSON."""
    if told.get("sources", "").startswith("["):
        found = json.loads(told["sources"])
        return found if isinstance(found, list) else []
    if not any(told.get(f"source_{part}") for part in ("publisher", "title", "url")):
        return []
    parts: dict[str, Any] = {
        part: told.get(f"source_{part}", "") for part in ("publisher", "title", "url", "published")
    }
    return [{**parts, "link": told.get("source_link", "yes").lower() != "no" and bool(parts["url"])}]


def _hashed(fields: Mapping[str, Any]) -> str:
    text = json.dumps(fields, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:12]
