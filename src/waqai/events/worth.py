"""Worth: whether a draft is an event that a coder would enter, and the report's main one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.triggers.sense import Pos, SenseVoice, Strength
from waqai.events import context
from waqai.events.company import among, armed, company
from waqai.events.compose import merged_type
from waqai.events.overview import FINE
from waqai.events.scene import Scene
from waqai.events.scorer import Features, Group, Names, Worded, grouped, pair, probability
from waqai.events.telling import Draft, Telling, is_definite, sense
from waqai.events.times import age_of
from waqai.events.words import is_remembered, word_before
from waqai.model.codes import EventType, Status

# Least probabilities, where precision and recall balance with outlets held out: of an event that is
# kept, of one that is main, and of the likeliest of a report in which none is so surely main.
KEPT: Final = 0.55
MAIN: Final = 0.6
LIKELIEST: Final = 0.25
# The least of an event that is told as one with what it answers: each is told but by half.
PARTED: Final = 0.4
_LIGHT: Final = Worded("light=")
_WORD: Final = Worded("word=")
_AGE: Final = Worded("age=")
_TURN: Final = Worded("turn=")
# Types of which the dead and wounded may be told apart (أسفر القصف عن إصابة ثلاثة).
_VIOLENT: Final[frozenset[EventType]] = frozenset(
    ("air_strike", "shelling", "bombing", "explosion", "mine", "suicide_attack", "attack", "clash",
     "assassination", "raid", "crackdown", "riot", "protest", "territory")
)  # fmt: skip


def weigh(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that are events, each with its salience."""
    kept, chances, spare = [], [], []
    both = pair(scene.scorer("event"), scene.scorer("main"))
    for order, draft in enumerate(drafts):
        event, main = both.logits(features(scene, drafts, order))
        draft.kept = probability(event)
        if draft.kept >= _least(draft):
            kept.append(draft)
            chances.append(probability(main))
        else:
            spare.append(draft)
    best = max(chances, default=0.0)
    least = MAIN if best >= MAIN else max(best, LIKELIEST)
    for draft, chance in zip(kept, chances, strict=True):
        draft.salience = "main" if chance >= least else "background"
        if is_remembered(scene.keys, draft.tellings[0].head.i):
            draft.salience = "background"
    for draft in spare:
        _retell(kept, draft)
    return kept


def _least(draft: Draft) -> float:
    """The least probability of a draft that is kept."""
    return PARTED if any(telling.parted for telling in draft.tellings) else KEPT


def _retell(kept: Sequence[Draft], spare: Draft) -> None:
    """Give what is no event of its own, but tells whom the strike harmed, to the news before it."""
    first = spare.tellings[0]
    named = is_definite(first.head) and sense(first.head).slot is None
    if not named or not any(map(_harms, spare.triggers())):
        return
    violent = [d for d in kept if d.salience == "main" and d.type in _VIOLENT]
    before = [d for d in violent if d.tellings[0].sentence < first.sentence]
    for draft in before[-1:]:
        if merged_type(draft.type, spare.type) is not None:
            draft.take(spare.tellings)


def _harms(trigger: Node) -> bool:
    """Whether a trigger tells of dead or wounded."""
    return sense(trigger).slot in ("killed", "wounded")


def features(scene: Scene, drafts: Sequence[Draft], order: int) -> Features:
    """What tells events from mere words, and the report's matter from its background."""
    draft = drafts[order]
    first = draft.tellings[0]
    body = next((t for t in draft.tellings if not scene.is_title(t.sentence)), None)
    again = any(other.type == draft.type for other in drafts[:order])
    titled, where = scene.is_title(first.sentence), _position(scene, body)
    told, share = min(4, len(draft.tellings)), _title_share(scene, draft)
    firm = any(sense(t.head).strength == "strong" for t in draft.tellings)
    results = any(sense(trigger).strength == "result" for trigger in draft.triggers())
    groups = _of_telling(scene, body or first)
    groups += (
        _typed(draft.type, draft.status, again),
        _standing(titled, where, told, min(order, 4), share, firm, results),
        among(scene, drafts, order, body or first, where),
        armed(scene, draft),
        *context.groups(scene, drafts, order, body or first, where),
    )
    groups += context.words(scene, draft, body or first)
    groups += company(scene, draft)
    return Features(groups)


@grouped
def _typed(event: EventType, status: Status, again: bool) -> Names:
    """The type of a draft, and whether an earlier one has it."""
    return f"type={event}", f"status={status}", f"typestatus={event}.{status}", f"again={again}"


@grouped
def _standing(
    titled: bool, where: str, tellings: int, order: int, share: str, firm: bool, results: bool
) -> Names:
    """Where and how often a report tells a draft."""
    return (
        f"tellings={tellings}",
        f"titled={titled}",
        f"where={where}",
        f"wheretitled={where}.{titled}",
        f"order={order}",
        f"titleshare={share}",
        f"firm={firm}",
        f"results={results}",
    )


