"""Which countries have the coasts of a continent or a wider region of the world (UN M49, and usage at sea).

A region of the world has no outline of its own; its coast is that of its countries (ISO 3166-1 alpha-3). Overseas
lands are left out, and so is Russia save in the north of Europe: nobody means Kamchatka by "Asia".
"""

from __future__ import annotations

from collections.abc import Mapping

_WESTERN_EUROPE = ("PRT", "ESP", "FRA", "BEL", "NLD", "GBR", "IRL", "DEU")
_SOUTHERN_EUROPE = ("ESP", "FRA", "ITA", "MLT", "HRV", "SVN", "MNE", "ALB", "GRC")
_NORTHERN_EUROPE = ("NOR", "DNK", "SWE", "FIN", "EST", "LVA", "LTU", "POL", "DEU")
_EUROPE = tuple(dict.fromkeys((*_WESTERN_EUROPE, *_SOUTHERN_EUROPE, *_NORTHERN_EUROPE, "ROU", "BGR")))
_ARABIA = ("SAU", "YEM", "OMN", "ARE", "QAT", "BHR", "KWT")
_CENTRAL_AMERICA = ("GTM", "BLZ", "SLV", "HND", "NIC", "CRI", "PAN")
_SOUTH_AMERICA = ("COL", "VEN", "GUY", "SUR", "BRA", "URY", "ARG", "CHL", "PER", "ECU")
_WEST_AFRICA = (
    *("MRT", "SEN", "GMB", "GNB", "GIN", "SLE", "LBR", "CIV", "GHA"),
    *("TGO", "BEN", "NGA", "CMR"),
)
_EAST_AFRICA = ("ERI", "DJI", "SOM", "KEN", "TZA", "MOZ")
_SOUTHERN_AFRICA = ("AGO", "NAM", "ZAF", "MOZ")
_MAGHREB = ("MAR", "DZA", "TUN", "LBY")
_SOUTHEAST_ASIA = ("MMR", "THA", "KHM", "VNM", "MYS", "SGP", "BRN", "IDN", "PHL", "TLS")
_SOUTH_ASIA = ("PAK", "IND", "LKA", "BGD")
_EAST_ASIA = ("CHN", "TWN", "KOR", "JPN")

WORLD_REGIONS: Mapping[str, tuple[str, ...]] = {
    "Europe": _EUROPE,
    "Western Europe": _WESTERN_EUROPE,
    "Southern Europe": _SOUTHERN_EUROPE,
    "Northern Europe": _NORTHERN_EUROPE,
    "Iberian Peninsula": ("PRT", "ESP"),
    "Middle East": (*_ARABIA, "EGY", "ISR", "PSE", "LBN", "SYR", "IRQ", "IRN"),
    "Gulf States": ("SAU", "OMN", "ARE", "QAT", "BHR", "KWT"),
    "Arabian Peninsula": _ARABIA,
    "Central America": _CENTRAL_AMERICA,
    "South America": _SOUTH_AMERICA,
    "North America": ("MEX", "USA", "CAN"),
    "Latin America": ("MEX", *_CENTRAL_AMERICA, *_SOUTH_AMERICA),
    "West Africa": _WEST_AFRICA,
    "East Africa": _EAST_AFRICA,
    "Southern Africa": _SOUTHERN_AFRICA,
    "North Africa": (*_MAGHREB, "EGY"),
    "Maghreb": _MAGHREB,
    "Horn of Africa": ("ERI", "DJI", "SOM"),
    "Africa": tuple(
        dict.fromkeys((*_MAGHREB, "EGY", "SDN", *_WEST_AFRICA, *_EAST_AFRICA, *_SOUTHERN_AFRICA, "GAB", "COG"))
    ),
    "Southeast Asia": _SOUTHEAST_ASIA,
    "South Asia": _SOUTH_ASIA,
    "East Asia": _EAST_ASIA,
    "Indochina": ("VNM", "KHM", "THA"),
    "Asia": (*_EAST_ASIA, *_SOUTHEAST_ASIA, *_SOUTH_ASIA, "IRN", *_ARABIA),
    "Oceania": ("AUS", "NZL", "PNG", "FJI", "SLB", "VUT", "NCL", "WSM", "TON"),
}
"""The countries of each region, by its name in the gazetteer."""
