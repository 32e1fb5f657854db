"""Drafts: which tellings of a report tell one and the same event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from waqai.annotate.triggers.sense import Strength
from waqai.events.causes import is_beside
from waqai.events.compose import merged_type
from waqai.events.retold import AGREED, RELATIONS, agreed, retold, sited, window
from waqai.events.scene import Scene
from waqai.events.scorer import Features, Group, Names, Numbered, Paired, grouped
from waqai.events.telling import (
    Draft,
    Form,
    Named,
    Telling,
    is_definite,
    is_one_more,
    nothing,
    sense,
)
from waqai.events.words import is_another, is_beside_news, word_after
from waqai.model.codes import EventType

# The logit from which on a telling rather tells the same event than another.
LEAST: Final = 0.0
# That of a telling of another event.
_NEVER: Final = -100.0
# A passage retells the report's first events or its latest; and after so many tellings of one event
# another adds nothing. Both bound what a report costs, however long it is.
_FIRST: Final = 6
_LATEST: Final = 12
_MOST_TELLINGS: Final = 40
# What a crowd does, and what is done to it, whatever else it is kept from.
_CROWDS: Final[frozenset[EventType]] = frozenset(("riot", "crackdown"))
STRENGTHS: Final[tuple[Strength, ...]] = get_args(Strength)
_TYPES: Final = Paired("types=")


def draft(scene: Scene, tellings: Sequence[Telling]) -> list[Draft]:
    """Join each telling to the likeliest earlier event, or begin a new one."""
    drafts: list[Draft] = []
    same = scene.scorer("same")
    for telling in tellings:
        open_ = [*drafts[:_FIRST], *drafts[max(_FIRST, len(drafts) - _LATEST) :]]
        last = _last(open_, telling)
        logits = [same.logit(features(scene, open_, k, telling, last)) for k in range(len(open_))]
        if is_one_more(scene.keys, telling.head):
            away = (_is_elsewhere(scene, one, telling) for one in open_)
            logits = [_NEVER if far else it for far, it in zip(away, logits, strict=True)]
        logits = [
            _NEVER if _is_beside(k, telling) else it for k, it in zip(open_, logits, strict=True)
        ]
        best = logits.index(max(logits)) if logits else -1
        if best < 0 or logits[best] < LEAST:
            drafts.append(Draft([telling], telling.type, telling.status))
        elif len(open_[best].tellings) < _MOST_TELLINGS:
            join(open_[best], telling)
    return drafts


def _is_beside(draft: Draft, telling: Telling) -> bool:
    """Whether a telling stands apart beside its like: الهجوم على متحف، والهجوم على فندق."""
    last = draft.tellings[-1]
    if last.sentence != telling.sentence:
        return False
    return any(is_beside(other, telling.triggers[0]) for other in last.triggers)


def _is_elsewhere(scene: Scene, draft: Draft, telling: Telling) -> bool:
    """Whether a telling names spots, and none of the draft's (قصف مماثل استهدف بلدة أخرى)."""
    named = telling.named or _named(scene, telling)
    held = _together(scene, draft)
    return bool(named.sites and held.sites) and named.sites.isdisjoint(held.sites)


def join(draft: Draft, telling: Telling) -> None:
    """Add a telling to a draft; its type may be the more telling one."""
    kind = merged_type(draft.type, telling.type)
    if all(map(_weak, draft.tellings)) and not _weak(telling):
        draft.type = telling.type
    elif kind is not None and not (_weak(telling) and not _weak(draft.tellings[0])):
        draft.type = kind
    if draft.type in _CROWDS and draft.status == "foiled" and not _weak(telling):
        # Who was kept from storming a gate has rioted before it.
        draft.status = telling.status
    draft.tellings.append(telling)


def _weak(telling: Telling) -> bool:
    """Whether only results or weak words tell the event."""
    return sense(telling.head).strength != "strong"


