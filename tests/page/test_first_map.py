"""How the map comes to be: what is painted and changed before it is there, and what fails on the way."""

import re
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from dashboard.app import ASSETS
from dashboard.first_scripts import first_scripts
from tests.page.until import until

SEEN = "localStorage.setItem('leadline.welcome', 'seen')"
PLOTLY = "**/plotly.min.js"

SHOWN = """async () => {
    const { chart } = await import('/assets/js/map.js');
    const { map } = chart;
    return {
        marks: chart.rows[0].length,
        regions: map.querySourceFeatures('regions').length > 0,
        zones: map.getLayoutProperty('page-zones-line', 'visibility'),
        land: map.getPaintProperty('land', 'fill-color'),
        drawn: map.queryRenderedFeatures({ layers: ['plotly-trace-layer-marks-colour-circle'] }).length > 0,
    };
}"""


def test_the_first_scripts_are_all_that_the_first_one_imports():
    found = first_scripts(ASSETS / "js")
    assert {"state.js", "draft.js", "map.js", "marks.js"} <= set(found)
    assert "start.js" not in found
    assert "add.js" not in found  # it comes with its first use
    for name in found:
        for other in re.findall(
            r'^import [^"]*"\./([\w.]+)"', Path(ASSETS / "js" / name).read_text("utf-8"), re.MULTILINE
        ):
            assert other in found or other == "start.js"


