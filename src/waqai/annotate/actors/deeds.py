"""Who does it where only an adjective of the deed tells: قصف تركي، الغارات الإسرائيلية."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from waqai.annotate.actors.rows import Head, Nisba
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.tails import definite
from waqai.annotate.actors.value import of_country, of_row
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node
from waqai.model.values import ActorValue

FORCES: Final = Head("organ", "forces", "state_forces", "{} forces", False)
_REGIME: Final = Head("organ", "regime-forces", "state_forces", "{} regime forces", True)
_ARMED: Final = ("armed_group", "political")
_BODIES: Final = frozenset(("un", "nato", "european-union"))
# Countries whose adjectives mean other things too: financial, lunar, of the desert, Roman, ivory.
_AMBIGUOUS: Final = frozenset(("ML", "KM", "EH", "RO", "CI"))
# Adjectives that may stand between a deed and the one that tells who does it.
_BETWEEN: Final = 2


def doer(scope: Scope, leaf: Node) -> bool:
    """Offer whose deed an adjective tells; False where it describes no deed."""
    nisba = cast(Nisba, leaf.value)
    if (
        nisba.form == "p"
        or nisba.country in _AMBIGUOUS
        or (leaf.reading is not None and leaf.reading.prep)
    ):
        return False
    if scope.chart.doc.keys[leaf.j : leaf.j + 1] == ["الصنع"] or _is_country(scope.chart, leaf):
        return False
    deed = _deed(scope.chart, leaf)
    value = _value(scope, nisba, deed[1]) if deed is not None else None
    after = scope.chart.doc.keys[leaf.j : leaf.j + 1]
    if deed is not None and deed[0].value == "war" and after not in (["علي"], ["ضد"]):
        return False
    if deed is None or value is None:
        return False
    scope.offer(scope.node(leaf, leaf.j, value, "actor.doer", (leaf, deed[0])), None)
    return True


def of_regime(chart: Chart, nodes: Sequence[Node]) -> None:
    """Make forces of a regime whose deed of war is told: قصف مدفعي للنظام، قصف للأسد."""
    for node in nodes:
        leaf = node.parts[0] if node.parts else node
        reading = leaf.reading
        if node.j - node.i > 1 or reading is None or reading.prep != "ل" or reading.conj:
            continue
        own = node.value.id == "assad" or (
            isinstance(leaf.value, Head) and leaf.value.suffix == "regime"
        )
        if own and node.value.country == "SY" and _struck(chart, node.i):
            node.value = of_country(_REGIME, "SY")


def _struck(chart: Chart, i: int) -> bool:
    """Whether a deed of war with its adjectives stands right before token i."""
    for at in range(i, max(-1, i - _BETWEEN - 2), -1):
        if any(node.value != "measure" for node in chart.until(at, "actor.deed")):
            return True
        if not at or not _describes(chart.doc.keys[at - 1].removeprefix("ال")):
            return False
    return False


def _is_country(chart: Chart, leaf: Node) -> bool:
    """Whether the word is the country, not the adjective in -ا: هجوم تركيا, not هجوما تركيا."""
    if cast(Nisba, leaf.value).form != "a" or not leaf.i:
        return False
    named = any(n.value.use == "state" for n in chart.at(leaf.i, "actor.name"))
    return named and not chart.doc.keys[leaf.i - 1].endswith(("ا", "اء"))


def _deed(chart: Chart, leaf: Node) -> tuple[Node, bool] | None:
    """The deed that the adjective describes, and whether it is one of war."""
    known, at, civil = definite(chart, leaf), leaf.i, False
    for _ in range(_BETWEEN + 1):
        for node in chart.until(at, "actor.deed"):
            if definite(chart, node) == known:
                return node, node.value != "measure" and not civil
        before = chart.doc.keys[at - 1] if at else ""
        bare = before.removeprefix("ال")
        if (bare != before) != known or not _describes(bare) or bare in words("inner"):
            return None
        civil = civil or bare in words("civil")
        at -= 1
    return None


def _describes(bare: str) -> bool:
    """Whether a word can be an adjective of the deed."""
    return len(bare) > 2 and (
        bare.endswith(("ي", "يه", "يا", "يتان", "يتين")) or bare in words("force")
    )


def _value(scope: Scope, nisba: Nisba, war: bool) -> ActorValue | None:
    """The forces or the state of the country, or the actor, of the adjective."""
    if nisba.country is None:
        row = scope.row(nisba.actor)
        body = row is not None and (row.kind in _ARMED or (row.id in _BODIES and not war))
        return of_row(row) if row is not None and body else None
    if war:
        return of_country(FORCES, nisba.country, nisba.english)
    row = scope.row(f"{nisba.country.lower()}-state")
    return of_row(row) if row is not None else None
