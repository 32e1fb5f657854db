"""How many: the figure before a people noun, in its form, and in the words after it."""

from __future__ import annotations

from typing import Final, NamedTuple, cast

from waqai.annotate.chart import Node
from waqai.annotate.numbers import PLAIN
from waqai.annotate.people.scan import Scan, definite
from waqai.annotate.people.tables import Person, particles
from waqai.model.codes import Hedge

OPEN: Final[Hedge] = "indefinite"
_AT_LEAST: Final = (
    ("علي", "الاقل"),
    ("علي", "اقل", "تقدير"),
    ("كحد", "ادني"),
    ("او", "اكثر"),
    ("فاكثر",),
    ("حتي", "الان", "علي", "الاقل"),
)
_OF_THEM: Final = frozenset(("منهم", "منهن", "منها"))
# ثماني حالات من المصابين: as many people.
_CASES: Final = frozenset(("حالات", "حاله"))
# What may set a hedge apart from its figure (22 قتيلا -على الأقل-).
_ASIDE: Final = frozenset(("-", "،", ",", '"'))
# Tokens that tell of people before the hedge of their figure.
_TOLD: Final = 5
# لقي 16 شخصا حتفهم على الأقل: what they met stands before the hedge.
_LIVES: Final = frozenset(("حتفهم", "مصرعهم"))
# 31 من تلك العناصر: of people told of before.
THOSE: Final = frozenset(("تلك", "هذه", "هءلاء", "اولءك"))
# Numbers that begin as if with the article.
_THOUSANDS: Final = ("الف", "الاف", "الوف")
NOT: Final = frozenset(("لم", "لا", "لن"))
# المشتبه بهما: two are suspected.
_THEM: Final = frozenset(("بهما", "فيهما", "عليهما", "عنهما"))
_NO_LESS: Final = (("لا", "يقل", "عن"), ("لا", "تقل", "عن"))
_MORE: Final = (("اكثر", "من"), ("يزيد", "علي"), ("يزيد", "عن"))
_AT_MOST: Final = (("علي", "الاكثر"), ("كحد", "اقصي"), ("علي", "ابعد", "تقدير"))


# Above it a number counts a noun in the singular.
_TEN: Final = 10


class Figure(NamedTuple):
    """Bounds of a figure, the token it begins at (less `skip` letters) and what states it."""

    i: int
    skip: int
    low: int | None
    high: int | None
    hedge: Hedge
    rule: str
    parts: tuple[Node, ...] = ()


def of_number(node: Node, rule: str) -> Figure:
    """The figure that a number node gives."""
    value = node.value
    low = None if value.low is None else int(value.low)
    high = None if value.high is None else int(value.high)
    return Figure(node.i, node.skip, low, high, value.hedge, rule, (node,))


def figure_before(scan: Scan, head: Node) -> Figure | None:
    """The figure that stands before a people noun, None where there is none."""
    if head.skip:
        return _strayed(scan, head)
    return _adjoining(scan, head) or _of_plural(scan, head)


def _strayed(scan: Scan, head: Node) -> Figure | None:
    """لأكثر من 75 وجريح: a و that joins nothing, for no noun but this one follows the number."""
    number, person = scan.number_until.get(head.i), cast(Person, head.value)
    if number is None or person.slot is None or person.number != "sg" or definite(head):
        return None
    if scan.key(head.i)[: head.skip] != "و" or scan.context(number.i) is not None:
        return None
    many = (number.value.low or 0) > _TEN and not is_year(number)
    return of_number(number, "number+noun") if many else None


def _adjoining(scan: Scan, head: Node) -> Figure | None:
    """20 شخصا, مئات القتلى, عدد من الجنود."""
    number = scan.number_until.get(head.i) or scan.number_until.get(scan.unquoted(head.i))
    if number is None and scan.key(head.i - 1) == "(" and scan.key(head.j) == ")":
        number = scan.number_until.get(head.i - 1)
    if number is not None and _agree(scan, number, head):
        return of_number(number, "number+noun")
    padded = _padded(scan, head) or _unread(scan, head)
    if padded is not None:
        return padded
    some = scan.before(scan.unquoted(head.i), "people.some")
    if some is not None and head.value.number != "sg":
        return Figure(some.i, some.skip, None, None, OPEN, "some+noun", (some,))
    subset = scan.before(head.i, "people.subset")
    of_them = subset is not None and scan.key(subset.i) in _OF_THEM
    number = scan.number_until.get(subset.i) if subset is not None and of_them else None
    if number is not None and head.value.number != "sg" and not definite(head):
        return of_number(number, "number+subset")
    return None


