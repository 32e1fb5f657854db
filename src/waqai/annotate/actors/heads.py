"""Phrases with a noun for a kind of actor at their head: its owner, place, adjectives."""

from __future__ import annotations

from typing import Final, cast

from waqai.annotate.actors import value as values
from waqai.annotate.actors.alone import (
    bombs,
    cell,
    competent,
    extended,
    flags,
    march,
    marching,
    named_behind,
    own_kin,
)
from waqai.annotate.actors.bodies import described, genitive
from waqai.annotate.actors.bonds import bond
from waqai.annotate.actors.crowds import protests
from waqai.annotate.actors.located import authorities, local, with_place
from waqai.annotate.actors.rows import Head, Nisba, Title
from waqai.annotate.actors.rulers import ruler, surname
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.stance import is_force, is_noun
from waqai.annotate.actors.tails import (
    adjectives,
    ally,
    apposition,
    counted,
    definite,
    leads,
    owned,
    relation,
    taken,
    whole,
)
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Node
from waqai.model.values import ActorValue

_OPEN: Final = frozenset(('"', "(", "#", "'", "[", "<", "/"))
_CLOSE: Final = frozenset(('"', ")", "'", "]", ">"))
# تنظيم ما يسمى الدولة.
_SO_CALLED: Final = (["ما", "يسمي"], ["ما", "تسمي"])
# What is shot by somebody is nobody without whose it is.
_SHOT: Final = frozenset(("صواريخ", "قذاءف", "راجمات"))
# What aircraft of forces alone are for: طائرة استطلاع.
_SPYING: Final = frozenset(("استطلاع", "تجسس"))
# What bars a road is a thing, whoever stands there.
_BARRIERS: Final = frozenset(("حاجز", "حاجزا", "حاجزين", "حواجز"))
# Class of a head -> use of the words that make it an actor without more.
_TELLING: Final = {"gear": "military", "group": "militant", "member": "militant"}
# Kinds of actors that may name a head with the article: المتمردين الحوثيين.
_NAMED_BY: Final = ("armed_group", "political", "international", "civilians")
# How nouns of men under arms begin: مقاتلين من المعارضة.
_ARMED_MEN: Final = ("مقاتل", "مسلح")
# Kinds that men under arms make armed: مسلحون من الحزب، مسلحون من القبيلة.
_MANNED: Final = frozenset(("political", "civilians"))
# Classes of heads that name protesters where they are told to protest.
_LOOSE: Final = frozenset(("group", "member"))
_ARMED: Final = frozenset(("state_forces", "armed_group"))
# Groups of no one name.
_MANY: Final = frozenset(("groups", "militia", "rebels"))
# A noun for bodies that a definite adjective makes an actor: القوى الوطنية.
_POWERS: Final = "قوي"


def headed(scope: Scope, leaf: Node) -> None:
    """A head with what follows it; the longest reading is offered."""
    head = cast(Head, leaf.value)
    known = definite(scope.chart, leaf)
    if _is_no_head(scope, leaf, head):
        return
    if head.suffix == "vehicles":
        _vehicle(scope, leaf, head)
        return
    if _governs(scope, leaf, head, known) and (
        _with_actor(scope, leaf, head) or with_place(scope, leaf, head)
    ):
        return
    single = head.cls == "organ" and leaf.j - leaf.i == 1 and not _of_men(scope, leaf)
    end, nisba = adjectives(scope.chart, leaf.j, known, single=single, of=leaf if single else None)
    if not is_noun(scope.chart, leaf) or (nisba is None and not is_force(scope.chart, leaf)):
        return
    if head.suffix == "targets" and _is_military(scope, leaf.j, end):
        head = head._replace(suffix="forces", kind="state_forces", english="{} forces")
    if nisba is not None and _is_massing(leaf) and _is_military(scope, leaf.j, end):
        head = head._replace(cls="organ", suffix="forces", kind="state_forces", english="{} forces")
    if nisba is not None:
        if head.suffix in ("members", "fighters") and nisba.value.form == "p":
            return
        value = values.of_nisba(
            _many(scope, leaf, head), cast(Nisba, nisba.value), unit=_is_unit(leaf)
        )
        if head.suffix == "individual" and named_behind(scope, leaf, end):
            return
        _offer(scope, leaf, end, value, "actor.country", (leaf, nisba))
        _second_country(scope, leaf, head, end, nisba)
    elif head.suffix == "bodyguards" and (whom := ruler(scope, end)) is not None:
        country = whom.value.country
        value = values.of_country(head, country) if country else values.bare(head)
        scope.offer(scope.node(leaf, whom.j, value, "actor.grammar", (leaf, whom)), None)
    elif head.suffix == "gov" and not known and end == leaf.j and surname(scope, end):
        _offer(scope, leaf, end + 1, values.bare(head), "actor.head", (leaf,))
    elif head.suffix == "court" and not known and end == leaf.j and competent(scope, leaf, head):
        return
    elif head.cls == "gear" or not head.bare or _construct(leaf, head, known, end):
        _weak_head(scope, leaf, head, known, end)
        authorities(scope, leaf, head, end)
    else:
        if end == leaf.j and head.kind == "civilians" and _governs(scope, leaf, head, known):
            end = genitive(scope, end)
        end = extended(scope, leaf, head, _of_creed(scope, leaf, end, known), known)
        value = values.armed(head) if _militant(scope, leaf, head, end) else values.bare(head)
        _offer(scope, leaf, end, value, "actor.head", (leaf,))
        authorities(scope, leaf, head, end)
        local(scope, leaf, head, end)


