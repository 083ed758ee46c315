"""Canals and narrows that routes may pass though the map's land lies across them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waterway:
    """A canal, or a strait or estuary too narrow for the map's land: its line (lon, lat), from water to water.

    ``extra_nmi``: what a passage counts for beyond its length (waiting, tolls), so that it is taken only where it
    saves a way. ``ends_inland``: its last point is a port up a river.
    """

    id: str
    name: str
    points: tuple[tuple[float, float], ...]
    extra_nmi: float = 0.0
    ends_inland: bool = False


WATERWAYS = (
    Waterway(
        "suez",
        "Suez Canal",
        (
            (32.38, 31.42),
            (32.31, 31.24),
            (32.32, 30.70),
            (32.35, 30.56),
            (32.42, 30.30),
            (32.56, 30.05),
            (32.55, 29.93),
            (32.55, 29.80),
        ),
        60.0,
    ),
    Waterway(
        "panama",
        "Panama Canal",
        ((-79.92, 9.45), (-79.92, 9.27), (-79.83, 9.12), (-79.66, 9.05), (-79.57, 8.94), (-79.50, 8.80)),
        60.0,
    ),
    Waterway(
        "kiel",
        "Kiel Canal",
        (
            (8.50, 53.98),
            (8.85, 53.88),
            (9.14, 53.89),
            (9.33, 54.10),
            (9.67, 54.30),
            (9.95, 54.36),
            (10.16, 54.38),
            (10.28, 54.50),
        ),
        40.0,
    ),
    Waterway("corinth", "Corinth Canal", ((22.90, 37.97), (22.96, 37.95), (23.01, 37.91), (23.06, 37.88)), 40.0),
    Waterway(
        "bosporus",
        "Bosporus",
        ((28.95, 40.92), (28.99, 41.01), (29.05, 41.07), (29.06, 41.12), (29.10, 41.19), (29.15, 41.30)),
    ),
    Waterway(
        "dardanelles",
        "Dardanelles",
        (
            (26.10, 40.00),
            (26.20, 40.03),
            (26.36, 40.13),
            (26.40, 40.20),
            (26.62, 40.32),
            (26.75, 40.42),
            (26.95, 40.50),
        ),
    ),
    Waterway("messina", "Strait of Messina", ((15.60, 38.00), (15.62, 38.15), (15.66, 38.25), (15.75, 38.35))),
    Waterway(
        "oresund",
        "Öresund",
        ((12.45, 56.25), (12.66, 56.04), (12.74, 55.90), (12.75, 55.70), (12.72, 55.55), (12.60, 55.35)),
    ),
    Waterway(
        "great_belt",
        "Great Belt",
        (
            (10.80, 56.05),
            (10.85, 55.80),
            (10.95, 55.60),
            (11.05, 55.35),
            (11.00, 55.05),
            (10.85, 54.75),
            (10.80, 54.62),
        ),
    ),
    Waterway("kerch", "Kerch Strait", ((36.50, 45.00), (36.50, 45.15), (36.55, 45.30), (36.65, 45.45), (36.70, 45.60))),
    Waterway(
        "scheldt",
        "Western Scheldt",
        ((3.45, 51.45), (3.65, 51.40), (3.95, 51.38), (4.20, 51.38), (4.33, 51.27)),
        0.0,
        True,
    ),
    Waterway(
        "elbe",
        "Elbe",
        ((8.50, 53.98), (8.85, 53.88), (9.15, 53.87), (9.45, 53.72), (9.70, 53.56), (9.95, 53.54)),
        0.0,
        True,
    ),
    Waterway(
        "maracaibo",
        "Maracaibo Channel",
        ((-71.65, 11.25), (-71.60, 10.98), (-71.62, 10.75), (-71.55, 10.55), (-71.55, 10.35)),
    ),
)
"""All waterways that routes know."""
