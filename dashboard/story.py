"""A story: a sequence of views, each with a title and a text in Markdown, that a person wrote.

A view is the query of the page's address (:mod:`dashboard.state`). A story travels as a JSON file, or within a link,
where it is its JSON, deflated and written in the letters of base64url: at most :data:`MAX_LINK` of them.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import parse_qsl, urlencode

from pydantic import AfterValidator, Field, ValidationError

from dashboard.errors import DashboardError
from dashboard.served import Served
from dashboard.state import PageState
from dashboard.words import Words, en
from layers.story import StoryStep, StoryTold
from records.incident import Record

CASE = "case"
"""The word that means the built-in story."""
MAX_LINK = 8_000
"""Letters of a story within a link; a longer one is a file."""
MAX_BYTES = 400_000
"""Of a story's JSON: what a link unpacks to, and what a file may hold."""
MAX_STEPS = 60

_NOT_OF_A_VIEW = ("story", "step", "embed", "theme", "lang")
"""The parameters of an address that say how it is looked at, not at what."""


def _view(query: str) -> str:
    """A view as the query that the page itself would write; raises ``ValueError`` that says what cannot be read."""
    state, problems = PageState.from_query(dict(parse_qsl(query.strip().removeprefix("?"))))
    if problems:
        raise ValueError("; ".join(f"{name} in the address could not be read and is left out" for name in problems))
    return query_text(view_of(state.to_query()))


def view_of(query: Mapping[str, str]) -> dict[str, str]:
    """Those parameters of an address that say what is shown."""
    return {name: value for name, value in query.items() if name not in _NOT_OF_A_VIEW}


def query_text(query: Mapping[str, str]) -> str:
    """Parameters as the text of an address, commas and colons as they are (as the browser writes them)."""
    return urlencode(query, safe=",:")


class Step(Record):
    """One view of a story, with its title and its text in Markdown."""

    view: Annotated[str, Field(max_length=4_000), AfterValidator(_view)] = ""
    title: str = Field(default="", max_length=200)
    text: str = Field(default="", max_length=6_000)

    def state(self) -> PageState:
        """What the view means."""
        state, _ = PageState.from_query(dict(parse_qsl(self.view)))
        return state


class Story(Record):
    """A title and its steps, in order."""

    title: str = Field(default="", max_length=200)
    steps: tuple[Step, ...] = Field(min_length=1, max_length=MAX_STEPS)

    @classmethod
    def from_json(cls, text: str | bytes, where: str = "story") -> Self:
        """Read a story's JSON; raises :class:`StoryError` that names every place where something is wrong."""
        if len(text) > MAX_BYTES:
            raise StoryError((Problem("large", params={"limit": f"{MAX_BYTES // 1000}"}),), where)
        try:
            return cls.model_validate(json.loads(text))
        except ValidationError as reason:
            raise StoryError(_problems(reason), where) from reason
        except (ValueError, RecursionError) as reason:
            raise StoryError((Problem("json"),), where) from reason

    @classmethod
    def from_link(cls, letters: str) -> Self:
        """Read what :meth:`to_link` wrote; raises :class:`StoryError`, also for what unpacks to too much."""
        try:
            packed = base64.b64decode(letters + "=" * (-len(letters) % 4), altchars=b"-_", validate=True)
            unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
            text = unpacking.decompress(packed, MAX_BYTES)
        except (binascii.Error, ValueError, zlib.error) as reason:
            raise StoryError((Problem("link"),), "link") from reason
        if not unpacking.eof:
            raise StoryError((Problem("link"),), "link")
        return cls.from_json(text, "link")

    def told(self, words: Words) -> StoryTold:
        """The story for a page on disk, with the words of its buttons in a language."""
        spoken = {name: words(f"story.{name}") for name in ("label", "close", "previous", "next", "at")}
        return StoryTold(self.title, words.language, spoken, tuple(_told(step, words) for step in self.steps))

    def to_link(self) -> str:
        """The story as the letters of a link."""
        packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        text = self.model_dump_json(exclude_defaults=True).encode()
        return base64.urlsafe_b64encode(packing.compress(text) + packing.flush()).decode().rstrip("=")


