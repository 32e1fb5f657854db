"""Roads: a road is told by the town that it is named for, or lies between its two ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from waqai.annotate.chart import Chart
from waqai.annotate.places.gazetteer import PLAIN, Gazetteer, Name, Spot, far
from waqai.annotate.places.names import known
from waqai.annotate.places.recall import Recall
from waqai.annotate.places.resolve import inside
from waqai.annotate.places.sites import Site, bare_name
from waqai.annotate.places.spelling import similar

_ROAD: Final = "طريق"
# A longer road is told by the end that is named first; one whose ends the words join, by its
# middle.
_LONGEST_KM: Final = 60.0
# Ends further apart than this are no two ends of one way.
_FARTHEST_KM: Final = 700.0
_LONGEST_JOINED_KM: Final = 260.0
# Between the ends of a road, or a place and one in it: لحج – صبر.
DASHES: Final = frozenset(("-", "–", "/"))
# What a road may end at, and kilometres that a step of weight is worth in choosing an end.
_ENDS: Final = ("town", "point", "area", "province")
_STEP_KM: Final = 25.0
# What a kilometre to another place of the sentence is worth in it.
_NEARER: Final = 0.3


class Roads:
    """The roads among the sites of one document."""

    def __init__(
        self,
        chart: Chart,
        sites: Sequence[Site],
        spots: Mapping[int, Spot],
        recall: Recall,
        table: Gazetteer,
    ) -> None:
        self._keys = chart.doc.keys
        self._sites = sites
        self._spots = spots
        self._recall = recall
        self._table = table

    def end(self, n: int, around: Spot | None) -> Spot | None:
        """The town that a road is named for (طريق العريش الساحلي بشمال سيناء), where it lies in the
        province or country told around it, or near what was named last; of a road with two ends
        (طريق صرين - سد تشرين) its middle.
        """
        site = self._sites[n]
        if site.rule == "road":
            return self._joined(n, around)
        reading = site.parts[0].reading if site.parts else None
        if reading is None or reading.stem != _ROAD:
            return None
        found = known(self._keys, site.k, self._table)
        other = self._other_end(n)
        if other is not None:
            return self._middle(self._table.spots(found[1]) if found else (), other)
        if around is not None and around.kind in ("town", "area") and not around.wide:
            key = " ".join(word for word in bare_name(self._keys, site) if word != '"')
            return self._recall.village([found[1]] if found else similar(key), around)
        spots = self._table.spots(found[1]) if found and found[1].flag == PLAIN else ()
        near = around or self._recall.nearest_named(n)
        if near is None:
            return None
        ends = [spot for spot in spots if spot.kind == "town" and inside(spot, near)]
        return ends[0] if ends else None

    def between(self, first: Spot, other: Name) -> Spot:
        """The middle between a place and the nearest bearer of another's name."""
        spots = [s for s in self._table.spots(other) if s.country == first.country]
        near = min(spots or self._table.spots(other), key=lambda spot: (far(spot, first), spot.row))
        if far(near, first) > _FARTHEST_KM:
            return first
        lat, lon = (first.lat + near.lat) / 2, (first.lon + near.lon) / 2
        return first._replace(lat=round(lat, 3), lon=round(lon, 3))

    def _joined(self, n: int, around: Spot | None) -> Spot | None:
        """Where a road is whose two ends the words join: at the town on it that they tell, else at
        its middle; at its first end where that is far.
        """
        ends = self._nearest_ends(
            self._sites[n], around or self._recall.nearest_named(n, here_only=True)
        )
        if ends is None:
            return None
        first, second = ends
        lat, lon = (first.lat + second.lat) / 2, (first.lon + second.lon) / 2
        middle, length = first._replace(lat=round(lat, 3), lon=round(lon, 3)), far(first, second)
        on_it = around is not None and around.kind in _ENDS and not around.wide
        if on_it and around and far(middle, around) < length / 2 and around.kind != "province":
            return around
        return first if length > _LONGEST_JOINED_KM else middle

    def _nearest_ends(self, site: Site, by: Spot | None) -> tuple[Spot, Spot] | None:
        """The bearers of the names of a road's ends that lie together, and close to what else is
        told: those of weight before villages, of the report's countries before others.
        """
        found = [
            (
                far(a, b) + _NEARER * _apart(a, b, by) - _STEP_KM * (a.importance + b.importance),
                a.row,
                b.row,
                a,
                b,
            )
            for a in self._bearers(site.parts[0].value)
            for b in self._bearers(site.parts[1].value)
        ]
        best = min(found, default=None)
        return (best[3], best[4]) if best is not None else None

    def _bearers(self, name: Name) -> list[Spot]:
        """The places of a name that a road may end at, those of the report's countries first."""
        spots = [spot for spot in self._table.spots(name) if spot.kind in _ENDS]
        home = [spot for spot in spots if self._recall.is_home(spot)]
        return home or spots

    def _other_end(self, n: int) -> Spot | None:
        """The town or point to which a road leads: right behind its name or a dash."""
        end, spot = self._sites[n].j, self._spots.get(n + 1)
        if spot is None or spot.kind not in ("town", "point"):
            return None
        after = self._sites[n + 1]
        gap = self._keys[end : after.i]
        joined = not gap or (len(gap) == 1 and gap[0] in DASHES)
        return spot if joined and not after.skip and not after.part else None

    def _middle(self, ends: Sequence[Spot], other: Spot) -> Spot | None:
        """The middle of a road between two ends; the first of them where that is far, or None."""
        towns = [spot for spot in ends if spot.kind == "town" and spot.country == other.country]
        first = min(towns, key=lambda spot: (far(spot, other), spot.row), default=None)
        if first is None or far(first, other) > _LONGEST_KM:
            return towns[0] if towns else None
        lat, lon = (first.lat + other.lat) / 2, (first.lon + other.lon) / 2
        return first._replace(lat=round(lat, 3), lon=round(lon, 3))


def _apart(first: Spot, second: Spot, by: Spot | None) -> float:
    """Kilometres from a place to the nearer end of a road, none where no place is told."""
    return min(far(first, by), far(second, by)) if by is not None and not by.wide else 0.0
