"""The sites of a document: names of the gazetteer, head nouns, sides, distances, pointers."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.distances import Distances
from waqai.annotate.places.gazetteer import Gazetteer
from waqai.annotate.places.heads import Heads
from waqai.annotate.places.names import new_member
from waqai.annotate.places.pointers import Pointers
from waqai.annotate.places.sites import Site, bears_clitic, cover, new_place
from waqai.annotate.places.words import Head


class Finder:
    """Finds the sites of one document."""

    def __init__(self, chart: Chart, table: Gazetteer) -> None:
        self._chart = chart
        self._keys = chart.doc.keys
        self._table = table

    def all(self) -> list[Site]:
        """Sites without overlaps: the longest first, a table's own phrase before a built one."""
        heads, pointers = Heads(self._chart, self._table), Pointers(self._chart)
        found = [
            *self._plain(), *heads.lists(), *heads.sides(), *pointers.points(), *pointers.back(),
            *Distances(self._chart, heads).sites(),
        ]  # fmt: skip
        return self._bridged(cover(found))

    def _bridged(self, sites: list[Site]) -> list[Site]:
        """The sites, with unheard-of names between members of one list (X and new and Y)."""
        full: list[Site] = []
        for site in sites:
            last = full[-1].j if full else site.i
            gap = range(last, site.i)
            joined = site.skip and (self._keys[site.i][: site.skip] == "و" or site.head)
            if 0 < len(gap) <= 2 and joined and all(self._is_member(at) for at in gap):
                full.extend(new_place(at, 1) for at in gap)
            elif len(gap) == 3 and full and full[-1].located and self._is_between_commas(gap):
                full.append(new_place(gap[1], 0))
            full.append(site)
        return full

    def _is_between_commas(self, gap: range) -> bool:
        first, word, last = (self._keys[at] for at in gap)
        return first == last == "،" and new_member(word)

    def _is_member(self, at: int) -> bool:
        word = self._keys[at]
        if any(not node.kind.startswith("place.") for node in self._chart.begins(at)):
            return False
        return word.startswith("و") and new_member(word[1:]) and new_member(word)

    def _plain(self) -> Iterator[Site]:
        for node in self._chart.of("place.name"):
            if node.skip and not bears_clitic(self._keys, node, self._table):
                continue
            located = bool(node.reading and node.reading.prep in ("ب", "ل"))
            yield Site(
                node.i, node.j, node.i, node.skip, node.rule, node.value, self._own_head(node),
                located=located, trust=node.value.flag, parts=[node],
            )  # fmt: skip

    def _own_head(self, node: Node) -> Head | None:
        """The head noun that a phrase of the table begins with (قرية, جبل), if it does."""
        if node.j - node.i < 2:
            return None
        for head in self._chart.at(node.i, "place.head"):
            if head.j < node.j and head.reading and not head.reading.article:
                found: Head = head.value
                return found if found.kind in ("town", "district", "province") else None
        return None
