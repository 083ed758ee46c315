"""The words of this room for people, as codes that can be translated."""

from __future__ import annotations

from geo.message import Wording
from records.vocabulary import EVENT_TYPES

WHAT_HAPPENED = Wording("legend_what_happened", "What happened")
WHO_VOUCHES = Wording("legend_who_vouches", "Who vouches for it")
HOW_SURE = Wording("legend_how_sure", "How sure the place is")

CONFIRMED = Wording("legend_confirmed", "Confirmed or corroborated")
CLAIMED = Wording("legend_claimed", "Claimed by one side")
RETRACTED = Wording("legend_retracted", "Retracted")
DISPUTED = Wording("legend_disputed", "Core: its facts are disputed")

STATED = Wording("legend_stated", "Stated position")
OWN_REGION = Wording("legend_own_region", "Within this outline, 9 in 10")
TALLY = Wording("legend_tally", "Only a sea is named (tally)")
NONE = Wording("legend_none", "Without a place")

TYPE_NAMES: dict[str, Wording] = {
    name: Wording(f"type_{name}", name.replace("_", " ").capitalize()) for name in EVENT_TYPES
}

LAYER_INCIDENTS = Wording("layer_incidents", "Incidents")
LAYER_UNCERTAINTY = Wording("layer_uncertainty", "Regions that hold each record 9 times in 10")
LAYER_ROUTES = Wording("layer_routes", "Trafficking and migration routes")
REGION = Wording("region_of_records", "Region of records, 9 times in 10")
ROUTE_TRAFFICKING = Wording("route_trafficking", "Trafficking route")
ROUTE_MIGRATION = Wording("route_migration", "Migration route")
LAYER_TRACKS = Wording("layer_tracks", "Vessel tracks")
TRACKS_NOTE = Wording("tracks_note", "As their transmitters say. Silence and impossible jumps break a line.")
LAYER_ENCOUNTERS = Wording("layer_encounters", "Encounters of vessels")
ENCOUNTERS_NOTE = Wording(
    "encounters_note",
    "Two tracks close to each other for long, by the rule that was given. In a harbour that is usual.",
)
ENCOUNTER_LASTED = Wording("encounter_lasted", "{date}, {minutes} minutes, nearest {distance} nmi")
LAYER_OVERLAY = Wording("layer_overlay", "Your own layers")
OVERLAY_NOTE = Wording("overlay_note", "As they stand in your files.")

WORDINGS: tuple[Wording, ...] = (
    WHAT_HAPPENED,
    WHO_VOUCHES,
    HOW_SURE,
    CONFIRMED,
    CLAIMED,
    RETRACTED,
    DISPUTED,
    STATED,
    OWN_REGION,
    TALLY,
    NONE,
    LAYER_INCIDENTS,
    LAYER_UNCERTAINTY,
    LAYER_ROUTES,
    REGION,
    ROUTE_TRAFFICKING,
    ROUTE_MIGRATION,
    LAYER_TRACKS,
    TRACKS_NOTE,
    LAYER_ENCOUNTERS,
    ENCOUNTERS_NOTE,
    ENCOUNTER_LASTED,
    LAYER_OVERLAY,
    OVERLAY_NOTE,
    *TYPE_NAMES.values(),
)
"""All of them, so that translations can be checked for completeness."""
