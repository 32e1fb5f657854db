"""What may follow the core of an actor's name: adjectives, a second name, whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node
from waqai.model.values import ActorValue

if TYPE_CHECKING:
    from waqai.annotate.actors.scope import Scope

_NAMELESS: Final = ("state_forces", "armed_group", "political")
_PAIRS: Final = {'"': '"', "(": ")", "'": "'", "[": "]"}
# Whose no office and no patrol is.
_NOT_OWNERS: Final = frozenset(("person", "protesters"))
# Tokens of a name in brackets, with these, at most.
_GLOSS: Final = 8
_MOST_ADJECTIVES: Final = 4
# What may stand between "called" and a name.
_BEFORE_NAME: Final = frozenset(("ب", '"', "#"))
_WHICH: Final = frozenset(("الذي", "التي", "الذين"))


def definite(chart: Chart, leaf: Node) -> bool:
    """Whether a head bears the article or a pronoun itself, or its phrase ends in the article."""
    reading = leaf.reading
    if reading is not None and (reading.article or reading.suffix or reading.stem.startswith("ال")):
        return True
    if reading is not None and reading.stem in words("owned_noun"):
        return True
    return leaf.j - leaf.i > 1 and chart.doc.keys[leaf.j - 1].startswith(("ال", "وال"))


def leads(leaf: Node) -> bool:
    """Whether the words are بقيادة, after which the leader stands."""
    return leaf.reading is not None and (leaf.reading.prep, leaf.reading.stem) == ("ب", "قياده")


def whole(chart: Chart, leaf: Node) -> bool:
    """Whether an article or adjective ends a head, which no name follows: قوة خاصة (فلان)."""
    told = leaf.j - leaf.i > 1 and any(chart.at(leaf.j - 1, "actor.qualifier"))
    return told or definite(chart, leaf)


def counted(chart: Chart, leaf: Node) -> bool:
    """Whether a number stands right before a head."""
    before = chart.doc.keys[leaf.i - 1] if leaf.i else ""
    return before.isdigit() or any(chart.until(leaf.i, "number"))


def adjectives(
    chart: Chart, i: int, known: bool, *, single: bool = False, of: Node | None = None
) -> tuple[int, Node | None]:
    """Token after the adjectives from i on that agree in definiteness; the first nisba of them.

    `single`: the noun is one body, which no adjective of many describes (الجيش، المتمردين);
    `of`: the noun, whose adjectives are feminine with it (قتلت الشرطة المهاجم tells of another).
    """
    found: Node | None = None
    feminine = of is not None and definite(chart, of) and _is_feminine(chart, i - 1)
    feminine = feminine or _is_described(chart, i - 1)
    for _ in range(_MOST_ADJECTIVES):
        best: Node | None = None
        for node in chart.begins(i):
            if node.kind not in ("actor.qualifier", "actor.nisba") or node.skip or node.cut:
                continue
            if node.kind == "actor.qualifier" and any(chart.at(i, "date")):
                # تنظيم القاعدة العام الماضي.
                continue
            if definite(chart, node) == known and (best is None or node.kind == "actor.nisba"):
                best = node
        if best is None or _backed(chart, i) or (single and _of_many(chart, best)):
            break
        if feminine and _of_man(chart, best):
            break
        feminine = feminine or chart.doc.keys[best.j - 1].endswith("ه")
        if best.kind == "actor.nisba" and found is None:
            found = best
        i = best.j
    return i, found


def _is_described(chart: Chart, i: int) -> bool:
    """Whether the word before is a feminine adjective itself (قوات الأمن التونسية المسلح)."""
    told = chart.at(i, "actor.nisba") if i >= 0 and chart.doc.keys[i].endswith("ه") else ()
    return any(node.j == i + 1 for node in told)


def _of_many(chart: Chart, node: Node) -> bool:
    """Whether an adjective has the sound plural."""
    return chart.doc.keys[node.j - 1].endswith(("ون", "ين"))


def _is_feminine(chart: Chart, i: int) -> bool:
    """Whether a noun is a feminine by its ending."""
    return chart.doc.keys[i].endswith(("ه", "ات"))


def _of_man(chart: Chart, node: Node) -> bool:
    """Whether an adjective is a masculine of one (المهاجم, الأوزبكي), not an indeclinable."""
    key = chart.doc.keys[node.j - 1]
    return key.startswith("ال") and not key.endswith(("ه", "ات", "ا", "ين", "ون"))


def _backed(chart: Chart, i: int) -> bool:
    """Whether the adjective at token i tells by whom, or with whom: المدعومة من إيران."""
    keys = chart.doc.keys
    if keys[i] in words("allied") and keys[i + 1 : i + 2] == ["مع"]:
        return True
    return keys[i] in words("backed") and keys[i + 1 : i + 2] in (["من"], ["مع"])


def apposition(scope: Scope, i: int, value: ActorValue) -> tuple[int, Node | None]:
    """Token after a second name of the same actor in brackets or quotes, (داعش), and that name.

    A body without a name of its own takes any name so set: قوى الأمن الداخلي "الأسايش".
    """
    keys = scope.chart.doc.keys
    at = i
    closers: list[str] = []
    while at < len(keys) and keys[at] in _PAIRS and len(closers) < 2:
        closers.append(_PAIRS[keys[at]])
        at += 1
    while at < len(keys) and keys[at] == "#":
        at += 1
    if not closers:
        return i, None
    inner = scope.inner(at)
    if inner is None or not _same(value, inner.value):
        return (_gloss(keys, i) if inner is not None and _explains(value, inner) else i), None
    end = inner.j
    for closer in reversed(closers):
        if end < len(keys) and keys[end] == closer:
            end += 1
    return end, inner


def _explains(value: ActorValue, inner: Node) -> bool:
    """Whether a name in brackets tells more of a named group: جبهة النصرة (تنظيم القاعدة في ..)."""
    group = value.id is not None and value.kind == "armed_group"
    return group and inner.value.id is not None and inner.value.kind == "armed_group"


def _gloss(keys: list[str], i: int) -> int:
    """Token after brackets that open at token i and hold one name; i where they do not."""
    if keys[i] != "(":
        return i
    ends = (k for k in range(i + 1, min(len(keys), i + _GLOSS)) if not keys[k].isalnum())
    end = next(ends, i)
    joined = any(key.startswith("و") for key in keys[i + 1 : end])
    return end + 1 if keys[end] == ")" and not joined else i


def _same(value: ActorValue, other: ActorValue) -> bool:
    """Whether two names set side by side can be of one actor."""
    if other.id is None or other.kind in ("person", "state"):
        return False
    return value.id == other.id or (value.id is None and value.kind in _NAMELESS)


def relation(scope: Scope, i: int) -> tuple[int, Node | None]:
    """Token after "belonging to X" or "backed by X" (المدعومة من إيران، التابعة لها), and X."""
    keys = scope.chart.doc.keys
    if i + 1 >= len(keys):
        return i, None
    if keys[i] in words("allied") and keys[i + 1] == "مع":
        inner = scope.any_at(i + 2)
        return (inner.j, inner) if inner is not None and not inner.skip else (i, None)
    near = keys[i] in words("near") and keys[i + 1] == "من"
    if keys[i] in words("belonging") and not near:
        if keys[i + 1] in words("to_pronoun"):
            return i + 2, None
        called = _so_called(keys, i + 1)
        at = called or detached(keys, i + 1)
        inner = scope.any_at(at)
        if at > i + 1 and inner is not None:
            # Whose it is the report decides where several bear the name.
            shared = called > 0 and len(scope.rows.get((inner.i, inner.j), ())) > 1
            end = inner.j + (keys[inner.j : inner.j + 1] == ['"'])
            return end, None if shared else inner
        return (inner.j, inner) if inner is not None and joined_by(inner, "ل") else (i, None)
    by = keys[i] in words("backed") and keys[i + 1] in ("من", "مع")
    led = keys[i] in words("led")
    if by or near or led or (keys[i] in _WHICH and keys[i + 1] in words("led")):
        at = i + 2 - led
        at += keys[at : at + 1] == ["#"]
        inner = scope.any_at(at)
        told = inner is not None and not inner.skip and not _of_no_name(inner.value)
        return (inner.j, inner) if inner is not None and told else (i, None)
    return i, None


def taken(scope: Scope, i: int, owner: Node | None) -> bool:
    """Whether a body of a country belongs to a group in arms: الشرطة اليمنية التابعة للحوثيين."""
    value = owner.value if owner is not None else None
    armed = value is not None and value.kind == "armed_group" and value.id is not None
    return armed and scope.chart.doc.keys[i] in words("part_of")


def ally(scope: Scope, i: int) -> int:
    """Token after the person whose the men are too: ميليشيات الحوثي (والرئيس المخلوع صالح)."""
    ally = scope.any_at(i)
    if ally is None or ally.value.kind != "person":
        return i
    leaf = ally.parts[0] if ally.parts else ally
    joined = leaf.reading is not None and (leaf.reading.conj, leaf.reading.prep) == ("و", "")
    return ally.j if joined else i


def detached(keys: list[str], i: int) -> int:
    """Token after a ل at token i that a mark parts from its noun (تابع لـ"حماس"); i without one."""
    return i + 2 if keys[i : i + 1] == ["ل"] and keys[i + 1 : i + 2] in (['"'], ["#"]) else i


def _so_called(keys: list[str], i: int) -> int:
    """Token after "to what is called" at token i: (موالية) لما يسمى بـ"الدولة"; 0 without it."""
    if (
        keys[i : i + 1] != ["لما"]
        or keys[i + 1 : i + 2] == []
        or keys[i + 1] not in words("so_called")
    ):
        return 0
    at = i + 2
    while at < len(keys) and keys[at] in _BEFORE_NAME:
        at += 1
    return at


def _of_no_name(value: ActorValue) -> bool:
    """Whether an actor is told by a common noun alone: (الجيش) يقوده ضباط."""
    return value.id is None and value.country is None and value.kind != "person"


def owned(scope: Scope, i: int) -> Node | None:
    """The body at token i after the preposition ل: (الأمين العام) للأمم المتحدة."""
    if scope.chart.doc.keys[i : i + 1] != [] and scope.chart.doc.keys[i] in words("for_these"):
        inner = scope.any_at(i + 1)
        if inner is None or inner.value.kind in _NOT_OWNERS:
            return None
        return inner if _bears_article(scope.chart.doc.keys[inner.i]) else None
    inner = scope.any_at(i)
    if inner is None or inner.value.kind in _NOT_OWNERS or not joined_by(inner, "ل"):
        return None
    return inner


def _bears_article(key: str) -> bool:
    """Whether a word begins with the article."""
    return key.startswith("ال")


def joined_by(node: Node, letter: str) -> bool:
    """Whether the first word bears this preposition."""
    leaf = node
    while leaf.reading is None and leaf.parts:
        leaf = leaf.parts[0]
    return leaf.reading is not None and leaf.reading.prep == letter and not leaf.reading.conj
