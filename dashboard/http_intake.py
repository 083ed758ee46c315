"""What is brought to the page, over HTTP: files up, drafts and previews back, and records into the store.

Every request that changes something comes from the page itself: of the same origin, and with a header that no other
site's page may send without asking first. A file comes as the bare body of its request, so that its size is known
piece by piece; everything else is JSON. An error is one sentence in the reader's language, with what to do next.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, contextmanager
from typing import Any, TypeVar
from urllib.parse import urlsplit

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from dashboard.export import stream
from dashboard.intake_alike import alike
from dashboard.intake_removal import ACCEPTED, Removal, remove_from
from dashboard.intake_reports import Accepted, Given, kind_of, read_again, read_report, records_of
from dashboard.intake_rooms import IntakeError, Kind, Room, Rooms
from dashboard.intake_settings import IntakeSettings
from dashboard.intake_store import HeldStore
from dashboard.intake_tables import MOST_ON_MAP
from dashboard.page.review import alike_shown, draft_shown, own_items, place_said, vocabulary
from dashboard.served import served_by
from dashboard.words import Words, words_of
from geo.context import Context
from geo.errors import LeadlineError
from geo.place import Place
from layers.region import named_seas
from records.filter import Filter
from records.flat import unflatten
from records.reading.incidents import incidents_of

Asked = TypeVar("Asked", bound=BaseModel)

OWN_HEADER = "X-Leadline"
LARGEST_JSON = 16_000_000
AT_ONCE = 2
LONGEST_WAIT_S = 30.0
FILES = ("geojson", "gpkg", "csv")
"""The endings of files to take along."""
_NO_WORDS = {
    "it is empty": "add.error.empty",
    "the file is empty": "add.error.empty",
    "it holds no words": "add.error.no_words",
    "the file is binary, no table": "add.error.binary",
}
"""What readers say most often, with the key of our words for it."""


class IntakeRoute(APIRoute):
    """A route whose requests come from the page alone, and whose errors are one sentence as JSON."""

    def get_route_handler(self) -> Callable[[Request], Awaitable[Response]]:
        """The handler with the check before it and the errors' way out after it."""
        handler = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            try:
                if request.method != "GET":
                    check_own(request)
                answer: Response = await handler(request)
            except LeadlineError as reason:
                return refusal(reason, words_of(request.query_params.get("lang", "en")))
            return answer

        return guarded


router = APIRouter(prefix="/intake", include_in_schema=False, route_class=IntakeRoute)


def check_own(request: Request) -> None:
    """Refuse what another site's page sent: by its own header, by ``Sec-Fetch-Site``, and by its origin."""
    origin = request.headers.get("origin")
    foreign = origin is not None and urlsplit(origin).netloc != request.headers.get("host", "")
    site = request.headers.get("sec-fetch-site", "same-origin")
    if foreign or site != "same-origin" or OWN_HEADER not in request.headers:
        raise IntakeError("add.error.foreign", 403)


def refusal(reason: LeadlineError, words: Words) -> JSONResponse:
    """An error as one sentence that says what to do next."""
    if isinstance(reason, IntakeError):
        return JSONResponse({"detail": words(reason.code, **reason.params), "code": reason.code}, reason.status)
    return JSONResponse({"detail": sentence(reason, words), "code": "add.error.reader"}, 422)


def sentence(reason: LeadlineError, words: Words) -> str:
    """What a reader said of a file, in the language of the page."""
    if key := _NO_WORDS.get(reason.what):
        return words(key)
    return " – ".join(words.said(each) for each in reason.said)


class Intake:
    """What the endpoints of one server share: settings, rooms, and how much is worked on at once."""

    def __init__(self, settings: IntakeSettings) -> None:
        self.settings = settings
        self.rooms = Rooms()
        self.writing = threading.Lock()
        self._places = threading.BoundedSemaphore(AT_ONCE)

    @contextmanager
    def place(self) -> Any:
        """A place to work; raises :class:`IntakeError` (503) where none gets free."""
        if not self._places.acquire(timeout=LONGEST_WAIT_S):
            raise IntakeError("add.error.busy", 503)
        try:
            yield
        finally:
            self._places.release()


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """While a server runs; what was brought to it goes with it, also where a signal ends the process."""
    yield
    app.state.intake.rooms.close_all()


def intake_of(request: Request) -> Intake:
    """What the endpoints of a request's server share."""
    shared: Intake = request.app.state.intake
    return shared


def language_of(request: Request) -> Words:
    """The words of the reader's language."""
    return words_of(request.query_params.get("lang", "en"))


