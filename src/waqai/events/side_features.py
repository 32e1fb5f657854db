"""Side features: what tells whether a party is a side of an event."""

from __future__ import annotations

from typing import Final

from waqai.annotate.triggers.sense import Strength
from waqai.events.party import Party, Sort
from waqai.events.relation import Relation, marked, relation, step, windowed
from waqai.events.scene import Scene
from waqai.events.scorer import (
    Features,
    Group,
    Known,
    Names,
    Pair,
    Paired,
    Worded,
    grouped,
)
from waqai.events.telling import Draft, sense
from waqai.events.words import preposition, word_after, word_before, words_before
from waqai.model.codes import ActorKind, CountSlot, EventType
from waqai.text.sentences import SentenceKind

Weighed = tuple[Features, tuple[float, float]]
_WORD: Final = Worded("word=")
_NEXT: Final = Worded("next=")
_HEAD: Final = Worded("head=")
_ID: Final = Worded("id=")
_THING: Final = Worded("thing=")
_TYPE_HEAD: Final = Paired("typehead=")
_TYPE_WORD: Final = Paired("typeword=")


def features(scene: Scene, draft: Draft, party: Party) -> Features:
    """What tells whether a party is a side of the event."""
    found = relation(scene, draft, party.first, party.last)
    if found.trigger is None:
        return _elsewhere(scene, party, found, _here(scene, draft))
    return _beside(scene, draft, party, found)


def weighed(scene: Scene, draft: Draft, party: Party, both: Pair) -> Weighed:
    """The features of a party and the logit of each role, told elsewhere worked out once."""
    found = relation(scene, draft, party.first, party.last)
    if found.trigger is not None:
        told = _beside(scene, draft, party, found)
        return told, both.logits(told)
    key = (party.first, party.last, found.far, _here(scene, draft))
    held = scene.elsewhere.get(key)
    if held is None:
        told = _elsewhere(scene, party, found, key[-1])
        held = scene.elsewhere[key] = told, both.logits(told)
    return held


def _elsewhere(scene: Scene, party: Party, found: Relation, here: bool) -> Features:
    """Features of a party whose sentence tells nothing of the draft, whatever the draft."""
    own, prep = _own(scene, party)
    guesses = scene.guesses_in(scene.sentence(party.first)).get(party)
    others = _UNGUESSED if guesses is None else [_other(g.inner, g.role, g.how) for g in guesses]
    apart = _apart(prep, found.far, party.kind, here)
    groups = [found.features(), *others, apart, _met_before(scene, party, found.far)]
    return Features(groups, None, own)


def _beside(scene: Scene, draft: Draft, party: Party, found: Relation) -> Features:
    """Features of a party in a sentence that tells the event."""
    assert found.trigger is not None
    own, prep = _own(scene, party)
    groups = [found.features(), *_guessed(scene, draft, party)]
    said = sense(found.trigger)
    rank = _rank(scene, found, party)
    form = f"{said.pos}.{said.voice}" if said.pos == "verb" else said.pos
    groups += (
        _placed(form, said.frame, found.side, rank, prep),
        _sorted(draft.type, said.slot, party.kind, party.sort, found.side),
        _met_before(scene, party, ""),
        windowed(draft, party.node, found),
        _felt(draft.type, party.sort, _befell(party), min(3, scene.named[party.key])),
    )
    groups += (
        _TYPE_HEAD.by(draft.type).of(party.head(scene.doc)),
        _TYPE_WORD.by(draft.type).of(word_before(scene.keys, party.first)),
    )
    return Features(groups, _between(scene, found, party), own)


@grouped
def _felt(event: EventType, sort: Sort, befell: str, named: int) -> Names:
    """What befell whom in which event."""
    return f"typecount={event}.{befell}", f"typefirst={event}.{sort}.{named}"


def _met_before(scene: Scene, party: Party, far: str) -> Group:
    """How the report as a whole speaks of the party."""
    wide = scene.overview
    again = wide.parties[party.key] != party.first
    named, peers = min(3, scene.named[party.key]), min(3, wide.peers[party.kind])
    return _spoken_of(far, again, peers, named, scene.roles()[party.key], party.kind, party.sort)


@grouped
def _spoken_of(
    far: str,
    again: bool,
    peers: int,
    named: int,
    roles: tuple[int, int],
    kind: ActorKind,
    sort: Sort,
) -> Names:
    """Whether a party was named before, how often it acts and suffers, and how many are like it."""
    acts, suffers = roles
    return (
        f"again={again}.{far}",
        f"peers={peers}.{kind}",
        f"namedfar={named}.{far}.{sort}",
        f"acts={acts}.{far}",
        f"suffers={suffers}.{far}",
        f"roles={acts}.{suffers}.{kind}",
    )


@grouped
def _apart(prep: str, far: str, kind: ActorKind, here: bool) -> Names:
    """A party of a sentence that tells nothing of the event."""
    return f"prep={prep}.", f"farkind={far}.{kind}", f"here={here}.{far}"


@grouped
def _placed(form: str, frame: str, side: str, rank: int, prep: str) -> Names:
    """The place of a party beside a trigger of a form, and what the trigger's frame makes of it."""
    place = f"{form}.{side}.{rank}.{prep or '-'}"
    return (
        f"prep={prep}.{side}",
        f"rank={side}.{rank}",
        f"order={place}",
        f"frame={frame}.{place}",
        f"mark={marked(frame, prep)}.{side}",
    )


