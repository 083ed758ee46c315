"""The choice of what a sum counts goes from the panel into the sentence, the address and the file."""

import json

import httpx
import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from dashboard.app import make_app
from dashboard.commands.export import command
from dashboard.free_port import served
from records.incident import Incident
from records.store.geopackage import GeoPackageStore


@pytest.fixture
def client(address):
    with httpx.Client(base_url=address, timeout=60) as made:
        yield made


def toll(client, count=""):
    told = client.get("/page/said", params={"count": count} if count else {}).json()["sentence"]
    return told["killed_min"], told["killed_max"]


def test_the_sentence_follows(client):
    assert toll(client) == (195, 209)
    assert toll(client, "corroborated") == (21, 23)
    assert toll(client, "first_counts") == (195, 197)
    opened = client.get("/page/open", params={"count": "corroborated"}).json()["sentence"]
    assert (opened["killed_min"], opened["killed_max"]) == (21, 23)


def test_the_file_carries_the_choice(client):
    head = client.get("/export/incidents.geojson", params={"count": "corroborated,undisputed"}).json()
    assert head["toll"]["counted"] == ["corroborated", "undisputed"]
    assert head["toll"]["left_out"] + head["toll"]["records"] == 56
    assert len(head["features"]) == 167
    told = CliRunner().invoke(command, ["case", "--count", "corroborated,undisputed"])
    assert json.loads(told.stdout)["toll"] == head["toll"]
    everything = client.get("/export/incidents.geojson", params={"count": "all", "type": "strike"}).json()
    assert everything["toll"]["killed"] == [195, 209]
    assert "toll" not in client.get("/export/incidents.geojson", params={"type": "aid"}).json()


@pytest.mark.parametrize(("path", "status"), [("incidents.geojson?count=x", 400), ("incidents.csv?count=all", 404)])
def test_a_sum_that_cannot_be_carried_says_so(client, path, status):
    answer = client.get(f"/export/{path}")
    assert answer.status_code == status
    assert "count" in answer.text


@pytest.mark.browser
def test_a_switch_changes_the_sentence_of_the_page(visit):
    page = visit.open("?panel=toll")
    expect(page.locator("#sentence")).to_contain_text("killed 195–209")
    page.click("[data-narrowing=corroborated]")
    expect(page.locator("#sentence")).to_contain_text("killed 21–23")
    expect(page.locator("#sentence")).to_contain_text("only corroborated")
    page.wait_for_url(lambda url: "count=corroborated" in url)


@pytest.mark.browser
def test_panels_that_a_choice_does_not_narrow_say_so(visit):
    page = visit.open("?panel=asof&count=corroborated,first_counts")
    expect(page.locator("#totals-sentence")).to_contain_text(
        "“only corroborated, first counts only” narrows the totals"
    )
    page.click("[data-panel=toll]")
    expect(page.locator("#totals-sentence")).to_contain_text("21 killed")
    expect(page.locator("#totals-sentence")).not_to_contain_text("narrows the totals")
    page.click("[data-panel=compare]")
    expect(page.locator("#totals-sentence")).to_contain_text("narrows the totals")


@pytest.mark.browser
def test_a_store_without_boat_strikes_says_what_its_records_state(browser, tmp_path):
    path = tmp_path / "own.gpkg"
    facts = {"event_type": "attack", "date_start": "2024-01-01", "date_precision": "day"}
    held = [Incident(id=f"a:{toll}", title="Held", killed_min=toll, killed_max=toll + 1, **facts) for toll in (2, 5)]
    GeoPackageStore(path, create=True).put([*held, Incident(id="a:none", title="Held", **facts)])
    with served(make_app(str(path)).server) as address:
        page = browser.new_page()
        for language, said, panel, title in (
            (
                "en",
                "killed 7–9 in 2 records that state it, as claimed",
                "add up to 7–9 killed in 3 incidents, as claimed",
                "Totals of incidents at sea",
            ),
            (
                "es",
                "7–9 muertos en 2 registros que lo dicen, según se afirma",
                "suman 7–9 muertos en 3 incidentes",
                "Totales de incidentes en el mar",
            ),
        ):
            page.goto(f"{address}/?panel=totals&lang={language}")
            page.wait_for_selector("body[data-ready=true]", timeout=45_000)
            expect(page.locator("#sentence")).to_contain_text(said)
            expect(page.locator("#totals-sentence")).to_contain_text(panel)
            expect(page.locator("#totals-title")).to_have_text(title)
            expect(page.locator("[data-figure=vessels]")).to_be_hidden()
            expect(page.locator("#totals-chart .band")).to_be_visible()
        page.close()
