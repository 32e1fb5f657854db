"""Verbs of harm of which the people were told before: الذي استشهد, كان فلان قد توفي."""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.names import is_known
from waqai.annotate.chart import Node
from waqai.annotate.dates.beside import is_among
from waqai.annotate.people.bare import after_bare
from waqai.annotate.people.behind import ENDS, SENTENCE, comes_late, names_nobody
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan, definite
from waqai.annotate.people.tables import CONTEXT_TAG, FATE_TAG, NOUN_TAG, Fate, particles

# Tokens back from a verb in which its subject is looked for.
_LOOK: Final = 10
# Tokens between إن and the verb that its subject may take.
_SUBJECT: Final = 4
# Words that take up nobody by themselves: the subject may come late (حيث توفي في المشفى طفل).
_LOOSE: Final = frozenset(
    ("ثم", "حيث", "انه", "وانه", "بانه", "لكنه", "ولكنه", "لانه", "انها", "وانها", "بانها", "لكنها")
)  # fmt: skip
_OPENS: Final = frozenset(("،", ",", "قد", "وقد", "فقد", "كما", "عندما", "بعدما"))
_OFTEN: Final = 3
_PERFECT: Final = frozenset(("قد", "وقد", "فقد"))
_MAY_BE: Final = frozenset(("يكون", "تكون"))
_ALSO: Final = frozenset(("ايضا", "كذلك"))
# Traits of nouns that count nobody where nothing before them tells of harm.
_SHY: Final = frozenset(("shy", "nation", "kin", "adj"))
_DAMMA: Final = "ُ"
_CLOSE: Final = frozenset((".", "\n", "؛", ":", "!", "؟"))
_PAIR: Final = 2
_TWO: Final = frozenset(("اثنين", "اثنان", "اثنتين", "اثنتان"))


def of_fate(scan: Scan, verb: Node) -> Node | None:
    """The one or two people whom a verb without a subject after it tells of."""
    fate: Fate = verb.value
    if fate.voice == "self":
        return _by_himself(verb, fate)
    if verb.rule.endswith(":قضي") and not _dies(scan, verb.j):
        return None
    told = fate.voice == "told"
    lost_limb = told and fate.slot == "wounded"
    if (lost_limb or not told) and not (_closes(scan, verb.j) or _befell_others(scan, verb)):
        return None
    if scan.key(verb.j) == "\n" and verb.j + 1 in scan.number_at:
        return None
    before = (lost_limb or not verb.skip) and _subject_before(scan, verb, fate)
    if not (before or _left_out(scan, verb, fate)):
        return None
    value = Counted(
        fate.number, fate.number, "exact", "", "unknown", fate.slot, licensed=True, others=True,
        sex="f" if fate.feminine else None,
    )  # fmt: skip
    rule = "fate+told" if told else "fate"
    return Node("count", verb.i, verb.j, value, rule, (verb,), verb.skip)


def _by_himself(verb: Node, fate: Fate) -> Node:
    """انتحر, فجر نفسه: who did it died of it, whoever was told of before."""
    value = Counted(
        fate.number, fate.number, "exact", "", "militant", fate.slot, licensed=True, others=True,
        sex="f" if fate.feminine else None,
    )  # fmt: skip
    return Node("count", verb.i, verb.j, value, "fate+self", (verb,), verb.skip)


def _closes(scan: Scan, j: int) -> bool:
    """Whether what follows the verb can be neither its subject nor its object."""
    j += scan.key(j) in _ALSO
    key = scan.key(j)
    if not key or key in after_bare() or j in scan.dated or key in particles("state"):
        return True
    if not key.startswith("ب") or j in scan.heads:
        return False
    return key not in particles("resumptive") and key not in particles("damage")


def _befell_others(scan: Scan, verb: Node) -> bool:
    """لقي مصرعه وأصيب آخر: behind a verb with its object, what befell others."""
    next_one = scan.tagged(verb.j, CONTEXT_TAG) or scan.tagged(verb.j, FATE_TAG)
    return verb.j > verb.i + 1 and next_one is not None and next_one.skip > 0


