"""Numbers that count people without a noun: of a body, after مقتل and its like, crowds."""

from __future__ import annotations

from functools import cache
from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.dates.beside import is_among
from waqai.annotate.people.classes import class_of
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.figures import NOT, hedged, is_year, of_number
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import CONTEXT_TAG, PACKAGE, Person, particles
from waqai.lexicon.table import read_table

# After a number of dead or wounded no counted noun begins with these, but what was done to them.
# What leads to the ranks of a force (25 في صفوف الشرطة).
_AMONG: Final = ("في", "بين", "من")
_CLITICS: Final = ("ب", "ل", "و")
# Nor with these after a number of people taken or freed: ضبط 5 بالقاهرة, حبس اثنين بتهمة.
_LED: Final = (
    "بال",
    "باشتباك",
    "بتهم",
    "بقضي",
    "بسبب",
    "بعد",
    "بكفال",
    "بحوز",
    "بداع",
    "بمحافظ",
    "بمدين",
)
# Tokens before a number of cases in which the tale of the hurt may stand.
_TALE: Final = 14
# Tokens in which it is told that nobody knows who they are.
_WHO: Final = 7
# Tokens from the number of people to a pronoun that takes it up.
_TALLY: Final = 16
# Letters of the shortest verbs in the plural that are looked at.
_VERB: Final = 4
# Tokens between people counted here and those counted elsewhere, and what ends the list.
_SHARE: Final = 8
_STOPS: Final = frozenset((".", "\n", "؛", ":"))
_COMMAS: Final = ("،", ",")
_THEIRS: Final = ("هم", "هن")
_MARKS: Final = frozenset("،.,؛:)(-\n!")


@cache
def after_bare() -> frozenset[str]:
    """Marks and words that may follow a number which stands for people alone."""
    rows = read_table(PACKAGE, "after.tsv", ("key",), ("key",))
    return _MARKS.union(word for row in rows for word in row.variants(0))


def of_body(scan: Scan, number: Node) -> Node | None:
    """20 من ميليشيات ..., عدد من قوات ...: so many of a body."""
    if scan.key(number.j) != "من" or number.j + 1 in scan.heads:
        return None
    body = scan.actors.get(number.j + 1)
    if body is None or body.skip or body.value.kind in ("person", "state"):
        return None
    figure = of_number(number, "number+of+body")
    cls = class_of(None, (), body.value.kind)
    who = (body.i, body.j)
    value = Counted(
        figure.low, figure.high, figure.hedge, "", cls, who=who, actor=body, licensed=True
    )
    return Node("count", number.i, body.j, value, figure.rule, (number, body), number.skip)


def of_some(scan: Scan, some: Node, previous: Node | None) -> Node | None:
    """إصابة عدد من قوات الأمن: some of a force, where people are expected."""
    body = scan.actors.get(some.j)
    context = scan.context(some.i)
    joined = previous is not None and previous.j == some.i and some.skip > 0
    if body is None or body.skip or some.j in scan.heads or not (joined or context is not None):
        return None
    if context is not None and "استهد" in context.rule:
        return None
    militia = scan.key(body.i).startswith(("ميليشي", "مليشي", "المليشي", "الميليشي"))
    if body.value.kind != "state_forces" and not militia:
        return None
    value = Counted(
        None, None, "indefinite", "", class_of(None, (), body.value.kind), who=(body.i, body.j),
        actor=body, licensed=True,
    )  # fmt: skip
    return Node("count", some.i, body.j, value, "some+of+body", (some, body), some.skip)


