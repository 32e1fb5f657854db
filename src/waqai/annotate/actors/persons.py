"""People: a rank or office with what it is of, and the name; names alone."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final, cast

from waqai.annotate.actors.fullnames import COMMAS, of_table, with_office
from waqai.annotate.actors.names import is_known, name_end, names
from waqai.annotate.actors.offices import NATIONAL, holder
from waqai.annotate.actors.rows import Nisba, Title
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.stance import describes_noun
from waqai.annotate.actors.tables import adjectives as english_of
from waqai.annotate.actors.tails import adjectives, definite, owned
from waqai.annotate.actors.titled import common_noun, is_of_unknown, is_shared, second_place
from waqai.annotate.actors.value import of_row
from waqai.annotate.actors.words import endings, words
from waqai.annotate.chart import Node
from waqai.model.values import ActorValue, PlaceValue

_MARKS: Final = frozenset(("،", ",", ":", "/", "#", '"', "(", "-"))
# Tag of bodies for which somebody speaks.
VOICE: Final = "actor.voice"
# Tag of armed groups that somebody heads.
LED: Final = "actor.led"
_HEADING: Final = frozenset(("leader", "commander", "chief", "head"))
# Nouns that go before any name; without the article they need a known one after them.
COMMON: Final = frozenset(("person", "journalist", "governor"))
OF_STATE: Final = frozenset(("pm", "interior", "defence", "foreign", "minister"))
# Rules that name a person.
_PEOPLE: Final = frozenset(("actor.person", "actor.name", "actor.row"))
_JOINED: Final = "بلفك"
# رئيس ما يسمى المجلس السياسي.
_SO_CALLED: Final = (["يسمي"], ["تسمي"])
# Prepositions before what an office is of: of all, of ambassadors, of those who are sent.
_IN: Final = frozenset(("في",))
_AT: Final = frozenset(("في", "لدي"))
_TO: Final = frozenset(("في", "لدي", "الي"))
# How far from the title a name may stand, in tokens.
_REACH: Final = 14


class _Office:
    """What is known of an office while its words are read."""

    __slots__ = ("alone", "body", "country", "end", "english", "former", "shared", "town", "whose")

    def __init__(self, end: int) -> None:
        self.end = end
        # Where it ends without a name: a place behind its body may be that of what happened.
        self.alone: int | None = None
        self.country: str | None = None
        self.body: ActorValue | None = None
        self.whose: Node | None = None
        self.english = ""
        self.former = False
        self.shared = False
        self.town = ""


# Pronouns that news writes on no office, and offices that no pronoun owns.
_NO_OWNER: Final = frozenset(("ي", "ك", "كم", "هن"))
_COUNTERPART: Final = "counterpart"
_OWNED: Final = NATIONAL | {"minister", "commander", "head", "ambassador", "chief", _COUNTERPART}


def person(scope: Scope, leaf: Node) -> None:
    """Offer the person that a title begins."""
    title = cast(Title, leaf.value)
    suffix = leaf.reading.suffix if leaf.reading is not None else ""
    if _is_particle(scope, leaf) or suffix in _NO_OWNER or (suffix and title.office not in _OWNED):
        return
    if title.office == _COUNTERPART and not suffix:
        return
    if title.office == "officer" and _is_unit(scope, leaf):
        return
    office = _office(scope, leaf)
    if title.office == "spokesman" and office.whose is not None:
        _voice(scope, office.whose, VOICE)
    elif title.office in _HEADING and office.whose and _is_armed(scope, office.whose):
        _voice(scope, office.whose, LED)
    named = _named(scope, leaf, office, title)
    if named is not None:
        scope.offer(named, None)
    elif title.office == "president" and describes_noun(scope.chart, leaf):
        return
    elif title.alone and (office.end > leaf.j or _one_of_a_state(scope, leaf, title)):
        value = _unnamed(scope, title, office)
        end = office.alone or office.end
        of = (leaf,) if office.whose is None else (leaf, office.whose)
        scope.offer(scope.node(leaf, end, value, "actor.office", of), None)


def _is_armed(scope: Scope, body: Node) -> bool:
    """Whether an office is of an armed group that a table knows by the words alone."""
    if body.value.kind != "armed_group" or body.value.id is None:
        return False
    row = scope.named_at(body)
    return row is None or row.use != "head"


def _voice(scope: Scope, body: Node, tag: str) -> None:
    """Keep the body for which somebody speaks or that he heads: what he tells of, that has done."""
    scope.chart.add(
        Node(tag, body.i, body.j, body.value, body.rule, body.parts, body.skip, body.cut)
    )


def _is_particle(scope: Scope, leaf: Node) -> bool:
    """Whether the spelling shows وإلى, أمام or أمر (order), not والي, إمام or آمر."""
    key = scope.chart.doc.keys[leaf.i]
    start, end = scope.chart.doc.span(leaf.i, leaf.i + 1)
    text = scope.chart.doc.text[start:end]
    if key.endswith("امر"):
        return "آ" not in text
    return (key == "والي" and ("إ" in text or text.endswith("ى"))) or (
        key == "امام" and "إ" not in text
    )


def _is_unit(scope: Scope, leaf: Node) -> bool:
    """Whether the word is a brigade with its arm of service: لواء المشاة."""
    after = scope.chart.doc.keys[leaf.j : leaf.j + 1]
    return bool(after) and after[0].startswith("ال") and after[0][2:] in words("arm")


def _one_of_a_state(scope: Scope, leaf: Node, title: Title) -> bool:
    """Whether the title says without more which office it is: وزير الداخلية."""
    return title.office in OF_STATE and leaf.j - leaf.i > 1 and definite(scope.chart, leaf)


def _office(scope: Scope, leaf: Node) -> _Office:
    """Read the body, place and adjectives after a title."""
    office = _Office(leaf.j)
    keys = scope.chart.doc.keys
    known = definite(scope.chart, leaf) and keys[leaf.j - 1] != "باسم"
    sort = cast(Title, leaf.value).office == "person"
    sent = keys[leaf.i].endswith(endings("sent"))
    prepositions = _TO if sent else _AT if cast(Title, leaf.value).office == "ambassador" else _IN
    for _ in range(4):
        i = office.end
        if i >= len(keys) or i - leaf.i > _REACH:
            break
        end, nisba = adjectives(scope.chart, i, known)
        # A place whose name begins as an adjective does: والي غازي عنتاب.
        if end > i and (place := scope.place(i)) is not None and place.j > end:
            end, nisba = i, None
        if nisba is not None and office.country is None:
            found = cast(Nisba, nisba.value)
            office.country, office.english = found.country, found.english
        office.former = office.former or not words("once").isdisjoint(keys[i:end])
        if end == i and keys[i] in words("former") and (known or not sort):
            end = i + 1
            office.former = keys[i] in words("once")
        of = end == i and cast(Title, leaf.value).office != _COUNTERPART
        if of:
            end = _body(scope, office, known, prepositions)
        if end == i:
            break
        # One of a sort with an adjective is no more definite than before: مسلح مجهول.
        office.end, known = end, known or of or not sort
    return office


def _body(scope: Scope, office: _Office, known: bool, prepositions: AbstractSet[str]) -> int:
    """Token after the body or place that the office is of, or is sent to."""
    i = office.end
    keys = scope.chart.doc.keys
    at = i + 1 if known and keys[i] in prepositions else i
    if keys[i] == "ما" and keys[i + 1 : i + 2] in _SO_CALLED:
        at, known = i + 2, False
    if office.body is None and known and at == i and (owner := owned(scope, i)) is not None:
        office.body = owner.value
        return owner.j
    if office.body is None and (not known or at > i):
        inner = scope.inner(at)
        if inner is not None and _is_country(inner) and office.country is None:
            office.country = inner.value.country
            return _quarter(scope, office, at, inner.j)
        if inner is not None and inner.value.kind != "person":
            office.body, office.whose = inner.value, inner
            office.shared = is_shared(scope, inner)
            return inner.j
    place = scope.place(at)
    if place is None and office.body is None and not known and keys[i] in words("province"):
        return i + 1 + (keys[i + 1 : i + 2] != [] and keys[i + 1] in words("province"))
    if place is None and known and keys[i].startswith("ب"):
        place = next((node for node in scope.chart.at(i, "place") if node.skip), None)
        at = i + 1 if place is not None else at
    if place is not None and office.country is None and (not known or at > i):
        if office.body is not None and keys[i] == "في":
            office.alone = i
        where = cast(PlaceValue, place.value)
        office.country, office.town = where.country, "" if where.kind == "country" else where.name
        return _quarter(scope, office, at, second_place(scope, place.j))
    return i


def _is_country(node: Node) -> bool:
    """Whether an actor is a country by its own name: ملك المغرب."""
    value: ActorValue = node.value
    return value.kind == "state" and value.id == f"{(value.country or '').lower()}-state"


def _quarter(scope: Scope, office: _Office, i: int, j: int) -> int:
    """Token after the place of tokens [i, j), with the adjective that makes it one of a town.

    (رئيس نيابة) مصر الجديدة is of a quarter of Cairo, not of Egypt.
    """
    doc = scope.chart.doc
    if office.town or doc.keys[j : j + 1] == [] or doc.keys[j] not in words("quarter"):
        return j
    start, end = doc.span(i, j + 1)
    office.town = doc.text[start:end]
    return j + 1


def _named(scope: Scope, leaf: Node, office: _Office, title: Title) -> Node | None:
    """The office with the name, title or known person that follows it."""
    keys = scope.chart.doc.keys
    at = office.end
    marks = 0
    while at < len(keys) and keys[at] in _MARKS and marks < 2:
        if keys[at] in COMMAS and (_told_of(scope, leaf) or _plain(leaf, office, title)):
            break
        at, marks = at + 1, marks + 1
    if marks == 0 and is_of_unknown(scope, leaf, office.end):
        at = office.end = at + 1
    inner = _of_its_country(scope, at, office) or scope.any_at(at)
    if inner is not None and _is_other(scope, leaf, inner, title):
        return None
    if inner is not None and _continues(inner, marks, title):
        value = inner.value
        if value.id is None and value.country is None:
            value = ActorValue(value.name, None, "person", _of(office))
        return scope.node(leaf, with_office(scope, inner.j), value, "actor.person", (leaf, inner))
    led = marks == 0 or keys[at - 1] in ("#", "/")
    end = name_end(scope.chart.doc, at, True)
    # Behind a body or place one unknown word may bear a preposition: مأمور القسم بحجر.
    joined = office.end > leaf.j and keys[at][0] in _JOINED if at < len(keys) else False
    least = 2 if not led or joined or title.office in COMMON else 1
    if end is None or (end - at < least and not (led and is_known(keys[at]))):
        return None
    bare = title.office in COMMON and not definite(scope.chart, leaf)
    if bare and keys[at].endswith(("ه", "ي")) and not is_known(keys[at]):
        return None
    if end - at == 1 and not is_known(keys[at]) and common_noun(keys[at]):
        return None
    if not led and not is_known(keys[at]) and not is_known(keys[end - 1]):
        return None
    start, stop = scope.chart.doc.span(at, end)
    name = scope.chart.doc.text[start:stop]
    value = of_table(scope, at, end) or ActorValue(name, None, "person", _of(office))
    return scope.node(leaf, with_office(scope, end), value, "actor.person", (leaf,))


def _of_its_country(scope: Scope, i: int, office: _Office) -> Node | None:
    """A name that many bear, of whom the table knows the one of the office's country."""
    node = scope.inside.get(i)
    row = scope.named_at(node) if node is not None else None
    if node is None or row is None or row.kind != "person" or row.country is None:
        return None
    other = scope.best.get(i)
    longer = other is not None and other.j > node.j
    return node if row.country == _of(office) and not longer else None