def _dies(scan: Scan, j: int) -> bool:
    """Whether قضى is to die: its day or what it was in follows, no time spent nor a ruling."""
    dated = j in scan.dated and not any(True for _ in scan.chart.at(j, "duration"))
    key = scan.key(j)
    therein = key in ("في", "خلال") and is_among(particles("deadly"), scan.key(j + 1))
    return dated or therein or key in particles("died_of")


def _subject_before(scan: Scan, verb: Node, fate: Fate) -> bool:
    """Whether a relative, a person, or إن or كان and a subject stand before the verb."""
    i = verb.i
    if fate.voice == "told":
        led = scan.key(i - 2).removeprefix("و") in particles("leads")
        return led or scan.key(i - 1) not in particles("fall")
    sure = _is_passive(scan, verb, fate)
    if scan.key(i - 1) == "قد":
        return _opened(scan, i - 1, "opener_was", _LOOK)
    if fate.voice == "active" and _is_far(scan, i):
        return names_nobody(scan, verb.j, SENTENCE, past_comma=True)
    relative = "relative_f" if fate.feminine else ("relative_m", "relative_two")[fate.number - 1]
    loose = scan.key(i - 1) in _LOOSE
    if loose and not (sure and names_nobody(scan, verb.j)):
        return False
    if scan.key(i - 1) in particles(relative):
        return not (fate.feminine and _is_many(scan, i - 2))
    i = _before_age(scan, i)
    person = scan.actor_until.get(i)
    if person is not None and person.value.kind == "person" and fate.number == 1:
        context = scan.context(person.i)
        opened = _opens(scan, person.i) or scan.key(person.i - 1) in particles("opener")
        sure = sure or (opened and names_nobody(scan, verb.j))
        return sure and (context is None or not context.value.bare)
    if _is_surname(scan, i - 1) and fate.number == 1 and names_nobody(scan, verb.j):
        sure = True
    if fate.number == _PAIR and _is_with_kin(scan, verb.i):
        return True
    if sure and (_are_two(scan, i, fate) or _opened(scan, i, "opener", _SUBJECT)):
        return True
    return _is_far_told(scan, i) and names_nobody(scan, verb.j, SENTENCE, past_comma=True)


def _is_passive(scan: Scan, verb: Node, fate: Fate) -> bool:
    """Whether a verb can only be of whom it befell, by its form, its vowels or what follows it."""
    doc = scan.chart.doc
    written = doc.text[doc.starts[verb.i] : doc.ends[verb.j - 1]]
    vowelled = _DAMMA in written[1:]
    return fate.voice == "sure" or vowelled or scan.key(verb.j) in particles("passive")


def _is_far(scan: Scan, i: int) -> bool:
    """وكان فلان المعروف بكذا أوقف في يناير: its subject is somebody named behind كان."""
    for k in range(i - _PAIR, max(i - _LOOK - 1, -1), -1):
        person = scan.actors.get(k)
        if scan.key(k) in ENDS or scan.key(k) in particles("opener") or k in scan.heads:
            return False
        if person is not None:
            named = person.value.kind == "person" and not person.skip
            return named and scan.key(k - 1) in particles("opener_was")
    return False


def _is_far_told(scan: Scan, i: int) -> bool:
    """إن الصحفي فلان قتل في قريته: one definite person right behind إن, whom a name follows."""
    for k in range(i - _PAIR, max(i - _LOOK, 0), -1):
        key = scan.key(k)
        if (
            not key.isalpha()
            or k in scan.number_at
            or k in scan.actors
            or key in particles("before")
        ):
            return False
        head = scan.heads.get(k)
        if head is not None:
            one = head.value.number == "sg" and definite(head) and not head.skip
            return one and scan.key(k - 1) in particles("opener")
    return False


def _is_surname(scan: Scan, i: int) -> bool:
    """Whether a word is a name, by the tables, its form or how often it stands in the report: إن
    الفضلي قتل في ...
    """
    key = scan.key(i)
    often = i not in scan.heads and i not in scan.inner and scan.times(key) >= _OFTEN
    return is_known(key) or often or (key.startswith("ال") and key.endswith("ي"))


