"""الاثنين as a count of two who are somebody's (مع مرافقيه الاثنين), which is no Monday."""

from __future__ import annotations

from waqai.annotate.dates.alone import DAY_WORDS
from waqai.annotate.dates.beside import beside, is_among
from waqai.annotate.dates.cursor import Cursor


def both_of_them(cur: Cursor, i: int, j: int) -> bool:
    """Whether الاثنين at tokens [i, j) counts the two who are named before it with whose they are;
    only where its sentence names another day, else it may be that day itself.
    """
    if not is_among(beside("two"), cur.key(i - 1)):
        return False
    sentence = cur.chart.doc.sentences[cur.chart.doc.sentence_index(i)]
    days = (k for k in range(sentence.first, sentence.last) if not i <= k < j)
    return any(not cur.roles(k).keys().isdisjoint(DAY_WORDS) for k in days)
