"""A mapping file (TOML): which column is what, which words mean which type, and what is the same in every row."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from records.errors import RecordsError
from records.incident import Incident
from records.readers.headers import FIELDS
from records.vocabulary import EVENT_TYPES

TABLES = ("columns", "event_types", "constants")


def read_mapping(path: Path) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Columns (field → header), types (the source's word → ours) and constants (field → value) of a mapping file.

    Raises :class:`RecordsError` where it cannot be read or names what is not known.
    """
    try:
        value = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as reason:
        raise RecordsError(
            f"the mapping cannot be read ({reason.strerror})", where=str(path), next="check its name"
        ) from reason
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as reason:
        raise RecordsError(
            f"the mapping is no TOML ({reason})", where=str(path), next="see 'leadline import --help'"
        ) from reason
    if unknown := [name for name in value if name not in TABLES]:
        raise RecordsError(f"there is no table [{unknown[0]}]", where=str(path), next=f"use [{'], ['.join(TABLES)}]")
    columns, types, constants = (_texts(value.get(name, {}), name, path) for name in TABLES)
    _check(columns, FIELDS, "field", path)
    _check(constants, FIELDS & set(Incident.model_fields), "field", path)
    for word, kind in types.items():
        if kind not in EVENT_TYPES:
            raise RecordsError(
                f"'{word}' means no known type '{kind}'", where=str(path), next=f"one of {', '.join(EVENT_TYPES)}"
            )
    return columns, types, constants


def _texts(table: Any, name: str, path: Path) -> dict[str, str]:
    if not isinstance(table, dict) or not all(isinstance(item, str) for item in table.values()):
        raise RecordsError(f"[{name}] holds something that is no text", where=str(path), next='write name = "text"')
    return table


def _check(table: dict[str, str], known: frozenset[str], what: str, path: Path) -> None:
    for name in table:
        if name not in known:
            raise RecordsError(
                f"there is no {what} '{name}'", where=str(path), next=f"one of {', '.join(sorted(known))}"
            )
