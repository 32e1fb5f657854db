"""The count that a people noun makes: its figure, what belongs to it, where it may stand."""

from __future__ import annotations

from typing import Final, cast

from waqai.annotate.actors.names import is_known
from waqai.annotate.chart import Node
from waqai.annotate.people.bare import is_besides
from waqai.annotate.people.befallen import is_more
from waqai.annotate.people.classes import class_of, kind_of
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.duals import DUAL, are_two, told_two
from waqai.annotate.people.extent import NO_GENITIVE, Extent, extend
from waqai.annotate.people.figures import (
    THOSE,
    Figure,
    figure_before,
    figure_of_form,
    hedged,
    led,
    of_number,
)
from waqai.annotate.people.listed import named
from waqai.annotate.people.predicates import of_rally, predicate, risen
from waqai.annotate.people.scan import Scan, definite
from waqai.annotate.people.tables import NOUN_TAG, Person, particles
from waqai.model.codes import ActorKind, Age, CountSlot, WhomClass

# An officer of no told rank, who is one of his forces.
_OFFICER: Final = "ضابط"
# Who drives a car bomb; as an adjective it stands behind a noun.
_BOMBER: Final = "انتحاري"
_WHOLE: Final = frozenset(("كل", "جميع", "كافه"))
_ATTRIBUTES: Final = frozenset(("رءيس", "مسءول", "شرطي"))
# Words of an office that tell of whom (مأمور قسم شرطة), and what leads to a body that none knows.
_OFFICE: Final = 3
_OF_WHOM: Final = frozenset(("من", "في", "ضمن", "لدي", "تابع", "تابعه", "تابعين", "بين"))
# Kinds of bodies of which somebody is a member.
_ARMS: Final = ("state_forces", "armed_group", "political")
# Letters of the article.
_ARTICLE: Final = 2
# Words of a body's name before whose it is.
_NAME: Final = 4


def of_noun(scan: Scan, head: Node, previous: Node | None) -> Node | None:
    """The count that a people noun makes; `previous` is the count told just before."""
    before = figure_before(scan, head)
    if "doubtful" in head.value.traits and not (_is_harmed(scan, before) or _two_cases(scan, head)):
        return None
    if _is_idiom(scan, head):
        return None
    licensed = before is not None or _expected(scan, head, previous)
    harmed = _joins_harm(scan, head, previous)
    if before is None and not (harmed or _stands_alone(scan, head, licensed=licensed)):
        return None
    exact = before is not None and before.low is not None
    extent = extend(scan, head, counted=exact)
    figure = before or told_two(scan, head, extent.j) or figure_of_form(scan, head)
    if before is None and figure.low is None and _are_named(scan, head, extent):
        names = named(scan, extent.j)
        if names is not None:
            figure = Figure(head.i, head.skip, names.value.low, names.value.low, "exact", "named")
            extent.j = names.j
    if before is None and licensed and (end := _quoted_name(scan, head, extent)) is not None:
        figure, extent.j = figure._replace(rule="person"), end
    if extent.number is not None and not _is_part(scan, before):
        number = of_number(extent.number, "noun+number")
        figure = number._replace(i=figure.i, skip=figure.skip, parts=figure.parts)
    if before is None and (told := predicate(scan, head, extent)) is not None:
        figure, extent.j = told
        extent.slot = extent.slot or of_rally(scan, head)
    _same_figure(scan, head, figure, extent)
    figure, j = hedged(scan, risen(scan, head, led(scan, figure)), _closed(scan, head.i, extent.j))
    value = _value(scan, head, figure, extent, licensed=licensed)
    parts = (*figure.parts, head, *extent.parts)
    return Node("count", figure.i, j, value, figure.rule, parts, figure.skip)


def _are_named(scan: Scan, head: Node, extent: Extent) -> bool:
    """Whether the names of people may follow their noun: الصحفيين فلان وفلان, أمناء الشرطة فلان."""
    person = scan.actors.get(extent.j)
    follows = person is not None and person.value.kind == "person"
    follows = follows or (extent.j not in scan.inner and is_known(scan.key(extent.j)))
    follows = extent.j not in scan.heads and (scan.key(extent.j) == '"' or follows)
    told = definite(head) or extent.definite or scan.key(extent.j - 1).startswith("ال")
    return told and extent.number is None and follows


