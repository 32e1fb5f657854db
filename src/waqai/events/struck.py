"""Struck: of which kind the party is that a struck thing stands for (مقر الحزب, دورية للجيش)."""

from __future__ import annotations

from typing import Final, cast

from waqai.annotate.actors.rows import Head
from waqai.annotate.actors.tables import named as actors
from waqai.annotate.actors.tails import detached
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node
from waqai.annotate.people.construct import genitive
from waqai.annotate.triggers.sense import Sense
from waqai.events.ground import held, owner_told
from waqai.events.riders import of_harmed
from waqai.model.codes import ActorKind, TargetKind
from waqai.model.values import TargetValue

# Things of forces, and kinds of things that are civilians' whoever runs them.
_OF_FORCES: Final = frozenset(
    ("police station", "security directorate", "security headquarters", "barracks mosque",
     "patrol", "military vehicle", "military convoy", "helicopter")
)  # fmt: skip
CIVIL: Final = frozenset(("hospital", "school", "home", "market", "camp", "church"))
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
_ARMS: Final = frozenset(("base", "checkpoint", "convoy"))
_MOVED: Final = frozenset(("patrol", "military vehicle", "checkpoint"))
_RUN: Final = frozenset(("pipeline", "port", "crossing", "research centre", "nuclear site"))
# Things that do not tell whose they are.
_OPEN: Final = frozenset(("target", "aircraft"))
# Where men gather whom a blow finds together.
_GATHERED: Final = frozenset(("assembly",))
# Where car bombs and charges are made, which no state does.
_WORKSHOP: Final = "explosives workshop"
# What carries people, and words from it to them at most (تقل عددا من الجنود).
_VEHICLES: Final = frozenset(
    ("bus", "vehicle", "car", "civilian vehicle", "train", "taxi", "truck", "ship", "boat")
)
_TO_MEN: Final = 5
PRISON: Final = "prison"
_AIRPORT: Final = "airport"
# What crowds do.
_CROWDS: Final = frozenset(("riot", "protest"))
_ASIDE: Final = frozenset(("الي", "من", "في", "قرب", "امام", "نحو", "حول"))
# Words from what a crowd does to what it storms at most.
_NEAR: Final = 8
_MARCH: Final = "march"
_CONVOY: Final = "convoy"
# Kinds of things that those who protest sit in.
_OF_SIT_IN: Final[frozenset[TargetKind]] = frozenset(("camp", "home", "other"))
# What tells that an official is one of the United Nations: مكتب المبعوث الأممي.
_ENVOYS: Final = frozenset(("الاممي", "الامميه"))
# Those whose bases are those of men under arms: مواقع للمعارضة.
_OPPOSED: Final = "opposition"
# What tells that aid is sent by many states: قافلة مساعدات دولية.
_MANY: Final = frozenset(("دوليه", "الدوليه", "دولي", "الدولي", "اممي", "امميه", *_ENVOYS))
# Where bodies sit, and officials.
_OFFICES: Final = frozenset(("office", "building", "compound"))
# What a person named after a thing makes of it: موكب الوزير, مكتب الوزير.
_OF_PERSON: Final[dict[TargetKind, ActorKind]] = {"convoy": "person", "government": "state"}
_OF_TARGET: Final[dict[TargetKind, ActorKind]] = {
    "base": "state_forces",
    "checkpoint": "state_forces",
    "government": "state",
    "media": "media",
}


def kind_of(chart: Chart, node: Node) -> ActorKind:
    """The kind of whose a struck thing is: of forces that its name tells, else by its kind."""
    value: TargetValue = node.value
    if value.name == _MARCH or _of_protest(chart, node):
        return "protesters"
    owner = _owner(chart, node)
    if owner is not None and not (owner == "international" and value.kind in CIVIL):
        return owner
    theirs = owner_told(chart, node, node.j) if _may_be_held(value) else None
    if theirs is not None:
        return theirs
    taking = value.name in _OFFICES or (value.kind in _TAKING and value.name not in _NOT_TAKING)
    named = _named(chart, node) if taking else None
    ruled = value.name in _OFFICES or _may_be_held(value)
    if named in ("state", "state_forces") and ruled and held(chart, node):
        return "armed_group"
    if named is not None and (value.name != PRISON or named == "armed_group"):
        return named
    if value.name in _OFFICES and _administers(chart, node):
        return "state"
    if value.name == _AIRPORT and _is_stormed(chart, node):
        return "state"
    if value.name == _WORKSHOP or (_may_be_held(value) and held(chart, node)):
        return "armed_group"
    if value.name in _MOVED | _VEHICLES and _is_rigged(chart, node):
        return "armed_group"
    told = range(node.i + 1, node.j) if value.kind not in CIVIL else ()
    forces = any(_of_forces(head) for k in told for head in chart.at(k, "actor.head"))
    forces = forces or any(_is_military(chart, k) for k in told) or _is_of_unit(chart, node)
    if forces or value.name in _OF_FORCES or _air_base(chart, node):
        return "state_forces"
    if value.name in _VEHICLES | _OPEN | _GATHERED:
        carried = of_harmed(chart, node) or _carried(chart, node)
        if carried is not None:
            return carried
    if value.name in _OPEN:
        return "unknown"
    if value.kind == "aid" and not _MANY.isdisjoint(chart.doc.keys[node.i : node.j + 1]):
        return "international"
    return "state" if value.name in _RUN else _OF_TARGET.get(value.kind, "civilians")


