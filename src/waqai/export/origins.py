"""Adjectives of a country, a town or a creed."""

from __future__ import annotations

from functools import cache

from waqai.annotate.actors.nisba import forms
from waqai.annotate.actors.tables import PACKAGE
from waqai.lexicon.table import read_table


def is_origin(key: str) -> bool:
    """Whether a word is an adjective of a country, a town or a creed."""
    bare = key[2:] if key.startswith(("ال", "لل")) else key
    return bare in origins()


@cache
def origins() -> frozenset[str]:
    """Every form of them, without the article."""
    rows = read_table(PACKAGE, "nisba.tsv", ("target", "english", "stems"), ("stems",))
    return frozenset(form for row in rows for s in row.variants(2) for form, _ in forms(s))