def _is_no_head(scope: Scope, leaf: Node, head: Head) -> bool:
    """Whether a noun but describes what stands before it, or flags the outlet."""
    prep = leaf.reading is not None and leaf.reading.prep
    if head.suffix == "supporters" and head.cls == "crowd" and not prep:
        return scope.adjective_before(leaf)
    return head.suffix == "media" and flags(scope, leaf)


def _is_massing(leaf: Node) -> bool:
    """Whether a noun of many tells of no group but that they gather: حشد (عسكري أميركي)."""
    return leaf.reading is not None and leaf.reading.stem.removeprefix("ال") in words("massing")


def _is_military(scope: Scope, i: int, j: int) -> bool:
    """Whether an adjective of tokens [i, j) makes a thing one of forces: أهداف عسكرية إيرانية."""
    return any(k.removeprefix("ال") in words("military") for k in scope.chart.doc.keys[i:j])


def _of_creed(scope: Scope, leaf: Node, i: int, known: bool) -> int:
    """Token after the people that definite settlers are of: المستوطنين (اليهود)."""
    inner = scope.inner(i) if known and cast(Head, leaf.value).suffix == "settlers" else None
    people = inner is not None and inner.rule == "actor.row" and inner.value.kind == "civilians"
    return inner.j if inner is not None and people else i


def _militant(scope: Scope, leaf: Node, head: Head, end: int) -> bool:
    """Whether adjectives tell that gunmen are of an armed group: مسلحون متشددون."""
    stems = [key.removeprefix("ال") for key in scope.chart.doc.keys[leaf.j : end]]
    return head.suffix == "gunmen" and any(
        stem.endswith(("ون", "ين")) and stem[:-2] in words("militant") | words("creed")
        for stem in stems
    )


def _second_country(scope: Scope, leaf: Node, head: Head, i: int, first: Node) -> None:
    """Offer the same body of each more country: القوات الهندية والباكستانية."""
    known = definite(scope.chart, leaf)
    for node in scope.chart.at(i, "actor.nisba"):
        nisba, reading = cast(Nisba, node.value), node.reading
        joined = reading is not None and reading.conj == "و" and not reading.prep
        forms = "f" if head.cls == "gear" else "mf"
        fits = nisba.form == first.value.form and nisba.form in forms
        if not joined or node.cut or not fits:
            continue
        if definite(scope.chart, node) == known and nisba.country not in (
            None,
            first.value.country,
        ):
            value = values.of_nisba(head, nisba)
            scope.offer(scope.node(node, node.j, value, "actor.country", (leaf, node)), None)
            _second_country(scope, leaf, head, node.j, node)
            return


def _of_men(scope: Scope, leaf: Node) -> bool:
    """Whether a head of one word is a plural of men: مسؤولون، شرطيين."""
    return scope.chart.doc.keys[leaf.i].endswith(("ون", "ين", "ان"))


def _many(scope: Scope, leaf: Node, head: Head) -> Head:
    """The head, of many where a figure stands before the singular: 22 مواطنا."""
    many = head.suffix == "individual" and counted(scope.chart, leaf)
    return head._replace(kind="civilians") if many else head


def _names_known(scope: Scope, head: Head, inner: Node) -> bool:
    """Whether an actor may name a head with the article before it: المتمردين الحوثيين.

    What is somebody's names nobody: (قصف) التحالف مواقع الحوثيين; no group is many: (هاجمت)
    الفصائل جيش الإسلام.
    """
    own = inner.rule == "actor.row" and not scope.chart.doc.keys[inner.i].startswith("ال")
    if head.suffix in _MANY and own:
        return False
    first = inner.parts[0].value if inner.parts else None
    of_theirs = isinstance(first, Head) and (first.cls == "gear" or first.suffix == "seat")
    if of_theirs and inner.rule == "actor.row":
        return False
    return inner.rule in ("actor.row", "actor.nationals") and inner.value.kind in _NAMED_BY


