"""Surroundings: where the words around a site, or before it in its sentence, put it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from waqai.annotate.chart import Chart
from waqai.annotate.places.gazetteer import Gazetteer, Spot
from waqai.annotate.places.links import Links
from waqai.annotate.places.sites import Site, traits
from waqai.annotate.places.values import placed

# A place of this weight or less is a village.
SMALL: Final = 3


class Surroundings:
    """What the words tell of where the sites of one document lie."""

    def __init__(
        self,
        chart: Chart,
        sites: Sequence[Site],
        spots: Mapping[int, Spot],
        links: Links,
        table: Gazetteer,
    ) -> None:
        self._sentence = chart.doc.sentence_index
        self._sites = sites
        self._spots = spots
        self._links = links
        self._table = table

    def near_to(self, n: int, container: Spot | None) -> Spot | None:
        """Where the town or countryside lies that the words put around site n (ريف القنيطرة
        الشمالي), None where they put none or all of a province.
        """
        if container is None:
            return self.told_before(n)
        if container.wide:
            return None
        around = self._sites[self._links.last_listed[n] + 1]
        if container.kind in ("province", "area") and around.direction is None:
            return None
        return placed(around, container, self._table)

    def told_before(self, n: int) -> Spot | None:
        """Where the countryside of a town lies that the sentence of a village names before it
        (مناطق بريف تل تمر حيث سقطت قذيفة في قرية السلماسة), None where it names none.
        """
        site, sentence = self._sites[n], self._sentence
        if site.head is None or site.head.kind != "town" or site.part:
            return None
        for m in range(n - 1, -1, -1):
            before, spot = self._sites[m], self._spots.get(m)
            if sentence(before.i) != sentence(site.i):
                return None
            if spot is None or spot.kind != "town":
                continue
            if before.part and "s" in traits(before):
                return placed(before, spot, self._table)
            if not before.part and spot.importance > SMALL:
                return None
        return None
