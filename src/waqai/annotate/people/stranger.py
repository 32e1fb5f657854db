"""People named whom no table knows: اغتيال ناهض حتر, اعتقلت الشرطة كارليس بوتشيمون."""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.names import is_known, name_end
from waqai.annotate.chart import Node
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import ADJECTIVE_TAG, APART_TAG, CONTEXT_TAG, NOUN_TAG, particles

# A name has so many words at least: one alone that no table knows may be anything.
_WORDS: Final = 2
# So many words at most a name in quotation marks.
_FEW: Final = 4
# A word alone has so many letters, stands so often in the report and ends in none of these.
_LONG: Final = 5
_OFTEN: Final = 3
_BESIDE_KIN: Final = 4
_NO_NAME: Final = ("ات", "ه", "ي", "ها", "هم", "ا")
_WHO: Final = ("الذي", "التي", "البالغ", "البالغه")
# What a word of a name is not, by its leaves.
_OTHER: Final = (
    ADJECTIVE_TAG,
    CONTEXT_TAG,
    NOUN_TAG,
    "people.some",
    "people.one",
    "people.others",
)


def of_stranger(scan: Scan, i: int) -> Node | None:
    """The one person named behind a word at token i of what befalls nobody but people."""
    context = scan.tagged(i, CONTEXT_TAG) or scan.tagged(i, APART_TAG)
    if context is None or context.cut or context.value.slot is None:
        return None
    start = _past_doer(scan, context.j)
    if context.kind == APART_TAG and scan.key(start) == "عن":
        start += 1
    elif not {context.rule.partition(":")[2]} & (particles("personal") | particles("active")):
        return None
    start += scan.key(start) == '"'
    if not _is_strange(scan, start) or scan.key(start) in particles("passive"):
        return None
    verb = context.rule.partition(":")[2]
    done = verb in particles("active") and start == context.j
    if done and not is_known(scan.key(start)):
        return None
    end = _quoted_end(scan, start) or _before_age(scan, start)
    end = end or name_end(scan.chart.doc, start, True)
    if end is None and (_is_family_name(scan, start) or _goes_on(scan, start)):
        end = start + 1
    one = end == start + 1 and scan.key(end) != "("
    if end is None or (one and not (_is_family_name(scan, start) or _is_often_told(scan, start))):
        return None
    if _is_phrase(scan, start) or not all(_is_name(scan, k) for k in range(start, end)):
        return None
    value = Counted(1, 1, "exact", "", "unknown", definite=True, who=(start, end), licensed=True)
    return Node("count", start, end, value, "name", (context,))


def _quoted_end(scan: Scan, i: int) -> int | None:
    """The mark that closes a quotation of two words or a few more: القبض على "خالص بايانجوك"."""
    if scan.key(i - 1) != '"':
        return None
    return next((k for k in range(i + _WORDS, i + _FEW + 1) if scan.key(k) == '"'), None)


def _before_age(scan: Scan, i: int) -> int | None:
    """The bracket with an age behind a name of a few words: وفاة معين الساعي (58 عاما)."""
    end = next((k for k in range(i, i + _FEW + 1) if not scan.key(k).isalpha()), i)
    aged = scan.key(end) == "(" and scan.key(end + 1).isdigit() and end + 1 in scan.dated
    return end if aged and end > i else None


def _is_name(scan: Scan, k: int) -> bool:
    """Whether nothing is known of a word but that a person's name is there."""
    person = scan.actors.get(k) or scan.outer(k)
    return _is_strange(scan, k) or (person is not None and person.value.kind == "person")


def _is_often_told(scan: Scan, i: int) -> bool:
    """Whether an unknown word alone is a name: it stands often in the report, or who goes on."""
    key = scan.key(i)
    if len(key) < _LONG or key.endswith(_NO_NAME) or key.startswith("ال"):
        return False
    if _goes_on(scan, i):
        return True
    return scan.times(key) >= _OFTEN and not scan.times("ال" + key)


def _goes_on(scan: Scan, i: int) -> bool:
    """Whether who a word is goes on to be told behind it: خطف سالوبيك الذي, بويل وزوجته."""
    key = scan.key(i)
    plain = not (key.endswith(_NO_NAME) or key.startswith("ال"))
    kin = scan.heads.get(i + 1)
    if kin is not None and kin.skip and "kin" in kin.value.traits:
        return plain and len(key) >= _BESIDE_KIN
    return plain and len(key) >= _LONG and scan.key(i + 1 + (scan.key(i + 1) == "،")) in _WHO


def _is_family_name(scan: Scan, i: int) -> bool:
    """Whether a word stands behind a given name elsewhere in the report: أندرو برانسون."""
    key = scan.key(i)
    family = key.startswith("ال") and key.endswith("ي") and len(key) > _LONG
    return (family or _is_often_told(scan, i)) and key in scan.family_names()


def _is_phrase(scan: Scan, i: int) -> bool:
    """Whether two words are a noun and its genitive or adjective: أسماك القرش, الركع السجود."""
    one, two = scan.key(i), scan.key(i + 1)
    if one.startswith("ال"):
        return not is_known(two)
    return two.startswith("ال") and not (is_known(two) or two.endswith("ي"))


def _past_doer(scan: Scan, j: int) -> int:
    """The token after a date and the forces that took somebody, or token j."""
    while True:
        doer = scan.actors.get(j)
        if j in scan.dated or scan.key(j) in particles("therein"):
            j += 1
        elif doer is not None and not doer.skip and doer.value.kind in ("state", "state_forces"):
            j = doer.j
        else:
            return j


def _is_strange(scan: Scan, k: int) -> bool:
    """Whether nothing is known of a word: no people, no number, no place, no day."""
    if k in scan.heads or k in scan.number_at or k in scan.actors or k in scan.inner:
        return False
    return k not in scan.dated and not any(_stands(scan, scan.tagged(k, tag)) for tag in _OTHER)


def _stands(scan: Scan, node: Node | None) -> bool:
    """Whether a word is what a table knows: الشاعري is no two poets."""
    if node is None or node.kind != NOUN_TAG:
        return node is not None
    return node.value.bare or not scan.key(node.i).startswith("ال")