def _are_two(scan: Scan, i: int, fate: Fate) -> bool:
    """مدنيين اثنين أصيبا: the verb in the dual right behind two people."""
    head = scan.heads.get(i - 2)
    return fate.number == _PAIR and scan.key(i - 1) in _TWO and head is not None


def _is_with_kin(scan: Scan, i: int) -> bool:
    """فلان ونجله سامر (9 أعوام) قتلا: one and kin of his, before the verb in the dual."""
    for k in range(i - 1, max(i - _LOOK, 0), -1):
        key = scan.key(k)
        kin = scan.heads.get(k)
        if kin is not None:
            owned = "kin" in kin.value.traits and key.endswith(("ه", "ها"))
            return owned and kin.value.number == "sg" and key.startswith("و")
        if key in _CLOSE or scan.tagged(k, CONTEXT_TAG) is not None:
            return False
    return False


def _opens(scan: Scan, i: int) -> bool:
    """Whether a clause or a quotation begins at token i (: "البغدادي قتل في ريف الرقة")."""
    return scan.unquoted(i) < i or scan.key(i - 1) in ENDS or scan.opens_sentence(i)


def _left_out(scan: Scan, verb: Node, fate: Fate) -> bool:
    """Whether nobody is told of behind the verb, so that its subject is whom the text spoke of.

    A verb that could be a noun (قتل في: a killing) must open its clause or stand behind قد.
    """
    if fate.voice == "told":
        return False
    before = scan.key(verb.i - 1)
    perfect = before in _PERFECT and scan.key(verb.j) != "فيما"
    if perfect and names_nobody(scan, verb.j, SENTENCE) and not comes_late(scan, verb.j):
        return True
    if not names_nobody(scan, verb.j, SENTENCE, past_comma=True):
        return False
    told = scan.heads.get(verb.i - 1)
    if told is not None and told.value.number != "sg" and fate.number == 1:
        return False
    if before in _MAY_BE or (told is not None and _is_told(told, verb)):
        return not verb.skip
    if _is_passive(scan, verb, fate):
        return before not in particles("relative_two")
    opens = not before or before in ENDS or before in _OPENS or verb.i - 1 in scan.dated
    if fate.slot == "arrested" and before in particles("opener_was"):
        return True
    return opens or before in _LOOSE


def _is_told(told: Node, verb: Node) -> bool:
    """تسلمت بيروت لبنانيا اعتقل في كمين: who is told of right before the verb."""
    fate: Fate = verb.value
    alone = told.value.number == "sg" and not definite(told) and fate.number == 1
    return alone and bool(told.value.traits & _SHY) and (told.value.sex == "f") == fate.feminine


def _before_age(scan: Scan, i: int) -> int:
    """Token i, or the opening bracket of what stands before it: محمد عليان (20 عاما) توفي."""
    if scan.key(i - 1) in ("،", ",") and scan.key(i - 2) == ")":
        i -= 1
    if scan.key(i - 1) != ")":
        return i
    opened = next((k for k in range(i - 2, i - 2 - _SUBJECT, -1) if scan.key(k) == "("), i)
    return opened - (opened < i and scan.key(opened - 1) == '"')


def _is_many(scan: Scan, i: int) -> bool:
    """Whether the word at i, a mark before it set aside, is a plural, which التي takes up too."""
    i -= not scan.key(i).isalpha()
    head = scan.heads.get(i)
    return scan.key(i).endswith("ات") or (head is not None and head.value.number != "sg")


def _opened(scan: Scan, i: int, use: str, reach: int) -> bool:
    """Whether an opener stands before token i, and nobody counted and no body between."""
    openers = particles(use)
    for k in range(i - 1, max(i - 1 - reach, -1), -1):
        key = scan.key(k)
        if key in openers:
            return k < i - 1
        actor = scan.actors.get(k)
        if (actor is not None and actor.value.kind != "person") or k in scan.number_at:
            return False
        if key in ENDS or any(scan.chart.at(k, NOUN_TAG)):
            return False
    return False