def _governs(scope: Scope, leaf: Node, head: Head, known: bool) -> bool:
    """Whether an actor or place right after a head can be its genitive (never after ـون، ـين)."""
    if leaf.reading is not None and (leaf.reading.suffix or leads(leaf)):
        return False
    last = scope.chart.doc.keys[leaf.j - 1]
    if head.suffix == "relative" and own_kin(scope, leaf.j - 1):
        return False
    if last.endswith(("ون", "ين")) or (leaf.j - leaf.i > 1 and last.startswith("ال")):
        return False
    # What a number counts governs nothing: 15 مسلحا (قاعدة).
    if last.endswith("ا") and counted(scope.chart, leaf):
        return False
    return not known or head.cls in ("gear", "member", "group")


def _weak_head(scope: Scope, leaf: Node, head: Head, known: bool, end: int) -> None:
    """A head that is no actor alone: with whose it is, or an adjective that tells its kind."""
    after, owner = relation(scope, end)
    if march(scope, leaf, after):
        return
    if owner is None and end == leaf.j and not known and _moves(scope, leaf, head):
        owner = owned(scope, end)
        after = owner.j if owner is not None else after
    if after > end and head.cls != "crowd":
        tie = bond(scope, end, head, owner)
        value = _belonging(leaf, head, owner.value, tie) if owner else _loyal(scope, end, head)
        parts = (leaf, owner) if owner else (leaf,)
        scope.offer(scope.node(leaf, after, value, "actor.grammar", parts), None)
        return
    keys = scope.chart.doc.keys
    if head.suffix == "cell" and end == leaf.j:
        cell(scope, leaf, head)
        return
    told = _TELLING.get(head.cls)
    if keys[leaf.i][leaf.skip :].removeprefix("ال") in _SHOT | _BARRIERS:
        return
    if known and (head.cls == "group" or keys[leaf.i][leaf.skip :] == "القوات"):
        scope.mention(leaf)
    stems = [key.removeprefix("ال") for key in keys[leaf.i + 1 : end]]
    spying = head.suffix == "air-force" and not _SPYING.isdisjoint(stems)
    use = words(told) if told else frozenset()
    if head.cls == "gear" and known and end == leaf.j and bombs(scope, leaf):
        scope.offer(scope.node(leaf, end, values.armed(head), "actor.doer", (leaf,)), None)
    elif spying or any(key in use or key.removesuffix("ا") in use for key in stems):
        value = values.armed(head)
        scope.offer(scope.node(leaf, end, value, "actor.head", (leaf,)), None)
    elif _is_powers(scope, leaf) and known and end == leaf.j and described(scope, end):
        powers = ActorValue("political powers", None, head.kind, None)
        scope.offer(scope.node(leaf, end + 1, powers, "actor.head", (leaf,)), None)
    elif head.cls in _LOOSE and not known and protests(scope.chart, leaf.i, end, leaf.skip):
        marching(scope, leaf, end)


def _is_powers(scope: Scope, leaf: Node) -> bool:
    """Whether a head is powers or forces of a society: القوى (الوطنية)."""
    return leaf.j - leaf.i == 1 and scope.chart.doc.keys[leaf.i][leaf.skip + 2 :] == _POWERS


def _vehicle(scope: Scope, leaf: Node, head: Head) -> None:
    """A vehicle or gun that the text gives to men under arms: شاحنة للشرطة، مدفع تابع للميليشيا."""
    after, owner = relation(scope, leaf.j)
    owner = owner or owned(scope, leaf.j)
    if owner is not None and owner.value.kind in _ARMED:
        value = _belonging(leaf, head, owner.value, "")
        end = max(after, owner.j)
        scope.offer(scope.node(leaf, end, value, "actor.grammar", (leaf, owner)), None)


def _belonging(leaf: Node, head: Head, owner: ActorValue, tie: values.Bond) -> ActorValue:
    """A body of another; a brigade of forces is theirs, not a group: كتيبة تابعة للجيش."""
    if head.cls == "organ" and head.bare and tie in ("backed", "led"):
        return values.bare(head)
    if _is_unit(leaf) and owner.kind == "state_forces":
        return owner
    return values.belonging(head, owner, tie)


def _is_unit(leaf: Node) -> bool:
    """Whether a head is a body of arms that an army has too: كتيبة، لواء."""
    return leaf.reading is not None and leaf.reading.stem.removeprefix("ال") in words("unit")


def _loyal(scope: Scope, i: int, head: Head) -> ActorValue:
    """A head that belongs to one told before; forces loyal to them are armed: قوات موالية له."""
    value = values.bare(head)
    loyal = head.suffix == "forces" and scope.chart.doc.keys[i] in words("loyal")
    return ActorValue(values.ALLIED, None, "armed_group", None) if loyal else value


