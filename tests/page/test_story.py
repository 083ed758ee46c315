"""Stories: their form, the built-in one, how they are played, written, shared, and told by a page from disk."""

import json
import re
import zlib
from base64 import urlsafe_b64encode
from urllib.parse import parse_qs, parse_qsl, urlsplit

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from dashboard.commands import main
from dashboard.story import MAX_BYTES, Step, Story, StoryError, case_story, read_story
from dashboard.words import words_of
from records.store import open_store
from records.totals import sum_of
from tests.page.until import until

LANGUAGES = ("en", "es")
RECORD_LINK = re.compile(r"\]\(record:([^)]+)\)")


@pytest.fixture(scope="module")
def client(address):
    with httpx.Client(base_url=address, timeout=60) as made:
        yield made


steps = st.builds(Step, view=st.just("type=strike"), title=st.text(max_size=40), text=st.text(max_size=200))


@given(st.builds(Story, title=st.text(max_size=40), steps=st.lists(steps, min_size=1, max_size=4).map(tuple)))
def test_a_link_holds_the_story(story):
    letters = story.to_link()
    assert re.fullmatch("[A-Za-z0-9_-]+", letters)
    assert Story.from_link(letters) == story


def test_a_view_is_kept_as_the_page_itself_writes_it():
    assert Step(view="?since=2025-09&at_sea=true&lang=es&theme=dark&story=case&step=3").view == "since=2025-09-01"


WRONG = {
    "no json": ("{", ["this is no JSON file"]),
    "a list": ("[]", ["is not of the right kind"]),
    "no steps": ('{"title": "x", "steps": []}', ["steps: has no step"]),
    "nothing": ("{}", ["steps: is missing"]),
    "a wrong view": (
        '{"steps": [{"view": "type=strike"}, {"view": "since=someday"}]}',
        ["step 2, view: since in the address could not be read and is left out"],
    ),
    "unknown and long": (
        json.dumps({"steps": [{"title": "x" * 201, "colour": "red"}]}),
        ["step 1, title: longer than 200 letters", "step 1, colour: is no field of a story"],
    ),
    "many": (json.dumps({"steps": [{}] * 61}), ["steps: more than 60 steps"]),
    "too large": (" " * (MAX_BYTES + 1), ["it is larger than 400 kB"]),
    "deep": ("[" * 100_000, ["this is no JSON file"]),
}


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_in_a_story_is_named_with_its_place(text, said):
    with pytest.raises(StoryError) as wrong:
        Story.from_json(text)
    assert [problem.said(words_of("en").entries) for problem in wrong.value.problems] == said
    assert len(str(wrong.value).splitlines()) == 1


@pytest.mark.parametrize(
    "letters",
    ["", "case2", "%%%", "AAAA", Story(steps=(Step(),)).to_link()[:-3]],
    ids=["empty", "short", "no letters", "no story", "cut off"],
)
def test_a_damaged_link_says_so(letters):
    with pytest.raises(StoryError, match="link"):
        Story.from_link(letters)


def test_a_small_link_cannot_unpack_to_much():
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    bomb = packing.compress(b" " * 50_000_000) + packing.flush()
    with pytest.raises(StoryError, match="damaged"):
        Story.from_link(urlsafe_b64encode(bomb).decode().rstrip("="))


# The built-in story


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_built_in_story_is_whole_in_each_language(language):
    story = case_story(language)
    assert 8 <= len(story.steps) <= 12
    assert all(step.title and len(step.text) > 100 for step in story.steps)
    assert len(story.to_link()) < 8_000
    if language != "en":
        english = case_story("en")
        assert [step.view for step in story.steps] == [step.view for step in english.steps]
        for one, other in zip(story.steps, english.steps, strict=True):
            assert one.title != other.title
            assert RECORD_LINK.findall(one.text) == RECORD_LINK.findall(other.text)
            assert sorted(re.findall(r"\d{2,}", one.text)) == sorted(re.findall(r"\d{2,}", other.text))