def of_cases(scan: Scan, number: Node, previous: Node | None) -> Node | None:
    """10 حالات بالخرطوش, بينها 3 حالات خطيرة, وصلت الإصابات إلى 24 حالة: so many people."""
    if scan.key(number.j) not in particles("cases"):
        return None
    after = scan.key(number.j + 1)
    if after in particles("more"):
        after = scan.key(number.j + 2)
    among = previous is not None and scan.before(number.i, "people.subset") is not None
    told = range(max(number.i - _TALE, 0), number.i)
    harmed = any(is_among(particles("tale"), scan.key(k)) for k in told)
    ends = after in after_bare() or not after or number.j + 1 in scan.dated
    context = scan.context(number.i)
    befell = context is not None and context.value.slot is not None
    among = among or befell
    ends = ends or (befell and after.startswith("ب"))
    people = _of_people(scan, number.j)
    if not (people or after in particles("hurt") or (ends and (among or harmed))):
        return None
    figure, j = hedged(scan, of_number(number, "number+cases"), number.j + 1)
    value = Counted(figure.low, figure.high, figure.hedge, "", "unknown", licensed=True)
    return Node("count", number.i, j, value, figure.rule, (number,), number.skip)


def _of_people(scan: Scan, j: int) -> bool:
    """12 حالة أخرى تم نقلهم, عشرات الحالات أصيبوا: cases who are people, by the verb behind."""
    j += 1 + (scan.key(j + 1) in particles("more"))
    done = scan.key(j) in ("تم", "جري") and scan.key(j + 1).endswith(("هم", "هما"))
    verb = scan.tagged(j, CONTEXT_TAG)
    fared = verb is not None and verb.value.slot is not None and scan.key(j).endswith("وا")
    return done or fared


def of_share(scan: Scan, number: Node, previous: Node | None) -> Node | None:
    """5 قتلى في المشفى العام، و3 بمشفى آخر, القتلى بواقع 20 في حلب: so many more of those just
    counted, elsewhere, or of them.
    """
    if previous is None or number.i - previous.j > _SHARE:
        return None
    dealt = scan.key(number.i - 1) == "بواقع"
    if previous.value.low is None and not (dealt and previous.value.slot is not None):
        return None
    joined = dealt or scan.key(number.i)[: number.skip] == "و" or scan.key(number.i - 1) == "و"
    part = scan.key(number.i - 1) in _COMMAS and previous.value.low > (number.value.low or 0) > 0
    if not (joined or part or is_besides(scan, number.i)):
        return None
    if any(scan.key(k) in _STOPS for k in range(previous.j, number.i)):
        return None
    if previous.rule != "share" and not (dealt or _told_to_be_hurt(scan, previous)):
        return None
    place = number.j + (scan.key(number.j) in ("في", "من"))
    place += 2 * (scan.key(place) == "كل" and scan.key(place + 1) == "من")
    before = scan.key(number.j) in particles("before_place")
    if not (before or _is_place(scan, place, led=place > number.j)):
        return None
    made = counted_number(scan, number)
    among = dealt or part or (previous.rule == "share" and previous.value.subset)
    value = msgspec.structs.replace(made.value, subset=among)
    return Node(made.kind, made.i, made.j, value, "share", made.parts, made.skip)


def is_besides(scan: Scan, i: int) -> bool:
    """Whether بجانب, علاوة على or the like stands before token i."""
    two = f"{scan.key(i - 2)} {scan.key(i - 1)}"
    return scan.key(i - 1) in particles("besides") or two in particles("besides")


def _told_to_be_hurt(scan: Scan, node: Node) -> bool:
    """Whether a figure is of people who were harmed or taken."""
    context = scan.context(scan.unquoted(node.i)) or scan.tagged(node.j, CONTEXT_TAG)
    told = context is not None and context.value.slot is not None
    told = told or scan.before(node.i, "people.subset") is not None
    return node.rule.startswith(("number", "bare")) and (node.value.slot is not None or told)


def _is_place(scan: Scan, i: int, *, led: bool) -> bool:
    """Whether a place begins at token i, behind its preposition or with ب on it."""
    return any(node.i == i and (led or node.skip) for node in scan.chart.at(i, "place"))


