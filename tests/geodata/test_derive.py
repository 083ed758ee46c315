"""The pure parts of deriving; what reads packages runs with ``make data`` alone."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest
import shapely

from geo import shapes
from geo.derive.countries import _french_forms, _spanish_forms
from geo.derive.extent import circle_about
from geo.derive.packages import TABLES
from geo.derive.variants import variants
from geo.errors import GeoError


@pytest.mark.parametrize(
    ("key", "some"),
    [
        ("pulau bintan", {"p bintan", "pulo bintan"}),
        ("tanjung ayam", {"tg ayam", "tanjong ayam"}),
        ("strait of malacca", {"malacca strait", "malacca straits", "straits of malacca", "str of malacca"}),
        ("singapore strait", {"singapore straits", "strait of singapore", "straits of singapore"}),
        ("gulf of aden", {"g of aden"}),
        ("perim island", {"perim is", "perim isl"}),
        ("belawan anchorage", {"belawan roads", "anchorage of belawan"}),
        ("bonny river", {"river bonny"}),
        ("saint lucia", {"st lucia"}),
        ("lagos", set()),
    ],
)
def test_other_ways_to_write_a_name(key, some):
    found = set(variants(key))
    assert some <= found
    assert all(" " in variant for variant in found)
    if not some:
        assert not found


def test_adjectives_in_all_their_forms():
    assert _spanish_forms("venezolano") == ["venezolano", "venezolana", "venezolanos", "venezolanas"]
    assert _spanish_forms("portugués") == ["portugués", "portuguesa", "portugueses", "portuguesas"]
    assert _spanish_forms("iraní") == ["iraní", "iranís", "iraníes"]
    assert _spanish_forms("costarricense") == ["costarricense", "costarricenses"]
    assert _french_forms("vénézuélien") == ["vénézuélien", "vénézuélienne", "vénézuéliens", "vénézuéliennes"]
    assert _french_forms("français") == ["français", "française", "français", "françaises"]


def test_the_circle_of_a_country_leaves_far_specks_out():
    country = shapely.union_all([shapely.box(0, 0, 5, 5), shapely.box(60, 0, 60.1, 0.1)])
    lon, lat, radius_m = circle_about(country)
    assert (lon, lat) == (pytest.approx(2.5), pytest.approx(2.5))
    assert 350_000 < radius_m < 450_000


def test_shapes_come_back_as_they_went(tmp_path):
    rows = np.array([shapely.box(-66, 10, -65, 11), shapely.multipolygons([shapely.box(179, -1, 180, 1)])])
    shapes.save(tmp_path / "a.npz", rows, id=np.array(["a", "b"]))
    back, about = shapes.load(tmp_path / "a.npz")
    assert about["id"].tolist() == ["a", "b"]
    assert [a.equals(b) for a, b in zip(back, rows, strict=True)] == [True, True]


def test_texts_come_back_as_they_went():
    texts = ["Güiria", "", "São Tomé"]
    assert shapes.unpack_strings(shapes.pack_strings(texts)) == texts


def test_a_missing_or_broken_file_is_named(tmp_path):
    with pytest.raises(GeoError, match=r"none\.npz"):
        shapes.load(tmp_path / "none.npz")
    (tmp_path / "bad.npz").write_bytes(b"not an archive")
    with pytest.raises(GeoError, match=r"bad\.npz"):
        shapes.load(tmp_path / "bad.npz")
    np.savez(tmp_path / "other.npz", a=np.zeros(3))
    with pytest.raises(GeoError, match="holds no shapes"):
        shapes.load(tmp_path / "other.npz")


def test_the_projects_own_tables_are_whole():
    with (TABLES / "sea_names.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    for row in rows:
        assert -180 <= float(row["lon"]) <= 180
        assert -90 <= float(row["lat"]) <= 90
        assert float(row["radius_m"]) > 0
    features = json.loads((TABLES / "seas.geojson").read_text("utf-8"))["features"]
    parents = {feature["properties"]["parent"] for feature in features} - {None}
    assert parents <= {feature["properties"]["id"] for feature in features}
