"""The controlled words of a record: types of event, roles, grades of claims.

The structure of event types follows ACLED (type and sub-type); grading follows Airwars, with the objection
split off: a confirmed event can still be disputed in law.
"""

from __future__ import annotations

from typing import Literal, get_args

EventType = Literal[
    "strike",
    "interdiction",
    "seizure",
    "boarding",
    "attack",
    "hijack",
    "suspicious_approach",
    "aircraft_approach",
    "confrontation",
    "missing",
    "deployment",
    "designation",
    "statement",
    "aid",
    "other",
]
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)

NOT_AT_SEA: frozenset[EventType] = frozenset({"statement", "designation", "aid"})
"""Types that are no events at sea: placed in the data, off the map by default, counted apart."""

ActorRole = Literal["actor", "target", "partner", "announced_by", "disputed_by"]
ACTOR_ROLES: tuple[ActorRole, ...] = get_args(ActorRole)

ClaimStatus = Literal["claimed", "corroborated", "confirmed", "retracted"]
CLAIM_STATUSES: tuple[ClaimStatus, ...] = get_args(ClaimStatus)

DisputedOn = Literal["facts", "legality", "both"]
DISPUTED_ON: tuple[DisputedOn, ...] = get_args(DisputedOn)

DatePrecision = Literal["minute", "hour", "day", "week", "month", "year"]
DATE_PRECISIONS: tuple[DatePrecision, ...] = get_args(DatePrecision)

DateKind = Literal["within", "throughout"]
DATE_KINDS: tuple[DateKind, ...] = get_args(DateKind)

ZoneName = Literal["internal", "territorial_sea", "contiguous_zone", "eez", "high_seas", "land"]
ZONES: tuple[ZoneName, ...] = get_args(ZoneName)

KilledMaxReason = Literal["presumed", "differing"]
KILLED_MAX_REASONS: tuple[KilledMaxReason, ...] = get_args(KilledMaxReason)

FLAGS: dict[str, str] = {
    "date_ambiguous": "day and month of the date cannot be told apart",
    "date_weekday_ambiguous": "a weekday that may mean the day of publication or a week before",
    "date_unreadable": "the date could not be read",
    "id_reused": "another record came with the same id",
    "position_swapped": "longitude and latitude seem to be swapped",
    "position_on_land": "the stated position lies on land",
    "position_null_island": "the position is 0, 0",
    "position_coarse": "the position is written in whole degrees",
    "text_and_position_disagree": "the words and the position do not agree",
    "position_unreadable": "the position could not be read",
    "position_slip": "the position was read past a slip of the pen",
    "position_contradictory": "sign and letter of the position differ",
    "number_unreadable": "a number could not be read",
    "total_not_a_toll": "the figure is a running total",
}
"""Kept, but look: code of each flag and what it says in English."""
