"""Whose waters incidents lie in: shares that sum to one, once a place, and exports that come back as duplicates."""

import csv
import json

import numpy as np
import pyogrio
import pytest
import shapely
from shapely.geometry import box

from geo.place import Place
from geo.zone_polygons import ZonePolygons
from layers import waters
from layers.region import named_seas
from layers.registry import layer_named
from layers.selection import Selection
from layers.waters import waters_of, waters_of_each
from layers.writers import writer_of
from layers.writers.export import Export
from records.duplicates import Ledger
from records.flat import flatten, from_cells, unflatten, unguard
from records.incident import Incident, WaterShare
from records.store import open_store

csv.field_size_limit(10**8)
OUTLINES = named_seas()


def at(lon, lat, radius_m=100.0, **facts):
    place = Place(lon, lat, radius_m, facts.pop("precision", "exact"), "coordinates", **facts.pop("place", {}))
    return Incident(id=facts.pop("id", "a:1"), event_type="attack", place=place, **facts)


def test_a_region_that_straddles_lines_gets_a_share_of_each():
    found = waters_of(at(-62.0, 11.6, 60_000, precision="area"), OUTLINES)
    assert {"VEN", "GRD", "TTO"} <= {share.country for share in found.shares}
    assert sum(share.probability for share in found.shares) == pytest.approx(1, abs=0.01)
    assert found.basis == "distance"
    low, high = found.shore_distance_m
    assert 0 <= low < high


@pytest.mark.parametrize("place", [{"region_id": "caribbean_sea"}, {"region_id": "north_atlantic_ocean"}, {}])
def test_rounded_shares_still_sum_to_one(place):
    found = waters_of(at(-62.0, 14.0, 900_000, precision="region", place=place), OUTLINES)
    assert len(found.shares) > 10
    assert sum(share.probability for share in found.shares) == pytest.approx(1, abs=1e-9)
    assert all(share.probability > 0 for share in found.shares)


def test_a_named_sea_is_spread_over_the_whole_of_it():
    sea = at(-70.0, 14.0, 900_000, precision="region", place={"region_id": "caribbean_sea"})
    countries = {share.country for share in waters_of(sea, OUTLINES).shares}
    assert {"VEN", "COL", "NIC", "HND", "JAM"} <= countries


def test_a_stated_position_lies_in_one_zone():
    found = waters_of(at(-66.0, 12.5), OUTLINES)
    assert [(share.country, share.zone, share.probability) for share in found.shares] == [("VEN", "eez", 1.0)]
    assert found.shore_distance_m[0] == found.shore_distance_m[1]


def test_what_a_record_says_of_its_waters_goes_before():
    said = (WaterShare(country="COL", zone="eez", probability=1.0),)
    found = waters_of(at(-66.0, 12.5, waters=said), OUTLINES)
    assert (found.shares, found.basis) == (said, "stated")
    assert waters_of(Incident(id="a:1", event_type="attack", waters=said), OUTLINES).basis == "stated"
    assert waters_of(Incident(id="a:1", event_type="attack"), OUTLINES) is None


def test_polygons_of_ones_own_go_before_the_rule():
    own = ZonePolygons(shapely.STRtree([box(-72, 13, -70, 15)]), np.array(["JAM"]))
    found = waters_of(at(-71.0, 14.0), OUTLINES, own)
    assert (found.shares[0].country, found.basis) == ("JAM", "polygons")
    assert waters_of(at(-71.0, 14.0), OUTLINES).shares[0].country != "JAM"


def test_contested_waters_are_told_and_others_are_not():
    found = waters_of(at(-58.0, 8.5, 40_000, precision="area"), OUTLINES)
    assert [(each.name.code, each.parties) for each, _ in found.disputed] == [("disputed_essequibo", ("GUY", "VEN"))]
    assert waters_of(at(-40.0, 30.0), OUTLINES).disputed == ()


def test_incidents_of_one_place_are_answered_once(monkeypatch):
    waters._KEPT.clear()
    asked = []
    answer = waters.zones_of_spreads
    monkeypatch.setattr(
        waters, "zones_of_spreads", lambda spreads, own: asked.append(len(spreads)) or answer(spreads, own)
    )
    many = [at(-66.0, 12.5, id=f"a:{number}") for number in range(20)] + [at(-150.0, 20.0, id="b:1")]
    assert [found.shares[0].zone for _, found in waters_of_each(many, OUTLINES)] == ["eez"] * 20 + ["high_seas"]
    list(waters_of_each(many, OUTLINES))
    assert asked == [2, 0]


def test_probability_asks_for_a_country_a_zone_or_both():
    found = waters_of(at(-62.0, 11.6, 60_000, precision="area"), OUTLINES)
    assert found.probability("TTO") == pytest.approx(
        sum(share.probability for share in found.shares if share.country == "TTO")
    )
    assert found.probability("TTO", "eez") < found.probability("TTO")
    assert found.probability("", "high_seas") == 0


@pytest.mark.parametrize("ending", ["geojson", "csv", "gpkg"])
def test_an_export_says_whose_waters_and_is_a_duplicate_when_it_comes_back(tmp_path, ending):
    case = open_store("case")
    layer = layer_named("incidents")
    file = tmp_path / f"case.{ending}"
    file.write_bytes(b"".join(writer_of(ending).chunks(Export(layer, Selection(case), "auto"))))
    ledger = Ledger()
    for incident in case.incidents():
        ledger.judge(incident, corrects=True)
    read = list(_read_back(file, ending))
    assert len(read) == sum(1 for _ in case.incidents())
    assert {ledger.judge(incident, corrects=True).fate for incident in read} == {"duplicate"}
    assert all(incident.waters == () for incident in read)


def _read_back(file, ending):
    if ending == "geojson":
        for feature in json.loads(file.read_text("utf-8"))["features"]:
            assert feature["properties"]["waters_basis"] in ("distance", None)
            yield unflatten(feature["properties"])
    elif ending == "csv":
        with file.open(encoding="utf-8-sig", newline="") as rows:
            for row in csv.DictReader(rows):
                yield from_cells({name: unguard(cell) for name, cell in row.items()})
    else:
        frame = pyogrio.read_dataframe(file, layer="incidents").drop(columns="geometry")
        for row in frame.astype(object).where(frame.notna(), None).to_dict("records"):
            yield from_cells(row)


def test_waters_that_a_record_states_come_back_too():
    said = (WaterShare(country="COL", zone="eez", probability=1.0),)
    incident = at(-66.0, 12.5, waters=said)
    row = flatten(incident) | waters_of(incident, OUTLINES).to_columns()
    assert unflatten(row) == incident
    assert unflatten(flatten(incident)) == incident
