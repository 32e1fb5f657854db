"""How the places of a document hang together: lists, and what lies in what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from waqai.annotate.chart import Chart
from waqai.annotate.places.gazetteer import PLAIN, Gazetteer, Spot
from waqai.annotate.places.sites import Site, past_side

_LINKS: Final = frozenset(
    ("في", "من", "ب", "قرب", "التابعه", "التابع", "شمال", "ضمن", "،", ",", "(", "-")
)
# Marks that close a name.
CLOSERS: Final = frozenset((")", '"', "”", "“", "»", "«"))
_AT_A_DISTANCE: Final = frozenset((
    "علي", "بعد", "مسافه", "الواقعه", "الواقع", "التي", "الذي", "تقع", "يقع", "تبعد", "يبعد",
    "نحو", "حوالي", "قرابه", "،", ",", "(", "-",
))  # fmt: skip
# What says that a place lies in the one behind it, with ب or ل on that or a word of _IN.
_LIES: Final = frozenset((
    "التابعه", "التابع", "الواقعه", "الواقع", "الكاءنه", "الكاءن", "التي", "الذي", "تقع", "يقع",
    "تتبع", "يتبع", "تابعه", "تابع", "وتقع", "ويقع", "،",
    "التابعتين", "التابعتان",
))  # fmt: skip
_IN: Final = frozenset(("في", "ضمن", "الي", "داخل"))
# What says that a place lies near the one behind it, with من or ل.
_NEAR: Final = frozenset((
    "بالقرب", "قرب", "القريب", "القريبه", "القريبتين", "قريبه", "قريب", "المحاذيه", "المحاذي",
    "المجاوره", "المجاور", "المتاخمه", "علي", "بمحاذاه", "محاذاه", "مقربه",
))  # fmt: skip
# Members of a list on either side of one that tell where it is.
_MATES: Final = 6
# On a side of the capital; the same, and in it.
_SIDES: Final = ("شمال", "شمالي", "جنوب", "جنوبي", "شرق", "شرقي", "غرب", "غربي")
_TOWARDS: Final = frozenset((*_SIDES, "في", "وسط", "قلب", "داخل"))
_WIDTH: Final = {
    "point": 0,
    "district": 1,
    "town": 2,
    "area": 3,
    "province": 4,
    "country": 5,
    "region": 6,
}


class Links:
    """The links of one document's sites, asked by their number; `last_listed` is for each site the
    last one of its list.
    """

    def __init__(
        self, chart: Chart, sites: list[Site], spots: Mapping[int, Spot], table: Gazetteer
    ) -> None:
        self._chart = chart
        self._sites = sites
        self._spots = spots
        self._table = table
        self.last_listed = list(range(len(sites)))
        for n in range(len(sites) - 2, -1, -1):
            if self.goes_on(n):
                self.last_listed[n] = self.last_listed[n + 1]

    def container(self, n: int) -> Spot | None:
        """The place that the text puts around site n (and the list that it is in), if decided."""
        last = self.last_listed[n]
        after = last + 1
        if after >= len(self._sites) or after not in self._spots:
            return None
        if not self.linked(last):
            return None
        spot = self._spots[after]
        return self._province(self._sites[after], spot)

    def others(self, n: int) -> list[Spot]:
        """The places joined to the one that the text puts around site n (بلدتي X وY في ريفي إدلب
        وحماة).
        """
        after = self.last_listed[n] + 1
        joined = range(after + 1, self.last_listed[after] + 1) if after < len(self._sites) else ()
        return [self._province(self._sites[m], self._spots[m]) for m in joined if m in self._spots]

    def beyond(self, n: int) -> Spot | None:
        """The place that the text puts around site n, if that has a word more than was found."""
        site = self._sites[n]
        if site.longer is None or n + 1 not in self._spots:
            return None
        after = self._sites[n + 1]
        return self._spots[n + 1] if after.i == site.longer and after.skip else None

    def points_back(self, n: int) -> bool:
        """Whether words right behind site n say that it lies in the town named before, or on a
        side of it (وسط العاصمة).
        """
        site, after = self._sites[n], self._sites[n + 1] if n + 1 < len(self._sites) else None
        if after is None or after.noun not in ("capital", "town") or self._prefix(after) == "و":
            return False
        gap = self._chart.doc.keys[site.j : after.i]
        return gap == ["في"] or (not gap and (after.part or self._prefix(after) == "ب"))

    def _province(self, site: Site, spot: Spot) -> Spot:
        """The province whose countryside a site is (ريف حمص الشرقي, ريف دمشق الغربي), else the
        place itself.
        """
        around = site.part and site.head is not None and "s" in site.head.traits
        if not around or spot.kind != "town" or spot.region < 0:
            return spot
        words = ["ريف", *(site.name.key.split(" ") if site.name else ())]
        own = self._table.longest(words, 0, "ريف")
        if own is not None and own[0] == len(words):
            return self._table.spots(own[1])[0]
        bearers = self._table.spots(site.name) if site.name else ()
        return next((bearer for bearer in bearers if bearer.row == spot.region), spot)

    def mates(self, n: int) -> list[int]:
        """The other sites of the list that site n is in, up to so many on either side."""
        last = self.last_listed[n]
        near = range(max(0, n - _MATES), min(last, n + _MATES) + 1)
        return [m for m in near if m != n and self.last_listed[m] == last]

    def goes_on(self, n: int) -> bool:
        """Whether site n + 1 is joined to site n by و."""
        if n + 1 >= len(self._sites):
            return False
        site, after = self._sites[n], self._sites[n + 1]
        if after.i == site.j + 1 and self._chart.doc.keys[site.j] in ("،", ","):
            if after.rule.endswith(" list"):
                return True
            bare = not after.skip and after.head is None and not after.part
            return bare and (after.trust == PLAIN or self._is_amid(n + 1))
        end = self._described(site)
        if after.i == end + 1 and self._chart.doc.keys[end] == "مع":
            return not after.skip and after.head is not None
        if after.i == end + 1 and self._chart.doc.keys[end] == "و":
            return after.head is not None and not self._is_apart(site, after)
        joined = after.i == end and after.skip > 0 and self._prefix(after) == "و"
        return joined and not self._is_apart(site, after)

    def _is_apart(self, site: Site, after: Site) -> bool:
        """Whether a point that follows a town or a province is not listed with it (في صنعاء وساحة
        الحرية بتعز).
        """
        point = after.head is not None and after.head.kind == "point" and not after.part
        return point and site.head is None and not site.part and self._width(site) > 1

    def _is_amid(self, n: int) -> bool:
        """Whether a sure place follows site n in a list, so that site n is no other word."""
        for m in range(n, min(n + _MATES, len(self._sites) - 1)):
            site, after = self._sites[m], self._sites[m + 1]
            comma = after.i == site.j + 1 and self._chart.doc.keys[site.j] == "،"
            joined = after.i == site.j and self._prefix(after) == "و"
            if not (comma or joined) or after.head is not None:
                return False
            if after.trust == PLAIN:
                return True
        return False

    def _described(self, site: Site) -> int:
        """The token after what describes a place: a closing mark, the adjectives of one that is
        sure to be one (جبل شيفان الاستراتيجي).
        """
        keys = self._chart.doc.keys
        j = past_side(keys, site.j)
        j += j < len(keys) and keys[j] in CLOSERS
        sure = site.head is not None or site.trust == PLAIN
        if not sure:
            return j
        while j < len(keys) and self._is_quality(j):
            j += 1
        return j

    def _is_quality(self, at: int) -> bool:
        """Whether a definite adjective stands at a token: of strategy, a country, a side."""
        if not self._chart.doc.keys[at].startswith("ال"):
            return False
        return any(
            node.j == at + 1
            for kind in ("place.quality", "place.hint", "place.adj")
            for node in self._chart.at(at, kind)
        )

    def linked(self, n: int) -> bool:
        """Whether the next site says where this one is: في, بـ, a comma before a wider place."""
        site, after = self._sites[n], self._sites[n + 1]
        gap = self._chart.doc.keys[min(self._described(site), after.i) : after.i]
        if not gap:
            side = after.part or (self._spots[n + 1].kind == "area" and self._spots[n + 1].wide)
            return self._prefix(after) != "و" and (side or after.skip > 0)
        if after.away is not None and all(key in _AT_A_DISTANCE for key in gap):
            return True
        if self._lies_near(gap, after) or _is_capital(gap):
            return True
        if len(gap) > 1 or after.skip:
            return self._lies_in(gap, after)
        wider = after.part or _WIDTH[self._spots[n + 1].kind] > max(self._width(site), 1)
        return gap[0] in _LINKS and wider

    def is_beside(self, n: int) -> bool:
        """Whether site n is told to lie on a side of the next one: a side of it (شرق حلب), or of
        the capital (شرق العاصمة صنعاء).
        """
        site, after = self._sites[n], self._sites[n + 1]
        if after.part:
            return after.direction is not None
        gap = self._chart.doc.keys[min(self._described(site), after.i) : after.i]
        return _is_capital(gap) and gap[0] in _SIDES

    def is_near(self, n: int) -> bool:
        """Whether the words say that site n lies close to the next one."""
        site, after = self._sites[n], self._sites[n + 1]
        gap = self._chart.doc.keys[min(self._described(site), after.i) : after.i]
        return bool(gap) and self._lies_near(gap, after)

    def _lies_near(self, gap: list[str], after: Site) -> bool:
        """Whether the words between say "close to", and no wider place follows."""
        if self._width(after) > _WIDTH["town"] or gap[0] not in _NEAR or gap == ["علي"]:
            return False
        *told, last = gap
        bound = gap if last == "قرب" or self._prefix(after) in ("ل", "لل") else told
        return (bound is gap or last == "من") and bool(bound) and all(w in _NEAR for w in bound)

    def _lies_in(self, gap: list[str], after: Site) -> bool:
        """Whether the words between say "which lies in", with ب or ل on the place or a word."""
        if not after.skip and gap[-1] in _IN:
            gap = gap[:-1]
        elif self._prefix(after) not in ("ب", "ل", "لل"):
            return False
        return bool(gap) and gap != ["،"] and all(key in _LIES for key in gap)

    def _width(self, site: Site) -> int:
        """How wide the kind of place is that a site may name."""
        if site.part:
            return _WIDTH["area"]
        if site.head is not None:
            return _WIDTH[site.head.kind]
        return _WIDTH[self._table.spots(site.name)[0].kind] if site.name else 0

    def _prefix(self, site: Site) -> str:
        return self._chart.doc.keys[site.i][: site.skip]


def _is_capital(gap: Sequence[str]) -> bool:
    """Whether the words between two places say that the second is the capital in which, or on a
    side of which, the first lies (وسط العاصمة صنعاء).
    """
    return gap == ["بالعاصمه"] or (gap[1:] == ["العاصمه"] and gap[0] in _TOWARDS)
