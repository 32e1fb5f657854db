"""Second mentions: التنظيم after تنظيم القاعدة, عشماوي after هشام عشماوي."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, cast

from waqai.annotate.actors.names import common, is_particle, names
from waqai.annotate.actors.offices import ruled
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.stance import is_verb
from waqai.annotate.actors.tails import adjectives
from waqai.annotate.actors.value import bare
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Node
from waqai.model.values import ActorValue
from waqai.text.document import Document

_NAMED: Final = frozenset(("actor.person", "actor.name", "actor.row"))
_FATHERS: Final = frozenset(("ابو", "ابي", "ابا", "بو", "بن", "ال"))
_GROUPS: Final = ("armed_group", "political", "international")


def second_mentions(scope: Scope, nodes: Sequence[Node]) -> list[Node]:
    """Nodes for what refers back to one earlier actor; unnamed ones among `nodes` get its value."""
    _unnamed(scope, nodes)
    _occupiers(scope, nodes)
    known = _bearers(scope, nodes)
    _namesakes(scope, nodes, known)
    return [*_groups(scope, nodes), *_surnames(scope, known)]


def _occupiers(scope: Scope, nodes: Sequence[Node]) -> None:
    """الاحتلال alone in a report of another country's occupation, where nothing is Israel's."""
    told = [node for node in nodes if _occupies(scope, node)]
    others = [node for node in told if node.value.country != "IL"]
    if not others or any(n.value.country == "IL" for n in scope.chart.of("actor.nisba")):
        return
    for node in told:
        if node.value.country == "IL":
            before = [other for other in others if other.i < node.i] or others[:1]
            node.value, node.rule = before[-1].value, "actor.second"
            node.parts = (*node.parts, before[-1])


def _occupies(scope: Scope, node: Node) -> bool:
    """Whether an actor is called an occupation."""
    words_of = scope.chart.doc.keys[node.i : node.j]
    return node.value.country is not None and any(k.endswith("احتلال") for k in words_of)


def _unnamed(scope: Scope, nodes: Sequence[Node]) -> None:
    """الميليشيات, التنظيم الإرهابي: the last actor before that was called so."""
    keys = scope.chart.doc.keys
    for n, node in enumerate(nodes):
        value = cast(ActorValue, node.value)
        inner = node.parts[-1] if node.rule == "actor.grammar" and node.parts else node
        if inner.rule != "actor.head" or value.id is not None or value.kind != "armed_group":
            continue
        noun = "ال" + keys[inner.i].partition("ال")[2] if inner is not node else ""
        noun = noun or keys[node.i][node.skip :]
        if not noun.startswith("ال") or noun.removeprefix("ال") not in words("called"):
            continue
        earlier = next((e for e in reversed(nodes[:n]) if _called(keys, e, noun[2:])), None)
        if earlier is not None:
            node.value, node.rule = earlier.value, "actor.second"
            node.parts = (*node.parts, earlier)


def _groups(scope: Scope, nodes: Sequence[Node]) -> list[Node]:
    """Bare definite group nouns; the actor is the last one before that was called so."""
    found = []
    keys = scope.chart.doc.keys
    for leaf in sorted(scope.heads, key=lambda n: n.i):
        noun = leaf.reading.stem.removeprefix("ال") if leaf.reading else ""
        earlier = [n for n in nodes if n.j <= leaf.i and _called(keys, n, noun)]
        if not earlier and _are_forces(scope, leaf):
            value = bare(leaf.value)
            found.append(scope.node(leaf, leaf.j, value, "actor.head", (leaf,)))
        if not earlier:
            continue
        end, _ = adjectives(scope.chart, leaf.j, True)
        value = earlier[-1].value
        found.append(scope.node(leaf, end, value, "actor.second", (leaf, earlier[-1])))
    return found


def _are_forces(scope: Scope, leaf: Node) -> bool:
    """Whether forces of nobody told before are told to act: انسحبت القوات إلى، إن القوات دخلت."""
    keys = scope.chart.doc.keys
    before = keys[leaf.i - 1] if leaf.i else ""
    after = keys[leaf.j] if leaf.j < len(keys) else ""
    told = after.startswith("ال") and after != "الي"
    alone = leaf.j - leaf.i == 1 and not leaf.skip
    if not alone or keys[leaf.i] != "القوات" or told or not after.isalpha():
        return False
    led = before in ("ان", "بان") and is_verb(after)
    return led or before.removeprefix("و") in words("forces_do")


def _called(keys: list[str], node: Node, noun: str) -> bool:
    """Whether an actor was introduced with this noun (تنظيم القاعدة)."""
    value = cast(ActorValue, node.value)
    forces = noun == "قوات" and value.kind == "state_forces"
    if not (forces or value.kind in _GROUPS) or value.id is None:
        return False
    return any(
        key.removeprefix("ال").endswith(noun) for key in keys[node.i : min(node.j, node.i + 3)]
    )


def _namesakes(scope: Scope, nodes: Sequence[Node], known: Mapping[str, Node]) -> None:
    """A last name alone that a table gives to somebody else than its first bearer in the report.

    A ruler goes by it whoever of the family is named: الأسد behind ماهر الأسد.
    """
    for node in nodes:
        if node.rule != "actor.row" or node.j - node.i > 1 or ruled(node.value.id):
            continue
        key = scope.chart.doc.keys[node.i][node.skip :]
        bearer = known.get(key) if node.value.kind == "person" else None
        early = bearer is not None and node.i < bearer.i
        if bearer is None or (early and not _in_title(scope.chart.doc, node.i, node.j)):
            continue
        if bearer.value.id != node.value.id:
            node.value, node.rule = bearer.value, "actor.second"
            node.parts = (*node.parts, bearer)


def _bearers(scope: Scope, nodes: Sequence[Node]) -> dict[str, Node]:
    """The last names of the people whom the report names in full, each with its first bearer."""
    known: dict[str, Node] = {}
    keys = scope.chart.doc.keys
    for node in nodes:
        value = cast(ActorValue, node.value)
        if value.kind != "person" or node.rule not in _NAMED:
            continue
        end = _name_stop(scope, node)
        if end - node.i < 2:
            continue
        bound = keys[end - 2] in _FATHERS
        key = keys[end - 1]
        # A family so called is many: آل فلان.
        if bound and end - node.i > 2 and (value.id is None or keys[end - 2] != "ال"):
            known.setdefault(f"{keys[end - 2]} {key}", node)
        elif not bound and _is_surname(key):
            known.setdefault(key, node)
    return known


def _surnames(scope: Scope, known: Mapping[str, Node]) -> list[Node]:
    """The last name of a person whom the report names in full, alone: also in a title before."""
    keys = scope.chart.doc.keys
    firsts = {name.partition(" ")[0] for name in known}
    found = (
        _recalled(scope, known[key], i, j)
        for i, first in enumerate(keys)
        if first in firsts
        for j in ((i + 2,) if first in _FATHERS and i + 1 < len(keys) else (i + 1,))
        if (key := " ".join(keys[i:j])) in known
    )
    return [node for node in found if node is not None]


def _recalled(scope: Scope, person: Node, i: int, j: int) -> Node | None:
    """The last name [i, j) as a mention of who bears it, with first names that are theirs.

    Before they are named in full only the title recalls somebody.
    """
    chart = scope.chart
    keys = chart.doc.keys
    early = i < person.j
    placed = any(chart.at(i, "place")) or any(chart.until(j, "place"))
    if (placed and (early or j - i > 1)) or (early and not _in_title(chart.doc, i, j)):
        return None
    own = keys[person.i : person.j]
    while i and keys[i - 1] in own and (keys[i - 1] in names("given") or keys[i - 1] == "عبد"):
        i -= 1
    before = keys[i - 1] if i else ""
    if before in names("given") or before in _FATHERS or before == "عبد":
        return None
    return Node("actor", i, j, person.value, "actor.second", (person,))


def _in_title(doc: Document, i: int, j: int) -> bool:
    """Whether the title holds the name [i, j), and no noun with its genitive: مفجري المساجد."""
    genitive = doc.keys[j : j + 1] and doc.keys[j].startswith("ال")
    return not doc.sentence_index(i) and (not genitive or doc.keys[i].startswith("ال"))


def _is_surname(key: str) -> bool:
    """Whether a last name alone recalls who bears it."""
    named = is_particle(key) or key in names("given")
    return len(key) > 3 and not named and key not in common()


def _name_stop(scope: Scope, node: Node) -> int:
    """Token after a person's name, without the office told behind it."""
    inner = node.parts[-1] if node.parts else node
    if inner.kind == "actor":
        return inner.j
    doc = scope.chart.doc
    start, end = doc.span(node.i, node.j)
    at = doc.text.find(node.value.name, start, end)
    stop = node.j
    while at >= 0 and stop > node.i + 1 and doc.starts[stop - 1] >= at + len(node.value.name):
        stop -= 1
    return stop
