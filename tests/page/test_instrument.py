"""Map and time as one instrument: axis, play, keys, drawn areas, back and forward, and numbers that always agree."""

import random
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from records.filter import Filter
from tests.page.until import until

pytestmark = pytest.mark.browser

RING = "-93,17,-75.8,19,-71.5,8.6,-88.8,6.5"


def query(page):
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def shown(page):
    return int(page.inner_text("#sentence").split(" ")[0])


def time_at(page, share):
    box = page.locator("#time-plot").bounding_box()
    return box["x"] + 34 + share * (box["width"] - 48), box["y"] + 30


def draw_box(page):
    page.click("#area")
    page.click("[data-draw=bbox]")
    page.mouse.move(620, 180)
    page.mouse.down()
    page.mouse.move(820, 320, steps=4)
    page.mouse.up()
    page.wait_for_url("**/*bbox=*")


NUMBERS = """async () => {
    const { view, inWindow, timeWindow } = await import('/assets/js/view.js');
    const { chart, markSources } = await import('/assets/js/map.js');
    const { state } = await import('/assets/js/state.js');
    const { page } = await import('/assets/js/page.js');
    const { filterQuery } = await import('/assets/js/state.js');
    const { counts, frame } = view;
    const sum = (values) => Object.values(values).reduce((total, value) => total + value, 0);
    const rows = await (await fetch(`/page/rows?${filterQuery()}&scope=shown&start=0&end=0`)).json();
    const passed = inWindow(timeWindow());
    const on = frame.marks.id.filter((_, index) => passed[index] && frame.marks.on_map[index]);
    const drawn = chart.rows[0].filter((row, index) => {
        const told = chart.map.getFeatureState({ source: markSources[0], id: index + 1 });
        return !told.off;
    });
    const inTypes = (type) => !state.type || state.type.includes(type);
    const ofTypes = Object.entries(counts.by_type).filter(([type]) => inTypes(type));
    return {
        sentence: Number(document.querySelector('#sentence').textContent.split(' ')[0]) || 0,
        server: counts.on_map,
        marks: on.length,
        standing: drawn.filter((row) => passed[row] && frame.marks.on_map[row]).length === drawn.length,
        table: rows.count,
        matched: counts.matched,
        types: ofTypes.reduce((total, [, value]) => total + value, 0),
        claims: !state.claim ? sum(counts.by_claim) : counts.matched,
        tab: document.querySelector('#tab-shown .count').textContent,
    };
}"""


BUTTONS = {"claim": "#rail .row[data-value=claimed]", "near": "[data-switch=near]", "step": "#step-back"}


def gestures(seed, count):
    """A list of gestures that is the same for the same seed."""
    chance = random.Random(seed)
    kinds = ["window", "type", "only", "claim", "near", "search", "clear", "axis", "select", "area", "step", "all"]
    return [(chance.choice(kinds), chance.random()) for _ in range(count)]


def make(page, kind, share):
    """Make one gesture as a person would; it has reached the page's state when this returns."""
    rows = page.locator("#rail .row[data-facet=type]:visible")
    match kind:
        case "window":
            page.mouse.move(*time_at(page, 0.2 + share / 3))
            page.mouse.down()
            page.mouse.move(*time_at(page, 0.5 + share / 3), steps=3)
            page.mouse.up()
        case "type":
            rows.nth(int(share * rows.count())).click()
        case "only":
            page.locator("[data-only=type]").nth(int(share * 4)).focus()
            page.keyboard.press("Enter")
        case "claim" | "near" | "step":
            page.click(BUTTONS[kind])
        case "search":
            text = ["venezuela", "", "pacific"][int(share * 3)]
            if page.input_value("#search") != text:
                with page.expect_request(lambda request: "/page/view?" in request.url):  # once the reader rests
                    page.fill("#search", text)
        case "clear" if page.is_visible("#clear"):
            page.click("#clear")
        case "axis":
            page.click(f"[data-per={'month' if share < 0.5 else 'day'}]")
        case "select":
            page.keyboard.press("Escape")
            page.locator("#table-open").focus()
            page.keyboard.press("ArrowRight")
        case "area":
            page.evaluate(
                """async (within) => (await import('/assets/js/state.js')).change({ within })""",
                RING if share < 0.7 else None,
            )
            page.click("[data-switch=near]")
        case _:
            page.click("#time-all")


