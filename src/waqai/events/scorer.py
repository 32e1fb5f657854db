"""Decisions learned from annotated reports: sums of feature weights, read from one table.

Every decision (is this actor the attacker? do these two passages tell one event?) is a logistic
sum over binary features that the rules supply. The weights stand in `weights.tsv.gz`, trained by
`tools/events/train.py`; the same text gives the same sum on every machine, and the features that
weigh most are the explanation. Features that follow from the same few answers are one group: it is
named once and weighed once, however often the same answers come again.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, wraps
from itertools import chain
from typing import Final, ParamSpec, TypeVar, cast

from mypy_extensions import mypyc_attr

from waqai.errors import TableError
from waqai.lexicon.table import Row, read_table

BIAS: Final = "bias"
# Weights are kept to three digits.
_SCALE: Final = 1000
_REASONS: Final = 3
Names = tuple[str, ...]
Given = ParamSpec("Given")
Answer = TypeVar("Answer")
# Groups that are held at the most: by each way to name one, the latest asked; by each decision.
NAMED: Final = 1 << 12
HELD: Final = 1 << 13


@mypyc_attr(acyclic=True)
class Group:
    """Features that follow from the same answers, and what they weighed last; the same answers give
    the same object.
    """

    __slots__ = ("names", "one", "owner", "two")

    def __init__(self, names: Names) -> None:
        self.names = names
        self.owner: object = None
        self.one = 0
        self.two = 0


def grouped(names: Callable[Given, Names]) -> Callable[Given, Group]:
    """A function that names features, made one that gives their group."""

    @lru_cache(NAMED)
    @wraps(names)
    def group(*given: Given.args, **more: Given.kwargs) -> Group:
        return Group(names(*given, **more))

    return cast("Callable[Given, Group]", group)


@mypyc_attr(acyclic=True)
class Numbered:
    """Groups by a number that is made of the few answers from which their features follow: what is
    asked of every pair of passages is found so in far less time than by the answers themselves.
    """

    __slots__ = ("_held",)

    def __init__(self) -> None:
        self._held: dict[int, Group] = {}

    def get(self, number: int) -> Group | None:
        """The group that is kept under a number; None where none is."""
        return self._held.get(number)

    def keep(self, number: int, names: Names) -> Group:
        """The group of some features, kept under a number."""
        if len(self._held) >= NAMED:
            self._held.clear()
        found = self._held[number] = Group(names)
        return found


@mypyc_attr(acyclic=True)
class Worded:
    """Groups of one feature each, which is a name, a word and what goes with it: words come again
    and again, and what each weighs is found by the word alone.
    """

    __slots__ = ("_behind", "_held", "_name")

    def __init__(self, name: str, behind: str = "") -> None:
        self._name = name
        self._behind = behind
        self._held: dict[str, Group] = {}

    def of(self, word: str) -> Group:
        """The group of a word."""
        found = self._held.get(word)
        if found is None:
            if len(self._held) >= NAMED:
                self._held.clear()
            found = self._held[word] = Group((f"{self._name}{word}{self._behind}",))
        return found


@mypyc_attr(acyclic=True)
class Paired:
    """Groups of one feature each, which is a name and two words, of which the first are few."""

    __slots__ = ("_held", "_name")

    def __init__(self, name: str) -> None:
        self._name = name
        self._held: dict[str, Worded] = {}

    def by(self, first: str) -> Worded:
        """The groups of a first word."""
        found = self._held.get(first)
        if found is None:
            found = self._held[first] = Worded(f"{self._name}{first}.")
        return found


@mypyc_attr(acyclic=True)
class Known:
    """Features of one thing that are on whatever it is weighed with, and what they weighed last."""

    __slots__ = ("groups", "loose", "one", "owner", "two")

    def __init__(self, groups: tuple[Group, ...], loose: Names) -> None:
        self.groups = groups
        self.loose = loose
        self.owner: object = None
        self.one = 0
        self.two = 0


@mypyc_attr(acyclic=True)
class Features:
    """The features that are on: those of the thing, groups that come often, and one by one."""

    __slots__ = ("groups", "known", "loose")

    def __init__(
        self, groups: list[Group], loose: list[str] | None = None, known: Known | None = None
    ) -> None:
        self.groups = groups
        self.loose = [] if loose is None else loose
        self.known = known

    def names(self) -> Iterator[str]:
        """All features, each as often as it is on."""
        known = self.known
        of_thing = () if known is None else (*(g.names for g in known.groups), known.loose)
        return chain(*of_thing, *(group.names for group in self.groups), self.loose)


class _Held(dict[Group, Answer]):
    """What is asked of each group, worked out when first asked."""

    def __init__(self, answer: Callable[[Group], Answer]) -> None:
        self._answer = answer

    def __missing__(self, group: Group) -> Answer:
        if len(self) >= HELD:
            self.clear()
        found = self[group] = self._answer(group)
        return found


Weighed = list[tuple[int, str]]


class Scorer:
    """The weights of one decision."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        # Whole thousandths: sums of floats would depend on their order and on Python's version.
        whole = {name: round(weight * _SCALE) for name, weight in weights.items()}
        self._weights = dict(zip(whole, _once(whole.values()), strict=True))
        self._bias = self._weights.get(BIAS, 0)
        self._heaviest = _Held(lambda group: _heaviest(self._weighed(group.names)))

    def logit(self, features: Features) -> float:
        """Sum of the weights of the features that are on, and of the bias."""
        total = self._bias + self.weight(features.loose)
        if features.known is not None:
            total += self._known(features.known)
        for group in features.groups:
            total += self._group(group)
        return total / _SCALE

    def _group(self, group: Group) -> int:
        """Sum of the weights of a group, kept in it."""
        if group.owner is not self:
            group.one, group.owner = self.weight(list(group.names)), self
        return group.one

    def _known(self, known: Known) -> int:
        """Sum of the weights of what is on for a thing, whatever it is weighed with."""
        if known.owner is not self:
            total = self.weight(list(known.loose))
            for group in known.groups:
                total += self._group(group)
            known.one, known.owner = total, self
        return known.one

    def probability(self, features: Features) -> float:
        """The logit as a probability in (0, 1), rounded to four digits."""
        return probability(self.logit(features))

    def reasons(self, features: Features) -> tuple[str, ...]:
        """The three features that moved the decision most, heaviest first."""
        known = features.known
        weighed = self._weighed(features.loose)
        if known is not None:
            weighed += self._weighed(known.loose)
        for group in chain(features.groups, known.groups if known else ()):
            weighed += self._heaviest[group]
        return tuple([feature for _, feature in _heaviest(weighed)])

    def beside(self, other: Scorer) -> dict[str, tuple[int, int]]:
        """The weights of this decision and of another by feature."""
        one, two = self._weights, other._weights
        names = one | two
        both = ((one.get(name, 0), two.get(name, 0)) for name in names)
        return dict(zip(names, _once(both), strict=True))

    def weight(self, names: list[str]) -> int:
        """Sum of the weights of some features, in thousandths."""
        total = 0
        for name in names:
            found = self._weights.get(name)
            if found is not None:
                total += found
        return total

    def _weighed(self, names: Sequence[str]) -> Weighed:
        """The known ones of some features with their weights."""
        found: Weighed = []
        for name in names:
            weight = self._weights.get(name)
            if weight is not None:
                found.append((abs(weight), name))
        return found


