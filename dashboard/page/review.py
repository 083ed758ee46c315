"""What the page needs to review what was brought to it: words, vocabulary, and drafts with what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from dashboard.intake_tables import MAPPED
from dashboard.locator_map import sketch_told
from dashboard.words import Words
from dashboard.words.quantities import date_text, distance_text, published_text
from geo.place import Place
from layers.antimeridian import cut
from layers.region import Outlines, region_of
from layers.snapshot import Snapshot
from layers.style import FAMILY_OF_TYPE
from records.flat import flatten
from records.incident import Draft, Incident
from records.vocabulary import (
    ACTOR_ROLES,
    CLAIM_STATUSES,
    DATE_KINDS,
    DATE_PRECISIONS,
    DISPUTED_ON,
    EVENT_TYPES,
    NOT_AT_SEA,
)

SPOKEN = (
    *("add.", "review.", "mapping.", "own.", "sure.", "removal.", "close"),
    *("type.", "claim.", "disputed.", "role.", "precision.short."),
)
"""The words (by the beginning of their keys) that the scripts of this part of the page need."""
DECIMALS = 4
COARSE_DEG = 0.01
"""How much an outline may be simplified for the map; files have it in full."""

KIND_OF_FIELD: dict[str, str] = {
    **dict.fromkeys(("event_type", "sub_event_type", "vessels", "strikes_min", "strikes_max"), "what"),
    **dict.fromkeys(("quantity", "quantity_unit", "substance"), "what"),
    **dict.fromkeys(("date_start", "date_end", "date_precision", "date_kind", "date_note"), "when"),
    **dict.fromkeys(("location_text", "place"), "where"),
    **dict.fromkeys(("actors", "claims", "claim_status", "disputed_on", "dispute"), "who"),
    **{f"{name}_{end}": "many" for name in ("killed", "injured", "survivors", "missing") for end in ("min", "max")},
    **dict.fromkeys(("total_claimed", "killed_max_reason"), "many"),
}
"""Field → the kind of value whose colour its words have: what, when, where, who, how many."""


def vocabulary(words: Words) -> dict[str, Any]:
    """Words and vocabulary, which the page asks for when something is first brought to it."""
    spoken = {key: text for key, text in words.entries.items() if key.startswith(SPOKEN)}
    for name in MAPPED:  # rarer columns are called as a correction calls them
        if f"mapping.field.{name}" not in spoken:
            called = words(f"field.{name}")
            spoken[f"mapping.field.{name}"] = called[:1].upper() + called[1:]
    return {
        "words": spoken,
        "types": list(EVENT_TYPES),
        "families": FAMILY_OF_TYPE,
        "aside": sorted(NOT_AT_SEA),
        "claims": list(CLAIM_STATUSES),
        "disputes": list(DISPUTED_ON),
        "roles": list(ACTOR_ROLES),
        "date_precisions": list(DATE_PRECISIONS),
        "date_kinds": list(DATE_KINDS),
        "fields": list(MAPPED),
        "kinds": KIND_OF_FIELD,
    }


def draft_shown(draft: Draft, id: str, words: Words) -> dict[str, Any]:
    """A draft as JSON with the id that its record will have, and what is said of it in the reader's language."""
    return {
        "id": id,
        "draft": draft.to_json(),
        "said": {
            "when": date_text(draft, words) if draft.date_start or draft.date_end else "",
            "date_note": words.said(draft.date_note),
            "flags": [words(f"flag.{flag}") for flag in draft.flags],
            **place_said(draft.place, words),
            "not_placed": words.said(draft.not_located_reason),
        },
    }


def place_said(place: Place | None, words: Words) -> dict[str, Any]:
    """How a place was found, how sure it is, and a small map of it."""
    if place is None:
        return {"steps": [], "sure": "", "sketch": None}
    return {
        "steps": [words.said(step) for step in place.location_steps],
        "sure": f"{words(f'precision.short.{place.geo_precision}')} · ± {distance_text(place.radius_m, words)}",
        "sketch": sketch_told(place),
    }


def own_items(records: Sequence[Incident], outlines: Outlines, words: Words) -> dict[str, Any]:
    """Records as the browser keeps and draws them: each whole, with its own shape; outlines that many share once."""
    named = {each.place.region_id for each in records if each.place is not None and _is_named(each.place)}
    shared = {id: outlines(id) for id in sorted(filter(None, named))}
    return {
        "items": [_own_item(each, outlines, words) for each in records],
        "outlines": {id: _drawn(found.geometry) for id, found in shared.items() if found is not None},
    }


def _own_item(record: Incident, outlines: Outlines, words: Words) -> dict[str, Any]:
    place = record.place
    own = place is not None and not place.stated and not _is_named(place)
    return {
        "id": record.id,
        "record": flatten(record),
        "title": record.title or words.named("type", record.event_type),
        "type": record.event_type,
        "when": date_text(record, words),
        "where": record.location_text,
        "lon": None if place is None else round(place.lon, 5),
        "lat": None if place is None else round(place.lat, 5),
        "stated": place is not None and place.stated,
        "outline": place.region_id if place is not None and _is_named(place) else None,
        "region": _drawn(region_of(place, outlines)) if place is not None and own else None,
    }


def _is_named(place: Place) -> bool:
    return place.region_id is not None and place.region is None


def _drawn(shape: BaseGeometry) -> dict[str, Any]:
    simple = shapely.simplify(cut(shape), COARSE_DEG)
    rounded: dict[str, Any] = mapping(shapely.transform(simple, lambda points: np.round(points, DECIMALS)))
    return rounded


def alike_shown(rows: Iterable[int], snapshot: Snapshot, itself: str, words: Words) -> list[dict[str, str]]:
    """Records that may tell of the same event: the id, the title and the first day of each."""
    return [
        {
            "id": snapshot.ids[row],
            "title": snapshot.titles[row] or words.named("type", EVENT_TYPES[snapshot.event_type[row]]),
            "when": published_text((snapshot.starts[row] or "")[:10], words),
        }
        for row in rows
        if snapshot.ids[row] != itself
    ]


def sample_shown(records: Iterable[Incident], words: Words) -> list[dict[str, str]]:
    """The first records that a table gives, in words."""
    return [
        {
            "what": words.named("type", each.event_type),
            "title": each.title,
            "when": date_text(each, words),
            "where": each.location_text,
            "sure": words(f"precision.short.{'unknown' if each.place is None else each.place.geo_precision}"),
        }
        for each in records
    ]
