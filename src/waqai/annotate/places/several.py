"""Several places behind one noun: each stands in the table with the noun of one (سجون نفحة)."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.gazetteer import Gazetteer
from waqai.annotate.places.sites import Site
from waqai.annotate.places.words import openers, singulars, stops

# Words of a name of the table behind the noun of several.
_LONGEST: Final = 4


class Several:
    """Asks of one document which places the noun of several governs."""

    def __init__(self, chart: Chart, table: Gazetteer) -> None:
        self._keys = chart.doc.keys
        self._table = table

    def one(self, node: Node) -> str:
        """The noun of one place where a head noun is that of several (سجون), else nothing."""
        return singulars().get(node.reading.stem, "") if node.reading is not None else ""

    def own(self, k: int, one: str, skip: int = 0) -> Site | None:
        """The place at token k that the table has with the noun of one: (سجون) نفحة."""
        if not one or k >= len(self._keys):
            return None
        word = self._keys[k][skip:]
        words = [one, word, *self._keys[k + 1 : k + _LONGEST]]
        found = self._table.longest(words, 0, one) if word.removeprefix("ال") != one else None
        named = found is not None and found[0] > 1
        return (
            Site(k, k + found[0] - 1, k, skip, "gazetteer", found[1]) if found and named else None
        )

    def opened(self, start: int, skip: int, end: int) -> int:
        """Where a name of a list ends that begins as no name ends (ومار مرقس)."""
        word = self._keys[start + 1] if start + 1 < len(self._keys) else ""
        opens = end == start + 1 and self._keys[start][skip:] in openers()
        return end + 1 if opens and word.isalpha() and word not in stops() else end
