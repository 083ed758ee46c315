"""Dash components as HTML text."""

from html.parser import HTMLParser

import pytest
from dash import dcc, html
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import DashboardError
from dashboard.page.markup import markup


@pytest.mark.parametrize(
    ("component", "expected"),
    [
        (html.Div(), "<div></div>"),
        (html.P(["a", html.B("b"), None, 3]), "<p>a<b>b</b>3</p>"),
        (html.P("1 < 2 & 'x'"), "<p>1 &lt; 2 &amp; 'x'</p>"),
        (html.Div(id="a", className="b c", hidden=True), '<div id="a" class="b c" hidden></div>'),
        (html.Div(hidden=False, title=None, tabIndex=-1), '<div tabindex="-1"></div>'),
        (html.Label("n", htmlFor="x"), '<label for="x">n</label>'),
        (
            html.Button("n", **{"aria-label": 'say "no"', "data-x": "<b>"}),
            '<button data-x="&lt;b&gt;" aria-label="say &quot;no&quot;">n</button>',
        ),
        (html.B(style={"--c": "var(--x)", "borderTop": 0}), '<b style="--c: var(--x); border-top: 0"></b>'),
        (html.Img(src="/a.png", alt=""), '<img src="/a.png" alt="">'),
        (
            dcc.Input(id="search", type="text", autoComplete="off"),
            '<input id="search" type="text" autocomplete="off">',
        ),
    ],
)
def test_components_are_html(component, expected):
    written, wanted = Read(markup(component)), Read(expected)
    assert written.told == wanted.told


def test_what_html_has_no_element_for_is_refused():
    with pytest.raises(DashboardError, match=r"dash_core_components\.Store is no element of HTML"):
        markup(html.Div([dcc.Store(id="x")]))


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))), st.text(alphabet="<>&\"'{}%a= "))
def test_texts_stay_texts(text, value):
    read = Read(markup(html.P([text], **{"data-value": value})))
    assert read.told[0] == ("p", {"data-value": value})
    assert "".join(part for part in read.told[1:] if isinstance(part, str)) == text


class Read(HTMLParser):
    """What a reader of HTML finds: elements with their attributes, and texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.told: list[tuple[str, dict[str, str | None]] | str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.told.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.told.append(data)

    def handle_endtag(self, tag):
        self.told.append(f"/{tag}") if tag != "p" else None