def _of_protest(chart: Chart, node: Node) -> bool:
    """Whether a thing is one of a protest: مخيم الاعتصام, تفريق موكب."""
    keys = chart.doc.keys
    if any(key.removeprefix("ال") in words("sit_in") for key in keys[node.i + 1 : node.j + 1]):
        return node.value.kind in _OF_SIT_IN
    near = keys[max(0, node.i - _NEAR) : node.i]
    return node.value.name == _CONVOY and not words("disperses").isdisjoint(near)


def _carried(chart: Chart, node: Node) -> ActorKind | None:
    """The kind of the men under arms whom a vehicle is told to carry: حافلة تقل جنودا."""
    keys = chart.doc.keys
    at = node.j + (keys[node.j : node.j + 1] in (["كانت"], ["كان"]))
    if keys[at : at + 1] == [] or keys[at] not in words("carries"):
        return None
    near = range(at + 1, min(len(keys), at + _TO_MEN))
    men = (actor.value.kind for k in near for actor in chart.at(k, "actor"))
    kind: ActorKind | None = next(men, None)
    return kind if kind in ("state_forces", "armed_group") else None


def _administers(chart: Chart, node: Node) -> bool:
    """Whether an office is one of those that govern: مبنى الديوان العام، مكتب الإدارة التعليمية."""
    end = node.j if node.cut else max(node.j, genitive(chart, node.i, node.j))
    inside = chart.doc.keys[node.i + 1 : end]
    return not words("administers").isdisjoint(key.removeprefix("ال") for key in inside)


def _is_stormed(chart: Chart, node: Node) -> bool:
    """Whether a crowd is told to storm a thing: اقتحم محتجون المطار."""
    sentence = chart.doc.sentences[chart.doc.sentence_index(node.i)]
    if chart.doc.keys[node.i - 1 : node.i] != [] and chart.doc.keys[node.i - 1] in _ASIDE:
        return False
    near = range(max(sentence.first, node.i - _NEAR), node.i)
    told = (n for k in near for n in chart.at(k, "trigger"))
    return any(cast(Sense, n.parts[0].value).type in _CROWDS for n in told)


def _may_be_held(value: TargetValue) -> bool:
    """Whether a thing is one that whoever holds the ground has there."""
    return value.kind in _HELD or value.name in _MOVED


def _owner(chart: Chart, node: Node) -> ActorKind | None:
    """The kind of whom the words say that a thing belongs to: مقرات تابعة للميليشيا."""
    keys = chart.doc.keys
    last = min(node.j + 1, len(keys)) if not node.cut else node.j - 1
    said = (k for k in range(node.i + 1, last) if keys[k] in words("belonging"))
    whose = (a.value.kind for k in said for a in chart.at(detached(keys, k + 1), "actor"))
    owner: ActorKind | None = next(whose, None)
    forces = node.value.kind in _ARMS or _air_base(chart, node)
    return "state_forces" if owner == "state" and forces else owner


def _named(chart: Chart, node: Node) -> ActorKind | None:
    """The kind of the first body or person in the name of a thing: مجمع وزارة الداخلية."""
    named = (actor for k in range(node.i + 1, node.j) for actor in chart.at(k, "actor"))
    first = next(named, None)
    if first is None or first.j > node.j:
        return _of_group(chart, node)
    kind: ActorKind = first.value.kind
    if kind == "person":
        if any(chart.doc.keys[k] in _ENVOYS for k in range(node.i, first.j)):
            return "international"
        return "state" if node.value.name in _OFFICES else _OF_PERSON.get(node.value.kind)
    if kind == "political" and node.value.kind == "base" and first.value.name.endswith(_OPPOSED):
        return "armed_group"
    return kind if kind in _OWNERS else None


def _of_group(chart: Chart, node: Node) -> ActorKind | None:
    """The kind of the actor that an adjective of a thing is of: موقع داعشي."""
    of = (n.value.actor for k in range(node.i + 1, node.j) for n in chart.at(k, "actor.nisba"))
    rows = (actors()[actor].kind for actor in of if actor in actors())
    return next((kind for kind in rows if kind in _OWNERS), None)


def _air_base(chart: Chart, node: Node) -> bool:
    """Whether an airport is by its place an air base: مطار الشعيرات."""
    return any("air base" in place.value.name.lower() for place in chart.at(node.i, "place"))


def _of_forces(leaf: Node) -> bool:
    """Whether a noun is a body of forces: (مسجد) قوات الطوارئ."""
    head: Head = leaf.value
    told = head.bare or leaf.j - leaf.i > 1
    return head.cls == "organ" and head.kind == "state_forces" and told


def _is_rigged(chart: Chart, node: Node) -> bool:
    """Whether a vehicle is a bomb, which no army has: آلية مفخخة."""
    return not words("rigged").isdisjoint(chart.doc.keys[node.i + 1 : node.j + 1])


def _is_of_unit(chart: Chart, node: Node) -> bool:
    """Whether an office is of a unit, which an army has where no group is told: مقر فرقة الجليل."""
    key = chart.doc.keys[node.i + 1 : node.i + 2]
    units = words("unit") | words("division")
    return node.value.kind == "government" and bool(key) and key[0].removeprefix("ال") in units


def _is_military(chart: Chart, i: int) -> bool:
    """Whether token i tells that a thing is one of forces: موكب عسكري، مجمع أمني."""
    key = chart.doc.keys[i].removeprefix("ال")
    return key in words("military") or key.removesuffix("ا") in words("military")
