"""The words of the page: complete in every language, and with the same gaps."""

import ast
import re
from pathlib import Path

import pytest

import geo.wording
import layers.wording
import records.citation
import records.joining
import records.readers.advice
import records.readers.how_read
import records.readers.refusals
import records.readers.wording
import records.reading.refusals
import records.reading.wording
from dashboard.intake_tables import MAPPED
from dashboard.page.review import vocabulary
from dashboard.words import LANGUAGES, MESSAGES, PAGE_WORDS, en, words_of
from dashboard.words.quantities import date_text, distance_text, percent_text, position_text, range_text
from geo.message import Message, Wording
from geo.place import NotLocated
from records.incident import Incident
from records.reading import read
from records.report import Report
from records.vocabulary import CLAIM_STATUSES, EVENT_TYPES, ZONES

READERS = Path(records.readers.refusals.__file__).parent
BESIDE = {READERS / name for name in ("ais.py", "ais_columns.py", "mapping.py")}
"""Readers of what the command alone takes: vessel positions, mapping files."""
GAP = re.compile(r"\{(\w+)\}")


def test_every_type_grade_and_zone_has_a_name():
    for room, values in (("type", EVENT_TYPES), ("claim", CLAIM_STATUSES), ("zone", ZONES)):
        assert [value for value in values if f"{room}.{value}" not in en.WORDS] == []


@pytest.mark.parametrize(("code", "entries"), [(code, entries) for code, _, entries in LANGUAGES])
def test_a_language_has_all_words_with_the_same_gaps(code, entries):
    assert set(en.WORDS) - set(entries) == set()
    assert set(entries) - set(en.WORDS) == set()
    assert [key for key, text in entries.items() if set(GAP.findall(text)) != set(GAP.findall(en.WORDS[key]))] == []


ROOMS = (
    *(
        geo.wording,
        layers.wording,
        records.citation,
        records.joining,
        records.reading.wording,
        records.reading.refusals,
    ),
    *(records.readers.wording, records.readers.refusals, records.readers.advice, records.readers.how_read),
)


@pytest.mark.parametrize("wording", [each for room in ROOMS for each in room.WORDINGS], ids=lambda each: each.code)
@pytest.mark.parametrize("language", [code for code, _, _ in LANGUAGES if code != "en"])
def test_every_message_can_be_said_with_the_same_gaps(wording, language):
    gaps = re.compile(r"\{(\w+)(?::[^}]*|\|[^|{}]*\|[^|{}]*)?\}")
    assert set(gaps.findall(MESSAGES[language][wording.code])) == set(gaps.findall(wording.english))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Caribbean Sea", "Mar Caribe"),
        ("southern Gulf of Aden", "Golfo de Adén (sur)"),
        ("international waters off Venezuela", "Aguas internacionales frente a Venezuela"),
        ("waters off Curaçao", "Aguas frente a Curazao"),
        ("southern coast of Cuba", "Costa de Cuba (sur)"),
        ("Isla Nada", "Isla Nada"),
        ("waters off Nowhere", "waters off Nowhere"),
    ],
)
def test_names_of_places_are_put_together_anew(name, said):
    assert words_of("es").place(name) == said
    assert words_of("en").place(name) == name


def test_the_gaps_of_a_message_are_said_in_the_language_too():
    step = geo.wording.SEA(words="Gulf of Guinea", name="Gulf of Guinea", kind="gulf")
    assert words_of("es").said(step) == "«Gulf of Guinea» = Golfo de Guinea, golfo: la respuesta es su contorno"


def test_a_distance_has_no_comma_that_reads_as_a_decimal_mark():
    said = words_of("es").said(geo.wording.RADIUS(radius="2,448 km"))
    assert "2\u202f448 km" in said


def test_an_unknown_language_is_english():
    assert words_of("xx").language == "en"


def test_a_message_without_translation_is_said_in_english():
    assert (
        words_of("es").said(Wording("none_such", "{name} is not known")(name="Isla Nada")) == "Isla Nada is not known"
    )


@pytest.mark.parametrize(
    ("start", "end", "precision", "said"),
    [
        ("2025-09-02", "2025-09-02", "day", "2 Sep 2025"),
        ("2025-08-30", "2025-09-04", "day", "30 Aug – 4 Sep 2025"),
        ("2025-09-02", "2025-09-04", "day", "2–4 Sep 2025"),
        ("2025-12-30", "2026-01-02", "day", "30 Dec 2025 – 2 Jan 2026"),
        ("2025-07-01", "2025-07-31", "month", "Jul 2025"),
        ("2025-09-02T10:05:00Z", "2025-09-02T10:05:00Z", "minute", "2 Sep 2025, 10:05 UTC"),
        (None, "2025-09-02", "day", "2 Sep 2025"),
        (None, None, None, "date not known"),
    ],
)
def test_dates_are_written_as_people_do(start, end, precision, said):
    record = Incident(id="a", event_type="strike", date_start=start, date_end=end, date_precision=precision)
    assert date_text(record, words_of("en")) == said


