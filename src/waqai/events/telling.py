"""Telling: one passage of a report that tells one event; a draft: all tellings of one event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mypy_extensions import mypyc_attr

from waqai.annotate.chart import Node
from waqai.annotate.speakers.scope import Attribution
from waqai.annotate.triggers.sense import Sense
from waqai.events.party import Party
from waqai.events.scorer import Group
from waqai.events.words import is_another_one
from waqai.model.codes import CountSlot, EventType, Hedge, Salience, Stance, Status, WhomClass
from waqai.text.clitics import Reading


class Pick:
    """A node chosen for a slot, with the probability that it belongs there and the reasons."""

    __slots__ = ("node", "party", "probability", "rules")

    def __init__(
        self, node: Node, probability: float, rules: tuple[str, ...], party: Party | None = None
    ) -> None:
        self.node = node
        self.probability = probability
        self.rules = rules
        self.party = party


class Figure:
    """A figure of an event: bounds, class of the people, the node that states it, its trigger.

    `words` are the tokens that state it, less `skip` letters; `held` the attribution under which it
    stands, None in the report's own voice.
    """

    __slots__ = (
        "cls",
        "hedge",
        "held",
        "high",
        "in_title",
        "low",
        "node",
        "probability",
        "rules",
        "skip",
        "slot",
        "words",
    )

    def __init__(
        self,
        slot: CountSlot,
        low: int | None,
        high: int | None,
        hedge: Hedge,
        cls: WhomClass,
        node: Node,
        words: tuple[int, int],
        probability: float,
        rules: tuple[str, ...],
        skip: int = 0,
        held: Attribution | None = None,
        in_title: bool = False,
    ) -> None:
        self.slot = slot
        self.low = low
        self.high = high
        self.hedge = hedge
        self.cls = cls
        self.node = node
        self.words = words
        self.probability = probability
        self.rules = rules
        self.skip = skip
        self.held = held
        self.in_title = in_title


class Said(NamedTuple):
    """A stance: whose, the tokens [at, end) of its words, the token from which on its deed is
    named; `needs`: it must be named; who says so, where it is another one.
    """

    stance: Stance
    party: Party
    at: int
    end: int
    deed: int
    needs: bool
    rule: str
    accuser: Party | None = None


@mypyc_attr(acyclic=True)
class Named:
    """What the windows of one or more tellings name.

    `tolls` are figures with what befell the people, `fates` what befell any, counted or not;
    `sites` the places that are spots on the map; `words` those that are no mere particles.
    """

    __slots__ = (
        "dates",
        "fates",
        "figures",
        "lemmas",
        "parties",
        "places",
        "sites",
        "tolls",
        "types",
        "words",
    )

    def __init__(
        self,
        places: set[str],
        parties: set[str],
        dates: set[str],
        figures: set[int],
        lemmas: set[str],
        types: set[EventType],
        tolls: set[tuple[CountSlot, int]],
        words: set[str],
        sites: set[str],
        fates: set[CountSlot],
    ) -> None:
        self.places = places
        self.parties = parties
        self.dates = dates
        self.figures = figures
        self.lemmas = lemmas
        self.types = types
        self.tolls = tolls
        self.words = words
        self.sites = sites
        self.fates = fates

    def add(self, other: Named) -> None:
        """Take in what another window names."""
        self.places.update(other.places)
        self.parties.update(other.parties)
        self.dates.update(other.dates)
        self.figures.update(other.figures)
        self.lemmas.update(other.lemmas)
        self.types.update(other.types)
        self.tolls.update(other.tolls)
        self.words.update(other.words)
        self.sites.update(other.sites)
        self.fates.update(other.fates)


@mypyc_attr(acyclic=True)
class Form:
    """How a telling is told: its head, the number of its strength, whether only results tell it,
    how its sentence opens and with which word, under whose voice, whether as another one or beside
    the news.
    """

    __slots__ = (
        "another",
        "beside",
        "definite",
        "held",
        "lemma",
        "opening",
        "results",
        "strength",
        "word",
    )

    def __init__(
        self,
        definite: bool,
        lemma: str,
        strength: int,
        results: bool,
        opening: Group,
        word: str,
        held: Attribution | None,
        another: bool,
        beside: bool,
    ) -> None:
        self.definite = definite
        self.lemma = lemma
        self.strength = strength
        self.results = results
        self.opening = opening
        self.word = word
        self.held = held
        self.another = another
        self.beside = beside


class Telling:
    """Triggers of one sentence that tell the same event, in the token window [first, last).

    `parted`: it is told as one with what it answers or sets off (احتجاجا على مقتل). `named` and
    `form` are worked out when first asked.
    """

    __slots__ = (
        "first",
        "form",
        "head",
        "last",
        "named",
        "parted",
        "sentence",
        "status",
        "triggers",
        "type",
    )

    def __init__(
        self,
        sentence: int,
        first: int,
        last: int,
        triggers: list[Node],
        head: Node,
        type: EventType,
        status: Status = "happened",
        parted: bool = False,
    ) -> None:
        self.sentence = sentence
        self.first = first
        self.last = last
        self.triggers = triggers
        self.head = head
        self.type = type
        self.status = status
        self.parted = parted
        self.named: Named | None = None
        self.form: Form | None = None

    def holds(self, node: Node) -> bool:
        """Whether a node lies inside the window."""
        return self.first <= node.i and node.j <= self.last


class Draft:
    """An event in the making: its tellings in text order and what was chosen for its slots.

    `named` is what the windows of the first `counted` tellings name.
    """

    __slots__ = (
        "_indexed",
        "_told",
        "_triggers",
        "by",
        "counted",
        "figures",
        "kept",
        "named",
        "rules",
        "salience",
        "stances",
        "status",
        "targets",
        "tellings",
        "to",
        "type",
        "weapons",
        "when",
        "where",
    )

    def __init__(
        self,
        tellings: list[Telling],
        type: EventType,
        status: Status = "happened",
        figures: Sequence[Figure] = (),
    ) -> None:
        self.tellings = tellings
        self.type = type
        self.status = status
        self.salience: Salience = "background"
        self.kept = 1.0
        self.rules: tuple[str, ...] = ()
        self.by: list[Pick] = []
        self.to: list[Pick] = []
        self.where: list[Pick] = []
        self.when: Pick | None = None
        self.figures = [*figures]
        self.weapons: list[Node] = []
        self.targets: list[Node] = []
        self.stances: list[Said] = []
        self.named: Named | None = None
        self.counted = 0
        self._told: dict[int, list[tuple[Telling, Node]]] = {}
        self._triggers: frozenset[Node] = frozenset()
        self._indexed = 0

    def take(self, tellings: Sequence[Telling]) -> None:
        """Add tellings, wherever in the text they stand."""
        self.tellings = sorted([*self.tellings, *tellings], key=lambda t: (t.sentence, t.first))
        self.named, self.counted = None, 0
        self._told, self._triggers, self._indexed = {}, frozenset(), 0

    def holds(self, node: Node) -> bool:
        """Whether a node lies inside the window of a telling."""
        return any(telling.holds(node) for telling in self.tellings)

    def triggers(self) -> frozenset[Node]:
        """The triggers of all tellings."""
        self.told()
        return self._triggers

    def told(self) -> dict[int, list[tuple[Telling, Node]]]:
        """Sentence -> its tellings with their triggers."""
        for telling in self.tellings[self._indexed :]:
            own = self._told.setdefault(telling.sentence, [])
            own += ((telling, trigger) for trigger in telling.triggers)
            self._triggers = self._triggers.union(telling.triggers)
        self._indexed = len(self.tellings)
        return self._told


def nothing() -> Named:
    """What no window names, to take in others."""
    return Named(set(), set(), set(), set(), set(), set(), set(), set(), set(), set())


def sense(trigger: Node) -> Sense:
    """The sense of a trigger node."""
    said: Sense = trigger.parts[0].value
    return said


def is_definite(trigger: Node) -> bool:
    """Whether a trigger is a noun with the article (الهجوم): it recalls what was told before."""
    read = reading(trigger)
    return read is not None and read.article


def is_one_more(keys: list[str], trigger: Node) -> bool:
    """Whether a trigger names one more event like that told before: قصف مماثل, هجوم آخر."""
    said = sense(trigger)
    if said.pos != "noun" or said.strength != "strong" or is_definite(trigger):
        return False
    return is_another_one(keys, trigger.j)


def reading(trigger: Node) -> Reading | None:
    """How the first word of a trigger is read: joined letters, article, stem, suffix."""
    leaf = trigger.parts[0]
    while leaf.reading is None and leaf.parts:
        leaf = leaf.parts[0]
    return leaf.reading
