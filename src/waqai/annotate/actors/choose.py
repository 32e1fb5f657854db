"""Which phrases are actors: names of several actors decided, weak ones judged, overlaps settled."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final, cast

from waqai.annotate.actors.context import Votes, in_office, localise
from waqai.annotate.actors.countries import acts
from waqai.annotate.actors.crowds import protesting
from waqai.annotate.actors.deeds import of_regime
from waqai.annotate.actors.introduced import listed
from waqai.annotate.actors.names import names
from waqai.annotate.actors.persons import LED, VOICE
from waqai.annotate.actors.rows import OF_PEOPLE, Body, Head, Named
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.second import second_mentions
from waqai.annotate.actors.seized import arrested
from waqai.annotate.actors.stance import proclitics
from waqai.annotate.actors.tables import fields, recalled
from waqai.annotate.actors.value import of_nisba, of_row
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Node, longest
from waqai.model.codes import ActorKind
from waqai.model.values import ActorValue

# Tokens of an armed group's name before its ally at most.
_BESIDE: Final = 5
_NAMES: Final = frozenset(("actor.name", "actor.row", "actor.nationals", "actor.person"))


def select(scope: Scope) -> list[Node]:
    """The actors of the document, in order, without overlaps."""
    ids = {node.value.id for node in scope.best.values()}
    weak = [node for node in scope.inside.values() if _stands(scope, node, ids)]
    best = [n for n in scope.best.values() if not _of_place(scope, n)]
    nodes = longest([*(n for n in best if not _is_crowd(scope, n, best)), *weak])
    nodes = longest([*nodes, *listed(scope.chart, nodes)])
    votes = Votes(scope.chart, [node for node in nodes if _votes(scope, node)])
    for node in nodes:
        _decide(scope, node, votes)
        localise(node, votes)
        in_office(node, votes, scope.chart.doc.published)
    for voice in (*scope.chart.of(VOICE), *scope.chart.of(LED)):
        _decide(scope, voice, votes)
    of_regime(scope.chart, nodes)
    protesting(scope.chart, nodes)
    arrested(scope.chart, nodes)
    return longest([*nodes, *second_mentions(scope, nodes)])


def _of_place(scope: Scope, node: Node) -> bool:
    """Whether an actor's name is part of a place's name: مستشفى كمال عدوان, شهداء الأقصى."""
    if node.rule in _NAMES and node.i and not node.skip:
        before = scope.chart.doc.keys[node.i - 1]
        noun = before[proclitics(before) :]
        # What a definite noun is followed by is not its name: شارك في المسيرة حزب.
        known = noun.startswith("ال") and node.rule == "actor.row"
        if noun.removeprefix("ال") in words("named_after") and not known:
            return True
    if node.rule not in _NAMES or node.value.kind not in ("person", "civilians"):
        return False
    chart = scope.chart
    if any(place.i < node.i for place in chart.until(node.j, "place")):
        return True
    strange = node.value.id is None and node.value.kind == "person"
    if strange and any(p.j >= node.j and p.skip == node.skip for p in chart.at(node.i, "place")):
        return True
    # Behind a definite noun it is of somebody: وكيل المحافظة فلان.
    heads = chart.until(node.i, "place.head")
    named = any(not (n.reading is not None and n.reading.article) for n in heads)
    return named and node.value.kind == "person" and not node.skip


def _is_crowd(scope: Scope, node: Node, others: Sequence[Node]) -> bool:
    """Whether people, not the group called after them, are told of: مجموعة من الشباب، جبهة الشباب.

    The group is meant where the report names it elsewhere.
    """
    if node.value.id not in OF_PEOPLE or not _is_loose(scope, node):
        return False
    same = (n for n in others if n.value.id == node.value.id)
    return all(_is_loose(scope, one) for one in same)


def _is_loose(scope: Scope, node: Node) -> bool:
    """Whether a group's name stands behind a noun for any people."""
    key = scope.chart.doc.keys[node.i][node.skip :]
    return key.removeprefix("ال") in words("loose")


