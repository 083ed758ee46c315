"""Which column is what: headers in English, Spanish and French, matched by whole words (*plate* is no latitude).

A header counts in full first (``fecha``), then by words inside it (``Fecha del incidente``); words that turn the
meaning (``shore longitude``, ``date created``) bar it from counting by a part.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

SYNONYMS: dict[str, tuple[str, ...]] = {
    "id": (
        *("id", "source id", "uid", "uuid", "guid", "record id", "incident id", "event id cnty", "reference", "ref"),
        *("reference number", "reference no", "case number", "incident number", "attack number", "report number"),
        *("web id", "main id", "global id", "identificador", "identifiant", "numero de referencia", "referencia"),
        *("numero de reference", "folio", "incident no", "no"),
    ),
    "event_id": ("event id", "id evento", "id del evento", "id evenement"),
    "event_type": (
        *("event type", "type", "incident type", "type of incident", "attack type", "type of attack", "category"),
        *("hostility", "tipo", "tipo de incidente", "tipo de evento", "tipo de ataque", "type d incident"),
        *("type d evenement", "type d attaque", "incident category", "incident type name", "categoria", "categorie"),
    ),
    "sub_event_type": ("sub event type", "sub type", "subtype", "subtipo", "sous type"),
    "date": (
        *("date", "event date", "incident date", "date of incident", "date of event", "date of occurrence", "fecha"),
        *("date of attack", "date time", "datetime", "fecha del incidente", "fecha del evento", "fecha y hora"),
        *("date de l incident", "date de l evenement", "date heure", "date utc", "incident date time", "day", "jour"),
        *("utc date of incident", "occurred", "occurred on", "occurrence date", "reported date", "date reported"),
        *("timestamp", "base date time", "when"),
    ),
    "date_start": (
        *("date start", "start date", "start", "begin", "begin date", "from date", "date from", "fecha inicio"),
        *(
            "fecha de inicio",
            "fecha inicial",
            "inicio",
            "date debut",
            "date de debut",
            "debut",
            "start time",
            "event start",
            "start timestamp",
        ),
    ),
    "date_end": (
        *("date end", "end date", "end", "to date", "date to", "fecha fin", "fecha de fin", "fecha final", "fin"),
        *("date fin", "date de fin", "end time", "fecha de termino", "event end", "end timestamp"),
    ),
    "time": ("time", "time utc", "utc time", "hora", "hora utc", "heure", "heure utc", "time of incident"),
    "year": ("year", "event year", "incident year", "reported year", "ano", "annee"),
    "month": ("month", "reported month", "incident month", "mes", "mois"),
    "lon": (
        *("lon", "long", "lng", "longitude", "longitud", "decimal longitude", "x", "location longitude", "lon dd"),
        *("gps longitude", "gps lon", "coord x", "longitude dd"),
    ),
    "lat": (
        *("lat", "latitude", "latitud", "decimal latitude", "y", "location latitude", "lat dd", "gps latitude"),
        *("gps lat", "coord y", "latitude dd"),
    ),
    "position": (
        *("position", "coordinates", "coordinate", "coords", "coord", "posn", "lat lon", "lat long", "latlon"),
        *("latlong", "latitude longitude", "lat lng", "latlng", "lon lat", "lonlat", "longitude latitude"),
        *("location coordinates", "coordenadas", "coordenada", "posicion", "coordonnees", "geo point", "gps"),
        *("gps coordinates", "geolocation", "ubicacion geografica", "geom", "geometry", "wkt", "geom wkt", "the geom"),
    ),
    "location_text": (
        *("location text", "location", "place", "location description", "verbatim locality", "locality", "where"),
        *("location of incident", "incident location", "location name", "place name", "location of death", "lugar"),
        *("lugar del incidente", "ubicacion", "localidad", "sitio", "localizacion", "lieu", "lieu de l incident"),
        *("localisation", "emplacement", "endroit", "address", "area", "zona", "zone", "sea area", "region"),
        *("region of incident", "region geografica", "position text", "where description", "where coordinates"),
    ),
    "title": ("title", "headline", "titulo", "titular", "titre", "event title", "name", "nombre", "nom"),
    "summary": (
        *("summary", "description", "text", "details", "other details", "narrative", "narration", "narrations"),
        *("attack description", "event description", "incident description", "report", "report text", "story"),
        *("resumen", "descripcion", "texto", "relato", "detalles", "resume", "recit", "texte", "details de l incident"),
        *("description of incident", "summary of events", "what happened", "what"),
    ),
    "notes": ("notes", "remarks", "comments", "notas", "observaciones", "observations", "remarques"),
    "radius_m": (
        *("radius m", "coordinate uncertainty m", "coordinate uncertainty in meters", "uncertainty m", "accuracy m"),
        *("coordinate uncertainty in metres", "position uncertainty m"),
    ),
    "killed": (
        *("killed", "deaths", "dead", "fatalities", "number dead", "number of dead", "number killed", "deceased"),
        *("muertos", "fallecidos", "muertes", "victimas mortales", "morts", "tues", "deces", "best", "fatality count"),
    ),
    "killed_min": ("killed min", "min killed", "deaths low", "deaths min", "low", "muertos min", "morts min"),
    "killed_max": ("killed max", "max killed", "deaths high", "deaths max", "high", "muertos max", "morts max"),
    "injured": ("injured", "wounded", "injuries", "number injured", "heridos", "lesionados", "blesses"),
    "missing": ("missing", "number missing", "number of missing", "desaparecidos", "disparus"),
    "missing_min": ("missing min", "minimum estimated number of missing"),
    "survivors": (
        *("survivors", "number of survivors", "rescued", "sobrevivientes", "supervivientes", "rescatados"),
        *("survivants", "rescapes"),
    ),
    "actor": ("actor", "actor1", "actor 1", "perpetrator", "attacker", "aggressor", "autor", "auteur", "side a"),
    "target": ("target", "actor2", "actor 2", "victim", "victima", "victime", "objetivo", "cible", "vessel", "side b"),
    "source": (
        *("source", "publisher", "information source", "fuente", "data source", "medio", "news source", "source name"),
        *("sources", "fuentes", "source article"),
    ),
    "source_url": ("source url", "url", "link", "source link", "enlace", "lien", "url de la fuente", "web"),
    "source_title": ("source title", "article title", "source headline"),
    "published": ("published", "publication date", "fecha de publicacion", "date de publication", "source date"),
}
"""Field → headers that mean it, without accents and marks. ``killed`` and its like are read into a range."""

PLAIN_FIELDS = (
    *("date_precision", "date_kind", "killed_max_reason", "injured_min", "injured_max", "survivors_min"),
    *("survivors_max", "missing_max", "total_claimed", "vessels", "strikes_min", "strikes_max", "quantity"),
    *("quantity_unit", "substance", "claim_status", "disputed_on", "dispute"),
)
"""Fields that are known by their own name only."""
FIELDS: frozenset[str] = frozenset({*SYNONYMS, *PLAIN_FIELDS})

_BY_PART = ("date", "lat", "lon", "position", "location_text", "summary", "killed", "injured", "survivors", "time")
"""Fields that a part of a header may tell."""
_PART_WORDS: dict[str, tuple[str, ...]] = {
    "date": ("date", "fecha"),
    "lat": ("lat", "latitude", "latitud"),
    "lon": ("lon", "lng", "longitude", "longitud"),
    "position": ("coordinates", "coordenadas", "coordonnees"),
    "location_text": ("location", "lugar", "lieu"),
    "summary": ("description", "descripcion", "narrative"),
    "killed": ("killed", "deaths", "fatalities", "muertos", "fallecidos", "morts"),
    "injured": ("injured", "heridos", "blesses"),
    "survivors": ("survivors", "sobrevivientes", "survivants"),
    "time": ("time", "hora", "heure"),
}
_TURNING = frozenset(
    {
        *("shore", "port", "birth", "created", "modified", "updated", "update", "upload", "accessed", "published"),
        *("publication", "reported", "nearest", "min", "max", "end", "start", "id", "code", "precision", "type"),
        *("text", "civilian", "source", "taken", "female", "females", "male", "males", "children", "zone", "stamp"),
        *(
            "minutes",
            "prec",
            "product",
            "stop",
            "dms",
            "dddmmss",
            "radius",
            "uncertainty",
            "creation",
            "modificacion",
            "publicacion",
            "weekday",
        ),
    }
)


def words_of(header: str) -> tuple[str, ...]:
    """The words of a header in folded case without accents: ``decimalLatitude`` is two, ``Fecha_Inicio`` too."""
    text = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z][a-z])", " ", header)
    bare = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return tuple(re.findall(r"[a-z]+|\d+", bare.casefold()))


@cache
def _field_of(words: tuple[str, ...]) -> tuple[str, int] | None:
    """The field that a whole header means, and the rank of the synonym (lower is surer)."""
    for field, synonyms in SYNONYMS.items():
        for rank, synonym in enumerate(synonyms):
            if words == tuple(re.findall(r"[a-z]+|\d+", synonym)):
                return field, rank
    for field in PLAIN_FIELDS:
        if words == tuple(field.split("_")):
            return field, 0
    return None


def recognise(headers: Iterable[str]) -> dict[str, str]:
    """Field → header for a table's headers; a field has one column, the surest.

    ``x`` and ``y`` count only as a pair, and a part of a header only where no whole header means the field.
    """
    known = [(header, words_of(header)) for header in headers if header.strip()]
    found: dict[str, tuple[int, str]] = {}
    for header, words in known:
        meant = _field_of(words)
        if meant and (meant[0] not in found or meant[1] < found[meant[0]][0]):
            found[meant[0]] = meant[1], header
    taken = {header for _, header in found.values()}
    for field in _BY_PART:
        if field not in found:
            for header, words in known:
                if header not in taken and _means_by_part(field, words):
                    found[field] = 99, header
                    taken.add(header)
                    break
    columns = {field: header for field, (_, header) in found.items()}
    if "lat" in columns and "lon" not in columns:
        columns |= _its_longitude(columns["lat"], known)
    return _sound(columns)


def _its_longitude(latitude: str, known: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    """The column that says ``long`` where that of the latitude says ``lat`` (*vessel long*, never *long name*)."""
    words = words_of(latitude)
    twin = tuple("long" if word == "lat" else word for word in words)
    header = next((header for header, other in known if other == twin and other != words), None)
    return {} if header is None else {"lon": header}


def _means_by_part(field: str, words: tuple[str, ...]) -> bool:
    return not _TURNING.intersection(words) and any(word in words for word in _PART_WORDS[field])


def _sound(columns: dict[str, str]) -> dict[str, str]:
    """Put right what makes no sense alone: one of a pair, notes without a text, an event's id without a row's."""
    if not {"lon", "lat"} <= columns.keys():
        columns.pop("lon", None)
        columns.pop("lat", None)
    if "summary" not in columns and "notes" in columns:
        columns["summary"] = columns.pop("notes")
    if "id" not in columns and "event_id" in columns:
        columns["id"] = columns["event_id"]
    return columns


def is_table(columns: Mapping[str, str]) -> bool:
    """Whether columns are enough for records: a place, a date, or words of what happened."""
    return {"year", "month"} <= columns.keys() or bool(
        columns.keys() & {"lon", "position", "location_text", "date", "date_start", "summary"}
    )


def header_score(cells: Sequence[str]) -> int:
    """How many columns a row would name if it were the header."""
    return len(recognise([cell for cell in cells if len(cell) <= 80]))


def named(header: Sequence[str]) -> tuple[str, ...]:
    """Headers that differ from each other: a nameless one becomes ``column 9``, a second ``date`` ``date (2)``."""
    names: list[str] = []
    for number, cell in enumerate(header, start=1):
        name = " ".join(cell.split()) or f"column {number}"
        count = 2
        while name in names:
            name = f"{' '.join(cell.split()) or 'column'} ({count})"
            count += 1
        names.append(name)
    while names and names[-1] == f"column {len(names)}":
        names.pop()
    return tuple(names)
