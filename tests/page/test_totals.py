"""The panel of running totals: its numbers, and the panel as a person uses it."""

import re
from datetime import date
from itertools import pairwise

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from dashboard.app import make_app
from dashboard.free_port import served as serving
from dashboard.page.asof import asof_of
from dashboard.page.compare import compared_of
from dashboard.page.totals import toll_of, totals_of
from dashboard.served import Served
from dashboard.words import words_of
from records.asof import record_as_of, toll_known
from records.case.words import own_words
from records.filter import Filter
from records.incident import Incident
from records.store import open_store
from records.store.geopackage import GeoPackageStore
from records.toll import Choice


@pytest.fixture(scope="module")
def served():
    return Served.of(open_store("case"))


def test_the_steps_end_with_the_sum_of_all(served):
    told = totals_of(served, Filter())
    assert told["killed"][-1] == told["all"]["killed"] == (195, 209)
    assert told["days"] == sorted(told["days"])
    assert told["whole"]


def test_a_window_sums_its_own_and_leaves_the_running_total(served):
    told = totals_of(served, Filter(since="2025-10-01", until="2025-10-31"))
    assert told["all"]["killed"] == (195, 209)
    assert told["window"]["killed"] == (44, 45)
    assert told["whole"]


def test_a_filter_is_said_and_published_totals_stay_against_everything(served):
    told = totals_of(served, Filter(claim=("corroborated",)))
    assert not told["whole"]
    assert told["all"]["records"] < 10
    assert told["published"] == totals_of(served, Filter())["published"]


def test_addresses_are_told_only_where_they_may_be_links(served):
    published = totals_of(served, Filter())["published"]
    assert len(published) == 47
    for one, total in zip(published, served.store.published_totals(), strict=True):
        assert (one["url"] is not None) == total.link


def test_gaps_of_other_events_are_left_to_the_time_bar(served):
    gaps = totals_of(served, Filter())["gaps"]
    assert {kind for gap in gaps for kind in gap["event_types"]} == {"strike"}
    assert len(gaps) < len(served.store.gaps())


def test_a_store_of_its_own_has_neither_published_totals_nor_gaps(tmp_path):
    store = GeoPackageStore(tmp_path / "own.gpkg", create=True)
    store.put([Incident(id="a:1", event_type="strike", sub_event_type="boat_strike", date_start="2024-05-01")])
    told = totals_of(Served.of(store), Filter())
    assert (told["published"], told["gaps"]) == ([], [])
    assert told["all"]["no_toll"] == 1


@pytest.fixture
def attacks(tmp_path):
    """What is served of a store without boat strikes: two attacks, one event without a toll, two that never count."""
    kinds = {
        "a:1": ("attack", 2, 3),
        "a:2": ("hijack", 4, 4),
        "a:3": ("other", None, None),
        "a:4": ("statement", 90, 90),
    }
    records = [
        Incident(id=id, event_type=kind, date_start="2024-05-01", killed_min=low, killed_max=high)
        for id, (kind, low, high) in kinds.items()
    ]
    withdrawn = records[0].model_copy(update={"id": "a:5", "claim_status": "retracted"})
    store = GeoPackageStore(tmp_path / "attacks.gpkg", create=True)
    store.put([*records, withdrawn])
    return Served.of(store)


def test_a_store_without_boat_strikes_counts_its_incidents(attacks, served):
    told = totals_of(attacks, Filter())
    assert (told["counted"], told["all"]["killed"], told["all"]["strikes"]) == ("incidents", (6, 7), (3, 3))
    assert (told["killed"][-1], told["all"]["no_toll"], told["whole"]) == ((6, 7), 1, True)
    assert totals_of(attacks, Filter(type=("hijack",)))["all"]["killed"] == (4, 4)
    assert totals_of(served, Filter())["counted"] == "strikes"
    toll = toll_of(attacks, Filter(), Choice(corroborated=True))
    assert (toll["counted"], toll["records"], toll["left_out"]) == ("incidents", 0, 3)