AGREE = f"""async () => {{
    const {{ sentence, server, marks, table, types, claims, matched, standing, tab }} = await ({NUMBERS})();
    const same = (...all) => all.every((one) => one === all[0]);
    return same(sentence, server, marks, table) && same(types, claims, matched) && standing && tab === String(sentence);
}}"""
"""Whether the sentence, the server, the marks of the window, the table and the rail say the same."""


@pytest.mark.parametrize("seed", [3, 14])
def test_all_numbers_agree_after_any_gestures(visit, seed):
    page = visit.open()
    for kind, share in gestures(seed, 14):
        make(page, kind, share)
        try:
            until(page, AGREE)
        except AssertionError:
            pytest.fail(f"after {kind} {share:.2f} at {page.url}: {page.evaluate(NUMBERS)}")


AXIS_MS = "async () => { const { axis } = await import('/assets/js/timeline.js'); return axis.last - axis.first; }"
PLAYED = "async () => { const { state } = await import('/assets/js/state.js'); return state.since && state.until; }"


def test_the_axis_goes_from_months_to_hours_and_back(visit):
    page = visit.open()
    expect(page.locator("#unit")).to_have_text("records per week")
    page.mouse.move(*time_at(page, 0.6))
    page.keyboard.down("Control")
    for _ in range(7):
        before = page.evaluate(AXIS_MS)
        page.mouse.wheel(0, -300)
        until(page, f"async (before) => (await ({AXIS_MS})()) < before", before)
    page.keyboard.up("Control")
    expect(page.locator("#unit")).to_have_text("records per day")
    page.wait_for_url("**/*axis=*")
    assert "since" not in query(page)
    page.click("[data-per=hour]")
    expect(page.locator("#unit")).to_have_text("records per hour")
    expect(page.locator("#time-plot .months")).to_contain_text("UTC")
    page.wait_for_url("**/*per=hour*")
    page.mouse.dblclick(*time_at(page, 0.5))
    expect(page.locator("#unit")).to_have_text("records per week")
    page.wait_for_url(lambda url: "axis=" not in url and "per=" not in url)


def test_a_window_of_hours(visit):
    page = visit.open("?axis=2025-09-02,2025-09-03&per=hour")
    page.locator("[data-edge=start]").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/*since=2025-09-02T01:00:00Z*")
    page.keyboard.press("-")
    page.wait_for_url("**/*axis=2025-08-31*")


def test_one_step_forward_and_back(visit):
    page = visit.open("?since=2025-10-06&until=2025-10-12")
    page.keyboard.press(".")
    page.wait_for_url("**/*since=2025-10-13&until=2025-10-19*")
    page.click("#step-back")
    page.wait_for_url("**/*since=2025-10-06&until=2025-10-12*")


def test_play_slides_a_window_when_it_is_told_to(visit):
    page = visit.open()
    expect(page.locator("#play-mode")).to_have_text("adding up")
    page.click("#play-mode")
    expect(page.locator("#play-mode")).to_have_text("window")
    for _ in range(4):
        page.click("#speed")
    expect(page.locator("#speed")).to_have_text("10×")
    page.click("#speed")
    expect(page.locator("#speed")).to_have_text("1×")  # so that it does not end before the keys below
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Space")
    until(page, PLAYED)
    page.keyboard.press("Space")
    page.wait_for_url("**/*since=*until=*")


def test_a_box_is_drawn_moved_by_keys_and_removed(visit):
    page = visit.open()
    before = shown(page)
    draw_box(page)
    expect(page.locator("#sentence")).to_contain_text("filtered out")
    assert shown(page) < before
    first = query(page)["bbox"]
    assert first in page.locator("#export").get_attribute("href").replace("%2C", ",")
    page.locator("[data-corner='1']").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(lambda url: "bbox=" in url and first not in url)
    west, south, east, north = map(float, query(page)["bbox"].split(","))
    assert (west, south, north) == pytest.approx([float(first.split(",")[side]) for side in (0, 1, 3)], abs=2e-3)
    assert east < float(first.split(",")[2])
    page.click("[data-remove]")
    page.wait_for_url(lambda url: "bbox=" not in url)
    expect(page.locator("#sentence")).to_contain_text(
        f"{before} shown"
    )  # the address is written before the answer comes


