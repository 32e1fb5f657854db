"""Unrest: several people who are seized at a riot or a protest are of those who protest.

القبض على سبعة شبان في أحداث الشغب, اعتقال أكثر من 200 مدرس خلال تظاهرة, المعتقلين في الاشتباكات.
"""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node
from waqai.events.nearby import told_before
from waqai.model.codes import ActorKind

_PEOPLE: Final = frozenset(("person", "civilians", "unknown"))
# Words from an arrest to whom it befalls, and from them to where they were.
_BEFORE: Final = 6
_BEHIND: Final = 4
# Words of what went on.
_WHAT: Final = 3
_AMID: Final = frozenset(("في", "خلال", "اثناء", "ب"))
_ENDS: Final = frozenset((".", "\n", "؛", ":", "،", ","))
_MANY: Final = ("ين", "ون", "ات")


def of_riot(chart: Chart, node: Node, first: int, last: int, kind: ActorKind) -> ActorKind:
    """The kind of people named by tokens [first, last): protesters where they are seized at one."""
    if kind not in _PEOPLE or not _is_many(chart, node, first):
        return kind
    keys = chart.doc.keys
    noun = keys[first].removeprefix("لل").removeprefix("ال")
    if noun not in words("held") and not told_before(keys, first, _BEFORE, words("takes"), _ENDS):
        return kind
    return "protesters" if _at_riot(keys, last) else kind


def _is_many(chart: Chart, node: Node, first: int) -> bool:
    """Whether several of no name are told of."""
    if node.kind == "count":
        return bool(node.value.high != 1)
    noun = chart.doc.keys[first]
    return node.value.id is None and node.rule != "actor.person" and noun.endswith(_MANY)


def _at_riot(keys: list[str], last: int) -> bool:
    """Whether a riot or a protest is told behind people as where they were."""
    for k in range(last, min(len(keys), last + _BEHIND)):
        if keys[k] in _ENDS:
            return False
        if keys[k] in _AMID:
            what = [key.removeprefix("ال") for key in keys[k + 1 : k + 1 + _WHAT]]
            riot = any(key in words("riot") for key in what)
            return riot and words("no_riot").isdisjoint(what)
    return False