def test_of_incidents_the_parts_and_the_day_are_counted_too(attacks):
    known = asof_of(attacks, Filter(), date(2100, 1, 1), words_of("en"))
    assert known["counted"] == "incidents"
    told = compared_of(attacks, Filter(), "period", ("2024-05-01/2024-05-02", "2024-06-01/2024-06-02"), words_of("en"))
    figures = {one["name"]: one["range"] for one in told["parts"][0]["figures"]}
    assert (figures["Incidents at sea"], figures["Killed"]) == ((3, 3), (6, 7))
    assert "3 more incidents at sea" in " ".join(told["said"])


@pytest.mark.browser
def test_a_store_that_states_no_toll_does_not_add_up_to_none(browser, tmp_path):
    store = GeoPackageStore(tmp_path / "unstated.gpkg", create=True)
    store.put(Incident(id=f"a:{year}", event_type="attack", date_start=f"{year}-05-01") for year in (1980, 2020))
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    with serving(make_app(store.address).server) as address:
        page.goto(f"{address}/?panel=totals")
        said = "No toll is stated in 2 records: there is nothing to add up."
        expect(page.locator("#totals-sentence")).to_have_text(said)
        expect(page.locator(".totals-legend span")).to_have_count(1)
        years = page.locator("#totals-chart .grid text.year")
        expect(years.first).to_be_visible()
        boxes = [years.nth(at).bounding_box() for at in range(years.count())]
        assert all(one["x"] + one["width"] < other["x"] for one, other in pairwise(boxes))
        page.click("[data-panel=toll]")
        expect(page.locator("#totals-sentence")).to_have_text(said)
    page.close()


def test_a_choice_narrows_the_sums_and_the_matrix_alike(served):
    choice = Choice(first_counts=True)
    told = totals_of(served, Filter(), choice)
    assert told["all"]["killed"] == toll_of(served, Filter(), choice)["toll"] == (195, 197)
    assert not told["whole"]


def test_the_matrix_follows_the_filter(served):
    told = toll_of(served, Filter(until="2025-10-01"), Choice())
    assert (told["toll"], told["claimants"]) == ((17, 17), ("Donald Trump",))


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        ("totals", "count=guesses"),
        ("totals", "since=soon"),
        ("toll", "count=guesses"),
        ("toll", "since=soon"),
        ("asof", "since=soon"),
    ],
)
def test_an_unknown_choice_or_filter_is_said(address, path, wrong):
    with httpx.Client(base_url=address, timeout=30) as client:
        assert client.get(f"/page/{path}?count=corroborated,first_counts").status_code == 200
        answer = client.get(f"/page/{path}?{wrong}")
        assert answer.status_code == 400
        assert wrong.split("=")[1] in answer.text


def test_as_of_a_day_every_record_is_in_one_part(served):
    told = asof_of(served, Filter(), date(2025, 12, 31), words_of("en"))
    assert told["known"] + told["counts"]["later"] + told["counts"]["undated"] == told["total"] == 167
    assert told["published"] == {
        "killed": 123,
        "publisher": "Microvibe News (repost of The Intercept)",
        "day": "2025-12-31",
    }
    assert told["killed"][1] <= 123


def test_as_of_counts_without_a_date_are_left_out_and_told(served):
    strikes = Filter(type=("strike",))
    told = asof_of(served, strikes, date(2100, 1, 1), words_of("en"))
    known = [record_as_of(record, date(2100, 1, 1)) for record in served.selection(strikes).incidents()]
    other = [one for one in known if toll_known(one) != (one.record.killed_min, one.record.killed_max)]
    without = [one for one in known if "killed" in {claim.field for claim in one.undated_claims}]
    assert told["killed_undated"] == len(without) > 0
    assert asof_of(served, strikes, date(2025, 9, 1), words_of("en"))["killed_undated"] == 0
    assert {one.record.id for one in other if one.record.killed_min is not None} <= {one.record.id for one in without}


def test_as_of_today_where_no_source_has_a_date(served):
    told = asof_of(served, Filter(text="no record says this"), None, words_of("en"))
    assert (told["total"], told["day"][:2]) == (0, "20")


