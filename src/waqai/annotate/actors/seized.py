"""Seized: those who are arrested or charged: persons, or of the crowd whose deed the charge is.

القبض على عنصر، المتهمين في أحداث الشغب، المقبوض عليهم.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.actors.mobs import riotous
from waqai.annotate.actors.rows import Nisba
from waqai.annotate.actors.words import endings, words
from waqai.annotate.chart import Chart, Node
from waqai.model.codes import ActorKind
from waqai.model.values import ActorValue

# People up to this number who are arrested are told of as persons.
FEW: Final = 20
# Words of a charge that tell what it is for, and those among them that name it.
_CHARGE: Final = 5
_IN_CHARGE: Final = 3
# Letters of a word for the accused with its proclitics at most.
_ACCUSED: Final = 10


def arrested(chart: Chart, nodes: Sequence[Node]) -> None:
    """Make persons of single men of no named group, and of a few nationals, who are taken.

    القبض على عنصر تكفيري، عقوبات على خمسة إيرانيين. Who is charged is a person too, or one of the
    crowd whose deed the charge is.
    """
    keys = chart.doc.keys
    for node in nodes:
        value: ActorValue = node.value
        if value.id is None and node.rule == "actor.head" and value.kind == "unknown":
            kind = charged(keys, node.i, node.j)
            node.value = ActorValue(value.name, None, kind or value.kind, value.country)
        if value.id is not None or not node.i or node.skip:
            continue
        single = node.rule == "actor.head" and keys[node.i] in words("single")
        single = single or (node.rule == "actor.country" and keys[node.i] in words("some_one"))
        single = single and not _of_terror(keys, node)
        at = node.i - 1
        if node.rule == "actor.nationals" and value.kind == "civilians":
            at = _counted(chart, node.i)
            single = at < node.i - 1 or _one(node)
        if single and at >= 0 and _taken(keys, at):
            node.value = ActorValue(value.name, None, "person", value.country)
        elif _young(keys, node) and value.kind == "person" and keys[at] in words("harmed"):
            node.value = ActorValue(value.name, None, "civilians", value.country)


def _of_terror(keys: list[str], node: Node) -> bool:
    """Whether one is called a man of a terror group: عنصر إرهابي."""
    inside = keys[node.i : node.j]
    return inside[0] in words("element") and not words("of_terror").isdisjoint(inside)


def _one(node: Node) -> bool:
    """Whether a nationality alone is told of one: (القبض على) تونسي."""
    nisba = node.parts[0].value
    return isinstance(nisba, Nisba) and nisba.form == "m" and not node.cut


def _young(keys: list[str], node: Node) -> bool:
    """Whether one of a nationality of whom no more is told is a person yet: شاب تونسي."""
    return node.rule == "actor.country" and keys[node.i] in words("anyone")


def charged(keys: list[str], i: int, j: int) -> ActorKind | None:
    """The kind of people named by the tokens [i, j) who are charged, None where they are not.

    Those charged with what a crowd did were of it: المتهمين في أحداث الشغب. So are several whose
    charge is not told beside them in a report of a riot and of no terror.
    """
    after = [key.removeprefix("ال") for key in keys[i + 1 : j + _CHARGE]]
    if not any(key.endswith(endings("accused")) and len(key) <= _ACCUSED for key in keys[i:j]):
        return "protesters" if _took_part(keys, i, j, after) else None
    if "في" not in after[: j - i + 1]:
        many = keys[j - 1].endswith(("ين", "ون")) or any(
            key.isdigit() for key in keys[i - 1 : i + 1]
        )
        return "protesters" if many and riotous(keys) else "person"
    return "protesters" if _of_riot(after) else "person"


def _of_riot(after: list[str]) -> bool:
    """Whether what stands behind في among words is what a mob did."""
    what = after[after.index("في") + 1 :][:_CHARGE]
    riot = any(key in words("riot") for key in what[:_IN_CHARGE])
    return riot and words("no_riot").isdisjoint(what)


def _took_part(keys: list[str], i: int, j: int, after: list[str]) -> bool:
    """Whether people of tokens [i, j) were of a mob: المشاركين في أحداث الشغب، المقبوض عليهم
    where a mob is told of.
    """
    noun = keys[i].removeprefix("و").removeprefix("لل").removeprefix("ال")
    if noun in words("seized"):
        return riotous(keys)
    return noun in words("takes_part") and "في" in after[: j - i + 1] and _of_riot(after)


def _counted(chart: Chart, i: int) -> int:
    """Token before the figure of no more than a few that ends before token i; i - 1 without one."""
    keys = chart.doc.keys
    if i > 1 and keys[i - 1] in words("one_of"):
        return i - 2
    at = i - (i > 1 and keys[i - 1] == "من")
    figures = (n for n in chart.until(at, "number") if n.value.high and n.value.high <= FEW)
    return min((n.i - 1 for n in figures), default=i - 1)


def _taken(keys: list[str], at: int) -> bool:
    """Whether token `at` is the word that tells of an arrest, or على behind it."""
    held = keys[at].removeprefix("و") in words("taken")
    over = at > 0 and ("قبض" in keys[at - 1] or keys[at - 1].endswith("عقوبات"))
    return held and (keys[at] != "علي" or over)
