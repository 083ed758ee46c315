"""What the page asks of stories: the one of an address, one from a file, and one as a page that opens from disk.

The browser plays and edits them (``assets/js/story.js``); what a story is, is decided by :mod:`dashboard.story` alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qsl

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from dashboard.export import stream
from dashboard.served import Served, served_by
from dashboard.story import MAX_BYTES, Problem, Story, StoryError, story_of, view_of
from dashboard.words import Words, away_en, words_of
from records.errors import RecordsError
from records.filter import Filter

router = APIRouter(prefix="/page", include_in_schema=False)

DAY_S = 86_400


@router.get("/words/away")
def words_away(request: Request, lang: str = "en") -> JSONResponse:
    """The words that stories, exports and embedding need, and whether the store has a story of its own."""
    words = words_of(lang)
    spoken = {key: words.entries[key] for key in away_en.WORDS}
    return JSONResponse({"words": spoken, "case": served_by(request).store.address == "case"})


@router.get("/markdown.js")
def markdown_script() -> Response:
    """The renderer of Markdown, which the page and the page on disk share."""
    text = files("layers.writers").joinpath("page", "markdown.js").read_text(encoding="utf-8")
    return Response(text, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


@router.get("/story")
def story(request: Request, story: str, lang: str = "en") -> JSONResponse:
    """The story of a link's letters, or of the word case."""
    try:
        found = story_of(served_by(request), story, lang)
    except StoryError as reason:
        return _refused(reason, words_of(lang))
    return JSONResponse(found.model_dump())


@router.post("/story")
async def story_from_file(request: Request, lang: str = "en") -> JSONResponse:
    """A story's JSON, looked through: as it is kept, or everything that is wrong in it."""
    try:
        found = Story.from_json(await _body(request), "file")
    except StoryError as reason:
        return _refused(reason, words_of(lang))
    return JSONResponse(found.model_dump())


@router.post("/story.html")
async def story_page(request: Request, lang: str = "en") -> Response:
    """A story's JSON as a page that opens from disk, with all records of the store."""
    words = words_of(lang)
    try:
        told = Story.from_json(await _body(request), "file").told(words)
    except StoryError as reason:
        return _refused(reason, words)
    served = served_by(request)
    try:
        wanted = Filter.from_query(view_of(request.query_params))
    except RecordsError as reason:
        raise HTTPException(400, str(reason)) from reason
    file = stream(served.store, wanted, ending="html", beside=served.beside, story=told, language=words.language)
    return StreamingResponse(file.chunks, media_type=file.media_type)


def opened(query: Mapping[str, str], served: Served) -> tuple[dict[str, str], dict[str, Any] | None, list[str]]:
    """What an address with a story means: the query of its step, where it says no view of its own, and the story.

    What cannot be read is left out and named.
    """
    asked = dict(query)
    letters = asked.get("story", "")
    if not letters:
        return asked, None, []
    words = words_of(asked.get("lang", "en"))
    try:
        found = story_of(served, letters, words.language)
    except StoryError as reason:
        asked.pop("story")
        return asked, None, [f"{words('story.wrong')} {'; '.join(one.said(words.entries) for one in reason.problems)}"]
    number = asked.get("step", "1")
    step = min(max(int(number), 1), len(found.steps)) if number.isascii() and number.isdigit() else 1
    asked["step"] = str(step)
    if not view_of(asked):
        asked = {**dict(parse_qsl(found.steps[step - 1].view)), **asked}
    return asked, found.model_dump(), []


async def _body(request: Request) -> bytes:
    """What was sent; raises :class:`StoryError` for more than a story may be, without reading all of it."""
    read = b""
    async for piece in request.stream():
        read += piece
        if len(read) > MAX_BYTES:
            raise StoryError((Problem("large", params={"limit": f"{MAX_BYTES // 1000}"}),), "file")
    return read


def _refused(reason: StoryError, words: Words) -> JSONResponse:
    return JSONResponse({"problems": [problem.said(words.entries) for problem in reason.problems]}, 422)
