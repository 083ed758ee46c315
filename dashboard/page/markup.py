"""Dash components as HTML text: what stands in the page from the beginning need not wait for Dash's scripts.

Text and values of attributes are escaped; there is no way to have a string read as markup.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from dash.development.base_component import Component

from dashboard.errors import DashboardError

VOID = frozenset({"br", "hr", "img", "input"})
"""Elements without an end."""
NAMES = {"className": "class", "htmlFor": "for"}
"""Properties that HTML calls otherwise; all others are HTML's names in other capitals."""
NAMESPACES = frozenset({"dash_html_components"})


def markup(node: object) -> str:
    """A component of ``dash.html`` or ``dcc.Input`` with all that is in it, a text, a number, or a list of these.

    Raises :class:`dashboard.errors.DashboardError` for a component that HTML has no element for.
    """
    if node is None:
        return ""
    if isinstance(node, list | tuple):
        return "".join(markup(one) for one in node)
    if isinstance(node, Component):
        return _element(node)
    return escape(str(node), quote=False)


def _element(component: Component) -> str:
    told = component.to_plotly_json()
    if told["namespace"] not in NAMESPACES and told["type"] != "Input":
        raise DashboardError(
            f"{told['namespace']}.{told['type']} is no element of HTML",
            where="markup",
            next="put it into what Dash itself draws (dashboard/page/answers.py)",
        )
    name = told["type"].lower()
    given: dict[str, Any] = told["props"]
    inner = given.pop("children", None)
    start = f"<{name}{''.join(_attribute(key, value) for key, value in given.items())}>"
    return start if name in VOID else f"{start}{markup(inner)}</{name}>"


def _attribute(key: str, value: object) -> str:
    if value is None or value is False:
        return ""
    name = NAMES.get(key, key if "-" in key else key.lower())
    if isinstance(value, dict):
        value = _declarations(value)
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def _declarations(style: dict[str, object]) -> str:
    """A style as CSS: names as Dash has them (``borderTop``) in CSS's spelling; those of one's own stay as they are."""
    return "; ".join(f"{name if name.startswith('--') else _spelled(name)}: {value}" for name, value in style.items())


def _spelled(name: str) -> str:
    return re.sub("[A-Z]", lambda found: f"-{found[0].lower()}", name)
