"""Bringing one's own to the page, as a person does: reports to review, tables to map, in Chromium."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from dashboard.app import make_app
from dashboard.free_port import served
from dashboard.http_intake import Intake
from dashboard.intake_settings import IntakeSettings
from records.incident import Incident
from records.store import open_store
from records.store.geopackage import GeoPackageStore

pytestmark = pytest.mark.browser

REPORT = """PORT AMBER, 5 March 2026 – The navy of Ruritania 🚤 said it struck a fast boat about 40 nautical miles \
north of La Guaira on Tuesday, killing four people and leaving two survivors. The weather was fine.

On 2 March 2026 the coast guard of Ruritania seized a fishing vessel off Cartagena. No injuries were reported.
"""
TABLE = """id,date,where,title,killed
1,2024-05-01,Caribbean Sea,Boat lost,3
2,03/04/2024,off La Guaira,Boat found,
3,2024-13-45,off Cartagena,Boat seen,1
"""
QUIET = "The weather was fine in the capital. The markets were open all day.\n"
SIZES = {"desktop": (1280, 800), "phone": (390, 844)}


class Reader:
    """A person with a browser of their own, in which nothing is held from before."""

    def __init__(self, browser: Browser, address: str, size: str, theme: str) -> None:
        width, height = SIZES[size]
        phone = size == "phone"
        self.context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=theme,  # type: ignore[arg-type]
            has_touch=phone,
            is_mobile=phone,
            accept_downloads=True,
        )
        self.context.set_default_timeout(20_000)
        self.address = address
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: said.type == "error" and self.errors.append(said.text))

    def open(self, query: str = "") -> Page:
        """Open the page and the dialog for what is one's own."""
        self.page.goto(f"{self.address}/{query}")
        self.page.wait_for_selector("body[data-ready=true]", timeout=45_000)
        if not self.page.locator("#add-open").is_visible():
            self.page.click("#more-open")
        self.page.click("#add-open")
        expect(self.page.locator("#intake-choose")).to_be_focused()
        return self.page


