"""Any table with obvious columns becomes records: ids, dates, places, types, numbers, flags."""

import pytest

from records.readers.row import NotOfKindError


def only(table):
    assert [each.reason for each in table.rejects] == []
    (record,) = table.records
    return record


def test_a_row_becomes_a_record(read):
    record = only(
        read(
            "event_id,event_type,date,lon,lat,location_text,title,summary,killed_min,killed_max,source,source_url\n"
            "007,boarding,2024-05-01,-60.5,10.4,off Trinidad,T,S,0,3,A Paper,https://example.org/a\n"
        )
    )
    assert (record.id, record.source_id, record.event_id) == ("csv:007", "007", "007")
    assert (record.event_type, record.title, record.summary) == ("boarding", "T", "S")
    assert record.date_edtf == "2024-05-01"
    assert (record.killed_min, record.killed_max) == (0, 3)
    assert record.place.stated
    assert record.place.location_method == "coordinates"
    assert record.sources[0].publisher == "A Paper"
    assert record.sources[0].link
    assert record.flags == ()


def test_long_ids_and_leading_zeros_stay(read):
    ids = ["00012", "12345678901234567890", "1e5", "a b/c"]
    rows = "".join(f"{id},2024-05-01,x\n" for id in ids)
    assert [each.id for each in read("id,date,title\n" + rows).records] == [f"csv:{id}" for id in ids]


def test_a_row_without_an_id_gets_the_same_one_each_time(read):
    one = only(read("date,lat,lon\n2024-05-01,1.5,2.5\n", "a.csv"))
    assert only(read("date,lat,lon\n2024-05-01,1.5,2.5\n", "b.csv")).id == one.id
    assert only(read("date,lat,lon\n2024-05-01,1.5,2.6\n", "b.csv")).id != one.id


def test_the_source_names_the_ids_and_the_publisher(read):
    record = only(read("id,date,title\n1,2024-05-01,x\n", source="navy"))
    assert record.id == "navy:1"
    assert record.sources[0].publisher == "navy"


def test_words_are_located_where_no_coordinates_stand(read, gazetteer):
    table = read("date,lat,lon,location\n2024-05-01,,,off Trinidad\n2024-05-01,,,Nowhere\n2024-05-01,,,\n")
    found, lost, none = table.records
    assert found.place.location_method == "name"
    assert not found.place.stated
    assert lost.place is None
    assert "Nowhere" in str(lost.not_located_reason)
    assert none.not_located_reason.code == "no_place_in_row"


def test_a_position_in_the_text_is_used_where_it_is_the_only_one(read):
    table = read(
        "date,text\n2024-05-01,Boarded in position 01-23.5N 104-12.5E.\n"
        '2024-05-02,"Area bound by 10-00N 020-00W, 11-00N 021-00W."\n'
    )
    one, many = table.records
    assert one.place.lat == pytest.approx(1.391667, abs=1e-5)
    assert one.place.stated
    assert many.place is None


def test_days_and_months_are_decided_by_the_column(read):
    table = read("date,title\n3/4/2024,a\n13/4/2024,b\n")
    assert [each.date_edtf for each in table.records] == ["2024-04-03", "2024-04-13"]
    assert "day first in column 'date'" in table.notes


def test_an_undecided_column_keeps_its_rows_without_dates(read):
    text = "date,title\n3/4/2024,a\n5/5/2024,b\n"
    table = read(text)
    assert [each.date_edtf for each in table.records] == ["", "2024-05-05"]
    assert table.records[0].flags == ("date_ambiguous",)
    assert "--day-first or --month-first" in table.notes
    assert read(text, day_first=True).records[0].date_edtf == "2024-04-03"
    assert read(text, day_first=False).records[0].date_edtf == "2024-03-04"


def test_dates_that_are_odd(read):
    table = read("date,title\nlast spring,a\n2024-02-30,b\n,c\n2024-05-01,d\n")
    assert [each.flags for each in table.records] == [("date_unreadable",), (), ()]
    assert "2024-02-30" in table.rejects[0].reason


def test_a_column_of_midnights_is_a_column_of_days(read):
    table = read("date,title\n2024-05-01 00:00:00,a\n2024-05-02 00:00:00,b\n")
    assert table.records[0].date_edtf == "2024-05-01"
    assert read("date,title\n2024-05-01 00:00,a\n2024-05-02 07:00,b\n").records[0].date_edtf == "2024-05-01T00:00:00Z"


def test_start_and_end(read):
    table = read("start date,end date,title\n2024-05-01,2024-05-03,a\n2024-05-03,2024-05-01,b\n2024-05,,c\n")
    assert table.records[0].date_edtf == "[2024-05-01..2024-05-03]"
    assert table.records[1].date_edtf == "2024-05"
    assert "before" in table.rejects[0].reason


@pytest.mark.parametrize(
    ("category", "event_type", "sub"),
    [
        ("hijack", "hijack", ""),
        ("Aircraft Approach", "aircraft_approach", ""),
        ("Attempted Boarding", "attack", "Attempted Boarding"),
        ("Armed robbery", "boarding", "Armed robbery"),
        ("Secuestro", "hijack", "Secuestro"),
        ("Incautación", "seizure", "Incautación"),
        ("attaque", "attack", "attaque"),
        ("Tea party", "other", "Tea party"),
        ("NA", "other", ""),
    ],
)
def test_types_of_categories(read, category, event_type, sub):
    record = only(read(f"date,type,title\n2024-05-01,{category},x\n"))
    assert (record.event_type, record.sub_event_type) == (event_type, sub)


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Pirates hijacked a tanker and took it north.", "hijack"),
        ("Four robbers boarded the anchored ship.", "boarding"),
        ("Robbers attempted to board but failed.", "attack"),
        ("The ship was fired upon by two skiffs.", "attack"),
        ("Two skiffs approached the yacht and followed it.", "suspicious_approach"),
        ("The watch saw nothing. No robbers boarded the ship.", "other"),
        ("A drifting buoy was seen.", "other"),
    ],
)
def test_types_of_reports(read, text, event_type):
    assert only(read(f"date,text\n2024-05-01,{text}\n")).event_type == event_type


