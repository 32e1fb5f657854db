"""Bodies that no table holds: a noun with its field, its own name or its number.

هيئة الطيران المدني, كتيبة الفاروق, اللواء 35 مدرع.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from waqai.annotate.actors.institutes import plainly_named, studied
from waqai.annotate.actors.names import may_be, name_end, names
from waqai.annotate.actors.rows import OF_PEOPLE, Body, Head, Named, Nisba
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.tables import aliases
from waqai.annotate.actors.tails import adjectives, definite, relation
from waqai.annotate.actors.units import unit
from waqai.annotate.actors.value import of_row
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Node
from waqai.model.codes import ActorKind
from waqai.model.values import ActorValue

_QUOTES: Final = {'"': '"', "(": ")", "'": "'", "[": "]"}
# Tokens between quotes and adjectives after a name at most.
_QUOTED: Final = 5
_ADJECTIVES: Final = 3
_COMMITTEES: Final = "popular-committees"
_TRIBE: Final = "tribe"
# How the dual of a noun ends before two names: قبيلتي.
_TWO: Final = ("تي", "تا")
_ARMS: Final = frozenset(("state_forces", "armed_group", "international"))
_OF_STATE: Final = frozenset(("state", "state_forces"))
_AGAINST: Final = "مكافحه"
_YOUNG: Final = ("شباب", "طلاب")
_NAMED: Final = frozenset(("name", "quoted"))
# What English names of bodies begin with that are forces where their field is.
_AGENCIES: Final = frozenset(("agency", "bureau"))
_OFFICES: Final = frozenset(("state", "state_forces", "international", "armed_group"))
# Kinds of bodies that bear a name of one word before what tells more of them.
_CIVIL: Final = frozenset(("political", "international"))
# A field that reads like an adjective of Mali.
_FINANCE: Final = "الماليه"


def body(scope: Scope, leaf: Node) -> None:
    """Offer the body that a noun makes with what follows it."""
    row = cast(Body, leaf.value)
    if leaf.reading is not None and leaf.reading.suffix:
        return
    if row.take == "unit":
        unit(scope, leaf, row)
        return
    heads = [head for head in scope.chart.at(leaf.i, "actor.head") if head.j > leaf.j]
    if heads and (row.english == "ministry" or heads[0].value.suffix == _COMMITTEES):
        return
    end = _end(scope, leaf, row)
    if end is None or (row.take == "forces" and not _guards(scope.chart.doc.keys, leaf.j)):
        return
    if (quoted := _quoted(scope, leaf, end)) is not None:
        scope.offer(scope.node(leaf, end, of_row(quoted), "actor.row", (leaf,)), None)
        return
    known = scope.any_at(leaf.j + 1) if row.take != "field" else None
    if known is not None and known.value.id is not None and known.j == end - 1:
        scope.offer(scope.node(leaf, end, known.value, "actor.row", (leaf, known)), None)
        return
    if row.kind == "media" and scope.chart.doc.keys[end : end + 1] == ["العسكري"]:
        return
    called = naming(scope.chart.doc.keys, leaf.j)
    whole = called == leaf.j
    start, stop = scope.chart.doc.span(
        leaf.i if whole else called + 1, end - (not whole), leaf.skip if whole else 0
    )
    name = scope.chart.doc.text[start:stop]
    theirs = row.kind == "state" and any(
        key in words("profession") for key in scope.chart.doc.keys[leaf.j : end]
    )
    kind: ActorKind = "political" if theirs else row.kind
    if row.take == "field" and _of_security(scope, leaf) is not None:
        kind = "state"
    if row.take == "study":
        kind = _owner_kind(scope, leaf.j, end) or kind
    if kind == "armed_group" and _of_an_army(scope.chart.doc.keys, leaf):
        kind = "state_forces"
    if row.english in _AGENCIES and any(_of_forces(k) for k in scope.chart.doc.keys[leaf.j : end]):
        kind = "state_forces"
    country = _country(scope, leaf.j, end)
    after, owner = relation(scope, end) if kind == "armed_group" else (end, None)
    if owner is not None and owner.value.kind == "state_forces":
        end, kind, country = after, "state_forces", owner.value.country
    value = ActorValue(name, None, kind, country)
    scope.offer(scope.node(leaf, end, value, "actor.body", (leaf,)), None)


def _owner_kind(scope: Scope, i: int, end: int) -> ActorKind | None:
    """The kind of the named body within the tokens [i, end) whose office is told of."""
    found = (scope.inner(k) for k in range(i, end))
    named = (node.value for node in found if node is not None and node.value.id is not None)
    return next((value.kind for value in named if value.kind in _OFFICES), None)


def _end(scope: Scope, leaf: Node, row: Body) -> int | None:
    """Token after what tells the body: its name, its field or both; None where nothing does."""
    if row.take == "study":
        studies = studied(scope, leaf)
        return None if studies is None else _tail(scope, studies, True)
    return _name(scope, leaf, row) if row.take in _NAMED else _field(scope, leaf)


def _of_an_army(keys: list[str], leaf: Node) -> bool:
    """Whether a unit is named by its arm of service: كتيبة المدفعية."""
    reading = leaf.reading
    unit = reading is not None and reading.stem.removeprefix("ال") in words("unit")
    return unit and keys[leaf.j].removeprefix("ال") in words("arm")


def _of_forces(key: str) -> bool:
    """Whether a field is one of police, guards or intelligence: مكافحة المخدرات."""
    return key.removeprefix("لل").removeprefix("ل").removeprefix("ال") in words("forces_field")


def _guards(keys: list[str], i: int) -> bool:
    """Whether the field at token i is one of forces: (قوة) مكافحة المخدرات, (قوات) التدخل."""
    key = keys[i].removeprefix("ال")
    if key != _AGAINST:
        return key in words("guard")
    return keys[i + 1].removeprefix("ال") in words("threat")


def _quoted(scope: Scope, leaf: Node, end: int) -> Named | None:
    """The row of a name that the text writes in quotes: قوات "سوريا الديمقراطية"."""
    keys = scope.chart.doc.keys
    at = naming(keys, leaf.j)
    if keys[at] not in _QUOTES or leaf.reading is None:
        return None
    noun, name = leaf.reading.stem.removeprefix("ال"), " ".join(keys[at + 1 : end - 1])
    known = aliases()
    return known.get(f"{noun} {name}") or known.get(f"ال{noun} {name}")


def _no_body(leaf: Node, inside: Sequence[str]) -> bool:
    """Whether the noun is a rank before a name, or an adjective: اللواء "إبراهيم"، السرية."""
    stem = leaf.reading.stem.removeprefix("ال") if leaf.reading is not None else ""
    return stem == "سريه" or (stem == "لواء" and inside[0] in names("given"))


def _is_said(row: Body, inside: Sequence[str]) -> bool:
    """Whether words in quotes behind a definite noun are what is said of it: القوات "انسحبت"."""
    first = inside[0]
    return row.kind != "media" and not (first.startswith("ال") or first.isdigit())


def _describes(scope: Scope, i: int, end: int) -> bool:
    """Whether what stands in quotes is no name but an adjective or a place: "إرهابية"."""
    told = (node for tag in _TOLD for node in scope.chart.at(i, tag))
    if end - i == 1 and any(not node.skip for node in told):
        return True
    front = scope.chart.doc.keys[i - 2].endswith("جبهه")
    return front and any(any(scope.chart.at(k, "place")) for k in (i - 2, i))


def _field(scope: Scope, leaf: Node) -> int | None:
    """Token after the field of an institution: (لجنة) حقوق الإنسان, (الهيئة) للطيران المدني."""
    keys = scope.chart.doc.keys
    if definite(scope.chart, leaf):
        i, _ = adjectives(scope.chart, leaf.j, True)
        if i < len(keys) and keys[i][0] == "ل" and keys[i][1:] in words("field"):
            at = i + 1
            at += at < len(keys) and keys[at] in words("field")
            return _tail(scope, at + 1, True) if _noun(scope, at) else None
        if i >= len(keys) or not keys[i].startswith("لل"):
            return None
        if (of := scope.any_at(i)) is not None:
            return of.j if of.value.kind in ("civilians", "media") else None
        return _tail(scope, i + 1, True)
    i = leaf.j
    if keys[i : i + 1] and keys[i] in _YOUNG and cast(Body, leaf.value).kind == "political":
        return _of_young(scope, i + 1)
    if cast(Body, leaf.value).take == "people":
        many = i < len(keys) and (keys[i].endswith("ين") or _are_young(keys, leaf))
        people = many and _noun(scope, i)
        return _tail(scope, i + 1, True) if people else None
    if (inner := _of_security(scope, leaf)) is not None:
        return _tail(scope, inner.j, True)
    forces = cast(Body, leaf.value).take == "forces"
    guards = forces and i < len(keys) and keys[i] in words("guard")
    if i < len(keys) and (guards or keys[i] in words("field")):
        i += 1
        if cast(Body, leaf.value).kind == "political" and (place := scope.place(i)) is not None:
            return place.j
    elif _named_for(scope, i):
        return _tail(scope, i + 2, True)
    elif (members := _members(scope, leaf, i)) is not None:
        return members.j
    if _noun(scope, i):
        return _tail(scope, i + 1, not forces)
    plain = cast(Body, leaf.value).kind in _CIVIL and plainly_named(scope, i)
    named = plain and (_noun(scope, i + 1) or _adjective(scope, i + 1))
    return _tail(scope, i + 2, True) if named else None


def _members(scope: Scope, leaf: Node, i: int) -> Node | None:
    """The people of a country at token i whom a body unites: جمعية (القضاة التونسيين)."""
    inner = scope.inner(i)
    if inner is None or inner.j != i + 2 or cast(Body, leaf.value).kind != "political":
        return None
    people = inner.rule in ("actor.nationals", "actor.country") and inner.value.id is None
    known = scope.chart.doc.keys[i].startswith("ال")
    return inner if people and known and inner.value.kind not in _ARMS else None


def _of_young(scope: Scope, i: int) -> int | None:
    """Token after the town or body at token i whose young a body is of: تكتل شباب (السويس)."""
    place = scope.place(i)
    if place is not None:
        return place.j
    return _tail(scope, i + 1, True) if _noun(scope, i) else None


def _are_young(keys: Sequence[str], leaf: Node) -> bool:
    """Whether a front is one of the young: جبهة الشباب القبطي."""
    return keys[leaf.i].endswith("جبهه") and keys[leaf.j] in ("الشباب", "الطلاب")


def _of_security(scope: Scope, leaf: Node) -> Node | None:
    """The field of a committee that is forces too: لجنة (الأمن القومي)."""
    inner = scope.inner(leaf.j)
    forces = inner is not None and inner.rule == "actor.head" and inner.value.id is None
    committee = scope.chart.doc.keys[leaf.i].endswith("لجنه")
    return inner if forces and inner and committee and inner.value.kind in _OF_STATE else None


def _named_for(scope: Scope, i: int) -> bool:
    """Whether a name of one word and its field follow: (منظمة) رصد للحقوق والحريات."""
    keys = scope.chart.doc.keys[i : i + 2]
    if len(keys) < 2 or not keys[0].isalpha() or _is_somebody(scope, i):
        return False
    field = keys[1].startswith("لل") and len(keys[1]) > 4 and scope.any_at(i + 1) is None
    plain = len(keys[0]) > 2 and not keys[0].endswith(("ه", "ي"))
    return field and plain and not keys[0].startswith(("ال", "لل"))


def _is_somebody(scope: Scope, i: int) -> bool:
    """Whether an actor, no country that a forum is called after, stands at token i."""
    inner = scope.any_at(i)
    row = scope.named_at(inner) if inner is not None else None
    return inner is not None and (row is None or row.use not in ("state", "weak"))


def _name(scope: Scope, leaf: Node, row: Body) -> int | None:
    """Token after the name of its own: in quotes, after #, or a definite noun."""
    keys = scope.chart.doc.keys
    i = naming(keys, leaf.j)
    if i + 1 >= len(keys):
        return None
    if keys[i] in _QUOTES:
        closer = _QUOTES[keys[i]]
        ends = (k for k in range(i + 2, min(i + 3 + _QUOTED, len(keys))) if keys[k] == closer)
        end = next(ends, None)
        inside = keys[i + 1 : end] if end is not None else []
        letters = all(key.isalnum() and key not in words("platform") for key in inside)
        named = end is not None and letters and not _describes(scope, i + 1, end)
        known = definite(scope.chart, leaf)
        named = named and not (known and (_no_body(leaf, inside) or _is_said(row, inside)))
        return end + 1 if end is not None and named else None
    if keys[i] == "#" and keys[i + 1].isalpha() and not keys[leaf.i].endswith("جبهه"):
        return None if any(scope.chart.at(i + 1, "place")) else i + 2
    if row.take == "quoted" or definite(scope.chart, leaf):
        return None
    if keys[i] in words("of_name"):
        return _tail(scope, i + 2, False) if i + 1 < len(keys) and keys[i + 1].isalpha() else None
    if keys[i] in names("given") or keys[i] == "ابو":
        return name_end(scope.chart.doc, i, True)
    if row.english == _TRIBE and _is_tribe(scope, leaf):
        return i + 1
    pair = row.english == _TRIBE and keys[leaf.i].endswith(_TWO)
    return _tail(scope, i + 1, pair) if _noun(scope, i) else None


