"""The head of the page: what this is, search, and the doors to table, link and export."""

from __future__ import annotations

from dash import dcc, html

from dashboard.words import LANGUAGES, Words


def header(words: Words, title: str) -> html.Div:
    """The head over the map; ``title`` names the store."""
    return html.Div(
        [
            html.H1([html.Span(words("title"), className="brand"), html.Span(title, className="case")]),
            html.Div(
                [
                    html.Label(words("search.label"), htmlFor="search", className="unseen"),
                    dcc.Input(id="search", type="text", placeholder=words("search"), autoComplete="off"),
                ],
                className="search",
            ),
            html.Button(
                [html.Span(words("filter")), html.Span(className="count", **{"data-count": "shown:"})],
                id="filter-open",
                type="button",
                className="button",
                **{"aria-expanded": "false", "aria-controls": "rail"},
            ),
            html.Button(
                words("table"),
                id="table-open",
                type="button",
                className="button",
                **{"aria-expanded": "false", "aria-controls": "drawer"},
            ),
            html.Button(
                words("more"),
                id="more-open",
                type="button",
                className="button",
                **{"aria-expanded": "false", "aria-controls": "more"},
            ),
            _more(words),
        ],
        id="header",
        className="panel",
        role="banner",
    )


def _more(words: Words) -> html.Div:
    """What stands in the head on a wide screen, and in its menu on a phone."""
    return html.Div(
        [
            html.Button(
                words("add"),
                id="add-open",
                type="button",
                className="button",
                title=words("add.hint"),
                **{"aria-haspopup": "dialog"},
            ),
            html.Button(words("totals"), id="totals-more", type="button", className="button"),
            html.Button(
                words("story.open"),
                id="story-open",
                type="button",
                className="button",
                **{"aria-expanded": "false", "aria-controls": "story"},
            ),
            html.Button(words("share"), id="share", type="button", className="button"),
            html.A(
                words("export"),
                id="export",
                href="/export/incidents.geojson?at_sea=true",
                className="button primary",
                title=words("export.hint"),
                role="button",
                **{"data-export": "incidents", "aria-haspopup": "dialog"},
            ),
            *_other_languages(words),
            html.Button(
                html.Span("?", **{"aria-hidden": "true"}),
                id="keys-open",
                type="button",
                className="button square",
                title=words("keys.open"),
                **{"aria-label": words("keys.open")},
            ),
            html.Button(
                html.Span(className="theme-sign", **{"aria-hidden": "true"}),
                id="theme",
                type="button",
                className="button square",
                title=words("theme.label"),
                **{"aria-label": words("theme.label")},
            ),
        ],
        id="more",
        role="group",
        **{"aria-label": words("more.label")},
    )


def _other_languages(words: Words) -> list[html.Button]:
    return [
        html.Button(
            code.upper(),
            type="button",
            className="button square",
            title=name,
            lang=code,
            **{"data-language": code, "aria-label": name},
        )
        for code, name, entries in LANGUAGES
        if code != words.language and entries
    ]
