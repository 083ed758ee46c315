"""What is brought to the page, over HTTP: limits, safety, reports, tables, and who may write."""

import asyncio
import json
import threading
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import httpx
import pytest
from fastapi import FastAPI

from dashboard.app import make_app
from dashboard.errors import WrongUseError
from dashboard.http_intake import Intake, lifespan
from dashboard.intake_rooms import LONGEST_S, MOST_ROOMS, IntakeError, Rooms
from dashboard.intake_settings import IntakeSettings
from dashboard.intake_tables import Choices, StoppedError, Watch, open_table, take_table
from dashboard.words import en
from records.incident import Incident
from records.readers.locator import Locator
from records.store import open_store
from records.store.geopackage import GeoPackageStore
from records.vocabulary import FLAGS

OWN = {"X-Leadline": "1"}
RAW = {**OWN, "Content-Type": "application/octet-stream"}
REPORT = (
    "PORT AMBER, 5 March 2026 – The navy of Ruritania 🚤 said it struck a fast boat about 40 nautical miles north of "
    "La Guaira on Tuesday, killing four people and leaving two survivors.\n\n"
    "On 2 March 2026 its coast guard seized a fishing vessel off Cartagena. No injuries were reported.\n"
)
QUIET = "The weather was fine in the capital. The markets were open all day.\n"
TABLE = (
    "id,date,where,title,killed\n"
    "0012,2024-05-01,Caribbean Sea,Boat lost,3\n"
    "0013,03/04/2024,off La Guaira,Boat found,\n"
    "0012,2024-05-01,Caribbean Sea,Boat lost,3\n"
    "0014,2024-13-45,off Cartagena,Boat seen,1\n"
)
EMPTY_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
    b"trailer<</Root 1 0 R/Size 4>>\n%%EOF\n"
)


def archive(*names: str) -> bytes:
    """A file of an office program, as far as its parts go: each is empty."""
    held = BytesIO()
    with ZipFile(held, "w") as made:
        for name in names:
            made.writestr(name, "<a/>")
    return held.getvalue()