def _quoted_name(scan: Scan, head: Node, extent: Extent) -> int | None:
    """Token after the name in quotation marks of one who was harmed: بمقتل السيدة "فلانة"."""
    j = extent.j
    opens = scan.key(j) == '"' and scan.keys[head.i : j].count('"') % 2 == 0
    if not opens or head.value.number != "sg" or not definite(head):
        return None
    context = scan.context(head.i)
    if context is None or context.value.slot not in ("killed", "wounded", "arrested", "abducted"):
        return None
    for k in range(j + 2, j + _NAME + 2):
        if scan.key(k) == '"':
            return k + 1
        if not scan.key(k - 1).isalpha():
            return None
    return None


def _closed(scan: Scan, i: int, j: int) -> int:
    """Token j, or the one after the mark that closes a quotation opened within [i, j)."""
    opened = scan.keys[i:j].count('"') % 2
    if scan.key(j) == ")" and scan.key(i - 1) == "(" and i - 1 in scan.number_until:
        return j + 1
    if opened and scan.key(j) == '"':
        origin = scan.heads.get(j + 1)
        nation = origin is not None and "nation" in origin.value.traits and not origin.skip
        return j + 1 + (nation and scan.key(j + 1).startswith("ال"))
    return j


def _is_idiom(scan: Scan, head: Node) -> bool:
    """راح ضحية الهجوم عشرون: the word for one victim counts nobody."""
    before, person = scan.key(head.i - 1), head.value
    victim = person.slot is not None and person.lemma == "ضحيه" and person.number == "sg"
    return victim and not definite(head) and before in particles("victim")


def kindred(scan: Scan) -> set[int]:
    """Tokens of من عائلة واحدة: what is told of those counted counts nobody."""
    nouns = (noun for noun in scan.chart.of(NOUN_TAG) if "group" in noun.value.traits)
    return {
        k
        for noun in nouns
        if scan.key(noun.i - 1) == "من" and scan.key(noun.j) in particles("single")
        for k in range(noun.i, noun.j + 1)
    }


def _joins_harm(scan: Scan, head: Node, previous: Node | None) -> bool:
    """شهداء وإصابات, or a body that was found (عثر الأهالي على جثته)."""
    person: Person = head.value
    reading = head.reading
    if "body" in person.traits and person.number == "sg" and reading is not None and reading.suffix:
        found = range(max(head.i - _NAME, 0), head.i)
        return any(scan.key(k).removeprefix("و") in particles("found") for k in found)
    if "numbered" not in person.traits or person.number != "pl" or previous is None:
        return False
    joined = reading is not None and reading.conj == "و" and previous.j == head.i
    return joined and previous.value.slot == "killed" and not definite(head)


def _is_part(scan: Scan, figure: Figure | None) -> bool:
    """Whether some are told of those whose number follows (بعض الرهائن السبعة), not all."""
    return figure is not None and scan.key(figure.i)[figure.skip :] not in _WHOLE


def _is_harmed(scan: Scan, figure: Figure | None) -> bool:
    """Whether a figure stands right behind a word of harm (إخلاء سبيل 4 أحداث) or بينهم."""
    if figure is not None and scan.before(figure.i, "people.subset") is not None:
        return True
    context = scan.context(figure.i) if figure is not None else None
    return context is not None and context.value.slot is not None


def _two_cases(scan: Scan, head: Node) -> bool:
    """وفاة حالتين: two people, by a word for things, right behind a word of harm."""
    context = scan.context(head.i)
    return head.value.number == "du" and context is not None and context.value.slot is not None


def _class(scan: Scan, head: Node, extent: Extent) -> WhomClass:
    """The class of people by their noun, what its later words say and the body that they are of."""
    person: Person = head.value
    body = extent.actor.value.kind if extent.actor else extent.body
    cls = class_of(person, extent.said, body)
    if extent.mixed:
        return "mixed"
    if "title" in person.traits and cls in ("civilian", "unknown"):
        of = range(head.j, max(head.j + 1, min(extent.j, head.j + _OFFICE)))
        if any(scan.key(k) in particles("arms") for k in of):
            return "security"
    told = scan.key(head.i - 1) in THOSE
    alone = not (body or extent.foreign or told) and scan.key(extent.j) not in _OF_WHOM
    return "militant" if cls == "unknown" and "cell" in person.traits and alone else cls


def _value(scan: Scan, head: Node, figure: Figure, extent: Extent, *, licensed: bool) -> Counted:
    """What a people noun with its figure and its later words says."""
    person: Person = head.value
    return Counted(
        figure.low,
        figure.high,
        figure.hedge,
        person.lemma,
        _class(scan, head, extent),
        _slot(scan, figure, cast("CountSlot | None", person.slot or extent.slot)),
        cast("Age | None", person.age or extent.age),
        person.sex,
        extent.definite,
        (head.i, extent.who),
        head.skip,
        extent.actor,
        licensed,
        collective="group" in person.traits,
        kind=_kind(person, extent, one=figure.high == 1),
    )