def _is_member(inner: Node) -> bool:
    """Whether a phrase is of a member of a body: «عضو جبهة الإنقاذ»."""
    head = inner.parts[0].value if inner.parts else None
    return isinstance(head, Head) and head.suffix == "members"


def _of_ruler(scope: Scope, head: Head, inner: Node) -> ActorValue | None:
    """The forces of one told to rule: قوات الرئيس السوري بشار الأسد."""
    title = inner.parts[0].value if inner.value.kind == "person" and inner.parts else None
    if head.suffix != "forces" or not isinstance(title, Title) or title.office != "president":
        return None
    country = inner.value.country
    once = any(key in words("once") for key in scope.chart.doc.keys[inner.i : inner.j])
    return values.of_country(head, country) if country is not None and not once else None


def _moves(scope: Scope, leaf: Node, head: Head) -> bool:
    """Whether a head is forces or what they go out with, no place of theirs: دورية للجيش."""
    place = any(
        n.value.kind != "convoy" and n.value.need not in ("hit", "blow")
        for n in scope.chart.at(leaf.i, "things.target")
    )
    body = head.cls in ("gear", "organ") or head.suffix == "militia"
    return not place and body


def _construct(leaf: Node, head: Head, known: bool, end: int) -> bool:
    """A body of a state that is neither definite nor described: (قسم) شرطة, (ضمان) أمن."""
    return head.cls == "organ" and not known and end == leaf.j and leaf.j - leaf.i == 1


def _offer(
    scope: Scope, leaf: Node, end: int, value: ActorValue, rule: str, parts: tuple[Node, ...]
) -> None:
    """Offer a phrase with its apposition and relation."""
    end, second = apposition(scope, end, value)
    if second is not None:
        value, parts = second.value, (*parts, second)
    after, owner = relation(scope, end)
    head = leaf.value
    theirs = rule == "actor.head" or (rule == "actor.country" and taken(scope, end, owner))
    if owner is not None and theirs and isinstance(head, Head):
        own = _belonging(leaf, head, owner.value, bond(scope, end, head, owner))
        if own != value:
            value, rule, parts = own, "actor.grammar", (leaf, owner)
    scope.offer(scope.node(leaf, after, value, rule, parts), None)


def _with_actor(scope: Scope, leaf: Node, head: Head) -> bool:
    """Head + actor, bare or in quotes: مقاتلي حركة الشباب، تنظيم "الدولة"."""
    keys = scope.chart.doc.keys
    at = leaf.j + 2 * (keys[leaf.j : leaf.j + 2] in _SO_CALLED)
    at += at > leaf.j and keys[at : at + 1] == ["ب"]
    opened = 0
    while at < len(keys) and keys[at] in _OPEN and opened < 2:
        at, opened = at + 1, opened + 1
    inner = scope.complement(at, head)
    if inner is None or (at > leaf.j and keys[at - 1] != "#" and _is_member(inner)):
        return False
    value = _of_ruler(scope, head, inner) or values.combined(head, inner.value)
    if definite(scope.chart, leaf) and not _names_known(scope, head, inner):
        return False
    if value is None or (inner.value.kind == "person" and whole(scope.chart, leaf)):
        return False
    if value.kind in _MANNED and keys[leaf.i][leaf.skip :].startswith(_ARMED_MEN):
        value = ActorValue(value.name, value.id, "armed_group", value.country)
    end = inner.j
    closers = _CLOSE | {"/"} if "/" in keys[leaf.j : at] else _CLOSE
    while opened and end < len(keys) and keys[end] in closers:
        end, opened = end + 1, opened - 1
    after, nisba = adjectives(scope.chart, end, True)
    if nisba is not None and value.id is None and value.country is None:
        value = values.of_nisba(head, cast(Nisba, nisba.value))
    rule = "actor.row" if inner.rule == "actor.row" else "actor.grammar"
    if head.suffix in ("militia", "forces") and value.kind == "armed_group":
        after = ally(scope, after)
    _offer(scope, leaf, after, value, rule, (leaf, inner))
    if leaf.reading is not None and leaf.reading.stem in words("pair"):
        _second_group(scope, after)
    return True


def _second_group(scope: Scope, i: int) -> None:
    """Let a name that needs a head be the second of two: تنظيمي داعش والنصرة."""
    inner = scope.inside.get(i)
    row = scope.named_at(inner) if inner is not None else None
    leaf = inner.parts[0] if inner is not None else None
    joined = leaf is not None and leaf.reading is not None and leaf.reading.conj == "و"
    if inner is not None and row is not None and row.use == "head" and joined:
        scope.best.setdefault(i, inner)
