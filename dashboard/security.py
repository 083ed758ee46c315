"""What the browser is told not to do: no script, style or request of any other host."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


def content_policy(script_hashes: Iterable[str]) -> str:
    """The content security policy of the page, with the hashes of Dash's inline scripts.

    Styles are set inline by Plotly; MapLibre's and Dash's workers are made from blobs. Who may show the
    page within another one is added for each address: see :func:`frame_ancestors`.
    """
    scripts = " ".join(script_hashes)
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {scripts}".rstrip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def frame_ancestors(path: str, query: bytes) -> str:
    """Who may frame an address: any page the map without controls (``/?embed=true``), this server alone the rest.

    What is framed can be covered by what another page wants a reader to click on. Without controls there is nothing
    to be clicked that changes anything; with them there is. Nothing is said where any page may: ``*`` would leave out
    a page on disk.
    """
    # as text: parse_qs refuses bytes that stand for letters beyond ASCII
    embedded = path == "/" and parse_qs(query.decode("latin-1")).get("embed") == ["true"]
    return "" if embedded else "; frame-ancestors 'self'"


class SecurityHeaders:
    """Middleware that adds the policy and its companions to every answer."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self.app = app
        self.headers = {
            "Content-Security-Policy": policy,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to its answer."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
                framing = frame_ancestors(scope["path"], scope["query_string"])
                headers["Content-Security-Policy"] = f"{headers['Content-Security-Policy']}{framing}"
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)
