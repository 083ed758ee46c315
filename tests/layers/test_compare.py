"""Two parts side by side: what is only possible widens a range, and a difference is one where the ranges lie apart."""

from dataclasses import dataclass
from datetime import date

import pytest
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from geo.place import Place
from layers.compare import Difference, Period, compare, disagreements, in_area, in_period, of_source, publishers
from records.incident import Claim, Incident, Source


@dataclass(frozen=True)
class Outline:
    id: str
    name: str
    geometry: BaseGeometry


SEAS = {"west": Outline("west", "West", box(-10, 0, 0, 10)), "east": Outline("east", "East", box(0, 0, 10, 10))}


def strike(id, start="2025-09-02", end=None, *, place=None, publishers=(), killed=(2, 3), **fields):
    return Incident(
        id=id,
        event_type="strike",
        sub_event_type="boat_strike",
        date_start=start,
        date_end=end or start,
        date_precision="day",
        killed_min=killed[0],
        killed_max=killed[1],
        place=place,
        sources=tuple(Source(publisher=name) for name in publishers),
        **fields,
    )


SEPTEMBER, OCTOBER = Period(date(2025, 9, 1), date(2025, 9, 30)), Period(date(2025, 10, 1), date(2025, 10, 31))


def test_a_wide_date_may_lie_in_both_periods():
    records = [strike("a"), strike("b", "2025-09-29", "2025-10-02"), strike("c", "2025-10-05"), strike("d", None)]
    told = compare(records, ("A", in_period(SEPTEMBER)), ("B", in_period(OCTOBER)), periods=(SEPTEMBER, OCTOBER))
    first, second = told.parts
    assert first.figures["records"] == second.figures["records"] == (1, 2)
    assert first.figures["killed"] == (2, 6)
    assert first.months == {date(2025, 9, 1): (1, 2)}
    assert (first.period, first.beyond, told.in_both) == (SEPTEMBER, 1, 1)
    assert not any(one.clear for one in told.differences)


def test_the_months_of_a_period_begin_with_it_also_where_a_wide_date_began_before():
    records = [strike("a", "2025-10-05"), strike("b", "2025-03-01", "2025-12-31"), strike("c", "2024-01-01")]
    told = compare(records, ("A", in_period(SEPTEMBER)), ("B", in_period(OCTOBER)), periods=(SEPTEMBER, OCTOBER))
    assert [part.months for part in told.parts] == [{date(2025, 9, 1): (0, 1)}, {date(2025, 10, 1): (1, 2)}]
    assert [part.beyond for part in told.parts] == [1, 1]


def test_a_difference_is_clear_where_the_ranges_lie_apart():
    records = [strike(str(number), "2025-10-05") for number in range(3)]
    told = compare(records, ("A", in_period(SEPTEMBER)), ("B", in_period(OCTOBER)))
    assert {one.figure: one.by for one in told.differences if one.clear} == {
        "records": (3, 3),
        "strikes": (3, 3),
        "killed": (6, 9),
    }
    assert Difference("killed", (-3, -1)).clear
    assert not Difference("killed", (-3, 0)).clear


def test_an_area_holds_what_lies_in_it_and_may_hold_what_reaches_into_it():
    stated = Place(-5, 5, 100, "exact", "coordinates")
    wide = Place(0, 5, 300_000, "region", "name", region=box(-3, 4, 3, 6))
    named = Place(5, 5, 600_000, "region", "sea", region_id="east")
    records = [strike("a", place=stated), strike("b", place=wide), strike("c", place=named), strike("d")]
    told = compare(records, ("W", in_area("west", SEAS.get)), ("E", in_area("east", SEAS.get)))
    assert [part.figures["records"] for part in told.parts] == [(1, 2), (1, 2)]
    assert told.in_both == 1
    with pytest.raises(KeyError):
        in_area("nowhere", SEAS.get)


def test_two_sources_and_what_they_disagree_on():
    claims = tuple(
        Claim(claimant="Navy", field="killed", value_min=low, value_max=high, source=source)
        for low, high, source in ((3, 3, 0), (3, 11, 1))
    )
    records = [strike("a", publishers=("P", "Q"), claims=claims), strike("b", publishers=("P",)), strike("c")]
    told = compare(records, ("P", of_source("P")), ("Q", of_source("Q")))
    assert [part.figures["records"] for part in told.parts] == [(2, 2), (1, 1)]
    (one,) = disagreements(records, "P", "Q")
    assert (one.id, one.field, one.first, one.second) == ("a", "killed", "3", "3–11")
    assert disagreements(records, "P", "R") == ()
    assert publishers(records) == {"P": 2, "Q": 1}


def test_only_campaign_strikes_add_to_tolls():
    search = strike("s").model_copy(update={"event_type": "missing", "sub_event_type": "search", "killed_min": 40})
    told = compare([strike("a"), search], ("A", in_period(SEPTEMBER)), ("B", in_period(OCTOBER)))
    assert told.parts[0].figures["killed"] == (2, 3)
    assert told.parts[0].types == {"strike": (1, 1), "missing": (1, 1)}
