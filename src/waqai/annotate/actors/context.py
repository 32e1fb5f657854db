"""What the whole report tells about an actor that its own words leave open."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Final, cast

from waqai.annotate.actors import offices
from waqai.annotate.actors.rows import Head, Nisba, Title
from waqai.annotate.actors.tables import adjectives
from waqai.annotate.actors.value import AIRCRAFT, ALLIED, LOCAL, UNOWNED, of_country, of_row
from waqai.annotate.chart import Chart, Node
from waqai.model.values import ActorValue, PlaceValue

# A country must hold this share of the report's votes to be meant by a bare "the army".
_SHARE: Final = 0.5
_CLOSE_SHARE: Final = 0.3


# What only one side of the conflict over Palestine has: a bare "the army" there is Israel's.
# Bodies that are Palestinian in a report of Israel where their words tell no country.
_PALESTINIAN: Final = frozenset(("resistance", "civil-defence"))
_ISRAELI: Final = frozenset(
    (
        "army",
        "forces",
        "air-force",
        "navy",
        "defence",
        "military-intelligence",
        "security-cabinet",
        "border-guard",
    )
)


# Western Sahara is also a desert of Egypt; its bodies are told by their own names.
_DISPUTED: Final = frozenset(("EH",))
# Lands whose bodies work in each other's.
_CONFLICT: Final = frozenset(("IL", "PS", *_DISPUTED))


# Countries whose rulers reports call the regime (النظام), and what they call so.
_REGIMES: Final = (
    "SY",
    "IR",
    "LY",
    "IQ",
    "SD",
    "EG",
    "YE",
    "TN",
    "BH",
    "DZ",
    "KP",
    "VE",
    "BY",
    "MM",
)
# A body of the state -> whose forces its forces are.
_OF: Final = {"regime": "regime-forces", "gov": "govforces"}
# Forces of nobody told, whom no report gives its country.
_OPEN: Final = (ALLIED, UNOWNED, AIRCRAFT)
_OF_REGIMES: Final = ("regime", "regime-forces")


class Votes:
    """Which country the report speaks of, by its places and adjectives of country."""

    __slots__ = ("_by_sentence", "_forces", "_ids", "_total", "chart")

    def __init__(self, chart: Chart, actors: Sequence[Node]) -> None:
        self.chart = chart
        self._by_sentence: dict[int, dict[str, float]] = {}
        self._total: dict[str, float] = {}
        self._ids = {cast(ActorValue, node.value).id for node in actors}
        named = [(n.i, cast(ActorValue, n.value)) for n in actors if n.rule == "actor.row"]
        self._forces = {i: value.country for i, value in named if value.kind == "state_forces"}
        quoted = _outlets(actors)
        for node in chart.of("place"):
            if node.i in quoted:
                continue
            self._vote(node.i, cast(PlaceValue, node.value).country, 1.0)
        abroad = {n.j for n in chart.of("actor.head") if n.value.suffix == "embassy"}
        for node in chart.of("actor.nisba"):
            if node.i in abroad or node.i in quoted:
                continue
            self._vote(node.i, cast(Nisba, node.value).country, 0.7)
        for node in actors:
            if node.rule in ("actor.row", "actor.office") and node.value.kind != "media":
                self._vote(node.i, cast(ActorValue, node.value).country, 0.7)

    def _vote(self, i: int, country: str | None, weight: float) -> None:
        if country is None or country in _DISPUTED:
            return
        sentence = self.chart.doc.sentence_index(i)
        weight = weight * 2 if sentence < 2 else weight
        held = self._by_sentence.setdefault(sentence, {})
        held[country] = held.get(country, 0.0) + weight
        self._total[country] = self._total.get(country, 0.0) + weight

    def owner(self, node: Node) -> str | None:
        """The country of the forces of which one is told to be: ضابط من القوة التنفيذية."""
        led = self.chart.doc.keys[node.j : node.j + 1] == ["من"]
        return self._forces.get(node.j + 1) if led else None

    def names(self, one: str, other: str) -> bool:
        """Whether the report tells of a body by its own words, and not of the other."""
        return one in self._ids and other not in self._ids

    def total(self, country: str | None) -> float:
        """Share of the report's votes that a country has."""
        whole = sum(self._total.values())
        return self._total.get(country or "", 0.0) / whole if whole else 0.0

    def first(self, countries: Sequence[str]) -> str | None:
        """That of some countries with most votes, None where none has any."""
        held = {country: self._total[country] for country in countries if country in self._total}
        return _top(held)

    def winner(self, i: int) -> str | None:
        """The country meant at token i, None where it is not clear."""
        near = self._by_sentence.get(self.chart.doc.sentence_index(i), {})
        best = _top(self._total)
        if best is None:
            return None
        if self.total(best) >= _SHARE:
            return best
        close = _top(near)
        if close is not None and near[close] > 0.5 * sum(near.values()):
            return close if self.total(close) >= 0.15 else None
        return best if self.total(best) >= _CLOSE_SHARE and best in near else None


