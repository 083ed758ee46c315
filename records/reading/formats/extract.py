"""What is taken out of a file, and what a format is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from records.dates import Moment


@dataclass(frozen=True, slots=True)
class Extract:
    """The words of a report and what its file says about it; empty where it says nothing."""

    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: Moment | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its endings, how to tell it from its first bytes, and how to read it.

    ``extract`` takes the bytes and the name to use in errors, and raises :class:`~records.errors.RecordsError`.
    """

    name: str
    endings: tuple[str, ...]
    recognised: Callable[[bytes], bool] | None
    extract: Callable[[bytes, str], Extract]
