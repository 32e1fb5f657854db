"""Overview: how often and where the whole report names its parties, places, dates and figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import proxy

from waqai.annotate.chart import Node
from waqai.events.lists import list_heads
from waqai.model.codes import ActorKind, EventType, PlaceKind

if TYPE_CHECKING:
    from waqai.events.scene import Scene

# Kinds of places, the finest first; those before _COARSE are told apart from what holds them.
FINE: tuple[PlaceKind, ...] = (
    "point", "district", "town", "area", "province", "country", "region",
)  # fmt: skip
_COARSE = FINE.index("province")
_ACTS = ("by", "light")
_SUFFERS = ("to", "victim")


class Overview:
    """Counts over a report, each worked out when first asked."""

    def __init__(self, scene: Scene) -> None:
        # The scene holds its overview: held weakly, it is gone with the last who asks for it.
        self._scene = proxy(scene)

    @cached_property
    def lists(self) -> Mapping[int, Node]:
        """First token of each later item of a list of places -> the list's first item."""
        return list_heads(self._scene.doc, self._scene.places)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """How often each place is named."""
        return Counter(node.value.name for node in self._scene.places)

    @cached_property
    def titled(self) -> frozenset[str]:
        """The places that title and deck name."""
        scene = self._scene
        return frozenset(n.value.name for n in scene.places if scene.is_title(scene.sentence(n.i)))

    @cached_property
    def headlines(self) -> frozenset[EventType]:
        """The types of events that title and deck tell."""
        scene = self._scene
        early = (n for n in scene.triggers if scene.is_title(scene.sentence(n.i)))
        return frozenset(trigger.value.type for trigger in early)

    @cached_property
    def met(self) -> Mapping[str, Node]:
        """The first naming of each place."""
        return {node.value.name: node for node in reversed(self._scene.places)}

    @cached_property
    def finest(self) -> str:
        """The finest kind of place that the report names; "" where it names none."""
        return min((n.value.kind for n in self._scene.places), key=FINE.index, default="")

    @cached_property
    def finest_in(self) -> Mapping[int, PlaceKind]:
        """The finest kind of place that each sentence names."""
        return {
            number: min((n.value.kind for n in own), key=FINE.index)
            for number, own in self._scene.places_in.items()
        }

    @cached_property
    def fines(self) -> int:
        """How many places finer than a province the report names, 3 at the most."""
        fine = {n.value.name for n in self._scene.places if FINE.index(n.value.kind) < _COARSE}
        return min(3, len(fine))

    @cached_property
    def dates(self) -> Mapping[str, int]:
        """How often each date is named, by its first moment."""
        return Counter(n.value.start for n in self._scene.dates if n.value.start)

    @cached_property
    def newest(self) -> str:
        """The latest of the dates up to publication; "" without any."""
        last = str(self._scene.doc.published)
        return max((start for start in self.dates if start[:10] <= last), default="")

    @cached_property
    def figures(self) -> Mapping[int, int]:
        """How often each figure of people is told."""
        return Counter(n.value.low for n in self._scene.counts if n.value.low)

    @cached_property
    def peers(self) -> Mapping[ActorKind, int]:
        """How many parties of each kind the report names."""
        return Counter(kind for _, kind in {(p.key, p.kind) for p in self._scene.parties})

    @cached_property
    def parties(self) -> Mapping[str, int]:
        """The token at which each party is named first."""
        return {party.key: party.first for party in reversed(self._scene.parties)}

    @cached_property
    def roles(self) -> Mapping[str, tuple[int, int]]:
        """How often (2 at the most) syntax makes a party an actor and a patient, by its key."""
        acts: Counter[str] = Counter()
        suffers: Counter[str] = Counter()
        for number in self._scene.triggers_in:
            for party, told in self._scene.guesses_in(number).items():
                outer = [guess.role for guess in told if not guess.inner]
                acts[party.key] += sum(role in _ACTS for role in outer)
                suffers[party.key] += sum(role in _SUFFERS for role in outer)
        return {key: (min(2, acts[key]), min(2, suffers[key])) for key in self._scene.named}
