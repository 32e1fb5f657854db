"""Overview: how often and where the whole report names its parties, places, dates and figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import Final

from waqai.annotate.chart import Node
from waqai.events.lists import list_heads
from waqai.events.party import Party
from waqai.model.codes import ActorKind, CountSlot, EventType, PlaceKind
from waqai.text.document import Document

# Kinds of places, the finest first; those before _COARSE are told apart from what holds them.
FINE: Final[tuple[PlaceKind, ...]] = (
    "point", "district", "town", "area", "province", "country", "region",
)  # fmt: skip
_COARSE: Final = FINE.index("province")


@dataclass(frozen=True)
class Seen:
    """What a report names, each in text order; places by sentence too."""

    triggers: Sequence[Node]
    parties: Sequence[Party]
    places: Sequence[Node]
    places_in: Mapping[int, Sequence[Node]]
    dates: Sequence[Node]
    counts: Sequence[Node]


class Overview:
    """Counts over a report, each worked out when first asked."""

    def __init__(self, doc: Document, lead: int, seen: Seen) -> None:
        self._doc = doc
        self._lead = lead
        self._seen = seen

    @cached_property
    def lists(self) -> Mapping[int, Node]:
        """First token of each later item of a list of places -> the list's first item."""
        return list_heads(self._doc, self._seen.places)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """How often each place is named."""
        return Counter(node.value.name for node in self._seen.places)

    @cached_property
    def titled(self) -> frozenset[str]:
        """The places that title and deck name."""
        return frozenset(n.value.name for n in self._seen.places if self._is_early(n))

    @cached_property
    def early(self) -> frozenset[str]:
        """The places that title, deck and lead name."""
        early = (n for n in self._seen.places if self._doc.sentence_index(n.i) <= self._lead)
        return frozenset(n.value.name for n in early)

    @cached_property
    def headlines(self) -> frozenset[EventType]:
        """The types of events that title and deck tell."""
        return frozenset(n.value.type for n in self._seen.triggers if self._is_early(n))

    def _is_early(self, node: Node) -> bool:
        """Whether a node stands in title or deck."""
        return self._doc.sentence_index(node.i) < self._lead

    @cached_property
    def met(self) -> Mapping[str, Node]:
        """The first naming of each place."""
        return {node.value.name: node for node in reversed(self._seen.places)}

    @cached_property
    def finest(self) -> str:
        """The finest kind of place that the report names; "" where it names none."""
        return min((n.value.kind for n in self._seen.places), key=FINE.index, default="")

    @cached_property
    def finest_in(self) -> Mapping[int, PlaceKind]:
        """The finest kind of place that each sentence names."""
        return {
            number: min((n.value.kind for n in own), key=FINE.index)
            for number, own in self._seen.places_in.items()
        }

    @cached_property
    def fines(self) -> int:
        """How many places finer than a province the report names, 3 at the most."""
        fine = {n.value.name for n in self._seen.places if FINE.index(n.value.kind) < _COARSE}
        return min(3, len(fine))

    @cached_property
    def dates(self) -> Mapping[str, int]:
        """How often each date is named, by its first moment."""
        return Counter(n.value.start for n in self._seen.dates if n.value.start)

    @cached_property
    def newest(self) -> str:
        """The latest of the dates up to publication; "" without any."""
        last = str(self._doc.published)
        return max((start for start in self.dates if start[:10] <= last), default="")

    @cached_property
    def figures(self) -> Mapping[int, int]:
        """How often each figure of people is told."""
        return Counter(n.value.low for n in self._seen.counts if n.value.low)

    @cached_property
    def slots(self) -> Mapping[CountSlot, int]:
        """How many figures of each slot, parts of others aside, are told."""
        whole = (n.value for n in self._seen.counts if n.value.low and not n.value.subset)
        return Counter(value.slot or value.context for value in whole)

    @cached_property
    def headed(self) -> Mapping[CountSlot, int]:
        """The greatest figure of each slot that title, deck and lead tell."""
        return self._greatest(self._lead)

    @cached_property
    def titled_figures(self) -> Mapping[CountSlot, int]:
        """The greatest figure of each slot that title and deck tell."""
        return self._greatest(self._lead - 1)

    def _greatest(self, last: int) -> Mapping[CountSlot, int]:
        """The greatest figure of each slot in the sentences up to `last`."""
        found: dict[CountSlot, int] = {}
        for node in self._seen.counts:
            if self._doc.sentence_index(node.i) > last:
                break
            slot = node.value.slot or node.value.context
            if slot is not None and node.value.low:
                found[slot] = max(found.get(slot, 0), node.value.low)
        return found

    @cached_property
    def harm(self) -> frozenset[CountSlot]:
        """The slots of which title, deck and lead tell, with a figure or without."""
        own = takewhile(lambda n: self._doc.sentence_index(n.i) <= self._lead, self._seen.counts)
        said = (node.value.slot or node.value.context for node in own)
        return frozenset(slot for slot in said if slot is not None)

    @cached_property
    def _firsts(self) -> Mapping[CountSlot, tuple[int, int]]:
        """The sentence that first tells a figure of each slot, and the figure."""
        found: dict[CountSlot, tuple[int, int]] = {}
        for node in self._seen.counts:
            slot = node.value.slot or node.value.context
            if slot is not None and node.value.low and slot not in found:
                found[slot] = (self._doc.sentence_index(node.i), node.value.low)
        return found

    def told_first(self, slot: CountSlot, number: int) -> int | None:
        """The figure of a slot that the report tells first, in a sentence before `number`."""
        sentence, figure = self._firsts.get(slot, (number, 0))
        return figure if sentence < number else None

    @cached_property
    def peers(self) -> Mapping[ActorKind, int]:
        """How many parties of each kind the report names."""
        return Counter(kind for _, kind in {(p.key, p.kind) for p in self._seen.parties})

    @cached_property
    def parties(self) -> Mapping[str, int]:
        """The token at which each party is named first."""
        return {party.key: party.first for party in reversed(self._seen.parties)}
