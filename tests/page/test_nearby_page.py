"""What else is near, over HTTP and in the sheet."""

import json

import httpx
import pytest
from click.testing import CliRunner

from dashboard.commands.nearby import command
from dashboard.page.callbacks import sheet_body
from dashboard.words import words_of

RECORD = "2025-12-seizure-colombia"


@pytest.fixture(scope="module")
def client(address):
    with httpx.Client(base_url=address, timeout=30) as made:
        yield made


def test_http_answers_as_the_command_does(client):
    answer = client.get("/nearby", params={"id": RECORD, "within_nmi": 80, "days": 10})
    arguments = ["case", "--id", RECORD, "--within-nmi", "80", "--days", "10", "--json"]
    assert answer.status_code == 200
    assert answer.json() == json.loads(CliRunner().invoke(command, arguments).output)


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"id": RECORD, "lon": 1, "lat": 2},
        {"lon": 181, "lat": 2},
        {"lon": "nan", "lat": 2},
        {"id": "no such record"},
        {"lon": 1, "lat": 2, "within_nmi": 0},
        {"lon": 1, "lat": 2, "on": "someday"},
    ],
)
def test_what_cannot_be_answered_is_a_wrong_request(client, query):
    answer = client.get("/nearby", params=query)
    assert answer.status_code == 400
    assert answer.json()["detail"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_sheet_has_a_folded_part_whose_records_can_be_selected(case_server, language):
    words = words_of(language)
    said = str(sheet_body(case_server.state.served, RECORD, words))
    assert words("nearby.title") in said
    assert "2026-01-01-seizure-1" in said


def test_the_sheet_names_seas_and_the_coast_in_its_language(case_server):
    said = str(sheet_body(case_server.state.served, RECORD, words_of("es")))
    assert "Caribe sur" in said
    assert "Southern Caribbean" not in said


def test_the_sheet_names_the_outline_in_its_language(case_server):
    said = str(sheet_body(case_server.state.served, "2025-09-15-strike-1", words_of("es")))
    assert "Mar Caribe, 9 de 10" in said


@pytest.mark.browser
def test_a_click_on_what_is_near_selects_it(visit):
    page = visit.open(f"?sel={RECORD}")
    page.click(".nearby summary")
    page.click(".nearby .listed-name")
    page.wait_for_url("**sel=2026-01-01-seizure-1**")
