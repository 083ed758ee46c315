"""A store in memory with records of every kind, and with text that files must not take for anything but text."""

from dataclasses import dataclass

import numpy as np
import pytest
from shapely.geometry import LineString, Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.message import Message
from geo.place import Alternative, Place
from layers.beside import Beside, BesideTracks
from layers.overlay_file import Overlay, OverlayFeature
from layers.selection import Selection
from records.filter import Filter
from records.incident import Actor, Incident, Source
from records.route import Leg, Route
from records.track import TrackRules, track_of

NASTY = "=HYPERLINK(\"x\") `${1}` 'quoted' \\ </script><script>document.title='owned'</script> <b>ñ</b>\u2028 & \"d\""


@dataclass(frozen=True)
class Outline:
    id: str
    name: str
    geometry: BaseGeometry


SEAS = {"wide_sea": Outline("wide_sea", "Wide 'Sea' </script>", box(-130, -15, -85, 20))}
CLOCKWISE = Polygon([(-62, 10), (-62, 11), (-61, 11), (-61, 10)])

PLACES = {
    "stated": Place(-61.123456789, 10.25, 100, "exact", "coordinates"),
    "own": Place(-61.5, 10.5, 60_000, "area", "offset", (Message("a", "ten `miles`", {"d": 1}),), region=CLOCKWISE),
    "circle": Place(179.95, 1, 60_000, "area", "name", alternatives=(Alternative("X", 1, 2, 3, 0.25),)),
    "sea": Place(-107, 3, 2_000_000, "region", "sea", region_id="wide_sea"),
    "none": None,
}


def _record(id, place, **fields):
    return Incident(
        **{
            "id": id,
            "source_id": id,
            "event_type": "strike",
            "sub_event_type": "boat_strike",
            "title": NASTY,
            "date_start": "2025-09-02",
            "date_end": "2025-09-02",
            "date_precision": "day",
            "place": PLACES[place],
            "actors": (Actor(name=NASTY, role="actor", alleged=True),),
            "sources": (
                Source(publisher=NASTY, url="javascript:alert(1)"),
                Source(publisher="P", url="https://example.org/a'b"),
            ),
            "killed_min": 2,
            "killed_max": 3,
            **fields,
        }
    )


@dataclass
class MemoryStore:
    address: str = "memory"
    read_only: bool = True
    kept: tuple = ()
    ways: tuple = ()

    def incidents(self):
        return iter(self.kept)

    def routes(self):
        return self.ways

    def gaps(self):
        return ()

    __hash__ = object.__hash__
    __eq__ = object.__eq__


ROUTE = Route(
    id="r:1",
    name=NASTY,
    kind="trafficking",
    period="2023",
    period_start="2023-01-01",
    period_end="2023-12-31",
    legs=(
        Leg(
            origin="A",
            destination="B",
            line=LineString([(-75, 12), (-70, 15), (-66, 17)]),
            distance_nmi=700,
            radius_start_m=40_000,
            radius_end_m=90_000,
        ),
    ),
)


@pytest.fixture
def store():
    return MemoryStore(
        kept=(
            _record("t:stated", "stated", claim_status="confirmed"),
            _record("t:own", "own", disputed_on="facts"),
            _record(
                "t:circle",
                "circle",
                event_type="seizure",
                quantity=1.5,
                date_start="2025-09-03",
                date_end="2025-09-30",
                date_precision="month",
            ),
            _record("t:sea1", "sea"),
            _record("t:sea2", "sea", killed_min=None, killed_max=None, claim_status="retracted"),
            _record(
                "000123456789012345678901",
                "none",
                event_type="statement",
                date_start=None,
                date_end=None,
                date_precision=None,
            ),
        ),
        ways=(ROUTE, Route(id="r:2", name="not drawn", kind="migration")),
    )


def _track(mmsi, lon):
    times = np.arange(0, 4 * 3600, 600) + 1_758_326_400
    lons = lon + np.arange(len(times)) / 1e4
    return track_of(mmsi, times, lons, np.full(len(times), 12.0), TrackRules(), name=NASTY)


BESIDE = Beside(
    tracks=BesideTracks((_track("200000001", -61.0), _track("200000002", -61.001))),
    overlays=(
        Overlay(
            "own.geojson",
            (
                OverlayFeature(1, NASTY, box(-62, 10, -61, 11), {"told": NASTY}),
                OverlayFeature(2, "", LineString([(-62, 10), (-61, 11)]), {}),
            ),
        ),
    ),
)
"""Files of a user's own, so that every layer has features."""


@pytest.fixture
def select(store):
    """A selection of the store by a filter's words."""
    return lambda **query: Selection(store, Filter.from_query(query), SEAS.get, beside=BESIDE)
