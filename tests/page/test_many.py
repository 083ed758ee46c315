"""A store of more records than can be marks says so, and what to do."""

import pytest
from playwright.sync_api import expect

from dashboard.app import make_app
from dashboard.free_port import served

pytestmark = pytest.mark.browser


def test_circles_that_count_are_said_to_count(browser, monkeypatch):
    monkeypatch.setattr("layers.view.MAX_MARKS", 50)
    with served(make_app("case").server) as address:
        page = browser.new_page()
        page.goto(f"{address}/?type=seizure,strike,aircraft_approach")
        page.wait_for_selector("body[data-ready=true]", timeout=45_000)
        expect(page.locator("#sentence")).to_contain_text("circles count them, zoom in for single ones")
        page.close()


def test_marks_are_not(visit):
    page = visit.open("?type=attack")
    expect(page.locator("#sentence")).to_contain_text("1 shown of 167")
    expect(page.locator("#sentence")).not_to_contain_text("circles")
