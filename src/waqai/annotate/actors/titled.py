"""What an office is of, told by words that no table holds, by two places, by a shared name."""

from __future__ import annotations

from typing import cast

from waqai.annotate.actors.names import is_known, may_be, names
from waqai.annotate.actors.rows import Named
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.tails import definite
from waqai.annotate.chart import Node


def second_place(scope: Scope, i: int) -> int:
    """Token after the place that و joins to that of an office, before a name; else i.

    محافظ طوباس والأغوار الشمالية أحمد.
    """
    joined = (p for p in scope.chart.at(i, "place") if scope.chart.doc.keys[i][: p.skip] == "و")
    ends = [place.j for place in joined]
    named = [
        j for j in ends if scope.chart.doc.keys[j : j + 1] and is_known(scope.chart.doc.keys[j])
    ]
    return max(named, default=i)


def is_shared(scope: Scope, body: Node) -> bool:
    """Whether bodies of several countries bear a body's name: المجلس العسكري."""
    same = (node for node in scope.chart.at(body.i, "actor.name") if node.j == body.j)
    return len({cast(Named, node.value).country for node in same}) > 1


def is_of_unknown(scope: Scope, leaf: Node, i: int) -> bool:
    """Whether a word that no table knows tells of what the office is, before a given name:
    رئيس شرطة ريتشموند ألفريد, قائد الأسطول دينيس.
    """
    keys = scope.chart.doc.keys
    if i != leaf.j or i + 1 >= len(keys) or keys[i + 1] not in names("given"):
        return False
    if is_known(keys[i]) or not may_be(keys[i]) or scope.any_at(i) is not None:
        return False
    construct = leaf.j - leaf.i > 1 and not keys[i - 1].startswith("ال")
    return construct or (common_noun(keys[i]) and not definite(scope.chart, leaf))


def common_noun(key: str) -> bool:
    """Whether an unknown word with the article is hardly a surname: (مدير) الأشغال."""
    return key.startswith("ال") and not key.endswith("ي")
