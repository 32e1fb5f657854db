"""Deciding the places of one report together: sure ones first, then those that lean on them."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.again import told_within
from waqai.annotate.places.beside import adjective, is_alias, is_placed_behind
from waqai.annotate.places.context import Context
from waqai.annotate.places.finder import Finder
from waqai.annotate.places.gazetteer import NEEDS_CONTEXT, PLAIN, Spot, far, gazetteer
from waqai.annotate.places.links import Links
from waqai.annotate.places.located import is_located
from waqai.annotate.places.names import new_member
from waqai.annotate.places.recall import AT_HOME, Recall
from waqai.annotate.places.resolve import (
    SURE_LEAD,
    Scored,
    believable,
    doubtless,
    inside,
    lead,
    named_for,
    outside,
    scored,
)
from waqai.annotate.places.roads import Roads
from waqai.annotate.places.sites import (
    Site,
    bare_name,
    is_embassy,
    is_loose,
    is_origin,
    is_place,
    is_quarter,
    is_seat,
    told_capital,
    traits,
)
from waqai.annotate.places.spelling import similar
from waqai.annotate.places.surroundings import SMALL, Surroundings
from waqai.annotate.places.values import placed, resolved, unresolved
from waqai.annotate.places.veto import vetoed
from waqai.annotate.places.words import Head

# A village is not meant by the first of two words where it lies this far.
_NEIGHBOUR_KM: Final = 30.0
# Kilometres from the villages of its list at which a village is another one of its name.
_STRAY_KM: Final = 60.0
# Kilometres from the middle of a town at which its streets and quarters end.
_TOWN_KM: Final = 15.0
_OF_TOWN: Final = ("point", "district")
# Words between a village and what is told to lie around it (الواقعة في).
_LIES_BEHIND: Final = 2
# A village whose name only sounds alike must be this close to a sure place.
_SOUNDS_LIKE_KM: Final = 40.0
# Points that are none where nothing tells in which town.
_UNSURE: Final = ("seat", "road")


def decide(chart: Chart) -> None:
    """Add the place nodes of a document."""
    dated = {k: node.j for node in chart.of("date") for k in range(node.i, node.j)}
    sites = [site for site in Finder(chart, gazetteer()).all() if not vetoed(chart, site, dated)]
    if sites:
        Decision(chart, sites).run()


class Decision:
    """The state of one document's decision."""

    def __init__(self, chart: Chart, sites: list[Site]) -> None:
        self._chart = chart
        self._table = gazetteer()
        self._sites = sites
        self._context = Context(chart, sites, self._table)
        self._spots: dict[int, Spot] = {}
        self._rankings: dict[int, list[Scored]] = {}
        # Where what no table holds was told with what it lies in.
        self._first_told: dict[int, int] = {}
        self._recall = Recall(chart.doc, sites, self._spots, self._context, self._table)
        self._main: Spot | None = None
        self._roads = Roads(chart, sites, self._spots, self._recall, self._table)
        self._links = Links(chart, sites, self._spots, self._table)
        self._surroundings = Surroundings(chart, sites, self._spots, self._links, self._table)
        for n, site in enumerate(sites):
            if site.noun is None:
                site.hint = site.hint or adjective(chart, site)
            if site.head is None and told_capital(chart, site, self._table):
                site.head = Head("town", "")
            listed = n > 0 and self._links.goes_on(n - 1) and is_place(sites[n - 1], self._table)
            site.located = site.located or listed or is_located(chart, site, sites, self._table)
            if is_loose(chart.doc.keys, sites, n, self._table):
                site.trust = NEEDS_CONTEXT

    def run(self) -> None:
        """Two passes from right to left: containers follow what they contain."""
        order = range(len(self._sites) - 1, -1, -1)
        for n in order:
            self._first(n)
        self._add_lone()
        for n in order:
            self._second(n)
        self._agree()
        self._main = self._context.main_spot()
        self._emit()

    def _first(self, n: int) -> None:
        """Decide what has one bearer or a clear lead."""
        site = self._sites[n]
        container = self._links.container(n)
        ranking = scored(
            site, self._context, self._table, container, self._surroundings.near_to(n, container)
        )
        if not ranking or site.trust != PLAIN or lead(ranking) < SURE_LEAD:
            return
        if self._at_home(ranking[0].spot, container or self._links.beyond(n)):
            self._spots[n] = ranking[0].spot
            if not is_origin(self._chart.doc.keys, site.i):
                self._context.add(site.k, ranking[0].spot)

    def _add_lone(self) -> None:
        """Let small places that have no namesake in the report's countries say where others are."""
        for n, site in enumerate(self._sites):
            if n in self._spots or site.name is None or not (site.located or site.head):
                continue
            near = [s for s in self._table.spots(site.name) if self._context.share(s.country) > 0.2]
            if len(near) == 1 and site.trust == PLAIN:
                self._context.add_weak(site.k, near[0])

    def _at_home(self, spot: Spot, container: Spot | None) -> bool:
        """Whether a place is big, inside what the text says, or in a country of the report."""
        if spot.importance >= 5 or (container is not None and inside(spot, container)):
            return True
        if container is not None and outside(spot, container):
            return False
        return spot.importance >= 2 and self._context.share(spot.country) >= AT_HOME

    def _second(self, n: int) -> None:
        """Decide everything, leaning on what is sure."""
        site = self._sites[n]
        container = self._links.container(n)
        ranking = scored(
            site, self._context, self._table, container, self._surroundings.near_to(n, container)
        )
        if not ranking:
            site.homeless = site.homeless or (site.part and "u" in traits(site))
            self._respell(n, container)
            return
        best = ranking[0].spot
        contained = container is not None and inside(best, container)
        contained = contained or site.hint == best.country or self._recall.is_told_abroad(n, best)
        contained = contained or self._recall.is_only_quarter(site, best)
        contradicted = container is not None and (
            self._is_lent(site, best, container)
            or (
                best.importance < doubtless(site, best, container, self._context)
                and self._is_outside(n, best, container)
            )
        )
        doubted = contradicted or (not contained and self._strays(n, best))
        doubted = doubted or self._is_elsewhere(n, best)
        doubted = doubted or named_for(site, self._table, self._context)
        doubted = doubted or self._recall.is_namesake(n, best)
        doubted = doubted or (site.longer is not None and self._is_longer(n, best, contained))
        if not doubted and believable(site, best, self._context, contained):
            self._rankings[n] = ranking
            self._spots[n] = best
        else:
            self._spots.pop(n, None)
            if site.longer is not None and self._is_free(n, site.longer):
                site.j, site.name = site.longer, None
            if site.head is None and site.trust == PLAIN and best.kind in ("point", "district"):
                site.head = Head(best.kind, "ue")
            headed = site.head is not None and (
                len(site.parts) > 1 if site.part else "u" in site.head.traits
            )
            site.homeless = headed or self._is_listed(n)
            if site.homeless:
                self._respell(n, container)

    def _agree(self) -> None:
        """Let a village told again without what it lies in be the one that was told with it."""
        for n, first in told_within(self._chart.doc.keys, self._sites, self._links).items():
            held, spot = self._spots.get(n), self._spots.get(first)
            if spot is not None and (held is None or far(held, spot) > _STRAY_KM):
                self._spots[n], self._rankings[n] = spot, self._rankings[first]
            elif held is None:
                self._first_told[n] = first

    def _is_outside(self, n: int, best: Spot, container: Spot) -> bool:
        """Whether a place cannot lie in, or near, what the words put it in or near."""
        after = self._links.last_listed[n] + 1
        if is_quarter(self._sites[n]) and best.kind == container.kind == "town":
            return far(best, container) > _TOWN_KM
        if self._links.is_near(after - 1):
            return far(best, container) > _STRAY_KM
        if not outside(best, container, self._links.is_beside(after - 1)):
            return False
        return all(outside(best, other) for other in self._links.others(n))

    def _is_elsewhere(self, n: int, best: Spot) -> bool:
        """Whether a building or quarter lies far from the town that the words behind it point back
        to (ميدان التحرير وسط العاصمة).
        """
        quarter = is_quarter(self._sites[n]) and best.kind == "town"
        if best.kind not in _OF_TOWN and not quarter:
            return False
        if quarter and best.importance > SMALL and self._links.container(n) is None:
            near = self._recall.nearest_named(n)
            if near is not None and far(best, near) > _STRAY_KM:
                return True
        if not self._links.points_back(n):
            return False
        town = self._recall.pointed_at(n + 1, self._sites[n + 1].noun or "")
        return town is not None and far(best, town) > _STRAY_KM

    def _is_lent(self, site: Site, best: Spot, container: Spot) -> bool:
        """Whether a street of a list in a town bears but the name of another place (شوارع السياسة
        وراجو في عفرين).
        """
        if not site.rule.endswith(" list") or site.head is None or container.kind != "town":
            return False
        told = site.head.kind in _OF_TOWN and best.kind not in _OF_TOWN
        return told and far(best, container) > _TOWN_KM

    def _strays(self, n: int, best: Spot) -> bool:
        """Whether a village lies far from the others of its list, which lie together."""
        site = self._sites[n]
        if best.importance > SMALL or best.kind != "town" or site.part:
            return False
        if site.head is not None and site.head.kind != "town":
            return False
        mates = [self._spots[m] for m in self._links.mates(n) if m in self._spots]
        if not any(far(a, b) < _NEIGHBOUR_KM for a, b in pairwise(mates)):
            return False
        return min(far(best, mate) for mate in mates) > _STRAY_KM

    def _is_longer(self, n: int, best: Spot, contained: bool) -> bool:
        """Whether a village's name has a second word, since no village of the first is near."""
        site = self._sites[n]
        end = site.longer or site.j
        if contained or not self._is_free(n, end):
            return False
        beyond = self._links.beyond(n)
        if beyond is not None and outside(best, beyond):
            return True
        if best.importance > SMALL or not new_member(self._chart.doc.keys[end - 1]):
            return False
        near = self._context.nearest(site.k, best)
        return near is None or near > _NEIGHBOUR_KM

    def _is_free(self, n: int, end: int) -> bool:
        """Whether no other site begins before token `end`."""
        return n + 1 >= len(self._sites) or self._sites[n + 1].i >= end

    def _respell(self, n: int, container: Spot | None) -> None:
        """Take an unfound village for one near by whose name sounds alike."""
        site = self._sites[n]
        head = site.head
        if site.noun is not None:
            return
        if head is not None and (head.kind not in ("town", "area") or "u" not in head.traits):
            return
        key = " ".join(word for word in bare_name(self._chart.doc.keys, site) if word != '"')
        by = self._surroundings.near_to(n, container)
        near = [
            (away, spot)
            for name in similar(key)
            for spot in self._table.spots(name)
            if (away := self._closeness(site, spot, container)) is not None
            and (by is None or far(spot, by) < _SOUNDS_LIKE_KM)
        ]
        if near:
            best = min(near, key=lambda item: (item[0], item[1].row))[1]
            site.rule = "similar spelling"
            self._rankings[n] = [Scored(0.0, best)]
            self._spots[n] = best

    def _closeness(self, site: Site, spot: Spot, container: Spot | None) -> float | None:
        """Kilometres to the nearest sure place, None where that is not near."""
        if spot.kind not in ("town", "area", "district"):
            return None
        if container is not None and not inside(spot, container):
            return None
        near = self._context.nearest(site.k, spot)
        return near if near is not None and near < _SOUNDS_LIKE_KM else None

    def _is_listed(self, n: int) -> bool:
        """Whether a bare name stands in a row of places, so that it is one though not found."""
        site = self._sites[n]
        if site.trust != PLAIN or not site.located:
            return False
        before = n > 0 and self._links.goes_on(n - 1) and self._sites[n - 1].located
        return before or self._links.container(n) is not None

    def _emit(self) -> None:
        nodes: dict[int, Node] = {}
        for n, site in enumerate(self._sites):
            node = (
                None if is_alias(self._chart, self._sites, self._spots, n) else self._node(n, site)
            )
            if node is not None:
                nodes[n] = node
                self._chart.add(node)
        for n, node in nodes.items():
            if n + 1 in nodes and n + 1 in self._spots and self._links.linked(n):
                outer = nodes[n + 1]
                self._chart.add(Node("place.chain", node.i, outer.j, None, "chain", (node, outer)))

    def _node(self, n: int, site: Site) -> Node | None:
        parts = tuple(site.parts)
        ranking = self._rankings.get(n)
        if site.other is not None:
            return self._between(n, site)
        if ranking:
            value = resolved(site, ranking, self._table)
        elif site.noun is not None:
            spot = self._recall.pointed_at(n, site.noun)
            if spot is None:
                return self._graded(n, site)
            value = resolved(site, [Scored(0.0, spot)], self._table)
        elif site.homeless or (site.name is None and not site.part):
            around = self._around(n)
            house = bool(parts) and parts[0].kind == "place.house" and parts[0].value != "body"
            if around is None and (site.head is None or site.rule in _UNSURE or house):
                return None
            named = site.rule != "point without a name"
            if around is None and named and (is_seat(site) or is_embassy(site)):
                return None
            if house and is_placed_behind(self._chart, self._sites, self._spots, n):
                return None
            return self._unplaced(site, around)
        else:
            return None
        return Node("place", site.i, site.j, value, site.rule, parts, site.skip, site.cut)

    def _graded(self, n: int, site: Site) -> Node | None:
        """A point told by kind and grade alone (السجن المركزي): at what is named around it."""
        around = self._around(n) if len(site.parts) > 1 and site.rule == "named before" else None
        if around is None or site.head is None or site.head.kind != "point":
            return None
        return self._unplaced(site, around)

    def _between(self, n: int, site: Site) -> Node | None:
        """What lies between two places: in their middle."""
        spot = self._spots.get(n)
        if spot is None or site.other is None:
            return None
        site.head = Head("area", "")
        return self._unplaced(site, self._roads.between(spot, site.other))

    def _unplaced(self, site: Site, around: Spot | None) -> Node:
        """A place as written, at what is around it."""
        start, end = self._chart.doc.span(site.i, site.j, site.skip, site.cut)
        value = unresolved(site, self._chart.doc.text[start:end], around, self._table)
        parts = tuple(site.parts)
        return Node("place", site.i, site.j, value, site.rule, parts, site.skip, site.cut)

    def _pointed_behind(self, n: int) -> Spot | None:
        """The place named before that words right behind a village point to (قرية مطمورة الواقعة في
        الريف الشمالي).
        """
        site, after = self._sites[n], self._sites[n + 1] if n + 1 < len(self._sites) else None
        if after is None or after.noun is None or not after.part or after.i - site.j > _LIES_BEHIND:
            return None
        if self._chart.doc.keys[after.i].startswith("و"):
            return None
        spot = self._recall.pointed_at(n + 1, after.noun)
        return placed(after, spot, self._table) if spot is not None else None

    def _around(self, n: int) -> Spot | None:
        """The smallest known place around an unknown one: told after it, or named near it; of one
        told before with what it lies in, that.
        """
        n = self._first_told.get(n, n)
        told, site = self._links.container(n), self._sites[n]
        end = self._roads.end(n, told)
        if end is not None:
            return end
        if told is not None:
            return placed(self._sites[self._links.last_listed[n] + 1], told, self._table)
        told = self._pointed_behind(n) or self._surroundings.told_before(n)
        if told is not None:
            return told
        if is_embassy(site):
            return self._recall.host(n)
        hint, national = site.hint, site.national
        if hint is not None and hint != self._context.main_country():
            return self._recall.seat(n, hint) if national else self._table.country(hint)
        near = self._recall.seat(n) if national else self._recall.nearest_named(n)
        if near is not None:
            return near
        if self._main is None and site.rule == "seat":
            return self._recall.seat(n, hint)
        return self._main or (self._table.country(hint) if hint else None)
