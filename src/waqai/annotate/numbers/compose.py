"""Composition: runs of adjoining number words and digits added up, in one pass.

A sum takes words as long as each fits a free place: hundreds, then units before tens, then a
scale; a word that does not fit begins the next number. Nodes made are of kind `number.plain`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf

from waqai.annotate.chart import Chart, Node
from waqai.annotate.numbers.tables import WORD, Atom, whole
from waqai.model.values import NumberValue

PLAIN = "number.plain"
# Places of a group below a thousand that are taken.
_UNITS, _TENS, _HUNDREDS, _DIGITS, _PART = 1, 2, 4, 8, 16
_ALL = _UNITS | _TENS | _HUNDREDS | _DIGITS | _PART


class Sum:
    """A number being read: closed scales in `total`, the open group in `group`."""

    __slots__ = ("base", "case", "first", "group", "last", "mark", "nodes", "open", "total")

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.total: float | int = 0
        self.last: float = inf
        self.group: float | int = 0
        self.open = 0
        # Where the open group began among the nodes, for taking it back.
        self.mark = 0
        self.base: float | int | None = None
        self.case = False
        self.first = True

    def take(self, node: Node, *, joined: bool) -> bool:
        """Add a word if it fits; `joined`: و stands before it."""
        atom: Atom = node.value
        self.first = not self.nodes
        step = _STEPS.get(atom.role)
        if step is None or self.case_closed(atom, joined) or not step(self, atom, joined):
            return False
        self.nodes.append(node)
        return True

    def case_closed(self, atom: Atom, joined: bool) -> bool:
        """Whether nothing but a joined word may follow."""
        return self.base is None and self.total > 0 and not self.open and not joined and (
            atom.role not in ("scale", "many", "part", "parts", "case")
        )  # fmt: skip

    def put(self, value: float | int, places: int) -> bool:
        """Add to the open group, opening it where it is not."""
        if not self.open:
            self.mark = len(self.nodes)
        self.group += value
        self.open |= places
        return True

    def value(self) -> float | int:
        """The number read so far."""
        group = self.group
        if self.base is not None:
            group = float(f"{self.base}.{self.group}")
        elif self.open == _PART and self.total:
            group *= self.last
        return whole(self.total + group)


def _unit(total: Sum, atom: Atom, joined: bool) -> bool:
    if atom.role == "one" and not total.first and not joined:
        return False
    free = total.first or (joined and not total.open & (_UNITS | _TENS | _DIGITS | _PART))
    if total.base is not None:
        free = not total.open
    return (free or False) and (total.last > atom.n) and total.put(atom.n, _UNITS)


def _ten(total: Sum, _atom: Atom, joined: bool) -> bool:
    if not joined and total.open & _UNITS and not total.open & _TENS and total.group % 10:
        return total.put(10, _TENS)
    free = total.first or (joined and not total.open & ~_HUNDREDS)
    if total.base is not None:
        free = not total.open
    return free and total.put(10, _UNITS | _TENS)


def _tens(total: Sum, atom: Atom, joined: bool) -> bool:
    free = total.first or (joined and not total.open & (_TENS | _DIGITS | _PART))
    if total.base is not None and not total.open:
        free = True
    return free and total.put(atom.n, _TENS)


def _hundred(total: Sum, atom: Atom, joined: bool) -> bool:
    if not joined and total.open in (_UNITS, _DIGITS, _PART) and 0 < total.group < 10:
        if total.open != _PART and total.group in (1, 2):
            return False
        total.group *= 100
        total.open = _HUNDREDS
        return True
    return _hundreds(total, atom, joined)


def _hundreds(total: Sum, atom: Atom, joined: bool) -> bool:
    if total.first or (joined and not total.open and total.last > atom.n):
        return total.put(atom.n, _HUNDREDS)
    if joined and not total.total and not total.open & (_HUNDREDS | _DIGITS | _PART):
        # Units first, the way that years are told: no digits, no more places.
        return total.put(atom.n, _ALL ^ _DIGITS)
    return False


def _scale(total: Sum, atom: Atom, joined: bool) -> bool:
    size = atom.n
    if joined or total.first:
        if total.open:
            return _ascending(total, size, joined)
        return size < total.last and _close(total, size, size)
    if total.open == _PART and total.total:
        # مليون ونصف المليون, مليون ونصف مليون
        return _close(total, total.group * size, 0)
    if total.open:
        if size >= total.last:
            return False
        value = total.value() - total.total
        if total.open == _DIGITS and size > 1000:
            value = _decimal(total.nodes[-1].value, value)
        total.base = None
        return _close(total, value * size, size)
    if total.total and size >= total.last > 1:
        # ألف مليون, مئة ألف مليون
        total.total, total.last = total.total * size, size
        return True
    return False


def _decimal(atom: Atom, value: float | int) -> float | int:
    """1.125 before مليون is no thousand."""
    dotted = atom.mark == "." and atom.n == value and 1000 <= value < 1_000_000
    return value / 1000 if dotted else value


def _ascending(total: Sum, size: float | int, joined: bool) -> bool:
    """تسع وتسعين وتسعمئة وألف: the way that years are told."""
    if not joined or total.total or total.group < 100 or size != 1000 or total.open & _DIGITS:
        return False
    return _close(total, total.group + size, 0)


def _close(total: Sum, value: float | int, last: float) -> bool:
    """Add a finished group to the total."""
    total.total += value
    total.last = last
    total.group, total.open = 0, 0
    return True


def _dual(total: Sum, atom: Atom, joined: bool) -> bool:
    if total.open or not (joined or total.first) or atom.n >= total.last:
        return _ascending(total, atom.n, joined) and _close(total, atom.n, 0)
    return _close(total, 2 * atom.n, atom.n)


def _case(total: Sum, atom: Atom, joined: bool) -> bool:
    alone = (total.first or joined) and not total.open
    taken = _scale(total, atom, joined)
    total.case = taken and alone
    return taken


def _many(total: Sum, atom: Atom, joined: bool) -> bool:
    if joined or not total.open or atom.n < 100:
        return False
    return _hundred(total, atom, joined) if atom.n == 100 else _scale(total, atom, joined)


def _digits(total: Sum, atom: Atom, joined: bool) -> bool:
    if total.first:
        return total.put(atom.n, _DIGITS)
    if total.base is not None:
        return not total.open and not atom.mark and total.put(atom.n, _DIGITS)
    if not joined or atom.n < 1:
        return False
    if not total.open and total.total:
        return atom.n < total.last and total.put(atom.n, _DIGITS)
    return total.open == _HUNDREDS and atom.n < 100 and total.put(atom.n, _DIGITS)


def _part(total: Sum, atom: Atom, joined: bool) -> bool:
    if total.first:
        return total.put(atom.n, _PART)
    if total.base is not None or not joined or total.open & _PART:
        return False
    if total.open == _HUNDREDS and total.group % 100 == 0:
        return False
    return total.put(atom.n, _PART)


def _parts(total: Sum, atom: Atom, joined: bool) -> bool:
    if joined or total.open != _UNITS or total.total or total.group * atom.n >= 1:
        return False
    total.group, total.open = total.group * atom.n, _PART
    return True


def _zero(total: Sum, _atom: Atom, joined: bool) -> bool:
    return total.first and not joined and total.put(0, _ALL)


def _point(total: Sum, _atom: Atom, joined: bool) -> bool:
    """واحد فاصلة خمسة: what follows are the decimals of the group before."""
    if total.first or joined or not total.open or total.base is not None:
        return False
    if total.group != int(total.group):
        return False
    total.base, total.group, total.open = total.group, 0, 0
    return True


_STEPS: dict[str, Callable[[Sum, Atom, bool], bool]] = {
    "unit": _unit, "one": _unit, "ten": _ten, "tens": _tens, "hundred": _hundred,
    "hundreds": _hundreds, "scale": _scale, "dual": _dual, "case": _case, "many": _many,
    "digits": _digits, "part": _part, "parts": _parts, "zero": _zero, "point": _point,
}  # fmt: skip


def compose(chart: Chart) -> list[Node]:
    """Plain numbers of a document in order, also inside names and dates."""
    keys = chart.doc.keys
    words = [word for word in chart.of(WORD) if not _is_lookalike(keys, word)]
    found: list[Node] = []
    k = 0
    while k < len(words):
        node: Node | None
        role = words[k].value.role
        if role in ("many", "few"):
            node, k = _indefinite(words, k)
        else:
            node, k = _read(chart, words, k)
        if node is not None and (not found or node.i >= found[-1].j):
            before = found[-1] if found else None
            whole_number = before and _grouped(chart, before, node)
            if whole_number:
                found[-1] = whole_number
            else:
                found.append(node)
    return found


def _is_lookalike(keys: Sequence[str], word: Node) -> bool:
    """كميات, لست (I am not): words that only look as if they held a number."""
    reading = word.reading
    if reading is None or not reading.prep:
        return False
    if reading.stem == "ست" and reading.prep == "ل":
        after = keys[word.j] if word.j < len(keys) else ""
        return not after.endswith(("ات", "ه")) and after not in ("دول", "عشره", "الاف")
    return reading.prep == "ك"


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


def _indefinite(words: Sequence[Node], k: int) -> tuple[Node, int]:
    """عشرات, مئات الآلاف, بضعة آلاف: an open number."""
    first = words[k]
    last = k
    while last + 1 < len(words) and _opens_no_other(words[last], words[last + 1]):
        last += 1
    value = NumberValue(None, None, "indefinite")
    parts = tuple(words[k : last + 1])
    made = Node(PLAIN, first.i, words[last].j, value, "number.open", parts, first.skip)
    return made, last + 1


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


def _joined(keys: Sequence[str], words: Sequence[Node], k: int, total: Sum) -> bool | None:
    """Whether و joins word k to the sum, None where it does not adjoin it or cannot follow."""
    node = words[k]
    eleven = _is_eleven(words, k)
    if node.value.role == "one" and not eleven and not _before_tens(keys, words, k):
        return None
    if not total.nodes:
        return False
    last = total.nodes[-1]
    if node.i == last.j + 1 and keys[last.j] == "و" and not node.skip:
        return True
    if node.i != last.j:
        return None
    if not node.skip:
        return eleven and keys[node.i] == "واحد"
    reading = node.reading
    return True if reading is not None and reading.conj == "و" and not reading.prep else None


def _is_eleven(words: Sequence[Node], k: int) -> bool:
    """Whether عشر follows word k."""
    if k + 1 == len(words):
        return False
    after = words[k + 1]
    return after.i == words[k].j and after.value.role == "ten" and not after.skip


def _before_tens(keys: Sequence[str], words: Sequence[Node], k: int) -> bool:
    """Whether joined tens follow word k."""
    if k + 1 == len(words) or words[k + 1].value.role != "tens":
        return False
    after, end = words[k + 1], words[k].j
    return (after.i == end and after.skip == 1) or (after.i == end + 1 and keys[end] == "و")


def _made(chart: Chart, total: Sum) -> Node | None:
    """The node of a finished sum."""
    nodes = total.nodes
    if total.base is not None and not total.open:
        nodes.pop()
        total.group, total.open, total.base = total.base, _ALL, None
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


_FUNCTION = frozenset(
    ("في", "من", "علي", "الي", "عن", "منذ", "خلال", "بعد", "قبل", "بين", "منهم", "بينهم", "اي",
     "او", "ثم", "حتي", "مع", "عند", "لدي", "هذا", "هذه", "كل", "اخرون", "اخرين", "ضد", "قرب",
     "كما", "فيما", "بينما", "عندما", "حين", "كانوا", "كان", "لم", "لا", "قد", "حسب", "وفق",
     "داخل", "خارج", "اثر", "جراء", "نتيجه", "هم", "هو", "هي", "منها", "منه", "بينها", "ان")
)  # fmt: skip


def opens_genitive(keys: Sequence[str], j: int) -> bool:
    """Whether token j can be a noun counted by the number before it (no particle, no article)."""
    if j >= len(keys):
        return False
    key = keys[j]
    if not key.isalpha() or key in _FUNCTION or not "ء" <= key[0] <= "ي":
        return False
    return len(key) > 2 and not key.startswith(("ال", "و", "بال", "لل", "فال"))
