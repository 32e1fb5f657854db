"""The country that an outlet tells of first: what a report means where its text names none."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from waqai.lexicon.table import read_table
from waqai.text.fold import fold_key


def home(outlet: str | None, url: str | None) -> str | None:
    """The country (ISO 3166-1 alpha-2) of an outlet's name or of its address, None where neither
    tells: international outlets have none.
    """
    found = _outlets().get(fold_key(outlet)) if outlet else None
    return found or (_outlets().get(_label(url)) if url else None)


def _label(url: str) -> str:
    """The last label of the host of an address, with its dot; empty where there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host[host.rfind(".") :] if "." in host else ""


@cache
def _outlets() -> dict[str, str]:
    """Country by folded name or last label."""
    rows = read_table("waqai.annotate.places", "outlets.tsv", ("country", "keys"), folded=("keys",))
    return {key: row.cells[0] for row in rows for key in row.variants(1)}