def test_the_built_in_story_names_records_that_there_are():
    store = open_store("case")
    linked = [id for step in case_story("en").steps for id in RECORD_LINK.findall(step.text)]
    selected = [step.state().selected for step in case_story("en").steps if step.state().selected]
    assert len(set(linked)) >= 12
    assert [id for id in (*linked, *selected) if store.incident(id) is None] == []
    for step in case_story("en").steps:
        state = step.state()
        if state.selected:
            assert state.filter.matches_facts(store.incident(state.selected))


def test_the_figures_of_the_built_in_story_are_those_of_the_records():
    records = list(open_store("case").incidents())
    told = {step.title: step.text for step in case_story("en").steps}
    total = sum_of(records)
    strikes = [each for each in records if each.event_type == "strike"]
    assert (
        "**{} to {}** killed in {} to {} strikes on {} boats".format(*total.killed, *total.strikes, total.vessels[0])
        in told["A sum is a range too"]
    )
    assert f"{len(strikes)} announcements of strikes" in told["A place that is only a sea"]
    finer = [each for each in strikes if each.place is not None and each.place.geo_precision != "region"]
    assert (len(finer), sum(each.place is None for each in strikes)) == (1, 2)
    convoy = open_store("case").incident("2025-12-30-strike-1")
    assert f"*{convoy.killed_min}–{convoy.killed_max}*" in told["How three became eleven"]
    assert "Two announcements state no toll" in told["What is not known"]
    assert sum(each.killed_min is None and each.killed_max is None for each in strikes) == 2


# Addresses and files


def test_an_address_with_a_story_opens_its_step(client):
    told = client.get("/page/open", params={"story": "case", "step": 4, "lang": "es"}).json()
    assert told["state"]["selected"] == "2025-09-19-strike-1"
    assert (told["state"]["story"], told["state"]["step"], told["problems"]) == ("case", 4, [])
    assert told["story"] == case_story("es").model_dump(mode="json")


def test_what_an_address_says_itself_comes_before_the_step(client):
    told = client.get("/page/open", params={"story": "case", "step": 4, "type": "boarding"}).json()
    assert (told["state"]["filter"]["type"], told["state"]["selected"]) == ("boarding", "")
    assert told["story"] is not None


@pytest.mark.parametrize(("step", "shown"), [("0", 1), ("99", 11), ("x", 1), ("", 1)])
def test_a_step_that_there_is_not_is_the_nearest(client, step, shown):
    assert client.get("/page/open", params={"story": "case", "step": step}).json()["state"]["step"] == shown


def test_a_link_that_is_damaged_opens_the_page_and_says_so(client):
    told = client.get("/page/open", params={"story": "AAAA", "type": "strike"}).json()
    assert told["story"] is None
    assert "damaged" in told["problems"][0]
    assert told["state"]["filter"]["type"] == "strike"


def test_a_file_is_looked_through(client):
    fine = client.post("/page/story", content='{"steps": [{"view": "type=strike", "title": "<b>"}]}')
    assert fine.json() == {"title": "", "steps": [{"view": "type=strike", "title": "<b>", "text": ""}]}
    refused = client.post("/page/story", params={"lang": "es"}, content="{}")
    assert (refused.status_code, refused.json()) == (422, {"problems": ["steps: falta"]})
    assert client.post("/page/story", content=b" " * (MAX_BYTES + 1)).status_code == 422


def test_the_page_from_disk_is_the_same_by_button_command_and_address(client, tmp_path):
    own = tmp_path / "own.json"
    own.write_bytes(client.get("/page/story", params={"story": "case"}).content)
    assert read_story(own) == case_story("en")
    written = {}
    for name, source in (("case", "case"), ("own", str(own))):
        file = tmp_path / f"{name}.html"
        with pytest.raises(SystemExit) as left:
            main(["export", "case", "--story", source, "--to", str(file)])
        assert left.value.code == 0
        written[name] = file.read_bytes()
    by_address = client.get("/export/incidents.html", params={"story": "case"}).content
    by_button = client.post("/page/story.html", content=own.read_bytes()).content
    assert written["case"] == written["own"] == by_address == by_button


