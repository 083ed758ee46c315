"""Facts of the sea's boundaries that distance alone does not give: agreed lines, far islets, islands of small effect.

Only what treaties and judgments say is listed, by their published points; where nothing is agreed the middle between
the coasts stands in. The list is short and grows by what is checked; it takes no view on what is disputed.
"""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """A boundary at sea: ``left`` and ``right`` (ISO 3166-1 alpha-3) of its points (lon, lat) in order."""

    left: str
    right: str
    points: tuple[Point, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Islet:
    """An islet that the map's land lacks and that has a coast of its own: ``owner`` is ISO 3166-1 alpha-3."""

    name: str
    owner: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class SmallEffect:
    """Islands that an award gives no more than their territorial sea: a circle about them."""

    name: str
    owner: str
    lon: float
    lat: float
    radius_m: float
    source: str


AGREED_LINES = (
    AgreedLine(
        "MYS",
        "IDN",
        (
            (103.380, 1.250),
            (103.065, 1.325),
            (102.583, 1.687),
            (102.223, 1.920),
            (101.775, 2.257),
            (101.202, 2.692),
            (99.917, 3.790),
            (99.727, 3.993),
            (98.692, 4.928),
            (98.292, 5.450),
            (97.90, 5.95),
        )[::-1],
        "Indonesia and Malaysia, continental shelf 1969, Strait of Malacca",
    ),
    AgreedLine(
        "MYS",
        "IDN",
        (
            (104.492, 1.398),
            (104.883, 1.633),
            (105.087, 1.907),
            (105.020, 2.375),
            (104.858, 2.920),
            (104.775, 3.835),
            (104.865, 4.050),
            (105.480, 5.078),
            (105.785, 5.677),
            (105.820, 6.097),
        ),
        "Indonesia and Malaysia, continental shelf 1969, South China Sea west",
    ),
    AgreedLine(
        "IDN",
        "MYS",
        (
            (109.647, 2.083),
            (109.908, 3.000),
            (110.033, 4.667),
            (109.983, 5.520),
            (109.643, 6.303),
        ),
        "Indonesia and Malaysia, continental shelf 1969, South China Sea east",
    ),
    AgreedLine(
        "SGP",
        "IDN",
        (
            (103.572, 1.199),
            (103.661, 1.188),
            (103.671, 1.180),
            (103.740, 1.130),
            (103.805, 1.171),
            (103.860, 1.196),
            (103.881, 1.207),
            (104.033, 1.270),
            (104.118, 1.276),
            (104.36, 1.29),
        ),
        "Indonesia and Singapore, territorial sea 1973, 2009, 2014",
    ),
    AgreedLine(
        "MYS",
        "IDN",
        ((103.380, 1.250), (103.572, 1.199)),
        "not agreed: joined straight between the line in the Strait of Malacca and Singapore's",
    ),
    AgreedLine(
        "MYS",
        "IDN",
        ((104.118, 1.276), (104.26, 1.275), (104.33, 1.289), (104.42, 1.360), (104.492, 1.398)),
        "not agreed: about the middle, between Singapore's line and the one in the South China Sea",
    ),
    AgreedLine(
        "YEM",
        "ERI",
        ((41.57, 15.72), (41.57, 15.65), (41.62, 15.25), (41.78, 15.07), (41.98, 14.77), (42.17, 14.60)),
        "Eritrea and Yemen, arbitral award 1999, northern part, to 5 km",
    ),
    AgreedLine(
        "SGP",
        "MYS",
        ((103.62, 1.33), (103.60, 1.28), (103.555, 1.255), (103.555, 1.195)),
        "Malaysia and Singapore, 1995, and Singapore's port limits at Tuas",
    ),
    AgreedLine(
        "MYS",
        "PHL",
        (
            (118.833, 6.000),
            (118.333, 6.033),
            (117.967, 6.283),
            (118.033, 6.867),
            (117.425, 7.4125),
            (117.000, 7.667),
        ),
        "Malaysia and the Philippines: convention on the islands off Borneo 1930",
    ),
    AgreedLine(
        "ECU",
        "COL",
        ((-78.86, 1.4567), (-82.5, 1.4567)),
        "Colombia and Ecuador 1975: the parallel 1°27'24\"N",
    ),
    AgreedLine(
        "PER",
        "ECU",
        ((-80.33, -3.3928), (-84.0, -3.3928)),
        "Ecuador and Peru 2011: the parallel 3°23'33.96\"S",
    ),
    AgreedLine(
        "CHL",
        "PER",
        ((-70.378, -18.352), (-71.80, -18.352), (-73.00, -19.80), (-74.30, -21.00)),
        "Peru and Chile, International Court of Justice 2014",
    ),
    AgreedLine(
        "KEN",
        "TZA",
        ((39.35, -4.681), (43.0, -4.681)),
        "Kenya and Tanzania 1976, 2009: the parallel 4°40'52\"S",
    ),
    AgreedLine(
        "TZA",
        "MOZ",
        ((40.60, -10.091), (43.5, -10.091)),
        "Mozambique and Tanzania 1988: the parallel 10°05'29\"S",
    ),
    AgreedLine(
        "GNB",
        "GIN",
        ((-18.5, 8.69), (-15.571, 10.667), (-15.342, 10.667), (-15.15, 10.833)),
        "Guinea and Guinea-Bissau, arbitral award 1985: 236° from 10°40'N 15°34'W",
    ),
    AgreedLine(
        "VNM",
        "IDN",
        ((105.82, 6.097), (106.2, 6.25), (106.317, 6.25), (106.660, 6.350), (109.287, 6.8375), (109.643, 6.303)),
        "Indonesia and Viet Nam, continental shelf 2003",
    ),
    AgreedLine(
        "THA",
        "VNM",
        ((103.042, 7.800), (102.203, 8.782)),
        "Thailand and Viet Nam 1997",
    ),
    AgreedLine(
        "COL",
        "CRI",
        ((-84.317, 5.000), (-84.317, 3.083)),
        "Colombia and Costa Rica, Pacific 1984: the meridian 84°19'W",
    ),
    AgreedLine(
        "TTO",
        "VEN",
        (
            (-61.729, 11.175),
            (-61.803, 10.704),
            (-61.8625, 10.632),
            (-61.8625, 10.589),
            (-62.083, 10.589),
            (-62.083, 10.046),
            (-61.975, 10.008),
            (-61.855, 9.987),
            (-61.631, 9.987),
            (-61.513, 9.804),
            (-61.409, 9.753),
            (-61.223, 9.876),
            (-60.891, 9.849),
            (-60.664, 9.832),
            (-60.267, 9.891),
            (-59.988, 9.955),
            (-58.820, 10.167),
        ),
        "Trinidad and Tobago and Venezuela 1990, to 2 km",
    ),
    AgreedLine(
        "SAU",
        "IRN",
        (
            (50.900, 27.167),
            (50.758, 27.308),
            (50.617, 27.442),
            (50.292, 27.942),
            (50.108, 28.142),
            (49.937, 28.293),
            (49.848, 28.350),
            (49.797, 28.412),
            (49.700, 28.465),
            (49.662, 28.580),
            (49.603, 28.620),
            (49.558, 28.682),
        ),
        "Iran and Saudi Arabia 1968",
    ),
    AgreedLine(
        "CHN",
        "VNM",
        (
            (108.10, 21.47),
            (108.10, 20.95),
            (108.37, 20.40),
            (107.93, 19.96),
            (107.49, 19.27),
            (107.28, 18.71),
            (107.57, 18.23),
            (107.97, 17.78),
        ),
        "China and Viet Nam, Gulf of Tonkin 2000",
    ),
)
"""Boundaries that differ from the middle by more than the map's own error, and that two countries have agreed on."""

ISLETS = (
    Islet("Pratas Island", "TWN", 116.72, 20.70),
    Islet("Itu Aba", "", 114.365, 10.377),
    Islet("Trindade", "BRA", -29.32, -20.51),
    Islet("Saint Peter and Saint Paul Archipelago", "BRA", -29.345, 0.917),
    Islet("Rocas Atoll", "BRA", -33.80, -3.87),
    Islet("Aves Island", "VEN", -63.618, 15.672),
    Islet("Malpelo Island", "COL", -81.608, 4.003),
    Islet("Clipperton Island", "FRA", -109.22, 10.30),
    Islet("Roncador Bank", "COL", -80.08, 13.57),
    Islet("Serrana Bank", "COL", -80.35, 14.30),
    Islet("Quita Sueño Bank", "COL", -81.13, 14.33),
    Islet("Alijos Rocks", "MEX", -115.75, 24.96),
)
"""Islets far from other coasts of their country."""

SMALL_EFFECTS = (
    SmallEffect("Jabal al-Tayr and Zubayr", "YEM", 42.0, 15.30, 50_000.0, "Eritrea and Yemen, arbitral award 1999"),
    SmallEffect("Hanish Islands", "YEM", 42.74, 13.72, 32_000.0, "Eritrea and Yemen, arbitral award 1999"),
)
"""Islands that carry a territorial sea and no more."""