def test_a_shape_is_drawn_and_a_crossed_one_is_refused(visit):
    page = visit.open()
    page.click("#area")
    page.click("[data-draw=within]")
    for number, (x, y) in enumerate(((560, 220), (860, 220), (560, 420), (860, 420)), 1):
        page.mouse.click(x, y)
        expect(page.locator(".area-dot")).to_have_count(number)
    page.keyboard.press("Enter")
    expect(page.locator(".area-said")).to_have_text("The area crosses itself. Move a corner back.")
    page.keyboard.press("Backspace")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*within=*")
    assert len(Filter.from_query({"within": query(page)["within"]}).within) == 3
    expect(page.locator(".area-handle")).to_have_count(3)
    expect(page.locator("#sentence")).to_contain_text("filtered out")
    assert page.evaluate(NUMBERS)["table"] == shown(page)


def test_a_box_across_the_antimeridian_is_typed(visit):
    page = visit.open()
    page.click("#area")
    for side, degrees in (("west", "170"), ("south", "-20"), ("east", "-100"), ("north", "20,5")):
        page.fill(f"[name={side}]", degrees)
    page.keyboard.press("Enter")
    page.wait_for_url("**/*bbox=170,-20,-100,20.5*")
    expect(page.locator("#sentence")).to_contain_text("filtered out")
    page.fill("[name=north]", "-40")
    page.keyboard.press("Enter")
    expect(page.locator(".area-said")).to_contain_text("with south below north")


def test_only_in_view_follows_the_map(visit):
    page = visit.open()
    before = shown(page)
    page.click("#in-view")
    page.wait_for_url("**/*inview=true*")
    first = query(page)["bbox"]
    page.click("#zoom-in")
    page.wait_for_url(lambda url: "inview=true" in url and first not in url)
    expect(page.locator("#sentence")).to_contain_text("filtered out")
    assert shown(page) < before
    page.click("#in-view")
    page.wait_for_url(lambda url: "bbox=" not in url)


def test_no_window_is_told_where_none_is_set_and_records_come_and_go_with_the_map(visit):
    page = visit.open()
    said = page.locator("#range")
    expect(said).to_contain_text("2026")
    page.click("#in-view")
    expect(said).to_have_text("All dates")
    page.click("#in-view")
    expect(said).to_contain_text("2026")
    page = visit.open("?inview=true&since=2025-10-01&lang=es")
    expect(said).to_have_text("Desde el 1 oct 2025")
    page = visit.open("?inview=true&until=2025-10-31")
    expect(said).to_have_text("Until 31 Oct 2025")
    page = visit.open("?inview=true&since=2025-10-01&until=2025-10-31")
    expect(said).to_have_text("1 Oct – 31 Oct 2025")


def test_back_and_forward_restore_selection_and_panels(visit):
    page = visit.open("?type=strike")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/*sel=*")
    first = query(page)["sel"]
    page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: "sel=" in url and first not in url)
    page.click("#table-open")
    page.wait_for_url("**/*table=shown*")
    page.go_back()
    expect(page.locator("#drawer")).to_be_hidden()
    expect(page.locator("#sheet")).to_be_visible()
    page.go_back()
    expect(page.locator("#sheet")).to_be_hidden()
    assert query(page)["type"] == "strike"
    page.go_forward()
    expect(page.locator("#sheet")).to_be_visible()
    page.click("#clear")
    page.wait_for_url(lambda url: "type=" not in url)
    expect(page.locator("#sentence")).not_to_contain_text("filtered out")
    everything = shown(page)
    page.go_back()
    expect(page.locator("#sentence")).to_contain_text("filtered out")
    assert shown(page) < everything
    assert visit.page.evaluate("document.body.dataset.ready") == "true"


