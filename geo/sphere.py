"""Quick great-circle sums for weighing many candidates (error below 0.6 %); answers are computed by ``geo.geodesy``."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

RADIUS_M = 6_371_008.8


def sphere_distance_m(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Great-circle distance in metres between two points in degrees."""
    phi, other_phi = radians(lat), radians(other_lat)
    half = sin((other_phi - phi) / 2) ** 2
    half += cos(phi) * cos(other_phi) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * RADIUS_M * asin(min(1.0, sqrt(half)))


def sphere_destination(lon: float, lat: float, bearing_deg: float, distance_m: float) -> tuple[float, float]:
    """The point (lon, lat) at a distance in metres on a bearing from a point in degrees."""
    phi, angle, course = radians(lat), distance_m / RADIUS_M, radians(bearing_deg)
    sine = sin(phi) * cos(angle) + cos(phi) * sin(angle) * cos(course)
    east = atan2(sin(course) * sin(angle) * cos(phi), cos(angle) - sin(phi) * sine)
    return (lon + degrees(east) + 540.0) % 360.0 - 180.0, degrees(asin(max(-1.0, min(1.0, sine))))


def sphere_bearing_deg(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """The first bearing of the great circle from one point to another, 0 to 360 degrees."""
    phi, other_phi, east = radians(lat), radians(other_lat), radians(other_lon - lon)
    y = sin(east) * cos(other_phi)
    x = cos(phi) * sin(other_phi) - sin(phi) * cos(other_phi) * cos(east)
    return degrees(atan2(y, x)) % 360.0 if hypot(x, y) else 0.0