def _stands(scope: Scope, node: Node, ids: AbstractSet[str | None]) -> bool:
    """Whether a country or capital alone is an actor here, or a group's noun (القاعدة)."""
    row = scope.named_at(node)
    if row is None or row.use not in ("state", "weak"):
        if row is not None and row.kind == "person":
            return _ruled(scope, node) or _leads(scope, node, row)
        if row is not None and row.id in OF_PEOPLE:
            return _speaks(scope, node)
        own = recalled().get(row.id) if row is not None else None
        return own is not None and (not ids.isdisjoint(own) or _beside_group(scope, node))
    return acts(scope.chart, node)


def _speaks(scope: Scope, node: Node) -> bool:
    """Whether a noun for people is a group's that speaks, by the feminine: تبنت الشباب الهجوم."""
    before = scope.chart.doc.keys[node.i - 1] if node.i else ""
    return not node.skip and before.removeprefix("و") in words("group_speaks")


def _ruled(scope: Scope, node: Node) -> bool:
    """Whether a name that is a common word is a ruler's by the noun before it: تنحي مبارك."""
    before = scope.chart.doc.keys[node.i - 1] if node.i else ""
    return not node.skip and before in words("rulers")


def _leads(scope: Scope, node: Node, row: Named) -> bool:
    """Whether a last name that is a common word too acts in a report of its country: دعا الصدر."""
    keys = scope.chart.doc.keys
    key = keys[node.i]
    before = keys[node.i - 1].removeprefix("و") if node.i else ""
    behind = keys[node.j] if node.j < len(keys) else ""
    if node.skip or not key.startswith("ال") or before not in words("leads_by"):
        return False
    published = scope.chart.doc.published
    known = behind in names("given") or any(scope.chart.at(node.j, "actor.nisba"))
    if known or not row.lived(published.year if published else None):
        return False
    own = _written(scope, node)
    others = (n.value for n in scope.best.values() if n.value.kind == "person")
    if any(one.id != row.id and one.name.split(" ")[-1] == own for one in others):
        return False
    return any(place.value.country == row.country for place in scope.chart.of("place"))


def _written(scope: Scope, node: Node) -> str:
    """The words of a name as the text writes them."""
    start, end = scope.chart.doc.span(node.i, node.j, node.skip, node.cut)
    return scope.chart.doc.text[start:end]


def _beside_group(scope: Scope, node: Node) -> bool:
    """Whether a group's noun is joined to an armed group: طالبان والقاعدة، القاعدة وداعش.

    A base that is one of a kind bears an adjective: طالبان والقاعدة الجوية.
    """
    keys = scope.chart.doc.keys
    behind = scope.best.get(node.j + (keys[node.j : node.j + 1] == ["،"]))
    if behind is not None:
        return bool(behind.skip) and _is_group(behind) and keys[behind.i][0] == "و"
    after = keys[node.j] if node.j < len(keys) else ""
    if keys[node.i][: node.skip] != "و" or (after.startswith("ال") and after.endswith("ه")):
        return False
    near = range(max(0, node.i - _BESIDE), node.i)
    return any(k in scope.best and _ends(scope.best[k], node.i) for k in near)


def _ends(group: Node, i: int) -> bool:
    """Whether an armed group's name ends before token i."""
    return group.j == i and _is_group(group)


def _is_group(node: Node) -> bool:
    """Whether an actor is an armed group of a table."""
    return node.value.kind == "armed_group" and node.value.id is not None


def _votes(scope: Scope, node: Node) -> bool:
    """Whether a name tells of its country: all who bear it are of one, and not told by it."""
    rows = _rows(scope, node)
    return len({row.country for row in rows}) < 2 and all(row.use != "local" for row in rows)


