"""A sum that can be argued with: the toll as a matrix of who claims it and how well it is vouched for.

Which records are counted is the reader's choice (:class:`Choice`), and the sum follows it. Only announcements of
strikes on boats count, or in a store without any its incidents at sea, as in :mod:`records.totals`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Self, get_args

from records.incident import Claim, Incident
from records.totals import Counted, Range, counts, figures_of
from records.vocabulary import CLAIM_STATUSES, ClaimStatus

Toll = Literal["killed", "injured", "survivors", "missing"]
TOLLS: tuple[Toll, ...] = get_args(Toll)

UNATTRIBUTED = ""
"""The claimant of a toll of which no claim is held."""


Narrowing = Literal["corroborated", "first_counts", "undisputed"]
NARROWINGS: tuple[Narrowing, ...] = get_args(Narrowing)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is counted; everything but what was retracted, where nothing is said.

    ``corroborated``: only records that a second party or an official act supports. ``first_counts``: people lost at
    sea and later presumed dead are left out. ``undisputed``: only records whose facts no named party disputes.
    """

    corroborated: bool = False
    first_counts: bool = False
    undisputed: bool = False

    @classmethod
    def of(cls, narrowings: Iterable[Narrowing]) -> Self:
        """The choice that narrows in these ways."""
        return cls(**dict.fromkeys(narrowings, True))


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

    ``by_status``: the sum of each grade. ``not_stated``: records that are counted and state no toll. ``left_out``:
    records that the choice leaves out.
    """

    cells: tuple[Cell, ...]
    by_status: dict[ClaimStatus, Range]
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


def matrix(
    records: Iterable[Incident], choice: Choice | None = None, field: Toll = "killed", what: Counted = "strikes"
) -> Matrix:
    """The toll of records by claimant and grade, after a choice of what is counted (None: everything)."""
    choice = choice or Choice()
    campaign = [record for record in records if counts(record, what)]
    counted = list(chosen(campaign, choice))
    tolls = [_toll(record, field) for record in counted]
    strikes = [figures_of(record)["strikes"] for record in counted]
    return Matrix(
        cells=_cells(counted, field),
        by_status=_by_status(counted, tolls),
        records=len(counted),
        strikes=_sum(strikes),
        toll=_sum([toll for toll in tolls if toll is not None]),
        not_stated=sum(toll is None for toll in tolls),
        left_out=len(campaign) - len(counted),
    )


def chosen(records: Iterable[Incident], choice: Choice) -> Iterator[Incident]:
    """The records that a choice counts, with the upper end of the killed that it counts."""
    for record in records:
        if record.claim_status == "retracted":
            continue
        if choice.corroborated and record.claim_status not in ("corroborated", "confirmed"):
            continue
        if choice.undisputed and record.disputed_on in ("facts", "both"):
            continue
        if choice.first_counts and record.killed_max_reason == "presumed" and record.killed_min is not None:
            yield record.model_copy(update={"killed_max": record.killed_min})
        else:
            yield record


def _toll(record: Incident, field: Toll) -> Range | None:
    """The toll of a record as a range; None where it is not stated."""
    low, high = getattr(record, f"{field}_min"), getattr(record, f"{field}_max")
    if low is None and high is None:
        return None
    least = low if low is not None else 0
    return least, high if high is not None else least


def _by_status(records: list[Incident], tolls: list[Range | None]) -> dict[ClaimStatus, Range]:
    graded = list(zip(records, tolls, strict=True))
    return {
        status: _sum([toll for record, toll in graded if record.claim_status == status and toll is not None])
        for status in CLAIM_STATUSES
        if any(record.claim_status == status for record, _ in graded)
    }


def _cells(records: list[Incident], field: Toll) -> tuple[Cell, ...]:
    found: dict[tuple[str, ClaimStatus], list[Range]] = {}
    for record in records:
        toll = _toll(record, field)
        if toll is None:
            continue
        for claimant, claimed in _by_claimant(record, field, toll).items():
            found.setdefault((claimant, record.claim_status), []).append(claimed)
    ordered = sorted(found.items(), key=lambda item: (CLAIM_STATUSES.index(item[0][1]), -len(item[1]), item[0][0]))
    return tuple(Cell(name, status, len(tolls), _sum(tolls)) for (name, status), tolls in ordered)


def _by_claimant(record: Incident, field: Toll, toll: Range) -> dict[str, Range]:
    """What each claimant says of one record; claims above what is counted of it are left out."""
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
