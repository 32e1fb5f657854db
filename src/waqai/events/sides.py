"""Sides: who acts (`by`) and who is acted on (`to`) in an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from waqai.events.party import Party
from waqai.events.relation import Relation, marked, relation, step
from waqai.events.scene import Scene
from waqai.events.scorer import probability
from waqai.events.telling import Draft, Pick, Telling, sense
from waqai.events.words import preposition, word_after, word_before, words_before

Role = Literal["by", "to"]
ROLES: tuple[Role, ...] = ("by", "to")
# The logit from which on a party is a side: recall and precision balance there (outlets held out).
LEAST = -0.4
_MOST = 3
_HURT = ("killed", "wounded", "abducted", "missing")
_SPARED = ("security", "civilian")
# Tokens between a telling and a side of it at the most, in a sentence that goes on and on.
_REACH = 60


def choose(scene: Scene, draft: Draft) -> None:
    """Set the sides of a draft: parties that are likely, the likelier first, each entity once."""
    scored = []
    scorers = [(role, scene.scorer(role)) for role in ROLES]
    for order, party in enumerate(candidates(scene, draft)):
        found = features(scene, draft, party)
        for role, scorer in scorers:
            logit = scorer.logit(found)
            if logit >= LEAST:
                scored.append((logit, -order, role, party, found))
    picks: dict[Role, list[Pick]] = {role: [] for role in ROLES}
    used: set[str] = set()
    tokens: set[int] = set()
    for logit, _, role, party, found in sorted(scored, key=lambda s: s[:2], reverse=True):
        own = set(range(party.first, party.last))
        if party.key in used or tokens & own or len(picks[role]) == _MOST:
            continue
        used.add(party.key)
        tokens |= own
        rules = (f"side.{role}", *scene.scorer(role).reasons(found))
        picks[role].append(Pick(party.node, probability(logit), rules, fullest(scene, party)))
    draft.by, draft.to = (_outer(scene, _told(scene, picks[role])) for role in ROLES)


def _told(scene: Scene, picks: list[Pick]) -> list[Pick]:
    """The picks less those that only the title names, where the body names others."""
    body = [p for p in picks if p.party and p.party.key in scene.told]
    return body or picks


def _outer(scene: Scene, picks: list[Pick]) -> list[Pick]:
    """The picks less those that another's naming holds (الجيش اللبناني, مخابرات الجيش اللبناني)."""
    words = [_words(scene, pick) for pick in picks]
    return [
        pick
        for pick, own in zip(picks, words, strict=True)
        if not any(own < other for other in words)
    ]


def _words(scene: Scene, pick: Pick) -> frozenset[str]:
    """The folded words of a side, bare of the article."""
    party = pick.party
    keys = scene.keys[party.first : party.last] if party else ()
    skip = party.skip if party else 0
    return frozenset(
        (key[skip:] if k == 0 else key).removeprefix("ال") for k, key in enumerate(keys)
    )


def spare(drafts: Sequence[Draft]) -> None:
    """Take from who acts the people whom a figure of the event names as hurt.

    Militants stay: an attacker may die in his attack.
    """
    for draft in drafts:
        hurt = {
            token
            for figure in draft.figures
            if figure.slot in _HURT and figure.cls in _SPARED
            for token in range(figure.node.i, figure.node.j)
        }
        draft.by = [pick for pick in draft.by if pick.node.i not in hurt]


def fullest(scene: Scene, party: Party) -> Party:
    """The naming of a table's actor that has most words in the report (the first of equals)."""
    return party if party.id is None else scene.fullest[party.id]


def candidates(scene: Scene, draft: Draft) -> Iterator[Party]:
    """Parties in the draft's sentences; bodies right before them, in the title and the lead."""
    sentences = scene.doc.sentences
    numbers = {t.sentence - away for t in draft.tellings for away in (0, 1)}
    heads = {k for k, s in enumerate(sentences[: scene.lead + 1]) if s.kind != "body"}
    for number in sorted(numbers | heads | {scene.lead}):
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


def features(scene: Scene, draft: Draft, party: Party) -> list[str]:
    """What tells whether a party is a side of the event."""
    found = relation(scene, draft, party.first, party.last)
    prep = preposition(scene.keys, party.first, party.skip)
    acts, suffers = scene.roles.get(party.key, (0, 0))
    inside = any(t.holds(party.node) for t in draft.tellings)
    own = [
        f"typecount={draft.type}.{_counted(party).rpartition('.')[2]}",
        f"typefirst={draft.type}.{party.sort}.{min(3, scene.named[party.key])}",
        f"inside={inside}.{found.side}.{min(1, found.others)}",
        f"again={scene.party_first[party.key] != party.first}.{found.far}",
        f"peers={min(3, scene.peers[party.kind])}.{party.kind}",
        f"namedfar={min(3, scene.named[party.key])}.{found.far}.{party.sort}",
        f"acts={min(2, acts)}.{found.far}",
        f"suffers={min(2, suffers)}.{found.far}",
        f"roles={min(2, acts)}.{min(2, suffers)}.{party.kind}",
        *found.features(),
        *_own(scene, party),
        *_guessed(scene, draft, party),
        f"prep={prep}.{found.side}",
    ]
    if found.trigger is None:
        return [
            *own,
            f"farkind={found.far}.{party.kind}",
            f"here={_here(scene, draft)}.{found.far}",
        ]
    said = sense(found.trigger)
    rank = _rank(scene, found, party)
    form = f"{said.pos}.{said.voice}" if said.pos == "verb" else said.pos
    place = f"{form}.{found.side}.{rank}.{prep or '-'}"
    return [
        *own,
        f"rank={found.side}.{rank}",
        f"order={place}",
        f"frame={said.frame}.{place}",
        f"mark={marked(found.trigger, prep)}.{found.side}",
        f"type={draft.type}.{party.kind}",
        f"typesort={draft.type}.{party.sort}.{found.side}",
        f"slot={said.slot}.{party.kind}.{found.side}",
        *_between(scene, found, party),
    ]


