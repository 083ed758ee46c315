"""Bars for a stretch of time: from years to hours, and wide dates as spans."""

from datetime import UTC, datetime

import numpy as np
import pytest

from layers import timeline as timeline_module
from layers.snapshot import instant_us
from layers.step import stepped
from layers.tally import is_wide
from layers.timeline import Axis, timeline
from layers.view import view
from records.filter import Filter


def axis(first, last, unit=None):
    return Axis(*(instant_us(datetime(*ends, tzinfo=UTC)) for ends in (first, last)), unit)


@pytest.fixture
def drawn(world):
    """The bars and spans of a day's record, a minute's, a month's and one years later, on an axis."""
    snapshot = world.snapshot(
        world.record(1, day="2025-09-02"),
        world.record(2, day="2025-09-02T10:30:00Z"),
        world.record(3, day="2025-09-01", date_end="2025-09-30", date_precision="month"),
        world.record(4, day="2031-01-01"),
    )
    everyone = np.ones(len(snapshot), bool)
    return lambda asked=None: timeline(snapshot, everyone, everyone, asked)


@pytest.mark.parametrize(
    ("asked", "unit", "bins", "in_bars", "spans"),
    [
        (None, "month", 65, 4, []),
        (axis((2025, 8, 1), (2026, 7, 1)), "week", 44, 2, ["t:3"]),  # from the first record on
        (axis((2025, 9, 1), (2025, 9, 30)), "day", 30, 2, ["t:3"]),
        (axis((2025, 9, 2), (2025, 9, 3)), "hour", 25, 1, ["t:1", "t:3"]),
        (axis((2025, 9, 2), (2025, 9, 3), "day"), "day", 2, 2, ["t:3"]),
        (axis((2025, 9, 1), (2031, 1, 1), "hour"), "month", 65, 4, []),  # too many hours
        (axis((1990, 1, 1), (2050, 1, 1), "year"), "year", 7, 4, []),  # no further than the records
    ],
)
def test_a_stretch_has_bars_that_fit_it(drawn, asked, unit, bins, in_bars, spans):
    histogram, wide = drawn(asked)
    assert (histogram.unit, len(histogram.starts)) == (unit, bins)
    assert sum(histogram.everything.get("strike", ())) == in_bars
    assert [span.id for span in wide] == spans
    assert histogram.whole == drawn()[0].whole


def test_spans_that_are_too_many_are_counted(drawn, monkeypatch):
    monkeypatch.setattr(timeline_module, "MAX_SPANS", 1)
    histogram, wide = drawn(axis((2025, 9, 2), (2025, 9, 3)))
    assert [span.id for span in wide] == ["t:3"]
    assert histogram.spans_left_out == 1


def test_a_step_counts_what_a_view_counts(world, several):

    snapshot = world.snapshot(*several)
    wanted = Filter(since="2025-09-02", until="2025-09-20")
    moved, whole = stepped(snapshot, wanted, zoom=4), view(snapshot, wanted, zoom=4)
    assert moved.counts == whole.counts
    assert list(moved.rings) == [tally.count if is_wide(tally) else 0 for tally in whole.tallies]