async def asked_json(request: Request, model: type[Asked]) -> Asked:
    """The JSON of a request, of bounded size; raises :class:`IntakeError` where it is not of the model."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise IntakeError("add.error.not_json", 415)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_JSON:
            raise IntakeError("add.error.too_large", 413, most=LARGEST_JSON // 1_000_000)
    try:
        return model.model_validate_json(bytes(body))
    except ValidationError as reason:
        first = reason.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        said = first["msg"].removeprefix("Value error, ")
        raise IntakeError("add.error.wrong", 422, what=f"{where}: {said}" if where else said) from reason


@router.get("/open")
def open_intake(request: Request) -> JSONResponse:
    """What the page needs to take something in: words, vocabulary, the largest size, and whether it may write."""
    intake, store = intake_of(request), served_by(request).store
    return JSONResponse(
        {
            **vocabulary(language_of(request)),
            "largest": intake.settings.largest_bytes,
            "most_on_map": MOST_ON_MAP,
            "writable": intake.settings.may_write(request, store),
            "token": not store.read_only and bool(intake.settings.token),
        }
    )


@router.post("/files")
async def bring(request: Request, name: str = "", kind: Kind | None = None) -> JSONResponse:
    """Take a file in; answers its token, whether it is a report or a table, and what a report says of itself."""
    intake = intake_of(request)
    room = intake.rooms.open(name)
    try:
        await _fill(request, room, intake.settings.largest_bytes)
        room.kind = kind or await run_in_threadpool(kind_of, room)
        told: dict[str, Any] = {"token": room.token, "kind": room.kind, "name": room.name}
        if room.kind == "report":
            told["report"] = await run_in_threadpool(read_report, room)
    except (LeadlineError, ClientDisconnect, asyncio.CancelledError):
        intake.rooms.close(room.token)
        raise
    return JSONResponse(told, 201)


async def _fill(request: Request, room: Room, largest: int) -> None:
    """Write the body of a request into a room, as long as it is not too large."""
    too_large = IntakeError("add.error.too_large", 413, most=f"{largest / 1_000_000:g}")
    stated = request.headers.get("content-length", "")
    if stated.isdigit() and int(stated) > largest:
        raise too_large
    size = 0
    with room.file.open("wb") as file:
        async for chunk in request.stream():
            size += len(chunk)
            if size > largest:
                raise too_large
            file.write(chunk)
    if not size:
        raise IntakeError("add.error.empty", 422)


@router.delete("/files/{token}")
def forget(request: Request, token: str) -> Response:
    """Delete a file and what was made of it; work on it ends."""
    intake_of(request).rooms.close(token)
    return Response(status_code=204)


@router.post("/files/{token}/read")
async def read_file(request: Request, token: str) -> JSONResponse:
    """Read a report into drafts, with what a person said of it."""
    given = await asked_json(request, Given)
    intake, words = intake_of(request), language_of(request)
    room, snapshot = intake.rooms.room(token), served_by(request).snapshot

    def work() -> dict[str, Any]:
        with intake.place():
            reading = read_again(room, given)
        ids = [each.id for each in incidents_of(reading)]
        return {
            "report": reading.report.model_dump(mode="json"),
            "drafts": [
                {**draft_shown(draft, id, words), "alike": alike_shown(alike(draft, snapshot), snapshot, id, words)}
                for draft, id in zip(reading.drafts, ids, strict=True)
            ],
        }

    return JSONResponse(await run_in_threadpool(work))


class Sought(BaseModel):
    """Words of a place, and the report that they stand in."""

    model_config = ConfigDict(extra="forbid")

    text: str
    report_text: str = ""


@router.post("/locate")
async def locate_words(request: Request) -> JSONResponse:
    """Words into a place, in the context of their report."""
    sought = await asked_json(request, Sought)
    words = language_of(request)

    def work() -> dict[str, Any]:
        from geo import locate

        found = locate(sought.text, Context(report_text=sought.report_text[:20_000]))
        if isinstance(found, Place):
            return {"place": found.to_json(), "reason": None, "said": {**place_said(found, words), "not_placed": ""}}
        said = {**place_said(None, words), "not_placed": words.said(found.reason)}
        return {"place": None, "reason": found.reason.to_json(), "said": said}

    return JSONResponse(await run_in_threadpool(work))


@router.post("/records")
async def accept(request: Request) -> JSONResponse:
    """Make records of drafts that a person accepted: stored where that is allowed, else given back to be kept."""
    accepted = await asked_json(request, Accepted)
    intake, served, words = intake_of(request), served_by(request), language_of(request)
    may_write = intake.settings.may_write(request, served.store)
    if accepted.store and not may_write:
        raise IntakeError("add.error.not_writable", 403)

    def work() -> dict[str, Any]:
        records = records_of(accepted)
        if not accepted.store:
            return {"stored": False, **own_items(records, named_seas(), words)}
        with intake.writing:
            before = served.types_present
            written = served.store.put(records, corrects=True, note=ACCEPTED)
            served.renew()
        return {
            "stored": True,
            "ids": [each.id for each in records],
            "new": written.stored - written.versions,
            "versions": written.versions,
            "known": written.duplicates,
            "new_types": served.types_present != before,
        }

    return JSONResponse(await run_in_threadpool(work))


@router.post("/records/remove")
async def remove(request: Request) -> JSONResponse:
    """Take records out of the store that the page wrote; ``kept`` counts those asked for that stay."""
    wanted = await asked_json(request, Removal)
    intake, served = intake_of(request), served_by(request)
    if not intake.settings.may_write(request, served.store):
        raise IntakeError("add.error.not_writable", 403)

    def work() -> dict[str, Any]:
        with intake.writing:
            before = served.types_present
            gone = remove_from(served.store, wanted)
            if gone:
                served.renew()
        kept = len(set(wanted.ids) - set(gone))
        return {"gone": list(gone), "kept": kept, "new_types": served.types_present != before}

    return JSONResponse(await run_in_threadpool(work))


class Held(BaseModel):
    """Records that the browser keeps, as the files of this project have them."""

    model_config = ConfigDict(extra="forbid")

    records: list[dict[str, Any]]


@router.post("/export.{ending}")
async def export_held(request: Request, ending: str) -> Response:
    """A file of records that the browser keeps; ``leadline import`` reads it."""
    held = await asked_json(request, Held)
    check_ending(ending)

    def work() -> Response:
        file = stream(HeldStore(unflatten(each) for each in held.records), Filter(), ending=ending)
        return Response(b"".join(file.chunks), media_type=file.media_type)

    return await run_in_threadpool(work)


def check_ending(ending: str) -> None:
    """Raise :class:`IntakeError` (404) for a file that is not offered."""
    if ending not in FILES:
        raise IntakeError("add.error.gone", 404)