def run_apart(asked: Coroutine[Any, Any, Any]) -> Any:
    """Run a coroutine in a thread of its own: the browser of other tests keeps a loop running in this one."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, asked).result()


class Client:
    """Asks an application without a port; ``peer`` is who the server sees."""

    def __init__(self, app: FastAPI, host: str = "127.0.0.1:8050", peer: str = "127.0.0.1") -> None:
        self.app, self.host, self.peer = app, host, peer

    def _ask(self, method: str, path: str, **asked: Any) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app, client=(self.peer, 40_000))
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{self.host}", timeout=60) as client:
                return await client.request(method, path, **asked)

        return run_apart(ask())

    def get(self, path: str, **asked: Any) -> httpx.Response:
        return self._ask("GET", path, **asked)

    def post(self, path: str, **asked: Any) -> httpx.Response:
        return self._ask("POST", path, **asked)

    def delete(self, path: str, **asked: Any) -> httpx.Response:
        return self._ask("DELETE", path, **asked)


@pytest.fixture(scope="module")
def case_app():
    return make_app("case").server


@pytest.fixture
def client(case_app):
    case_app.state.intake = Intake(IntakeSettings(largest_bytes=1_000_000))
    return Client(case_app)


@pytest.fixture
def store_path(tmp_path) -> Path:
    path = tmp_path / "own.gpkg"
    GeoPackageStore(path, create=True).put(
        [Incident(id="a:1", event_type="seizure", title="Held", date_start="2024-01-01")]
    )
    return path


@pytest.fixture
def writing(store_path):
    """A client of this machine, before a store that can be written."""
    app = make_app(str(store_path)).server
    return Client(app)


def bring(client, data, name="report.txt", **query):
    data = data if isinstance(data, bytes) else data.encode()
    return client.post("/intake/files", params={"name": name, **query}, content=data, headers=RAW)


def read(client, text=REPORT, **given):
    token = bring(client, text).json()["token"]
    return client.post(f"/intake/files/{token}/read", json=given, headers=OWN)


def last_line(answer):
    return json.loads(answer.text.strip().splitlines()[-1])


# reports


def test_a_report_says_what_it_is_and_is_read_into_drafts(client):
    told = bring(client, REPORT).json()
    assert (told["kind"], told["name"], told["report"]["published"]) == ("report", "report.txt", None)
    reading = client.post(
        f"/intake/files/{told['token']}/read", json={"published": "2026-03-05", "publisher": "Gazette"}, headers=OWN
    ).json()
    strike, seizure = reading["drafts"]
    assert (strike["draft"]["event_type"], strike["draft"]["date_start"]) == ("strike", "2026-03-03")
    assert (strike["draft"]["killed_min"], seizure["draft"]["injured_max"]) == (4, 0)
    assert reading["report"]["publisher"] == "Gazette"
    assert strike["said"]["sketch"]["region"].startswith("M")
    text = reading["report"]["text"]
    assert all(text[each["start"] : each["end"]] == each["text"] for each in strike["draft"]["quotes"])


def test_a_mail_prefills_who_published_it_and_when(client):
    mail = (
        "From: Harbour Gazette <desk@example.org>\nSubject: Boat seized\nDate: Thu, 05 Mar 2026 10:00:00 +0000\n"
        "Content-Type: text/plain; charset=utf-8\n\n" + REPORT
    )
    told = bring(client, mail, "mail.eml").json()["report"]
    assert told["title"] == "Boat seized"
    assert told["published"].startswith("2026-03-05")


def test_a_report_without_an_event_has_no_drafts(client):
    assert read(client, QUIET).json()["drafts"] == []


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "report.txt", "add.error.empty"),
        (b"   \n", "report.txt", None),
        (EMPTY_PDF, "scan.pdf", None),
        (b"\x00\x01\x02" * 300, "noise.csv", None),
        (b"x" * 1_000_001, "large.txt", "add.error.too_large"),
        (archive("[Content_Types].xml", "word/document.xml"), "report.docx", None),
        (archive("[Content_Types].xml", "ppt/presentation.xml"), "slides.pptx", None),
        (archive("[Content_Types].xml", "xl/workbook.bin"), "table.xlsb", None),
    ],
)
def test_what_cannot_be_taken_in_is_one_sentence_with_what_next(client, data, name, code):
    answer = bring(client, data, name)
    if answer.status_code == 201:
        answer = client.post(f"/intake/files/{answer.json()['token']}/preview", json={}, headers=OWN)
    assert answer.status_code in (413, 422)
    said = answer.json()["detail"]
    assert "–" in said
    assert "\n" not in said
    assert code is None or answer.json()["code"] == code


def test_errors_are_said_in_the_readers_language(client):
    assert "vacío" in bring(client, b"", lang="es").json()["detail"]


def test_a_refused_file_leaves_nothing_behind(client, case_app):
    bring(client, b"x" * 1_000_001, "large.txt")
    bring(client, b"", "empty.txt")
    assert len(case_app.state.intake.rooms) == 0


def test_the_size_is_counted_where_it_is_not_stated(client):
    async def parts():
        for _ in range(30):
            yield b"x" * 100_000

    answer = client.post("/intake/files", params={"name": "large.txt"}, content=parts(), headers=RAW)
    assert answer.status_code == 413


def test_a_name_is_a_text_and_never_a_path(client, case_app):
    token = bring(client, REPORT, "../../etc/<b>passwd</b>.txt").json()["token"]
    room = case_app.state.intake.rooms.room(token)
    assert room.name == "b>.txt"
    assert room.file.parent == room.folder
    assert room.file.name == "file.txt"
    kept = room.file.parent
    assert kept.exists()
    client.delete(f"/intake/files/{token}", headers=OWN)
    assert not kept.exists()
    assert client.post(f"/intake/files/{token}/read", json={}, headers=OWN).status_code == 404


@pytest.mark.parametrize(
    "headers",
    [{}, {**OWN, "Origin": "https://elsewhere.example"}, {**OWN, "Sec-Fetch-Site": "cross-site"}],
)
def test_only_the_page_itself_may_ask(client, headers):
    answer = client.post("/intake/files", params={"name": "a.txt"}, content=b"words", headers=headers)
    assert answer.status_code == 403


def test_json_is_asked_for_and_bounded(client):
    form = client.post("/intake/locate", data={"text": "x"}, headers=OWN)
    assert form.status_code == 415
    wrong = client.post("/intake/locate", json={"text": "x", "txet": "x"}, headers=OWN)
    assert wrong.status_code == 422
    assert "txet" in wrong.json()["detail"]


def test_changed_words_are_located_anew(client):
    found = client.post("/intake/locate", json={"text": "off Cartagena", "report_text": "Colombia"}, headers=OWN).json()
    assert found["place"]["geo_precision"] in ("near", "area")
    assert found["said"]["steps"]
    lost = client.post("/intake/locate", params={"lang": "es"}, json={"text": "the office"}, headers=OWN).json()
    assert lost["place"] is None
    assert lost["said"]["not_placed"]


# accepted drafts


def accepted(reading, edited=(), **changes):
    one = reading["drafts"][0]
    return {"id": one["id"], "draft": {**one["draft"], **changes}, "edited": list(edited)}


def test_in_a_read_only_store_accepted_drafts_are_given_back(client):
    reading = read(client, published="2026-03-05").json()
    body = {"report": reading["report"], "drafts": [accepted(reading)], "store": False}
    answer = client.post("/intake/records", json=body, headers=OWN).json()
    assert answer["stored"] is False
    (item,) = answer["items"]
    assert item["id"] == reading["drafts"][0]["id"]
    assert item["region"]["type"] == "Polygon"
    assert client.post("/intake/records", json={**body, "store": True}, headers=OWN).status_code == 403


def test_what_the_browser_holds_comes_back_through_import(client, tmp_path):
    reading = read(client, published="2026-03-05").json()
    body = {"report": reading["report"], "drafts": [accepted(reading)]}
    held = client.post("/intake/records", json=body, headers=OWN).json()["items"]
    file = client.post("/intake/export.geojson", json={"records": [each["record"] for each in held]}, headers=OWN)
    path = tmp_path / "drafts.geojson"
    path.write_bytes(file.content)
    store = GeoPackageStore(tmp_path / "s.gpkg", create=True)
    summary = take_table(
        open_table(path, "drafts.geojson", Choices(), Watch(threading.Event())),
        store,
        tmp_path / "rejects.jsonl",
        Watch(threading.Event()),
        dry_run=False,
    )
    assert (summary["stored"], summary["rejected"]) == (1, 0)
    record = store.incident(held[0]["id"])
    assert record.killed_min == 4
    assert record.sources[0].quotes[0].text in REPORT


def test_an_edited_value_is_no_longer_vouched_for_by_the_reports_words(writing):
    reading = read(writing, published="2026-03-05").json()
    one = accepted(reading, ["killed_min", "killed_max"], killed_min=5, killed_max=6)
    answer = writing.post(
        "/intake/records", json={"report": reading["report"], "drafts": [one], "store": True}, headers=OWN
    ).json()
    assert (answer["stored"], answer["new"], answer["new_types"]) == (True, 1, True)
    record = writing.app.state.served.store.incident(answer["ids"][0])
    assert (record.killed_min, record.killed_max) == (5, 6)
    assert "edited by a person: killed_max, killed_min" in record.notes
    assert all("killed_min" not in quote.supports for source in record.sources for quote in source.quotes)
    assert answer["ids"][0] in writing.app.state.served.snapshot.ids


def test_accepting_again_is_a_new_version_under_the_same_id(writing):
    reading = read(writing, published="2026-03-05").json()
    body = {"report": reading["report"], "drafts": [accepted(reading)], "store": True}
    first = writing.post("/intake/records", json=body, headers=OWN).json()
    again = writing.post("/intake/records", json=body, headers=OWN).json()
    body["drafts"] = [accepted(reading, ["title"], title="Another title")]
    changed = writing.post("/intake/records", json=body, headers=OWN).json()
    assert first["ids"] == again["ids"] == changed["ids"]
    assert (again["known"], changed["versions"]) == (1, 1)


@pytest.mark.parametrize(
    "changes", [{"killed_min": 9, "killed_max": 2}, {"event_type": "picnic"}, {"date_start": "2026-02-30"}]
)
def test_a_wrong_value_is_refused_and_nothing_is_stored(writing, changes):
    reading = read(writing, published="2026-03-05").json()
    body = {"report": reading["report"], "drafts": [accepted(reading, changes, **changes)], "store": True}
    answer = writing.post("/intake/records", json=body, headers=OWN)
    assert answer.status_code == 422
    assert len(writing.app.state.served.snapshot) == 1


def test_a_quote_that_is_not_in_the_report_is_refused(client):
    reading = read(client).json()
    reading["report"]["text"] = QUIET
    body = {"report": reading["report"], "drafts": [accepted(reading)]}
    assert client.post("/intake/records", json=body, headers=OWN).status_code == 422


# who may write


@pytest.mark.parametrize(
    ("peer", "host", "headers", "may"),
    [
        ("127.0.0.1", "127.0.0.1:8050", {}, True),
        ("::1", "localhost", {}, True),
        ("127.0.0.1", "foreign.example", {}, False),
        ("127.0.0.1", "127.0.0.1", {"X-Forwarded-For": "203.0.113.9"}, False),
        ("203.0.113.9", "127.0.0.1", {}, False),
        ("203.0.113.9", "records.example", {"X-Leadline-Token": "seven seas"}, True),
        ("203.0.113.9", "records.example", {"X-Leadline-Token": "wrong"}, False),
    ],
)
def test_writing_needs_this_machine_or_the_token(store_path, peer, host, headers, may):
    app = make_app(str(store_path)).server
    app.state.intake = Intake(IntakeSettings(token="seven seas"))
    client = Client(app, host, peer)
    told = client.get("/intake/open", headers=headers).json()
    assert (told["writable"], told["token"]) == (may, True)


def test_the_built_in_case_is_never_written(client):
    assert client.get("/intake/open").json()["writable"] is False


def test_settings_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("LEADLINE_MAX_UPLOAD_MB", "1.5")
    monkeypatch.setenv("LEADLINE_TOKEN", "seven seas")
    assert IntakeSettings.from_environment() == IntakeSettings(1_500_000, "seven seas")
    monkeypatch.setenv("LEADLINE_MAX_UPLOAD_MB", "much")
    with pytest.raises(WrongUseError, match="no size"):
        IntakeSettings.from_environment()


# tables


def test_a_table_is_shown_with_its_columns_before_anything_is_kept(client):
    told = bring(client, TABLE, "boats.csv").json()
    assert told["kind"] == "table"
    shown = client.post(f"/intake/files/{told['token']}/preview", json={}, headers=OWN).json()
    assert shown["columns"] == {
        "id": "id",
        "date": "date",
        "location_text": "where",
        "title": "title",
        "killed": "killed",
    }
    assert shown["rows"][0] == ["0012", "2024-05-01", "Caribbean Sea", "Boat lost", "3"]


def test_every_row_is_accounted_for_and_refused_with_its_reason(client):
    token = bring(client, TABLE, "boats.csv").json()["token"]
    done = last_line(client.post(f"/intake/files/{token}/rehearse", json={}, headers=OWN))["done"]
    assert (done["read"], done["stored"], done["duplicates"], done["rejected"]) == (4, 2, 1, 1)
    assert done["ambiguous"] == 1
    assert done["rejects"][0]["line"] == 5
    assert "2024-13-45" in done["rejects"][0]["reason"]
    file = client.get(f"/intake/files/{token}/rejects.jsonl")
    assert json.loads(file.text)["row"]["id"] == "0014"
    assert 'filename="boats.rejects.jsonl"' in file.headers["content-disposition"]


def test_why_a_row_is_refused_and_how_a_table_is_read_is_said_in_the_readers_language(client):
    token = bring(client, TABLE, "boats.csv").json()["token"]
    shown = client.post(f"/intake/files/{token}/preview?lang=es", json={}, headers=OWN).json()
    assert "delimitador" in shown["notes"][0]
    done = last_line(client.post(f"/intake/files/{token}/rehearse?lang=es", json={}, headers=OWN))["done"]
    assert done["rejects"][0]["reason"].startswith("la fecha «2024-13-45» no puede ser: los meses van de 1 a 12 – corr")
    assert any("no se distinguen día y mes" in note for note in done["notes"])
    refused = json.loads(client.get(f"/intake/files/{token}/rejects.jsonl").text)
    assert refused["reason"].startswith("date '2024-13-45' cannot be")  # the file stays as the command writes it


def test_what_does_not_fit_together_in_a_row_is_said_in_the_readers_language(client):
    table = b"id,date,where,killed_min,killed_max,claim_status\n"
    table += b"1,2024-05-01,Aruba,5,3,claimed\n2,2024-05-01,Aruba,1,2,sure\n"
    token = bring(client, table, "boats.csv").json()["token"]
    done = last_line(client.post(f"/intake/files/{token}/rehearse?lang=es", json={}, headers=OWN))["done"]
    assert [one["reason"] for one in done["rejects"]] == [
        "killed_min 5 es mayor que killed_max 3 – corrija la fila",
        "claim_status «sure» – debe ser una de estas palabras: 'claimed', 'corroborated', 'confirmed' o 'retracted'"
        " – corrija la fila",
    ]


def test_day_first_settles_what_is_ambiguous(client):
    token = bring(client, TABLE, "boats.csv").json()["token"]
    done = last_line(client.post(f"/intake/files/{token}/rehearse", json={"day_first": True}, headers=OWN))["done"]
    assert done["ambiguous"] == 0
    found = client.get(f"/intake/files/{token}/records.geojson").json()["features"]
    assert {each["properties"]["date_start"] for each in found} == {"2024-05-01", "2024-04-03"}


def test_a_mapping_takes_columns_and_leaves_columns_out(client):
    table = "when seen,spot,nothing\n2024-05-01,off Cartagena,7\n"
    token = bring(client, table, "odd.csv").json()["token"]
    choices = {"columns": {"date": "when seen", "location_text": "spot", "killed": ""}, "event_type": "missing"}
    shown = client.post(f"/intake/files/{token}/preview", json=choices, headers=OWN).json()
    assert (shown["columns"]["date"], shown["columns"]["location_text"]) == ("when seen", "spot")
    client.post(f"/intake/files/{token}/rehearse", json=choices, headers=OWN)
    (item,) = client.get(f"/intake/files/{token}/features").json()["items"]
    assert (item["type"], item["record"]["date_start"]) == ("missing", "2024-05-01")
    wrong = client.post(f"/intake/files/{token}/preview", json={"columns": {"picnic": "spot"}}, headers=OWN)
    assert wrong.status_code == 422


def test_in_a_store_a_dry_run_keeps_nothing_and_an_import_all(writing):
    token = bring(writing, TABLE, "boats.csv").json()["token"]
    done = last_line(writing.post(f"/intake/files/{token}/rehearse", json={}, headers=OWN))["done"]
    assert (done["stored"], done["dry_run"]) == (2, True)
    assert len(writing.app.state.served.snapshot) == 1
    done = last_line(writing.post(f"/intake/files/{token}/import", json={}, headers=OWN))["done"]
    assert (done["stored"], done["dry_run"], done["new_types"]) == (2, False, True)
    assert writing.app.state.served.store.incident("csv:0012").title == "Boat lost"
    again = last_line(writing.post(f"/intake/files/{token}/rehearse", json={}, headers=OWN))["done"]
    assert (again["stored"], again["duplicates"]) == (0, 3)


def test_a_table_of_routes_is_told_apart(writing):
    token = bring(writing, "from,via,to\nCartagena,,Kingston\n", "ways.csv").json()["token"]
    shown = writing.post(f"/intake/files/{token}/preview", json={}, headers=OWN).json()
    assert shown["routes"]
    done = last_line(writing.post(f"/intake/files/{token}/import", json={}, headers=OWN))["done"]
    assert (done["stored"], done["routes"]) == (1, True)
    assert len(writing.app.state.served.store.routes()) == 1


def test_routes_that_go_into_no_store_are_there_to_take(client):
    token = bring(client, "from,via,to\nCartagena,,Kingston\n", "ways.csv").json()["token"]
    done = last_line(client.post(f"/intake/files/{token}/rehearse", json={}, headers=OWN))["done"]
    assert (done["stored"], done["routes"]) == (1, True)
    found = client.get(f"/intake/files/{token}/records.geojson").json()["features"]
    assert found[0]["geometry"]["type"] in ("LineString", "MultiLineString")


def test_a_store_of_this_project_is_read_whole(client, store_path):
    token = bring(client, store_path.read_bytes(), "own.gpkg").json()["token"]
    done = last_line(client.post(f"/intake/files/{token}/rehearse", json={}, headers=OWN))["done"]
    assert done["stored"] == 1


def test_stopping_leaves_the_store_as_it_was(store_path, tmp_path):
    table = tmp_path / "t.csv"
    table.write_text("id,date,title\n" + "".join(f"{each},2024-05-01,Boat\n" for each in range(50)))
    watch = Watch(threading.Event())
    reading = open_table(table, "t.csv", Choices(), watch)
    store = open_store(store_path)
    records = reading.outcomes(Locator())
    next(records)
    watch.stop.set()
    with pytest.raises(StoppedError):
        take_table(reading, store, tmp_path / "rejects.jsonl", watch, dry_run=False)
    assert len(list(open_store(store_path).incidents())) == 1


def test_too_many_records_to_draw_are_offered_as_files(client, monkeypatch):
    monkeypatch.setattr("dashboard.http_tables.MOST_ON_MAP", 1)
    token = bring(client, TABLE, "boats.csv").json()["token"]
    client.post(f"/intake/files/{token}/rehearse", json={}, headers=OWN)
    assert client.get(f"/intake/files/{token}/features").status_code == 413
    assert client.get(f"/intake/files/{token}/records.gpkg").content.startswith(b"SQLite")


# rooms


def test_rooms_that_nobody_asks_for_and_too_many_of_them_go():
    now = [0.0]
    rooms = Rooms(clock=lambda: now[0])
    first = rooms.open("a.csv")
    folder = first.folder
    for _ in range(MOST_ROOMS):
        rooms.open("b.csv")
    assert len(rooms) == MOST_ROOMS
    assert not folder.exists()
    now[0] = LONGEST_S + 1
    last = rooms.open("c.csv")
    assert len(rooms) == 1
    with pytest.raises(IntakeError):
        rooms.room(first.token)
    rooms.close(last.token)


@pytest.mark.parametrize(
    ("name", "ending"), [("a.CSV", ".csv"), ("a", ""), ("a.c s", ""), ("x\\y.txt", ".txt"), (".htaccess", "")]
)
def test_endings(name, ending):
    rooms = Rooms()
    room = rooms.open(name)
    assert room.ending == ending
    rooms.close(room.token)


def test_a_draft_like_a_record_says_so(client):
    text = "On 2 September 2025 US forces struck a boat in the southern Caribbean, killing 11 people."
    (strike, *_) = read(client, text, published="2025-09-05").json()["drafts"]
    assert "2025-09-02-strike-1" in [each["id"] for each in strike["alike"]]
    assert all(not each["alike"] for each in read(client, published="2026-03-05").json()["drafts"][1:])


def test_every_flag_can_be_said():
    assert [flag for flag, english in FLAGS.items() if en.WORDS.get(f"flag.{flag}") != english] == []


def test_what_was_brought_goes_with_the_server(case_app, client):
    token = bring(client, REPORT).json()["token"]
    folder = case_app.state.intake.rooms.room(token).folder

    async def run() -> None:
        async with lifespan(case_app):
            assert folder.exists()

    run_apart(run())
    assert not folder.exists()


# removed again


def store_one(client, text=REPORT):
    reading = read(client, text, published="2026-03-05").json()
    body = {"report": reading["report"], "drafts": [accepted(reading)], "store": True}
    (id,) = client.post("/intake/records", json=body, headers=OWN).json()["ids"]
    return id


def removed(client, **wanted):
    return client.post("/intake/records/remove", json=wanted, headers=OWN)


def test_what_the_page_wrote_it_can_remove_and_nothing_else(writing, store_path):
    id = store_one(writing)
    answer = removed(writing, ids=[id, "a:1", "nobody:1"]).json()
    assert (answer["gone"], answer["kept"], answer["new_types"]) == ([id], 2, True)
    store = open_store(store_path)
    assert [each.id for each in store.incidents()] == ["a:1"]
    assert id not in writing.app.state.served.snapshot.ids
    assert store_one(writing) == id  # and it can be accepted anew


def test_a_record_that_was_there_before_stays_with_its_correction(writing, store_path):
    id = store_one(writing)
    store = open_store(store_path)
    store.put([store.incident(id).model_copy(update={"killed_max": 9})], corrects=True, note="from elsewhere")
    writing.app.state.served.renew()
    assert removed(writing, ids=[id]).json() == {"gone": [], "kept": 1, "new_types": False}
    assert len(open_store(store_path).history(id)) == 2


def test_one_import_is_removed_and_not_the_other(writing, store_path):
    notes = []
    for name in ("first.csv", "second.csv"):
        token = bring(writing, TABLE.replace("001", f"{name}-1"), name).json()["token"]
        done = last_line(writing.post(f"/intake/files/{token}/import", json={}, headers=OWN))["done"]
        notes.append(done["note"])
    before = {each.id for each in open_store(store_path).incidents()}
    gone = removed(writing, note=notes[0]).json()["gone"]
    assert len(gone) == 2
    assert {each.id for each in open_store(store_path).incidents()} == before - set(gone)
    assert all("first" in id for id in gone)


@pytest.mark.parametrize(
    "wanted", [{}, {"ids": ["a:1"], "note": "x"}, {"note": "boats.csv (csv)"}, {"note": "", "ids": []}]
)
def test_what_the_page_did_not_write_cannot_be_named(writing, wanted):
    assert removed(writing, **wanted).status_code == 422


def test_who_may_not_write_may_not_remove(client, store_path):
    assert removed(client, ids=["a:1"]).status_code == 403
    outside = Client(make_app(str(store_path)).server, peer="203.0.113.9")
    assert removed(outside, ids=["a:1"]).status_code == 403
    foreign = {**OWN, "Origin": "https://elsewhere.example"}
    own = Client(make_app(str(store_path)).server)
    assert own.post("/intake/records/remove", json={"ids": ["a:1"]}, headers=foreign).status_code == 403
