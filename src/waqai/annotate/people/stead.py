"""Words that stand for people told of before: pronouns; and names."""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.names import common, name_end
from waqai.annotate.chart import Node
from waqai.annotate.people.bare import after_bare
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.figures import OPEN, Figure, hedged, of_number
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import CONTEXT_TAG, FATE_TAG, Context, particles

# Tokens within quotation marks that a name with its initials may fill, and letters of each.
_QUOTED: Final = 8
_LONG: Final = 9
# Tokens from the dead to their number.
_TOLL: Final = 20
# So often stands a name alone that the report is about.
_OFTEN: Final = 3
# Tokens between people and من بينهم.
_AMONG: Final = 6
# Words of whoever might do it, before the verb.
_WHOEVER: Final = 2
# Tokens that tell how one was hurt.
_INJURY: Final = 8
# He died, or Matt: before two names it is the verb.
_DIED: Final = "مات"
_TWO_NAMES: Final = 2
_PERSON: Final = ("actor.person", "actor.name")
_COMMAS: Final = ("،", ",")
# People told by a thing, which a feminine takes up, and tokens to it.
_BODIES: Final = ("جث", "اصاب", "حال", "وفا", "رهين")
_NEAR: Final = 3
_QUOTES: Final = ('"', "'")
_MARKS: Final = frozenset(("،", ".", ","))
_OWNERS: Final[dict[str, int | None]] = {"ه": 1, "ها": 1, "هما": 2, "هم": None, "هن": None}


def of_pronoun(scan: Scan, i: int, previous: Node | None) -> Node | None:
    """أحدهم, بعضهم, 22 منهم: some of the people told of before."""
    number = scan.number_at.get(i)
    if number is not None:
        if _are_of_bodies(scan, number, previous):
            return _of_those(*hedged(scan, of_number(number, "number+pronoun"), number.j + 1))
        if scan.key(number.j) not in ("منهم", "منهن", "منهما", "منا") or _names_them(
            scan, number.j + 1
        ):
            return None
        if scan.key(number.j) == "منهما" and scan.context(number.i) is None:
            return None
        figure = of_number(number, "number+pronoun")
        return _of_those(*hedged(scan, figure, number.j + 1))
    some = scan.tagged(i, "people.some_of")
    if some is not None and scan.key(some.j) == "من":
        some = None
    around = scan.context(scan.unquoted(i)) if some is not None else None
    if some is not None and (around is None or around.value.slot is None):
        around = scan.tagged(some.j, FATE_TAG) or _of_many(scan, some.j)
    if some is not None and around is not None and around.value.slot is not None:
        return _of_those(Figure(i, some.skip, None, None, OPEN, "some+pronoun"), some.j)
    one = scan.tagged(i, "people.one_of")
    if one is None:
        return None
    if not _fares(scan, one.j):
        if scan.heads.get(one.j) is not None:
            return None
        told = scan.context(i) is not None or scan.tagged(one.j, FATE_TAG) is not None
        if str(one.value).endswith("هما") and not told:
            return None
    return _of_those(Figure(i, one.skip, 1, 1, "exact", "one+pronoun"), one.j)


def _are_of_bodies(scan: Scan, number: Node, previous: Node | None) -> bool:
    """14 جثة، خمس منها في الحي; 120 إصابة، ست منها بالرصاص: some of those told by a thing."""
    if previous is None or scan.key(number.j) != "منها" or number.j + 1 in scan.heads:
        return False
    whole, part = previous.value.low, number.value.low
    bodies = previous.value.noun.startswith(_BODIES) and number.i - previous.j <= _NEAR
    near = bodies and not any(k in scan.number_at for k in range(previous.j, number.i))
    return near and whole is not None and part is not None and part < whole


def _of_many(scan: Scan, j: int) -> Node | None:
    """الكثيرون ماتوا: the verb in the plural of what befell some."""
    verb = scan.tagged(j, CONTEXT_TAG)
    return verb if verb is not None and scan.key(verb.j - 1).endswith("وا") else None


def _fares(scan: Scan, j: int) -> bool:
    """Whether it is told how one fares who was hurt: أحدهما بحالة حرجة, أحدهما جراحه خطرة."""
    return scan.key(j) in particles("fares")


def _names_them(scan: Scan, i: int) -> bool:
    """Whether a people noun follows, which is no noun of theirs (إصاباتهم) nor how they are (بحالة
    خطرة).
    """
    head = scan.heads.get(i)
    if head is None or scan.key(i) in particles("fares"):
        return False
    return not (head.reading is not None and head.reading.suffix)


def _of_those(figure: Figure, j: int) -> Node:
    """A count of people who were told of before."""
    value = Counted(
        figure.low,
        figure.high,
        figure.hedge,
        "",
        "unknown",
        licensed=True,
        subset=True,
        others=True,
    )
    return Node("count", figure.i, j, value, figure.rule, figure.parts, figure.skip)


