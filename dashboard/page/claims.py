"""Claims in the sheet: who gives which end of a toll, and claim and counter-claim side by side.

Objections to the facts stand apart from those to the lawfulness; what reports merely differ in is said to be so.
"""

from __future__ import annotations

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from dashboard.words import Words
from dashboard.words.quantities import amount_text, published_text, range_text
from records.case.claims import LATER_COUNT, OBJECTIONS, REPORTS_DIFFER
from records.incident import Claim, Incident, Source

Children = list[Component | str]

SIDES = ("announced_by", "disputed_by")
"""Roles of actors that the two sides name."""
IN_WORDS = {LATER_COUNT: "claims.later", REPORTS_DIFFER: "claims.differ"}
"""Claimants that are no party, and the words that name them."""


def toll(record: Incident, field: str, words: Words) -> Children:
    """What is said of one toll (killed, injured, survivors, missing): its range, and who gives which end."""
    low, high = getattr(record, f"{field}_min"), getattr(record, f"{field}_max")
    claims = [claim for claim in record.claims if claim.field == field]
    said: Children = [html.B(range_text(low, high, words))]
    if len(claims) > 1:
        said.append(html.Ul([html.Li(_end(claim, record, words)) for claim in claims], className="ends"))
    else:
        said.append(f" {_as_claimed(record, claims, words)}")
        notes = [text for claim in claims for text in (words.own(claim.value), _carried(claim, record, words))]
        said.extend(html.Span(text, className="aside") for text in notes if text)
    explained = any(claim.claimant in IN_WORDS for claim in claims)
    if field == "killed" and record.killed_max_reason and not explained:
        said.append(html.Span(words(f"sheet.{record.killed_max_reason}"), className="aside"))
    return said


def has_sides(record: Incident) -> bool:
    """Whether somebody objects, or reports differ, so that claim and counter-claim stand side by side."""
    return bool(record.dispute or record.disputed_on)


def named_in_sides(record: Incident) -> frozenset[str]:
    """The roles of actors that the sides name, so that no row of their own repeats them."""
    if not has_sides(record):
        return frozenset()
    targets = [actor.alleged for actor in record.actors if actor.role == "target"]
    return frozenset({*SIDES, "target"} if targets and all(targets) and record.claims else SIDES)


def sides(record: Incident, words: Words) -> Component:
    """The claim on one side, on the other what a named party objects to it, or what reports differ in."""
    return html.Div([_claim(record, words), *_objections(record, words)], className="sides")


def _claim(record: Incident, words: Words) -> Component:
    who = [words.parties(name) for name in _names(record, "announced_by")]
    who = who or [source.publisher for source in record.sources[:1]]
    mine = [claim for claim in record.claims if claim.field not in OBJECTIONS and claim.claimant not in IN_WORDS]
    stated = [html.Li(text) for claim in mine if (text := _stated(claim, record, words))]
    carrier = next((cited for claim in mine if (cited := _carried(claim, record, words))), "")
    return _side(
        "says",
        words("claims.says"),
        who,
        [html.Ul(stated)] if stated else [html.P(record.title, **words.tongue())],
        carrier or "; ".join(_cited(source, words) for source in record.sources[:1]),
    )


def _objections(record: Incident, words: Words) -> Children:
    """The side of those who object; where no party does, what reports differ in.

    The words of a dispute may be those of several; the parties stand below them as named, not above as their authors.
    """
    parties = _names(record, "disputed_by")
    field = record.disputed_on
    named = words("claims.named", names=_together(parties, words)) if parties else ""
    dispute = html.P(words.own(record.dispute), **words.tongue(record.dispute))
    body: Children = [dispute] if record.dispute else []
    if field is None:
        return [_side("differs", words("claims.reports_differ"), (), body, named)]
    known = [claim for claim in record.claims if claim.field == field]
    dated = next((published_text(str(claim.stated_on), words) for claim in known if claim.stated_on), "")
    foot = " · ".join(part for part in (named, dated or words("claims.undated")) if part)
    return [_side("objects", words(f"claims.disputes.{field}"), (), body, foot)]


def _side(kind: str, head: str, who: Iterable[str], body: Children, foot: str) -> Component:
    names = ", ".join(dict.fromkeys(who))
    return html.Div(
        [
            html.Span(head, className="side-head"),
            *([html.B(names)] if names else []),
            *body,
            *([html.Cite(foot)] if foot else []),
        ],
        className=f"side {kind}",
    )


def _stated(claim: Claim, record: Incident, words: Words) -> str:
    text = claimed_text(claim, record, words)
    return words("claims.stated", field=words.named("claims.field", claim.field), value=text) if text else ""


def claimed_text(claim: Claim, record: Incident, words: Words) -> str:
    """What a claim says: its range, and its words, those of the built-in case in the reader's language."""
    value = range_text(claim.value_min, claim.value_max, words)
    if claim.field == "quantity" and claim.value == f"{record.quantity_unit} {record.substance}".strip():
        return f"{value} {amount_text(None, record.quantity_unit, record.substance, words)}".strip()
    told = words.parties(claim.value) if claim.field == "target" else words.own(claim.value)
    return " ".join(part for part in (value, told) if part)


def _end(claim: Claim, record: Incident, words: Words) -> Children:
    value = words.own(claim.value) or range_text(claim.value_min, claim.value_max, words)
    carried = _carried(claim, record, words)
    who = html.Span([_claimant(claim.claimant, words), *([html.Cite(carried)] if carried else [])])
    return [html.B(value), who]


def _as_claimed(record: Incident, claims: list[Claim], words: Words) -> str:
    names = [claim.claimant for claim in claims] or _names(record, "announced_by")
    if not names:
        return words("sheet.as_claimed_bare")
    if names[0] in IN_WORDS:
        return _claimant(names[0], words)
    return words("sheet.as_claimed", names=_together(names, words))


def _claimant(name: str, words: Words) -> str:
    return words(IN_WORDS[name]) if name in IN_WORDS else words.parties(name)


def _together(names: Iterable[str], words: Words) -> str:
    return ", ".join(dict.fromkeys(words.parties(name) for name in names))


def _carried(claim: Claim, record: Incident, words: Words) -> str:
    """The source that carries a claim, with its date; where it has none of its own, the day it was said on."""
    if claim.source is not None and claim.source < len(record.sources):
        return words("claims.in", source=_cited(record.sources[claim.source], words))
    return published_text(str(claim.stated_on), words) if claim.stated_on else ""


def _cited(source: Source, words: Words) -> str:
    parts = [source.publisher, published_text(source.published, words) if source.published else ""]
    return ", ".join(part for part in parts if part)


def _names(record: Incident, role: str) -> list[str]:
    return [actor.name for actor in record.actors if actor.role == role]
