"""A store of more records than can be marks: it says so, and every record can be reached."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from dashboard.app import make_app
from dashboard.free_port import served
from tests.page.until import until

SEEN = "localStorage.setItem('leadline.welcome', 'seen')"
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


@pytest.fixture
def many(browser, monkeypatch):
    """The built-in case with a limit so low that no view of it can show marks; the page at an address's parameters."""
    monkeypatch.setattr("layers.view.MAX_MARKS", 5)
    page = browser.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(SEEN)
    with served(make_app("case").server) as address:

        def opened(query=""):
            page.goto(f"{address}/{query}")
            page.wait_for_selector("body[data-ready=true]", timeout=45_000)
            return page

        yield opened
        page.close()
    assert errors == []


DRAWN = """async (id) => {
    const { chart, markLayers } = await import('/assets/js/map.js');
    const { view } = await import('/assets/js/view.js');
    const found = chart.map.queryRenderedFeatures({ layers: [markLayers[0]] });
    const ids = found.map((mark) => view.frame.marks.id[chart.rows[0][mark.id - 1]]);
    return view.frame.bins.count.length > 0 && ids.includes(id);
}"""

IN_ORDER = """async () => {
    const { filterQuery } = await import('/assets/js/state.js');
    const told = await (await fetch(`/page/rows?${filterQuery()}&scope=shown&end=400`)).json();
    return told.rows.map((row) => row.id);
}"""


def selected(page):
    return parse_qs(urlsplit(page.url).query).get("sel", [""])[0]


def test_keys_walk_through_the_records_of_the_window(many):
    page = many("?precision=exact,near&since=2025-10-01")
    in_order = page.evaluate(IN_ORDER)
    assert len(in_order) > 5
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/*sel=*")
    assert selected(page) == in_order[0]
    until(page, DRAWN, in_order[0])
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query)["sel"] == [in_order[3]])
    until(page, DRAWN, in_order[3])
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query)["sel"] == [in_order[2]])
    expect(page.locator("#sheet h2")).not_to_be_empty()
    expect(page.locator("#time-plot .bin-hover")).not_to_have_attribute("width", "0")
    page.go_back()
    expect(page.locator("#sheet")).to_be_hidden()


def test_a_selected_row_is_shown_on_the_map_and_stays_there(many):
    page = many("?table=shown&precision=near")
    row = page.locator("#table .ag-row[row-index='2']")
    expect(row).to_contain_text("20")
    row.click()
    page.wait_for_url("**/*sel=*")
    until(page, DRAWN, selected(page))
    page.locator("#rail .row[data-value=claimed]").click()
    page.wait_for_url("**/*claim=*")
    page.locator("#rail .row[data-value=claimed]").click()
    page.wait_for_url(lambda url: "claim=" not in url)
    until(page, DRAWN, selected(page))
    page.keyboard.press("Escape")
    until(page, "async () => !(await import('/assets/js/view.js')).view.frame.marks.id.length")


def test_a_link_to_a_record_shows_it(many):
    page = many("?precision=near,exact")
    id = page.evaluate(IN_ORDER)[4]
    page = many(f"?precision=near,exact&sel={id}")
    until(page, DRAWN, id)


CIRCLES = """async () => {
    const { view } = await import('/assets/js/view.js');
    const { drawnAt } = await import('/assets/js/bins.js');
    const { chart } = await import('/assets/js/map.js');
    const { bins } = view.frame;
    const sheet = document.getElementById('bins');
    const inks = sheet.getContext('2d');
    const ratio = sheet.width / sheet.getBoundingClientRect().width;
    return bins.count.map((count, bin) => {
        const at = chart.map.project([(bins.west[bin] + bins.east[bin]) / 2, (bins.south[bin] + bins.north[bin]) / 2]);
        const [x, y] = [at.x, at.y];
        const inside = x > 0 && y > 0 && x < innerWidth && y < innerHeight;
        const painted = inside && inks.getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1).data[3] > 0;
        return { count, x, y, inside, painted, found: inside ? drawnAt(x, y, 0) !== null : true };
    });
}"""


def test_bins_stand_where_they_count_and_follow_the_map_and_the_window(many):
    page = many("?precision=exact,near,city")
    for turn in (lambda: None, lambda: page.keyboard.press("+"), lambda: page.evaluate(NARROWED)):
        turn()
        until(page, "async () => { const { chart } = await import('/assets/js/map.js'); return chart.map.loaded(); }")
        circles = [one for one in page.evaluate(CIRCLES) if one["inside"]]
        assert circles
        assert all(one["painted"] and one["found"] for one in circles)


NARROWED = """async () => {
    const { setWindow, axis } = await import('/assets/js/timeline.js');
    const length = axis.whole.last - axis.whole.first;
    setWindow(axis.whole.first + length * 0.4, axis.whole.last);
}"""


def test_a_bin_says_how_many_it_counts_and_a_click_looks_nearer(many):
    page = many("?precision=exact,near,city")
    free = [one for one in page.evaluate(CIRCLES) if one["inside"] and 320 < one["x"] < 1000 and 90 < one["y"] < 480]
    one = max(free, key=lambda each: each["count"])
    page.mouse.move(one["x"], one["y"])
    expect(page.locator("#tip")).to_contain_text(f"{one['count']} record")
    zoom = "async () => (await import('/assets/js/map.js')).chart.map.getZoom()"
    before = page.evaluate(zoom)
    page.mouse.click(one["x"], one["y"])
    until(page, f"async () => (await ({zoom})()) > {before} + 1.5")


def test_a_step_over_bins_leaves_the_map_as_it_is(many):
    page = many()
    drawn = page.evaluate(
        """async () => {
            const { chart } = await import('/assets/js/map.js');
            const { setWindow, axis } = await import('/assets/js/timeline.js');
            const { view } = await import('/assets/js/view.js');
            const pictures = [];
            chart.map.on('render', () => pictures.push(performance.now()));
            const length = axis.whole.last - axis.whole.first;
            setWindow(axis.whole.first + length * 0.2, axis.whole.last);
            while (!performance.getEntriesByName('step').length) await new Promise(requestAnimationFrame);
            // Names follow 160 ms later; what the step itself has the map draw comes with the next frames.
            for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
            const [{ startTime }] = performance.getEntriesByName('step', 'measure');
            return [pictures.filter((at) => at < startTime + 150).length, view.frame.bins.count.length > 0];
        }"""
    )
    assert drawn == [0, True]


def test_a_drawer_that_is_closed_at_once_asks_for_nothing_that_is_not_there(many):
    page = many("?table=shown")
    expect(page.locator("#table .ag-row[row-index='2']")).to_contain_text("20")
    answers = []
    page.on("response", lambda answer: answers.append((answer.status, answer.url)))
    page.evaluate(
        """async () => {
            const { fillTable, openTable } = await import('/assets/js/table.js');
            fillTable();
            openTable(null);
        }"""
    )
    until(
        page,
        "() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/page/rows')).length > 1",
    )
    page.click("#table-open")
    expect(page.locator("#table .ag-row[row-index='2']")).to_contain_text("20")
    assert [url for status, url in answers if status >= 400] == []
