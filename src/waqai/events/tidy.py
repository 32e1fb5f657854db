"""Tidy: one row for each claim of one voice, and the class of people that words leave open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from waqai.annotate.chart import Node
from waqai.events import whom
from waqai.events.scene import Scene
from waqai.events.telling import Draft, Figure, is_definite, sense
from waqai.events.words import is_another, is_beside_news, joins
from waqai.model.codes import SPOTS, WhomClass

_HARM: Final = ("killed", "wounded")
_SEVERAL: Final = 2
# Degrees beyond which two spots are no naming of one.
_FAR: Final = 0.05
# The least figure that two passages hardly ever tell of different people of one event.
_MANY: Final = 3
# Kinds of speakers that name nobody: the next one may be another.
_NAMELESS: Final = ("unnamed", "security_source", "medic", "witness", "activist")


def tidy(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Settle the figures of each draft; drafts stay in the order in which they are told."""
    for draft in drafts:
        for figure in draft.figures:
            whom.settle(scene, draft, figure)
        _agree(scene, draft.figures)
        draft.figures = _once(scene, draft.figures)
    return list(drafts)


def _agree(scene: Scene, figures: Sequence[Figure]) -> None:
    """Let figures of one event that are alike count the same people, as the words of one say.

    Five people of the title are the five civilians of the body; of single ones there may be two.
    """
    alike: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        if figure.low is not None and figure.low >= _MANY:
            alike.setdefault((figure.slot, figure.low, figure.high), []).append(figure)
    for own in alike.values():
        said = {figure.node.value.cls for figure in own} - {"unknown"}
        classes = Counter(figure.cls for figure in own)
        if len(classes) == 1 or len(said) > 1:
            continue
        settled = next((f.cls for f in own if f.node.value.cls in said), _commonest(classes))
        for figure in own:
            others = (other.node for other in own if other is not figure and other.cls == settled)
            apart = any(whom.are_two(scene, other, figure.node) for other in others)
            if figure.node.value.cls == "unknown" and not apart:
                figure.cls = settled


def _commonest(classes: Counter[WhomClass]) -> WhomClass:
    """The class of most figures; mixed where one is, since that rests on a part that is told."""
    return "mixed" if "mixed" in classes else classes.most_common(1)[0][0]


def _once(scene: Scene, figures: Sequence[Figure]) -> list[Figure]:
    """Title, lead and body of an outlet are one voice: a figure retold there stands once.

    One more (قتل مسلح وفجر آخر نفسه) is no retelling. A vague plural of the title goes where the
    body gives a figure of the same slot.
    """
    kept: dict[tuple[object, ...], list[Figure]] = {}
    told = {figure.slot for figure in figures if figure.low is not None and not figure.in_title}
    for figure in sorted(figures, key=lambda f: (f.in_title, f.node.i)):
        if figure.in_title and figure.low is None and figure.slot in told:
            continue
        if figure.held is not None and _is_retold(scene, figure, chain(*kept.values())):
            continue
        said = _said(scene, figure.held.speaker) if figure.held else ""
        key = (figure.slot, figure.low, figure.high, figure.cls, said)
        same = kept.setdefault(key, [])
        if all(_are_two(scene, other, figure) for other in same):
            same.append(figure)
    return sorted(chain(*kept.values()), key=lambda f: f.node.i)


def _is_retold(scene: Scene, figure: Figure, kept: Iterable[Figure]) -> bool:
    """Whether a kept figure is the same one of the same source, named in other words here."""
    if figure.high == 1 and is_another(scene.keys, figure.node.i):
        return False
    told = (figure.slot, figure.low, figure.high, figure.cls)
    return any(
        told == (other.slot, other.low, other.high, other.cls)
        and _same_source(scene, figure, other)
        for other in kept
    )


