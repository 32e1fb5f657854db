"""Whether a country's name stands for those who act or are acted on, not for the land."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.actors.names import is_known
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
# Tokens between one who accuses and whom, and between a measure and whom it aims at, at most.
_ACCUSER, _AIMED = 6, 3
# Tokens behind whom one blames, to the blame.
_BLAME = 3
_PAUSES = frozenset(("،", ","))
_SOMEBODY = ("actor.name", "actor.head", "actor.nisba", "actor.title")
# Marks that may stand between one who accuses and whom.
_MARKED = frozenset(('"', "،", ",", "(", ")"))
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
    if _follows_side(chart, node):
        return True
    at = _before(keys, node)
    before = keys[at] if at >= 0 else "\n"
    earlier = keys[at - 1] if at > 0 else ""
    after = keys[_listed(chart, node.j)] if node.j < len(keys) else "\n"
    if prep == "ل":
        spoken = before in words("belonging") or before in words("addressed")
        return spoken or _blow(keys, node.i)
    if before in words("side") or before in words("verb_m") or _verb(before):
        return True
    if before in words("at") and not words("fired").isdisjoint(keys[max(0, at - _FIRED) : at]):
        return True
    if before in ("علي", "عن"):
        return _aimed_at(keys[max(0, at - _AIMED) : at], leaf, before)
    if before == "من":
        return earlier in words("of")
    whole = leaf.value.use == "state" and earlier not in words("quake")
    if _deed_of(chart, node, after) or _agent(before, whole):
        return True
    if _there(chart, at) or (before, earlier) == ("جهه", "من") or _accused(chart, node, at):
        return True
    if before in ("\n", ".") and after == ":" and _promises(keys, node.j + 1):
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


def _aimed_at(earlier: Sequence[str], leaf: Node, before: str) -> bool:
    """Whether a measure aims at or is lifted from a country, or an attack strikes at all of it.

    A capital that is attacked is only where that is.
    """
    struck = before == "علي" and leaf.value.use == "state"
    return any(key in words("toward") or (struck and key in words("assault")) for key in earlier)


def _there(chart: Chart, at: int) -> bool:
    """Whether a verb and its pronoun end with token `at`: أفرجت عنهم، اتفقت عليها الأحد."""
    dated = next(iter(chart.until(at + 1, "date")), None)
    at = at if dated is None else dated.i - 1
    keys = chart.doc.keys
    verb = keys[at - 1] if at > 0 and keys[at] in words("therein") else ""
    return _verb(verb) or verb in words("verb_m")


def _blow(keys: Sequence[str], i: int) -> bool:
    """Whether a blow is told right before token i, with one adjective: الضربة المشتركة (لفرنسا)."""
    return any(key in words("assault") or key in words("raid") for key in keys[max(0, i - 2) : i])


def _accused(chart: Chart, node: Node, at: int) -> bool:
    """Whether the country is whom one accuses or warns: اتهم النظام إسرائيل بقصف."""
    keys = chart.doc.keys
    first = max(0, at - _ACCUSER)
    said = next((k for k in range(at, first - 1, -1) if _accuses(keys[k])), None)
    if said is None:
        return False
    blamed = any("مسءول" in key for key in keys[node.j : node.j + _BLAME])
    if keys[said] in words("blames") and not blamed:
        return False
    between = keys[said + 1 : at + 1]
    if not between:
        return True
    if any(key in words("divides") or not (key.isalpha() or key in _MARKED) for key in between):
        return False
    return keys[at] in _MARKED or keys[at].startswith("ال") or _is_somebody(chart, at)


def _accuses(key: str) -> bool:
    """Whether a verb or participle accuses, threatens, forces or blames."""
    return key in words("accuses") or key in words("blames")


def _is_somebody(chart: Chart, i: int) -> bool:
    """Whether token i ends the words for somebody: (هددت) روسيا، (اتهم) نتنياهو."""
    if is_known(chart.doc.keys[i]):
        return True
    return any(True for tag in _SOMEBODY for _ in chart.until(i + 1, tag))


def _promises(keys: Sequence[str], i: int) -> bool:
    """Whether at token i, behind a country and a colon, it tells what it does: سنرد، لن ننسحب."""
    key = keys[i] if i < len(keys) else ""
    return key.startswith(("سن", "لن", "وسن")) or (key.endswith("ت") and _verb(key))


def _agent(before: str, whole: bool) -> bool:
    """Whether a noun tells what the one behind it does: استمرار إيران.

    Behind a noun of a blow a `whole` country, no capital, does or suffers it: قصف إسرائيل مدرسة.
    """
    forms = (before, before[1:]) if before[:1] in "وبل" and len(before) > _SHORT - 1 else (before,)
    return any(form in words("agent") or (whole and form in words("harm")) for form in forms)


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
    """Whether the country is joined to another that acts, or to a body: قوات النظام وروسيا.

    In a list a comma may stand between two countries: مصر، والأردن.
    """
    comma = node.i > 1 and chart.doc.keys[node.i - 1] in _PAUSES
    leaf = node.parts[0]
    if comma:
        return any(
            acts(chart, Node("actor", other.i, other.j, None, "", (other,)))
            for other in chart.until(node.i - 1, "actor.name")
            if other.value.use in ("state", "weak")
        )
    if leaf.reading is None or not leaf.reading.conj:
        return False
    # A second name in brackets may end the side: الحركة (حماس) وإسرائيل.
    for other in chart.until(node.i - (chart.doc.keys[node.i - 1] == ")"), "actor.name"):
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
