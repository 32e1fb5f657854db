"""What a report says of where it plays: votes for countries, and places that are sure."""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Collection
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.gazetteer import NEEDS_HEAD, PLAIN, Gazetteer, Name, Spot
from waqai.annotate.places.geometry import distance
from waqai.annotate.places.outlets import home
from waqai.annotate.places.sites import Site, bearers, ends_of

# No word votes more than this in sum, so that one group named often does not decide alone.
_HINTS_AT_MOST: Final = 3.0
_PLACES_AT_MOST: Final = 6.0
# Votes of a report that tells next to nothing of where it plays.
_FAINT: Final = 1.0
# The vote of an outlet for its own country, in a report with fewer votes than these.
_HOME: Final = 0.4
_LITTLE: Final = 2.0
# Behind these a word that is a common one elsewhere may be any place of that name.
_COMMON_HEADS: Final = ("area", "point", "district")
# A bearer of this weight speaks for its country, unless another one has as weighty a bearer.
_RIVAL: Final = 7
# Lands of one conflict, whose places reports tell together, and the part of the votes for one of
# them that speaks for the other.
_NEIGHBOURS: Final = {"IL": "PS", "PS": "IL", "EH": "MA"}
_PART: Final = 0.5
# Sums of votes this close are equal.
_ROUNDING: Final = 1e-6
_OCCUPATION: Final = "الاحتلال"
_BORDERS: Final = frozenset(("الحدوديه", "الحدودي"))
# Within this many tokens a sure place says where the next one is.
NEAR_TOKENS: Final = 60
_CLOSE_KM: Final = 80.0


class Context:
    """Evidence of one report, gathered once and added to while places are decided."""

    def __init__(self, chart: Chart, sites: list[Site], table: Gazetteer) -> None:
        self.sure: list[tuple[int, Spot]] = []
        self.regions: Counter[int] = Counter()
        self._lines = {site.k for site in sites if _is_in_dateline(chart, site)}
        self._votes: defaultdict[str, float] = defaultdict(float)
        self._named: defaultdict[str, defaultdict[str, float]] = defaultdict(_votes)
        self._hints(chart)
        self._sites(_scenes(chart, sites, table), table)
        self._total = self._told = sum(self._votes.values())
        self._at_home(chart)

    def _at_home(self, chart: Chart) -> None:
        """The vote of the outlet, in a report that itself tells next to nothing."""
        country = home(chart.doc.outlet, chart.doc.url) if self._total < _LITTLE else None
        if country is not None:
            self._votes[country] += _HOME
            self._total += _HOME

    def _hints(self, chart: Chart) -> None:
        hints: defaultdict[str, float] = defaultdict(float)
        for node in chart.of("place.hint"):
            if not _is_told_apart(chart, node):
                hints[node.value.country] += node.value.weight
        for country, weight in hints.items():
            self._votes[country] += min(weight, _HINTS_AT_MOST)

    def _sites(self, sites: list[Site], table: Gazetteer) -> None:
        told = self._named
        ends = [end for road in sites for end in ends_of(road)]
        for site in [*sites, *ends]:
            if site.name is None or (site.trust != PLAIN and not site.head):
                continue
            if site.name.flag == NEEDS_HEAD and site.head and site.head.kind in _COMMON_HEADS:
                continue
            top, *rest = bearers(site, table)
            if top.country == "-" or not top.country:
                continue
            abroad = max((s.importance for s in rest if s.country != top.country), default=0)
            if abroad < _RIVAL and (top.importance >= _RIVAL or not abroad):
                told[top.country][site.name.key] += 0.3 + top.importance / 9
        for country, names in told.items():
            self._votes[country] += min(sum(names.values()), _PLACES_AT_MOST)

    def share(self, country: str) -> float:
        """Part of the votes for a country, 0 to 1."""
        if not self._total:
            return 0.0
        votes = self._votes.get(country, 0.0)
        other = _NEIGHBOURS.get(country)
        if other is not None:
            votes = max(votes, _PART * self._votes.get(other, 0.0))
        return votes / self._total

    def vouched(self, name: Name | None, country: str) -> bool:
        """Whether more than a name itself speaks for its country, or nothing for any other one."""
        others = self._total - self._votes.get(country, 0.0)
        return self.seconded(name, country) or others < _ROUNDING

    def seconded(self, name: Name | None, country: str) -> bool:
        """Whether more than a name itself speaks for its country."""
        own = self._named[country][name.key] if name is not None else 0.0
        return self._votes.get(country, 0.0) > own + _ROUNDING

    @property
    def known(self) -> bool:
        """Whether anything votes at all."""
        return self._total > 0

    @property
    def faint(self) -> bool:
        """Whether what votes is hardly more than one adjective."""
        return self._told <= _FAINT

    def add(self, token: int, spot: Spot) -> None:
        """A place decided without doubt."""
        bisect.insort(self.sure, (token, spot))
        if spot.kind == "province":
            self.regions[spot.row] += 1
        elif spot.region >= 0:
            self.regions[spot.region] += 1

    def add_weak(self, token: int, spot: Spot) -> None:
        """A place that is likely because it is near one that is sure."""
        near = self.nearest(token, spot)
        if near is None or near < _CLOSE_KM:
            bisect.insort(self.sure, (token, spot))

    def nearest(self, token: int, spot: Spot) -> float | None:
        """Kilometres to the closest sure town or point around a token, None where there is none."""
        return closest(spot, self.around(token))

    def around(self, token: int) -> Collection[Spot]:
        """The sure towns and points around a token, but not at it, each once."""
        first = bisect.bisect_left(self.sure, (token - NEAR_TOKENS,))
        last = bisect.bisect_left(self.sure, (token + NEAR_TOKENS + 1,), first)
        near = self.sure[first:last]
        return {spot.row: spot for at, spot in near if at != token and not spot.wide}.values()

    def main_spot(self) -> Spot | None:
        """The first sure place below a country, of the country that the report is about: not where
        it was written, unless it names no other.
        """
        home = self.main_country()
        within = [
            (token in self._lines, n, spot)
            for n, (token, spot) in enumerate(self.sure)
            if spot.country == home and spot.kind not in ("country", "region")
        ]
        return min(within)[2] if within else None

    def main_country(self) -> str | None:
        """The country with the most votes, where it has two fifths of them."""
        if not self._total:
            return None
        country, votes = max(self._votes.items(), key=lambda item: (item[1], item[0]))
        return country if votes / self._total >= 0.4 else None


