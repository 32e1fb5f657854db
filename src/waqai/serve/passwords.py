"""Passwords: Argon2id hashes, checked in the same time whether there is such an account or not."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# Of the same cost as every hash that is kept.
_NOBODY = "nobody has this password"


def hashed(password: str) -> str:
    """The hash to keep, with its salt and its cost in it."""
    return _hasher().hash(password)


def is_right(kept: str | None, password: str) -> bool:
    """Whether a password is that of a kept hash; None is nobody's, and takes as long."""
    try:
        _hasher().verify(kept or _no_hash(), password)
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _no_hash() -> str:
    return hashed(_NOBODY)
