"""Sides: who acts (`by`) and who is acted on (`to`) in an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from waqai.annotate.actors.words import words
from waqai.events import apposed, charges, kinds, rivals
from waqai.events.party import Party
from waqai.events.rivals import Candidate, Mention
from waqai.events.scene import Scene
from waqai.events.scorer import Features, pair, probability
from waqai.events.side_features import weighed
from waqai.events.telling import Draft, Pick, Telling
from waqai.events.words import is_near

Role = Literal["by", "to"]
ROLES: Final[tuple[Role, ...]] = ("by", "to")
# The decisions on a party beside the others, each in turn.
AMONG: Final = ("by_among", "to_among")
# The logit from which on a party is a side: nearly as likely as not. Less would find as much more
# as it makes up, outlets held out.
LEAST: Final = -0.3
# The logit that the likeliest mention must have for its party to be held against the others.
FAINT: Final = -2.0
_MOST: Final = 3
_BODIES: Final = ("state_forces", "state")
_HURT: Final = ("killed", "wounded", "abducted", "missing")
_HOLDING: Final = ("raid", "arrest")
_SPARED: Final = ("security", "civilian")
# What nobody does who presides: each needs hands of its own.
_VIOLENT: Final = frozenset(
    ("attack", "clash", "assassination", "bombing", "suicide_attack", "air_strike", "shelling",
     "mine", "explosion", "abduction", "execution", "crackdown", "riot", "destruction")
)  # fmt: skip
# What falls near a thing is not meant for it: annotators say so in 30 of 32 cases.
_FALLS: Final = frozenset(("air_strike", "shelling"))
_PROTEST: Final = "protest"
_BLASTS: Final = frozenset(("suicide_attack", "bombing"))
_BOMBERS: Final = "suicide bombers"
_ARMY: Final = "جيش"
# Tokens between a telling and a side of it at the most, in a sentence that goes on and on.
_REACH: Final = 60


def choose(scene: Scene, draft: Draft) -> None:
    """Set the sides of a draft: parties that are likely, the likelier first, each entity once."""
    scored = []
    both = pair(*(scene.scorer(among) for among in AMONG))
    for order, (one, found) in enumerate(standing(scene, draft)):
        for role, logit in enumerate(both.logits(found)):
            if logit >= LEAST:
                scored.append((logit, -order, role, one, found))
    picks: tuple[list[Pick], list[Pick]] = ([], [])
    used: set[str] = set()
    tokens: set[int] = set()
    named: tuple[list[Party], list[Party]] = ([], [])
    for logit, _, role, one, found in sorted(scored, key=lambda s: s[:2], reverse=True):
        mention = one.likeliest[role]
        party = apposed.in_full(scene, mention.party, draft.type)
        own = set(range(party.first, party.last))
        if party.who in used or tokens & own or len(picks[role]) == _MOST:
            continue
        if _is_no_side(scene, draft, role, party) or apposed.is_told(scene, party, named, role):
            continue
        used.add(party.who)
        tokens |= own
        named[role].append(party)
        first = scene.scorer(ROLES[role]).reasons(mention.features)
        rules = (f"side.{ROLES[role]}", *first, *scene.scorer(AMONG[role]).reasons(found)[:1])
        picks[role].append(Pick(party.node, probability(logit), rules, fullest(scene, party)))
    draft.by, draft.to = (_named(_outer(scene, _told(scene, own))) for own in picks)
    if not _BLASTS.isdisjoint(kinds.named(draft)):
        draft.by = _sent(scene, draft.by)


def _is_no_side(scene: Scene, draft: Draft, role: int, party: Party) -> bool:
    """Whether the words bar a party from a role: it presides, the accused harmed it, or shells and
    bombs fell near it; forces put protests down and make none, but for their own strikes.
    """
    if role:
        beside = (
            draft.type in _FALLS and party.sort == "target" and is_near(scene.keys, party.first)
        )
        return beside or charges.is_harmed(scene, draft, party)
    if draft.type == _PROTEST and party.kind == "state_forces":
        return kinds.named(draft) == [_PROTEST] and not strikes(scene, draft, party)
    return draft.type in _VIOLENT and presides(scene, party)


def strikes(scene: Scene, draft: Draft, party: Party) -> bool:
    """Whether forces may be those who protest: their members are named, or a strike is told."""
    told = {scene.keys[trigger.i] for one in draft.tellings for trigger in one.triggers}
    head = {party.head(scene.doc), scene.keys[party.first - 1] if party.first else ""}
    return not words("strikers").isdisjoint(told | head)


def presides(scene: Scene, party: Party) -> bool:
    """Whether a person is named as who heads or attends (برئاسة الملك), so does no violence."""
    before = scene.keys[party.first - 1] if party.first else ""
    return party.kind == "person" and before in words("presided")


def standing(scene: Scene, draft: Draft) -> Iterator[tuple[Candidate, Features]]:
    """The candidates that are not hopeless, with what tells of each beside the others."""
    both = pair(scene.scorer("by"), scene.scorer("to"))
    mentions = []
    for party in candidates(scene, draft):
        found, logits = weighed(scene, draft, party, both)
        mentions.append(Mention(party, found, logits, scene.sentence(party.first)))
    every = rivals.candidates(mentions)
    for one in every:
        if max(one.best) >= FAINT:
            yield one, rivals.features(scene, draft, one, every)


def _told(scene: Scene, picks: list[Pick]) -> list[Pick]:
    """The picks less those that only the title names, where the body names others."""
    body = [p for p in picks if p.party and p.party.key in scene.told]
    return body or picks


def _outer(scene: Scene, picks: list[Pick]) -> list[Pick]:
    """The picks less those that another's naming holds (الجيش اللبناني, مخابرات الجيش اللبناني)."""
    told = [_words(scene, pick) for pick in picks]
    kept = [
        pick
        for pick, own in zip(picks, told, strict=True)
        if not any(own < other for other in told)
    ]
    return [pick for k, pick in enumerate(kept) if not _again(scene, pick, kept[:k], kept[k + 1 :])]


