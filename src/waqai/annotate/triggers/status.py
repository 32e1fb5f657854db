"""Status of a trigger: foiled, planned or denied by a word near it."""

from __future__ import annotations

from typing import Final, cast

from waqai.annotate.chart import Chart, Node
from waqai.annotate.triggers.aims import SIDES, reaches, speaks_of
from waqai.annotate.triggers.sense import Sense
from waqai.annotate.triggers.setting import Cue, Setting, keys_of
from waqai.annotate.triggers.words import SUPPORT_TAG, WORD_TAG
from waqai.model.codes import Status

# How far a cue reaches, in words, with no mark of punctuation between.
_REACH: Final = 4
# Words between, the mark with them, where the trigger is quoted.
_QUOTED: Final = 3
# Words between a light verb of what will be done and what it is.
_FUTURE: Final = 2
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
    if before in keys_of("soon") or (_is_past(node) and _is_if(chart, node.i)):
        return "planned"
    cued = _cued(chart, setting, node)
    if cued != "happened":
        return cued
    if _any(chart, node):
        # Whom any harm befell is told where none was (دون أي إصابات).
        return "denied" if sense.strength == "result" and sense.pos != "verb" else "planned"
    return "planned" if reaches(node) or _to_come(chart, setting, node) else cued


def _is_if(chart: Chart, token: int) -> bool:
    """Whether a condition stands right before a token (إذا هاجم، إذا ما هاجم)."""
    before = chart.doc.keys[max(token - 2, 0) : token]
    if before[-1:] == ["ما"]:
        before.pop()
    return not keys_of("if").isdisjoint(before[-1:])


def _any(chart: Chart, node: Node) -> bool:
    """Whether a trigger is any that might be (أي هجوم), no letter's name (إف بي آي), or might do
    (أي شخص يقتلها).
    """
    if node.value.pos == "verb":
        told = chart.doc.keys[max(node.i - 2, 0) : max(node.i - 1, 0)]
        asked = node.value.tense == "present" and not _joined(node)
        return asked and not keys_of("any").isdisjoint(told)
    if node.i == 0 or (node.reading is not None and node.reading.article):
        return False
    named = chart.doc.keys[max(node.i - 2, 0)] in keys_of("letter")
    return chart.doc.keys[node.i - 1] in keys_of("any") and not named


def _to_come(chart: Chart, setting: Setting, node: Node) -> bool:
    """Whether a trigger is what the verb before it, with س, says will be done (ستنفذ غارات)."""
    if node.value.pos == "verb":
        return False
    for k in range(node.i - 1, max(node.i - 2 - _FUTURE, -1), -1):
        key = chart.doc.keys[k]
        if any(_will(leaf) for leaf in chart.at(k, SUPPORT_TAG)):
            return True
        if key in _MARKS or key in keys_of("since") or _tells(setting, k):
            return False
    return False


def _will(leaf: Node) -> bool:
    """Whether a light verb says that something will be undertaken."""
    sense = leaf.value.sense
    future = leaf.reading is not None and leaf.reading.prep == "س" and sense.tense == "present"
    return future and sense.lemma in keys_of("undertake")


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
    if value.side == "bargain":
        return not between and node.value.type not in _NEVER_FOILED
    if value.side == "before":
        return value.status != "planned" or not _is_done(node)
    if value.side in SIDES and not speaks_of(chart, node, value.side, between):
        return False
    return not _apart(setting, node, cue)


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
    # Talks amid what is planned are planned with it (من المقرر أن يلتقي خلال زيارته).
    amid = value.fixed and node.value.type in _NEVER_FOILED
    if not amid and not keys_of("since").isdisjoint(between):
        return True
    if value.status == "foiled":
        return not keys_of("clause").isdisjoint(between) or _followed(setting, node, cue)
    if not _joined(node) or node.value.pos != "verb":
        return False
    return _is_past(node) if value.verb else not value.fixed and _is_surely_verb(node)


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


def _is_surely_verb(node: Node) -> bool:
    """Whether a verb is written like no masdar: in the present, of a woman or of many (وضربوا)."""
    sense: Sense = node.value
    return sense.tense == "present" or sense.gender == "f" or sense.number == "pl"


def _tried(chart: Chart, setting: Setting, node: Node, first: int) -> bool:
    """Whether a trigger is what is tried from token `first` on, and is not said to have been done.

    Only who tries it may stand between (حاول مجهولون اقتحام), no other deed (حاول صد هجوم).
    """
    sense: Sense = node.value
    if not (sense.type in _TRIED or _prevented(setting, node)):
        return False
    if sense.pos == "participle" or _joined(node):
        return False
    between = chart.doc.keys[first : node.i]
    if sense.pos == "verb":
        return between[-1:] == ["ان"] and sense.tense == "present"
    if not keys_of("preposition").isdisjoint(between):
        return False
    return not setting.told(setting.near, "hinder", first, node.i) and not _hurts(setting, node)


def _is_done(node: Node) -> bool:
    """Whether a trigger is a verb in the past; talks may be a masdar (عقد جلسة غدا)."""
    return _is_past(node) and (node.value.type not in _NEVER_FOILED or _is_surely_verb(node))


def _prevented(setting: Setting, node: Node) -> bool:
    """Whether the sentence says behind what is tried that it was prevented (لكن الحراس منعوهم)."""
    if node.value.type in _NEVER_FOILED:
        return False
    last = min(node.j + _HURT, setting.bounds(node.i)[1])
    return setting.told(setting.near, "prevented", node.j, last)


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
