"""Markdown: the words without the marks."""

from __future__ import annotations

import re

from records.dates import Moment, parse_moment
from records.errors import RecordsError
from records.reading.formats.extract import Extract
from records.reading.formats.plain_text import decode

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.{0,5000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"""^(title|date|published|author|publisher|source|url|lang|language):[ \t]*["']?(.*?)["']?[ \t]*$""", re.MULTILINE
)
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.{0,10000}?-->", re.DOTALL), ""),
    (re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\]\n]{1,500})\]\[[^\]\n]{0,200}\]"), r"\1"),
    (re.compile(r"^[ \t]*\[[^\]\n]{1,200}\]:[^\n]*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*```[^\n]*$", re.MULTILINE), ""),
    (re.compile(r"^#{1,6}[ \t]+(.*?)[ \t#]*$", re.MULTILINE), r"\1\n"),
    (re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]{1,2000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,500}>"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!-])"), r"\1"),
)
_TITLE = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)


def extract(data: bytes, name: str) -> Extract:
    """Read Markdown; a block of fields at the top (title, date, source) is read as such."""
    text = decode(data, name)
    fields: dict[str, str] = {}
    front = _FRONT.match(text)
    if front:
        fields = {key: value for key, value in _FIELD.findall(front[1]) if value}
        text = text[front.end() :]
    title = _TITLE.search(text)
    for found, kept in _MARKS:
        text = found.sub(kept, text)
    return Extract(
        text,
        title=fields.get("title", title[1] if title else ""),
        publisher=fields.get("publisher", fields.get("source", "")),
        url=fields.get("url", ""),
        published=moment(fields.get("published", fields.get("date", ""))),
        language=fields.get("lang", fields.get("language", "")),
    )


def moment(text: str) -> Moment | None:
    """A date that a file states about itself, or None where it is none: the file's words are still a report."""
    try:
        return parse_moment(text) if text else None
    except RecordsError:
        return None
