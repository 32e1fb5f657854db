"""Whether a country's name stands for those who act or are acted on, not for the land."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node

# Classes of heads to which a country may be joined: قوات النظام وروسيا.
_SIDES = ("organ", "gear", "group")
_CLOSERS = frozenset(('"', ")", "]", "/"))
_OPENERS = frozenset(('"', ":", "،", ",", "\n", ".", "-", "(", "و", "|", "؛", "!", "؟", "…"))

# Objects written on a verb, the letters that a verb without one has, and the longest verb's.
_OBJECTS = ("هما", "ها", "هم", "ه")
_SHORT = 5
_LONGEST = 7
# Tokens between what is fired and the country that it is fired at, at most.
_FIRED = 5


def acts(chart: Chart, node: Node) -> bool:
    """Whether the word before or after makes the country an actor."""
    keys = chart.doc.keys
    leaf = node.parts[0]
    prep = leaf.reading.prep if leaf.reading else ""
    if prep in ("ب", "ك"):
        return False
    if _at_border(chart, node):
        return False
    if leaf.reading and leaf.reading.conj and _follows_side(chart, node):
        return True
    at = _before(keys, node)
    before = keys[at] if at >= 0 else "\n"
    earlier = keys[at - 1] if at > 0 else ""
    after = keys[_listed(chart, node.j)] if node.j < len(keys) else "\n"
    if prep == "ل":
        return before in words("belonging")
    if before in words("side") or before in words("verb_m") or _verb(before):
        return True
    if before in words("at") and not words("fired").isdisjoint(keys[max(0, at - _FIRED) : at]):
        return True
    if before == "علي":
        return earlier in words("toward")
    if before == "من":
        return earlier in words("of")
    if _deed_of(chart, node, after) or _agent(before):
        return True
    if (before in words("in_it") and _verb(earlier)) or (before, earlier) == ("جهه", "من"):
        return True
    opens = before in _OPENERS or bool(leaf.reading and leaf.reading.conj)
    verb = _verb(after) or after in words("verb_m") or _does(chart, node.j)
    return opens and verb


def _before(keys: Sequence[str], node: Node) -> int:
    """The token before a country, less the mark of a tag, and quotes (no paper's: "الرياض")."""
    at = node.i - 1
    named = node.parts[0].value.use == "state"
    if named and at > 0 and keys[at] == '"' and keys[node.j : node.j + 1] == ['"']:
        at -= 1
    return at - (at > 0 and keys[at] == "#")


def _agent(before: str) -> bool:
    """Whether a noun tells what the one behind it does: استمرار إيران."""
    return before in words("agent") or (
        before[:1] in "وبل" and len(before) > _SHORT and before[1:] in words("agent")
    )


def _does(chart: Chart, i: int) -> bool:
    """Whether token i is a verb of the third person masculine: المغرب يحبط."""
    key = chart.doc.keys[i] if i < len(chart.doc.keys) else ""
    verb = key.startswith("ي") and len(key) > 3 and key.isalpha() and not key.endswith(("ه", "ون"))
    return verb and not any(chart.at(i, "date")) and not any(chart.at(i, "actor.nisba"))


def _at_border(chart: Chart, node: Node) -> bool:
    """Whether the country is one of two lands: الحدود مع سوريا, الحدودية بين سوريا."""
    keys = chart.doc.keys[max(0, node.i - 2) : node.i]
    return len(keys) == 2 and keys[1] in ("مع", "بين") and "حدود" in keys[0]


def _listed(chart: Chart, i: int) -> int:
    """Token after the countries joined to one that ends before token i (أميركا وفرنسا)."""
    last = len(chart.doc.keys) - 1
    while i < last:
        joined = [
            n
            for n in chart.at(i, "actor.name")
            if n.value.use in ("state", "weak") and n.reading is not None and n.reading.conj == "و"
        ]
        if not joined:
            return i
        i = max(n.j for n in joined)
    return last


def _deed_of(chart: Chart, node: Node, after: str) -> bool:
    """Whether the country is whose deed the noun before tells: هجوم إسرائيل على."""
    toward = after in ("علي", "من", "ضد", "مع") or after.startswith(("لل", "بال"))
    return toward and any(
        not n.cut and not n.reading.article for n in chart.until(node.i, "actor.deed") if n.reading
    )


def _follows_side(chart: Chart, node: Node) -> bool:
    """Whether the country is joined to another that acts, or to a body: قوات النظام وروسيا."""
    for other in chart.until(node.i, "actor.name"):
        if other.value.use in ("state", "weak"):
            return acts(chart, Node("actor", other.i, other.j, None, "", (other,)))
        return not other.value.use and other.value.kind != "media"
    return any(other.value.cls in _SIDES for other in chart.until(node.i, "actor.head"))


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
    verb = before.startswith("ي") or (before.startswith("ت") and _verb(before))
    return bool(leaf.skip) or verb or before in words("before_one") or not before.isalpha()


def is_force(chart: Chart, leaf: Node) -> bool:
    """Whether the word الأمن alone is those who keep it, not what they keep."""
    keys = chart.doc.keys
    if leaf.j - leaf.i > 1 or keys[leaf.i][leaf.skip :] != "الامن":
        return True
    before = keys[leaf.i - 1] if leaf.i else "\n"
    if leaf.reading is not None and leaf.reading.conj:
        return any(chart.until(leaf.i, "actor.head"))
    if leaf.skip or before in words("side") or before in words("verb_m"):
        return leaf.skip == 0
    after = keys[leaf.j] if leaf.j < len(keys) else "\n"
    verb = after.startswith("ي") or after in words("verb_m")
    if before in words("by_force"):
        return True
    if after.startswith("و") and any(chart.at(leaf.j, "actor.head")):
        return True
    return (
        (before in _OPENERS and verb)
        or (_verb(before) and len(before) < _SHORT)
        or (before.startswith("ي") or before in words("before_one"))
    )


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


def _verb(key: str) -> bool:
    """A verb of the third person feminine: شنت، تدعم، ستنسحب، تقودها."""
    bare = key[1:] if key[:1] in "وفس" and len(key) > 3 else key
    if len(bare) < 3 or not bare.isalpha():
        return False
    past = bare.endswith(("ت", "تها", "ته", "تهم")) and not bare.endswith(("ات", "وت", "يت"))
    if len(bare) > _SHORT:
        bare = next((bare.removesuffix(end) for end in _OBJECTS if bare.endswith(end)), bare)
    noun = len(bare) == 5 and bare[3] == "ي"
    present = bare.startswith("ت") and not bare.endswith(("ه", "ا", "ات")) and len(bare) <= _LONGEST
    return past or (present and not noun)
