"""Scope: the phrases found so far in a document while it is read from its end."""

from __future__ import annotations

from typing import Final, cast

from waqai.annotate.actors.names import tells_ali
from waqai.annotate.actors.rows import OF_PEOPLE, Head, Named
from waqai.annotate.actors.tables import named
from waqai.annotate.chart import Chart, Node
from waqai.model.values import ActorValue

# Parties and fronts of the young are none of the group called after them: جبهة الشباب القبطي.
_PARTIES: Final = frozenset(("party", "coalition", "body"))
_FRONT: Final = "جبهه"
_BRIGADE: Final = "لواء"
_GENERAL: Final = ("اللواء", "للواء")


class Scope:
    """Best phrase at each token; `inside` ones are actors only as part of a longer phrase."""

    __slots__ = ("_blocks", "best", "chart", "heads", "inside", "rows", "tells_ali")

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.tells_ali = tells_ali(chart.doc)
        self.best: dict[int, Node] = {}
        self.inside: dict[int, Node] = {}
        # Second mentions (التنظيم) and, for names of several actors, all the rows.
        self.heads: list[Node] = []
        self.rows: dict[tuple[int, int], list[Named]] = {}
        self._blocks = {
            at: node for node in chart.of("actor.block") for at in range(node.i, node.j)
        }

    def blocked(self, i: int, j: int) -> bool:
        """Whether a fixed phrase that is no actor covers tokens [i, j)."""
        node = self._blocks.get(i)
        return node is not None and node.j - node.i >= j - i

    def node(
        self, leaf: Node, end: int, value: ActorValue, rule: str, parts: tuple[Node, ...]
    ) -> Node:
        """A phrase that begins with `leaf`."""
        cut = leaf.cut if end == leaf.j else 0
        return Node("actor", leaf.i, end, value, rule, parts, leaf.skip, cut)

    def offer(self, node: Node, row: Named | None) -> None:
        """Keep a phrase where it is the longest at its token (of equals the first)."""
        if row is not None:
            self.rows.setdefault((node.i, node.j), []).append(row)
        table = self.inside if row is not None and row.use not in ("", "local") else self.best
        old = table.get(node.i)
        if old is None or (node.j, -node.skip) > (old.j, -old.skip):
            table[node.i] = node

    def mention(self, leaf: Node) -> None:
        """A bare definite group noun, to be resolved by what stands before it."""
        self.heads.append(leaf)

    def inner(self, i: int) -> Node | None:
        """The best phrase that begins at token i without a proclitic."""
        found = self.any_at(i)
        return found if found is not None and not found.skip else None

    def any_at(self, i: int) -> Node | None:
        """The longest phrase at token i, of either sort."""
        one, two = self.best.get(i), self.inside.get(i)
        if one is None or two is None:
            return one or two
        return two if two.j > one.j else one

    def complement(self, i: int, head: Head) -> Node | None:
        """What may follow a head directly."""
        found = self.inner(i)
        if found is None:
            return None
        row = self.named_at(found)
        if row is not None and row.id in OF_PEOPLE:
            front = self.chart.doc.keys[i - 1].endswith(_FRONT)
            if front or head.suffix in _PARTIES:
                return None
        if row is not None and row.use == "head" and head.cls not in ("group", "member"):
            return None
        if row is not None and row.use in ("state", "weak") and head.cls == "group":
            return found if row.use == "state" and head.suffix == "militia" else None
        return found

    def named_at(self, node: Node) -> Named | None:
        """The row of a phrase that is a table row."""
        leaf = node.parts[0] if node.rule == "actor.row" and node.parts else None
        if leaf is None or leaf.kind != "actor.name":
            return None
        return cast(Named, leaf.value)

    def place(self, i: int) -> Node | None:
        """The longest place that begins at token i without a proclitic."""
        found = [node for node in self.chart.at(i, "place") if not node.skip]
        return max(found, key=lambda n: n.j) if found else None

    def district(self, leaf: Node) -> bool:
        """Whether a brigade's noun begins a place's own name: لواء الرويشد in Jordan."""
        key = self.chart.doc.keys[leaf.i]
        if not key.endswith(_BRIGADE) or key.endswith(_GENERAL):
            return False
        return any(n.rule == "gazetteer" and n.j > leaf.j for n in self.chart.at(leaf.i, "place"))

    def adjective_before(self, leaf: Node) -> bool:
        """Whether the word before is a noun that the adjective may describe."""
        return any(
            node.kind in ("actor.head", "actor.title", "actor.qualifier", "actor.nisba")
            for tag in ("actor.head", "actor.title", "actor.qualifier", "actor.nisba")
            for node in self.chart.until(leaf.i, tag)
        )

    def row(self, identity: str | None) -> Named | None:
        """A table row by id."""
        return named().get(identity) if identity else None
