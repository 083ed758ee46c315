"""Colours: what happened by hue, the same on map, time bar, table, legend and in every export.

A record's form (filled, ring, core, struck) says who vouches and is no matter of colour: see ``layers.incidents``.
"""

from __future__ import annotations

from dataclasses import dataclass

from records.vocabulary import EVENT_TYPES, NOT_AT_SEA, EventType

FAMILY_OF_TYPE: dict[EventType, str] = {
    "strike": "strike",
    "aircraft_approach": "aircraft",
    "seizure": "seizure",
    "interdiction": "seizure",
    "boarding": "boarding",
    "confrontation": "confrontation",
    "attack": "confrontation",
    "hijack": "confrontation",
    "suspicious_approach": "confrontation",
    **dict.fromkeys(("missing", "deployment", "designation", "statement", "aid", "other"), "other"),
}
"""Event type → family of colour; at most five hues and grey, told apart by colour-blind readers too."""

TYPES_IN_ORDER: tuple[EventType, ...] = (
    *(kind for kind in FAMILY_OF_TYPE if kind not in NOT_AT_SEA),
    *(kind for kind in EVENT_TYPES if kind in NOT_AT_SEA),
)
"""The order of types in legends and in the bars of a histogram, from the axis up."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a light or a dark map."""

    sea: str
    land: str
    coast: str
    border: str
    panel: str
    ink: str
    ink_2: str
    ink_3: str
    rule: str
    accent: str
    route: str
    migration: str
    families: dict[str, str]

    def colour(self, event_type: str) -> str:
        """The colour of an event type, as ``#rrggbb``; that of *other* for one that is unknown."""
        family = next((family for kind, family in FAMILY_OF_TYPE.items() if kind == event_type), "other")
        return self.families[family]


LIGHT = Theme(
    sea="#e6eef2",
    land="#fbf8f1",
    coast="#b3bcc1",
    border="#d9d3c6",
    panel="#ffffff",
    ink="#16232c",
    ink_2="#54646f",
    ink_3="#8796a0",
    rule="#e3e8eb",
    accent="#0b5c7a",
    route="#8a6d4f",
    migration="#6b7fa8",
    families={
        "strike": "#c43d1f",
        "aircraft": "#2d6cc0",
        "seizure": "#11806f",
        "boarding": "#b57a00",
        "confrontation": "#84449b",
        "other": "#6b7883",
    },
)
DARK = Theme(
    sea="#0e1a22",
    land="#1b2a34",
    coast="#43545f",
    border="#2c3b45",
    panel="#14222b",
    ink="#e8eff3",
    ink_2="#a3b3bd",
    ink_3="#74858f",
    rule="#25353f",
    accent="#6cc3e0",
    route="#a98c6b",
    migration="#93a7d0",
    families={
        "strike": "#f0795a",
        "aircraft": "#78adf0",
        "seizure": "#4dbfa9",
        "boarding": "#e2b04a",
        "confrontation": "#c792dd",
        "other": "#98a6b0",
    },
)
