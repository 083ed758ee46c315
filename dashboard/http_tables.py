"""Tables that were brought to the page, over HTTP: previews, dry runs, imports, and what there is to take along.

The guard, the errors' way out and the rooms are those of :mod:`dashboard.http_intake`.
"""

from __future__ import annotations

import asyncio
import json
import re
import threading
from collections.abc import AsyncIterator, Callable
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse, JSONResponse, StreamingResponse
from starlette.concurrency import run_in_threadpool

from dashboard.export import stream
from dashboard.http_intake import Intake, IntakeRoute, asked_json, check_ending, intake_of, language_of, sentence
from dashboard.intake_removal import imported_now
from dashboard.intake_rooms import IntakeError, Room
from dashboard.intake_tables import MOST_ON_MAP, Choices, StoppedError, Watch, open_table, preview, take_table
from dashboard.page.review import own_items, sample_shown
from dashboard.served import Served, served_by
from dashboard.words import Words
from geo.errors import LeadlineError
from layers.region import named_seas
from records.filter import Filter
from records.incident import Incident
from records.store import Store
from records.store.geopackage import GeoPackageStore

LONGEST_WORK_S = 900.0
TOLD_S = 0.25
"""How often the page hears how far a table is."""

router = APIRouter(prefix="/intake", include_in_schema=False, route_class=IntakeRoute)


@router.post("/files/{token}/preview")
async def preview_table(request: Request, token: str) -> JSONResponse:
    """How a table is read: its columns, what they are taken for, and its first rows."""
    choices = await asked_json(request, Choices)
    intake, words = intake_of(request), language_of(request)
    room = intake.rooms.room(token)

    def work() -> dict[str, Any]:
        with intake.place():
            found = preview(open_table(room.file, room.name, choices, Watch(threading.Event())))
        return {**{name: getattr(found, name) for name in found.__slots__}, "notes": [*map(words.said, found.notes)]}

    return JSONResponse(await run_in_threadpool(work))


@router.post("/files/{token}/rehearse")
async def rehearse(request: Request, token: str) -> StreamingResponse:
    """Say what would become of a table's rows; where the store cannot be written, they are read into one of their own.

    The answer is a line of JSON each time: how many rows so far, and at the end the summary or an error.
    """
    choices = await asked_json(request, Choices)
    return await _work_on_table(request, token, choices, write=False)


@router.post("/files/{token}/import")
async def import_table(request: Request, token: str) -> StreamingResponse:
    """Import a table into the store that is served; the answer is as that of ``rehearse``."""
    choices = await asked_json(request, Choices)
    if not intake_of(request).settings.may_write(request, served_by(request).store):
        raise IntakeError("add.error.not_writable", 403)
    return await _work_on_table(request, token, choices, write=True)


async def _work_on_table(request: Request, token: str, choices: Choices, *, write: bool) -> StreamingResponse:
    intake, served, words = intake_of(request), served_by(request), language_of(request)
    room = intake.rooms.room(token)
    may_write = intake.settings.may_write(request, served.store)
    room.stop.set()  # an earlier run over the same file has been overtaken
    room.stop = threading.Event()
    watch = Watch(room.stop)

    def work() -> dict[str, Any]:
        with intake.place(), room.busy:
            table = open_table(room.file, room.name, choices, watch)
            if may_write:
                return _into_store(intake, served, table, room, watch, write=write) | {"sample": watch.sample}
            room.store_file.unlink(missing_ok=True)
            room.store = GeoPackageStore(room.store_file, create=True)
            return take_table(table, room.store, room.rejects, watch, dry_run=False) | {"sample": watch.sample}

    return StreamingResponse(_told(request, watch, work, words), media_type="application/x-ndjson")


def _into_store(intake: Intake, served: Served, table: Any, room: Room, watch: Watch, *, write: bool) -> dict[str, Any]:
    if not write:
        return take_table(table, served.store, room.rejects, watch, dry_run=True)
    with intake.writing:
        before = served.types_present
        told = take_table(table, served.store, room.rejects, watch, dry_run=False, via=imported_now())
        served.renew()
    return told | {"new_types": served.types_present != before}


async def _told(
    request: Request, watch: Watch, work: Callable[[], dict[str, Any]], words: Words
) -> AsyncIterator[bytes]:
    """Lines of JSON while work is done in another thread; it ends when nobody listens any more, or after too long."""
    running = asyncio.ensure_future(run_in_threadpool(work))
    began, late = asyncio.get_running_loop().time(), False
    try:
        while not (await asyncio.wait({running}, timeout=TOLD_S))[0]:
            late = asyncio.get_running_loop().time() - began > LONGEST_WORK_S
            if late or await request.is_disconnected():
                watch.stop.set()
            yield _line({"rows": watch.rows})
        told = running.result()
        yield _line({"rows": watch.rows, "done": _done(told, words)})
    except StoppedError:
        minutes = round(LONGEST_WORK_S / 60)
        yield _line({"error": words("add.error.too_slow", minutes=minutes) if late else words("add.error.stopped")})
    except IntakeError as reason:
        yield _line({"error": words(reason.code, **reason.params)})
    except LeadlineError as reason:
        yield _line({"error": sentence(reason, words)})
    except FileNotFoundError:  # its room was closed while it was read
        yield _line({"error": words("add.error.stopped")})
    finally:
        watch.stop.set()


def _done(told: dict[str, Any], words: Words) -> dict[str, Any]:
    """What became of a table, in the language of the page."""
    rejects = [{"line": one.line, "reason": " – ".join(map(words.said, one.said))} for one in told["rejects"]]
    notes = [*map(words.said, told["notes"])]
    return told | {"sample": sample_shown(told["sample"], words), "rejects": rejects, "notes": notes}


def _line(told: dict[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode() + b"\n"


@router.get("/files/{token}/features")
def features(request: Request, token: str) -> JSONResponse:
    """The records of a table that went into no store, for the browser to keep and draw; none where too many."""
    store = _read_store(intake_of(request).rooms.room(token))
    records: list[Incident] = []
    for record in store.incidents():
        records.append(record)
        if len(records) > MOST_ON_MAP:
            raise IntakeError("add.error.too_many", 413, most=MOST_ON_MAP)
    return JSONResponse(own_items(records, named_seas(), language_of(request)))


@router.get("/files/{token}/rejects.jsonl")
def rejects(request: Request, token: str) -> Response:
    """The refused rows of a table, each with its line and reason."""
    room = intake_of(request).rooms.room(token)
    if not room.rejects.exists():
        raise IntakeError("add.error.gone", 404)
    return FileResponse(room.rejects, media_type="application/x-ndjson", filename=f"{_bare(room.name)}.rejects.jsonl")


@router.get("/files/{token}/records.{ending}")
def records_file(request: Request, token: str, ending: str) -> StreamingResponse:
    """The records of a table that went into no store, as a file."""
    check_ending(ending)
    room = intake_of(request).rooms.room(token)
    store = _read_store(room)
    file = stream(store, Filter(), layer="routes" if store.routes() else "incidents", ending=ending)
    disposition = f'attachment; filename="{_bare(room.name)}.{ending}"'
    return StreamingResponse(file.chunks, media_type=file.media_type, headers={"Content-Disposition": disposition})


def _read_store(room: Room) -> Store:
    if room.store is None:
        raise IntakeError("add.error.gone", 404)
    return room.store


def _bare(name: str) -> str:
    """A file's name without its ending, of signs that stand in any header."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", name.rpartition(".")[0] or name).strip("-")[:80] or "records"
