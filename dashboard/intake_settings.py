"""What may be brought to the page: how much at once, and who may write into the store that is served."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from ipaddress import ip_address

from fastapi import Request

from dashboard.errors import WrongUseError
from records.store import Store

LARGEST_MB = 200
LARGEST_VARIABLE = "LEADLINE_MAX_UPLOAD_MB"
TOKEN_VARIABLE = "LEADLINE_TOKEN"
TOKEN_HEADER = "X-Leadline-Token"
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "via")


@dataclass(frozen=True, slots=True)
class IntakeSettings:
    """The largest file in bytes, and the token by which others than this machine's user may write (empty: nobody)."""

    largest_bytes: int = LARGEST_MB * 1_000_000
    token: str = ""

    @classmethod
    def from_environment(cls) -> IntakeSettings:
        """From ``LEADLINE_MAX_UPLOAD_MB`` and ``LEADLINE_TOKEN``; raises :class:`WrongUseError` for no number."""
        said = os.environ.get(LARGEST_VARIABLE, str(LARGEST_MB))
        try:
            megabytes = float(said)
        except ValueError:
            megabytes = 0.0
        if not 0 < megabytes < 1e6:
            raise WrongUseError(f"'{said}' is no size in megabytes", where=LARGEST_VARIABLE, next="write 200")
        return cls(round(megabytes * 1_000_000), os.environ.get(TOKEN_VARIABLE, ""))

    def may_write(self, request: Request, store: Store) -> bool:
        """Whether a request may write into a store.

        The store can be written, and the request carries the token, or comes straight from this machine to a name of
        this machine: neither through a proxy, nor under a foreign name that was made to point here.
        """
        return not store.read_only and (self._has_token(request) or is_local(request))

    def _has_token(self, request: Request) -> bool:
        given = request.headers.get(TOKEN_HEADER, "")
        return bool(self.token) and secrets.compare_digest(given.encode(), self.token.encode())


def is_local(request: Request) -> bool:
    """Whether a request comes from this machine, asks for it by a name of its own, and passed no proxy."""
    if any(name in request.headers for name in _FORWARDED):
        return False
    client = request.client.host if request.client is not None else ""
    return _is_loopback(client) and _is_loopback(request.url.hostname or "")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
