"""The tables of ``docs/case.md`` that come from the case itself: written anew by ``make docs``, compared by a test."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from records.case import facts
from records.totals import Comparison, compared

PAGE = Path(__file__).resolve().parents[2] / "docs" / "case.md"
PART = r"(<!-- {name} -->\n).*?(<!-- end of {name} -->\n)"


def totals() -> str:
    """Every published total beside what the records add up to, and why they differ."""
    rows = [_row(one) for one in compared(facts.incidents(), facts.published_totals())]
    head = (
        "up to",
        "publisher",
        "published: strikes",
        "boats",
        "killed",
        "records: strikes",
        "boats",
        "killed",
        "why they differ",
    )
    return _table(head, rows)


def gaps() -> str:
    """Where data are known to be missing."""
    rows = [
        (
            gap.date_start.isoformat(),
            gap.date_end.isoformat() if gap.date_end else "",
            gap.what + (" (all)" if gap.extent == "all" else ""),
            gap.why,
        )
        for gap in facts.gaps()
    ]
    return _table(("from", "to", "missing", "why"), rows)


PARTS: tuple[tuple[str, Callable[[], str]], ...] = (("published totals", totals), ("gaps", gaps))


def written(text: str) -> str:
    """The page with each part as the case is now; raises ``ValueError`` where a part has no place in it."""
    for name, part in PARTS:
        table = part()
        text, found = re.subn(PART.format(name=name), lambda at, t=table: f"{at[1]}\n{t}\n{at[2]}", text, flags=re.S)
        if not found:
            raise ValueError(f"the page has no place for: {name}")
    return text


def _row(one: Comparison) -> tuple[str, ...]:
    total, ours = one.total, one.ours
    publisher = f"[{total.publisher}]({total.url})" if total.link else total.publisher
    published = [
        f"**{value}**" if name in one.outside else str(value) if value is not None else ""
        for name in ("strikes", "vessels", "killed")
        for value in [getattr(total, name)]
    ]
    summed = ["–".join(map(str, sorted({*ours.figure(name)}))) for name in ("strikes", "vessels", "killed")]
    return total.stated_on.isoformat(), publisher, *published, *summed, total.difference


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = tuple(head)
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(cells) + " |\n" for cells in lines)


def main() -> None:
    """Write the page's tables anew."""
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