def _guessed(scene: Scene, draft: Draft, party: Party) -> list[str]:
    """What syntax makes of the party beside the draft's triggers, beside others, and elsewhere."""
    guesses = scene.guesses_in(scene.sentence(party.first)).get(party)
    if guesses is None:
        return ["guess=none"]
    own = {id(trigger) for telling in draft.tellings for trigger in telling.triggers}
    told = []
    for guess in guesses:
        said = sense(guess.trigger)
        inner = "in." if guess.inner else ""
        if id(guess.trigger) in own:
            strong = "" if said.strength == "strong" else said.strength
            told += [
                f"guess={inner}{guess.role}.{guess.how}",
                f"guessrole={inner}{guess.role}.{strong}",
                f"guessframe={guess.role}.{guess.how.partition('.')[0]}.{said.frame}",
                f"guesslemma={guess.role}.{said.lemma}",
                f"guesssort={guess.role}.{party.sort}.{draft.type}",
                f"guesskind={guess.role}.{party.kind}",
                f"guesstype={guess.role}.{draft.type}",
                f"guesspart={guess.role}.{said.strength}.{guess.trigger.value.type == draft.type}",
            ]
        else:
            told.append(f"other={inner}{guess.role}.{guess.how.partition('.')[0]}")
    return told


def _here(scene: Scene, draft: Draft) -> bool:
    """Whether a sentence of the draft names any body."""
    return any(
        party.sort == "actor"
        for telling in draft.tellings
        for party in scene.parties_in.get(telling.sentence, ())
    )


def _own(scene: Scene, party: Party) -> list[str]:
    """`_self`, worked out once a party."""
    place = (party.first, party.last, party.sort)
    held = scene.party_features.get(place)
    if held is None:
        held = scene.party_features[place] = _self(scene, party)
    return held


def _self(scene: Scene, party: Party) -> list[str]:
    """What the party and its surroundings say, whatever the event."""
    before = word_before(scene.keys, party.first)
    number = scene.sentence(party.first)
    held = scene.voices.at(party.first)
    return [
        f"sort={party.sort}",
        f"kind={party.kind}",
        f"rule={party.node.rule.partition(':')[0]}",
        f"word={before}",
        f"words={words_before(scene.keys, party.first)}",
        f"next={word_after(scene.keys, party.last)}",
        f"named={min(scene.named[party.key], 3)}",
        f"title={party.key in scene.titled}",
        f"sentence={scene.doc.sentences[number].kind}",
        f"speaks={party.first in scene.speaking}",
        f"said={held is not None}",
        f"counted={_counted(party)}",
        f"id={party.id}",
        f"head={_head(scene, party)}",
        f"thing={party.node.value.kind if party.sort == 'target' else ''}",
        f"length={min(party.last - party.first, 4)}",
    ]


def _head(scene: Scene, party: Party) -> str:
    """The first word of the naming, bare of the article."""
    return scene.keys[party.first][party.skip :].removeprefix("ال")


def _counted(party: Party) -> str:
    """How a people noun counts: its figure's openness and what befell them."""
    if party.sort != "people":
        return "-"
    value = party.node.value
    open_ = "open" if value.low is None else "one" if value.high == 1 else "figure"
    return f"{open_}.{'def' if value.definite else 'indef'}.{value.context or value.slot}"


def _rank(scene: Scene, found: Relation, party: Party) -> int:
    """How many other parties stand between the trigger and this one (none: 0)."""
    assert found.trigger is not None
    if found.side == "after":
        between = scene.parties_between(found.trigger.j, party.first)
        own = party.first
        return min(3, len({p.first for p in between if p.last <= own}))
    between = scene.parties_between(party.last, found.trigger.i)
    return min(3, len({p.first for p in between}))


def _between(scene: Scene, found: Relation, party: Party) -> list[str]:
    """Support verbs (شن، نفذ، تعرض ل) between the party and the trigger or before both."""
    assert found.trigger is not None
    told = []
    for light in scene.lights_in.get(scene.sentence(party.first), ()):
        if light.j <= party.first < found.trigger.i and party.first - light.j <= 6:
            told.append(f"light={light.value.lemma}.subject.{step(party.first - light.j)}")
        elif party.last <= light.i < found.trigger.i:
            told.append(f"light={light.value.lemma}.before")
        elif found.trigger.j <= light.i < party.first:
            told.append(f"light={light.value.lemma}.between")
    return told