def naming(keys: list[str], i: int) -> int:
    """Token of the quotes behind words of calling at token i: (حزب) يدعى "..."; else i.

    (مجموعة) تطلق على نفسها اسم "...".
    """
    at = i + (keys[i : i + 1] != [] and keys[i] in words("named"))
    if keys[i + 1 : i + 3] == ["علي", "نفسها"] and keys[i] in words("gives_name"):
        at = i + 3
    elif keys[i + 1 : i + 2] == ["نفسها"] and keys[i] in words("so_called"):
        at = i + 2
    at += at > i and keys[at : at + 1] != [] and keys[at] in ("اسم", "باسم")
    return at if keys[at : at + 1] != [] and keys[at] in _QUOTES else i


def _is_tribe(scope: Scope, leaf: Node) -> bool:
    """Whether a tribe's name without article follows: (قبيلة) همدان."""
    key = scope.chart.doc.keys[leaf.j]
    told = any(scope.chart.at(leaf.j, tag) for tag in _TOLD)
    one = scope.chart.doc.keys[leaf.i].endswith("ه")
    return one and not key.startswith("ال") and not told and may_be(key)


def _noun(scope: Scope, i: int) -> bool:
    """Whether token i is a definite noun that begins no person, date or other actor."""
    keys = scope.chart.doc.keys
    if i >= len(keys) or not keys[i].startswith("ال") or not keys[i].isalpha():
        return False
    if len(keys[i]) < 5 or keys[i] in words("no_field") or any(scope.chart.at(i, "date")):
        return False
    if any(scope.chart.at(i, "place")) or any(scope.chart.until(i + 1, "place")):
        return False
    inner = scope.inner(i)
    if inner is None:
        return True
    return inner.value.id in OF_PEOPLE or (inner.value.id is None and inner.j == i + 1)


