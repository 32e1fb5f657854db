"""What belongs to a people noun after it: adjectives, a second noun, the body, a genitive."""

from __future__ import annotations

from typing import Final

from mypy_extensions import mypyc_attr

from waqai.annotate.chart import Node
from waqai.annotate.people.scan import Scan, definite
from waqai.annotate.people.tables import ADJECTIVE_TAG, CONTEXT_TAG, Person, particles

_WITHIN: Final = frozenset(("في", "ضمن", "لدي", "داخل"))
_RANKS: Final = frozenset(("صفوف", "صفوفها", "صفوفهم", "صفوفه", "اوساط", "عداد"))
# Up to so many are told by a number behind their noun (جنود ثلاثة), and what can follow that.
_FEW: Final = 10
_CLOSES: Final = frozenset(
    ("", ".", "\n", "،", ",", "في", "علي", "امس", "اليوم", "برصاص", "خلال", "اثر", "الي")
)
_MARKS: Final = frozenset(('"', "#"))
# Tokens behind people who are suspected in which it is told of belonging to whom.
_SUSPECTED: Final = 6
_BELONGING: Final = frozenset(
    ("تابع", "تابعه", "تابعين", "تابعون", "التابع", "التابعه", "التابعين")
)
_BODIES: Final = frozenset(
    ("state", "state_forces", "armed_group", "political", "international", "media")
)
# Offices told by one another (نائب قائد كتيبة) at most.
_OFFICES: Final = 4
_SINGLE: Final = ("person", "civilians")
# Traits of nouns behind which who is meant is named.
_NAMED: Final = frozenset(("title", "member", "kin", "press"))
NO_GENITIVE: Final = frozenset(
    ("اليوم", "امس", "الان", "الذي", "التي", "الذين", "اللذين", "اللذان", "اللتين", "اللواتي",
     "الي", "الا", "البالغ", "البالغه", "البالغين", "اللاتي", "اللتان", "الله", "اليه", "اليهم")
)  # fmt: skip


@mypyc_attr(acyclic=True)
class Extent:
    """The noun phrase ends before token `j`; what its later words say.

    `foreign`: its last word is no people, and what an adjective says is said of that word; `mixed`:
    two nouns of different classes share the figure (13 عسكريا ومدنيا).
    """

    __slots__ = (
        "actor",
        "age",
        "body",
        "definite",
        "foreign",
        "j",
        "mixed",
        "number",
        "parts",
        "said",
        "sex",
        "slot",
    )

    def __init__(self, j: int, definite: bool) -> None:
        self.j = j
        self.definite = definite
        self.said: list[str | None] = []
        self.parts: list[Node] = []
        self.actor: Node | None = None
        self.body: str | None = None
        self.foreign = False
        self.number: Node | None = None
        self.slot: str | None = None
        self.age: str | None = None
        self.sex: str | None = None
        self.mixed = False

    @property
    def who(self) -> int:
        """Where the people end: before a number that closes the phrase (مدنيين اثنين)."""
        number = self.number
        return number.i if number is not None and number.j == self.j else self.j


def extend(scan: Scan, head: Node, *, counted: bool, offices: int = 0) -> Extent:
    """How far the noun phrase of `head` reaches; `counted`: a figure stands before it, `offices`
    so many that are told by it.
    """
    extent = Extent(head.j, definite(head) or scan.key(head.i).startswith("ال"))
    named = scan.actors.get(head.i) or scan.outer(head.i)
    if named is not None and named.j > head.j and named.value.kind in _BODIES:
        extent.actor, extent.j = named, named.j
        extent.parts.append(named)
    elif named is not None and named.j > head.j and _is_named(scan, head, named):
        extent.j = named.j
        extent.body = _body_within(scan, head.j, named.j)
        extent.parts.append(named)
        return extent
    elif named is not None and named.j > head.j and named.i == head.i and _is_crowd(named):
        extent.j, extent.definite, extent.foreign = named.j, True, True
        extent.parts.append(named)
    elif named is not None and named.j > head.j and _is_national(named, head):
        extent.j = named.j
        extent.parts.append(named)
    elif not head.value.accusative and not definite(head):
        _genitive(scan, head, extent, offices)
    while _qualifier(scan, head, extent, counted=counted):
        pass
    _by_name(scan, head, extent)
    if extent.actor is None:
        _belonging(scan, head, extent)
    return extent


