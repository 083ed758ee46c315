"""Where the server listens, as a person or the environment says it."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address

from dashboard.errors import WrongUseError

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8050


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Host and port of the server; raises :class:`WrongUseError` for a port outside 1 to 65535."""

    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT

    def __post_init__(self) -> None:
        if not 1 <= self.port <= 65535:
            raise WrongUseError(f"there is no port {self.port}", where="serve", next="choose one from 1 to 65535")

    @property
    def address(self) -> str:
        """The address to open in a browser on this machine."""
        host = "127.0.0.1" if self.host in ("", "0.0.0.0") else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False