def _again(scene: Scene, pick: Pick, before: list[Pick], behind: list[Pick]) -> bool:
    """Whether a thing is one with another that is named by more words, or by as many before it."""
    own = len(_words(scene, pick))
    first = (p for p in before if _is_same(scene, pick, p) and len(_words(scene, p)) >= own)
    longer = (p for p in behind if _is_same(scene, pick, p) and len(_words(scene, p)) > own)
    return any(True for _ in first) or any(True for _ in longer)


def _is_same(scene: Scene, one: Pick, other: Pick) -> bool:
    """Whether two picks tell one thing."""
    if one.party is None or other.party is None:
        return False
    return apposed.same_thing(scene, one.party, other.party)


def _named(picks: list[Pick]) -> list[Pick]:
    """The picks less a country's forces at large where its army is one, or where an adjective
    alone tells them (قصف إسرائيلي) and any body of that country is.
    """
    bodies = [party for pick in picks if (party := pick.party) is not None]
    return [pick for pick in picks if pick.party is None or not _at_large(pick.party, bodies)]


def _sent(scene: Scene, picks: list[Pick]) -> list[Pick]:
    """The picks less bombers of no name where an armed group that sent them is told by its own;
    an army sends none.
    """
    parties = [pick.party for pick in picks if pick.party is not None]
    groups = (p for p in parties if p.kind == "armed_group" and p.id is not None)
    sent = any(party.head(scene.doc) != _ARMY for party in groups)
    return [p for p in picks if not sent or p.party is None or p.party.name != _BOMBERS]


def _at_large(party: Party, bodies: Sequence[Party]) -> bool:
    """Whether a party is forces at large of a country one of whose own bodies is among others."""
    if party.country is None or party.id != f"{party.country}-forces":
        return False
    told = party.last - party.first > 1
    return any(
        other.id == f"{party.country}-army" if told else other.kind in _BODIES
        for other in bodies
        if other is not party and other.country == party.country
    )


def _words(scene: Scene, pick: Pick) -> frozenset[str]:
    """The folded words of a side, bare of the article."""
    party = pick.party
    keys = scene.keys[party.first : party.last] if party else ()
    skip = party.skip if party else 0
    return frozenset(
        (key[skip:] if k == 0 else key).removeprefix("ال") for k, key in enumerate(keys)
    )


def spare(drafts: Sequence[Draft]) -> None:
    """Take from who acts the people whom a figure of the event names as hurt or held.

    Militants hurt stay: an attacker may die in his attack; who is held in a raid did not make it.
    """
    for draft in drafts:
        hurt = {
            token
            for figure in draft.figures
            if (figure.slot in _HURT and figure.cls in _SPARED)
            or (figure.slot == "arrested" and draft.type in _HOLDING)
            for token in range(figure.node.i, figure.node.j)
        }
        draft.by = [pick for pick in draft.by if pick.node.i not in hurt]


def fullest(scene: Scene, party: Party) -> Party:
    """The naming of a table's actor that has most words in the report (the first of equals)."""
    return party if party.id is None else scene.fullest[party.id]


def candidates(scene: Scene, draft: Draft) -> Iterator[Party]:
    """Parties in the draft's sentences; bodies right before them, in the title and the lead."""
    numbers = {t.sentence - away for t in draft.tellings for away in (0, 1)}
    for number in sorted(numbers | scene.heads):
        windows = [t for t in draft.tellings if t.sentence == number]
        for party in scene.parties_in.get(number, ()):
            if not windows or any(_within_reach(party, telling) for telling in windows):
                yield party


def _within_reach(party: Party, telling: Telling) -> bool:
    """Whether a party of a telling's sentence stands near its triggers."""
    return (
        party.first - telling.triggers[-1].j <= _REACH
        and telling.triggers[0].i - party.last <= _REACH
    )
