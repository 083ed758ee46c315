"""A record is cited with its address and its sources, and its text is no markup for TeX."""

import json
from dataclasses import replace
from datetime import date

import pytest

from records.citation import Citation
from records.incident import Incident, Source, Version

RECORD = Incident(
    id="case:2024-05-01 é#1",
    event_type="strike",
    title="50 % of {cargo} & crew_lost \\end{document}",
    date_start="2024-05-01",
    date_end="2024-05-01",
    date_precision="day",
    sources=(
        Source(publisher="Harbour Gazette", title="A boat", url="https://example.org/a{b", published="2024-05"),
        Source(publisher="Mirror", url="https://example.org/m", link=False, published="in May", language="es"),
    ),
    versions=(Version(number=1), Version(number=2)),
)


@pytest.fixture
def citation():
    return Citation(RECORD, "Own & other", "https://example.org/?sel=1", date(2026, 1, 2))


def test_a_line_of_text(citation):
    assert citation.text() == (
        "Leadline, “50 % of {cargo} & crew_lost \\end{document}”, in: Own & other, record case:2024-05-01 é#1, "
        "version 2, https://example.org/?sel=1 (accessed 2026-01-02). "
        "Sources: Harbour Gazette, “A boat”, 2024-05, https://example.org/a{b; Mirror, in May."
    )


def test_csl_json_holds_the_record_and_its_sources(citation):
    record, first, second = json.loads(citation.csl_text())
    assert (record["type"], record["version"], record["number"]) == ("dataset", "2", RECORD.id)
    assert record["accessed"] == {"date-parts": [[2026, 1, 2]]}
    assert record["event-date"] == {"raw": "2024-05-01"}
    assert (first["issued"], first["URL"]) == ({"date-parts": [[2024, 5]]}, "https://example.org/a{b")
    assert (second["issued"], second["language"]) == ({"raw": "in May"}, "es")
    assert "URL" not in second, "an address that may not be a link is not given"


def test_bibtex_keeps_text_from_being_a_command(citation):
    text = citation.bibtex()
    assert text.count("@misc{") == 3
    assert "title = {50 \\% of \\{cargo\\} \\& crew\\_lost \\textbackslash{}end\\{document\\}}," in text
    assert "url = {https://example.org/a%7Bb}," in text
    assert "@misc{leadline-case-2024-05-01-1," in text
    depth = 0
    for before, sign in zip(" " + text, text, strict=False):
        depth += {"{": 1, "}": -1}.get(sign, 0) if before != "\\" else 0
        assert depth >= 0
    assert depth == 0


def test_a_record_without_a_title_is_told_by_what_it_is():
    bare = Incident(id="a", event_type="aircraft_approach")
    citation = Citation(bare, "Own", "https://example.org/", date(2026, 1, 2))
    assert citation.text().startswith("Leadline, “aircraft approach, no date”, in: Own, record a, version 1,")
    assert len(citation.csl()) == 1


def test_a_source_whose_title_is_its_publisher_is_named_once(citation):
    named = citation.record.model_copy(update={"sources": (Source(title="The Paper", publisher="The Paper"),)})
    assert replace(citation, record=named).text().count("The Paper") == 1