def of_bare(scan: Scan, number: Node, previous: Node | None) -> Node | None:
    """إصابة 7, جرح أكثر من 20: a number alone where people are expected."""
    context = scan.context(scan.unquoted(number.i))
    if (total := _of_total(scan, number)) is not None:
        return total
    among_them = number.j + (scan.key(number.j) == "ما")
    split = scan.heads.get(among_them + 1) if scan.key(among_them) == "بين" else None
    if split is not None and split.value.slot is not None:
        return counted_number(scan, number)
    if (_are_people(scan, number.j) and not is_year(number)) or is_theirs(scan, number):
        return counted_number(scan, number)
    if context is not None and context.cut:
        context = None
    bare = (context is not None and context.value.bare) or _takes_part(scan, number.i)
    joined = previous is not None and previous.j == number.i and previous.rule == "bare"
    among = previous is not None and scan.before(number.i, "people.subset") is not None
    if not (bare or among) and not (joined and number.skip):
        return None
    follows = scan.key(number.j)
    harmed = context is not None and context.value.slot in ("killed", "wounded")
    if closes(scan, number.j):
        return counted_number(scan, number)
    clitic = follows.startswith(_CLITICS) and follows not in particles("no_ba")
    if (harmed or among) and clitic and _is_apart(scan, number.j):
        return counted_number(scan, number)
    taken = bare and context is not None and context.value.slot is not None
    deed = scan.tagged(number.j, CONTEXT_TAG) if follows.startswith("و") else None
    if taken and deed is not None and deed.skip and deed.value.slot is not None:
        return counted_number(scan, number)
    led = follows.startswith(_LED) or follows in particles("for_what") or _goes_on(follows)
    led = led or (context is not None and is_personal(context) and is_led(follows))
    if taken and led and _is_apart(scan, number.j):
        return counted_number(scan, number)
    return None


def is_theirs(scan: Scan, number: Node) -> bool:
    """وعددهم 30, إن عددهم تجاوز الثلاثين, إنهم نحو ألف: so many are those told of before."""
    i = number.i - 1
    beyond = scan.key(i) in particles("exceeding")
    if beyond:
        i -= 1 + (scan.key(i - 1) in NOT)
    if scan.key(i) in particles("them"):
        return True
    if not closes(scan, number.j):
        return False
    bound = beyond or number.value.hedge in ("at_least", "at_most")
    return scan.key(i) in particles("they") or (bound and _is_their_number(scan, i))


def _is_their_number(scan: Scan, i: int) -> bool:
    """قدر المنظمون عدد المشاركين بألف، فيما قالت الشرطة إنه لم يتجاوز 200: عدد is taken up."""
    doc = scan.chart.doc
    first = doc.sentences[doc.sentence_index(i)].first if doc.sentences else 0
    told = range(max(i - _TALLY, first), i)
    return scan.key(i) in particles("it") and any(_counts_people(scan, k) for k in told)


def _counts_people(scan: Scan, i: int) -> bool:
    """Whether the number of people with the article is told of at token i."""
    head = scan.heads.get(i + 1) if scan.tagged(i, "people.tally") is not None else None
    return head is not None and head.value.number != "sg" and scan.key(i + 1).startswith("ال")


def _takes_part(scan: Scan, i: int) -> bool:
    """شارك في المسيرة نحو ألفين: what they take part in stands before their number."""
    crowd = scan.key(i - 1).removeprefix("ال") in particles("crowd") and scan.key(i - 2) == "في"
    verb = scan.before(i - 2, CONTEXT_TAG) if crowd else None
    return verb is not None and verb.rule.partition(":")[2].startswith("شارك")


def closes(scan: Scan, j: int) -> bool:
    """Whether no noun that a number counts can begin at token j, a quotation mark set aside."""
    while scan.key(j) == '"':
        j += 1
    key = scan.key(j)
    return key in after_bare() or not key or j in scan.dated or key in particles("passive")


def is_personal(context: Node) -> bool:
    """Whether a word tells what befalls nobody but people (اعتقال)."""
    return context.rule.partition(":")[2] in particles("personal")


def is_led(key: str) -> bool:
    """Whether ب on a token is no letter of a noun for things (بمواجهات, not بنادق)."""
    return key.startswith("ب") and key not in particles("no_ba")


