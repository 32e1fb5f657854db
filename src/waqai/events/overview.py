"""Overview: how often and where the whole report names its parties, places, dates and figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from mypy_extensions import mypyc_attr

from waqai.annotate.chart import Node
from waqai.events.lists import list_heads
from waqai.events.party import Party
from waqai.model.codes import ActorKind, CountSlot, EventType, PlaceKind
from waqai.text.document import Document

# Kinds of places, the finest first; those before _COARSE are told apart from what holds them.
FINE: Final[tuple[PlaceKind, ...]] = (
    "point", "district", "town", "area", "province", "country", "region",
)  # fmt: skip
RANKS: Final[dict[PlaceKind, int]] = {kind: rank for rank, kind in enumerate(FINE)}
_COARSE: Final = RANKS["province"]


@mypyc_attr(acyclic=True)
class Seen:
    """What a report names, each in text order; places by sentence too."""

    __slots__ = ("counts", "dates", "parties", "places", "places_in", "triggers")

    def __init__(
        self,
        triggers: Sequence[Node],
        parties: Sequence[Party],
        places: Sequence[Node],
        places_in: Mapping[int, Sequence[Node]],
        dates: Sequence[Node],
        counts: Sequence[Node],
    ) -> None:
        self.triggers = triggers
        self.parties = parties
        self.places = places
        self.places_in = places_in
        self.dates = dates
        self.counts = counts


class Overview:
    """Counts over a report, for those of its events that are asked about."""

    def __init__(self, doc: Document, lead: int, seen: Seen) -> None:
        self._doc = doc
        self._lead = lead
        self._of_places(seen.places, seen.places_in)
        # The types of events that title and deck tell.
        told = [node.value.type for node in seen.triggers if self._is_early(node)]
        self.headlines: frozenset[EventType] = frozenset(told)
        dates = [start for node in seen.dates if (start := node.value.start)]
        # How often each date is named, by its first moment.
        self.dates: Mapping[str, int] = Counter(dates)
        last = str(doc.published)
        # The latest of the dates up to publication; "" without any.
        self.newest: str = max([start for start in dates if start[:10] <= last], default="")
        self._of_counts(seen.counts)
        kinds = [kind for _, kind in {(party.key, party.kind) for party in seen.parties}]
        # How many parties of each kind the report names.
        self.peers: Mapping[ActorKind, int] = Counter(kinds)
        # The token at which each party is named first.
        self.parties = {party.key: party.first for party in reversed(seen.parties)}

    def _of_places(self, nodes: Sequence[Node], nodes_in: Mapping[int, Sequence[Node]]) -> None:
        """What is asked of places."""
        # First token of each later item of a list of places -> the list's first item.
        self.lists: Mapping[int, Node] = list_heads(self._doc, nodes)
        # How often each place is named.
        self.places: Mapping[str, int] = Counter([node.value.name for node in nodes])
        # The places that title and deck name, and those of the lead besides.
        self.titled: frozenset[str] = frozenset([n.value.name for n in nodes if self._is_early(n)])
        early = [n.value.name for n in nodes if self._doc.sentence_index(n.i) <= self._lead]
        self.early: frozenset[str] = frozenset(early)
        # The first naming of each place.
        self.met: Mapping[str, Node] = {node.value.name: node for node in reversed(nodes)}
        # The finest kind of place that the report names ("": none), and that each sentence names.
        self.finest: str = _finest(nodes)
        self.finest_in: Mapping[int, str] = {k: _finest(own) for k, own in nodes_in.items()}
        fine = {node.value.name for node in nodes if RANKS[node.value.kind] < _COARSE}
        # How many places finer than a province the report names, 3 at the most.
        self.fines = min(3, len(fine))

    def _of_counts(self, nodes: Sequence[Node]) -> None:
        """What is asked of figures of people."""
        # How often each figure is told.
        self.figures: Mapping[int, int] = Counter([low for n in nodes if (low := n.value.low)])
        whole = [node.value for node in nodes if node.value.low and not node.value.subset]
        # How many figures of each slot, parts of others aside, are told.
        self.slots: Mapping[CountSlot, int] = Counter([one.slot or one.context for one in whole])
        # The greatest figure of each slot that title, deck and lead tell; that title and deck do.
        self.headed = self._greatest(nodes, self._lead)
        self.titled_figures = self._greatest(nodes, self._lead - 1)
        # The slots of which title, deck and lead tell, with a figure or without.
        self.harm: frozenset[CountSlot] = frozenset(self._hurt(nodes))
        # The sentence that first tells a figure of each slot, and the figure.
        self._firsts: dict[CountSlot, tuple[int, int]] = {}
        for node in nodes:
            slot = node.value.slot or node.value.context
            if slot is not None and node.value.low and slot not in self._firsts:
                self._firsts[slot] = (self._doc.sentence_index(node.i), node.value.low)

    def _is_early(self, node: Node) -> bool:
        """Whether a node stands in title or deck."""
        return self._doc.sentence_index(node.i) < self._lead

    def _greatest(self, nodes: Sequence[Node], last: int) -> Mapping[CountSlot, int]:
        """The greatest figure of each slot in the sentences up to `last`."""
        found: dict[CountSlot, int] = {}
        for node in nodes:
            if self._doc.sentence_index(node.i) > last:
                break
            slot = node.value.slot or node.value.context
            if slot is not None and node.value.low:
                found[slot] = max(found.get(slot, 0), node.value.low)
        return found

    def _hurt(self, nodes: Sequence[Node]) -> set[CountSlot]:
        """The slots of the figures of title, deck and lead."""
        found: set[CountSlot] = set()
        for node in nodes:
            if self._doc.sentence_index(node.i) > self._lead:
                break
            slot = node.value.slot or node.value.context
            if slot is not None:
                found.add(slot)
        return found

    def told_first(self, slot: CountSlot, number: int) -> int | None:
        """The figure of a slot that the report tells first, in a sentence before `number`."""
        sentence, figure = self._firsts.get(slot, (number, 0))
        return figure if sentence < number else None


def _finest(nodes: Sequence[Node]) -> str:
    """The finest kind of some places; "" where there are none."""
    return min([node.value.kind for node in nodes], key=RANKS.__getitem__, default="")
