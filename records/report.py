"""A report as it came: its words, who published them, and when."""

from __future__ import annotations

from records.incident import MomentField, Record, Text


class Report(Record):
    """A report in prose. ``text`` is what quotes count in (code points); relative dates count from ``published``.

    ``timezone`` is an IANA name in which "Thursday" and "late on Monday" are meant.
    """

    text: str
    name: Text = ""
    title: Text = ""
    publisher: Text = ""
    url: Text = ""
    published: MomentField = None
    language: Text = ""
    timezone: str = "UTC"
