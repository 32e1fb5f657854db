"""Again: places that a report tells again without what it first told them to lie in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.places.links import Links
from waqai.annotate.places.sites import Site, bare_name

# Kinds of head nouns of which one name is of one place, and the trait of those whose is not.
_ONE: Final = ("town", "district", "point")
_ROAD: Final = "x"


def told_within(keys: list[str], sites: Sequence[Site], links: Links) -> dict[int, int]:
    """For each village, quarter or point told without a container, the site of its name that was
    told with one.
    """
    named: dict[str, list[int]] = {}
    for n, site in enumerate(sites):
        if _is_named(site):
            named.setdefault(" ".join(bare_name(keys, site)), []).append(n)
    found: dict[int, int] = {}
    for same in named.values():
        within = [n for n in same if links.container(n) is not None] if len(same) > 1 else []
        if within:
            found.update((n, within[0]) for n in same if n not in within)
    return found


def _is_named(site: Site) -> bool:
    """Whether a head noun says that one place is named; there are many roads to a town."""
    head = site.head
    if head is None or site.part or site.noun is not None:
        return False
    return head.kind in _ONE and _ROAD not in head.traits
