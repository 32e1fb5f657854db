"""Countries that somebody accuses, threatens, forces or blames: اتهم النظام إسرائيل بقصف."""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.names import common, is_known
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node

# Tokens between one who accuses and whom, at most, and behind whom one blames, to the blame.
_ACCUSER: Final = 6
_BLAME: Final = 3
# Letters of a word that is no name, at most.
_SHORT: Final = 4
_SOMEBODY: Final = ("actor.name", "actor.head", "actor.nisba", "actor.title")
# Marks that may stand between one who accuses and whom.
_MARKED: Final = frozenset(('"', "،", ",", "(", ")"))


def is_accused(chart: Chart, node: Node, at: int) -> bool:
    """Whether the country is whom one accuses or warns: اتهم النظام إسرائيل بقصف."""
    keys = chart.doc.keys
    first = max(0, at - _ACCUSER)
    said = next((k for k in range(at, first - 1, -1) if _accuses(keys[k])), None)
    if said is None:
        return False
    blamed = any("مسءول" in key for key in keys[node.j : node.j + _BLAME])
    if keys[said] in words("blames") and not blamed:
        return False
    between = keys[said + 1 : at + 1]
    if not between or (len(between) == 1 and _is_name(between[0])):
        return True
    if any(key in words("divides") or not (key.isalpha() or key in _MARKED) for key in between):
        return False
    return keys[at] in _MARKED or keys[at].startswith("ال") or _is_somebody(chart, at)


def _accuses(key: str) -> bool:
    """Whether a verb or participle accuses, threatens, forces or blames."""
    return key in words("accuses") or key in words("blames")


def _is_name(key: str) -> bool:
    """Whether a word right behind a verb may be a name that no table holds: (هدد) شمخاني."""
    strange = key.isalpha() and len(key) > _SHORT and key not in common()
    return strange and not key.startswith(("ل", "ب", "و"))


def _is_somebody(chart: Chart, i: int) -> bool:
    """Whether token i ends the words for somebody: (هددت) روسيا، (اتهم) نتنياهو."""
    if is_known(chart.doc.keys[i]):
        return True
    return any(True for tag in _SOMEBODY for _ in chart.until(i + 1, tag))