def _same_source(scene: Scene, figure: Figure, other: Figure) -> bool:
    """Whether a figure's source is another's in other words: by its name, or in short.

    The title says العميد سمير or المرصد of whom the body names in full. A source without a name may
    be another one wherever it is told anew, unless the article takes it up (المصادر).
    """
    if figure.held is None or other.held is None:
        return False
    speaker, full = figure.held.speaker, other.held.speaker
    if _words(scene, speaker) == _words(scene, full):
        return False
    if speaker.value.kind in _NAMELESS and not figure.in_title:
        taken_up = _bare(scene, speaker)[0] != _words(scene, speaker)[0]
        if not taken_up or other.node.i > figure.node.i:
            return False
    elif speaker.value.name and speaker.value.name == full.value.name:
        return True
    short, long = set(_bare(scene, speaker)), set(_bare(scene, full))
    return short < long or (short == long and speaker.value.kind == full.value.kind)


def _are_two(scene: Scene, one: Figure, other: Figure) -> bool:
    """Whether figures are of two people: a woman and a child, others of one sentence, or joined
    (امرأتان وطفلان).
    """
    if _are_of_two_sorts(one, other) or _are_of_two_sorts(other, one):
        return True
    if _are_elsewhere(scene, one, other) or (_is_share(one) and not other.in_title):
        return not _is_share(other)
    # A pronoun (وإصابته بليغة) takes up who was told of.
    taken_up = other.node.rule == "pronoun"
    if taken_up or scene.sentence(one.node.i) != scene.sentence(other.node.i):
        return False
    joined = other.high is not None and joins(scene.keys, other.node.i, other.node.skip)
    return joined or other.node.value.others


def _are_of_two_sorts(one: Figure, other: Figure) -> bool:
    """Whether the one is of women, the other of children: no verb's ending (فارقت), which may be of
    a girl, nor whose mother a woman is (والدة الرضيع).
    """
    woman, child = one.node.value, other.node.value
    named = woman.who is not None and woman.sex == "f" and woman.age != "child"
    owned = other.node.i == one.node.j and not other.node.skip
    return named and child.age == "child" and child.sex != "f" and not owned


def _is_share(figure: Figure) -> bool:
    """Whether it is of some of the hurt (نقل اثنان من الجرحى), which is no figure of all."""
    value = figure.node.value
    return figure.node.rule == "number+of+noun" and value.definite and value.slot in _HARM


def _are_elsewhere(scene: Scene, one: Figure, other: Figure) -> bool:
    """Whether sentences of the body tell several people each beside spots of their own, the later
    those of another strike (قصف مماثل), or a noun where a verb's ending took up others (اللذان
    أصيبا); one person may be told again wherever he was brought.
    """
    several = other.low is not None and other.low >= _SEVERAL
    new = one.node.value.who is None or _is_of_another(scene, scene.sentence(other.node.i))
    if not several or not new:
        return False
    spots = [_spots(scene, scene.sentence(figure.node.i)) for figure in (one, other)]
    return all(spots) and all(_is_far(here, there) for here in spots[0] for there in spots[1])


def _is_of_another(scene: Scene, number: int) -> bool:
    """Whether a sentence tells of another event, or beside the news (كما قصفت)."""
    if is_beside_news(scene.keys, scene.doc.sentences[number].first):
        return True
    told = [t for t in scene.triggers_in.get(number, ()) if sense(t).strength == "strong"]
    return any(is_another(scene.keys, one.j) and not is_definite(one) for one in told)


def _spots(scene: Scene, number: int) -> set[tuple[float, float]]:
    """Where the located spots that a sentence of the body names lie."""
    if scene.is_title(number):
        return set()
    values = [node.value for node in scene.places_in.get(number, ())]
    return {(v.lat, v.lon) for v in values if v.kind in SPOTS and None not in (v.lat, v.lon)}


def _is_far(here: tuple[float, float], there: tuple[float, float]) -> bool:
    return abs(here[0] - there[0]) + abs(here[1] - there[1]) > _FAR


def _said(scene: Scene, node: Node) -> str:
    """The words that name a speaker."""
    return " ".join(_words(scene, node))


def _words(scene: Scene, node: Node) -> list[str]:
    """The words that name a speaker, without letters joined to the first."""
    keys = scene.keys
    return [keys[node.i][node.skip :], *keys[node.i + 1 : node.j]]


def _bare(scene: Scene, node: Node) -> list[str]:
    """The words that name a speaker, without articles."""
    return [word.removeprefix("ال") for word in _words(scene, node)]
