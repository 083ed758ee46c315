"""Taking things away: files by dialog, command and address alike, pictures, and the page within another page."""

import json
import re
import shlex
import struct
import threading
import xml.etree.ElementTree as ET
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from dashboard.commands import main
from dashboard.page.export_dialog import command_line, filter_said
from dashboard.security import frame_ancestors
from dashboard.words import words_of
from layers.registry import LAYERS
from layers.writers import WRITERS
from records.filter import Filter

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {
    *("svg", "g", "path", "rect", "circle", "line", "text"),
    *("title", "desc", "defs", "clipPath", "pattern"),
}


@pytest.fixture(scope="module")
def client(address):
    with httpx.Client(base_url=address, timeout=60) as made:
        yield made


def run(command, folder, monkeypatch):
    """Run a command line as a shell would, in a folder, and give the file that it wrote."""
    monkeypatch.chdir(folder)
    program, *words = shlex.split(command)
    assert program == "leadline"
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 0
    return (folder / words[words.index("--to") + 1]).read_bytes()


FILES = {
    "plain": {"layer": "incidents", "ending": "geojson", "at_sea": "true"},
    "quoted": {"layer": "incidents", "ending": "csv", "text": 'it\'s $HOME `x` "y"'},
    "negative box": {"layer": "incidents", "ending": "geojsonl", "bbox": "-70,5,-58,13", "type": "strike,seizure"},
    "dash first": {"layer": "incidents", "ending": "geojson", "text": "-x"},
    "points": {"layer": "incidents", "ending": "kml", "geometry": "point", "type": "boarding"},
    "sums": {"layer": "killed", "ending": "geojson", "period": "year", "type": "strike"},
    "counted": {"layer": "incidents", "ending": "geojson", "type": "strike", "count": "corroborated,first_counts"},
    "not counted": {"layer": "incidents", "ending": "csv", "type": "strike", "count": "corroborated"},
    "page in Spanish": {"layer": "incidents", "ending": "html", "type": "boarding", "lang": "es"},
    "page": {"layer": "incidents", "ending": "html", "type": "strike", "since": "2025-09-01", "until": "2025-09-30"},
}


@pytest.mark.parametrize("asked", FILES.values(), ids=FILES.keys())
def test_command_and_address_give_the_same_bytes(client, asked, tmp_path, monkeypatch):
    told = client.get("/page/take/said", params=asked).json()
    downloaded = client.get(told["address"])
    assert downloaded.status_code == 200
    assert downloaded.headers["content-disposition"] == f'attachment; filename="{told["file"]}"'
    assert run(told["command"], tmp_path, monkeypatch) == downloaded.content


def test_the_number_of_records_and_the_size_are_those_of_the_file(client):
    asked = {"type": "strike", "layer": "incidents", "ending": "geojson"}
    told = client.get("/page/take/said", params=asked).json()
    content = client.get(told["address"]).content
    assert len(json.loads(content)["features"]) == told["records"]
    assert client.get("/page/take/size", params=asked).json() == {"bytes": len(content)}


def test_what_would_cost_too_much_is_not_written_to_be_measured(client):
    assert client.get("/page/take/size", params={"ending": "gpkg"}).json() == {"bytes": None}


def test_all_that_can_be_written_can_be_chosen(client):
    told = client.get("/page/take/choices").json()
    assert {each["ending"] for each in told["formats"]} == {each.ending for each in WRITERS}
    files_of_ones_own = {"tracks", "encounters", "overlay"}
    assert {each["name"] for each in told["layers"]} == {each.name for each in LAYERS} - files_of_ones_own
    assert {each["name"] for each in told["layers"] if each["divided"]} == {"density", "heat", "killed"}


