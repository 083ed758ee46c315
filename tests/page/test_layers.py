"""The page's layers from the registry: what the docs show as a layer of one's own is offered everywhere."""

import importlib.util
import json
import re

import httpx
import pytest
from playwright.sync_api import expect

from dashboard.commands import main
from dashboard.page import map_layers
from dashboard.state import PageState
from dashboard.state import map_layers as map_layer_names
from dashboard.words import words_of
from layers import registry
from layers.selection import Selection
from records.filter import Filter
from records.store import open_store
from tests.page.until import until

EXAMPLE = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)


@pytest.fixture(scope="module")
def client(address):
    with httpx.Client(base_url=address, timeout=60) as made:
        yield made


@pytest.fixture
def example(root, tmp_path, monkeypatch):
    """The layer of the docs as a module, registered."""
    (text,) = EXAMPLE.findall((root / "docs" / "layers.md").read_text(encoding="utf-8"))
    assert len(text.splitlines()) < 60
    path = tmp_path / "disputes.py"
    path.write_text(text, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("layers.disputes", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(registry, "LAYERS", (*registry.LAYERS, module.LAYER))
    return module.LAYER


def test_the_layer_of_the_docs_is_exported(example, capfdbinary):
    with pytest.raises(SystemExit) as left:
        main(["export", "case", "--layer", "disputes", "--claim", "claimed"])
    assert not left.value.code
    collection = json.loads(capfdbinary.readouterr().out)
    assert collection["note"].startswith("Regions of records")
    first = collection["features"][0]
    assert first["properties"]["disputed_on"] in ("facts", "legality", "both")
    assert first["properties"]["fill"] in ("#84449b", "#b57a00", "#6b7883")


def test_the_layer_of_the_docs_is_served_as_a_file_and_for_the_map(example, client):
    file = client.get("/export/disputes.geojson", params={"disputed": "facts"}).json()
    assert {each["properties"]["disputed_on"] for each in file["features"]} <= {"facts", "both"}
    drawn = client.get("/page/layers/disputes.geojson", params={"disputed": "facts"}).json()
    assert len(drawn["features"]) == len(file["features"]) > 0
    told = drawn["features"][0]["properties"]
    assert set(told) == {"tip", "record", "disputed_on"}
    assert told["tip"].split("\n")[1].startswith("objection: ")


def test_the_layer_of_the_docs_is_in_the_list_the_legend_and_the_address(example, client):
    page = client.get("/").text
    assert "legend-disputes" in page
    assert "Lawfulness" in page
    assert "page-disputes-fill" in json.dumps(client.get("/page/map").json())
    assert PageState.from_query({"layers": "routes,disputes"})[0].layers == ("routes", "disputes")


@pytest.mark.browser
def test_the_layer_of_the_docs_is_drawn_and_opens_its_record(example, visit):
    page = visit.open("?layers=disputes")
    expect(page.locator("#legend-disputes")).to_be_visible()
    opened = page.evaluate(
        """async () => {
            const { chart } = await import('/assets/js/map.js');
            const held = await chart.map.getSource('page-disputes').getData();
            return held.features.map(({ properties }) => properties.record);
        }"""
    )
    assert len(opened) > 5
    assert all(opened)


def test_without_it_nothing_knows_its_name(client):
    assert client.get("/page/layers/disputes.geojson").status_code == 404
    assert client.get("/export/disputes.geojson").status_code == 404
    assert "disputes" not in map_layer_names()


def test_every_layer_of_the_page_has_a_row_a_source_and_drawings(client):
    page = client.get("/").text
    offered = [each for each in registry.page_layers() if each.offered(Selection(open_store("case")))]
    assert {"density", "heat", "killed", "pins"} <= {entry.name for entry in offered}
    for entry in offered:
        assert f"legend-{entry.name}" in page
        assert map_layers.source_id(entry) in map_layers.sources()
    drawn = [each["source"] for each in map_layers.drawings("fill", "line", "point")]
    assert {map_layers.source_id(entry) for entry in registry.page_layers()} == set(drawn)


def test_more_than_can_be_drawn_is_counted(monkeypatch):
    monkeypatch.setattr(map_layers, "MAX_FEATURES", 10)
    selection = Selection(open_store("case"), Filter(at_sea=True))
    found = map_layers.answer(registry.layer_named("pins"), selection, words_of("en"))
    assert (len(found["features"]), found["left_out"]) == (10, 128)


@pytest.mark.parametrize("name", ["density", "heat"])
def test_what_is_spread_too_thin_is_said(name):
    selection = Selection(open_store("case"), Filter(text="2025-11-15-strike-1"), zoom=3.0)
    assert len(list(selection.incidents())) == 1
    found = map_layers.answer(registry.layer_named(name), selection, words_of("en"))
    assert found["features"] == []
    assert found["unpainted"] > 0


def test_words_of_a_layer_are_in_the_language_of_the_reader(client):
    found = client.get("/page/layers/pins.geojson", params={"lang": "es", "at_sea": "true"}).json()
    assert "la verdad puede estar a" in found["features"][0]["properties"]["tip"]


@pytest.mark.parametrize(("path", "status"), [("incidents", 404), ("nothing", 404), ("density?type=nonsense", 400)])
def test_what_the_page_does_not_offer_is_refused(client, path, status):
    name, _, query = path.partition("?")
    assert client.get(f"/page/layers/{name}.geojson?{query}").status_code == status


@pytest.mark.parametrize("period", ["month", "year"])
def test_periods_are_exported_and_unknown_ones_refused(client, period):
    found = client.get("/export/heat.geojson", params={"period": period, "type": "strike", "bbox": "-75,8,-59,16"})
    assert all(each["properties"]["period_start"] for each in found.json()["features"])
    assert client.get("/export/heat.geojson", params={"period": "fortnight"}).status_code == 400


def on_map(page, name):
    """How many features a layer has been given, and whether its first drawing is visible."""
    return page.evaluate(
        """async (name) => {
            const { chart } = await import('/assets/js/map.js');
            const held = await chart.map.getSource(`page-${name}`).getData();
            const layer = chart.map.getStyle().layers.find(({ source }) => source === `page-${name}`);
            return [held.features.length, chart.map.getLayoutProperty(layer.id, 'visibility')];
        }""",
        name,
    )


@pytest.mark.browser
def test_a_row_switches_a_layer_on_and_off_and_keeps_it_in_the_address(visit):
    page = visit.open()
    assert on_map(page, "pins") == [0, "none"]
    row = page.locator('[data-page-layer="pins"]')
    with page.expect_response("**/page/layers/pins.geojson*"):
        row.click()
    expect(row).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#legend-pins")).to_contain_text("Hardly any stands where the event was")
    page.wait_for_url("**/*layers=routes,regions,pins*")
    until(
        page,
        """async () => {
            const { chart } = await import('/assets/js/map.js');
            return (await chart.map.getSource('page-pins').getData()).features.length > 100;
        }""",
    )
    row.click()
    expect(page.locator("#legend-pins")).to_be_hidden()
    page.wait_for_function("() => !location.search.includes('pins')")
    assert on_map(page, "pins")[1] == "none"


@pytest.mark.browser
def test_a_layer_follows_filter_and_window_and_its_marks_step_back(visit):
    page = visit.open("?layers=pins,density&type=strike")
    assert on_map(page, "pins") == [54, "visible"]
    assert page.evaluate("async () => (await import('/assets/js/layers.js')).marksOpacity()") == 0
    with page.expect_response("**/page/layers/density.geojson*type=seizure*"):
        page.locator('[data-only="type"][data-value="seizure"]').click()
    with page.expect_response("**/page/layers/density.geojson*since=*"):
        page.locator("#time-last").click()


@pytest.mark.browser
def test_the_tip_tells_what_a_cell_holds(visit):
    page = visit.open("?layers=density&at=-90,6,4&type=strike")
    box = page.locator("#ground").bounding_box()
    found = page.evaluate(
        """async () => {
            const { chart } = await import('/assets/js/map.js');
            while (!chart.map.loaded()) await new Promise((done) => setTimeout(done, 50));
            const { layerUnder } = await import('/assets/js/layers.js');
            for (let x = 340; x < 1100; x += 15) for (let y = 100; y < 560; y += 15) {
                const { underPoint } = await import('/assets/js/map.js');
                const told = underPoint({ x, y }, 5);
                if (told.layer && !told.record) return [x, y];
            }
        }"""
    )
    page.mouse.move(box["x"] + found[0] - 2, box["y"] + found[1])
    page.mouse.move(box["x"] + found[0], box["y"] + found[1], steps=3)
    expect(page.locator("#tip")).to_contain_text("events expected here")
    expect(page.locator("#tip")).to_contain_text("Density of events")


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720)])
def test_all_layers_stand_in_sight_and_none_is_cut(visit, language, width, height):
    visit.page.set_viewport_size({"width": width, "height": height})
    page = visit.open(f"?lang={language}")
    bar = page.locator("#timebar").bounding_box()["y"]
    rows = page.locator("#rail .row[data-facet=layer]:visible")
    assert rows.count() >= 8
    for row in rows.all():
        box = row.bounding_box()
        assert box["y"] + box["height"] < bar
        covering = "(at) => document.elementFromPoint(at.x + 4, at.y + 4).closest('[data-facet=layer]')?.dataset.value"
        assert page.evaluate(covering, box) == row.get_attribute("data-value")
    page.click("[data-value=zones]")  # with a legend the list scrolls
    cut = "(all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent)"
    assert page.eval_on_selector_all("#rail .row[data-facet=layer] .row-name", cut) == []
    page.click("[data-value=zones]")
    hidden_px = page.eval_on_selector(".rail-filters", "(one) => one.scrollHeight - one.clientHeight")
    assert (hidden_px <= 0) == (height == 900)


def test_the_legend_of_zones_has_the_dashes_of_the_map():
    """Swatches of one width are told apart by their dashes, as the lines of the map are."""
    entry = registry.layer_named("zones")
    told = [map_layers._swatch(entry, one).style for one in entry.paint.classes]
    assert [style.get("--dash") for style in told] == [
        "repeating-linear-gradient(90deg, var(--colour) 0px 1px, transparent 1px 3px)",
        "repeating-linear-gradient(90deg, var(--colour) 0px 4px, transparent 4px 8px)",
        None,
    ]
    assert {style["--width"] for style in told} == {"1px"}
