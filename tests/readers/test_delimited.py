"""Delimited tables: delimiter, encoding and header are found, damage stays in its row."""

import pytest

from records.errors import RecordsError
from records.readers.row import NotOfKindError

AGAIN = "the header again – leave it out"
PLAIN = "id,date,lat,lon,title\n1,2024-05-01,10.5,-61.2,Señal\n2,2024-05-02,11.5,-62.2,second\n"


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(read, mark):
    table = read(PLAIN.replace(",", mark))
    assert [each.title for each in table.records] == ["Señal", "second"]
    assert table.records[0].place.lon == -61.2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_the_encoding_is_found(read, encoding):
    assert read(PLAIN.encode(encoding)).records[0].title == "Señal"


def test_both_can_be_overruled(read):
    table = read(PLAIN.replace(",", "!").encode("cp850"), delimiter="!", encoding="cp850")
    assert table.records[0].title == "Señal"
    with pytest.raises(NotOfKindError, match="no encoding"):
        read(PLAIN, encoding="utf-99")
    with pytest.raises(NotOfKindError, match="no encoding"):
        read(PLAIN, encoding="rot13")
    with pytest.raises(RecordsError, match="not in utf-16"):
        read(PLAIN, encoding="utf-16")
    assert "no ascii text" in read(PLAIN, encoding="ascii").rejects[0].reason
    with pytest.raises(NotOfKindError, match="no delimiter"):
        read(PLAIN, delimiter="ab")


def test_what_was_found_is_said(read):
    notes = read(PLAIN.replace(",", ";").encode("cp1252")).notes
    assert "CP1252" in notes
    assert "semicolon" in notes
    assert "lat = lat" in notes


def test_columns_that_are_not_used_are_said(read):
    assert "not used: column 4, colour" in read("date,lat,lon,,colour\n2024-05-01,1.5,2.5,a,b\n").notes


def test_decimal_commas(read):
    table = read("fecha;latitud;longitud\n2024-05-01;10,5;-61,25\n")
    assert (table.records[0].place.lon, table.records[0].place.lat) == (-61.25, 10.5)


def test_cells_over_several_lines_keep_their_line_numbers(read):
    table = read('date,text,lat,lon\r\n2024-05-01,"one\ntwo, ""three""",1.5,2.5\r\n2024-05-02,x,95,2\r\n')
    assert table.records[0].summary == 'one\ntwo, "three"'
    assert (table.rejects[0].line, "latitude 95" in table.rejects[0].reason) == (4, True)


def test_a_quote_that_is_never_closed_costs_its_row_only(read):
    table = read('date,text,lat,lon\n2024-05-01,"open,1.5,2.5\n2024-05-02,two,1.5,2.5\n2024-05-03,three,1.5,2.5\n')
    assert [each.summary for each in table.records] == ["two", "three"]
    assert table.rejects[0].line == 2
    assert "never closed" in table.rejects[0].reason


def test_quotes_inside_plain_cells_are_marks_of_seconds(read):
    table = read("date;lat;lon\n2024-05-01;10°30'30\"N;061°15'00\"W\n2024-05-02;10°30'30\"N;061°15'00\"W\n")
    assert len(table.records) == 2
    assert table.records[0].place.lat == pytest.approx(10.508333, abs=1e-5)


def test_rows_of_another_width(read):
    table = read("date,lat,lon,title\n2024-05-01,1.5,2.5\n2024-05-02,1.5,2.5,a,b\n2024-05-03,1.5,2.5,a,\n")
    assert len(table.records) == 2
    assert "5 cells where the header has 4" in table.rejects[0].reason


def test_a_header_that_comes_again_is_no_record(read):
    table = read(PLAIN * 2)
    assert [(reject.line, reject.reason) for reject in table.rejects] == [(PLAIN.count("\n") + 1, AGAIN)]


def test_bytes_that_do_not_fit_are_refused_with_their_row(read):
    good = "".join(f"2024-05-01,1.5,2.5,señal {number}\n" for number in range(9))
    table = read(("date,lat,lon,title\n" + good).encode() + b"2024-05-02,1.5,2.5,\xff\xfebad\n")
    assert len(table.records) == 9
    assert "no utf-8" in table.rejects[0].reason
    assert table.rejects[0].line == 11


def test_title_rows_above_the_header_are_passed_over(read):
    table = read("Incidents of the year,,\n,,\ndate,lat,lon\n2024-05-01,1.5,2.5\n")
    assert len(table.records) == 1
    assert read("sep=;\ndate;lat;lon\n2024-05-01;1.5;2.5\n").records[0].place.lat == 1.5


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\n \r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"\x1f\x8b\x08...", "compressed"),
        (b"\xd0\xcf\x11\xe0...", "old Excel"),
        (b"abc\x00\x01\x02\x00\x00\x07" * 50, "binary"),
        (b"\x00\x01\x02\x03" * 500, "binary"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"SQLite format 3\x00 broken", "damaged"),
        (b"<!doctype html><html></html>", "web page"),
        (b"mmsi,name\n1,A\n", "no column of a date"),
        (b"1,2\n3,4\n", "no column of a date"),
    ],
)
def test_files_that_are_no_tables_say_so(read, content, says):
    with pytest.raises(RecordsError, match=says) as caught:
        read(content)
    assert caught.value.next
    assert "table.csv" in caught.value.where


def test_missing_files_and_folders(tmp_path):
    from records.readers import open_reading

    with pytest.raises(RecordsError, match="no such file"):
        open_reading(tmp_path / "none.csv")
    with pytest.raises(RecordsError, match="a folder"):
        open_reading(tmp_path)


def test_a_header_without_rows_is_an_empty_table(read):
    assert read("date,lat,lon\n").records == []


def test_the_kind_that_was_asked_for(read):
    with pytest.raises(NotOfKindError, match="the file is csv, not geojson"):
        read(PLAIN, format="geojson")
    with pytest.raises(NotOfKindError, match="no acled"):
        read(PLAIN, format="acled")
    with pytest.raises(NotOfKindError, match="no format 'dbase'"):
        read(PLAIN, format="dbase")
    assert read(PLAIN, format="csv").format == "csv"