def _is_crowd(named: Node) -> bool:
    """Whether an actor is people with the noun that tells whose they are: عمال المصنع."""
    return named.rule == "actor.head" and named.value.kind in ("civilians", "protesters")


def _is_national(named: Node, head: Node) -> bool:
    """Whether an actor is one person with the adjective of a country: امرأة سورية."""
    one = named.i == head.i and head.value.number == "sg"
    return one and named.rule == "actor.country" and named.value.kind in _SINGLE


def _is_named(scan: Scan, head: Node, named: Node) -> bool:
    """Whether a rank or office goes on to a name (القيادي في الحركة فلان)."""
    person: Person = head.value
    if named.value.kind != "person" or person.number != "sg" or person.accusative:
        return False
    if any(i in scan.heads and scan.heads[i].skip for i in range(head.j, named.j)):
        return False
    whole = named.i == head.i and named.rule == "actor.person"
    return whole or definite(head) or bool(person.traits & {"title", "member", "kin"})


def _body_within(scan: Scan, first: int, last: int) -> str | None:
    """Kind of the body that the words of a named person say the person is of."""
    for i in range(first, last):
        for leaf in scan.chart.at(i, "actor.name"):
            if leaf.j <= last and leaf.value.kind in _BODIES:
                return str(leaf.value.kind)
    return None


def _genitive(scan: Scan, head: Node, extent: Extent, offices: int) -> None:
    """عناصر قوات الأمن, أعضاء الحزب, سكان القرية, مقاتلو جيش ..."""
    last = scan.key(head.j - 1)
    if head.value.number != "sg" and last.endswith("ون"):
        return
    body = scan.actors.get(head.j) or scan.actors.get(head.j + (scan.key(head.j) == '"'))
    person: Person = head.value
    if body is not None and not body.skip and body.value.kind in _BODIES:
        extent.actor, extent.j = body, body.j
        extent.parts.append(body)
        extent.definite = True
        return
    inner = scan.heads.get(head.j)
    if "kin" in person.traits and (end := _whose(scan, head.j, inner)) is not None:
        extent.j, extent.definite, extent.foreign = end, True, True
        return
    if inner is not None and offices < _OFFICES and _is_deputy(head, inner):
        more = extend(scan, inner, counted=False, offices=offices + 1)
        extent.j, extent.actor, extent.body = more.j, more.actor, more.body
        extent.definite, extent.parts = more.definite, [inner, *more.parts]
        return
    if inner is not None and not inner.skip and "body" in person.traits:
        _take(inner, extent)
        return
    if inner is not None and not inner.skip and definite(inner) and person.number != "sg":
        extent.j, extent.definite = inner.j, True
        extent.said.append(inner.value.cls)
        extent.parts.append(inner)
        return
    # A phrase that ends in its own genitive (مثيرو الشغب) governs no more.
    whole = head.j - head.i > 1 and last.startswith("ال")
    governs = person.number in ("pl", "dp") or person.traits & {"title", "member"}
    if governs and not whole and _governs(scan, head):
        extent.j, extent.definite, extent.foreign = head.j + 1, True, True


def _by_name(scan: Scan, head: Node, extent: Extent) -> None:
    """حافظ الأمن فلان, شقيقه فلان: the name of the one person told of."""
    person: Person = head.value
    named = scan.actors.get(extent.j)
    if named is None or named.skip or named.rule != "actor.name" or person.number != "sg":
        return
    told = extent.definite or scan.key(extent.j - 1).startswith("ال")
    told = told and not extent.foreign and extent.number is None
    told = told and scan.tagged(extent.j, CONTEXT_TAG) is None
    if told and not person.accusative and person.traits & _NAMED:
        extent.parts.append(named)
        extent.j = named.j