def test_the_list_of_keys_holds_the_focus(visit):
    page = visit.open()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('#keys')")
    page.keyboard.press("ArrowRight")
    assert "sel=" not in page.url
    assert Axe().run(page).response["violations"] == []
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


@pytest.mark.parametrize("visit", [("phone", "light")], indirect=True)
def test_the_phone_has_table_and_menu(visit):
    page = visit.open()
    page.tap("#more-open")
    for name in ("#totals-more", "#share", "#export", "#theme"):
        expect(page.locator(name)).to_be_visible()
    expect(page.locator("#search")).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    page.tap("#totals-more")
    expect(page.locator("#totals")).to_be_visible()
    page.tap("#totals-close")
    page.tap("#table-open")
    expect(page.locator("#table .ag-row").first).to_be_visible()
    expect(page.locator("#time-plot [data-edge]")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("visit", [("desktop", "dark")], indirect=True)
def test_the_panel_of_areas_is_for_everybody(visit):
    page = visit.open(f"?within={RING}")
    page.click("#area")
    expect(page.locator(".area-handle")).to_have_count(4)
    assert Axe().run(page).response["violations"] == []


def test_escape_walks_all_the_way_back(visit):
    page = visit.open(f"?within={RING}&since=2025-09-01&axis=2025-08-01,2026-02-28&sel=2025-09-02-strike-1&table=shown")
    page.click("#area")
    expect(page.locator("#area-panel")).to_be_visible()
    page.locator("[data-corner='1']:not([data-between])").focus()
    page.fill("#search", "strike")
    page.wait_for_url("**/*text=strike*")
    for gone, stays in [
        ("", "sel="),  # the field alone
        ("", "sel="),  # the panel
        ("sel=", "table="),
        ("table=", "within="),
        ("within=", "since="),
        ("since=", "axis="),
        ("axis=", "text="),
    ]:
        page.keyboard.press("Escape")
        page.wait_for_url(lambda url, gone=gone, stays=stays: (not gone or gone not in url) and stays in url)
        if stays == "sel=":
            expect(page.locator("#search")).not_to_be_focused()
    expect(page.locator("#area-panel")).to_be_hidden()
    page.keyboard.press("Escape")
    assert query(page)["text"] == "strike"


def test_escape_leaves_what_is_in_view(visit):
    page = visit.open()
    before = shown(page)
    page.click("#in-view")
    page.wait_for_url("**/*inview=true*")
    page.click("#zoom-in")
    expect(page.locator("#sentence")).to_contain_text("filtered out")
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "inview=" not in url and "bbox=" not in url)
    expect(page.locator("#in-view")).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#sentence")).not_to_contain_text("filtered out")
    assert shown(page) == before


PANELS = {"table": "#drawer", "totals": "#totals", "sheet": "#sheet", "filters": "#rail", "area": "#area-panel"}


def shows_alone(page, name):
    for each, place in PANELS.items():
        if each == name:
            expect(page.locator(place)).to_be_visible()
        else:
            expect(page.locator(place)).to_be_hidden()


@pytest.mark.parametrize("visit", [("phone", "light")], indirect=True)
def test_a_phone_shows_the_panel_that_was_opened_last_alone(visit):
    page = visit.open()
    page.tap("#table-open")
    shows_alone(page, "table")
    expect(page.locator("#table .ag-row[row-index='2']")).to_contain_text("20")
    page.locator("#table .ag-row[row-index='2']").tap()
    shows_alone(page, "sheet")
    page.tap("#totals-open")
    shows_alone(page, "totals")
    page.tap("[data-panel=compare]")
    shows_alone(page, "totals")
    page.tap("#totals-close")
    shows_alone(page, "sheet")
    page.tap("#filter-open")
    shows_alone(page, "filters")
    page.tap("#unplaced")
    page.tap("#rail-done")
    shows_alone(page, "sheet")
    page.keyboard.press("Escape")
    shows_alone(page, "table")
    page.tap("#table-close")
    page.tap("#area")
    shows_alone(page, "area")
    page.keyboard.press("Escape")
    shows_alone(page, None)


