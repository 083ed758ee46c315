"""A sum that can be argued with: the toll as a matrix of who claims it and how well it is vouched for.

Which records are counted is the reader's choice (:class:`Choice`), and the sum follows it. Only announcements of
strikes on boats count, as in :mod:`records.totals`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from records.incident import Claim, Incident
from records.totals import Range, counts, figures_of
from records.vocabulary import CLAIM_STATUSES, ClaimStatus

Toll = Literal["killed", "injured", "survivors", "missing"]
TOLLS: tuple[Toll, ...] = get_args(Toll)

UNATTRIBUTED = ""
"""The claimant of a toll of which no claim is held."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is counted.

    ``corroborated``: only records that a second party or an official act supports. ``presumed``: people lost at sea
    and later presumed dead are counted (else the first count stands where the higher one is theirs alone).
    ``disputed``: records whose facts a named party disputes are counted.
    """

    corroborated: bool = False
    presumed: bool = True
    disputed: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """What one claimant says over the records of one grade: how many records, and the toll as a range."""

    claimant: str
    claim_status: ClaimStatus
    records: int
    toll: Range


@dataclass(frozen=True, slots=True)
class Matrix:
    """The cells, and the sum over records (a record counts once, however many claim its toll).

    ``not_stated``: records that are counted and state no toll. ``left_out``: records that the choice leaves out.
    """

    cells: tuple[Cell, ...]
    records: int
    strikes: Range
    toll: Range
    not_stated: int
    left_out: int

    @property
    def claimants(self) -> tuple[str, ...]:
        """The claimants, those with most records first."""
        held: dict[str, int] = {}
        for cell in self.cells:
            held[cell.claimant] = held.get(cell.claimant, 0) + cell.records
        return tuple(sorted(held, key=lambda name: (-held[name], name)))


def matrix(records: Iterable[Incident], choice: Choice | None = None, field: Toll = "killed") -> Matrix:
    """The toll of records by claimant and grade, after a choice of what is counted (None: everything)."""
    choice = choice or Choice()
    campaign = [record for record in records if counts(record)]
    counted = [record for record in campaign if _chosen(record, choice)]
    tolls = [_toll(record, field, choice) for record in counted]
    strikes = [figures_of(record)["strikes"] for record in counted]
    return Matrix(
        cells=_cells(counted, field, choice),
        records=len(counted),
        strikes=_sum(strikes),
        toll=_sum([toll for toll in tolls if toll is not None]),
        not_stated=sum(toll is None for toll in tolls),
        left_out=len(campaign) - len(counted),
    )


def _chosen(record: Incident, choice: Choice) -> bool:
    if record.claim_status == "retracted":
        return False
    if choice.corroborated and record.claim_status not in ("corroborated", "confirmed"):
        return False
    return choice.disputed or record.disputed_on not in ("facts", "both")


def _toll(record: Incident, field: Toll, choice: Choice) -> Range | None:
    """The toll of a record as a range; None where it is not stated."""
    low, high = getattr(record, f"{field}_min"), getattr(record, f"{field}_max")
    if low is None and high is None:
        return None
    least = low if low is not None else 0
    most = high if high is not None else least
    if field == "killed" and record.killed_max_reason == "presumed" and not choice.presumed:
        most = least
    return least, most


def _cells(records: list[Incident], field: Toll, choice: Choice) -> tuple[Cell, ...]:
    found: dict[tuple[str, ClaimStatus], list[Range]] = {}
    for record in records:
        toll = _toll(record, field, choice)
        if toll is None:
            continue
        for claimant, claimed in _by_claimant(record, field, toll).items():
            found.setdefault((claimant, record.claim_status), []).append(claimed)
    ordered = sorted(found.items(), key=lambda item: (CLAIM_STATUSES.index(item[0][1]), -len(item[1]), item[0][0]))
    return tuple(Cell(name, status, len(tolls), _sum(tolls)) for (name, status), tolls in ordered)


def _by_claimant(record: Incident, field: Toll, toll: Range) -> dict[str, Range]:
    """What each claimant says of one record; claims above what the choice counts are left out."""
    said: dict[str, Range] = {}
    for claim in record.claims:
        if claim.field != field or (claimed := _range(claim)) is None or claimed[0] > toll[1]:
            continue
        before = said.get(claim.claimant, claimed)
        said[claim.claimant] = min(before[0], claimed[0]), max(before[1], claimed[1])
    return said or {UNATTRIBUTED: toll}


def _range(claim: Claim) -> Range | None:
    if claim.value_min is None and claim.value_max is None:
        return None
    low = int(claim.value_min) if claim.value_min is not None else 0
    return low, int(claim.value_max) if claim.value_max is not None else low


def _sum(ranges: list[Range]) -> Range:
    return sum(low for low, _ in ranges), sum(high for _, high in ranges)
