"""Second mentions: التنظيم after تنظيم القاعدة, عشماوي after هشام عشماوي."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from waqai.annotate.actors.names import common, is_particle, names
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.tails import adjectives
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Node
from waqai.model.values import ActorValue

_NAMED = frozenset(("actor.person", "actor.name", "actor.row"))
_GROUPS = ("armed_group", "political", "international")


def second_mentions(scope: Scope, nodes: Sequence[Node]) -> list[Node]:
    """Nodes for what refers back to one earlier actor; unnamed ones among `nodes` get its value."""
    _unnamed(scope, nodes)
    _occupiers(scope, nodes)
    return [*_groups(scope, nodes), *_surnames(scope, nodes)]


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
        if not earlier:
            continue
        end, _ = adjectives(scope.chart, leaf.j, True)
        value = earlier[-1].value
        found.append(scope.node(leaf, end, value, "actor.second", (leaf, earlier[-1])))
    return found


def _called(keys: Sequence[str], node: Node, noun: str) -> bool:
    """Whether an actor was introduced with this noun (تنظيم القاعدة)."""
    value = cast(ActorValue, node.value)
    forces = noun == "قوات" and value.kind == "state_forces"
    if not (forces or value.kind in _GROUPS) or value.id is None:
        return False
    return any(
        key.removeprefix("ال").endswith(noun) for key in keys[node.i : min(node.j, node.i + 3)]
    )


def _surnames(scope: Scope, nodes: Sequence[Node]) -> list[Node]:
    """The last name of a person who was named in full before, alone."""
    known: dict[str, Node] = {}
    keys = scope.chart.doc.keys
    for node in nodes:
        value = cast(ActorValue, node.value)
        if value.kind != "person" or node.rule not in _NAMED or node.j - node.i < 2:
            continue
        key = keys[node.j - 1]
        if (
            len(key) > 3
            and not is_particle(key)
            and key not in common()
            and key not in names("given")
        ):
            known.setdefault(key, node)
    if not known:
        return []
    return [
        Node("actor", i, i + 1, known[key].value, "actor.second", (known[key],))
        for i, key in enumerate(keys)
        if key in known and i >= known[key].j
    ]
