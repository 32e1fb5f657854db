"""Struck: of which kind the party is that a struck thing stands for (مقر الحزب, دورية للجيش)."""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.rows import Head
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node
from waqai.events.standing import held
from waqai.model.codes import ActorKind, TargetKind
from waqai.model.values import TargetValue

# Things of forces, and kinds of things that are civilians' whoever runs them.
_OF_FORCES: Final = frozenset(
    ("police station", "security directorate", "security headquarters", "barracks mosque",
     "patrol", "military vehicle", "military convoy")
)  # fmt: skip
_CIVIL: Final = frozenset(("hospital", "school", "home", "market", "camp", "church"))
# Kinds of things that take the kind of whoever their name tells: مقر الحزب، حاجز للوحدات.
_TAKING: Final = frozenset(
    ("aid", "base", "checkpoint", "convoy", "government", "other", "infrastructure")
)
_OWNERS: Final = frozenset(
    ("armed_group", "state_forces", "state", "political", "international", "media")
)
# Those among them that do not, and one that is a state's unless a group runs it.
_NOT_TAKING: Final = frozenset(("gathering", "wedding hall", "farm", "restaurant", "hotel"))
# Things that the one who rules the ground holds, and things that a state runs.
_HELD: Final = frozenset(("base", "government"))
_RUN: Final = frozenset(("pipeline", "port", "crossing"))
# Things that do not tell whose they are.
_OPEN: Final = frozenset(("target", "aircraft"))
PRISON: Final = "prison"
_MARCH: Final = "march"
# What tells that an official is one of the United Nations: مكتب المبعوث الأممي.
_ENVOYS: Final = frozenset(("الاممي", "الامميه"))
# What tells that aid is sent by many states: قافلة مساعدات دولية.
_MANY: Final = frozenset(("دوليه", "الدوليه", "دولي", "الدولي", "اممي", "امميه", *_ENVOYS))
# Where bodies sit, and officials.
_OFFICES: Final = frozenset(("office", "building", "compound"))
# What a person named after a thing makes of it: موكب الوزير, مكتب الوزير.
_OF_PERSON: Final[dict[TargetKind, ActorKind]] = {"convoy": "person", "government": "state"}
# Tokens of a thing's name with an owner at least.
_OWNED: Final = 2
_OF_TARGET: Final[dict[TargetKind, ActorKind]] = {
    "base": "state_forces",
    "checkpoint": "state_forces",
    "government": "state",
    "media": "media",
}


def kind_of(chart: Chart, node: Node) -> ActorKind:
    """The kind of whose a struck thing is: of forces that its name tells, else by its kind."""
    value: TargetValue = node.value
    if value.name == _MARCH:
        return "protesters"
    owner = _owner(chart, node) if node.j - node.i > _OWNED else None
    if owner is not None and not (owner == "international" and value.kind in _CIVIL):
        return owner
    taking = value.name in _OFFICES or (value.kind in _TAKING and value.name not in _NOT_TAKING)
    named = _named(chart, node) if taking else None
    if named is not None and (value.name != PRISON or named == "armed_group"):
        return named
    if value.kind in _HELD and held(chart, node):
        return "armed_group"
    told = range(node.i + 1, node.j) if value.kind not in _CIVIL else ()
    forces = any(_of_forces(head) for k in told for head in chart.at(k, "actor.head"))
    forces = forces or any(_is_military(chart, k) for k in told)
    if forces or value.name in _OF_FORCES or _air_base(chart, node):
        return "state_forces"
    if value.name in _OPEN:
        return "unknown"
    if value.kind == "aid" and not _MANY.isdisjoint(chart.doc.keys[node.i : node.j + 1]):
        return "international"
    return "state" if value.name in _RUN else _OF_TARGET.get(value.kind, "civilians")


def _owner(chart: Chart, node: Node) -> ActorKind | None:
    """The kind of whom the words say that a thing belongs to: مقرات تابعة للميليشيا."""
    said = (k for k in range(node.i + 1, node.j - 1) if chart.doc.keys[k] in words("belonging"))
    whose = (actor.value.kind for k in said for actor in chart.at(k + 1, "actor"))
    return next(whose, None)


def _named(chart: Chart, node: Node) -> ActorKind | None:
    """The kind of the first body or person in the name of a thing: مجمع وزارة الداخلية."""
    named = (actor for k in range(node.i + 1, node.j) for actor in chart.at(k, "actor"))
    first = next(named, None)
    if first is None or first.j > node.j:
        return None
    kind: ActorKind = first.value.kind
    if kind == "person":
        if any(chart.doc.keys[k] in _ENVOYS for k in range(node.i, first.j)):
            return "international"
        return "state" if node.value.name in _OFFICES else _OF_PERSON.get(node.value.kind)
    return kind if kind in _OWNERS else None


def _air_base(chart: Chart, node: Node) -> bool:
    """Whether an airport is by its place an air base: مطار الشعيرات."""
    return any("air base" in place.value.name.lower() for place in chart.at(node.i, "place"))


def _of_forces(leaf: Node) -> bool:
    """Whether a noun is a body of forces: (مسجد) قوات الطوارئ."""
    head: Head = leaf.value
    told = head.bare or leaf.j - leaf.i > 1
    return head.cls == "organ" and head.kind == "state_forces" and told


def _is_military(chart: Chart, i: int) -> bool:
    """Whether token i tells that a thing is one of forces: موكب عسكري، مجمع أمني."""
    key = chart.doc.keys[i].removeprefix("ال")
    return key in words("military") or key.removesuffix("ا") in words("military")
