"""Whether a country's name stands for those who act or are acted on, not for the land."""

from __future__ import annotations

from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node

_OPENERS = frozenset(('"', ":", "،", ",", "\n", ".", "-", "(", "و", "|", "؛", "!", "؟", "…"))


def acts(chart: Chart, node: Node) -> bool:
    """Whether the word before or after makes the country an actor."""
    keys = chart.doc.keys
    leaf = node.parts[0]
    prep = leaf.reading.prep if leaf.reading else ""
    if prep in ("ب", "ك"):
        return False
    before = keys[node.i - 1] if node.i else "\n"
    after = keys[node.j] if node.j < len(keys) else "\n"
    if prep == "ل":
        return before in words("belonging")
    if before in words("side") or _verb(before):
        return True
    return before in _OPENERS and _verb(after)


def is_noun(chart: Chart, leaf: Node) -> bool:
    """False where a singular such as انتحاري describes the noun before it: هجوم انتحاري."""
    if leaf.j - leaf.i > 1 or leaf.skip or leaf.reading is None or not leaf.i:
        return True
    if leaf.reading.stem.removeprefix("ال") not in words("one"):
        return True
    before = chart.doc.keys[leaf.i - 1]
    return before in words("before_one") or not before.isalpha() or before.startswith(("ي", "ت"))


def _verb(key: str) -> bool:
    """A verb of the third person feminine: شنت، تدعم، ستنسحب."""
    bare = key[1:] if key[:1] in "وفس" and len(key) > 4 else key
    if len(bare) < 3 or not bare.isalpha():
        return False
    past = bare.endswith("ت") and not bare.endswith(("ات", "وت", "يت"))
    present = bare.startswith("ت") and not bare.endswith(("ه", "يا")) and len(bare) in (3, 4, 5)
    return past or present
