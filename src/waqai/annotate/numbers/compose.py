"""Composition: runs of adjoining number words and digits made into plain numbers, in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.numbers.sums import Sum
from waqai.annotate.numbers.tables import WORD, Atom, particles
from waqai.model.values import NumberValue

PLAIN: Final = "number.plain"
# 200 only before a scale (ميتا ألف).
_DEAD: Final = frozenset(("ميتا", "ميتي"))


def compose(chart: Chart) -> list[Node]:
    """Plain numbers of a document in order, also inside names and dates."""
    words = [word for word in chart.of(WORD) if not _is_lookalike(chart, word)]
    found: list[Node] = []
    k = 0
    while k < len(words):
        node: Node | None
        role = words[k].value.role
        if role in ("many", "few", "odd"):
            node, k = _indefinite(words, k)
        else:
            node, k = _read(chart, words, k)
        node = _pointed(chart, node) if node is not None else None
        if node is not None and (not found or node.i >= found[-1].j):
            before = found[-1] if found else None
            whole_number = before and _grouped(chart, before, node)
            if whole_number:
                found[-1] = whole_number
            else:
                found.append(node)
    return found


def _pointed(chart: Chart, node: Node) -> Node:
    """٫77: decimals without a whole number before their mark."""
    doc, i = chart.doc, node.i
    if node.rule != "number.digits" or not i or doc.text[doc.starts[i - 1]] != "٫":
        return node
    if doc.ends[i - 1] != doc.starts[i] or not doc.keys[i].isdigit():
        return node
    value = float(f"0.{doc.keys[i]}")
    return Node(PLAIN, i - 1, node.j, NumberValue(value, value, "exact"), node.rule, node.parts)


def _is_lookalike(chart: Chart, word: Node) -> bool:
    """كميات, لست (I am not), وأحد, ميتا (dead): words that only look as if they held a number."""
    keys, reading = chart.doc.keys, word.reading
    if keys[word.i][word.skip :] in _DEAD:
        scales = ("scale", "case", "many")
        return not any(node.value.role in scales for node in chart.at(word.j, WORD))
    if keys[word.i] == "واحد":
        return _is_one_of(chart, word)
    if reading is None or not reading.prep:
        return False
    if reading.stem == "ست" and reading.prep == "ل":
        after = keys[word.j] if word.j < len(keys) else ""
        return not after.endswith(("ات", "ه")) and after not in ("دول", "عشره", "الاف")
    return reading.prep == "ك"


def _is_one_of(chart: Chart, word: Node) -> bool:
    """وأحد الجنود: "and one of the soldiers" as folded."""
    doc = chart.doc
    after = doc.keys[word.j] if word.j < len(doc.keys) else ""
    hamza = "أ" in doc.text[doc.starts[word.i] : doc.ends[word.i]]
    return (hamza and not after.startswith("عشر")) or (after.startswith("ال") and len(after) > 3)


def _grouped(chart: Chart, one: Node, two: Node) -> Node | None:
    """10،000 and 10 000 as one number."""
    if one.rule != "number.digits" or two.rule != "number.digits" or two.skip:
        return None
    doc = chart.doc
    marked = two.i == one.j + 1 and doc.keys[one.j] == "،"
    if not marked and two.i != one.j:
        return None
    if doc.starts[two.i] != doc.ends[one.j - 1] + 1 or len(doc.keys[two.i]) != 3:
        return None
    head, tail = doc.keys[one.j - 1], doc.keys[two.i]
    if not (head.isdigit() and tail.isdigit() and head[0] != "0") or len(head) > 3:
        return None
    if (one.j - one.i > 1 and marked != ("،" in doc.keys[one.i : one.j])) or one.j - one.i > 6:
        return None
    value = one.value.low * 1000 + int(tail)
    bounds = NumberValue(value, value, "exact")
    return Node(PLAIN, one.i, two.j, bounds, one.rule, (*one.parts, *two.parts), one.skip)


def _indefinite(words: Sequence[Node], k: int) -> tuple[Node | None, int]:
    """عشرات, مئات الآلاف, بضعة آلاف: an open number."""
    first = words[k]
    last = k
    while last + 1 < len(words) and _opens_no_other(words[last], words[last + 1]):
        last += 1
    value = NumberValue(None, None, "indefinite")
    if last == k and k + 1 < len(words) and _is_odd(first, words[k + 1]):
        last, value = k + 1, NumberValue(words[k + 1].value.n, None, "at_least")
    elif first.value.role == "odd":
        return None, k + 1
    parts = tuple(words[k : last + 1])
    made = Node(PLAIN, first.i, words[last].j, value, "number.open", parts, first.skip)
    return made, last + 1


def _is_odd(few: Node, tens: Node) -> bool:
    """بضع وعشرون, نيف وثلاثون: twenty and some."""
    if few.value.role not in ("few", "odd") or tens.i != few.j or tens.value.role != "tens":
        return False
    return tens.reading is not None and tens.reading.conj == "و" and not tens.reading.prep


def _opens_no_other(before: Node, after: Node) -> bool:
    """Whether the word after goes on an open number (مئات الآلاف, بضع عشرات)."""
    if after.i != before.j or after.skip:
        return False
    role = after.value.role
    return role in ("many", "scale") or (before.value.role == "few" and role in ("ten", "hundred"))


def _read(chart: Chart, words: Sequence[Node], k: int) -> tuple[Node | None, int]:
    """The number that begins at word k, None where it is none, and the word after it."""
    total = Sum()
    first = k
    while k < len(words):
        joined = _joined(chart.doc.keys, words, k, total)
        if joined is None or not total.take(words[k], joined=joined):
            break
        k += 1
    if k == first:
        return None, k + 1
    if k < len(words) and _multiplies(words, k, total):
        # ألف وثلاثة آلاف: the open group belongs to the scale that follows.
        k = first + total.mark
        total = _again(chart, words, first, k)
    return _made(chart, total), k


def _multiplies(words: Sequence[Node], k: int, total: Sum) -> bool:
    """Whether the word that did not fit counts the open group by a scale of its own."""
    node = words[k]
    if node.i != total.nodes[-1].j or node.skip or not total.open or not total.mark:
        return False
    return bool(total.total) and node.value.role in ("scale", "many", "case")


def _again(chart: Chart, words: Sequence[Node], first: int, end: int) -> Sum:
    """The sum of words[first:end]."""
    total = Sum()
    for k in range(first, end):
        total.take(words[k], joined=bool(_joined(chart.doc.keys, words, k, total)))
    return total


def _joined(keys: list[str], words: Sequence[Node], k: int, total: Sum) -> bool | None:
    """Whether و joins word k to the sum, None where it does not adjoin it or cannot follow."""
    node = words[k]
    eleven = _is_eleven(words, k)
    if node.value.role == "one" and not eleven and not _before_tens(keys, words, k):
        return None
    if not total.nodes:
        return False
    last = total.nodes[-1]
    if node.i == last.j + 1 and not node.skip:
        if keys[last.j] == "و":
            return True
        return False if _is_bracketed(keys, total, node) else None
    if node.i != last.j:
        return None
    if not node.skip:
        return eleven and keys[node.i] == "واحد"
    reading = node.reading
    return True if reading is not None and reading.conj == "و" and not reading.prep else None


def _is_bracketed(keys: list[str], total: Sum, node: Node) -> bool:
    """(40) ألف, «3» آلاف: a scale after digits in brackets or quotation marks."""
    only = total.nodes[0]
    if len(total.nodes) > 1 or only.value.role != "digits" or not only.i:
        return False
    marked = keys[only.i - 1] + keys[only.j] in ("()", '""')
    return marked and node.value.role in ("scale", "many", "case")


def _is_eleven(words: Sequence[Node], k: int) -> bool:
    """Whether عشر follows word k."""
    if k + 1 == len(words):
        return False
    after = words[k + 1]
    return after.i == words[k].j and after.value.role == "ten" and not after.skip


def _before_tens(keys: list[str], words: Sequence[Node], k: int) -> bool:
    """Whether joined tens follow word k."""
    if k + 1 == len(words) or words[k + 1].value.role != "tens":
        return False
    after, end = words[k + 1], words[k].j
    return (after.i == end and after.skip == 1) or (after.i == end + 1 and keys[end] == "و")


def _made(chart: Chart, total: Sum) -> Node | None:
    """The node of a finished sum."""
    nodes = total.nodes
    total.drop_point()
    if len(nodes) == 1 and _is_monday(nodes[0]):
        return None
    value = total.value()
    last: Atom = nodes[-1].value
    if total.case and last.role == "case" and opens_genitive(chart.doc.keys, nodes[-1].j):
        value += last.n
    bounds = NumberValue(value, value, "exact")
    start = nodes[0]
    return Node(PLAIN, start.i, nodes[-1].j, bounds, _rule(nodes), tuple(nodes), start.skip)


def _rule(nodes: Sequence[Node]) -> str:
    """The rule's name: of what the number is written."""
    if all(node.value.role != "digits" for node in nodes):
        return "number.words"
    return "number.digits" if len(nodes) == 1 else "number.mixed"


def _is_monday(word: Node) -> bool:
    """الاثنين: the weekday, not two."""
    reading = word.reading
    return reading is not None and reading.article and reading.stem == "اثنين"


def opens_genitive(keys: list[str], j: int) -> bool:
    """Whether token j can be a noun counted by the number before it (no particle, no article)."""
    if j >= len(keys):
        return False
    key = keys[j]
    if not key.isalpha() or key in particles()["particle"] or not "ء" <= key[0] <= "ي":
        return False
    return len(key) > 2 and not key.startswith(("ال", "و", "بال", "لل", "فال"))
