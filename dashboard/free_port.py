"""An application served on a free port of this machine for as long as something is done with it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

from dashboard.errors import DashboardError

LONGEST_START_S = 20.0


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The address (without a last slash) at which an application is served; raises where it does not start."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(64)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + LONGEST_START_S
    while not server.started:
        if time.monotonic() > deadline or not thread.is_alive():
            raise DashboardError("the server does not start", where="127.0.0.1", next="look at what it printed")
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listening.close()
