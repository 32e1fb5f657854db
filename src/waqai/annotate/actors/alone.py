"""What a head of nobody told still takes: a family's name, whose crowd, what is guarded."""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors import value as values
from waqai.annotate.actors.names import is_known, name_end
from waqai.annotate.actors.rows import Head
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.tails import definite
from waqai.annotate.actors.words import endings, words
from waqai.annotate.chart import Node
from waqai.model.values import ActorValue

# Letters of a word that is no adjective, at most.
_SHORT: Final = 3
# What is a drone too, but where it is for or against somebody.
_MARCHES: Final = frozenset(("مسيره", "مسيرات"))
# Kinds of bodies whose people protesters are: متظاهرون من عدة أحزاب.
_CROWDED: Final = ("political", "civilians")


def extended(scope: Scope, leaf: Node, head: Head, end: int, known: bool) -> int:
    """Token after what a head alone still takes: a family's name, whose crowd, what is guarded."""
    keys = scope.chart.doc.keys
    if head.suffix == "family" and not known and end == leaf.j:
        return _clan(scope, end)
    if head.suffix == "protesters" and keys[end : end + 1] == ["من"]:
        inner = scope.any_at(end + 1 + (keys[end + 1 : end + 2] == ["عده"]))
        return inner.j if inner is not None and inner.value.kind in _CROWDED else end
    if keys[leaf.j - 1] in words("guarding") and end == leaf.j:
        place, inner = scope.place(end), scope.inner(end)
        return max([end, *(node.j for node in (place, inner) if node is not None)])
    return end


def _clan(scope: Scope, i: int) -> int:
    """Token after the name of a family: (عائلة) أبو شمالة; i where there is none."""
    keys = scope.chart.doc.keys[i : i + 1]
    named = bool(keys) and (is_known(keys[0]) or keys[0] in ("ابو", "ال"))
    return (name_end(scope.chart.doc, i, True) or i) if named else i


def own_kin(scope: Scope, i: int) -> bool:
    """Whether the spelling shows a relative of one told before, so that the name behind is theirs.

    شقيقه فلان (his brother), not شقيقة فلان (the sister of).
    """
    doc = scope.chart.doc
    return doc.keys[i].endswith(endings("kin")) and doc.text[doc.ends[i] - 1] == "ه"


def cell(scope: Scope, leaf: Node, head: Head) -> None:
    """A cell of nobody told, with one adjective: خلية نائمة; not one of bodies or of officials."""
    key = (scope.chart.doc.keys[leaf.j : leaf.j + 1] or [""])[0]
    if leaf.reading is not None and leaf.reading.stem.removeprefix("ال") not in words("cell"):
        return
    if definite(scope.chart, leaf) or not key.isalpha() or key in words("no_cell"):
        return
    if key.startswith(("ال", "لل")):
        return
    told = key.endswith("ه") and not key.startswith("و")
    value = ActorValue(values.armed(head).name, None, "armed_group", None)
    scope.offer(scope.node(leaf, leaf.j + told, value, "actor.head", (leaf,)), None)


def flags(scope: Scope, leaf: Node) -> bool:
    """Whether flags are told of, which their letters alone part from the media: أعلام مصر."""
    start, end = scope.chart.doc.span(leaf.i, leaf.j, leaf.skip)
    return scope.chart.doc.text[start:end].removeprefix("ال").startswith("أعلام")


def competent(scope: Scope, leaf: Node, head: Head) -> bool:
    """Offer a court told by what it tries or does: محكمة مختصة بقضايا الفساد, قضت محكمة بسجنه."""
    keys = scope.chart.doc.keys
    key = keys[leaf.j] if leaf.j < len(keys) else ""
    single = leaf.j - leaf.i == 1
    named = single and key in words("trying")
    against = single and key.startswith("ل") and key[1:] in words("field")
    before = keys[leaf.i - 1] if leaf.i else ""
    ruling = single and not leaf.skip and (before in words("rules") or key in words("rules"))
    if not named and not against and not ruling:
        return False
    scope.offer(scope.node(leaf, leaf.j + named, values.bare(head), "actor.head", (leaf,)), None)
    # Where it sits may follow what it does: قضت محكمة في العاصمة.
    return named or against


def marching(scope: Scope, leaf: Node, end: int) -> None:
    """Offer groups of nobody told, with one adjective, that protest: تظاهرت مجموعات يسارية."""
    keys = scope.chart.doc.keys
    if leaf.reading is None or leaf.reading.suffix or leaf.reading.stem not in words("assorted"):
        return
    key = keys[end] if end < len(keys) else ""
    end += key.endswith("ه") and len(key) > _SHORT and key[0] not in "وبل"
    value = ActorValue("protesters", None, "protesters", None)
    scope.offer(scope.node(leaf, end, value, "actor.head", (leaf,)), None)


def march(scope: Scope, leaf: Node, end: int) -> bool:
    """Offer a march of backers or opponents, to token `end`: مسيرة مناهضة للحكومة is no drone."""
    keys = scope.chart.doc.keys
    side = keys[leaf.j] if leaf.j < end else ""
    noun = keys[leaf.i][leaf.skip :].removeprefix("ال")
    if leaf.j - leaf.i > 1 or noun not in _MARCHES:
        return False
    if side not in words("siding") and side not in words("opposing"):
        return False
    value = ActorValue("protesters", None, "protesters", None)
    scope.offer(scope.node(leaf, end, value, "actor.head", (leaf,)), None)
    return True


def bombs(scope: Scope, leaf: Node) -> bool:
    """Whether a bare noun for aircraft or guns is told to strike: قصف الطيران القرى."""
    keys = scope.chart.doc.keys
    before = keys[leaf.i - 1].removeprefix("و") if leaf.i and not leaf.skip else ""
    # الطيران المدني is no force.
    after = keys[leaf.j] if leaf.j < len(keys) else ""
    civil = after.removeprefix("ال") in words("civil")
    return keys[leaf.i] in words("bombers") and before in words("bombs") and not civil


def named_behind(scope: Scope, leaf: Node, end: int) -> bool:
    """Offer one told by whose counterpart he is with his name behind: نظيره المصري سامح شكري."""
    if leaf.reading is None or leaf.reading.stem not in words("owned_noun"):
        return False
    at = end + (scope.chart.doc.keys[end : end + 1] in (["،"], [","]))
    inner = scope.any_at(at)
    if inner is None or inner.value.kind != "person" or inner.skip:
        return False
    scope.offer(scope.node(leaf, inner.j, inner.value, "actor.person", (leaf, inner)), None)
    return True
