"""Tables into a store: nothing is lost, nothing is half-written."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records.errors import RecordsError
from records.readers import Options, open_reading

GOOD = "id,date,lat,lon,title\n1,2024-05-01,10.5,-60.5,a\n2,2024-05-02,11.5,-60.5,b\n"
MIXED = GOOD + "3,2024-02-30,10.5,-60.5,c\n4,2024-05-03,95,-60.5,d\n5,,,,e\n"


def refused(path):
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def test_good_rows_go_in_and_bad_ones_are_kept_with_their_reason(bring, tmp_path):
    summary, store, said = bring({"a.csv": MIXED})
    assert (summary.read, summary.stored, summary.duplicates, summary.rejected) == (5, 3, 0, 2)
    assert (summary.without_place, summary.flagged) == (1, 0)
    assert [each.source_id for each in store.incidents()] == ["1", "2", "5"]
    assert summary.rejects_file == f"{tmp_path / 'store.gpkg'}.rejects.jsonl"
    date, position = refused(summary.rejects_file)
    assert (date["line"], position["line"]) == (4, 5)
    assert Path(date["file"]).name == "a.csv"
    assert "2024-02-30" in date["reason"]
    assert position["row"] == {"id": "4", "date": "2024-05-03", "lat": "95", "lon": "-60.5", "title": "d"}
    assert any("a.csv line 5: latitude 95" in line for line in said)


def test_the_same_file_again_is_all_duplicates(bring):
    bring({"a.csv": GOOD})
    summary, store, _ = bring({"b.csv": GOOD})
    assert (summary.read, summary.stored, summary.duplicates) == (2, 0, 2)
    assert len(list(store.incidents())) == 2
    assert summary.rejects_file is None


def test_an_id_with_other_content_is_a_second_record(bring):
    bring({"a.csv": GOOD})
    summary, store, _ = bring({"a.csv": GOOD.replace("10.5", "12.5")})
    assert (summary.stored, summary.duplicates, summary.id_reused, summary.flagged) == (1, 1, 1, 1)
    assert store.incident("csv:1~2").flags == ("id_reused",)
    assert store.incident("csv:1").place.lat == 10.5


def test_a_source_that_corrects_makes_versions(bring):
    acled = (
        "event_id_cnty,event_date,sub_event_type,event_type,latitude,longitude,geo_precision,notes,fatalities,timestamp\n"
        "YEM1,2031-05-16,Attack,Battles,12.5,45.5,1,first,{},1\n"
    )
    bring({"a.csv": acled.format(1)})
    summary, store, _ = bring({"a.csv": acled.format(2)})
    assert (summary.stored, summary.versions) == (1, 1)
    assert [each.killed_min for each in store.history("acled:YEM1")] == [1, 2]
    summary, _, _ = bring({"a.csv": acled.format(2).replace(",1\n", ",9\n")})
    assert summary.duplicates == 1, "when a row was uploaded belongs to no record"


def test_a_dry_run_writes_nothing(bring, tmp_path):
    summary, _, _ = bring({"a.csv": MIXED}, dry_run=True)
    assert (summary.read, summary.stored, summary.rejected, summary.rejects_file) == (5, 3, 2, None)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv"]


def test_rejects_can_go_elsewhere(bring, tmp_path):
    summary, _, _ = bring({"a.csv": MIXED}, rejects=tmp_path / "bad.jsonl")
    assert len(refused(summary.rejects_file)) == 2
    bring({"a.csv": GOOD}, rejects=tmp_path / "bad.jsonl")
    assert refused(tmp_path / "bad.jsonl") == []
    for target in (tmp_path / "no" / "bad.jsonl", tmp_path):
        with pytest.raises(RecordsError, match="rejects cannot be written"):
            bring({"a.csv": MIXED}, rejects=target, store="other.gpkg")
    assert not (tmp_path / "other.gpkg").exists(), "no row goes in whose refused neighbour would get lost"


def test_many_rejects_are_said_in_short(bring):
    rows = "".join(f"{number},2024-05-01,1,195,x\n" for number in range(50))
    summary, _, said = bring({"a.csv": GOOD + rows})
    assert summary.rejected == 50
    assert len(said) < 15


def test_several_files_add_up(bring):
    geojson = '{"type": "Feature", "id": 9, "properties": {"date": "2024-05-01"}, "geometry": null}'
    summary, _, _ = bring({"a.csv": MIXED, "b.geojson": geojson})
    assert (summary.read, summary.stored, summary.rejected) == (6, 4, 2)
    assert [each["format"] for each in summary.files] == ["csv", "geojson"]


def test_odd_characters_survive_and_broken_ones_are_shown(bring):
    text = "id,date,title\n1,2024-05-01,\u0394 \u6d77 \U0001f6a2 \u202e\n2,2024-02-30,\ud83d\n"
    summary, store, _ = bring({"a.csv": text.encode("utf-8", "surrogatepass")})
    assert store.incident("csv:1").title == "\u0394 \u6d77 \U0001f6a2 \u202e"
    assert len(refused(summary.rejects_file)) == 1


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\r\n\t"), max_size=12)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=6))
def test_whatever_stands_in_cells_every_row_is_counted(rows, tmp_path_factory, gazetteer):
    import csv

    from records.intake import take_in
    from records.store import open_store

    folder = tmp_path_factory.mktemp("any")
    with (folder / "a.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(["date", "lat", "lon", "title"])
        writer.writerows(rows)
    filled = [row for row in rows if any(row)]
    summary = take_in(
        [open_reading(folder / "a.csv", Options(delimiter=","))], open_store(folder / "s.gpkg", create=True)
    )
    assert summary.read == summary.stored + summary.duplicates + summary.rejected == len(filled)