def test_numbers(read):
    table = read("date,title,killed,injured,missing\n2024-05-01,a,0,,3-5\n2024-05-02,b,some,-1,NA\n")
    one, two = table.records
    assert (one.killed_min, one.killed_max, one.injured_min, one.missing_min, one.missing_max) == (0, 0, None, 3, 5)
    assert (two.killed_min, two.flags) == (None, ("number_unreadable",))


def test_words_for_nothing_are_words_in_text(read):
    assert only(read("date,title,summary\n2024-05-01,None,null\n")).title == "None"


def test_positions_that_are_odd(read):
    table = read(
        "id,date,lat,lon,location\n1,2024-05-01,0,0,\n2,2024-05-01,12,-70,\n3,2024-05-01,abc,1,Trinidad\n"
        "4,2024-05-01,51.0,1.5,Trinidad\n5,2024-05-01,20.0,101.5,\n6,2024-05-01,NaN,1,\n"
    )
    flags = {each.source_id: set(each.flags) for each in table.records}
    assert flags == {
        "1": {"position_null_island", "position_coarse"},
        "2": {"position_coarse"},
        "3": {"position_unreadable"},
        "4": {"text_and_position_disagree"},
        "5": {"position_on_land"},
    }
    assert table.records[2].place.location_method == "name", "the words are used where the figures cannot be read"
    assert "NaN" in table.rejects[0].reason


def test_own_columns_by_a_mapping(read):
    text = "Wann,Wo,Was\n2024-05-01,Trinidad,Überfall\n"
    record = only(
        read(
            text,
            columns={"date": "wann", "location_text": "Wo", "event_type": "Was"},
            event_types={"überfall": "boarding"},
            constants={"title": "a title"},
        )
    )
    assert (record.date_edtf, record.event_type, record.title) == ("2024-05-01", "boarding", "a title")
    assert record.place is not None
    with pytest.raises(NotOfKindError, match="no column 'Wer'"):
        read(text, columns={"actor": "Wer"})


def test_text_is_data(read):
    record = only(read('date,title,location\n2024-05-01,"=1+1;\'--<script>","\'; DROP TABLE"\n'))
    assert record.title == "=1+1;'--<script>"
    assert record.location_text == "'; DROP TABLE"


def test_geometry_as_wkt_in_a_cell(read):
    ring = "POLYGON ((-62 10, -61 10, -61 11, -62 11, -62 10))"
    table = read(f'date,geometry\n2024-05-01,"{ring}"\n2024-05-02,POINT (1.5 2.5)\n2024-05-03,"POLYGON ((0 0, 1 1))"\n')
    area, point = table.records
    assert area.place.location_method == "outline"
    assert area.place.region.bounds == (-62, 10, -61, 11)
    assert (point.place.lon, point.place.lat) == (1.5, 2.5)
    assert "WKT" in table.rejects[0].reason


def test_words_in_a_column_of_positions_are_words(read):
    record = only(read("date,position\n2024-05-01,12 nm off Trinidad\n"))
    assert record.location_text == "12 nm off Trinidad"
    assert record.place.location_method == "name"
    assert record.flags == ()


def test_a_source_may_say_how_sure_it_is(read):
    table = read("date,lat,lon,radius_m\n2024-05-01,10,-60,1500\n2024-05-01,10,-60,\n2024-05-01,10,-60,wide\n")
    assert [each.place.radius_m for each in table.records] == pytest.approx([1500, 55_597, 55_597], rel=0.01)
    assert [each.flags[:1] for each in table.records] == [(), ("position_coarse",), ("number_unreadable",)]


def test_notes_beside_a_text_stay_notes(read):
    record = only(read("date,summary,notes\n2024-05-01,S,N\n"))
    assert (record.summary, record.notes) == ("S", "N")
    assert only(read("date,notes\n2024-05-01,N\n")).summary == "N"


def test_what_no_field_can_hold_is_kept_among_the_notes(read):
    table = read(
        "date,time,position,killed,notes\nlast spring,,abc,some,seen twice\n2024-05-01,evening,,,\n"
        "2024-05-01,17:30 LT,,,\n2024-05-01,1730,,,\n2024-05-01,NA,,,\n"
    )
    assert [each.notes or each.summary for each in table.records] == [
        "date as told: last spring; killed as told: some; position as told: abc",
        "time as told: evening",
        "time as told: 17:30 LT",
        "",
        "",
    ]
    assert read("date,text,notes\nsoon,x,seen\n").records[0].notes == "seen; date as told: soon"


def test_our_own_words_count_in_any_case_and_nothing_is_nothing(read):
    record = only(read("date,claim_status,disputed_on\n2024-05-01,Confirmed,nothing\n"))
    assert (record.claim_status, record.disputed_on) == ("confirmed", None)


def test_a_year_and_a_month_are_enough(read):
    assert only(read("year,month,title\n2024,mayo,x\n")).date_edtf == "2024-05"


def test_a_figure_larger_than_any_toll_is_no_toll(read):
    record = only(read(f"date,killed,title\n2024-05-01,{10**24},x\n"))
    assert (record.killed_min, record.flags) == (None, ("number_unreadable",))
