"""The page opens from disk in a browser with every request refused, draws the records, and shows text as text."""

import json
import re
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe

from dashboard.export import spoken_in
from layers.where import parse_where
from layers.writers.html_ import as_text, page

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(chromium, select, tmp_path):
    """Open the page of a selection from disk; what it asked for or complained about is noted."""
    pages = []

    def open_page(*, width=1440, language="en", **query):
        path = tmp_path / "map.html"
        selection = select(**query)
        path.write_text(page(selection, spoken=spoken_in(language, selection.store)), encoding="utf-8")
        tab = chromium.new_page(viewport={"width": width, "height": 900})
        tab.noted = []
        tab.on("request", lambda request: tab.noted.append(request.url) if request.url != path.as_uri() else None)
        tab.on("pageerror", lambda error: tab.noted.append(str(error)))
        tab.on("console", lambda message: tab.noted.append(message.text))
        tab.goto(path.as_uri())
        tab.wait_for_selector("html[data-ready=yes]", timeout=10_000)
        pages.append(tab)
        return tab

    yield open_page
    for tab in pages:
        tab.close()


def sentence(tab):
    return tab.locator("#time [role=status]").inner_text()


def test_nothing_is_asked_for_and_nothing_goes_wrong(opened):
    tab = opened()
    assert tab.noted == []
    assert sentence(tab) == "6 of 6 records: 5 on the map, 1 not at sea"
    assert "Natural Earth" in tab.locator(".leaflet-control-attribution").inner_text()


def test_text_is_text(opened, store):
    tab = opened()
    assert tab.title() == "memory"
    tab.locator("#records > summary").click()
    tab.locator("#records li summary").first.click()
    card = tab.locator("#records .card").first
    assert card.locator("h3").inner_text().startswith("=HYPERLINK(\"x\") `${1}` 'quoted' \\ </script><script>")
    assert card.locator("script, b").count() == 0
    links = [link.get_attribute("href") for link in card.locator("a").all()]
    assert links == ["https://example.org/a'b"]
    assert tab.noted == []


def test_the_tally_stands_in_its_sea_under_its_name(opened):
    tab = opened()
    assert "Wide 'Sea' </script>  2" in tab.locator(".tally-name span").all_text_contents()


def test_the_slider_and_the_legend_filter(opened):
    tab = opened()
    first = tab.get_by_label("First day")
    first.evaluate("(input) => { input.value = 2; input.dispatchEvent(new Event('input')); }")
    assert sentence(tab) == "1 of 6 records: 1 on the map, 1 without a date left out"
    tab.get_by_role("button", name="All dates").click()
    tab.get_by_label(re.compile("^Strike")).uncheck()
    assert sentence(tab).startswith("2 of 6 records")
    assert tab.noted == []


def test_playing_ends_with_everything_shown(opened):
    tab = opened()
    tab.get_by_role("button", name="Play").click()
    tab.get_by_role("button", name="Pause").wait_for(timeout=2_000)
    tab.get_by_role("button", name="Play").wait_for(timeout=10_000)
    assert sentence(tab).startswith("6 of 6")


def test_a_record_of_the_list_is_shown_on_the_map(opened):
    tab = opened()
    tab.locator("#records > summary").click()
    tab.locator("#records li summary").nth(2).click()
    tab.get_by_role("button", name="Show on the map").first.click()
    assert "t:circle" in tab.locator(".leaflet-popup .card").inner_text()


def test_an_empty_selection_and_a_phone(opened):
    tab = opened(width=390, text="nothing of this")
    assert sentence(tab) == "0 of 0 records: 0 on the map"
    assert tab.noted == []


def test_data_cannot_end_its_script():
    text = as_text({"a": "</script><!-- <script> & \u2028"})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"a": "</script><!-- <script> & \u2028"}


def test_braces_in_a_record_are_no_template(select, store):
    store.kept = (store.kept[0].model_copy(update={"title": "{{ 7 * 7 }} {% raise %}"}),)
    assert "{{ 7 * 7 }} {% raise %}" in page(select())


def test_too_many_records_are_bins_and_counts(opened, monkeypatch):
    monkeypatch.setattr("layers.view.MAX_MARKS", 2)
    tab = opened()
    assert tab.noted == []
    assert sentence(tab) == "6 of 6 records: 5 on the map, 1 not at sea"
    assert tab.locator(".count.wide").all_text_contents() == ["2"]
    assert not tab.get_by_role("button", name="Play").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_can_be_used_by_everyone(chromium, select, tmp_path, scheme):
    path = tmp_path / "map.html"
    path.write_text(page(select()), encoding="utf-8")
    # The checker runs as a script of its own, which the page's policy would refuse.
    context = chromium.new_context(bypass_csp=True, color_scheme=scheme)
    tab = context.new_page()
    tab.goto(path.as_uri())
    tab.wait_for_selector("html[data-ready=yes]", timeout=10_000)
    tab.locator("#records > summary").click()
    found = Axe().run(tab)
    context.close()
    assert [violation["id"] for violation in found.response["violations"]] == []


def test_a_condition_limits_the_page_too(select):
    chosen = replace(select(), where=parse_where("event_type = 'seizure'"))
    text = page(chosen)
    assert "t:circle" in text
    assert "t:own" not in text


ENGLISH_CONTROLS = ("Legend", "Layers", "Play", "All dates", "Records (", "on the map", "First day", "Show on the map")


def test_the_page_speaks_the_language_that_is_asked_for(opened):
    tab = opened(language="es")
    assert tab.locator("html").get_attribute("lang") == "es"
    assert sentence(tab) == "6 de 6 registros: 5 en el mapa, 1 no en el mar"
    tab.locator("#records > summary").click()
    tab.locator("#records li summary").first.click()
    tab.locator("#records li button").first.wait_for()  # what is unfolded comes with the event that says so
    said = tab.locator("body").inner_text() + " ".join(
        each.get_attribute("aria-label") or "" for each in tab.locator("[aria-label]").all()
    )
    assert [word for word in ENGLISH_CONTROLS if word in said] == []
    assert "Ver en el mapa" in said
    assert tab.noted == []
