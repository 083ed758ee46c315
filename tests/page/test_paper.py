"""The page on paper: a browser prints nothing of what a graphics card has drawn, so the map is a picture there."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CHART = "() => document.querySelector('#totals-chart svg')?.getBoundingClientRect().height"

OVERLAP = """() => {
    const shown = ['header', 'paper', 'rail', 'sheet', 'totals', 'timebar'].map((id) => document.getElementById(id))
        .filter((one) => one && one.getBoundingClientRect().height);
    const boxes = shown.map((one) => [one.id, one.getBoundingClientRect()]);
    return boxes.flatMap(([id, box], index) => boxes.slice(index + 1)
        .filter(([, other]) => box.top < other.bottom - 1 && other.top < box.bottom - 1
            && box.left < other.right - 1 && other.left < box.right - 1)
        .map(([other]) => `${id} ${other}`));
}"""


@pytest.fixture(params=["?theme=dark", "?sel=2025-09-02-strike-1&lang=es", "?panel=totals", "?layers=zones,density"])
def printed(visit, request):
    """A page as it is given to a printer; what a browser does before and after is done here."""
    page = visit.open(request.param)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    return page


def test_the_map_is_a_picture_and_nothing_covers_anything(printed):
    paper = printed.locator("#paper")
    expect(paper).to_be_visible()
    expect(printed.locator("#map")).to_be_hidden()
    assert paper.locator("circle").count() > 100
    assert paper.locator("text", has_text="Venezuela").count() > 0  # names stand on paper
    assert printed.evaluate(OVERLAP) == []
    if "layers=" in printed.url:
        drawn = "(groups) => groups.filter((group) => group.children.length).map((group) => group.dataset.layer)"
        assert set(paper.locator("[data-layer]").evaluate_all(drawn)) == {"zones", "density"}
    if "panel=totals" in printed.url:
        assert printed.evaluate(CHART) > 100
    assert printed.evaluate("document.documentElement.dataset.theme") == "light"


def test_afterwards_the_page_is_as_before(visit):
    page = visit.open("?theme=dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#paper")).to_have_count(0)
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
