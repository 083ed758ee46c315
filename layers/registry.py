"""The layers that can be exported: a file each, an entry each."""

from __future__ import annotations

from layers import density, encounters, heat, incidents, killed, overlay, pins, routes, tracks, uncertainty, zones
from layers.errors import LayersError
from layers.layer import LayerEntry

LAYERS: tuple[LayerEntry, ...] = (
    incidents.LAYER,
    uncertainty.LAYER,
    routes.LAYER,
    zones.LAYER,
    density.LAYER,
    heat.LAYER,
    killed.LAYER,
    pins.LAYER,
    tracks.LAYER,
    encounters.LAYER,
    overlay.LAYER,
)


def layer_named(name: str) -> LayerEntry:
    """The layer of a name; :class:`LayersError` that lists the names where there is none."""
    for entry in LAYERS:
        if entry.name == name:
            return entry
    raise LayersError(f"there is no layer '{name}'", next=f"one of {', '.join(entry.name for entry in LAYERS)}")


def page_layers() -> tuple[LayerEntry, ...]:
    """The layers that the page offers in its list."""
    return tuple(entry for entry in LAYERS if entry.on_page)
