"""The sites of a document: names of the gazetteer, head nouns, sides, distances, pointers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.borders import Borders
from waqai.annotate.places.distances import Distances
from waqai.annotate.places.environs import Environs
from waqai.annotate.places.gazetteer import PLAIN, Gazetteer
from waqai.annotate.places.heads import Heads
from waqai.annotate.places.houses import Houses
from waqai.annotate.places.names import new_member
from waqai.annotate.places.pointers import Pointers
from waqai.annotate.places.seats import Seats
from waqai.annotate.places.sides import Sides
from waqai.annotate.places.sites import Site, bears_clitic, cover, new_place
from waqai.annotate.places.told import Told
from waqai.annotate.places.ways import Ways
from waqai.annotate.places.words import Head, openers, stops

# The words between two members of a list that may be names that no table holds, at most.
_LONGEST_GAP: Final = 9
# Letters of a common word that is too short to be taken for a name in a list.
_SHORT: Final = 3
# A city of this weight is not meant by a spelling that needs a head noun (قاهرة).
_CITY: Final = 5
# Kinds of the head nouns in a name of the table that tell what its place is.
_NAMES_OWN: Final = ("town", "district", "province")


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
            *self._plain(), *heads.lists(), *Sides(self._chart, heads, self._table).all(),
            *pointers.points(), *pointers.back(),
            *Distances(self._chart, heads).sites(), *Seats(self._chart).all(),
            *Told(self._chart).all(), *Houses(self._chart).all(),
            *Ways(self._chart, heads, self._table).all(),
            *Borders(self._chart, heads, self._table).all(),
            *Environs(self._chart, self._table).all(),
        ]  # fmt: skip
        return self._bridged(self._whole(cover(found)))

    def _whole(self, sites: list[Site]) -> list[Site]:
        """The sites but those that are the last word of a name before what tells where it lies
        (منطقة لكمة عرش بمحافظة الضالع); a city is none.
        """
        last = {site.longer: site.j for site in sites if site.longer is not None}
        if not last:
            return sites
        return [s for s in sites if last.get(s.j) != s.i or s.head or self._is_city(s)]

    def _is_city(self, site: Site) -> bool:
        return site.name is not None and self._table.spots(site.name)[0].importance >= _CITY

    def _bridged(self, sites: list[Site]) -> list[Site]:
        """The sites, with unheard-of names between members of one list (X and new, new and Y)."""
        full: list[Site] = []
        for site in sites:
            if full and 0 < site.i - full[-1].j <= _LONGEST_GAP:
                full.extend(self._members(full[-1], site))
            full.append(site)
        return full

    def _members(self, before: Site, after: Site) -> list[Site]:
        """The names that fill all the words between two members of a list, else none."""
        keys, at, found = self._keys, before.j, list[Site]()
        listed = before.located or (before.trust == PLAIN and before.name is not None)
        joined = after.skip > 0 and (keys[after.i][: after.skip] == "و" or after.head is not None)
        while at < after.i:
            comma = keys[at] == "،"
            if comma and at + 1 == after.i:
                return found if listed and found and not joined else []
            start = at + comma
            member = self._listed_name(start, int(not comma)) or self._new(start, int(not comma))
            if member is None or member.j > after.i:
                return []
            found.append(member)
            at = member.j
        return found if joined else []

    def _listed_name(self, at: int, skip: int) -> Site | None:
        """A name of the table that elsewhere needs a head noun, as a member of a list."""
        word = self._keys[at]
        if skip and not word.startswith("و"):
            return None
        found = self._table.longest(self._keys, at, word[skip:])
        if found is None or word[skip:] in stops() or len(word) - skip <= _SHORT:
            return None
        if self._table.spots(found[1])[0].importance >= _CITY:
            return None
        return Site(at, found[0], at, skip, "gazetteer", found[1], Head("town", ""), located=True)

    def _new(self, at: int, skip: int) -> Site | None:
        """A name that no table holds, as a member of a list."""
        end = self._member(at, skip)
        return None if end is None else new_place(at, end, skip)

    def _member(self, at: int, skip: int) -> int | None:
        """Where a new name ends that begins at token `at` behind `skip` letters (و), or None."""
        word = self._keys[at]
        if (skip and not word.startswith("و")) or not all(
            node.kind.startswith("place.") for node in self._chart.begins(at)
        ):
            return None
        if word[skip:] in openers():
            follower = self._keys[at + 1] if at + 1 < len(self._keys) else ""
            return at + 2 if new_member(follower) else None
        return at + 1 if new_member(word[skip:]) and (not skip or new_member(word)) else None

    def _plain(self) -> Iterator[Site]:
        for node in self._chart.of("place.name"):
            if node.skip and not bears_clitic(self._keys, node, self._table):
                continue
            located = bool(node.reading and node.reading.prep in ("ب", "ل"))
            own = self._own_head(node)
            sure = own is not None and own.kind in ("area", "town", "district", "province")
            yield Site(
                node.i, node.j, node.i, node.skip, node.rule, node.value,
                own if own and own.kind in _NAMES_OWN else None, located=located,
                trust=PLAIN if sure else node.value.flag, parts=[node],
            )  # fmt: skip

    def _own_head(self, node: Node) -> Head | None:
        """The head noun that a phrase of the table begins with (قرية, جبل), if it does."""
        if node.j - node.i < 2:
            return None
        for head in self._chart.at(node.i, "place.head"):
            if head.j < node.j and head.reading and not head.reading.article:
                found: Head = head.value
                return found
        return None