@pytest.fixture
def early(browser, address):
    """A page at an address's parameters whose requests can be held or refused before it is opened."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(SEEN)

    def opened(query=""):
        page.goto(f"{address}/{query}", wait_until="commit")

    yield opened, page
    context.close()


@pytest.mark.browser
def test_what_is_changed_before_the_map_is_there_is_on_it(early):
    open_page, page = early
    held = []
    page.route(PLOTLY, lambda route: held.append(route))
    open_page()
    page.wait_for_selector("#time-plot svg")
    page.click("#theme")
    page.click(".row[data-value=zones]")
    page.click(".row[data-facet=type][data-value=seizure]")
    page.wait_for_url("**/*type=*", wait_until="commit")
    held[0].continue_()
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    shown = page.evaluate(SHOWN)
    assert shown["zones"] == "visible"
    assert shown["drawn"]
    assert shown["regions"]
    assert shown["land"] == page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--land').trim()"
    )
    assert shown["marks"] < 138


@pytest.mark.browser
def test_what_is_typed_before_the_scripts_are_read_is_searched_for(early):
    open_page, page = early
    held = []
    page.route("**/assets/js/start.js*", lambda route: held.append(route))
    with page.expect_request("**/assets/js/start.js*"):
        open_page()
    page.click("#search")
    page.keyboard.type("caribbean")
    held[0].continue_()
    page.wait_for_url("**/*text=caribbean*", wait_until="commit")
    expect(page.locator("#search")).to_have_value("caribbean")


@pytest.mark.browser
def test_a_page_without_a_map_says_so_and_keeps_the_rest(early):
    open_page, page = early
    page.route(PLOTLY, lambda route: route.abort())
    open_page()
    page.wait_for_selector("body[data-ready=without-map]", timeout=45_000)
    expect(page.locator("#notice")).to_contain_text("Reload the page to try again")
    page.click("#table-open")
    expect(page.locator("#table .ag-row").first).to_be_visible()


@pytest.mark.browser
def test_a_map_that_keeps_waiting_says_so(early):
    open_page, page = early
    held = []
    page.route(PLOTLY, lambda route: held.append(route))
    open_page()
    expect(page.locator("#notice")).to_contain_text("still being loaded")
    held[0].continue_()
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    expect(page.locator("#notice")).to_be_hidden()


@pytest.mark.browser
def test_the_range_in_words_follows_a_window_that_is_lifted(early):
    open_page, page = early
    open_page()
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    whole = page.inner_text("#range")
    page.click("#time-last")
    expect(page.locator("#range")).not_to_have_text(whole)
    page.click("#time-all")
    expect(page.locator("#range")).to_have_text(whole)


@pytest.mark.browser
def test_a_map_without_its_routes_says_so(early):
    open_page, page = early
    page.route("**/page/routes.geojson", lambda route: route.fulfill(status=500))
    open_page()
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    expect(page.locator("#notice")).to_be_visible()
    assert page.evaluate(SHOWN)["drawn"]


@pytest.mark.browser
def test_a_table_whose_script_fails_says_so_and_comes_with_the_next_try(early):
    open_page, page = early
    page.route("**/dash_ag_grid.min.js", lambda route: route.abort())
    open_page()
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    page.click("#table-open")
    expect(page.locator("#notice")).to_be_visible()
    page.unroute("**/dash_ag_grid.min.js")
    page.click("#table-close")
    page.click("#table-open")
    expect(page.locator("#table .ag-row").first).to_contain_text("20")


@pytest.mark.browser
def test_what_a_link_selects_is_not_under_the_buttons(early):
    open_page, page = early
    open_page("?sel=2025-12-26-seizure-1")
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    at = page.evaluate(
        """async () => {
            const { chart } = await import('/assets/js/map.js');
            const { view } = await import('/assets/js/view.js');
            const { positionOf } = await import('/assets/js/marks.js');
            const index = view.frame.marks.id.indexOf('2025-12-26-seizure-1');
            const { x, y } = chart.map.project(positionOf(index, chart.map.getZoom()));
            return [x, y];
        }"""
    )
    assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).tagName", at) == "CANVAS"


@pytest.mark.browser
def test_the_first_picture_is_there_before_plotly_and_gone_with_the_map(early):
    open_page, page = early
    held = []
    page.route(PLOTLY, lambda route: held.append(route))
    open_page()
    picture = page.locator("#first-picture")
    expect(picture).to_be_visible()
    assert picture.locator("circle").count() >= 138  # each record on the map has its mark
    before = page.evaluate(STANDS)
    held[0].continue_()
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    expect(picture).to_have_count(0)
    assert page.evaluate(STANDS) == before


STANDS = """async () => {
    const { chart } = await import('/assets/js/map.js');
    while (!chart.map) await new Promise(requestAnimationFrame);
    const { x, y } = chart.map.project([-75, 14]);
    return [Math.round(x), Math.round(y)];
}"""


@pytest.mark.browser
def test_the_first_picture_follows_what_is_changed_before_the_map_is_there(early):
    open_page, page = early
    held = []
    page.route(PLOTLY, lambda route: held.append(route))
    open_page()
    picture = page.locator("#first-picture")
    expect(picture).to_be_visible()
    circles, routes = picture.locator("circle").count(), picture.locator("path").count()
    page.click(".row[data-facet=type][data-value=seizure]")
    page.wait_for_url("**/*type=*", wait_until="commit")
    until(page, f"() => document.querySelectorAll('#first-picture circle').length < {circles}")
    page.click(".row[data-value=routes]")
    until(page, f"() => document.querySelectorAll('#first-picture path').length < {routes}")
    page.mouse.wheel(0, 300)
    page.mouse.click(700, 300)
    expect(picture).to_be_visible()  # there is nothing else to see yet
    held[0].continue_()
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    expect(picture).to_have_count(0)


@pytest.mark.browser
def test_a_sheet_that_is_asked_for_before_dash_is_there_comes_with_it(early):
    open_page, page = early
    held = []
    page.route("**/dash_renderer*.js", lambda route: held.append(route))
    open_page("?sel=2025-09-02-strike-1")
    expect(page.locator("#sheet")).to_be_visible()
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    assert page.locator("#sheet h2").count() == 0
    held[0].continue_()
    expect(page.locator("#sheet h2")).to_contain_text("First announced US strike")


@pytest.mark.browser
def test_a_sheet_whose_scripts_fail_says_so_and_comes_with_the_next_selection(early):
    open_page, page = early
    page.route("**/dash_renderer*.js", lambda route: route.abort())
    open_page()
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    expect(page.locator("#notice")).to_be_visible()
    page.unroute("**/dash_renderer*.js")
    page.evaluate(
        """async () => (await import('/assets/js/sheet.js')).select('2025-09-02-strike-1')""",
    )
    expect(page.locator("#sheet h2")).to_contain_text("First announced US strike")


@pytest.mark.parametrize(
    ("query", "language", "said"), [("", "en", "What happened"), ("?lang=es", "es", "Qué ocurrió")]
)
def test_the_page_stands_in_its_html(address, query, language, said):
    with urlopen(f"{address}/{query}") as answer:
        text = answer.read().decode()
    assert f'<html lang="{language}">' in text
    assert said in text
    assert text.index('id="timebar"') < text.index('id="react-entry-point"')


@pytest.mark.browser
@pytest.mark.parametrize(
    ("machine", "query", "theme"), [("dark", "", "dark"), ("light", "", "light"), ("dark", "?theme=light", "light")]
)
def test_the_first_paint_is_in_the_theme_already(browser, address, machine, query, theme):
    page = browser.new_page(color_scheme=machine)
    page.route("**/start.js", lambda route: route.abort())
    page.goto(f"{address}/{query}")
    assert page.evaluate("document.documentElement.dataset.theme") == theme
    page.close()


@pytest.mark.browser
def test_a_browser_without_scripts_is_told_where_the_records_are(browser, address):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    expect(page.locator("noscript")).to_be_visible()
    expect(page.locator("noscript")).to_be_in_viewport(ratio=1)
    page.context.close()


CUT = """async () => {
    const { chart } = await import('/assets/js/map.js');
    const { covered } = await import('/assets/js/camera.js');
    const { positionOf } = await import('/assets/js/marks.js');
    const { view } = await import('/assets/js/view.js');
    const { top, right, bottom, left } = covered();
    const { marks, tallies } = view.frame;
    const large = tallies.findIndex((tally) => tally.name === 'eastern Pacific' || tally.count > 25);
    return marks.id.filter((id, row) => {
        const at = marks.tally[row] === large ? positionOf(row, chart.map.getZoom()) : null;
        if (!at) return false;
        const { x, y } = chart.map.project(at);
        return x < left + 7 || x > innerWidth - right - 7 || y < top + 7 || y > innerHeight - bottom - 7;
    });
}"""


@pytest.mark.browser
@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)])
@pytest.mark.parametrize("query", ["", "?type=strike,seizure", "?type=strike", "?lang=es&claim=claimed"])
def test_no_mark_of_a_large_grid_begins_under_a_panel(early, size, query):
    open_page, page = early
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_page(query)
    page.wait_for_selector("#first-picture")  # where the map will have it, as other tests hold
    assert page.evaluate(CUT) == []


@pytest.mark.browser
def test_a_frame_begins_without_the_panels_of_the_page(early):
    open_page, page = early
    page.set_viewport_size({"width": 800, "height": 560})
    page.route("**/start.js", lambda route: route.abort())
    open_page("?embed=true")
    page.wait_for_selector("#timebar")
    expect(page.locator("#header")).to_be_hidden()
    expect(page.locator("#rail")).to_be_hidden()
    page.unroute("**/start.js")
    open_page("?embed=true&type=strike")
    expect(page.locator("#embed h2")).to_be_visible()
    page.wait_for_selector("#first-picture")  # a draft of the map has no camera yet
    place = page.evaluate(STANDS)
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    assert page.evaluate(STANDS) == place
    assert page.evaluate(CUT) == []


HIDDEN_NAMES = """async () => {
    const { chart } = await import('/assets/js/map.js');
    const { covered } = await import('/assets/js/camera.js');
    const { top, bottom } = covered();
    const { features } = chart.map.getSource('tally-names').serialize().data;
    const halved = ({ geometry }) => {
        const { y } = chart.map.project(geometry.coordinates);
        return [top, innerHeight - bottom].some((end) => Math.abs(y - end) < 8);
    };
    return { names: features.length, hidden: features.filter(halved) };
}"""


@pytest.mark.browser
def test_no_name_is_hidden_by_the_credit_or_a_panel_of_a_small_frame(early):
    open_page, page = early
    page.set_viewport_size({"width": 320, "height": 400})
    open_page("?embed=true")
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    bar, credit = (page.locator(part).bounding_box() for part in ("#timebar", "#credit"))
    assert bar["y"] + bar["height"] <= credit["y"]
    assert credit["y"] + credit["height"] <= 400
    found = page.evaluate(HIDDEN_NAMES)
    assert found["names"] > 0
    assert found["hidden"] == []
