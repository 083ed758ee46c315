"""The state of the page: what an address says of filter, map, selection and panels, and back.

The address is the filter's own query (:meth:`records.filter.Filter.to_query`) with a few words beside it:
``at`` (lon,lat,zoom), ``inview`` (the box follows the map), ``axis`` (the stretch of time that the time bar shows) and
``per`` (the unit of its bars), ``sel`` (a record's id), ``layers``, ``table``, ``panel`` with ``figure`` (what its
chart counts), ``count`` (how its sums are narrowed) and ``day`` (as of which it tells what was said), ``story`` with
``step`` (its letters, or the word case: :mod:`dashboard.story`), ``embed`` (a map without controls), ``theme`` and
``lang``.
The page differs from files in one default: events at sea only, unless ``at_sea=false`` is said.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import AfterValidator, Field, ValidationError, model_validator

from dashboard.words import LANGUAGES
from layers.compare import BYS
from layers.registry import page_layers
from layers.timeline import BinUnit
from records.dates import first_instant, format_moment, last_instant
from records.errors import RecordsError
from records.filter import GEO_PRECISIONS, Disputed, Filter
from records.incident import MomentField, Record
from records.toll import Narrowing
from records.totals import Figure
from records.vocabulary import CLAIM_STATUSES, EVENT_TYPES

OWN_LAYERS = ("routes", "migration", "regions")
"""The layers that the page draws in its own way; those of the registry follow them."""
_LISTS = ("type", "claim", "precision", "flag")
"""The parts of the filter that are lists of words."""
LAYERS_SHOWN = ("routes", "regions")
"""What is drawn beside the incidents when an address says nothing of it."""


def map_layers() -> tuple[str, ...]:
    """The names of all layers that an address may ask for, in the order of the page's list."""
    return (*OWN_LAYERS, *(entry.name for entry in page_layers()))


def _known(layers: tuple[str, ...]) -> tuple[str, ...]:
    if unknown := [name for name in layers if name not in map_layers()]:
        raise ValueError(f"there is no layer '{unknown[0]}'")
    return layers


_SAID_AS_THEY_ARE = {
    "inview": "in_view",
    "sel": "selected",
    **{name: name for name in ("per", "table", "panel", "figure", "day", "compare", "story", "step", "embed", "theme")},
    "lang": "language",
}
"""The parameters of an address whose value is a field's own text, and that field."""

_WORD_OF = {"camera": "at", **{name: word for word, name in _SAID_AS_THEY_ARE.items()}}
"""The parameter of an address that holds a field."""


PARAMETERS = frozenset((*Filter.model_fields, "at", "axis", "layers", "count", *_SAID_AS_THEY_ARE))
"""The names that an address may have."""
LONGEST_NAME = 40
"""A name that is not known is said with so many letters at most."""


def _spoken(language: str) -> str:
    if language not in [code for code, _, _ in LANGUAGES]:
        raise ValueError(f"there is no language '{language}'")
    return language


def _comparable(compare: str) -> str:
    if compare and compare.partition(":")[0] not in BYS:
        raise ValueError(f"'{compare}' compares none of {', '.join(BYS)}")
    return compare


TableScope = Literal["shown", "unplaced", "aside"]
Panel = Literal["totals", "toll", "asof", "compare"]
Theme = Literal["light", "dark"]


def known_values(name: str) -> tuple[str, ...]:
    """The values that a parameter of an address may have; empty where they are not to be listed, or it is none."""
    known: dict[str, tuple[str, ...]] = {
        "panel": get_args(Panel),
        "table": get_args(TableScope),
        "figure": get_args(Figure),
        "count": get_args(Narrowing),
        "per": get_args(BinUnit),
        "theme": get_args(Theme),
        "lang": tuple(code for code, _, _ in LANGUAGES),
        "layers": (*map_layers(), "none"),
        "compare": tuple(f"{by}:…" for by in BYS),
        "disputed": get_args(Disputed),
        "precision": GEO_PRECISIONS,
        "type": EVENT_TYPES,
        "claim": CLAIM_STATUSES,
        **dict.fromkeys(("at_sea", "inview", "embed"), ("true", "false")),
    }
    return tuple(known.get(name, ()))


class Camera(Record):
    """Where the map looks: centre in degrees and MapLibre's zoom."""

    lon: Annotated[float, Field(ge=-540, le=540)]
    lat: Annotated[float, Field(ge=-85.06, le=85.06)]
    zoom: Annotated[float, Field(ge=0, le=22)]


class Stretch(Record):
    """The stretch of time that the time bar shows, both ends included."""

    first: MomentField
    last: MomentField

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.first is None or self.last is None or first_instant(self.first) >= last_instant(self.last):
            raise ValueError("an axis is FIRST,LAST, two dates in order")
        return self