def _goes_on(key: str) -> bool:
    """Whether a token is و and what was done next (اعتقلت 160 ألفا وأقالت, أسر 12 واغتنام)."""
    if key.startswith("وا") and len(key) > _VERB and key not in particles("no_and"):
        return True
    return key.startswith("و") and key.endswith("ت") and not key.endswith("ات") and len(key) > _VERB


def _of_total(scan: Scan, number: Node) -> Node | None:
    """يرتفع إلى 124 عدد القتلى: a figure that is told before what it is the number of."""
    head = scan.heads.get(number.j + 1)
    if scan.key(number.j) != "عدد" or head is None or head.value.number == "sg":
        return None
    if not (number.skip or scan.key(number.i - 1) in particles("reach")):
        return None
    made = counted_number(scan, number)
    person: Person = head.value
    value = msgspec.structs.replace(made.value, noun=person.lemma, cls=person.cls, slot=person.slot)
    return Node(made.kind, made.i, made.j, value, made.rule, made.parts, made.skip)


def _are_people(scan: Scan, j: int) -> bool:
    """Whether ممن or a verb in the plural, as only people have it, follows (عشرات نزحوا)."""
    j += scan.key(j) == "قد"
    key = scan.key(j)
    if key in particles("whoever") or _is_unknown_who(scan, j):
        return True
    if key in _AMONG and scan.key(j + 1) == "صفوف":
        return True
    if any(node.value.pronoun in _THEIRS for node in scan.chart.at(j, CONTEXT_TAG)):
        return True
    if key == "في" and scan.key(j + 1) in particles("state_of"):
        return scan.key(j + 2) in particles("hurt")
    if key.startswith("ي") and key.endswith("ون") and len(key) > _VERB:
        return True
    verb = key.endswith("وا") and len(key) > _VERB
    return verb and (not key.startswith("و") or key in particles("waw"))


def _is_unknown_who(scan: Scan, j: int) -> bool:
    """خمسة لم يتم التعرف على هوياتهم: of people nobody knows who they are."""
    near = range(j + 1, j + _WHO) if scan.key(j) in ("لم", "لا") else ()
    return any(scan.key(k) in particles("identity") for k in near)


def _is_apart(scan: Scan, j: int) -> bool:
    """Whether token j is no counted noun: none of people, or joined by و (مقتل 3 وإصابة 5)."""
    head = scan.heads.get(j)
    return head is None or (head.reading is not None and head.reading.conj == "و")


def of_crowd(scan: Scan, number: Node) -> Node | None:
    """العشرات, الآلاف: an open number with the article stands for people, not for a noun."""
    key = scan.key(number.i)
    if number.value.hedge != "indefinite":
        return None
    if "ال" not in key[:4]:
        last = scan.key(number.j - 1)
        alone = number.j > number.i + 1 and last.startswith("ال") and closes(scan, number.j)
        return counted_number(scan, number) if alone and scan.key(number.j) != "من" else None
    if key.startswith(("الاف", "الوف")) or (key.startswith("ب") and not _come(scan, number)):
        return None
    after = scan.key(number.j)
    if after == "من" and scan.actors.get(number.j + 1) is None and scan.context(number.i) is None:
        return None
    return counted_number(scan, number)


def _come(scan: Scan, number: Node) -> bool:
    """خرجوا بالآلاف, مسيرة بالمئات, تونسيون بالآلاف: so many come, who are told of before."""
    key = scan.key(number.i - 1)
    if scan.key(number.j) == "من" or scan.key(number.i).endswith("ملايين"):
        return False
    people = next((head for head in scan.heads.values() if head.j == number.i), None)
    many = people is not None and people.value.number in ("pl", "dp")
    return many or key in particles("crowd") or (key.endswith("وا") and len(key) > _VERB)


def counted_number(scan: Scan, number: Node) -> Node:
    """The count that a bare number is, where the caller knows that it counts people."""
    figure, j = hedged(scan, of_number(number, "bare"), number.j)
    value = Counted(figure.low, figure.high, figure.hedge, "", "unknown", licensed=True)
    return Node("count", number.i, j, value, figure.rule, (number,), number.skip)
