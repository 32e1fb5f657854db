"""People counted by their names: الجرحى هم: فلان، وفلان (20 عاما)، وفلان."""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.names import is_known, is_particle, name_end
from waqai.annotate.chart import Node
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import CONTEXT_TAG, FATE_TAG, NOUN_TAG, particles
from waqai.model.codes import CountSlot

_COMMAS: Final = ("،", ",", "؛")
_QUOTES: Final = ('"', "'")
# A list has so many names at least, and a name in it so many words.
_LEAST: Final = 2
_WORDS: Final = 2
# What may stand behind the full stop of an initial.
_AFTER: Final = ("(", "،", ",", "-")
_DOCTOR: Final = "ود"
_EACH: Final = ("كل", "كلا")
# Tokens from a name in a list to the next one, and what ends the list.
_NEAR: Final = 3
_FAR: Final = 12
_STOPS: Final = frozenset((".", "\n", "؛", ":"))
# Tokens before a list in which it is told what befell those named.
_LOOK: Final = 16
# Tokens in the brackets behind a name.
_ASIDE: Final = 8


def lists(scan: Scan) -> list[Node]:
    """Counts of the names behind هم or a colon, where what befell them is told and no number."""
    found: list[Node] = []
    end = 0
    openers = particles("listing") | {":"}
    for i in [i for i, key in enumerate(scan.keys) if key in openers]:
        slot = _told_before(scan, i) if i >= end else None
        node = _listed(scan, i + 1, slot) if slot is not None else None
        if node is not None:
            found.append(node)
            end = node.j
    return found + _each(scan, end)


def _each(scan: Scan, end: int) -> list[Node]:
    """Counts of the names behind كل من: مقتل كل من فلان وفلان، كل من فلان وفلان أصيبا."""
    found: list[Node] = []
    for i in [i for i, key in enumerate(scan.keys) if key in _EACH]:
        if i < end or scan.key(i + 1) != "من":
            continue
        node = _listed(scan, i + 2, None)
        if node is not None and _is_told_of(scan, i, node.j):
            found.append(node)
            end = node.j
    return found


def _is_told_of(scan: Scan, i: int, j: int) -> bool:
    """Whether a word of what befell people stands before token i, or right behind the names."""
    befell = scan.context(i)
    near = [scan.tagged(k, tag) for k in range(j, j + _NEAR) for tag in (CONTEXT_TAG, FATE_TAG)]
    met = any(scan.key(k) in particles("met_with_two") for k in range(j, j + _NEAR))
    told = (node for node in (befell, *near) if node is not None)
    return met or any(node.value.slot is not None for node in told)


def _told_before(scan: Scan, i: int) -> CountSlot | None:
    """What the sentence tells before token i to have befallen people whom it does not number."""
    doc = scan.chart.doc
    first = max(doc.sentences[doc.sentence_index(i)].first, i - _LOOK)
    for k in range(i - 1, first - 1, -1):
        if k in scan.number_at:
            return None
        for tag in (NOUN_TAG, CONTEXT_TAG):
            node = scan.tagged(k, tag)
            if node is not None and node.value.slot is not None:
                slot: CountSlot = node.value.slot
                return slot
    return None


def named(scan: Scan, i: int) -> Node | None:
    """The count of the names, two or more, that begin at token i or behind its quotation mark."""
    return _listed(scan, i, None)


def _listed(scan: Scan, i: int, slot: CountSlot | None) -> Node | None:
    """The count of the names that begin at token i."""
    i = _numbered(scan, i + (scan.key(i) == ":"))
    if scan.key(i) in _EACH and scan.key(i + 1) == "من":
        i += 2
    quoted = scan.key(i) in _QUOTES
    i += quoted
    end, n, j = i, 0, i
    while (after := _name(scan, j, led=slot is None and (quoted or n > 0))) is not None:
        end, n = after, n + 1
        j = _past(scan, end)
        while n >= _LEAST and (strange := _strange(scan, j)) is not None:
            end, n = strange, n + 1
            j = _past(scan, end)
        if _name(scan, j) is None:
            j = _past_family(scan, end) or _next(scan, end) or j
        if j == end and not scan.key(j).startswith("و"):
            break
    if n < _LEAST or (slot is None and _is_cut_short(scan, j)):
        return None
    value = Counted(
        n, n, "exact", "", "unknown", slot, definite=True, who=(i, end), licensed=True
    )  # fmt: skip
    return Node("count", i, end, value, "names", ())


def _strange(scan: Scan, i: int) -> int | None:
    """Token after a name of two words in a list of names, set apart by commas, of which no table
    knows a word (، وكوستا فريدمن،).
    """
    if scan.key(i - 1) not in _COMMAS or _name(scan, i) is not None:
        return None
    for k in (i, i + 1):
        known = k in scan.heads or k in scan.number_at or k in scan.dated or k in scan.inner
        told = any(scan.tagged(k, tag) is not None for tag in (CONTEXT_TAG, FATE_TAG, NOUN_TAG))
        if known or told or not scan.key(k).isalpha() or len(scan.key(k)) <= _WORDS:
            return None
    particle = scan.key(i).removeprefix("و") in particles("before")
    closed = scan.key(i + 2) in _COMMAS or scan.key(i + 2) in _QUOTES
    return i + 2 if closed and not particle else None


