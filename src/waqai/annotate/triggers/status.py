"""Status of a trigger: foiled, planned or denied by a word near it."""

from __future__ import annotations

from typing import Final, cast

from waqai.annotate.chart import Chart, Node
from waqai.annotate.triggers.sense import Sense
from waqai.annotate.triggers.setting import Cue, Setting, keys_of
from waqai.annotate.triggers.words import WORD_TAG
from waqai.model.codes import Status

# How far a cue reaches, in words, with no mark of punctuation between.
_REACH: Final = 4
# Words between, the mark with them, where the trigger is quoted.
_QUOTED: Final = 3
# How far from what is tried those whom it hurt may be told.
_HURT: Final = 25
# Talks that fail have been held.
_NEVER_FOILED: Final = frozenset(("meeting", "agreement", "trial", "aid", "protest", "power"))
# Deeds that are not done while they are tried: who tries to storm a town attacks it.
_TRIED: Final = frozenset(
    ("assassination", "bombing", "suicide_attack", "abduction", "execution", "destruction")
)
# What is done to those whose deed was foiled.
_TAKEN: Final = frozenset(("arrest", "seizure"))
_MARKS: Final = frozenset('،,؛;:.!?؟\n()[]-"')


def status_of(chart: Chart, setting: Setting, node: Node, sense: Sense) -> Status:
    """The status of the event that a trigger tells, as far as the words beside it say."""
    if sense.status != "happened":
        return sense.status
    before = chart.doc.keys[node.i - 1] if node.i else ""
    if node.reading is not None and node.reading.prep == "س" and sense.pos == "verb":
        return "planned"
    if before in keys_of("soon"):
        return "planned"
    return _cued(chart, setting, node)


def _cued(chart: Chart, setting: Setting, node: Node) -> Status:
    """The status that the nearest cue gives."""
    for cue in _around(setting, node):
        if _governs(chart, setting, node, cue):
            return cast(Status, cue.value.status)
    return "happened"


def _governs(chart: Chart, setting: Setting, node: Node, cue: Node) -> bool:
    """Whether a cue speaks of the event of a trigger."""
    value: Cue = cue.value
    first, last = (cue.j, node.i) if cue.j <= node.i else (node.j, cue.i)
    between = _unquoted(chart.doc.keys[first:last])
    if len(between) > _REACH or not _MARKS.isdisjoint(between):
        return False
    if value.negation and not keys_of("occurrence").issuperset(between):
        return False
    if value.status == "foiled" and not _can_fail(node, value, len(between)):
        return False
    # Who denies a part in a deed does not deny the deed.
    if value.status == "denied" and setting.told(setting.near, "stance", first, last):
        return False
    if value.side == "attempt":
        return _tried(chart, setting, node, first)
    return value.side == "before" or not _apart(setting, node, cue)


def _unquoted(between: list[str]) -> list[str]:
    """The words between without a quotation mark right before the trigger (أحبطت "هجوما")."""
    near = between[-1:] == ['"'] and len(between) <= _QUOTED
    return between[:-1] if near else between


def _can_fail(node: Node, cue: Cue, gap: int) -> bool:
    """Whether an event may be called foiled: not talks; by an adjective, only right behind it."""
    return node.value.type not in _NEVER_FOILED and (cue.side != "before" or gap <= 1)


def _apart(setting: Setting, node: Node, cue: Node) -> bool:
    """Whether what stands between a cue and a trigger makes the trigger no object of the cue."""
    value: Cue = cue.value
    between = setting.chart.doc.keys[cue.j : node.i]
    if not value.fixed and not keys_of("since").isdisjoint(between):
        return True
    if value.status == "foiled":
        return not keys_of("clause").isdisjoint(between) or _followed(setting, node, cue)
    return _joined(node) and value.verb and node.value.pos == "verb" and _is_past(node)


def _followed(setting: Setting, node: Node, cue: Node) -> bool:
    """Whether a trigger tells what was done besides foiling (أحبطت هجوما واعتقلت، واعتقال)."""
    sense: Sense = node.value
    if _joined(node):
        return sense.pos == "verb" or sense.type in _TAKEN or sense.strength == "result"
    told = range(cue.j, node.i)
    return sense.strength == "result" and any(_tells(setting, k) for k in told)


def _tells(setting: Setting, token: int) -> bool:
    """Whether a word that tells an event begins at a token."""
    senses = [leaf.value.sense for leaf in setting.chart.at(token, WORD_TAG)]
    return any(sense is not None and sense.strength != "weak" for sense in senses)


def _joined(node: Node) -> bool:
    """Whether a trigger bears a conjunction."""
    return node.reading is not None and bool(node.reading.conj)


def _is_past(node: Node) -> bool:
    """Whether a trigger is a verb in the past."""
    return bool(node.value.tense == "past")


def _tried(chart: Chart, setting: Setting, node: Node, first: int) -> bool:
    """Whether a trigger is what is tried from token `first` on, and is not said to have been done.

    Only who tries it may stand between (حاول مجهولون اقتحام), no other deed (حاول صد هجوم).
    """
    sense: Sense = node.value
    if sense.type not in _TRIED or sense.pos == "participle" or _joined(node):
        return False
    between = chart.doc.keys[first : node.i]
    if sense.pos == "verb":
        return between[-1:] == ["ان"] and sense.tense == "present"
    if not keys_of("preposition").isdisjoint(between):
        return False
    return not setting.told(setting.near, "hinder", first, node.i) and not _hurts(setting, node)


def _hurts(setting: Setting, node: Node) -> bool:
    """Whether the sentence of what is tried tells of dead after it, or of wounded anywhere.

    Dead before it are those who tried (قتل مهاجمان أثناء محاولتهما).
    """
    first, last = setting.bounds(node.i)
    span = range(max(first, node.i - _HURT), min(node.j + _HURT, last))
    leaves = [leaf for k in span for leaf in setting.chart.at(k, WORD_TAG) if leaf.value.sense]
    slots = {leaf.value.sense.slot: leaf.i for leaf in leaves}
    return "wounded" in slots or slots.get("killed", first) >= node.j


def _around(setting: Setting, node: Node) -> list[Node]:
    """Cues before the trigger that look ahead and after it that look back, nearest first."""
    if not setting.cue_at:
        return []
    found = [
        (abs(cue.i - node.i), cue)
        for k in range(node.i - _REACH - 2, node.j + _REACH + 1)
        for cue in setting.cue_at.get(k, ())
        if (cue.j <= node.i and cue.value.side != "before")
        or (cue.i >= node.j and cue.value.side == "before")
    ]
    return [cue for _, cue in sorted(found, key=lambda pair: pair[0])]