@pytest.fixture
def reader(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """A person at the built-in case: desktop in light, unless a parameter says otherwise."""
    made = Reader(browser, address, *getattr(request, "param", ("desktop", "light")))
    yield made
    made.context.close()
    refused = [said for said in made.errors if "Failed to load resource" in said and "4" in said]
    assert [said for said in made.errors if said not in refused] == []


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """A store that can be written, with one record."""
    path = tmp_path / "own.gpkg"
    first = Incident(id="a:1", event_type="strike", title="Held", date_start="2024-01-01", date_end="2024-01-01")
    GeoPackageStore(path, create=True).put([first])
    return path


@pytest.fixture
def writer(browser: Browser, store_path: Path) -> Iterator[Reader]:
    """A person at a store of their own."""
    with served(make_app(str(store_path)).server) as address:
        made = Reader(browser, address, "desktop", "light")
        yield made
        made.context.close()
        assert made.errors == []


def file(name: str, text: str | bytes) -> dict[str, object]:
    data = text if isinstance(text, bytes) else text.encode()
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


def review(page: Page, text: str = REPORT) -> None:
    """Choose a report, say when it was published, and read it."""
    page.set_input_files("#intake-file", [file("report.txt", text)])
    page.fill("#about-published", "2026-03-05")
    page.fill("#about-publisher", "Harbour Gazette")
    page.click("#about-read")
    page.wait_for_selector("#review-text", state="attached")


def map_table(page: Page, text: str | bytes = TABLE, name: str = "boats.csv") -> None:
    page.set_input_files("#intake-file", [file(name, text)])
    page.wait_for_selector("#mapping-result .numbers")


def numbers(page: Page) -> list[str]:
    return page.locator("#mapping-result .number dd").all_inner_texts()


def axe(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary'][:200]}" for rule in found for node in rule["nodes"]
    ]


def drop(page: Page, name: str, text: str) -> None:
    """Let a file go over the page."""
    page.evaluate(
        """([name, text]) => {
            const held = new DataTransfer();
            held.items.add(new File([text], name));
            for (const kind of ["dragenter", "dragover", "drop"]) {
                window.dispatchEvent(new DragEvent(kind, { dataTransfer: held, bubbles: true, cancelable: true }));
            }
        }""",
        [name, text],
    )


def test_a_dropped_report_is_reviewed_corrected_accepted_and_taken_along(reader, tmp_path):
    page = reader.open()
    page.keyboard.press("Escape")
    expect(page.locator("#add-open")).to_be_focused()
    drop(page, "report.txt", REPORT)
    page.fill("#about-published", "2026-03-05")
    page.click("#about-read")
    expect(page.locator("#intake-said")).to_have_text("2 drafts read")
    # Behind an emoji the words that are marked are still those of the quotes.
    marked = page.locator(".piece.on .k-where").all_inner_texts()
    assert marked == ["40 nautical miles north of La Guaira"]
    assert page.locator(".piece.on .k-many").all_inner_texts() == ["killing four people", "two survivors"]
    page.fill("[data-field=killed_max]", "6")
    page.locator("[data-field=killed_max]").press("Tab")
    expect(page.locator(".field:has([data-field=killed_max]) .edited")).to_have_text("edited")
    page.locator("#drafts .on [data-act=accept]").click()
    expect(page.locator("#intake-note")).to_have_text("2 drafts · 1 accepted · 0 discarded")
    page.locator("#drafts .on [data-act=discard]").click()
    expect(page.locator("#intake-note")).to_have_text("2 drafts · 1 accepted · 1 discarded")
    page.click("[data-draft='0'] [data-act=show]")
    expect(page.locator("#intake")).not_to_be_visible()
    expect(page.locator("#own-toggle")).to_contain_text("1 on the map")
    drawn = page.evaluate(
        """async () => {
            const { chart } = await import('/assets/js/map.js');
            return chart.map.querySourceFeatures('own-points').length;
        }"""
    )
    assert drawn >= 1
    with page.expect_download() as waiting:
        page.click("#own-download")
    path = tmp_path / "drafts.geojson"
    waiting.value.save_as(path)
    (feature,) = json.loads(path.read_text(encoding="utf-8"))["features"]
    told = feature["properties"]
    assert (told["killed_min"], told["killed_max"], told["date_start"]) == (4, 6, "2026-03-03")
    assert "edited by a person: killed_max" in told["notes"]
    # It is still there at the next visit, and goes when asked.
    page.reload()
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    page.click("#own summary")
    page.locator("#own li .quiet").click()
    page.click("[data-sure=go]")
    expect(page.locator("#own-toggle")).to_have_count(0)


def test_fields_and_words_light_one_another(reader):
    page = reader.open()
    review(page)
    page.locator("[data-field=killed_min]").focus()
    assert page.locator(".piece.lit").all_inner_texts() == ["killing four people"]
    page.locator(".piece:has(.k-where)", has_text="La Guaira").hover()
    expect(page.locator(".field.lit [data-field=location_text]")).to_have_count(1)
    page.locator(".piece:has(.k-when)", has_text="2 March 2026").click()
    expect(page.locator("#drafts .on [data-field=date_start]")).to_have_value("2026-03-02")
    expect(page.locator("#drafts .on [data-field=date_start]")).to_be_focused()


def test_changed_words_move_the_place(reader):
    page = reader.open()
    review(page)
    before = page.locator("#drafts .on .sketch-region").get_attribute("d")
    page.fill("#drafts .on [data-field=location_text]", "off Kingston, Jamaica")
    page.locator("#drafts .on [data-field=location_text]").press("Tab")
    expect(page.locator("#drafts .on .edited")).to_have_count(1)
    assert page.locator("#drafts .on .sketch-region").get_attribute("d") != before
    page.fill("#drafts .on [data-field=location_text]", "the office")
    page.locator("#drafts .on [data-field=location_text]").press("Tab")
    expect(page.locator("#drafts .on .found")).to_contain_text("Not placed")


def test_the_keys_go_through_the_drafts(reader):
    page = reader.open()
    review(page)
    page.locator("#drafts .draft-open").first.focus()
    page.keyboard.press("j")
    expect(page.locator("#drafts > .on")).to_have_attribute("data-draft", "1")
    page.keyboard.press("a")
    expect(page.locator("#intake-said")).to_contain_text("Accepted: Seizure")
    page.keyboard.press("x")
    expect(page.locator("#intake-note")).to_have_text("2 drafts · 1 accepted · 1 discarded")
    page.keyboard.press("Escape")
    expect(page.locator("#intake")).not_to_be_visible()
    page.click("#add-open")  # what was not finished is still there
    expect(page.locator("#intake-note")).to_have_text("2 drafts · 1 accepted · 1 discarded")


def test_a_wrong_value_is_said_and_nothing_is_accepted(reader):
    page = reader.open()
    review(page)
    page.fill("[data-field=killed_min]", "9")
    page.locator("[data-field=killed_min]").press("Tab")
    page.locator("#drafts .on [data-act=accept]").click()
    expect(page.locator("#intake-error")).to_contain_text("killed_min 9 is larger than killed_max 4")
    expect(page.locator("#intake-note")).to_contain_text("0 accepted")


def test_pasted_text_without_an_event_says_what_next(reader):
    page = reader.open()
    page.fill("#intake-paste", "The weather was fine in the capital. <b>Markets</b> were open.")
    page.click("#intake-paste-go")
    page.click("#about-read")
    expect(page.locator("#review-drafts")).to_contain_text("No event at sea was found")
    expect(page.locator("#report-text")).to_contain_text("<b>Markets</b>")
    assert page.locator("#report-text b").count() == 0


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("noise.csv", b"\x00\x01\x02" * 400, "neither text nor a table"),
        ("scan.pdf", b"%PDF-1.4\n%%EOF", "–"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(reader, name, data, said):
    page = reader.open()
    page.set_input_files("#intake-file", [file(name, data)])
    expect(page.locator("#intake-error")).to_contain_text(said)
    assert page.locator("#intake").is_visible()


def test_a_table_is_mapped_checked_and_shown_as_ones_own(reader, tmp_path):
    page = reader.open()
    map_table(page)
    assert numbers(page) == ["3", "2", "0", "1", "0", "1"]
    expect(page.locator("#mapping-rejects tbody tr")).to_contain_text("2024-13-45")
    with page.expect_download() as waiting:
        page.click("#mapping-rejects-file")
    waiting.value.save_as(tmp_path / "r.jsonl")
    assert json.loads((tmp_path / "r.jsonl").read_text(encoding="utf-8"))["line"] == 4
    expect(page.locator("#mapping-days-line")).to_have_class("mapped asked")
    page.select_option("#mapping-days", "true")
    page.select_option("#column-killed", "")
    page.select_option("#mapping-type", "missing")
    page.click("#mapping-check")
    page.wait_for_selector("#mapping-result .numbers")
    assert numbers(page)[-1] == "0"
    with page.expect_download() as waiting:
        page.click("[data-take=geojson]")
    waiting.value.save_as(tmp_path / "boats.geojson")
    found = json.loads((tmp_path / "boats.geojson").read_text(encoding="utf-8"))["features"]
    assert [(each["properties"]["event_type"], each["properties"]["killed_max"]) for each in found] == [
        ("missing", None)
    ] * 2
    page.click("#mapping-show")
    expect(page.locator("#own-toggle")).to_contain_text("2 on the map")


def test_sending_can_be_cancelled(reader):
    page = reader.open()
    page.route("**/intake/files?*", lambda route: None)  # never answered
    page.set_input_files("#intake-file", [file("report.txt", REPORT)])
    page.click("#intake-cancel")
    expect(page.locator("#intake-error")).to_have_text("Cancelled. Nothing was kept.")
    expect(page.locator("#intake-choose")).to_be_visible()


def test_in_a_store_drafts_and_rows_are_kept_and_shown_at_once(writer, store_path):
    page = writer.open()
    review(page)
    expect(page.locator(".kept")).to_have_text("Accepted drafts are written into the store.")
    page.locator("#drafts .on [data-act=accept]").click()
    expect(page.locator("[data-draft='0'] .state")).to_have_text("stored")
    kept = list(open_store(store_path).incidents())
    assert [each.event_type for each in kept] == ["strike", "strike"]
    assert kept[1].sources[0].publisher == "Harbour Gazette"
    expect(page.locator("#sentence")).to_contain_text("of 2")
    page.click("#intake-new")
    map_table(page)
    page.click("#mapping-import")
    expect(page.locator("#intake-said")).to_have_text("2 records were imported.")
    assert len(list(open_store(store_path).incidents())) == 4
    page.click("#intake-close")  # new types: the page is opened anew
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    expect(page.locator(".row[data-value=other]")).to_be_visible()


def test_from_elsewhere_the_token_opens_the_store(browser, store_path):
    app = make_app(str(store_path)).server
    app.state.intake = Intake(IntakeSettings(token="seven seas"))
    with served(app) as address:
        reader = Reader(browser, address, "desktop", "light")
        reader.page.set_extra_http_headers({"X-Forwarded-For": "203.0.113.9"})
        page = reader.open()
        page.fill("#intake-token", "wrong")
        page.locator("#intake-token").press("Tab")
        expect(page.locator("#intake-token")).to_have_attribute("aria-invalid", "true")
        page.fill("#intake-token", "seven seas")
        page.locator("#intake-token").press("Tab")
        expect(page.locator("#intake-token")).to_have_count(0)
        review(page)
        page.locator("#drafts .on [data-act=accept]").click()
        expect(page.locator("[data-draft='0'] .state")).to_have_text("stored")
        reader.context.close()
    assert len(list(open_store(store_path).incidents())) == 2


def test_in_spanish(reader):
    page = reader.open("?lang=es")
    review(page)
    expect(page.locator("#intake-said")).to_have_text("2 borradores leídos")
    expect(page.locator("#drafts .on [data-act=accept]")).to_have_text("Aceptar")
    page.click("#drafts .on .why summary")
    expect(page.locator("#drafts .on .steps")).to_contain_text("recortado al agua")
    page.click("#intake-new")
    page.set_input_files("#intake-file", [file("empty.txt", b"")])
    expect(page.locator("#intake-error")).to_contain_text("vacío")


@pytest.mark.parametrize("reader", [("phone", "light")], indirect=True)
def test_on_a_phone_text_and_drafts_are_two_tabs(reader):
    page = reader.open()
    review(page)
    expect(page.locator("#review-drafts")).to_be_visible()
    expect(page.locator("#review-text")).to_be_hidden()
    page.tap("#review-tab-text")
    expect(page.locator("#review-text")).to_be_visible()
    page.locator(".piece:has(.k-many)").first.tap()
    expect(page.locator("#drafts .on [data-field=killed_min]")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("reader", [("desktop", "light"), ("desktop", "dark"), ("phone", "light")], indirect=True)
def test_axe_finds_nothing(reader):
    page = reader.open()
    assert axe(page) == []
    page.set_input_files("#intake-file", [file("report.txt", REPORT)])
    page.wait_for_selector("#about-read")
    assert axe(page) == []
    page.fill("#about-published", "2026-03-05")
    page.click("#about-read")
    page.wait_for_selector("#drafts")
    page.click("#drafts .on .why summary")
    assert axe(page) == []
    page.click("#review-all")
    expect(page.locator("#intake-note")).to_contain_text("2 accepted")
    assert axe(page) == []
    page.click("#intake-new")
    map_table(page)
    assert axe(page) == []
    page.click("#mapping-show")
    expect(page.locator("#own-toggle")).to_have_count(1)
    assert axe(page) == []


def test_what_is_begun_is_a_list_to_go_through_and_back_without_loss(reader):
    page = reader.open()
    second = REPORT.replace("fishing vessel", "sailing boat")
    page.set_input_files(
        "#intake-file", [file("first.txt", REPORT), file("boats.csv", TABLE), file("second.txt", second)]
    )
    rows = page.locator("#begun > li")
    expect(rows).to_have_count(3)
    expect(rows.nth(2)).to_contain_text("not yet read into drafts")
    expect(rows.nth(1)).to_contain_text("Table · not yet taken in")
    rows.nth(0).locator("[data-act=open]").click()
    page.fill("#about-published", "2026-03-05")
    page.click("#about-read")
    page.locator("#drafts .on [data-act=accept]").click()
    expect(page.locator("#intake-note")).to_contain_text("1 accepted")
    page.fill("#drafts .on [data-field=title]", "A title of my own")
    page.locator("#drafts .on [data-field=title]").press("Tab")
    page.click("#intake-next")
    page.wait_for_selector("#mapping-result .numbers")
    page.select_option("#mapping-type", "missing")
    page.click("#mapping-check")
    page.wait_for_selector("#mapping-result .numbers")
    page.click("#intake-new")
    expect(rows.nth(0)).to_contain_text("Report · 1 of 2 drafts to review · 1 on your map")
    # More come while others are begun, and all outlives the dialog and the page.
    drop(page, "third.txt", QUIET)
    expect(page.locator("#about-read")).to_be_visible()
    page.keyboard.press("Escape")
    page.reload()
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    page.click("#add-open")
    expect(rows).to_have_count(4)
    expect(rows.nth(0)).to_contain_text("Report · 1 of 2 drafts to review · 1 on your map")
    rows.nth(0).locator("[data-act=open]").click()
    expect(page.locator("#intake-note")).to_have_text("2 drafts · 1 accepted · 0 discarded")
    expect(page.locator("#drafts .on [data-field=title]")).to_have_value("A title of my own")
    page.click("#intake-new")
    rows.nth(1).locator("[data-act=open]").click()
    page.wait_for_selector("#mapping-result .numbers")
    expect(page.locator("#mapping-type")).to_have_value("missing")


def test_one_that_is_begun_is_dropped_when_a_person_is_sure(reader):
    page = reader.open()
    review(page)
    page.locator("#drafts .on [data-act=accept]").click()
    expect(page.locator("#intake-note")).to_contain_text("1 accepted")
    page.click("#intake-new")
    page.click("#begun [data-act=remove]")
    expect(page.locator("#sure-lines")).to_contain_text("1 draft not yet decided goes with it")
    expect(page.locator("#sure [data-sure='']")).to_be_focused()
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#begun > li")).to_have_count(1)
    page.click("#begun [data-act=remove]")
    page.click("[data-sure=list]")
    expect(page.locator("#begun")).to_have_count(0)
    expect(page.locator("#own-toggle")).to_contain_text("1 on the map")
    expect(page.locator("#intake-choose")).to_be_focused()


def test_one_that_is_begun_goes_with_what_is_on_the_map_of_it(reader):
    page = reader.open()
    review(page)
    page.click("#review-all")
    expect(page.locator("#intake-note")).to_contain_text("2 accepted")
    page.click("#intake-new")
    page.click("#begun [data-act=remove]")
    page.click("[data-sure=all]")
    expect(page.locator("#begun")).to_have_count(0)
    expect(page.locator("#own-toggle")).to_have_count(0)


def test_a_file_that_cannot_be_taken_in_says_so_in_the_list(reader):
    page = reader.open()
    page.set_input_files("#intake-file", [file("empty.txt", b""), file("report.txt", REPORT)])
    expect(page.locator("#begun > li").nth(1)).to_contain_text("not yet read")
    expect(page.locator("#begun > li").nth(0)).to_contain_text("The file is empty")
    page.locator("#begun > li").nth(0).locator("[data-act=remove]").click()
    expect(page.locator("#begun > li")).to_have_count(1)


def test_what_does_not_reach_the_server_stays_to_be_sent_again(reader):
    page = reader.open()
    page.route("**/intake/files?*", lambda route: route.abort())
    page.fill("#intake-paste", REPORT)
    page.click("#intake-paste-go")
    expect(page.locator("#begun > li")).to_contain_text("The server does not answer")
    reader.errors.clear()  # the browser's own word of what was let fail
    page.unroute("**/intake/files?*")
    page.click("#begun [data-act=again]")
    expect(page.locator("#begun > li")).to_contain_text("not yet read")


def test_a_fault_of_the_server_is_no_silence(reader):
    page = reader.open()
    page.route("**/intake/files?*", lambda route: route.fulfill(status=500, body="Internal Server Error"))
    page.set_input_files("#intake-file", [file("report.txt", REPORT)])
    expect(page.locator("#intake-error")).to_contain_text("The server failed at this")
    reader.errors.clear()  # the browser's own word of what was let fail


def test_a_file_that_the_server_no_longer_has_is_given_to_it_again(reader, case_server):
    page = reader.open()
    page.set_input_files("#intake-file", [file("report.txt", REPORT)])
    page.wait_for_selector("#about-read")
    case_server.state.intake.rooms.close_all()
    page.click("#about-read")
    expect(page.locator("#drafts")).to_be_visible()


@pytest.mark.parametrize("reader", [("desktop", "dark"), ("phone", "light")], indirect=True)
def test_the_list_is_for_everybody(reader):
    page = reader.open()
    page.set_input_files("#intake-file", [file("a.txt", REPORT), file("boats.csv", TABLE), file("empty.txt", b"")])
    expect(page.locator("#begun > li").nth(2)).to_contain_text("The file is empty")
    assert axe(page) == []
    width = page.evaluate(
        "document.querySelector('#intake-body').scrollWidth - document.querySelector('#intake-body').clientWidth"
    )
    assert width <= 0


def own_ids(page: Page) -> list[str]:
    """What of one's own is drawn: the ids of the marks that the map was given."""
    return page.evaluate(
        """async () => {
            const { chart } = await import('/assets/js/map.js');
            const { features } = await chart.map.getSource('own-points').getData();
            return features.map(({ properties }) => properties.id);
        }"""
    )


def put_on_map(page: Page) -> None:
    """Accept both drafts of the report: a strike off La Guaira, a seizure off Cartagena."""
    review(page)
    page.click("#review-all")
    expect(page.locator("#intake-note")).to_contain_text("2 accepted")
    page.keyboard.press("Escape")
    expect(page.locator("#own-toggle")).to_contain_text("2 on the map")


def test_the_filters_apply_to_ones_own_as_to_all(reader):
    page = reader.open()
    put_on_map(page)
    toggle, sentence = page.locator("#own-toggle"), page.locator("#sentence")
    expect(sentence).to_contain_text("your own: 2 of 2 on the map")
    page.fill("#search", "cartagena")
    expect(toggle).to_have_text("1 on the map · 1 left out by the filters")
    expect(sentence).to_contain_text("your own: 1 of 2 on the map")
    assert len(own_ids(page)) == 1
    page.fill("#search", "")
    expect(toggle).to_have_text("2 on the map")
    strikes = page.locator(".row[data-facet=type][data-value=strike]")
    strikes.click()
    expect(toggle).to_contain_text("1 on the map · 1 left out")
    strikes.click()
    expect(toggle).to_have_text("2 on the map")
    page.click("#own-toggle")
    expect(sentence).to_contain_text("your own: 0 of 2 on the map")


@pytest.mark.parametrize(
    ("query", "drawn"),
    [
        ("since=2026-03-03", 1),
        ("until=2026-03-02", 1),
        ("until=2025-12-31", 0),
        ("bbox=-76,10,-75,11", 1),
        ("bbox=170,0,-170,10", 0),
        ("within=-69,9,-65,9,-67,14", 1),
        ("within=-69,9,-65,9,-67,14&bbox=-76,10,-75,11", 0),
        ("precision=exact", 0),
        ("claim=claimed&type=strike,seizure", 2),
    ],
)
def test_an_address_filters_ones_own(reader, query, drawn):
    page = reader.open()
    put_on_map(page)
    page.goto(f"{reader.address}/?{query}")
    page.wait_for_selector("body[data-ready=true]", timeout=45_000)
    left = f" · {2 - drawn} left out by the filters" if drawn < 2 else ""
    expect(page.locator("#own-toggle")).to_have_text(f"{drawn} on the map{left}")
    expect(page.locator("#sentence")).to_contain_text(f"your own: {drawn} of 2 on the map")
    assert len(own_ids(page)) == drawn


def test_the_table_says_where_ones_own_are(reader):
    page = reader.open()
    put_on_map(page)
    page.click("#table-open")
    expect(page.locator("#table-note")).to_have_text("Not in this table: your own (2), listed above the filters.")


def test_one_and_all_of_ones_own_go_when_sure_and_come_back(reader):
    page = reader.open()
    put_on_map(page)
    page.click("#own summary")
    page.locator("#own li .quiet").first.click()
    expect(page.locator("#sure-lines")).to_contain_text("held in this browser alone")
    page.keyboard.press("Escape")
    expect(page.locator("#own-toggle")).to_contain_text("2 on the map")
    page.locator("#own li .quiet").first.click()
    page.click("[data-sure=go]")
    expect(page.locator("#own-toggle")).to_contain_text("1 on the map")
    expect(page.locator("#sentence")).to_contain_text("your own: 1 of 1 on the map")
    expect(page.locator("#own-undo")).to_be_focused()
    assert len(own_ids(page)) == 1
    assert axe(page) == []
    page.keyboard.press("Enter")
    expect(page.locator("#own-toggle")).to_contain_text("2 on the map")
    page.click("[data-own-batch]")
    expect(page.locator("#sure-title")).to_have_text("Remove report.txt (2)?")
    page.click("[data-sure=go]")
    expect(page.locator("#own-toggle")).to_have_count(0)
    assert own_ids(page) == []
    expect(page.locator("#sentence")).not_to_contain_text("your own")
    page.click("#own-undo")
    expect(page.locator("#own-toggle")).to_contain_text("2 on the map")
    page.click("#own-clear")
    page.click("[data-sure=go]")
    page.click("#own-forget")
    expect(page.locator("#own")).to_have_count(0)


def test_what_was_written_into_the_store_is_taken_out_of_it_again(writer, store_path):
    page = writer.open()
    review(page)
    page.locator("#drafts .on [data-act=accept]").click()
    expect(page.locator("[data-draft='0'] .state")).to_have_text("stored")
    page.locator("[data-draft='0'] [data-act=remove]").click()
    expect(page.locator("#sure-lines")).to_contain_text("goes from the store")
    page.click("[data-sure=go]")
    expect(page.locator("#intake-note")).to_have_text("2 drafts · 0 accepted · 0 discarded")
    expect(page.locator("#sentence")).to_contain_text("of 1")
    assert [each.id for each in open_store(store_path).incidents()] == ["a:1"]
    page.click("#review-all")
    expect(page.locator("#intake-note")).to_contain_text("2 accepted")
    page.click("#intake-new")
    map_table(page)
    page.click("#mapping-import")
    expect(page.locator("#intake-said")).to_have_text("2 records were imported.")
    page.click("#mapping-remove")
    page.click("[data-sure=go]")
    page.wait_for_selector("#mapping-import")
    assert len(list(open_store(store_path).incidents())) == 3
    page.click("#mapping-import")
    expect(page.locator("#intake-said")).to_have_text("2 records were imported.")
    page.click("#intake-new")
    for left in (3, 1):
        page.locator("#begun [data-act=remove]").last.click()
        page.click("[data-sure=all]")
        expect(page.locator("#sure")).to_have_count(0)
        expect(page.locator("#begun > li")).to_have_count(1 if left == 3 else 0)
        assert len(list(open_store(store_path).incidents())) == left
