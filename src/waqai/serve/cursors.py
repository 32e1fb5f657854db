"""Cursors: where a page ended, good for the same question alone."""

from __future__ import annotations

import base64
import binascii

import msgspec

from waqai.errors import RequestError
from waqai.model.canonical import digest
from waqai.store.columns.sorting import After, Sort
from waqai.store.query import Query


class _Kept(msgspec.Struct, array_like=True):
    question: str
    value: int
    key: int


def cursor(query: Query, sort: Sort, after: After | None) -> str | None:
    """The cursor of the page after a row."""
    if after is None:
        return None
    raw = msgspec.json.encode(_Kept(_question(query, sort), *after))
    return base64.urlsafe_b64encode(raw).decode()


def after(query: Query, sort: Sort, given: str | None) -> After | None:
    """The row that a cursor names. Raises RequestError for one of another question, or none."""
    if given is None:
        return None
    try:
        kept = msgspec.json.decode(base64.urlsafe_b64decode(given.encode()), type=_Kept)
    except (binascii.Error, msgspec.DecodeError, UnicodeError):
        kept = None
    sound = kept is not None and abs(kept.value) < 1 << 62 and 0 <= kept.key < 1 << 64
    if kept is None or not sound or kept.question != _question(query, sort):
        raise RequestError(400, "a cursor of another list", "begin with the first page")
    return After(kept.value, kept.key)


def _question(query: Query, sort: Sort) -> str:
    return digest(query, sort)