@pytest.mark.parametrize(
    ("low", "high", "said"), [(3, 11, "3–11"), (4, 4, "4"), (12, None, "≥ 12"), (None, 5, "≤ 5"), (None, None, "")]
)
def test_ranges(low, high, said):
    assert range_text(low, high, words_of("en")) == said


def test_distances_give_nautical_miles_first():
    assert distance_text(130_000, words_of("en")) == "70 nmi (130 km)"
    assert distance_text(1_852, words_of("en")) == "1 nmi (1.9 km)"


def test_no_two_rooms_say_something_else_with_one_code():
    codes = [wording.code for room in ROOMS for wording in room.WORDINGS]
    assert sorted(code for code in codes if codes.count(code) > 1) == []


def strings_of(call):
    """The arguments of a call that are words, not messages."""
    given = [*call.args[:1], *(word.value for word in call.keywords if word.arg == "next")]
    return [each for each in given if isinstance(each, ast.JoinedStr | ast.Constant)]


@pytest.mark.parametrize("file", sorted({*READERS.glob("*.py")} - BESIDE), ids=lambda file: file.name)
def test_whatever_a_reader_refuses_is_a_message(file):
    calls = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
    refusing = [
        call for call in calls if isinstance(call.func, ast.Name) and call.func.id.endswith(("Error", "Reject"))
    ]
    assert [ast.unparse(call) for call in refusing if strings_of(call)] == []


@pytest.mark.parametrize(
    ("language", "one", "more"), [("en", "1 record", "2 records"), ("es", "1 registro", "2 registros")]
)
def test_a_number_has_its_form_of_the_word(language, one, more):
    words = words_of(language)
    assert words("take.records", count=1) == one
    assert words("take.records", count=2) == more


COUNTED = re.compile(r"\{(?:count|records|strikes|vessels|rows|total|days|pages|minutes)\} (?!más\b)[a-záéíóúñ]+s\b")


@pytest.mark.parametrize(("code", "entries"), [(code, entries) for code, _, entries in LANGUAGES])
def test_no_counted_word_has_one_form_alone(code, entries):
    always_many = {"add.error.too_long", "add.error.too_slow", "asof.too_many", "compare.too_many", "area.many"}
    found = {key for key, text in entries.items() if COUNTED.search(text)}
    assert found - always_many == set()


@pytest.mark.parametrize("language", [code for code, _, _ in LANGUAGES])
def test_a_page_on_disk_has_all_words_with_the_same_gaps(language):
    english, told = PAGE_WORDS["en"], PAGE_WORDS[language]
    assert set(told) == set(english)
    assert [key for key in english if set(GAP.findall(told[key])) != set(GAP.findall(english[key]))] == []


def test_numbers_are_written_as_the_language_does():
    assert distance_text(1_852, words_of("es")) == "1 mn (1,9 km)"
    assert position_text(-70.0125, 12.5, words_of("es")) == "12,500° N, 70,013° O"
    assert percent_text(0.294, words_of("es")) == "29 %"
    assert words_of("es").said(geo.wording.RADIUS(radius="1.5 km")).endswith("1,5 km")


NEXT = "a cutter stopped a speedboat near Bonaire and seized 412 kilograms of cocaine."
COUNTED_FROM = {
    "by": (
        f"The coast guard said on Wednesday that {NEXT}\n\nTwo days earlier, navy forces struck a boat, killing four.",
        "'Two days earlier' was counted from the event it names, on or before 3 September 2025",
        "«Two days earlier» se contó desde el hecho que nombra, el 3 de septiembre de 2025 o antes",
    ),
    "on": (
        f"Navy forces struck a boat on 2 September, killing four. Two days later {NEXT}",
        "'Two days later' was counted from the event it names, on 2 September 2025",
        "«Two days later» se contó desde el hecho que nombra, el 2 de septiembre de 2025",
    ),
    "between": (
        f"Navy forces struck a boat last week, killing four. Two days later {NEXT}",
        "'Two days later' was counted from the event it names, between 25 August 2025 and 31 August 2025",
        "«Two days later» se contó desde el hecho que nombra, entre el 25 de agosto de 2025 y el 31 de agosto de 2025",
    ),
}


@pytest.mark.parametrize(("text", "english", "spanish"), COUNTED_FROM.values(), ids=COUNTED_FROM.keys())
def test_what_a_date_was_counted_from_is_said_in_words(text, english, spanish):
    reading = read(Report(text=text, published="2025-09-04"), locate=lambda words: NotLocated(Message("none", words)))
    note = reading.drafts[1].date_note
    assert (words_of("en").said(note), words_of("es").said(note)) == (english, spanish)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_column_that_a_table_may_have_has_a_name(language):
    spoken = vocabulary(words_of(language))["words"]
    names = [spoken[f"mapping.field.{name}"] for name in MAPPED]
    assert not [name for name in names if "_" in name or "." in name or not name[0].isupper()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("count", "written"),
    [(9_999, "9999"), (10_000, "10\u202f000"), (1_234_567, "1\u202f234\u202f567"), ("10000", "10000")],
)
def test_large_numbers_are_written_in_groups(count, written):
    assert words_of("es")("said.outside", count=count).startswith(written)
