"""Scene: what is asked of one report while its events are made, each worked out once."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import Final, TypeVar

from waqai.annotate.chart import Chart, Node
from waqai.annotate.speakers.scope import voices
from waqai.events.clauses import Clauses
from waqai.events.overview import Overview, Seen
from waqai.events.party import Party, Sort, is_owned, parties
from waqai.events.scorer import Features, Group, Known, Scorer, scorers
from waqai.events.syntax import Guess, guesses
from waqai.events.telling import sense
from waqai.events.words import bare, content, links
from waqai.text.document import Document

# A dateline below this line of the report opens no lead.
_DECK: Final = 4
# What may be set between two commas without parting a clause.
_SET_IN: Final = ("date", "place", "duration")
# What names something: the tokens beside these are bare.
_NAMING: Final = (*_SET_IN, "actor", "count")
_PEOPLE: Final = ("civilians", "person")
_EVEN: Final = Scorer({})
_ACTS: Final = ("by", "light")
_SUFFERS: Final = ("to", "victim")
Item = TypeVar("Item")


class Scene:
    """Nodes of a report by sentence, turns between clauses, and who speaks where."""

    def __init__(self, chart: Chart, weights: Mapping[str, Scorer] | None = None) -> None:
        self._weights = scorers() if weights is None else weights
        self.chart = chart
        self.doc = chart.doc
        self.keys = chart.doc.keys
        # The words without the article.
        self.bare = [bare(key) for key in self.keys]
        self.lead = lead(chart.doc)
        early = enumerate(chart.doc.sentences[: self.lead + 1])
        # The lead with the title, deck and dateline before it.
        self.heads = frozenset((self.lead, *(k for k, s in early if s.kind != "body")))
        dated = _tokens(n for kind in _SET_IN for n in chart.of(kind))
        self.clauses = Clauses(chart.doc, dated)
        self.voices = voices(chart)
        triggers = sorted(self._told(chart.of("trigger")), key=attrgetter("i", "j"))
        self.triggers = [n for n in triggers if sense(n).strength != "support"]
        self.triggers_in = self._by_sentence((n.i, n) for n in self.triggers)
        self._firm = self._before(n.i for n in self.triggers if sense(n).strength == "strong")
        self.parties = parties(chart)
        self._party_starts = [party.first for party in self.parties]
        self.named = Counter(party.key for party in self.parties)
        self.parties_in = self._by_sentence((p.first, p) for p in self.parties)
        self.acted_in = {self.sentence(p.first) for p in self.parties if p.sort == "actor"}
        self.places = _places(chart)
        self.places_in = self._by_sentence((n.i, n) for n in self.places)
        self.housed = self._by_sentence((n.i, n) for n in _housed(chart))
        self.dates = sorted(chart.of("date"), key=attrgetter("i"))
        self.dates_in = self._by_sentence((n.i, n) for n in self.dates)
        self.counts = sorted(self._told(chart.of("count")), key=attrgetter("i"))
        self.counts_in = self._by_sentence((n.i, n) for n in self.counts)
        self.fullest = self._fullest()
        self.things_in = {
            kind: self._by_sentence((n.i, n) for n in sorted(chart.of(kind), key=attrgetter("i")))
            for kind in ("weapon", "target")
        }
        self.lights_in = self._by_sentence((n.i, n) for n in chart.of("trigger.light"))
        self.speaking = _tokens(chart.of("speaker"))
        named = {number: {p.key for p in own} for number, own in self.parties_in.items()}
        self.titled = frozenset().union(*(named[k] for k in named if self.is_title(k)))
        self.told = frozenset().union(*(named[k] for k in named if not self.is_title(k)))
        self.filled = _tokens(node for kind in _NAMING for node in chart.of(kind))
        self._nameless = self._counted()
        self._outline()
        self._unasked()

    def _unasked(self) -> None:
        """What is worked out when first asked: nothing yet."""
        # What a party, or a place, date or count says whatever the event.
        self.party_features: dict[tuple[int, int, Sort], tuple[Known, str]] = {}
        self.own_features: dict[Node, tuple[Known, str]] = {}
        # A party's features and logits as a side of events that its sentence does not tell.
        self.elsewhere: dict[tuple[int, int, str, bool], tuple[Features, tuple[float, float]]] = {}
        self._overview: Overview | None = None
        self._roles: Mapping[str, tuple[int, int]] | None = None
        self._guesses: dict[int, dict[Party, list[Guess]]] = {}

    def _outline(self) -> None:
        """What the first line says, and how long the report is."""
        title = [k for s in self.doc.sentences[:1] for k in self.keys[s.first : s.last]]
        # The first line: its words as features, and those that tell of what it is.
        self.title_words = Group(tuple(f"title={key}" for key in title))
        self.title_keys = content(title, [bare(key) for key in title])
        bodies = sum(s.kind == "body" for s in self.doc.sentences)
        # Powers of two of body sentences and of tokens.
        self.length = min(6, bodies.bit_length()), min(10, len(self.keys).bit_length())

    @property
    def overview(self) -> Overview:
        """How the whole report speaks of what it names, worked out when first asked."""
        if self._overview is None:
            seen = Seen(
                self.triggers, self.parties, self.places, self.places_in, self.dates, self.counts
            )
            self._overview = Overview(self.doc, self.lead, seen)
        return self._overview

    def roles(self) -> Mapping[str, tuple[int, int]]:
        """How often (2 at the most) syntax makes a party an actor and a patient, by its key."""
        if self._roles is None:
            acts: dict[str, int] = dict.fromkeys(self.named, 0)
            suffers = dict(acts)
            for number in self.triggers_in:
                for party, told in self.guesses_in(number).items():
                    outer = [guess.role for guess in told if not guess.inner]
                    acts[party.key] += sum(role in _ACTS for role in outer)
                    suffers[party.key] += sum(role in _SUFFERS for role in outer)
            self._roles = {key: (min(2, acts[key]), min(2, suffers[key])) for key in self.named}
        return self._roles

    def _told(self, nodes: Sequence[Node]) -> Sequence[Node]:
        """Nodes of the story, not of a picture's caption nor of a line that links to a report."""
        told = enumerate(self.doc.sentences)
        aside = {k for k, s in told if (s.kind == "caption" if k < self.lead else self._links(k))}
        return [n for n in nodes if self.sentence(n.i) not in aside] if aside else nodes

    def _links(self, number: int) -> bool:
        """Whether a sentence of the body links to a report, or goes on on a line that does."""
        sentences = self.doc.sentences
        if links(self.keys, sentences[number].first):
            return True
        own, before = sentences[number], sentences[max(number - 1, 0)]
        opens = number < 2 or sentences[number - 2].paragraph != before.paragraph
        return opens and own.paragraph == before.paragraph and links(self.keys, before.first)

    def _fullest(self) -> dict[str, Party]:
        """The naming of each table's actor that has most words, rather not a counted one, least of
        all one by what it owns.
        """
        counted = _tokens(n for n in self.counts if n.value.low is not None)
        found: dict[str, tuple[bool, bool, int, Party]] = {}
        for party in self.parties:
            named, alone = not is_owned(party), party.first not in counted
            rank = (named, alone, party.last - party.first, party)
            if party.id and (party.id not in found or rank[:3] > found[party.id][:3]):
                found[party.id] = rank
        return {key: rank[-1] for key, rank in found.items()}

    def scorer(self, decision: str) -> Scorer:
        """The scorer of a decision; without weights every decision is even."""
        return self._weights.get(decision, _EVEN)

    def guesses_in(self, number: int) -> Mapping[Party, list[Guess]]:
        """What syntax makes of the parties of a sentence, worked out when first asked."""
        if number not in self._guesses:
            self._guesses[number] = guesses(self, number)
        return self._guesses[number]

    def sentence(self, token: int) -> int:
        """Index of the sentence of a token."""
        return self.doc.sentence_index(token)

    def _counted(self) -> list[int]:
        """For each token how many tokens before it name nothing."""
        bare = [1] * len(self.keys)
        for token in self.filled:
            bare[token] = 0
        return list(accumulate(bare, initial=0))

    def _before(self, tokens: Iterable[int]) -> list[int]:
        """For each token how many of some, which may come again, stand before it."""
        found = [0] * len(self.keys)
        for token in tokens:
            found[token] += 1
        return list(accumulate(found, initial=0))

    def gap(self, i: int, j: int) -> int:
        """Tokens in [i, j) that are no part of a date, place, party or count; 0 where j < i."""
        return self._nameless[j] - self._nameless[i] if j > i else 0

    def firm_between(self, i: int, j: int) -> int:
        """Strong triggers that begin in tokens [i, j)."""
        return self._firm[j] - self._firm[i]

    def parties_between(self, i: int, j: int) -> list[Party]:
        """Parties that begin in tokens [i, j)."""
        return self.parties[bisect_left(self._party_starts, i) : bisect_left(self._party_starts, j)]

    def _by_sentence(self, items: Iterable[tuple[int, Item]]) -> dict[int, list[Item]]:
        """Items by the sentence of their token."""
        found: dict[int, list[Item]] = {}
        for token, item in items:
            number = self.doc.sentence_index(token)
            held = found.get(number)
            if held is None:
                found[number] = [item]
            else:
                held.append(item)
        return found

    def is_title(self, sentence: int) -> bool:
        """Whether a sentence belongs to the report's title or deck."""
        return sentence < self.lead


