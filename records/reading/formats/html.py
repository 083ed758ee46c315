"""Pages: the words of the article, without menus, scripts and asides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from records.errors import RecordsError
from records.reading import refusals
from records.reading.formats.extract import Extract
from records.reading.formats.markdown import moment
from records.reading.formats.plain_text import decode

_START = re.compile(
    rb"^\s*(?:\xef\xbb\xbf)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|\?xml)",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,40})""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_LEFT_OUT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "svg",
        "math",
        "iframe",
        "object",
        "video",
        "audio",
        "figure",
        "figcaption",
        "head",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "table",
        "tr",
        "td",
        "th",
        "br",
        "hr",
        "body",
        "header",
    ]
)
LEAST_ARTICLE = 200
"""An article element with fewer letters than this is a teaser, and the whole body is read instead."""


def is_html(head: bytes) -> bool:
    """Whether the first bytes are those of a page."""
    return _START.match(head[:2000]) is not None


def extract(data: bytes, name: str) -> Extract:
    """Read a page. Raises :class:`RecordsError` where it holds no words."""
    stated = _CHARSET.search(data[:4096])
    source = _DECLARATION.sub("", decode(data, name, stated[1].decode("ascii") if stated else ""))
    try:
        page = lxml_html.document_fromstring(source, parser=lxml_html.HTMLParser(huge_tree=False, no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as reason:
        raise RecordsError(refusals.NO_PAGE(), where=name, next=refusals.SAVE_WORDS()) from reason
    return Extract(
        _article(page),
        title=_meta(page, "og:title") or _text_of(page, ".//title") or _text_of(page, ".//h1"),
        publisher=_meta(page, "og:site_name"),
        url=_meta(page, "og:url") or _attribute(page, ".//link[@rel='canonical']", "href"),
        published=moment(
            _meta(page, "article:published_time") or _meta(page, "date") or _attribute(page, ".//time", "datetime")
        ),
        language=str(page.get("lang") or "")[:2],
    )


def _article(page: lxml_html.HtmlElement) -> str:
    for place in (".//article", ".//main", ".//*[@role='main']"):
        for found in page.iterfind(place):
            words = _words(found)
            if len(words) >= LEAST_ARTICLE:
                return words
    body = page.find(".//body")
    return _words(body if body is not None else page)


def _words(element: lxml_html.HtmlElement) -> str:
    """The words of an element, blocks apart by a blank line."""
    parts = "".join(_pieces(element))
    blocks = (" ".join(block.split()) for block in parts.split("\x00"))
    return "\n\n".join(block for block in blocks if block)


def _pieces(root: lxml_html.HtmlElement) -> Iterator[str]:
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        left_out = not isinstance(element.tag, str) or (element.tag in _LEFT_OUT and element is not root)
        block = isinstance(element.tag, str) and element.tag in _BLOCKS
        if event == "start":
            yield "\x00" if block else ""
            if left_out:
                walk.skip_subtree()
            else:
                yield element.text or ""
        else:
            yield "\x00" if block else ""
            yield (element.tail or "") if element is not root else ""


def _meta(page: lxml_html.HtmlElement, name: str) -> str:
    for key in ("property", "name"):
        found = page.find(f".//meta[@{key}='{name}']")
        if found is not None:
            return str(found.get("content") or "").strip()
    return ""


def _attribute(page: lxml_html.HtmlElement, path: str, name: str) -> str:
    found = page.find(path)
    return "" if found is None else str(found.get(name) or "").strip()


def _text_of(page: lxml_html.HtmlElement, path: str) -> str:
    found = page.find(path)
    return "" if found is None else " ".join("".join(found.itertext()).split())
