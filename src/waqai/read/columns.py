"""The columns of a table: which field of a report each heading names, in English or Arabic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from waqai.lexicon.table import read_table
from waqai.text.fold import fold_key

FIELDS: Final = frozenset(("report", "id", "published", "outlet", "url", "title", "body", "text"))
TEXTS: Final = frozenset(("body", "text"))
# Fields of which a report has one only.
_SAME: Final = {"report": "id", "text": "body"}


@cache
def _headings() -> Mapping[str, str]:
    """Folded heading -> the field that it names."""
    rows = read_table("waqai.read", "columns.tsv", ("field", "names"), ("names",))
    return {name: row.cells[0] for row in rows for name in row.variants(1)}


def columns(headings: Sequence[str]) -> tuple[str, ...]:
    """The name of each column: of its field, else its own in lower case.

    A field's own name goes before any other heading, of others the first.
    """
    names = [heading.strip().lower() for heading in headings]
    taken = {_SAME.get(name, name) for name in names}
    for place, name in enumerate(names):
        field = _headings().get(fold_key(name).strip())
        if field is not None and field not in taken:
            names[place] = field
            taken.add(field)
    return tuple(names)