def _is_other(scope: Scope, leaf: Node, inner: Node, title: Title) -> bool:
    """Whether one of a sort is followed by another, with a title: (قتل) مسلح المعارض فلان."""
    key = scope.chart.doc.keys[inner.i]
    one = title.office == "person" and not definite(scope.chart, leaf)
    titled = inner.rule == "actor.person" and key.startswith("ال") and key not in names("given")
    return one and titled


def _plain(leaf: Node, office: _Office, title: Title) -> bool:
    """Whether a title is a common noun with nothing after it: a comma parts it from a name."""
    return office.end == leaf.j and title.office in COMMON


def _told_of(scope: Scope, leaf: Node) -> bool:
    """Whether the office is told of the person named before a comma: ضياء رشوان، نقيب الصحفيين،."""
    keys = scope.chart.doc.keys
    return leaf.i > 1 and keys[leaf.i - 1] in COMMAS and is_known(keys[leaf.i - 2])


def _continues(inner: Node, marks: int, title: Title) -> bool:
    """Whether the person found after a title is its holder."""
    if inner.value.kind != "person" or inner.skip or inner.rule not in _PEOPLE:
        return False
    # (الوزير) نظيره المصري فلان is another.
    if inner.parts and inner.parts[0].kind == "actor.head":
        return False
    return not (marks and title.office == "person")


