"""Tables into a store: every row is stored, known already, or refused with its line and reason – none is lost."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from records.errors import RecordsError
from records.incident import Incident
from records.readers import Reading, Reject
from records.readers.locator import Locator
from records.store import Store

SHOWN_REJECTS = 10
"""Refused rows of a file that are said at once; the file of rejects holds all."""

Say = Callable[[str], None]


@dataclass(slots=True)
class Summary:
    """What became of all rows: ``read`` = ``stored`` + ``duplicates`` + ``rejected``.

    ``versions`` and ``id_reused`` are among the stored, ``without_place`` and ``flagged`` count stored records.
    """

    read: int = 0
    stored: int = 0
    duplicates: int = 0
    rejected: int = 0
    without_place: int = 0
    flagged: int = 0
    versions: int = 0
    id_reused: int = 0
    rejects_file: str | None = None
    dry_run: bool = False
    files: list[dict[str, Any]] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """As a JSON object of its fields."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@dataclass(slots=True)
class _Tally:
    """Counts of one file, as its rows pass by."""

    rejects: IO[str]
    say: Say
    line_word: str
    rejected: int = 0

    def records(self, outcomes: Iterable[Incident | Reject]) -> Iterator[Incident]:
        for outcome in outcomes:
            if isinstance(outcome, Reject):
                self._refuse(outcome)
            else:
                yield outcome

    def _refuse(self, reject: Reject) -> None:
        self.rejected += 1
        self.rejects.write(json.dumps(reject.to_json(), ensure_ascii=False, allow_nan=False) + "\n")
        if self.rejected <= SHOWN_REJECTS:
            self.say(f"{reject.file} {self.line_word} {reject.line}: {reject.reason}")
        elif self.rejected == SHOWN_REJECTS + 1:
            self.say(f"{reject.file}: more rows were refused")


def take_in(
    readings: Sequence[Reading],
    store: Store,
    *,
    rejects: Path | None = None,
    dry_run: bool = False,
    via: str = "",
    locator: Locator | None = None,
    say: Say = lambda line: None,
) -> Summary:
    """Read files that were recognised into a store, each file whole or not at all.

    Refused rows go to ``rejects`` as JSON lines (default: ``STORE.rejects.jsonl``, written only where there are any;
    a dry run writes only a file that was named). ``via`` says in the records' note how they came, beside the file.
    ``say`` hears one line at a time.
    """
    locator = locator or Locator()
    if rejects is not None:
        _check_writable(rejects)
    summary = Summary(dry_run=dry_run)
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace", newline="\n") as refused:
        for reading in readings:
            _take_file(reading, store, refused, summary, locator, say, dry_run=dry_run, via=via)
        if rejects is not None or (summary.rejected and not dry_run):
            target = rejects or Path(f"{store.address}.rejects.jsonl")
            _write_rejects(refused, target)
            summary.rejects_file = str(target)
    return summary


def note_of(reading: Reading, via: str = "") -> str:
    """Under which note a file's records are written."""
    return ", ".join(part for part in (f"{Path(reading.file.name).name} ({reading.format})", via) if part)


def _take_file(
    reading: Reading,
    store: Store,
    refused: IO[str],
    summary: Summary,
    locator: Locator,
    say: Say,
    *,
    dry_run: bool,
    via: str,
) -> None:
    tally = _Tally(refused, say, reading.rows.line_word if reading.rows is not None else "record")
    note = note_of(reading, via)
    records = tally.records(reading.outcomes(locator))
    written = store.put(records, corrects=reading.corrects, note=note, dry_run=dry_run)
    said = dict.fromkeys(map(str, reading.notes))
    say(f"{reading.file.name}: read as {reading.format}; {'; '.join(said)}")
    read = written.stored + written.duplicates + tally.rejected
    summary.read += read
    summary.stored += written.stored
    summary.duplicates += written.duplicates
    summary.rejected += tally.rejected
    summary.versions += written.versions
    summary.id_reused += written.id_reused
    summary.without_place += written.without_place
    summary.flagged += written.flagged
    summary.files.append(
        {
            "file": reading.file.name,
            "format": reading.format,
            "read": read,
            "stored": written.stored,
            "duplicates": written.duplicates,
            "rejected": tally.rejected,
            "notes": list(said),
        }
    )


def _check_writable(target: Path) -> None:
    """Look beforehand whether the rejects can be written: they must not get lost after the rows went in."""
    folder = target.absolute().parent
    said = ""
    if target.is_dir():
        said = "it is a folder"
    elif not folder.is_dir():
        said = "its folder does not exist"
    elif not os.access(target if target.exists() else folder, os.W_OK):
        said = "no permission"
    if said:
        raise RecordsError(
            f"the rejects cannot be written ({said})", where=str(target), next="name another file with --rejects"
        )


def _write_rejects(refused: IO[str], target: Path) -> None:
    refused.seek(0)
    try:
        with target.open("w", encoding="utf-8", newline="\n") as file:
            for line in refused:
                file.write(line)
    except OSError as reason:
        raise RecordsError(
            f"the rejects cannot be written ({reason.strerror})",
            where=str(target),
            next="name another file with --rejects",
        ) from reason
