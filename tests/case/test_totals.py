"""The case's sums are those of its table of published totals, and each difference is explained."""

import json
import re
from datetime import date

import pytest

from layers.registry import layer_named
from layers.selection import Selection
from layers.writers import writer_of
from layers.writers.export import Export
from records.case import facts
from records.store import open_store
from records.totals import compared, counts, running, sum_of, sum_up_to

ROW = re.compile(r"^\| (\d{4}-\d\d-\d\d) \|(.*)\|$", re.M)


@pytest.fixture(scope="module")
def records():
    return [record for record in facts.incidents() if counts(record)]


@pytest.fixture(scope="module")
def comparisons(records):
    return compared(records, facts.published_totals())


@pytest.fixture(scope="module")
def checked(shared_data):
    """The rows of the check against published totals, as it stands beside the tables."""
    text = (shared_data / "cases" / "README.md").read_text(encoding="utf-8")
    return [(day, *(cell.strip() for cell in rest.split("|"))) for day, rest in ROW.findall(text)]


def test_all_published_totals_are_held_against_the_sums_of_the_check(comparisons, checked):
    ours = [
        (
            one.total.stated_on.isoformat(),
            one.total.publisher,
            *("" if figure is None else str(figure) for figure in (one.total.strikes, one.total.vessels)),
            str(one.total.killed),
            str(one.ours.strikes[0]),
            str(one.ours.vessels[0]),
            f"{one.ours.killed[0]}-{one.ours.killed[1]}",
        )
        for one in comparisons
    ]
    assert ours == [row[:-1] for row in checked]
    assert len(ours) == 47


def test_the_killed_lie_in_the_range_where_the_check_says_so(comparisons, checked):
    inside = [row[-1] == "inside the range" for row in checked]
    assert ["killed" not in one.outside for one in comparisons] == inside


def test_each_difference_is_explained_and_nothing_else_is(comparisons):
    assert [bool(one.outside) for one in comparisons] == [bool(one.total.difference) for one in comparisons]


def test_the_whole_is_what_the_docs_say(records):
    whole = sum_of(records)
    assert (whole.records, whole.strikes, whole.vessels, whole.killed) == (56, (66, 67), (68, 68), (195, 209))
    assert whole.no_toll == 2
    assert running(records).steps[-1].killed == whole.killed
    assert sum_up_to(records, date(2025, 12, 31)).killed == (114, 123)


def test_gaps_are_known_and_in_order():
    gaps = facts.gaps()
    assert [gap.date_start for gap in gaps] == sorted(gap.date_start for gap in gaps)
    assert {gap.extent for gap in gaps} == {"all", "some"}
    assert gaps[-1].date_end is None


def test_nothing_of_the_case_lies_where_everything_is_said_to_be_missing():
    for gap in (gap for gap in facts.gaps() if gap.extent == "all"):
        last = gap.date_end or date.max
        within = [
            record.id
            for record in facts.incidents()
            if (not gap.event_types or record.event_type in gap.event_types)
            and gap.date_start <= record.date_start <= last
        ]
        assert within == []


def test_an_export_of_the_case_says_in_its_head_what_is_missing():
    export = Export(layer_named("incidents"), Selection(open_store("case")))
    head = json.loads(next(iter(writer_of("geojson").chunks(export))) + b"]}")
    assert [gap["what"] for gap in head["gaps"]] == [gap.what for gap in facts.gaps()]
    assert head["gaps"][-1]["date_end"] is None