def _votes() -> defaultdict[str, float]:
    return defaultdict(float)


def _is_beyond(chart: Chart, site: Site) -> bool:
    """Whether a place is only told to be beyond a border (الحدودية مع سوريا)."""
    keys = chart.doc.keys[max(0, site.i - 2) : site.i]
    return len(keys) > 1 and keys[1] == "مع" and keys[0] in _BORDERS


def _scenes(chart: Chart, sites: list[Site], table: Gazetteer) -> list[Site]:
    """The places that say where a report plays: not where it was written (دبي (CNN) -), unless it
    names another place there, or none elsewhere.
    """
    told = [site for site in sites if not _is_beyond(chart, site)]
    lines = [site for site in told if _is_in_dateline(chart, site)]
    if not lines:
        return told
    body = [site for site in told if site not in lines]
    named = _countries(body, table)
    return told if not named or named & _countries(lines, table) else body


def _is_in_dateline(chart: Chart, site: Site) -> bool:
    return chart.doc.sentences[chart.doc.sentence_index(site.i)].kind == "dateline"


def _countries(sites: list[Site], table: Gazetteer) -> set[str]:
    """The countries of the weightiest bearers of the sure names of sites."""
    sure = (site.name for site in sites if site.trust == PLAIN or site.head)
    return {table.spots(name)[0].country for name in sure if name is not None} - {"", "-"}


def _is_told_apart(chart: Chart, hint: Node) -> bool:
    """Whether an adjective of another country says whose occupation is meant (الاحتلال التركي)."""
    if chart.doc.keys[hint.i][hint.skip :] != _OCCUPATION:
        return False
    return any(
        node.value.country not in (hint.value.country, "IL")
        for node in chart.at(hint.j, "place.hint")
    )


def closest(spot: Spot, others: Collection[Spot]) -> float | None:
    """Kilometres to the closest of other places, None where there is none."""
    lat, lon, row = spot.lat, spot.lon, spot.row
    near = [distance(lat, lon, other.lat, other.lon) for other in others if other.row != row]
    return min(near, default=None)
