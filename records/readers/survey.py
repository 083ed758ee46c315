"""What only all rows together tell: which figure is the day, whether midnight is a time, how positions are meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from records.readers.cell_dates import DayOrder
from records.readers.positions import Convention
from records.readers.row import Reject, Row, text_of

DATE_FIELDS = ("date", "date_start", "date_end", "published")
_CLOCK = re.compile(r"[T ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)")
_MIDNIGHT = re.compile(r"^0?0:00(?::00(?:\.0+)?)?$")


@dataclass(slots=True)
class Survey:
    """What a first pass over a table's rows found. ``day_first`` holds a decision for each column of dates."""

    rows: int = 0
    day_first: dict[str, bool | None] = field(default_factory=dict)
    open_dates: dict[str, int] = field(default_factory=dict)
    only_midnight: dict[str, bool] = field(default_factory=dict)
    convention: Convention = field(default_factory=Convention)

    @classmethod
    def of(cls, rows: Iterable[Row | Reject], columns: Mapping[str, str]) -> Survey:
        """Go through all rows once."""
        orders = {name: DayOrder() for name in DATE_FIELDS if name in columns}
        clocks = dict.fromkeys(orders, 0)
        midnights = dict.fromkeys(orders, 0)
        pairs: list[tuple[str, str]] = []
        survey = cls()
        both = columns.keys() >= {"lat", "lon"}
        for row in rows:
            if isinstance(row, Reject):
                continue
            survey.rows += 1
            for name, order in orders.items():
                text = text_of(row.cells.get(columns[name]))
                order.learn(text)
                if found := _CLOCK.search(text):
                    clocks[name] += 1
                    midnights[name] += _MIDNIGHT.match(found[1]) is not None
            if both and len(pairs) < 100_000:
                pairs.append((text_of(row.cells.get(columns["lat"])), text_of(row.cells.get(columns["lon"]))))
        survey.day_first = {name: order.decided for name, order in orders.items()}
        survey.open_dates = {name: order.open for name, order in orders.items()}
        survey.only_midnight = {name: 0 < clocks[name] == midnights[name] for name in orders}
        survey.convention = Convention.of(pairs)
        return survey