def _of(office: _Office) -> str | None:
    """Country of the office; of a body whose name many countries' bodies bear, none."""
    return office.country or (office.body.country if office.body and not office.shared else None)


def _unnamed(scope: Scope, title: Title, office: _Office) -> ActorValue:
    """The holder of an office who is not named: by the date of the report, else the office."""
    identity = _office_id(title, office)
    if identity is not None and office.country is not None and not office.former:
        row = holder(office.country, title.office, scope.chart.doc.published)
        if row is not None:
            return of_row(row)
    return ActorValue(_holder(title, office), identity, "person", _of(office))


def _still(office: _Office) -> _Office:
    """The office without a word that says it is held no more."""
    office.former = False
    return office


def _holder(title: Title, office: _Office) -> str:
    """English for a holder who is not named."""
    if office.former and office.body is None:
        return f"former {_holder(title, _still(office))}"
    if office.body is not None:
        return f"{title.english} of {office.body.name}"
    if office.town:
        return f"{title.english} of {office.town}"
    adjective = office.english or english_of().get(office.country or "", "")
    return f"{adjective} {title.english}".strip()


def _office_id(title: Title, office: _Office) -> str | None:
    """Id of the office of a country: TR-president."""
    if office.body is not None or office.country is None or office.town:
        return None
    if title.office not in NATIONAL:
        return None
    return f"{office.country}-{title.office}"