def test_a_layer_of_ones_own_files_says_which_file_the_command_needs():
    said = command_line("case", "tracks", "tracks.csv", Filter(), {})
    assert said == "leadline export case --layer tracks --tracks FILE --to tracks.csv"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({}, ["all records of the store"]),
        ({"type": "strike,seizure"}, ["of the types strike, seizure"]),
        ({"since": "2025-09-01", "until": "2025-09-30"}, ["from 1 Sep 2025 to 30 Sep 2025"]),
        ({"until": "2025-09-30", "at_sea": "true"}, ["up to 30 Sep 2025", "without statements, designations and aid"]),
        ({"bbox": "170,-10,-170,10"}, ["that may lie within 170, -10, -170, 10 (degrees)"]),
        ({"within": "0,0,1,0,1,1"}, ["that may lie in the drawn area (3 corners)"]),
        ({"text": "<b>"}, ["with the words “<b>”"]),
        ({"claim": "claimed", "disputed": "facts"}, ["vouched for as claimed by one side", "disputed on the facts"]),
    ],
)
def test_a_filter_in_words(query, said):
    assert list(filter_said(Filter.from_query(query), words_of("en"))) == said


def test_every_part_of_a_filter_is_said():
    full = {
        **{"bbox": "1,2,3,4", "within": "0,0,1,0,1,1", "since": "2025-01-01", "until": "2025-12-31", "type": "strike"},
        **{"claim": "claimed", "disputed": "any", "precision": "near", "flag": "date_ambiguous", "text": "x"},
        "at_sea": "true",
    }
    assert set(full) == set(Filter.model_fields)
    for name in set(full) - {"since", "until"}:
        less = Filter.from_query({key: value for key, value in full.items() if key != name})
        whole = list(filter_said(Filter.from_query(full), words_of("es")))
        assert len(list(filter_said(less, words_of("es")))) == len(whole) - 1


@pytest.mark.parametrize(
    ("path", "query", "by_any"),
    [
        ("/", b"", False),
        ("/", b"embed=true", True),
        ("/", b"type=strike&embed=true&lang=es", True),
        ("/", b"text=%C2%ABlas+a%C3%B1os%C2%BB&embed=true", True),
        ("/", b"text=m%C3%BC%C3%9Fig", False),
        ("/", b"text=%FF", False),
        ("/", b"embed=false", False),
        ("/", b"embed=true&embed=false", False),
        ("/", b"sel=embed%3Dtrue", False),
        ("/export/incidents.html", b"embed=true", False),
        ("/page/open", b"embed=true", False),
    ],
)
def test_other_pages_may_frame_the_map_without_controls_alone(client, path, query, by_any):
    assert frame_ancestors(path, query) == ("" if by_any else "; frame-ancestors 'self'")
    answer = client.get(f"{path}?{query.decode()}")
    assert answer.status_code < 500
    policy = answer.headers["content-security-policy"]
    assert policy.count("frame-ancestors") == (0 if by_any else 1)
    assert "script-src 'self'" in policy


# In the browser


@pytest.fixture
def other_host():
    """Another page's server: a function from its pages to its address."""
    servers = []

    def serve(pages):
        class Pages(BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200 if self.path in pages else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(pages.get(self.path, "").encode())

            def log_message(self, *_):
                pass

        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), Pages))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.browser
def test_the_dialog_downloads_what_its_command_writes(visit, tmp_path, monkeypatch):
    page = visit.open("?type=strike&since=2025-09-01&until=2025-10-31")
    page.click("#export")
    page.select_option("#take-format", "csv")
    expect(page.locator("#take-command")).to_have_value(
        "leadline export case --since 2025-09-01 --until 2025-10-31 --type strike --at-sea --to incidents.csv"
    )
    expect(page.locator("#take-size")).to_contain_text("kB")
    expect(page.locator("#take-filter")).to_contain_text("of the types strike; from 1 Sep 2025 to 31 Oct 2025")
    with page.expect_download() as waiting:
        page.click("#take-download")
    waiting.value.save_as(tmp_path / "by-dialog")
    written = run(page.input_value("#take-command"), tmp_path, monkeypatch)
    assert written == (tmp_path / "by-dialog").read_bytes()
    assert httpx.get(page.input_value("#take-address")).content == written
    page.keyboard.press("Escape")
    expect(page.locator("#take")).to_be_hidden()
    expect(page.locator("#export")).to_be_focused()


