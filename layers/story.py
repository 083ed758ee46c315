"""A story as a page on disk tells it: steps with a title, a text, and what of the records each shows."""

from __future__ import annotations

from dataclasses import dataclass

from records.filter import Filter


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One step. ``text`` is Markdown. ``camera``: longitude, latitude and MapLibre's zoom, None fits the records.

    ``selected``: a record's id, or nothing. ``layers``: what is drawn beside the records (``routes``, ``migration``,
    ``regions``, and layers of the registry). ``without``: in words, what the step shows that a page on disk does not.
    """

    title: str
    text: str
    filter: Filter
    camera: tuple[float, float, float] | None = None
    selected: str = ""
    layers: tuple[str, ...] = ("routes", "regions")
    without: str = ""


@dataclass(frozen=True, slots=True)
class StoryTold:
    """A story's title, its language, the words of its buttons in it, and its steps."""

    title: str
    language: str
    words: dict[str, str]
    steps: tuple[StoryStep, ...]
