"""Whether a record is already known: its id, its content, and what follows from both.

Same id and same content is a duplicate. Same id and other content is a new version where the format knows
corrections, else a second record ``id~2`` with the flag ``id_reused``: nothing is overwritten.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from records.flat import flatten
from records.incident import Incident

Fate = Literal["new", "duplicate", "version", "id_reused"]

GIVEN_METHODS = frozenset({"coordinates", "outline"})
"""Ways of location that come from the source itself; all others are our own reading of its words."""

_PLACE = ("lon", "lat", "coordinate_uncertainty_m", "geo_precision", "region_id", "region")
_NOT_OF_THE_SOURCE = frozenset(
    {
        *("id", "date_edtf", "flags", "versions", "waters", "not_located_reason"),
        *("location_method", "location_steps", "location_flags", "alternatives"),
    }
)


def row_id(cells: Mapping[str, Any]) -> str:
    """An id for a row that has none: a hash of what stands in it, so that the same row gives the same id."""
    filled = {name: value for name, value in cells.items() if value is not None and value != ""}
    text = json.dumps(filled, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Known:
    """What a store remembers of a record: hashes of what its source says and of its whole content.

    What the source says leaves out what was derived from it, such as a place that was found from its words.
    """

    id: str
    source: str
    content: str

    @classmethod
    def of(cls, flat: Mapping[str, Any]) -> Known:
        """The hashes of a record that was laid out flat."""
        given = flat["location_method"] in GIVEN_METHODS
        said: list[Any] = []
        ours: list[Any] = []
        for name, value in flat.items():
            if value is None or value == "" or value == [] or name in ("versions", "date_edtf"):
                continue
            derived = name in _NOT_OF_THE_SOURCE or (name in _PLACE and not given)
            (ours if derived else said).extend((name, value))
        digest = hashlib.blake2b(_encoded(said), digest_size=12)
        source = digest.hexdigest()
        digest.update(_encoded(ours))
        return cls(flat["id"], source, digest.hexdigest())


_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False)


def _encoded(values: list[Any]) -> bytes:
    return _ENCODER.encode(values).encode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What becomes of a record, the record under its final id, its columns, and its hashes."""

    fate: Fate
    incident: Incident
    flat: dict[str, Any]
    known: Known


@dataclass(slots=True)
class Ledger:
    """All ids that are known, and what stands behind them; it learns from every record that it judges."""

    _known: dict[str, Known] = field(default_factory=dict)
    _said: set[tuple[str, str]] = field(default_factory=set)
    _last: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, known: Iterable[Known]) -> Ledger:
        """A ledger of what a store holds."""
        ledger = cls()
        for each in known:
            ledger._learn(each)
        return ledger

    def judge(self, incident: Incident, *, corrects: bool) -> Judgement:
        """Tell what becomes of a record; ``corrects`` says that its format knows corrections."""
        flat = flatten(incident)
        made = Known.of(flat)
        before = self._known.get(incident.id)
        if before is None:
            return self._keep("new", incident, flat, made)
        if corrects:
            if before.content == made.content:
                return Judgement("duplicate", incident, flat, made)
            return self._keep("version", incident, flat, made)
        if (incident.id, made.source) in self._said:
            return Judgement("duplicate", incident, flat, made)
        return self._second(incident, made)

    def _second(self, incident: Incident, made: Known) -> Judgement:
        number = self._last.get(incident.id, 1) + 1
        flags = tuple(dict.fromkeys((*incident.flags, "id_reused")))
        renamed = incident.model_copy(update={"id": f"{incident.id}~{number}", "flags": flags})
        flat = flatten(renamed)
        return self._keep("id_reused", renamed, flat, Known.of(flat))

    def _keep(self, fate: Fate, incident: Incident, flat: dict[str, Any], known: Known) -> Judgement:
        self._learn(known)
        return Judgement(fate, incident, flat, known)

    def _learn(self, known: Known) -> None:
        self._known[known.id] = known
        self._said.add((known.id, known.source))
        first, mark, number = known.id.rpartition("~")
        if mark and number.isdigit():
            self._said.add((first, known.source))
            self._last[first] = max(self._last.get(first, 1), int(number))