def _tail(scope: Scope, i: int, joined: bool) -> int:
    """Token after the definite adjectives, and one more joined noun (الأمن والدفاع)."""
    keys = scope.chart.doc.keys
    for _ in range(_ADJECTIVES):
        if i >= len(keys):
            break
        if joined and keys[i].startswith("وال") and _joins(scope, i):
            i, joined = i + 1, False
        elif _adjective(scope, i):
            i += 1
        else:
            break
    return i


def genitive(scope: Scope, i: int) -> int:
    """Token after the genitive that tells whose people are: (عمال) المصنع, (طلاب) معهد الطيران.

    It is i where there is none.
    """
    keys = scope.chart.doc.keys
    at = i + (i < len(keys) and keys[i] in words("work"))
    place = scope.place(at) if at > i else None
    if place is not None:
        return place.j
    people = scope.inner(at)
    if people is not None and people.j > at + 1 and _is_held(people):
        return people.j
    noun = _noun(scope, at) or keys[at : at + 1] == ["الحي"]
    return _tail(scope, at + 1, False) if noun and not _subject(keys, at) else i


def _is_held(people: Node) -> bool:
    """Whether people of two words are those whose kin others are: (أهالي) المقبوض عليهم."""
    head = people.parts[0].value if people.parts else None
    return isinstance(head, Head) and head.suffix in ("suspects", "victims")