@grouped
def _sorted(
    event: EventType, slot: CountSlot | None, kind: ActorKind, sort: Sort, side: str
) -> Names:
    """What sort of party stands at which event."""
    return f"type={event}.{kind}", f"typesort={event}.{sort}.{side}", f"slot={slot}.{kind}.{side}"


_UNGUESSED: Final = [Group(("guess=none",))]


def _guessed(scene: Scene, draft: Draft, party: Party) -> list[Group]:
    """What syntax makes of the party beside the draft's triggers, beside others, and elsewhere."""
    guesses = scene.guesses_in(scene.sentence(party.first)).get(party)
    if guesses is None:
        return _UNGUESSED
    own = draft.triggers()
    told: list[Group] = []
    for guess in guesses:
        if guess.trigger in own:
            said, same = sense(guess.trigger), guess.trigger.value.type == draft.type
            inner, role, how = guess.inner, guess.role, guess.how
            told += (
                _guess(inner, role, how),
                _role(inner, role, said.strength, same),
                _told(role, party.kind, party.sort, draft.type),
                _governed(role, how, said.frame),
                _lemma(role, said.lemma),
            )
        else:
            told.append(_other(guess.inner, guess.role, guess.how))
    return told


@grouped
def _guess(inside: bool, role: str, how: str) -> Names:
    """A guess beside a trigger of the draft."""
    return (f"guess={'in.' if inside else ''}{role}.{how}",)


@grouped
def _role(inside: bool, role: str, strength: Strength, same: bool) -> Names:
    """A guessed role beside a trigger that tells so firmly, of the draft's type or another."""
    strong = "" if strength == "strong" else strength
    return (
        f"guessrole={'in.' if inside else ''}{role}.{strong}",
        f"guesspart={role}.{strength}.{same}",
    )


@grouped
def _told(role: str, kind: ActorKind, sort: Sort, event: EventType) -> Names:
    """What a guessed role is to whom in which event."""
    return (
        f"guesskind={role}.{kind}",
        f"guesstype={role}.{event}",
        f"guesssort={role}.{sort}.{event}",
    )


@grouped
def _governed(role: str, how: str, frame: str) -> Names:
    """A guess beside a trigger of the draft, by the trigger's frame."""
    return (f"guessframe={role}.{how.partition('.')[0]}.{frame}",)


@grouped
def _lemma(role: str, lemma: str) -> Names:
    """A guess beside a trigger of the draft, by the word that it is."""
    return (f"guesslemma={role}.{lemma}",)


@grouped
def _other(inside: bool, role: str, how: str) -> Names:
    """A guess beside a trigger of another event."""
    return (f"other={'in.' if inside else ''}{role}.{how.partition('.')[0]}",)


def _here(scene: Scene, draft: Draft) -> bool:
    """Whether a sentence of the draft names any body."""
    return any(telling.sentence in scene.acted_in for telling in draft.tellings)


Own = tuple[Known, str]


def _own(scene: Scene, party: Party) -> Own:
    """What the party and its surroundings say, whatever the event; worked out once a party."""
    place = (party.first, party.last, party.sort)
    held = scene.party_features.get(place)
    if held is None:
        held = scene.party_features[place] = _self(scene, party)
    return held


def _self(scene: Scene, party: Party) -> Own:
    """Features of the party itself and of the words about it, and what governs it."""
    number = scene.sentence(party.first)
    kind = scene.doc.sentences[number].kind
    named, length = min(scene.named[party.key], 3), min(party.last - party.first, 4)
    titled, speaks = party.key in scene.titled, party.first in scene.speaking
    said = scene.voices.at(party.first) is not None
    rule = party.node.rule.partition(":")[0]
    groups = (
        _called(party.sort, party.kind, rule, _counted(party)),
        _met(named, titled, kind, speaks, said, length),
        *_words_about(scene, party),
    )
    prep = preposition(scene.keys, party.first, party.skip)
    return Known(groups, (f"words={words_before(scene.keys, party.first)}",)), prep


def _words_about(scene: Scene, party: Party) -> tuple[Group, ...]:
    """The words before and behind a party, its first word, what it is in the tables."""
    keys = scene.keys
    thing = party.node.value.kind if party.sort == "target" else ""
    return (
        _WORD.of(word_before(keys, party.first)),
        _NEXT.of(word_after(keys, party.last)),
        _HEAD.of(party.head(scene.doc)),
        _ID.of(str(party.id)),
        _THING.of(thing),
    )


@grouped
def _called(sort: Sort, kind: ActorKind, rule: str, counted: str) -> Names:
    """How a party is named."""
    return f"sort={sort}", f"kind={kind}", f"rule={rule}", f"counted={counted}"


@grouped
def _met(
    named: int, titled: bool, sentence: SentenceKind, speaks: bool, said: bool, length: int
) -> Names:
    """Where a party is named, and how often."""
    return (
        f"named={named}",
        f"title={titled}",
        f"sentence={sentence}",
        f"speaks={speaks}",
        f"said={said}",
        f"length={length}",
    )


def _counted(party: Party) -> str:
    """How a people noun counts: its figure's openness and what befell them."""
    if party.sort != "people":
        return "-"
    value = party.node.value
    open_ = "open" if value.low is None else "one" if value.high == 1 else "figure"
    return f"{open_}.{'def' if value.definite else 'indef'}.{_befell(party)}"


def _befell(party: Party) -> str:
    """What befell counted people; "-" for other parties."""
    return str(party.node.value.context or party.node.value.slot) if party.sort == "people" else "-"


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
