"""The sheet: what is known of one record, where from, and who disputes it, in the order in which readers ask.

Everything that comes from a record is given to the browser as text; nothing of it is read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from dash import html
from dash.development.base_component import Component

from dashboard.page.claims import has_sides, named_in_sides, sides, toll
from dashboard.page.marks import mark_of
from dashboard.page.record_foot import record_foot
from dashboard.page.waters_details import waters_rows
from dashboard.words import Words
from dashboard.words.quantities import (
    amount_text,
    date_text,
    distance_text,
    number_text,
    position_text,
    published_text,
    range_text,
)
from geo.place import Place
from geo.zone_polygons import ZonePolygons
from layers.region import Outlines
from records.incident import Incident, Source
from records.vocabulary import ACTOR_ROLES

Children = list[Component | str]


def sheet(words: Words) -> html.Div:
    """The empty sheet; its body comes with a selection."""
    return html.Div(
        [
            html.Button(words("close"), id="sheet-close", type="button", className="quiet"),
            html.Div(id="sheet-body"),
        ],
        id="sheet",
        className="panel",
        role="region",
        hidden=True,
        tabIndex=-1,
        **{"aria-label": words("sheet.label")},
    )


def details(
    record: Incident,
    outlines: Outlines,
    words: Words,
    beside: Iterable[Component | str] = (),
    *,
    own: bool = True,
    zones: ZonePolygons | None = None,
    history: Iterable[Incident] = (),
) -> Children:
    """The body of the sheet for a record; ``beside`` stands before its sources.

    ``own``: summaries are the store's own, as those of the built-in case, and said to be so where no report is held.
    ``zones``: a user's own polygons, which say whose waters are whose. ``history``: its versions, the oldest first.
    """
    return [
        _kicker(record, words),
        html.H2(record.title, **words.tongue()) if record.title else html.H2(words.named("type", record.event_type)),
        *_summary(record, words, own=own),
        html.Dl(
            [
                *_place(record, outlines, words),
                *waters_rows(record, outlines, words, zones),
                *_counts(record, words),
                *_status(record, words),
                *_actors(record, words),
            ],
            className="facts",
        ),
        *_quotes(record, words),
        *beside,
        *sources(record.sources, words),
        *record_foot(record, history, words),
    ]


def lost(id: str, words: Words) -> Children:
    """The body of the sheet where a link names a record that is not in the store."""
    return [html.P(words("sheet.lost", id=id), className="summary")]


def _kicker(record: Incident, words: Words) -> Component:
    return html.Div(
        [
            mark_of(record),
            html.Span(f"{words.named('type', record.event_type)} · {date_text(record, words)}"),
            *([html.Span(words(f"disputed.{record.disputed_on}"), className="tag")] if record.disputed_on else []),
        ],
        className="kicker",
    )


def _summary(record: Incident, words: Words, *, own: bool) -> Children:
    if not record.summary:
        return []
    held = not own or any(source.quotes for source in record.sources)
    return [
        html.P(words.own(record.summary), className="summary", **words.tongue(record.summary)),
        *([] if held else [html.P(words("sheet.own_summary"), className="own")]),
    ]


def fact(name: str, *said: Component | str) -> Children:
    """A row of the sheet: its name and what is said."""
    return [html.Dt(name), html.Dd(list(said))]


def _counts(record: Incident, words: Words) -> Children:
    rows: Children = []
    for field in ("killed", "injured", "survivors", "missing"):
        low, high = getattr(record, f"{field}_min"), getattr(record, f"{field}_max")
        if low is None and high is None:
            continue
        rows += fact(words(f"sheet.{field}"), *toll(record, field, words))
    if record.event_type == "strike" and record.killed_min is None and record.killed_max is None:
        rows += fact(words("sheet.killed"), words("sheet.not_stated"))
    if record.quantity is not None:
        amount = amount_text(record.quantity, record.quantity_unit, record.substance, words)
        rows += fact(words("sheet.seized"), amount)
    if record.vessels is not None:
        rows += fact(words("sheet.vessels"), number_text(record.vessels, words))
    if (strikes := range_text(record.strikes_min, record.strikes_max, words)) not in ("", "1"):
        rows += fact(words("sheet.strikes"), strikes)
    return rows


def _actors(record: Incident, words: Words) -> Children:
    rows: Children = []
    for role in ACTOR_ROLES:
        if role in named_in_sides(record):
            continue
        names = [
            f"{words.parties(actor.name)} ({words('alleged')})" if actor.alleged else words.parties(actor.name)
            for actor in record.actors
            if actor.role == role
        ]
        if names:
            rows += fact(words(f"role.{role}"), ", ".join(names))
    return rows


def _place(record: Incident, outlines: Outlines, words: Words) -> Children:
    reported = html.Span(f"“{record.location_text}”", **words.tongue())
    rows = fact(words("sheet.reported"), reported) if record.location_text else []
    if record.place is None:
        return [*rows, *fact(words("sheet.not_placed"), words.said(record.not_located_reason))]
    steps = [html.Li(words.said(step)) for step in record.place.location_steps]
    said: Children = [html.Span(_drawn(record.place, outlines, words))]
    if steps:
        said.append(html.Ol(steps, className="steps"))
    small = [html.Summary(words("sheet.small_map")), html.Div(id="place-sketch")]
    said.append(html.Details(small, id="place-map", className="how", **{"data-id": record.id}))
    return [*rows, *fact(words("sheet.drawn"), *said)]


def _drawn(place: Place, outlines: Outlines, words: Words) -> str:
    radius = distance_text(place.radius_m, words)
    if place.stated:
        return words("sheet.point", position=position_text(place.lon, place.lat, words), radius=radius)
    named = outlines(place.region_id) if place.region_id is not None and place.region is None else None
    if named is not None:
        return words("sheet.outline", name=words.place(named.name))
    return words("sheet.own_outline" if place.region is not None else "sheet.circle", radius=radius)


def _status(record: Incident, words: Words) -> Children:
    rows = fact(words("sheet.status"), words.named("claim", record.claim_status))
    if has_sides(record):
        said = html.Dd([sides(record, words)], className="wide")
        rows += [html.Dt(words("claims.title"), className="wide"), said]
    if record.notes:
        rows += fact(words("sheet.notes"), html.Span(words.own(record.notes), **words.tongue(record.notes)))
    if record.flags:
        rows += fact(words("sheet.flags"), "; ".join(words.named("flag", flag) for flag in record.flags))
    return rows


def _quotes(record: Incident, words: Words) -> Children:
    quotes = [(source, quote) for source in record.sources for quote in source.quotes]
    if not quotes:
        return []
    return [
        html.H3(words("sheet.quotes")),
        *(
            html.Blockquote([html.P(f"“{quote.text}”", **_tongue_of(source, words)), html.Cite(_cited(source, words))])
            for source, quote in quotes
        ),
    ]


def _cited(source: Source, words: Words) -> str:
    parts = [source.publisher, published_text(source.published, words) if source.published else ""]
    return ", ".join(part for part in parts if part)


def sources(held: tuple[Source, ...], words: Words) -> Children:
    """Every source with its publisher and date, as a link where that is allowed.

    One whose title is its publisher's name is named once; that it could not be linked is said of an address alone.
    """
    if not held:
        return []
    return [
        html.H3(words("sheet.sources")),
        html.Ul([html.Li(_source(source, words)) for source in held], className="sources"),
    ]


def _source(source: Source, words: Words) -> Children:
    title = source.title or source.url or source.publisher
    linked = source.link and _is_web(source.url)
    tongue = _tongue_of(source, words)
    said: Children = [_link(title, source.url, **tongue) if linked else html.Span(title, **tongue)]
    once = source.publisher.casefold() == title.casefold()
    if cited := _cited(source.model_copy(update={"publisher": ""}) if once else source, words):
        said.append(html.Span(cited, className="aside"))
    if not source.link or (source.url and not linked):
        said.append(html.Span(words("sheet.no_link"), className="aside"))
    if source.link and _is_web(source.archived_url):
        said.append(_link(words("sheet.archived"), source.archived_url))
    return said


def _tongue_of(source: Source, words: Words) -> dict[str, str]:
    """The attribute for the words of a source; where its language is not told nothing is said of it."""
    return words.tongue(written=source.language)


def _link(text: str, url: str, **tongue: str) -> Component:
    return html.A(text, href=url, target="_blank", rel="noopener noreferrer", **tongue)


def _is_web(url: str) -> bool:
    """Whether an address may become a link: http or https with a host, never a script or a file."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