def _position(scene: Scene, telling: Telling | None) -> str:
    """Which body sentence first tells it, counted from the lead."""
    if telling is None:
        return "title"
    away = telling.sentence - scene.lead
    return str(away) if away < 3 else "3-5" if away < 6 else "6-10" if away < 11 else "late"


def _title_share(scene: Scene, draft: Draft) -> str:
    """Whether the draft's sentences name parties of the title."""
    keys = {
        p.key for t in draft.tellings for p in scene.parties_in.get(t.sentence, ())
    }  # fmt: skip
    return "none" if not scene.titled else str(bool(keys & scene.titled))


def _of_telling(scene: Scene, telling: Telling) -> list[Group]:
    """What the first full telling says."""
    head, at = sense(telling.head), telling.head.i
    turns = scene.clauses.links(telling.first, at + 1)
    held = scene.voices.at(at)
    sentence = scene.doc.sentences[telling.sentence]
    definite, opens = is_definite(telling.head), at - sentence.first < 3
    acted = _acted(scene, telling)
    named, ages = _named(scene, telling)
    groups = [
        _said(head.lemma, head.pos, head.voice, head.tense, head.strength, head.number),
        _headed(head.pos, head.tense, head.strength, telling.type, telling.status, acted),
        _stated(head.pos, definite, opens),
        _placed(held.how if held else None, sentence.kind, min(4, len(telling.triggers))),
        named,
        _LIGHT.of(_carried(scene, telling)),
        _WORD.of(word_before(scene.keys, at)),
    ]
    groups += [_AGE.of(age) for age in ages]
    groups += [_TURN.of(link) for link in sorted({turn.link for turn in turns})]
    return groups


@grouped
def _said(
    lemma: str,
    pos: Pos,
    voice: SenseVoice,
    tense: str | None,
    strength: Strength,
    number: str | None,
) -> Names:
    """The word that is the head of a telling."""
    return f"lemma={lemma}", f"form={pos}.{voice}.{tense}.{strength}", f"number={pos}.{number}"


@grouped
def _headed(
    pos: Pos, tense: str | None, strength: Strength, event: EventType, status: Status, acted: bool
) -> Names:
    """What the head of a telling says of its type and status."""
    return (
        f"statusform={status}.{pos}.{tense}",
        f"statusacts={status}.{pos}.{acted}",
        f"typestrength={event}.{strength}",
    )


@grouped
def _stated(pos: Pos, definite: bool, opens: bool) -> Names:
    """Whether the head of a telling recalls what was told, and whether it opens the sentence."""
    return f"definite={pos}.{definite}", f"opens={opens}.{pos}"


@grouped
def _placed(how: str | None, kind: str, triggers: int) -> Names:
    """Under whose voice and in what sentence a telling stands."""
    return f"said={how}", f"kind={kind}", f"triggers={triggers}"


def _named(scene: Scene, telling: Telling) -> tuple[Group, list[str]]:
    """What the window of a telling names: how much, and days of what ages."""
    number, holds = telling.sentence, telling.holds
    counts = [n for n in scene.counts_in.get(number, ()) if holds(n)]
    places = [n.value.kind for n in scene.places_in.get(number, ()) if holds(n)]
    bodies = [p for p in scene.parties_in.get(number, ()) if p.sort == "actor" and holds(p.node)]
    dates = [n for n in scene.dates_in.get(number, ()) if holds(n)]
    ages = sorted({age_of(scene.doc.published, n.value.start) for n in dates}) or ["none"]
    told = [n for n in counts if n.value.low is not None]
    finest = min(places, key=FINE.index, default="none")
    sizes = (min(2, len(found)) for found in (counts, told, places, bodies))
    return _many(finest, *sizes), ages


@grouped
def _many(finest: str, counts: int, figures: int, places: int, parties: int) -> Names:
    """How much a window names."""
    return (
        f"counts={counts}",
        f"figures={figures}",
        f"places={places}",
        f"finest={finest}",
        f"parties={parties}",
    )


def _carried(scene: Scene, telling: Telling) -> str:
    """The support verb nearest before the head in the telling (أعلن، قرر، نفذ); "" none."""
    own = scene.lights_in.get(telling.sentence, ())
    before = [n for n in own if telling.first <= n.i < telling.head.i]
    return before[-1].value.lemma if before else ""


def _acted(scene: Scene, telling: Telling) -> bool:
    """Whether syntax names a body that acts."""
    return any(
        guess.trigger is telling.head and not guess.inner and guess.role == "by"
        for party, told in scene.guesses_in(telling.sentence).items()
        if party.sort == "actor"
        for guess in told
    )
