"""Whether a word stands for those who act or only describes the noun before it."""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node

_CLOSERS: Final = frozenset(('"', ")", "]", "/"))
# What a clause may begin behind.
OPENERS: Final = frozenset(('"', ":", "،", ",", "\n", ".", "-", "(", "و", "|", "؛", "!", "؟", "…"))
# Objects written on a verb, the letters that a verb without one has, and the longest verb's.
_OBJECTS: Final = ("هما", "ها", "هم", "ه")
_SHORT: Final = 5
_LONGEST: Final = 7
# How the dual of a verb ends.
_DUAL: Final = "ان"
# Letters of a word that is no verb, at most.
_TOLD: Final = 2


def is_noun(chart: Chart, leaf: Node) -> bool:
    """False where a word such as انتحاري or الخارجية describes the noun before it."""
    if leaf.j - leaf.i > 1 or leaf.reading is None or not leaf.i or leaf.reading.prep:
        return True
    single = leaf.reading.stem.removeprefix("ال") in words("one")
    key = chart.doc.keys[leaf.i]
    if not single and key[leaf.skip :] not in words("adjectival"):
        return True
    before = chart.doc.keys[leaf.i - 1]
    if key[leaf.skip :].startswith("ال"):
        if single and (_after_name(chart, leaf) or before.endswith(("ها", "هم", "نا"))):
            return False
        return not describes_noun(chart, leaf)
    if key.endswith("يا") and not before.isalnum():
        return False
    verb = before.startswith("ي") or (before.startswith("ت") and is_verb(before))
    return bool(leaf.skip) or verb or before in words("before_one") or not before.isalpha()


def is_force(chart: Chart, leaf: Node) -> bool:
    """Whether the word الأمن alone is those who keep it, not what they keep."""
    keys = chart.doc.keys
    if leaf.j - leaf.i > 1 or keys[leaf.i][leaf.skip :] != "الامن":
        return True
    before = keys[leaf.i - 1] if leaf.i else "\n"
    if leaf.reading is not None and leaf.reading.conj:
        after = keys[leaf.j] if leaf.j < len(keys) else ""
        does = not leaf.reading.prep and (_tells(after) or after in words("verb_m"))
        return does or any(chart.until(leaf.i, "actor.head"))
    if leaf.skip or before in words("side") or before in words("verb_m"):
        return leaf.skip == 0
    after = keys[leaf.j] if leaf.j < len(keys) else "\n"
    verb = after.startswith("ي") or after in words("verb_m")
    if before in words("by_force"):
        return True
    if after.startswith("و") and any(chart.at(leaf.j, "actor.head")):
        return True
    return (
        (before in OPENERS and verb)
        or (is_verb(before) and len(before) < _SHORT)
        or (before.startswith("ي") or before in words("before_one"))
    )


def _tells(key: str) -> bool:
    """Whether a word is a verb of the present: (والأمن) يطلق."""
    return key.startswith("ي") and len(key) > _TOLD and not key.endswith("ه")


def _after_name(chart: Chart, leaf: Node) -> bool:
    """Whether a quoted name or a place stands before: تنظيم "داعش" الإرهابي."""
    keys = chart.doc.keys
    quoted = keys[leaf.j : leaf.j + 1] == ['"']
    return (keys[leaf.i - 1] in _CLOSERS and not quoted) or any(chart.until(leaf.i, "place"))


def describes_noun(chart: Chart, leaf: Node) -> bool:
    """Whether a noun with the article, no day, stands before."""
    before = chart.doc.keys[leaf.i - 1] if leaf.i else ""
    bare = before[proclitics(before) :]
    return bare.startswith(("ال", "لل")) and bare not in words("day")


def proclitics(key: str) -> int:
    """How many letters stand before the article of a definite noun: وال، بال، وبال."""
    at = key.find("ال", 0, 4)
    return at if at > 0 and all(letter in "وفبكل" for letter in key[:at]) else 0


def describes(chart: Chart, leaf: Node) -> bool:
    """Whether a plural of a country describes the noun before it: المفاوضين الفلسطينيين."""
    before = chart.doc.keys[leaf.i - 1]
    if leaf.skip:
        return False
    if leaf.reading is not None and leaf.reading.article:
        return before[proclitics(before) :].startswith("ال") and before not in words("determiner")
    return len(before) > 4 and before.endswith(("ين", "ون", "ات"))


def is_verb(key: str) -> bool:
    """A verb of the third person feminine: شنت، تدعم، ستنسحب، تقودها."""
    bare = key[1:] if key[:1] in "وفس" and len(key) > 3 else key
    if len(bare) < 3 or not bare.isalpha():
        return False
    past = bare.endswith(("ت", "تها", "ته", "تهم")) and not bare.endswith(("ات", "وت", "يت"))
    if len(bare) > _SHORT:
        bare = next((bare.removesuffix(end) for end in _OBJECTS if bare.endswith(end)), bare)
    if bare.startswith("ت") and bare.endswith(_DUAL) and not bare.endswith("تان"):
        bare = bare.removesuffix(_DUAL)
    noun = len(bare) == 5 and bare[3] == "ي"
    present = bare.startswith("ت") and not bare.endswith(("ه", "ا", "ات")) and len(bare) <= _LONGEST
    return past or (present and not noun)
