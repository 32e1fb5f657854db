"""Times: when an event took place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from waqai.annotate.chart import Node
from waqai.events.relation import relation
from waqai.events.scene import Scene
from waqai.events.telling import Draft, Pick, sense
from waqai.events.words import preposition, word_after, word_before, words_before

THRESHOLD = 0.5
# The same for the only date of a sentence that tells only this event.
LONE = 0.2
# Days between publication and event that are told apart.
_AGES = (0, 1, 2, 7, 31, 366)


def choose(scene: Scene, kept: Sequence[Draft], draft: Draft) -> None:
    """Set the date of one of the kept drafts: the likeliest, None where no date is likely."""
    best: tuple[float, Node, list[str]] | None = None
    for node in candidates(scene, draft):
        found = features(scene, draft, node)
        chance = scene.scorer("when").probability(found)
        if chance >= _threshold(scene, kept, draft, node) and (best is None or chance > best[0]):
            best = (chance, node, found)
    if best is not None:
        chance, node, found = best
        draft.when = Pick(node, chance, ("time", *scene.scorer("when").reasons(found)))


def _threshold(scene: Scene, kept: Sequence[Draft], draft: Draft, node: Node) -> float:
    """How likely a date must be: less where its sentence tells one event and no other date."""
    number = scene.sentence(node.i)
    told = [one for one in kept if any(t.sentence == number for t in one.tellings)]
    alone = len(told) == 1 and told[0] is draft and len(scene.dates_in[number]) == 1
    return LONE if alone else THRESHOLD


def candidates(scene: Scene, draft: Draft) -> Iterator[Node]:
    """Dates in the draft's sentences and right before them, in the lead, title and dateline."""
    sentences = scene.doc.sentences
    numbers = {t.sentence + away for t in draft.tellings for away in (-1, 0, 1)}
    heads = {k for k, s in enumerate(sentences[: scene.lead + 1]) if s.kind != "body"}
    for number in sorted(numbers | heads | {scene.lead}):
        yield from scene.dates_in.get(number, ())


def features(scene: Scene, draft: Draft, node: Node) -> list[str]:
    """What tells whether the date is the event's."""
    found = relation(scene, draft, node.i, node.j)
    value = node.value
    prep = preposition(scene.keys, node.i, node.skip)
    before = word_before(scene.keys, node.i)
    age = _age(scene.doc.published, value.start)
    number = scene.sentence(node.i)
    own = scene.dates_in[number]
    told = [
        *found.features(),
        f"inside={any(t.holds(node) for t in draft.tellings)}.{found.side}.{min(1, found.others)}",
        f"words={words_before(scene.keys, node.i)}",
        f"next={word_after(scene.keys, node.j)}",
        f"told={_told_in_lead(scene, draft)}.{number == scene.lead}.{found.far}",
        f"again={min(3, scene.date_told[value.start])}.{found.far}",
        f"newest={scene.date_newest == value.start}.{_told_in_lead(scene, draft)}.{found.far}",
        f"dist={min(3, len(scene.date_told))}.{found.far}.{age}",
        f"tense={sense(draft.tellings[0].head).tense}.{age}.{found.far}",
        f"grain={value.grain}",
        f"basis={value.basis}",
        f"prep={prep}",
        f"word={before}",
        f"age={age}",
        f"agefar={age}.{found.far}",
        f"dates={min(3, len(own))}",
        f"rank={min(2, own.index(node))}.{min(3, len(own))}",
        f"speech={_after_speech(scene, node)}",
        f"alone={len(own) == 1}.{_rivals(scene, draft, number)}.{found.far}",
        f"opens={node.i - scene.doc.sentences[number].first <= 2}.{found.far}",
        f"here={_here(scene, draft)}.{found.far}",
        f"lead={number == scene.lead}",
        f"status={draft.status}.{_later(scene, value.start)}",
    ]
    if found.trigger is not None:
        told += [
            f"prepside={prep}.{found.side}.{min(found.gap, 3)}",
            f"telling={found.telling is draft.tellings[0]}.{found.side}",
            f"stolen={min(1, found.others)}.{_nearer(scene, draft, node, found.gap)}",
        ]
    return told


def _told_in_lead(scene: Scene, draft: Draft) -> bool:
    """Whether the draft is told in the lead or before."""
    return draft.tellings[0].sentence <= scene.lead


def _nearer(scene: Scene, draft: Draft, node: Node, gap: int) -> bool:
    """Whether a trigger of another event stands nearer to the date."""
    own = {id(trigger) for telling in draft.tellings for trigger in telling.triggers}
    return any(
        id(other) not in own
        and min(abs(other.i - node.j), abs(node.i - other.j)) < gap
        and other.parts[0].value.strength == "strong"
        for other in scene.triggers_in.get(scene.sentence(node.i), ())
    )


def _rivals(scene: Scene, draft: Draft, number: int) -> int:
    """Strong triggers of other events in a sentence."""
    own = {id(trigger) for telling in draft.tellings for trigger in telling.triggers}
    others = scene.triggers_in.get(number, ())
    return min(2, sum(id(n) not in own and sense(n).strength == "strong" for n in others))


def _here(scene: Scene, draft: Draft) -> bool:
    """Whether a sentence of the draft names any date."""
    return any(t.sentence in scene.dates_in for t in draft.tellings)


def _after_speech(scene: Scene, node: Node) -> bool:
    """Whether the date stands right behind a verb or noun of speech or a speaker."""
    return node.i - 1 in scene.speaking or node.i - 2 in scene.speaking


def _later(scene: Scene, start: str | None) -> str:
    """Whether the date lies after publication."""
    if scene.doc.published is None or start is None:
        return "unknown"
    return "later" if start[:10] > scene.doc.published.isoformat() else "past"


def _age(published: date | None, start: str | None) -> str:
    """Days from the date to publication, in steps; "unknown" without either."""
    if published is None or start is None:
        return "unknown"
    days = (published - date.fromisoformat(start[:10])).days
    if days < 0:
        return "later"
    return str(next((step for step in _AGES if days <= step), "old"))
