"""Ground: whose a struck base is where nobody is told to own it: of who holds the ground.

Coalitions from the air, and Israel in Gaza and Lebanon, strike what armed groups hold.
"""

from __future__ import annotations

from typing import Final, cast

from waqai.annotate.actors.rows import Head
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node
from waqai.annotate.triggers.sense import Sense
from waqai.model.codes import ActorKind, EventType, TargetKind
from waqai.model.values import ActorValue

# Coalitions that fight armed groups who hold ground, and the one that fights for a government.
_COALITIONS: Final = frozenset(("saudi-led-coalition", "us-led-coalition"))
_FOR_GOVERNMENT: Final = "saudi-led-coalition"
# Whose forces strike what groups hold, and in which countries.
_STRIKER: Final = "IL"
_GROUNDS: Final = frozenset(("PS", "LB"))
_BLOWS: Final[frozenset[EventType]] = frozenset(
    ("air_strike", "shelling", "attack", "destruction", "bombing")
)
# Words from a blow to what it strikes at most, and those before what is only near or the means.
_REACH: Final = 8
_ASIDE: Final = frozenset(("في", "من", "داخل", "الي", "قرب", "عن", "مع", "بين", "باستخدام", "نصب"))
# Pronouns on what is somebody's who speaks or is told of: مواقعنا، قواعدها.
_OWN: Final = frozenset(("نا", "ها"))
_THEIRS: Final = frozenset(("لهم", "لها"))
_THEIR_OWN: Final = "لهم"
# Kinds of things that a state has more than its forces do.
_OFFICES: Final[frozenset[TargetKind]] = frozenset(("government",))


def held(chart: Chart, node: Node) -> bool:
    """Whether a base, a vehicle or an office that is struck is an armed group's."""
    kind: TargetKind = node.value.kind
    reading = node.parts[0].reading if node.parts else None
    if reading is not None and reading.suffix in _OWN:
        return False
    if not (_is_hit(chart, node) or (kind not in _OFFICES and _is_near(chart, node))):
        return False
    own = _actors(chart, node)
    if _is_bombed(chart, node, own, air=kind in _OFFICES):
        return True
    return kind == "base" and _is_invaded(chart, node, own)


def overrun(chart: Chart, node: Node) -> bool:
    """Whether forces, or offices, are struck by a coalition that fights for their government."""
    value: ActorValue = node.value
    if value.kind != "state_forces" and not (value.kind == "state" and _is_seat(node)):
        return False
    if node.rule == "actor.row" and value.kind == "state_forces":
        return False
    if node.rule == "actor.doer":
        return False
    nameless = value.country is None and value.id is None
    if not (_is_hit(chart, node) or (nameless and _is_near(chart, node))):
        return False
    own = _actors(chart, node)
    doers = [a.value for a in own if a.value.id == _FOR_GOVERNMENT]
    if not any(value.country in (None, doer.country) for doer in doers):
        return False
    return _is_bombed(chart, node, own, air=False)


def _is_seat(node: Node) -> bool:
    """Whether a body is named by where it sits: مكتب رئاسة الجمهورية."""
    head = node.parts[0].value if node.parts else None
    return isinstance(head, Head) and head.suffix == "seat"


def owner_told(chart: Chart, node: Node, end: int) -> ActorKind | None:
    """The kind of those whom a pronoun behind a thing means, told before it: نقطة تابعة لهم."""
    key = chart.doc.keys[end] if end < len(chart.doc.keys) else ""
    last = chart.doc.keys[node.j - 1]
    if not (node.cut and last.endswith("هم")) and last not in _THEIRS and key != _THEIR_OWN:
        return None
    before = [a.value.kind for a in _actors(chart, node) if a.j <= node.i]
    armed = [kind for kind in before if kind in ("armed_group", "state_forces")]
    return "armed_group" if armed[-1:] == ["armed_group"] else None


def _actors(chart: Chart, node: Node) -> list[Node]:
    """The actors of the sentence that a node stands in."""
    sentence = chart.doc.sentences[chart.doc.sentence_index(node.i)]
    return [a for k in range(sentence.first, sentence.last) for a in chart.at(k, "actor")]


def _is_hit(chart: Chart, node: Node) -> bool:
    """Whether the word before strikes: قصف الموقع، استهدف الموقع، قصف التحالف الموقع."""
    key = chart.doc.keys[node.i]
    if node.i and chart.doc.keys[node.i - 1] in words("hit_at"):
        return True
    if any(_sense(n).type in _BLOWS for n in chart.until(node.i, "trigger")):
        return True
    doers = () if key.startswith("و") else chart.until(node.i, "actor")
    return any(actor.value.id in _COALITIONS for actor in doers)


def _is_near(chart: Chart, node: Node) -> bool:
    """Whether a blow is told not far before: استهدفت أيضا الموقع، تدمير آليات ومخازن."""
    before = chart.doc.keys[node.i - 1] if node.i else ""
    if before in _ASIDE:
        return False
    near = range(max(0, node.i - _REACH), node.i)
    return any(_sense(n).type in _BLOWS for k in near for n in chart.at(k, "trigger"))


def _is_bombed(chart: Chart, node: Node, own: list[Node], *, air: bool) -> bool:
    """Whether a coalition that fights an armed group strikes; `air`: told to, from the air."""
    told = [actor.value for actor in chart.of("actor")]
    if not any(value.id in _COALITIONS for value in told):
        return False
    allied = any(actor.value.id in _COALITIONS for actor in own)
    if not allied and any(actor.value.kind == "state" for actor in own):
        return False  # another strikes (قصفت إسرائيل القاعدة), or a state is named as the owner
    if not any(value.kind == "armed_group" for value in told):
        return False
    sentence = chart.doc.sentences[chart.doc.sentence_index(node.i)]
    words_of = range(sentence.first, sentence.last)
    if any(_sense(n).type == "air_strike" for k in words_of for n in chart.at(k, "trigger")):
        return True
    return not air and any(a.value.id in _COALITIONS for a in own if a.j <= node.i)


def _is_invaded(chart: Chart, node: Node, own: list[Node]) -> bool:
    """Whether Israel's forces strike in Gaza or Lebanon and no armed group is told to strike."""
    before = [a.value for a in own if a.j <= node.i]
    if not before or not (before[-1].id or "").startswith(f"{_STRIKER}-"):
        return False
    if any(value.kind == "armed_group" for value in before):
        return False
    sentence = chart.doc.sentences[chart.doc.sentence_index(node.i)]
    places = (p for k in range(sentence.first, sentence.last) for p in chart.at(k, "place"))
    countries = {place.value.country for place in places} - {_STRIKER, None}
    return bool(countries) and countries <= _GROUNDS


def _sense(node: Node) -> Sense:
    """What a trigger says."""
    return cast(Sense, node.parts[0].value)
