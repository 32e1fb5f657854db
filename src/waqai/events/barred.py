"""Barred: what is no figure of an event, by its type: nobody is killed in a meeting."""

from __future__ import annotations

from functools import cache

from waqai.lexicon.table import read_table
from waqai.model.codes import CountSlot, EventType


def is_barred(event: EventType, slot: CountSlot) -> bool:
    """Whether what befell people cannot have befallen them in an event of the type."""
    return slot in _slots().get(event, ())


@cache
def _slots() -> dict[str, tuple[str, ...]]:
    """Type of event -> what befalls nobody in it."""
    rows = read_table("waqai.events", "barred.tsv", ("type", "slots"))
    return {row.cells[0]: tuple(row.cells[1].split("|")) for row in rows}
