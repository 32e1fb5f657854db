"""Again: villages that a report tells again without what it first told them to lie in."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.places.links import Links
from waqai.annotate.places.sites import Site, bare_name


def told_within(keys: list[str], sites: Sequence[Site], links: Links) -> dict[int, int]:
    """For each village told without a container, the site of its name that was told with one."""
    named: dict[str, list[int]] = {}
    for n, site in enumerate(sites):
        if _is_village(site):
            named.setdefault(" ".join(bare_name(keys, site)), []).append(n)
    found: dict[int, int] = {}
    for same in named.values():
        within = [n for n in same if links.container(n) is not None] if len(same) > 1 else []
        if within:
            found.update((n, within[0]) for n in same if n not in within)
    return found


def _is_village(site: Site) -> bool:
    """Whether a head noun that any place may have says that a town or village is named."""
    head = site.head
    return head is not None and head.kind == "town" and not site.part and site.noun is None