def of_owner(scan: Scan, i: int) -> Node | None:
    """مقتله, اعتقالهم, القبض عليه: the people that the pronoun on a noun of harm stands for."""
    for context in scan.chart.at(i, CONTEXT_TAG):
        word: Context = context.value
        suffix = word.pronoun or (context.reading.suffix if context.reading else "")
        if suffix not in _OWNERS or not (word.pronoun or word.owned):
            continue
        if (
            scan.key(i - 1).startswith("متاثر")
            or scan.key(i - 1) in particles("never")
            or _is_other(scan, context, suffix)
            or _is_thought_of(scan, context)
        ):
            return None
        suspended = scan.key(context.j) == "عن" and word.slot == "arrested"
        if suspended or scan.key(context.j) in particles("warrant"):
            return None
        bounds = _OWNERS[suffix]
        value = Counted(
            bounds, bounds, "exact" if bounds else OPEN, "", "unknown", word.slot,
            licensed=True, others=True,
        )  # fmt: skip
        return Node("count", context.i, context.j, value, "pronoun", (context,), context.skip)
    return None


def _is_other(scan: Scan, context: Node, suffix: str) -> bool:
    """احتجزتها, of a ship; قتله لزوجته, قتلة: for a thing, for who does it, or no pronoun."""
    verb = context.rule.partition(":")[2]
    if suffix == "ها" and (verb in particles("things") or scan.key(context.i - 1) == "التي"):
        return True
    if suffix == "ه" and scan.is_feminine(context):
        return True
    if verb != "قتل":
        return False
    j = context.j
    if suffix not in ("ه", "ها") or "ل" in scan.key(context.i)[: context.skip]:
        return True
    if scan.key(j).startswith("ل"):
        return True
    person = scan.actors.get(j)
    named = person is not None and person.value.kind == "person"
    return named or j in scan.heads or j in scan.number_at


def _is_thought_of(scan: Scan, context: Node) -> bool:
    """جائزة لأي شخص يقتله, لمن يعتقلهم: a deed of whoever might do it."""
    near = scan.keys[max(context.i - _WHOEVER, 0) : context.i]
    present = context.rule.partition(":")[2].startswith(("ي", "ت"))
    return present and not particles("whoever_does").isdisjoint(near)


def of_those(scan: Scan, word: Node) -> Node | None:
    """للذين استشهدوا, ممن اعتقلوا: who they are no noun says."""
    verb = scan.tagged(word.j, CONTEXT_TAG)
    led = word.skip or scan.key(word.i - 1) in particles("before") or scan.key(word.i) == "ممن"
    if verb is None or verb.value.slot is None or not scan.key(verb.j - 1).endswith("وا"):
        return None
    if not led or (word.skip and word.reading is not None and not word.reading.prep):
        return None
    if word.i in scan.number_until or scan.before(word.i, "people.some") is not None:
        return None
    value = Counted(None, None, OPEN, "", "unknown", verb.value.slot, licensed=True)
    return Node("count", word.i, verb.j, value, "those", (word, verb), word.skip)


def of_name(scan: Scan, given: Node, previous: Node | None) -> Node | None:
    """قتل, اعتقال and a given name, or one joined: a person whom no title announces."""
    context = scan.context(scan.unquoted(given.i))
    harmed = context is not None and context.value.bare and context.value.slot
    if not (harmed or _goes_with(scan, given, previous)) or given.cut:
        return None
    end = name_end(scan.chart.doc, given.i, True)
    if end is None or end < given.i + 2:
        end = _quoted(scan, given.i) or _often_told(scan, given) or _before_kin(scan, given)
    if end is None:
        return None
    who = (given.i, end)
    value = Counted(1, 1, "exact", "", "unknown", definite=True, who=who, licensed=True)
    rule = "name" if harmed else "names"
    return Node("count", given.i, end, value, rule, (given,), given.skip)


def _often_told(scan: Scan, given: Node) -> int | None:
    """Token after a given name alone that the report is about: واوقف محمود، بمقتل صالح."""
    after = scan.key(given.j)
    alone = after in after_bare() or given.j in scan.dated or after in common()
    if given.skip or not alone or scan.times(scan.key(given.i)) < _OFTEN:
        return None
    return given.j


def _before_kin(scan: Scan, given: Node) -> int | None:
    """Token after a given name alone whose kin it befell too: إصابة سامر ووالدته."""
    kin = scan.heads.get(given.j)
    owned = kin is not None and "kin" in kin.value.traits and kin.skip > 0
    his = owned and scan.key(given.j).endswith(("ه", "ها"))
    return given.j if his and scan.key(given.j).startswith("و") and not given.skip else None


def _quoted(scan: Scan, i: int) -> int | None:
    """Token after a name that fills its quotation marks: استشهاد «محرز», ضبط "أحمد ع.خ"."""
    if scan.unquoted(i) == i:
        return None
    near = range(i + 1, i + _QUOTED)
    end = next((k for k in near if scan.key(k) == scan.key(i - 1)), None)
    if end is None or any(
        scan.key(k) not in _MARKS and len(scan.key(k)) > _LONG for k in range(i, end)
    ):
        return None
    return end


