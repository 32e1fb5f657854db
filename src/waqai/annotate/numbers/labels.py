"""Numbers that are no quantities: years, codes, clock times, parts of dates and names."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.numbers.compose import opens_genitive
from waqai.annotate.numbers.tables import AFTER, HEDGE, LABEL, YEAR, Atom, particles
from waqai.lexicon.months import month_numbers
from waqai.text.document import Document

_OPENING: Final = frozenset(('"', "(", "'"))


def is_quantity(chart: Chart, node: Node) -> bool:
    """Whether a plain number tells how much or how many."""
    if _is_half_of_before(node) or _is_zero_hour(node) or _is_year_here(chart, node):
        return False
    if _is_part_of_whole(chart, node) or _is_name(chart, node):
        return False
    return node.rule != "number.digits" or not is_code(chart, node)


def is_code(chart: Chart, node: Node) -> bool:
    """Whether digits are a code, a name's part, a clock time or a date: F-16, رقم 5, 10:30."""
    keys, doc = chart.doc.keys, chart.doc
    i, j = node.i, node.j
    first = i - 1 if i and keys[i - 1] in _OPENING else i
    if any(chart.until(_after_article(keys, first), LABEL)):
        return True
    if j < len(keys) and keys[j] in month_numbers():
        return True
    if not _atom(node).mark and len(keys[i]) > 1 and keys[i][0] == "0":
        return True
    return _is_glued(doc, i, j)


def _is_glued(doc: Document, i: int, j: int) -> bool:
    """Whether a sign or letters stand at digits without a space: 10:30, #57, F16, 16-08-2017."""
    keys, starts, ends = doc.keys, doc.starts, doc.ends
    if doc.text[starts[i] - 1 : starts[i]] == "_":
        return True
    before = keys[i - 1] if i and ends[i - 1] == starts[i] else ""
    after = keys[j] if j < len(keys) and starts[j] == ends[j - 1] else ""
    if before in (":", "/", "+", "#", "@") or after in ("/", "@"):
        return True
    if after in (":", "-") and j + 1 < len(keys) and keys[j + 1][0].isdigit():
        return after == ":" or (j + 2 < len(keys) and keys[j + 2] == "-")
    if before in ("-", "."):
        if i < 2 or ends[i - 2] != starts[i - 1]:
            return False
        glued = keys[i - 2]
        return glued.isalpha() and (before == "-" or len(glued) == 1)
    return any(glued.isalpha() and glued.isascii() for glued in (before, after))


def _is_year_here(chart: Chart, node: Node) -> bool:
    """Whether a number is a year: after a word for it, or where it counts no noun."""
    low = node.value.low
    if low is None or _atom(node).mark:
        return False
    keys, i = chart.doc.keys, node.i
    if node.j < len(keys) and keys[node.j] in particles()["era"] and low >= 1300:
        return True
    if not 1900 <= low <= 2100 or any(chart.until(i, HEDGE)):
        return False
    if any(chart.until(i, YEAR)):
        return True
    if i and (keys[i - 1] in month_numbers() or keys[i - 1] in particles()["month_tail"]):
        return True
    return node.rule == "number.digits" and low % 100 != 0 and not opens_genitive(keys, node.j)


def can_be_year(node: Node) -> bool:
    """Whether digits have the form of a year."""
    low = node.value.low
    return node.rule == "number.digits" and low is not None and 1900 <= low <= 2100


def _is_half_of_before(node: Node) -> bool:
    """عام ونصف: a half of what was told before."""
    return _atom(node).role == "part" and len(node.parts) == 1 and node.skip > 0


def _atom(node: Node) -> Atom:
    """The first word of a plain number."""
    atom: Atom = node.parts[0].value
    return atom


def _is_part_of_whole(chart: Chart, node: Node) -> bool:
    """نصف نهائي is no share; خمس السكان is one, but is written like five."""
    if _atom(node).role == "part":
        return any(chart.at(node.j, AFTER))
    keys = chart.doc.keys
    alone = len(node.parts) == 1 and _atom(node).role in ("unit", "ten")
    return alone and node.j < len(keys) and keys[node.j] in particles()["share"]


def _is_name(chart: Chart, node: Node) -> bool:
    """عبد الواحد."""
    return node.i > 0 and chart.doc.keys[node.i - 1] in particles()["name"]


def _is_zero_hour(node: Node) -> bool:
    """ساعة الصفر."""
    reading = node.parts[0].reading
    return node.value.low == 0 and reading is not None and reading.article


def _after_article(keys: list[str], i: int) -> int:
    """Token i, or the article that stands apart before it (الـ32)."""
    return i - 1 if i and keys[i - 1] == "ال" else i
