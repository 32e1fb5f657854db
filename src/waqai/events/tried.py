"""Tried: people of whom no more is told than a country or a noun, and whom a court judges.

They are persons: حكم على مواطن بالسجن، أدانت المحكمة خمسة أردنيين. Whom one kills or takes by no
court stay civilians.
"""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node
from waqai.events.nearby import told_before
from waqai.model.codes import ActorKind

# As many as are told of as persons each where they are taken.
_FEW: Final = 2
# Words from what a court does to whom, and from whom to what for.
_BEFORE: Final = 6
_BEHIND: Final = 9
# Words from an arrest to whom it befalls.
_TAKES: Final = 4
_ON: Final = frozenset(("علي", "بحق", "ضد"))
_SANCTIONS: Final = "عقوبات"
# Who was tried before, of whom something else is told now, and what befalls one by a court.
_CONVICT: Final = "محكوم"
_EXECUTED: Final = "اعدام"
_ENDS: Final = frozenset((".", "\n", "؛", ":", "فيما", "بينما", "كما"))
# Words between the harm and those whom it befalls: قتل (ثلاثة) من.
_TO_HARM: Final = 2


def of_tried(chart: Chart, node: Node, first: int, last: int, kind: ActorKind) -> ActorKind:
    """The kind of one, or of people of a nation, named by tokens [first, last): tried, a person."""
    keys = chart.doc.keys
    if kind == "unknown":
        return "person" if _is_sentenced(chart, node, first) else kind
    if kind == "state" and _is_banned(chart, node, first):
        return "person"
    single = _is_single(node)
    if kind != "civilians" or not (single or _is_anyone(chart, node, first)):
        return kind
    near = range(max(0, first - _TO_HARM), first)
    harm = (keys[k].removeprefix("ل") for k in near if keys[k] != _EXECUTED)
    if any(key in words("harmed") for key in harm):
        return kind
    if single and told_before(keys, first, _TAKES, words("takes"), _ENDS):
        return "person"
    told = _is_anyone(chart, node, first)
    told = told and (
        told_before(keys, first, _BEFORE, words("judges"), _ENDS) or _charged(keys, last)
    )
    return "person" if told else kind


def _is_sentenced(chart: Chart, node: Node, first: int) -> bool:
    """Whether several are told to be sentenced or, convicted, put to death: إعدام سبعة مدانين."""
    keys = chart.doc.keys
    at = min((number.i for number in chart.until(first, "number")), default=first)
    if at == first or not at > 0 or (node.kind != "count" and node.value.id is not None):
        return False
    if keys[at - 1] == "علي":
        return told_before(keys, at - 1, _BEFORE, words("judges"), _ENDS)
    return keys[first] in words("convicts") and keys[at - 1].removeprefix("ب") == _EXECUTED


def _is_banned(chart: Chart, node: Node, first: int) -> bool:
    """Whether a few officials of a country are put under sanctions: عقوبات على خمسة مسؤولين."""
    keys = chart.doc.keys
    at = min((number.i for number in chart.until(first, "number")), default=first)
    on = 1 < at < first and keys[at - 1] in _ON and keys[at - 2].endswith(_SANCTIONS)
    told = on or (2 < at < first and keys[at - 1] in _ON and keys[at - 3].endswith(_SANCTIONS))
    return told and node.kind == "actor" and keys[first] in words("officials")


def _is_single(node: Node) -> bool:
    """Whether one or two people are counted."""
    if node.kind != "count" or node.rule == "one+plural" or node.value.actor:
        return False
    low: int | None = node.value.low
    return low is not None and low == node.value.high and 1 <= low <= _FEW


def _is_anyone(chart: Chart, node: Node, first: int) -> bool:
    """Whether people are told by a nation or a noun for anyone alone: مواطن، امرأة، أردنيين."""
    keys = chart.doc.keys
    noun = keys[first][node.skip :] if node.kind != "count" else keys[first].removeprefix("ال")
    anyone = noun in words("anyone") or noun in words("two")
    if node.kind == "count":
        return anyone and node.value.high is not None
    if node.value.id is not None or keys[first][: node.skip] not in ("", "ل"):
        return False
    of = keys[first - 1] if first else ""
    known = noun.startswith("ال") and of != "من" and of not in words("one_of")
    return (node.rule == "actor.country" and anyone) or (
        node.rule == "actor.nationals" and not known
    )


def _charged(keys: list[str], last: int) -> bool:
    """Whether what they are charged with or sentenced to stands behind the people."""
    for key in keys[last : last + _BEHIND]:
        if key in _ENDS or key.startswith(_CONVICT):
            return False
        if key in words("sentence"):
            return True
    return False
