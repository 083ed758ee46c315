"""A first visit is told how to read the map: once, unless the address asks for something, and again on demand."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def first_visit(browser, address):
    """A reader who was never here; what is kept is kept for this test alone."""
    context = browser.new_context(viewport={"width": 1200, "height": 780})
    context.set_default_timeout(20_000)
    page = context.new_page()

    def opened(query=""):
        page.goto(f"{address}/{query}")
        page.wait_for_selector("body[data-ready=true]", timeout=45_000)
        return page

    yield opened
    context.close()


def test_it_is_shown_once(first_visit):
    page = first_visit()
    card = page.locator("#welcome")
    expect(card).to_be_visible()
    assert Axe().run(page, context="#welcome").response["violations"] == []
    page.get_by_role("button", name="Explore the map").click()
    expect(card).to_be_hidden()
    first_visit()
    expect(card).to_be_hidden()
    page.get_by_role("button", name="How to read this map").click()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.locator("#welcome-open")).to_be_focused()


def test_an_address_that_asks_for_something_skips_it(first_visit):
    page = first_visit("?type=strike")
    expect(page.locator("#welcome")).to_be_hidden()


def test_a_language_is_nothing_asked_for(first_visit):
    page = first_visit("?lang=es")
    expect(page.get_by_role("heading", name="Cómo leer este mapa")).to_be_visible()


def test_escape_closes_it_from_anywhere(first_visit):
    page = first_visit()
    expect(page.locator("#welcome")).to_be_visible()
    page.locator("#time-all").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#welcome")).to_be_hidden()


def test_a_selection_takes_its_place(first_visit):
    page = first_visit()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#sheet")).to_be_visible()
    expect(page.locator("#welcome")).to_be_hidden()
