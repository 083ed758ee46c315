"""Reports from files: every format, and one clear error for what cannot be read."""

import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from records.errors import RecordsError
from records.reading.files import LARGEST_BYTES, Given, report_from_bytes, report_from_file
from records.report import Report

HEADS = (
    b"",
    b"%PDF-1.4\n",
    b"<html><body>",
    b"From: a@b.example\nMIME-Version: 1.0\n",
    b"\xff\xfe",
    b"---\ntitle: x\n---\n# ",
)
TEXT = "Pirates boarded a tanker off Nigeria on 3 May 2024."


def write(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_read_in_its_encoding(tmp_path, encoding):
    text = "La Armada incautó 2 toneladas de cocaína – “sin heridos”."
    assert report_from_file(write(tmp_path, "a.txt", text.encode(encoding))).text == text


def test_markdown_loses_its_marks_and_keeps_its_fields(tmp_path):
    source = (
        '---\ntitle: "Boarding"\ndate: 2024-05-04\nsource: The Tide\n---\n'
        "# Boarding\n\n**Pirates** boarded a [tanker](http://x.example/a) off *Nigeria*.\n"
    )
    report = report_from_file(write(tmp_path, "a.md", source))
    assert report.text.split("\n\n")[-1].strip() == "Pirates boarded a tanker off Nigeria."
    assert (report.title, report.published, report.publisher) == ("Boarding", date(2024, 5, 4), "The Tide")


def test_a_page_is_its_article_without_menus_and_scripts(tmp_path):
    source = f"""<!doctype html><html lang="en"><head><title>Tide: Boarding</title>
    <meta property="og:site_name" content="The Tide">
    <meta property="article:published_time" content="2024-05-04T06:00:00Z">
    <script>alert("Pirates boarded a ferry")</script></head>
    <body><nav>Home | Strikes | Boats</nav><article><h1>Boarding</h1><p>{TEXT}</p><p>{"The crew is safe. " * 12}</p>
    <aside>Navy seizes drugs</aside></article><footer>Pirates everywhere</footer></body></html>"""
    report = report_from_file(write(tmp_path, "a.html", source))
    assert report.text.startswith(f"Boarding\n\n{TEXT}\n\nThe crew is safe.")
    assert "Navy" not in report.text
    assert "alert" not in report.text
    assert "Home" not in report.text
    assert (report.publisher, report.language) == ("The Tide", "en")
    assert report.published.isoformat() == "2024-05-04T06:00:00+00:00"


def test_a_message_is_its_words_with_subject_sender_and_date(tmp_path):
    source = (
        "From: Watch Desk <watch@desk.example>\r\nDate: Sat, 04 May 2024 08:00:00 +0200\r\nSubject: Boarding\r\n"
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + TEXT
    )
    report = report_from_file(write(tmp_path, "a.eml", source))
    assert report.text.strip() == TEXT
    assert (report.title, report.publisher) == ("Boarding", "Watch Desk")
    assert report.published.isoformat() == "2024-05-04T06:00:00+00:00"


def pdf(words):
    """A PDF of one page with one line of text."""
    stream = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % table)
    return out.getvalue()


def test_a_pdf_is_its_text(tmp_path):
    assert report_from_file(write(tmp_path, "a.pdf", pdf(TEXT))).text.strip() == TEXT


def test_the_bytes_decide_where_the_ending_is_wrong(tmp_path):
    assert report_from_file(write(tmp_path, "a.txt", pdf(TEXT))).text.strip() == TEXT


def test_what_is_given_goes_before_what_the_file_says(tmp_path):
    path = write(tmp_path, "a.md", "---\ndate: 2024-05-04\n---\n" + TEXT)
    report = report_from_file(path, Given(published=date(2024, 5, 6), publisher="Mine"))
    assert (report.published, report.publisher) == (date(2024, 5, 6), "Mine")


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t ", "empty"),
        ("a.txt", b"... 12 34 !", "no words"),
        ("a.txt", bytes(range(256)) * 20, "binary|no .* text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02\x03" * 400, "binary"),
        ("a.txt", "tonelada de cocaína ".encode() + b"\xff\xfe broken", "byte .* UTF-8"),
        ("a.html", b"<html><body><script>x()</script></body></html>", "no words"),
        ("a.pdf", b"%PDF-1.4\nbroken", "damaged"),
        ("a.pdf", pdf(""), "only pictures"),
        ("a.eml", b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\n\x00", "no part in words"),
        ("a.html", b'<html><meta charset="klingon"><p>words</p></html>', "does not exist"),
    ],
)
def test_what_cannot_be_read_is_one_clear_error(tmp_path, name, data, what):
    with pytest.raises(RecordsError, match=what) as error:
        report_from_file(write(tmp_path, name, data))
    assert name in error.value.where
    assert error.value.next


def test_missing_folder_and_huge(tmp_path):
    with pytest.raises(RecordsError, match="no such file"):
        report_from_file(tmp_path / "none.txt")
    with pytest.raises(RecordsError, match="folder"):
        report_from_file(tmp_path)
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    with pytest.raises(RecordsError, match="larger than 50 MB"):
        report_from_file(huge)
    with pytest.raises(RecordsError, match="larger than 50 MB"):
        report_from_bytes(b"a" * (LARGEST_BYTES + 1), "input")


def outcome(data, ending):
    """The report, or the error that says why there is none; nothing else may come out."""
    try:
        return report_from_bytes(data, "input", ending=ending)
    except RecordsError as error:
        return error


@given(st.binary(max_size=300), st.sampled_from([".txt", ".md", ".html", ".eml", ".pdf", ""]), st.sampled_from(HEADS))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_a_report_or_one_clear_error(data, ending, head):
    told = outcome(head + data, ending)
    assert told.text.strip() if isinstance(told, Report) else told.where == "input" and told.next
