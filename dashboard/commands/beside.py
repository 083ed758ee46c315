"""The options by which a user lays files of their own beside a store, the same for every command that takes them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from layers.beside import Beside

_OPTIONS = (
    click.option("--tracks", multiple=True, metavar="FILE", help="Vessel positions (AIS) as CSV; may be repeated."),
    click.option(
        "--encounter-nmi",
        type=click.FloatRange(min=0, min_open=True),
        default=0.27,
        show_default=True,
        help="How near two tracks must be to meet, in nautical miles.",
    ),
    click.option(
        "--encounter-minutes",
        type=click.FloatRange(min=1),
        default=120.0,
        show_default=True,
        help="How long they must stay so near.",
    ),
    click.option("--overlay", multiple=True, metavar="FILE", help="A layer of your own; may be repeated."),
    click.option(
        "--overlay-crs", default="", metavar="EPSG:N", help="Reference system of overlays and zones that say none."
    ),
    click.option("--zones", metavar="FILE", help="Maritime zones of your own (EEZ polygons), which then say whose."),
    click.option("--polygons-field", default="", metavar="NAME", help="Field of zones with ISO 3166-1 alpha-3 codes."),
)

OPTION_NAMES = (
    *("tracks", "encounter_nmi", "encounter_minutes", "overlay", "overlay_crs"),
    *("zones", "polygons_field"),
)
"""As :func:`read_beside` takes them."""


def beside_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options; it gets them by their names."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def read_beside(
    *,
    tracks: tuple[str, ...],
    encounter_nmi: float,
    encounter_minutes: float,
    overlay: tuple[str, ...],
    overlay_crs: str,
    zones: str | None,
    polygons_field: str,
) -> Beside:
    """Read the files, and say on standard error how each was read. Raises the errors of their readers."""
    from layers.beside import Beside, BesideTracks
    from records.encounter import EncounterRule

    rule = EncounterRule(encounter_nmi, encounter_minutes)
    own = None
    if zones is not None:
        from geo.zone_polygons import read_zone_polygons

        own = read_zone_polygons(Path(zones), polygons_field, overlay_crs)
        _say(zones, own.notes)
    read = None
    if tracks:
        from records.readers.ais import read_tracks

        found = read_tracks([Path(name) for name in tracks])
        _say(", ".join(tracks), found.notes)
        read = BesideTracks.of(found, rule)
    overlays = []
    for name in overlay:
        from layers.overlay_file import read_overlay

        overlays.append(read_overlay(Path(name), overlay_crs))
        _say(name, overlays[-1].notes)
    return Beside(own, read, tuple(overlays))


def _say(name: str, notes: tuple[str, ...]) -> None:
    if notes:
        click.echo(f"{name}: {'; '.join(notes)}", err=True)
