"""What a screen shows of any number of records: marks, tallies, outlines, bars and the numbers that explain them.

The page, the pictures and the folium page ask for a :class:`View` and draw it; none of them holds the archive.
All positions are (lon, lat) in degrees, WGS 84; instants are milliseconds since 1970 in UTC, as browsers count.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

MAX_MARKS = 3_000
"""More records than this are answered with bins instead of marks."""

MarkForm = Literal["filled", "ring"]
PlaceKind = Literal["stated", "own_region", "tally", "none"]
TallyMode = Literal["grid", "count", "hidden"]
BinUnit = Literal["day", "week", "month", "year"]

Position = tuple[float, float]
FeatureCollection = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """One record as it is drawn: colour by ``event_type``, form by who vouches for it.

    ``form``: filled = confirmed or corroborated, ring = claimed by one side. ``core``: its facts are disputed by a
    named party. ``struck``: retracted. ``lon``, ``lat``: the position of its own; None for a record that stands in
    a tally (then ``tally`` is an index into ``View.tallies`` and ``slot`` one into that tally's ids and slots) and
    for one without a place. ``on_map``: False for records without a place and, unless their type was asked for,
    for statements, designations and aid. ``t0``, ``t1``: first and last instant, None where no date is known.
    """

    id: str
    event_type: str
    form: MarkForm
    core: bool
    struck: bool
    title: str
    date_start: str | None
    date_end: str | None
    date_precision: str | None
    t0: int | None
    t1: int | None
    place_kind: PlaceKind
    geo_precision: str
    claim_status: str
    on_map: bool
    at_sea: bool
    lon: float | None = None
    lat: float | None = None
    region_id: str | None = None
    tally: int | None = None
    slot: int | None = None


@dataclass(frozen=True, slots=True)
class TallyAtZoom:
    """How a tally is drawn at one whole zoom: a grid of marks, one ring with the number, or not at all.

    ``lon``, ``lat``: centre of the grid, or of the ring. ``label_lon``, ``label_lat``: left end of the line of text
    above the grid (the middle of its height). ``slots``: a position for each of the tally's ids; empty unless the
    mode is ``grid``. ``hidden`` = no room beside the others at this zoom; it shows when zoomed in.
    """

    mode: TallyMode
    lon: float
    lat: float
    label_lon: float
    label_lat: float
    slots: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """Records that share a place and stand in it as a counted grid of marks, in order of date.

    ``key`` is stable: the ``region_id`` of the named outline, or ``at:lon,lat`` for records that share one place
    without a name (``region_id`` None then). ``ids`` are all records of the store that share it (the filter never
    moves a mark: a filtered one leaves its slot empty); ``count`` of them pass the filter and are on the map.
    ``bounds``: west, south, east, north of the place; west > east where it crosses 180°. ``zooms``: whole zoom
    (MapLibre's, tiles of 512 px) → how it is drawn from ``zoom − 0.4`` up to ``zoom + 0.6``.
    """

    key: str
    region_id: str | None
    name: str
    count: int
    ids: tuple[str, ...]
    bounds: tuple[float, float, float, float]
    zooms: dict[int, TallyAtZoom] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Histogram:
    """Records by type over time. ``starts`` are the instants at which the bins begin, ``end`` ends the last one.

    ``everything``, ``filtered`` and ``selection``: event type → count per bin, of all records, of those that pass
    the filter but for its dates, and of those that pass it. Dates wider than a bin are :class:`WideDate`s and in no
    bin; ``undated`` records of the selection are in none either.
    """

    unit: BinUnit
    starts: tuple[int, ...]
    end: int
    everything: dict[str, tuple[int, ...]]
    filtered: dict[str, tuple[int, ...]]
    selection: dict[str, tuple[int, ...]]
    undated: int


@dataclass(frozen=True, slots=True)
class WideDate:
    """A record whose date is wider than a bin: a span in the time bar, never a dot. ``selected``: passes the filter."""

    id: str
    event_type: str
    t0: int
    t1: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers that explain themselves: ``matched = on_map + not_at_sea + not_placed``.

    ``not_at_sea``: statements, designations and aid that are kept off the map; ``not_placed``: events at sea without
    a place. ``by_*``: value → records that pass the filter but for this question's own choice, so that an
    unticked value still shows its number; ``by_place_kind`` likewise for ``precision``. ``all_by_*``: of all records.
    """

    total: int
    matched: int
    on_map: int
    not_at_sea: int
    not_placed: int
    disputed_facts: int
    disputed_any: int
    flagged: int
    by_type: dict[str, int]
    by_claim: dict[str, int]
    by_precision: dict[str, int]
    by_disputed: dict[str, int]
    by_place_kind: dict[str, int]
    by_flag: dict[str, int]
    all_by_type: dict[str, int]
    all_by_claim: dict[str, int]
    all_by_precision: dict[str, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """The parts of the sentence in the time bar. Tolls are sums over boat strikes of the selection alone, as claimed.

    ``strike_rows`` records, ``strikes_min`` to ``strikes_max`` strikes in them; ``killed_min`` to ``killed_max``
    killed; ``killed_not_stated`` rows give no toll. ``first``, ``last``: ISO dates of the selection's ends.
    """

    strike_rows: int
    strikes_min: int
    strikes_max: int
    killed_min: int
    killed_max: int
    killed_not_stated: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Bin:
    """A square of the map with the number of records whose own position lies in it, and its most frequent type."""

    west: float
    south: float
    east: float
    north: float
    count: int
    event_type: str


@dataclass(frozen=True, slots=True)
class View:
    """What one screen shows. ``zoom`` is the whole zoom whose tallies fit the zoom that was asked for.

    ``regions``: the 90 % regions of records with a place of their own, a feature per record, its id the record's;
    ``outlines``: the named outlines that tallies stand in, simplified for drawing, the id being the tally's key.
    ``bins`` is filled, and ``marks`` empty, where more than :data:`MAX_MARKS` records would be drawn.
    """

    zoom: int
    marks: tuple[Mark, ...]
    tallies: tuple[Tally, ...]
    regions: FeatureCollection
    outlines: FeatureCollection
    histogram: Histogram
    spans: tuple[WideDate, ...]
    counts: Counts
    sentence: Sentence
    bins: tuple[Bin, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As a JSON object; ``marks`` and ``spans`` as columns (``{"id": […], "lon": […], …}``), which are small."""
        return {
            "zoom": self.zoom,
            "marks": _columns(Mark, self.marks),
            "tallies": [_tally_json(tally) for tally in self.tallies],
            "regions": self.regions,
            "outlines": self.outlines,
            "histogram": asdict(self.histogram),
            "spans": _columns(WideDate, self.spans),
            "counts": asdict(self.counts),
            "sentence": asdict(self.sentence),
            "bins": _columns(Bin, self.bins),
        }


def _columns(kind: type, rows: tuple[Any, ...]) -> dict[str, list[Any]]:
    return {name: [getattr(row, name) for row in rows] for name in kind.__slots__}  # type: ignore[attr-defined]


def _tally_json(tally: Tally) -> dict[str, Any]:
    value = asdict(tally)
    value["zooms"] = {str(zoom): asdict(drawn) for zoom, drawn in tally.zooms.items()}
    return value