def _padded(scan: Scan, head: Node) -> Figure | None:
    """06 حالات, 03 قتلى: a figure below ten with a nought, as reports of the Maghreb write it."""
    key = scan.key(head.i - 1)
    if len(key) != 2 or key[0] != "0" or not key.isdigit() or head.value.number == "sg":
        return None
    if head.skip or key == "00":
        return None
    return Figure(head.i - 1, 0, int(key), int(key), "exact", "number+noun")


def _unread(scan: Scan, head: Node) -> Figure | None:
    """أوقفت الوحدة 24 شخصا: digits read as part of a name, which count the object."""
    if not head.value.accusative or head.value.number != "sg" or head.skip:
        return None
    plain = next(iter(scan.chart.until(head.i, PLAIN)), None)
    if (
        plain is None
        or plain.rule != "number.digits"
        or (plain.value.low or 0) <= _TEN
        or is_year(plain)
    ):
        return None
    return of_number(plain, "number+noun")


def _agree(scan: Scan, number: Node, head: Node) -> bool:
    """An exact figure counts no noun with the article (عام 2011 المتظاهرون); مئات may."""
    if not definite(head):
        return not is_year(number) or not head.value.traits & {"adj", "shy", "nation"}
    if number.value.low is None or number.value.hedge == OPEN:
        return True
    reading = head.reading
    owned = reading is None or bool(reading.suffix) or head.value.number not in ("pl", "dp")
    return not owned and number.rule == "number.words" and _has_article(scan, number)


def _has_article(scan: Scan, number: Node) -> bool:
    """الأربعة المعتقلين: the numeral is definite as its people are (not ألف), and is no adjective
    of a noun before it (الدول السبع الأعضاء).
    """
    key = scan.key(number.i)[number.skip :]
    behind = scan.key(number.i - 1).startswith(("ال", "وال", "بال", "لل"))
    return key.startswith("ال") and not (key.startswith(_THOUSANDS) or behind)


def is_year(number: Node) -> bool:
    """Whether the number can be a year: 1900 to 2100 in digits, but for round ones."""
    low = number.value.low
    if low is None or low != number.value.high or not 1900 <= low <= 2100:
        return False
    return number.rule != "number.words" and low % 100 != 0


def _of_plural(scan: Scan, head: Node) -> Figure | None:
    """أحد المسلحين, واحد من الجنود, اثنان من كبار قادة, سبعة على الأقل من الطلاب."""
    person: Person = head.value
    if person.number == "sg" and "group" not in person.traits:
        return None
    i = scan.unquoted(head.i)
    i -= scan.tagged(i - 1, "people.great") is not None
    one = scan.before(i, "people.one")
    if one is not None:
        return Figure(one.i, one.skip, 1, 1, "exact", "one+plural", (one,))
    i -= scan.key(i - 1) in THOSE and scan.key(i - 2) == "من" and definite(head)
    if scan.key(i - 1) != "من":
        return None
    j = i - 1 - (scan.key(i - 2) in _CASES or scan.key(i - 2) == "فقط")
    number = scan.number_until.get(j - (scan.key(j - 1) == '"'))
    if number is not None:
        return of_number(number, "number+of+noun")
    for words in (*_AT_LEAST, *_AT_MOST):
        first = i - 1 - len(words)
        if tuple(scan.keys[max(first, 0) : i - 1]) == words and first in scan.number_until:
            figure = of_number(scan.number_until[first], "number+of+noun")
            return bounded(figure, "at_least" if words in _AT_LEAST else "at_most")
    return None


