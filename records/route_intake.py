"""Tables of routes into a store: located, joined along the sea and kept beside the records; no row is lost."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from records.errors import RecordsError
from records.joining import join_all
from records.readers.routes import KNOWN_MODES, RouteReading
from records.readers.row import Reject
from records.route import Route
from records.store import Store

SHOWN = 10
"""Refused rows and routes that are not drawn that are said at once."""
_DERIVED = {"waypoints", "legs", "not_drawn_reason"}

Say = Callable[[str], None]


@dataclass(slots=True)
class RouteSummary:
    """What became of all rows: ``read`` = ``stored`` + ``duplicates`` + ``rejected``.

    ``replaced``: those of the stored whose id was known with other words. ``not_drawn``: stored and listed, with the
    reason why no way is drawn, or not all of it.
    """

    read: int = 0
    stored: int = 0
    duplicates: int = 0
    replaced: int = 0
    rejected: int = 0
    not_drawn: list[dict[str, str]] = field(default_factory=list)
    rejects_file: str | None = None
    dry_run: bool = False

    def to_json(self) -> dict[str, Any]:
        """As a JSON object of its fields."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


def take_in_routes(
    readings: Sequence[RouteReading],
    store: Store,
    *,
    rejects: Path | None = None,
    more_rejects: bool = False,
    dry_run: bool = False,
    say: Say = lambda line: None,
) -> RouteSummary:
    """Read files of routes into a store, all or none; a known id with other words takes the other's place.

    Refused rows go to ``rejects`` as JSON lines (default ``STORE.rejects.jsonl``), after those that are there where
    there are ``more_rejects`` of the same import. ``say`` hears one line at a time.
    """
    summary = RouteSummary(dry_run=dry_run)
    kept = {route.id: route for route in store.routes()}
    fresh: dict[str, Route] = {}
    refused: list[Reject] = []
    for reading in readings:
        say(f"{reading.file.name}: read as routes; {'; '.join(map(str, reading.notes))}")
        for outcome in reading.outcomes():
            summary.read += 1
            if isinstance(outcome, Reject):
                refused.append(outcome)
            elif _same(fresh.get(outcome.id) or kept.get(outcome.id), outcome):
                summary.duplicates += 1
            else:
                _count(summary, outcome, kept, fresh)
                fresh[outcome.id] = outcome
    summary.rejected = len(refused)
    _say_refused(refused, say)
    joined = join_all(fresh.values())
    _say_undrawn(joined, summary, say)
    if joined and not dry_run:
        store.put_routes((kept | {route.id: route for route in joined}).values())
    if rejects is not None or (refused and not dry_run):
        target = rejects or Path(f"{store.address}.rejects.jsonl")
        _write_rejects(refused, target, more=more_rejects)
        summary.rejects_file = str(target)
    return summary


def _same(known: Route | None, route: Route) -> bool:
    return known is not None and known.model_dump(exclude=_DERIVED) == route.model_dump(exclude=_DERIVED)


def _count(summary: RouteSummary, route: Route, kept: dict[str, Route], fresh: dict[str, Route]) -> None:
    """A route that another file of the same import has told otherwise counts as read, and the later one stays."""
    summary.stored += 1
    summary.replaced += route.id in kept or route.id in fresh


def _say_refused(refused: Sequence[Reject], say: Say) -> None:
    for reject in refused[:SHOWN]:
        say(f"{reject.file} line {reject.line}: {reject.reason}")
    if len(refused) > SHOWN:
        say(f"and {len(refused) - SHOWN} more rows were refused")


def _say_undrawn(routes: Sequence[Route], summary: RouteSummary, say: Say) -> None:
    for route in routes:
        if route.mode and route.mode not in KNOWN_MODES:
            say(f"{route.name}: the mode '{route.mode}' is not known, and is drawn along the sea")
        summary.not_drawn.extend({"id": route.id, "name": route.name, "reason": said} for said in undrawn(route))
    for one in summary.not_drawn[:SHOWN]:
        say(f"{one['name']}: {one['reason']}")
    if len(summary.not_drawn) > SHOWN:
        say(f"and {len(summary.not_drawn) - SHOWN} more that are not drawn, or in part")


def undrawn(route: Route) -> list[str]:
    """Why a route is not drawn, or for each of its alternatives that is not, in words."""
    if route.not_drawn_reason is not None:
        return [f"not drawn: {route.not_drawn_reason}"]
    reasons = [
        (point.text, point.not_joined_reason or (point.not_located_reason if point.role != "via" else None))
        for point in route.waypoints
    ]
    return [f"'{text}' is not drawn: {reason}" for text, reason in reasons if reason is not None]


def _write_rejects(refused: Sequence[Reject], target: Path, *, more: bool) -> None:
    try:
        with target.open("a" if more else "w", encoding="utf-8", newline="\n") as file:
            file.writelines(
                json.dumps(reject.to_json(), ensure_ascii=False, allow_nan=False) + "\n" for reject in refused
            )
    except OSError as reason:
        raise RecordsError(
            f"the rejects cannot be written ({reason.strerror})", where=str(target), next="name another with --rejects"
        ) from reason