def test_only_a_page_tells_a_story(client, capsys, tmp_path):
    with pytest.raises(SystemExit) as left:
        main(["export", "case", "--story", "case", "--to", str(tmp_path / "story.csv")])
    assert left.value.code == 2
    assert ".csv file tells no story" in capsys.readouterr().err
    with pytest.raises(SystemExit) as left:
        main(["export", "case", "--story", str(tmp_path / "none.json"), "--to", str(tmp_path / "story.html")])
    assert left.value.code == 1
    assert client.get("/export/incidents.csv", params={"story": "case"}).status_code == 404
    assert client.get("/export/incidents.html", params={"story": "AAAA"}).status_code == 400


# In the browser


def query(page):
    return dict(parse_qsl(urlsplit(page.url).query))


@pytest.mark.browser
def test_a_story_is_played_with_keys_and_lights_map_time_and_selection(visit):
    page = visit.open("?story=case&step=3")
    card = page.locator("#story")
    expect(card.locator("h2")).to_have_text("A place that is only a sea")
    expect(card.locator(".story-at")).to_have_text("3 of 11")
    page.keyboard.press("ArrowRight")
    expect(card.locator("h2")).to_have_text("One that can be looked into")
    page.wait_for_url("**/?story=case&step=4")
    expect(page.locator("#range")).to_have_text("15 Sep – 22 Sep 2025")
    expect(page.locator("#sheet-body h2")).to_contain_text("Third boat strike")
    expect(page.locator("#sentence")).to_contain_text("7 shown of 167")
    zoom = page.evaluate("async () => (await import('/assets/js/map.js')).chart.map.getZoom()")
    assert zoom == pytest.approx(5.2, abs=0.01)
    expect(card.locator(".story-back")).to_be_hidden()
    page.click("#time-all")
    expect(card.locator(".story-back")).to_be_visible()
    page.wait_for_url("**/*at=*")
    assert query(page)["story"] == "case"
    card.locator(".story-back").click()
    page.wait_for_url("**/?story=case&step=4")
    page.keyboard.press("ArrowLeft")
    expect(card.locator(".story-at")).to_have_text("3 of 11")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.wait_for_url(lambda url: "story" not in url)
    expect(page.locator("#story-open")).to_be_focused()


@pytest.mark.browser
def test_a_word_of_the_story_opens_its_record(visit):
    page = visit.open("?story=case&step=4")
    page.click("#story .record-link >> nth=1")
    expect(page.locator("#sheet-body h2")).to_contain_text("Dominican agency shows 377 packages")
    expect(page.locator("#story .story-at")).to_have_text("4 of 11")


NASTY = """## Head

**strong** *em* `code` [site](https://example.org/a_(b)?x=1&y=2) [record](record:2025-09-02-strike-1)
[bad](javascript:alert(1)) [worse](data:text/html,x) ![picture](https://other.example/x.png)
<img src=x onerror=alert(1)>

- one
- two with *em*

> quoted <b>text</b>

1. first
2. second

snake_case_words 5*3*2 \\*not em\\*"""


@pytest.mark.browser
def test_markdown_becomes_nodes_and_never_markup(visit):
    page = visit.open()
    html = page.evaluate(
        """async (text) => {
            const { markdown } = await import('/page/markdown.js');
            const box = document.createElement('div');
            box.append(markdown(text, () => {}));
            return box.innerHTML;
        }""",
        NASTY,
    )
    assert set(re.findall(r"<(\w+)", html)) == {
        *("h4", "p", "strong", "em", "code", "a", "button", "ul", "ol", "li", "blockquote")
    }
    assert re.findall(r'<a href="([^"]+)" rel="([^"]+)"', html) == [
        ("https://example.org/a_(b)?x=1&amp;y=2", "noopener noreferrer nofollow")
    ]
    for kept in (
        "[bad](javascript:alert(1))",
        "[worse](data:text/html,x)",
        "![picture](https://other.example/x.png)",
        "&lt;img src=x onerror=alert(1)&gt;",
        "&lt;b&gt;text&lt;/b&gt;",
        "snake_case_words 5",
        "*not em*",
        "<li>two with <em>em</em></li>",
    ):
        assert kept in html


