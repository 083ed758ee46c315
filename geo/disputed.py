"""Waters that more than one side claims, or whose limits are contested, as rough outlines of our own.

An entry says that a disagreement between governments is known, and who takes part in it. It says nothing on who is
right, and an outline is no claim's limit: it is where a reader should look further. The list is not complete. Parties
are ISO 3166-1 alpha-3 codes in the order of the alphabet.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon, box

from geo.message import Wording

LEAST_SHARE = 0.02
"""Of a region: what less of it lies in is not told."""


CONTESTED_ISLETS = Wording("contested_islets", "contested islets")
"""A coast that is counted for no country."""


@dataclass(frozen=True, slots=True)
class DisputedWaters:
    """Contested waters: their name, the parties (ISO 3166-1 alpha-3), and a rough outline (lon, lat)."""

    name: Wording
    parties: tuple[str, ...]
    outline: Polygon


def disputed_at(lons: NDArray[np.float64], lats: NDArray[np.float64]) -> tuple[tuple[DisputedWaters, float], ...]:
    """The contested waters that positions lie in, each with the share of them, the largest first."""
    west, south, east, north = lons.min(), lats.min(), lons.max(), lats.max()
    found = []
    for row in sorted(_tree().query(box(west, south, east, north))):
        share = float(shapely.contains_xy(DISPUTED[row].outline, lons, lats).mean())
        if share >= LEAST_SHARE:
            found.append((DISPUTED[row], share))
    return tuple(sorted(found, key=lambda each: -each[1]))


@cache
def _tree() -> shapely.STRtree:
    return shapely.STRtree([each.outline for each in DISPUTED])


def _waters(code: str, name: str, parties: str, outline: Polygon) -> DisputedWaters:
    return DisputedWaters(Wording(f"disputed_{code}", name), tuple(parties.split()), outline)


DISPUTED: tuple[DisputedWaters, ...] = (
    _waters(
        "essequibo",
        "Waters off the Essequibo region",
        "GUY VEN",
        Polygon([(-60.1, 8.6), (-57.9, 6.8), (-55.9, 8.5), (-56.6, 10.2), (-58.8, 10.4)]),
    ),
    _waters("gulf_of_venezuela", "Gulf of Venezuela", "COL VEN", box(-72.3, 11.2, -70.0, 13.5)),
    _waters("aves", "Waters that Aves Island may carry", "ATG DMA KNA LCA VCT VEN", box(-65.0, 14.0, -62.0, 17.0)),
    _waters("san_andres", "Waters between Nicaragua and San Andrés", "COL NIC", box(-83.0, 11.4, -78.4, 16.4)),
    _waters("belize", "Waters off southern Belize", "BLZ GTM HND", box(-89.0, 15.7, -87.4, 17.1)),
    _waters("fonseca", "Gulf of Fonseca", "HND NIC SLV", box(-88.2, 12.7, -87.3, 13.5)),
    _waters("navassa", "Waters around Navassa Island", "HTI USA", box(-75.7, 17.8, -74.3, 18.9)),
    _waters(
        "falklands",
        "Waters around the Falkland Islands (Malvinas)",
        "ARG GBR",
        Polygon(
            [
                (-65.0, -49.5),
                (-60.5, -47.4),
                (-55.5, -48.6),
                (-54.0, -52.0),
                (-57.0, -55.9),
                (-62.5, -55.8),
                (-65.3, -53.5),
            ]
        ),
    ),
    _waters(
        "south_georgia",
        "Waters around South Georgia and the South Sandwich Islands",
        "ARG GBR",
        box(-44.5, -62.5, -21.5, -50.5),
    ),
    _waters("gibraltar", "Waters off Gibraltar", "ESP GBR", box(-5.46, 35.98, -5.2, 36.2)),
    _waters(
        "north_morocco", "Waters off Ceuta, Melilla and the islets between", "ESP MAR", box(-5.6, 35.1, -2.2, 36.0)
    ),
    _waters(
        "western_sahara",
        "Waters off Western Sahara",
        "ESH MAR",
        Polygon([(-13.1, 27.7), (-17.05, 20.7), (-20.9, 20.7), (-19.5, 24.5), (-15.0, 28.6)]),
    ),
    _waters("aegean", "Aegean Sea", "GRC TUR", box(22.8, 34.9, 28.3, 41.0)),
    _waters("cyprus", "Waters around Cyprus and west of it", "CYP GRC TUR", box(27.8, 32.0, 36.0, 36.6)),
    _waters("gaza", "Waters off Gaza", "ISR PSE", box(33.9, 31.2, 34.6, 31.8)),
    _waters("piran", "Bay of Piran", "HRV SVN", box(13.3, 45.4, 13.66, 45.62)),
    _waters(
        "crimea",
        "Waters around Crimea, Kerch Strait and Sea of Azov",
        "RUS UKR",
        Polygon([(30.8, 46.3), (30.8, 43.4), (36.8, 43.4), (39.4, 46.4), (39.4, 47.4), (34.7, 47.0), (33.4, 46.3)]),
    ),
    _waters("abkhazia", "Waters off Abkhazia", "GEO RUS", box(39.5, 42.3, 41.8, 43.5)),
    _waters("caspian_south", "Southern Caspian Sea", "AZE IRN TKM", box(48.6, 36.4, 54.2, 40.6)),
    _waters("abu_musa", "Waters around Abu Musa and the Tunbs", "ARE IRN", box(54.6, 25.6, 55.7, 26.6)),
    _waters("khor_abdullah", "Khor Abdullah and the head of the Gulf", "IRN IRQ KWT SAU", box(47.9, 28.4, 50.1, 30.2)),
    _waters("halaib", "Waters off the Hala'ib Triangle", "EGY SDN", box(34.8, 21.7, 37.8, 23.4)),
    _waters("doumeira", "Waters off Ras Doumeira", "DJI ERI", box(42.7, 12.4, 43.5, 13.0)),
    _waters(
        "kenya_somalia",
        "Waters between Kenya and Somalia",
        "KEN SOM",
        Polygon([(41.4, -1.6), (45.8, -1.6), (45.8, -4.9), (43.2, -3.6)]),
    ),
    _waters("chagos", "Waters around the Chagos Archipelago", "GBR MUS", box(67.8, -11.2, 76.2, -1.8)),
    _waters("tromelin", "Waters around Tromelin Island", "FRA MUS", box(52.3, -18.6, 57.6, -12.6)),
    _waters("mayotte", "Waters around Mayotte", "COM FRA", box(44.3, -13.9, 46.2, -11.9)),
    _waters("glorioso", "Waters around the Glorioso Islands", "FRA MDG", box(46.3, -12.7, 48.3, -10.4)),
    _waters(
        "mozambique_channel",
        "Waters around Juan de Nova, Bassas da India and Europa",
        "FRA MDG",
        Polygon(
            [(38.3, -23.6), (40.2, -20.6), (41.4, -16.0), (43.6, -16.2), (43.2, -19.5), (42.5, -25.0), (39.5, -25.5)]
        ),
    ),
    _waters(
        "sir_creek",
        "Waters off Sir Creek",
        "IND PAK",
        Polygon([(68.5, 23.9), (66.5, 22.0), (67.4, 21.3), (69.0, 23.2)]),
    ),
    _waters(
        "south_china_sea",
        "South China Sea with the Paracel and Spratly Islands",
        "BRN CHN IDN MYS PHL TWN VNM",
        Polygon(
            [
                (110.0, 18.3),
                (109.6, 15.4),
                (110.2, 11.5),
                (108.3, 6.2),
                (109.4, 4.0),
                (111.8, 3.4),
                (114.3, 5.3),
                (117.2, 8.3),
                (119.3, 11.0),
                (119.3, 16.5),
                (119.9, 19.5),
                (118.2, 21.4),
                (114.5, 20.6),
            ]
        ),
    ),
    _waters("taiwan_strait", "Waters around Taiwan", "CHN TWN", box(117.2, 21.4, 123.6, 26.6)),
    _waters("gulf_of_thailand", "Gulf of Thailand", "KHM MYS THA VNM", box(100.9, 6.4, 104.8, 11.9)),
    _waters("ambalat", "Celebes Sea off Borneo", "IDN MYS", box(117.8, 2.5, 120.6, 4.4)),
    _waters(
        "pedra_branca", "Waters off Pedra Branca, Middle Rocks and South Ledge", "MYS SGP", box(104.2, 1.2, 104.7, 1.5)
    ),
    _waters(
        "east_china_sea",
        "East China Sea with the Senkaku (Diaoyu) Islands",
        "CHN JPN KOR TWN",
        Polygon([(121.8, 24.6), (125.3, 24.6), (128.8, 29.0), (128.8, 32.0), (125.0, 31.8), (123.0, 29.0)]),
    ),
    _waters("ieodo", "Waters around Ieodo (Suyan Rock)", "CHN KOR", box(124.0, 31.3, 126.4, 33.0)),
    _waters("dokdo", "Waters around Dokdo (Takeshima)", "JPN KOR", box(130.7, 36.3, 133.1, 38.4)),
    _waters(
        "northern_limit_line", "Yellow Sea along the Northern Limit Line", "KOR PRK", box(124.0, 37.2, 126.5, 38.2)
    ),
    _waters(
        "kurils",
        "Waters around the southern Kuril Islands (Northern Territories)",
        "JPN RUS",
        Polygon([(145.3, 43.3), (146.5, 42.6), (149.5, 43.6), (150.6, 46.2), (147.4, 46.2), (145.3, 44.4)]),
    ),
    _waters("okinotorishima", "Waters that Okinotorishima may carry", "CHN JPN KOR", box(132.4, 16.9, 139.9, 23.9)),
    _waters("wake", "Waters around Wake Island", "MHL USA", box(163.0, 15.8, 170.2, 22.8)),
    _waters("matthew_hunter", "Waters around Matthew and Hunter Islands", "FRA VUT", box(169.6, -25.0, 175.4, -20.4)),
    _waters("minerva", "Waters around the Minerva Reefs", "FJI TON", box(-179.9, -24.9, -177.4, -22.4)),
    _waters("rockall", "Waters around Rockall", "DNK GBR IRL ISL", box(-17.6, 55.4, -10.6, 60.2)),
    _waters("svalbard", "Waters around Svalbard beyond 12 nmi", "NOR RUS", box(2.0, 72.4, 38.0, 83.0)),
    _waters(
        "beaufort",
        "Beaufort Sea along the border",
        "CAN USA",
        Polygon([(-141.0, 69.65), (-141.2, 73.2), (-135.5, 73.2), (-137.5, 70.0)]),
    ),
    _waters("dixon", "Dixon Entrance", "CAN USA", box(-134.0, 54.1, -130.2, 55.0)),
    _waters("machias", "Waters around Machias Seal Island", "CAN USA", box(-67.4, 44.2, -66.7, 44.8)),
    _waters("corisco", "Corisco Bay", "GAB GNQ", box(8.5, 0.3, 9.9, 1.4)),
    _waters(
        "orange_river",
        "Waters off the mouth of the Orange River",
        "NAM ZAF",
        Polygon([(16.5, -28.4), (13.0, -31.0), (12.2, -29.8), (15.6, -27.9)]),
    ),
)
"""In the order of their geography: the Americas, Europe and Africa, Asia, the Pacific and the Arctic, some apart."""

WORDINGS: tuple[Wording, ...] = tuple(each.name for each in DISPUTED)
