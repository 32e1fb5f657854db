"""Ordinals: الثالث, الحادي والعشرون, الخامس بعد المئة, and cardinals with the article as ranks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.numbers.compose import opens_genitive
from waqai.annotate.numbers.tables import HEDGE, NAMED, NTH, PERCENT, RANK, WORD, Atom, particles
from waqai.model.values import OrdinalValue

# From here on a cardinal with the article is what tells a rank (العشرون, المئة).
_LEAST: Final = 11


def ordinals(chart: Chart) -> list[Node]:
    """Nodes of kind `ordinal` that ordinal words begin, in order."""
    found: list[Node] = []
    for word in chart.of(NTH):
        if found and word.i < found[-1].j:
            continue
        node = _of_word(chart, word)
        if node is not None:
            found.append(node)
    return found


def _of_word(chart: Chart, word: Node) -> Node | None:
    """The ordinal that a word begins: with عشر or tens after it, or alone."""
    atom: Atom = word.value
    n = int(atom.n)
    parts: tuple[Node, ...] = (word,)
    after = _ten(chart, word) if 1 < n < 10 or atom.role == "nth_one" else None
    if after is not None:
        n += int(after.value.n)
        parts += (after,)
    elif atom.role == "nth_one" or _is_named(chart, word) or _is_yesterday(chart, word):
        return None
    j = parts[-1].j
    return Node("ordinal", word.i, j, OrdinalValue(n), "ordinal", parts, word.skip)


def _is_named(chart: Chart, word: Node) -> bool:
    """تشرين الأول, أمس الأول, آل ثاني, ميدان رابعة: an ordinal that is part of a name or a date."""
    if any(chart.until(word.i, NAMED)):
        return True
    before = chart.doc.keys[word.i - 1] if word.i else ""
    if before == "ال":
        # آل ثاني
        return True
    reading = word.reading
    if reading is None or reading.conj:
        return False
    if reading.stem.endswith("اولي"):
        return _is_preliminary(chart, word, before)
    if reading.article or reading.stem not in ("رابعه", "ثانيه"):
        return False
    # Else a square in Cairo or a second.
    return not before.endswith("ه")


def _is_preliminary(chart: Chart, word: Node, before: str) -> bool:
    """تحقيق أولي, after a noun that is no feminine: not the feminine of أول."""
    start, end = chart.doc.span(word.i, word.j)
    return chart.doc.text[start:end].endswith("ي") and not before.endswith(("ه", "ات"))


def _is_yesterday(chart: Chart, word: Node) -> bool:
    """أول أمس, أول من أمس."""
    days, after = particles()["yesterday"], chart.doc.keys[word.j : word.j + 2]
    return bool(after) and (after[0] in days or (after[0] == "من" and after[-1] in days))


def _ten(chart: Chart, word: Node) -> Node | None:
    """عشر, والعشرون or و العشرون after an ordinal of 1..9."""
    for after in chart.at(word.j, WORD):
        role, reading = after.value.role, after.reading
        if role == "ten" and not after.skip and not (reading and reading.article):
            return after
        if role == "tens" and reading and reading.conj == "و" and not reading.prep:
            return after
    keys = chart.doc.keys
    if word.j < len(keys) and keys[word.j] == "و":
        return next((n for n in chart.at(word.j + 1, WORD) if n.value.role == "tens"), None)
    return None


def with_hundreds(chart: Chart, ranks: list[Node], plain: Sequence[Node]) -> list[Node]:
    """الخامس بعد المئة, المئة والرابع والعشرين: ordinals with the hundreds beside them."""
    starts = {node.i: node for node in plain}
    ends = {node.j: node for node in plain}
    keys = chart.doc.keys
    made = []
    for rank in ranks:
        n = rank.value.n
        after = starts.get(rank.j + 1) if rank.j < len(keys) and keys[rank.j] == "بعد" else None
        before = ends.get(rank.i) if rank.skip == 1 and keys[rank.i][0] == "و" else None
        if after is not None and _adds(after, n):
            value = OrdinalValue(n + int(after.value.low))
            rank = Node(
                "ordinal", rank.i, after.j, value, "ordinal.after", (rank, after), rank.skip
            )
        elif before is not None and _adds(before, n):
            value = OrdinalValue(n + int(before.value.low))
            parts = (before, rank)
            rank = Node("ordinal", before.i, rank.j, value, "ordinal.with", parts, before.skip)
        made.append(rank)
    return made


def _adds(node: Node, n: int) -> bool:
    """Whether a number with the article is hundreds or more that an ordinal adds to."""
    low = node.value.low
    return has_article(node) and low is not None and low >= 100 and low % 100 == 0 and n < 100


def has_article(node: Node) -> bool:
    """Whether the first word of a number has the article."""
    reading = node.parts[0].reading
    return reading is not None and (reading.article or reading.stem.startswith("الال"))


def of_cardinal(chart: Chart, node: Node) -> Node | None:
    """العشرون, الواحد والعشرين, المئة: a cardinal with the article that counts no noun."""
    low = node.value.low
    if low is None or low < _LEAST or low != int(low) or not has_article(node):
        return None
    if node.rule != "number.words" or not _tells_rank(node):
        return None
    if opens_genitive(chart.doc.keys, node.j) or _is_percent(chart, node):
        return None
    if any(chart.until(node.i, HEDGE)):
        return None
    return Node(
        "ordinal", node.i, node.j, OrdinalValue(int(low)), "ordinal.cardinal", (node,), node.skip
    )


def _tells_rank(node: Node) -> bool:
    """No الثلاثة والعشرين, which is said of a count; الثلاثة مئة is."""
    first: Atom = node.parts[0].value
    if first.role != "unit" or first.n == 1:
        return True
    second: Atom = node.parts[1].value
    return second.role in ("hundred", "many") or (first.n == 2 and second.role == "ten")


def _is_percent(chart: Chart, node: Node) -> bool:
    """في المئة."""
    return any(said.j == node.j for i in (node.i, node.i - 1) for said in chart.at(i, PERCENT))


def of_digits(chart: Chart, node: Node) -> Node | None:
    """اليوم الـ57: digits with the article after a noun in the singular."""
    i = node.i - 1
    low = node.value.low
    if (
        i < 0
        or chart.doc.keys[i] != "ال"
        or node.rule != "number.digits"
        or not isinstance(low, int)
        or low < 1
    ):
        return None
    if not any(chart.until(i, RANK)):
        return None
    return Node("ordinal", node.i, node.j, OrdinalValue(low), "ordinal.digits", (node,))
