"""Reports of the ICC International Maritime Bureau (IMB), in the layouts that others took from its pages.

The words tell: ``05.04.2014: 0832 UTC: Posn: 20:15.00N – 059:02.30E, Around 15nm East of Masirah Island, Oman.``
Degrees that others derived from them are wrong (decimals of minutes read as seconds) and are not used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from records.readers.headers import words_of
from records.readers.layout import Layout
from records.readers.row import Row, text_of

_HEAD = re.compile(
    r"(?P<day>\d{2}\.\d{2}\.\d{4})\s*:\s*(?P<time>\d{4})\s*(?P<zone>UTC|LT)?\s*:?\s*Posn:\s*"
    r"(?P<position>[^,]*?[NS]\s*[–—-]?\s*[^,]*?[EW])\s*,\s*(?P<place>[^\n]*?)\.?\s*(?:\n|$)",
    re.IGNORECASE,
)


_LINK = re.compile(r"\]\(([^\s)]+)")


def _told(narrative: str) -> dict[str, str]:
    """Date, time, position and place out of the first line of a narrative."""
    told = _HEAD.search(narrative)
    if told is None:
        return {}
    return {
        "Posn": told["position"],
        "Place": told["place"],
        "Incident Date": told["day"].replace(".", "-"),
        "Time": f"{told['time'][:2]}:{told['time'][2:]} {told['zone'] or '(zone not stated)'}",
    }


def _adapt(row: Row) -> Row:
    number = text_of(row.cells.get("url")).rstrip("/").rpartition("/")[2]
    return replace(row, cells={**row.cells, "number": number, **_told(text_of(row.cells.get("Narrative")))})


def _more(row: Row) -> Mapping[str, Any]:
    vessel, url = text_of(row.cells.get("Type of Vessel")), text_of(row.cells.get("url"))
    kind, place = text_of(row.cells.get("Type of Attack")), text_of(row.cells.get("Place"))
    return {
        "title": ", ".join(part for part in (kind, vessel, place) if part),
        "location_text": place,
        "actors": [{"name": vessel, "role": "target"}] if vessel else [],
        "sources": [{"publisher": IMB.publisher, "url": url, "link": url.startswith("https://")}],
    }


def _adapt_positions(row: Row) -> Row:
    """The place's words end in a comma or an ``of`` where they were cut off."""
    cells = dict(row.cells)
    cells["place"] = re.sub(r"(?:,|\bof)\s*$", "", text_of(cells.get("place"))).strip()
    return replace(row, cells=cells)


def _more_positions(row: Row) -> Mapping[str, Any]:
    vessel = " ".join(part for name in ("vessel_type", "vessel_name") if (part := text_of(row.cells.get(name))))
    kind, place = text_of(row.cells.get("attack_type")), text_of(row.cells.get("place"))
    return {
        "title": ", ".join(part for part in (kind, vessel, place) if part),
        "actors": [{"name": vessel, "role": "target"}] if vessel else [],
        "sources": [{"publisher": IMB.publisher}],
    }


def _adapt_page(row: Row) -> Row:
    """The page's cells under the names of the details' layout; its headers end in colons or do not."""
    by_words = {words_of(name): text_of(cell) for name, cell in row.cells.items()}
    narrative = by_words.get(("narrations",), "")
    links = [found[1] for cell in row.cells.values() if (found := _LINK.search(text_of(cell)))]
    cells = {
        "number": by_words.get(("attack", "number"), ""),
        "Incident Date": by_words.get(("date", "of", "incident"), ""),
        "Narrative": narrative,
        "url": links[0] if links else "",
    }
    return replace(row, cells={**row.cells, **cells, **_told(narrative)})


IMB = Layout(
    name="imb",
    marks=("Incident Date", "Type of Attack", "Type of Vessel", "Narrative"),
    columns={
        "id": "number",
        "date": "Incident Date",
        "time": "Time",
        "position": "Posn",
        "event_type": "Type of Attack",
        "summary": "Narrative",
    },
    only_own_columns=True,
    derived=("number", "Time", "Posn", "Place"),
    adapt=_adapt,
    more=_more,
    event_types={"attempted": "attack", "fired upon": "attack", "suspicious": "suspicious_approach"},
    publisher="ICC International Maritime Bureau (IMB)",
    day_first=True,
)

IMB_PAGE = replace(
    IMB,
    marks=("Attack Number", "Narrations", "Date of Incident"),
    columns={"id": "number", "date": "Incident Date", "time": "Time", "position": "Posn", "summary": "Narrative"},
    derived=("number", "Incident Date", "Time", "Posn", "Place", "Narrative", "url"),
    adapt=_adapt_page,
)

IMB_POSITIONS = replace(
    IMB,
    marks=("vessel_name", "attack_type", "coord", "place", "year"),
    columns={
        "year": "year",
        "position": "coord",
        "location_text": "place",
        "event_type": "attack_type",
    },
    derived=(),
    adapt=_adapt_positions,
    more=_more_positions,
)