@pytest.mark.browser
@pytest.mark.parametrize("visit", [("desktop", "light"), ("desktop", "dark"), ("phone", "light")], indirect=True)
def test_axe_finds_nothing_in_the_dialog(visit):
    page = visit.open("?lang=es" if visit.page.viewport_size["width"] < 500 else "")
    page.evaluate("document.getElementById('export').click()")  # on a phone it stands behind "more"
    for tab in ("data", "picture", "embed"):
        page.click(f"#take-tab-{tab}")
        expect(page.locator(f"#take-tab-{tab}")).to_have_attribute("aria-selected", "true")
        expect(page.locator("#take-download, #picture-png, #embed-code")).to_have_count(1)
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], node["html"][:160]) for rule in found for node in rule["nodes"][:3]] == []


CUT = """() => [...document.querySelectorAll('#take-command, #take-address, #take-geometry label')]
  .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
  .map((one) => one.id || one.textContent)"""


@pytest.mark.browser
@pytest.mark.parametrize("visit", [("desktop", "light"), ("phone", "dark")], indirect=True)
def test_command_address_and_geometry_are_shown_whole(visit):
    page = visit.open("?type=strike,seizure&since=2025-09-01&until=2025-12-31&text=boat+of+the+coast&lang=es")
    page.evaluate("document.getElementById('export').click()")
    expect(page.locator("#take-address")).to_have_value(re.compile("text="))
    assert page.evaluate(CUT) == []
    page.get_by_label("Siempre un punto").check()
    expect(page.locator("#take-command")).to_have_value(re.compile("--geometry point"))
    expect(page.locator("#take-warning")).to_be_visible()
    assert page.evaluate(CUT) == []


def picture(page, kind, tmp_path):
    with page.expect_download() as waiting:
        page.click(f"#picture-{kind}")
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def open_pictures(page, title):
    page.click("#export")
    page.click("#take-tab-picture")
    page.fill("#picture-title", title)
    expect(page.locator("#picture-preview")).to_have_attribute("src", re.compile("^blob:"))


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_svg_is_well_formed_and_its_text_is_text(visit, tmp_path, theme):
    page = visit.open("?type=strike&sel=2025-09-19-strike-1&layers=routes,regions,zones")
    title = '<script>alert(1)</script> & "quotes" ]]> \u0007 Ñandú'
    open_pictures(page, title)
    page.select_option("#picture-theme", theme)
    file = picture(page, "svg", tmp_path)
    assert file.name.endswith(".svg")
    assert file.name.startswith("leadline-script-alert-1-script-quotes-ñandú-20")
    root = ET.fromstring(file.read_bytes())
    tags = {each.tag for each in root.iter()}
    assert tags <= {SVG + name for name in DRAWN}
    texts = [each.text for each in root.iter(SVG + "text") if each.text]
    assert root.findtext(SVG + "title") == title.replace("\u0007", "")
    assert any(text.startswith("<script>") for text in texts)
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on") or "href" in name]
    assert "var(" not in file.read_text(encoding="utf-8")
    said = " ".join(texts)
    for words in (
        "Strike",
        "Caribbean Sea 15",
        "Sources: US Southern Command",
        "Made with Leadline on",
        "Natural Earth",
    ):
        assert words in " ".join(said.split())
    sea = {"light": "#e6eef2", "dark": "#0e1a22"}[theme]
    assert sea in {each.get("fill") for each in root.iter(SVG + "rect")}


@pytest.mark.browser
@pytest.mark.parametrize("visit", [("desktop", "light"), ("phone", "dark")], indirect=True)
def test_a_png_is_large_whole_and_not_empty(visit, tmp_path):
    page = visit.open("?since=2025-09-01&until=2025-12-31")
    page.evaluate("document.getElementById('export').click()")
    page.click("#take-tab-picture")
    file = picture(page, "png", tmp_path)
    content = file.read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height, depth = struct.unpack(">IIB", content[16:25])
    assert (width >= 1_600, height >= width / 2, depth) == (True, True, 8)
    pixels = zlib.decompress(b"".join(chunks(content, b"IDAT")))
    assert len(pixels) in (height * (1 + 3 * width), height * (1 + 4 * width))
    assert len(set(pixels)) > 100


