"""The foot of the sheet and its small map: how a record is cited and was corrected, and where in the world it lies."""

import re
from datetime import UTC, datetime

import httpx
import pytest
from playwright.sync_api import expect

from dashboard.page.record_foot import record_foot
from dashboard.words import words_of
from dashboard.words.fields_en import FIELDS
from records.changes import UNTOLD
from records.flat import flatten
from records.incident import Incident, Version

ID = "2025-09-02-strike-1"


@pytest.fixture
def client(address):
    with httpx.Client(base_url=address, timeout=30) as made:
        yield made


def text_of(children):
    """All text of components, in order."""
    if isinstance(children, list | tuple):
        return " ".join(map(text_of, children))
    return children if isinstance(children, str) else text_of(getattr(children, "children", None) or "")


@pytest.mark.browser
def test_the_sheet_tells_how_to_cite(visit):
    page = visit.open(f"?sel={ID}")
    page.click("#cite summary")
    expect(page.locator("#cite-text")).to_contain_text(f"/?sel={ID}")
    expect(page.locator("#cite-text")).to_contain_text("US boat strikes and what surrounds them")
    for form, begins in (("bibtex", "@misc{leadline-"), ("csl", "[")):
        link = page.locator(f"[data-cite={form}]").get_attribute("href")
        answer = page.request.get(page.url.split("/?")[0] + link)
        assert answer.ok
        assert answer.text().startswith(begins)


@pytest.mark.parametrize(("query", "status"), [({"id": "none"}, 404), ({"id": ID, "as": "word"}, 400), ({}, 422)])
def test_what_cannot_be_cited_says_so(client, query, status):
    assert client.get("/cite", params=query).status_code == status


def test_corrections_are_told_the_newest_first():
    first = Incident(id="a", event_type="strike", killed_min=3)
    second = first.model_copy(
        update={
            "killed_min": 0,
            "notes": "<b>recount</b>",
            "versions": (Version(number=2, written=datetime(2026, 1, 2, tzinfo=UTC), note="recount"),),
        }
    )
    said = text_of(record_foot(second, (first, second), words_of("en")))
    assert "Version 2" in said
    assert "killed, at least: 3 → 0" in said
    assert "notes: not stated → <b>recount</b>" in said
    assert "Corrections" not in text_of(record_foot(first, (first,), words_of("en")))


def test_corrections_are_told_in_the_readers_language():
    first = Incident(id="a", event_type="strike", claim_status="claimed", missing_min=3)
    changed = {"event_type": "attack", "claim_status": "confirmed", "missing_min": 0, "disputed_on": "facts"}
    second = first.model_copy(update={**changed, "versions": (Version(number=2),)})
    said = text_of(record_foot(second, (first, second), words_of("es")))
    for part in (
        "qué ocurrió: Ataque",
        "quién responde por ello: afirmado → confirmado",
        "desaparecidos, al menos: 3 → 0",
        "qué se disputa: no consta → hechos en disputa",
    ):
        assert part.lower() in said.lower(), said


def test_every_field_that_a_correction_may_name_has_a_name():
    told = set(flatten(Incident(id="a", event_type="strike"))) - UNTOLD
    assert {name for name in told if f"field.{name}" not in words_of("en").entries} == set()
    assert {key[6:] for key in FIELDS} == told


@pytest.mark.browser
def test_the_sheet_has_a_small_map_of_the_place(visit):
    page = visit.open(f"?sel={ID}")
    page.click("#place-map summary")
    expect(page.locator("#place-map svg .sketch-region")).to_have_attribute("d", re.compile("^M"))


def test_what_has_no_place_has_no_small_map(client):
    told = client.get("/page/sketch", params={"id": ID}).json()
    assert told["stated"] is False
    assert told["region"].startswith("M")
    assert client.get("/page/sketch", params={"id": "none"}).status_code == 404
