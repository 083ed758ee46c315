"""Compare: two parts are chosen, put side by side, and the difference is named; the address keeps the choice."""

import httpx
import pytest
from playwright.sync_api import expect


@pytest.fixture
def client(address):
    with httpx.Client(base_url=address, timeout=60) as made:
        yield made


def test_two_sources_of_the_case(client):
    told = client.get("/page/compare", params={"by": "source"}).json()
    assert told["a"] != told["b"]
    assert [part["name"] for part in told["parts"]] == [told["a"], told["b"]]
    assert told["parts"][0]["figures"][0]["range"][0] == told["offered"][0]["count"]


def test_periods_do_not_regard_the_window_of_the_page(client):
    asked = {"by": "period", "a": "2025-09-01/2025-12-31", "b": "2026-01-01/2026-04-30"}
    told = client.get("/page/compare", params={**asked, "since": "2026-01-01"}).json()
    assert told == client.get("/page/compare", params=asked).json()
    assert [part["days"] for part in told["parts"]] == [122, 120]
    assert told["said"][0].startswith(("The first period has", "The second period has"))
    assert " than the " in told["said"][0]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"by": "period", "a": "x", "b": "y"}, "is no period"),
        ({"by": "area", "a": "nowhere", "b": "x"}, "there is no area"),
        ({"by": "source", "a": "US Southern Command", "b": "nobody"}, "no record cites “nobody”"),
    ],
)
def test_parts_that_are_none_say_so(client, query, said):
    answer = client.get("/page/compare", params=query)
    assert answer.status_code == 400
    assert said in answer.text
    spanish = client.get("/page/compare", params={**query, "lang": "es"})
    assert spanish.json()["detail"].startswith("No hay qué comparar: ")


def test_a_source_that_the_filter_leaves_out_has_nothing_and_stays_a_source(client):
    asked = {"by": "source", "a": "US Southern Command", "b": "KVIA / CNN", "type": "aid"}
    parts = client.get("/page/compare", params=asked).json()["parts"]
    assert [part["name"] for part in parts] == ["US Southern Command", "KVIA / CNN"]


def test_what_reaches_beyond_a_period_is_said(client):
    asked = {"by": "period", "a": "2025-09-10/2025-09-20", "b": "2025-11-10/2025-11-20"}
    first, second = client.get("/page/compare", params=asked).json()["parts"]
    assert first["ends"] == ["2025-09-10", "2025-09-20"]
    assert {month for part in (first, second) for month, *_ in part["months"]} == {"2025-09-01", "2025-11-01"}
    assert first["beyond"].startswith(f"{sum(high - low for _, low, high in first['months'])} records reach beyond")


@pytest.mark.browser
def test_a_choice_that_cannot_be_read_is_told_and_can_be_made_anew(visit):
    page = visit.open("?panel=compare&compare=area:nowhere~caribbean_sea")
    expect(page.locator("#totals-sentence")).to_contain_text("there is no area “nowhere”")
    page.get_by_role("button", name="Two periods").click()
    expect(page.locator("#totals .compare section")).to_have_count(2)
    expect(page.locator("#totals-sentence")).not_to_contain_text("nowhere")
    visit.errors[:] = [text for text in visit.errors if "400" not in text]


@pytest.mark.browser
def test_a_choice_is_made_and_kept_in_the_address(visit):
    page = visit.open("?panel=compare")
    expect(page.locator("#totals .compare section")).to_have_count(2)
    page.get_by_role("button", name="Two areas").click()
    first = page.get_by_label("First part", exact=True)
    expect(first).to_be_visible(timeout=30_000)
    name = first.locator("option").nth(2).inner_text()
    first.select_option(label=name)
    page.wait_for_url(lambda url: "compare=area:" in url)
    chosen = name.rsplit(" · ", 1)[0]
    expect(page.locator("#totals .compare h3").first).to_have_text(chosen, timeout=30_000)
    expect(page.locator("#totals-sentence")).not_to_be_empty()
    page.reload()
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    expect(page.locator("#totals .compare h3").first).to_have_text(chosen, timeout=30_000)


CUT = """() => {
  const { right } = document.querySelector('#totals').getBoundingClientRect();
  const parts = document.querySelectorAll('.compare section, .compare dd, .compare select');
  return [...parts].filter((one) => one.getBoundingClientRect().right > right).map((one) => one.textContent);
}"""


@pytest.mark.browser
@pytest.mark.parametrize("visit", [("phone", "light")], indirect=True)
@pytest.mark.parametrize("by", ["period", "area", "source"])
def test_on_a_phone_no_figure_is_cut(visit, by):
    page = visit.open(f"?panel=compare&compare={by}&lang=es")
    expect(page.locator("#totals .compare section")).to_have_count(2)
    assert page.evaluate(CUT) == []
