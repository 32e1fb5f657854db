"""People counted by their names: الجرحى هم: فلان، وفلان (20 عاما)، وفلان."""

from __future__ import annotations

from waqai.annotate.actors.names import is_known, name_end
from waqai.annotate.chart import Node
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import CONTEXT_TAG, NOUN_TAG, particles
from waqai.model.codes import CountSlot

_COMMAS = ("،", ",", "؛")
_QUOTES = ('"', "'")
# A list has so many names at least, and a name in it so many words.
_LEAST, _WORDS = 2, 2
# Tokens before a list in which it is told what befell those named.
_LOOK = 16
# Tokens in the brackets behind a name.
_ASIDE = 8


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
    return found


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


def _listed(scan: Scan, i: int, slot: CountSlot) -> Node | None:
    """The count of the names that begin at token i."""
    i = _numbered(scan, i + (scan.key(i) == ":"))
    if scan.key(i) in ("كل", "كلا") and scan.key(i + 1) == "من":
        i += 2
    end, n, j = i, 0, i
    while (after := _name(scan, j)) is not None:
        end, n = after, n + 1
        j = _past(scan, end)
        if j == end and not scan.key(j).startswith("و"):
            break
    if n < _LEAST:
        return None
    value = Counted(
        n, n, "exact", "", "unknown", slot, definite=True, who=(i, end), licensed=True
    )  # fmt: skip
    return Node("count", i, end, value, "names", ())


def _name(scan: Scan, i: int) -> int | None:
    """Token after the name of a person at token i, a title or و before it."""
    i += scan.key(i) in _QUOTES
    person = scan.actors.get(i)
    if person is not None:
        return person.j if person.value.kind == "person" else None
    head = scan.heads.get(i)
    if head is not None:
        if head.value.number != "sg":
            return None
        i = head.j
    if i in scan.number_at or i in scan.dated or not scan.key(i).isalpha():
        return None
    key = scan.key(i)
    end = name_end(scan.chart.doc, i, not (key.startswith("و") and is_known(key[1:])))
    if end is None:
        return None
    end = next((k for k in range(i + 1, end) if _joins(scan, k)), end)
    if end < i + _WORDS or not any(is_known(_bare(scan.key(k))) for k in range(i, end)):
        return None
    return end


def _joins(scan: Scan, k: int) -> bool:
    """Whether و on the word at k joins another name."""
    key = scan.key(k)
    return key.startswith("و") and len(key) > _WORDS and not is_known(key)


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
