"""The page for everybody: axe-core finds nothing to complain of, in both themes, with every panel open."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

VIEWS = {
    "overview": "",
    "selected": "?sel=2025-09-02-strike-1",
    "layers": "?layers=density,killed,pins",
    "table": "?table=shown&since=2025-10-01",
    "totals": "?panel=totals&since=2025-10-01",
}


@pytest.mark.parametrize("visit", [("desktop", "light"), ("desktop", "dark"), ("phone", "light")], indirect=True)
@pytest.mark.parametrize("query", VIEWS.values(), ids=VIEWS.keys())
def test_axe_finds_nothing(visit, query):
    page = visit.open(query)
    expect(page.locator("#sheet-body h2, #sheet[hidden]")).to_have_count(1)
    found = Axe().run(page).response["violations"]
    assert [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for rule in found
        for node in rule["nodes"][:4]
    ] == []