def _is_deputy(head: Node, inner: Node) -> bool:
    """نائب قائد كتيبة: an office that is told by another one."""
    both = (head.value, inner.value)
    titles = all("title" in person.traits and person.number == "sg" for person in both)
    return titles and "adj" not in inner.value.traits and not (inner.skip or definite(inner))


def _whose(scan: Scan, j: int, inner: Node | None) -> int | None:
    """Token after the one person at token j whose relative is told of: والدة الرضيع, زوجة فلان."""
    person = scan.actors.get(j)
    if person is not None and not person.skip and person.value.kind == "person":
        return person.j
    one = inner is not None and not inner.skip and inner.value.number == "sg" and definite(inner)
    return inner.j if one and inner is not None else None


def _governs(scan: Scan, head: Node) -> bool:
    """Whether the next word is a definite noun that no other mention begins at."""
    j = head.j
    word = scan.key(j)
    if not word.startswith("ال") or word in NO_GENITIVE or len(word) < 5 or j in scan.dated:
        return False
    if not head.value.bare:
        return True
    return (
        j not in scan.number_at
        and j not in scan.actors
        and j not in scan.inner
        and scan.tagged(j, ADJECTIVE_TAG) is None
        and not word.endswith(("ون", "ين"))
    )


def _qualifier(scan: Scan, head: Node, extent: Extent, *, counted: bool) -> bool:
    """Take in one adjective, a number after the noun or a second people noun, if there is one."""
    j = extent.j
    number = scan.number_at.get(j) or (scan.number_at.get(j + 1) if scan.key(j) == "ال" else None)
    number = number or scan.cardinals.get(j)
    if number is not None and not counted and extent.number is None and not number.skip:
        if _matches(scan, number, head, extent.j):
            extent.number, extent.j = number, number.j
            extent.parts.append(number)
            return True
        return False
    adjective = scan.tagged(j, ADJECTIVE_TAG) or scan.tagged(j, "people.others")
    second = scan.heads.get(j)
    if second is not None and _describes(head, second, extent, counted=counted):
        _take(second, extent)
        return True
    if adjective is None or adjective.skip or j in scan.dated:
        return False
    article = adjective.reading is not None and adjective.reading.article
    if article != extent.definite and scan.key(j).startswith("ال") != extent.definite:
        return False
    if not extent.foreign:
        extent.said.append(adjective.value if adjective.kind == ADJECTIVE_TAG else None)
    extent.parts.append(adjective)
    extent.j = adjective.j
    return True


def _matches(scan: Scan, number: Node, head: Node, j: int) -> bool:
    """مدنيين اثنين, شخص واحد, جنود ثلاثة; with the article الجنود الثلاثة, المتهمين 10."""
    low = number.value.low
    form = head.value.number
    if number.value.hedge not in ("exact", "at_least") or low is None:
        return False
    if form == "sg":
        return bool(low == 1)
    if form in ("du", "dp") and low == 2:
        return True
    if low <= 2 or not (form in ("pl", "dp") or scan.key(head.i).endswith("ين")):
        return False
    if scan.key(number.i).startswith("ال") or scan.key(number.i - 1) == "ال":
        return True
    after = scan.key(number.j)
    if number.i != j or j != head.j:
        return False
    if definite(head):
        return number.rule == "number.digits" and (after in _CLOSES or after.startswith("و"))
    return number.rule == "number.words" and low <= _FEW and after in _CLOSES


