"""Times: when an event took place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.dates.jubilees import FROM
from waqai.annotate.dates.today import NOW
from waqai.events import time_rivals
from waqai.events.naming import Naming
from waqai.events.relation import relation, told_in, windowed
from waqai.events.said import Said, opens, others, said
from waqai.events.sayings import is_of_saying
from waqai.events.scene import Scene
from waqai.events.scorer import Features, Group, Known, Names, grouped
from waqai.events.telling import Draft, Pick, sense
from waqai.events.time_rivals import Candidate
from waqai.events.words import (
    is_dated,
    is_since_such,
    preposition,
    until,
    word_after,
    word_before,
    words_before,
)
from waqai.model.codes import Basis, EventType, Grain, Salience, Status

# The chance from which on a date is an event's; the logit that the likeliest naming of a date must
# have for it to be held against the others.
THRESHOLD: Final = 0.4
FAINT: Final = -4.0
# Days between publication and event that are told apart.
_AGES: Final = (0, 1, 2, 7, 31, 366)


def choose(scene: Scene, kept: Sequence[Draft]) -> None:
    """Set the dates of the kept drafts: of each the likeliest, None where no date is likely."""
    for draft, every in zip(kept, standing(scene, kept), strict=True):
        likely = max(every, key=lambda one: one.chance, default=None)
        if likely is not None and likely.chance >= THRESHOLD:
            first = scene.scorer("when").reasons(likely.top.features)
            reasons = (*first, *scene.scorer("when_among").reasons(likely.beside)[:1])
            draft.when = Pick(likely.top.node, likely.chance, ("time", *reasons))


def standing(scene: Scene, kept: Sequence[Draft]) -> list[list[Candidate]]:
    """The dates of each draft that are not hopeless, held against the others of the draft and
    against the other drafts that may be of that day.
    """
    among = scene.scorer("when_among")
    told = [
        time_rivals.candidates([_naming(scene, draft, n) for n in candidates(scene, draft)])
        for draft in kept
    ]
    holders = time_rivals.Holders(kept, told)
    found: list[list[Candidate]] = []
    for order, draft in enumerate(kept):
        likely = [one for one in told[order] if one.best >= FAINT]
        for one in likely:
            held = holders.beside(order, one.days)
            one.beside = time_rivals.features(scene, draft, one, told[order], held)
            one.chance = among.probability(one.beside)
        found.append(likely)
    return found


def _naming(scene: Scene, draft: Draft, node: Node) -> Naming:
    """A naming of a date, weighed by itself."""
    found = features(scene, draft, node)
    number = scene.sentence(node.i)
    own = any(telling.sentence == number for telling in draft.tellings)
    age = age_of(scene.doc.published, node.value.start)
    return Naming(node, found, scene.scorer("when").logit(found), number, own, age)


def candidates(scene: Scene, draft: Draft) -> Iterator[Node]:
    """Dates in the draft's sentences and right before them, in the lead, title and dateline.

    The end of a period is no event's date, nor is that since which there was no such one, and what
    has happened is not of a day to come; the day of what is remembered (في الذكرى الثالثة لمقتل) is
    not of what is told before it, nor that of speech of what is spoken of, nor that of a paper
    (الرسالة المؤرخة في) of what stands in it.
    """
    numbers = {t.sentence + away for t in draft.tellings for away in (-1, 0, 1)}
    for number in sorted(numbers | scene.heads):
        for node in scene.dates_in.get(number, ()):
            ahead = _later(scene, node.value.start) == "later"
            past = ahead and draft.status == "happened"
            if until(scene.keys, node.i) or past or is_since_such(scene.keys, node.i):
                continue
            if is_dated(scene.keys, node.i) or _is_elsewhere_now(draft, node, number):
                continue
            recalled = _is_recalled(draft, node, number)
            if not recalled and not is_of_saying(scene, draft, node, number):
                yield node


def _is_elsewhere_now(draft: Draft, node: Node, number: int) -> bool:
    """Whether حاليا or الآن stands in a sentence that does not tell the draft: it is of what goes
    on there.
    """
    return node.rule == NOW and draft.status == "happened" and number not in draft.told()


def _is_recalled(draft: Draft, node: Node, number: int) -> bool:
    """Whether a date counts back from the news to what is named behind it, and the draft's triggers
    of that sentence stand before it.
    """
    own = [trigger for _, trigger in draft.told().get(number, ())]
    return node.rule == FROM and bool(own) and all(trigger.i < node.i for trigger in own)


def features(scene: Scene, draft: Draft, node: Node) -> Features:
    """What tells whether the date is the event's."""
    found = relation(scene, draft, node.i, node.j)
    number = scene.sentence(node.i)
    alone = len(scene.dates_in[number]) == 1
    opens = node.i - scene.doc.sentences[number].first <= 2
    age = age_of(scene.doc.published, node.value.start)
    rivals = _rivals(scene, draft, number)
    own, prep = _own(scene, node, age)
    early = draft.tellings[0].sentence <= scene.lead
    groups = [
        found.features(),
        _apart(found.far, age, alone, rivals, opens, _here(scene, draft)),
        _dated(draft.status, _later(scene, node.value.start)),
        _spoken_of(found.far, age, early, number == scene.lead, *_wide(scene, node)),
        windowed(draft, node, found),
        _tensed(sense(draft.tellings[0].head).tense, age, found.far),
        _main(draft.salience, age, found.far),
    ]
    if found.trigger is not None:
        order, tellings = told_in(draft, found)
        groups += (
            _typed(draft.type, draft.status, age, found.side, prep, min(found.gap, 2)),
            _away(age, found.side, min(9, found.gap), order, tellings),
        )
        nearer = _nearer(scene, draft, node, found.gap)
        gap, near = min(found.gap, 3), min(1, found.others)
        first = found.telling is draft.tellings[0]
        groups.append(_placed(prep, found.side, gap, near, nearer, first))
        groups.append(_parted(scene, node, found.trigger))
    return Features(groups, None, own)