def _outlets(actors: Sequence[Node]) -> set[int]:
    """Tokens of outlets with the adjective behind them: reports quote those of any country."""
    media = (node for node in actors if cast(ActorValue, node.value).kind == "media")
    return {k for node in media for k in range(node.i, node.j + 1)}


def _top(votes: dict[str, float]) -> str | None:
    """The country with most votes, None on a tie."""
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def localise(node: Node, votes: Votes) -> None:
    """Give a body of an unnamed country (الجيش, الشرطة) the country of the report."""
    value = cast(ActorValue, node.value)
    if value.country is not None or value.id is not None or not node.parts:
        return
    if node.rule == "actor.unit" and value.kind == "state_forces":
        country = votes.winner(node.i)
        country = "IL" if country == "PS" else country
        node.value = ActorValue(value.name, None, value.kind, country)
        return
    head = node.parts[0].value
    if node.parts[0].kind == "actor.head" and (value.name in _OPEN or _many(head)):
        return
    if node.rule not in ("actor.head", "actor.grammar") or not isinstance(head, Head):
        return
    if node.rule == "actor.grammar" and (head.kind, value.kind) == ("state_forces", "armed_group"):
        return
    inner = node.parts[-1]
    source = inner.parts[0].value if inner.parts else head
    if not (head.suffix in LOCAL or value.kind in ("state", "state_forces")):
        return
    local = {head.suffix, getattr(source, "suffix", "")}
    owner = votes.owner(node)
    country = owner or _there(votes.chart, node, head) or votes.winner(node.i)
    if not local.isdisjoint(_OF_REGIMES) and country not in _REGIMES:
        country = votes.first(_REGIMES)
    outer = head.suffix in ("forces", "members", "fighters", "seat") or head.cls == "group"
    outer = outer or (head.suffix == "officials" and value.kind == "state_forces")
    chosen = source if isinstance(source, Head) and outer else head
    if owner is not None:
        pass
    elif country == "PS" and (not local.isdisjoint(_ISRAELI) or _occupies(votes, local)):
        country = "IL"
    elif country == "IL" and not local.isdisjoint(_PALESTINIAN):
        country = "PS"
    if country is None:
        return
    # Forces by the whole, not by the noun that tells whose: رجال الداخلية, قوات موالية للحكومة.
    men = chosen.kind in ("state", "unknown") and isinstance(source, Head)
    if outer and value.kind == "state_forces" and head.suffix == "forces" and men:
        node.value = of_country(head._replace(suffix=_OF.get(chosen.suffix, "forces")), country)
    elif outer and value.kind == "state_forces" and (men or not isinstance(source, Head)):
        node.value = ActorValue(value.name, None, value.kind, country)
    else:
        node.value = of_country(chosen, country)


def _occupies(votes: Votes, suffixes: AbstractSet[str]) -> bool:
    """Whether a bare "the police" is Israel's, whose police a report of Palestine names."""
    return "police" in suffixes and votes.names("IL-police", "PS-police")


def _there(chart: Chart, node: Node, head: Head) -> str | None:
    """The country of a place right behind forces that no country sends abroad: شرطة في لندن."""
    if (
        head.kind != "state_forces"
        or head.suffix in LOCAL | _ISRAELI
        or head.suffix in _OF.values()
    ):
        return None
    led = chart.doc.keys[node.j : node.j + 1] == ["في"]
    for place in chart.at(node.j + led, "place"):
        prep = chart.doc.keys[place.i][: place.skip]
        country = cast(PlaceValue, place.value).country
        if (led and not place.skip) or prep == "ب":
            return None if country in _CONFLICT else country
    return None


def _many(head: object) -> bool:
    """Whether a noun is of many states, so of no one country: دول الجوار."""
    return isinstance(head, Head) and head.suffix == "states"


def in_office(node: Node, votes: Votes, published: date | None) -> None:
    """Give a minister of an unnamed country the country, and the holder by the date."""
    value = cast(ActorValue, node.value)
    title = node.parts[0].value if node.parts else None
    if node.rule != "actor.office" or value.country is not None or not isinstance(title, Title):
        return
    country = votes.winner(node.i)
    if country is None or value.name != title.english or title.office not in offices.NATIONAL:
        return
    row = offices.holder(country, title.office, published)
    english = f"{adjectives().get(country, country)} {title.english}"
    node.value = (
        of_row(row) if row else ActorValue(english, f"{country}-{title.office}", "person", country)
    )