def _goes_with(scan: Scan, node: Node, previous: Node | None) -> bool:
    """Whether a name is joined by و to that of somebody who was harmed (مقتل فلان وفلان)."""
    if previous is None or not joins_name(scan, node):
        return False
    if not (follows(scan, previous, node) or _follows_injury(scan, previous, node)):
        return False
    if not is_named(previous) or node.rule == "actor.office":
        return False
    context = scan.context(scan.unquoted(previous.i))
    return previous.rule == "names" or (context is not None and context.value.slot is not None)


def joins_name(scan: Scan, node: Node) -> bool:
    """Whether و stands before a name, on its word or, as before quotation marks, by itself."""
    if node.skip and scan.key(node.i).startswith("و"):
        return True
    first = scan.unquoted(node.i)
    return first < node.i and scan.key(first - 1) == "و"


def follows(scan: Scan, previous: Node, node: Node) -> bool:
    """Whether a count stands right behind another, or behind a comma after it.

    Quotation marks around the names of both are set aside.
    """
    if previous.j == node.i:
        return True
    first = scan.unquoted(node.i)
    quoted = first < node.i
    first -= quoted and scan.key(first - 1) == "و"
    last = previous.j
    if not quoted and scan.key(last - 1) in _QUOTES:
        return first == last
    while quoted and scan.key(last) in _QUOTES:
        last += 1
    return first - last == (scan.key(last) in _COMMAS)


def _follows_injury(scan: Scan, previous: Node, node: Node) -> bool:
    """إصابة النقيب فلان بجرح في القدم، والملازم فلان: behind a comma and how one was hurt."""
    between = scan.keys[previous.j : node.i]
    if len(between) > _INJURY or between[-1:] != ["،"] or not between[0].startswith("ب"):
        return False
    return not any(
        key in _MARKS or k in scan.heads or k in scan.number_at
        for k, key in enumerate(between[:-1], previous.j)
    )


def is_named(node: Node) -> bool:
    """Whether a count is one person by name, told right behind what befell the person."""
    if node.rule in ("person", "name", "names"):
        return True
    named = (part for part in node.parts if part.kind == "actor" and part.rule in _PERSON)
    return node.rule == "singular" and node.value.licensed and any(named)


def of_person(scan: Scan, actor: Node, previous: Node | None) -> Node | None:
    """اغتيال فلان, توقيف فلان وفلان: a person named where people are expected."""
    if actor.value.kind != "person":
        return None
    context = scan.context(scan.unquoted(actor.i))
    ali = context is None and _is_ali(scan, actor.i - 1)
    expected = context is not None and context.value.bare and scan.key(context.i) != "تحرير"
    if ali:
        return _named(actor, actor.i - 1)
    if scan.key(actor.i) == _DIED and actor.j - actor.i > _TWO_NAMES:
        return _named(actor, actor.i + 1)
    joined = expected or _goes_with(scan, actor, previous)
    if not (joined or _is_among(scan, actor, previous)):
        return None
    node = _named(actor, actor.i)
    node.rule = "person" if expected else "names"
    return node


def _is_among(scan: Scan, actor: Node, previous: Node | None) -> bool:
    """Whether somebody named is told to be one of those whom harm befell: قتل عشرة بينهم فلان."""
    subset = scan.before(actor.i, "people.subset")
    if subset is None or previous is None or actor.rule == "actor.office":
        return False
    told = subset.i <= previous.i < subset.j and previous.value.slot is not None
    if told or subset.i - previous.j > _AMONG:
        return told
    context = scan.context(scan.unquoted(previous.i))
    slot = previous.value.slot or (context.value.slot if context is not None else None)
    return slot not in (None, "protesters") or _is_toll(scan, previous)


def _is_toll(scan: Scan, figure: Node) -> bool:
    """حصيلة القتلى إلى 49 شخصا: a figure behind those whom it numbers."""
    near = (scan.heads.get(k) for k in range(max(figure.i - _TOLL, 0), figure.i))
    harmed = any(head is not None and head.value.slot in ("killed", "wounded") for head in near)
    return harmed and figure.rule.startswith(("number", "bare"))


def _named(actor: Node, i: int) -> Node:
    """The count of one person whose name begins at token i."""
    value = Counted(
        1, 1, "exact", "", "unknown", definite=True, who=(i, actor.j), actor=actor, licensed=True
    )  # fmt: skip
    return Node("count", i, actor.j, value, "person", (actor,), actor.skip if i == actor.i else 0)


def _is_ali(scan: Scan, i: int) -> bool:
    """مقتل على محمد: behind a noun of death على is the name, written without its dots."""
    context = scan.before(i, CONTEXT_TAG)
    return scan.key(i) == "علي" and context is not None and scan.key(i - 1) in particles("death")