def test_as_of_what_was_said_since_is_named_with_its_day(served):
    told = asof_of(served, Filter(), date(2025, 11, 1), words_of("en"))
    (row,) = [row for row in told["parts"]["changed"]["rows"] if row["id"] == "2025-09-02-strike-1"]
    assert row["said"][0] == "2 Nov 2025: Donald Trump: killed 11"
    (row,) = [row for row in told["parts"]["undated"]["rows"] if row["id"] == "2025-09-15-strike-1"]
    assert row["said"][0].startswith("Gustavo Petro, Nicolás Maduro · facts disputed: Petro names")


def test_as_of_without_a_day_is_the_end_of_the_window(served):
    assert asof_of(served, Filter(until="2025-10-31"), None, words_of("en"))["day"] == "2025-10-31"


def test_too_many_records_are_said_to_be(served, monkeypatch):
    monkeypatch.setattr("dashboard.page.asof.MOST_RECORDS", 10)
    assert asof_of(served, Filter(), None, words_of("en")) == {"day": None, "total": 167, "too_many": True}


class TestPanel:
    pytestmark = pytest.mark.browser

    def test_the_button_opens_it_and_the_address_keeps_it(self, visit):
        page = visit.open()
        page.click("#totals-open")
        expect(page.locator("#totals-sentence")).to_contain_text("195–209 killed in 66–67 strikes on 68 boats")
        expect(page.locator("#totals [data-dot]")).to_have_count(47)
        page.click("[data-figure=strikes]")
        page.wait_for_url("**/*panel=totals*figure=strikes*")
        expect(page.locator("#totals [data-dot]")).to_have_count(25)
        page.keyboard.press("Escape")
        expect(page.locator("#totals")).to_be_hidden()
        page.wait_for_url(lambda url: "panel" not in url)

    def test_arrows_go_from_dot_to_dot_and_say_who_published_what(self, visit):
        page = visit.open("?panel=totals")
        page.locator("#totals .dots").focus()
        page.keyboard.press("End")
        expect(page.locator("#totals-said")).to_contain_text("US Southern Command: 239 killed, 71 strikes")
        expect(page.locator("#totals-said")).to_contain_text("Strikes are missing here")
        assert page.locator("#totals-said a").get_attribute("href").startswith("https://www.southcom.mil/")
        page.keyboard.press("Home")
        expect(page.locator("#totals-said")).to_contain_text("in the range")
        expect(page.locator("#totals-said a")).to_have_count(0)
        assert page.locator("#sheet").is_hidden()

    def test_a_pointer_reads_dots_gaps_and_days(self, visit):
        page = visit.open("?panel=totals")
        page.locator("#totals .outside[data-dot]").last.hover()
        expect(page.locator("#totals-said")).to_contain_text("71 strikes")
        page.locator("#totals .gap.all").first.hover(position={"x": 40, "y": 20})
        expect(page.locator("#totals-said")).to_contain_text("One account speaks of a pause")
        box = page.locator("#totals-chart").bounding_box()
        page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.75)
        expect(page.locator("#totals-said")).to_contain_text("Up to ")

    def test_the_window_is_its_axis_and_a_filter_its_sum(self, visit):
        page = visit.open("?panel=totals&since=2025-12-01&until=2025-12-31")
        expect(page.locator("#totals-sentence")).to_contain_text("In the time window: 32–40 killed")
        assert page.locator("#totals [data-dot]").count() < 15
        page.click(".row[data-value=strike]")
        expect(page.locator("#totals-sentence")).to_contain_text("No boat strike is among the records shown")

    @pytest.mark.parametrize("visit", [("desktop", "dark"), ("phone", "light")], indirect=True)
    def test_the_table_says_the_same_and_axe_finds_nothing(self, visit):
        page = visit.open("?panel=totals")
        page.click("#totals-as-table")
        expect(page.locator("#totals-table tbody tr")).to_have_count(47)
        expect(page.locator("#totals-table .outside")).to_have_count(14)
        assert [rule["id"] for rule in Axe().run(page).response["violations"]] == []
        page.click("#totals-as-table")
        expect(page.locator("#totals [data-dot]")).to_have_count(47)

    @pytest.mark.parametrize("visit", [("phone", "dark"), ("desktop", "light")], indirect=True)
    def test_a_toll_can_be_argued_with_and_the_address_keeps_how(self, visit):
        page = visit.open("?panel=toll")
        expect(page.locator("#totals-sentence")).to_have_text(
            "195–209 killed in 66–67 strikes, in 56 announcements, as claimed. 2 without a toll."
        )
        page.click("[data-narrowing=corroborated]")
        expect(page.locator("#totals-sentence")).to_contain_text("21–23 killed in 6 strikes, in 4 announcements")
        expect(page.locator("#totals-sentence")).to_contain_text("52 announcements left out")
        page.wait_for_url("**/*panel=toll*count=corroborated*")
        expect(page.locator(".matrix thead th")).to_have_count(2)
        assert [rule["id"] for rule in Axe().run(page).response["violations"]] == []
        page.click("[data-panel=totals]")
        expect(page.locator("#totals-sentence")).to_contain_text("add up to 21–23 killed")
        expect(page.locator("#totals-sentence")).to_contain_text("published totals are of all strikes")

    @pytest.mark.parametrize("visit", [("desktop", "dark"), ("phone", "light")], indirect=True)
    def test_as_of_a_day_can_be_asked_and_leads_to_records(self, visit):
        page = visit.open("?panel=asof&day=2025-11-01")
        expect(page.locator("#totals-sentence")).to_contain_text("By 1 Nov 2025 something had been said of")
        assert page.input_value("#totals-day") == "2025-11-01"
        assert [rule["id"] for rule in Axe().run(page).response["violations"]] == []
        page.fill("#totals-day", "2025-12-31")
        expect(page.locator("#totals-sentence")).to_contain_text("By 31 Dec 2025")
        page.wait_for_url("**/*panel=asof*day=2025-12-31*")
        page.locator(".asof-part [data-select]").first.click()
        expect(page.locator("#sheet-body h2")).to_be_visible(timeout=20_000)
        page.locator("#sheet-close").click()