class PageState(Record):
    """All that a shared link restores. ``camera`` None means: fit what is shown; ``axis`` None: all dates.

    ``in_view``: the filter's box follows the map.
    """

    filter: Filter = Filter(at_sea=True)
    camera: Camera | None = None
    in_view: bool = False
    axis: Stretch | None = None
    per: BinUnit | None = None
    selected: str = Field(default="", max_length=500)
    layers: Annotated[tuple[str, ...], AfterValidator(_known)] = LAYERS_SHOWN
    table: TableScope | None = None
    panel: Panel | None = None
    figure: Figure = "killed"
    count: tuple[Narrowing, ...] = ()
    day: date | None = None
    compare: Annotated[str, Field(max_length=400), AfterValidator(_comparable)] = ""
    story: str = Field(default="", max_length=8_000, pattern=r"^[A-Za-z0-9_-]*$")
    step: int = Field(default=1, ge=1, le=99)
    embed: bool = False
    theme: Theme | None = None
    language: Annotated[str, AfterValidator(_spoken)] = "en"

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> tuple[Self, tuple[str, ...]]:
        """Read a state; parameters that cannot be read are left out and named, so that a link never opens blank.

        A name that is not known is named too: a slip of the pen must not look like a filter.
        """
        problems = sorted(_shortened(name) for name in query if name not in PARAMETERS)
        values: dict[str, Any] = {"filter": _filter(query, problems)}
        readers = {
            "at": ("camera", _camera),
            "axis": ("axis", _stretch),
            "layers": ("layers", _listed),
            "count": ("count", _listed),
        }
        for word, (name, reader) in readers.items():
            if word in query:
                values[name] = reader(query[word])
        values.update({name: query[word] for word, name in _SAID_AS_THEY_ARE.items() if query.get(word)})
        return cls._lenient(values, problems)

    @classmethod
    def _lenient(cls, values: dict[str, Any], problems: list[str]) -> tuple[Self, tuple[str, ...]]:
        try:
            return cls.model_validate(values), tuple(problems)
        except ValidationError as reason:
            wrong = {str(error["loc"][0]) for error in reason.errors() if error["loc"]}
            problems.extend(sorted(_WORD_OF.get(name, name) for name in wrong))
            kept = {name: value for name, value in values.items() if name not in wrong}
            for name in wrong:
                if isinstance(values.get(name), tuple) and (words := cls._good(name, values[name])):
                    kept[name] = words
            return cls.model_validate(kept), tuple(problems)

    @classmethod
    def _good(cls, name: str, words: tuple[str, ...]) -> tuple[str, ...]:
        """Those words of a list that are known."""
        return tuple(word for word in words if _passes(cls.model_validate, {name: (word,)}))

    def to_query(self) -> dict[str, str]:
        """The parameters of the address that restores this state; what is as usual is left out."""
        query = self.filter.to_query()
        if query.pop("at_sea", None) is None:
            query["at_sea"] = "false"
        if self.camera is not None:
            query["at"] = f"{self.camera.lon:.4f},{self.camera.lat:.4f},{self.camera.zoom:.2f}"
        if self.axis is not None and self.axis.first is not None and self.axis.last is not None:
            query["axis"] = f"{format_moment(self.axis.first)},{format_moment(self.axis.last)}"
        if self.layers != LAYERS_SHOWN:
            query["layers"] = ",".join(self.layers) or "none"
        if self.count:
            query["count"] = ",".join(self.count)
        usual = {name: field.default for name, field in type(self).model_fields.items()}
        for word, name in _SAID_AS_THEY_ARE.items():
            if (value := getattr(self, name)) != usual[name]:
                query[word] = "true" if value is True else str(value)
        return query

    def to_json(self) -> dict[str, Any]:
        """As the browser keeps it: the filter as its query's parameters, the rest by name."""
        value = self.model_dump(mode="json", exclude={"filter"})
        return {**value, "filter": self.filter.to_query()}


def _filter(query: Mapping[str, str], problems: list[str]) -> Filter:
    """The filter of an address, parameter by parameter where one of them is wrong."""
    usual = {"at_sea": "true", **query}
    try:
        return Filter.from_query(usual)
    except RecordsError:
        kept: dict[str, str] = {}
        for name in Filter.model_fields:
            if not usual.get(name):
                continue
            if _passes(Filter.from_query, {name: usual[name]}):
                kept[name] = usual[name]
                continue
            problems.append(name)
            words = [word for word in usual[name].split(",") if word and _passes(Filter.from_query, {name: word})]
            if name in _LISTS and words:  # one wrong word does not take the others with it
                kept[name] = ",".join(words)
        try:
            return Filter.from_query(kept)
        except RecordsError:
            problems.append("until")  # it lies before since
            return Filter.from_query({name: value for name, value in kept.items() if name != "until"})


def _passes(reader: Callable[[dict[str, Any]], object], query: dict[str, Any]) -> bool:
    try:
        reader(query)
    except (RecordsError, ValidationError):
        return False
    return True


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def _camera(text: str) -> dict[str, float] | str:
    try:
        lon, lat, zoom = (float(part) for part in text.split(","))
    except ValueError:
        return text
    return {"lon": lon, "lat": lat, "zoom": zoom} if all(map(math.isfinite, (lon, lat, zoom))) else text


def _stretch(text: str) -> dict[str, str] | str:
    first, between, last = text.partition(",")
    return {"first": first, "last": last} if between else text


def _listed(text: str) -> tuple[str, ...]:
    return () if text == "none" else tuple(word for word in text.split(",") if word)
