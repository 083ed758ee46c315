"""The patterns of Spanish, a file per event type."""

from records.reading.pattern import Pattern
from records.reading.patterns.es import (
    aircraft_approach,
    attack,
    boarding,
    hijack,
    interdiction,
    missing,
    other,
    seizure,
    strike,
)

PATTERNS: tuple[Pattern, ...] = (
    strike.PATTERN,
    attack.PATTERN,
    hijack.PATTERN,
    seizure.PATTERN,
    interdiction.PATTERN,
    boarding.PATTERN,
    aircraft_approach.PATTERN,
    missing.PATTERN,
    other.PATTERN,
)
"""In order of preference where two would take the same words."""
