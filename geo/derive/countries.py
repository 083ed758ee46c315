"""Countries and territories: names in three languages, codes, adjectives and polygons, from Natural Earth."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo import shapes
from geo.derive.entry import RawEntry
from geo.derive.extent import circle_about
from geo.derive.packages import DATA, TABLES, as_array, natural_earth, text

_CODES = {"SOL": "SOM", "CYN": "CYP", "CNM": "CYP", "ESB": "GBR", "WSB": "GBR", "USG": "CUB"} | {
    "BJN": "COL",
    "SER": "COL",
    "KOS": "XKX",
}
"""Natural Earth's units without a code of ISO 3166-1 that lie in the waters of one that has one."""
_CLAIMED_BY_SEVERAL = ("PGA", "SCR")
_SOVEREIGNS = {"FR1": "FRA", "GB1": "GBR", "NL1": "NLD", "US1": "USA", "DN1": "DNK", "CH1": "CHN", "AU1": "AUS"} | {
    "NZ1": "NZL",
    "FI1": "FIN",
    "KA1": "KAZ",
    "CU1": "CUB",
    "BRI": "BRA",
}
_SHORT = {"CHN": "China", "USA": "United States", "CIV": "Côte d'Ivoire", "FSM": "Micronesia"}
_SHORT_ES = {"CHN": "China", "TWN": "Taiwán", "USA": "Estados Unidos"}
"""Shorter names than Natural Earth's."""
_NAME_FIELDS = ("NAME", "NAME_LONG", "NAME_EN", "NAME_ES", "NAME_FR", "NAME_PT", "FORMAL_EN", "NAME_CIAWF")
SIMPLIFY_DEG = 0.002


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory with a code of its own."""

    alpha3: str
    alpha2: str
    sovereign: str
    name: str
    name_es: str
    name_fr: str
    names: tuple[str, ...]
    geometry: BaseGeometry
    label: tuple[float, float]
    rank: int


@cache
def countries() -> tuple[Country, ...]:
    """All countries and territories, by code; parts without a code are joined to the one they belong to."""
    table = natural_earth("cultural/ne_10m_admin_0_countries")
    rows: dict[str, list[int]] = defaultdict(list)
    for row in range(len(table.geometries)):
        code = text(table.columns["ISO_A3_EH"][row]) or _CODES.get(table.columns["ADM0_A3"][row], "")
        if code:
            rows[code].append(row)
    return tuple(_country(code, rows[code], table.geometries, table.columns) for code in sorted(rows))


def unowned() -> BaseGeometry:
    """Reefs and islets at sea that several countries claim and Natural Earth gives to none."""
    table = natural_earth("cultural/ne_10m_admin_0_countries")
    return shapely.union_all(table.geometries[np.isin(table.columns["ADM0_A3"], _CLAIMED_BY_SEVERAL)])


def _country(code: str, rows: list[int], geometries: NDArray[Any], columns: dict[str, NDArray[Any]]) -> Country:
    rows = sorted(rows, key=lambda row: (text(columns["ISO_A3_EH"][row]) != code, text(columns["ISO_A3"][row]) != code))
    first = rows[0]
    names = [text(columns[field][first]) for field in _NAME_FIELDS]
    sovereign = str(columns["SOV_A3"][first])
    return Country(
        alpha3=code,
        alpha2="XK" if code == "XKX" else text(columns["ISO_A2_EH"][first]),
        sovereign=_SOVEREIGNS.get(sovereign, code),
        name=_SHORT.get(code) or text(columns["NAME_EN"][first]) or names[0],
        name_es=_SHORT_ES.get(code) or text(columns["NAME_ES"][first]),
        name_fr=text(columns["NAME_FR"][first]),
        names=tuple(dict.fromkeys(name for name in names if name)),
        geometry=shapely.union_all(shapely.make_valid(geometries[rows])),
        label=(float(columns["LABEL_X"][first]), float(columns["LABEL_Y"][first])),
        rank=int(columns["LABELRANK"][first]),
    )


@cache
def more_names() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Alpha-3 to further names and adjectives of a country, from the project's own table."""
    found = {}
    with (TABLES / "demonyms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            adjectives = [form for word in _split(row["en"]) for form in (word, _plural(word))]
            adjectives += [form for word in _split(row["es"]) for form in _spanish_forms(word)]
            adjectives += [form for word in _split(row["fr"]) for form in _french_forms(word)]
            found[row["alpha3"]] = (tuple(_split(row["names"])), tuple(dict.fromkeys(adjectives)))
    return found


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _plural(word: str) -> str:
    return word if word.endswith(("ese", "ish", "ch", "ois")) else f"{word}s"


def _spanish_forms(word: str) -> list[str]:
    """The adjective in both genders and numbers: venezolano, venezolana, venezolanos, venezolanas."""
    if word.endswith("o"):
        stem = word[:-1]
        return [word, f"{stem}a", f"{stem}os", f"{stem}as"]
    if word[-1] in "aeí":
        return [word, f"{word}s", f"{word}es"] if word.endswith("í") else [word, f"{word}s"]
    stem = word.translate(str.maketrans("éáó", "eao")) if word[-2] in "éáó" else word
    return [word, f"{stem}a", f"{stem}es", f"{stem}as"]


def _french_forms(word: str) -> list[str]:
    """The adjective in both genders and numbers: vénézuélien, vénézuélienne, vénézuéliens, vénézuéliennes."""
    if word.endswith("e"):
        return [word, f"{word}s"]
    feminine = f"{word}ne" if word.endswith("en") else f"{word}que" if word.endswith("turc") else f"{word}e"
    plural = word if word.endswith("s") else f"{word}s"
    return [word, feminine, plural, f"{feminine}s"]


def entries() -> list[RawEntry]:
    """Each country by its names, and once more (kind ``demonym``) by its adjectives."""
    found = []
    for country in countries():
        names, adjectives = more_names().get(country.alpha3, ((), ()))
        lon, lat, radius_m = circle_about(country.geometry, country.label)
        spellings = (*country.names, *names)
        region_id = f"country.{country.alpha3}"
        codes = (country.alpha2,) if country.alpha2 else ()
        entry = RawEntry(region_id, country.name, "country", lon, lat, radius_m, "natural_earth", spellings, codes)
        entry.region_id = region_id
        found.append(entry)
        if adjectives:
            demonym = RawEntry(
                f"demonym.{country.alpha3}", country.name, "demonym", lon, lat, radius_m, "own", adjectives, codes
            )
            demonym.region_id = region_id
            found.append(demonym)
    return found


def write() -> None:
    """Write the polygons with their codes and names."""
    rows = countries()
    polygons = shapely.simplify(as_array([row.geometry for row in rows]), SIMPLIFY_DEG)
    shapes.save(
        DATA / "countries.npz",
        shapely.make_valid(polygons),
        alpha3=np.array([row.alpha3 for row in rows]),
        alpha2=np.array([row.alpha2 for row in rows]),
        sovereign=np.array([row.sovereign for row in rows]),
        name=shapes.pack_strings([row.name for row in rows]),
        name_es=shapes.pack_strings([row.name_es for row in rows]),
        name_fr=shapes.pack_strings([row.name_fr for row in rows]),
    )
