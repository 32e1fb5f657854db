"""Whom: the class of the people that a figure counts: civilian, security, militant, and so on.

Words often say it (أربعة جنود). Where they leave it open (قتل خمسة أشخاص), or say no more than that
people were hurt, the event, its sides and the words about the figure make one class the likeliest;
civilian only where something told of the event says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, cast, get_args

from waqai.annotate.chart import Node
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.tables import NOUN_TAG
from waqai.events.civil import has_armed_part, is_national, is_unsaid, speaks_of_civilians
from waqai.events.figures import head, side_of
from waqai.events.scene import Scene
from waqai.events.scorer import Features, Paired
from waqai.events.sums import is_out_of
from waqai.events.telling import Draft, Figure, sense
from waqai.events.tolls import whose_number
from waqai.events.words import is_plain, is_terror, joins, word_after, word_before
from waqai.lexicon.table import read_table
from waqai.model.codes import WhomClass
from waqai.model.event import LIKELY

CLASSES: Final[tuple[WhomClass, ...]] = get_args(WhomClass)
# What words say that is hardly ever wrong: nineteen of twenty, outlets held out.
SURE: Final[frozenset[WhomClass]] = frozenset(("security", "militant", "protester", "mixed"))
# Whom reports call so belong to an armed body, rather to one of no state.
_MEMBERS: Final = frozenset(("عنصر",))
_ARMED: Final = frozenset(("security", "militant"))
_HARM: Final = frozenset(("killed", "wounded"))
# Nouns that say no more than that people are meant (فرد may be one of the police).
_PERSONS: Final = frozenset(("شخص", "نفر", "رجل"))
# Who is arrested in them is one of those who attack, most likely.
_ATTACKS: Final = frozenset(
    ("attack", "clash", "raid", "bombing", "suicide_attack", "assassination")
)
_TWO: Final = 2
_BOTH: Final = frozenset(("الجانبين", "الطرفين", "الفريقين"))
# Figures that are told apart at most.
_FEW: Final = 5
# Before people of whom some are told of behind them (من بين المسلحين الذين قتلوا سبعة لبنانيين).
_AMONG: Final = ["من", "بين"]
# Tokens between people and the number that goes on about them (مدنيا قتلوا وأصيب نحو), and كما.
_NEAR: Final = 3
_ALSO: Final = ("كما", "فيما", "بينما")
_TOLD: Final = Paired("")


def settle(scene: Scene, draft: Draft, figure: Figure) -> None:
    """Set the class of the people of a figure; what no word says is told among its rules."""
    found = decide(scene, draft, figure)
    if found not in (figure.cls, "unknown") and figure.slot != "protesters":
        figure.rules = (*figure.rules, LIKELY)
    figure.cls = found


def decide(scene: Scene, draft: Draft, figure: Figure) -> WhomClass:
    """The class of the people of a figure; of equally likely ones the usual one."""
    common = usual(draft, figure)
    if figure.slot == "protesters" or figure.cls in SURE:
        return common
    tied = _of_both(scene, draft, figure) or _tied(scene, draft, figure) or _of_armed(scene, figure)
    if tied is not None:
        return tied
    plain = figure.slot in _HARM and figure.cls == "civilian"
    plain = plain and is_plain(figure.node.value.noun)
    open_to = [cls for cls in CLASSES if not (plain and cls in _ARMED)]
    scorer, told = scene.scorer("whom"), names(scene, draft, figure)
    logits = {cls: scorer.logit(features(cls, told)) for cls in open_to}
    likeliest = max(open_to, key=lambda cls: (logits[cls], cls == common))
    if likeliest in _ARMED and _is_bare(scene, figure, likeliest):
        return "mixed" if has_armed_part(scene, figure) else "unknown"
    if likeliest == "militant" and _is_merely_held(scene, draft, figure):
        return "unknown"
    return _stated(scene, draft, figure) if likeliest == "civilian" else likeliest


def _is_bare(scene: Scene, figure: Figure, cls: WhomClass) -> bool:
    """Whether people harmed are told of as persons and no more (شخصين, قتله), and the report does
    not tell the same number of them with a class: whom they fought does not say who they are.
    """
    value = figure.node.value
    if figure.slot not in _HARM or figure.cls != "unknown" or value.actor or value.subset:
        return False
    before = _conjunct(scene, figure)
    if not (_is_person(value) or (before is not None and _is_person(before.value))):
        return False
    same = [one for one in scene.counts if one.value.low == value.low and one is not figure.node]
    same = [one for one in same if not are_two(scene, one, figure.node)]
    if value.high == 1:
        same = [one for one in same if one.i < figure.node.i][-1:]
    return all(one.value.cls != cls for one in same)


def are_two(scene: Scene, one: Node, other: Node) -> bool:
    """Whether two equal figures are of different people: one sentence tells of each with a word of
    what befell them (مقتل ثمانية أشخاص، بالإضافة لمقتل ثمانية مهاجمين).
    """
    if scene.sentence(one.i) != scene.sentence(other.i) or one.value.high == 1:
        return False
    told = (one.value, other.value)
    return all(v.context in _HARM and not v.definite and not v.subset for v in told)


def _is_merely_held(scene: Scene, draft: Draft, figure: Figure) -> bool:
    """Whether no more is told of people than their arrest, and of nobody armed beside them: it
    makes nobody a militant.
    """
    value: Counted = figure.node.value
    if figure.slot != "arrested" or figure.cls != "unknown" or value.actor:
        return False
    if value.noun in _MEMBERS or draft.type in _ATTACKS:
        return False
    told = {scene.sentence(figure.node.i), *(telling.sentence for telling in draft.tellings)}
    return not any(_tells_of_armed(scene, number, figure) for number in told)


def _tells_of_armed(scene: Scene, number: int, figure: Figure) -> bool:
    """Whether a sentence names an armed group, other militants, a weapon, terror or an attack."""
    groups = any(party.kind == "armed_group" for party in scene.parties_in.get(number, ()))
    counts = (one for one in scene.counts_in.get(number, ()) if one is not figure.node)
    told = (sense(one) for one in scene.triggers_in.get(number, ()))
    sentence = scene.doc.sentences[number]
    return (
        groups
        or any(one.value.cls == "militant" for one in counts)
        or bool(scene.things_in["weapon"].get(number))
        or any(one.type in _ATTACKS or one.slot == "killed" for one in told)
        or any(is_terror(key) for key in scene.keys[sentence.first : sentence.last])
    )


def _is_person(value: Counted) -> bool:
    """Whether counted people are told of as persons, or one or two by a pronoun or a verb alone."""
    alone = value.noun == "" and value.others and value.high in (1, _TWO)
    return value.cls == "unknown" and (alone or value.noun in _PERSONS)


def _of_both(scene: Scene, draft: Draft, figure: Figure) -> WhomClass | None:
    """The class of people of both sides, who are armed: عشرات القتلى من الجانبين."""
    behind = scene.keys[figure.node.j : figure.node.j + _TWO]
    if figure.cls != "unknown" or behind[:1] != ["من"] or behind[-1] not in _BOTH:
        return None
    sides = (pick.party for pick in (*draft.by, *draft.to) if pick.party)
    kinds = {party.kind for party in sides}
    if kinds == {"armed_group"}:
        return "militant"
    return "mixed" if kinds == {"armed_group", "state_forces"} else None


def _tied(scene: Scene, draft: Draft, figure: Figure) -> WhomClass | None:
    """The class told beside people without a noun: behind the other half of dead and wounded
    (قتلى وجرحى من المدنيين), or right before them (قتل 9 مدنيين وأصيب 20).
    """
    node = figure.node
    if figure.cls != "unknown":
        return None
    if (told := _elided(scene, draft, figure) or _counted(scene, figure)) is not None:
        return told
    if node.value.slot not in _HARM:
        return None
    for other in scene.counts_in.get(scene.sentence(node.i), ()):
        value = other.value
        if other.i == node.j and value.slot in _HARM and joins(scene.keys, other.i, other.skip):
            return None if value.cls == "unknown" or value.subset else value.cls
    return None


def _counted(scene: Scene, figure: Figure) -> WhomClass | None:
    """The class of the people whose number a figure is (عدد القتلى من الجنود بلغ 40 قتيلا), or of
    all of whom it is a part (80 شخصا من بين 400 عنصر).
    """
    node = figure.node
    if node.value.low is None or node.value.subset:
        return None
    whole = whose_number(scene, node) if node.value.slot in _HARM else None
    if whole is None:
        own = scene.counts_in.get(scene.sentence(node.i), ())
        whole = next((one for one in own if is_out_of(scene, node, one)), None)
    return None if whole is None or whole.value.cls == "unknown" else whole.value.cls


def _of_armed(scene: Scene, figure: Figure) -> WhomClass | None:
    """The class of armed people some of whom are told of by their nation: 12 مسلحا بينهم سعودي."""
    node = figure.node
    if figure.slot not in _HARM or not _is_of_nations(node):
        return None
    own = scene.counts_in.get(scene.sentence(node.i), ())
    before = [one for one in reversed(own) if one.i < node.i and not one.value.subset]
    if not node.value.subset:
        before = [one for one in before if scene.keys[one.i - 2 : one.i] == _AMONG]
    whole: WhomClass = before[0].value.cls if before else "unknown"
    return whole if whole in _ARMED else None


def _is_of_nations(node: Node) -> bool:
    """Whether nationalities are all that is told of people: روسي وبريطاني."""
    parts = [part for part in node.parts if part.kind in (NOUN_TAG, "count")]
    told = (
        _is_of_nations(part) if part.kind == "count" else "nation" in part.value.traits
        for part in parts
    )
    return bool(parts) and node.value.actor is None and all(told)


def _elided(scene: Scene, draft: Draft, figure: Figure) -> WhomClass | None:
    """The class of the people before a number alone that goes on about them: protesters too where
    their nationality is told (3 فلسطينيين وإصابة 90 في احتجاجات).
    """
    before = _conjunct(scene, figure)
    if before is None or before.value.cls == "unknown":
        return None
    if before.value.cls == "militant" and before.value.high == 1:
        return None
    protest = any(one.node is before and one.cls == "protester" for one in draft.figures)
    return "protester" if protest else before.value.cls


def _conjunct(scene: Scene, figure: Figure) -> Node | None:
    """The people right before a number alone to which a joined verb of harm leads."""
    node = figure.node
    if node.rule != "bare" or node.value.subset or node.value.context not in _HARM:
        return None
    own = scene.counts_in.get(scene.sentence(node.i), ())
    before = next((one for one in reversed(own) if one.j <= node.i), None)
    if before is None or before.value.subset or before.value.collective:
        return None
    between = scene.keys[before.j : node.i]
    joined = any(key.startswith("و") or key in _ALSO for key in between)
    if not joined or len(between) > _NEAR or not all(key.isalpha() for key in between):
        return None
    harmed = (before.value.slot or before.value.context) in _HARM or _is_hurt(scene, before)
    return before if harmed else None


def _is_hurt(scene: Scene, node: Node) -> bool:
    """Whether a verb of harm stands right behind people: 58 مدنيا قتلوا."""
    told = scene.triggers_in.get(scene.sentence(node.i), ())
    return any(one.i == node.j and sense(one).slot in _HARM for one in told)


def _stated(scene: Scene, draft: Draft, figure: Figure) -> WhomClass:
    """The class of people who are civilians most likely: another one where nothing says so."""
    unnamed = figure.cls == "unknown" or is_national(figure)
    if unnamed and has_armed_part(scene, figure):
        return "mixed"
    unsaid = is_unsaid(draft, figure) and not speaks_of_civilians(scene, draft, figure)
    return "unknown" if unsaid else "civilian"


def features(cls: WhomClass, told: tuple[str, ...]) -> Features:
    """What tells whether a figure is of a class."""
    own = _TOLD.by(cls)
    return Features([own.of(name) for name in told])


def names(scene: Scene, draft: Draft, figure: Figure) -> tuple[str, ...]:
    """What tells of whom a figure is: its words, what befell them in which event, the sides."""
    return tuple(dict.fromkeys((*_words(scene, draft, figure), *_sides(scene, draft, figure))))


def _words(scene: Scene, draft: Draft, figure: Figure) -> Iterator[str]:
    """What the words of a figure and those beside it tell."""
    node, value, own = figure.node, figure.node.value, figure.cls
    noun = head(scene, node)
    low = min(_FEW, -1 if value.low is None else value.low)
    yield f"usual={usual(draft, figure)}.{own}.{figure.slot}"
    yield f"type={draft.type}.{figure.slot}.{own}"
    yield f"head={noun}"
    yield f"headtype={noun}.{draft.type}"
    yield f"headslot={noun}.{figure.slot}"
    yield f"others={value.others}.{own}.{noun}"
    yield f"subset={value.subset}.{own}"
    yield f"low={low}.{own}.{draft.type}"
    yield f"rule={node.rule.partition(':')[0]}.{own}"
    yield f"word={word_before(scene.keys, node.i)}.{own}"
    yield f"next={word_after(scene.keys, node.j)}.{own}"


def _sides(scene: Scene, draft: Draft, figure: Figure) -> Iterator[str]:
    """What the sides of the event, and the parties of the sentence, tell."""
    own, slot = figure.cls, figure.slot
    actor = figure.node.value.actor
    yield f"actor={actor.value.id or actor.value.kind}.{own}" if actor else f"actor=.{own}"
    yield f"side={side_of(draft, figure)}.{own}"
    for role, picks in (("by", draft.by), ("to", draft.to)):
        parties = [pick.party for pick in picks if pick.party]
        kinds = "+".join(sorted({party.kind for party in parties}))
        yield f"{role}={kinds}.{slot}.{own}"
        yield f"{role}type={kinds}.{draft.type}.{own}"
        for party in parties:
            yield f"{role}name={party.id or scene.keys[party.first]}.{own}"
    named = scene.parties_in.get(scene.sentence(figure.node.i), ())
    for kind in sorted({party.kind for party in named}):
        yield f"beside={kind}.{own}"


def usual(draft: Draft, figure: Figure) -> WhomClass:
    """The class that words tell; where they leave it open, what the event makes likely."""
    if figure.slot == "protesters":
        return "protester"
    if figure.cls != "unknown":
        return figure.cls
    if figure.node.value.noun in _MEMBERS and figure.slot in _HARM:
        return "militant"
    table = _likely()
    return table.get((draft.type, figure.slot)) or table.get(("*", figure.slot), "unknown")


@cache
def _likely() -> dict[tuple[str, str], WhomClass]:
    """(type of event or *, slot) -> likely class."""
    rows = read_table("waqai.events", "whom.tsv", ("type", "slot", "class"))
    return {(row.cells[0], row.cells[1]): cast(WhomClass, row.cells[2]) for row in rows}