def _slot(scan: Scan, figure: Figure, slot: CountSlot | None) -> CountSlot | None:
    """What the noun says befell them; wounded who died are dead: وفاة جريحين متأثرين بإصابتهما."""
    died = slot == "wounded" and not figure.skip
    return "killed" if died and scan.key(figure.i - 1) in particles("dying") else slot


def _kind(person: Person, extent: Extent, *, one: bool) -> ActorKind | None:
    """The kind of people by their noun; of those of a body only one with an office has his own."""
    if extent.actor is None:
        return kind_of(person, one=one)
    if one and "title" in person.traits and person.lemma != _OFFICER:
        return "person"
    return "political" if "faction" in person.traits else None


def _same_figure(scan: Scan, head: Node, figure: Figure, extent: Extent) -> None:
    """24 ضابطا وجنديا, 16 من ضباط وجنود ...: the noun joined shares the figure."""
    second = scan.heads.get(extent.j)
    if second is None or second.reading is None or second.reading.conj != "و" or second.skip > 1:
        return
    one: Person = head.value
    two: Person = second.value
    if "numbered" in two.traits or _is_other_fate(one, two):
        return
    if figure.rule == "number+noun" and one.accusative:
        if not (two.accusative or (two.number == "sg" and scan.key(second.i).endswith("ه"))):
            return
    elif figure.rule != "number+of+noun" or two.number not in ("pl", "dp"):
        return
    more = extend(scan, second, counted=True)
    extent.j = more.j
    extent.actor = extent.actor or more.actor
    extent.parts += [second, *more.parts]
    extent.mixed = one.cls != two.cls and "unknown" not in (one.cls, two.cls)


def _is_other_fate(one: Person, two: Person) -> bool:
    """قتيلا وجريحا: each of the two is a part of the figure, of unknown size."""
    return None not in (one.slot, two.slot) and one.slot != two.slot


def _expected(scan: Scan, head: Node, previous: Node | None) -> bool:
    """Whether people are expected here: after a context word, بينهم, or another count and و."""
    context = scan.context(scan.unquoted(head.i))
    whole = scan.unquoted(head.i) == head.i
    whole = whole or (head.value.accusative and head.value.number == "sg")
    if context is not None and (context.value.slot or whole):
        return True
    if scan.before(head.i - (scan.key(head.i - 1) == "("), "people.subset") is not None:
        return True
    if previous is not None and "group" not in head.value.traits and is_besides(scan, head.i):
        return is_more(scan, previous, head.i)
    if "kin" in head.value.traits and scan.key(head.i - 1) in particles("along"):
        return previous is not None and previous.j == head.i - 1 and previous.value.licensed
    joined = head.reading is not None and head.reading.conj == "و"
    if not joined or previous is None:
        return False
    quoted = previous.rule in ("name", "person") and scan.key(previous.j) == '"'
    if previous.j + quoted != head.i:
        return False
    told = previous.value.slot is not None and previous.value.high == 1
    return previous.value.licensed or (told and "kin" in head.value.traits)


def _stands_alone(scan: Scan, head: Node, *, licensed: bool) -> bool:
    """Whether a noun without a figure counts people here."""
    traits = head.value.traits
    number = head.value.number
    if "numbered" in traits and number == "sg":
        among = scan.before(head.i, "people.subset") is not None
        case = head.value.lemma.startswith("حاله") and scan.key(head.i - 1) in (
            "وقوع",
            "تسجيل",
            "اول",
        )
        case = case or (
            head.value.lemma.startswith("حاله") and scan.key(head.j) in particles("more")
        )
        opens = scan.opens_sentence(head.i) or scan.key(head.i - 1) == ":"
        case = case or (head.value.lemma.startswith("حاله") and opens)
        return among or case or scan.key(head.j) in particles("single") or _is_his(scan, head)
    told = "numbered" in traits or are_two(scan, head)
    if told and number in ("du", "dp") and head.j in scan.number_at:
        return True
    if "numbered" in traits and not (number == "du" and head.value.bare):
        return number == "pl" and not definite(head) and _is_brought(scan, head, licensed=licensed)
    if licensed:
        return not _is_of_crowd(scan, head)
    if _is_held(scan, head) or _are_of_body(scan, head) or _are_two_hurt(scan, head):
        return True
    if traits & {"group", "body"} and head.reading is not None and head.reading.suffix:
        return False
    if "shy" in traits or "kin" in traits or "nation" in traits or _is_attribute(scan, head):
        return False
    if _is_said_of_one(scan, head):
        return True
    if "adj" in traits and number == "sg":
        noun = head.value.accusative and not scan.key(head.i - 1).endswith(("ا", "اء"))
        noun = noun or scan.key(head.j) in ("اخر", "اخري")
        noun = noun or (head.value.lemma == _BOMBER and scan.key(head.i - 1) in particles("driven"))
        doer = "doer" in traits and head.value.sex is None and not definite(head)
        return noun or scan.opens_sentence(head.i) or (doer and scan.key(head.i - 1) == ":")
    return not _is_of_guild(scan, head)


