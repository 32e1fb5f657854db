"""Words of harm that are other words where they stand: ضربة عسكرية, أسر الضحايا, قضى عامين."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.people.tables import particles

# Words whose ه, written ة, is no pronoun but makes another noun: a blow, killers, a family.
_OTHERS: Final = frozenset(("ضرب", "قتل", "اسر", "خطف", "طعن", "حبس"))
_FAMILY: Final = "اسر"
_PARTED: Final = "فارق"
_LIFE: Final = frozenset(("الحياه", "حياتهم", "حياته"))
# Tokens from who parts to what he parts with, from who spent some time to how long.
_FAR: Final = 8
_LONG: Final = 6
_SPENT: Final = frozenset(("قضي", "قضوا"))
_ENDS: Final = frozenset((".", "\n", "؛", "،", ",", ":"))


def is_other_word(chart: Chart, node: Node) -> bool:
    """Whether a word of the table of contexts has another sense here."""
    word = node.rule.partition(":")[2]
    reading = node.reading
    if word in _OTHERS and reading is not None:
        doc = chart.doc
        if reading.suffix == "ه" and doc.text[doc.ends[node.j - 1] - 1] == "ة":
            return True
        if word == _FAMILY and reading.prep == "ل":
            return True
    if word.startswith(_PARTED):
        return _LIFE.isdisjoint(chart.doc.keys[node.j : node.j + _FAR])
    return word in _SPENT and _spent(chart, node.j)


def _spent(chart: Chart, j: int) -> bool:
    """Whether a length of time follows, in the clause, that somebody spent (قضى فلان 14 عاما)."""
    doc = chart.doc
    for k in range(j, min(j + _LONG, len(doc.keys))):
        if doc.keys[k] in _ENDS or doc.keys[k] in particles("before"):
            return False
        if any(True for _ in chart.at(k, "duration")):
            return True
    return False