def _decide(scope: Scope, node: Node, votes: Votes) -> None:
    """Choose the row of a name that several actors bear, by country and year of the report."""
    rows = _rows(scope, node)
    if len(rows) < 2 and not any(row.use == "local" for row in rows):
        return
    if (army := _army(scope, node)) is not None:
        node.value = army
        return
    published = scope.chart.doc.published
    year = published.year if published else None
    near = [row for row in rows if row.use != "local" or _is_near(row, votes, year)] or rows
    chosen = max(near, key=lambda row: (row.lived(year), _share(row, votes)))
    if node.rule == "actor.office":
        node.value = _of_body(node.value, rows, chosen)
    if node.value.id not in {row.id for row in rows}:
        return
    sole = chosen.kind == "armed_group" and [row for row in near if row.lived(year)] == [chosen]
    if (chosen.use == "local" or not sole) and _is_open(rows, chosen, votes, year):
        kind = _noun_kind(scope, node) if chosen.use == "local" else None
        node.value = ActorValue(_words(scope, node), None, kind or chosen.kind, None)
    else:
        node.value = of_row(chosen)


def _is_open(rows: Sequence[Named], chosen: Named, votes: Votes, year: int | None) -> bool:
    """Whether nothing speaks for the row chosen: no vote for its country, or not its years."""
    if chosen.use == "local":
        return not _is_near(chosen, votes, year)
    if len({row.country for row in rows}) < 2:
        return False
    return bool(chosen.country or chosen.id in fields()) and not _share(chosen, votes)


def _is_near(row: Named, votes: Votes, year: int | None) -> bool:
    """Whether the report is of the years and the country of a row."""
    return row.lived(year) and _share(row, votes) > 0


def _noun_kind(scope: Scope, node: Node) -> ActorKind | None:
    """The kind of actor that the noun of a name tells by itself: اللواء السابع is a unit."""
    bodies = [cast(Body, leaf.value) for leaf in scope.chart.at(node.i, "actor.body")]
    units = [body.kind for body in bodies if body.take == "unit"]
    heads = [cast(Head, leaf.value).kind for leaf in scope.chart.at(node.i, "actor.head")]
    kinds = [*units, *heads, *(body.kind for body in bodies)]
    return kinds[0] if kinds else None


def _of_body(value: ActorValue, rows: Sequence[Named], chosen: Named) -> ActorValue:
    """The holder of an office of a body of several: (المتحدث باسم) قوات التحالف."""
    read = next((row for row in rows if value.name.endswith(f" of {row.name}")), None)
    if read is None:
        return value
    name = f"{value.name.removesuffix(read.name)}{chosen.name}"
    return ActorValue(name, value.id, value.kind, chosen.country)


def _army(scope: Scope, node: Node) -> ActorValue | None:
    """The national army of a country whose own name its adjective tells: الجيش الوطني الأفغاني."""
    heads = [n for n in scope.chart.at(node.i, "actor.head") if n.value.suffix == "army"]
    tail = range(node.i + 1, node.j)
    found = (n.value for k in tail for n in scope.chart.at(k, "actor.nisba") if n.value.country)
    nisba = next(found, None)
    return of_nisba(heads[0].value, nisba) if heads and nisba is not None else None


def _rows(scope: Scope, node: Node) -> list[Named]:
    """The rows that the name in a phrase can be, none where it holds no name."""
    leaf = node.parts[-1] if node.parts else None
    while leaf is not None and leaf.kind == "actor" and leaf.parts:
        leaf = leaf.parts[-1] if leaf.parts[-1].kind == "actor" else leaf.parts[0]
    if leaf is None or leaf.kind != "actor.name":
        return []
    same = (other for other in scope.chart.at(leaf.i, "actor.name") if other.j == leaf.j)
    return list({row.id: row for row in (cast(Named, other.value) for other in same)}.values())


def _words(scope: Scope, node: Node) -> str:
    """The words of a phrase, with the article that ل hides (للجيش)."""
    start, end = scope.chart.doc.span(node.i, node.j, node.skip, node.cut)
    text = scope.chart.doc.text[start:end]
    leaf = node.parts[0]
    hidden = node.skip and leaf.reading is not None and leaf.reading.article
    return f"ا{text}" if hidden and text.startswith("ل") else text


def _share(row: Named, votes: Votes) -> float:
    """Share of the votes of a row's country, or of those where it fights."""
    return sum(votes.total(country) for country in fields().get(row.id, (row.country,)))