def _told(step: Step, words: Words) -> StoryStep:
    state = step.state()
    camera = None if state.camera is None else (state.camera.lon, state.camera.lat, state.camera.zoom)
    panels = [words("totals")] if state.panel else []
    panels += [words("table.label")] if state.table else []
    without = words("story.without", names=", ".join(panels)) if panels else ""
    return StoryStep(step.title, step.text, state.filter, camera, state.selected, state.layers, without)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a story: a code (of the page's words ``story.wrong.…``), and in which step and field."""

    code: str
    step: int | None = None
    field: str = ""
    params: Mapping[str, str] | None = None

    def said(self, words: Mapping[str, str]) -> str:
        """The problem in the language of the page."""
        text = words[f"story.wrong.{self.code}"].format(**self.params or {})
        place = [] if self.step is None else [words["story.wrong.step"].format(step=self.step)]
        return ", ".join([*place, *([self.field] if self.field else [])]) + (": " if place or self.field else "") + text


class StoryError(DashboardError):
    """A story cannot be read; ``problems`` say where and why."""

    def __init__(self, problems: tuple[Problem, ...], where: str) -> None:
        said = "; ".join(problem.said(en.WORDS) for problem in problems)
        super().__init__(said, where=where, next="see docs/stories.md for the form of a story")
        self.problems = problems


_CODES = {
    "missing": "missing",
    "too_short": "no_steps",
    "too_long": "many_steps",
    "string_too_long": "long",
    "extra_forbidden": "unknown",
    "value_error": "view",
}


def _problems(reason: ValidationError) -> tuple[Problem, ...]:
    errors = reason.errors()
    in_steps = any(error["loc"][0] == "steps" and len(error["loc"]) > 1 for error in errors if error["loc"])
    # A step that is wrong is not counted, and then there may seem to be none.
    return tuple(_problem(error) for error in errors if not (in_steps and error["type"] == "too_short"))


def _problem(error: Any) -> Problem:
    """A problem of pydantic's in our words."""
    places = [part for part in error["loc"] if isinstance(part, str)]
    numbers = [part for part in error["loc"] if isinstance(part, int)]
    params = {name: str(value) for name, value in error.get("ctx", {}).items()}
    params |= {"limit": params.get("max_length", ""), "reason": params.get("error", "")}
    field = places[-1] if places else ""
    return Problem(_CODES.get(error["type"], "kind"), numbers[0] + 1 if numbers else None, field, params)


def story_of(served: Served, letters: str, language: str) -> Story:
    """The story that the letters of an address carry, or name with the word case; raises :class:`StoryError`."""
    if letters != CASE:
        return Story.from_link(letters)
    if served.store.address != "case":
        raise StoryError((Problem("no_case"),), "story")
    return case_story(language)


def read_story(path: Path) -> Story:
    """The story of a file; raises :class:`StoryError` for what is no story, :class:`DashboardError` without a file."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise StoryError((Problem("large", params={"limit": f"{MAX_BYTES // 1000}"}),), str(path))
        return Story.from_json(path.read_bytes(), str(path))
    except OSError as reason:
        said = (reason.strerror or "cannot be read").lower()
        raise DashboardError(said, where=str(path), next="name a story's JSON file, or the word: case") from reason


@cache
def case_story(language: str) -> Story:
    """The story of the built-in case in a language; in English where there is none in it."""
    told = json.loads(files("records").joinpath("case", "story.json").read_text(encoding="utf-8"))

    def said(texts: Mapping[str, str]) -> str:
        return texts.get(language, texts["en"])

    steps = tuple(Step(view=one["view"], title=said(one["title"]), text=said(one["text"])) for one in told["steps"])
    return Story(title=said(told["title"]), steps=steps)
