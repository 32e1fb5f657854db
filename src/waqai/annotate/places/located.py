"""Located: what before a bare name says that it is a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.chart import Chart
from waqai.annotate.places.gazetteer import PLAIN, Gazetteer
from waqai.annotate.places.roads import DASHES
from waqai.annotate.places.sites import Site, behind_capital, is_landmark
from waqai.annotate.places.veto import PREPOSITIONS
from waqai.annotate.places.words import words_of

_JOINED: Final = frozenset(f"و{word}" for word in PREPOSITIONS)
# Words of what happens at a landmark, or where it is seen from.
_SCENES: Final = frozenset(
    ("امام", "محيط", "بمحيط", "احداث", "اشتباكات", "معتصمي", "متظاهري", "اعتصام")
)


def is_located(chart: Chart, site: Site, sites: Sequence[Site], table: Gazetteer) -> bool:
    """Whether a preposition or a deed before the name, a dateline or a list says that it is a
    place.
    """
    if site.i == 0 or behind_capital(chart, site):
        return True
    before = chart.doc.keys[site.i - 1]
    if before == "علي" and site.name:
        return site.trust == PLAIN or table.spots(site.name)[0].kind == "country"
    if before in PREPOSITIONS or before == "\n" or before in _JOINED:
        return True
    if before in DASHES:
        return any(other.j == site.i - 1 and other.trust == PLAIN for other in sites)
    if before in words_of("place.deed") and _is_named(chart, site):
        return True
    return before in _SCENES and is_landmark(site, table)


def _is_named(chart: Chart, site: Site) -> bool:
    """Whether a bare name behind a deed is that of its place, and no adjective (هجوم نووي)."""
    if site.skip or site.head is not None or site.part:
        return False
    word = chart.doc.keys[site.i]
    return site.j - site.i > 1 or word.startswith("ال") or not word.endswith(("ي", "يه"))
