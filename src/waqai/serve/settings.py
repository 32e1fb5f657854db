"""How a desk is run: whom it serves, and how much it takes."""

from __future__ import annotations

import ipaddress
from pathlib import Path

import msgspec

PAGES = Path(__file__).with_name("web")


class Rate(msgspec.Struct, frozen=True):
    """Requests that a caller may make at once, and a second (> 0) after that."""

    burst: float
    second: float


class Limits(msgspec.Struct, frozen=True):
    """Bounds on what a caller asks for. Bodies in bytes, times in seconds."""

    reads: Rate = Rate(600, 200)
    changes: Rate = Rate(40, 4)
    wrong_passwords: Rate = Rate(5, 1 / 60)
    body: int = 256 * 1024
    file: int = 2 * 1024 * 1024
    body_seconds: float = 30.0
    read_seconds: float = 60.0
    session_seconds: int = 12 * 3600


class Settings(msgspec.Struct, frozen=True):
    """`who` judges, and `names` of private persons are shown, where there are no accounts.

    `pages` is the folder of the built pages.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    who: str = "desk"
    names: bool = False
    limits: Limits = Limits()
    pages: Path = PAGES


def is_loopback(host: str) -> bool:
    """Whether only programs of this machine reach an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
