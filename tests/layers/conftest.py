"""A small world to draw: two named seas that nest, and records in them."""

from dataclasses import dataclass
from types import SimpleNamespace

import pytest
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.place import Place
from layers.snapshot import Snapshot
from records.incident import Incident


@dataclass(frozen=True)
class Outline:
    """A named outline as geo gives it."""

    id: str
    name: str
    geometry: BaseGeometry


SEAS = {
    "wide_sea": Outline("wide_sea", "Wide Sea", box(-130, -15, -85, 20)),
    "inner_sea": Outline("inner_sea", "Inner Sea", box(-120, -5, -95, 10)),
    "tiny_bay": Outline("tiny_bay", "Tiny Bay", box(-80.0, 0.0, -79.8, 0.2)),
    "date_line_sea": Outline(
        "date_line_sea",
        "Date Line Sea",
        box(170, 0, 180, 20).union(Polygon([(-180, 0), (-170, 0), (-170, 20), (-180, 20)])),
    ),
}


def in_sea(region_id):
    """A place that only names a sea."""
    point = SEAS[region_id].geometry.representative_point()
    return Place(point.x, point.y, 1_000_000, "region", "sea", region_id=region_id)


def stated(lon, lat):
    """A place whose coordinates a source states."""
    return Place(lon, lat, 100, "exact", "coordinates")


def circled(lon, lat, radius_m):
    """A place that is a circle about a named feature."""
    return Place(lon, lat, radius_m, "near", "name")


def record(number, *, day="2025-09-02", **fields):
    """One record; a strike claimed by one side unless said otherwise."""
    return Incident(
        **{
            "id": f"t:{number}",
            "event_type": "strike",
            "sub_event_type": "boat_strike",
            "title": f"Record {number}",
            "date_start": day,
            "date_end": day,
            "date_precision": "day" if day else None,
            **fields,
        }
    )


def snapshot(*incidents):
    """The columns of records, with the small world's seas."""
    return Snapshot.from_incidents(incidents, SEAS.get)


@pytest.fixture(scope="session")
def world():
    """The builders of this file, for tests to call."""
    return SimpleNamespace(
        in_sea=in_sea, stated=stated, circled=circled, record=record, snapshot=snapshot, outlines=SEAS.get, seas=SEAS
    )


@pytest.fixture(scope="session")
def several():
    """Records of every kind of place, claim and date."""
    return (
        record(1, place=in_sea("wide_sea"), killed_min=3, killed_max=5, claim_status="confirmed"),
        record(2, place=in_sea("wide_sea"), killed_min=2, disputed_on="facts", day="2025-09-05"),
        record(3, place=in_sea("inner_sea"), day="2025-09-09", disputed_on="legality"),
        record(4, place=stated(-61.5, 10.25), event_type="seizure", sub_event_type="", claim_status="retracted"),
        record(5, place=circled(-75, 12, 20_000), event_type="boarding", sub_event_type="", flags=("position_coarse",)),
        record(6, event_type="attack", sub_event_type="", title="Nowhere said"),
        record(7, event_type="statement", sub_event_type="", place=in_sea("wide_sea"), day="2025-09-01"),
        record(8, event_type="missing", sub_event_type="", day="", place=stated(179.9, 1)),
        record(
            9,
            event_type="other",
            sub_event_type="",
            date_start="2025-09-01",
            date_end="2025-09-30",
            date_precision="month",
            place=circled(179.9, 1, 60_000),
        ),
    )
