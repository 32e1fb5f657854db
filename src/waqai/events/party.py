"""Party: whoever can act or be acted on: a body, a person, people or a thing that is struck."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from mypy_extensions import mypyc_attr

from waqai.annotate.actors.crowds import protests
from waqai.annotate.actors.names import names
from waqai.annotate.actors.rows import Head
from waqai.annotate.actors.seized import charged
from waqai.annotate.actors.words import endings, words
from waqai.annotate.chart import Chart, Node
from waqai.annotate.people.construct import genitive, serving, whose
from waqai.annotate.people.described import attributed, described, holding, led
from waqai.annotate.people.shared import shared
from waqai.annotate.people.tables import particles
from waqai.events.attackers import of_bomber
from waqai.events.banded import banded
from waqai.events.enlisted import backs_fighters, joined_by, mixed
from waqai.events.ground import overrun, owner_told
from waqai.events.keys import form_of, words_of
from waqai.events.members import of_group, one_member
from waqai.events.occupier import as_state
from waqai.events.press import of_press
from waqai.events.standing import aimed_at, by_noun, fought, held, of_one, policing, prosecuting
from waqai.events.struck import CIVIL, PRISON, kind_of
from waqai.events.sway import swayed
from waqai.events.tried import of_tried
from waqai.events.unrest import of_riot
from waqai.events.voiced import spoken_for, voiced
from waqai.model.codes import ActorKind, WhomClass
from waqai.model.span import Span
from waqai.model.values import ActorValue
from waqai.text.document import Document

Sort = Literal["actor", "people", "target"]
_OF_CLASS: Final[dict[WhomClass, ActorKind]] = {
    "civilian": "civilians",
    "security": "state_forces",
    "militant": "armed_group",
    "protester": "protesters",
}
# Words of armed men of no told group at most: رجل مسلح.
_ALONE: Final = 2
# A noun for anyone, whom who takes him makes a civilian: خطف 14 شخصا.
_ANYONE: Final = "شخص"
# Words back from a number to the verb that says its people fell.
_FALL: Final = 3
# Crowds of whom no name tells more, so that all namings in an event are of one.
_ONE_CROWD: Final = frozenset(
    ("protesters", "settlers", "gunmen", "attackers", "fighters", "terrorist groups", "crowds")
)
# Ends of the ids of who stands for a state: its capital, its government.
_SEATS: Final = ("-capital", "-gov")
# Rules of mentions that name a person in full: a last name alone gives way to them later.
_NAMED: Final = frozenset(("actor.person", "actor.name"))
# Kinds of things that are nobody's arms, whoever owns what is struck with them.
_NEVER_ARMED: Final = CIVIL | {"mosque"}
# Kinds of bodies that make theirs what they own.
_OWNING: Final = frozenset(("state_forces", "armed_group", "international"))
# Kinds of bodies whose participles tell which of them is meant.
_ATTRIBUTED: Final = frozenset(("state_forces", "armed_group", "political"))
# Kinds of bodies whose naming takes in who leads them.
_LED: Final = frozenset(("state_forces", "armed_group"))


@mypyc_attr(acyclic=True)
class Party:
    """A party with the tokens [first, last) that name it (less `skip` and `cut` letters).

    `end` is the token after the words that tell which people are meant, where there are some;
    `figure` is the count whose figure is the one word before them, and part of their naming.

    `elided` letters more stand before the noun where ل hides the article (للمتظاهرين).

    `key` is the same for all namings of one party in a report: the table's id, else the words.
    """

    __slots__ = (
        "country",
        "cut",
        "elided",
        "end",
        "figure",
        "first",
        "id",
        "key",
        "kind",
        "last",
        "name",
        "node",
        "skip",
        "sort",
    )

    def __init__(
        self,
        node: Node,
        sort: Sort,
        first: int,
        last: int,
        skip: int,
        cut: int,
        key: str,
        name: str,
        id: str | None,
        kind: ActorKind,
        country: str | None,
        end: int = 0,
        figure: Node | None = None,
        elided: int = 0,
    ) -> None:
        self.node = node
        self.sort = sort
        self.first = first
        self.last = last
        self.skip = skip
        self.cut = cut
        self.key = key
        self.name = name
        self.id = id
        self.kind = kind
        self.country = country
        self.end = end
        self.figure = figure
        self.elided = elided

    @property
    def who(self) -> str:
        """The same for namings of one party in a record, of a crowd or thing in any case form."""
        if self.id is not None and self.kind == "state" and self.id.endswith(_SEATS):
            return f"{self.country}-state".lower()
        if self.id is not None and self.id == f"{self.country}-state".lower():
            return self.id
        # A table may hold one body of several ids (مباحث، شرطة); a name goes by many titles.
        if self.id is not None or self.node.rule in _NAMED:
            return self.name
        if self.name in _ONE_CROWD:
            return f"{self.name}.{self.country}"
        return self.key if self.kind == "person" else form_of(self.key)

    def span(self, doc: Document) -> Span:
        """Where it is named, with a figure of one word and what describes it."""
        end = max(self.end, self.last)
        if self.figure is not None:
            return Span(*doc.span(self.figure.i, end, self.figure.skip, 0))
        return Span(*doc.span(self.first, end, self.skip + self.elided, 0))

    def text(self, doc: Document) -> str:
        """The words as written."""
        return self.span(doc).of(doc.text)

    def head(self, doc: Document) -> str:
        """The first word, folded and bare of what is attached."""
        return doc.keys[self.first][self.skip + self.elided :].removeprefix("ال")


def is_owned(party: Party) -> bool:
    """Whether a party is named by what it owns (أوكارا لتنظيم, دورية للجيش)."""
    parts = party.node.parts
    return bool(parts) and isinstance(parts[0].value, Head) and parts[0].value.cls == "gear"


def parties(chart: Chart) -> list[Party]:
    """All parties of a chart in text order; people and things only where no body has the words."""
    found = [_body(chart, voiced(chart, node)) for node in chart.of("actor")]
    found += [_body(chart, node) for node in spoken_for(chart)]
    bodies = {(party.first, party.last): party for party in found}
    wider = {party.first: party.last for party in found if party.kind != "person"}
    struck = [p for p in _struck(chart) if p.last > wider.get(p.first, 0)]
    for party in (*_people(chart), *_crowds(chart), *struck):
        same = bodies.setdefault((party.first, party.last), party)
        if same is party:
            found.append(party)
        elif party.figure is not None:
            same.figure = party.figure
    return sorted(found, key=lambda p: (p.first, p.last, p.sort))


def _body(chart: Chart, node: Node) -> Party:
    """The party that an actor mention is."""
    value = one_member(chart, node, as_state(chart, node))
    elided = _elided(chart, node.i, node.skip)
    key = value.id or words_of(chart.doc, node.i, node.j, node.skip + elided)
    kind = _kind(chart, node, value.kind, node.skip + elided)
    crowd = value.id is None and not node.cut
    crowd = crowd and (value.kind != "person" or node.rule == "actor.head")
    end = node.j
    if crowd:
        end = described(chart, node.i, node.j)
    elif value.kind in _ATTRIBUTED and not node.cut and _article(chart.doc.keys, node.j):
        end = attributed(chart, node.i, node.j)
    if not node.cut:
        end = max(end, shared(chart, node.i, node.j)[0])
    if kind in _LED and not node.cut:
        end = led(chart, end)
    if (both := mixed(chart, node)) > node.j:
        kind, end = "armed_group", both
    return Party(
        node, "actor", node.i, node.j, node.skip, node.cut,
        key, value.name, value.id, kind, value.country,
        _complete(chart.doc.keys, node.i, node.j, end), elided=elided,
    )  # fmt: skip


def _kind(chart: Chart, node: Node, kind: ActorKind, skip: int) -> ActorKind:
    """The kind of an actor by what the words around it tell of it."""
    kind = of_one(chart, node, node.i, node.j, by_noun(chart, node, kind))
    kind = of_riot(chart, node, node.i, node.j, of_tried(chart, node, node.i, node.j, kind))
    kind = of_bomber(chart, node, node.i, node.j, kind)
    kind = policing(chart, node, fought(chart, node, node.i, kind))
    kind = prosecuting(chart, node, kind)
    kind = banded(chart, node.i, node.j, skip, kind)
    if node.rule == "actor.grammar" and kind == "state_forces":
        kind = owner_told(chart, node, node.j) or kind
    if kind in ("state", "state_forces") and not _is_country(node) and swayed(chart, node.j):
        return "armed_group"
    if kind == "civilians" and node.value.id is None:
        kind = joined_by(chart, node.i, node.j, kind)
    if kind == "political" and backs_fighters(chart, node):
        return "armed_group"
    return "armed_group" if overrun(chart, node) else of_press(chart, node, kind)


def _is_country(node: Node) -> bool:
    """Whether an actor is a country by its own name."""
    value: ActorValue = node.value
    return value.id is not None and value.id == f"{value.country}-state".lower()


def _elided(chart: Chart, i: int, skip: int) -> int:
    """Letters more that stand before the noun of token i where ل hides its article: للجيش."""
    key = chart.doc.keys[i]
    if not skip or key[skip - 1 : skip + 1] != "لل":
        return 0
    leaves = (node for node in chart.begins(i) if node.skip == skip and node.reading is not None)
    return int(any(leaf.reading.article for leaf in leaves if leaf.reading is not None))


def _complete(keys: list[str], first: int, last: int, end: int) -> int:
    """The end of a naming less participles whose complement it lacks: الوحدات المتمركزة (في).

    Quotes and brackets that it opens are closed.
    """
    while end > last and keys[end - 1].removeprefix("ال") in words("incomplete"):
        end -= 1
    inside = keys[first:end]
    after = keys[end] if end < len(keys) else ""
    quoted = after == '"' and inside.count('"') % 2 == 1
    return end + (quoted or (after == ")" and "(" in inside and ")" not in inside))


def _article(keys: list[str], i: int) -> bool:
    """Whether token i is there and bears the article."""
    return i < len(keys) and keys[i].startswith("ال")


def _people(chart: Chart) -> list[Party]:
    """Counted people as parties: the words that name them, without the figure."""
    found = []
    for node in chart.of("count"):
        counted = node.value
        if counted.who is None or counted.others:
            continue
        first, last = counted.who
        skip, cut = counted.who_skip, node.cut if node.j == last else 0
        elided = _elided(chart, first, skip)
        key = words_of(chart.doc, first, last, skip + elided)
        whole = _complete(chart.doc.keys, first, last, last)
        name = Span(*chart.doc.span(first, whole, skip + elided, cut)).of(chart.doc.text)
        known = counted.slot == "wounded" and counted.definite and counted.low is None
        hurt: ActorKind = "civilians" if known else "unknown"
        hurt = "person" if node.rule == "name" else hurt
        kind = counted.kind or _OF_CLASS.get(counted.cls, hurt)
        kind = of_one(chart, node, first, last, _told(chart, first, last, kind))
        kind = held(chart.doc.keys, node.i, first, skip + elided, kind)
        kind = of_riot(chart, node, first, last, of_tried(chart, node, first, last, kind))
        kind = banded(chart, first, last, skip + elided, kind)
        joined, owner = shared(chart, first, last)
        if owner is not None and kind == "unknown":
            kind = owner.value.kind
        if kind == "unknown" and aimed_at(chart, node.i, first, last):
            kind = "civilians"
        if kind == "unknown" and counted.noun == _ANYONE and counted.context == "abducted":
            kind = "civilians"
        kind = of_group(chart, first, last, joined_by(chart, first, last, kind))
        described_to = max(joined, described(chart, first, last))
        end = _complete(chart.doc.keys, first, last, described_to)
        figure = node if node.i == first - 1 else None
        found.append(
            Party(
                node, "people", first, last, skip, cut,
                key, name, None, kind, None, end, figure, elided,
            )
        )  # fmt: skip
    return found


def _crowds(chart: Chart) -> Iterator[Party]:
    """Crowds that protest, told by their number alone: تظاهر الآلاف، خرج العشرات في مسيرة."""
    for node in chart.of("count"):
        counted = node.value
        alone = counted.who is None and node.rule == "bare" and not counted.subset
        harm = {counted.slot, counted.context} - {None, "protesters"}
        hurt = harm or _falls(chart.doc.keys, node.i)
        if alone and not hurt and protests(chart, node.i, node.j, node.skip):
            key = words_of(chart.doc, node.i, node.j, node.skip)
            name = Span(*chart.doc.span(node.i, node.j, node.skip)).of(chart.doc.text)
            yield Party(
                node, "people", node.i, node.j, node.skip, node.cut,
                key, name, None, "protesters", None,
            )  # fmt: skip


def _falls(keys: list[str], i: int) -> bool:
    """Whether the words before token i say that people fell: (اشتباكات) سقط خلالها الآلاف."""
    return not particles("victim").isdisjoint(keys[max(0, i - _FALL) : i])


def _told(chart: Chart, first: int, last: int, kind: ActorKind) -> ActorKind:
    """The kind of people whose words tell more: charged, armed and of no group, of a party."""
    keys = chart.doc.keys
    if kind == "unknown":
        if any(key.removeprefix("ال") in words("cell") for key in keys[first + 1 : last]):
            return "armed_group"
        return charged(keys, first, last) or kind
    if kind == "civilians" and keys[first].endswith(endings("young")):
        bodies = (actor for k in range(first + 1, last) for actor in chart.at(k, "actor"))
        party = next((actor for actor in bodies if actor.value.kind == "political"), None)
        # Those of parties at large are told of as crowds.
        return kind if party is None else "political" if party.value.id else "protesters"
    armed = kind == "armed_group" and last - first <= _ALONE
    gunmen = armed and keys[last - 1].removeprefix("ال") in words("gunmen")
    return "unknown" if gunmen else kind


def _struck(chart: Chart) -> list[Party]:
    """Kinds of things that can be struck."""
    found = []
    for node in chart.of("target"):
        if _jails(chart, node):
            continue
        kind = kind_of(chart, node)
        joined, owner = shared(chart, node.i, node.j)
        if (
            owner is not None
            and owner.value.kind in _OWNING
            and node.value.kind not in _NEVER_ARMED
        ):
            kind = owner.value.kind
        elided = _elided(chart, node.i, node.skip)
        key = words_of(chart.doc, node.i, node.j, node.skip + elided)
        name = node.value.name
        end = node.j if node.cut else max(joined, _which(chart, node.i, node.j))
        found.append(
            Party(
                node, "target", node.i, node.j, node.skip, node.cut,
                key, name, None, kind, None, end, elided=elided,
            )
        )  # fmt: skip
    return found


def _jails(chart: Chart, node: Node) -> bool:
    """Whether the word for a prison tells that somebody is jailed: بسجن سامي رفعت."""
    if node.value.name != PRISON or chart.doc.keys[node.i][node.skip :] != "سجن":
        return False
    who = chart.doc.keys[node.i + 1 : node.i + 2]
    return bool(who) and who[0] in names("given") and not any(chart.at(node.i, "place"))


def _which(chart: Chart, i: int, j: int) -> int:
    """Token after the words that tell which thing of tokens [i, j) is meant; j where none do."""
    named = max(genitive(chart, i, j), serving(chart, i, j))
    told = max(holding(chart, i, named), attributed(chart, i, named))
    return max(named, told, whose(chart, j))