@grouped
def _main(salience: Salience, age: str, far: str) -> Names:
    """How old the matter of a report and its background are."""
    return (f"salience={salience}.{age}.{far}",)


@grouped
def _typed(event: EventType, status: Status, age: str, side: str, prep: str, gap: int) -> Names:
    """A date of an age at an event of a type."""
    return f"type={event}.{age}.{side}.{prep}.{gap}", f"statusage={status}.{age}.{side}"


@grouped
def _away(age: str, side: str, gap: int, order: int, tellings: int) -> Names:
    """How far a date stands from a trigger, and of the how maniest telling that one is."""
    return f"away={gap}.{side}.{age}", f"order={order}.{tellings}.{age}"


def _wide(scene: Scene, node: Node) -> tuple[int, bool, int]:
    """How often the report names a date, whether it is the latest, and how many there are."""
    wide, start = scene.overview, node.value.start
    return min(3, wide.dates.get(start, 0)), wide.newest == start, min(3, len(wide.dates))


@grouped
def _spoken_of(
    far: str, age: str, early: bool, lead: bool, named: int, newest: bool, dates: int
) -> Names:
    """How the report as a whole names a date; `early`: the event is told in the lead or before."""
    return (
        f"told={early}.{lead}.{far}",
        f"again={named}.{far}",
        f"newest={newest}.{early}.{far}",
        f"dist={dates}.{far}.{age}",
    )


@grouped
def _tensed(tense: str | None, age: str, far: str) -> Names:
    """The tense of the event's first head beside the age of a date."""
    return (f"tense={tense}.{age}.{far}",)