@pytest.mark.browser
def test_markdown_ends_with_any_text(visit):
    page = visit.open()
    took = page.evaluate(
        """async () => {
            const { markdown } = await import('/page/markdown.js');
            const hard = ['*'.repeat(6000), '['.repeat(6000), '> '.repeat(3000), '_a'.repeat(3000), '- '.repeat(3000),
                '**a'.repeat(2000), '`'.repeat(5999), '[a](b'.repeat(1200), '1. '.repeat(2000), '\\n'.repeat(6000)];
            const start = performance.now();
            for (const text of hard) {
                const box = document.createElement('div');
                box.append(markdown(text, null));
            }
            return performance.now() - start;
        }"""
    )
    assert took < 3_000


def write_two_steps(page):
    page.click("#story-open")
    page.click("#story >> text=Start a story")
    page.fill("#story-title", "My <b>story</b>")
    page.click(".story-add")
    page.fill("#step-title", "First <i>")
    page.fill("#step-text", "**What** I saw")
    page.click("#time-all")
    page.click(".story-add")
    page.fill("#step-title", "Second")


@pytest.mark.browser
def test_a_person_writes_a_story_shares_it_and_finds_it_again(visit, contexts, address):
    page = visit.open("?type=strike&since=2025-10-01")
    page.evaluate("localStorage.clear()")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    write_two_steps(page)
    expect(page.locator(".story-text.preview")).to_have_text("")
    page.click(".story-step >> nth=0")
    expect(page.locator(".story-text.preview strong")).to_have_text("What")
    page.click('[data-tool="story.down"]')
    expect(page.locator(".story-step >> nth=1")).to_have_text("2. First <i>")
    expect(page.locator(".story-said")).to_contain_text("Step 1 is now step 2")
    page.click('[data-tool="story.delete"]')
    expect(page.locator(".story-step")).to_have_count(1)
    page.click("#story >> text=Undo")
    expect(page.locator(".story-step")).to_have_count(2)
    page.click("#story >> text=Copy link")
    until(page, "() => navigator.clipboard.readText().then((text) => text.includes('story='))")
    link = page.evaluate("navigator.clipboard.readText()")
    letters = parse_qs(urlsplit(link).query)["story"][0]
    shared = Story.from_link(letters)
    assert shared.title == "My <b>story</b>"
    assert [step.title for step in shared.steps] == ["Second", "First <i>"]
    assert "since=2025-10-01" in shared.steps[1].view
    assert all("at=" in step.view for step in shared.steps)
    page.goto(link)
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    expect(page.locator("#story h2")).to_have_text("Second")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#story h2")).to_have_text("First <i>")
    expect(page.locator("#range")).to_contain_text("1 Oct 2025")
    page = visit.open()
    page.click("#story-open")
    page.click("#story >> text=Go on with yours")
    expect(page.locator(".story-step")).to_have_count(2)
    page.evaluate("localStorage.clear()")


@pytest.mark.browser
def test_a_story_is_saved_as_a_file_and_opened_again(visit, tmp_path):
    page = visit.open("?type=strike")
    page.evaluate("localStorage.clear()")
    write_two_steps(page)
    with page.expect_download() as waiting:
        page.click("#story >> text=Save as a file")
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.name == "my-b-story-b.json"
    assert [step.title for step in read_story(file).steps] == ["First <i>", "Second"]
    page.evaluate("localStorage.clear()")
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"steps": [{"view": "since=someday"}]}', encoding="utf-8")
    page.set_input_files("#story input[type=file]", wrong)
    expect(page.locator(".story-said")).to_contain_text("step 1, view: since in the address could not be read")
    expect(page.locator(".story-step")).to_have_count(2)
    page.set_input_files("#story input[type=file]", file)
    expect(page.locator(".story-said")).to_have_text("Kept in this browser.")
    page.evaluate("localStorage.clear()")
    visit.errors[:] = [text for text in visit.errors if "422" not in text]


@pytest.mark.browser
def test_a_story_that_is_too_long_for_a_link_says_so(visit):
    page = visit.open()
    page.evaluate("localStorage.clear()")
    write_two_steps(page)
    noise = "".join(chr(0x4E00 + (7919 * n * n) % 20_000) for n in range(5_000))
    page.fill("#step-text", noise)
    page.click("#story >> text=Copy link")
    expect(page.locator(".story-said")).to_contain_text("Too long for a link")
    page.evaluate("localStorage.clear()")


