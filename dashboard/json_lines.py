"""Files of JSON lines as the input of a command: one object a line, each wrong line told with its number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from dashboard.errors import WrongUseError


def objects(source: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of a file (``-`` is standard input), each with where it stands; empty lines are passed over.

    Raises WrongUseError for a file that cannot be read and for a line that is no JSON object.
    """
    try:
        with click.open_file(source, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield f"{source}:{number}", _object(line, f"{source}:{number}")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not UTF-8"
        raise WrongUseError(f"cannot be read: {reason}", where=source, next="give a file of JSON lines") from error


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise WrongUseError("not JSON", where=where, next="give one JSON object a line") from error
    if not isinstance(row, dict):
        raise WrongUseError("not a JSON object", where=where, next="give one JSON object a line")
    return row