def _own(scene: Scene, node: Node, age: str) -> tuple[Known, str]:
    """What a date, the words about it and what governs it say, whatever the event; held."""
    held = scene.own_features.get(node)
    if held is None:
        prep = preposition(scene.keys, node.i, node.skip)
        number = scene.sentence(node.i)
        own = scene.dates_in[number]
        rank, count = min(2, own.index(node)), min(3, len(own))
        value, lead, speech = node.value, number == scene.lead, _after_speech(scene, node)
        group = _called(value.grain, value.basis, prep, age, rank, count, speech, lead)
        speaks = _said(said(scene, node), others(scene, node), age)
        words = (
            f"word={word_before(scene.keys, node.i)}",
            f"words={words_before(scene.keys, node.i)}",
            f"next={word_after(scene.keys, node.j)}",
        )
        held = scene.own_features[node] = Known((group, speaks), words), prep
    return held


@grouped
def _called(
    grain: Grain,
    basis: Basis,
    prep: str,
    age: str,
    rank: int,
    count: int,
    speech: bool,
    lead: bool,
) -> Names:
    """How a date is named, the how maniest of its sentence it is, and what stands beside it."""
    return (
        f"grain={grain}",
        f"basis={basis}",
        f"prep={prep}",
        f"age={age}",
        f"dates={count}",
        f"rank={rank}.{count}",
        f"speech={speech}",
        f"lead={lead}",
    )


@grouped
def _said(own: Said, other: str, age: str) -> Names:
    """Where a date and the others of its sentence stand to what is said."""
    stands = f"{own.before}.{own.within}"
    return f"said={stands}.{other}", f"saidage={stands}.{age}"


def _parted(scene: Scene, node: Node, trigger: Node) -> Group:
    """Whether what is said opens between a date and a trigger."""
    first, last = (trigger.i, node.i) if trigger.i < node.i else (node.i, trigger.i)
    parted = opens(scene.keys, first, last)
    return _parted_by(said(scene, node), parted, others(scene, node))


@grouped
def _parted_by(own: Said, parted: bool, other: str) -> Names:
    """A date beside a trigger where something is said."""
    return (f"saidof={own.before}.{own.within}.{parted}.{other}",)


@grouped
def _dated(status: Status, later: str) -> Names:
    """Whether an event of a status would lie after publication."""
    return (f"status={status}.{later}",)


@grouped
def _apart(far: str, age: str, alone: bool, rivals: int, opens: bool, here: bool) -> Names:
    """How a date stands to what the draft's sentences tell."""
    return (
        f"agefar={age}.{far}",
        f"alone={alone}.{rivals}.{far}",
        f"opens={opens}.{far}",
        f"here={here}.{far}",
    )


@grouped
def _placed(prep: str, side: str, gap: int, others: int, nearer: bool, first: bool) -> Names:
    """The place of a date beside a trigger; `first`: in the draft's first telling."""
    return (
        f"prepside={prep}.{side}.{gap}",
        f"telling={first}.{side}",
        f"stolen={others}.{nearer}",
    )


def _nearer(scene: Scene, draft: Draft, node: Node, gap: int) -> bool:
    """Whether a trigger of another event stands nearer to the date."""
    own = draft.triggers()
    return any(
        other not in own
        and min(abs(other.i - node.j), abs(node.i - other.j)) < gap
        and other.parts[0].value.strength == "strong"
        for other in scene.triggers_in.get(scene.sentence(node.i), ())
    )


def _rivals(scene: Scene, draft: Draft, number: int) -> int:
    """Strong triggers of other events in a sentence."""
    own = draft.triggers()
    others = scene.triggers_in.get(number, ())
    return min(2, sum(n not in own and sense(n).strength == "strong" for n in others))


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


def age_of(published: date | None, start: str | None) -> str:
    """Days from the date to publication, in steps; "unknown" without either."""
    if published is None or start is None:
        return "unknown"
    days = _days_before(published, start)
    if days < 0:
        return "later"
    return str(next((step for step in _AGES if days <= step), "old"))


def _days_before(published: date | None, start: str | None) -> int:
    """Days from the date to publication, 0 without either."""
    if published is None or start is None:
        return 0
    return (published - date.fromisoformat(start[:10])).days