@pytest.mark.browser
@pytest.mark.parametrize("visit", [("desktop", "light"), ("desktop", "dark"), ("phone", "light")], indirect=True)
def test_axe_finds_nothing_in_a_story(visit):
    phone = visit.page.viewport_size["width"] < 500
    page = visit.open("?story=case&step=9&lang=es" if phone else "?story=case&step=4")
    expect(page.locator("#story .story-at")).to_be_visible()
    for editing in (False, True):
        if editing:
            page.click("#story .story-head .quiet")  # a copy to edit
            expect(page.locator("#step-text")).to_be_visible()
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], node["html"][:160]) for rule in found for node in rule["nodes"][:3]] == []
    page.evaluate("localStorage.clear()")


@pytest.mark.browser
def test_on_a_phone_the_card_leaves_the_place_free(contexts, address):
    page = contexts("phone", "light").new_page()
    page.goto(f"{address}/?story=case&step=4")
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    expect(page.locator("#story .story-at")).to_be_visible()
    y = page.evaluate(
        """async () => {
            const { chart } = await import('/assets/js/map.js');
            return chart.map.project([-71.5, 16.3]).y;
        }"""
    )
    assert 54 < y < page.locator("#story").bounding_box()["y"]
    page.tap("#story .record-link >> nth=0")
    expect(page.locator("#sheet")).to_be_visible()
    expect(page.locator("#story")).to_be_hidden()
    page.tap("#sheet-close")
    expect(page.locator("#story")).to_be_visible()
    page.close()


MIDDLE = """async ([lon, lat]) => {
    const { chart } = await import('/assets/js/map.js');
    const box = (id) => document.getElementById(id).getBoundingClientRect();
    const at = chart.map.project([lon, lat]);
    const phone = innerWidth < 761;
    const left = phone ? 0 : box('story').right;
    const bottom = Math.min(box('timebar').top, phone ? box('story').top : Infinity);
    return [at.x - (left + innerWidth) / 2, at.y - (box('header').bottom + bottom) / 2];
}"""
"""How far a place lies from the middle of what the card of a step without a sheet leaves free, in pixels."""


@pytest.mark.browser
@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_step_shows_its_place_in_the_middle_of_what_the_card_leaves_free(contexts, address, size):
    page = contexts(size, "light").new_page()
    page.goto(f"{address}/?story=case&step=3")
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    expect(page.locator("#story .story-at")).to_have_text("3 of 11")
    near = f"() => ({MIDDLE})([-87, 10]).then((off) => Math.hypot(...off) < 3)"
    until(page, near)
    page.keyboard.press("ArrowRight")
    expect(page.locator("#story .story-at")).to_have_text("4 of 11")
    page.keyboard.press("ArrowLeft")
    until(page, near)
    expect(page.locator(".story-back")).to_be_hidden()
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("visit", [("desktop", "light"), ("phone", "light")], indirect=True)
def test_a_step_holds_the_middle_of_what_its_writer_saw_beside_the_card(visit):
    page = visit.open("?type=strike&at=-87,10,3.3")
    page.evaluate("localStorage.clear()")
    page.evaluate("document.getElementById('story-open').click()")  # on a phone it stands behind "more"
    page.click("#story >> text=Start a story")
    expect(page.locator(".story-add")).to_be_visible()
    free = page.evaluate(f"() => ({MIDDLE})([-87, 10])")  # the card grows by the fields of the step
    page.click(".story-add")
    kept = "() => Object.values(localStorage).find((text) => text.includes('at='))"
    view = parse_qs(json.loads(page.evaluate(kept))["steps"][0]["view"])
    lon, lat, zoom = map(float, view["at"][0].split(","))
    moved = page.evaluate(
        """async ([lon, lat]) => {
            const { chart } = await import('/assets/js/map.js');
            const [was, is] = [chart.map.project([-87, 10]), chart.map.project([lon, lat])];
            return [is.x - was.x, is.y - was.y];
        }""",
        [lon, lat],
    )
    assert moved == pytest.approx([-free[0], -free[1]], abs=2)
    if visit.page.viewport_size["width"] > 760:
        assert (lon > -87, zoom) == (True, pytest.approx(3.3, abs=0.01))
    page.evaluate("localStorage.clear()")


