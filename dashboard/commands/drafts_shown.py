"""Drafts as text for people on a terminal."""

from __future__ import annotations

import re

from records.dates import format_moment
from records.incident import Draft
from records.reading import Reading

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
TOLLS = ("killed", "injured", "survivors", "missing")


def shown(reading: Reading) -> str:
    """A readable summary of a reading."""
    report = reading.report
    published = f"published {format_moment(report.published)}" if report.published else "day of publication not known"
    count = f"{len(reading.drafts)} draft{'s' if len(reading.drafts) != 1 else ''}"
    lines = [f"{report.name or 'report'}: {count} ({report.language}, {published})"]
    for number, draft in enumerate(reading.drafts, 1):
        lines += ["", f"{number}. {_kind(draft)}: {draft.title}"]
        lines += [f"   {name:<9}{value}" for name, value in _rows(draft) if value]
    # Words of a report are data: nothing in them may steer a terminal.
    return "\n".join(_CONTROL.sub(" ", line) for line in lines)


def _kind(draft: Draft) -> str:
    return f"{draft.event_type} ({draft.sub_event_type})" if draft.sub_event_type else draft.event_type


def _rows(draft: Draft) -> list[tuple[str, str]]:
    return [
        ("when", _when(draft)),
        ("where", _where(draft)),
        ("who", "; ".join(_actors(draft))),
        ("how many", ", ".join(_counts(draft))),
        ("claim", _claim(draft)),
        ("dispute", draft.dispute),
        ("notes", draft.notes),
        ("flags", ", ".join(draft.flags)),
        ("words", f"“{' '.join(draft.summary.split())}”" if draft.summary else ""),
    ]


def _when(draft: Draft) -> str:
    note = f" ({draft.date_note})" if draft.date_note else ""
    return f"{draft.date_edtf or 'not known'}{note}"


def _where(draft: Draft) -> str:
    words = f"“{draft.location_text}”" if draft.location_text else ""
    if draft.place is None:
        reason = str(draft.not_located_reason) if draft.not_located_reason else "not placed"
        return f"{words} – {reason}" if words else reason
    place = draft.place
    near = f"{place.lat:.2f}, {place.lon:.2f} ± {place.radius_m / 1000:.0f} km"
    return f"{words} → {near} ({place.geo_precision}, {place.location_method})".strip()


def _actors(draft: Draft) -> list[str]:
    return [f"{actor.role} {actor.name}{' (alleged)' if actor.alleged else ''}" for actor in draft.actors]


def _counts(draft: Draft) -> list[str]:
    counts = [f"{name} {_range(draft, name)}" for name in (*TOLLS, "strikes") if _range(draft, name)]
    if draft.total_claimed is not None:
        counts.append(f"running total {draft.total_claimed}")
    if draft.vessels is not None:
        counts.append(f"vessels {draft.vessels}")
    if draft.quantity is not None:
        counts.append(f"{draft.quantity:,.10g} {draft.quantity_unit} {draft.substance}".rstrip())
    return counts


def _range(draft: Draft, name: str) -> str:
    low, high = getattr(draft, f"{name}_min"), getattr(draft, f"{name}_max")
    if low is None and high is None:
        return ""
    if low is None:
        return f"up to {high}"
    if high is None:
        return f"at least {low}"
    return str(low) if low == high else f"{low} to {high}"


def _claim(draft: Draft) -> str:
    return f"{draft.claim_status}, disputed on {draft.disputed_on}" if draft.disputed_on else draft.claim_status
