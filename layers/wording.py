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
ENCOUNTER_LASTED = Wording("encounter_lasted", "{date}, {minutes} {minutes|minute|minutes}, nearest {distance} nmi")
LAYER_OVERLAY = Wording("layer_overlay", "Your own layers")
OVERLAY_NOTE = Wording("overlay_note", "As they stand in your files.")

LAYER_DENSITY = Wording("layer_density", "Density of events")
LAYER_HEAT = Wording("layer_heat", "Heat of events")
LAYER_KILLED = Wording("layer_killed", "Density of killed")
LAYER_PINS = Wording("layer_pins", "As naive pins (misleading)")
DENSITY_HEADING = Wording("density_heading", "Expected events per 10,000 km²")
KILLED_HEADING = Wording("killed_heading", "Killed per 10,000 km², at most")
DENSITY_STEPS = (
    Wording("density_step_1", "0.003"),
    Wording("density_step_2", "0.01"),
    Wording("density_step_3", "0.03"),
    Wording("density_step_4", "0.1"),
    Wording("density_step_5", "0.3"),
    Wording("density_step_6", "1"),
)
DENSITY_EXPECTED = Wording("density_expected", "{events} {events|event|events} expected here")
DENSITY_PER_AREA = Wording("density_per_area", "{density} per 10,000 km²")
DENSITY_RECORDS = Wording("density_records", "of {records} {records|record|records} that may lie here")
KILLED_EXPECTED = Wording("killed_expected", "{killed} killed expected here")
KILLED_NOT_STATED = Wording("killed_not_stated", "and {events} {events|event|events} whose toll is not stated")
HEAT_STEP = Wording("heat_step", "{least} to {below} events per 10,000 km²")
HEAT_FROM = Wording("heat_from", "{least} events per 10,000 km² or more")
HEAT_EVENTS = Wording("heat_events", "{events} {events|event|events} expected in all areas of this colour")
NO_DATA_NOT_QUIET = Wording(
    "no_data_not_quiet",
    "Each record is spread over the region that may hold it. No data is not quiet: "
    "where the sources do not reach, nothing is drawn, nor less than 0.003.",
)
KILLED_NOTE = Wording(
    "killed_note",
    "Boat strikes with a stated toll, each spread over its region. No data is not quiet: "
    "where the sources do not reach, nothing is drawn, nor less than 0.003.",
)
KILLED_NOTE_INCIDENTS = Wording(
    "killed_note_incidents",
    "Incidents at sea with a stated toll, each spread over its region; two may tell of the same people. No data is not "
    "quiet: where the sources do not reach, nothing is drawn, nor less than 0.003.",
)
PINS_NOTE = Wording(
    "pins_note",
    "What maps without uncertainty draw: a pin in the middle of each region, many on one spot. "
    "Hardly any stands where the event was.",
)
PINS_AWAY = Wording("pins_away", "the truth may be {distance_km} km away")
PINS_SHARED = Wording("pins_shared", "{records} {records|record|records} on this spot")

LAYER_ZONES = Wording("layer_zones", "Maritime zones")
ZONE_TERRITORIAL = Wording("zone_territorial", "Territorial sea, to 12 nmi")
ZONE_CONTIGUOUS = Wording("zone_contiguous", "Contiguous zone, to 24 nmi")
ZONE_EEZ = Wording("zone_eez", "Exclusive economic zone, to 200 nmi or the boundary")
ZONES_NOTE = Wording(
    "zones_note",
    "Worked out from open coast data: approximate, no statement on sovereignty and no legal advice. "
    "12 and 24 nmi show when you zoom in.",
)
ZONE_OF = Wording("zone_of", "{name}")
ZONE_BETWEEN = Wording("zone_between", "{name} – {other}")
ZONE_DISTANCE = Wording("zone_distance", "{nmi} nmi from the coast")
ZONE_MEDIAN = Wording("zone_median", "the middle between the coasts: no agreed line is known here")
ZONE_AGREED = Wording("zone_agreed", "a line that both have agreed on, simplified")
ZONE_OWN = Wording("zone_own", "from your own file")

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
    LAYER_DENSITY,
    LAYER_HEAT,
    LAYER_KILLED,
    LAYER_PINS,
    DENSITY_HEADING,
    KILLED_HEADING,
    *DENSITY_STEPS,
    DENSITY_EXPECTED,
    DENSITY_PER_AREA,
    DENSITY_RECORDS,
    KILLED_EXPECTED,
    KILLED_NOT_STATED,
    HEAT_STEP,
    HEAT_FROM,
    HEAT_EVENTS,
    NO_DATA_NOT_QUIET,
    KILLED_NOTE,
    PINS_NOTE,
    PINS_AWAY,
    PINS_SHARED,
    LAYER_ZONES,
    ZONE_TERRITORIAL,
    ZONE_CONTIGUOUS,
    ZONE_EEZ,
    ZONES_NOTE,
    ZONE_OF,
    ZONE_BETWEEN,
    ZONE_DISTANCE,
    ZONE_MEDIAN,
    ZONE_AGREED,
    ZONE_OWN,
    *TYPE_NAMES.values(),
)
"""All of them, so that translations can be checked for completeness."""