@pytest.mark.browser
@pytest.mark.parametrize("visit", [("desktop", "light"), ("phone", "light")], indirect=True)
def test_the_preview_has_room_in_a_long_story(visit):
    page = visit.open("?story=case&step=9")
    page.click("#story .story-head .quiet")  # a copy to edit
    expect(page.locator('.story-step[aria-current="step"]')).to_be_in_viewport()
    preview = page.locator(".story-text.preview")
    expect(preview.locator(".record-link")).to_have_text("inspectors general wrote")
    preview.scroll_into_view_if_needed()
    seen = page.evaluate(
        """() => {
            const box = (one) => document.querySelector(one).getBoundingClientRect();
            const [whole, part] = [box('.story-body'), box('.preview')];
            return Math.min(whole.bottom, part.bottom) - Math.max(whole.top, part.top);
        }"""
    )
    assert seen >= 120
    page.evaluate("localStorage.clear()")


@pytest.mark.browser
@pytest.mark.parametrize("size", [(1200, 800), (390, 844)], ids=["wide", "narrow"])
def test_a_page_from_disk_shows_the_place_of_a_step_beside_its_card(browser, tmp_path, size):
    with pytest.raises(SystemExit):
        main(["export", "case", "--story", "case", "--to", str(tmp_path / "story.html")])
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto((tmp_path / "story.html").as_uri())
    page.wait_for_selector("html[data-ready=yes]")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#story .at")).to_have_text("3 of 11")
    x, y = page.evaluate(
        """() => {
            const map = Object.values(window).find((one) => one instanceof L.Map);
            const { x, y } = map.latLngToContainerPoint([10, -87]);
            return [x, y];
        }"""
    )
    card, time, rail = (page.locator(one).bounding_box() for one in ("#story", "#time", "#rail"))
    if size[0] > 720:
        assert x == pytest.approx((rail["x"] + rail["width"] + card["x"]) / 2, abs=16)
        assert y == pytest.approx(time["y"] / 2, abs=40)
    else:
        assert x == pytest.approx(size[0] / 2, abs=16)
        assert y == pytest.approx((rail["y"] + rail["height"] + time["y"]) / 2, abs=16)
    page.close()


@pytest.mark.browser
def test_a_page_from_disk_tells_the_story_without_a_request(browser, tmp_path):
    told = case_story("en").model_dump()
    told["steps"][0]["text"] += "\n\n</script><script>window.hit = 1</script> [x](javascript:alert(1))"
    own = tmp_path / "own.json"
    own.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["export", "case", "--story", str(own), "--to", str(tmp_path / "story.html")])
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    wrong, asked = [], []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "story.html").as_uri())
    page.wait_for_selector("html[data-ready=yes]")
    card = page.locator("#story")
    expect(card.locator("h2")).to_have_text("It begins with an announcement")
    expect(card).to_contain_text("</script><script>window.hit = 1</script> [x](javascript:alert(1))")
    assert page.evaluate("window.hit") is None
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(card.locator(".at")).to_have_text("4 of 11")
    expect(page.locator("#time strong")).to_have_text("2025-09-15 – 2025-09-22 UTC")
    expect(page.locator("#time p")).to_contain_text("7 of 167 records")
    expect(page.locator(".leaflet-popup h3")).to_have_count(1)  # those of the steps before fade out
    expect(page.locator(".leaflet-popup h3")).to_contain_text("Third boat strike")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#time p")).to_contain_text("3 of 167 records")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.locator("#time p")).to_contain_text("167 of 167 records")
    page.click("#story-again")
    expect(card.locator(".at")).to_have_text("5 of 11")
    assert (wrong, [url for url in asked if not url.startswith(("file:", "data:"))]) == ([], [])
    faded = (
        "() => [...document.querySelectorAll('.leaflet-popup')].every((one) => getComputedStyle(one).opacity === '1')"
    )
    page.wait_for_function(faded)
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], node["html"][:160]) for rule in found for node in rule["nodes"][:3]] == []
    page.close()