def _is_cut_short(scan: Scan, j: int) -> bool:
    """Whether one more name seems to be joined at token j, of which the first word is a common one
    (وعزيزة اليوسف): so many are not all.
    """
    key = scan.key(j)
    joined = key.startswith("و") and j not in scan.heads and scan.tagged(j, CONTEXT_TAG) is None
    titled = key == _DOCTOR and scan.key(j + 1) == "."
    return titled or (joined and (is_known(scan.key(j + 1)) or is_known(key[1:])))


def _past_family(scan: Scan, j: int) -> int | None:
    """The next name behind a last word that no table knows: محمد عبد الحميد عابدين وأحمد بدر."""
    strange = scan.key(j).isalpha() and j not in scan.heads and j not in scan.dated
    after = scan.key(j + 1)
    joined = after.startswith("و") and j + 1 not in scan.heads
    return j + 1 if strange and joined and _name(scan, j + 1) is not None else None


def _next(scan: Scan, j: int) -> int | None:
    """The next name in the list, past the age and the work of who is named before token j."""
    aged = False
    for k in range(j, j + _FAR):
        key = scan.key(k)
        told = scan.tagged(k, CONTEXT_TAG)
        if not key or key in _STOPS or (told is not None and told.value.slot is not None):
            return None
        apart = scan.key(k - 1) in _COMMAS or (aged and k not in scan.dated)
        if apart and k > j and key.startswith("و") and _name(scan, k) is not None:
            return k
        aged = aged or k in scan.dated
    return None


def _initials(scan: Scan, j: int) -> int:
    """Token after the initials that stand for the rest of a name: أحمد م. ع."""
    first = end = j
    while len(key := scan.key(j + (scan.key(j) == "."))) == 1 and key.isalpha() and key != "و":
        end = j = j + (scan.key(j) == ".") + 1
    initial = end > first or len(scan.key(end - 1)) == 1
    return end + (initial and scan.key(end) == "." and scan.key(end + 1) in _AFTER)


def _name(scan: Scan, i: int, *, led: bool = False) -> int | None:
    """Token after the name of a person at token i, a title or و before it; where `led`, in a list
    of names, no table need know a word of it.
    """
    i += scan.key(i) in _QUOTES
    person = scan.actors.get(i)
    if person is not None:
        if person.value.kind != "person":
            return None
        whole = name_end(scan.chart.doc, i, True) if scan.key(person.j).isalpha() else None
        whole = whole or person.j
        whole = next((k for k in range(person.j, whole) if _joins(scan, k)), whole)
        return _initials(scan, max(person.j, whole))
    head = scan.heads.get(i)
    if head is not None:
        if head.value.number != "sg":
            return None
        i = head.j
    if i in scan.number_at or i in scan.dated or not scan.key(i).isalpha():
        return None
    key = scan.key(i)
    end = name_end(scan.chart.doc, i, not (key.startswith("و") and is_known(key[1:])))
    if end is None and key.startswith("و") and is_particle(key[1:]):
        end = name_end(scan.chart.doc, i + 2, True) or i + 2
    if end is None and key.startswith("و") and is_known(scan.key(i + 1)) and i + 2 in scan.dated:
        end = i + 2
    if end is None and is_known(_bare(key)):
        end = i + 1
    if end is None:
        return None
    end = next((k for k in range(i + 1, end) if _joins(scan, k)), end)
    end = _initials(scan, end)
    if end < i + _WORDS or not (led or any(is_known(_bare(scan.key(k))) for k in range(i, end))):
        return None
    return end


def _joins(scan: Scan, k: int) -> bool:
    """Whether و on the word at k joins another name."""
    key = scan.key(k)
    return key == "و" or (key.startswith("و") and len(key) > _WORDS and not is_known(key))


def _bare(key: str) -> str:
    """A word without و that is no letter of its own."""
    return key if is_known(key) or not key.startswith("و") else key[1:]


def _past(scan: Scan, j: int) -> int:
    """The token after what may stand between two names: brackets, an age, a comma, و."""
    j += scan.key(j) in _QUOTES
    if scan.key(j) == "(":
        j = next((k + 1 for k in range(j, j + _ASIDE) if scan.key(k) == ")"), j)
    while j in scan.dated:
        j += 1
    j += scan.key(j) in _COMMAS
    return _numbered(scan, j + (scan.key(j) == "و"))


def _numbered(scan: Scan, j: int) -> int:
    """The token after a line's end and the number of the next line: 2. or 2- before a name."""
    start = j
    while scan.key(j) in ("\n", "-", "."):
        j += 1
    if scan.key(j).isdigit() and scan.key(j + 1) in (".", "-", ")"):
        return j + 2
    return j if "\n" in scan.keys[start:j] else start
