"""What Dash itself draws: the body of the sheet and the table's grid, and what they are asked with.

The rest of the page stands in its HTML (see :mod:`dashboard.page.layout`); assets/js/answers.js puts these two in their
places there when Dash is there.
"""

from __future__ import annotations

from dash import dcc, html

from dashboard.words import Words


def answers(words: Words) -> html.Div:
    """The layout of the Dash app in one language."""
    return html.Div(
        [
            dcc.Store(id="language", data=words.language),
            dcc.Store(id="selected"),
            dcc.Store(id="table-wanted"),
            html.Div(id="sheet-answer"),
            html.Div(id="grid-answer"),
        ]
    )
