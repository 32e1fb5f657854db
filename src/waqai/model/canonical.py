"""Canonical JSON: the one byte form of every value of the model."""

from __future__ import annotations

import hashlib
from typing import Final

import msgspec

_ENCODER: Final = msgspec.json.Encoder(order="deterministic")


def dump(value: object) -> bytes:
    """UTF-8 JSON without spaces, struct fields in declared order, dict keys sorted."""
    return _ENCODER.encode(value)


def digest(*parts: object) -> str:
    """16 hex digits of the SHA-256 of the canonical JSON of `parts`: ids made from content."""
    return hashlib.sha256(dump(parts)).hexdigest()[:16]