def _is_held(scan: Scan, head: Node) -> bool:
    """الصحفي المختطف, الجندي الأسير: the participle behind one person tells what befell him."""
    told = scan.heads.get(head.j)
    if told is None or head.value.number != "sg" or not definite(head) or not definite(told):
        return False
    fate = told.value.slot not in (None, "protesters") and "adj" in told.value.traits
    return fate and told.value.number == "sg" and not told.skip


def _are_two_hurt(scan: Scan, head: Node) -> bool:
    """شقيقان مصابان, طالبين جريحين: behind two people what befell both."""
    told = scan.heads.get(head.j)
    if told is None or head.value.number != "du" or told.value.number not in ("du", "dp"):
        return False
    fate = told.value.slot in ("killed", "wounded") and not told.skip
    return fate and not head.skip and scan.key(head.j - 1)[-2:] == scan.key(told.j - 1)[-2:]


def _are_of_body(scan: Scan, head: Node) -> bool:
    """عنصران من الباسيج, عنصرين في الصحوة: two of a body, and no two elements of a plan."""
    if head.value.number != "du" or "member" not in head.value.traits or head.skip:
        return False
    body = scan.actors.get(head.j + 1) if scan.key(head.j) in ("من", "في") else None
    return body is not None and body.value.kind in _ARMS


def _is_said_of_one(scan: Scan, head: Node) -> bool:
    """النقيب محمد مصاب بكسر: the participle says what befell the person named before it."""
    person = scan.actor_until.get(head.i)
    if head.value.slot is None or head.value.number != "sg" or head.skip or definite(head):
        return False
    named = person is not None and person.value.kind == "person"
    after = scan.key(head.j)
    return named and (after.startswith("ب") or after in particles("before"))


def _is_his(scan: Scan, head: Node) -> bool:
    """تعرض فلان لإصابة في الكتف: who is named has one injury."""
    if head.reading is None or head.reading.prep != "ل":
        return False
    before = (scan.key(k).removeprefix("و") for k in range(max(head.i - _NAME, 0), head.i))
    return any(key in particles("met_with") for key in before)


def _is_brought(scan: Scan, head: Node, *, licensed: bool) -> bool:
    """وقوع إصابات, أسفر القصف عن إصابات: of an event, not the injuries of one who was hurt."""
    before = scan.key(head.i - 1)
    if head.skip or not particles("brings") & {before, before[1:]}:
        return False
    words = range(max(head.i - _NAME, 0), head.i)
    fell = before in ("وقعت", "سقطت")
    return licensed or fell or any(scan.key(k).startswith(("اسفر", "تسفر")) for k in words)


def _is_of_crowd(scan: Scan, head: Node) -> bool:
    """تجمع عسكري: one does not gather, so that the word is an adjective."""
    context = scan.context(head.i)
    if context is None or context.value.slot != "protesters" or head.value.number != "sg":
        return False
    return "adj" in head.value.traits and not definite(head)


def _is_attribute(scan: Scan, head: Node) -> bool:
    """الطرق الرئيسة, الكيانات المؤيدة, بلدتين مواليتين: an adjective of a noun for things."""
    person: Person = head.value
    before = scan.key(head.i - 1)
    if person.number == "du":
        return "adj" in person.traits and before.endswith(DUAL)
    if person.number != "sg" or head.reading is None or not head.reading.article:
        return False
    if person.sex == "f" and person.traits & {"adj", "member"} and "title" not in person.traits:
        return True
    if person.lemma not in _ATTRIBUTES or head.skip > _ARTICLE:
        return False
    known = (scan.heads, scan.dated, scan.inner)
    if any(head.i - 1 in found for found in known) or head.i in scan.actor_until:
        return False
    return before.startswith(("ال", "بال", "وال", "لل")) and before not in NO_GENITIVE


def _is_of_guild(scan: Scan, head: Node) -> bool:
    """المجلس النرويجي للاجئين: the plural tells whose the body is, by its name."""
    reading = head.reading
    if reading is None or reading.prep != "ل" or head.value.number == "sg":
        return False
    words = particles("guild")
    return any(scan.key(k) in words for k in range(head.i - _NAME, head.i))