def chunks(content, wanted):
    """The data of a PNG's chunks of one kind; their sums are checked."""
    at = 8
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        (total,) = struct.unpack(">I", content[at + 8 + length : at + 12 + length])
        assert zlib.crc32(kind + data) == total
        if kind == wanted:
            yield data
        at += 12 + length


@pytest.mark.browser
def test_a_picture_holds_no_more_than_the_window(visit, tmp_path):
    page = visit.open("?type=strike&since=2025-09-02&until=2025-09-02")
    open_pictures(page, "One")
    root = ET.fromstring(picture(page, "svg", tmp_path).read_bytes())
    said = [each.text for each in root.iter(SVG + "text")]
    assert "Strike  1" in said
    assert not [text for text in said if text and text.startswith("Eastern Pacific")]


@pytest.mark.browser
def test_the_legend_of_a_picture_has_the_colours_and_the_hatching_and_its_file_the_day(visit, tmp_path):
    page = visit.open("?layers=density&lang=es")
    open_pictures(page, "Ataques de EE. UU. a embarcaciones y todo lo que los rodea")
    file = picture(page, "svg", tmp_path)
    assert re.search(r"-\d{4}-\d\d-\d\d\.svg$", file.name)
    root = ET.fromstring(file.read_bytes())
    signs = {each.findtext(SVG + "text"): each for each in root.iter(SVG + "g") if each.find(SVG + "text") is not None}
    colours = [signs[name].find(SVG + "rect").get("fill") for name in ("0,003", "0,01", "0,03", "0,1", "0,3", "1")]
    assert len(set(colours)) == 6
    assert {"barra de tiempo: sin datos, no es calma", "barra de tiempo: datos incompletos"} <= set(signs)


@pytest.mark.browser
def test_the_snippet_shows_the_map_without_controls_in_another_page(visit, browser, other_host):
    page = visit.open("?type=strike&since=2025-10-01&table=shown")
    page.click("#export")
    page.click("#take-tab-embed")
    page.fill("#embed-width", "700")
    code = page.input_value("#embed-code")
    assert 'title="US boat strikes and what surrounds them"' in code
    assert 'width="700"' in code
    other = browser.new_page(viewport={"width": 900, "height": 700})
    framed = code.replace("embed=true", "embed=false")
    start = "<!doctype html><title>Another page</title><h1>News</h1>"
    news = other_host({"/": f"{start}{code}", "/controls": f"{start}{framed}"})
    other.goto(news)
    frame = other.frame_locator("iframe")
    expect(frame.locator("body[data-ready=true]")).to_have_count(1, timeout=45_000)
    expect(frame.locator("#embed h2")).to_have_text("US boat strikes and what surrounds them")
    for gone in ("#header", "#rail", "#drawer", "#export"):
        expect(frame.locator(gone)).to_be_hidden()
    frame.locator("#embed button").click()
    expect(frame.locator("#rail")).to_be_visible()
    whole = parse_qs(urlsplit(frame.locator("#embed a").get_attribute("href")).query)
    assert (whole["type"], whole["since"]) == (["strike"], ["2025-10-01"])
    assert "embed" not in whole
    with other.expect_event("requestfailed", lambda request: "embed=false" in request.url):
        other.goto(f"{news}/controls")
    other.close()


@pytest.mark.browser
@pytest.mark.parametrize("visit", [("desktop", "light"), ("phone", "dark")], indirect=True)
def test_axe_finds_nothing_in_the_embedded_page(visit):
    page = visit.open("?embed=true&lang=es")
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], node["html"][:160]) for rule in found for node in rule["nodes"][:3]] == []
