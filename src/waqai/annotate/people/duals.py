"""Duals: a form that is a dual or a plural (متهمين) is two where what stands around it says so."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.people.figures import Figure
from waqai.annotate.people.scan import Scan, definite
from waqai.annotate.people.tables import CONTEXT_TAG, FATE_TAG, particles

DUAL: Final = ("ين", "ان", "تا")
# The vowels of the dual, and the letters of a verb in it that no table holds and its other senses.
_VOWELS: Final = ("َيْن", "َين", "يْن")
_LONG: Final = 5
_NO_DUAL: Final = ("يا", "وا", "ها", "نا", "نما", "هما", "وان", "ءيان")
# Tokens behind a noun in which a pronoun may take it up, and what ends the sentence.
_SENTENCE: Final = 15
_ENDS: Final = frozenset(("", ".", "\n", "؛", "!", "؟"))
# Tokens of the clause in which a pronoun takes up people with the article.
_CLAUSE: Final = 6
_COMMAS: Final = frozenset(("،", ","))
_THEY: Final = frozenset(("هما", "وهما"))
_BOTH: Final = frozenset(("الاثنين", "الاثنان"))
# Tokens behind people who may be two in which a pronoun can tell how many they are.
_STORY: Final = 70
_TWO: Final = 2
# Letters of a word that an adjective in the dual agrees with.
_NOUN: Final = 4


def told_two(scan: Scan, head: Node, j: int) -> Figure | None:
    """ضبط متهمين وبحوزتهما سلاح: a form that may be a dual is one where هما takes it up."""
    if head.value.number != "dp":
        return None
    if definite(head):
        return _both_told(scan, head, j)
    before = scan.key(head.i - 1)
    if "adj" in head.value.traits and len(before) > _NOUN and before.endswith(DUAL):
        return None if head.i - 1 not in scan.heads else _two_elsewhere(scan, head)
    fate = scan.tagged(j, FATE_TAG)
    if fate is not None and fate.value.number == _TWO and not fate.skip:
        return Figure(head.i, head.skip, 2, 2, "exact", "dual")
    if _is_dual_verb(scan, j + (scan.key(j) == "قد")) or _is_vocalised(scan, head):
        return Figure(head.i, head.skip, 2, 2, "exact", "dual")
    for k in range(j, j + _SENTENCE):
        key = scan.key(k)
        if key in _ENDS or k in scan.number_at or k in scan.heads or k in scan.actors:
            break
        if key.endswith("هما"):
            return Figure(head.i, head.skip, 2, 2, "exact", "dual")
    return _two_elsewhere(scan, head)


def _both_told(scan: Scan, head: Node, j: int) -> Figure | None:
    """المتهمين فور وصولهما, المواطنين لقيا حتفهما: two who are told of again."""
    fate = scan.tagged(j + (scan.key(j) == "قد"), FATE_TAG)
    told = fate is not None and fate.value.number == _TWO and not fate.skip
    told = told or (scan.key(j) in _BOTH and scan.key(j + 1) == "الاخرين")
    told = told or (
        scan.key(j) in _BOTH and j not in scan.dated and not scan.key(j - 1).endswith(DUAL)
    )
    if not (told or _are_taken_up(scan, j)):
        return None
    return Figure(head.i, head.skip, 2, 2, "exact", "dual")


def _are_taken_up(scan: Scan, j: int) -> bool:
    """Whether هما stands for the people before token j, who are told of last in their clause."""
    for k in range(j, j + _CLAUSE):
        key = scan.key(k)
        told = k in scan.number_at or k in scan.heads or k in scan.actors
        if key in _ENDS or key in _COMMAS or told:
            return False
        if key.endswith("هما"):
            return (k == j and key in _THEY) or (len(key) > _LONG and not key.endswith("بينهما"))
        if key.startswith("و"):
            return False
    return False


def _is_dual_verb(scan: Scan, j: int) -> bool:
    """إرهابيين اتخذا, ناشطين يحملان: a verb in the dual behind people says that they are two."""
    key = scan.key(j)
    if key in particles("two_did"):
        return True
    if len(key) < _LONG or key.endswith(_NO_DUAL) or j in scan.heads or j in scan.dated:
        return False
    # The verbal noun of such verbs has a long vowel there: انتقاما.
    past = key.startswith("ا") and not key.startswith("ال") and key.endswith("ا")
    return (past and key[-3] not in "اوي") or (key.startswith("ي") and key.endswith("ان"))


def _is_vocalised(scan: Scan, head: Node) -> bool:
    """إرهابيَيْن: the vowels of the dual are written."""
    doc = scan.chart.doc
    written = doc.text[doc.starts[head.j - 1] : doc.ends[head.j - 1]]
    return any(vowels in written for vowels in _VOWELS)


def _two_elsewhere(scan: Scan, head: Node) -> Figure | None:
    """إصابة مجندين ... ونقل المجندان: another form of the noun, in -ان, says that they are two; or
    the first pronoun on what is done with them does (القبض على متهمين ... تم حبسهما).
    """
    two = Figure(head.i, head.skip, 2, 2, "exact", "dual")
    if head.value.lemma in scan.pairs():
        return two
    if scan.before(scan.unquoted(head.i), CONTEXT_TAG) is None:
        return None
    done = particles("done_with")
    for k in range(head.j, head.j + _STORY):
        key = scan.key(k).removeprefix("و")
        if key.endswith("هما") and key[:-3] in done:
            return two
        if key.endswith("هم") and key[:-2] in done:
            return None
        number = scan.number_at.get(k)
        if number is not None and (number.value.low or 0) > _TWO:
            return None
    return None


def are_two(scan: Scan, head: Node) -> bool:
    """فلسطينيين اثنين: the numeral tells that people are meant, and no adjective of two things."""
    two = scan.number_at.get(head.j)
    return two is not None and two.value.low == _TWO and not scan.key(head.i - 1).endswith(DUAL)
