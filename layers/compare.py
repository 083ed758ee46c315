"""Two parts of the records side by side – two sources, two periods, or two areas – and the differences named.

A record may lie in a part for certain, or only possibly: a wide date may reach into a period, a wide region into an
area. So every figure of a part is a range, from what is certainly in it to what may be; a difference is one only where
the ranges lie apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

import shapely

from layers.along import positions_in
from layers.region import Outlines
from records.dates import first_instant, last_instant
from records.incident import Incident
from records.totals import Counted, Range, counts, figures_of
from records.vocabulary import EventType

By = Literal["source", "period", "area"]
BYS: tuple[By, ...] = get_args(By)
Standing = Literal["certain", "possible"]

CERTAIN = 0.95
POSSIBLE = 0.05
"""From these probabilities on a record is taken to lie in an area for certain, or possibly."""

Figure = Literal["records", "strikes", "killed", "corroborated", "disputed"]
FIGURES: tuple[Figure, ...] = get_args(Figure)


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day of a part, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Part:
    """One side: what it is called, how many records are in it, its figures, and its types and months as ranges.

    ``months``: first days of months → records; in a period none before its first. ``period``: None for other parts.
    ``beyond``: records that may as well have happened before or after the period.
    """

    name: str
    figures: dict[Figure, Range]
    types: dict[EventType, Range]
    months: dict[date, Range]
    period: Period | None = None
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much the second part exceeds the first in a figure; ``clear`` where the ranges lie apart."""

    figure: Figure
    by: Range

    @property
    def clear(self) -> bool:
        """Whether the ranges lie apart, so that one part surely has more."""
        return self.by[0] > 0 or self.by[1] < 0


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A record that both sources report, and the figure of which they say otherwise."""

    id: str
    title: str
    field: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Two parts, their differences, how many records (possibly) stand in both, and what two sources disagree on."""

    parts: tuple[Part, Part]
    differences: tuple[Difference, ...]
    in_both: int
    disagreements: tuple[Disagreement, ...] = field(default=())


Held = Callable[[Incident], Standing | None]


def in_period(period: Period) -> Held:
    """Whether a record happened in a period: for certain where all of its dates lie in it."""
    first, last = first_instant(period.first), last_instant(period.last)

    def held(record: Incident) -> Standing | None:
        if record.date_start is None and record.date_end is None:
            return None
        start = first_instant(record.date_start or record.date_end)  # type: ignore[arg-type]
        end = last_instant(record.date_end or record.date_start)  # type: ignore[arg-type]
        if start > last or end < first:
            return None
        return "certain" if first <= start and end <= last else "possible"

    return held


def of_source(publisher: str) -> Held:
    """Whether a record cites a publisher."""

    def held(record: Incident) -> Standing | None:
        return "certain" if any(source.publisher == publisher for source in record.sources) else None

    return held


def in_area(region_id: str, outlines: Outlines) -> Held:
    """Whether a record lies in a named outline, by the share of its possible positions that do."""
    named = outlines(region_id)
    if named is None:
        raise KeyError(region_id)
    area = named.geometry
    shapely.prepare(area)

    def held(record: Incident) -> Standing | None:
        place = record.place
        if place is None:
            return None
        if place.region is None and place.region_id == region_id:
            return "certain"
        lon, lat = positions_in(place, outlines)
        share = float(shapely.contains_xy(area, lon, lat).mean())
        return "certain" if share >= CERTAIN else "possible" if share >= POSSIBLE else None

    return held


def compare(
    records: Sequence[Incident],
    first: tuple[str, Held],
    second: tuple[str, Held],
    *,
    periods: tuple[Period, Period] | None = None,
    what: Counted = "strikes",
) -> Compared:
    """The records of two parts side by side; each part is a name and the rule that says what is in it.

    ``periods``: those that the rules hold records to, where they do. ``what``: what tolls are counted of.
    """
    held = [[(record, rule(record)) for record in records] for _, rule in (first, second)]
    parts = tuple(
        _part(name, one, None if periods is None else periods[number], what)
        for number, ((name, _), one) in enumerate(zip((first, second), held, strict=True))
    )
    differences = tuple(Difference(name, _minus(parts[1].figures[name], parts[0].figures[name])) for name in FIGURES)
    both = [a for (a, in_a), (_, in_b) in zip(held[0], held[1], strict=True) if in_a and in_b]
    return Compared((parts[0], parts[1]), differences, len(both))


