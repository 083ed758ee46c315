"""What a first visit is told in one glance: how to read this map. It is shown once, and can be opened again."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.page.marks import mark
from dashboard.words import Words


def welcome(words: Words, *, story: bool) -> html.Div:
    """The card, hidden until the browser shows it; ``story``: the store comes with a story of its own."""
    rows: tuple[tuple[str, list[Component]], ...] = (
        ("stated", [mark("strike")]),
        ("region", [_sign("sign area")]),
        ("tally", [_sign("sign tally")]),
        ("claimed", [mark("other"), mark("other", form="ring"), mark("other", form="ring", core=True)]),
        ("gap", [_sign("sign-gap")]),
    )
    return html.Div(
        [
            html.Button(words("close"), id="welcome-close", type="button", className="quiet"),
            html.H2(words("welcome.title"), id="welcome-title"),
            html.P(words("welcome.lead"), className="summary"),
            html.Ul(
                [
                    html.Li([html.Span(signs, className="welcome-signs"), html.Span(words(f"welcome.{name}"))])
                    for name, signs in rows
                ]
            ),
            html.Div(
                [
                    html.Button(
                        words("welcome.explore"), id="welcome-explore", type="button", className="button primary"
                    ),
                    *([html.A(words("welcome.story"), href="?story=case", className="button")] if story else []),
                ],
                className="welcome-doors",
            ),
        ],
        id="welcome",
        className="panel",
        role="dialog",
        hidden=True,
        tabIndex=-1,
        **{"aria-labelledby": "welcome-title"},
    )


def _sign(names: str) -> html.Span:
    return html.Span(className=names, **{"aria-hidden": "true"})
