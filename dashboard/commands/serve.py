"""``leadline serve``: the dashboard."""

from __future__ import annotations

import socket
import threading
import webbrowser
from contextlib import suppress
from typing import Any

import click

from dashboard.commands.beside import beside_options, read_beside
from dashboard.errors import DashboardError
from dashboard.settings import DEFAULT_HOST, DEFAULT_PORT, ServerSettings


@click.command(name="serve", epilog="Example: leadline serve incidents.gpkg --port 8060 --open")
@click.argument("store", default="case")
@click.option("--host", default=DEFAULT_HOST, show_default=True, help="Address to listen on.")
@click.option("--port", default=DEFAULT_PORT, show_default=True, type=int, help="Port to listen on.")
@click.option("--open", "open_browser", is_flag=True, help="Open the page in the browser.")
@beside_options
def command(store: str, host: str, port: int, open_browser: bool, **files: Any) -> None:
    """Serve the dashboard of STORE: a GeoPackage, or the word case (default), the built-in case.

    Files of your own are drawn beside its records: vessel tracks, their encounters, and layers of any kind.
    """
    settings = ServerSettings(host, port)
    listening = _listen(settings)
    # Imported here, so that a wrong port or store is told at once and other commands stay light.
    import uvicorn

    from dashboard.app import make_app, warm

    with listening:
        app = make_app(store, read_beside(**files))
        click.echo(f"Leadline serves {store} at {settings.address} – stop it with Ctrl+C")
        if not settings.loopback:
            click.echo("note: other machines can reach this address", err=True)
        threading.Thread(target=warm, args=(app,), daemon=True).start()
        if open_browser:
            threading.Timer(0.8, webbrowser.open, args=(settings.address,)).start()
        server = uvicorn.Server(uvicorn.Config(app.server, log_level="warning", lifespan="on"))
        with suppress(KeyboardInterrupt):  # uvicorn has closed all by then, and says it again
            server.run(sockets=[listening])


def _listen(settings: ServerSettings) -> socket.socket:
    """Take the port before anything is loaded; raises :class:`DashboardError` where that is not possible."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen(128)
    except OSError as reason:
        listening.close()
        raise DashboardError(
            f"cannot listen on {settings.host} port {settings.port}: {reason.strerror or reason}",
            where="serve",
            next=f"choose another port, such as --port {settings.port + 1}",
        ) from reason
    return listening