@pytest.mark.parametrize("visit", [("phone", "light")], indirect=True)
def test_a_link_with_several_panels_shows_one_on_a_phone(visit):
    page = visit.open("?sel=2025-09-02-strike-1&table=shown&panel=toll")
    for name in ("sheet", "totals", "table", None):
        shows_alone(page, name)
        page.keyboard.press("Escape")


@pytest.mark.parametrize("visit", [("phone", "light")], indirect=True)
def test_what_is_selected_beside_a_story_covers_its_card_on_a_phone(visit):
    page = visit.open("?story=case&step=3")
    expect(page.locator("#story .story-at")).to_be_visible()
    page.tap("#table-open")
    expect(page.locator("#table .ag-row[row-index='2']")).to_contain_text("20")
    page.locator("#table .ag-row[row-index='2']").tap()
    expect(page.locator("#sheet")).to_be_visible()
    expect(page.locator("#story")).to_be_hidden()
    page.tap("#sheet-close")
    expect(page.locator("#story")).to_be_visible()
    expect(page.locator("#drawer")).to_be_visible()


def cut(page, selector):
    """Those of some elements whose text or right edge is cut off by the window or by themselves."""
    return page.eval_on_selector_all(
        selector,
        """(all) => all
            .filter((one) => one.checkVisibility())
            .filter((one) => one.scrollWidth > one.clientWidth + 4 || one.getBoundingClientRect().right > innerWidth)
            .map((one) => one.textContent)""",
    )


@pytest.mark.parametrize("visit", [("phone", "light")], indirect=True)
@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_of_table_and_totals_is_cut_on_a_phone(visit, language):
    page = visit.open(f"?lang={language}&table=shown&type=aircraft_approach,seizure")
    expect(page.locator("#table .ag-row[row-index='3'] [col-id=what]")).not_to_be_empty()
    expect(page.locator("#drawer.narrow")).to_be_visible()
    cells = "#table [col-id=what], #table [col-id=date], #table [col-id=title]"
    assert cut(page, f"#drawer .tab, #table-close, {cells}") == []
    page.tap("#totals-open")
    assert cut(page, "#totals .tab, #totals-close") == []


def test_the_table_takes_the_place_of_the_totals_on_a_wide_screen(visit):
    page = visit.open("?panel=totals")
    page.click("#table-open")
    expect(page.locator("#drawer")).to_be_visible()
    expect(page.locator("#totals")).to_be_hidden()
    page.wait_for_url(lambda url: "table=shown" in url and "panel=" not in url)


WATCH = """async () => {
    const { chart } = await import('/assets/js/map.js');
    chart.gd.on('plotly_afterplot', () => setTimeout(() => (window.drawnFor = chart.gd._fullLayout.width)));
}"""

HIDES = """async () => {
    const { chart, markLayers } = await import('/assets/js/map.js');
    const told = markLayers.map((layer) => chart.map.getPaintProperty(layer, 'circle-opacity'));
    return told.every((opacity) => JSON.stringify(opacity).includes('"off"'));
}"""


def test_a_window_of_another_size_hides_the_same_marks_and_its_view_is_followed(visit):
    page = visit.open("?since=2025-10-01&until=2025-12-31")
    page.click("#in-view")
    page.wait_for_url("**/*bbox=*")
    before = query(page)["bbox"]
    page.evaluate(WATCH)
    try:
        page.set_viewport_size({"width": 900, "height": 620})
        until(page, "async () => window.drawnFor === 900")
        assert page.evaluate(HIDES)
        page.wait_for_url(lambda url: parse_qs(urlsplit(url).query)["bbox"][0] != before)
    finally:
        page.set_viewport_size({"width": 1200, "height": 780})


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("panel", ["totals", "asof"])
def test_the_head_of_the_totals_fits_into_its_panel_on_a_small_screen(visit, language, panel):
    try:
        visit.page.set_viewport_size({"width": 1024, "height": 768})
        page = visit.open(f"?lang={language}&panel={panel}")
        expect(page.locator("#totals-sentence")).not_to_be_empty()
        heads = "(all) => all.map((one) => one.scrollWidth - one.clientWidth)"
        assert max(page.eval_on_selector_all("#totals, .totals-head", heads)) <= 0
    finally:
        visit.page.set_viewport_size({"width": 1200, "height": 780})
