"""Whether a country's name stands for those who act or are acted on, not for the land."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.actors.accused import is_accused
from waqai.annotate.actors.stance import OPENERS, is_verb
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node

# Classes of heads to which a country may be joined: قوات النظام وروسيا.
_SIDES: Final = ("organ", "gear", "group")
# Letters of a noun to which one is joined, at least.
_JOINED: Final = 5
# Tokens between a measure and the country that it aims at, and between what is fired and its, at
# most.
_AIMED: Final = 3
_FIRED: Final = 5
# Tokens between a noun for states and the first of them at most.
_ENUMERATED: Final = 5
_PAUSES: Final = frozenset(("،", ","))


def acts(chart: Chart, node: Node) -> bool:
    """Whether the word before or after makes the country an actor."""
    keys = chart.doc.keys
    leaf = node.parts[0]
    prep = leaf.reading.prep if leaf.reading else ""
    if prep in ("ب", "ك"):
        return False
    if _at_border(chart, node):
        return False
    if _follows_side(chart, node):
        return True
    at = _before(keys, node)
    before = keys[at] if at >= 0 else "\n"
    earlier = keys[at - 1] if at > 0 else ""
    after = keys[_listed(chart, node.j)] if node.j < len(keys) else "\n"
    if prep == "ل":
        spoken = before in words("belonging") or before in words("addressed")
        return spoken or _blow(keys, node.i)
    if before.removeprefix("و") in words("sees"):
        return False
    if before in words("side") or before in words("verb_m") or is_verb(before):
        return True
    if before in words("at") and not words("fired").isdisjoint(keys[max(0, at - _FIRED) : at]):
        return True
    if before == "الي" and earlier in words("dealt"):
        return _blow(keys, at - 1) or _blow(keys, at - 2)
    if before in ("علي", "عن"):
        return _aimed_at(keys[max(0, at - _AIMED) : at], leaf, before)
    if before == "من":
        return earlier in words("of")
    whole = leaf.value.use == "state" and earlier not in words("quake")
    if _deed_of(chart, node, after) or _agent(before, whole):
        return True
    if _there(chart, at) or (before, earlier) == ("جهه", "من") or is_accused(chart, node, at):
        return True
    if before in ("\n", ".") and after == ":" and _promises(keys, node.j + 1):
        return True
    if leaf.value.use == "state" and _enumerated(keys, at):
        return True
    opens = before in OPENERS or bool(leaf.reading and leaf.reading.conj)
    verb = is_verb(after) or after in words("verb_m") or _does(chart, node.j)
    return opens and verb and after not in words("sees")


def _enumerated(keys: list[str], at: int) -> bool:
    """Whether the words up to token `at` open a list of states: الدول المقاطعة، وهي."""
    opens = keys[at] in words("enumeration") if at >= 0 else False
    return opens and not words("states").isdisjoint(keys[max(0, at - _ENUMERATED) : at])


def _before(keys: list[str], node: Node) -> int:
    """The token before a country, less the mark of a tag, and quotes (no paper's: "الرياض")."""
    at = node.i - 1
    named = node.parts[0].value.use == "state"
    if named and at > 0 and keys[at] == '"' and keys[node.j : node.j + 1] == ['"']:
        at -= 1
    return at - (at > 0 and keys[at] == "#")


def _aimed_at(earlier: Sequence[str], leaf: Node, before: str) -> bool:
    """Whether a measure aims at or is lifted from a country, or an attack strikes at all of it.

    A capital that is attacked is only where that is.
    """
    struck = before == "علي" and leaf.value.use == "state"
    return any(key in words("toward") or (struck and key in words("assault")) for key in earlier)


def _there(chart: Chart, at: int) -> bool:
    """Whether a verb and its pronoun end with token `at`: أفرجت عنهم، اتفقت عليها الأحد."""
    dated = next(iter(chart.until(at + 1, "date")), None)
    at = at if dated is None else dated.i - 1
    keys = chart.doc.keys
    verb = keys[at - 1] if at > 0 and keys[at] in words("therein") else ""
    return is_verb(verb) or verb in words("verb_m")


def _blow(keys: list[str], i: int) -> bool:
    """Whether a blow is told right before token i, with one adjective: الضربة المشتركة (لفرنسا)."""
    return any(key in words("assault") or key in words("raid") for key in keys[max(0, i - 2) : i])


def _promises(keys: list[str], i: int) -> bool:
    """Whether at token i, behind a country and a colon, it tells what it does: سنرد، لن ننسحب."""
    key = keys[i] if i < len(keys) else ""
    return key.startswith(("سن", "لن", "وسن")) or (key.endswith("ت") and is_verb(key))


def _agent(before: str, whole: bool) -> bool:
    """Whether a noun tells what the one behind it does: استمرار إيران.

    Behind a noun of a blow a `whole` country, no capital, does or suffers it: قصف إسرائيل مدرسة.
    """
    forms = (before, before[1:]) if before[:1] in "وبل" and len(before) >= _JOINED else (before,)
    return any(form in words("agent") or (whole and form in words("harm")) for form in forms)


def _does(chart: Chart, i: int) -> bool:
    """Whether token i is a verb of the third person masculine: المغرب يحبط."""
    key = chart.doc.keys[i] if i < len(chart.doc.keys) else ""
    verb = key.startswith("ي") and len(key) > 3 and key.isalpha() and not key.endswith(("ه", "ون"))
    return verb and not any(chart.at(i, "date")) and not any(chart.at(i, "actor.nisba"))


def _at_border(chart: Chart, node: Node) -> bool:
    """Whether the country is one of two lands: الحدود مع سوريا, الحدودية بين سوريا."""
    keys = chart.doc.keys[max(0, node.i - 3) : node.i]
    between = len(keys) > 1 and keys[-1] in ("مع", "بين")
    return between and any("حدود" in key for key in keys[:-1])


def _listed(chart: Chart, i: int) -> int:
    """Token after the countries joined to one that ends before token i (أميركا وفرنسا)."""
    last = len(chart.doc.keys) - 1
    while i < last:
        joined = [
            n
            for n in chart.at(i, "actor.name")
            if n.value.use in ("state", "weak") and n.reading is not None and n.reading.conj == "و"
        ]
        if not joined:
            return i
        i = max(n.j for n in joined)
    return last


def _deed_of(chart: Chart, node: Node, after: str) -> bool:
    """Whether the country is whose deed the noun before tells: هجوم إسرائيل على."""
    toward = after in ("علي", "من", "ضد", "مع") or after.startswith(("لل", "بال"))
    return toward and any(
        not n.cut and not n.reading.article for n in chart.until(node.i, "actor.deed") if n.reading
    )


def _follows_side(chart: Chart, node: Node) -> bool:
    """Whether the country is joined to another that acts, or to a body: قوات النظام وروسيا.

    In a list a comma may stand between two countries: مصر، والأردن.
    """
    comma = node.i > 1 and chart.doc.keys[node.i - 1] in _PAUSES
    leaf = node.parts[0]
    if comma:
        return any(
            acts(chart, Node("actor", other.i, other.j, None, "", (other,)))
            for other in chart.until(node.i - 1, "actor.name")
            if other.value.use in ("state", "weak")
        )
    if leaf.reading is None or not leaf.reading.conj:
        return False
    # A second name in brackets may end the side: الحركة (حماس) وإسرائيل.
    for other in chart.until(node.i - (chart.doc.keys[node.i - 1] == ")"), "actor.name"):
        if other.value.use in ("state", "weak"):
            return acts(chart, Node("actor", other.i, other.j, None, "", (other,)))
        return not other.value.use and other.value.kind != "media"
    return any(other.value.cls in _SIDES for other in chart.until(node.i, "actor.head"))