def features(
    scene: Scene,
    drafts: Sequence[Draft],
    order: int,
    telling: Telling,
    latest: int | None = None,
) -> Features:
    """What tells whether a telling is another one of the draft at `order`.

    `latest`: what `_last` gives of the drafts, where the caller asks for many of them.
    """
    draft = drafts[order]
    latest = _last(drafts, telling) if latest is None else latest
    last, first = draft.tellings[-1], draft.tellings[0]
    kind = merged_type(draft.type, telling.type)
    relation = 0 if draft.type == telling.type else 1 if kind else 2
    own, head = telling.form or _form(scene, telling), first.form or _form(scene, first)
    titled = scene.is_title(first.sentence)
    lead = titled and telling.sentence == scene.lead
    gap = telling.sentence - last.sentence
    named, held = telling.named or _named(scene, telling), _together(scene, draft)
    known = own.lemma in held.lemmas
    alike = draft.status == telling.status
    place = agreed(named.places, held.places)
    party = agreed(named.parties, held.parties)
    dated = agreed(named.dates, held.dates)
    figure = agreed(named.figures, held.figures)
    after, definite, results = min(gap, 4), own.definite, own.results
    voices = head.held is None, own.held is None, head.held is own.held
    groups = [
        _told(relation, definite, order >= latest, after, dated, min(order, 2), results),
        _worded(relation, definite, known, alike, titled, lead, head.strength, own.strength),
        own.opening,
        _shared(place, party, dated, figure),
        _headed(own.lemma, definite, relation, gap > 0),
        _ranked(relation, definite, min(5, len(draft.tellings)), *_rank(drafts, order)),
        _opens(own.word, relation, *voices),
        *retold(telling, last, named, held, relation),
        sited(own, named, held, _named(scene, last), min(gap, 2), relation),
    ]
    groups.append(_TYPES.by(draft.type).of(telling.type))
    return Features(groups, None if gap else _clause(scene, last, telling))


_STANDING: Final = Numbered()


def _told(
    relation: int, definite: bool, latest: bool, gap: int, dated: int, order: int, results: bool
) -> Group:
    """Where a telling stands to a draft, how their types go together and whether days agree."""
    number = ((relation * 2 + definite) * 2 + latest) * 2 + results
    number = ((number * 5 + gap) * 5 + dated) * 3 + order
    held = _STANDING.get(number)
    if held is not None:
        return held
    types, days = RELATIONS[relation], AGREED[dated]
    names = (
        f"type={types}",
        f"typedef={types}.{definite}",
        f"latest={latest}.{types}.{definite}",
        f"recall={definite}.{types}.{min(gap, 2)}.{days}",
        f"results={results}.{min(gap, 3)}.{days}",
        f"drafted={order}.{types}",
        f"gap={gap}",
        f"typegap={types}.{min(gap, 3)}",
    )
    return _STANDING.keep(number, names)


_WORDED: Final = Numbered()


def _worded(
    relation: int,
    definite: bool,
    told: bool,
    status: bool,
    titled: bool,
    lead: bool,
    first: int,
    own: int,
) -> Group:
    """The words that tell both: how strong, whether told before, and whether the title has them."""
    number = (((relation * 2 + definite) * 2 + told) * 2 + status) * 2 + titled
    number = ((number * 2 + lead) * len(STRENGTHS) + first) * len(STRENGTHS) + own
    held = _WORDED.get(number)
    if held is not None:
        return held
    types = RELATIONS[relation]
    names = (
        f"strength={STRENGTHS[first]}.{STRENGTHS[own]}.{types}",
        f"titled={titled}.{types}",
        f"lead={lead}.{types}",
        f"lemma={told}",
        f"lemmadef={told}.{definite}",
        f"status={status}",
    )
    return _WORDED.keep(number, names)


_SHARED: Final = Numbered()


def _shared(place: int, party: int, dated: int, figure: int) -> Group:
    """How what both name agrees."""
    number = ((place * 5 + party) * 5 + dated) * 5 + figure
    held = _SHARED.get(number)
    if held is not None:
        return held
    named = zip(("place", "party", "date", "figure"), (place, party, dated, figure), strict=True)
    return _SHARED.keep(number, tuple(f"{what}={AGREED[how]}" for what, how in named))