def _describes(head: Node, second: Node, extent: Extent, *, counted: bool) -> bool:
    """Whether a second people noun is an adjective of the first (قتلى مدنيين, شاب فلسطيني).

    A dual behind a figure is a part of it: 3 مدنيين طفلان وامرأة.
    """
    if second.skip or second.cut or not second.value.bare:
        return False
    if counted and second.value.number == "du" and second.value.age and head.value.number != "du":
        return False
    if definite(second) != extent.definite:
        return False
    if not (_agrees(head.value, second.value) or (extent.foreign and not second.value.accusative)):
        return False
    if "adj" in second.value.traits or second.value.lemma in ("طفل", "قاصر"):
        return True
    return head.value.slot is not None and head.value.number != "sg"


def _agrees(one: Person, two: Person) -> bool:
    """Whether the second can be an adjective by its number (not مسلحون مدنيا: whom they took)."""
    if one.number == "sg" or "group" in one.traits:
        return True
    if two.number == "sg":
        return two.sex == "f" and not two.accusative
    return "dp" in (one.number, two.number) or one.number == two.number


def _take(second: Node, extent: Extent) -> None:
    """Take in a second people noun."""
    person: Person = second.value
    if not extent.foreign:
        extent.said.append(None if "nation" in person.traits else person.cls)
    extent.age = extent.age or person.age
    extent.slot = extent.slot or person.slot
    extent.parts.append(second)
    extent.j = second.j


def _belonging(scan: Scan, head: Node, extent: Extent) -> None:
    """عنصر من قوات النظام, قيادي في حركة, 7 جرحى في صفوف المدنيين, عناصر تابعة لتنظيم."""
    j = extent.j
    word = scan.key(j)
    if word in particles("suspected"):
        _suspected(scan, j + 1, extent)
        return
    if word in _BELONGING:
        j, word = j + 1, scan.key(j + 1)
    if word in ("في", "من", "بين") and scan.key(j + 1) in _RANKS:
        _member_of(scan, j + 2, extent, nouns=True)
    elif word == "من":
        _member_of(scan, j + 1, extent, nouns=head.value.number != "sg" or bool(head.value.slot))
    elif word in _WITHIN and _can_belong(head):
        _member_of(scan, j + 1, extent, nouns=False)
    elif j > extent.j or (_can_belong(head) and word[:1] in ("ب", "ل")):
        body = scan.actors.get(j)
        if body is not None and body.skip:
            _member_of(scan, j, extent, nouns=False)


def _suspected(scan: Scan, i: int, extent: Extent) -> None:
    """شخصين يشتبه بانتمائهما إلى تنظيم: the group to which they are told to belong."""
    belong = [k for k in (i, i + 1) if "انتما" in scan.key(k)]
    for k in range(belong[0] + 1, belong[0] + _SUSPECTED) if belong else ():
        body = scan.actors.get(k)
        if body is not None and body.value.kind == "armed_group":
            extent.body = body.value.kind
            return


def _can_belong(head: Node) -> bool:
    """Nouns that take في or ب before a body: members, ranks and fighters."""
    person: Person = head.value
    return bool(person.traits & {"member", "title"}) or person.cls in ("security", "militant")


def _member_of(scan: Scan, i: int, extent: Extent, *, nouns: bool) -> None:
    """Take in the body, or the people noun with the article, that begins at token i."""
    i += scan.key(i) in _MARKS
    body = scan.actors.get(i)
    inner = scan.heads.get(i) if nouns else None
    if inner is not None and (definite(inner) or inner.value.number in ("pl", "dp")):
        extent.said.append(inner.value.cls)
        extent.parts.append(inner)
        extent.j = inner.j
        if not definite(inner):
            body = scan.actors.get(inner.j)
            if body is not None and not body.skip:
                extent.actor, extent.j = body, body.j
                extent.parts.append(body)
            else:
                # (معتقلا من) أبناء المدينة: with the genitive that it has.
                extent.j = max((whole.j for whole in scan.chart.at(i, "actor")), default=inner.j)
        return
    if body is not None and body.value.kind in _BODIES:
        extent.actor, extent.j = body, body.j
        extent.parts.append(body)