def _subject(keys: list[str], i: int) -> bool:
    """Whether the noun at token i is of people of its own: (أصاب مدنيين) الجنود."""
    return keys[i].endswith(("ون", "ين", "يا"))


def _joins(scope: Scope, i: int) -> bool:
    """Whether token i, with و, is one more noun of a field and nobody."""
    free = scope.any_at(i) is None and not any(scope.chart.at(i, "actor.title"))
    return free and not any(scope.chart.at(i, "date"))


def described(scope: Scope, i: int) -> bool:
    """Whether a definite adjective stands at token i, if there is one."""
    return i < len(scope.chart.doc.keys) and _adjective(scope, i)


def _adjective(scope: Scope, i: int) -> bool:
    """Whether token i is a definite adjective."""
    key = scope.chart.doc.keys[i]
    if not key.startswith("ال") or len(key) < 5 or key in words("no_field"):
        return False
    if any(scope.chart.at(i, "date")) or any(scope.chart.at(i, "actor.title")):
        return False
    told = any(not n.skip for tag in _TOLD for n in scope.chart.at(i, tag))
    return told or key.endswith(("يه", "اني", "يين", "لي", "ني", "حي", "عي", "ري"))


_TOLD: Final = ("actor.qualifier", "actor.nisba")


def _country(scope: Scope, i: int, end: int) -> str | None:
    """The country that an adjective of the name tells."""
    found = (
        cast(Nisba, node.value).country
        for at in range(i, end)
        for node in scope.chart.at(at, "actor.nisba")
        if not scope.chart.doc.keys[at].endswith(_FINANCE)
    )
    return next((country for country in found if country), None)