def _heaviest(weighed: Weighed) -> Weighed:
    """The three heaviest of some features, heaviest first."""
    one, two, three = 0, 0, 0
    for weight, _ in weighed:
        if weight > one:
            one, two, three = weight, one, two
        elif weight > two:
            two, three = weight, two
        elif weight > three:
            three = weight
    return sorted([each for each in weighed if each[0] >= three], reverse=True)[:_REASONS]


class Pair:
    """Two decisions on the same features, weighed together."""

    def __init__(self, one: Scorer, two: Scorer) -> None:
        self._weights = one.beside(two)
        self._bias = self._both([BIAS])

    def logits(self, features: Features) -> tuple[float, float]:
        """The logit of each decision."""
        one, two = self._bias
        known = features.known
        if known is not None:
            self._know(known)
            one, two = one + known.one, two + known.two
        for group in features.groups:
            self._weigh(group)
            one, two = one + group.one, two + group.two
        more = self._both(features.loose)
        return (one + more[0]) / _SCALE, (two + more[1]) / _SCALE

    def _weigh(self, group: Group) -> None:
        """Keep the sums of the weights of a group in it."""
        if group.owner is not self:
            group.one, group.two = self._both(list(group.names))
            group.owner = self

    def _know(self, known: Known) -> None:
        """Keep in what is on for a thing, whatever it is weighed with, the sums of its weights."""
        if known.owner is not self:
            known.one, known.two = self._both(list(known.loose))
            for group in known.groups:
                self._weigh(group)
                known.one, known.two = known.one + group.one, known.two + group.two
            known.owner = self

    def _both(self, names: list[str]) -> tuple[int, int]:
        """Sums of the weights of some features, in thousandths."""
        one, two = 0, 0
        for name in names:
            found = self._weights.get(name)
            if found is not None:
                one, two = one + found[0], two + found[1]
        return one, two


def _once(values: Iterable[Answer]) -> Iterator[Answer]:
    """The values, equal ones as one object: few of them are read over and over."""
    held: dict[Answer, Answer] = {}
    return (held.setdefault(value, value) for value in values)


@lru_cache(4)
def pair(one: Scorer, two: Scorer) -> Pair:
    """The two decisions as one, the same object when asked again."""
    return Pair(one, two)


@lru_cache(1 << 15)
def probability(logit: float) -> float:
    """Logistic function, rounded to four digits so that every machine prints the same."""
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit)))), 4)


@cache
def scorers() -> Mapping[str, Scorer]:
    """The scorer of each decision by name. Raises TableError where a weight is no number."""
    return weighed(read_table("waqai.events", "weights.tsv.gz", ("decision", "feature", "weight")))


def weighed(rows: Iterable[Row]) -> Mapping[str, Scorer]:
    """The scorers that rows of decision, feature and weight make. Raises TableError."""
    weights: dict[str, dict[str, float]] = {}
    for row in rows:
        decision, feature, weight = row.cells
        try:
            weights.setdefault(decision, {})[feature] = float(weight)
        except ValueError:
            raise TableError(f"weight {weight!r} is no number", row.where) from None
    return {name: Scorer(table) for name, table in weights.items()}