def lead(doc: Document) -> int:
    """Index of the lead: the first sentence of the body, after a deck that a dateline ends."""
    lines = [k for k, s in enumerate(doc.sentences) if s.kind == "dateline"]
    body = [k for k, s in enumerate(doc.sentences) if s.kind == "body"]
    first = body[0] if body else 0
    if lines and doc.sentences[lines[0]].paragraph <= _DECK:
        return next((k for k in body if k > lines[0]), first)
    return first


def _places(chart: Chart) -> list[Node]:
    """Places in text order, but for those in a body's name and the outer links of a chain, unless
    its inner one is but where people are from (أهالي قرية X في ناحية Y).
    """
    inside = _tokens(n for n in chart.of("actor"))
    people = _tokens(n for n in chart.of("actor") if n.value.kind in _PEOPLE)
    chains = (n.parts for n in chart.of("place.chain"))
    outer = {(wide.i, wide.j) for own, wide in chains if own.i not in people}
    own = (n for n in chart.of("place") if n.i not in inside and (n.i, n.j) not in outer)
    return sorted(own, key=attrgetter("i"))


def _housed(chart: Chart) -> list[Node]:
    """Places on the map in a body's name, and those that hold one there: none where a medium is."""
    inside = _tokens(n for n in chart.of("actor") if n.value.kind != "media")
    if not inside:
        return []
    chains = (n.parts for n in chart.of("place.chain"))
    held = {wide.i for own, wide in chains if own.i in inside} | inside
    own = (n for n in chart.of("place") if n.i in held and n.value.lat is not None)
    return sorted(own, key=attrgetter("i"))


def _tokens(nodes: Iterable[Node]) -> set[int]:
    """Tokens that the nodes cover."""
    return {k for node in nodes for k in range(node.i, node.j)}