def figure_of_form(scan: Scan, head: Node) -> Figure:
    """What the form alone says: a dual is two, a singular one, a plural an open number."""
    number = head.value.number
    if (
        number == "du"
        or _is_construct(scan, head)
        or scan.key(head.j - 1) in _THEM
        or _is_owned_dual(scan, head)
    ):
        return Figure(head.i, head.skip, 2, 2, "exact", "dual")
    if number == "sg" and "group" not in head.value.traits:
        return Figure(head.i, head.skip, 1, 1, "exact", "singular")
    return Figure(head.i, head.skip, None, None, OPEN, "plural")


def _is_construct(scan: Scan, head: Node) -> bool:
    """أصيب راعيا أغنام: no subject is in the accusative, so that it is a dual with its genitive."""
    if not head.value.accusative or scan.key(head.i - 1).removeprefix("و") not in particles(
        "befell"
    ):
        return False
    after, j = scan.key(head.j), head.j
    if head.skip or not after.isalpha() or after.endswith(("ا", "ان", "ين")) or j in scan.dated:
        return False
    return (
        after not in particles("before")
        and after not in particles("therein")
        and (after.startswith("ال") or not after.startswith(("ب", "ل", "و", "ف")))
    )


def _is_owned_dual(scan: Scan, head: Node) -> bool:
    """مرافقاه, حارساها: with a pronoun the alif is that of the dual, as none else has one."""
    suffix = head.reading.suffix if head.reading is not None else ""
    key, doc = scan.key(head.j - 1), scan.chart.doc
    if "ة" in doc.text[doc.starts[head.j - 1] : doc.ends[head.j - 1]]:
        return False
    sound = "member" in head.value.traits or "title" in head.value.traits
    return sound and bool(suffix) and key.removesuffix(suffix) == f"{head.value.lemma}ا"


def led(scan: Scan, figure: Figure) -> Figure:
    """ما لا يقل عن قتيلين, أكثر من قتيل: a figure told by the form under a hedge before it."""
    if figure.rule not in ("dual", "singular") or figure.skip:
        return figure
    for words in _NO_LESS if figure.rule == "singular" else (*_NO_LESS, *_MORE):
        if tuple(scan.keys[max(figure.i - len(words), 0) : figure.i]) == words:
            return bounded(figure, "at_least")
    return figure


def hedged(scan: Scan, figure: Figure, j: int) -> tuple[Figure, int]:
    """The figure under a hedge that follows the noun phrase (على الأقل), and where that ends."""
    if figure.low is None or figure.hedge not in ("exact", "about"):
        return figure, j
    if figure.rule.startswith(("number", "bare")) and scan.key(figure.i - 1) in particles(
        "exceeding"
    ):
        below = scan.key(figure.i - 2) in NOT
        return bounded(figure, "at_most" if below else "at_least"), j
    start = j + (scan.key(j) in _LIVES)
    start += scan.key(start) in _ASIDE
    for words in (*_AT_LEAST, *_AT_MOST):
        if tuple(scan.keys[start : start + len(words)]) == words:
            hedge: Hedge = "at_least" if words in _AT_LEAST else "at_most"
            return bounded(figure, hedge), start + len(words)
    return (bounded(figure, "at_least") if _is_least(scan, figure, j) else figure), j


def _is_least(scan: Scan, figure: Figure, j: int) -> bool:
    """خطف 20 مدنيا آشوريا على الأقل, مقتل 2 من العاملين في الشركة على الأقل: the hedge behind what
    is told of them.
    """
    if not figure.rule.startswith(("number", "bare")) or j >= len(scan.keys):
        return False
    for k in range(j, j + _TOLD):
        if scan.key(k) == "علي" and scan.key(k + 1) == "الاقل":
            return True
        apart = k in scan.number_at or k in scan.heads or k in scan.dated
        if apart or not scan.key(k).isalpha() or scan.key(k).startswith("و"):
            return False
    return False


def bounded(figure: Figure, hedge: Hedge) -> Figure:
    """The figure as a lower or an upper bound."""
    if hedge == "at_least":
        return figure._replace(high=None, hedge=hedge)
    return figure._replace(low=None, high=figure.low, hedge=hedge)