def disagreements(records: Iterable[Incident], first: str, second: str) -> tuple[Disagreement, ...]:
    """Where two publishers that a record cites are the sources of claims on one field that are not the same."""
    found = []
    for record in records:
        said: dict[str, dict[str, str]] = {}
        for claim in record.claims:
            if claim.source is None or claim.source >= len(record.sources):
                continue
            publisher = record.sources[claim.source].publisher
            if publisher in (first, second):
                low, high = claim.value_min, claim.value_max
                text = claim.value or "–".join(
                    f"{value:g}" for value in dict.fromkeys((low, high)) if value is not None
                )
                said.setdefault(claim.field, {})[publisher] = text
        found += [
            Disagreement(record.id, record.title, name, told[first], told[second])
            for name, told in said.items()
            if len(told) == 2 and told[first] != told[second]
        ]
    return tuple(found)


def publishers(records: Iterable[Incident]) -> dict[str, int]:
    """The publishers that records cite, with how many records cite each, the most cited first."""
    cited: dict[str, int] = {}
    for record in records:
        for name in {source.publisher for source in record.sources if source.publisher}:
            cited[name] = cited.get(name, 0) + 1
    return dict(sorted(cited.items(), key=lambda one: (-one[1], one[0])))


def _part(name: str, held: list[tuple[Incident, Standing | None]], period: Period | None, what: Counted) -> Part:
    inside = [(record, where == "certain") for record, where in held if where is not None]
    tolls = [(certain, figures_of(record)) for record, certain in inside if counts(record, what)]
    figures: dict[Figure, Range] = {
        "records": _added([(certain, (1, 1)) for _, certain in inside]),
        "strikes": _added([(certain, figures["strikes"]) for certain, figures in tolls]),
        "killed": _added([(certain, figures["killed"]) for certain, figures in tolls]),
        "corroborated": _added(
            [(certain, (1, 1)) for record, certain in inside if record.claim_status in ("corroborated", "confirmed")]
        ),
        "disputed": _added(
            [(certain, (1, 1)) for record, certain in inside if record.disputed_on in ("facts", "both")]
        ),
    }
    beyond = 0 if period is None else sum(not certain for _, certain in inside)
    return Part(name, figures, _by_type(inside), _by_month(inside, period), period, beyond)


def _added(found: list[tuple[bool, Range]]) -> Range:
    """The sum of ranges: what is certain counts at both ends, what is only possible at the upper one."""
    return sum(one[0] for certain, one in found if certain), sum(one[1] for _, one in found)


def _by_type(inside: list[tuple[Incident, bool]]) -> dict[EventType, Range]:
    types: dict[EventType, list[tuple[bool, Range]]] = {}
    for record, certain in inside:
        types.setdefault(record.event_type, []).append((certain, (1, 1)))
    return {name: _added(found) for name, found in types.items()}


def _by_month(inside: list[tuple[Incident, bool]], period: Period | None) -> dict[date, Range]:
    """Records by the month in which they began; those that may lie in several count where they began.

    What may have begun before a period counts in its first month.
    """
    months: dict[date, list[tuple[bool, Range]]] = {}
    for record, certain in inside:
        if (start := record.date_start or record.date_end) is not None:
            began = first_instant(start).date()
            day = (began if period is None else max(began, period.first)).replace(day=1)
            months.setdefault(day, []).append((certain, (1, 1)))
    return {month: _added(months[month]) for month in sorted(months)}


def _minus(second: Range, first: Range) -> Range:
    return second[0] - first[1], second[1] - first[0]