@pytest.mark.browser
def test_the_time_bar_hatches_what_is_missing_and_says_why(visit):
    page = visit.open()
    gap = page.locator("#time-plot .gap.all").first
    gap.hover(position={"x": 10, "y": 14})
    expect(page.locator("#tip")).to_contain_text("No data, not quiet · Strikes")
    page.click("[data-only=type][data-value=aircraft_approach]", force=True)
    expect(page.locator("#time-plot .gap.all")).to_have_count(0)
    assert page.locator("#time-plot .gap.some").count() >= 1


def test_gaps_and_differences_are_told_in_the_language_of_the_page(served):
    told = totals_of(served, Filter(), words=words_of("es"))
    assert told["gaps"][0]["what"] == "Una cifra de muertos"
    assert all(one["difference"] in own_words("es").values() for one in told["published"] if one["difference"])
    assert all(one["scope"] in own_words("es").values() for one in told["published"] if one["scope"])


def test_claimants_are_named_in_the_language_of_the_page(served):
    named = toll_of(served, Filter(), Choice(), words_of("es"))["named"]
    assert named["US Southern Command"] == "Comando Sur de EE. UU."


@pytest.mark.browser
@pytest.mark.parametrize(
    ("lang", "read", "written", "wrong"),
    [("en", "31 Dec 2025", "15 jan 2026", "no day"), ("es", "31 dic 2025", "15 ene 2026", "no es un día")],
)
def test_a_day_is_read_back_in_the_language_of_the_page(visit, lang, read, written, wrong):
    page = visit.open(f"?lang={lang}&panel=asof")
    field, said = page.locator("#totals-day"), page.locator("#totals-day-read")
    field.fill("2025-12-31")
    expect(said).to_have_text(read)
    field.press("Enter")
    expect(page).to_have_url(re.compile("day=2025-12-31"))
    field.press("ArrowUp")
    expect(field).to_have_value("2026-01-01")
    field.fill(written)
    field.press("Enter")
    expect(field).to_have_value("2026-01-15")
    field.fill("soon")
    field.press("Enter")
    expect(said).to_contain_text(wrong)
    expect(field).to_have_attribute("aria-invalid", "")
    expect(page).to_have_url(re.compile("day=2026-01-15"))
    assert page.locator("input[type=date]").count() == 0
