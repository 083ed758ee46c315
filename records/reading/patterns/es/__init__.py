"""The patterns of Spanish, a file per event type."""

from records.reading.pattern import Pattern
from records.reading.patterns.es import (
    aid,
    aircraft_approach,
    attack,
    boarding,
    confrontation,
    deployment,
    designation,
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
    confrontation.PATTERN,
    missing.PATTERN,
    deployment.PATTERN,
    designation.PATTERN,
    aid.PATTERN,
    other.PATTERN,
)
"""In order of preference where two would take the same words."""
