"""What the server answers besides the page itself."""

import json
import socket

import httpx
import pytest

from dashboard.app import make_app, warm
from dashboard.commands import main
from dashboard.page.callbacks import sheet_body
from dashboard.words import words_of
from geo import coast, zones
from layers import waters
from layers.style import DARK, LIGHT


@pytest.fixture(scope="module")
def client(address):
    with httpx.Client(base_url=address, timeout=30) as made:
        yield made


def test_health(client):
    assert client.get("/healthz").json() == {"status": "ok"}


@pytest.mark.parametrize(
    "path", ["/ogc/nothing", "/export/nothing", "/export/x.geojson", "/nothing", "/page/basemap/x.geojson"]
)
def test_unknown_paths_are_not_the_page(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "text/html" not in answer.headers["content-type"]


def test_the_page_names_no_other_host_and_carries_a_policy(client):
    answer = client.get("/")
    assert answer.status_code == 200
    assert "//" not in answer.text.replace("http://www.w3.org", "").partition("<body>")[0]
    assert "script-src 'self' 'sha256-" in answer.headers["content-security-policy"]


LEFT_OUT = "Left out of the address, for it could not be read"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("precision=nonsense&at=1", [f"{LEFT_OUT}: precision (known: exact, near, area, region, unknown); at."]),
        ("panel=matrix", [f"{LEFT_OUT}: panel (known: totals, toll, asof, compare)."]),
        ("compare=toll:x", [f"{LEFT_OUT}: compare (known: source:…, period:…, area:…)."]),
        ("theme=x&lang=es", ["No se pudo leer en la dirección y se omite: theme (se conocen: light, dark)."]),
        ("tpye=strike&type=strike", [f"{LEFT_OUT}: tpye."]),
        ("lang=xx", [f"{LEFT_OUT}: lang (known: en, es)."]),
    ],
)
def test_what_is_left_out_of_an_address_is_said_in_its_language(client, query, said):
    answer = client.get(f"/page/open?{query}").json()
    assert (answer["problems"], answer["state"]["language"]) == (said, "es" if "lang=es" in query else "en")


def test_the_first_answer_holds_state_view_and_numbers(client):
    answer = client.get("/page/open", params={"type": "strike", "since": "2025-10-01"}).json()
    assert answer["state"]["filter"] == {"since": "2025-10-01", "type": "strike", "at_sea": "true"}
    assert len(answer["frame"]["marks"]["id"]) == 56
    assert answer["counts"]["matched"] < 56
    assert answer["counts"]["total"] == 167


def test_numbers_alone(client):
    answer = client.get("/page/said", params={"type": "strike", "at_sea": "true"}).json()
    assert set(answer) == {"counts", "sentence"}
    assert answer["sentence"]["killed_min"] <= answer["sentence"]["killed_max"]


def test_rows_come_by_parts_with_the_number_of_all(client):
    asked = {"at_sea": "true", "start": 100, "end": 110, "lang": "es"}
    answer = client.get("/page/rows", params=asked).json()
    assert (len(answer["rows"]), answer["count"]) == (10, client.get("/page/said").json()["counts"]["on_map"])
    assert client.get("/page/rows", params={"sort": "picnic"}).status_code == 422


@pytest.mark.parametrize("path", ["/page/view", "/page/said", "/page/rows", "/export/incidents.geojson"])
def test_a_wrong_filter_is_refused_with_its_reason(client, path):
    answer = client.get(path, params={"type": "nonsense"})
    assert answer.status_code == 400
    assert "type" in answer.json()["detail"]


def test_an_export_is_never_wider_than_asked(client):
    answer = client.get("/export/incidents.geojson", params={"tpye": "strike"})
    assert answer.status_code == 400
    assert "tpye" in answer.json()["detail"]


@pytest.mark.parametrize(("layer", "option"), [("tracks", "--tracks"), ("overlay", "--overlay")])
def test_a_layer_of_own_files_that_were_not_given_is_no_empty_file(client, layer, option):
    answer = client.get(f"/export/{layer}.geojson")
    assert answer.status_code == 404
    assert answer.json()["detail"] == (
        f"the layer '{layer}' is made of files of your own – give them with {option} FILE to the command, "
        "or to 'leadline serve'"
    )


def test_the_export_is_the_filter(client):
    answer = client.get("/export/incidents.geojson", params={"type": "strike", "until": "2025-09-30"})
    assert answer.headers["content-disposition"] == 'attachment; filename="incidents.geojson"'
    features = json.loads(answer.content)["features"]
    assert {feature["properties"]["event_type"] for feature in features} == {"strike"}


def test_an_export_may_ask_for_more_in_words_of_columns(client):
    asked = [("type", "strike"), ("type", "seizure"), ("where", "killed_min >= 5 OR event_type = 'seizure'")]
    found = [
        each["properties"]
        for each in json.loads(client.get("/export/incidents.geojson", params=asked).content)["features"]
    ]
    assert {each["event_type"] for each in found} == {"strike", "seizure"}
    assert all(each["event_type"] == "seizure" or each["killed_min"] >= 5 for each in found)
    refused = client.get("/export/incidents.geojson", params={"where": "picnic = 3"})
    assert (refused.status_code, "picnic" in refused.json()["detail"]) == (400, True)


@pytest.mark.parametrize("name", ["land", "countries", "labels"])
def test_the_basemap_is_geojson(client, name):
    answer = client.get(f"/page/basemap/{name}.geojson")
    assert answer.json()["type"] == "FeatureCollection"
    assert "max-age" in answer.headers["cache-control"]


def test_the_style_sheet_has_the_colours_of_the_layers(root):
    sheet = (root / "dashboard" / "assets" / "css" / "1-tokens.css").read_text(encoding="utf-8")
    light, _, dark = sheet.partition('[data-theme="dark"]')
    for text, theme in ((light, LIGHT), (dark, DARK)):
        tokens = {"sea": theme.sea, "land": theme.land, "route": theme.route, "migration": theme.migration}
        tokens |= {f"type-{family}": colour for family, colour in theme.families.items()}
        assert [name for name, colour in tokens.items() if f"--{name}: {colour};" not in text] == []


def test_a_taken_port_is_one_clear_line(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as left:
            main(["serve", "--port", str(port)])
    assert left.value.code == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert f"port {port}" in said
    assert f"--port {port + 1}" in said


def test_tallies_are_named_in_the_readers_language(client):
    names = {
        lang: {tally["name"] for tally in client.get("/page/view", params={"lang": lang}).json()["frame"]["tallies"]}
        for lang in ("en", "es")
    }
    assert "Caribbean Sea" in names["en"]
    assert "Mar Caribe" in names["es"]
    assert "Aguas frente a Venezuela" in names["es"]
    opened = client.get("/page/open", params={"lang": "es"}).json()["frame"]["tallies"]
    assert {tally["name"] for tally in opened} == names["es"]


def test_a_warm_server_has_loaded_what_a_sheet_looks_up(monkeypatch):
    monkeypatch.setattr(waters, "_KEPT", {})  # what other tests asked for
    loaded = (coast._pieces, zones._internal_cells)
    for kept in loaded:
        kept.cache_clear()
    app = make_app("case")
    warm(app)
    misses = [kept.cache_info().misses for kept in loaded]
    assert all(misses)
    served = app.server.state.served
    assert sheet_body(served, "2025-09-19-strike-1", words_of("en"))
    assert [kept.cache_info().misses for kept in loaded] == misses
