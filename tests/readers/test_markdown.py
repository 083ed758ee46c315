"""Tables in Markdown, also those that programs make out of web pages."""

import pytest

from records.errors import RecordsError

TYPED = """# Incidents

| id | date       | position       | title            |
|:---|------------|:--------------:|------------------|
| 1  | 2024-05-01 | 10.5, -61.25   | a \\| b<br>c     |
| 2  | 2024-05-02 | 10°30'N 61°15'W | second          |

After it | comes | more | prose
"""
PAGE = """# Live report

Attack Number:  |  Narrations: |  Date of Incident |  |
---|---|---|---|---
No records
001-31  |  05.04.2031: 0832 UTC: Posn: 20:15.00N – 059:02.30E, Around 15nm East of Sample Island, Oman.
Robbers boarded the anchored ship.  |  2031-04-05  |  |  [ View](/details/179/12 "View")
002-31  |  06.04.2031: 0832 LT: Posn: 01:03.5N – 103:39.8E, Sample Straits.
Two men attempted to board.  |  2031-04-06  |  |  [ View](https://example.org/13 "View")
"""


def test_a_table_that_was_typed(read):
    table = read(TYPED, "table.md")
    assert table.format == "md"
    assert [each.title for each in table.records] == ["a | b\nc", "second"]
    assert table.records[1].place.lon == -61.25
    assert table.rejects == []


def test_a_page_of_the_imb(read):
    table = read(PAGE, "page.md")
    assert table.format == "imb"
    one, two = table.records
    assert (one.id, one.event_type, one.date_edtf) == ("imb:001-31", "boarding", "2031-04-05T08:32:00Z")
    assert one.location_text == "Around 15nm East of Sample Island, Oman"
    assert one.place.lat == pytest.approx(20.25)
    assert (one.sources[0].url, one.sources[0].link) == ("/details/179/12", False)
    assert (two.date_edtf, two.notes) == ("2031-04-06", "time as told: 08:32 LT")
    assert two.sources[0].link


def test_rows_that_break_off_or_run_over_are_refused(read):
    table = read("date|title\n---|---\n2024-05-01|a\n2024-05-02|b|c\n\ndate|title\n---|---\n2024-05-03\n2024-05-04|d\n")
    assert [each.title for each in table.records] == ["a", "d"]
    assert [reject.line for reject in table.rejects] == [4]
    broken = read("date|title|id\n---|---|---\n2024-05-01|a|1\n2024-05-02|b\n\n")
    assert [(reject.line, reject.reason[:25]) for reject in broken.rejects] == [(4, "the row has less than 3 c")]


def test_a_rule_without_a_header_is_no_table(read):
    with pytest.raises(RecordsError, match="no header"):
        read("---|---\n1|2\n")


def test_bars_may_still_part_cells_of_other_tables(read):
    assert read("date|title\n2024-05-01|---\n").format == "csv"
