"""What stands right beside a place: a country's adjective, another name, the town it lies in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from waqai.annotate.chart import Chart
from waqai.annotate.places.gazetteer import Spot
from waqai.annotate.places.sites import Site
from waqai.annotate.places.veto import PREPOSITIONS

# Between two names of one place.
_ALIAS: Final = frozenset(("/", "("))
# Tokens behind a building within which its town is told.
_BEHIND: Final = 4


def adjective(chart: Chart, site: Site) -> str | None:
    """The country of the adjective right behind a town or province (مدينة صعدة اليمنية)."""
    if site.head is None and site.name is None:
        return None
    behind = (n for n in chart.at(site.j, "place.hint") if n.j == site.j + 1)
    told = {n.value.country for n in behind if n.reading and n.reading.article and not n.skip}
    return told.pop() if len(told) == 1 else None


def is_alias(chart: Chart, sites: Sequence[Site], spots: Mapping[int, Spot], n: int) -> bool:
    """Whether site n is but another name of the place before it (كري سبي / تل أبيض)."""
    before, spot = spots.get(n - 1), spots.get(n)
    if n < 1 or spot is None or before is None or spot.row != before.row:
        return False
    gap = chart.doc.keys[sites[n - 1].j : sites[n].i]
    return len(gap) == 1 and gap[0] in _ALIAS and not sites[n].skip


def is_placed_behind(
    chart: Chart, sites: Sequence[Site], spots: Mapping[int, Spot], n: int
) -> bool:
    """Whether words right behind building n say in which town it is: that is the place."""
    end = sites[n].j
    after = sites[n + 1] if n + 1 < len(sites) else None
    if after is None or n + 1 not in spots or after.i - end > _BEHIND:
        return False
    before = chart.doc.keys[after.i - 1]
    return before in PREPOSITIONS or after.skip > 0 or after.part