def _last(drafts: Sequence[Draft], telling: Telling) -> int:
    """Index of the last draft that is firmly told and of a type that goes with the telling's."""
    for order in range(len(drafts) - 1, -1, -1):
        draft = drafts[order]
        if merged_type(draft.type, telling.type) and not all(map(_weak, draft.tellings)):
            return order
    return -1


def _clause(scene: Scene, last: Telling, telling: Telling) -> list[str]:
    """How the clause of a telling hangs on the one before in the same sentence."""
    cost = scene.clauses.between(last.triggers[-1].i, telling.triggers[0].i)
    turns = scene.clauses.links(last.triggers[-1].j, telling.triggers[0].i + 1)
    return [f"cost={min(cost, 4)}", *[f"link={turn.link}" for turn in turns]]


def _form(scene: Scene, telling: Telling) -> Form:
    """How a telling is told, worked out once."""
    if telling.form is None:
        results = all(sense(trigger).strength == "result" for trigger in telling.triggers)
        telling.form = Form(
            is_definite(telling.head),
            sense(telling.head).lemma,
            STRENGTHS.index(sense(telling.head).strength),
            results,
            _opening(scene, telling),
            scene.keys[scene.doc.sentences[telling.sentence].first],
            scene.voices.at(telling.head.i),
            is_another(scene.keys, telling.head.j),
            is_beside_news(scene.keys, telling.first),
        )
    return telling.form


def _rank(drafts: Sequence[Draft], order: int) -> tuple[int, int, int]:
    """How many drafts stand before this one, how many from it on, and how many there are."""
    return min(4, order), min(6, len(drafts) - order), min(6, len(drafts))


@grouped
def _headed(lemma: str, definite: bool, relation: int, apart: bool) -> Names:
    """The word that tells, beside the draft's type and in another sentence or not."""
    return f"head={lemma}.{definite}.{RELATIONS[relation]}", f"headapart={lemma}.{apart}"


_RANKED: Final = Numbered()


def _ranked(
    relation: int, definite: bool, tellings: int, before: int, back: int, drafts: int
) -> Group:
    """How often the draft was told, and where it stands among the others."""
    number = ((relation * 2 + definite) * 6 + tellings) * 5 + before
    number = (number * 7 + back) * 7 + drafts
    held = _RANKED.get(number)
    if held is not None:
        return held
    types = RELATIONS[relation]
    told, left = f"tellings={tellings}.{types}", f"back={back}.{types}.{definite}"
    return _RANKED.keep(number, (told, left, f"rank={before}.{drafts}"))


@grouped
def _opens(word: str, relation: int, bare: bool, own: bool, same: bool) -> Names:
    """The word that opens the sentence, and in whose voices both are told."""
    types = RELATIONS[relation]
    return f"opened={word}.{types}", f"voice={bare}.{own}.{same}.{types}"


_TOLD: Final = frozenset(("past", "aside", "contrast"))


def _opening(scene: Scene, telling: Telling) -> Group:
    """How the sentence of a telling opens, and the turns before its first trigger."""
    first = scene.doc.sentences[telling.sentence].first
    turns = scene.clauses.links(first, telling.triggers[0].i + 1)
    opened = next((turn.link for turn in turns if turn.at <= first + 1), "-")
    told = "+".join(sorted({turn.link for turn in turns if turn.link in _TOLD}))
    word, after = scene.keys[first], word_after(scene.keys, first + 1)
    return Group((f"opens={opened}", f"turns={told}", f"word={word}", f"opening={word} {after}"))


def _together(scene: Scene, draft: Draft) -> Named:
    """What the tellings of a draft name, each telling added once."""
    if draft.named is None:
        draft.named = nothing()
    elif draft.counted == len(draft.tellings):
        return draft.named
    for telling in draft.tellings[draft.counted :]:
        draft.named.add(_named(scene, telling))
    draft.counted = len(draft.tellings)
    return draft.named


def _named(scene: Scene, telling: Telling) -> Named:
    """What a telling's window names, found once."""
    if telling.named is None:
        telling.named = window(scene, telling)
    return telling.named
